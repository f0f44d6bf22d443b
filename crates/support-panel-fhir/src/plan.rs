//! What we need to see, and who does what by when.

use crate::elements::{note, required_concept};
use crate::ids::{Kind, to, to_family};
use crate::node::{Node, date, list, object, text, word};
use crate::{Resource, Source};
use support_panel::Record;
use support_panel::record::{Acceptance, Action, ActionStatus, Category, Entry};

/// The goals on the map.
pub(crate) fn goals_of(record: &Record) -> Vec<&Entry> {
    let is_goal = |entry: &&Entry| entry.category == Category::Goal && entry.is_on_map();
    record.mapping.iter().filter(is_goal).collect()
}

pub(crate) fn goals(source: Source<'_>) -> Vec<Resource> {
    let goals = goals_of(source.record).into_iter();
    let resource =
        |goal: &Entry| Resource::said(source.record, Kind::Goal, &goal.id, of_goal(source, goal));
    goals.filter_map(resource).collect()
}

fn of_goal(source: Source<'_>, goal: &Entry) -> Option<Node> {
    let status = if goal.is_settled() { "completed" } else { "active" };
    object([
        ("resourceType", word("Goal")),
        ("meta", source.meta(source.not_for.settled(goal))),
        ("identifier", list([source.people.identifier(Kind::Goal.as_str(), &goal.id)])),
        ("lifecycleStatus", word(status)),
        ("description", required_concept(goal.text.as_ref().map(|text| text.as_str()))),
        ("subject", to_family(source.record)),
        ("statusDate", goal.settled.on.and_then(date)),
        ("note", list([goal.settled.how.as_ref().and_then(|how| note(how.as_str()))])),
    ])
}

pub(crate) fn tasks(source: Source<'_>) -> Vec<Resource> {
    let resource = |action: &Action| {
        Resource::said(source.record, Kind::Action, &action.id, of_action(source, action))
    };
    source.record.actions.iter().filter_map(resource).collect()
}

fn of_action(source: Source<'_>, action: &Action) -> Option<Node> {
    let record = source.record;
    let goals = goals_of(record);
    let served = action.serves.iter().filter(|id| goals.iter().any(|goal| goal.id == ***id));
    let due = support_panel::due_on(record, source.profile, &action.id).ok().flatten();
    let until = |day: Option<support_panel::Date>| object([("end", day.and_then(date))]);
    let reason = action.cancelled_reason.as_ref().map(|reason| reason.as_str());
    object([
        ("resourceType", word("Task")),
        ("meta", source.meta(source.not_for.action(action))),
        ("identifier", list([source.people.identifier(Kind::Action.as_str(), &action.id)])),
        ("basedOn", list(served.map(|id| to(record, Kind::Goal, id)))),
        ("status", word(status(action))),
        ("statusReason", reason.and_then(crate::elements::concept)),
        ("intent", word("plan")),
        ("description", action.text.as_ref().and_then(|words| text(words.as_str()))),
        ("for", to_family(record)),
        ("executionPeriod", until(action.done_on)),
        ("authoredOn", action.agreed_on.and_then(date)),
        ("owner", action.owner.as_deref().and_then(|id| source.people.to(id))),
        ("note", list([action.outcome.as_ref().and_then(|outcome| note(outcome.as_str()))])),
        ("restriction", object([("period", until(due))])),
    ])
}

/// How far an action has come, in FHIR's words. One that no one has answered is requested.
fn status(action: &Action) -> &'static str {
    match (action.status, action.acceptance) {
        (ActionStatus::Done, _) => "completed",
        (ActionStatus::Cancelled, _) => "cancelled",
        (ActionStatus::InProgress, _) => "in-progress",
        (ActionStatus::Open, Some(Acceptance::Accepted)) => "accepted",
        (ActionStatus::Open, Some(Acceptance::Declined)) => "rejected",
        (ActionStatus::Open, Some(Acceptance::Proposed) | None) => "requested",
    }
}
