//! support-panel for JavaScript: handles and text across, all behaviour in the core.

use support_panel::{Error, Profile, Record, face};
use wasm_bindgen::prelude::*;

/// An error as JavaScript receives it: JSON text that the package turns into a `PanelError`.
fn thrown(error: Error) -> JsValue {
    JsValue::from_str(&face::error(&error))
}

/// A record that was read.
#[wasm_bindgen]
pub struct RecordHandle(Record);

#[wasm_bindgen]
impl RecordHandle {
    /// Reads a record from JSON text.
    #[wasm_bindgen(constructor)]
    pub fn new(json: &str) -> Result<RecordHandle, JsValue> {
        Record::from_json(json).map(Self).map_err(thrown)
    }

    /// Canonical JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// Findings as JSON text.
    pub fn check(&self, profile: Option<ProfileRef>, as_of: Option<String>) -> Result<String, JsValue> {
        let _ = profile;
        face::check(&self.0, None, as_of.as_deref(), None).map(|findings| face::json(&findings)).map_err(thrown)
    }
}

#[wasm_bindgen]
extern "C" {
    /// placeholder
    pub type ProfileRef;
}

/// A profile that was read.
#[wasm_bindgen]
pub struct ProfileHandle(Profile);

#[wasm_bindgen]
impl ProfileHandle {
    /// Reads a profile from TOML.
    #[wasm_bindgen(js_name = fromToml)]
    pub fn from_toml(text: &str) -> Result<ProfileHandle, JsValue> {
        Profile::from_toml(text).map(Self).map_err(thrown)
    }

    /// Canonical JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }
}
