//! Where each thing of a record stands in its list, by its id: a sitting of many commands looks no list through for each of them.

use crate::Id;
use crate::record::{Action, Entry, Participant, Person, Record};
use std::collections::BTreeMap;

/// The lists of a record whose things commands name. A sitting adds to their ends and takes nothing away.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Ids {
    people: Positions,
    participants: Positions,
    entries: Positions,
    actions: Positions,
}

/// The first position of each id in one list.
#[derive(Clone, Default, PartialEq, Eq)]
struct Positions {
    first: BTreeMap<Id, usize>,
    /// How many things of the list are in `first`. The command under way may have added more.
    known: usize,
}

trait HasId {
    fn id(&self) -> &Id;
}

macro_rules! has_id {
    ($($thing:ty),+) => {$(
        impl HasId for $thing {
            fn id(&self) -> &Id {
                &self.id
            }
        }
    )+};
}

has_id!(Person, Participant, Entry, Action);

impl Positions {
    fn keep_up(&mut self, list: &[impl HasId]) {
        for (position, thing) in list.iter().enumerate().skip(self.known) {
            self.first.entry(thing.id().clone()).or_insert(position);
        }
        self.known = list.len();
    }

    fn of(&self, id: &str, list: &[impl HasId]) -> Option<usize> {
        self.first.get(id).copied().or_else(|| {
            let added = list.get(self.known..)?;
            added.iter().position(|thing| *thing.id() == *id).map(|position| self.known + position)
        })
    }
}

impl Ids {
    /// Learns what a command has added.
    pub(super) fn keep_up(&mut self, record: &Record) {
        self.people.keep_up(&record.case.people);
        self.participants.keep_up(&record.participants);
        self.entries.keep_up(&record.mapping);
        self.actions.keep_up(&record.actions);
    }

    pub(super) fn person(&self, id: &str, record: &Record) -> Option<usize> {
        self.people.of(id, &record.case.people)
    }

    pub(super) fn participant(&self, id: &str, record: &Record) -> Option<usize> {
        self.participants.of(id, &record.participants)
    }

    pub(super) fn entry(&self, id: &str, record: &Record) -> Option<usize> {
        self.entries.of(id, &record.mapping)
    }

    pub(super) fn action(&self, id: &str, record: &Record) -> Option<usize> {
        self.actions.of(id, &record.actions)
    }

    /// Whether anything that commands name is called so.
    pub(super) fn has(&self, id: &str, record: &Record) -> bool {
        [Self::person, Self::participant, Self::entry, Self::action]
            .iter()
            .any(|position| position(self, id, record).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn things(ids: &[String]) -> Vec<Action> {
        let action = |id: &String| {
            let text = format!(r#"{{"id": "{id}", "text": "Ring"}}"#);
            crate::json_document::read(&text).ok().unwrap()
        };
        ids.iter().map(action).collect()
    }

    proptest! {
        /// Things are added one or several at a time, learnt or not yet, and some are called alike.
        #[test]
        fn positions_are_those_that_a_scan_finds(
            added in prop::collection::vec((prop::collection::vec("[a-d]{1,2}", 0..4), any::<bool>()), 0..12),
            wanted in "[a-d]{1,2}",
        ) {
            let (mut positions, mut list) = (Positions::default(), Vec::new());
            for (ids, is_learnt) in added {
                list.extend(things(&ids));
                if is_learnt {
                    positions.keep_up(&list);
                }
                let scan = list.iter().position(|thing| thing.id.as_str() == wanted);
                prop_assert_eq!(positions.of(&wanted, &list), scan);
            }
        }
    }
}
