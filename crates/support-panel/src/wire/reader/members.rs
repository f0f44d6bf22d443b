//! The members of an object: straight down in canonical order, and looked up where one stands elsewhere.

use super::Reader;
use crate::error::Code;
use crate::wire::suggest::nearest;
use crate::wire::{Fault, Read, Value, bare};
use std::borrow::Cow;

/// A key as canonical writing spells it, `"key":`, with its first and its last eight bytes as one word each: most keys are
/// told apart by one comparison and known whole by two.
pub(crate) struct Key {
    pub(crate) quoted: &'static str,
    index: u8,
    head: u64,
    mask: u64,
    tail: u64,
}

impl Key {
    /// The key with its index among the keys of its object.
    pub(crate) const fn new(quoted: &'static str, index: u8) -> Self {
        assert!(index < TAG, "the last bit is the tag's");
        let bytes = quoted.as_bytes();
        let (mut head, mut mask, mut rest, mut shift) = (0, 0, bytes, 0);
        while let [byte, after @ ..] = rest
            && shift < u64::BITS
        {
            head |= (*byte as u64) << shift;
            mask |= 0xff << shift;
            shift += 8;
            rest = after;
        }
        let tail = match bytes.last_chunk() {
            Some(last) => u64::from_le_bytes(*last),
            None => 0,
        };
        Self { quoted, index, head, mask, tail }
    }

    pub(crate) fn bare(&self) -> &'static str {
        bare(self.quoted)
    }

    /// Whether a text begins with the key.
    #[inline(always)]
    fn begins(&self, text: &[u8]) -> bool {
        // Where fewer bytes are left, looking up will do.
        if text.first_chunk().is_none_or(|head| u64::from_le_bytes(*head) & self.mask != self.head)
        {
            return false;
        }
        match self.quoted.len() {
            0..=8 => true,
            9..=16 => text
                .get(self.quoted.len() - 8..)
                .and_then(<[u8]>::first_chunk)
                .is_some_and(|last| u64::from_le_bytes(*last) == self.tail),
            _ => text.starts_with(self.quoted.as_bytes()),
        }
    }
}

/// The mark of a `type` among the keys seen; no object has that many members.
const TAG: u8 = 63;

/// Which members of an object have been read, and what stands at the cursor.
pub(crate) struct Progress {
    /// A bit for each index whose key has been read,
    seen: u64,
    /// and for each whose value was not an empty one.
    found: u64,
    next: Next,
}

/// What stands at the cursor.
#[derive(Clone, Copy)]
enum Next {
    Key,
    /// The value of the key with this index.
    Value(u8),
    /// The end of the object, or anything that is no comma.
    End,
}

impl Progress {
    pub(crate) const fn new() -> Self {
        Self { seen: 0, found: 0, next: Next::Key }
    }

    fn see(&mut self, index: u8) -> bool {
        let bit = 1 << index;
        if self.seen & bit != 0 {
            return false;
        }
        self.seen |= bit;
        true
    }
}

impl Reader<'_> {
    /// Whether the member with this key is next, and then steps to its value.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    pub(crate) fn takes(&mut self, progress: &mut Progress, key: &'static Key) -> bool {
        match progress.next {
            Next::Key => {
                // A key that was seen is left to be refused.
                let takes = key.begins(self.rest.as_bytes()) && progress.see(key.index);
                if takes {
                    self.step(key.quoted.len());
                    // As those write it who write for people.
                    if self.byte() == Some(b' ') {
                        self.step(1);
                    }
                }
                takes
            }
            Next::Value(index) => index == key.index,
            Next::End => false,
        }
    }

    /// After the value of a member, which was there or an empty one: steps over the comma, if there is one.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    pub(crate) fn passes(&mut self, progress: &mut Progress, key: &Key, found: bool) {
        progress.found |= u64::from(found) << key.index;
        self.passes_comma(progress);
    }

    #[inline(always)]
    fn passes_comma(&mut self, progress: &mut Progress) {
        progress.next = match self.rest.as_bytes() {
            [b',', b'"', ..] => {
                self.step(1);
                Next::Key
            }
            [b',', ..] => {
                self.step(1);
                self.skip_space();
                Next::Key
            }
            _ => Next::End,
        };
    }

    /// Where none of the keys was next, seen from one to the other in their order: whether to go through them again. False at
    /// the closing brace, which is left to [`Reader::close`].
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    pub(crate) fn again(&mut self, progress: &mut Progress, keys: &[&'static Key]) -> Read<bool> {
        if let (Next::End, Some(b'}')) = (progress.next, self.byte()) {
            return Ok(false);
        }
        self.goes_on(progress, keys)
    }

    /// At the end of an object: refuses one that lacks a member, by the first that it lacks.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    pub(crate) fn requires(
        &self,
        progress: &Progress,
        required: u64,
        keys: &[&'static Key],
    ) -> Read<()> {
        let lacking = required & !progress.found;
        match keys.get(lacking.trailing_zeros() as usize) {
            Some(key) => Err(self.missing(key.bare())),
            None => Ok(()),
        }
    }

    fn goes_on(&mut self, progress: &mut Progress, keys: &[&'static Key]) -> Read<bool> {
        if let Next::End = progress.next {
            if !self.more(b'}')? {
                return Ok(false);
            }
            self.skip_space();
            progress.next = Next::Key;
        } else {
            self.look_up(progress, keys)?;
        }
        Ok(true)
    }

    /// Reads a key out of order.
    #[cold]
    fn look_up(&mut self, progress: &mut Progress, keys: &[&'static Key]) -> Read<()> {
        let (at, key) = self.any_key()?;
        let twice = |key: &str| {
            Fault::new(Code::DuplicateKey, at, format!("{key} a second time"), "each key once")
        };
        if key == "type" && self.tagged == self.depth {
            if !progress.see(TAG) {
                return Err(twice("type"));
            }
            self.skip_value()?;
            self.passes_comma(progress);
            return Ok(());
        }
        let Some(known) = keys.iter().find(|known| known.bare() == key) else {
            let expected = match nearest(&key, keys.iter().map(|known| known.bare())) {
                Some(near) => format!("a known key; did you mean {near}?"),
                None => "a known key".into(),
            };
            return Err(Fault::new(
                Code::UnknownKey,
                at,
                "a key that the format does not have",
                expected,
            )
            .knowing(keys.iter().map(|known| known.bare())));
        };
        if !progress.see(known.index) {
            return Err(twice(known.bare()));
        }
        progress.next = Next::Value(known.index);
        Ok(())
    }
}

impl<'a> Reader<'a> {
    /// Any key with the offset where it starts, and the colon after it.
    pub(crate) fn any_key(&mut self) -> Read<(usize, Cow<'a, str>)> {
        self.skip_space();
        let at = self.offset();
        if self.byte() != Some(b'"') {
            return Err(self.syntax("a key in quotes"));
        }
        let key = self.string()?;
        self.skip_space();
        if self.byte() != Some(b':') {
            return Err(self.syntax("a colon"));
        }
        self.step(1);
        Ok((at, key))
    }

    /// The word under `type` in the object at the cursor, wherever in it that stands; the cursor stays.
    pub(crate) fn tag<T: Value>(&self) -> Read<T> {
        let mut ahead = self.clone();
        if !ahead.open(b'}')? {
            return Err(self.missing("type"));
        }
        loop {
            let (_, key) = ahead.any_key()?;
            if key == "type" {
                let mut word = T::empty();
                let found = T::read(&mut ahead, &mut word).map_err(|fault| fault.inside("type"))?;
                return if found { Ok(word) } else { Err(self.missing("type")) };
            }
            ahead.skip_value()?;
            if !ahead.more_members()? {
                return Err(ahead.missing("type"));
            }
        }
    }

    /// The object that is read next may have a `type`, which is passed over. Gives what [`Reader::leave_tagged`] takes.
    pub(crate) fn enter_tagged(&mut self) -> usize {
        std::mem::replace(&mut self.tagged, self.depth + 1)
    }

    pub(crate) fn leave_tagged(&mut self, outer: usize) {
        self.tagged = outer;
    }
}
