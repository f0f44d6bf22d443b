//! What must hold of any bytes: the bodies of the fuzz targets, which the test suite runs as well, on seeds and on whatever
//! once broke one of them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs,
    unreachable_pub,
    reason = "a body fails by a panic, and says no more than its asserts"
)]

mod judging;
mod lines;
mod local_rules;
mod privacy;
mod reading;
mod seeds;
mod session;
#[path = "../../../crates/support-panel/tests/session/steps.rs"]
#[allow(dead_code, reason = "its own tests use the rest")]
mod steps;
mod syntax;

pub use seeds::seeds;

/// A target: its name, and what must hold of the bytes it is given.
pub type Target = (&'static str, fn(&[u8]));

pub const TARGETS: &[Target] = &[
    ("record", reading::record),
    ("profile_json", reading::profile_json),
    ("profile_toml", reading::profile_toml),
    ("extends", reading::extends),
    ("local_rules", local_rules::local_rules),
    ("command", reading::command),
    ("ndjson", lines::ndjson),
    ("compressed", lines::compressed),
    ("report", judging::report),
    ("papers", judging::papers),
    ("journal", session::journal),
    ("session", session::session),
    ("at", session::at),
    ("merge", session::merging),
    ("sealed", session::sealed),
    ("privacy", privacy::privacy),
];

/// Runs one target.
pub fn run(name: &str, bytes: &[u8]) {
    let (_, body) = TARGETS
        .iter()
        .find(|(known, _)| *known == name)
        .unwrap_or_else(|| panic!("no target is called {name}"));
    body(bytes);
}
