//! What was done to records, and what may remain in them.

use super::Purpose;
use crate::remaining::{SAID, remaining};
use foldhash::HashMap;
use std::collections::BTreeMap;
use std::fmt::Display;
use support_panel::record::{Place, PlaceId, Record};
use support_panel::{Date, Label};

/// What was done, and what may remain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What the records are for.
    pub purpose: Purpose,
    /// How many records were given.
    pub records: u64,
    /// And of how many families.
    pub families: u64,
    /// How many members were changed or left out, by what was done and the member's place.
    pub changed: BTreeMap<String, u64>,
    /// How often something in a text gave way, by the word that stands there now; `(name)` counts names that a record knows.
    pub hidden: BTreeMap<String, u64>,
    /// Families whose number of panels, births, and kinds of people and participants no other family here shares.
    pub unlike_any_other: u64,
    /// What a reader who knows the family could still know them by; in texts that were kept, with how often it was found by its
    /// shape.
    pub may_remain: Vec<String>,
}

const REMAINS: &[&str] = &[
    "ids and case references, unless they are pseudonymised as well",
    "the order and intervals of everything that happened, down to the minute of a sitting",
    "how the family is made up: kinds of people, month or year of birth, how many panels",
    "seats, numbers given, decisions, and rare combinations of them",
];
const REMAINS_IN_TEXT: &[&str] = &[
    "nicknames, misspelt names, and names of anyone whom none of the family's records lists",
    "schools, streets, employers, and what happened, as people told it",
    "ages and times that stand in a text",
];

/// What was done to a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum What {
    LeftOut,
    MonthOf,
    Replaced,
    Shifted,
    Token,
    Withheld,
    YearOf,
}

impl What {
    fn words(self) -> &'static str {
        match self {
            Self::LeftOut => "left out",
            Self::MonthOf => "month of",
            Self::Replaced => "replaced",
            Self::Shifted => "shifted",
            Self::Token => "token",
            Self::Withheld => "withheld",
            Self::YearOf => "year of",
        }
    }
}

/// How a family is made up, as far as days of birth are kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Makeup {
    people: Vec<(&'static str, Option<Month>, Option<Month>)>,
    participants: Vec<&'static str>,
}

/// A year, and its month where that is kept.
type Month = (i16, Option<u8>);

impl Makeup {
    pub(super) fn of(record: &Record, years: bool) -> Self {
        let kept = |day: Date| (day.year(), (!years).then_some(day.month()));
        let people = record.case.people.iter().map(|person| {
            let (born, expected) = (person.date_of_birth.map(kept), person.expected_on.map(kept));
            (person.kind.as_str(), born, expected)
        });
        let mut people: Vec<_> = people.collect();
        let mut participants: Vec<_> =
            record.participants.iter().map(|participant| participant.kind.as_str()).collect();
        people.sort_unstable();
        participants.sort_unstable();
        Self { people, participants }
    }
}

/// What is counted on the way.
#[derive(Debug, Default)]
pub(super) struct Tally {
    records: u64,
    changed: HashMap<(What, PlaceId), (u64, String)>,
    hidden: BTreeMap<String, u64>,
    remaining: [u64; SAID.len()],
    /// How many panels each family has, and how it is made up at its largest.
    families: HashMap<Label, (u64, Makeup)>,
}

impl Tally {
    pub(super) fn add(&mut self, family: Label, makeup: Makeup) {
        self.records += 1;
        let (panels, largest) = self.families.entry(family).or_default();
        *panels += 1;
        if makeup > *largest {
            *largest = makeup;
        }
    }

    pub(super) fn changed(&mut self, what: What, place: &Place<'_>) {
        self.changed_at(what, place.id(), place);
    }

    /// The same of a place by its keys, with points between them.
    pub(super) fn left_out(&mut self, path: &str) {
        self.changed_at(What::LeftOut, PlaceId::of(path), path);
    }

    fn changed_at(&mut self, what: What, id: PlaceId, path: impl Display) {
        let counted = self.changed.entry((what, id));
        counted.or_insert_with(|| (0, format!("{} {path}", what.words()))).0 += 1;
    }

    pub(super) fn hidden(&mut self, label: &str) {
        let said = if label.starts_with('(') { label } else { "(name)" };
        match self.hidden.get_mut(said) {
            Some(count) => *count += 1,
            None => drop(self.hidden.insert(said.to_owned(), 1)),
        }
    }

    pub(super) fn remains(&mut self, text: &str) {
        for (count, more) in self.remaining.iter_mut().zip(remaining(text)) {
            *count += more;
        }
    }

    pub(super) fn report(&self, purpose: Purpose) -> Report {
        let mut alike: HashMap<&(u64, Makeup), u64> = HashMap::default();
        for family in self.families.values() {
            *alike.entry(family).or_default() += 1;
        }
        let mut may_remain: Vec<String> = REMAINS.iter().map(|said| (*said).to_owned()).collect();
        if purpose.keeps_text() {
            let mut found: Vec<_> =
                SAID.iter().zip(self.remaining).filter(|(_, count)| *count > 0).collect();
            found.sort_unstable();
            may_remain.extend(REMAINS_IN_TEXT.iter().map(|said| (*said).to_owned()));
            may_remain.extend(found.iter().map(|(said, count)| format!("{count} {said}")));
        }
        Report {
            purpose,
            records: self.records,
            families: self.families.len() as u64,
            changed: self.changed.values().map(|(count, said)| (said.clone(), *count)).collect(),
            hidden: self.hidden.clone(),
            unlike_any_other: alike.values().filter(|count| **count == 1).count() as u64,
            may_remain,
        }
    }
}
