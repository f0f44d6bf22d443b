//! What changed from one profile to another, in words, and what follows for the records made under them.

use super::extends::NAMES;
use super::{Profile, silent};
use crate::record::Category;
use crate::wire::{Node, Tree, string_enum};
use serde::Serialize;
use std::collections::BTreeSet;

string_enum! {
    /// What follows from a difference for records made under the two profiles.
    pub enum Consequence #[non_exhaustive] {
        /// Records made under the two cannot be told apart.
        SameVersion = "same_version",
        /// Numbers given under the two are not comparable.
        NotComparable = "not_comparable",
        /// A record that names it does not fit the other profile.
        RecordsNameIt = "records_name_it",
        /// Entries of a kind have no column.
        NoColumn = "no_column",
        /// The same decision means something else.
        MeansOther = "means_other",
        /// A rule begins or ceases to speak.
        RuleSpeaks = "rule_speaks",
    }
}

/// Something that is not the same in two profiles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "ProfileDifference"))]
#[non_exhaustive]
pub struct Difference {
    /// What it is about: keys, and ids for the items of lists.
    pub path: String,
    /// What changed, in words.
    pub message: String,
    /// What follows from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub consequence: Option<Consequence>,
}

/// The differences from one profile to another, in the order of the format, and then the rules that speak or do not.
///
/// ```
/// use support_panel::profile::{Consequence, diff};
/// use support_panel::Profile;
///
/// let old = Profile::built_in("leicester-masp")?;
/// let new = Profile::from_toml(r#"
///     extends = "leicester-masp"
///     id = "leicester-masp"
///     version = "2027.1"
///     [[scales]]
///     id = "panel"
///     anchors = { max = "The family needs no one but itself" }
/// "#)?;
/// let changed = diff(&old, &new);
/// let anchor = changed.iter().find(|it| it.path == "/scales/panel/anchors/max").unwrap();
/// assert_eq!(anchor.consequence, Some(Consequence::NotComparable));
/// assert!(anchor.message.ends_with("Numbers from before and after are no longer comparable."));
/// # Ok::<(), support_panel::Error>(())
/// ```
pub fn diff(old: &Profile, new: &Profile) -> Vec<Difference> {
    let tree = |profile: &Profile| Tree::document(&profile.to_json()).ok();
    let mut differences = Differences(Vec::new());
    if let (Some(a), Some(b)) = (tree(old), tree(new)) {
        differences.tables(&a, &b, "", None);
    }
    let is_changed = !differences.0.is_empty();
    if is_changed && old.id == new.id && old.version == new.version {
        let message = "The two have the same id and version: records made under them cannot be told apart. Give the changed one a new version.";
        differences.0.insert(
            0,
            Difference {
                path: "/version".into(),
                message: message.into(),
                consequence: Some(Consequence::SameVersion),
            },
        );
    }
    differences.columns(old, new);
    differences.rules(old, new);
    differences.0
}

/// What an item of a list is called, by the list.
const ITEMS: [(&str, &str); 10] = [
    ("statuses", "case status"),
    ("seats", "role"),
    ("columns", "column"),
    ("questions", "question"),
    ("scales", "scale"),
    ("agenda", "stage"),
    ("decisions", "decision"),
    ("sections", "box of the case system"),
    ("plain_language", "plain word"),
    ("local_rules", "local rule"),
];

/// The condition of a local rule, which is told of as it is written.
const CONDITION: &str = "when";

/// Lists whose ids records name.
const NAMED_BY_RECORDS: [&str; 5] = ["statuses", "seats", "scales", "agenda", "decisions"];

struct Differences(Vec<Difference>);

impl Differences {
    fn add(&mut self, path: &str, message: String, consequence: Option<Consequence>) {
        let message = match consequence.and_then(told) {
            Some(told) => format!("{message} {told}"),
            None => message,
        };
        self.0.push(Difference { path: path.to_owned(), message, consequence });
    }

    /// The members of two tables; `of` is what they belong to, in words.
    fn tables(&mut self, a: &Tree, b: &Tree, path: &str, of: Option<&str>) {
        let keys = |tree: &Tree| {
            let members = tree.members().into_iter().flat_map(|members| members.iter());
            members.map(|member| member.key.clone()).collect::<Vec<_>>()
        };
        let mut all = keys(a);
        for key in keys(b) {
            if !all.contains(&key) {
                all.push(key);
            }
        }
        for key in all {
            self.values(a.get(&key), b.get(&key), &format!("{path}/{key}"), &key, of);
        }
    }

    fn values(
        &mut self,
        a: Option<&Tree>,
        b: Option<&Tree>,
        path: &str,
        key: &str,
        of: Option<&str>,
    ) {
        let item = ITEMS.iter().find(|(list, _)| *list == key).map(|(_, item)| *item);
        if let Some(item) = item {
            return self.lists(items(a), items(b), path, key, item);
        }
        let is_table = |tree: Option<&Tree>| key != CONDITION && tree.is_none_or(is_settings);
        if is_table(a) && is_table(b) {
            let empty = Node::Object(crate::wire::Members::default()).into();
            let about = match of {
                Some(of) => format!("{of}, {}", plain(key)),
                None => capital(&plain(key)),
            };
            let (was_none, is_none) = (a.is_none(), b.is_none());
            let (a, b) = (a.unwrap_or(&empty), b.unwrap_or(&empty));
            let before = self.0.len();
            self.tables(a, b, path, Some(&about));
            if before == self.0.len() && was_none != is_none {
                let message = if was_none { "is now asked for" } else { "is no longer asked for" };
                self.add(path, format!("{about} {message}."), None);
            }
            return;
        }
        let said = |tree: &Tree| if key == CONDITION { tree.to_json() } else { said(tree) };
        let (a, b) = (a.map(said), b.map(said));
        if a == b {
            return;
        }
        let about = match of {
            Some(of) => format!("{of}: {}", plain(key)),
            None => capital(&plain(key)),
        };
        let message = match (a, b) {
            (Some(a), Some(b)) => format!("{about} was {a}, is now {b}."),
            (None, Some(b)) => format!("{about} is now {b}; nothing was said before."),
            (Some(a), None) => format!("{about} was {a}; nothing is said now."),
            (None, None) => return,
        };
        self.add(path, message, follows(path));
    }

    fn lists(&mut self, a: &[Tree], b: &[Tree], path: &str, list: &str, item: &str) {
        let consequence = NAMED_BY_RECORDS.contains(&list).then_some(Consequence::RecordsNameIt);
        for gone in a.iter().filter(|old| find(b, old).is_none()) {
            let message = format!("The {item} {} is gone.", name(gone));
            self.add(&format!("{path}/{}", id(gone)), message, consequence);
        }
        for new in b {
            let path = format!("{path}/{}", id(new));
            match find(a, new) {
                None => self.add(&path, format!("New {item}: {}.", name(new)), None),
                Some(old) => {
                    let of = format!("{} {}", capital(item), name(old));
                    self.tables(old, new, &path, Some(&of));
                }
            }
        }
        let order = |these: &[Tree], others: &[Tree]| {
            let kept = these.iter().filter(|item| find(others, item).is_some());
            kept.map(|item| id(item).to_owned()).collect::<Vec<_>>()
        };
        if order(a, b) != order(b, a) {
            let names: Vec<_> = b.iter().map(name).collect();
            self.add(path, format!("The order is now {}.", names.join(", ")), None);
        }
    }

    fn columns(&mut self, old: &Profile, new: &Profile) {
        let has = |profile: &Profile, category| profile.column_of(category).is_some();
        for category in Category::ALL {
            if has(old, *category) && !has(new, *category) && !new.columns.is_empty() {
                let message = format!("No column holds {} any more.", plain(category.as_str()));
                self.add("/columns", message, Some(Consequence::NoColumn));
            }
        }
    }

    fn rules(&mut self, old: &Profile, new: &Profile) {
        let codes = |profile: &Profile| -> BTreeSet<&str> {
            silent(profile).iter().map(|silent| silent.rule).collect()
        };
        let (a, b) = (codes(old), codes(new));
        for (silent, what) in
            [(b.difference(&a), "is silent now"), (a.difference(&b), "speaks now")]
        {
            for code in silent {
                let title = crate::rules::definition(code).map_or("", |rule| rule.title);
                let path = format!("/rules/{code}");
                let message = format!("{code} ({title}) {what}.");
                self.add(&path, message, Some(Consequence::RuleSpeaks));
            }
        }
    }
}

fn told(consequence: Consequence) -> Option<&'static str> {
    match consequence {
        Consequence::NotComparable => {
            Some("Numbers from before and after are no longer comparable.")
        }
        Consequence::RecordsNameIt => Some(
            "A record that names it does not fit the new version (SP103): check it under the old one.",
        ),
        Consequence::NoColumn => Some("Such entries of earlier maps have nowhere to stand."),
        Consequence::MeansOther => {
            Some("The same decision means something else from here on: count the two apart.")
        }
        Consequence::SameVersion | Consequence::RuleSpeaks => None,
    }
}

/// What follows from another value under a path of keys and ids.
fn follows(path: &str) -> Option<Consequence> {
    let steps: Vec<&str> = path.split('/').skip(1).collect();
    match steps.as_slice() {
        ["scales", _, "min" | "max" | "step" | "higher_is" | "anchors" | "points", ..] => {
            Some(Consequence::NotComparable)
        }
        ["decisions", _, "direction"] => Some(Consequence::MeansOther),
        _ => None,
    }
}

fn items(tree: Option<&Tree>) -> &[Tree] {
    match tree.map(|tree| &tree.node) {
        Some(Node::List(items)) => items,
        _ => &[],
    }
}

/// Whether it is a table that is compared member by member; a timescale is one thing.
fn is_settings(tree: &Tree) -> bool {
    tree.members().is_some() && timescale(tree).is_none()
}

fn timescale(tree: &Tree) -> Option<String> {
    let mut members = tree.members()?.iter();
    let (member, None) = (members.next()?, members.next()) else { return None };
    let Node::Other(number) = &member.value.node else { return None };
    let is_unit =
        matches!(member.key.as_str(), "days" | "weeks" | "months" | "working_days" | "hours");
    is_unit.then(|| {
        let unit = plain(&member.key);
        let unit = if number == "1" { unit.trim_end_matches('s') } else { &unit };
        format!("{number} {unit}")
    })
}

/// An item of a list is the same where its id is.
fn find<'a>(items: &'a [Tree], wanted: &Tree) -> Option<&'a Tree> {
    items.iter().find(|item| id(item) == id(wanted))
}

fn id(item: &Tree) -> &str {
    NAMES.into_iter().find_map(|key| item.get(key)?.as_text()).unwrap_or_default()
}

/// What people call an item: its title, else its id.
fn name(item: &Tree) -> String {
    let names = ["title", "label", "heading", "prompt", "text", "term"];
    let name = names.into_iter().find_map(|key| item.get(key)?.as_text());
    format!("\"{}\"", name.unwrap_or_else(|| id(item)))
}

fn said(tree: &Tree) -> String {
    match &tree.node {
        Node::Text(text) => format!("\"{text}\""),
        Node::Other(word) => match word.as_str() {
            "true" => "yes".into(),
            "false" => "no".into(),
            number => number.to_owned(),
        },
        Node::List(items) if items.is_empty() => "none".into(),
        Node::List(items) => items.iter().map(said).collect::<Vec<_>>().join(", "),
        Node::Object(members) => timescale(tree).unwrap_or_else(|| {
            let each = members
                .iter()
                .map(|member| format!("{} {}", plain(&member.key), said(&member.value)));
            each.collect::<Vec<_>>().join(" ")
        }),
    }
}

fn plain(key: &str) -> String {
    key.replace('_', " ")
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
