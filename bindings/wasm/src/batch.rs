//! Many records, a piece of text at a time.

use crate::{Answer, ProfileHandle, to_js};
use support_panel::interface::{self, Batch};
use wasm_bindgen::prelude::*;

/// A check that is given its text in pieces.
#[wasm_bindgen]
pub struct BatchHandle(Batch);

#[wasm_bindgen]
impl BatchHandle {
    /// Under the profile given, else each record's own; `most` bounds what is listed.
    #[wasm_bindgen(constructor)]
    pub fn new(profile: &ProfileHandle, as_of: Option<String>, most: u32) -> Answer<Self> {
        to_js(interface::batch(profile.0.clone(), as_of.as_deref(), most as usize)).map(Self)
    }

    /// The next piece; gives how many lines have been taken.
    pub fn push(&mut self, bytes: &[u8]) -> u32 {
        self.0.push(bytes);
        self.0.lines()
    }

    /// What it came to.
    pub fn finish(self) -> String {
        interface::json(&self.0.finish())
    }
}
