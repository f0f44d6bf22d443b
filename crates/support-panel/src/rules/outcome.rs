//! Rules about what the panel decided, and what must follow.

use super::owners::owner;
use super::{Findings, Path, Step, View, pointer, rule, tables};
use crate::edition::Edition;
use crate::profile::{AfterWithin, Decision, Direction, Interval, Papers};
use crate::record::{Acceptance, Action, PersonKind};
use crate::text::is_blank;
use crate::{Date, Id};
use std::collections::BTreeSet;

tables! { SP701, SP702, SP703, SP704, SP705, SP706, SP707, SP708, SP709, SP710 }

/// What was decided and the profile has: with its place, that of the panel, then that of each child.
fn decided<'a>(view: &View<'a>) -> impl Iterator<Item = (Path, &'a Decision)> + use<'a> {
    let (outcome, profile) = (&view.record.outcome, view.profile);
    let whole = outcome.decision.iter().map(|id| (pointer!("outcome"), id));
    let children = outcome.children.iter().enumerate();
    let each = children.map(|(i, it)| (pointer!("outcome", "children", i), &it.decision));
    whole.chain(each).filter_map(|(at, id)| Some((at, profile.decision(id)?)))
}

/// The decisions from which the work with the family goes on, each once: to stay, or to decide later.
fn going_on<'a>(view: &View<'a>) -> Vec<&'a Decision> {
    let mut seen = BTreeSet::new();
    let decisions = decided(view).map(|(_, decision)| decision);
    decisions
        .filter(|decision| matches!(decision.direction, Direction::Stay | Direction::Defer))
        .filter(|decision| seen.insert(decision.id.as_str()))
        .collect()
}

/// The children of the case, where the panel is to decide for each of them.
fn children_to_decide_for<'a>(view: &View<'a>) -> impl Iterator<Item = (usize, &'a Id)> + use<'a> {
    let is_asked = view.profile.deciding.each_child == Some(true);
    let people = view.record.case.people.iter().enumerate().filter(move |_| is_asked);
    people.filter(|(_, it)| it.kind == PersonKind::Child).map(|(i, child)| (i, &child.id))
}

/// The last day of a time after the meeting.
fn last_day(view: &View<'_>, within: Option<&AfterWithin>) -> Option<Date> {
    within?.end(view.held_on()?, view.profile.calendar())
}

rule! {
    SP701 => no_decision,
    title: "No decision is recorded",
    severity: Error,
    phase: Concluded,
    why: "The family and every agency need to know what was decided.",
    remedy: "Record the decision that the panel came to.",
    needs: &["decisions"],
}

fn no_decision(view: &View<'_>, findings: &mut Findings) {
    let outcome = &view.record.outcome;
    let is_decided = outcome.decision.is_some() || !outcome.children.is_empty();
    // Where each child is to have a decision, SP710 asks for it.
    let is_asked_elsewhere = || children_to_decide_for(view).next().is_some();
    if !view.profile.decisions.is_empty() && !is_decided && !is_asked_elsewhere() {
        findings.add(pointer!("outcome", "decision"), None, "No decision is recorded.", &[]);
    }
}

rule! {
    SP702 => without_reason,
    title: "A decision without its reason",
    severity: Warning,
    phase: Concluded,
    why: "The family is entitled to the reasons, and a later panel cannot weigh a decision that gives none.",
    remedy: "Record why the panel decided so.",
    needs: &["decisions"],
}

fn without_reason(view: &View<'_>, findings: &mut Findings) {
    let outcome = &view.record.outcome;
    for (mut at, decision) in decided(view).filter(|(_, it)| it.needs_reason == Some(true)) {
        let child = match at.0.last() {
            Some(Step::Item(index)) => outcome.children.get(*index),
            _ => None,
        };
        let reason = child.map_or(&outcome.reason, |child| &child.reason);
        if is_blank(reason.as_ref()) {
            at.0.push(Step::Key("reason"));
            let template = "The decision {decision} needs a reason and has none.";
            let child = child.map(|it| it.child.as_str());
            findings.add(at, child, template, &[("decision", (&decision.id).into())]);
        }
    }
}

rule! {
    SP703 => without_lead,
    title: "No lead practitioner is named",
    severity: Warning,
    phase: Concluded,
    why: "While the work goes on, the family needs one person to turn to who holds the plan together.",
    remedy: "Name the lead practitioner.",
    needs: &["lead_practitioner"],
}

fn without_lead(view: &View<'_>, findings: &mut Findings) {
    if view.profile.lead_practitioner.required != Some(true)
        || view.record.outcome.lead_practitioner.is_some()
    {
        return;
    }
    if let Some(decision) = going_on(view).first() {
        let template = "The decision is {decision}, and no lead practitioner is named.";
        findings.add(
            pointer!("outcome", "lead_practitioner"),
            None,
            template,
            &[("decision", (&decision.id).into())],
        );
    }
}

rule! {
    SP704 => review_in_time,
    title: "No review is set in time",
    severity: Warning,
    phase: Concluded,
    why: "A plan is only as good as the day on which someone asks whether it works.",
    remedy: "Set a review date within the interval.",
    needs: &["review", "decisions.review", "statuses.review"],
}

fn review_in_time(view: &View<'_>, findings: &mut Findings) {
    // There is one review, which must suit each decision: the first that it does not is named.
    let _ =
        going_on(view).into_iter().find(|decision| !is_review_in_time(view, decision, findings));
}

fn is_review_in_time(view: &View<'_>, decision: &Decision, findings: &mut Findings) -> bool {
    let none = Interval::default();
    let status = view.record.case.status.as_deref().and_then(|id| view.profile.status(id));
    let Some(interval) =
        [Some(&decision.review), status.map(|status| &status.review), Some(&view.profile.review)]
            .into_iter()
            .flatten()
            .find(|interval| **interval != none)
    else {
        return true;
    };
    let path = || pointer!("outcome", "review_on");
    let id = ("decision", (&decision.id).into());
    let Some(review) = view.record.outcome.review_on else {
        findings.add(path(), None, "The decision is {decision}, and no review date is set.", &[id]);
        return false;
    };
    // A review before the meeting is a date out of order, whatever the interval.
    let Some(held_on) = view.held_on().filter(|held_on| *held_on <= review) else { return true };
    let end = |within: &crate::record::Within| within.end(held_on, view.profile.calendar());
    let first = interval.min.as_ref().and_then(end).filter(|first| review < *first);
    let last = interval.max.as_ref().and_then(end).filter(|last| review > *last);
    let review = ("review", review.into());
    if let Some(first) = first {
        let template = "The review is on {review}; after the decision {decision} the first day for it is {first}.";
        findings.add(path(), None, template, &[id, review, ("first", first.into())]);
    } else if let Some(last) = last {
        let template = "The review is on {review}; after the decision {decision} the last day for it is {last}.";
        findings.add(path(), None, template, &[id, review, ("last", last.into())]);
    }
    first.is_none() && last.is_none()
}

rule! {
    SP705 => feedback_due,
    title: "Feedback to the family is not arranged, or is late",
    severity: Warning,
    phase: Concluded,
    why: "A family should hear soon, and face to face where possible, what was said and decided about them.",
    remedy: "Name who tells the family and by which day, or record the day they were told.",
    needs: &["feedback"],
}

fn feedback_due(view: &View<'_>, findings: &mut Findings) {
    let feedback = &view.record.outcome.feedback;
    if view.profile.feedback.required != Some(true) || feedback.given_on.is_some() {
        return;
    }
    if feedback.owner.is_none() {
        findings.add(
            pointer!("outcome", "feedback", "owner"),
            None,
            "No one is named to give feedback to the family.",
            &[],
        );
    }
    let path = || pointer!("outcome", "feedback", "due_on");
    let Some(due_on) = feedback.due_on else {
        findings.add(path(), None, "No day is set for feedback to the family.", &[]);
        return;
    };
    let last = last_day(view, view.profile.after.feedback_within.as_ref());
    let last = last.map_or(due_on, |last| last.min(due_on));
    if let Some(as_of) = view.as_of.filter(|as_of| *as_of > last) {
        let template = "Feedback to the family was due on {last} and is not given on {as_of}.";
        findings.add(path(), None, template, &[("last", last.into()), ("as_of", as_of.into())]);
    }
}

rule! {
    SP706 => recorded_in_time,
    title: "Minutes or record are late",
    severity: Warning,
    phase: Concluded,
    why: "People act on what they have in hand. Late minutes and late records leave them to act from memory.",
    remedy: "Circulate the minutes and enter the record within the council's time; if it has passed, as soon as you can.",
    needs: &["after"],
}

fn recorded_in_time(view: &View<'_>, findings: &mut Findings) {
    let (recording, after) = (&view.record.recording, &view.profile.after);
    let record_words = [
        "The record was made on {on}; the last day for it was {last}.",
        "No record was made by {last}, the last day for it, and it is {on}.",
    ];
    let minutes_words = [
        "The minutes went out on {on}; the last day for it was {last}.",
        "No minutes went out by {last}, the last day for it, and it is {on}.",
    ];
    let both = [
        ("recorded_on", recording.recorded_on, &after.recorded_within, record_words),
        (
            "minutes_circulated_on",
            recording.minutes_circulated_on,
            &after.minutes_within,
            minutes_words,
        ),
    ];
    for (member, made_on, within, [late, missing]) in both {
        let Some(last) = last_day(view, within.as_ref()) else { continue };
        let template = if made_on.is_some() { late } else { missing };
        if let Some(on) = made_on.or(view.as_of).filter(|on| *on > last) {
            findings.add(
                pointer!("recording", member),
                None,
                template,
                &[("on", on.into()), ("last", last.into())],
            );
        }
    }
}

rule! {
    SP707 => closing_with_open_actions,
    title: "Closing with actions still open",
    severity: Advice,
    phase: Concluded,
    why: "Once the panel has closed, no one asks after what is left, unless a professional has taken it on.",
    remedy: "Finish or cancel what is open, or have a professional accept it.",
    needs: &["decisions"],
}

fn closing_with_open_actions(view: &View<'_>, findings: &mut Findings) {
    let Some((mut at, decision)) = decided(view).next() else { return };
    if !decided(view).all(|(_, decision)| decision.direction == Direction::Close) {
        return;
    }
    let left: Vec<_> =
        view.live_actions().filter(|(_, action)| !taken_on(view, action)).map(|(i, _)| i).collect();
    if left.is_empty() {
        return;
    }
    let template = "The decision is {decision}, and {count} of the open actions have no professional owner who accepted them.";
    let facts = [("decision", (&decision.id).into()), ("count", left.len().into())];
    at.0.push(Step::Key("decision"));
    let finding = findings.add(at, None, template, &facts);
    for i in left {
        finding.relate(pointer!("actions", i));
    }
}

/// Accepted, by a professional who owns it; an owner whom the record does not have is a wrong reference only.
fn taken_on(view: &View<'_>, action: &Action) -> bool {
    let professional = || {
        action.owner.is_some() && owner(view, action).is_none_or(|owner| owner.is_professional())
    };
    action.acceptance == Some(Acceptance::Accepted) && professional()
}

rule! {
    SP708 => not_in_case_system,
    title: "The panel is not in the case system",
    severity: Warning,
    phase: Concluded,
    why: "Whoever picks up the case next looks in the case system first. A panel that is not there did not happen.",
    remedy: "Enter it, and record the day; the case-system paper has the text for each section.",
    needs: &["recording"],
    since: Edition::V2026_2,
}

fn not_in_case_system(view: &View<'_>, findings: &mut Findings) {
    // Where the council sets a last day for it, SP706 says when that has passed.
    let is_asked = view.profile.recording.required == Some(true)
        && view.profile.after.recorded_within.is_none();
    if is_asked && view.record.recording.recorded_on.is_none() {
        let template = "The panel is concluded, and no day is recorded on which it was entered in the case system.";
        findings.add(pointer!("recording", "recorded_on"), None, template, &[]);
    }
}

rule! {
    SP709 => no_contact,
    title: "The family is told no one to ring, or not what to do if they disagree",
    severity: Advice,
    phase: Planned,
    why: "A letter that names no one to ring leaves a family alone with it.",
    remedy: "Add what is missing to the profile's papers: contact, if_you_disagree.",
    needs: &["papers"],
    since: Edition::V2026_2,
}

fn no_contact(view: &View<'_>, findings: &mut Findings) {
    let papers = &view.profile.papers;
    if *papers == Papers::default() {
        return;
    }
    for (text, template) in [
        (&papers.contact, "The council's profile has papers, and no one to ring on them."),
        (
            &papers.if_you_disagree,
            "The council's profile has papers, and nothing on them for a family that disagrees.",
        ),
    ] {
        if is_blank(text.as_ref()) {
            findings.add(pointer!("profile"), None, template, &[]);
        }
    }
}

rule! {
    SP710 => each_childs_decision,
    title: "A child without a decision of their own, or with two",
    severity: Error,
    phase: Concluded,
    why: "Children of one family are not always in the same danger. A panel that decides child by child has decided only once it has come to each of them.",
    remedy: "Record one decision for each child that the panel is about.",
    needs: &["decisions"],
    since: Edition::V2026_2,
}

fn each_childs_decision(view: &View<'_>, findings: &mut Findings) {
    let mut decided = BTreeSet::new();
    for (i, it) in view.record.outcome.children.iter().enumerate() {
        if !decided.insert(&it.child) {
            let path = pointer!("outcome", "children", i);
            let facts = [("child", (&it.child).into())];
            findings.add(path, Some(&it.child), "{child} has a decision already.", &facts);
        }
    }
    if view.profile.decisions.is_empty() {
        return;
    }
    for (i, child) in children_to_decide_for(view).filter(|(_, child)| !decided.contains(child)) {
        let template = "No decision is recorded for {child}.";
        let path = pointer!("outcome", "children");
        let facts = [("child", child.into())];
        findings.add(path, Some(child), template, &facts).relate(pointer!("case", "people", i));
    }
}
