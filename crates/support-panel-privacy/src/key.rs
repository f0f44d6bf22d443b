//! A key, and the tokens that it gives.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use std::fmt;

/// A key that neither `Debug` nor an error shows.
#[derive(Clone)]
pub struct Key(Hmac<Sha256>);

/// A key of fewer bytes than [`Key::BYTES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooShort;

impl fmt::Display for TooShort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "found a shorter key, expected {} bytes or more", Key::BYTES)
    }
}

impl std::error::Error for TooShort {}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<key>")
    }
}

impl Key {
    /// The fewest bytes of a key.
    pub const BYTES: usize = 32;

    /// A key of so many bytes or more.
    ///
    /// # Errors
    /// A shorter one.
    pub fn new(bytes: &[u8]) -> Result<Self, TooShort> {
        if bytes.len() < Self::BYTES {
            return Err(TooShort);
        }
        Hmac::new_from_slice(bytes).map(Self).map_err(|_| TooShort)
    }

    /// A digest of the parts, each with its length before it, so that nothing runs into its neighbour.
    pub(crate) fn digest(&self, parts: &[&[u8]]) -> Digest {
        let mut digest = Started(self.0.clone());
        parts.iter().for_each(|part| digest.add(part));
        digest.end()
    }

    /// What stands for a value under a purpose; `scope` is what the value is an id within, such as a family.
    ///
    /// ```
    /// use support_panel_privacy::Key;
    ///
    /// let key = Key::new(&[0; 32])?;
    /// assert_eq!(key.token("analysis", "case", b"", b"EHA-1"), "c-e8f22ec668321f5ae10325e47ca03621");
    /// # Ok::<(), support_panel_privacy::TooShort>(())
    /// ```
    pub fn token(&self, purpose: &str, field: &str, scope: &[u8], value: &[u8]) -> String {
        self.tokens(purpose, field, scope).of(value)
    }

    /// The tokens of one scope: what they have in common is digested once.
    pub(crate) fn tokens(&self, purpose: &str, field: &str, scope: &[u8]) -> Tokens {
        let mut started = Started(self.0.clone());
        for part in [b"pseudonym", purpose.as_bytes(), field.as_bytes(), scope] {
            started.add(part);
        }
        Tokens { started, initial: field.chars().next().unwrap_or('i') }
    }
}

#[derive(Clone)]
struct Started(Hmac<Sha256>);

pub(crate) type Digest = [u8; 32];

impl Started {
    fn add(&mut self, part: &[u8]) {
        self.0.update(&(part.len() as u64).to_be_bytes());
        self.0.update(part);
    }

    fn end(self) -> Digest {
        self.0.finalize().into_bytes().into()
    }
}

/// What stands for the values of one field within one scope.
#[derive(Clone)]
pub(crate) struct Tokens {
    started: Started,
    initial: char,
}

impl Tokens {
    pub(crate) fn of(&self, value: &[u8]) -> String {
        let mut started = self.started.clone();
        started.add(value);
        let mut token = String::with_capacity(34);
        token.push(self.initial);
        token.push('-');
        push_hex(&started.end(), 16, &mut token);
        token
    }
}

/// Puts the first bytes of a digest behind a text, in hexadecimal digits.
pub(crate) fn push_hex(digest: &Digest, bytes: usize, text: &mut String) {
    let digit = |half: u8| if half < 10 { b'0' + half } else { b'a' + half - 10 };
    let mut digits = [0; 64];
    for (pair, byte) in digits.as_chunks_mut().0.iter_mut().zip(digest) {
        *pair = [digit(byte >> 4), digit(byte & 15)];
    }
    let first = digits.get(..2 * bytes).and_then(|digits| std::str::from_utf8(digits).ok());
    text.push_str(first.unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_key_is_refused_and_no_key_is_shown() {
        assert!(Key::new(&[7; 31]).is_err());
        let key = Key::new(b"a-key-that-nobody-ought-to-see-in-a-log")
            .unwrap_or_else(|_| std::process::abort());
        assert_eq!(format!("{key:?}"), "<key>");
    }

    #[test]
    fn nothing_runs_into_its_neighbour() {
        let key = Key::new(&[1; 32]).unwrap_or_else(|_| std::process::abort());
        let tokens: std::collections::BTreeSet<_> =
            [("a", "b", "c"), ("ab", "", "c"), ("a", "", "bc"), ("", "ab", "c")]
                .map(|(purpose, scope, value)| {
                    key.token(purpose, "id", scope.as_bytes(), value.as_bytes())
                })
                .into();
        assert_eq!(tokens.len(), 4);
    }
}
