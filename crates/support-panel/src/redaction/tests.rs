//! Nothing of someone is left, and everything that is left is told.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it finds a fault"
)]

use super::*;
use crate::wire::{Shape, Value as _};
use crate::{CheckOptions, Profile, check};
use serde_json::{Value, json};

const EVERYTHING: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/records/everything.json");

fn everything() -> Value {
    serde_json::from_str(&std::fs::read_to_string(EVERYTHING).unwrap()).unwrap()
}

fn read(record: &Value) -> Record {
    Record::from_json(record.to_string()).unwrap()
}

fn written(record: &Record) -> Value {
    serde_json::from_str(&record.to_json()).unwrap()
}

fn ids(record: &Value) -> Vec<String> {
    let all = [&record["case"]["people"], &record["participants"]];
    let all = all.into_iter().flat_map(|list| list.as_array().unwrap());
    all.map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

/// Hands over every leaf and the key that it stands under.
fn each_leaf(value: &mut Value, key: &str, visit: &mut dyn FnMut(&str, &mut Value)) {
    match value {
        Value::Object(members) => {
            members.iter_mut().for_each(|(key, value)| each_leaf(value, key, visit));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| each_leaf(item, key, visit)),
        leaf => visit(key, leaf),
    }
}

/// Hands over every text by the shape of the record, and its pointer.
fn each_text(
    value: &mut Value,
    shape: &'static Shape,
    at: &str,
    visit: &mut dyn FnMut(&str, &mut String),
) {
    match (value, shape) {
        (Value::Object(members), Shape::Object(keys)) => {
            for (key, below) in *keys {
                if let Some(member) = members.get_mut(*key) {
                    each_text(member, below, &format!("{at}/{key}"), visit);
                }
            }
        }
        (Value::Array(items), Shape::List(below)) => {
            for (i, item) in items.iter_mut().enumerate() {
                each_text(item, below, &format!("{at}/{i}"), visit);
            }
        }
        (Value::String(text), Shape::Text) => visit(at, text),
        _ => {}
    }
}

fn is_name(at: &str) -> bool {
    (at.starts_with("/case/people/") || at.starts_with("/participants/")) && at.ends_with("/name")
}

/// Every reference there is leads to one: none of them is left, and none leads nowhere.
#[test]
fn no_id_of_theirs_is_left_wherever_one_may_stand() {
    let record = everything();
    let known = ids(&record);
    for id in &known {
        let mut planted = record.clone();
        let mut count = 0;
        each_leaf(&mut planted, "", &mut |key, leaf| {
            let is_one = leaf.as_str().is_some_and(|text| known.iter().any(|id| id == text));
            if is_one && !["id", "person"].contains(&key) {
                *leaf = json!(id);
                count += 1;
            }
        });
        assert!(count > 40, "{count} references");
        let planted = read(&planted);
        let theirs = Who::of(&planted, id).unwrap();
        let without = redact(&planted, id).unwrap();
        let mut left = written(&without.record);
        each_leaf(&mut left, "", &mut |key, leaf| {
            assert!(!leaf.as_str().is_some_and(|text| theirs.is(text)), "{id} is left in {key}");
        });
        let profile = Profile::of(&planted).unwrap();
        let found = check(&without.record, &profile, &CheckOptions::default()).unwrap();
        let lost: Vec<_> = found.iter().filter(|found| found.code == "SP102").collect();
        assert!(lost.is_empty(), "{id}: {lost:?}");
    }
}

/// A name in every text there may be: none is left, and each text that held one is told as covered.
#[test]
fn no_name_of_theirs_is_left_wherever_one_may_stand() {
    const NAME: &str = "Zenobia Quist-Okafor";
    let record = everything();
    for id in ids(&record) {
        let mut planted = record.clone();
        each_text(&mut planted, Record::SHAPE, "", &mut |at, text| {
            if !is_name(at) {
                *text = format!("Of QUIST, {text}; and of zenobia quist-okafor's");
            }
        });
        for list in ["/case/people", "/participants"] {
            for one in planted.pointer_mut(list).unwrap().as_array_mut().unwrap() {
                if one["id"] == *id {
                    one["name"] = json!(NAME);
                }
            }
        }
        planted["extensions"] = json!({"ours": {"told": ["by Zenobia"]}});
        let without = redact(&read(&planted), &id).unwrap();
        let text = without.record.to_json().to_lowercase();
        for word in ["zenobia", "quist", "okafor"] {
            assert!(!text.contains(word), "{id}: {word} is left");
        }
        assert!(without.report.removed.contains(&"/extensions".to_owned()), "{id}");
        let told = &without.report.remains;
        let mut left = written(&without.record);
        each_text(&mut left, Record::SHAPE, "", &mut |at, text| {
            let because = told.iter().filter(|told| told.path == at).map(|told| told.because);
            let because: Vec<_> = because.collect();
            let expected = match at {
                _ if is_name(at) => return,
                _ if at.starts_with("/case/identifiers/") || at == "/recording/reference" => {
                    Remains::Case
                }
                _ if text == names::COVER => return,
                _ => Remains::Covered,
            };
            assert!(because.contains(&expected), "{id}: {at} is {because:?}");
        });
    }
}

/// Every text and every piece of a council's own data that stays is told.
#[test]
fn whatever_is_left_to_read_is_told() {
    let record = everything();
    for id in ids(&record) {
        let without = redact(&read(&record), &id).unwrap();
        let told: BTreeSet<_> = without.report.remains.iter().map(|told| &told.path).collect();
        let mut left = written(&without.record);
        each_text(&mut left, Record::SHAPE, "", &mut |at, _| {
            assert!(is_name(at) || told.contains(&at.to_owned()), "{id}: {at} is not told");
        });
        for told in &told {
            assert!(left.pointer(told).is_some(), "{id}: {told} is not there");
        }
        for removed in &without.report.removed {
            assert!(record.pointer(removed).is_some(), "{id}: {removed} was not there");
        }
    }
}

fn small() -> Value {
    json!({
        "format": "support-panel/1", "id": "panel-1",
        "profile": {"id": "leicester-masp", "version": "2017.1"},
        "case": {"reference": "EHA-1", "people": [
            {"id": "kai", "kind": "child", "name": "Kai"},
            {"id": "mum", "kind": "parent", "name": "Rose Hill", "withheld_from": ["dad"]},
            {"id": "dad", "kind": "parent", "name": "Ed Hill"}
        ]},
        "referral": {"referrer": "p-worker", "reason": "Rose asked for help"},
        "meeting": {"held_on": "2026-03-12", "chair": "p-chair"},
        "participants": [
            {"id": "p-chair", "kind": "professional"},
            {"id": "p-worker", "kind": "professional", "name": "Ada Lane"},
            {"id": "p-mum", "kind": "family", "person": "mum", "attendance": "present"},
            {"id": "p-gran", "kind": "network", "deputy_for": "p-mum"}
        ],
        "mapping": [
            {"id": "m-1", "category": "past_harm", "text": "Only hers", "raised_by": ["p-mum"]},
            {"id": "m-2", "category": "goal", "text": "Of both", "raised_by": ["p-mum", "p-gran"], "answers": ["m-1"]},
            {"id": "m-3", "category": "past_harm", "text": "About her", "about": ["mum"], "raised_by": ["p-gran"]},
            {"id": "m-4", "category": "existing_strength", "text": "Rose Hill rings Kai", "withdrawn": {"by": "p-mum"}}
        ],
        "scaling": [{"scale": "panel", "ratings": [
            {"by": "p-mum", "value": 3, "reason": "Hers"},
            {"by": "p-gran", "value": 5, "on_behalf_of": {"person": "mum"}},
            {"by": "p-gran", "value": 6}
        ]}, {"scale": "panel", "round": "closing", "about": "m-1", "ratings": [{"by": "p-gran", "value": 6}]}],
        "actions": [
            {"id": "a-1", "text": "Hers", "owner": "p-mum"},
            {"id": "a-2", "text": "With her", "owner": "p-gran", "supporting": ["p-mum"], "serves": ["m-1", "m-2"]}
        ],
        "outcome": {"dissent": [{"by": "p-mum", "view": "Hers"}]}
    })
}

#[test]
fn what_is_theirs_alone_goes_and_what_is_shared_stays_without_them() {
    let without = redact(&read(&small()), "mum").unwrap();
    let removed = [
        "/case/people/1",
        "/participants/2",
        "/mapping/0",
        "/mapping/2",
        "/scaling/0/ratings/0",
        "/scaling/0/ratings/1",
        "/scaling/1",
        "/actions/0",
        "/outcome/dissent/0",
    ];
    assert_eq!(without.report.removed, removed);
    let left = written(&without.record);
    assert_eq!(
        left["mapping"],
        json!([
            {"id": "m-2", "category": "goal", "text": "Of both", "raised_by": ["p-gran"]},
            {"id": "m-4", "category": "existing_strength", "text": "█ rings Kai", "withdrawn": {"why": "█"}}
        ])
    );
    assert_eq!(
        left["actions"],
        json!([
            {"id": "a-2", "text": "With her", "serves": ["m-2"], "owner": "p-gran"}
        ])
    );
    let told: Vec<_> = without
        .report
        .remains
        .iter()
        .map(|told| (told.path.as_str(), told.because.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("/case/reference", "case"),
            ("/case/people/1/name", "namesake"),
            ("/referral/reason", "covered"),
            ("/mapping/0", "shared"),
            ("/mapping/0/text", "unread"),
            ("/mapping/1/text", "covered"),
            ("/mapping/1/withdrawn/why", "unread"),
            ("/actions/0", "shared"),
            ("/actions/0/text", "unread"),
        ]
    );
}

#[test]
fn the_same_by_any_id_of_theirs() {
    let record = read(&small());
    let [by_person, by_participant] = ["mum", "p-mum"].map(|id| redact(&record, id).unwrap());
    assert_eq!(by_person.record, by_participant.record);
    assert_eq!(by_person.report, by_participant.report);
}

#[test]
fn what_a_referrer_wrote_is_theirs() {
    let without = redact(&read(&small()), "p-worker").unwrap();
    assert_eq!(without.report.removed, ["/referral/reason", "/participants/1"]);
    assert_eq!(without.record.referral.reason, None);
}

#[test]
fn nobody_is_refused() {
    let error = redact(&read(&small()), "p-nobody").unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::UnknownPerson, "/person"));
}

#[test]
fn a_journal_opens_with_what_is_left_and_holds_nothing_of_the_steps() {
    let record = read(&json!({
        "format": "support-panel/1", "id": "panel-1",
        "profile": {"id": "leicester-masp", "version": "2017.1"},
        "case": {"reference": "EHA-1", "people": [{"id": "mum", "kind": "parent", "name": "Rose"}]},
        "participants": [
            {"id": "p-chair", "kind": "professional", "name": "Ada"},
            {"id": "p-mum", "kind": "family", "person": "mum"}
        ]
    }));
    let profile = Profile::of(&record).unwrap();
    let mut session = Session::open(record, profile).unwrap();
    let mut at = 30;
    let mut apply = |session: &mut Session, command: Value| {
        at += 1;
        let stamp = json!({"at": format!("2026-03-12T09:{at}:00Z"), "by": "p-chair"});
        let stamp = crate::Stamp::from_json(stamp.to_string()).unwrap();
        let command = crate::Command::from_json(command.to_string()).unwrap();
        session.apply(command, stamp).map(drop).unwrap();
    };
    apply(&mut session, json!({"type": "open_meeting", "chair": "p-chair"}));
    apply(&mut session, json!({"type": "arrive", "participant": "p-mum"}));
    apply(
        &mut session,
        json!({"type": "add_entry", "id": "m-1", "category": "past_harm", "text": "Rose told", "raised_by": ["p-mum"]}),
    );
    let redacted = redact_journal(session.journal(), "mum", Seal::default()).unwrap();
    assert_eq!(redacted.events_left_out, 3);
    for part in ["mum", "Rose", "told"] {
        assert!(!redacted.journal.contains(part), "{part} is left");
    }
    let replayed = Session::replay(&redacted.journal).unwrap();
    assert!(replayed.lost.is_none());
    let expected = redact(session.record(), "mum").unwrap();
    assert_eq!(replayed.session.record(), &expected.record);
    assert_eq!(redacted.report, expected.report);
}
