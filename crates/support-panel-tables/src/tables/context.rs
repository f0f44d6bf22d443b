//! What the rows of one record are made from.

use std::sync::Arc;
use support_panel::record::{Participant, Person};
use support_panel::{Date, Finding, Id, Profile, Record};

/// A record, read and checked, and where it came from.
pub(crate) struct Context<'a> {
    pub(crate) record: &'a Record,
    pub(crate) profile: &'a Profile,
    pub(crate) findings: &'a [Finding],
    pub(crate) as_of: Option<Date>,
    pub(crate) file: Option<&'a Arc<str>>,
    pub(crate) line: u64,
    participants: Places<'a>,
    people: Places<'a>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(
        record: &'a Record,
        profile: &'a Profile,
        findings: &'a [Finding],
        as_of: Option<Date>,
        (file, line): (Option<&'a Arc<str>>, u64),
    ) -> Self {
        let participants = Places::new(record.participants.iter().map(|p| &p.id));
        let people = Places::new(record.case.people.iter().map(|p| &p.id));
        Self { record, profile, findings, as_of, file, line, participants, people }
    }

    pub(crate) fn id(&self) -> &'a str {
        &self.record.id
    }

    pub(crate) fn file(&self) -> Option<&'a str> {
        self.file.map(|file| &**file)
    }

    pub(crate) fn participant(&self, id: Option<&Id>) -> Option<&'a Participant> {
        self.record.participants.get(self.participants.of(id?)?)
    }

    pub(crate) fn person(&self, id: Option<&Id>) -> Option<&'a Person> {
        self.record.case.people.get(self.people.of(id?)?)
    }
}

/// Where each id stands in its list: looked up by search, so that no length of a list makes the next one slow.
struct Places<'a>(Vec<(&'a str, usize)>);

impl<'a> Places<'a> {
    fn new(ids: impl Iterator<Item = &'a Id>) -> Self {
        let mut places: Vec<_> = ids.map(Id::as_str).zip(0..).collect();
        places.sort_unstable();
        Self(places)
    }

    /// Of an id used twice, the first.
    fn of(&self, id: &str) -> Option<usize> {
        let at = self.0.partition_point(|(known, _)| *known < id);
        self.0.get(at).filter(|(known, _)| *known == id).map(|(_, place)| *place)
    }
}
