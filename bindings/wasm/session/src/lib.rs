//! The npm package's part for live sittings, loaded on demand. Records and profiles come and go as canonical JSON, so that it shares
//! nothing with the other parts but the core; the sitting itself stays here.

use support_panel::{Error, Profile, Record, Seal, Session, interface};
use wasm_bindgen::prelude::*;

/// What a call gives, or the error as JSON text, which the package turns into a `PanelError`.
type Answer<T> = Result<T, JsValue>;

fn to_js<T>(result: Result<T, Error>) -> Answer<T> {
    result.map_err(|error| JsValue::from_str(&interface::error(&error)))
}

/// A sitting, and what was left out as it was made, as JSON text: the end of a cut journal, or what a merge could not join.
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

fn open(record: String, profile: Option<String>, key: Option<Vec<u8>>) -> Result<Session, Error> {
    let profile = profile.map(Profile::from_json).transpose()?;
    interface::open(&Record::from_json(record)?, profile.as_ref(), seal(key))
}

#[wasm_bindgen]
impl SessionHandle {
    /// Opens a sitting on a record.
    pub fn open(record: String, profile: Option<String>, key: Option<Vec<u8>>) -> Answer<Self> {
        to_js(open(record, profile, key)).map(Self::whole)
    }

    /// Brings a sitting back from its journal; what was lost of it, or null, is left out.
    pub fn replay(journal: &[u8], key: Option<Vec<u8>>) -> Answer<Self> {
        let replayed = to_js(Session::replay_with(journal, seal(key)))?;
        Ok(Self(replayed.session, interface::json(&replayed.lost)))
    }

    /// Joins what another device noted of the same sitting; what this one does not take from it is left out.
    pub fn merge(&self, other: &SessionHandle) -> Answer<Self> {
        let merged = to_js(support_panel::merge(&self.0, &other.0))?;
        Ok(Self(merged.session, interface::conflicts(&merged.conflicts)))
    }

    /// What was left out as the sitting was made, as JSON text.
    pub fn left_out(&self) -> String {
        self.1.clone()
    }

    /// Takes a command or refuses it; gives the event.
    pub fn apply(&mut self, command: &[u8], stamp: &[u8]) -> Answer<String> {
        to_js(interface::apply(&mut self.0, command, stamp))
    }

    /// The record as it stands.
    pub fn record_json(&self) -> String {
        self.0.record().to_json()
    }

    /// The profile it runs under.
    pub fn profile_json(&self) -> String {
        self.0.profile().to_json()
    }

    /// The record as it stood after an event.
    pub fn at(&self, seq: u32) -> Option<String> {
        self.0.at(seq).map(|record| record.to_json())
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

    /// Who has given numbers that no one may read yet.
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
}

/// The journal of a sitting without a person or participant, what was taken out and what is left, and how many steps are left
/// out.
#[wasm_bindgen]
pub fn redact_journal(journal: &[u8], key: Option<Vec<u8>>, person: &str) -> Answer<Vec<String>> {
    let redacted = to_js(interface::redact_journal(journal, person, seal(key)))?;
    let (journal, report, left_out) = redacted;
    Ok(vec![journal, report, left_out.to_string()])
}
