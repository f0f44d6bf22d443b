//! A rule in words, and a finding with what the rule read.

use super::{Definition, Finding, definition};
use crate::error::{Code, CodeDefinition, Error};
use crate::facts::Fact;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// What a code means: a rule's definition, or that of an error, a refusal or a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum Explanation {
    /// A rule.
    Rule(Definition),
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

/// Explains one finding.
pub fn explain_finding(finding: &Finding) -> Option<FindingExplained<'_>> {
    let definition = definition(finding.code).copied()?;
    Some(FindingExplained { definition, finding, read: finding.facts() })
}
