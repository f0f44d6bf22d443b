//! Envelopes: how the journal keeps a sealed rating.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The key of the envelopes of a sitting. Without a key they hide ratings from view only.
///
/// ```
/// let seal = support_panel::Seal::new(b"kept apart from the journal");
/// assert_eq!(format!("{seal:?}"), "Seal");
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Seal(Box<[u8]>);

impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seal")
    }
}

/// Length of the authentication code in bytes.
const TAG: usize = 16;
/// Texts are padded to a multiple of this many bytes.
const BLOCK: usize = 256;
/// The longest text in bytes: closed and in hexadecimal it is still a text that the format allows.
pub(super) const MOST: usize = BLOCK * 38;

impl Seal {
    /// A key of any length; one of 32 random bytes is as good as it gets.
    pub fn new(key: &[u8]) -> Self {
        Self(key.into())
    }

    /// HMAC-SHA-256 under the key.
    fn code(&self, purpose: &[u8], parts: &[&[u8]]) -> [u8; 32] {
        // A key of any length is taken.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return [0; 32] };
        mac.update(purpose);
        for part in parts {
            mac.update(&(part.len() as u64).to_le_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// Encrypts or decrypts. The stream derives from the tag of the text, so no two texts share one.
    fn stream(&self, tag: &[u8], bytes: &mut [u8]) {
        for (chunk, count) in bytes.chunks_mut(32).zip(0u64..) {
            let stream = self.code(b"stream", &[tag, &count.to_le_bytes()]);
            chunk.iter_mut().zip(stream).for_each(|(byte, mask)| *byte ^= mask);
        }
    }

    fn tag(&self, context: &str, filled: &[u8]) -> Vec<u8> {
        self.code(b"tag", &[context.as_bytes(), filled]).into_iter().take(TAG).collect()
    }

    /// Closes a text in an envelope that opens in the same context only. `None` where the text is too
    /// long.
    pub(super) fn close(&self, context: &str, text: &str) -> Option<String> {
        let mut filled = text.as_bytes().to_vec();
        filled.resize(text.len().next_multiple_of(BLOCK), b' ');
        if filled.len() > MOST {
            return None;
        }
        let mut envelope = self.tag(context, &filled);
        let tag = envelope.clone();
        self.stream(&tag, &mut filled);
        envelope.append(&mut filled);
        Some(hex(&envelope))
    }

    /// The text of an envelope. `None` under another key, in another context, or after a change.
    pub(super) fn open(&self, context: &str, envelope: &str) -> Option<String> {
        let bytes = unhex(envelope)?;
        let (tag, hidden) = bytes.split_at_checked(TAG)?;
        let mut filled = hidden.to_vec();
        self.stream(tag, &mut filled);
        if self.tag(context, &filled) != tag {
            return None;
        }
        String::from_utf8(filled).ok().map(|text| text.trim_end_matches(' ').to_owned())
    }
}

pub(super) fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| if half < 10 { b'0' + half } else { b'a' + half - 10 };
    let mut text = vec![0; bytes.len() * 2];
    for ([high, low], byte) in text.as_chunks_mut().0.iter_mut().zip(bytes) {
        (*high, *low) = (digit(byte >> 4), digit(byte & 15));
    }
    String::from_utf8(text).unwrap_or_default()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return None };
    let digit = |byte: u8| char::from(byte).to_digit(16);
    pairs.iter().map(|[high, low]| u8::try_from(digit(*high)? * 16 + digit(*low)?).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_envelope_opens_only_as_it_was_closed() {
        let seal = Seal::new(b"key");
        let envelope = seal.close("by p-1", "4").unwrap();
        assert_eq!(seal.open("by p-1", &envelope).as_deref(), Some("4"));
        assert_eq!(seal.open("by p-2", &envelope), None);
        assert_eq!(Seal::new(b"other").open("by p-1", &envelope), None);
        for at in 0..envelope.len() {
            let mut changed = envelope.clone().into_bytes();
            changed[at] = if changed[at] == b'0' { b'1' } else { b'0' };
            let changed = String::from_utf8(changed).unwrap();
            assert_eq!(seal.open("by p-1", &changed), None, "{at}");
        }
        assert_eq!(seal.open("by p-1", "0"), None);
        assert_eq!(seal.open("by p-1", ""), None);
    }

    #[test]
    fn its_length_says_nothing() {
        let seal = Seal::default();
        let lengths: Vec<_> = ["4", "10", "a whole sentence"]
            .iter()
            .map(|text| seal.close("", text).unwrap().len())
            .collect();
        assert_eq!(lengths, [2 * (TAG + BLOCK); 3]);
    }

    #[test]
    fn what_is_too_long_for_the_format_is_not_closed() {
        let seal = Seal::default();
        let most = seal.close("", &"x".repeat(MOST)).unwrap();
        assert!(most.len() <= crate::limits::TEXT_CHARACTERS);
        assert_eq!(seal.open("", &most).unwrap().len(), MOST);
        assert_eq!(seal.close("", &"x".repeat(MOST + 1)), None);
    }

    #[test]
    fn hexadecimal_goes_both_ways() {
        let bytes: Vec<u8> = (0..=255).collect();
        assert_eq!(unhex(&hex(&bytes)), Some(bytes));
        assert_eq!(unhex("0g"), None);
        assert_eq!(unhex("012"), None);
    }
}
