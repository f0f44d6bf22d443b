//! What changed of the rules from one edition to another, or from one profile to another.

use super::{Edition, Rule, Severity, asked_in, definition, parameter_in};
use crate::Decimal;
use crate::profile::{LocalRule, Profile, RuleSettings, silent};
use crate::wire::string_enum;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The rules as an edition has them, under a profile where one is given.
///
/// ```
/// use support_panel::{Edition, RuleChange, RulesOf, rules_diff};
///
/// let changed = rules_diff(RulesOf::edition(Edition::V2026_1), RulesOf::edition(Edition::V2026_2));
/// let mark = changed.iter().find(|it| it.code == "SP801").unwrap();
/// assert_eq!(mark.change, RuleChange::Came);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct RulesOf<'a> {
    edition: Edition,
    profile: Option<&'a Profile>,
}

impl<'a> RulesOf<'a> {
    /// Those of an edition, as no profile has changed them.
    pub fn edition(edition: Edition) -> Self {
        Self { edition, profile: None }
    }

    /// Those that are asked under a profile, in the latest edition.
    pub fn profile(profile: &'a Profile) -> Self {
        Self { edition: Edition::LATEST, profile: Some(profile) }
    }

    /// The same in another edition.
    pub fn in_edition(self, edition: Edition) -> Self {
        Self { edition, ..self }
    }

    /// What is asked, by code.
    fn asked(self) -> BTreeMap<&'a str, Asked<'a>> {
        let silent = self.profile.map(silent).unwrap_or_default();
        let as_they_are = RuleSettings::default();
        let settings = self.profile.map_or(&as_they_are, |profile| &profile.rules);
        let speaks = |rule: &Rule| !silent.iter().any(|silent| silent.rule == rule.code);
        let asked = asked_in(self.edition, settings).into_iter();
        let ours = asked.filter(|(rule, _)| speaks(rule)).map(|(rule, severity)| {
            let parameters = rule.parameters.iter().map(|parameter| {
                (parameter.name, parameter_in(self.edition, settings, rule.code, parameter))
            });
            let title = definition(rule.code).map_or("", |rule| rule.title);
            (rule.code, Asked { title, severity, parameters: parameters.collect(), own: None })
        });
        let own = self.profile.into_iter().flat_map(|profile| &profile.local_rules).map(|rule| {
            let (title, severity) = (rule.title.as_str(), rule.severity);
            (rule.code(), Asked { title, severity, parameters: Vec::new(), own: Some(rule) })
        });
        ours.chain(own).collect()
    }
}

/// A rule that is asked.
struct Asked<'a> {
    title: &'a str,
    severity: Severity,
    parameters: Vec<(&'static str, Decimal)>,
    own: Option<&'a LocalRule>,
}

string_enum! {
    /// What became of a rule.
    pub enum RuleChange #[non_exhaustive] {
        /// It is asked now, and was not.
        Came = "came",
        /// It is not asked any more.
        Went = "went",
        /// It matters more or less.
        Severity = "severity",
        /// A number of it is another.
        Parameter = "parameter",
        /// A council's own rule asks, or says, something else.
        Meaning = "meaning",
    }
}

/// A rule that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RuleDifference {
    /// The rule.
    #[cfg_attr(test, schemars(with = "crate::schema::results::AnyRuleCode"))]
    pub code: String,
    /// What is wrong where it fires, in a few words.
    pub title: String,
    /// What became of it.
    pub change: RuleChange,
    /// Which number of it is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter: Option<&'static str>,
    /// What was there before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What is there now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// The same in words.
    pub message: String,
}

/// The rules that came, that went, and that changed, in the order of their codes.
pub fn rules_diff(old: RulesOf<'_>, new: RulesOf<'_>) -> Vec<RuleDifference> {
    let (before, after) = (old.asked(), new.asked());
    let mut differences = Vec::new();
    let codes: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
    for code in codes {
        match (before.get(code), after.get(code)) {
            (None, Some(rule)) => {
                let message = format!("{code} ({}) is asked now.", rule.title);
                differences.push(RuleDifference::new(code, rule.title, RuleChange::Came, message));
            }
            (Some(rule), None) => {
                let message = format!("{code} ({}) is not asked any more.", rule.title);
                differences.push(RuleDifference::new(code, rule.title, RuleChange::Went, message));
            }
            (Some(old), Some(new)) => differences.extend(changes(code, old, new)),
            (None, None) => {}
        }
    }
    differences
}

fn changes(code: &str, old: &Asked<'_>, new: &Asked<'_>) -> Vec<RuleDifference> {
    let title = new.title;
    let mut changes = Vec::new();
    if old.severity != new.severity {
        let (was, is) = (old.severity.as_str(), new.severity.as_str());
        let message = format!("{code} ({title}) was {was}, is now {is}.");
        let change = RuleDifference::new(code, title, RuleChange::Severity, message);
        changes.push(change.between(was, is));
    }
    for ((name, was), (_, is)) in old.parameters.iter().zip(&new.parameters) {
        if was != is {
            let message =
                format!("{code} ({title}): {} was {was}, is now {is}.", name.replace('_', " "));
            let change = RuleDifference::new(code, title, RuleChange::Parameter, message);
            let change = change.between(&was.to_string(), &is.to_string());
            changes.push(RuleDifference { parameter: Some(name), ..change });
        }
    }
    if let (Some(old), Some(new)) = (old.own, new.own)
        && !old.asks_the_same_as(new)
    {
        let message = format!("{code} ({title}) asks or says something else.");
        changes.push(RuleDifference::new(code, title, RuleChange::Meaning, message));
    }
    changes
}

impl RuleDifference {
    fn new(code: &str, title: &str, change: RuleChange, message: String) -> Self {
        let (code, title) = (code.to_owned(), title.to_owned());
        Self { code, title, change, parameter: None, before: None, after: None, message }
    }

    fn between(self, was: &str, is: &str) -> Self {
        Self { before: Some(was.to_owned()), after: Some(is.to_owned()), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(toml: &str) -> Profile {
        Profile::from_toml(format!("id = \"a\"\nversion = \"1\"\n{toml}")).unwrap()
    }

    fn told(old: &str, new: &str) -> Vec<(String, &'static str)> {
        let (old, new) = (profile(old), profile(new));
        let changes = rules_diff(RulesOf::profile(&old), RulesOf::profile(&new));
        changes.into_iter().map(|it| (it.code, it.change.as_str())).collect()
    }

    #[test]
    fn the_second_edition_brought_what_the_changelog_says() {
        let changes =
            rules_diff(RulesOf::edition(Edition::V2026_1), RulesOf::edition(Edition::V2026_2));
        let came: Vec<_> = changes.iter().map(|it| it.code.as_str()).collect();
        let expected = [
            "SP111", "SP112", "SP214", "SP215", "SP410", "SP613", "SP708", "SP709", "SP710",
            "SP801", "SP802", "SP803", "SP804",
        ];
        assert_eq!(came, expected);
        assert!(changes.iter().all(|it| it.change == RuleChange::Came));
    }

    #[test]
    fn back_again_is_the_same_the_other_way_round() {
        let (first, second) =
            (RulesOf::edition(Edition::V2026_1), RulesOf::edition(Edition::V2026_2));
        let codes = |changes: Vec<RuleDifference>| -> Vec<_> {
            changes.into_iter().map(|it| it.code).collect()
        };
        assert_eq!(codes(rules_diff(first, second)), codes(rules_diff(second, first)));
        assert!(rules_diff(first, first).is_empty() && rules_diff(second, second).is_empty());
    }

    #[test]
    fn a_profile_turns_rules_off_and_sets_them_otherwise() {
        let change = |code: &str, change| (code.to_owned(), change);
        assert_eq!(told("", "[rules]\nSP601 = \"off\"\n"), [change("SP601", "went")]);
        assert_eq!(told("[rules]\nSP601 = \"off\"\n", ""), [change("SP601", "came")]);
        assert_eq!(
            told("", "[rules]\nSP601 = { severity = \"advice\" }\n"),
            [change("SP601", "severity")]
        );
        assert_eq!(
            told("", "[rules]\nSP611 = { until_age = 10 }\n"),
            [change("SP611", "parameter")]
        );
        assert_eq!(told("", "[quorum]\nmin_agencies = 3\n"), [change("SP203", "came")]);
    }

    #[test]
    fn rules_of_the_councils_own_come_go_and_change() {
        let own = |severity: &str, when: &str| {
            format!(
                "[[local_rules]]\ncode = \"LM001\"\ntitle = \"x\"\nseverity = \"{severity}\"\npath = \"/outcome\"\nwhen = {when}\nmessage = \"x\"\n"
            )
        };
        let change = |change| ("LM001".to_owned(), change);
        let (yes, no) = (own("advice", "true"), own("advice", "{ \"!\" = true }"));
        assert_eq!(told("", &yes), [change("came")]);
        assert_eq!(told(&yes, ""), [change("went")]);
        assert_eq!(told(&yes, &no), [change("meaning")]);
        assert_eq!(told(&yes, &own("error", "true")), [change("severity")]);
        assert_eq!(told(&yes, &yes), []);
    }
}
