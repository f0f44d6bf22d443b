//! What a rule found: where, about whom, and in which plain words.

use super::{Rule, Severity};
use crate::facts::{Fact, FactRef, fill};
use crate::limits;
use crate::record::Record;
use crate::wire::{Shape, Value};
use serde::Serialize;
use std::borrow::Cow;
use std::fmt::Write as _;

/// One thing that a person should look at. It points and never quotes: ids, codes, numbers and dates only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Finding {
    /// The rule.
    #[cfg_attr(test, schemars(with = "crate::schema::results::AnyRuleCode"))]
    pub code: Cow<'static, str>,
    /// How much it matters under the profile.
    pub severity: Severity,
    /// JSON Pointer to the member that would have to be added or changed, there or not.
    pub path: String,
    /// The id of the thing in a list that the path stands in.
    pub subject: Option<String>,
    /// One plain sentence.
    pub message: String,
    /// Pointers to what else it has to do with.
    pub related: Vec<String>,
    /// What the rule read, by name.
    #[serde(skip)]
    pub(super) facts: Vec<(&'static str, Fact)>,
}

/// One step of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    Key(&'static str),
    Item(usize),
}

impl From<&'static str> for Step {
    fn from(key: &'static str) -> Self {
        Self::Key(key)
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Self::Item(index)
    }
}

/// A path in a record: `pointer!("participants", i, "seat")`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Path(pub(crate) Vec<Step>);

macro_rules! pointer {
    ($($step:expr),+ $(,)?) => {
        $crate::rules::Path(vec![$($crate::rules::Step::from($step)),+])
    };
}
pub(crate) use pointer;

impl Path {
    /// The path as a JSON Pointer.
    pub(crate) fn text(&self) -> String {
        let mut text = String::with_capacity(self.0.len() * 12);
        for step in &self.0 {
            text.push('/');
            match step {
                Step::Key(key) => text.push_str(key),
                // A text takes everything.
                Step::Item(index) => drop(write!(text, "{index}")),
            }
        }
        text
    }

    /// Numbers that sort paths in canonical order: keys as the format lists them, a parent before its child.
    pub(crate) fn rank(&self) -> Vec<usize> {
        let mut shape = Record::SHAPE;
        let mut rank = Vec::with_capacity(self.0.len());
        for step in &self.0 {
            let (index, below) = match (step, shape) {
                (Step::Key(key), Shape::Object(keys)) => {
                    let found = keys.iter().enumerate().find(|(_, (k, _))| k == key);
                    found.map_or((usize::MAX, &Shape::Leaf), |(index, (_, below))| (index, *below))
                }
                (Step::Item(index), Shape::List(items)) => (*index, *items),
                _ => (usize::MAX, &Shape::Leaf),
            };
            rank.push(index);
            shape = below;
        }
        rank
    }
}

/// Gathers what the rules find, and puts it in order.
pub(crate) struct Findings {
    found: Vec<(Path, Finding)>,
    rule: (Cow<'static, str>, Severity),
    /// How many there may be at the end of the rule being asked.
    most: usize,
    /// Takes the place of what is left out.
    left_out: Option<Finding>,
}

impl Findings {
    pub(super) fn new() -> Self {
        Self {
            found: Vec::new(),
            rule: (Cow::Borrowed(""), Severity::Error),
            most: limits::FINDINGS_OF_A_RULE,
            left_out: None,
        }
    }

    pub(super) fn begin(&mut self, rule: &'static Rule, severity: Severity) {
        self.begin_with(Cow::Borrowed(rule.code), severity);
    }

    /// A rule of the council's own.
    #[cfg(feature = "local-rules")]
    pub(super) fn begin_local(&mut self, code: &str, severity: Severity) {
        self.begin_with(Cow::Owned(code.to_owned()), severity);
    }

    fn begin_with(&mut self, code: Cow<'static, str>, severity: Severity) {
        self.rule = (code, severity);
        self.most = self.found.len() + limits::FINDINGS_OF_A_RULE;
    }

    /// A finding of the council's own rule being asked, in its own words.
    #[cfg(feature = "local-rules")]
    pub(super) fn add_local(&mut self, path: Path, subject: Option<&str>, message: String) {
        self.add(path, subject, "", &[]).message = message;
    }

    /// Whether whatever else the rule finds is left out.
    pub(crate) fn are_full(&self) -> bool {
        self.found.len() >= self.most
    }

    /// A finding of the rule being asked. `template` is its sentence with `{name}` for each fact.
    pub(crate) fn add(
        &mut self,
        path: Path,
        subject: Option<&str>,
        template: &'static str,
        facts: &[(&'static str, FactRef<'_>)],
    ) -> &mut Finding {
        let (code, severity) = self.rule.clone();
        let mut finding = Finding {
            code,
            severity,
            path: String::new(),
            subject: None,
            message: String::new(),
            related: Vec::new(),
            facts: Vec::new(),
        };
        if self.are_full() {
            return self.left_out.insert(finding);
        }
        finding.path = path.text();
        finding.subject = subject.map(str::to_owned);
        finding.message = fill(template, facts);
        finding.facts = facts.iter().map(|(name, fact)| (*name, fact.to_fact())).collect();
        &mut self.found.push_mut((path, finding)).1
    }

    /// By path in canonical order, then code, then as the rule gave them: in the order of its subjects.
    pub(super) fn in_order(mut self) -> Vec<Finding> {
        if self.found.len() > 1 {
            self.found.sort_by_cached_key(|(path, finding)| (path.rank(), finding.code.clone()));
        }
        self.found.into_iter().map(|(_, finding)| finding).collect()
    }
}

impl Finding {
    /// Notes another path that the finding has to do with.
    pub(crate) fn relate(&mut self, path: Path) -> &mut Self {
        self.related.push(path.text());
        self
    }

    /// The ids, codes, numbers and dates that the rule read, by name.
    pub fn facts(&self) -> &[(&'static str, Fact)] {
        &self.facts
    }
}
