//! The letter: what a family reads at the kitchen table.

use super::clock::day;
use super::document::{Block, Document, Table, Words};
use super::head::{LARGE, document, line};
use super::source::Source;
use super::{decision, plan};
use crate::Text;
use crate::record::{Category, ChildDecision, MeetingStatus, ParticipantKind, PersonKind};

pub(super) fn paper(source: &Source<'_>) -> Document {
    let mut blocks = vec![line(source), greeting(source), opening(source)];
    blocks.extend(decided(source));
    blocks.extend(actions(source));
    blocks.extend(part(source, "What is going well", GOING_WELL));
    blocks.extend(part(source, "What we are worried about", WORRIES));
    blocks.extend(part(source, "What we are not sure about", &[Category::GreyArea]));
    blocks.extend(part(source, "What we want to see", &[Category::Goal]));
    blocks.extend(meeting_again(source));
    blocks.extend(decision::contact(source));
    let mut letter = document(source, "Our letter to you", blocks);
    letter.layout = LARGE;
    letter
}

pub(super) const GOING_WELL: &[Category] = &[Category::ExistingStrength, Category::ExistingSafety];
pub(super) const WORRIES: &[Category] =
    &[Category::PastHarm, Category::FutureDanger, Category::ComplicatingFactor];

/// What someone said, ended as a sentence.
pub(super) fn sentence(text: Option<&Text>) -> Words {
    let words = Words::said(text);
    match words.plain().ends_with(['.', '!', '?', '…']) {
        true => words,
        false => words.and("."),
    }
}

/// Whoever it is for, by name.
pub(super) fn greeting(source: &Source<'_>) -> Block {
    let words = Words::own("Dear ");
    Block::Paragraph(match source.reader_name() {
        Some(name) => words.then(name).and(","),
        None => words.and("family,"),
    })
}

/// The children whom the panel is about, as far as the copy names them.
pub(super) fn children(source: &Source<'_>) -> Words {
    let people = source.record.case.people.iter();
    let children = people.filter(|person| person.kind == PersonKind::Child);
    let names = children.map(|child| match source.is_reader(&child.id) {
        true => Words::own("you"),
        false => source.name(&child.id),
    });
    let names: Vec<_> = names.collect();
    if names.is_empty() { Words::own("your family") } else { Words::listed(names) }
}

fn opening(source: &Source<'_>) -> Block {
    let on = source.record.meeting.held_on.map(|on| format!(" on {}", day(on)));
    let met = Words::own(format!("We met{}", on.unwrap_or_default()));
    // It is no family of theirs.
    let met = match source.reader_kind() {
        Some(
            ParticipantKind::Professional
            | ParticipantKind::BusinessSupport
            | ParticipantKind::Advocate,
        ) => met,
        Some(ParticipantKind::Family | ParticipantKind::Child | ParticipantKind::Network)
        | None => met.and(" to talk about ").then(children(source)),
    };
    let tells = match source.record.actions.is_empty() {
        true => ". This letter tells you what we decided.",
        false => ". This letter tells you what we decided, and who does what.",
    };
    Block::Paragraph(met.and(tells))
}

fn decided(source: &Source<'_>) -> Vec<Block> {
    let outcome = &source.record.outcome;
    let meeting = &source.record.meeting;
    let mut blocks = vec![Block::Heading(2, Words::own("What we decided"))];
    if outcome.decision.is_some() {
        let mut words = decision::decided(source).and(".");
        if outcome.reason.is_some() {
            words = words.and(" This is why: ").then(sentence(outcome.reason.as_ref()));
        }
        blocks.push(Block::Paragraph(words));
    } else if outcome.children.is_empty() && meeting.status == Some(MeetingStatus::Adjourned) {
        let mut words = Words::own("We have not decided yet: the meeting stopped");
        if meeting.adjourned_reason.is_some() {
            words =
                words.and(". This is why: ").then(Words::said(meeting.adjourned_reason.as_ref()));
        }
        let again = meeting.reconvene_on.map(|on| format!(" We go on with it on {}.", day(on)));
        blocks.push(Block::Paragraph(words.and(format!(".{}", again.unwrap_or_default()))));
    }
    blocks.push(Block::List(outcome.children.iter().map(|it| for_child(source, it)).collect()));
    blocks
}

/// What was decided for one child.
fn for_child(source: &Source<'_>, it: &ChildDecision) -> Words {
    let who = match source.is_reader(&it.child) {
        true => Words::own("you"),
        false => source.name(&it.child),
    };
    let decided =
        Words::own("For ").then(who).and(": ").then(decision::called(source, &it.decision));
    match &it.reason {
        Some(reason) => decided.and(". This is why: ").then(sentence(Some(reason))),
        None => decided.and("."),
    }
}

fn actions(source: &Source<'_>) -> Vec<Block> {
    let rows = source.record.actions.iter().map(|action| {
        vec![
            plan::who(source, action),
            Words::said(action.text.as_ref()),
            plan::by_when(source, action).unwrap_or_default(),
            plan::progress(source, action),
        ]
    });
    let mut blocks = vec![
        Block::Heading(2, Words::own("Who does what, and by when")),
        Block::Table(Table::new(
            "Who does what, and by when",
            vec!["Who", "What", "By when", "Progress"],
            rows.collect(),
        )),
    ];
    if source.record.outcome.contingency.is_some() {
        blocks.push(Block::Heading(2, Words::own("If the plan is not working")));
        let contingency = source.record.outcome.contingency.as_ref();
        blocks.push(Block::Paragraph(sentence(contingency)));
    }
    blocks
}

/// The entries of some categories, under a heading of our own.
pub(super) fn part(
    source: &Source<'_>,
    heading: &'static str,
    categories: &[Category],
) -> Vec<Block> {
    let entries = source.order.iter().filter(|entry| categories.contains(&entry.category));
    let items = entries.map(|entry| {
        let said = Words::said(entry.text.as_ref());
        match (&entry.evidence, entry.is_settled()) {
            (Some(evidence), _) => {
                sentence(entry.text.as_ref()).and(" ").then(Words::said(Some(evidence)))
            }
            (None, true) if entry.category == Category::Goal => said.and(" (you have done this)"),
            (None, true) => said.and(" (no longer a worry)"),
            (None, false) => said,
        }
    });
    vec![Block::Heading(2, Words::own(heading)), Block::List(items.collect())]
}

fn meeting_again(source: &Source<'_>) -> Vec<Block> {
    let outcome = &source.record.outcome;
    let mut words = Words::default();
    if let Some(on) = outcome.review_on {
        words = Words::own(format!("We meet again on {}.", day(on)));
    } else if decision::is_closing(source) {
        words = Words::own("We do not plan to meet again about this.");
    }
    let mut add = |more: Words| {
        let space = if words.is_empty() { "" } else { " " };
        words = std::mem::take(&mut words).and(space).then(more);
    };
    if let Some(lead) = &outcome.lead_practitioner {
        let until = if outcome.review_on.is_some() { " until then" } else { "" };
        add(source.name_and_agency(lead).and(format!(" leads the work with you{until}.")));
    }
    if let Some(owner) = &outcome.feedback.owner {
        let by = outcome.feedback.due_on.map(|on| format!(" by {}", day(on)));
        let by = by.unwrap_or_default();
        let name = match outcome.lead_practitioner.as_ref() == Some(owner) {
            true => Words::own("They"),
            false => source.name_and_agency(owner),
        };
        add(name.and(format!(" will talk this through with you{by}.")));
    }
    if words.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(2, Words::own("When we meet again")), Block::Paragraph(words)]
}
