//! Rules about who does what by when. Who may own and accept an action stands in `owners`.

use super::owners::{SP601, SP604, SP605, SP611};
use super::{Findings, View, pointer, rule, tables};
use crate::edition::Edition;
use crate::lookup::{Ids, Key};
use crate::record::{ActionStatus, Category};
use crate::text::is_blank;
use crate::view::due;

tables! { SP601, SP602, SP603, SP604, SP605, SP606, SP607, SP608, SP609, SP610, SP611, SP612, SP613 }

rule! {
    SP602 => without_due,
    title: "An action has no due date",
    severity: Error,
    phase: Concluded,
    why: "No one can tell whether an action is late, or ask after it, if it has no day or timescale.",
    remedy: "Agree a date, a timescale, or that it is due by the review.",
}

fn without_due(view: &View<'_>, findings: &mut Findings) {
    for (i, action) in view.live_actions().filter(|(_, action)| action.due.is_none()) {
        let template = "Action {action} has neither a due date nor a timescale.";
        findings.add(
            pointer!("actions", i, "due"),
            Some(&action.id),
            template,
            &[("action", (&action.id).into())],
        );
    }
}

rule! {
    SP603 => due_after_review,
    title: "An action is due after the review",
    severity: Warning,
    phase: Concluded,
    why: "The review asks what became of each action. One that is due later cannot be answered for by then.",
    remedy: "Set an earlier due date, or a later review.",
    needs: &["actions.due_by_review"],
}

fn due_after_review(view: &View<'_>, findings: &mut Findings) {
    let wanted = view.profile.actions.due_by_review == Some(true);
    let Some(review) = view.record.outcome.review_on.filter(|_| wanted) else { return };
    for (i, action) in view.live_actions() {
        if let Some(due) = due(view.record, view.profile, action).filter(|due| *due > review) {
            let template = "Action {action} is due on {due}, after the review on {review}.";
            let facts =
                [("action", (&action.id).into()), ("due", due.into()), ("review", review.into())];
            findings
                .add(pointer!("actions", i, "due"), Some(&action.id), template, &facts)
                .relate(pointer!("outcome", "review_on"));
        }
    }
}

rule! {
    SP606 => serves_nothing,
    title: "An action serves nothing on the map",
    severity: Warning,
    phase: Concluded,
    why: "An action is there to bring a goal nearer or a danger further off. This one is not linked to a goal or a worry.",
    remedy: "Name the entry of the map that the action serves, or cancel the action with a reason.",
}

fn serves_nothing(view: &View<'_>, findings: &mut Findings) {
    for (i, action) in
        view.uncancelled_actions().filter(|(_, action)| !view.refers_to_map(&action.serves))
    {
        let template = "Action {action} serves no entry of the map.";
        findings.add(
            pointer!("actions", i, "serves"),
            Some(&action.id),
            template,
            &[("action", (&action.id).into())],
        );
    }
}

rule! {
    SP607 => over_limits,
    title: "More actions than the limit",
    severity: Advice,
    phase: Concluded,
    why: "A short plan is kept, a long one is lost, and so is one that rests on the same person throughout.",
    remedy: "Keep the actions that matter most, or share them among more people.",
    needs: &["actions"],
}

fn over_limits(view: &View<'_>, findings: &mut Findings) {
    let limits = &view.profile.actions;
    let count = view.live_actions().count();
    if let Some(limit) = limits.max_per_panel.filter(|limit| count > *limit as usize) {
        let template = "There are {count} open actions, where {limit} is the most for one panel.";
        findings.add(
            pointer!("actions"),
            None,
            template,
            &[("count", count.into()), ("limit", limit.into())],
        );
    }
    let Some(limit) = limits.max_per_owner else { return };
    let mut counts = vec![0_usize; view.record.participants.len()];
    for (_, action) in view.live_actions() {
        let owner = action.owner.as_deref().and_then(|id| view.participant_index(id));
        if let Some(count) = owner.and_then(|index| counts.get_mut(index)) {
            *count += 1;
        }
    }
    for (owner, count) in
        view.record.participants.iter().zip(counts).filter(|(_, count)| *count > limit as usize)
    {
        let template =
            "{owner} owns {count} open actions, where {limit} is the most for one owner.";
        let facts =
            [("owner", (&owner.id).into()), ("count", count.into()), ("limit", limit.into())];
        findings.add(pointer!("actions"), Some(&owner.id), template, &facts);
    }
}

rule! {
    SP608 => goals_unserved,
    title: "A goal that no action serves",
    severity: Warning,
    phase: Concluded,
    why: "A goal is reached by what someone does. Without an action it stays a wish.",
    remedy: "Agree an action that serves the goal, or record how the goal was met.",
}

fn goals_unserved(view: &View<'_>, findings: &mut Findings) {
    let served = view.referred(view.uncancelled_actions().flat_map(|(_, action)| &action.serves));
    let goals =
        view.map().filter(|(_, entry)| entry.category == Category::Goal && !entry.is_settled());
    for (i, goal) in goals.filter(|(_, goal)| !served(goal)) {
        findings.add(
            pointer!("mapping", i),
            Some(&goal.id),
            "No action serves goal {goal}.",
            &[("goal", (&goal.id).into())],
        );
    }
}

rule! {
    SP609 => overdue,
    title: "An action is overdue",
    severity: Warning,
    phase: Concluded,
    why: "It was due by now. Someone is waiting for it, or has stopped waiting.",
    remedy: "Record that it is done, agree a new day with the owner and the family, or cancel it with a reason.",
    needs: &["as_of"],
}

fn overdue(view: &View<'_>, findings: &mut Findings) {
    let Some(as_of) = view.as_of else { return };
    for (i, action) in view.live_actions() {
        if let Some(due) = due(view.record, view.profile, action).filter(|due| *due < as_of) {
            let template = "Action {action} was due on {due} and is still open on {as_of}.";
            let facts =
                [("action", (&action.id).into()), ("due", due.into()), ("as_of", as_of.into())];
            findings.add(pointer!("actions", i, "due"), Some(&action.id), template, &facts);
        }
    }
}

rule! {
    SP610 => not_carried,
    title: "An open action of the last panel is lost",
    severity: Warning,
    phase: Meeting,
    why: "Whoever took the action on, and the family who counts on it, should hear what became of it.",
    remedy: "Carry the action over, and say whether it is open, done or cancelled.",
    needs: &["previous"],
}

fn not_carried(view: &View<'_>, findings: &mut Findings) {
    let Some(previous) = view.previous else { return };
    let from = view.record.actions.iter().filter_map(|action| action.carried_from.as_ref());
    let carried: Ids<'_> = from
        .filter(|from| from.record == previous.id)
        .map(|from| Key::new(from.action.as_str()))
        .collect();
    for action in
        previous.actions.iter().filter(|action| action.is_live() && !carried.has(&action.id))
    {
        let template =
            "Action {action} was open in record {previous}, and no action here is carried from it.";
        findings.add(
            pointer!("actions"),
            Some(&action.id),
            template,
            &[("action", (&action.id).into()), ("previous", (&previous.id).into())],
        );
    }
}

rule! {
    SP612 => status_at_odds,
    title: "An action's status does not fit",
    severity: Error,
    phase: Meeting,
    why: "What was done should say when, and what was dropped should say why, or no one can learn from it.",
    remedy: "Give the day it was done and mark it as done, or give the reason for cancelling it.",
}

fn status_at_odds(view: &View<'_>, findings: &mut Findings) {
    for (i, action) in view.record.actions.iter().enumerate() {
        let id = || ("action", (&action.id).into());
        let done_on = || pointer!("actions", i, "done_on");
        match (action.status, action.done_on) {
            (ActionStatus::Done, None) => {
                findings.add(
                    done_on(),
                    Some(&action.id),
                    "Action {action} is done, and no day says when.",
                    &[id()],
                );
            }
            (status, Some(on)) if status != ActionStatus::Done => {
                let facts = [id(), ("done_on", on.into()), ("status", status.as_str().into())];
                findings.add(
                    done_on(),
                    Some(&action.id),
                    "Action {action} was done on {done_on}, and its status is {status}.",
                    &facts,
                );
            }
            _ => {}
        }
        if action.status == ActionStatus::Cancelled && is_blank(action.cancelled_reason.as_ref()) {
            let path = pointer!("actions", i, "cancelled_reason");
            findings.add(
                path,
                Some(&action.id),
                "Action {action} is cancelled, and nothing says why.",
                &[id()],
            );
        }
    }
}

rule! {
    SP613 => not_begun,
    title: "An action has not been begun in time",
    severity: Advice,
    phase: Concluded,
    why: "Families lose heart when a panel has met and nothing happens. The first steps show them that it was worth coming.",
    remedy: "Begin it and record that it is in progress, or ask the owner what stands in the way.",
    needs: &["after.actions_within", "as_of"],
    since: Edition::V2026_2,
}

fn not_begun(view: &View<'_>, findings: &mut Findings) {
    let within = view.profile.after.actions_within.as_ref();
    let last = within.zip(view.held_on()).and_then(|(w, on)| w.end(on, view.profile.calendar()));
    let Some((last, as_of)) = last.zip(view.as_of).filter(|(last, as_of)| as_of > last) else {
        return;
    };
    let untouched = view.live_actions().filter(|(_, action)| action.status == ActionStatus::Open);
    for (i, action) in untouched {
        let template = "Action {action} was to be begun by {last} and is still open on {as_of}.";
        let facts =
            [("action", (&action.id).into()), ("last", last.into()), ("as_of", as_of.into())];
        findings.add(pointer!("actions", i, "status"), Some(&action.id), template, &facts);
    }
}
