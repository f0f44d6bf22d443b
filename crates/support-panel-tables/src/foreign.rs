//! Files that hold no lines of JSON: what they are, by their first bytes, and what to do.

use std::fmt;
use std::io;

/// A file of another kind than is read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Foreign {
    Zip,
    Xz,
    Bzip2,
    Utf16,
    Array,
    Indented,
}

/// So many bytes of a text are looked at for the end of its first line.
pub(crate) const FIRST_LINE: usize = 4096;

impl Foreign {
    /// What the stored bytes of a file begin with.
    pub(crate) fn stored(head: &[u8]) -> Option<Self> {
        match head {
            [b'P', b'K', 3, 4, ..] => Some(Self::Zip),
            [0xfd, b'7', b'z', b'X', ..] => Some(Self::Xz),
            [b'B', b'Z', b'h', b'1'..=b'9', ..] => Some(Self::Bzip2),
            _ => None,
        }
    }

    /// What a text begins with, of which the first line is there, or much of it.
    pub(crate) fn text(head: &[u8]) -> Option<Self> {
        if let [0xff, 0xfe, ..] | [0xfe, 0xff, ..] = head {
            return Some(Self::Utf16);
        }
        let line = head
            .trim_ascii_start()
            .split(|byte| *byte == b'\n')
            .next()
            .unwrap_or_default()
            .trim_ascii_end();
        match line {
            b"{" => Some(Self::Indented),
            b"[" => Some(Self::Array),
            [b'[', rest @ ..] if rest.trim_ascii_start().starts_with(b"{") => Some(Self::Array),
            _ => None,
        }
    }
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (found, remedy) = match self {
            Self::Zip => ("a zip archive", "unpack it first"),
            Self::Xz => ("data compressed with xz", "unpack it first"),
            Self::Bzip2 => ("data compressed with bzip2", "unpack it first"),
            Self::Utf16 => ("text in UTF-16", "save it as UTF-8"),
            Self::Array => (
                "a JSON array",
                "write each of its items on a line of its own, as `jq -c '.[]'` does",
            ),
            Self::Indented => {
                ("a record over several lines", "write each record on one line, as `jq -c .` does")
            }
        };
        let expected = match self {
            Self::Zip | Self::Xz | Self::Bzip2 => {
                "lines of JSON, plain or compressed with gzip or Zstandard"
            }
            Self::Utf16 => "UTF-8",
            Self::Array | Self::Indented => "one record a line",
        };
        write!(f, "found {found}, expected {expected}: {remedy}")
    }
}

impl std::error::Error for Foreign {}

impl From<Foreign> for io::Error {
    fn from(foreign: Foreign) -> Self {
        Self::new(io::ErrorKind::InvalidData, foreign)
    }
}
