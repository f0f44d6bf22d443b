//! Rules about the record as a whole: its ids and references, its words, its dates and its texts.

mod dates;
mod references;
mod texts;

use super::{Findings, Path, View, pointer, rule, tables};
use crate::Id;
use crate::lookup::{Ids, Key};
use crate::record::{Categories, ChildDecision, Scale, Views};
use crate::view::Named;

/// Is handed something of the record, its place, and the subject that it stands in.
type Visit<'v, T> = dyn FnMut(T, &dyn Fn() -> Path, Option<&str>) + 'v;

tables! { SP101, references::SP102, SP103, dates::SP104, SP105, texts::SP106, dates::SP107, SP108, SP109, SP110, dates::SP111, dates::SP112 }

rule! {
    SP101 => used_twice,
    title: "An id is used twice",
    severity: Error,
    phase: Record,
    why: "Whoever refers to an id must be able to tell what is meant, so each person, participant, entry and action has an id of its own.",
    remedy: "Give the later of the two another id, and correct whatever refers to it.",
}

fn used_twice(view: &View<'_>, findings: &mut Findings) {
    if view.has_unique_ids() {
        return;
    }
    let record = view.record;
    let people = record.case.people.iter().enumerate().map(|(i, x)| (&x.id, Named::Person(i)));
    let participants =
        record.participants.iter().enumerate().map(|(i, x)| (&x.id, Named::Participant(i)));
    let entries = record.mapping.iter().enumerate().map(|(i, x)| (&x.id, Named::Entry(i)));
    let actions = record.actions.iter().enumerate().map(|(i, x)| (&x.id, Named::Action(i)));
    for (id, here) in people.chain(participants).chain(entries).chain(actions) {
        if let Some(first) = view.named(id).filter(|first| *first != here) {
            findings
                .add(
                    id_of(here),
                    Some(id),
                    "The id {id} is used a second time; each must have its own.",
                    &[("id", id.into())],
                )
                .relate(id_of(first));
        }
    }
}

fn id_of(named: Named) -> Path {
    match named {
        Named::Person(i) => pointer!("case", "people", i, "id"),
        Named::Participant(i) => pointer!("participants", i, "id"),
        Named::Entry(i) => pointer!("mapping", i, "id"),
        Named::Action(i) => pointer!("actions", i, "id"),
    }
}

rule! {
    SP103 => not_in_profile,
    title: "Not in the council's profile",
    severity: Error,
    phase: Record,
    why: "A status, seat, stage, scale, category or decision that the council does not list cannot be judged, counted or put into its place in the minutes.",
    remedy: "Use one that the profile lists, add it to the profile, or bring the referrer's scale that is spoken of.",
    needs: &["statuses", "seats", "agenda", "scales", "columns", "decisions"],
}

fn not_in_profile(view: &View<'_>, findings: &mut Findings) {
    let (record, profile) = (view.record, view.profile);
    let mut judge = |known: bool, path: &dyn Fn() -> Path, subject: Option<&Id>, id: &Id| {
        if !known {
            findings.add(
                path(),
                subject.map(Id::as_str),
                "The profile does not list {id}.",
                &[("id", id.into())],
            );
        }
    };
    if let Some(status) = &record.case.status {
        let known = profile.statuses.is_empty() || profile.status(status).is_some();
        judge(known, &|| pointer!("case", "status"), None, status);
    }
    for (i, participant) in record.participants.iter().enumerate() {
        if let Some(seat) = &participant.seat {
            let known = profile.seats.is_empty() || profile.seat(seat).is_some();
            judge(known, &|| pointer!("participants", i, "seat"), Some(&participant.id), seat);
        }
    }
    for (i, item) in record.agenda.iter().enumerate() {
        let known = profile.agenda.is_empty() || profile.stage_index(&item.stage).is_some();
        judge(known, &|| pointer!("agenda", i, "stage"), Some(&item.stage), &item.stage);
    }
    for (i, scaling_round) in record.scaling.iter().enumerate() {
        let judged = scaling_round.scale == Scale::REFERRER || !profile.scales.is_empty();
        let known = !judged || profile.scale_of(record, &scaling_round.scale).is_some();
        judge(
            known,
            &|| pointer!("scaling", i, "scale"),
            Some(&scaling_round.scale),
            &scaling_round.scale,
        );
    }
    if let Some(decision) = &record.outcome.decision {
        let known = profile.decisions.is_empty() || profile.decision(decision).is_some();
        judge(known, &|| pointer!("outcome", "decision"), None, decision);
    }
    for (i, ChildDecision { child, decision, .. }) in record.outcome.children.iter().enumerate() {
        let known = profile.decisions.is_empty() || profile.decision(decision).is_some();
        let path = || pointer!("outcome", "children", i, "decision");
        judge(known, &path, Some(child), decision);
    }
    if !profile.columns.is_empty() {
        let held: Categories = profile
            .columns
            .iter()
            .flat_map(|column| &column.categories)
            .map(|category| category.id)
            .collect();
        for (i, entry) in view.map().filter(|(_, entry)| !held.has(entry.category)) {
            let category = entry.category.as_str();
            let template = "No column of the profile holds {category}.";
            findings.add(
                pointer!("mapping", i, "category"),
                Some(&entry.id),
                template,
                &[("category", category.into())],
            );
        }
    }
}

rule! {
    SP105 => not_in_force,
    title: "The profile was not in force",
    severity: Warning,
    phase: Planned,
    why: "A panel is held under the council's rules of its own day, and is judged by them ever after.",
    remedy: "Name the version of the profile that was in force on the day of the meeting, or correct that day.",
    needs: &["valid_from", "valid_to"],
}

fn not_in_force(view: &View<'_>, findings: &mut Findings) {
    let Some(held_on) = view.held_on() else { return };
    let path = || pointer!("profile", "version");
    if let Some(from) = view.profile.valid_from.filter(|from| held_on < *from) {
        let template = "The profile is in force from {from}, after the meeting on {held_on}.";
        findings.add(path(), None, template, &[("from", from.into()), ("held_on", held_on.into())]);
    } else if let Some(to) = view.profile.valid_to.filter(|to| held_on > *to) {
        let template = "The profile was in force until {to}, before the meeting on {held_on}.";
        findings.add(path(), None, template, &[("to", to.into()), ("held_on", held_on.into())]);
    }
}

rule! {
    SP108 => nhs_number,
    title: "Not an NHS number",
    severity: Error,
    phase: Record,
    why: "A wrong NHS number may open another person's health record. Its last digit is there to show a slip of the pen.",
    remedy: "Copy the ten digits again from a letter or from the health record, without spaces, or leave the number out.",
}

fn nhs_number(view: &View<'_>, findings: &mut Findings) {
    for (i, person) in view.record.case.people.iter().enumerate() {
        if person.nhs_number.is_some() && !person.has_right_nhs_number() {
            let template =
                "The NHS number of {person} is not ten digits with the right check digit.";
            findings.add(
                pointer!("case", "people", i, "nhs_number"),
                Some(&person.id),
                template,
                &[("person", (&person.id).into())],
            );
        }
    }
}

rule! {
    SP109 => not_taken,
    title: "This case belongs at a different meeting",
    severity: Warning,
    phase: Record,
    why: "Each kind of meeting takes cases at one stage of a family's support; at another stage other people and other duties are needed.",
    remedy: "Correct the status, or take the case to the meeting that is for it.",
    needs: &["statuses"],
}

fn not_taken(view: &View<'_>, findings: &mut Findings) {
    let status = view.record.case.status.as_ref().and_then(|id| view.profile.status(id));
    if let Some(status) = status.filter(|status| status.eligible != Some(true)) {
        let template = "The case's status is {status}, which this panel does not take.";
        findings.add(
            pointer!("case", "status"),
            None,
            template,
            &[("status", (&status.id).into())],
        );
    }
}

rule! {
    SP110 => not_there,
    title: "Said to have attended, but not among those who came",
    severity: Warning,
    phase: Meeting,
    why: "Whether someone spoke for themself or was spoken of changes what the panel heard.",
    remedy: "Record the person among the participants and that they came, or say how their views were gathered instead.",
}

fn not_there(view: &View<'_>, findings: &mut Findings) {
    let said = || {
        view.record
            .case
            .people
            .iter()
            .enumerate()
            .filter(|(_, person)| person.views == Some(Views::Attended))
    };
    if said().next().is_none() {
        return;
    }
    let came: Ids<'_> = view.attended().filter_map(|p| p.person.as_deref()).map(Key::new).collect();
    for (i, person) in said() {
        if !came.has(&person.id) {
            let template = "{person} is said to have given their views by attending, but no participant who attended is {person}.";
            findings.add(
                pointer!("case", "people", i, "views"),
                Some(&person.id),
                template,
                &[("person", (&person.id).into())],
            );
        }
    }
}
