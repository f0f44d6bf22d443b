//! Which rules never speak under a profile, and why.

use crate::profile::{Document, Profile, RuleSetting};
use crate::rules::{Definition, rules};
use crate::wire::{Node, Tree, Value, Writer};
use serde::Serialize;

/// A rule that never speaks under a profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "SilentRule"))]
#[non_exhaustive]
pub struct Silent {
    /// The rule.
    #[cfg_attr(test, schemars(with = "crate::schema::results::RuleCode"))]
    pub rule: &'static str,
    /// What it is about.
    pub title: &'static str,
    /// Whether the profile turns it off.
    pub is_off: bool,
    /// What it would need the profile to say: any one of these.
    pub needs: Vec<&'static str>,
}

impl Silent {
    /// Why it is silent, in words.
    pub fn why(&self) -> String {
        if self.is_off {
            "the profile turns it off".into()
        } else {
            format!("the profile does not say {}", self.needs.join(" or "))
        }
    }
}

/// The rules of the latest edition that never speak under a profile: turned off, or without what they need.
///
/// ```
/// use support_panel::{Profile, profile};
///
/// let bare = Profile::from_toml("id = \"ours\"\nversion = \"1\"\n")?;
/// let silent = profile::silent(&bare);
/// assert!(silent.iter().any(|rule| rule.rule == "SP203" && rule.needs == ["quorum"]));
/// assert!(!silent.iter().any(|rule| rule.rule == "SP601"), "it is asked of every panel");
/// # Ok::<(), support_panel::Error>(())
/// ```
pub fn silent(profile: &Profile) -> Vec<Silent> {
    in_document(profile)
}

pub(super) fn in_document(document: &Document) -> Vec<Silent> {
    let mut writer = Writer::compact();
    document.write(&mut writer);
    let said = Tree::document(&writer.finish()).ok();
    let says = |need: &str| said.as_ref().is_some_and(|said| says(said, need.split('.')));
    let latest = rules().filter(|rule| rule.until.is_none());
    latest
        .filter_map(|rule| {
            let is_off = document.rules.get(rule.code) == Some(&RuleSetting::Off);
            let needs = of_profile(rule);
            let lacks = !needs.is_empty() && !needs.iter().any(|need| says(need));
            (is_off || lacks).then_some(Silent {
                rule: rule.code,
                title: rule.title,
                is_off,
                needs: if lacks { needs } else { Vec::new() },
            })
        })
        .collect()
}

/// What a rule needs of a profile, and not of the one who asks.
fn of_profile(rule: &Definition) -> Vec<&'static str> {
    let needs = rule.needs.iter().copied();
    needs.filter(|need| !matches!(*need, "as_of" | "previous")).collect()
}

/// Whether a profile says something under these keys, in any item of a list.
fn says<'a>(said: &Tree, mut keys: impl Iterator<Item = &'a str> + Clone) -> bool {
    match &said.node {
        Node::List(items) => items.iter().any(|item| says(item, keys.clone())),
        _ => match keys.next() {
            Some(key) => said.get(key).is_some_and(|below| says(below, keys)),
            None => is_yes(said),
        },
    }
}

/// Whether a value asks for anything: `required = false` does not. An empty table that was written down does.
fn is_yes(value: &Tree) -> bool {
    match &value.node {
        Node::Text(_) => true,
        Node::Other(word) => word != "false",
        Node::List(items) => items.iter().any(is_yes),
        Node::Object(members) => {
            let mut values = members.iter().map(|member| &member.value).peekable();
            values.peek().is_none() || values.any(is_yes)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::Shape;

    /// A need that names no item of the profile would make its rule silent for ever.
    #[test]
    fn every_need_names_an_item_of_the_profile() {
        for rule in rules() {
            for need in of_profile(rule) {
                let mut shape = Document::SHAPE;
                for key in need.split('.') {
                    let items = match shape {
                        Shape::List(items) => items,
                        other => other,
                    };
                    let Shape::Object(members) = items else { panic!("{need}") };
                    let quoted = format!("\"{key}\":");
                    let (_, below) = members
                        .iter()
                        .find(|(known, _)| *known == key || *known == quoted)
                        .unwrap_or_else(|| panic!("{} needs {need}", rule.code));
                    shape = below;
                }
            }
        }
    }

    #[test]
    fn what_asks_for_nothing_is_not_said() {
        let silent = |toml: &str| {
            let profile = Profile::from_toml(format!("id = \"a\"\nversion = \"1\"\n{toml}"));
            in_document(&profile.unwrap()).iter().map(|silent| silent.rule).collect::<Vec<_>>()
        };
        assert!(silent("").contains(&"SP705"));
        assert!(silent("[feedback]\nrequired = false\n").contains(&"SP705"));
        assert!(!silent("[feedback]\nrequired = true\n").contains(&"SP705"));
        assert!(!silent("[inputs]\nmapping = {}\n").contains(&"SP210"));
        assert!(silent("[rules]\nSP601 = \"off\"\n").contains(&"SP601"));
    }
}
