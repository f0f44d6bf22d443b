//! Records and profiles.

use crate::{Answer, to_js};
use support_panel::interface;
use support_panel::{Profile, Record};
use wasm_bindgen::prelude::*;

/// A profile that was read, or none: then each record's own is meant.
#[wasm_bindgen]
#[derive(Clone)]
pub struct ProfileHandle(pub(crate) Option<Profile>);

#[wasm_bindgen]
impl ProfileHandle {
    /// No profile.
    pub fn none() -> Self {
        Self(None)
    }

    /// The built-in profile of that id.
    pub fn built_in(id: &str) -> Answer<Self> {
        to_js(Profile::built_in(id)).map(|profile| Self(Some(profile)))
    }

    /// The built-in profile at an index among all; nothing past the end.
    pub fn shipped(index: usize) -> Option<Self> {
        support_panel::profiles().get(index).cloned().map(|profile| Self(Some(profile)))
    }

    /// Reads JSON.
    pub fn from_json(text: &[u8]) -> Answer<Self> {
        to_js(Profile::from_json(text)).map(|profile| Self(Some(profile)))
    }

    /// Canonical JSON.
    pub fn to_json(&self) -> String {
        self.0.as_ref().map(Profile::to_json).unwrap_or_default()
    }
}

/// A record that was read, or none, where one may be left out.
#[wasm_bindgen]
pub struct RecordHandle(pub(crate) Option<Record>);

impl RecordHandle {
    fn ask<T>(&self, answer: impl FnOnce(&Record) -> Result<T, support_panel::Error>) -> Answer<T> {
        // The package never asks anything of no record.
        self.0.as_ref().map_or_else(|| Err(JsValue::NULL), |record| to_js(answer(record)))
    }
}

#[wasm_bindgen]
impl RecordHandle {
    /// No record.
    pub fn none() -> Self {
        Self(None)
    }

    /// Reads JSON.
    pub fn from_json(text: &[u8]) -> Answer<Self> {
        to_js(Record::from_json(text)).map(|record| Self(Some(record)))
    }

    /// Canonical JSON.
    pub fn to_json(&self) -> Answer<String> {
        self.ask(|record| Ok(record.to_json()))
    }

    /// Findings, by an edition of the rules.
    pub fn check(
        &self,
        profile: &ProfileHandle,
        as_of: Option<String>,
        previous: &RecordHandle,
        edition: Option<String>,
    ) -> Answer<String> {
        self.ask(|record| {
            Ok(interface::json(&interface::check_by(
                record,
                profile.0.as_ref(),
                as_of.as_deref(),
                previous.0.as_ref(),
                edition.as_deref(),
            )?))
        })
    }

    /// Each sitting of a scale in figures.
    pub fn summaries(&self, profile: &ProfileHandle, previous: &RecordHandle) -> Answer<String> {
        self.ask(|record| interface::summaries(record, profile.0.as_ref(), previous.0.as_ref()))
    }

    /// Whether someone may have an action.
    pub fn allocation(&self, action: &str, owner: &str, profile: &ProfileHandle) -> Answer<String> {
        self.ask(|record| interface::allocation(record, profile.0.as_ref(), action, owner))
    }

    /// The day by which an action is due.
    pub fn due_on(&self, action: &str, profile: &ProfileHandle) -> Answer<Option<String>> {
        self.ask(|record| interface::due_on(record, profile.0.as_ref(), action))
    }
}
