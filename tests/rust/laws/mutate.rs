//! Records that are nearly right: a whole record with a few changes that people, programs or an attacker would make.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

/// Every whole record of the corpus.
pub(crate) static WHOLE: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/records");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
        .iter()
        .map(|path| serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
        .collect()
});

/// The text of every string anywhere in the records: ids, words, dates and sentences to swap in.
static STRINGS: LazyLock<Vec<String>> = LazyLock::new(|| {
    fn gather(value: &Value, found: &mut std::collections::BTreeSet<String>) {
        match value {
            Value::String(text) => drop(found.insert(text.clone())),
            Value::Array(items) => items.iter().for_each(|item| gather(item, found)),
            Value::Object(members) => members.values().for_each(|member| gather(member, found)),
            _ => {}
        }
    }
    let mut found = std::collections::BTreeSet::new();
    WHOLE.iter().for_each(|record| gather(record, &mut found));
    found.into_iter().collect()
});

/// The pointers of everything below the root.
pub(crate) fn pointers(value: &Value) -> Vec<String> {
    fn walk(value: &Value, here: &str, found: &mut Vec<String>) {
        let below: Vec<(String, &Value)> = match value {
            Value::Object(members) => members
                .iter()
                .map(|(key, value)| (key.replace('~', "~0").replace('/', "~1"), value))
                .collect(),
            Value::Array(items) => {
                items.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect()
            }
            _ => Vec::new(),
        };
        for (step, value) in below {
            let here = format!("{here}/{step}");
            found.push(here.clone());
            walk(value, &here, found);
        }
    }
    let mut found = Vec::new();
    walk(value, "", &mut found);
    found
}

/// A change at one pointer, drawn from two numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Change {
    index: prop::sample::Index,
    kind: usize,
    with: prop::sample::Index,
}

fn change(kinds: usize) -> impl Strategy<Value = Change> {
    (any::<prop::sample::Index>(), 0..kinds, any::<prop::sample::Index>())
        .prop_map(|(index, kind, with)| Change { index, kind, with })
}

const ODD: &[&str] = &[
    "",
    " ",
    "x y",
    "0000-00-00",
    "2026-02-30",
    "2024-02-29",
    "2026-03-12T24:00:00Z",
    "2026-03-12t09:30:00.5z",
    "é",
    "\u{200b}",
    "chair",
    "9434765919",
];

fn odd_values() -> Vec<Value> {
    let numbers = json!([0, -1, 1, 5.5, 1000, 1001, 1e15, 1e16, 0.0000001, 2147483648u64, true, false, null, {}, [], [null], [""], [{}], {"on": null}]);
    numbers.as_array().unwrap().iter().cloned().chain(ODD.iter().map(|text| json!(text))).collect()
}

/// How many kinds of change keep a record readable more often than not.
const GENTLE: usize = 4;
const ALL: usize = 9;

fn apply(record: &mut Value, change: Change) {
    let pointers = pointers(record);
    if pointers.is_empty() {
        return;
    }
    let pointer = change.index.get(&pointers).clone();
    let (parent, step) = pointer.rsplit_once('/').unwrap();
    let value = record.pointer(&pointer).unwrap().clone();
    match (change.kind, value) {
        // A text for another of its neighbourhood: another id, another word, another day.
        (0, Value::String(_)) => {
            *record.pointer_mut(&pointer).unwrap() = json!(change.with.get(&STRINGS))
        }
        (0, Value::Number(_)) => {
            *record.pointer_mut(&pointer).unwrap() = json!(change.with.index(12))
        }
        (1, _) => match record.pointer_mut(parent).unwrap() {
            Value::Object(members) => {
                drop(members.shift_remove(&step.replace("~1", "/").replace("~0", "~")))
            }
            Value::Array(items) => drop(items.remove(step.parse().unwrap())),
            _ => {}
        },
        // An item twice, or two items in the other order.
        (2, value) => {
            if let Some(Value::Array(items)) = record.pointer_mut(parent) {
                items.push(value);
            }
        }
        (3, _) => {
            if let Some(Value::Array(items)) = record.pointer_mut(parent) {
                let other = change.with.index(items.len());
                items.swap(step.parse().unwrap(), other);
            }
        }
        (4, _) => *record.pointer_mut(&pointer).unwrap() = change.with.get(&odd_values()).clone(),
        (5, _) => *record.pointer_mut(&pointer).unwrap() = change.with.get(&WHOLE).clone(),
        (6, _) => {
            let donor = change.with.get(&pointers).clone();
            let donated = record.pointer(&donor).unwrap().clone();
            *record.pointer_mut(&pointer).unwrap() = donated;
        }
        (7, _) => {
            if let Some(Value::Object(members)) = record.pointer_mut(parent) {
                members.insert(change.with.get(ODD).to_string(), json!(1));
            }
        }
        (8, Value::Object(members)) => {
            let turned: Map<String, Value> = members.into_iter().rev().collect();
            *record.pointer_mut(&pointer).unwrap() = Value::Object(turned);
        }
        _ => {}
    }
}

fn mutated(kinds: usize, most: usize) -> impl Strategy<Value = Value> {
    let changes = prop::collection::vec(change(kinds), 0..most);
    (any::<prop::sample::Index>(), changes).prop_map(|(whole, changes)| {
        let mut record = whole.get(&WHOLE).clone();
        changes.into_iter().for_each(|change| apply(&mut record, change));
        record
    })
}

/// Records most of which read, with faults for the rules to find.
pub(crate) fn gentle() -> impl Strategy<Value = Value> {
    mutated(GENTLE, 12)
}

/// Anything: most do not read.
pub(crate) fn rough() -> impl Strategy<Value = Value> {
    mutated(ALL, 4)
}
