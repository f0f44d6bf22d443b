//! What is known of each family, and what was made of it for those whose records come now.

use crate::known::Known;
use foldhash::HashMap;
use foldhash::fast::RandomState;
use indexmap::IndexMap;
use support_panel::record::Record;
use support_panel::{Error, Label, limits};

/// So many families have what was made for them at hand.
const KEPT: usize = 256;

pub(crate) struct Families<T> {
    known: HashMap<Label, Known>,
    made: IndexMap<Label, T, RandomState>,
}

impl<T> Default for Families<T> {
    fn default() -> Self {
        Self { known: HashMap::default(), made: IndexMap::default() }
    }
}

impl<T> Families<T> {
    pub(crate) fn learn(&mut self, record: &Record) {
        self.made.swap_remove(&record.case.reference);
        match self.known.get_mut(&record.case.reference) {
            Some(known) => known.add(record),
            None => self.known.entry(record.case.reference.clone()).or_default().add(record),
        }
    }

    pub(crate) fn count(&self) -> usize {
        self.known.len()
    }

    /// What was made for a family, or is made now. Nothing is known of a family of which no record was seen before.
    pub(crate) fn of(&mut self, family: &Label, make: impl FnOnce(&Known) -> T) -> &mut T {
        if !self.made.contains_key(family) && self.made.len() >= KEPT {
            self.made.clear();
        }
        let known = &self.known;
        self.made.entry(family.clone()).or_insert_with(|| match known.get(family) {
            Some(known) => make(known),
            None => make(&Known::default()),
        })
    }
}

/// How large a record may be once it is written, never less than it is.
#[derive(Default)]
pub(crate) struct Size(usize);

impl Size {
    /// More than any one object of a record has beside its ids, texts, days and instants.
    const OF_AN_OBJECT: usize = 256;
    /// More than all lists have whose items hold none of those.
    const OF_THE_REST: usize = 64 * limits::LIST_ITEMS;
    /// How long one byte may be as an escape.
    const OF_AN_ESCAPE: usize = 6;

    pub(crate) fn add(&mut self, bytes: usize) {
        self.0 += Self::OF_AN_ESCAPE * bytes + Self::OF_AN_OBJECT;
    }

    /// The record, if what is written of it can be read: longer ids and labels can take one beyond the limit.
    pub(crate) fn readable(&self, record: Record) -> Result<Record, Error> {
        if self.0 + Self::OF_THE_REST < limits::DOCUMENT_BYTES {
            return Ok(record);
        }
        Record::from_json(record.to_json())
    }
}
