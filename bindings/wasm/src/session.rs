//! The live sitting.

use crate::{Answer, ProfileHandle, RecordHandle, to_js};
use support_panel::{Error, Seal, Session, interface};
use wasm_bindgen::prelude::*;

/// A sitting, and what bringing it back left out, as JSON text: the end of a cut journal.
#[wasm_bindgen]
pub struct SessionHandle(Session, String);

impl SessionHandle {
    fn whole(session: Session) -> Self {
        Self(session, String::new())
    }
}

fn seal(key: Option<Vec<u8>>) -> Seal {
    key.map_or_else(Seal::default, |key| Seal::new(&key))
}

fn open(
    record: &RecordHandle,
    profile: &ProfileHandle,
    key: Option<Vec<u8>>,
) -> Result<Option<Session>, Error> {
    let Some(record) = &record.0 else { return Ok(None) };
    interface::open(record, profile.0.as_ref(), seal(key)).map(Some)
}

#[wasm_bindgen]
impl SessionHandle {
    /// Opens a sitting on a record.
    pub fn open(
        record: &RecordHandle,
        profile: &ProfileHandle,
        key: Option<Vec<u8>>,
    ) -> Answer<Self> {
        to_js(open(record, profile, key))?.map(Self::whole).ok_or(JsValue::NULL)
    }

    /// Takes a command or refuses it; gives the event.
    pub fn apply(&mut self, command: &[u8], stamp: &[u8]) -> Answer<String> {
        to_js(interface::apply(&mut self.0, command, stamp))
    }

    /// The record as it stands.
    pub fn record(&self) -> RecordHandle {
        RecordHandle(Some(interface::record(&self.0)))
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
    pub fn until(&self, seq: u32) -> Option<Self> {
        self.0.until(seq).map(Self::whole)
    }

    /// How far it has come.
    pub fn standing(&self) -> String {
        interface::json(&self.0.standing())
    }

    /// What has been said.
    pub fn events(&self) -> String {
        interface::events(&self.0)
    }

    /// How many events there are.
    pub fn seq(&self) -> usize {
        self.0.events().len()
    }

    /// Which commands would be taken now.
    pub fn allowed(&self) -> String {
        interface::json(&self.0.allowed())
    }

    /// What is still needed.
    pub fn outstanding(&self) -> String {
        interface::json(&self.0.outstanding())
    }

    /// Who has given numbers that nobody may read yet.
    pub fn sealed(&self) -> String {
        interface::json(&self.0.sealed())
    }

    /// The bank's questions for a column.
    pub fn questions(&self, column: &str) -> String {
        interface::questions(&self.0, column)
    }

    /// What the clock of the running stage shows.
    pub fn timer(&self, at: &str) -> Answer<String> {
        to_js(interface::timer(&self.0, at))
    }

    /// The journal.
    pub fn journal(&self) -> String {
        self.0.journal().to_owned()
    }

    /// Brings a sitting back from its journal; the remainder is what was lost, or null.
    pub fn replay(journal: &[u8], key: Option<Vec<u8>>) -> Answer<Self> {
        let replayed = to_js(Session::replay_with(journal, seal(key)))?;
        Ok(Self(replayed.session, interface::json(&replayed.lost)))
    }

    /// What bringing the sitting back left out, as JSON text: the end of a cut journal.
    pub fn remainder(&self) -> String {
        self.1.clone()
    }
}
