//! Multi-agency support panels: the map, the agenda, the scaling questions, and who does what by when.
//!
//! A panel sits for under an hour about one family. What is said there is a [`Record`]; what the council asks of a panel is a
//! [`Profile`]. Everything else is a function of the two.
//!
//! # A record and what is wrong with it
//!
//! ```
//! use support_panel::{CheckOptions, Profile, Record, check, explain};
//!
//! let record = Record::from_json(r#"{
//!     "format": "support-panel/1", "id": "panel-1",
//!     "profile": {"id": "leicester-masp", "version": "2017.1"},
//!     "case": {"reference": "EHA-1"},
//!     "meeting": {"status": "concluded"}
//! }"#)?;
//! let profile = Profile::of(&record)?;
//! let findings = check(&record, &profile, &CheckOptions::default())?;
//! let undecided = findings.iter().find(|finding| finding.code == "SP701");
//! assert_eq!(undecided.map(|finding| finding.path.as_str()), Some("/outcome/decision"));
//! explain("SP701")?;
//! # Ok::<(), support_panel::Error>(())
//! ```
//!
//! A finding points and never quotes: it carries ids, codes, numbers and days, and no personal text. A record that cannot be read
//! is an [`Error`] with a code, a JSON Pointer, a line and a column.
//!
//! # A live meeting
//!
//! A [`Session`] takes [`Command`]s with a [`Stamp`] each, refuses what does not fit, and keeps a journal from which it can be
//! replayed. It has no clock: instants come with the stamps.
//!
//! ```
//! use support_panel::{Command, Profile, Record, Session, Stamp};
//!
//! # let record = Record::from_json(r#"{
//! #     "format": "support-panel/1", "id": "panel-1",
//! #     "profile": {"id": "leicester-masp", "version": "2017.1"},
//! #     "case": {"reference": "EHA-1"},
//! #     "participants": [{"id": "p-chair", "kind": "professional"}]
//! # }"#)?;
//! let profile = Profile::of(&record)?;
//! let mut session = Session::open(record, profile)?;
//! let stamp = Stamp::from_json(r#"{"at": "2026-03-12T09:30:00Z", "by": "p-chair"}"#)?;
//! session.apply(Command::from_json(r#"{"type": "open_meeting", "chair": "p-chair"}"#)?, stamp)?;
//! assert_eq!(Session::replay(session.journal())?.session.record(), session.record());
//! # Ok::<(), support_panel::Error>(())
//! ```
//!
//! # Where to go next
//!
//! - [`report`]: minutes, map and plan, made for a reader
//! - [`summaries`] and [`trajectory`]: where people stand on a scale, and how that moved
//! - [`allocation`], [`due_on`], [`follow_on`]: who may own an action, by when, and the next panel's record
//! - [`redact`] and [`redact_journal`]: a record without one person, and what may still tell of them
//! - [`interface`]: the same operations for bindings, with JSON in and out
#![cfg_attr(
    all(doc, not(doctest)),
    doc = "- [`guide`]: profiles, scaling, the live meeting, the rules and every code"
)]

mod actions;
pub mod agenda;
pub mod agreement;
pub mod calendar;
mod edition;
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
pub mod ndjson;
pub mod people;
mod phrases;
pub mod profile;
pub mod record;
mod redaction;
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
pub use edition::Edition;
pub use error::{Area, Code, CodeDefinition, Error, codes};
pub use facts::Fact;
pub use phrases::{Phrase, phrases};
pub use profile::{Profile, profiles};
pub use record::{FORMAT, Record};
pub use redaction::{
    JournalRedaction, Redaction, RedactionReport, Remaining, Remains, redact, redact_journal,
};
pub use rules::{
    Before, Change, Definition, Explanation, Finding, FindingExplained, LocalDefinition, Parameter,
    Phase, RULES_EDITION, RuleChange, RuleDifference, RulesOf, Severity, check, explain,
    explain_finding, explain_under, rules, rules_diff,
};
pub use scaling::{summaries, summaries_since, trajectory, trajectory_with};
pub use schema::{schema, schema_names};
pub use session::{Command, CommandType, Event, Seal, Session, Stamp, merge};
pub use text::{Extensions, Id, Label, Text};
pub use values::{Date, DateError, Decimal, DecimalError, Instant, InstantError, Moment, Weekday};
pub use view::{CheckOptions, View};
pub use wire::Amount;

/// The version of this crate, as its manifest has it.
///
/// ```
/// assert_eq!(support_panel::VERSION.split('.').count(), 3);
/// ```
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The pages of `docs/`, beside the interface that they describe.
#[cfg(all(doc, not(doctest)))]
#[allow(
    rustdoc::invalid_html_tags,
    rustdoc::bare_urls,
    reason = "the pages are written to be read as files, too"
)]
pub mod guide {
    #[doc = include_str!("../../../docs/profiles.md")]
    pub mod profiles {}
    #[doc = include_str!("../../../docs/scaling.md")]
    pub mod scaling {}
    #[doc = include_str!("../../../docs/session.md")]
    pub mod session {}
    #[doc = include_str!("../../../docs/papers.md")]
    pub mod papers {}
    #[doc = include_str!("../../../docs/rules.md")]
    pub mod rules {}
    #[doc = include_str!("../../../docs/codes.md")]
    pub mod codes {}
    #[doc = include_str!("../../../docs/schemas.md")]
    pub mod schemas {}
    #[doc = include_str!("../../../docs/versions.md")]
    pub mod versions {}
}

/// The README's examples, run.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
