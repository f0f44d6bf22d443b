//! support-panel for JavaScript: handles and text across, all behaviour in the core.

mod batch;
mod record;

pub use batch::BatchHandle;
pub use record::{ProfileHandle, RecordHandle};

use support_panel::{Error, interface};
use wasm_bindgen::prelude::*;

/// What a call gives, or the error as JSON text, which the package turns into a `PanelError`.
type Answer<T> = Result<T, JsValue>;

fn to_js<T>(result: Result<T, Error>) -> Answer<T> {
    result.map_err(|error| JsValue::from_str(&interface::error(&error)))
}

/// The format, the edition of the rules, the version, and the size of the largest document, in bytes.
#[wasm_bindgen]
pub fn versions() -> String {
    let (version, format, edition) =
        (support_panel::VERSION, support_panel::FORMAT, support_panel::RULES_EDITION);
    interface::json(&(version, format, edition, support_panel::limits::DOCUMENT_BYTES))
}
