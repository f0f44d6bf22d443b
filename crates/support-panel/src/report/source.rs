//! What a paper reads: the copy of its reader, and names for its ids.

use super::copy::{Copy, THE_PANEL};
use super::document::{Words, clean};
use crate::profile::Profile;
use crate::record::{Category, Entry, Participant, Record};
use crate::view::{Named, View};
use crate::{Date, Id, Instant, Text};
use std::collections::BTreeMap;

/// A copy with its profile. A paper has nothing else: it cannot reach the record.
pub(super) struct Source<'a> {
    pub(super) view: View<'a>,
    pub(super) record: &'a Record,
    pub(super) profile: &'a Profile,
    is_working: bool,
    /// Whether people are called by their names, and not by their ids.
    names: bool,
    /// The entries on the map that the copy has, in the order of the profile's columns.
    pub(super) order: Vec<&'a Entry>,
    /// For each entry of the record, its place in that order, from 1.
    indexes: BTreeMap<usize, usize>,
}

impl<'a> Source<'a> {
    pub(super) fn new(copy: &'a Copy, profile: &'a Profile) -> Self {
        let record = copy.record();
        let mut source = Self {
            view: View::new(record, profile, None, None),
            record,
            profile,
            is_working: copy.is_working(),
            names: true,
            order: Vec::new(),
            indexes: BTreeMap::new(),
        };
        let placed = profile
            .columns
            .iter()
            .flat_map(|column| column.categories.iter().map(|category| category.id));
        let unplaced =
            Category::ALL.iter().copied().filter(|category| profile.column_of(*category).is_none());
        for category in placed.chain(unplaced) {
            for (entry, index) in record.mapping.iter().zip(0..) {
                if entry.category == category && entry.is_on_map() {
                    source.order.push(entry);
                    source.indexes.insert(index, source.order.len());
                }
            }
        }
        source
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

    /// The places on the map, from 1, of those among these entries that the copy has.
    pub(super) fn indexes(&self, ids: &[Id]) -> Vec<usize> {
        let mut indexes: Vec<_> = ids.iter().filter_map(|id| self.index_of(id)).collect();
        indexes.sort_unstable();
        indexes.dedup();
        indexes
    }

    fn index_of(&self, id: &Id) -> Option<usize> {
        match self.view.named(id)? {
            Named::Entry(index) => self.indexes.get(&index).copied(),
            _ => None,
        }
    }

    /// What somebody is called; their role, and at last their id, where no name is recorded.
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

    /// What somebody is called, and the agency they come from.
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

    pub(super) fn name_or_absent(&self, id: Option<&Id>) -> Words {
        id.map_or_else(Words::absent, |id| self.name_and_agency(id))
    }

    pub(super) fn names(&self, ids: &[Id]) -> Words {
        Words::joined(ids.iter().map(|id| self.name(id)), ", ")
    }
}

/// A text that has something in it to show.
fn shown(text: Option<&Text>) -> Option<String> {
    text.map(|text| clean(text.as_str())).filter(|text| !text.is_empty())
}

/// A day as people write it: 12 March 2026.
pub(super) fn day(date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month =
        MONTHS.get(usize::from(date.month()).saturating_sub(1)).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

pub(super) fn day_or_absent(date: Option<Date>) -> Words {
    Words::known(date.map(day))
}

/// A time of day as written: 09:30; with its offset where that is not the one given.
pub(super) fn time(instant: Instant, usual: &str) -> String {
    let written = instant.to_string();
    let hour = written.get(11..16).unwrap_or_default();
    let offset = offset(&written);
    if offset == usual { hour.to_owned() } else { format!("{hour} ({offset})") }
}

/// The offset of a written instant, as `UTC` or `UTC+01:00`.
pub(super) fn offset(written: &str) -> String {
    let zone = written
        .get(19..)
        .unwrap_or_default()
        .trim_start_matches(|c: char| c == '.' || c.is_ascii_digit());
    match zone {
        "Z" | "z" | "+00:00" | "-00:00" => "UTC".to_owned(),
        other => format!("UTC{other}"),
    }
}

/// So many seconds in minutes and seconds: 5 min 20 s.
pub(super) fn duration(seconds: i64) -> String {
    match (seconds / 60, seconds % 60) {
        (0, s) => format!("{s} s"),
        (m, 0) => format!("{m} min"),
        (m, s) => format!("{m} min {s} s"),
    }
}
