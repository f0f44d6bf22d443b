//! What a limited copy has beyond what is its reader's: each thing by name, and never past a mark.

use super::Asked;
use super::lens::Lens;
use crate::Id;
use crate::error::{Code, Error};
use crate::profile::Withheld;
use crate::record::{Entry, Record};
use crate::report::reader::Standing;
use crate::view::View;

const REASON: &str = "/outcome/reason";
const CONTINGENCY: &str = "/outcome/contingency";

/// One thing that is given, by its place in the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum More {
    Entry(usize),
    Action(usize),
    Reason,
    Contingency,
}

impl More {
    /// What a name stands for: each entry and action of that id, else what a JSON Pointer leads to or into.
    fn named(record: &Record, name: &str) -> Vec<Self> {
        let entries = record.mapping.iter().map(|entry| &entry.id).zip((0..).map(Self::Entry));
        let actions = record.actions.iter().map(|action| &action.id).zip((0..).map(Self::Action));
        let of_id = entries.chain(actions).filter(|(id, _)| **id == name);
        let of_id: Vec<Self> = of_id.map(|(_, more)| more).collect();
        match of_id.is_empty() {
            true => Self::at(name).into_iter().collect(),
            false => of_id,
        }
    }

    fn at(pointer: &str) -> Option<Self> {
        match pointer {
            REASON => return Some(Self::Reason),
            CONTINGENCY => return Some(Self::Contingency),
            _ => {}
        }
        let mut steps = pointer.strip_prefix('/')?.split('/');
        let (list, step) = (steps.next()?, steps.next()?);
        let index = step.parse().ok().filter(|index: &usize| index.to_string() == step)?;
        match list {
            "mapping" => Some(Self::Entry(index)),
            "actions" => Some(Self::Action(index)),
            _ => None,
        }
    }
}

impl<'a> Asked<'a> {
    /// The same with more, each by its id or by a pointer.
    ///
    /// # Errors
    /// `not_to_be_given` where something is not there, or a mark, the profile or a child's confidence keeps it from the reader;
    /// and where the reader is one whose copy rests on marks alone.
    pub(super) fn giving(self, view: &View<'a>, names: &[Id]) -> Result<Self, Error> {
        if names.is_empty() {
            return Ok(self);
        }
        if self.standing != Standing::Limited {
            let message = "found more to give to this reader, expected another professional, an advocate or one of the network: \
                           marks alone decide what others read";
            return Err(Error::new(Code::NotToBeGiven, "", message));
        }
        let lens = self.lens(view);
        let (mut given, mut refused) = (Vec::new(), Vec::new());
        for name in names {
            let found = More::named(view.record(), name);
            match !found.is_empty() && found.iter().all(|more| lens.may_give(*more)) {
                true => given.extend(found),
                false => refused.push(name.as_str()),
            }
        }
        match refused.is_empty() {
            true => Ok(Self { given, ..self }),
            false => {
                let message = format!(
                    "found what this reader may not be given, expected entries, actions, {REASON} or {CONTINGENCY} that are \
                     there and that nothing keeps from them: {}",
                    refused.join(", ")
                );
                Err(Error::new(Code::NotToBeGiven, "", message))
            }
        }
    }
}

impl<'v> Lens<'v, '_> {
    /// The lens of a limited copy, which has of the map what is given and nothing else.
    pub(super) fn giving(mut self, given: &'v [More]) -> Self {
        let id = |more: &More| match more {
            More::Entry(index) => self.record.mapping.get(*index).map(|entry| entry.id.as_str()),
            _ => None,
        };
        self.entries = given.iter().filter_map(id).collect();
        self.given = given;
        self
    }

    /// Whether something was asked for by name.
    pub(in crate::report) fn is_given(&self, more: More) -> bool {
        self.given.contains(&more)
    }

    /// Whether a reader of a limited copy may have something when it is asked for by name. What only children and their
    /// advocates raised stays with them, and what a council withholds from families is withheld here as well.
    fn may_give(&self, more: More) -> bool {
        let outcome = &self.record.outcome;
        match more {
            More::Entry(index) => self.record.mapping.get(index).is_some_and(|entry: &Entry| {
                entry.is_on_map()
                    && !self.withholds(Withheld::Entries)
                    && self.shows(entry, |reader| {
                        !self.is_raised_apart(entry) || reader.is_among(&entry.raised_by)
                    })
            }),
            More::Action(index) => self
                .record
                .actions
                .get(index)
                .is_some_and(|action| !self.conceals(action) && self.owner_of(action).is_some()),
            More::Reason => {
                outcome.reason.is_some()
                    && !self.withholds(Withheld::DecisionReason)
                    && !self.conceals(&outcome.marks.reason)
            }
            More::Contingency => {
                outcome.contingency.is_some()
                    && !self.withholds(Withheld::Contingency)
                    && !self.conceals(&outcome.marks.contingency)
            }
        }
    }

    /// An entry that was asked for by name. Of the people whom it is about the copy has its reader alone.
    pub(in crate::report) fn given_entry(&self, index: usize, entry: &Entry) -> Option<Entry> {
        let entry = self.entry(entry).filter(|_| self.is_given(More::Entry(index)))?;
        let about = entry.about.into_iter().filter(|id| self.is_own(id)).collect();
        Some(Entry { about, ..entry })
    }
}
