//! Which leaves of a copy one paper prints.

use super::Because;
use super::walk::Leaf;
use crate::record::{Category, ParticipantKind, PersonKind, Record};
use crate::report::copy::Copy;
use crate::report::document::Document;
use crate::{Date, Instant};
use serde_json::{Value as Json, json};

/// Says of what the copy has, and the paper does not print, that it is not in this paper.
pub(super) fn withhold_the_rest(
    leaves: &mut [Leaf],
    copy: &Copy,
    make: impl Fn(&Copy) -> Option<Document>,
) {
    let printed = Printed::new(leaves, copy, &make);
    for (n, leaf) in leaves.iter_mut().enumerate() {
        if leaf.line.shown && !printed.has(n, leaf) {
            (leaf.line.shown, leaf.line.because) = (false, Because::NotInThisPaper);
        }
    }
}

struct Printed<'p, M> {
    copy: &'p Copy,
    json: Json,
    make: &'p M,
    paper: Option<Document>,
    /// All that stands in the paper when each text has words of its own.
    planted: String,
}

impl<'p, M: Fn(&Copy) -> Option<Document>> Printed<'p, M> {
    fn new(leaves: &[Leaf], copy: &'p Copy, make: &'p M) -> Self {
        let json: Json = serde_json::from_str(&copy.record().to_json()).unwrap_or_default();
        let mut planted = json.clone();
        for (n, leaf) in leaves.iter().enumerate().filter(|(_, leaf)| leaf.is_text) {
            let text = leaf.in_copy.as_ref().and_then(|at| planted.pointer_mut(&at.text()));
            // A blank text stands nowhere, and words in its place would.
            if let Some(text) = text.filter(|text| !is_blank(text)) {
                *text = json!(marker(n));
            }
        }
        let all = read(copy, &planted).and_then(|copy| make(&copy));
        let planted = all.map(|document| format!("{document:?}")).unwrap_or_default();
        Self { copy, json, make, paper: make(copy), planted }
    }

    fn has(&self, n: usize, leaf: &Leaf) -> bool {
        match (&leaf.in_copy, leaf.is_text) {
            (None, _) => false,
            (Some(_), true) => self.planted.contains(&marker(n)),
            (Some(at), false) => self.reads_otherwise(&at.text()),
        }
    }

    /// Whether the paper would be another if this were another, or were not there. Where nothing else can stand there, it is
    /// taken to be printed.
    fn reads_otherwise(&self, at: &str) -> bool {
        let found = self.json.pointer(at).unwrap_or(&Json::Null);
        let mut others = self.others(at, &values(found));
        others.extend(without(&self.json, at).and_then(|other| read(self.copy, &other)));
        if others.is_empty() {
            others = self.others(at, &kinds());
        }
        others.is_empty() || others.iter().any(|copy| (self.make)(copy) != self.paper)
    }

    /// Each copy with one of these values in a place of another, where one can stand there.
    fn others(&self, at: &str, values: &[Json]) -> Vec<Copy> {
        let instead = |value: &Json| {
            let mut other = self.json.clone();
            let slot = other.pointer_mut(at)?;
            (*slot != *value).then(|| *slot = value.clone())?;
            read(self.copy, &other)
        };
        values.iter().filter_map(instead).collect()
    }
}

/// What stands for a text: nobody writes so.
fn marker(n: usize) -> String {
    format!("leaf{n}leaf")
}

fn is_blank(text: &Json) -> bool {
    text.as_str().is_none_or(|text| text.chars().all(char::is_whitespace))
}

/// The same copy of another record, where it is one.
fn read(copy: &Copy, record: &Json) -> Option<Copy> {
    Record::from_json(record.to_string()).ok().map(|record| copy.with(record))
}

/// What could stand in the place of a value: another of its kind.
fn values(found: &Json) -> Vec<Json> {
    match found {
        Json::Bool(flag) => vec![json!(!flag)],
        Json::Number(_) => vec![json!(if *found == json!(1) { 2 } else { 1 })],
        Json::String(text) if text.parse::<Date>().is_ok() => {
            vec![json!("2000-01-02")]
        }
        Json::String(text) if text.parse::<Instant>().is_ok() => {
            vec![json!("2000-01-02T00:00:00Z")]
        }
        Json::String(text) => vec![json!(format!("{text}-other"))],
        Json::Null | Json::Array(_) | Json::Object(_) => Vec::new(),
    }
}

/// The words of the closed lists of which something must always have one.
fn kinds() -> Vec<Json> {
    let people = PersonKind::ALL.iter().map(|kind| kind.as_str());
    let participants = ParticipantKind::ALL.iter().map(|kind| kind.as_str());
    let categories = Category::ALL.iter().map(|category| category.as_str());
    people.chain(participants).chain(categories).map(|word| json!(word)).collect()
}

/// The record without what stands somewhere.
fn without(record: &Json, at: &str) -> Option<Json> {
    let mut other = record.clone();
    let (parent, key) = at.rsplit_once('/')?;
    match other.pointer_mut(parent)? {
        Json::Object(members) => drop(members.remove(key)?),
        Json::Array(items) => {
            let index = key.parse().ok().filter(|index| *index < items.len())?;
            items.remove(index);
        }
        _ => return None,
    }
    Some(other)
}
