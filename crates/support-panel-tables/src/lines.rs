//! From a source to blocks of whole lines, in order, each of a size that fits in memory.

use crate::Error;
use crate::source::{Parts, Source, Text};
use std::io;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use support_panel::limits::DOCUMENT_BYTES;
use zstd::zstd_safe::zstd_sys::ZSTD_ErrorCode::ZSTD_error_frameParameter_windowTooLarge;

/// A block ends with the line in which it reaches this many lines,
pub(crate) const BLOCK_LINES: usize = 1000;
/// or this many bytes. Blocks depend on nothing else, so that the same input gives the same batches everywhere.
pub(crate) const BLOCK_BYTES: usize = 512 * 1024;

/// Some lines that follow one another. It is filled again and again, to keep its memory.
#[derive(Default)]
pub(crate) struct Block {
    text: Vec<u8>,
    lines: Vec<Line>,
    /// Bytes taken from the source, as stored, when the block was cut.
    pub(crate) taken: u64,
}

/// A line with something in it, or what stands in place of one.
struct Line {
    file: Option<Arc<str>>,
    /// From 1.
    number: u64,
    /// Where it starts, in bytes of the text.
    offset: u64,
    text: Result<Range<usize>, support_panel::Error>,
}

/// A line to be read, and its place.
pub(crate) struct Place<'a> {
    pub(crate) file: Option<&'a Arc<str>>,
    pub(crate) line: u64,
    pub(crate) offset: u64,
}

impl Block {
    pub(crate) fn lines(&self) -> impl Iterator<Item = (Place<'_>, Result<&[u8], Error>)> {
        self.lines.iter().map(|line| {
            let place = Place { file: line.file.as_ref(), line: line.number, offset: line.offset };
            let text = match &line.text {
                Ok(range) => Ok(self.text.get(range.clone()).unwrap_or_default()),
                Err(error) => Err(place.error(error.clone())),
            };
            (place, text)
        })
    }
}

impl Place<'_> {
    /// What is wrong with this line.
    pub(crate) fn error(&self, cause: support_panel::Error) -> Error {
        Error::of_line(cause, self.file.cloned(), self.line, self.offset)
    }
}

/// Cuts a source into blocks.
pub(crate) struct Cutter {
    parts: Parts,
    open: Option<Open>,
    taken: Arc<AtomicU64>,
    limit: usize,
}

/// The part being read, and where in it.
struct Open {
    name: Option<Arc<str>>,
    text: Text,
    number: u64,
    offset: u64,
}

impl Cutter {
    pub(crate) fn new(source: Source) -> Self {
        let taken = Arc::<AtomicU64>::default();
        Self { parts: source.parts(taken.clone()), open: None, taken, limit: DOCUMENT_BYTES }
    }

    /// Fills a block with the next lines; false, and an empty block, at the end.
    pub(crate) fn cut(&mut self, block: &mut Block) -> bool {
        block.text.clear();
        block.lines.clear();
        while block.text.len() < BLOCK_BYTES && block.lines.len() < BLOCK_LINES {
            let Some(open) = &mut self.open else {
                match self.parts.next() {
                    Some((name, Ok(text))) => self.open = Some(Open { name, text, number: 0, offset: 0 }),
                    Some((name, Err(error))) => {
                        block.lines.push(Line { file: name, number: 1, offset: 0, text: Err(unreadable(&error)) });
                    }
                    None => break,
                }
                continue;
            };
            if !open.line(block, self.limit) {
                self.open = None;
            }
        }
        block.taken = self.taken.load(Ordering::Relaxed);
        !block.lines.is_empty()
    }
}

impl Open {
    /// Takes the next line; false at the end.
    fn line(&mut self, block: &mut Block, limit: usize) -> bool {
        let start = block.text.len();
        let mut length = 0;
        let more = loop {
            let ahead = match self.text.ahead() {
                Ok(ahead) => ahead,
                Err(error) => {
                    // The beginning of a line is no line: what broke off says so itself.
                    block.text.truncate(start);
                    let cause = if self.text.compressed { damaged(&error) } else { unreadable(&error) };
                    self.number += 1;
                    self.add(block, Err(cause));
                    return false;
                }
            };
            let end = memchr::memchr(b'\n', ahead);
            let part = ahead.get(..end.unwrap_or(ahead.len())).unwrap_or_default();
            if ahead.is_empty() {
                break false;
            }
            // Of a line that is too long only its length is kept.
            if length + part.len() <= limit + 1 {
                block.text.extend_from_slice(part);
            } else {
                block.text.truncate(start);
            }
            length += part.len();
            let taken = part.len() + usize::from(end.is_some());
            self.text.consume(taken);
            if end.is_some() {
                break true;
            }
        };
        if length == 0 && !more {
            return false;
        }
        self.number += 1;
        let written = if length > limit + 1 { None } else { block.text.get(start..) };
        // A carriage return before the end of the line belongs to it, not to the text.
        let end = written.map(|text| text.strip_suffix(b"\r").unwrap_or(text).len());
        match end.filter(|end| *end <= limit) {
            Some(end) => {
                let range = start..start + end;
                let blank = block.text.get(range.clone()).is_none_or(|text| text.iter().all(u8::is_ascii_whitespace));
                if blank {
                    block.text.truncate(start);
                } else {
                    self.add(block, Ok(range));
                }
            }
            None => {
                block.text.truncate(start);
                self.add(block, Err(too_large()));
            }
        }
        self.offset += u64::try_from(length + usize::from(more)).unwrap_or_default();
        more
    }

    fn add(&self, block: &mut Block, text: Result<Range<usize>, support_panel::Error>) {
        block.lines.push(Line { file: self.name.clone(), number: self.number, offset: self.offset, text });
    }
}

fn too_large() -> support_panel::Error {
    support_panel::Error::outside("too_large", "found a longer line, expected at most 4 MiB")
}

/// Of a failure to read only its kind is told: what an operating system or a stream says of it could be anything.
pub(crate) fn unreadable(error: &io::Error) -> support_panel::Error {
    support_panel::Error::outside("unreadable", format!("found {}, expected a file or stream that can be read", error.kind()))
}

fn damaged(error: &io::Error) -> support_panel::Error {
    let cause = error.get_ref().and_then(|cause| cause.downcast_ref::<zstd::Error>());
    if cause.is_some_and(|cause| cause.is(ZSTD_error_frameParameter_windowTooLarge)) {
        let message =
            "found Zstandard data that needs more than 8 MiB to be read, expected at most 8 MiB: compress it without --long and --ultra";
        return support_panel::Error::outside("unreadable", message);
    }
    let found = match error.kind() {
        io::ErrorKind::UnexpectedEof => "the end in the middle".to_owned(),
        kind => kind.to_string(),
    };
    support_panel::Error::outside("damaged", format!("found {found}, expected whole compressed data"))
}
