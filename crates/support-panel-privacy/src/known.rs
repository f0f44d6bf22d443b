//! Who and what a family's records know: gathered from all of them before one is changed.

use foldhash::fast::RandomState;
use indexmap::{IndexMap, IndexSet};
use support_panel::{Id, Record, Text};

type Map<K, V> = IndexMap<K, V, RandomState>;
type Set<T> = IndexSet<T, RandomState>;

/// Under whom a name stands: the person of the case and the participant, where it is theirs.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Named {
    pub(crate) person: Option<Id>,
    pub(crate) own: Id,
    pub(crate) name: Text,
}

/// Who and what the records of one family know.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// Everyone by id, with their kind: someone of the case under the id that they have there.
    pub(crate) kinds: Map<Id, &'static str>,
    pub(crate) names: Set<Named>,
    pub(crate) numbers: Set<Text>,
    pub(crate) agencies: Set<Text>,
    /// Ids of the records themselves.
    pub(crate) records: Set<Id>,
    /// References of other systems.
    pub(crate) references: Set<Text>,
}

impl Known {
    /// Adds those of one record.
    pub(crate) fn add(&mut self, record: &Record) {
        let people = &record.case.people;
        for person in people {
            self.kinds.entry(person.id.clone()).or_insert(person.kind.as_str());
            if let Some(name) = &person.name {
                let (own, name) = (person.id.clone(), name.clone());
                self.names.insert(Named { person: None, own, name });
            }
            self.numbers.extend(person.nhs_number.iter().cloned());
        }
        self.records.insert(record.id.clone());
        self.references.extend(record.recording.reference.iter().cloned());
        let identifiers = record.case.identifiers.iter();
        self.references.extend(identifiers.map(|identifier| identifier.value.clone()));
        let here: Set<&Id> = people.iter().map(|person| &person.id).collect();
        for participant in &record.participants {
            let person = participant.person.clone();
            if !person.as_ref().is_some_and(|person| here.contains(person)) {
                self.kinds.entry(participant.id.clone()).or_insert(participant.kind.as_str());
            }
            if let Some(name) = &participant.name {
                let (own, name) = (participant.id.clone(), name.clone());
                self.names.insert(Named { person, own, name });
            }
            self.agencies.extend(participant.agency.iter().cloned());
        }
    }
}
