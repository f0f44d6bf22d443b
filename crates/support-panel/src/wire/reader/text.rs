//! Texts, with their escapes.

use super::run::{plain_run, visible_run};
use super::{Kind, Reader};
use crate::error::Code;
use crate::limits;
use crate::wire::{Fault, Read};
use std::borrow::Cow;

impl<'a> Reader<'a> {
    /// The text that follows; null or an empty one is none.
    pub(crate) fn text(&mut self, words: &'static str) -> Read<Option<Cow<'a, str>>> {
        if !self.expect_for(Kind::Text, words)? {
            return Ok(None);
        }
        let text = self.string()?;
        Ok((!text.is_empty()).then_some(text))
    }

    /// Which of these words follows; null or an empty text is none.
    pub(crate) fn word(&mut self, words: &[&str], expected: &'static str) -> Read<Option<usize>> {
        let from = self.at;
        let Some(found) = self.text(Kind::Text.words())? else { return Ok(None) };
        match words.iter().position(|word| *word == found) {
            Some(word) => Ok(Some(word)),
            None => Err(self.refused(from, Code::UnknownWord, "another word", expected)),
        }
    }

    /// A fault of the value that was read from here on.
    #[cold]
    pub(crate) fn refused(&mut self, from: usize, code: Code, found: &'static str, expected: &'static str) -> Box<Fault> {
        self.at = from;
        self.skip_space();
        self.fault(code, found, expected)
    }

    /// The text at the cursor, borrowed where nothing in it is escaped.
    pub(crate) fn string(&mut self) -> Read<Cow<'a, str>> {
        match self.plain() {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => self.string_slowly(),
        }
    }

    /// A text in its usual shape: nothing escaped, and not too long. The cursor stays where there is none.
    #[inline]
    pub(crate) fn plain(&mut self) -> Option<&'a str> {
        let (b'"', bytes) = self.rest().split_first()? else { return None };
        self.quoted(bytes, plain_run(bytes), limits::TEXT_CHARACTERS)
    }

    /// An id in its usual shape: visible ASCII, nothing escaped, and not too long. The cursor stays where there is none.
    #[inline]
    pub(crate) fn plain_id(&mut self) -> Option<&'a str> {
        let (b'"', bytes) = self.rest().split_first()? else { return None };
        let run = visible_run(bytes);
        if run == 0 { None } else { self.quoted(bytes, run, limits::ID_CHARACTERS) }
    }

    /// The first `run` bytes after the quote at the cursor, where another quote follows them and they are not too many.
    #[inline(always)]
    fn quoted(&mut self, bytes: &[u8], run: usize, most: usize) -> Option<&'a str> {
        if bytes.get(run) != Some(&b'"') || run > most {
            return None;
        }
        let from = self.at + 1;
        self.at = from + run + 1;
        self.text.get(from..from + run)
    }

    /// A text with escapes, or one that may be too long.
    #[cold]
    fn string_slowly(&mut self) -> Read<Cow<'a, str>> {
        let open = self.at;
        let text = self.long_text()?;
        if text.len() > limits::TEXT_CHARACTERS && text.chars().count() > limits::TEXT_CHARACTERS {
            let expected = format!("at most {} characters", limits::TEXT_CHARACTERS);
            return Err(Fault::new(Code::TooLong, open, "a longer text", expected));
        }
        Ok(Cow::Owned(text))
    }

    /// The text at the cursor, of any length: a whole document may be held in one.
    pub(crate) fn long_text(&mut self) -> Read<String> {
        self.at += 1;
        let mut text = String::new();
        loop {
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.escape()?),
                Some(0..0x20) => return Err(self.fault(Code::BadSyntax, "a control character", "it escaped")),
                None => return Err(self.syntax("the end of a text")),
                Some(_) => {
                    let run = plain_run(self.rest());
                    text.push_str(self.slice(self.at, self.at + run));
                    self.at += run;
                }
            }
        }
    }

    fn escape(&mut self) -> Read<char> {
        let backslash = self.at;
        self.at += 1;
        let plain = match self.byte() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(backslash),
            _ => return Err(self.syntax("one of \" \\ / b f n r t u after a backslash")),
        };
        self.at += 1;
        Ok(plain)
    }

    fn unicode_escape(&mut self, backslash: usize) -> Read<char> {
        let lone = || Fault::new(Code::LoneSurrogate, backslash, "half of a surrogate pair", "both halves");
        self.at += 1;
        let unit = self.hex4()?;
        if !(0xD800..0xE000).contains(&unit) {
            return char::from_u32(unit).ok_or_else(lone);
        }
        if unit >= 0xDC00 || !self.rest().starts_with(b"\\u") {
            return Err(lone());
        }
        self.at += 2;
        let low = self.hex4()?;
        if !(0xDC00..0xE000).contains(&low) {
            return Err(lone());
        }
        char::from_u32(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)).ok_or_else(lone)
    }

    fn hex4(&mut self) -> Read<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.byte().and_then(|b| char::from(b).to_digit(16));
            let Some(digit) = digit else { return Err(self.syntax("four hexadecimal digits")) };
            unit = unit * 16 + digit;
            self.at += 1;
        }
        Ok(unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_id_is_visible_ascii_in_quotes() {
        for at in 0..12 {
            for byte in 0..0x80u8 {
                let mut text = *b"\"abcdefghijkl\", ";
                text[1 + at] = byte;
                let text = std::str::from_utf8(&text).unwrap();
                let expected = match byte {
                    b'"' if at > 0 => text.get(1..=at),
                    b'"' | b'\\' | 0..=b' ' | 0x7f => None,
                    _ => text.get(1..13),
                };
                let mut reader = Reader::new(text);
                assert_eq!(reader.plain_id(), expected, "{byte} at {at}");
                assert_eq!(reader.offset(), expected.map_or(0, |id| id.len() + 2));
            }
        }
        for (id, plain) in [
            (String::new(), false),
            ("a".repeat(200), true),
            ("a".repeat(201), false),
            ("\u{e9}".into(), false),
            ("a\u{20ac}bcdefgh".into(), false),
        ] {
            assert_eq!(Reader::new(&format!("\"{id}\"")).plain_id().is_some(), plain, "{id}");
        }
    }
}
