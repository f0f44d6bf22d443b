//! The record: one panel about one family.
//!
//! Each key of the format is a room of this module. The types hold whatever is known so far: what is missing at this
//! phase of a panel is a finding, never a read error.

mod action;
mod agenda;
mod agreement;
mod case;
mod mapping;
mod marks;
mod meeting;
mod outcome;
mod participant;
mod recording;
mod referral;
mod scale;
mod scaling;

pub use action::{Acceptance, Action, ActionStatus, CarriedFrom, Due, Within};
pub use agenda::AgendaItem;
pub use agreement::{Agreement, Service, ServiceHistory, ServiceStatus, Sharing};
pub use case::{Birth, Case, Identifier, Person, PersonKind, Views};
pub(crate) use mapping::Categories;
pub use mapping::{Category, Entry, EntryAmendment, Origin, Settled, Statement, Withdrawal};
pub use marks::{Marked, Marks, Visibility};
pub use meeting::{Meeting, MeetingKind, MeetingMarks, MeetingStatus};
pub use outcome::{ChildDecision, Dissent, Feedback, Outcome, OutcomeMarks};
pub use participant::{Attendance, Participant, ParticipantKind, Side};
pub use recording::Recording;
pub use referral::Referral;
pub use scale::{Anchors, Fills, FollowUp, Polarity, Scale, ScalePoint, Subject};
pub use scaling::{Abstention, OnBehalfOf, Rating, RatingAmendment, ScalingRound};

use crate::error::{Code, Error};
use crate::json_document;
#[cfg(test)]
use crate::wire::Schema;
pub use crate::wire::{Edit, Fate, Leaf, Place, PlaceId, Word};
use crate::wire::{Fault, Kind, Read, Reader, Shape, Value, Writer, model};
use crate::{Extensions, Id, Label};

/// The name of the format, which every record carries.
pub const FORMAT: &str = "support-panel/1";

model! {
    /// One panel about one family: what came in, who sat, what was said, how it was scaled, what was agreed.
    pub struct Record {
        /// The format of this document.
        [required] format: Format,
        /// The record.
        [required] id: Id,
        /// The council's rules that this panel ran under.
        [required] profile: ProfileName,
        /// The case and its people.
        [required] case: Case,
        /// What the worker brings.
        referral: Referral,
        /// What the family agreed to, and the basis for sharing.
        agreement: Agreement,
        /// The sitting.
        meeting: Meeting,
        /// Everyone invited.
        participants: Vec<Participant>,
        /// What happened at each stage.
        agenda: Vec<AgendaItem>,
        /// The entries of the map, in the order they were raised.
        mapping: Vec<Entry>,
        /// Each scale, each time it was asked.
        scaling: Vec<ScalingRound>,
        /// Agreed actions.
        actions: Vec<Action>,
        /// Decision, review, feedback, dissent.
        outcome: Outcome,
        /// What went into the case-management system.
        recording: Recording,
        /// A council's own data.
        extensions: Extensions,
    }

    /// The profile a panel ran under.
    pub struct ProfileName {
        /// The profile's id.
        [required] id: Id,
        /// Its version.
        [required] version: Label,
    }
}

/// The format's own name: there is only one, so that a record can hold no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Format;

impl Value for Format {
    const SHAPE: &'static Shape = &Shape::Leaf;

    fn empty() -> Self {
        Self
    }

    fn read(reader: &mut Reader<'_>, _: &mut Self) -> Read<bool> {
        let rest = reader.rest();
        let Some(name) = reader.text(Kind::Text.words())? else { return Ok(false) };
        if name != FORMAT {
            return Err(reader.refused(rest, Code::WrongFormat, "another format", FORMAT));
        }
        Ok(true)
    }

    fn write(&self, writer: &mut Writer) {
        writer.text(FORMAT);
    }

    #[cfg(test)]
    fn schema(_: &mut Schema) -> serde_json::Value {
        serde_json::json!({"const": FORMAT})
    }
}

impl Record {
    /// A record of which nothing is known but what reading requires.
    pub fn new(id: Id, profile: ProfileName, case_reference: Label) -> Self {
        Self {
            format: Format,
            id,
            profile,
            case: Case { reference: case_reference, ..Case::empty() },
            referral: Referral::default(),
            agreement: Agreement::default(),
            meeting: Meeting::default(),
            participants: Vec::new(),
            agenda: Vec::new(),
            mapping: Vec::new(),
            scaling: Vec::new(),
            actions: Vec::new(),
            outcome: Outcome::default(),
            recording: Recording::default(),
            extensions: Extensions::default(),
        }
    }

    /// Reads one record from JSON, as text or as UTF-8 bytes.
    ///
    /// ```
    /// use support_panel::Record;
    ///
    /// let record = Record::from_json(r#"{
    ///     "format": "support-panel/1", "id": "panel-1",
    ///     "profile": {"id": "leicester-masp", "version": "2017.1"},
    ///     "case": {"reference": "EHA-1"}
    /// }"#)?;
    /// assert_eq!(record.id, "panel-1");
    ///
    /// let error = Record::from_json(r#"{"format": "support-panel/1", "Id": "panel-1"}"#).unwrap_err();
    /// assert_eq!(error.code(), "unknown_key");
    /// # Ok::<(), support_panel::Error>(())
    /// ```
    ///
    /// # Errors
    /// The first fault in the text, with its code, JSON Pointer, line and column; a wrong format before any other.
    pub fn from_json(json: impl AsRef<[u8]>) -> Result<Self, Error> {
        let text = json_document::text(json.as_ref())?;
        match json_document::read::<Self>(text) {
            Ok(mut record) => {
                record.meeting = record.meeting.without_default_status();
                Ok(record)
            }
            Err(fault) => Err(other_format(text).unwrap_or(fault).in_text(text)),
        }
    }

    /// Hands every id, text, day and instant over to be changed or left out.
    ///
    /// ```
    /// use support_panel::Record;
    /// use support_panel::record::{Edit, Fate, Leaf, Place};
    ///
    /// struct WithoutTexts;
    ///
    /// impl Edit for WithoutTexts {
    ///     fn edit(&mut self, _: &Place<'_>, leaf: Leaf<'_>) -> Fate {
    ///         if matches!(leaf, Leaf::Text(_)) { Fate::LeftOut } else { Fate::Stays }
    ///     }
    /// }
    ///
    /// let mut record = Record::from_json(r#"{
    ///     "format": "support-panel/1", "id": "panel-1",
    ///     "profile": {"id": "leicester-masp", "version": "2017.1"},
    ///     "case": {"reference": "EHA-1"}, "referral": {"reason": "They asked"}
    /// }"#)?;
    /// record.edit(&mut WithoutTexts);
    /// assert_eq!(record.referral.reason, None);
    /// # Ok::<(), support_panel::Error>(())
    /// ```
    pub fn edit(&mut self, editor: &mut dyn Edit) {
        Value::edit(self, &Place::ROOT, editor);
    }

    /// The record itself, if what is written of it can be read.
    pub(crate) fn readable(self) -> Result<Self, Error> {
        // A place in a text that no one has means nothing.
        Self::from_json(self.to_json()).map_err(|error| error.at(None))?;
        Ok(self)
    }

    /// Writes the record in canonical form: compact, keys in the order of the format, empties and defaults left out.
    ///
    /// Equal records give equal bytes, and reading them gives an equal record.
    pub fn to_json(&self) -> String {
        self.written(Writer::compact())
    }

    /// As [`Record::to_json`], indented for people.
    pub fn to_json_pretty(&self) -> String {
        self.written(Writer::pretty())
    }

    fn written(&self, mut writer: Writer) -> String {
        if self.meeting.is_plainly_planned() {
            Self { meeting: self.meeting.clone().without_default_status(), ..self.clone() }
                .write(&mut writer);
        } else {
            self.write(&mut writer);
        }
        writer.finish()
    }
}

/// The record's own `format`, where it names another: then nothing else about the text is worth saying.
fn other_format(text: &str) -> Option<Box<Fault>> {
    let mut reader = Reader::new(text);
    if !reader.open_object().ok()? {
        return None;
    }
    loop {
        let (_, key) = reader.any_key().ok()?;
        if key == "format" {
            return Format::read(&mut reader, &mut Format)
                .err()
                .filter(|fault| fault.code == Code::WrongFormat)
                .map(|fault| fault.inside("format"));
        }
        reader.skip_value().ok()?;
        if !reader.more_members().ok()? {
            return None;
        }
    }
}

impl serde::Serialize for Record {
    /// As canonical JSON; for serde_json, so that a record may stand inside an embedder's own types.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        json_document::raw(self.to_json()).serialize(serializer)
    }
}

impl<'de> serde::Deserialize<'de> for Record {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<serde_json::value::RawValue>::deserialize(deserializer)?;
        Self::from_json(raw.get()).map_err(serde::de::Error::custom)
    }
}
