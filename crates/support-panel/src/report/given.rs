//! Everyone who may be handed a paper, and what their copy has: each copy is made once.
//!
//! Which texts a copy has is told by numbers. Each text of the record gives way to one, the copy is made of that, and each
//! number that stands in it gives way to its text again.

use super::copy::{Asked, CopyOptions};
use super::document::clean;
use super::reader::{Reader, Standing};
use crate::profile::Profile;
use crate::record::Record;
use crate::view::View;
use crate::wire::{Edit, Fate, Leaf, Place, PlaceId, Word};
use crate::{Id, Text};
use std::collections::BTreeSet;

/// What stands before a text that a copy discloses, by where the record has it.
const LABELS: [(PlaceId, &str); 14] = [
    (PlaceId::of("case"), "Views"),
    (PlaceId::of("referral"), "Referral"),
    (PlaceId::of("agreement"), "Agreement"),
    (PlaceId::of("meeting"), "Meeting"),
    (PlaceId::of("agenda"), "Agenda"),
    (PlaceId::of("mapping"), "Map"),
    (PlaceId::of("scaling"), "Scale"),
    (PlaceId::of("actions"), "Action"),
    (PlaceId::of("outcome.reason"), "Reason for the decision"),
    (PlaceId::of("outcome.children"), "Reason for the decision"),
    (PlaceId::of("outcome.contingency"), "If the plan is not working"),
    (PlaceId::of("outcome.dissent"), "Disagrees"),
    (PlaceId::of("outcome.feedback"), "Feedback"),
    (PlaceId::of("outcome"), "Decision"),
];

/// What stands before the text of a place; nothing of a name.
fn label(place: &Place<'_>) -> Option<&'static str> {
    let is_name = matches!(place.key(), "name" | "agency");
    let found = LABELS.iter().filter(|_| !is_name).find(|(within, _)| place.is_within(*within));
    found.map(|(_, label)| *label)
}

/// Is handed each text, and where it stands.
struct Texts<F>(F);

impl<F: FnMut(&Place<'_>, &mut dyn Word)> Edit for Texts<F> {
    fn edit(&mut self, place: &Place<'_>, leaf: Leaf<'_>) -> Fate {
        if let Leaf::Text(text) = leaf {
            (self.0)(place, text);
        }
        Fate::Stays
    }
}

/// A text of a record in which there is something to read, and what stands before it.
pub(super) struct Labelled {
    pub(super) label: &'static str,
    pub(super) text: Text,
}

/// The copies of everyone whom a record knows.
pub(super) struct Given<'r> {
    pub(super) copies: Vec<Theirs<'r>>,
    /// What copies may show of the record, in canonical order.
    pub(super) texts: Vec<Labelled>,
}

/// Someone, and what they may have.
pub(super) struct Theirs<'r> {
    pub(super) id: &'r Id,
    pub(super) standing: Standing,
    /// Nothing of those who hold the panel: they have the record itself.
    pub(super) copy: Option<TheirCopy>,
}

/// A copy that is less than the record.
pub(super) struct TheirCopy {
    pub(super) record: Record,
    /// What must be read once more before it is made.
    pub(super) left: BTreeSet<String>,
    /// Which texts it shows, by index: each once, wherever they stand.
    pub(super) texts: BTreeSet<usize>,
}

impl<'r> Given<'r> {
    pub(super) fn new(record: &'r Record, profile: &Profile) -> Self {
        let (numbered, texts) = numbered(record);
        let view = View::new(&numbered, profile, None, None);
        // No one hands a paper to a child who is not yet born.
        let people = record.case.people.iter().filter(|person| !person.is_unborn());
        let people = people.map(|person| &person.id);
        let others = record.participants.iter().filter(|p| p.person.is_none()).map(|p| &p.id);
        let copies = people.chain(others).filter_map(|id| {
            let reader = Reader::One(id.clone());
            let asked = Asked::new(&view, &reader, &CopyOptions::default()).ok()?;
            let is_less = asked.standing != Standing::Working;
            let copy = is_less.then(|| TheirCopy::new(&view, &asked, &texts));
            Some(Theirs { id, standing: asked.standing, copy })
        });
        Self { copies: copies.collect(), texts }
    }
}

impl TheirCopy {
    fn new<'v>(view: &View<'v>, asked: &Asked<'v>, texts: &[Labelled]) -> Self {
        let lens = asked.lens(view);
        let mut record = asked.seen(&lens);
        let texts = told(&mut record, texts);
        Self { left: lens.left_in_sight(&record), texts, record }
    }
}

/// The record with a number for each text that is not a name, and the texts by these numbers.
fn numbered(record: &Record) -> (Record, Vec<Labelled>) {
    let (mut numbered, mut texts) = (record.clone(), Vec::new());
    numbered.edit(&mut Texts(|place: &Place<'_>, text: &mut dyn Word| {
        if let Some(label) = label(place).filter(|_| !clean(text.text()).is_empty()) {
            let number = texts.len().to_string();
            texts.push(Labelled { label, text: Text::from(text.text()) });
            give_way(text, &number);
        }
    }));
    (numbered, texts)
}

/// Puts the texts of a copy back in the place of their numbers, and says which they are.
fn told(copy: &mut Record, texts: &[Labelled]) -> BTreeSet<usize> {
    let mut told = BTreeSet::new();
    copy.edit(&mut Texts(|place: &Place<'_>, text: &mut dyn Word| {
        let number = text.text().parse::<usize>().ok().filter(|_| label(place).is_some());
        if let Some((number, known)) = number.and_then(|n| Some((n, texts.get(n)?))) {
            give_way(text, known.text.as_str());
            told.insert(number);
        }
    }));
    told
}

/// Any words may stand in the place of a text: only an id can be refused.
fn give_way(text: &mut dyn Word, to: &str) {
    let _ = text.set(to);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{PaperOptions, disclosures};
    use serde_json::Value as Json;

    /// What is told leaf by leaf is made on its own.
    #[test]
    fn a_copy_shows_the_texts_that_it_discloses() {
        let json = |record: &Record| serde_json::from_str::<Json>(&record.to_json()).unwrap();
        let mut told = 0;
        for name in ["everything", "leicester-initial", "leicester-review"] {
            let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/records");
            let text = std::fs::read(format!("{root}/{name}.json")).unwrap();
            let record = Record::from_json(text).unwrap();
            let profile = Profile::of(&record).unwrap();
            let (whole, numbers) = (json(&record), json(&numbered(&record).0));
            for theirs in Given::new(&record, &profile).copies {
                let Some(copy) = theirs.copy else { continue };
                let (reader, options) = (Reader::One(theirs.id.clone()), PaperOptions::default());
                let lines = disclosures(&record, &profile, &reader, None, &options).unwrap();
                let shown = lines.iter().filter(|line| line.shown).map(|line| &line.path);
                let shown = shown.filter(|path| whole.pointer(path) != numbers.pointer(path));
                let number = |path| numbers.pointer(path)?.as_str()?.parse().ok();
                let shown: BTreeSet<usize> = shown.filter_map(|path| number(path)).collect();
                told += shown.len();
                assert_eq!(copy.texts, shown, "{name} {}", theirs.id);
            }
        }
        assert!(told > 20, "{told}");
    }
}
