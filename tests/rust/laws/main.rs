//! Laws of the core over thousands of records, whole and mutated.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test says what it expects"
)]

mod mutate;
mod reading;
mod rules;
mod schema;
