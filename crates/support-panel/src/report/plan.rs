//! Who does what by when.

use super::document::{Block, Run, Table, Words};
use super::map::{indexes, nothing, numbered};
use super::source::{Source, day, day_or_absent};
use crate::record::{Acceptance, Action, ActionStatus, Due, Visibility, Within};
use crate::view::due;

pub(super) fn plan(source: &Source<'_>) -> Vec<Block> {
    let heading = Block::Heading(
        2,
        Words::own(source.for_family_or("Who does what, and by when", "Actions")),
    );
    let rows: Vec<_> = source.record.actions.iter().map(|action| row(source, action)).collect();
    if rows.is_empty() {
        return vec![heading, nothing()];
    }
    let head = vec![
        "What",
        "Who",
        source.for_family_or("Have they said yes?", "Accepted?"),
        "By when",
        "How far",
    ];
    vec![heading, Block::Table(Table::new("Actions", head, rows))]
}

/// What the actions are for, as it is numbered on the map.
pub(super) fn served(source: &Source<'_>) -> Vec<Block> {
    let ids: Vec<_> =
        source.record.actions.iter().flat_map(|action| action.serves.iter().cloned()).collect();
    let served = source.indexes(&ids);
    let items: Vec<_> = served
        .iter()
        .filter_map(|index| Some(numbered(source, source.order.get(index - 1)?, *index)))
        .collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(2, Words::own("What it is for")), Block::List(items)]
}

fn row(source: &Source<'_>, action: &Action) -> Vec<Words> {
    let mut what = Words::said(action.text.as_ref());
    let serves = source.indexes(&action.serves);
    if source.is_for_family() {
        for entry in serves.iter().filter_map(|index| source.order.get(index - 1)) {
            what.0.push(Run::Break);
            what = what.and("For: ").then(Words::said(entry.text.as_ref()));
        }
    } else if !serves.is_empty() {
        what.0.push(Run::Break);
        what = what
            .and(if serves.len() == 1 { "For number " } else { "For numbers " })
            .then(indexes(&serves))
            .and(" on the map");
    }
    if action.visible_to == Some(Visibility::Professionals) {
        what.0.push(Run::Break);
        what = what.and("For professionals only");
    }
    let mut who = source.name_or_absent(action.owner.as_ref());
    if !action.supporting.is_empty() {
        who = who.and("; helped by ").then(source.names(&action.supporting));
    }
    vec![what, who, accepted(source, action), by_when(source, action), how_far(action)]
}

fn accepted(source: &Source<'_>, action: &Action) -> Words {
    let mut words = match action.acceptance {
        None => Words::absent(),
        Some(Acceptance::Proposed) => Words::own("Not yet answered"),
        Some(Acceptance::Accepted) => Words::own("Yes"),
        Some(Acceptance::Declined) => Words::own("No"),
    };
    if let Some(on) = action.accepted_on {
        words = words.and(&format!(", {}", day(on)));
    }
    if let Some(by) = action.accepted_by.as_ref().filter(|by| Some(*by) != action.owner.as_ref()) {
        words = words.and(", said by ").then(source.name(by));
    }
    match action.chaser.as_ref().filter(|_| action.acceptance != Some(Acceptance::Accepted)) {
        Some(chaser) => words.and("; ").then(source.name(chaser)).and(" follows it up"),
        None => words,
    }
}

fn by_when(source: &Source<'_>, action: &Action) -> Words {
    let on = due(source.record, source.profile, action);
    match (&action.due, on) {
        (None, _) => Words::absent(),
        (Some(Due::ByReview), None) => {
            Words::own("by the review; its day is ").then(Words::absent())
        }
        (Some(Due::Within(within)), None) => {
            Words::own(format!("within {}; from which day is ", timescale(within)))
                .then(Words::absent())
        }
        (Some(Due::ByReview), Some(on)) => Words::own(format!("{}, by the review", day(on))),
        (Some(Due::Within(within)), Some(on)) => {
            Words::own(format!("{}, within {}", day(on), timescale(within)))
        }
        (Some(Due::On(_)), on) => day_or_absent(on),
    }
}

fn timescale(within: &Within) -> String {
    let (amount, one, many) = match within {
        Within::WorkingDays(n) => (n, "working day", "working days"),
        Within::Days(n) => (n, "day", "days"),
        Within::Weeks(n) => (n, "week", "weeks"),
        Within::Months(n) => (n, "month", "months"),
    };
    format!("{} {}", amount.get(), if amount.get() == 1 { one } else { many })
}

fn how_far(action: &Action) -> Words {
    let mut words = Words(vec![Run::Strong(
        match action.status {
            ActionStatus::Open => "Open",
            ActionStatus::InProgress => "In progress",
            ActionStatus::Done => "Done",
            ActionStatus::Cancelled => "Cancelled",
        }
        .to_owned(),
    )]);
    if action.status == ActionStatus::Done || action.done_on.is_some() {
        words = words.and(", ").then(day_or_absent(action.done_on));
    }
    if let Some(outcome) = &action.outcome {
        words = words.and(": ").then(Words::said(Some(outcome)));
    }
    if action.status == ActionStatus::Cancelled {
        words = words.and(": ").then(Words::said(action.cancelled_reason.as_ref()));
    }
    if action.carried_from.is_some() {
        words = words.and(" (from an earlier panel)");
    }
    words
}
