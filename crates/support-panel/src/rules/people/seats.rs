//! The seats without which a panel is not complete.

use crate::Id;
use crate::record::Attendance;
use crate::rules::{Defined, Definition, Findings, Path, Phase, Severity, View, pointer};

pub(super) const SP204: Defined = Defined {
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
    for (seat, holding) in
        core_seats(view).filter(|(_, holding)| !holding.attended && !holding.apologies)
    {
        let words = "Nobody who attended held core seat {seat}, and no apologies are recorded.";
        let (path, subject) = holding.place(view, seat);
        findings.add(path, Some(subject), words, &[("seat", seat.into())]);
    }
}

pub(super) const SP205: Defined = Defined {
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
    for (seat, holding) in core_seats(view)
        .filter(|(_, holding)| holding.apologies && !holding.attended && !holding.written_update)
    {
        let words = "Core seat {seat} sent apologies, but neither a deputy nor a written update.";
        let (path, subject) = holding.place(view, seat);
        findings.add(path, Some(subject), words, &[("seat", seat.into())]);
    }
}

/// How a seat was held.
#[derive(Default, Clone, Copy)]
pub(in crate::rules) struct Holding {
    /// Where the first participant stands whose own seat it is.
    first: Option<usize>,
    attended: bool,
    apologies: bool,
    written_update: bool,
}

impl Holding {
    /// Of each seat, in the order of the profile.
    pub(in crate::rules) fn of_each(view: &View<'_>) -> Vec<Self> {
        let mut holdings = vec![Self::default(); view.profile.seats.len()];
        for (i, participant) in view.record.participants.iter().enumerate() {
            let own = participant.seat.as_deref().and_then(|seat| view.profile.seat_place(seat));
            if let Some(holding) = own.and_then(|at| holdings.get_mut(at)) {
                holding.first = holding.first.or(Some(i));
                holding.attended |= participant.attended();
                holding.apologies |= participant.attendance == Some(Attendance::Apologies);
                holding.written_update |= participant.written_update == Some(true);
            }
            // Whoever stands in for somebody holds that seat as well as their own.
            let other = participant
                .deputy_for
                .as_ref()
                .filter(|_| participant.attended())
                .and_then(|_| view.seat_held(participant));
            if let Some(holding) = other
                .and_then(|seat| view.profile.seat_place(seat))
                .and_then(|at| holdings.get_mut(at))
            {
                holding.attended = true;
            }
        }
        holdings
    }

    /// The seat's first holder, or else the list that lacks one.
    fn place<'a>(&self, view: &View<'a>, seat: &'a Id) -> (Path, &'a str) {
        let first = self.first.and_then(|i| Some((i, view.record.participants.get(i)?)));
        match first {
            Some((i, holder)) => (pointer!("participants", i), &holder.id),
            None => (pointer!("participants"), seat),
        }
    }
}

/// The core seats in the order of the profile, each with how it was held.
fn core_seats<'v, 'a>(
    view: &'v View<'a>,
) -> impl Iterator<Item = (&'a Id, &'v Holding)> + use<'a, 'v> {
    let seats = view.profile.seats.iter().zip(view.holdings());
    seats.filter(|(seat, _)| seat.core == Some(true)).map(|(seat, holding)| (&seat.id, holding))
}
