//! What a rule is, apart from the function that asks it.

use crate::Decimal;
use crate::edition::Edition;
use crate::record::MeetingStatus;
use crate::wire::string_enum;
use serde::Serialize;

string_enum! {
    /// How much a finding matters.
    pub enum Severity {
        /// It must be fixed.
        Error = "error",
        /// It needs a look.
        Warning = "warning",
        /// It would be better.
        Advice = "advice",
    }

    /// From when in a panel's life a rule is asked.
    pub enum Phase {
        /// Always.
        Record = "record",
        /// Once a meeting is planned or adjourned.
        Planned = "planned",
        /// Once it is in progress.
        Meeting = "meeting",
        /// Once it is concluded.
        Concluded = "concluded",
    }
}

impl Phase {
    /// How far a record's meeting has come.
    pub fn of(record: &crate::Record) -> Self {
        match record.meeting.status {
            Some(MeetingStatus::Concluded) => Self::Concluded,
            Some(MeetingStatus::InProgress) => Self::Meeting,
            Some(MeetingStatus::Planned | MeetingStatus::Adjourned) => Self::Planned,
            None if record.meeting.is_known() => Self::Planned,
            None => Self::Record,
        }
    }
}

/// A rule in words: what it asks, why, and what to do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "RuleDefinition"))]
#[non_exhaustive]
pub struct Definition {
    /// The stable code.
    #[cfg_attr(test, schemars(with = "crate::schema::results::RuleCode"))]
    pub code: &'static str,
    /// What is wrong where it fires, in a few words.
    pub title: &'static str,
    /// Its severity, unless a profile sets another.
    pub severity: Severity,
    /// From when in a panel's life it is asked.
    pub phase: Phase,
    /// Why a panel should care.
    pub why: &'static str,
    /// What to do where it fires.
    pub remedy: &'static str,
    /// What a profile may set beside the severity.
    pub parameters: &'static [Parameter],
    /// What it needs to be asked at all: items of the profile, `as_of`, `previous`.
    pub needs: &'static [&'static str],
    /// The edition that brought it.
    pub since: Edition,
    /// The edition that ended it, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Edition>,
}

impl Definition {
    /// What most rules have in common.
    pub(super) const DEFAULTS: Self = Self {
        code: "",
        title: "",
        severity: Severity::Error,
        phase: Phase::Record,
        why: "",
        remedy: "",
        parameters: &[],
        needs: &[],
        since: Edition::V2026_1,
        until: None,
    };
}

/// Something that a profile may set of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Parameter {
    /// Its name in the profile's `rules`.
    pub name: &'static str,
    /// Its value where the profile sets none.
    pub default: Decimal,
    /// What it does.
    pub about: &'static str,
}
