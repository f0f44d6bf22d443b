//! Who the panel is about, and who came.

use super::clock::{day, month_name, time};
use super::document::{Block, Table, Words};
use super::not_for::wider;
use super::source::Source;
use crate::profile::Product;
use crate::record::{
    AgendaItem, Attendance, Participant, ParticipantKind, Person, PersonKind, Views,
};
use crate::{Id, Instant, Text};
use std::collections::BTreeMap;

pub(super) fn people(source: &Source<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(
        2,
        Words::own(source.for_family_or("Who this is about", "The family")),
    )];
    blocks.extend(family(source));
    blocks.push(Block::Heading(2, Words::own(source.for_family_or("Who was there", "Attendance"))));
    if source.record.participants.is_empty() {
        blocks.push(Block::Paragraph(Words::absent()));
        return blocks;
    }
    if source.is_for_family() {
        // Who came, or nothing: a copy says no word of anyone else's absence.
        let came = source.record.participants.iter().filter(|p| p.attended());
        blocks.push(Block::List(came.map(|p| who_came(source, p)).collect()));
        return blocks;
    }
    let is = |wanted: &'static [Option<Attendance>]| {
        move |p: &&Participant| wanted.contains(&p.attendance)
    };
    let groups = [
        (
            "Who came",
            source.record.participants.iter().filter(|p| p.attended()).collect::<Vec<_>>(),
        ),
        (
            "Sent apologies",
            source.record.participants.iter().filter(is(&[Some(Attendance::Apologies)])).collect(),
        ),
        (
            "Did not attend (no apologies)",
            source.record.participants.iter().filter(is(&[Some(Attendance::Absent)])).collect(),
        ),
        (
            "Invited",
            source
                .record
                .participants
                .iter()
                .filter(is(&[None, Some(Attendance::Invited)]))
                .collect(),
        ),
    ];
    let mut deputies = deputies(source);
    for (heading, members) in groups {
        if members.is_empty() {
            continue;
        }
        // Who came is told to those who did; no one's absence is anyone else's.
        blocks.push(Block::Heading(
            3,
            match heading {
                "Who came" => Words::own(heading),
                _ => source.not_for_the_family(heading),
            },
        ));
        let rows = members.into_iter().map(|p| row(source, p, &mut deputies)).collect();
        blocks.push(Block::Table(Table::new(
            heading,
            vec!["Name", "Agency", "Role", "Notes (not for the family)"],
            rows,
        )));
    }
    blocks
}

/// Someone who came, and in what part.
fn who_came(source: &Source<'_>, participant: &Participant) -> Words {
    let view = &source.view;
    let seat = view.participant(&participant.id).and_then(|p| view.seat_held(p));
    let title = seat.and_then(|seat| source.profile.seat(seat)?.title.as_ref());
    let name = source.name(&participant.id).and(", ");
    match title {
        Some(title) => name.then(Words::council(Some(title))),
        None => name.then(part(source, participant)),
    }
}

/// Of each participant, the names of those who came in their place.
fn deputies<'a>(source: &Source<'a>) -> BTreeMap<&'a Id, Vec<Words>> {
    let mut deputies: BTreeMap<&Id, Vec<Words>> = BTreeMap::new();
    for deputy in source.record.participants.iter().filter(|p| p.attended()) {
        if let Some(absent) = &deputy.deputy_for {
            deputies.entry(absent).or_default().push(source.name(&deputy.id));
        }
    }
    deputies
}

fn row(
    source: &Source<'_>,
    participant: &Participant,
    deputies: &mut BTreeMap<&Id, Vec<Words>>,
) -> Vec<Words> {
    let agency = match source.view.participant(&participant.id).and_then(|p| source.agency(p)) {
        Some(agency) => Words::said(Some(agency)),
        None if participant.is_family_side() => Words::default(),
        None => Words::absent(),
    };
    let seat = source.view.participant(&participant.id).and_then(|p| source.view.seat_held(p));
    let part =
        match seat.map(|id| (id, source.profile.seat(id).and_then(|seat| seat.title.as_ref()))) {
            Some((_, Some(title))) => Words::council(Some(title)),
            Some((id, None)) => Words::code(id),
            None => part(source, participant),
        };
    let mut notes = Vec::from_iter(source.participant_not_for(participant));
    if participant.attendance == Some(Attendance::Remote) {
        notes.push(Words::own("joined by phone or video"));
    }
    if let Some(absent) = &participant.deputy_for {
        notes.push(Words::own("deputy for ").then(source.name(absent)));
    }
    // Of an id used twice, the first is told of them.
    if let Some(deputies) = deputies.remove(&participant.id) {
        notes.push(Words::own("deputy: ").then(Words::joined(deputies, ", ")));
    }
    if participant.written_update == Some(true) {
        notes.push(Words::own("sent a written update"));
    }
    // Whoever comes while people introduce themselves is not late.
    let late = participant.arrived_at.filter(|at| !is_in_introductions(source, *at));
    for (what, at) in [("came at", late), ("left at", participant.left_at)] {
        notes.extend(at.map(|at| Words::own(format!("{what} {}", time(at)))));
    }
    vec![source.name(&participant.id), agency, part, Words::all(notes, "; ")]
}

/// Whether a moment is not after the stage that the profile has for attendance.
fn is_in_introductions(source: &Source<'_>, at: Instant) -> bool {
    let is_first = |item: &&AgendaItem| {
        let stage = source.profile.stage(&item.stage);
        stage.is_some_and(|stage| stage.produces.contains(&Product::Attendance))
    };
    let items = source.record.agenda.iter().filter(is_first);
    items.filter_map(|item| item.ended_at).any(|ended| at.moment() <= ended.moment())
}

/// In what part someone without a seat comes.
fn part(source: &Source<'_>, participant: &Participant) -> Words {
    let is_referrer = source.record.referral.referrer.as_ref() == Some(&participant.id);
    Words::own(match participant.kind {
        ParticipantKind::Professional if is_referrer => {
            source.for_family_or("asked for this meeting", "referrer")
        }
        ParticipantKind::Professional => "works with the family",
        ParticipantKind::Family => "family",
        ParticipantKind::Child => "child",
        ParticipantKind::Network => "family's own network",
        ParticipantKind::Advocate => "advocate",
        ParticipantKind::BusinessSupport => "notes and records",
    })
}

fn family(source: &Source<'_>) -> Vec<Block> {
    let people = &source.record.case.people;
    if people.is_empty() {
        return vec![Block::Paragraph(Words::absent())];
    }
    let mut head = vec!["Name", "Who they are"];
    if !source.is_for_family() {
        head.push("Born (not for the family)");
    }
    // Not every council has any use for them.
    let numbers =
        !source.is_for_family() && people.iter().any(|person| person.nhs_number.is_some());
    if numbers {
        head.push("NHS number (not for the family)");
    }
    head.push(source.for_family_or("How we heard their view", "Views"));
    let rows = people.iter().map(|person| {
        let name = source.name(&person.id).but(source.person_not_for(person));
        let mut row = vec![name, Words::own(kind(person.kind))];
        if !source.is_for_family() {
            row.push(born(person));
        }
        if numbers {
            row.push(Words::said(person.nhs_number.as_ref()));
        }
        row.push(views(person).but(source.not_for_unmarked(person)));
        row
    });
    vec![Block::Table(Table::new("The family", head, rows.collect()))]
}

/// The day, or what is known where it is not.
fn born(person: &Person) -> Words {
    let birth = &person.birth;
    let about = if birth.estimated == Some(true) { "about " } else { "" };
    match (person.date_of_birth, birth.year, person.expected_on) {
        (Some(born), ..) => Words::own(format!("{about}{}", day(born))),
        (None, Some(year), _) => {
            let month = birth.month.and_then(month_name).map(|month| format!("{month} "));
            Words::own(format!("{about}{}{year}", month.unwrap_or_default()))
        }
        (None, None, Some(expected)) => Words::own(format!("expected {}", day(expected))),
        (None, None, None) => Words::absent(),
    }
}

fn kind(kind: PersonKind) -> &'static str {
    match kind {
        PersonKind::Child => "child",
        PersonKind::Parent => "parent",
        PersonKind::Carer => "carer",
        PersonKind::Sibling => "brother or sister",
        PersonKind::Relative => "relative",
        PersonKind::Other => "someone else",
    }
}

fn views(person: &Person) -> Words {
    let how = person.views.map(|views| match views {
        Views::Attended => "at the meeting",
        Views::Advocate => "through an advocate",
        Views::Written => "in writing or pictures",
        Views::GatheredBefore => "asked beforehand",
        Views::Observed => "observed by someone who knows them",
        Views::NotSought => "not sought",
    });
    let mut words = Words::known(how);
    if let Some(on) = person.views_on {
        words = words.and(format!(", {}", day(on)));
    }
    match person.views_note.as_ref().filter(|note| !Text::is_blank(note)) {
        Some(note) => words.and(": ").then(Words::said(Some(note))),
        None => words,
    }
}

/// Who came and who did not, a line each: for a case system.
pub(super) fn in_lines(source: &Source<'_>) -> Vec<Words> {
    let mut lines = Vec::new();
    for (label, wanted) in [
        ("At the meeting", &[Attendance::Present, Attendance::Remote][..]),
        ("Sent apologies", &[Attendance::Apologies]),
        ("Did not attend (no apologies)", &[Attendance::Absent]),
    ] {
        let them = source.record.participants.iter();
        let them = them.filter(|p| p.attendance.is_some_and(|how| wanted.contains(&how)));
        let names = them.map(|p| source.name_and_agency(&p.id).but(source.participant_not_for(p)));
        let names: Vec<_> = names.collect();
        if names.is_empty() {
            continue;
        }
        let line = Words::own(format!("{label}: ")).then(Words::all(names, "; "));
        // Who came is told to those who did; no one's absence is anyone else's.
        let is_absence = !wanted.contains(&Attendance::Present);
        lines.push(line.but(is_absence.then(|| source.not_for_all()).flatten()));
    }
    lines
}

/// How each person's view was gathered, a line each.
pub(super) fn views_in_lines(source: &Source<'_>) -> Vec<Words> {
    let people = source.record.case.people.iter().filter(|person| person.views.is_some());
    people
        .map(|person| {
            let words = source.name(&person.id).and(": ").then(views(person));
            words.but(wider(source.not_for_unmarked(person), source.person_not_for(person)))
        })
        .collect()
}
