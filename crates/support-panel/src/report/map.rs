//! The map by the profile's columns, headings and labels: on one page, each danger beside its goal.

use super::document::{Block, Column, Document, Group, Item, Table, Words};
use super::head::{document, line};
use super::scales;
use super::source::{Source, day_or_absent};
use crate::profile::Withheld;
use crate::record::{Category, Entry, Scale};
use crate::{Id, Text};
use std::collections::BTreeSet;

/// Lines that fit on a page below its title: measured as it is printed, at 10 points.
const LINES: usize = 41;
/// Characters of a line across the page.
const WIDTH: usize = 160;
/// Lines that the scale takes up beside the dangers.
const LINES_OF_SCALE: usize = 17;
/// Lines that dangers and goals may take up, so that the columns have room.
const LINES_OF_DANGERS: usize = 22;

/// The map with its scale, for a wall or a table.
pub(super) fn paper(source: &Source<'_>) -> Document {
    let (dangers, more_dangers) = split_rows(rows(source, false));
    let scale = scale(source);
    let below = match (dangers.is_empty(), scale.is_empty()) {
        (true, true) => 0,
        (_, true) => lines_of(&dangers),
        (_, false) => lines_of(&dangers).max(LINES_OF_SCALE),
    };
    let (columns, more) = split(columns(source, false), LINES.saturating_sub(below));
    let mut blocks = vec![line(source)];
    let goes_on = !more.is_empty() || !more_dangers.is_empty();
    if goes_on {
        // The first page says so, where whoever holds only that one sees it.
        blocks.push(Block::Paragraph(Words::own("This is the first of two pages.")));
    }
    blocks.extend((!columns.is_empty()).then_some(Block::Map(columns)));
    blocks.extend(table(source, dangers));
    blocks.extend(scale);
    if goes_on {
        blocks.push(Block::PageBreak);
        blocks.push(Block::Heading(2, Words::own("The map, second page")));
        blocks.extend((!more.is_empty()).then_some(Block::Map(more)));
        blocks.extend(table(source, more_dangers));
    }
    let mut paper = document(source, source.for_family_or("Our map", "Map"), blocks);
    paper.layout.is_landscape = true;
    paper.layout.points = 10;
    paper
}

/// Lines that a text takes up at a width.
fn lines_at(width: usize, words: &Words) -> usize {
    words.plain().split('\n').map(|line| line.chars().count() / width + 1).sum()
}

/// Lines that dangers beside their goals take up, each in a third of the page.
fn lines_of(rows: &[Vec<Words>]) -> usize {
    let row = |row: &Vec<Words>| row.iter().map(|cell| lines_at(WIDTH / 3, cell)).max();
    rows.iter().filter_map(row).sum::<usize>() + rows.len() / 4 + 2
}

/// The rows that fit beside the scale, and the rest.
fn split_rows(mut rows: Vec<Vec<Words>>) -> (Vec<Vec<Words>>, Vec<Vec<Words>>) {
    let fit = (0..=rows.len())
        .rev()
        .find(|n| rows.get(..*n).is_some_and(|rows| lines_of(rows) <= LINES_OF_DANGERS))
        .unwrap_or(0);
    let rest = rows.split_off(fit);
    (rows, rest)
}

/// What of the columns fits into so many lines, and what goes on a second page.
fn split(columns: Vec<Column>, most: usize) -> (Vec<Column>, Vec<Column>) {
    let all: usize = columns.iter().map(Column::weight).sum();
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for column in columns {
        let width = (WIDTH * column.weight() / all.max(1)).max(1);
        let Column { heading, prompt, groups } = column;
        let (mut lines, mut here, mut there) = (2, Vec::new(), Vec::new());
        for Group { label, items } in groups {
            lines += 1;
            let (mut kept, mut moved) = (Vec::new(), Vec::new());
            for item in items {
                lines += lines_at(width, &item.said);
                // Notes follow one another on a line.
                lines += match item.notes.is_empty() {
                    true => 0,
                    false => lines_at(width, &Words::all(item.notes.clone(), " ")),
                };
                if lines <= most { kept.push(item) } else { moved.push(item) }
            }
            for (items, groups) in [(kept, &mut here), (moved, &mut there)] {
                if !items.is_empty() {
                    groups.push(Group { label: label.clone(), items });
                }
            }
        }
        if !there.is_empty() {
            let (heading, prompt) = (heading.clone(), Words::default());
            second.push(Column { heading, prompt, groups: there });
        }
        first.push(Column { heading, prompt, groups: here });
    }
    (first, second)
}

/// The map within a longer paper.
pub(super) fn map(source: &Source<'_>) -> Vec<Block> {
    let columns = columns(source, true);
    let mut blocks = vec![Block::Heading(2, Words::own("The map"))];
    if columns.is_empty() {
        blocks.push(Block::Paragraph(Words::absent()));
    } else {
        blocks.push(Block::Map(columns));
    }
    blocks.extend(table(source, rows(source, true)));
    blocks
}

/// The columns, without what stands in the table of dangers and goals; `whole` with each part of a statement.
fn columns(source: &Source<'_>, whole: bool) -> Vec<Column> {
    let pairs = pairs(source);
    let paired = pairs.iter().flat_map(|(dangers, goals)| [dangers, goals]).flatten();
    let paired: BTreeSet<&Id> = paired.map(|entry| &entry.id).collect();
    let items = |category: Category| -> Vec<Item> {
        let entries = source.order.iter().filter(|entry| entry.category == category);
        let kept = entries.filter(|entry| !paired.contains(&entry.id));
        kept.map(|entry| item(source, entry, whole)).collect()
    };
    let mut columns: Vec<_> = source
        .profile
        .columns
        .iter()
        .map(|column| {
            let groups = column.categories.iter().map(|category| {
                let label = match &category.label {
                    Some(label) => Words::council(Some(label)),
                    None => Words::own(plain_name(category.id)),
                };
                Group { label, items: items(category.id) }
            });
            Column {
                heading: match &column.heading {
                    Some(heading) => Words::council(Some(heading)),
                    None => Words::code(column.id.as_str()),
                },
                prompt: match (&column.prompt, source.blanks) {
                    (Some(prompt), true) => Words::council(Some(prompt)),
                    _ => Words::default(),
                },
                // An empty heading would show the family where something may be kept from them.
                groups: groups.filter(|group| source.blanks || !group.items.is_empty()).collect(),
            }
        })
        .collect();
    // What the profile has no column for was said all the same.
    let elsewhere =
        Category::ALL.iter().filter(|category| source.profile.column_of(**category).is_none());
    let elsewhere: Vec<_> = elsewhere
        .map(|category| Group { label: Words::own(plain_name(*category)), items: items(*category) })
        .filter(|group| !group.items.is_empty())
        .collect();
    if !elsewhere.is_empty() {
        columns.push(Column {
            heading: Words::own("Also said"),
            prompt: Words::default(),
            groups: elsewhere,
        });
    }
    columns.retain(|column| source.blanks || !column.groups.is_empty());
    columns
}

/// Each danger beside the goals that answer it; dangers that share a goal stand together, so that nothing is said twice.
fn pairs<'a>(source: &Source<'a>) -> Vec<(Vec<&'a Entry>, Vec<&'a Entry>)> {
    let of = |category| source.order.iter().copied().filter(move |e| e.category == category);
    let goals: Vec<_> = of(Category::Goal).collect();
    let answers = |goal: &Entry, danger: &Entry| goal.answers.contains(&danger.id);
    let mut pairs: Vec<(Vec<&Entry>, Vec<&Entry>)> = Vec::new();
    for danger in of(Category::FutureDanger) {
        let mut dangers = vec![danger];
        let mut its: Vec<&Entry> =
            goals.iter().copied().filter(|goal| answers(goal, danger)).collect();
        // Whatever already stands beside one of these goals joins this danger.
        let mut apart = Vec::new();
        for (before, theirs) in pairs {
            if theirs.iter().any(|goal| its.iter().any(|own| own.id == goal.id)) {
                its.extend(theirs.into_iter().filter(|goal| !answers(goal, danger)));
                dangers.splice(0..0, before);
            } else {
                apart.push((before, theirs));
            }
        }
        pairs = apart;
        pairs.push((dangers, its));
    }
    pairs
}

/// A row for each danger with its goals.
fn rows(source: &Source<'_>, whole: bool) -> Vec<Vec<Words>> {
    let cell = |entries: &[&Entry]| {
        Words::lines(entries.iter().map(|entry| {
            let Item { said, notes } = item(source, entry, whole);
            Words::lines(std::iter::once(said).chain(notes))
        }))
    };
    let rows = pairs(source).into_iter().map(|(dangers, goals)| {
        let goal = match (goals.is_empty(), source.is_for_family()) {
            (true, false) => Words::own("No goal yet"),
            _ => cell(&goals),
        };
        vec![cell(&dangers), goal]
    });
    rows.collect()
}

fn table(source: &Source<'_>, rows: Vec<Vec<Words>>) -> Option<Block> {
    if rows.is_empty() {
        return None;
    }
    let label = |category| match source.profile.label_of(category) {
        Some(label) => Words::council(Some(&label.into())),
        None => Words::own(plain_name(category)),
    };
    let head = vec![label(Category::FutureDanger), label(Category::Goal)];
    Some(Block::Table(Table::headed("Each danger, and the goal that answers it", head, rows)))
}

/// The panel's own scale, drawn: the first that everyone was asked, as it was asked last.
fn scale(source: &Source<'_>) -> Vec<Block> {
    let rounds = source.record.scaling.iter().filter(|round| round.about.is_none());
    let most = rounds.filter(|round| round.scale != *Scale::REFERRER);
    let Some(round) = most.max_by_key(|round| round.ratings.len()) else { return Vec::new() };
    let Some(drawn) = scales::drawn(source, round) else { return Vec::new() };
    let mut blocks = vec![Block::Heading(2, scales::question(source, round)), Block::Line(drawn)];
    blocks.extend(scales::in_a_sentence(source, round).map(Block::Paragraph));
    blocks
}

/// An entry with what is known beside it. A statement often says in parts what the entry says in one sentence: once is enough,
/// and a map has room for the sentence alone.
fn item(source: &Source<'_>, entry: &Entry, whole: bool) -> Item {
    let mut notes = Vec::new();
    let said = words_of(entry.text.as_ref());
    // Most words of it stand in the entry already.
    let is_new = |text: &&Text| {
        let words = words_of(Some(text));
        words.iter().filter(|word| said.contains(*word)).count() * 5 < words.len() * 4
    };
    let mut note = |label: &'static str, words: Words| notes.push(Words::label(label).then(words));
    let statement = &entry.statement;
    for (label, part) in [
        ("What we are worried about:", &statement.about),
        ("What could happen to the child:", &statement.impact),
    ] {
        if let Some(part) = part.as_ref().filter(|_| whole || said.is_empty()).filter(is_new) {
            note(label, Words::said(Some(part)));
        }
    }
    if let Some(evidence) = entry.evidence.as_ref().filter(is_new) {
        note("Seen:", Words::said(Some(evidence)));
    }
    // A goal stands beside its dangers, and says what else it answers.
    let stands_beside = |id: &&Id| {
        entry.category == Category::Goal
            && source.view.entry(id).is_some_and(|e| e.category == Category::FutureDanger)
    };
    let answers: Vec<_> = entry.answers.iter().filter(|id| !stands_beside(id)).cloned().collect();
    let numbers = source.numbers(&answers);
    if !numbers.is_empty() && !source.is_for_family() {
        note("For", Words::own(numbers));
    }
    if entry.is_settled() {
        let on = entry.settled.on.map(|on| day_or_absent(Some(on)));
        let how = entry.settled.how.as_ref().map(|how| Words::said(Some(how)));
        let not_for = source.text_not_for(Withheld::Outcomes, &entry.settled);
        note(
            if entry.category == Category::Goal { "Met:" } else { "No longer a worry:" },
            Words::joined(on.into_iter().chain(how), ", ").but(not_for),
        );
    }
    if let Some(words) = source.entry_not_for(entry).filter(|_| !source.is_for_family()) {
        notes.push(words);
    }
    Item { said: numbered(source, entry), notes }
}

fn words_of(text: Option<&Text>) -> BTreeSet<String> {
    let text = text.map(Text::as_str).unwrap_or_default().to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// An entry behind its number.
pub(super) fn numbered(source: &Source<'_>, entry: &Entry) -> Words {
    let said = Words::said(entry.text.as_ref());
    match source.number(entry) {
        Some(number) => Words::label(number.to_owned()).then(said),
        None => said,
    }
}

/// Who raised each entry, whom it is about and who is worried: for professionals, beside the map.
pub(super) fn whose(source: &Source<'_>) -> Vec<Block> {
    if source.is_for_family() {
        return Vec::new();
    }
    let names = |ids: &[Id]| match ids.is_empty() {
        true => Words::default(),
        false => source.names(ids),
    };
    let rows = source.order.iter().map(|entry| {
        let number = Words::known(source.number(entry).map(str::to_owned));
        let raised = match entry.raised_by.is_empty() {
            true if source.blanks => Words::absent(),
            _ => names(&entry.raised_by),
        };
        vec![number, names(&entry.about), raised, names(&entry.statement.worried)]
    });
    let rows: Vec<_> = rows.filter(|row| row.iter().skip(1).any(|cell| !cell.is_empty())).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head = vec!["Number", "About", "Raised by", "Who is worried"];
    vec![
        Block::Heading(3, source.not_for_the_family("Who said so")),
        Block::Table(Table::new("Who said so, not for the family", head, rows)),
    ]
}

/// What a category is called where the profile does not say.
pub(super) fn plain_name(category: Category) -> &'static str {
    match category {
        Category::PastHarm => "Past harm",
        Category::FutureDanger => "Future danger",
        Category::ComplicatingFactor => "Complicating factors",
        Category::ExistingStrength => "Existing strengths",
        Category::ExistingSafety => "Existing safety",
        Category::Goal => "Goals",
        Category::NextStep => "Next steps",
        Category::GreyArea => "Grey areas",
    }
}

/// What was taken off the map or worded anew, for professionals: on record, with its reason.
pub(super) fn taken_off(source: &Source<'_>) -> Vec<Block> {
    if source.is_for_family() {
        return Vec::new();
    }
    let withdrawn = source.record.mapping.iter().filter(|entry| !entry.is_on_map()).map(|entry| {
        let withdrawn = &entry.withdrawn;
        let day = day_or_absent(withdrawn.at.map(crate::Instant::date));
        let words = Words::said(entry.text.as_ref())
            .and(" – ")
            .then(source.name_or_absent(withdrawn.by.as_ref()))
            .and(", ")
            .then(day);
        words.and(". Reason: ").then(Words::said(withdrawn.why.as_ref()))
    });
    let amended = source.record.mapping.iter().flat_map(|entry| {
        entry.amended.iter().map(|amended| {
            let was = amended
                .text
                .as_ref()
                .map(|text| Words::own(" – was: ").then(Words::said(Some(text))));
            let stood = amended.category.map(|category| {
                let label = source.profile.label_of(category);
                Words::own(" – stood under: ").then(label.map_or_else(
                    || Words::own(plain_name(category)),
                    |label| Words::council(Some(&label.into())),
                ))
            });
            let words = Words::said(entry.text.as_ref())
                .then(was.unwrap_or_default())
                .then(stood.unwrap_or_default());
            let words = words
                .and(" – ")
                .then(source.name(&amended.by))
                .and(", ")
                .then(day_or_absent(Some(amended.at.date())));
            words.and(". Reason: ").then(Words::said(amended.why.as_ref()))
        })
    });
    let lists: [(&str, Vec<Words>); 2] =
        [("Taken off the map", withdrawn.collect()), ("Changed on the map", amended.collect())];
    let lists = lists.into_iter().filter(|(_, items)| !items.is_empty());
    lists
        .flat_map(|(heading, items)| {
            [Block::Heading(3, source.not_for_the_family(heading)), Block::List(items)]
        })
        .collect()
}
