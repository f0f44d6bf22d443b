//! What a page seldom needs at once: minutes, map and plan, and profiles in TOML. Text in, text out, so that nothing is
//! shared with the first part but the core.

use support_panel::face::{self, Report};
use support_panel::{Error, Profile, Record};
use wasm_bindgen::prelude::*;

fn told<T>(result: Result<T, Error>) -> Result<T, JsValue> {
    result.map_err(|error| JsValue::from_str(&face::error(&error)))
}

fn report(record: &str, profile: Option<String>, what: Report, format: &str, audience: &str) -> Result<String, Error> {
    let profile = profile.map(Profile::from_json).transpose()?;
    face::report(&Record::from_json(record)?, profile.as_ref(), what, format, audience)
}

/// Minutes of a record and its profile, both as canonical JSON.
#[wasm_bindgen]
pub fn minutes(record: &str, profile: Option<String>, format: &str, audience: &str) -> Result<String, JsValue> {
    told(report(record, profile, Report::Minutes, format, audience))
}

/// The map, likewise.
#[wasm_bindgen]
pub fn map(record: &str, profile: Option<String>, format: &str, audience: &str) -> Result<String, JsValue> {
    told(report(record, profile, Report::Map, format, audience))
}

/// The action plan, likewise.
#[wasm_bindgen]
pub fn action_plan(record: &str, profile: Option<String>, format: &str, audience: &str) -> Result<String, JsValue> {
    told(report(record, profile, Report::ActionPlan, format, audience))
}

/// A profile in TOML as canonical JSON.
#[wasm_bindgen]
pub fn toml(text: &[u8]) -> Result<String, JsValue> {
    told(Profile::from_toml(text)).map(|profile| profile.to_json())
}
