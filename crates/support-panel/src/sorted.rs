//! Lists put in order and then searched: no input makes them slow, and nothing about them is random, as a hash would be.

use std::borrow::Borrow;

/// A text in front of which its first eight bytes stand as one number: most texts are told apart by one comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key<T> {
    head: u64,
    text: T,
}

impl<T: Borrow<str>> Key<T> {
    #[inline]
    pub(crate) fn new(text: T) -> Self {
        Self { head: head(text.borrow()), text }
    }

    /// Whether two texts are the same; short ones are once their heads are.
    #[inline]
    fn is(&self, other: &Key<&str>) -> bool {
        let (a, b) = (self.text.borrow().as_bytes(), other.text.as_bytes());
        self.head == other.head && a.len() == b.len() && (a.len() <= 8 || a == b)
    }

    fn is_below(&self, other: &Key<&str>) -> bool {
        self.head < other.head || self.head == other.head && self.text.borrow() < other.text
    }
}

/// The first eight bytes, most significant first. A shorter text counts as if noughts followed, so that it stays before
/// every longer one that it begins; what is equal here may still differ.
#[inline]
fn head(text: &str) -> u64 {
    match text.as_bytes().first_chunk() {
        Some(bytes) => u64::from_be_bytes(*bytes),
        None => text.bytes().zip((0..u64::BITS).step_by(8).rev()).fold(0, |head, (byte, shift)| head | u64::from(byte) << shift),
    }
}

/// What each of some ids stands for: several things, where an id is used more than once.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Index<I, T>(Vec<(Key<I>, T)>);

impl<I: Borrow<str> + Ord, T: Copy + Ord> Index<I, T> {
    pub(crate) fn new(items: impl Iterator<Item = (I, T)>) -> Self {
        let mut items: Vec<_> = items.map(|(id, it)| (Key::new(id), it)).collect();
        items.sort_unstable();
        Self(items)
    }

    /// The first thing of this id that is not before `least`.
    pub(crate) fn first_from(&self, id: &str, least: T) -> Option<T> {
        let wanted = Key::new(id);
        let rest = self.0.get(self.0.partition_point(|(key, _)| key.head < wanted.head)..)?;
        // Nearly always the first of this head is the one.
        let (key, it) = rest.first().filter(|(key, _)| key.head == wanted.head)?;
        if *it >= least && key.is(&wanted) {
            return Some(*it);
        }
        let at = rest.partition_point(|(key, it)| key.is_below(&wanted) || *it < least && key.is(&wanted));
        rest.get(at).filter(|(key, _)| key.is(&wanted)).map(|(_, it)| *it)
    }

    /// Whether every id stands for one thing only.
    pub(crate) fn is_unique(&self) -> bool {
        self.0.is_sorted_by(|(a, _), (b, _)| a < b)
    }
}

/// A set, made once and then asked.
pub(crate) struct Set<T>(Vec<T>);

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut items: Vec<T> = items.into_iter().collect();
        items.sort_unstable();
        Self(items)
    }
}

impl<T: Ord> Set<T> {
    pub(crate) fn contains(&self, it: &T) -> bool {
        self.0.binary_search(it).is_ok()
    }
}

/// Ids, to ask which are among them.
pub(crate) type Ids<'a> = Set<Key<&'a str>>;

impl Ids<'_> {
    pub(crate) fn has(&self, id: &str) -> bool {
        let wanted = Key::new(id);
        let at = self.0.partition_point(|key| key.is_below(&wanted));
        self.0.get(at).is_some_and(|key| key.is(&wanted))
    }
}

/// The items that are the same as an earlier one, in order: the place of each, and that of the first that it repeats.
pub(crate) fn repeats<P: Copy + Ord, T: Ord>(items: impl Iterator<Item = (P, T)>) -> Vec<(P, P)> {
    let mut items: Vec<(T, P)> = items.map(|(place, it)| (it, place)).collect();
    items.sort_unstable();
    let mut found = Vec::new();
    for alike in items.chunk_by(|a, b| a.0 == b.0) {
        if let [(_, first), later @ ..] = alike {
            found.extend(later.iter().map(|(_, place)| (*place, *first)));
        }
    }
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "[a-c]{0,3}|same-for-8[a-c]?|é{0,6}";

    proptest! {
        #[test]
        fn keys_are_ordered_as_their_texts_are(a in TEXT, b in TEXT) {
            prop_assert_eq!(Key::new(a.as_str()).cmp(&Key::new(b.as_str())), a.cmp(&b));
            prop_assert_eq!(Key::new(a.as_str()).is(&Key::new(b.as_str())), a == b);
            prop_assert_eq!(Key::new(a.as_str()).is_below(&Key::new(b.as_str())), a < b);
        }

        #[test]
        fn an_index_finds_what_a_scan_finds(ids in prop::collection::vec(TEXT, 0..12), wanted in TEXT, least in 0usize..12) {
            let index = Index::new(ids.iter().map(String::as_str).zip(0..));
            let scan = ids.iter().zip(0..).find(|(id, place)| **id == wanted && *place >= least);
            prop_assert_eq!(index.first_from(&wanted, least), scan.map(|(_, place)| place));
            let set: Ids<'_> = ids.iter().map(|id| Key::new(id.as_str())).collect();
            prop_assert_eq!(set.has(&wanted), ids.contains(&wanted));
            prop_assert_eq!(set.contains(&Key::new(&wanted)), ids.contains(&wanted));
            prop_assert_eq!(index.is_unique(), repeats(ids.iter().enumerate()).is_empty());
        }

        #[test]
        fn repeats_are_those_that_a_scan_finds(ids in prop::collection::vec(TEXT, 0..12)) {
            let first = |place: usize| ids.iter().position(|id| *id == ids[place]).unwrap_or(place);
            let naive: Vec<_> = (0..ids.len()).map(|place| (place, first(place))).filter(|(place, first)| place != first).collect();
            prop_assert_eq!(repeats(ids.iter().enumerate()), naive);
        }
    }
}
