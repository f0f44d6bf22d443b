//! Splits a source into blocks of whole lines, in order and of bounded size.

use crate::Error;
use crate::foreign::Foreign;
use crate::source::{Parts, Source, Text};
use std::io;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use support_panel::Code;
use support_panel::ndjson::{Line, Lines};
use zstd::zstd_safe::zstd_sys::ZSTD_ErrorCode::ZSTD_error_frameParameter_windowTooLarge;

/// A block ends at the line with which it reaches this many lines
pub(crate) const BLOCK_LINES: usize = 1000;
/// or this many bytes, and for no other reason: the same input gives the same batches everywhere.
pub(crate) const BLOCK_BYTES: usize = 512 * 1024;

/// Bytes read from a source at a time.
const CHUNK: usize = 64 * 1024;

/// Consecutive lines. A block is refilled, so that its memory is reused.
#[derive(Default)]
pub(crate) struct Block {
    /// The bytes as they were read, with spare capacity behind them.
    text: Vec<u8>,
    /// End of the bytes that have been read.
    filled: usize,
    /// End of the bytes that have been split into lines.
    split: usize,
    lines: Vec<Slot>,
    /// Bytes consumed of the source, as stored, once the block was filled.
    pub(crate) consumed: u64,
}

/// A line that is not blank, as a range of the block's text, or the error in its place.
struct Slot {
    file: Option<Arc<str>>,
    /// From 1.
    number: u64,
    /// Start of the line, in bytes of the decompressed text.
    offset: u64,
    text: Result<Range<usize>, support_panel::Error>,
}

/// Where a line stands in the input.
pub(crate) struct Location<'a> {
    pub(crate) file: Option<&'a Arc<str>>,
    pub(crate) line: u64,
    pub(crate) offset: u64,
}

impl Block {
    pub(crate) fn lines(&self) -> impl Iterator<Item = (Location<'_>, Result<&[u8], Error>)> {
        self.lines.iter().map(|line| {
            let location =
                Location { file: line.file.as_ref(), line: line.number, offset: line.offset };
            let text = match &line.text {
                Ok(range) => Ok(self.text.get(range.clone()).unwrap_or_default()),
                Err(error) => Err(location.error(error.clone())),
            };
            (location, text)
        })
    }

    /// The bytes of its lines.
    pub(crate) fn bytes(&self) -> usize {
        self.split
    }

    /// Spare capacity of `bytes` bytes behind the text.
    fn spare(&mut self, bytes: usize) -> &mut [u8] {
        let end = self.filled + bytes;
        if self.text.len() < end {
            self.text.resize(end, 0);
        }
        self.text.get_mut(self.filled..end).unwrap_or_default()
    }

    /// Bytes that have been read but not split.
    fn rest(&self) -> &[u8] {
        self.text.get(self.split..self.filled).unwrap_or_default()
    }
}

impl Location<'_> {
    /// An error at this line.
    pub(crate) fn error(&self, cause: support_panel::Error) -> Error {
        Error::of_line(cause, self.file.cloned(), self.line, self.offset)
    }
}

/// Reads a source block by block.
pub(crate) struct BlockReader {
    parts: Parts,
    open: Option<Open>,
    /// Bytes read beyond the last block.
    ahead: Vec<u8>,
    consumed: Arc<AtomicU64>,
    /// The state before the first line of each part.
    lines: Lines,
}

/// The part being read.
struct Open {
    name: Option<Arc<str>>,
    text: Text,
    lines: Lines,
}

impl BlockReader {
    pub(crate) fn new(source: Source) -> Self {
        let consumed = Arc::<AtomicU64>::default();
        Self {
            parts: source.parts(consumed.clone()),
            open: None,
            ahead: Vec::new(),
            consumed,
            lines: Lines::default(),
        }
    }

    /// Fills a block with the next lines; returns false, with the block empty, at the end.
    pub(crate) fn fill(&mut self, block: &mut Block) -> bool {
        block.lines.clear();
        (block.split, block.filled) = (0, 0);
        block.spare(self.ahead.len()).copy_from_slice(&self.ahead);
        block.filled = self.ahead.len();
        while block.split < BLOCK_BYTES && block.lines.len() < BLOCK_LINES {
            let Some(open) = &mut self.open else {
                match self.parts.next() {
                    Some((name, Ok(text))) => {
                        self.open = Some(Open { name, text, lines: self.lines.clone() })
                    }
                    Some((name, Err(error))) => {
                        block.lines.push(Slot {
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
            // A run of blank lines, however long, takes no more memory than one chunk.
            if block.lines.is_empty() && block.split >= CHUNK {
                block.text.copy_within(block.split..block.filled, 0);
                (block.split, block.filled) = (0, block.filled - block.split);
            }
        }
        self.ahead.clear();
        self.ahead.extend_from_slice(block.rest());
        block.consumed = self.consumed.load(Ordering::Relaxed);
        !block.lines.is_empty()
    }
}

impl Open {
    /// Adds the next line to the block; returns false at the end of the part.
    fn line(&mut self, block: &mut Block) -> bool {
        let start = block.split;
        let mut seen = start;
        let ended = loop {
            let new = block.text.get(seen..block.filled).unwrap_or_default();
            let (part, ended) = self.lines.scan(new);
            seen += part;
            if ended {
                break true;
            }
            // The text of an overlong line is dropped; its length is counted.
            if self.lines.is_too_long() {
                (seen, block.filled) = (start, start);
            }
            match self.text.read(block.spare(CHUNK)) {
                Ok(0) => break false,
                Ok(read) => block.filled += read,
                Err(error) => {
                    // A truncated line is not parsed: the read error stands in its place.
                    block.split = block.filled;
                    let cause =
                        if self.text.compressed { damaged(&error) } else { unreadable(&error) };
                    let (number, offset) = (self.lines.ended() + 1, self.lines.offset());
                    self.add(block, number, offset, Err(cause));
                    return false;
                }
            }
        };
        block.split = seen;
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
        block.lines.push(Slot { file: self.name.clone(), number, offset, text });
    }
}

/// A read error by its kind alone: the message of an operating system or stream may contain anything.
pub(crate) fn unreadable(error: &io::Error) -> support_panel::Error {
    let foreign = error.get_ref().and_then(|cause| cause.downcast_ref::<Foreign>());
    if let Some(foreign) = foreign {
        return support_panel::Error::outside(Code::Unreadable, foreign.to_string());
    }
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

    /// Returns a few bytes at a time.
    struct Slowly(io::Cursor<Vec<u8>>, usize);

    impl Read for Slowly {
        fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
            let some = buf.len().min(self.1);
            self.0.read(buf.get_mut(..some).unwrap_or_default())
        }
    }

    /// Number, offset and text of every line that is not blank; no text where it is too long.
    type Found = Vec<(u64, u64, Option<Vec<u8>>)>;

    fn blocks(parts: &[Vec<u8>], step: usize) -> (Found, usize) {
        let slowly = |part: &Vec<u8>| Source::reader(Slowly(io::Cursor::new(part.clone()), step));
        let mut reader = BlockReader::new(parts.iter().map(slowly).collect());
        reader.lines = Lines::of_at_most(LIMIT);
        let (mut block, mut found) = (Block::default(), Vec::new());
        while reader.fill(&mut block) {
            found.extend(block.lines().map(|(location, text)| {
                (location.line, location.offset, text.ok().map(<[u8]>::to_vec))
            }));
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
            prop_assert_eq!(blocks(&parts, step).0, split(&parts));
        }
    }

    #[test]
    fn blank_lines_of_any_number_and_length_take_bounded_memory() {
        let blank = [
            vec![b'\n'; 5 * BLOCK_BYTES],
            b"a\n".to_vec(),
            vec![b' '; 3 * BLOCK_BYTES],
            b"\nb".to_vec(),
            vec![b'\n'; BLOCK_BYTES],
        ]
        .concat();
        let parts = [blank];
        let (found, memory) = blocks(&parts, usize::MAX);
        assert_eq!(found, split(&parts));
        assert!(
            found.len() == 3 && memory <= BLOCK_BYTES + 2 * CHUNK,
            "{} lines in {memory} bytes",
            found.len()
        );
    }
}
