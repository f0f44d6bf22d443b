//! What is printed from a profile alone, to be filled in by hand: the mapping template, the referral form, the question card
//! and the scoring slips.

use super::document::{Block, Document, Words};
use super::head::of_profile;
use super::map::plain_name;
use super::scales::{empty_line, meanings_in_words, wording};
use crate::Text;
use crate::profile::Profile;
use crate::record::Scale;

fn heading(text: &'static str) -> Block {
    Block::Heading(2, Words::own(text))
}

fn asked(text: Option<&Text>) -> Option<Block> {
    text.map(|text| Block::Paragraph(Words::council(Some(text))))
}

/// A line to write on, behind what belongs there.
fn to_fill(label: &'static str) -> [Block; 2] {
    [Block::Paragraph(Words::label(label)), Block::Space(1)]
}

/// The columns of the map, empty.
pub(super) fn mapping_template(profile: &Profile) -> Document {
    let mut blocks: Vec<Block> = ["Child or young person:", "Filled in by, and when:"]
        .into_iter()
        .flat_map(to_fill)
        .collect();
    for column in &profile.columns {
        blocks.push(Block::Heading(
            2,
            match &column.heading {
                Some(heading) => Words::council(Some(heading)),
                None => Words::code(&column.id),
            },
        ));
        blocks.extend(asked(column.prompt.as_ref()));
        for category in &column.categories {
            let label = match &category.label {
                Some(label) => Words::council(Some(label)),
                None => Words::own(plain_name(category.id)),
            };
            blocks.extend([Block::Heading(3, label), Block::Space(5)]);
        }
    }
    of_profile(profile, "Mapping template", blocks)
}

/// What a referrer writes before the panel.
pub(super) fn referral_form(profile: &Profile) -> Document {
    let mut blocks = vec![heading("The family")];
    for label in [
        "Children this is about, with their dates of birth:",
        "Parents and carers:",
        "Other people who matter to them:",
        "Case reference:",
    ] {
        blocks.extend(to_fill(label));
    }
    let statuses = profile.statuses.iter().filter(|status| status.eligible == Some(true));
    let statuses: Vec<_> = statuses
        .filter_map(|status| status.label.as_ref())
        .map(|label| Words::council(Some(label)))
        .collect();
    if !statuses.is_empty() {
        let words = Words::own("This panel is for cases of this status: ");
        blocks.push(Block::Paragraph(words.then(Words::listed(statuses)).and(".")));
    }
    blocks.push(heading("Who asks"));
    for label in ["Your name, agency and phone number:", "Today's date:"] {
        blocks.extend(to_fill(label));
    }
    for (title, question, lines) in [
        ("Why you ask the panel", "What is happening, and what has been tried?", 6),
        ("Your best hopes", "What would make this panel worth it for you and the family?", 4),
        (
            "Background",
            "The main points, in the words that you would use in front of the family.",
            8,
        ),
        (
            "What the children and the family think",
            "Each child's view, how it was gathered and when; what the parents and carers want.",
            6,
        ),
        (
            "Agreement",
            "Who in the family has agreed to this, and on which day? What were they told about sharing?",
            3,
        ),
    ] {
        blocks.extend([
            heading(title),
            Block::Paragraph(Words::own(question)),
            Block::Space(lines),
        ]);
    }
    if profile.inputs.referrer_scale == Some(true) {
        blocks.extend([
            heading("Your own scaling question"),
            Block::Paragraph(Words::own(
                "One question about what worries you most, with both ends in words.",
            )),
        ]);
        for label in [
            "The question:",
            "0 means:",
            "10 means:",
            "Where are you now, and what makes it that number?",
        ] {
            blocks.extend(to_fill(label));
        }
    }
    if let Some(given) = &profile.inputs.mapping {
        let days =
            given.0.days_before.map(|days| format!(", at least {days} days before the meeting"));
        blocks.push(Block::Paragraph(Words::own(format!(
            "Send the mapping template with this form{}.",
            days.unwrap_or_default()
        ))));
    }
    of_profile(profile, "Referral form", blocks)
}

/// The question bank, by column: a card for the chair's hand.
pub(super) fn question_card(profile: &Profile) -> Document {
    let mut blocks = Vec::new();
    for column in &profile.columns {
        let questions = profile.questions.iter().filter(|question| question.column == column.id);
        let questions: Vec<_> =
            questions.map(|question| Words::council(Some(&question.text))).collect();
        if questions.is_empty() {
            continue;
        }
        let title = column.heading.as_ref().map(|heading| Words::council(Some(heading)));
        blocks.push(Block::Heading(2, title.unwrap_or_else(|| Words::code(&column.id))));
        blocks.push(Block::List(questions));
    }
    of_profile(profile, "Questions", blocks)
}

/// One slip a scale: folded at the line, the number is inside.
pub(super) fn scoring_slips(profile: &Profile) -> Document {
    let mut blocks = Vec::new();
    for (index, scale) in profile.scales.iter().enumerate() {
        if index > 0 {
            blocks.push(Block::PageBreak);
        }
        blocks.extend(slip(scale));
    }
    let mut slips = of_profile(profile, "Scoring slip", blocks);
    slips.layout.points = 12;
    slips
}

fn slip(scale: &Scale) -> Vec<Block> {
    let mut blocks: Vec<Block> = to_fill("Your name:").into();
    blocks.push(Block::Fold);
    blocks.push(Block::Heading(
        2,
        match &scale.prompt {
            Some(prompt) => Words::council(Some(prompt)),
            None => Words::code(&scale.id),
        },
    ));
    match empty_line(scale) {
        Some(line) => {
            blocks.push(Block::Paragraph(Words::own("Draw a ring round your number.")));
            blocks.push(Block::Line(line));
            // The two ends stand on the line.
            if !scale.points.is_empty() {
                blocks.push(Block::Facts(meanings_in_words(scale)));
            }
        }
        None => {
            blocks.push(Block::Facts(meanings_in_words(scale)));
            blocks.extend(to_fill("Your number:"));
        }
    }
    let words = wording(Some(scale));
    let asked: Vec<Words> = match scale.follow_ups.is_empty() {
        true => [words.reason, words.one_better].map(Words::own).into(),
        false => scale.follow_ups.iter().map(|asked| Words::council(Some(&asked.text))).collect(),
    };
    blocks.extend(
        asked.into_iter().flat_map(|question| [Block::Heading(3, question), Block::Space(3)]),
    );
    blocks
}
