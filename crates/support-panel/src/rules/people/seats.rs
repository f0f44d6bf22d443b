//! The seats without which a panel is not complete.

use crate::Id;
use crate::rules::{Findings, Path, pointer, rule};
use crate::view::{Holding, View};

rule! {
    SP204 => empty,
    title: "A core seat was empty",
    severity: Warning,
    phase: Concluded,
    why: "What a core agency knows of the family, and could offer it, was missing, and no one can say why.",
    remedy: "Record who held the seat or stood in for it, or that its holder sent apologies.",
    needs: &["seats"],
}

fn empty(view: &View<'_>, findings: &mut Findings) {
    for (seat, holding) in
        core_seats(view).filter(|(_, holding)| !holding.attended && !holding.apologies)
    {
        let template = "No one who attended held the role {seat}, and no apologies are recorded.";
        let (path, subject) = path(holding, view, seat);
        findings.add(path, Some(subject), template, &[("seat", seat.into())]);
    }
}

rule! {
    SP205 => only_apologies,
    title: "Apologies and nothing else",
    severity: Advice,
    phase: Concluded,
    why: "An agency that cannot come can still be heard, through a deputy or a few lines in writing.",
    remedy: "Record the deputy or the written update, or ask for one next time.",
    needs: &["seats"],
}

fn only_apologies(view: &View<'_>, findings: &mut Findings) {
    for (seat, holding) in core_seats(view)
        .filter(|(_, holding)| holding.apologies && !holding.attended && !holding.written_update)
    {
        let template =
            "Core seat {seat} sent apologies, but neither a deputy nor a written update.";
        let (path, subject) = path(holding, view, seat);
        findings.add(path, Some(subject), template, &[("seat", seat.into())]);
    }
}

/// The seat's first holder, or else the list that lacks one.
fn path<'a>(holding: &Holding, view: &View<'a>, seat: &'a Id) -> (Path, &'a str) {
    let first = holding.first.and_then(|i| Some((i, view.record.participants.get(i)?)));
    match first {
        Some((i, holder)) => (pointer!("participants", i), &holder.id),
        None => (pointer!("participants"), seat),
    }
}

/// The core seats in the order of the profile, each with how it was held.
fn core_seats<'v, 'a>(
    view: &'v View<'a>,
) -> impl Iterator<Item = (&'a Id, &'v Holding)> + use<'a, 'v> {
    let seats = view.profile.seats.iter().zip(view.holdings());
    seats.filter(|(seat, _)| seat.core == Some(true)).map(|(seat, holding)| (&seat.id, holding))
}
