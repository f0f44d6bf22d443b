//! What was decided, who saw it otherwise, and how it is passed on.

use super::document::{Block, Words};
use super::source::{Source, day_or_absent};

pub(super) fn decision(source: &Source<'_>) -> Vec<Block> {
    let outcome = &source.record.outcome;
    let decided = outcome.decision.as_ref().map(|id| {
        match source.profile.decision(id).and_then(|decision| decision.label.as_ref()) {
            Some(label) => Words::said(Some(label)),
            None => Words::code(id.as_str()),
        }
    });
    let mut blocks = vec![
        Block::Heading(2, Words::own(source.for_family_or("What was decided", "Decision"))),
        Block::Facts(vec![
            (Words::own("Decision"), decided.unwrap_or_else(Words::absent)),
            (Words::own("Reason"), Words::said(outcome.reason.as_ref())),
            (Words::own("Decided by"), source.name_or_absent(outcome.decided_by.as_ref())),
        ]),
        Block::Heading(3, Words::own(source.for_family_or("Who saw it differently", "Dissent"))),
    ];
    if outcome.dissent.is_empty() && !source.is_for_family() {
        blocks.push(Block::Paragraph(Words::own("None recorded.")));
    }
    let quotes = outcome.dissent.iter();
    blocks.extend(quotes.map(|dissent| {
        Block::Quote(Words::said(dissent.view.as_ref()), source.name_and_agency(&dissent.by))
    }));

    let feedback = &outcome.feedback;
    blocks.push(Block::Heading(
        3,
        Words::own(source.for_family_or("What happens next", "What follows")),
    ));
    blocks.push(Block::Facts(vec![
        (
            Words::own(source.for_family_or("Who leads the work with you", "Lead practitioner")),
            source.name_or_absent(outcome.lead_practitioner.as_ref()),
        ),
        (
            Words::own(source.for_family_or("We meet again to look at it", "Review")),
            day_or_absent(outcome.review_on),
        ),
        (
            Words::own(source.for_family_or("If the plan does not hold", "Contingency")),
            Words::said(outcome.contingency.as_ref()),
        ),
        (
            Words::own(source.for_family_or("Who tells you about it", "Feedback to the family")),
            source.name_or_absent(feedback.owner.as_ref()),
        ),
        (
            Words::own(source.for_family_or("By when", "Feedback due")),
            day_or_absent(feedback.due_on),
        ),
        (
            Words::own(source.for_family_or("How", "How feedback is given")),
            Words::said(feedback.how.as_ref()),
        ),
        (
            Words::own(source.for_family_or("You were told on", "Feedback given")),
            day_or_absent(feedback.given_on),
        ),
    ]));
    blocks
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
    let to = recording.circulated_to.iter().map(|id| source.name_and_agency(id));
    facts.push((Words::own("Minutes sent"), day_or_absent(recording.minutes_circulated_on)));
    facts.push((Words::own("Sent to"), Words::joined(to, ", ")));
    vec![
        Block::Heading(2, Words::own(source.for_family_or("Who gets these minutes", "Recording"))),
        Block::Facts(facts),
    ]
}
