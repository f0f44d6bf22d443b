//! Lookup tables with a bounded worst case; deterministic.

use std::borrow::Borrow;
use std::cmp::Ordering;

/// A text in front of which its first eight bytes stand as one number: most texts are told apart by one comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key<T> {
    head: u64,
    text: T,
}

impl<T: Ord> Ord for Key<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank()).then_with(|| self.text.cmp(&other.text))
    }
}

impl<T: Ord> PartialOrd for Key<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Key<T> {
    /// The head as its text is ordered: with the first byte as the most significant.
    fn rank(&self) -> u64 {
        self.head.swap_bytes()
    }
}

impl<T: Borrow<str>> Key<T> {
    #[inline(always)]
    pub(crate) fn new(text: T) -> Self {
        Self { head: head(text.borrow().as_bytes()), text }
    }

    /// Whether two texts are the same; short ones are once their heads are.
    #[inline(always)]
    fn is(&self, other: &Key<&str>) -> bool {
        if self.head != other.head {
            return false;
        }
        let (a, b) = (self.text.borrow().as_bytes(), other.text.as_bytes());
        if a.len() != b.len() {
            return false;
        }
        // The ends of most texts are the whole of them, and compared at once.
        match a.len() {
            0..=8 => true,
            9..=16 => a.last_chunk::<8>() == b.last_chunk(),
            17..=32 => {
                a.first_chunk::<16>() == b.first_chunk() && a.last_chunk::<16>() == b.last_chunk()
            }
            _ => a == b,
        }
    }

    fn is_below(&self, other: &Key<&str>) -> bool {
        self.rank() < other.rank() || self.head == other.head && self.text.borrow() < other.text
    }

    /// A number whose upper bits texts seldom share which differ in their first or last eight bytes or in length.
    #[inline(always)]
    fn hash(&self) -> u64 {
        let bytes = self.text.borrow().as_bytes();
        let tail = bytes.last_chunk().map_or(0, |tail| u64::from_le_bytes(*tail));
        (self.head ^ tail.rotate_left(29) ^ bytes.len() as u64).wrapping_mul(GOLDEN)
    }
}

/// The golden ratio's share of 2 to the 64, odd: multiplying by it spreads what differs in few bits (Knuth 1998, section 6.4).
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// The first eight bytes, as they lie in memory: to turn them round costs more than to compare them. A shorter text counts as if
/// noughts followed, so that by rank it stays before every longer one that it begins; what is equal here may still differ.
#[inline]
fn head(bytes: &[u8]) -> u64 {
    if let Some(eight) = bytes.first_chunk() {
        return u64::from_le_bytes(*eight);
    }
    match (bytes.first_chunk(), bytes.last_chunk()) {
        // Where the two halves overlap they say the same.
        (Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first))
                | u64::from(u32::from_le_bytes(*last)) << (8 * (bytes.len() - 4))
        }
        _ => bytes.iter().rev().fold(0, |head, byte| head << 8 | u64::from(*byte)),
    }
}

/// What each of some ids stands for: several things, where an id is used more than once.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Index<I, T> {
    items: Vec<(Key<I>, T)>,
    /// A hash table: for each slot one more than the index of an item. Nothing where ids crowd it: then the items are in order.
    slots: Vec<u32>,
    /// By how much a hash is shifted to be the index of a slot.
    shift: u32,
    is_unique: bool,
}

/// As many slots as are looked at for one id. Ids that were made to crowd the table are searched instead.
const CROWD: usize = 24;

impl<I: Borrow<str> + Ord, T: Copy + Ord> Index<I, T> {
    /// Of things in their own order.
    pub(crate) fn new(items: impl Iterator<Item = (I, T)>) -> Self {
        let items: Vec<_> = items.map(|(id, it)| (Key::new(id), it)).collect();
        let slots = vec![0; (items.len() * 2).next_power_of_two().max(2)];
        let mut index =
            Self { shift: u64::BITS - slots.len().ilog2(), slots, items, is_unique: true };
        if !index.fill() {
            index.slots = Vec::new();
            index.items.sort_unstable();
            index.is_unique = index.items.is_sorted_by(|(a, _), (b, _)| a < b);
        }
        index
    }

    /// Puts every item into the first free slot from its own on, unless that is too far.
    fn fill(&mut self) -> bool {
        let mask = self.slots.len().wrapping_sub(1);
        for ((key, _), number) in self.items.iter().zip(1..) {
            let start = (key.hash() >> self.shift) as usize;
            let free = (0..CROWD).map(|step| start.wrapping_add(step) & mask).find(|at| match self
                .slots
                .get(*at)
            {
                Some(0) | None => true,
                Some(taken) => {
                    let other = self.items.get(*taken as usize - 1);
                    self.is_unique &= other.is_none_or(|(other, _)| other != key);
                    false
                }
            });
            match free.and_then(|at| self.slots.get_mut(at)) {
                Some(slot) => *slot = number,
                None => return false,
            }
        }
        true
    }

    /// The first thing of this id that is not before `least`.
    pub(crate) fn first_from(&self, id: &str, least: T) -> Option<T> {
        let wanted = Key::new(id);
        if self.slots.is_empty() {
            return self.searched(&wanted, least);
        }
        let (start, mask) = ((wanted.hash() >> self.shift) as usize, self.slots.len() - 1);
        // No item is further away than this.
        for step in 0..CROWD {
            let number = *self.slots.get(start.wrapping_add(step) & mask)?;
            let (key, it) = self.items.get((number as usize).checked_sub(1)?)?;
            if key.is(&wanted) && *it >= least {
                return Some(*it);
            }
        }
        None
    }

    #[cold]
    #[inline(never)]
    fn searched(&self, wanted: &Key<&str>, least: T) -> Option<T> {
        let at = self
            .items
            .partition_point(|(key, it)| key.is_below(wanted) || *it < least && key.is(wanted));
        self.items.get(at).filter(|(key, _)| key.is(wanted)).map(|(_, it)| *it)
    }

    /// Whether every id stands for one thing only.
    pub(crate) fn is_unique(&self) -> bool {
        self.is_unique
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

/// The items that are the same as an earlier one, in order: the index of each, and that of the first that it repeats.
pub(crate) fn repeats<P: Copy + Ord, T: Ord>(items: impl Iterator<Item = (P, T)>) -> Vec<(P, P)> {
    let mut items: Vec<(T, P)> = items.map(|(index, it)| (it, index)).collect();
    items.sort_unstable();
    let mut found = Vec::new();
    for alike in items.chunk_by(|a, b| a.0 == b.0) {
        if let [(_, first), later @ ..] = alike {
            found.extend(later.iter().map(|(_, index)| (*index, *first)));
        }
    }
    found.sort_unstable();
    found
}

/// Which of the different items each one is, counted from nought as they first appear.
pub(crate) fn numbered<T: Ord>(items: impl Iterator<Item = T>) -> Vec<usize> {
    let items: Vec<(usize, T)> = items.enumerate().collect();
    let mut numbers = vec![None; items.len()];
    for (index, first) in repeats(items.into_iter()) {
        numbers.get_mut(index).into_iter().for_each(|number| *number = Some(first));
    }
    let (mut next, mut given) = (0, Vec::with_capacity(numbers.len()));
    for first in numbers {
        let number = first.and_then(|first| given.get(first).copied()).unwrap_or(next);
        next += usize::from(number == next);
        given.push(number);
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "[a-c]{0,9}|same-for-8[a-c]?|é{0,6}";
    /// Different in the middle only, where the hash does not look.
    const CROWDED: &str = "same-for-8[a-c]{5}same-for-8";

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
            let scan = ids.iter().zip(0..).find(|(id, index)| **id == wanted && *index >= least);
            prop_assert_eq!(index.first_from(&wanted, least), scan.map(|(_, index)| index));
            let set: Ids<'_> = ids.iter().map(|id| Key::new(id.as_str())).collect();
            prop_assert_eq!(set.has(&wanted), ids.contains(&wanted));
            prop_assert_eq!(set.contains(&Key::new(&wanted)), ids.contains(&wanted));
            prop_assert_eq!(index.is_unique(), repeats(ids.iter().enumerate()).is_empty());
        }

        #[test]
        fn ids_made_to_crowd_the_table_are_found_all_the_same(ids in prop::collection::vec(CROWDED, 0..60), wanted in CROWDED) {
            let index = Index::new(ids.iter().map(String::as_str).zip(0..));
            prop_assert_eq!(index.first_from(&wanted, 0), ids.iter().position(|id| *id == wanted));
            prop_assert_eq!(index.is_unique(), repeats(ids.iter().enumerate()).is_empty());
        }

        #[test]
        fn repeats_are_those_that_a_scan_finds(ids in prop::collection::vec(TEXT, 0..12)) {
            let first = |index: usize| ids.iter().position(|id| *id == ids[index]).unwrap_or(index);
            let naive: Vec<_> = (0..ids.len()).map(|index| (index, first(index))).filter(|(index, first)| index != first).collect();
            prop_assert_eq!(repeats(ids.iter().enumerate()), naive);
            let mut known: Vec<&String> = Vec::new();
            let numbers: Vec<_> = ids.iter().map(|id| known.iter().position(|known| *known == id).unwrap_or_else(|| {
                known.push(id);
                known.len() - 1
            })).collect();
            prop_assert_eq!(numbered(ids.iter()), numbers);
        }
    }
}
