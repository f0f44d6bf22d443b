//! The map with its scales at a glance: what a notebook shows of a record.

use super::document::{Block, Document};
use super::head::document;
use super::source::Source;
use super::{map as the_map, scales};
use crate::view::View;
use std::collections::HashSet;

/// What stands for a name.
const NAME: &str = "[name]";

pub(super) fn overview(source: &Source<'_>) -> Document {
    let mut blocks = the_map::map(source);
    // The question, what its ends mean and the line of dots: the tables of who said what are for the minutes.
    let drawn = |block: &Block| {
        matches!(
            block,
            Block::Heading(2 | 3, _) | Block::Facts(_) | Block::Line(_) | Block::List(_)
        )
    };
    blocks.extend(scales::scales(source).into_iter().filter(drawn));
    document(source, "Map and scales", blocks)
}

/// Takes the names that the record knows out of everything said. A word of a name is known by its capitals, or by standing in a
/// name that has none; no one can promise that no text tells who it is about.
pub(super) fn without_names(document: &mut Document, known: &View<'_>) {
    let record = known.record();
    let people = record.case.people.iter().map(|person| person.name.as_ref());
    let names =
        people.chain(record.participants.iter().map(|participant| participant.name.as_ref()));
    let known: HashSet<String> =
        names.flatten().flat_map(|name| spellings(name.as_str())).collect();
    document.title.each(&mut |text| *text = hidden(text, &known));
    for block in &mut document.blocks {
        block.each(&mut |text| *text = hidden(text, &known));
    }
}

/// Each word of a name as it is written, with a capital, and in capitals.
fn spellings(name: &str) -> impl Iterator<Item = String> {
    let is_small = !name.contains(char::is_uppercase);
    let named = words(name).filter(move |word| is_small || word.contains(char::is_uppercase));
    named.flat_map(|word| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        [word.to_owned(), first.chain(letters).collect(), word.to_uppercase()]
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The text with each run of known words told as one name.
fn hidden(text: &str, known: &HashSet<String>) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut after_name: Option<usize> = None;
    for part in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        let rest = part.get(word.len()..).unwrap_or_default();
        if known.contains(word) {
            // Of "First Last" the second word joins the first.
            let joined = after_name.filter(|end| {
                shown.get(*end..).is_some_and(|between| between.chars().all(char::is_whitespace))
            });
            match joined {
                Some(end) => shown.truncate(end),
                None => shown.push_str(NAME),
            }
            after_name = Some(shown.len());
        } else {
            shown.push_str(word);
            after_name = after_name.filter(|_| word.is_empty());
        }
        shown.push_str(rest);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, names: &[&str]) -> String {
        let known = names.iter().flat_map(|name| spellings(name)).collect();
        hidden(text, &known)
    }

    #[test]
    fn a_name_is_hidden_wherever_it_stands() {
        let names = ["Maya Das", "Kai"];
        assert_eq!(shown("Maya Das told Kai's school.", &names), "[name] told [name]'s school.");
        assert_eq!(shown("Das, Maya; (Kai)", &names), "[name], [name]; ([name])");
        assert_eq!(shown("Maya  Das", &names), "[name]");
        assert_eq!(shown("Maya and Das", &names), "[name] and [name]");
    }

    #[test]
    fn a_name_is_hidden_however_it_is_capitalised() {
        assert_eq!(shown("MAYA told Das", &["Maya Das"]), "[name] told [name]");
        assert_eq!(shown("maya told Das and DAS", &["maya das"]), "[name] told [name] and [name]");
        assert_eq!(shown("de Souza, DE", &["Ana de Souza"]), "de [name], DE");
    }

    #[test]
    fn other_words_stay() {
        assert_eq!(shown("Will she come? I will.", &["Will Hope"]), "[name] she come? I will.");
        assert_eq!(shown("Mayas and hope – äöü", &["Maya Hope"]), "Mayas and hope – äöü");
        assert_eq!(shown("", &["Maya"]), "");
    }
}
