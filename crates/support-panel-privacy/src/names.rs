//! Names out of what is shown of one record.

use crate::hiding::{Hider, NUMBER, REFERENCE, Scratch, put};
use crate::known::Known;
use support_panel::Record;

/// What stands for a name.
const NAME: &str = "[name]";

/// Takes out of texts what a [`Pseudonymiser`](crate::Pseudonymiser) would, for a page that people read: names that a record
/// knows in every usual spelling, its numbers and references, and what leads to someone by its shape. Days and agencies stay.
///
/// That is discretion, not anonymity: a text may still tell who it is about.
///
/// ```
/// use support_panel::Record;
/// use support_panel_privacy::NameHider;
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1", "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1", "people": [{"id": "c-1", "kind": "child", "name": "Zoë O'Neill"}]}
/// }"#)?;
/// let mut names = NameHider::of(&record);
/// assert_eq!(names.hide("ZOE rang the ONeills."), "[name] rang the [name].");
/// # Ok::<(), support_panel::Error>(())
/// ```
pub struct NameHider {
    hider: Hider,
    scratch: Scratch,
}

impl NameHider {
    /// Of everyone whom a record knows.
    pub fn of(record: &Record) -> Self {
        let (mut known, mut hider) = (Known::default(), Hider::new(false));
        known.add(record);
        for named in &known.names {
            hider.name(named.name.as_str(), NAME);
        }
        for number in &known.numbers {
            hider.identifier(number.as_str(), NUMBER);
        }
        let references = known.references.iter().map(|reference| reference.as_str());
        let ids = known.records.iter().map(|id| id.as_str());
        for reference in references.chain(ids).chain([record.case.reference.as_str()]) {
            hider.identifier(reference, REFERENCE);
        }
        Self { hider, scratch: Scratch::default() }
    }

    /// The text with words in the place of what it hides.
    pub fn hide(&mut self, text: &str) -> String {
        match self.hider.find(text, &mut self.scratch) {
            true => put(text, &self.scratch.spans, |label| self.hider.label(label)),
            false => text.to_owned(),
        }
    }
}

impl std::fmt::Debug for NameHider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NameHider").finish_non_exhaustive()
    }
}
