//! Ways by which something withheld could be told all the same: by a role, a deputy, a clock, a short name, the panel before.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it finds a fault"
)]

use serde_json::{Value, json};
use support_panel::report::{Paper, PaperOptions, Reader, copy_of, paper};
use support_panel::{CheckOptions, Code, Error, Profile, Record, check};

/// Everyone of the family came. Nothing is marked.
fn record() -> Value {
    json!({
        "format": "support-panel/1", "id": "panel-1",
        "profile": {"id": "leicester-masp", "version": "2017.1"},
        "case": {"reference": "EHA-1", "people": [
            {"id": "mum", "kind": "parent", "name": "Maya"},
            {"id": "dad", "kind": "parent", "name": "Joan"},
            {"id": "kai", "kind": "child", "name": "Kai", "views": "written", "views_note": "A letter"}
        ]},
        "referral": {"referrer": "p-work"},
        "meeting": {"status": "concluded", "held_on": "2026-03-12"},
        "participants": [
            {"id": "p-mum", "kind": "family", "person": "mum", "attendance": "present"},
            {"id": "p-dad", "kind": "family", "person": "dad", "attendance": "present"},
            {"id": "p-kai", "kind": "child", "person": "kai", "attendance": "present"},
            {"id": "p-work", "kind": "professional", "name": "Amin", "attendance": "present"},
            {"id": "p-gone", "kind": "professional", "name": "Jo Lake", "agency": "Refuge", "seat": "camhs_representative",
             "attendance": "apologies"}
        ],
        "mapping": [{"id": "e-1", "category": "future_danger", "text": "It is loud at night", "raised_by": ["p-work"]}],
        "outcome": {"decision": "continue"}
    })
}

fn read(record: &Value) -> (Record, Profile) {
    let record = Record::from_json(record.to_string()).unwrap();
    let profile = Profile::of(&record).unwrap();
    (record, profile)
}

fn copied(record: &Value, reader: &str) -> Result<String, Error> {
    let (record, profile) = read(record);
    let copy = copy_of(&record, &profile, &reader.parse()?)?;
    let text = copy.record().to_json();
    let again = copy_of(copy.record(), &profile, &reader.parse()?)?;
    assert_eq!(again.record().to_json(), text, "a copy of a copy for {reader}");
    Ok(text)
}

fn json_of(record: &Value, reader: &str) -> Value {
    serde_json::from_str(&copied(record, reader).unwrap()).unwrap()
}

#[test]
fn one_of_the_family_who_comes_for_an_agency_reads_no_working_record() {
    for (kind, more) in [
        ("professional", json!({"seat": "early_help_service_manager"})),
        ("business_support", json!({})),
    ] {
        let mut record = record();
        record["participants"][1]["kind"] = json!(kind);
        for (key, value) in more.as_object().unwrap() {
            record["participants"][1][key] = value.clone();
        }
        for reader in ["dad", "p-dad"] {
            let text = copied(&record, reader).unwrap();
            assert!(text.contains("It is loud at night") && !text.contains("A letter"), "{reader}");
        }
        // What is kept from them is kept from one copy for all.
        record["mapping"][0]["withheld_from"] = json!(["p-dad"]);
        for (reader, shown) in [("dad", false), ("family", false), ("mum", true)] {
            let text = copied(&record, reader).unwrap();
            assert_eq!(text.contains("It is loud"), shown, "{kind}: {reader}");
        }
        let (record, profile) = read(&record);
        let findings = check(&record, &profile, &CheckOptions::default()).unwrap();
        assert!(findings.iter().all(|finding| finding.code != "SP801"), "the list names them");
    }
}

#[test]
fn one_of_the_family_who_should_have_come_for_an_agency_was_not_in_the_room() {
    let mut record = record();
    record["participants"][1]["kind"] = json!("professional");
    record["participants"][1]["attendance"] = json!("absent");
    assert!(!copied(&record, "family").unwrap().contains("It is loud"));
    assert!(copied(&record, "mum").unwrap().contains("It is loud"));
}

/// No one can tell which of them the copy will be handed to.
#[test]
fn whoever_shares_an_id_has_no_more_than_any_of_them() {
    let seated = |id: &str| json!({"id": id, "kind": "professional", "seat": "early_help_service_manager", "attendance": "present"});
    for id in ["mum", "p-mum", "p-work"] {
        let mut record = record();
        record["participants"].as_array_mut().unwrap().insert(0, seated(id));
        let text = copied(&record, id).unwrap();
        assert!(!text.contains("A letter"), "{id}");
        assert_eq!(text.contains("It is loud"), id != "p-work", "{id}");
    }
    let mut record = record();
    record["participants"].as_array_mut().unwrap().insert(0, seated("p-boss"));
    assert!(copied(&record, "p-boss").unwrap().contains("A letter"));
}

#[test]
fn what_an_id_raised_that_is_no_ones_may_be_a_childs() {
    let mut record = record();
    record["mapping"][0]["raised_by"] = json!(["p-nobody"]);
    assert!(!copied(&record, "mum").unwrap().contains("It is loud"));
    record["mapping"][0]["raised_by"] = json!(["p-nobody", "p-work"]);
    assert!(copied(&record, "mum").unwrap().contains("It is loud"));
    record["mapping"][0]["raised_by"] = json!([]);
    assert!(copied(&record, "mum").unwrap().contains("It is loud"));
}

#[test]
fn a_deputy_does_not_tell_the_seat_of_someone_concealed() {
    let mut record = record();
    record["participants"][3]["deputy_for"] = json!("p-gone");
    assert_eq!(json_of(&record, "mum")["participants"][3]["seat"], "camhs_representative");
    record["participants"][4]["withheld_from"] = json!(["mum"]);
    assert!(!copied(&record, "mum").unwrap().contains("camhs"));
    record["participants"][3]["seat"] = json!("district_housing_manager");
    assert_eq!(json_of(&record, "mum")["participants"][3]["seat"], "district_housing_manager");
}

#[test]
fn a_copy_has_the_day_of_the_panel_and_no_time() {
    let mut record = record();
    record["scaling"] = json!([{
        "scale": "panel", "round": "opening", "revealed_at": "2026-03-12T10:41:07+00:00",
        "ratings": [{"by": "p-mum", "value": 6}]
    }]);
    let text = copied(&record, "dad").unwrap();
    assert!(text.contains("\"value\":6") && !text.contains("10:41"), "{text}");
    assert!(text.contains("\"revealed_at\":\"2026-03-12T00:00:00Z\""), "{text}");
    assert!(copied(&record, "professionals").unwrap().contains("10:41:07"));
}

#[test]
fn two_who_gave_three_numbers_are_no_span() {
    let mut record = record();
    let rating = |by: &str, value: u8| json!({"by": by, "value": value});
    record["participants"]
        .as_array_mut()
        .unwrap()
        .push(json!({"id": "p-third", "kind": "professional"}));
    let mut shown = |ratings: Value| {
        record["scaling"] =
            json!([{"scale": "panel", "revealed_at": "2026-03-12T10:41:07Z", "ratings": ratings}]);
        copied(&record, "dad").unwrap().contains("support-panel:the-panel")
    };
    let three = [rating("p-work", 3), rating("p-gone", 5), rating("p-third", 7)];
    assert!(shown(json!(three)));
    assert!(!shown(json!([rating("p-work", 3), rating("p-gone", 5), rating("p-gone", 7)])));
}

/// The record in which someone is concealed from one parent, with these words somewhere.
fn concealing(at: &str, words: &str) -> Value {
    let mut record = record();
    record["participants"][4]["withheld_from"] = json!(["dad"]);
    record["referral"]["visible_to"] = json!("everyone");
    record["referral"]["scale"] = json!({
        "id": "own", "min": 0, "max": 10, "step": 1, "higher_is": "better", "prompt": "?", "anchors": {"min": "?"},
        "points": [{"value": 5, "means": "?"}], "follow_ups": [{"text": "?"}]
    });
    record["scaling"] = json!([{
        "scale": "panel", "revealed_at": "2026-03-12T10:41:07Z",
        "ratings": [{"by": "p-dad", "value": 3, "on_behalf_of": {"other": "?"}}]
    }]);
    *record.pointer_mut(at).unwrap() = json!(words);
    record
}

#[test]
fn a_name_is_looked_for_in_every_text_that_a_copy_shows() {
    for (at, subject) in [
        ("/referral/scale/prompt", "/referral/scale/prompt"),
        ("/referral/scale/anchors/min", "/referral/scale/anchors/min"),
        ("/referral/scale/points/0/means", "/referral/scale/points/0/means"),
        ("/referral/scale/follow_ups/0/text", "/referral/scale/follow_ups/0/text"),
        ("/scaling/0/ratings/0/on_behalf_of/other", "p-dad"),
    ] {
        let error = copied(&concealing(at, "since Lake came"), "dad").unwrap_err();
        assert_eq!(error.code(), Code::Unconfirmed, "{at}");
        assert!(error.message().ends_with(&format!(": {subject}")), "{error}");
        assert!(copied(&concealing(at, "since then"), "dad").is_ok(), "{at}");
        let (record, profile) = read(&concealing(at, "since Lake came"));
        let findings = check(&record, &profile, &CheckOptions::default()).unwrap();
        let found = findings.iter().filter(|it| it.code == "SP804" && it.path == at).count();
        assert_eq!(found, 1, "{at}");
    }
}

#[test]
fn a_name_of_two_letters_is_found_and_a_title_is_none() {
    let at = "/mapping/0/text";
    for (words, is_found) in [
        ("Jo rings at six", true),
        ("JO's number", true),
        ("a jo of work", false),
        ("Jonah rings", false),
        ("Ms Shaw rings", false),
        ("lake rings", true),
    ] {
        let mut record = concealing(at, words);
        for name in ["Ms Jo Lake", "ms jo lake"] {
            record["participants"][4]["name"] = json!(name);
            assert_eq!(copied(&record, "dad").is_err(), is_found, "{words}");
        }
    }
}

#[test]
fn an_action_that_goes_on_from_a_withheld_one_is_read_once_more() {
    let mut before = record();
    before["actions"] = json!([{"id": "a-1", "text": "Ring", "withheld_from": ["dad"]}]);
    let mut now = record();
    now["id"] = json!("panel-2");
    now["meeting"]["previous"] = json!("panel-1");
    now["actions"] = json!([
        {"id": "a-7", "text": "Ring again", "carried_from": {"record": "panel-1", "action": "a-1"}}
    ]);
    let ((before, _), (now, profile)) = (read(&before), read(&now));
    let beside = PaperOptions::default().previous(&before);
    let made = |which, reader: &str, options: &PaperOptions<'_>| {
        let reader: Reader = reader.parse().unwrap();
        paper(&now, &profile, &reader, which, options).map_err(|error| error.code())
    };
    for which in [Paper::Plan, Paper::Letter, Paper::Review] {
        for reader in ["dad", "family"] {
            assert_eq!(made(which, reader, &beside).unwrap_err(), Code::Unconfirmed);
        }
        assert!(made(which, "mum", &beside).is_ok());
        let read = beside.clone().confirmed(["a-7".parse().unwrap()]);
        assert!(made(which, "dad", &read).is_ok());
    }
    assert!(made(Paper::Plan, "dad", &PaperOptions::default()).is_ok(), "nothing is known of it");
}
