//! What a paper reads: the copy of its reader, and names for its ids.

use super::clock::day;
use super::copy::{Copy, THE_PANEL};
use super::document::{Words, clean};
use super::not_for::NotFor;
use super::paper::PaperOptions;
use super::reader::Reader;
use crate::profile::Profile;
use crate::record::{Category, Entry, Participant, ParticipantKind, Record};
use crate::view::{Named, View};
use crate::{Date, Id, Text};
use std::collections::BTreeMap;

/// A copy with its profile. A paper has nothing else: it cannot reach the record.
pub(super) struct Source<'a> {
    pub(super) view: View<'a>,
    pub(super) record: &'a Record,
    pub(super) profile: &'a Profile,
    pub(super) reader: &'a Reader,
    /// Who hands it over, where it is a child's and has the child's own words.
    pub(super) handed_over_by: Option<&'a Id>,
    is_working: bool,
    /// Whether minutes say what is not recorded.
    pub(super) blanks: bool,
    /// The day on which findings are judged.
    pub(super) as_of: Option<Date>,
    /// Whether people are called by their names, and not by their ids.
    names: bool,
    /// The entries on the map that the copy has, in the order of the profile's columns.
    pub(super) order: Vec<&'a Entry>,
    /// For each entry of the record, its place in that order, from 0.
    places: BTreeMap<usize, usize>,
    /// How professionals call each entry of that order: W1, S2, G1.
    numbers: Vec<String>,
}

/// The letter that professionals number a category's entries by: worries, strengths, goals, questions.
fn letter(category: Category) -> char {
    match category {
        Category::PastHarm | Category::FutureDanger | Category::ComplicatingFactor => 'W',
        Category::ExistingStrength | Category::ExistingSafety => 'S',
        Category::Goal | Category::NextStep => 'G',
        Category::GreyArea => 'Q',
    }
}

impl<'a> Source<'a> {
    pub(super) fn new(copy: &'a Copy, profile: &'a Profile) -> Self {
        let record = copy.record();
        let mut source = Self {
            view: View::new(record, profile, None, None),
            record,
            profile,
            reader: copy.reader(),
            handed_over_by: copy.handed_over_by(),
            is_working: copy.is_working(),
            blanks: false,
            as_of: None,
            names: true,
            order: Vec::new(),
            places: BTreeMap::new(),
            numbers: Vec::new(),
        };
        let placed = profile
            .columns
            .iter()
            .flat_map(|column| column.categories.iter().map(|category| category.id));
        let unplaced =
            Category::ALL.iter().copied().filter(|category| profile.column_of(*category).is_none());
        let mut counts = BTreeMap::<char, usize>::new();
        for category in placed.chain(unplaced) {
            for (entry, index) in record.mapping.iter().zip(0..) {
                if entry.category == category && entry.is_on_map() {
                    let count = counts.entry(letter(category)).or_default();
                    *count += 1;
                    source.numbers.push(format!("{}{count}", letter(category)));
                    source.places.insert(index, source.order.len());
                    source.order.push(entry);
                }
            }
        }
        source
    }

    /// The same, under other options.
    pub(super) fn with(self, options: &PaperOptions<'_>) -> Self {
        Self { blanks: options.blanks, as_of: options.as_of, ..self }
    }

    /// The same, with ids for names.
    pub(super) fn without_names(self) -> Self {
        Self { names: false, ..self }
    }

    pub(super) fn is_for_family(&self) -> bool {
        !self.is_working
    }

    /// One wording or the other.
    pub(super) fn for_family_or<T>(&self, family: T, professionals: T) -> T {
        if self.is_for_family() { family } else { professionals }
    }

    /// The places in the order of the map of those among these entries that the copy has.
    pub(super) fn places(&self, ids: &[Id]) -> Vec<usize> {
        let mut places: Vec<_> = ids.iter().filter_map(|id| self.place_of(id)).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    fn place_of(&self, id: &Id) -> Option<usize> {
        match self.view.named(id)? {
            Named::Entry(index) => self.places.get(&index).copied(),
            _ => None,
        }
    }

    /// How professionals call an entry: W1. A gap among numbers would tell a family that something is withheld, so that
    /// their copies have none.
    pub(super) fn number(&self, entry: &Entry) -> Option<&str> {
        if self.is_for_family() {
            return None;
        }
        self.place_of(&entry.id).and_then(|place| self.numbers.get(place)).map(String::as_str)
    }

    /// How professionals call these entries: W1, W3 and G2.
    pub(super) fn numbers(&self, ids: &[Id]) -> String {
        let numbers = self.places(ids).into_iter().filter_map(|place| self.numbers.get(place));
        listed(&numbers.map(String::as_str).collect::<Vec<_>>())
    }

    /// Whether an id is the reader's own: the one whom the paper is made for.
    pub(super) fn is_reader(&self, id: &Id) -> bool {
        let Reader::One(reader) = self.reader else { return false };
        let person_of = |id: &Id| self.view.participant(id).and_then(|p| p.person.as_ref());
        reader == id
            || person_of(id).is_some_and(|person| {
                person == reader || person_of(reader).is_some_and(|own| own == person)
            })
            || person_of(reader).is_some_and(|own| own == id)
    }

    /// What the one reader is called, where the copy is for one and names them.
    pub(super) fn reader_name(&self) -> Option<Words> {
        let Reader::One(id) = self.reader else { return None };
        let known = self.view.participant(id).is_some() || self.view.person(id).is_some();
        known.then(|| self.name(id)).filter(|name| name.plain() != "someone")
    }

    /// In what part the one reader comes.
    pub(super) fn reader_kind(&self) -> Option<ParticipantKind> {
        let Reader::One(id) = self.reader else { return None };
        self.view.participant(id).map(|participant| participant.kind)
    }

    /// The one participant who reads it.
    pub(super) fn reader_participant(&self) -> Option<&Participant> {
        let Reader::One(id) = self.reader else { return None };
        self.view.participant(id)
    }

    /// What someone is called; their role, and at last their id, where no name is recorded.
    pub(super) fn name(&self, id: &Id) -> Words {
        let name = match self.view.named(id).filter(|_| self.names) {
            Some(Named::Person(_)) => {
                self.view.person(id).and_then(|person| shown(person.name.as_ref()))
            }
            Some(Named::Participant(_)) => self.view.participant(id).and_then(|participant| {
                let person = participant.person.as_deref().and_then(|id| self.view.person(id));
                shown(participant.name.as_ref())
                    .or_else(|| shown(person?.name.as_ref()))
                    .or_else(|| {
                        shown(self.profile.seat(participant.seat.as_deref()?)?.title.as_ref())
                    })
                    .or_else(|| shown(participant.agency.as_ref()))
            }),
            _ => None,
        };
        match name {
            Some(name) => Words::said_str(&name),
            None if *id == *THE_PANEL => Words::own("the panel"),
            // An id is for those who keep the record.
            None if self.is_for_family() && self.names => Words::own("someone"),
            None => Words::code(id.as_str()),
        }
    }

    /// What someone is called, and the agency they come from.
    pub(super) fn name_and_agency(&self, id: &Id) -> Words {
        let agency =
            self.view.participant(id).filter(|p| !p.is_family_side()).and_then(|p| self.agency(p));
        match agency {
            Some(agency) => self.name(id).and(" (").then(Words::said(Some(agency))).and(")"),
            None => self.name(id),
        }
    }

    pub(super) fn agency(&self, participant: &'a Participant) -> Option<&'a Text> {
        let given = participant.agency.as_ref().filter(|agency| shown(Some(agency)).is_some());
        given.or_else(|| self.profile.seat(self.view.seat_held(participant)?)?.agency.as_ref())
    }

    /// What someone is called, and the agency they come from; in a working paper also from whom they are concealed.
    pub(super) fn name_or_absent(&self, id: Option<&Id>) -> Words {
        id.map_or_else(Words::absent, |id| self.name_and_agency(id).but(self.concealed(id)))
    }

    /// From whom a participant is concealed.
    pub(super) fn concealed(&self, id: &Id) -> NotFor {
        self.view.participant(id).and_then(|participant| self.participant_not_for(participant))
    }

    pub(super) fn names(&self, ids: &[Id]) -> Words {
        Words::joined(ids.iter().map(|id| self.name(id)), ", ")
    }
}

/// A text that has something in it to show.
fn shown(text: Option<&Text>) -> Option<String> {
    text.map(|text| clean(text.as_str())).filter(|text| !text.is_empty())
}

pub(super) fn day_or_absent(date: Option<Date>) -> Words {
    Words::known(date.map(day))
}

/// One after another, as people say it: W1, W3 and G2.
pub(super) fn listed(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
