//! Texts, with their escapes.

use super::scan::{scan_plain, scan_visible};
use super::{Kind, Reader};
use crate::error::Code;
use crate::limits;
use crate::wire::{Fault, Read, bare};
use std::borrow::Cow;

/// What follows the quote with which a text begins. By its byte: the standard library would spell the character out.
#[inline(always)]
fn after_quote(text: &str) -> Option<&str> {
    if text.as_bytes().first() == Some(&b'"') { text.get(1..) } else { None }
}

impl<'a> Reader<'a> {
    /// The text that follows; null or an empty one is none.
    pub(crate) fn text(&mut self, words: &'static str) -> Read<Option<Cow<'a, str>>> {
        if !self.expect_for(Kind::Text, words)? {
            return Ok(None);
        }
        let text = self.string()?;
        Ok((!text.is_empty()).then_some(text))
    }

    /// Which of these words, given in their quotes, follows; null or an empty text is none.
    pub(crate) fn word(
        &mut self,
        quoted: &[&'static str],
        expected: &'static str,
    ) -> Read<Option<usize>> {
        let second = self.rest.as_bytes().get(1);
        for (index, word) in quoted.iter().enumerate() {
            if word.as_bytes().get(1) == second
                && let Some(rest) = self.rest.strip_prefix(*word)
            {
                self.rest = rest;
                return Ok(Some(index));
            }
        }
        self.word_slowly(quoted, expected)
    }

    #[cold]
    fn word_slowly(
        &mut self,
        quoted: &[&'static str],
        expected: &'static str,
    ) -> Read<Option<usize>> {
        let rest = self.rest;
        let Some(found) = self.text(Kind::Text.words())? else { return Ok(None) };
        match quoted.iter().position(|word| word.get(1..word.len() - 1) == Some(&found)) {
            Some(index) => Ok(Some(index)),
            None => Err(self
                .refused(rest, Code::UnknownWord, "another word", expected)
                .knowing(quoted.iter().map(|word| bare(word)))),
        }
    }

    /// A fault of the value that was read last, of which the text before it is given.
    #[cold]
    pub(crate) fn refused(
        &mut self,
        rest: &'a str,
        code: Code,
        found: &'static str,
        expected: &'static str,
    ) -> Box<Fault> {
        self.rest = rest;
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

    /// What is still to be read, to go back to.
    pub(crate) fn rest(&self) -> &'a str {
        self.rest
    }

    /// A text in its usual shape: nothing escaped, and not too long. The cursor stays where there is none.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    pub(crate) fn plain(&mut self) -> Option<&'a str> {
        let text = after_quote(self.rest)?;
        self.quoted(text, scan_plain(text.as_bytes()), limits::TEXT_CHARACTERS)
    }

    /// An id in its usual shape: visible ASCII, nothing escaped, and not too long. The cursor stays where there is none.
    #[inline]
    pub(crate) fn plain_id(&mut self) -> Option<&'a str> {
        let text = after_quote(self.rest)?;
        let run = scan_visible(text.as_bytes());
        if run == 0 { None } else { self.quoted(text, run, limits::ID_CHARACTERS) }
    }

    /// The first `run` bytes of a text, where a quote follows them and they are not too many.
    #[inline(always)]
    fn quoted(&mut self, text: &'a str, run: usize, most: usize) -> Option<&'a str> {
        let (text, rest) = text.split_at_checked(run)?;
        if run > most {
            return None;
        }
        self.rest = after_quote(rest)?;
        Some(text)
    }

    /// The `N` bytes of a text that has just so many, and is not passed over.
    #[inline]
    pub(crate) fn framed<const N: usize>(&self) -> Option<&'a [u8; N]> {
        let [b'"', text @ ..] = self.rest.as_bytes() else { return None };
        let (text, [b'"', ..]) = text.split_first_chunk()? else { return None };
        Some(text)
    }

    /// Passes over a text that was [framed](Reader::framed).
    #[inline]
    pub(crate) fn pass<const N: usize>(&mut self) {
        self.step(N + 2);
    }

    /// A text with escapes, or one that may be too long.
    #[cold]
    fn string_slowly(&mut self) -> Read<Cow<'a, str>> {
        let open = self.offset();
        let text = self.long_text()?;
        if text.len() > limits::TEXT_CHARACTERS && text.chars().count() > limits::TEXT_CHARACTERS {
            let expected = format!("at most {} characters", limits::TEXT_CHARACTERS);
            return Err(Fault::new(Code::TooLong, open, "a longer text", expected));
        }
        Ok(Cow::Owned(text))
    }

    /// The text at the cursor, of any length: a whole document may be held in one.
    pub(crate) fn long_text(&mut self) -> Read<String> {
        self.step(1);
        let mut text = String::new();
        loop {
            match self.byte() {
                Some(b'"') => {
                    self.step(1);
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.escape()?),
                Some(0..0x20) => {
                    return Err(self.fault(Code::BadSyntax, "a control character", "it escaped"));
                }
                None => return Err(self.syntax("the end of a text")),
                Some(_) => {
                    let (plain, rest) = self
                        .rest
                        .split_at_checked(scan_plain(self.rest.as_bytes()))
                        .unwrap_or_default();
                    text.push_str(plain);
                    self.rest = rest;
                }
            }
        }
    }

    fn escape(&mut self) -> Read<char> {
        let backslash = self.offset();
        self.step(1);
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
        self.step(1);
        Ok(plain)
    }

    fn unicode_escape(&mut self, backslash: usize) -> Read<char> {
        let lone = || {
            Fault::new(Code::LoneSurrogate, backslash, "half of a surrogate pair", "both halves")
        };
        self.step(1);
        let unit = self.hex4()?;
        if !(0xD800..0xE000).contains(&unit) {
            return char::from_u32(unit).ok_or_else(lone);
        }
        if unit >= 0xDC00 || !self.rest.starts_with("\\u") {
            return Err(lone());
        }
        self.step(2);
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
            self.step(1);
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
                    // A `#` is left to a slower look.
                    b'"' | b'\\' | 0..=b' ' | 0x7f | b'#' => None,
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
