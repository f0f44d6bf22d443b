//! A review is made of two records: what either withholds is withheld of the same id in both.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it finds a fault"
)]

use serde_json::{Value, json};
use support_panel::report::{Format, Paper, PaperOptions, Reader, paper};
use support_panel::{Profile, Record};

/// A panel that a parent attended, with an action of each of two owners.
fn panel(id: &str, status: &str) -> Value {
    json!({
        "format": "support-panel/1", "id": id,
        "profile": {"id": "our-panel", "version": id},
        "case": {"reference": "EHA-1", "people": [
            {"id": "mum", "kind": "parent", "name": "Maya"}, {"id": "kai", "kind": "child", "name": "Kai"}
        ]},
        "meeting": {"status": "concluded", "held_on": "2026-03-12", "chair": "p-amin"},
        "participants": [
            {"id": "p-mum", "kind": "family", "person": "mum", "attendance": "present"},
            {"id": "p-kai", "kind": "child", "person": "kai"},
            {"id": "p-amin", "kind": "professional", "name": "Amin", "attendance": "present"},
            {"id": "p-lake", "kind": "professional", "name": "Lake", "attendance": "present"}
        ],
        "mapping": [{"id": "g1", "category": "goal", "text": "Quiet nights"}],
        "actions": [
            {"id": "a1", "text": "Ring the school", "owner": "p-lake", "visible_to": "everyone", "status": status, "outcome": format!("Rang, {id}")},
            {"id": "a2", "text": "Visit at home", "owner": "p-amin", "status": status}
        ],
        "outcome": {"decision": "continue", "lead_practitioner": "p-amin"}
    })
}

fn first() -> Value {
    panel("one", "open")
}

fn second() -> Value {
    let mut record = panel("two", "done");
    record["meeting"]["previous"] = json!("one");
    record["mapping"][0]["settled"] = json!({"on": "2026-06-01", "how": "A rota"});
    record
}

fn profile(version: &str, withhold: &[&str]) -> Profile {
    Profile::from_toml(format!(
        "extends = \"leicester-masp\"\nid = \"our-panel\"\nversion = \"{version}\"\n[papers]\nwithhold = {withhold:?}\n"
    ))
    .unwrap()
}

/// The mother's review, and that of the whole family.
fn reviews(before: &Value, now: &Value) -> String {
    let [before, now] = [before, now].map(|json| Record::from_json(json.to_string()).unwrap());
    let profile = profile("two", &[]);
    let options = PaperOptions::default().previous(&before).confirmed(["a1".parse().unwrap()]);
    let made = paper(&now, &profile, &Reader::One("mum".parse().unwrap()), Paper::Review, &options);
    made.unwrap().render(Format::Text)
}

/// Both records run under one profile here.
fn under_one(mut record: Value) -> Value {
    record["profile"]["version"] = json!("two");
    record
}

#[test]
fn a_review_shows_what_both_show() {
    let text = reviews(&under_one(first()), &under_one(second()));
    for shown in ["Ring the school", "Lake", "Rang, two", "Visit at home", "Quiet nights", "A rota"]
    {
        assert!(text.contains(shown), "{shown}: {text}");
    }
}

#[test]
fn whoever_either_record_conceals_is_named_in_neither() {
    for is_now in [false, true] {
        let [mut before, mut now] = [first(), second()].map(under_one);
        let one = if is_now { &mut now } else { &mut before };
        one["participants"][3]["withheld_from"] = json!(["mum"]);
        let text = reviews(&before, &now);
        assert!(text.contains("Ring the school"), "it is for everyone: {text}");
        assert!(!text.contains("Lake"), "{text}");
    }
}

#[test]
fn what_either_record_marks_is_in_neither() {
    for is_now in [false, true] {
        for (place, text) in [
            ("/actions/1", "Visit at home"),
            ("/mapping/0", "Quiet nights"),
            ("/actions/0", "Ring the school"),
        ] {
            let [mut before, mut now] = [first(), second()].map(under_one);
            let one = if is_now { &mut now } else { &mut before };
            one.pointer_mut(place).unwrap()["withheld_from"] = json!(["p-mum"]);
            assert!(!reviews(&before, &now).contains(text), "{place} of {is_now}");
        }
    }
}

#[test]
fn how_a_goal_was_met_is_told_only_where_both_records_tell_it() {
    let [mut before, now] = [first(), second()].map(under_one);
    before["mapping"][0]["settled"] = json!({"visible_to": "professionals"});
    let text = reviews(&before, &now);
    assert!(!text.contains("A rota"), "{text}");
}

#[test]
fn what_was_for_everyone_only_this_time_is_not() {
    let [mut before, mut now] = [first(), second()].map(under_one);
    for record in [&mut before, &mut now] {
        record["participants"][0]["attendance"] = json!("apologies");
    }
    before["actions"][0].as_object_mut().unwrap().remove("visible_to");
    before["actions"][1]["visible_to"] = json!("everyone");
    now["actions"][1]["visible_to"] = json!("everyone");
    let text = reviews(&before, &now);
    assert!(text.contains("Visit at home") && !text.contains("Ring the school"), "{text}");
}

/// A council may withhold more than it did at the panel before, which ran under another profile.
#[test]
fn what_the_profile_withholds_today_is_withheld_of_the_panel_before() {
    let mut before = first();
    before["profile"] = json!({"id": "leicester-masp", "version": "2017.1"});
    let [before, now] = [before, second()].map(|json| Record::from_json(json.to_string()).unwrap());
    let reader = Reader::One("mum".parse().unwrap());
    let options = PaperOptions::default().previous(&before);
    let text = |withhold: &[&str]| {
        let profile = profile("two", withhold);
        paper(&now, &profile, &reader, Paper::Review, &options).unwrap().render(Format::Text)
    };
    assert!(text(&[]).contains("Rang, two") && text(&[]).contains("Quiet nights"));
    assert!(!text(&["outcomes"]).contains("Rang, "));
    assert!(!text(&["entries"]).contains("Quiet nights"));
}
