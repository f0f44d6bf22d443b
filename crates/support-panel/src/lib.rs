//! Multi-agency support panels: the map, the agenda, the scaling questions, and who does what by when.

mod actions;
pub mod agenda;
pub mod agreement;
pub mod calendar;
mod error;
mod facts;
mod fold;
#[cfg(test)]
#[path = "../../../tests/rust/golden.rs"]
mod golden;
pub mod interface;
mod json_document;
pub mod limits;
mod lookup;
pub mod people;
pub mod profile;
pub mod record;
pub mod report;
mod rules;
pub mod scaling;
mod schema;
pub mod session;
mod text;
mod values;
mod view;
mod wire;

pub use actions::{Allocation, Reason, Verdict, allocation, due_on, follow_on};
pub use error::{Area, CodeDefinition, Error, codes};
pub use facts::Fact;
pub use profile::{Profile, profiles};
pub use record::{FORMAT, Record};
pub use rules::{
    Before, Change, Definition, Edition, Explanation, Finding, FindingExplained, Parameter, Phase,
    RULES_EDITION, Severity, check, explain, explain_finding, rules,
};
pub use scaling::{summaries, summaries_since, trajectory, trajectory_with};
pub use schema::schema;
pub use session::{Command, CommandType, Event, Seal, Session, Stamp, merge};
pub use text::{Extensions, Id, Label, Text};
pub use values::{Date, DateError, Decimal, DecimalError, Instant, InstantError, Moment, Weekday};
pub use view::{CheckOptions, View};
pub use wire::Amount;

/// The README's examples, run.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
