//! The seats without which a panel is not complete.

use crate::Id;
use crate::record::Attendance;
use crate::rules::{Definition, Findings, Path, Phase, Rule, Severity, View, pointer};

pub(super) const SP204: Rule = Rule {
    definition: Definition {
        code: "SP204",
        title: "A core seat was empty",
        severity: Severity::Warning,
        phase: Phase::Concluded,
        why: "What a core agency knows of the family, and could offer it, was missing, and nobody can say why.",
        clears_by: "Record who held the seat or stood in for it, or that its holder sent apologies.",
        parameters: &[],
        needs: &["seats"],
        since: "2026.1",
    },
    ask: empty,
};

fn empty(view: &View<'_>, findings: &mut Findings) {
    for (seat, holding) in core_seats(view) {
        if !holding.attended && !holding.apologies {
            let words = "Nobody who attended held core seat {seat}, and no apologies are recorded.";
            let (path, subject) = holding.place(seat);
            findings.add(path, Some(subject), words, &[("seat", seat.into())]);
        }
    }
}

pub(super) const SP205: Rule = Rule {
    definition: Definition {
        code: "SP205",
        title: "Apologies and nothing else",
        severity: Severity::Advice,
        phase: Phase::Concluded,
        why: "An agency that cannot come can still be heard, through a deputy or a few lines in writing.",
        clears_by: "Record the deputy or the written update, or ask for one next time.",
        parameters: &[],
        needs: &["seats"],
        since: "2026.1",
    },
    ask: only_apologies,
};

fn only_apologies(view: &View<'_>, findings: &mut Findings) {
    for (seat, holding) in core_seats(view) {
        if holding.apologies && !holding.attended && !holding.written_update {
            let words = "Core seat {seat} sent apologies, but neither a deputy nor a written update.";
            let (path, subject) = holding.place(seat);
            findings.add(path, Some(subject), words, &[("seat", seat.into())]);
        }
    }
}

/// How a seat was held.
#[derive(Default, Clone, Copy)]
struct Holding<'a> {
    /// The first participant whose own seat it is.
    first: Option<(usize, &'a Id)>,
    attended: bool,
    apologies: bool,
    written_update: bool,
}

impl<'a> Holding<'a> {
    /// The seat's first holder, or else the list that lacks one.
    fn place(&self, seat: &'a Id) -> (Path, &'a str) {
        match self.first {
            Some((i, holder)) => (pointer!("participants", i), holder),
            None => (pointer!("participants"), seat),
        }
    }
}

/// The core seats in the order of the profile, each with how it was held.
fn core_seats<'a>(view: &View<'a>) -> impl Iterator<Item = (&'a Id, Holding<'a>)> {
    let seats = &view.profile.seats;
    let mut holdings = vec![Holding::default(); seats.len()];
    let place = |seat: &str| view.profile.seat_place(seat);
    for (i, participant) in view.record.participants.iter().enumerate() {
        if let Some(holding) = participant.seat.as_deref().and_then(place).and_then(|at| holdings.get_mut(at)) {
            holding.first = holding.first.or(Some((i, &participant.id)));
            holding.apologies |= participant.attendance == Some(Attendance::Apologies);
            holding.written_update |= participant.written_update == Some(true);
        }
        if participant.attended() {
            for seat in view.seats_held(participant) {
                if let Some(holding) = place(seat).and_then(|at| holdings.get_mut(at)) {
                    holding.attended = true;
                }
            }
        }
    }
    seats.iter().zip(holdings).filter(|(seat, _)| seat.core == Some(true)).map(|(seat, holding)| (&seat.id, holding))
}
