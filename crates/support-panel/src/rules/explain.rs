//! A rule in words, and a finding with what the rule read.

use super::{Definition, Finding, Phase, Severity, definition};
use crate::Text;
use crate::error::{Code, CodeDefinition, Error};
use crate::facts::Fact;
use crate::profile::{LocalRule, Logic, Profile};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// What a code means: a rule's definition, or that of an error, a refusal or a reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum Explanation {
    /// A rule.
    Rule(Definition),
    /// A rule of a council's own.
    LocalRule(LocalDefinition),
    /// Any other code.
    Code(CodeDefinition),
}

/// All there is to say of a code.
///
/// # Errors
/// `unknown_code` where neither a rule nor any other code is called so.
pub fn explain(code: &str) -> Result<Explanation, Error> {
    let rule = definition(code).copied().map(Explanation::Rule);
    let other = || Code::from_word(code).map(|code| Explanation::Code(code.definition()));
    rule.or_else(other).ok_or_else(|| {
        Error::new(
            Code::UnknownCode,
            "",
            "found another code, expected one that rules() or codes() lists",
        )
    })
}

/// As [`explain`]; the code may also be that of one of the profile's own rules.
///
/// ```
/// use support_panel::{Explanation, Profile, explain_under};
///
/// let profile = Profile::from_toml(r#"
///     id = "ours"
///     version = "1"
///     [[local_rules]]
///     code = "LM001"
///     title = "No school named"
///     severity = "advice"
///     path = "/participants"
///     when = { "!" = { some = [{ var = "record.participants" }, { in = ["School", { var = "agency" }] }] } }
///     message = "No one from a school is invited."
/// "#)?;
/// let Explanation::LocalRule(rule) = explain_under("LM001", &profile)? else { unreachable!() };
/// assert_eq!(rule.title, "No school named");
/// # Ok::<(), support_panel::Error>(())
/// ```
///
/// # Errors
/// As [`explain`].
pub fn explain_under(code: &str, profile: &Profile) -> Result<Explanation, Error> {
    match profile.local_rules.iter().find(|rule| rule.code() == code) {
        Some(rule) => Ok(Explanation::LocalRule(rule.into())),
        None => explain(code),
    }
}

/// A rule of a council's own in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LocalDefinition {
    /// Its code.
    pub code: String,
    /// What is wrong where it fires, in a few words.
    pub title: String,
    /// How much it matters.
    pub severity: Severity,
    /// From when in a panel's life it is asked.
    pub phase: Phase,
    /// Why a panel should care, where the council says so.
    pub why: Option<String>,
    /// What to do where it fires, where the council says so.
    pub remedy: Option<String>,
    /// The list whose items it is asked of, one by one.
    pub for_each: Option<String>,
    /// What it is about: a JSON Pointer into the item, else into the record.
    pub path: Option<String>,
    /// When it fires, in JSON Logic.
    #[cfg_attr(test, schemars(with = "serde_json::Value"))]
    pub when: Logic,
    /// What it says where it fires.
    pub message: String,
}

impl From<&LocalRule> for LocalDefinition {
    fn from(rule: &LocalRule) -> Self {
        let text = |text: &Option<Text>| text.as_ref().map(|text| text.as_str().to_owned());
        Self {
            code: rule.code().to_owned(),
            title: rule.title.as_str().to_owned(),
            severity: rule.severity,
            phase: rule.asked_from(),
            why: text(&rule.why),
            remedy: text(&rule.remedy),
            for_each: text(&rule.for_each),
            path: text(&rule.path),
            when: rule.when.clone(),
            message: rule.message.as_str().to_owned(),
        }
    }
}

/// A finding beside the definition of its rule, with the ids, codes, numbers and dates that the rule read.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FindingExplained<'a> {
    /// The rule.
    #[serde(flatten)]
    pub definition: Definition,
    /// The finding.
    pub finding: &'a Finding,
    /// What the rule read, by name.
    #[serde(serialize_with = "as_map")]
    #[cfg_attr(test, schemars(with = "std::collections::BTreeMap<&str, Fact>"))]
    pub read: &'a [(&'static str, Fact)],
}

fn as_map<S: Serializer>(
    facts: &&[(&'static str, Fact)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(facts.len()))?;
    for (name, fact) in *facts {
        map.serialize_entry(name, fact)?;
    }
    map.end()
}

/// Explains one finding; not one of a rule of a council's own, which [`explain_under`] explains by its code.
pub fn explain_finding(finding: &Finding) -> Option<FindingExplained<'_>> {
    let definition = definition(&finding.code).copied()?;
    Some(FindingExplained { definition, finding, read: finding.facts() })
}
