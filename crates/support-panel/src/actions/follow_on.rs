//! One panel after another.

use crate::error::{Code, Error};
use crate::lookup::Set;
use crate::record::{
    Action, Attendance, CarriedFrom, Case, Entry, Meeting, MeetingKind, Outcome, Participant,
    Person, Record, Recording,
};
use crate::{Date, Extensions, Id};

/// The record of the next panel about the same family, planned for a day.
///
/// It keeps the case, the profile, the referral and the agreement; invites the same participants; keeps the map, less the
/// entries that were withdrawn and what refers to them alone; and carries each open action and each in progress, saying
/// where it comes from. Views, agenda, scaling, outcome and recording are empty. An action without a day on which it was
/// agreed gets the day of the panel it comes from, so that its timescale ends as before.
///
/// ```
/// use support_panel::{Record, follow_on};
///
/// let first = Record::from_json(r#"{
///     "format": "support-panel/1", "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1"},
///     "meeting": {"held_on": "2026-03-12"},
///     "actions": [{"id": "a1"}, {"id": "a2", "status": "done", "done_on": "2026-03-20"}]
/// }"#)?;
/// let review = follow_on(&first, "panel-2", "2026-04-30".parse().expect("a day"))?;
/// assert_eq!(review.meeting.previous.as_deref(), Some("panel-1"));
/// assert_eq!(review.actions.len(), 1);
/// # Ok::<(), support_panel::Error>(())
/// ```
///
/// # Errors
/// `bad_id` where `id` cannot be an id, `repeated_record` where it is this record's own, `too_early` where the day is
/// before this record's meeting, `too_large` where the next record would be larger than any reader takes.
pub fn follow_on(record: &Record, id: &str, held_on: Date) -> Result<Record, Error> {
    let id: Id = id.parse().map_err(|error: Error| error.under("/id"))?;
    if id == record.id {
        return Err(Error::new(
            Code::RepeatedRecord,
            "/id",
            "found the id of the record itself, expected one of its own for the next record",
        ));
    }
    if let Some(before) = record.meeting.held_on.filter(|before| held_on < *before) {
        let message = format!(
            "found {held_on}, expected a day that is not before {before}, when the panel before was held"
        );
        return Err(Error::new(Code::TooEarly, "/meeting/held_on", message));
    }
    let gone = gone(&record.mapping);
    let still = |ids: &[Id]| -> Vec<Id> {
        ids.iter().filter(|id| !gone.contains(&id.as_str())).cloned().collect()
    };
    let on_map = record.mapping.iter().filter(|entry| entry.is_on_map());
    let live = record.actions.iter().filter(|action| action.is_live());
    let next = Record {
        format: record.format,
        id,
        profile: record.profile.clone(),
        case: Case {
            people: record.case.people.iter().map(unheard).collect(),
            ..record.case.clone()
        },
        referral: record.referral.clone(),
        agreement: record.agreement.clone(),
        meeting: Meeting {
            kind: Some(MeetingKind::Review),
            held_on: Some(held_on),
            previous: Some(record.id.clone()),
            ..Meeting::default()
        },
        participants: record.participants.iter().map(invited).collect(),
        agenda: Vec::new(),
        mapping: on_map
            .map(|entry| Entry { answers: still(&entry.answers), ..entry.clone() })
            .collect(),
        scaling: Vec::new(),
        actions: live
            .map(|action| Action { serves: still(&action.serves), ..carried(action, record) })
            .collect(),
        outcome: Outcome::default(),
        recording: Recording::default(),
        extensions: Extensions::default(),
    };
    next.readable()
}

/// The ids of withdrawn entries that no entry of the map has as well.
fn gone(mapping: &[Entry]) -> Set<&str> {
    let ids = |on_map| {
        mapping
            .iter()
            .filter(move |entry| entry.is_on_map() == on_map)
            .map(|entry| entry.id.as_str())
    };
    let here: Set<_> = ids(true).collect();
    ids(false).filter(|id| !here.contains(id)).collect()
}

/// Views are gathered anew for each panel.
fn unheard(person: &Person) -> Person {
    Person { views: None, views_on: None, views_note: None, ..person.clone() }
}

/// Whoever sent a deputy last time is asked again themselves.
fn invited(participant: &Participant) -> Participant {
    Participant {
        attendance: Some(Attendance::Invited),
        deputy_for: None,
        written_update: None,
        arrived_at: None,
        left_at: None,
        ..participant.clone()
    }
}

fn carried(action: &Action, from: &Record) -> Action {
    Action {
        agreed_on: action.agreed_on.or(from.meeting.held_on),
        carried_from: Some(CarriedFrom { record: from.id.clone(), action: action.id.clone() }),
        ..action.clone()
    }
}
