//! Rules of a council's own: what a profile asks of its panels beside the rules that come with the library.

mod logic;
mod paths;
mod verify;

#[cfg(feature = "local-rules")]
pub(crate) use logic::Around;
pub use logic::Logic;
pub(crate) use paths::PathPart;
#[cfg(feature = "local-rules")]
pub(crate) use paths::parts;
pub(super) use verify::flaws;

use crate::rules::{Phase, Severity};
use crate::wire::model;
use crate::{Id, Text};

/// Rules of one profile.
pub(crate) const MOST_RULES: usize = 100;

model! {
    /// A rule of the council's own.
    pub struct LocalRule {
        /// Its code: two to six capital letters of the council's own, not SP, and three digits.
        [required] code: Id,
        /// What is wrong where it fires, in a few words.
        [required] title: Text,
        /// How much it matters.
        [required] severity: Severity,
        /// From when in a panel's life it is asked; always, where that is not said.
        phase: Option<Phase>,
        /// The list whose items it is asked of, one by one: a JSON Pointer into the record, with * for every item.
        for_each: Option<Text>,
        /// What it is about: a JSON Pointer into the item, else into the record.
        path: Option<Text>,
        /// When it fires, in JSON Logic.
        [required] when: Logic,
        /// What it says where it fires: one plain sentence.
        [required] message: Text,
        /// Why a panel should care.
        why: Option<Text>,
        /// What to do where it fires.
        remedy: Option<Text>,
    }
}

impl LocalRule {
    /// Its code.
    pub fn code(&self) -> &str {
        self.code.as_str()
    }

    /// The pointer to the list whose items it is asked of; none where it is asked of the record.
    #[cfg(feature = "local-rules")]
    pub(crate) fn for_each(&self) -> Option<&str> {
        self.for_each.as_ref().map(Text::as_str)
    }

    /// The pointer to what it is about, from the item or the record.
    pub(crate) fn path(&self) -> &str {
        self.path.as_ref().map(Text::as_str).unwrap_or_default()
    }

    /// Whether another version of it, whatever its title and severity, fires where this one does and says the same.
    pub(crate) fn asks_the_same_as(&self, other: &Self) -> bool {
        let asks = |rule: &Self| (rule.asked_from(), rule.for_each.clone(), rule.path.clone());
        asks(self) == asks(other) && self.when == other.when && self.message == other.message
    }

    /// From when it is asked.
    pub fn asked_from(&self) -> Phase {
        self.phase.unwrap_or(Phase::Record)
    }
}
