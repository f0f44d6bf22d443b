//! A page for one child, made to be found at home: it shows no more than every copy in the family.

use super::clock::day;
use super::document::{Block, Document, Words};
use super::head::LARGE;
use super::letter::{GOING_WELL, WORRIES, part};
use super::source::Source;
use super::{head, plan};
use crate::record::ActionStatus;

pub(super) fn paper(source: &Source<'_>) -> Document {
    let on = source.record.meeting.held_on.map(|on| format!(" on {}", day(on)));
    let met = format!(
        "The people who help your family met{}. This page is for you. You can keep it, and you can ask what anything on it means.",
        on.unwrap_or_default()
    );
    let mut blocks = vec![Block::Paragraph(Words::own(met))];
    if let Some(by) = source.handed_over_by {
        blocks.push(Block::Paragraph(source.name(by).and(" gives you this page.")));
    }
    blocks.extend(part(source, "What is going well", GOING_WELL));
    blocks.extend(part(source, "What the grown-ups worry about", WORRIES));
    blocks.extend(promised(source));
    blocks.extend(next(source));
    let name = source.reader_name().unwrap_or_else(|| Words::own("you"));
    let mut page = head::document(source, "", blocks);
    page.title = Words::own("For ").then(name);
    page.layout = LARGE;
    page
}

/// What the grown-ups will do; what a child has taken on is in the family's plan.
fn promised(source: &Source<'_>) -> Vec<Block> {
    let live = source.record.actions.iter().filter(|action| {
        action.status != ActionStatus::Cancelled
            && !action.owner.as_ref().is_some_and(|owner| source.is_reader(owner))
    });
    let items = live.map(|action| {
        let what = plan::who(source, action).and(": ").then(Words::said(action.text.as_ref()));
        match plan::by_when(source, action) {
            Some(when) => what.and(", by ").then(when),
            None => what,
        }
    });
    vec![
        Block::Heading(2, Words::own("What the grown-ups have promised")),
        Block::List(items.collect()),
    ]
}

fn next(source: &Source<'_>) -> Vec<Block> {
    let outcome = &source.record.outcome;
    let mut said = Vec::new();
    if let Some(on) = outcome.review_on {
        said.push(Words::own(format!(
            "The grown-ups meet again on {}. They want to know what you think before then.",
            day(on)
        )));
    }
    let to_talk_to = outcome.feedback.owner.as_ref().or(outcome.lead_practitioner.as_ref());
    if let Some(who) = to_talk_to {
        said.push(Words::own("You can talk to ").then(source.name(who)).and(" about all of this."));
    }
    if said.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading(2, Words::own("What happens next"))];
    blocks.extend(said.into_iter().map(Block::Paragraph));
    blocks
}
