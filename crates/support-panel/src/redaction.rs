//! A record without one person, and what of them may remain in it: for a copy of what is held about someone else, and for
//! erasure.
//!
//! What stands under someone's id goes: themself, what they alone raised or what is about them alone, their numbers, their
//! reasons, their dissent, their actions. What they share with others stays without their id. In every text their name is
//! covered. What no program can know is whether a text tells of someone without the name, so every text that stays is listed.

mod names;
mod parts;
mod texts;

use crate::error::{Code, Error};
use crate::record::{Participant, Person, Record};
use crate::rules::Path;
use crate::session::{Seal, Session};
use crate::wire::string_enum;
use parts::Parts;
use serde::Serialize;
use std::collections::BTreeSet;

/// A record without someone.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Redaction {
    /// The record without them.
    pub record: Record,
    /// What was taken out.
    pub report: RedactionReport,
}

/// What was taken out of a record, and what has to be read before it is given to anyone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RedactionReport {
    /// What was taken out whole, by JSON Pointer into the record as it was, in canonical order.
    pub removed: Vec<String>,
    /// What is left that may tell of them, by JSON Pointer into the record as it is now, in canonical order.
    pub remains: Vec<Remaining>,
}

/// Something that is left.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Remaining {
    /// Where it stands.
    pub path: String,
    /// Why it is left.
    pub because: Remains,
}

string_enum! {
    /// Why something that may tell of someone is left.
    pub enum Remains #[non_exhaustive] {
        /// It is others' as well.
        Shared = "shared",
        /// Their name was covered in it; what stands around it may still tell who it was.
        Covered = "covered",
        /// It is the name of someone who shares a word of theirs.
        Namesake = "namesake",
        /// A text without their name, which no one has read.
        Unread = "unread",
        /// It leads to the case in another system.
        Case = "case",
    }
}

/// The record without the person or participant of this id, under whichever id it knows them.
///
/// ```
/// use support_panel::{Record, redact};
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1", "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1", "people": [{"id": "kai", "kind": "child", "name": "Kai"}]},
///     "participants": [{"id": "p-gran", "kind": "network", "name": "Rose"}],
///     "mapping": [
///         {"id": "m-1", "category": "past_harm", "text": "Rose was shouted at", "raised_by": ["p-gran"]},
///         {"id": "m-2", "category": "existing_safety", "text": "Kai rings Rose every night", "about": ["kai"]}
///     ]
/// }"#)?;
/// let redaction = redact(&record, "p-gran")?;
/// assert_eq!(redaction.report.removed, ["/participants/0", "/mapping/0"]);
/// assert_eq!(redaction.record.mapping[0].text.as_ref().unwrap().as_str(), "Kai rings █ every night");
/// # Ok::<(), support_panel::Error>(())
/// ```
///
/// # Errors
/// `unknown_person` at `/person`; `too_large` where the result would be larger than any reader takes.
pub fn redact(record: &Record, person: &str) -> Result<Redaction, Error> {
    let who = Who::of(record, person)?;
    let names = who.names();
    let (bare, own_data) = texts::without_own_data(record, &names)?;
    let mut parts = Parts::new(&who, record);
    let without = parts.of(&bare);
    let Parts { mut removed, shared, .. } = parts;
    let is_within = |path: &Path, whole: &Path| path.0.starts_with(&whole.0);
    let own_data = own_data.into_iter().filter(|at| !removed.iter().any(|it| is_within(at, it)));
    let own_data: Vec<_> = own_data.collect();
    removed.extend(own_data);
    removed.sort_by_cached_key(Path::rank);
    let (record, mut remains) = texts::covered(&without, &names)?;
    remains.extend(shared.into_iter().map(|path| (path, Remains::Shared)));
    remains.sort_by_cached_key(|(path, because)| (path.rank(), *because));
    let remains = remains
        .into_iter()
        .map(|(path, because)| Remaining { path: path.text(), because })
        .collect();
    let removed = removed.iter().map(Path::text).collect();
    Ok(Redaction { record, report: RedactionReport { removed, remains } })
}

/// A journal without someone.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct JournalRedaction {
    /// The journal: one line, which opens with the record that the sitting had come to.
    pub journal: String,
    /// What was taken out of that record.
    pub report: RedactionReport,
    /// How many events are left out.
    pub events_left_out: usize,
}

/// The journal of a sitting without someone: it opens with the record as it had become, without them.
///
/// What was said and taken back, what someone's words were before they were amended, and sealed numbers stand in the events,
/// each bound to the line before. No event can be taken out or changed and the rest be what was signed, so all are left out.
///
/// # Errors
/// As [`Session::replay_with`] and [`redact`].
pub fn redact_journal(
    journal: impl AsRef<[u8]>,
    person: &str,
    seal: Seal,
) -> Result<JournalRedaction, Error> {
    let session = Session::replay_with(journal, seal)?.session;
    let Redaction { record, report } = redact(session.record(), person)?;
    let events_left_out = session.events().len();
    let opened = Session::open(record, session.profile().clone())?;
    Ok(JournalRedaction { journal: opened.journal().to_owned(), report, events_left_out })
}

/// Someone, under each id that the record knows them by.
struct Who<'r> {
    person: Option<&'r Person>,
    participants: Vec<&'r Participant>,
    ids: BTreeSet<&'r str>,
}

impl<'r> Who<'r> {
    fn of(record: &'r Record, id: &str) -> Result<Self, Error> {
        let people = &record.case.people;
        let person_of = |id: &str| people.iter().find(|person| person.id == *id);
        let invited = record.participants.iter().find(|participant| participant.id == *id);
        let person = match invited {
            Some(participant) => participant.person.as_deref().and_then(person_of),
            None => person_of(id),
        };
        if invited.is_none() && person.is_none() {
            let message = "found an id that is no one's, expected that of a person of the case or a participant";
            return Err(Error::new(Code::UnknownPerson, "/person", message));
        }
        let is_theirs = |participant: &&Participant| {
            participant.id == *id
                || person.is_some_and(|person| participant.person.as_ref() == Some(&person.id))
        };
        let participants: Vec<_> = record.participants.iter().filter(is_theirs).collect();
        let ids = participants.iter().map(|participant| participant.id.as_str());
        let ids = ids.chain(person.map(|person| person.id.as_str())).collect();
        Ok(Self { person, participants, ids })
    }

    fn is(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// Their names, their ids and their number, as texts may hold them.
    fn names(&self) -> names::Names {
        let mut names = names::Names::default();
        for participant in &self.participants {
            names.add_name(participant.name.as_ref());
        }
        if let Some(person) = self.person {
            names.add_name(person.name.as_ref());
            names.add_number(person.nhs_number.as_ref());
        }
        for id in &self.ids {
            names.add_id(id);
        }
        names
    }
}

#[cfg(test)]
mod tests;
