//! The map by the profile's columns, headings and labels.

use super::document::{Block, Column, Group, Item, Words};
use super::source::{Source, day_or_absent};
use crate::record::{Category, Entry, Visibility};

pub(super) fn map(source: &Source<'_>) -> Vec<Block> {
    let heading = Block::Heading(2, Words::own("The map"));
    let mut columns: Vec<_> = source
        .profile
        .columns
        .iter()
        .map(|column| {
            let groups = column.categories.iter().map(|category| {
                let label = match &category.label {
                    Some(label) => Words::said(Some(label)),
                    None => Words::own(plain_name(category.id)),
                };
                Group { label, items: items(source, category.id) }
            });
            Column {
                heading: match &column.heading {
                    Some(heading) => Words::said(Some(heading)),
                    None => Words::code(column.id.as_str()),
                },
                prompt: column
                    .prompt
                    .as_ref()
                    .map(|prompt| Words::said(Some(prompt)))
                    .unwrap_or_default(),
                // An empty heading would show the family where something may be kept from them.
                groups: groups
                    .filter(|group| !source.is_for_family() || !group.items.is_empty())
                    .collect(),
            }
        })
        .collect();
    // What the profile has no column for was said all the same.
    let elsewhere =
        Category::ALL.iter().filter(|category| source.profile.column_of(**category).is_none());
    let elsewhere: Vec<_> = elsewhere
        .map(|category| Group {
            label: Words::own(plain_name(*category)),
            items: items(source, *category),
        })
        .filter(|group| !group.items.is_empty())
        .collect();
    if !elsewhere.is_empty() {
        columns.push(Column {
            heading: Words::own("Also said"),
            prompt: Words::default(),
            groups: elsewhere,
        });
    }
    if columns.is_empty() {
        return vec![heading, nothing()];
    }
    vec![heading, Block::Map(columns)]
}

/// That a part has nothing in it. A family's copy leaves it out.
pub(super) fn nothing() -> Block {
    Block::Paragraph(Words::absent())
}

fn items(source: &Source<'_>, category: Category) -> Vec<Item> {
    let entries = source.order.iter().zip(1..).filter(|(entry, _)| entry.category == category);
    entries.map(|(entry, index)| item(source, entry, index)).collect()
}

fn item(source: &Source<'_>, entry: &Entry, index: usize) -> Item {
    let mut notes = Vec::new();
    let mut note = |label: &str, words: Words| notes.push(Words::label(label).then(words));
    if !entry.about.is_empty() {
        note("About:", source.names(&entry.about));
    }
    let raised = source.for_family_or("Said by:", "Raised by:");
    if entry.raised_by.is_empty() {
        if !source.is_for_family() {
            note(raised, Words::absent());
        }
    } else {
        note(raised, source.names(&entry.raised_by));
    }
    let statement = &entry.statement;
    if !statement.worried.is_empty() {
        note("Who is worried:", source.names(&statement.worried));
    }
    if statement.about.is_some() {
        note("About what:", Words::said(statement.about.as_ref()));
    }
    if statement.impact.is_some() {
        note("What could come of it:", Words::said(statement.impact.as_ref()));
    }
    if entry.evidence.is_some() {
        note("What has been seen:", Words::said(entry.evidence.as_ref()));
    }
    let answers = source.indexes(&entry.answers);
    if !answers.is_empty() && !source.is_for_family() {
        note("Answers:", indexes(&answers));
    }
    if entry.is_settled() {
        let on = entry.settled.on.map(|on| day_or_absent(Some(on)));
        let how = entry.settled.how.as_ref().map(|how| Words::said(Some(how)));
        note("Settled:", Words::joined(on.into_iter().chain(how), ", "));
    }
    if entry.visible_to == Some(Visibility::Professionals) {
        note("For professionals only", Words::default());
    }
    Item { said: numbered(source, entry, index), notes }
}

/// An entry behind its place on the map.
pub(super) fn numbered(source: &Source<'_>, entry: &Entry, index: usize) -> Words {
    let said = Words::said(entry.text.as_ref());
    // A gap among numbers would tell that something is withheld, so that a family's copy has none.
    if source.is_for_family() { said } else { Words::label(format!("{index}.")).then(said) }
}

pub(super) fn indexes(indexes: &[usize]) -> Words {
    Words::joined(indexes.iter().map(|index| Words::own(index.to_string())), ", ")
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
                Words::own(" – stood under: ")
                    .then(label.map_or_else(|| Words::own(plain_name(category)), Words::said_str))
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
        .flat_map(|(heading, items)| [Block::Heading(3, Words::own(heading)), Block::List(items)])
        .collect()
}
