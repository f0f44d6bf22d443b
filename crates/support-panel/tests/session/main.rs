//! A live sitting, and what always holds of one.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test says what it expects"
)]

mod journal;
mod laws;
mod limits;
mod marks;
mod merging;
mod page;
mod presence;
mod seal;
mod stages;
mod steps;
mod table;
