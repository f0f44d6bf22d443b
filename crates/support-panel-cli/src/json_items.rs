//! Writes items as one JSON array or one a line.

use serde::Serialize;
use std::io::{self, Write};
use support_panel::interface::json;

/// Writes items one by one.
pub(crate) struct JsonItems {
    is_array: bool,
    is_empty: bool,
}

impl JsonItems {
    /// A writer of an array, or of one item a line.
    pub(crate) fn new(is_array: bool) -> Self {
        Self { is_array, is_empty: true }
    }

    pub(crate) fn item(&mut self, out: &mut impl Write, item: &impl Serialize) -> io::Result<()> {
        let before = match (self.is_array, self.is_empty) {
            (true, true) => "[",
            (true, false) => ",\n ",
            (false, _) => "",
        };
        self.is_empty = false;
        let after = if self.is_array { "" } else { "\n" };
        write!(out, "{before}{}{after}", json(item))
    }

    pub(crate) fn end(self, out: &mut impl Write) -> io::Result<()> {
        match (self.is_array, self.is_empty) {
            (true, true) => out.write_all(b"[]\n"),
            (true, false) => out.write_all(b"]\n"),
            (false, _) => Ok(()),
        }
    }
}
