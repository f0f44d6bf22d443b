//! What stands for a text that is met again.

use foldhash::quality::FixedState;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, Hash, Hasher};

/// Tables of keys and of what texts of one part come to: seeded, since the texts are not ours.
pub(crate) type Map<K, V> = HashMap<K, V, foldhash::fast::RandomState>;
pub(crate) type Set<K> = HashSet<K, foldhash::fast::RandomState>;

/// Stands for one text or several: what must be remembered of each record is then a number, whatever its id is.
///
/// Equal texts have equal keys in every process, so that partial results merge wherever they were made. Two of a million different
/// texts share a key about once in 40 million times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Key(u64);

impl Key {
    pub(crate) fn of(texts: &[Option<&str>]) -> Self {
        Self(0).and(texts)
    }

    /// The key of these texts behind those of this key.
    pub(crate) fn and(self, texts: &[Option<&str>]) -> Self {
        const STATE: FixedState = FixedState::with_seed(0x7061_6e65_6c73);
        let mut hasher = STATE.build_hasher();
        hasher.write_u64(self.0);
        texts.hash(&mut hasher);
        Self(hasher.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_differ_have_keys_that_differ() {
        let ids = (0..1_000_000).map(|number| format!("panel-{number}"));
        let keys: Set<Key> = ids.map(|id| Key::of(&[Some(&id)])).collect();
        assert_eq!(keys.len(), 1_000_000);
        let same = [
            Key::of(&[Some("ab"), Some("c")]),
            Key::of(&[Some("a"), Some("bc")]),
            Key::of(&[Some("abc"), None]),
            Key::of(&[None, Some("abc")]),
            Key::of(&[Some("abc")]),
            Key::of(&[Some("abc"), Some("")]),
        ];
        assert_eq!(Set::from_iter(same).len(), same.len());
    }
}
