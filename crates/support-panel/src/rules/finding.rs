//! What a rule found: where, about whom, and in which plain words.

use super::{Rule, Severity};
use crate::limits;
use crate::record::Record;
use crate::wire::{Shape, Value};
use crate::{Date, Decimal, Id, Instant, Label};
use serde::Serialize;
use std::fmt::Write as _;

/// One thing that a person should look at. It points and never quotes: ids, codes, numbers and dates only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// The rule.
    pub code: &'static str,
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

/// Something a rule read. There is no variant for free text, so a message cannot carry any.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Fact {
    /// An id.
    Id(Id),
    /// A code or word of the format.
    Word(&'static str),
    /// A text that is not personal, such as a round.
    Label(Label),
    /// A number.
    Number(Decimal),
    /// A day.
    Date(Date),
    /// A moment.
    Instant(Instant),
}

/// A [`Fact`] that is still where the rule read it.
#[derive(Clone, Copy)]
pub(crate) enum Seen<'a> {
    Id(&'a Id),
    Word(&'static str),
    Label(&'a Label),
    Number(Decimal),
    Date(Date),
    Instant(Instant),
}

impl Seen<'_> {
    fn kept(self) -> Fact {
        match self {
            Self::Id(id) => Fact::Id(id.clone()),
            Self::Word(word) => Fact::Word(word),
            Self::Label(label) => Fact::Label(label.clone()),
            Self::Number(number) => Fact::Number(number),
            Self::Date(date) => Fact::Date(date),
            Self::Instant(instant) => Fact::Instant(instant),
        }
    }

    /// Hands its text over.
    fn spell<T>(self, to: impl FnOnce(&str) -> T) -> T {
        match self {
            Self::Id(id) => to(id),
            Self::Word(word) => to(word),
            Self::Label(label) => to(label),
            Self::Number(number) => number.spell(to),
            Self::Date(date) => date.spell(to),
            Self::Instant(instant) => instant.spell(to),
        }
    }
}

impl<'a> From<&'a Fact> for Seen<'a> {
    fn from(fact: &'a Fact) -> Self {
        match fact {
            Fact::Id(id) => Self::Id(id),
            Fact::Word(word) => Self::Word(word),
            Fact::Label(label) => Self::Label(label),
            Fact::Number(number) => Self::Number(*number),
            Fact::Date(date) => Self::Date(*date),
            Fact::Instant(instant) => Self::Instant(*instant),
        }
    }
}

impl std::fmt::Display for Fact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Seen::from(self).spell(|text| f.write_str(text))
    }
}

macro_rules! seen_from {
    ($($type:ty, $value:ident => $seen:expr;)+) => {
        $(impl<'a> From<$type> for Seen<'a> {
            fn from($value: $type) -> Self {
                $seen
            }
        })+
    };
}

seen_from! {
    &'a Id, id => Self::Id(id);
    &'a Label, label => Self::Label(label);
    &'static str, word => Self::Word(word);
    Decimal, number => Self::Number(number);
    u32, number => Self::Number(number.into());
    usize, number => Self::Number(u32::try_from(number).unwrap_or(u32::MAX).into());
    Date, date => Self::Date(date);
    Instant, instant => Self::Instant(instant);
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
    fn from(place: usize) -> Self {
        Self::Item(place)
    }
}

/// A place in a record: `pointer!("participants", i, "seat")`.
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
                Step::Item(place) => drop(write!(text, "{place}")),
            }
        }
        text
    }

    /// Numbers that sort paths in canonical order: keys as the format lists them, a parent before its child.
    fn rank(&self) -> Vec<usize> {
        let mut shape = Record::SHAPE;
        let mut rank = Vec::with_capacity(self.0.len());
        for step in &self.0 {
            let (place, below) = match (step, shape) {
                (Step::Key(key), Shape::Object(keys)) => {
                    let found = keys.iter().enumerate().find(|(_, (k, _))| k == key);
                    found.map_or((usize::MAX, &Shape::Leaf), |(place, (_, below))| (place, *below))
                }
                (Step::Item(place), Shape::List(items)) => (*place, *items),
                _ => (usize::MAX, &Shape::Leaf),
            };
            rank.push(place);
            shape = below;
        }
        rank
    }
}

/// Gathers what the rules find, and puts it in order.
pub(crate) struct Findings {
    found: Vec<(Path, Finding)>,
    rule: Option<(&'static str, Severity)>,
    /// How many there may be at the end of the rule being asked.
    most: usize,
    /// Takes the place of what is left out.
    left_out: Option<Finding>,
}

impl Findings {
    pub(super) fn new() -> Self {
        Self { found: Vec::new(), rule: None, most: limits::FINDINGS_OF_A_RULE, left_out: None }
    }

    pub(super) fn begin(&mut self, rule: &'static Rule, severity: Severity) {
        self.rule = Some((rule.code, severity));
        self.most = self.found.len() + limits::FINDINGS_OF_A_RULE;
    }

    /// Whether whatever else the rule finds is left out.
    pub(crate) fn are_full(&self) -> bool {
        self.found.len() >= self.most
    }

    /// A finding of the rule being asked. `words` is its sentence with `{name}` for each fact.
    pub(crate) fn add(
        &mut self,
        path: Path,
        subject: Option<&str>,
        words: &'static str,
        facts: &[(&'static str, Seen<'_>)],
    ) -> &mut Finding {
        let (code, severity) = self.rule.unwrap_or(("", Severity::Error));
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
        finding.message = filled(words, facts);
        finding.facts = facts.iter().map(|(name, seen)| (*name, seen.kept())).collect();
        &mut self.found.push_mut((path, finding)).1
    }

    /// By path in canonical order, then code, then as the rule gave them: in the order of its subjects.
    pub(super) fn in_order(mut self) -> Vec<Finding> {
        if self.found.len() > 1 {
            self.found.sort_by_cached_key(|(path, finding)| (path.rank(), finding.code));
        }
        self.found.into_iter().map(|(_, finding)| finding).collect()
    }
}

impl Finding {
    /// Notes another place that the finding has to do with.
    pub(crate) fn relate(&mut self, path: Path) -> &mut Self {
        self.related.push(path.text());
        self
    }

    /// The ids, codes, numbers and dates that the rule read, by name.
    pub fn facts(&self) -> &[(&'static str, Fact)] {
        &self.facts
    }
}

/// What stands before and after an ASCII character.
fn parted(text: &str, mark: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == mark)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// A sentence with each `{name}` replaced by its fact.
pub(crate) fn filled(words: &str, facts: &[(&'static str, Seen<'_>)]) -> String {
    let mut message = String::with_capacity(words.len() + 24);
    let mut rest = words;
    while let Some((plain, after)) = parted(rest, b'{') {
        message.push_str(plain);
        let (name, tail) = parted(after, b'}').unwrap_or((after, ""));
        match facts.iter().find(|(known, _)| *known == name) {
            Some((_, seen)) => seen.spell(|text| message.push_str(text)),
            None => debug_assert!(false, "{words} has no fact {name}"),
        }
        rest = tail;
    }
    message.push_str(rest);
    message
}
