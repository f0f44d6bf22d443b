//! The rules: completeness and consistency, each with its reason.
//!
//! A rule never changes a record, never turns a number into a rating of risk and never recommends a decision.
//! Each is its definition and one small function, side by side in the file of its subject.

mod changes;
mod definition;
mod diff;
mod explain;
mod finding;

#[cfg(feature = "local-rules")]
mod local;

mod actions;
mod agenda;
mod mapping;
mod marks;
mod outcome;
mod owners;
mod people;
mod record;
mod scaling;

pub use changes::{Before, Change};
pub use definition::{Definition, Parameter, Phase, Severity};
pub use diff::{RuleChange, RuleDifference, RulesOf, rules_diff};
pub use explain::{
    Explanation, FindingExplained, LocalDefinition, explain, explain_finding, explain_under,
};
pub use finding::Finding;
pub(crate) use finding::{Findings, Path, Step, pointer};
#[cfg(feature = "local-rules")]
pub(crate) use local::LocalRules;
pub(crate) use marks::{Names, each_marked, each_text, names_any};
pub(crate) use owners::{OwnershipBar, ownership_bar};

use crate::edition::Edition;
use crate::profile::{Profile, RuleSetting, RuleSettings};
use crate::view::{CheckOptions, View};
use crate::{Decimal, Error, Record};
use std::borrow::Cow;

/// The newest edition of the rules, [`Edition::LATEST`] as it is written.
pub const RULES_EDITION: &str = Edition::LATEST.as_str();

/// A rule as it is written down: its definition and the function that asks it.
struct Defined {
    definition: Definition,
    ask: Ask,
}

/// Defines a rule as a constant named by its code. `parameters`, `needs` and `since` are written only where
/// they are not [`Definition::DEFAULTS`].
macro_rules! rule {
    (
        $code:ident => $ask:ident,
        title: $title:literal,
        severity: $severity:ident,
        phase: $phase:ident,
        why: $why:literal,
        remedy: $remedy:literal
        $(, $key:ident: $value:expr)* $(,)?
    ) => {
        pub(super) const $code: $crate::rules::Defined = $crate::rules::Defined {
            definition: $crate::rules::Definition {
                code: stringify!($code),
                title: $title,
                severity: $crate::rules::Severity::$severity,
                phase: $crate::rules::Phase::$phase,
                why: $why,
                remedy: $remedy,
                $($key: $value,)*
                ..$crate::rules::Definition::DEFAULTS
            },
            ask: $ask,
        };
    };
}
use rule;

type Ask = fn(&View<'_>, &mut Findings);

/// What it takes to ask a rule. Its code tells it from every other.
pub(crate) struct Rule {
    pub(crate) code: &'static str,
    pub(crate) severity: Severity,
    pub(crate) parameters: &'static [Parameter],
    phase: Phase,
    since: Edition,
    until: Option<Edition>,
    ask: Ask,
}

impl Rule {
    const fn of(defined: &Defined) -> Self {
        let Defined { ask, definition } = *defined;
        let Definition { code, severity, phase, parameters, since, until, .. } = definition;
        Self { code, severity, parameters, phase, since, until, ask }
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code)
    }
}

/// The rules of a subject in two tables, to be asked and to be explained: a program that explains nothing carries
/// no explanations.
macro_rules! tables {
    ($($defined:expr),+ $(,)?) => {
        pub(super) static RULES: &[$crate::rules::Rule] = &[$($crate::rules::Rule::of(&$defined)),+];
        pub(super) static DEFINITIONS: &[$crate::rules::Definition] = &[$($defined.definition),+];
    };
}
use tables;

/// A table of each subject, in the order of the codes.
macro_rules! by_subject {
    ($table:ident) => {
        [
            record::$table,
            people::$table,
            agenda::$table,
            mapping::$table,
            scaling::$table,
            actions::$table,
            outcome::$table,
            marks::$table,
        ]
    };
}

static RULES: [&[Rule]; 8] = by_subject!(RULES);
static DEFINITIONS: [&[Definition]; 8] = by_subject!(DEFINITIONS);

/// The rules of every edition.
pub(crate) fn all() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().flat_map(|rules| rules.iter())
}

/// Every rule of every edition, in the order of their codes; [`Edition::rules`] gives those of one.
///
/// ```
/// let codes: Vec<_> = support_panel::rules().map(|rule| rule.code).collect();
/// assert!(codes.is_sorted());
/// ```
pub fn rules() -> impl Iterator<Item = &'static Definition> {
    DEFINITIONS.iter().flat_map(|definitions| definitions.iter())
}

pub(crate) fn definition(code: &str) -> Option<&'static Definition> {
    rules().find(|definition| definition.code == code)
}

/// Asks every rule of the edition that the profile and the phase of the meeting call for. Of one rule there are at most
/// [`FINDINGS_OF_A_RULE`](crate::limits::FINDINGS_OF_A_RULE) findings.
///
/// # Errors
/// `profile_mismatch` where the profile is not the one that the record names.
pub fn check(
    record: &Record,
    profile: &Profile,
    options: &CheckOptions<'_>,
) -> Result<Vec<Finding>, Error> {
    Ok(View::of(record, profile, options)?.findings())
}

impl View<'_> {
    /// What [`check`] finds.
    pub fn findings(&self) -> Vec<Finding> {
        ask(self, self.phase(), Severity::Advice)
    }

    pub(crate) fn phase(&self) -> Phase {
        Phase::of(self.record)
    }

    /// A rule's parameter as the profile sets it, else its default in the edition.
    pub(crate) fn parameter(&self, code: &'static str, parameter: &Parameter) -> Decimal {
        parameter_in(self.edition, &self.profile.rules, code, parameter)
    }

    /// The rules of the edition that are not off, each with its severity here.
    fn rules_asked(&self) -> Cow<'_, [(&'static Rule, Severity)]> {
        match self.edition {
            Edition::LATEST => Cow::Borrowed(self.profile.rules_asked()),
            earlier => Cow::Owned(asked_in(earlier, &self.profile.rules)),
        }
    }
}

/// A rule's parameter as these settings give it, else its default in the edition.
fn parameter_in(
    edition: Edition,
    settings: &RuleSettings,
    code: &str,
    parameter: &Parameter,
) -> Decimal {
    let set = settings.get(code).and_then(|setting| setting.parameter(parameter.name));
    set.unwrap_or_else(|| edition.default_of(code, parameter))
}

/// The rules of an edition that these settings do not turn off, each with its severity.
pub(crate) fn asked_in(
    edition: Edition,
    settings: &RuleSettings,
) -> Vec<(&'static Rule, Severity)> {
    let rules = all().filter(|rule| edition.has(rule.since, rule.until));
    let asked = rules.filter_map(|rule| {
        let set = match settings.get(rule.code) {
            Some(RuleSetting::Off) => return None,
            Some(RuleSetting::Set { severity, .. }) => *severity,
            None => None,
        };
        Some((rule, set.unwrap_or_else(|| edition.severity_of(rule))))
    });
    asked.collect()
}

/// Asks the rules up to a phase, whichever the meeting has reached, that matter as much as this.
pub(crate) fn ask(view: &View<'_>, phase: Phase, least: Severity) -> Vec<Finding> {
    let mut findings = Findings::new();
    for (rule, severity) in &*view.rules_asked() {
        // The gravest comes first.
        if rule.phase <= phase && *severity <= least {
            findings.begin(rule, *severity);
            (rule.ask)(view, &mut findings);
        }
    }
    #[cfg(feature = "local-rules")]
    view.profile.local().ask(view, phase, least, &mut findings);
    // A finding may matter less than its rule does in general.
    let found = findings.in_order();
    found.into_iter().filter(|finding| finding.severity <= least).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_asked_is_what_is_explained() {
        assert!(
            super::all().map(|rule| rule.code).eq(super::rules().map(|definition| definition.code))
        );
    }
}
