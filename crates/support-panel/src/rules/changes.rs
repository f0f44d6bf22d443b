//! What each edition of the rules changed: which rules, severities and defaults judge a record.

use super::{Definition, Parameter, Rule, Severity, rules};
use crate::Decimal;
use crate::edition::Edition;
use serde::Serialize;

/// How a rule stood until an edition changed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Change {
    /// The rule.
    pub code: &'static str,
    /// What it had before.
    pub before: Before,
}

/// What an edition may change of a rule, with its earlier value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Before {
    /// The default severity.
    Severity(Severity),
    /// The default of the parameter with this name.
    Parameter(&'static str, Decimal),
}

impl Edition {
    /// What this edition changed of rules that were there before; rules that came or ended say so in `since`
    /// and `until`.
    pub const fn changes(self) -> &'static [Change] {
        match self {
            Self::V2026_1 | Self::V2026_2 => &[],
        }
    }

    /// The rules of this edition, in the order of their codes.
    ///
    /// ```
    /// use support_panel::Edition;
    ///
    /// let edition: Edition = "2026.1".parse()?;
    /// assert!(edition.rules().all(|rule| rule.since <= edition));
    /// # Ok::<(), support_panel::Error>(())
    /// ```
    pub fn rules(self) -> impl Iterator<Item = &'static Definition> {
        rules().filter(move |rule| self.has(rule.since, rule.until))
    }

    /// A rule's severity in this edition, unless a profile sets another.
    pub(crate) fn severity_of(self, rule: &Rule) -> Severity {
        earlier(self.later_changes(), rule.code, |before| match before {
            Before::Severity(severity) => Some(severity),
            Before::Parameter(..) => None,
        })
        .unwrap_or(rule.severity)
    }

    /// A parameter's default in this edition.
    pub(crate) fn default_of(self, code: &str, parameter: &Parameter) -> Decimal {
        earlier(self.later_changes(), code, |before| match before {
            Before::Parameter(name, default) if name == parameter.name => Some(default),
            _ => None,
        })
        .unwrap_or(parameter.default)
    }

    /// What later editions changed, oldest first.
    fn later_changes(self) -> impl Iterator<Item = &'static Change> {
        let later = Self::ALL.iter().filter(move |edition| **edition > self);
        later.flat_map(|edition| edition.changes())
    }
}

/// What a rule had before the first of some changes, of those that `pick` picks.
fn earlier<'a, T>(
    mut changes: impl Iterator<Item = &'a Change>,
    code: &str,
    pick: impl Fn(Before) -> Option<T>,
) -> Option<T> {
    changes.find_map(|change| (change.code == code).then(|| pick(change.before)).flatten())
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHANGES: [Change; 3] = [
        Change { code: "SP303", before: Before::Severity(Severity::Warning) },
        Change { code: "SP303", before: Before::Parameter("over", Decimal::ZERO) },
        Change { code: "SP303", before: Before::Severity(Severity::Error) },
    ];

    fn severity(before: Before) -> Option<Severity> {
        match before {
            Before::Severity(severity) => Some(severity),
            Before::Parameter(..) => None,
        }
    }

    #[test]
    fn the_first_later_change_tells_what_a_rule_had() {
        assert_eq!(earlier(CHANGES.iter(), "SP303", severity), Some(Severity::Warning));
        assert_eq!(earlier(CHANGES[1..].iter(), "SP303", severity), Some(Severity::Error));
        assert_eq!(earlier(CHANGES.iter(), "SP304", severity), None);
    }

    #[test]
    fn a_rule_is_asked_from_its_edition_until_another_ends_it() {
        let (first, second) = (Edition::V2026_1, Edition::V2026_2);
        assert!(first.has(first, None) && second.has(first, None) && second.has(second, None));
        assert!(!first.has(second, None) && !second.has(first, Some(second)));
        assert!(first.has(first, Some(second)));
    }

    #[test]
    fn every_edition_is_found_by_its_name_and_no_other() {
        assert!(Edition::ALL.is_sorted() && Edition::ALL.ends_with(&[Edition::LATEST]));
        for edition in Edition::ALL {
            assert_eq!(edition.as_str().parse::<Edition>().ok(), Some(*edition));
        }
        assert_eq!("2025.1".parse::<Edition>().unwrap_err().code(), "unknown_edition");
    }

    #[test]
    fn changes_are_of_rules_and_parameters_that_there_are() {
        for edition in Edition::ALL {
            for change in edition.changes() {
                let rule = rules().find(|rule| rule.code == change.code).unwrap();
                assert!(rule.since < *edition, "{} came with {edition}", rule.code);
                if let Before::Parameter(name, _) = change.before {
                    assert!(rule.parameters.iter().any(|known| known.name == name), "{name}");
                }
            }
        }
    }
}
