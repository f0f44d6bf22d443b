//! What goes into the council's case system: plain text by section, in the order and under the headings of its own form.

use super::document::{Block, Document, Run, Words};
use super::head::document;
use super::source::{Source, day_or_absent};
use super::{decision, letter, people, plan, scales};
use crate::profile::{Part, Section, Withheld};
use crate::record::Category;

/// What there is to enter where a council names no sections.
const EVERYTHING: [(&str, Part); 13] = [
    ("Who was there", Part::Attendance),
    ("Why the panel met", Part::Referral),
    ("Background", Part::Background),
    ("Views", Part::Views),
    ("Agreement and sharing", Part::Agreement),
    ("What are we worried about?", Part::Worries),
    ("What is working well?", Part::WorkingWell),
    ("What needs to happen?", Part::NeedsToHappen),
    ("Grey areas", Part::GreyAreas),
    ("Scaling", Part::Scaling),
    ("Decision", Part::Decision),
    ("Actions", Part::Actions),
    ("Review and next steps", Part::Next),
];

pub(super) fn paper(source: &Source<'_>) -> Document {
    let system = &source.profile.recording;
    let mut blocks = Vec::new();
    if let Some(name) = &system.system {
        blocks.push(Block::Facts(vec![
            (Words::own("System"), Words::council(Some(name))),
            (Words::own("Case reference"), Words::code(&source.record.case.reference)),
            (Words::own("Date"), day_or_absent(source.record.meeting.held_on)),
        ]));
    }
    let sections: Vec<_> = match system.sections.as_slice() {
        [] => EVERYTHING
            .iter()
            .flat_map(|(heading, part)| section(source, Words::own(*heading), &[*part], None))
            .collect(),
        sections => sections
            .iter()
            .flat_map(|named| section(source, heading(named), &named.holds, named.max_characters))
            .collect(),
    };
    blocks.extend(sections);
    document(source, "For the case system", blocks)
}

fn heading(section: &Section) -> Words {
    match &section.heading {
        Some(heading) => Words::council(Some(heading)),
        None => Words::code(&section.id),
    }
}

/// One section, ready to paste. A length that the system does not take is said above it.
fn section(source: &Source<'_>, heading: Words, parts: &[Part], most: Option<u32>) -> Vec<Block> {
    let lines: Vec<Words> = parts.iter().flat_map(|part| part_of(source, *part)).collect();
    let body = Words::lines(lines);
    if body.is_empty() {
        return Vec::new();
    }
    let characters = body.plain().chars().count();
    let mut blocks = vec![Block::Heading(2, heading)];
    if let Some(most) = most.filter(|most| characters > *most as usize) {
        let words = format!("Too long: {characters} characters, where the system takes {most}.");
        blocks.push(Block::Paragraph(Words(vec![Run::Strong(words.into())])));
    }
    blocks.push(Block::Paragraph(body));
    blocks
}

fn part_of(source: &Source<'_>, part: Part) -> Vec<Words> {
    let record = source.record;
    let labelled = |label: &str, words: Words| Words::own(format!("{label}: ")).then(words);
    let facts = |blocks: Vec<Block>| -> Vec<Words> {
        let facts = blocks.into_iter().filter_map(|block| match block {
            Block::Facts(facts) => Some(facts),
            _ => None,
        });
        let known = facts.flatten().filter(|(_, value)| !value.is_absent() && !value.is_empty());
        known.map(|(name, value)| name.and(": ").then(value)).collect()
    };
    let entries = |categories: &[Category]| -> Vec<Words> {
        let entries = source.order.iter().filter(|entry| categories.contains(&entry.category));
        entries
            .map(|entry| {
                let said = Words::own(format!("{} ", source.number(entry).unwrap_or_default()))
                    .then(Words::said(entry.text.as_ref()));
                said.but(source.entry_not_for(entry))
            })
            .collect()
    };
    match part {
        Part::Attendance => people::in_lines(source),
        Part::Referral => [
            ("Reason for the referral", &record.referral.reason),
            ("Best hopes", &record.referral.best_hopes),
        ]
        .into_iter()
        .filter_map(|(label, text)| {
            let not_for = source.text_not_for(Withheld::Referral, &record.referral);
            Some(labelled(label, Words::said(Some(text.as_ref()?)).but(not_for)))
        })
        .collect(),
        Part::Background => {
            let text = record.referral.background.as_ref();
            let not_for = source.not_for_unmarked(&record.referral);
            text.map(|text| Words::said(Some(text)).but(not_for)).into_iter().collect()
        }
        Part::Views => people::views_in_lines(source),
        Part::Agreement => facts(super::minutes::agreement(source)),
        Part::Worries => entries(letter::WORRIES),
        Part::WorkingWell => entries(letter::GOING_WELL),
        Part::NeedsToHappen => entries(&[Category::Goal, Category::NextStep]),
        Part::GreyAreas => entries(&[Category::GreyArea]),
        Part::Scaling => scales::in_lines(source),
        Part::Actions => record
            .actions
            .iter()
            .map(|action| {
                let mut words =
                    Words::said(action.text.as_ref()).and(" – ").then(plan::who(source, action));
                if let Some(when) = plan::by_when(source, action) {
                    words = words.and(", by ").then(when);
                }
                words = words.and(format!(". {}.", plan::status(action)));
                words.but(source.action_not_for(action))
            })
            .collect(),
        Part::Decision => {
            let mut lines = facts(decision::decision(source));
            lines.extend(record.outcome.dissent.iter().map(|dissent| {
                let who = source.name_and_agency(&dissent.by);
                Words::own("Disagrees: ")
                    .then(who)
                    .and(": ")
                    .then(Words::said(dissent.view.as_ref()))
                    .but(source.dissent_not_for(dissent))
            }));
            lines
        }
        Part::Next => facts(decision::next(source)),
    }
}
