//! Who does what by when.

use super::clock::day;
use super::document::{Block, Document, Run, Table, Words};
use super::head::{document, line};
use super::source::{Source, day_or_absent};
use super::{decision, map};
use crate::Date;
use crate::record::{Acceptance, Action, ActionStatus, Due, Within};
use crate::view::due;

/// The plan on its own: for a fridge, or an agency's file.
pub(super) fn paper(source: &Source<'_>) -> Document {
    let mut blocks = vec![line(source)];
    blocks.extend(by_goal(source));
    let outcome = &source.record.outcome;
    let lead = source.for_family_or("Who leads the work with you", "Lead practitioner");
    blocks.push(Block::Facts(vec![
        (Words::own("Decision"), decision::decided(source)),
        (Words::own(lead), source.name_or_absent(outcome.lead_practitioner.as_ref())),
        (
            Words::own(source.for_family_or("When we meet again", "Review")),
            day_or_absent(outcome.review_on),
        ),
        (Words::own("If the plan is not working"), Words::said(outcome.contingency.as_ref())),
    ]));
    blocks.extend(decision::contact(source));
    let mut paper = document(source, "Our plan", blocks);
    paper.layout.points = source.for_family_or(12, 11);
    paper
}

/// The actions under what each serves first, so that nothing is said twice.
fn by_goal(source: &Source<'_>) -> Vec<Block> {
    let goal = |action: &Action| source.places(&action.serves).first().copied();
    let mut goals: Vec<_> = source.record.actions.iter().map(goal).collect();
    // Those that serve nothing come last.
    goals.sort_unstable_by_key(|place| place.unwrap_or(usize::MAX));
    goals.dedup();
    let mut blocks = Vec::new();
    for place in goals {
        let actions = source.record.actions.iter().filter(|action| goal(action) == place);
        let rows: Vec<_> = actions.map(|action| row(source, action)).collect();
        let heading = match place.and_then(|place| source.order.get(place)) {
            Some(entry) => Words::own("So that: ")
                .then(map::numbered(source, entry))
                .but(source.entry_not_for(entry)),
            None if blocks.is_empty() => Words::own("Who does what, and by when"),
            None => Words::own("Also"),
        };
        blocks.extend([Block::Heading(2, heading), table(source, rows)]);
    }
    blocks
}

/// The actions as a table.
pub(super) fn plan(source: &Source<'_>) -> Vec<Block> {
    let heading = Block::Heading(
        2,
        Words::own(source.for_family_or("Who does what, and by when", "Actions")),
    );
    let rows: Vec<_> = source.record.actions.iter().map(|action| row(source, action)).collect();
    if rows.is_empty() {
        return vec![heading, Block::Paragraph(Words::absent())];
    }
    vec![heading, table(source, rows)]
}

fn table(source: &Source<'_>, rows: Vec<Vec<Words>>) -> Block {
    let head = match source.is_for_family() {
        true => vec!["Who", "What", "By when", "Progress"],
        false => vec!["Who", "What", "By when", "Agreed?", "Progress"],
    };
    Block::Table(Table::new("Actions", head, rows))
}

/// Who does an action; "you" where the paper is theirs.
pub(super) fn who(source: &Source<'_>, action: &Action) -> Words {
    let mut who = match &action.owner {
        Some(owner) if source.is_for_family() && source.is_reader(owner) => Words::own("You"),
        Some(owner) if source.is_for_family() => source.name(owner),
        owner => source.name_or_absent(owner.as_ref()),
    };
    if !action.supporting.is_empty() {
        let names = action.supporting.iter().map(|id| match source.is_for_family() {
            true if source.is_reader(id) => Words::own("you"),
            _ => source.name(id).but(source.concealed(id)),
        });
        who = who.and(", with ").then(Words::listed(names.collect()));
    }
    who
}

fn row(source: &Source<'_>, action: &Action) -> Vec<Words> {
    let mut what = Words::said(action.text.as_ref());
    let mut note = |words: Words| what.0.extend(std::iter::once(Run::Break).chain(words.0));
    if !source.is_for_family() {
        let numbers = source.numbers(&action.serves);
        if !numbers.is_empty() {
            note(Words::own(format!("For {numbers} on the map")));
        }
        if let Some(words) = source.action_not_for(action) {
            note(words);
        }
    }
    let when = by_when(source, action).unwrap_or_else(Words::absent);
    let mut row = vec![who(source, action), what, when];
    // Whether someone else has said yes is not the family's to chase.
    if !source.is_for_family() {
        row.push(accepted(source, action));
    }
    row.push(progress(source, action));
    row
}

fn accepted(source: &Source<'_>, action: &Action) -> Words {
    let mut words = match action.acceptance {
        None => Words::absent(),
        Some(Acceptance::Proposed) => Words::own("Not yet answered"),
        Some(Acceptance::Accepted) => Words::own("Yes"),
        Some(Acceptance::Declined) => Words::own("No"),
    };
    if let Some(on) = action.accepted_on {
        words = words.and(format!(", {}", day(on)));
    }
    if let Some(by) = action.accepted_by.as_ref().filter(|by| Some(*by) != action.owner.as_ref()) {
        words = words.and(", said by ").then(source.name(by).but(source.concealed(by)));
    }
    match action.chaser.as_ref().filter(|_| action.acceptance != Some(Acceptance::Accepted)) {
        Some(chaser) => {
            let name = source.name(chaser).but(source.concealed(chaser));
            words.and("; ").then(name).and(" follows it up")
        }
        None => words,
    }
}

/// By when, as a day wherever that can be told.
pub(super) fn by_when(source: &Source<'_>, action: &Action) -> Option<Words> {
    let on = due(source.record, source.profile, action);
    let on_day = |on: Date, more: &str| Words::own(format!("{}{more}", day(on)));
    Some(match (action.due.as_ref()?, on) {
        (Due::ByReview, None) => Words::own("when we meet again"),
        (Due::Within(within), None) => Words::own(format!("within {}", timescale(within))),
        (Due::ByReview, Some(on)) => on_day(on, source.for_family_or("", " (the review)")),
        (Due::Within(within), Some(on)) if !source.is_for_family() => {
            on_day(on, &format!(" (within {})", timescale(within)))
        }
        (_, Some(on)) => on_day(on, ""),
        (Due::On(_), None) => return None,
    })
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

/// How far an action has come, in a word.
pub(super) fn status(action: &Action) -> &'static str {
    match action.status {
        ActionStatus::Open => "Not started",
        ActionStatus::InProgress => "In progress",
        ActionStatus::Done => "Done",
        ActionStatus::Cancelled => "Cancelled",
    }
}

/// How far an action has come, and what came of it; nothing of one that no one has begun.
pub(super) fn progress(source: &Source<'_>, action: &Action) -> Words {
    if source.is_for_family() && action.status == ActionStatus::Open && action.outcome.is_none() {
        return Words::default();
    }
    let mut words = Words(vec![Run::Strong(status(action).into())]);
    if let Some(on) = action.done_on {
        words = words.and(format!(", {}", day(on)));
    }
    if action.outcome.is_some() {
        words = words.and(": ").then(Words::said(action.outcome.as_ref()));
    }
    if action.cancelled_reason.is_some() {
        let why = Words::said(action.cancelled_reason.as_ref());
        words = words.and(": ").then(why).but(source.not_for_unmarked(action));
    }
    if action.carried_from.is_some() {
        words = words.and(" (from an earlier panel)");
    }
    words
}
