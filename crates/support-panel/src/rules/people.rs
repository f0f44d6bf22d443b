//! Rules about people: who holds the meeting, who came, what the family agreed to, and what came beforehand.

mod family;
mod inputs;
mod seats;

use super::{Findings, View, pointer, rule, tables};
use crate::profile::NoteTaker;

tables! {
    SP201,
    SP202,
    SP203,
    seats::SP204,
    seats::SP205,
    family::SP206,
    family::SP207,
    family::SP208,
    family::SP209,
    inputs::SP210,
    family::SP211,
    family::SP212,
    inputs::SP213,
    inputs::SP214,
    inputs::SP215,
}

rule! {
    SP201 => no_chair,
    title: "No chair who may hold this panel",
    severity: Error,
    phase: Meeting,
    why: "The chair answers for how the panel is held and for what it decides, so it must be someone who was there and whose seat may chair.",
    remedy: "Name the participant who took the chair, correct their attendance, or let someone chair whose seat may.",
    needs: &["chair"],
}

fn no_chair(view: &View<'_>, findings: &mut Findings) {
    let seats = &view.profile.chair.seats;
    if seats.is_empty() {
        return;
    }
    let path = || pointer!("meeting", "chair");
    let Some(id) = &view.record.meeting.chair else {
        findings.add(path(), None, "No one is recorded in the chair.", &[]);
        return;
    };
    // A chair who is no one known is SP102's fault alone.
    let Some(chair) = view.participant(id) else { return };
    let may_chair = |chair| view.seats_held(chair).any(|seat| seats.iter().any(|may| *may == seat));
    if !chair.attended() {
        findings.add(
            path(),
            None,
            "{chair} is recorded in the chair, but did not attend.",
            &[("chair", id.into())],
        );
    } else if !may_chair(chair) {
        findings.add(
            path(),
            None,
            "{chair} is in the chair, but holds no seat that may chair.",
            &[("chair", id.into())],
        );
    }
}

rule! {
    SP202 => no_note_taker,
    title: "No note-taker recorded",
    severity: Warning,
    phase: Meeting,
    why: "What is not written down is lost to the family and to the next panel.",
    remedy: "Name a participant who was there and took notes; where the council asks for it, another than the chair.",
    needs: &["note_taker"],
}

fn no_note_taker(view: &View<'_>, findings: &mut Findings) {
    if view.profile.note_taker == NoteTaker::default() {
        return;
    }
    let path = || pointer!("meeting", "note_taker");
    let Some(id) = &view.record.meeting.note_taker else {
        findings.add(path(), None, "No note-taker is recorded.", &[]);
        return;
    };
    let Some(note_taker) = view.participant(id) else { return };
    let is_chair = view.record.meeting.chair.as_ref() == Some(id);
    if !note_taker.attended() {
        findings.add(
            path(),
            None,
            "{note_taker} is recorded as taking notes, but did not attend.",
            &[("note_taker", id.into())],
        );
    } else if is_chair && view.profile.note_taker.may_be_chair == Some(false) {
        findings.add(
            path(),
            None,
            "{note_taker} took notes and was in the chair, which this council keeps apart.",
            &[("note_taker", id.into())],
        );
    }
}

rule! {
    SP203 => no_quorum,
    title: "Not enough agencies to decide",
    severity: Error,
    phase: Meeting,
    why: "A panel decides for several agencies at once; below its quorum it decides for people who were not asked.",
    remedy: "Record who else attended, record why the panel went on where the council lets it, or adjourn.",
    needs: &["quorum"],
}

fn no_quorum(view: &View<'_>, findings: &mut Findings) {
    let Some(count) = crate::people::quorum_of(view) else { return };
    let reasoned =
        view.record.meeting.inquorate_reason.as_ref().is_some_and(|reason| !reason.is_blank());
    if count.is_met || (count.may_proceed_with_reason && reasoned) {
        return;
    }
    let path = pointer!("meeting", "inquorate_reason");
    let mut facts = vec![("agencies", count.agencies.into())];
    facts.extend(count.needed.map(|needed| ("needed", needed.into())));
    facts.extend(count.missing.first().map(|seat| ("seat", seat.into())));
    let short = count.needed.is_some_and(|needed| count.agencies < needed as usize);
    let template = match (count.missing.first(), short) {
        (Some(_), true) => {
            "{agencies} agencies attended of {needed} that the quorum asks for, and no one held seat {seat}."
        }
        (Some(_), false) => {
            "{agencies} agencies attended, but no one held seat {seat}, which the quorum asks for."
        }
        (None, true) => "{agencies} agencies attended of {needed} that the quorum asks for.",
        (None, false) => {
            "{agencies} agencies attended, fewer than the least with which this council lets a panel go on."
        }
    };
    findings.add(path, None, template, &facts);
}
