//! Records in which one list is long.

use serde_json::{Value, json};
use support_panel::Record;

/// Makes the item of a number.
pub(crate) type Item = fn(usize) -> Value;

/// Each list of a record, and its items.
pub(crate) const LISTS: [(&str, Item); 7] = [
    (
        "people",
        |i| json!({"id": format!("person-{i}"), "kind": "child", "views": "written", "views_on": "2026-03-02"}),
    ),
    (
        "participants",
        |i| json!({"id": format!("participant-{i}"), "kind": "professional", "attendance": "present", "seat": "chair"}),
    ),
    ("stages", |i| {
        let at =
            |minute: usize| format!("2026-03-12T{:02}:{:02}:00Z", minute / 60 % 24, minute % 60);
        let stage = if i.is_multiple_of(2) { "introductions" } else { "mapping" };
        json!({"stage": stage, "led_by": "participant-0", "started_at": at(2 * i), "ended_at": at(2 * i + 1)})
    }),
    ("entries", |i| {
        let answers = format!("entry-{}", i.saturating_sub(1));
        json!({"id": format!("entry-{i}"), "category": "goal", "text": format!("The same words but for number {i}"), "raised_by": ["participant-0"], "answers": [answers]})
    }),
    (
        "sittings",
        |i| json!({"scale": "panel", "round": format!("round {i}"), "ratings": [{"by": "participant-0", "value": 5}]}),
    ),
    ("ratings", |i| json!({"by": format!("participant-{i}"), "value": i % 11})),
    (
        "actions",
        |i| json!({"id": format!("action-{i}"), "text": "Ring the school", "owner": "participant-0", "serves": ["entry-0"], "due": {"by_review": true}}),
    ),
];

/// A record whose list of this name has so many items.
pub(crate) fn grown(list: &str, size: usize, status: &str) -> Record {
    let of = |name: &str| {
        LISTS.iter().find(|(known, _)| *known == name).map(|(_, item)| *item).expect("a list")
    };
    let items = |name: &str| -> Vec<Value> {
        (0..if name == list { size } else { 10 }).map(of(name)).collect()
    };
    let mut scaling = items("sittings");
    scaling.push(json!({"scale": "panel", "round": "opening", "ratings": items("ratings")}));
    record(json!({
        "meeting": {"status": status, "kind": "initial", "held_on": "2026-03-12", "chair": "participant-0"},
        "case": {"reference": "G", "people": items("people")}, "participants": items("participants"), "agenda": items("stages"),
        "mapping": items("entries"), "scaling": scaling.split_off(scaling.len().saturating_sub(10_000)), "actions": items("actions"),
        "outcome": {"review_on": "2026-06-12"},
    }))
}

/// A record of the shipped profile with these keys.
pub(crate) fn record(mut value: Value) -> Record {
    let named = json!({"format": "support-panel/1", "id": "grown", "profile": {"id": "leicester-masp", "version": "2017.1"}});
    let whole = named
        .as_object()
        .cloned()
        .into_iter()
        .flatten()
        .chain(value.as_object_mut().map(std::mem::take).into_iter().flatten());
    Record::from_json(Value::Object(whole.collect()).to_string()).expect("a record")
}
