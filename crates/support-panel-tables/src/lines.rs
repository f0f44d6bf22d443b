//! From a source to blocks of whole lines, in order, each of a size that fits in memory.

use crate::Error;
use crate::source::{Parts, Source, Text};
use std::io;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use support_panel::Code;
use support_panel::ndjson::{Line, Lines};
use zstd::zstd_safe::zstd_sys::ZSTD_ErrorCode::ZSTD_error_frameParameter_windowTooLarge;

/// A block ends with the line in which it reaches this many lines,
pub(crate) const BLOCK_LINES: usize = 1000;
/// or this many bytes. Blocks depend on nothing else, so that the same input gives the same batches everywhere.
pub(crate) const BLOCK_BYTES: usize = 512 * 1024;

/// As much is asked of a source at a time.
const CHUNK: usize = 64 * 1024;

/// Some lines that follow one another. It is filled again and again, to keep its memory.
#[derive(Default)]
pub(crate) struct Block {
    /// The lines where they were read to, and room for more.
    text: Vec<u8>,
    /// Up to where there is text,
    filled: usize,
    /// and up to where it is cut into lines.
    cut: usize,
    lines: Vec<Cut>,
    /// Bytes taken from the source, as stored, when the block was cut.
    pub(crate) taken: u64,
}

/// A line with something in it, or what stands in place of one.
struct Cut {
    file: Option<Arc<str>>,
    /// From 1.
    number: u64,
    /// Where it starts, in bytes of the text.
    offset: u64,
    text: Result<Range<usize>, support_panel::Error>,
}

/// A line to be read, and its location.
pub(crate) struct Index<'a> {
    pub(crate) file: Option<&'a Arc<str>>,
    pub(crate) line: u64,
    pub(crate) offset: u64,
}

impl Block {
    pub(crate) fn lines(&self) -> impl Iterator<Item = (Index<'_>, Result<&[u8], Error>)> {
        self.lines.iter().map(|line| {
            let index = Index { file: line.file.as_ref(), line: line.number, offset: line.offset };
            let text = match &line.text {
                Ok(range) => Ok(self.text.get(range.clone()).unwrap_or_default()),
                Err(error) => Err(index.error(error.clone())),
            };
            (index, text)
        })
    }

    /// Room for so many bytes after what is there.
    fn room(&mut self, bytes: usize) -> &mut [u8] {
        let end = self.filled + bytes;
        if self.text.len() < end {
            self.text.resize(end, 0);
        }
        self.text.get_mut(self.filled..end).unwrap_or_default()
    }

    /// What is not cut yet.
    fn rest(&self) -> &[u8] {
        self.text.get(self.cut..self.filled).unwrap_or_default()
    }
}

impl Index<'_> {
    /// What is wrong with this line.
    pub(crate) fn error(&self, cause: support_panel::Error) -> Error {
        Error::of_line(cause, self.file.cloned(), self.line, self.offset)
    }
}

/// Cuts a source into blocks.
pub(crate) struct Cutter {
    parts: Parts,
    open: Option<Open>,
    /// What was read after the end of the last block.
    ahead: Vec<u8>,
    taken: Arc<AtomicU64>,
    /// Of each part, before its first line.
    lines: Lines,
}

/// The part being read, and where in it.
struct Open {
    name: Option<Arc<str>>,
    text: Text,
    lines: Lines,
}

impl Cutter {
    pub(crate) fn new(source: Source) -> Self {
        let taken = Arc::<AtomicU64>::default();
        Self {
            parts: source.parts(taken.clone()),
            open: None,
            ahead: Vec::new(),
            taken,
            lines: Lines::default(),
        }
    }

    /// Fills a block with the next lines; false, and an empty block, at the end.
    pub(crate) fn cut(&mut self, block: &mut Block) -> bool {
        block.lines.clear();
        (block.cut, block.filled) = (0, 0);
        block.room(self.ahead.len()).copy_from_slice(&self.ahead);
        block.filled = self.ahead.len();
        while block.cut < BLOCK_BYTES && block.lines.len() < BLOCK_LINES {
            let Some(open) = &mut self.open else {
                match self.parts.next() {
                    Some((name, Ok(text))) => {
                        self.open = Some(Open { name, text, lines: self.lines.clone() })
                    }
                    Some((name, Err(error))) => {
                        block.lines.push(Cut {
                            file: name,
                            number: 1,
                            offset: 0,
                            text: Err(unreadable(&error)),
                        });
                    }
                    None => break,
                }
                continue;
            };
            if !open.line(block) {
                self.open = None;
            }
            // Of any number of blank lines no more is kept than was asked for at a time.
            if block.lines.is_empty() && block.cut >= CHUNK {
                block.text.copy_within(block.cut..block.filled, 0);
                (block.cut, block.filled) = (0, block.filled - block.cut);
            }
        }
        self.ahead.clear();
        self.ahead.extend_from_slice(block.rest());
        block.taken = self.taken.load(Ordering::Relaxed);
        !block.lines.is_empty()
    }
}

impl Open {
    /// Takes the next line; false at the end.
    fn line(&mut self, block: &mut Block) -> bool {
        let start = block.cut;
        let mut seen = start;
        let ended = loop {
            let new = block.text.get(seen..block.filled).unwrap_or_default();
            let (part, ended) = self.lines.scan(new);
            seen += part;
            if ended {
                break true;
            }
            // Of a line that is too long only its length is kept.
            if self.lines.is_too_long() {
                (seen, block.filled) = (start, start);
            }
            match self.text.read(block.room(CHUNK)) {
                Ok(0) => break false,
                Ok(read) => block.filled += read,
                Err(error) => {
                    // The beginning of a line is no line: what broke off says so itself.
                    block.cut = block.filled;
                    let cause =
                        if self.text.compressed { damaged(&error) } else { unreadable(&error) };
                    let (number, offset) = (self.lines.ended() + 1, self.lines.offset());
                    self.add(block, number, offset, Err(cause));
                    return false;
                }
            }
        };
        block.cut = seen;
        let line = self.lines.end(block.text.get(start..seen).unwrap_or_default());
        if let Some(Line { number, offset, text, .. }) = line {
            let range = text.map(|text| start..start + text.len());
            self.add(block, number, offset, range);
        }
        ended
    }

    fn add(
        &self,
        block: &mut Block,
        number: u64,
        offset: u64,
        text: Result<Range<usize>, support_panel::Error>,
    ) {
        block.lines.push(Cut { file: self.name.clone(), number, offset, text });
    }
}

/// Of a failure to read only its kind is told: what an operating system or a stream says of it could be anything.
pub(crate) fn unreadable(error: &io::Error) -> support_panel::Error {
    support_panel::Error::outside(
        Code::Unreadable,
        format!("found {}, expected a file or stream that can be read", error.kind()),
    )
}

fn damaged(error: &io::Error) -> support_panel::Error {
    let cause = error.get_ref().and_then(|cause| cause.downcast_ref::<zstd::Error>());
    if cause.is_some_and(|cause| cause.is(ZSTD_error_frameParameter_windowTooLarge)) {
        let message = "found Zstandard data that needs more than 8 MiB to be read, expected at most 8 MiB: compress it without --long and --ultra";
        return support_panel::Error::outside(Code::Unreadable, message);
    }
    let found = match error.kind() {
        io::ErrorKind::UnexpectedEof => "the end in the middle".to_owned(),
        kind => kind.to_string(),
    };
    support_panel::Error::outside(
        Code::Damaged,
        format!("found {found}, expected whole compressed data"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::Read;

    const LIMIT: usize = 12;

    /// Gives a few bytes at a time.
    struct Slowly(io::Cursor<Vec<u8>>, usize);

    impl Read for Slowly {
        fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
            let some = room.len().min(self.1);
            self.0.read(room.get_mut(..some).unwrap_or_default())
        }
    }

    /// Number, offset and text of every line that is not blank; no text where it is too long.
    type Found = Vec<(u64, u64, Option<Vec<u8>>)>;

    fn cut(parts: &[Vec<u8>], step: usize) -> (Found, usize) {
        let slowly = |part: &Vec<u8>| Source::reader(Slowly(io::Cursor::new(part.clone()), step));
        let mut cutter = Cutter::new(parts.iter().map(slowly).collect());
        cutter.lines = Lines::of_at_most(LIMIT);
        let (mut block, mut found) = (Block::default(), Vec::new());
        while cutter.cut(&mut block) {
            found.extend(
                block
                    .lines()
                    .map(|(index, text)| (index.line, index.offset, text.ok().map(<[u8]>::to_vec))),
            );
        }
        (found, block.text.len())
    }

    fn split(parts: &[Vec<u8>]) -> Found {
        let lines = |part: &Vec<u8>| {
            let mut offset = 0;
            let line = |(number, line): (u64, &[u8])| {
                let start = offset;
                offset += line.len() as u64 + 1;
                let text = line.strip_suffix(b"\r").unwrap_or(line);
                let written = !text.trim_ascii().is_empty() || text.len() > LIMIT;
                written.then(|| (number, start, (text.len() <= LIMIT).then(|| text.to_vec())))
            };
            (1..).zip(part.split(|byte| *byte == b'\n')).filter_map(line).collect::<Vec<_>>()
        };
        parts.iter().flat_map(lines).collect()
    }

    proptest! {
        #[test]
        fn lines_are_those_that_splitting_gives(parts in prop::collection::vec("([a-c]{0,9}|[a-c]{10,30}| {0,3}|\r)(\n|\r\n|)", 0..30), joined in 1..6usize, step in 1..9usize) {
            let parts: Vec<Vec<u8>> = parts.chunks(joined).map(|some| some.concat().into_bytes()).collect();
            prop_assert_eq!(cut(&parts, step).0, split(&parts));
        }
    }

    #[test]
    fn any_number_of_blank_lines_and_of_bytes_in_one_takes_no_more_room() {
        let blank = [
            vec![b'\n'; 5 * BLOCK_BYTES],
            b"a\n".to_vec(),
            vec![b' '; 3 * BLOCK_BYTES],
            b"\nb".to_vec(),
            vec![b'\n'; BLOCK_BYTES],
        ]
        .concat();
        let parts = [blank];
        let (found, room) = cut(&parts, usize::MAX);
        assert_eq!(found, split(&parts));
        assert!(
            found.len() == 3 && room <= BLOCK_BYTES + 2 * CHUNK,
            "{} lines in {room} bytes",
            found.len()
        );
    }
}
