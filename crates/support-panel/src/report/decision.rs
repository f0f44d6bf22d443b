//! What was decided, who saw it differently, and what comes next.

use super::document::{Block, Words};
use super::source::{Source, day_or_absent};
use crate::Id;
use crate::profile::{Direction, Withheld};

/// What the panel decided, as the council says it.
pub(super) fn decided(source: &Source<'_>) -> Words {
    source.record.outcome.decision.as_ref().map_or_else(Words::absent, |id| called(source, id))
}

/// A decision, as the council says it.
pub(super) fn called(source: &Source<'_>, id: &Id) -> Words {
    match source.profile.decision(id).and_then(|decision| decision.label.as_ref()) {
        Some(label) => Words::council(Some(label)),
        None => Words::code(id.as_str()),
    }
}

/// Whether the panel's work with the family ends here.
pub(super) fn is_closing(source: &Source<'_>) -> bool {
    let outcome = &source.record.outcome;
    let children = outcome.children.iter().map(|it| &it.decision);
    let mut decided = outcome.decision.iter().chain(children).peekable();
    let closes =
        |id: &Id| source.profile.decision(id).is_some_and(|it| it.direction == Direction::Close);
    decided.peek().is_some() && decided.all(closes)
}

pub(super) fn decision(source: &Source<'_>) -> Vec<Block> {
    let outcome = &source.record.outcome;
    let why = source.text_not_for(Withheld::DecisionReason, &outcome.marks.reason);
    let mut facts = Vec::new();
    if outcome.children.is_empty() || outcome.decision.is_some() {
        facts.push((Words::own("Decision"), decided(source)));
        facts.push((Words::own("Reason"), Words::said(outcome.reason.as_ref()).but(why)));
    }
    for it in &outcome.children {
        let decision = called(source, &it.decision).but(source.child_decision_not_for(it));
        facts.push((Words::own("Decision for ").then(source.name(&it.child)), decision));
        if it.reason.is_some() {
            let reason = Words::said(it.reason.as_ref()).but(source.child_reason_not_for(it));
            facts.push((Words::own("Reason for ").then(source.name(&it.child)), reason));
        }
    }
    facts.push((
        Words::own("Decided by"),
        source.name_or_absent(outcome.decided_by.as_ref()).but(source.not_for_all()),
    ));
    vec![
        Block::Heading(2, Words::own(source.for_family_or("What we decided", "Decision"))),
        Block::Facts(facts),
    ]
}

pub(super) fn dissent(source: &Source<'_>) -> Vec<Block> {
    let outcome = &source.record.outcome;
    let heading =
        Words::own(source.for_family_or("Who saw it differently", "Anyone who disagrees"));
    let mut blocks = vec![Block::Heading(2, heading)];
    if outcome.dissent.is_empty() && source.blanks {
        blocks.push(Block::Paragraph(Words::own("None recorded.")));
    }
    let quotes = outcome.dissent.iter();
    blocks.extend(quotes.map(|dissent| {
        let by = source.name_and_agency(&dissent.by).but(source.dissent_not_for(dissent));
        Block::Quote(Words::said(dissent.view.as_ref()), by)
    }));
    blocks
}

/// The review, who leads, what happens if the plan is not working, and how the family hears of it.
pub(super) fn next(source: &Source<'_>) -> Vec<Block> {
    let outcome = &source.record.outcome;
    let feedback = &outcome.feedback;
    let if_not = source.text_not_for(Withheld::Contingency, &outcome.marks.contingency);
    let either = |family, professionals| Words::own(source.for_family_or(family, professionals));
    let facts = vec![
        (
            either("Who leads the work with you", "Lead practitioner"),
            source.name_or_absent(outcome.lead_practitioner.as_ref()),
        ),
        (either("When we meet again", "Review"), day_or_absent(outcome.review_on)),
        (
            Words::own("If the plan is not working"),
            Words::said(outcome.contingency.as_ref()).but(if_not),
        ),
        (
            either("Who will come and talk it through with you", "Feedback to the family"),
            source.name_or_absent(feedback.owner.as_ref()).but(source.not_for(feedback)),
        ),
        (
            either("By when", "Feedback due"),
            day_or_absent(feedback.due_on).but(source.not_for(feedback)),
        ),
        (
            either("How", "How feedback is given"),
            Words::said(feedback.how.as_ref()).but(source.not_for_unmarked(feedback)),
        ),
        (
            either("You heard on", "Feedback given"),
            day_or_absent(feedback.given_on).but(source.not_for_unmarked(feedback)),
        ),
    ];
    vec![Block::Heading(2, Words::own("What happens next")), Block::Facts(facts)]
}

/// Whom to ring, and what to do if you disagree, where the council says so.
pub(super) fn contact(source: &Source<'_>) -> Vec<Block> {
    let papers = &source.profile.papers;
    let parts = [("Who to ring", &papers.contact), ("If you disagree", &papers.if_you_disagree)];
    let said = parts.into_iter().filter_map(|(heading, text)| Some((heading, text.as_ref()?)));
    said.flat_map(|(heading, text)| {
        [Block::Heading(2, Words::own(heading)), Block::Paragraph(Words::council(Some(text)))]
    })
    .collect()
}

pub(super) fn recording(source: &Source<'_>) -> Vec<Block> {
    let recording = &source.record.recording;
    let mut facts = Vec::new();
    if !source.is_for_family() {
        facts.extend([
            (Words::own("System"), Words::said(recording.system.as_ref())),
            (Words::own("Reference"), Words::said(recording.reference.as_ref())),
            (Words::own("Recorded"), day_or_absent(recording.recorded_on)),
            (Words::own("Recorded by"), source.name_or_absent(recording.recorded_by.as_ref())),
        ]);
    }
    let heading = match source.is_for_family() {
        true => Words::own("Who gets these minutes"),
        false => source.not_for_the_family("Recording"),
    };
    let to = recording.circulated_to.iter().map(|id| source.name_and_agency(id));
    facts.push((Words::own("Minutes sent"), day_or_absent(recording.minutes_circulated_on)));
    facts.push((Words::own("Sent to"), Words::joined(to, ", ")));
    vec![Block::Heading(2, heading), Block::Facts(facts)]
}
