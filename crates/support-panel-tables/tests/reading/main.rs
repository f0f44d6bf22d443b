//! What is read is what was written, however it comes and however many threads read it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

mod faults;
#[path = "../../../../tests/rust/golden.rs"]
mod golden;
mod kept;
mod made;
mod privacy;
mod reference;
mod rows;
mod values;
mod ways;
