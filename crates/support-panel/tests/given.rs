//! What a reader of a limited copy is given by name, and what is never given.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it finds a fault"
)]

use serde_json::{Value as Json, json};
use support_panel::report::{
    Because, CopyOptions, Paper, PaperOptions, Reader, copy_with, disclosures, paper,
};
use support_panel::{Code, Error, Profile, Record};

fn record() -> Json {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/records/leicester-initial.json");
    let mut record: Json = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    record["outcome"]["contingency"] = json!("We meet again within a week");
    record
}

fn given(names: &[&str]) -> CopyOptions {
    CopyOptions::default().given(names.iter().map(|name| name.parse().unwrap()))
}

/// The copy of someone by id, as JSON.
fn copy(record: &Json, reader: &str, names: &[&str]) -> Result<Json, Error> {
    let record = Record::from_json(record.to_string())?;
    let profile = Profile::of(&record)?;
    let copy = copy_with(&record, &profile, &reader.parse()?, &given(names))?;
    Ok(serde_json::from_str(&copy.record().to_json()).unwrap())
}

fn refused(record: &Json, reader: &str, name: &str) -> bool {
    match copy(record, reader, &[name]) {
        Ok(_) => false,
        Err(error) => {
            assert_eq!(error.code(), Code::NotToBeGiven, "{name}: {error}");
            true
        }
    }
}

#[test]
fn things_are_given_one_by_one() {
    let record = record();
    let plain = copy(&record, "p-school", &[]).unwrap();
    assert!(plain.get("mapping").is_none() && plain["outcome"].get("contingency").is_none());
    for pointer in ["m01", "/mapping/0", "/mapping/0/text"] {
        let copy = copy(&record, "p-school", &[pointer]).unwrap();
        assert_eq!(copy["mapping"].as_array().unwrap().len(), 1, "{pointer}");
        assert_eq!(copy["mapping"][0]["text"], record["mapping"][0]["text"], "{pointer}");
        let mut rest = copy;
        rest.as_object_mut().unwrap().remove("mapping");
        assert_eq!(rest, plain, "{pointer}");
    }
    let copy = copy(&record, "p-school", &["/outcome/contingency"]).unwrap();
    assert_eq!(copy["outcome"]["contingency"], record["outcome"]["contingency"]);
}

#[test]
fn nothing_is_given_past_a_mark() {
    let record = record();
    for mark in [json!({"withheld_from": ["p-school"]}), json!({"visible_to": "professionals"})] {
        let mut marked = record.clone();
        for (key, value) in mark.as_object().unwrap() {
            marked["mapping"][0][key] = value.clone();
            marked["actions"][0][key] = value.clone();
            marked["outcome"]["marks"] = json!({"contingency": {key: value}});
        }
        let action = record["actions"][0]["id"].as_str().unwrap();
        for name in ["m01", "/mapping/0", action, "/outcome/contingency"] {
            assert!(refused(&marked, "p-school", name), "{name} {mark}");
        }
    }
}

#[test]
fn a_childs_confidence_is_not_given() {
    let mut record = record();
    record["participants"]
        .as_array_mut()
        .unwrap()
        .push(json!({"id": "p-kit", "kind": "child", "attendance": "present"}));
    record["mapping"][0]["raised_by"] = json!(["p-kit"]);
    assert!(refused(&record, "p-school", "m01"));
    record["mapping"][0]["visible_to"] = json!("everyone");
    assert!(!refused(&record, "p-school", "m01"));
}

#[test]
fn only_what_is_there_is_given_and_only_to_those_who_read_little() {
    let record = record();
    for name in ["nothing", "/mapping/9999", "/mapping/00", "/referral/reason", "/outcome", "/"] {
        assert!(refused(&record, "p-school", name), "{name}");
    }
    for reader in ["family", "p-parent", "child-1", "professionals", "p-chair"] {
        assert!(refused(&record, reader, "m01"), "{reader}");
    }
}

#[test]
fn a_disclosure_says_that_it_was_asked_for() {
    let record = Record::from_json(record().to_string()).unwrap();
    let profile = Profile::of(&record).unwrap();
    let options = PaperOptions::default().given(["m01".parse().unwrap()]);
    let reader: Reader = "p-school".parse().unwrap();
    let lines = disclosures(&record, &profile, &reader, None, &options).unwrap();
    let of = |path: &str| {
        let line = lines.iter().find(|line| line.path == path).unwrap();
        (line.shown, line.because)
    };
    assert_eq!(of("/mapping/0/text"), (true, Because::AskedFor));
    assert_eq!(of("/mapping/1/text"), (false, Because::ByDefault));
    assert!(paper(&record, &profile, &reader, Paper::Map, &options).is_ok());
}
