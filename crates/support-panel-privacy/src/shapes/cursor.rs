//! A folded text, and what stands where in it.

use crate::folding::is_letter;

/// A text to look into at any byte.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a>(&'a str);

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self(text)
    }

    pub(super) fn bytes(self) -> &'a [u8] {
        self.0.as_bytes()
    }

    pub(super) fn byte(self, at: usize) -> Option<u8> {
        self.bytes().get(at).copied()
    }

    /// Whether this byte is there and such a one.
    pub(super) fn is(self, at: usize, test: fn(u8) -> bool) -> bool {
        self.byte(at).is_some_and(test)
    }

    pub(super) fn is_before(self, at: usize, test: fn(u8) -> bool) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, test))
    }

    /// The bytes from here on begin so.
    pub(super) fn begins(self, at: usize, with: &str) -> bool {
        self.bytes().get(at..).is_some_and(|rest| rest.starts_with(with.as_bytes()))
    }

    /// Whether a letter, a digit or `_` stands here.
    pub(super) fn is_word(self, at: usize) -> bool {
        match self.byte(at) {
            Some(byte) if byte.is_ascii() => is_word(byte),
            Some(_) => self.0.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_letter),
            None => false,
        }
    }

    /// Whether one ends here.
    pub(super) fn is_word_before(self, at: usize) -> bool {
        match at.checked_sub(1).and_then(|before| self.byte(before)) {
            Some(byte) if byte.is_ascii() => is_word(byte),
            Some(_) => {
                self.0.get(..at).and_then(|text| text.chars().next_back()).is_some_and(is_letter)
            }
            None => false,
        }
    }

    /// The first place from here on where no such byte stands.
    pub(super) fn skip(self, mut at: usize, test: fn(u8) -> bool) -> usize {
        while self.is(at, test) {
            at += 1;
        }
        at
    }

    /// The same, over three of them at most.
    pub(super) fn skip_three(self, at: usize, test: fn(u8) -> bool) -> usize {
        self.skip(at, test).min(at + 3)
    }

    /// The first place from here on where neither a letter, a digit, `_` nor such a byte stands.
    pub(super) fn skip_words(self, mut at: usize, test: fn(u8) -> bool) -> usize {
        while self.is(at, test) || self.is_word(at) {
            at += self.0.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        }
        at
    }

    /// The bytes between two places as text.
    pub(super) fn text(self, from: usize, to: usize) -> &'a str {
        self.0.get(from..to).unwrap_or_default()
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

pub(super) fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}

/// What a folded letter or digit is, beyond which a postcode or a number may not go on.
pub(super) fn is_alphanumeric(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r' | 0x1c..=0x1f)
}
