//! The live sitting.

use crate::{ProfileHandle, RecordHandle, Told, told};
use support_panel::{Error, Seal, Session, face};
use wasm_bindgen::prelude::*;

/// A sitting.
#[wasm_bindgen]
pub struct SessionHandle(Session);

fn seal(key: Option<Vec<u8>>) -> Seal {
    key.map_or_else(Seal::default, |key| Seal::new(&key))
}

fn open(record: &RecordHandle, profile: &ProfileHandle, key: Option<Vec<u8>>) -> Result<Option<Session>, Error> {
    let Some(record) = &record.0 else { return Ok(None) };
    let profile = face::profile_of(record, profile.0.as_ref())?;
    Session::open_with(record.clone(), profile, seal(key)).map(Some)
}

#[wasm_bindgen]
impl SessionHandle {
    /// Opens a sitting on a record.
    pub fn open(record: &RecordHandle, profile: &ProfileHandle, key: Option<Vec<u8>>) -> Told<Self> {
        told(open(record, profile, key))?.map(Self).ok_or(JsValue::NULL)
    }

    /// Takes a command or refuses it; gives the event.
    pub fn apply(&mut self, command: &[u8], stamp: &[u8]) -> Told<String> {
        told(face::apply(&mut self.0, command, stamp))
    }

    /// Takes back the last command in force.
    pub fn undo(&mut self, stamp: &[u8]) -> Told<String> {
        told(face::undo(&mut self.0, stamp))
    }

    /// Puts back what was taken back last.
    pub fn redo(&mut self, stamp: &[u8]) -> Told<String> {
        told(face::redo(&mut self.0, stamp))
    }

    /// The record as it stands.
    pub fn record(&self) -> RecordHandle {
        RecordHandle(Some(self.0.record().clone()))
    }

    /// The same as canonical JSON.
    pub fn record_json(&self) -> String {
        self.0.record().to_json()
    }

    /// The profile it runs under.
    pub fn profile(&self) -> ProfileHandle {
        ProfileHandle(Some(self.0.profile().clone()))
    }

    /// The record as it stood after an event.
    pub fn at(&self, seq: u32) -> Option<RecordHandle> {
        self.0.at(seq).map(|record| RecordHandle(Some(record)))
    }

    /// The sitting as it was after an event.
    pub fn until(&self, seq: u32) -> Option<SessionHandle> {
        self.0.until(seq).map(SessionHandle)
    }

    /// How far it has come.
    pub fn standing(&self) -> String {
        face::json(&self.0.standing())
    }

    /// What has been said.
    pub fn events(&self) -> String {
        face::events(&self.0)
    }

    /// How many events there are.
    pub fn seq(&self) -> usize {
        self.0.events().len()
    }

    /// Which commands would be taken now.
    pub fn allowed(&self) -> String {
        face::json(&self.0.allowed())
    }

    /// What is still needed.
    pub fn outstanding(&self) -> String {
        face::json(&self.0.outstanding())
    }

    /// Who has given numbers that nobody may read yet.
    pub fn sealed(&self) -> String {
        face::json(&self.0.sealed())
    }

    /// The bank's questions for a column.
    pub fn questions(&self, column: &str) -> String {
        face::questions(&self.0, column)
    }

    /// What the clock of the running stage shows.
    pub fn timer(&self, at: &str) -> Told<String> {
        told(face::timer(&self.0, at))
    }

    /// The journal.
    pub fn journal(&self) -> String {
        self.0.journal().to_owned()
    }

    /// Brings a sitting back.
    pub fn replay(journal: &[u8], key: Option<Vec<u8>>) -> Told<Replay> {
        let replayed = told(Session::replay_with(journal, seal(key)))?;
        Ok(Replay { lost: face::json(&replayed.lost), session: Self(replayed.session) })
    }

    /// Joins what two hands noted of one sitting.
    pub fn merge(&self, other: &SessionHandle) -> Told<Merge> {
        let merged = told(support_panel::merge(&self.0, &other.0))?;
        Ok(Merge { conflicts: face::conflicts(&merged.conflicts), session: Self(merged.session) })
    }
}

/// A sitting brought back, and what was lost of it.
#[wasm_bindgen]
pub struct Replay {
    lost: String,
    session: SessionHandle,
}

#[wasm_bindgen]
impl Replay {
    /// What was lost, or null.
    pub fn lost(&self) -> String {
        self.lost.clone()
    }

    /// The sitting.
    pub fn session(self) -> SessionHandle {
        self.session
    }
}

/// Two sittings made one, and what they contradict each other in.
#[wasm_bindgen]
pub struct Merge {
    conflicts: String,
    session: SessionHandle,
}

#[wasm_bindgen]
impl Merge {
    /// What the first does not take from the second.
    pub fn conflicts(&self) -> String {
        self.conflicts.clone()
    }

    /// The sitting.
    pub fn session(self) -> SessionHandle {
        self.session
    }
}
