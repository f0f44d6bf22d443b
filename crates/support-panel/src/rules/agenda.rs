//! Rules about the stages of the meeting.

use super::{Findings, Parameter, View, pointer, rule, tables};
use crate::profile::{Product, Stage};
use crate::record::{ActionStatus, AgendaItem, Attendance, MeetingStatus};
use crate::{Decimal, Instant, Text, agenda};
use std::collections::BTreeSet;

tables! { SP301, SP302, SP303, SP304, SP305, SP306 }

rule! {
    SP301 => at_once,
    title: "Two stages at once",
    severity: Warning,
    phase: Meeting,
    why: "A panel does one thing at a time; times that overlap or run backwards are a slip, and would mislead whoever looks at how long things take.",
    remedy: "Correct when the stage began or ended.",
}

fn at_once(view: &View<'_>, findings: &mut Findings) {
    let items = &view.record.agenda;
    let runs_on = view.record.meeting.status == Some(MeetingStatus::InProgress);
    for overlap in agenda::overlaps(items, runs_on) {
        let (Some(later), Some(earlier)) = (items.get(overlap.later), items.get(overlap.earlier))
        else {
            continue;
        };
        // One fault, one finding: times that run backwards are found below.
        if runs_backwards(later).is_some() {
            continue;
        }
        let facts = [("stage", (&later.stage).into()), ("earlier", (&earlier.stage).into())];
        let path = pointer!("agenda", overlap.later, "started_at");
        findings
            .add(
                path,
                Some(&later.stage),
                "Stage {stage} began while stage {earlier} was still running.",
                &facts,
            )
            .relate(pointer!("agenda", overlap.earlier));
    }
    for (i, item) in items.iter().enumerate() {
        if let Some((started_at, ended_at)) = runs_backwards(item) {
            let template = "Stage {stage} ended at {ended_at}, before it began at {started_at}.";
            let facts = [
                ("stage", (&item.stage).into()),
                ("ended_at", ended_at.into()),
                ("started_at", started_at.into()),
            ];
            findings.add(pointer!("agenda", i, "ended_at"), Some(&item.stage), template, &facts);
        }
    }
}

/// The start and the end of a stage that ended before it began.
fn runs_backwards(item: &AgendaItem) -> Option<(Instant, Instant)> {
    let times = (item.started_at?, item.ended_at?);
    (times.1.moment() < times.0.moment()).then_some(times)
}

rule! {
    SP302 => left_out,
    title: "A stage was left out",
    severity: Warning,
    phase: Concluded,
    why: "Each stage is there for someone: without it a family may not know who is in the room, or a worker's question goes unasked.",
    remedy: "Record when the stage was held or who led it, or why it was skipped.",
    needs: &["agenda"],
}

fn left_out(view: &View<'_>, findings: &mut Findings) {
    // Of each stage in the record: its first index, and whether any of its items accounts for it.
    let mut recorded: Vec<Option<(usize, bool)>> = vec![None; view.profile.agenda.len()];
    for (i, item) in view.record.agenda.iter().enumerate() {
        let skipped = item.skipped_reason.as_ref().is_some_and(|reason| !reason.is_blank());
        if let Some(recorded) =
            view.profile.stage_index(&item.stage).and_then(|index| recorded.get_mut(index))
        {
            recorded.get_or_insert((i, false)).1 |= item.is_held() || skipped;
        }
    }
    for (stage, recorded) in
        view.profile.agenda.iter().zip(recorded).filter(|(stage, _)| stage.required == Some(true))
    {
        let path = match recorded {
            Some((_, true)) => continue,
            Some((first, false)) => pointer!("agenda", first),
            None => pointer!("agenda"),
        };
        let template = "Stage {stage} was neither held nor skipped with a reason.";
        findings.add(path, Some(&stage.id), template, &[("stage", (&stage.id).into())]);
    }
}

/// The share of its time by which a stage may run over.
const OVER: Parameter = Parameter {
    name: "over",
    default: Decimal::from_hundredths(25),
    about: "The share of its minutes by which a stage may run over: 0.25 is a quarter.",
};

rule! {
    SP303 => ran_over,
    title: "A stage ran over its time",
    severity: Advice,
    phase: Meeting,
    why: "A stage that runs over takes its time from the ones after it, most often from what is to happen next.",
    remedy: "If the times are right, there is nothing to fix; if it was a pause, record it.",
    parameters: &[OVER],
    needs: &["agenda.minutes"],
}

fn ran_over(view: &View<'_>, findings: &mut Findings) {
    let over = view.parameter("SP303", &OVER);
    for (i, item, stage) in stages(view) {
        let Some(minutes) = stage.minutes.filter(|minutes| agenda::ran_over(item, *minutes, over))
        else {
            continue;
        };
        let taken = agenda::Timing::of(item, Some(stage))
            .actual_seconds
            .and_then(|seconds| u32::try_from(seconds).ok())
            .unwrap_or(u32::MAX);
        let template = match taken % 60 {
            0 => "Stage {stage} took {taken_minutes} min; {minutes} min planned.",
            _ => "Stage {stage} took {taken_minutes} min {taken_seconds} s; {minutes} min planned.",
        };
        let facts = [
            ("stage", (&item.stage).into()),
            ("taken_minutes", (taken / 60).into()),
            ("taken_seconds", (taken % 60).into()),
            ("minutes", minutes.into()),
        ];
        findings.add(pointer!("agenda", i), Some(&item.stage), template, &facts);
    }
}

/// The stages of the record that the profile lists, each with its index.
fn stages<'a>(view: &View<'a>) -> impl Iterator<Item = (usize, &'a AgendaItem, &'a Stage)> {
    let profile = view.profile;
    view.record
        .agenda
        .iter()
        .enumerate()
        .filter_map(move |(i, item)| Some((i, item, profile.stage(&item.stage)?)))
}

rule! {
    SP304 => led_by_another,
    title: "Led by someone else",
    severity: Advice,
    phase: Meeting,
    why: "Who leads a stage is part of how the panel works: the worker speaks for the referral, the chair holds the rest.",
    remedy: "Correct who led the stage, or record whom they stood in for.",
    needs: &["agenda.lead"],
}

fn led_by_another(view: &View<'_>, findings: &mut Findings) {
    for (i, item, stage) in stages(view) {
        let Some(leader) = item.led_by.as_deref().and_then(|id| view.participant(id)) else {
            continue;
        };
        let Some(lead) = &stage.lead else { continue };
        let stands_for = |id: &str| leader.id == *id || leader.deputy_for.as_deref() == Some(id);
        let is_lead = match view.role(lead) {
            // Who should have led is not known, which is another rule's business.
            Some(None) => continue,
            Some(Some(holder)) => stands_for(holder),
            None => view.seats_held(leader).any(|seat| *lead == seat),
        };
        if !is_lead {
            let template = "Stage {stage} was led by {leader}; it is for {lead} to lead.";
            let facts = [
                ("stage", (&item.stage).into()),
                ("leader", (&leader.id).into()),
                ("lead", lead.into()),
            ];
            findings.add(pointer!("agenda", i, "led_by"), Some(&item.stage), template, &facts);
        }
    }
}

rule! {
    SP305 => out_of_order,
    title: "Stages out of order",
    severity: Advice,
    phase: Concluded,
    why: "The order has its reasons: what the worker hopes for comes before the map, and the map before the plan.",
    remedy: "Correct the times or the order of the list; if it was held so, there is nothing to fix.",
    needs: &["agenda"],
}

fn out_of_order(view: &View<'_>, findings: &mut Findings) {
    let held = || view.record.agenda.iter().enumerate().filter(|(_, item)| item.is_held());
    let indexes = held().filter_map(|(_, item)| view.profile.stage_index(&item.stage));
    let times = held().filter_map(|(_, item)| item.started_at.map(Instant::moment));
    if indexes.is_sorted() && times.is_sorted() {
        return;
    }
    let by_clock = held().all(|(_, item)| item.started_at.is_some());
    let mut ordered: Vec<_> = held()
        .filter_map(|(i, item)| Some((view.profile.stage_index(&item.stage)?, i, item)))
        .collect();
    if by_clock {
        // Of two that began at once neither came after the other.
        ordered.sort_by_key(|(index, _, item)| (item.started_at.map(Instant::moment), *index));
    }
    let mut latest: Option<(usize, &AgendaItem)> = None;
    for (index, i, item) in ordered {
        match latest.filter(|(furthest, _)| *furthest > index) {
            Some((_, before)) => {
                let template =
                    "Stage {stage} came after stage {before}, which the profile puts later.";
                let facts = [("stage", (&item.stage).into()), ("before", (&before.stage).into())];
                findings.add(pointer!("agenda", i), Some(&item.stage), template, &facts);
            }
            None => latest = Some((index, item)),
        }
    }
}

rule! {
    SP306 => without_product,
    title: "A stage without its result",
    severity: Warning,
    phase: Concluded,
    why: "A stage that was held and left nothing behind was either not recorded or not done.",
    remedy: "Record what the stage is there to produce, or that it was skipped and why.",
    needs: &["agenda.produces"],
}

fn without_product(view: &View<'_>, findings: &mut Findings) {
    let missing: Vec<Product> =
        Product::ALL.iter().copied().filter(|product| !is_there(view, *product)).collect();
    let mut named = BTreeSet::new();
    for (i, item, stage) in stages(view).filter(|(_, item, _)| item.is_held()) {
        let Some(product) = stage.produces.iter().find(|product| missing.contains(product)) else {
            continue;
        };
        if named.insert(&item.stage) {
            let template =
                "Stage {stage} was held, but what it is there to produce is missing: {product}.";
            let facts = [("stage", (&item.stage).into()), ("product", product.as_str().into())];
            findings.add(pointer!("agenda", i), Some(&item.stage), template, &facts);
        }
    }
}

/// Whether the record holds what a stage is there to produce.
fn is_there(view: &View<'_>, product: Product) -> bool {
    let record = view.record;
    let said = |text: &Option<Text>| text.as_ref().is_some_and(|text| !text.is_blank());
    match product {
        Product::Attendance => {
            !record.participants.iter().any(|p| p.attendance == Some(Attendance::Invited))
        }
        Product::BestHopes => said(&record.referral.best_hopes),
        Product::Background => said(&record.referral.background),
        Product::Entries => view.map().next().is_some(),
        Product::Ratings => {
            record.scaling.iter().any(|scaling_round| !scaling_round.ratings.is_empty())
        }
        Product::Actions => {
            record.actions.iter().any(|action| action.status != ActionStatus::Cancelled)
        }
        // Where a rule of its own speaks of it, this one does not.
        Product::Decision => {
            !view.profile.decisions.is_empty()
                || record.outcome.decision.is_some()
                || !record.outcome.children.is_empty()
        }
        Product::Feedback => {
            let feedback = &record.outcome.feedback;
            view.profile.feedback.required == Some(true)
                || feedback.owner.is_some()
                || feedback.given_on.is_some()
        }
    }
}
