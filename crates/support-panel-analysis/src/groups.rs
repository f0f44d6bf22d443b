//! The groups that an answer falls into: what is counted of each, and which values it has.

use crate::key::{Key, Map};
use crate::values::Values;

/// Texts, none among them, that name a row.
pub(crate) type Names = Box<[Option<Box<str>>]>;

/// Something for each of the names that occur.
#[derive(Debug, Clone)]
pub(crate) struct Named<T> {
    all: Map<Key, (Names, T)>,
}

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self { all: Map::default() }
    }
}

impl<T: Default> Named<T> {
    /// What belongs to these names.
    pub(crate) fn at(&mut self, names: &[Option<&str>]) -> &mut T {
        self.entry(Key::of(names), names)
    }

    fn entry(&mut self, key: Key, names: &[Option<&str>]) -> &mut T {
        let own = || (names.iter().map(|name| name.map(Into::into)).collect(), T::default());
        &mut self.all.entry(key).or_insert_with(own).1
    }

    /// The key of these names, which are remembered.
    pub(crate) fn key(&mut self, names: &[Option<&str>]) -> Key {
        let key = Key::of(names);
        self.entry(key, names);
        key
    }

    /// What belongs to a key, with its names.
    pub(crate) fn get(&self, key: Key) -> Option<(&[Option<Box<str>>], &T)> {
        self.all.get(&key).map(|(names, of)| (&**names, of))
    }

    pub(crate) fn get_mut(&mut self, key: Key) -> Option<&mut T> {
        self.all.get_mut(&key).map(|(_, of)| of)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&[Option<Box<str>>], &T)> {
        self.all.values().map(|(names, of)| (&**names, of))
    }

    pub(crate) fn into_values(self) -> impl Iterator<Item = (Names, T)> {
        self.all.into_values()
    }

    /// Adds what others have, by `add` where both have something.
    pub(crate) fn merge(&mut self, others: Self, mut add: impl FnMut(&mut T, T)) {
        for (key, (names, of)) in others.all {
            match self.all.get_mut(&key) {
                Some((_, own)) => add(own, of),
                None => {
                    self.all.insert(key, (names, of));
                }
            }
        }
    }
}

/// What is known of one row of an answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Group {
    counts: Vec<u64>,
    values: Vec<Values>,
    /// Where the row stands among those of its group; rows of one rank stand in the order of their names.
    rank: Option<u32>,
    /// Whether anything was said of it: names alone make no row.
    is_there: bool,
}

impl Group {
    /// Adds to one of the counts, which may be nothing: the row is there from then on.
    pub(crate) fn add(&mut self, count: impl Into<usize>, number: u64) {
        self.is_there = true;
        slot(&mut self.counts, count.into(), |own| *own += number);
    }

    /// Adds one of the values by which the answer's figures are worked out.
    pub(crate) fn value(&mut self, column: usize, value: f64) {
        slot(&mut self.values, column, |own| own.add(value));
    }

    /// Ranks the row; of several ranks the first counts.
    pub(crate) fn rank(&mut self, rank: u32) {
        self.rank = Some(self.rank.map_or(rank, |own| own.min(rank)));
    }

    pub(crate) fn merge(&mut self, other: Self) {
        for (column, number) in other.counts.into_iter().enumerate() {
            slot(&mut self.counts, column, |own| *own += number);
        }
        for (column, values) in other.values.into_iter().enumerate() {
            slot(&mut self.values, column, |own| own.merge(values));
        }
        if let Some(rank) = other.rank {
            self.rank(rank);
        }
        self.is_there |= other.is_there;
    }

    pub(crate) fn is_there(&self) -> bool {
        self.is_there
    }

    pub(crate) fn ranked(&self) -> u32 {
        self.rank.unwrap_or_default()
    }

    pub(crate) fn count(&self, count: usize) -> u64 {
        self.counts.get(count).copied().unwrap_or_default()
    }

    pub(crate) fn values(&self, column: usize) -> Option<&Values> {
        self.values.get(column)
    }
}

/// Changes one of a list, which is as long as what was changed of it.
fn slot<T: Default + Clone>(all: &mut Vec<T>, index: usize, change: impl FnOnce(&mut T)) {
    if all.len() <= index {
        all.resize(index + 1, T::default());
    }
    if let Some(own) = all.get_mut(index) {
        change(own);
    }
}

/// The rows of an answer. The first name of each is the group that is asked by.
pub(crate) type Groups = Named<Group>;

/// The counts of an answer: each has a name, and a place among them.
macro_rules! counts {
    ($($count:ident $name:literal),+ $(,)?) => {
        #[derive(Debug, Clone, Copy)]
        pub(crate) enum Count {
            $($count),+
        }

        impl From<Count> for usize {
            fn from(count: Count) -> Self {
                count as Self
            }
        }

        pub(crate) const COUNTS: &[&str] = &[$($name),+];
    };
}
pub(crate) use counts;
