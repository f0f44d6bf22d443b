//! How cost grows with each list of a record: reading and all rules, per item.

use crate::race::{Table, race, runner};
use serde_json::{Value, json};
use std::time::Duration;
use support_panel::{Asked, Profile, Record, check};

const SIZES: [usize; 4] = [10, 100, 1_000, 10_000];
/// Makes the item of a number.
type Item = fn(usize) -> Value;

const LISTS: [(&str, Item); 4] = [
    ("participants", |i| json!({"id": format!("participant-{i}"), "kind": "professional", "attendance": "present", "seat": "chair"})),
    ("entries", |i| {
        let answers = format!("entry-{}", i.saturating_sub(1));
        json!({"id": format!("entry-{i}"), "category": "goal", "text": format!("The same words but for number {i}"), "raised_by": ["participant-0"], "answers": [answers]})
    }),
    ("ratings", |i| json!({"by": format!("participant-{i}"), "value": i % 11})),
    (
        "actions",
        |i| json!({"id": format!("action-{i}"), "text": "Ring the school", "owner": "participant-0", "serves": ["entry-0"], "due": {"by_review": true}}),
    ),
];

/// A record whose list of this name has so many items.
fn grown(list: &str, size: usize) -> String {
    let of = |name: &str| LISTS.iter().find(|(known, _)| *known == name).map(|(_, item)| *item).expect("a list");
    let items = |name: &str| -> Vec<Value> { (0..if name == list { size } else { 10 }).map(of(name)).collect() };
    json!({
        "format": "support-panel/1", "id": "grown", "profile": {"id": "leicester-masp", "version": "2017.1"}, "case": {"reference": "G"},
        "meeting": {"status": "concluded", "kind": "initial", "held_on": "2026-03-12", "chair": "participant-0"},
        "participants": items("participants"), "mapping": items("entries"),
        "scaling": [{"scale": "panel", "round": "opening", "ratings": items("ratings")}], "actions": items("actions"),
        "outcome": {"review_on": "2026-06-12"},
    })
    .to_string()
}

pub(crate) fn table() -> Table {
    let profile = Profile::built_in("leicester-masp").expect("a built-in profile");
    let row = |(name, _): &(&'static str, _)| {
        let time = |size: usize| {
            let text = grown(name, size);
            let judge = || check(&Record::from_json(&text).expect("a record"), &profile, &Asked::default()).expect("its own profile");
            let times = race(&mut [runner(name, judge)], 5, Duration::from_millis(5));
            times.first().map(|(_, time)| time.as_secs_f64() * 1e9 / size as f64).unwrap_or_default()
        };
        let cells = SIZES.iter().map(|size| format!("{:.0}", time(*size)));
        [(*name).to_owned()].into_iter().chain(cells).collect()
    };
    let head = [String::from("list")].into_iter().chain(SIZES.iter().map(usize::to_string)).collect();
    Table { title: "Read and check, nanoseconds per item of a list of so many".into(), head, rows: LISTS.iter().map(row).collect() }
}
