//! The npm package's part for profiles with rules of a council's own, loaded on demand: whatever asks rules, with the evaluator of their
//! conditions. Here are the other parts once more, since each has its own memory and the evaluator belongs to the core.

pub use support_panel_wasm::{BatchHandle, ProfileHandle};
pub use support_panel_wasm_extras::paper;
pub use support_panel_wasm_session::{SessionHandle, redact_journal};

use support_panel::{Error, Profile, Record, interface};
use wasm_bindgen::prelude::*;

/// Findings of a record; the record, its profile and the record of the panel before as canonical JSON.
#[wasm_bindgen]
pub fn check(
    record: &str,
    profile: Option<String>,
    as_of: Option<String>,
    previous: Option<String>,
    edition: Option<String>,
) -> Result<String, JsValue> {
    let checked = || {
        let record = Record::from_json(record)?;
        let profile = profile.map(Profile::from_json).transpose()?;
        let previous = previous.map(Record::from_json).transpose()?;
        let (day, edition) = (as_of.as_deref(), edition.as_deref());
        interface::check_by(&record, profile.as_ref(), day, previous.as_ref(), edition)
    };
    let findings =
        checked().map_err(|error: Error| JsValue::from_str(&interface::error(&error)))?;
    Ok(interface::json(&findings))
}
