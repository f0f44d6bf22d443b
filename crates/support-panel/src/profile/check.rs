//! What is wrong with a profile, all at once, and what it leaves open.

mod doubts;
mod repair;
mod silent;
mod wording;

pub use doubts::{Doubt, Warning};
pub use silent::{Silent, silent};

use super::{Document, Profile, extends, toml_text, verify};
use crate::error::{Code, Error, Location};
use crate::json_document;
use crate::wire::{Spot, Tree};
use serde::Serialize;
use std::ops::Range;
use wording::{Found, Syntax};

/// A profile with more faults than these is one to begin again: the rest are left out.
pub const MOST_FAULTS: usize = 100;

/// What is wrong with a profile, or what it leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "ProfileCheck"))]
#[non_exhaustive]
pub struct Checked {
    /// What must be put right before a panel can be held under it, in the order of the text.
    pub faults: Vec<Fault>,
    /// What reads and is still worth a look; only of a profile without faults.
    pub warnings: Vec<Warning>,
    /// The rules that never speak under it, and why; only of a profile without faults.
    pub silent: Vec<Silent>,
    /// How many there are of what: "12 roles, 6 stages"; only of a profile without faults.
    pub counts: Vec<Count>,
}

/// A fault of a profile. A profile holds nothing about people, so that it quotes what it found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "ProfileFault"))]
#[non_exhaustive]
pub struct Fault {
    /// What kind of fault it is.
    pub code: Code,
    /// JSON Pointer to the member at fault, in the profile with what it extends merged in.
    pub path: String,
    /// The line, from 1; none where no line of this text says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The column in that line, in characters from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// The word, number or key that stands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// The known one nearest to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest: Option<String>,
    /// What was found and what was expected.
    pub message: String,
    /// What to write instead.
    pub remedy: String,
}

/// How many there are of something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "ProfileCount"))]
#[non_exhaustive]
pub struct Count {
    /// Of what: `roles`, `stages`.
    pub of: &'static str,
    /// How many.
    pub n: usize,
}

/// Every fault of a profile in TOML or JSON, which may extend one of `bases`; of one that has none, what it leaves open.
///
/// ```
/// let checked = support_panel::profile::check(r#"
/// id = "our-panel"
/// version = "1"
/// titel = "Our panel"
///
/// [chair]
/// seats = ["servce_manager"]
///
/// [[seats]]
/// id = "service_manager"
/// "#, &[]);
/// let [title, chair] = &checked.faults[..] else { unreachable!() };
/// assert_eq!((title.line, title.nearest.as_deref()), (Some(4), Some("title")));
/// assert_eq!((chair.line, chair.word.as_deref()), (Some(7), Some("servce_manager")));
/// assert_eq!(chair.remedy, "Write \"service_manager\".");
/// ```
pub fn check(profile: impl AsRef<[u8]>, bases: &[Profile]) -> Checked {
    let text = match json_document::text(profile.as_ref()) {
        Ok(text) => text,
        Err(error) => return Checked::of(vec![unread(&error)]),
    };
    let syntax = Syntax::of(text);
    let (tree, broken) = match syntax {
        Syntax::Toml => toml_text::recovered(text),
        Syntax::Json => match Tree::document(text) {
            Ok(tree) => (tree, Vec::new()),
            Err(fault) => return Checked::of(vec![unread(&fault.in_text(text))]),
        },
    };
    let (tree, refusals) = extends::merged(tree, bases);
    let is_partial = !broken.is_empty()
        || refusals.iter().any(|it| matches!(it.code, Code::UnknownBase | Code::ExtendsItself));
    let mut checker =
        Checker { text, syntax, tree, is_partial, faults: Vec::new(), unread: Vec::new() };
    for error in &broken {
        let start = error.offset().map_or(0, |offset| offset as usize);
        let line = error.line().and_then(|line| text.lines().nth(line as usize - 1));
        let word = line.map(|line| wording::clipped(line.trim()));
        checker.faults.push((start, Fault { word, ..unread(error) }));
    }
    for refusal in refusals {
        let start = refusal.at.clone();
        checker.add(
            refusal.code,
            refusal.path,
            start,
            Found::new(refusal.word, refusal.message.into(), &refusal.known),
        );
    }
    let document = checker.document();
    if let Some(document) = &document {
        checker.flaws(document);
    }
    match document {
        Some(document) if checker.faults.is_empty() => checker.left_open(&document),
        _ => {
            checker.faults.sort_by_key(|(start, _)| *start);
            checker.faults.truncate(MOST_FAULTS);
            Checked::of(checker.faults.into_iter().map(|(_, fault)| fault).collect())
        }
    }
}

impl Checked {
    fn of(faults: Vec<Fault>) -> Self {
        Self { faults, warnings: Vec::new(), silent: Vec::new(), counts: Vec::new() }
    }

    /// Whether a panel can be held under the profile.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }
}

/// A fault of the text itself.
fn unread(error: &Error) -> Fault {
    Fault {
        code: error.code(),
        path: error.path().to_owned(),
        line: error.line(),
        column: error.column(),
        word: None,
        nearest: None,
        message: error.message().to_owned(),
        remedy: error.code().definition().remedy.to_owned(),
    }
}

struct Checker<'a> {
    text: &'a str,
    syntax: Syntax,
    tree: Tree,
    /// Whether parts could not be made out, so that what is missing may only be unread.
    is_partial: bool,
    /// Each with where in the text it begins.
    faults: Vec<(usize, Fault)>,
    /// The pointers of what does not read.
    unread: Vec<String>,
}

impl Checker<'_> {
    fn add(&mut self, code: Code, path: String, at: Option<Range<usize>>, found: Found<'_>) {
        if self.is_partial && matches!(code, Code::MissingKey | Code::BadReference) {
            return;
        }
        let location = at.map(|at| (at.start, Location::in_text(self.text, at.start)));
        let (message, remedy) = found.in_words(code, &path, self.syntax);
        let start = location.map_or(0, |(start, _)| start);
        let fault = Fault {
            line: location.map(|(_, location)| location.line()),
            column: location.map(|(_, location)| location.column()),
            nearest: found.nearest(code).map(str::to_owned),
            word: found.word,
            code,
            path,
            message,
            remedy,
        };
        self.faults.push((start, fault));
    }

    /// Reads the tree again and again, each time without the fault that was met before.
    fn document(&mut self) -> Option<Document> {
        while self.faults.len() < MOST_FAULTS {
            let fault = match json_document::read::<Document>(&self.tree.to_json()) {
                Ok(document) => return Some(document),
                Err(fault) => fault,
            };
            let spot = self.tree.at_offset(fault.offset);
            let is_missing = fault.code == Code::MissingKey;
            let mut path = match spot.path.split_last() {
                Some((_, above)) if spot.is_key => self.tree.pointer(above),
                _ => self.tree.pointer(&spot.path),
            };
            // At the end of an object the reader alone knows which of its members is meant.
            let member = fault.pointer().rsplit_once('/').map(|(_, last)| last.to_owned());
            let member = member.filter(|_| is_missing || fault.code == Code::BadScale);
            let mut told = spot.clone();
            if let Some(member) = &member {
                path = format!("{path}/{member}");
                told.path = self.tree.path_to(&path);
            }
            let word = if is_missing { None } else { wording::word(&self.tree, &told, &path) };
            let message = format!("found {}, expected {}", fault.found, fault.expected);
            let known: Vec<String> = fault.known.iter().map(|&known| known.to_owned()).collect();
            let at = self.tree.place(&told);
            let found = Found::new(word, message, &known);
            let nearest = found.nearest(fault.code).map(str::to_owned);
            self.unread.push(path.clone());
            self.add(fault.code, path, at, found);
            if !repair::repair(&mut self.tree, &spot, fault.code, member.as_deref(), nearest) {
                return None;
            }
        }
        None
    }

    fn flaws(&mut self, document: &Document) {
        // What an id stands for is not known where an id does not read.
        let unread = |list: &str| {
            let is_below = |path: &String| {
                path == list
                    || path
                        .strip_prefix(list)
                        .is_some_and(|rest| rest.ends_with("/id") || rest.matches('/').count() == 1)
            };
            self.unread.iter().any(is_below)
        };
        let (seats, columns) = (unread("/seats"), unread("/columns"));
        for flaw in verify::flaws(document) {
            let is_of_column = flaw.path.starts_with("/questions");
            if flaw.code == Code::BadReference && if is_of_column { columns } else { seats } {
                continue;
            }
            let spot = Spot { path: self.tree.path_to(&flaw.path), is_key: false };
            let is_missing = flaw.code == Code::MissingKey;
            // A repaired member was told of already.
            if self.unread.contains(&flaw.path) {
                continue;
            }
            let word = if is_missing { None } else { wording::word(&self.tree, &spot, &flaw.path) };
            let at = self.tree.place(&spot);
            self.add(flaw.code, flaw.path, at, Found::new(word, flaw.message, &flaw.known));
        }
    }

    fn left_open(self, document: &Document) -> Checked {
        let warnings = doubts::doubts(document).into_iter().map(|doubt| {
            let spot = Spot { path: self.tree.path_to(&doubt.path), is_key: false };
            let at = self.tree.place(&spot);
            let location = at.map(|at| Location::in_text(self.text, at.start));
            Warning {
                line: location.map(|location| location.line()),
                column: location.map(|location| location.column()),
                ..doubt
            }
        });
        Checked {
            faults: Vec::new(),
            warnings: warnings.collect(),
            silent: silent::in_document(document),
            counts: counts(document),
        }
    }
}

impl Count {
    /// As people say it: "12 roles", "1 scale".
    pub fn in_words(&self) -> String {
        let one = || {
            self.of
                .strip_suffix("uses")
                .map_or(self.of.trim_end_matches('s').into(), |it| format!("{it}us"))
        };
        if self.n == 1 { format!("1 {}", one()) } else { format!("{} {}", self.n, self.of) }
    }
}

fn counts(document: &Document) -> Vec<Count> {
    let all = [
        ("roles", document.seats.len()),
        ("stages", document.agenda.len()),
        ("columns", document.columns.len()),
        ("questions", document.questions.len()),
        ("scales", document.scales.len()),
        ("decisions", document.decisions.len()),
        ("case statuses", document.statuses.len()),
    ];
    let own = ("local rules", document.local_rules.len());
    all.into_iter().chain((own.1 > 0).then_some(own)).map(|(of, n)| Count { of, n }).collect()
}
