//! NDJSON, one record a line: where lines end, which of them are blank and which are too long.

use crate::error::{Code, Error};
use crate::limits::DOCUMENT_BYTES;

/// Finds the lines of a text that arrives in pieces. It holds no text: that of the line at hand stays with the caller,
/// who keeps it by [`Lines::keep`] or in a buffer of its own.
///
/// ```
/// use support_panel::ndjson::Lines;
///
/// let (mut lines, mut kept, mut found) = (Lines::default(), Vec::new(), Vec::new());
/// for mut piece in [&b"{\"id\": 1}\n\n{\"i"[..], b"d\": 2}\r\n"] {
///     while !piece.is_empty() {
///         let (part, ended) = lines.scan(piece);
///         lines.keep(&mut kept, &piece[..part]);
///         piece = &piece[part..];
///         if ended {
///             found.extend(lines.end(&kept).map(|line| (line.number, line.offset, line.text.map(<[u8]>::len))));
///             kept.clear();
///         }
///     }
/// }
/// assert_eq!(found, [(1, 0, Ok(9)), (3, 11, Ok(9))]);
/// ```
#[derive(Debug, Clone)]
pub struct Lines {
    limit: usize,
    ended: u64,
    offset: u64,
    length: usize,
}

/// A line that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Line<'t> {
    /// Its number, from 1; blank lines count.
    pub number: u64,
    /// Where it starts, in bytes from the start of the text.
    pub offset: u64,
    /// Its text without the end of the line, or `too_large`.
    pub text: Result<&'t [u8], Error>,
}

impl Default for Lines {
    /// A line may hold as much as a document: [`DOCUMENT_BYTES`].
    fn default() -> Self {
        Self::of_at_most(DOCUMENT_BYTES)
    }
}

impl Lines {
    /// Lines of at most so many bytes, without their ends.
    pub const fn of_at_most(limit: usize) -> Self {
        Self { limit, ended: 0, offset: 0, length: 0 }
    }

    /// How many lines have ended, blank ones too.
    pub const fn ended(&self) -> u64 {
        self.ended
    }

    /// Where the line at hand starts, in bytes from the start of the text.
    pub const fn offset(&self) -> u64 {
        self.offset
    }

    /// How many bytes of the line at hand have been scanned.
    pub const fn length(&self) -> usize {
        self.length
    }

    /// Whether the line at hand is too long, whatever follows.
    pub const fn is_too_long(&self) -> bool {
        self.length > self.with_end()
    }

    /// The longest line together with its end, `\r\n`.
    const fn with_end(&self) -> usize {
        self.limit.saturating_add(2)
    }

    /// Scans what follows: how many bytes of it belong to the line at hand, and whether it ends with them.
    pub fn scan(&mut self, piece: &[u8]) -> (usize, bool) {
        let end = memchr::memchr(b'\n', piece);
        let part = end.map_or(piece.len(), |end| end + 1);
        self.length = self.length.saturating_add(part);
        (part, end.is_some())
    }

    /// Keeps a part of the line at hand: of a line that is too long, no more than a line may have.
    pub fn keep(&self, kept: &mut Vec<u8>, part: &[u8]) {
        let left = self.with_end().saturating_sub(kept.len());
        kept.extend_from_slice(part.get(..left).unwrap_or(part));
    }

    /// Ends the line at hand, of which `kept` is the text, and begins the next. A blank line is none, and neither is the
    /// end of a text after its last line.
    pub fn end<'t>(&mut self, kept: &'t [u8]) -> Option<Line<'t>> {
        let length = std::mem::take(&mut self.length);
        if length == 0 {
            return None;
        }
        let offset = self.offset;
        self.ended += 1;
        self.offset += u64::try_from(length).unwrap_or(u64::MAX);
        let text = kept.strip_suffix(b"\n").unwrap_or(kept);
        let text = text.strip_suffix(b"\r").unwrap_or(text);
        let text = if kept.len() < length || text.len() > self.limit {
            Err(too_large())
        } else if text.iter().all(u8::is_ascii_whitespace) {
            return None;
        } else {
            Ok(text)
        };
        Some(Line { number: self.ended, offset, text })
    }
}

fn too_large() -> Error {
    Error::new(Code::TooLarge, "", "found a longer line, expected at most 4 MiB")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LIMIT: usize = 12;

    type Found = Vec<(u64, u64, Option<Vec<u8>>)>;

    fn found<'t>(line: Line<'t>) -> (u64, u64, Option<Vec<u8>>) {
        (line.number, line.offset, line.text.ok().map(<[u8]>::to_vec))
    }

    fn in_pieces(text: &[u8], size: usize) -> (Found, u64) {
        let (mut lines, mut kept, mut all) = (Lines::of_at_most(LIMIT), Vec::new(), Vec::new());
        for mut piece in text.chunks(size) {
            while !piece.is_empty() {
                let (part, ended) = lines.scan(piece);
                let (part, rest) = piece.split_at(part);
                lines.keep(&mut kept, part);
                assert!(kept.len() <= LIMIT + 2);
                piece = rest;
                if ended {
                    all.extend(lines.end(&kept).map(found));
                    kept.clear();
                }
            }
        }
        all.extend(lines.end(&kept).map(found));
        (all, lines.ended())
    }

    /// The same by splitting the whole text.
    fn split(text: &[u8]) -> (Found, u64) {
        let (mut all, mut number, mut offset) = (Vec::new(), 0, 0);
        for line in text.split_inclusive(|byte| *byte == b'\n') {
            number += 1;
            let bare = line.strip_suffix(b"\n").unwrap_or(line);
            let bare = bare.strip_suffix(b"\r").unwrap_or(bare);
            if bare.len() > LIMIT {
                all.push((number, offset, None));
            } else if !bare.trim_ascii().is_empty() {
                all.push((number, offset, Some(bare.to_vec())));
            }
            offset += line.len() as u64;
        }
        (all, number)
    }

    proptest! {
        #[test]
        fn lines_are_those_that_splitting_gives(
            lines in prop::collection::vec("([a-c]{0,9}|[a-c]{10,30}| {0,16}|\r)(\n|\r\n|)", 0..30),
            size in 1..40usize,
        ) {
            let text = lines.concat().into_bytes();
            prop_assert_eq!(in_pieces(&text, size), split(&text));
        }
    }
}
