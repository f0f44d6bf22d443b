//! What every Bundle keeps to, where outside validators do not look, and that each of these checks can fail.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test says what it expects"
)]

mod invariants;

use invariants::faults;
use serde_json::{Value, json};
use support_panel::report::{Reader, copy_of};
use support_panel::{Profile, Record};
use support_panel_fhir::bundle;

fn records() -> Vec<Record> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/records");
    let names =
        ["leicester-initial", "leicester-review", "leicester-referral", "clean", "everything"];
    let read = |name| std::fs::read_to_string(format!("{folder}/{name}.json")).unwrap();
    names.iter().map(|name| Record::from_json(read(name)).unwrap()).collect()
}

fn profile(record: &Record) -> Profile {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/profiles");
    let of_tests = std::fs::read_dir(path)
        .unwrap()
        .filter_map(|entry| Profile::from_toml(std::fs::read(entry.unwrap().path()).ok()?).ok());
    Profile::of(record).unwrap_or_else(|_| {
        of_tests
            .into_iter()
            .find(|one| one.id == record.profile.id && one.version == record.profile.version)
            .unwrap()
    })
}

/// Each reader of a record: the two words, and everyone whom it knows.
fn readers(record: &Record) -> Vec<Reader> {
    let people = record.case.people.iter().map(|one| &one.id);
    let ids = people.chain(record.participants.iter().map(|one| &one.id));
    let ids: Vec<_> = ids.map(|id| id.as_str().parse().unwrap()).collect();
    [Reader::Professionals, Reader::Family].into_iter().chain(ids).collect()
}

/// Every Bundle that can be made of the records, with its copy.
fn bundles() -> Vec<(Record, Value, bool)> {
    let mut made = Vec::new();
    for record in records() {
        let profile = profile(&record);
        for reader in readers(&record) {
            let Ok(copy) = copy_of(&record, &profile, &reader) else { continue };
            let Ok(text) = bundle(&copy, &profile) else { continue };
            assert_eq!(bundle(&copy, &profile).unwrap(), text, "other bytes the second time");
            made.push((
                copy.record().clone(),
                serde_json::from_str(&text).unwrap(),
                copy.is_working(),
            ));
        }
    }
    assert!(made.len() > 20, "{}", made.len());
    made
}

fn of_the_initial_panel() -> (Record, Value) {
    let record = records().remove(0);
    let profile = profile(&record);
    let copy = copy_of(&record, &profile, &Reader::Professionals).unwrap();
    let text = bundle(&copy, &profile).unwrap();
    (record, serde_json::from_str(&text).unwrap())
}

#[test]
fn every_bundle_keeps_to_them() {
    for (copy, bundle, _) in bundles() {
        assert_eq!(faults(&copy, &bundle), Vec::<&str>::new());
    }
}

/// The entries of a kind, to be broken.
fn first<'a>(bundle: &'a mut Value, kind: &str) -> &'a mut Value {
    let entries = bundle["entry"].as_array_mut().unwrap();
    let found = entries.iter_mut().find(|entry| entry["resource"]["resourceType"] == kind);
    &mut found.unwrap()["resource"]
}

#[test]
fn each_of_them_fails_on_a_bundle_broken_in_that_one_way() {
    type Break = fn(&mut Value);
    let broken: &[(&str, Break)] = &[
        ("a key holds nothing", |b| first(b, "Task")["note"] = json!([])),
        ("a fullUrl is not a UUID of version 5", |b| {
            b["entry"][0]["fullUrl"] = json!("urn:uuid:7")
        }),
        ("a fullUrl stands twice", |b| {
            // A form and nothing that refers to it: otherwise a reference would dangle as well.
            let last = b["entry"].as_array().unwrap().len() - 1;
            let other = b["entry"][last - 1]["fullUrl"].clone();
            b["entry"][last]["fullUrl"] = other;
        }),
        ("a reference leads nowhere", |b| {
            first(b, "Goal")["subject"]["reference"] =
                json!("urn:uuid:00000000-0000-5000-8000-000000000000");
        }),
        ("a reference is neither to the Bundle nor by name", |b| {
            first(b, "Task")["owner"] = json!({"type": "Patient"})
        }),
        ("a resource has an id", |b| first(b, "Goal")["id"] = json!("g-1")),
        ("an answer has no question in the form", |b| {
            first(b, "QuestionnaireResponse")["item"][0]["item"][0]["linkId"] = json!("other");
        }),
        ("an answer stands in another column than its question", |b| {
            let map = first(b, "QuestionnaireResponse");
            let moved = map["item"][0]["item"].as_array_mut().unwrap().remove(0);
            map["item"][1]["item"].as_array_mut().unwrap().push(moved);
        }),
        ("a linkId stands twice in the form", |b| {
            let form = first(b, "Questionnaire");
            form["item"][1]["item"][0]["linkId"] = form["item"][1]["item"][1]["linkId"].clone();
        }),
        ("a period ends before it begins", |b| {
            first(b, "Task")["restriction"]["period"] =
                json!({"start": "2026-04-02", "end": "2026-04-01"});
        }),
        ("a day that the calendar does not have", |b| {
            first(b, "QuestionnaireResponse")["authored"] = json!("2026-02-30")
        }),
        ("a time without an offset", |b| {
            first(b, "Observation")["effectiveDateTime"] = json!("2026-03-12T10:00:00")
        }),
        ("something of a clinic", |b| {
            first(b, "Goal")["addresses"] = json!([{"display": "A danger"}]);
        }),
        ("a word of the map is coded", |b| {
            first(b, "QuestionnaireResponse")["item"][0]["item"][0]["answer"][0] =
                json!({"valueCoding": {"code": "x"}});
        }),
        ("a narrative", |b| {
            first(b, "Goal")["text"] = json!({"status": "generated", "div": "<div>x</div>"})
        }),
        ("the numbers are not those of the copy", |b| {
            first(b, "Observation")["valueQuantity"]["value"] = json!(0.25)
        }),
        ("a guess is not told from an own number", |b| {
            first(b, "Observation")["method"]["coding"][0]["code"] = json!("guess");
        }),
        ("the goals are not those of the copy", |b| {
            first(b, "Goal")["description"]["text"] = json!("x")
        }),
        ("the actions are not those of the copy", |b| first(b, "Task")["status"] = json!("draft")),
        ("the map is not that of the copy", |b| {
            first(b, "QuestionnaireResponse")["item"][0]["item"][0]["answer"][0]["valueString"] =
                json!("x");
        }),
    ];
    let mut failed: Vec<&str> = Vec::new();
    for (expected, break_it) in broken {
        let (record, mut bundle) = of_the_initial_panel();
        assert_eq!(faults(&record, &bundle), Vec::<&str>::new());
        break_it(&mut bundle);
        let found = faults(&record, &bundle);
        assert!(found.contains(expected), "{expected}: found {found:?}");
        // One break may bring another fault with it: what refers to a broken URL dangles.
        failed.extend(found);
    }
    let unbroken: Vec<_> = invariants::ALL.iter().filter(|name| !failed.contains(name)).collect();
    assert_eq!(unbroken, Vec::<&&str>::new(), "checks that nothing was shown to fail");
}

/// A URL is the same thing's whoever the reader is: whoever takes in two copies of a panel must not put one number in another's place.
#[test]
fn a_url_means_one_thing_in_every_copy() {
    let who_and_what = |resource: &Value| {
        let keys = [
            "resourceType",
            "identifier",
            "category",
            "code",
            "performer",
            "focus",
            "valueQuantity",
        ];
        let of_the_panel = resource["performer"][0]["display"] == "the panel";
        (!of_the_panel).then(|| keys.map(|key| resource[key].clone()))
    };
    for record in records() {
        let profile = profile(&record);
        let mut known = std::collections::BTreeMap::new();
        for reader in readers(&record) {
            let Ok(copy) = copy_of(&record, &profile, &reader) else { continue };
            let Ok(text) = bundle(&copy, &profile) else { continue };
            let bundle: Value = serde_json::from_str(&text).unwrap();
            for entry in bundle["entry"].as_array().unwrap() {
                let resource = &entry["resource"];
                let kind = resource["resourceType"].as_str().unwrap();
                // The case's reference stands in the working copy alone, and a name where the reader may know it.
                if !["Observation", "Goal", "Task", "Patient", "Practitioner"].contains(&kind) {
                    continue;
                }
                let Some(mut what) = who_and_what(resource) else { continue };
                if kind == "Patient" {
                    what[1] = what[1][0].clone();
                }
                // Someone without a resource is named, where the copy does.
                for part in &mut what[4..6] {
                    if let Some(one) = part.get_mut(0).and_then(Value::as_object_mut) {
                        one.remove("display");
                    }
                }
                let first =
                    known.entry(entry["fullUrl"].to_string()).or_insert_with(|| what.clone());
                // Ids stand in the working record alone, which comes first.
                if what[1].is_null() {
                    what[1] = first[1].clone();
                }
                assert_eq!(*first, what);
            }
        }
        assert!(known.len() > 10);
    }
}

/// Numbers keep their digits, where a binary number would lose them.
#[test]
fn numbers_keep_their_digits() {
    let digits = "999999999999999.123457";
    let text = json!({
        "format": "support-panel/1", "id": "panel-1",
        "profile": {"id": "leicester-masp", "version": "2017.1"}, "case": {"reference": "EHA-1"},
        "participants": [{"id": "p-1", "kind": "professional"}],
        "scaling": [{"scale": "panel", "ratings": [{"by": "p-1", "value": 0}, {"by": "p-1", "value": 4.5}]}],
    });
    let text = text.to_string().replace("\"value\":0", &format!("\"value\":{digits}"));
    let record = Record::from_json(text).unwrap();
    let profile = profile(&record);
    let copy = copy_of(&record, &profile, &Reader::Professionals).unwrap();
    let made = bundle(&copy, &profile).unwrap();
    assert!(made.contains(&format!("\"valueQuantity\":{{\"value\":{digits}}}")));
    assert!(made.contains("\"valueQuantity\":{\"value\":4.5}"));
}

/// A text that no FHIR string can hold, or that holds nothing, leaves no empty element behind.
#[test]
fn texts_hold_what_fhir_can_hold() {
    let text = json!({
        "format": "support-panel/1", "id": "panel-1",
        "profile": {"id": "leicester-masp", "version": "2017.1"}, "case": {"reference": "EHA-1"},
        "participants": [{"id": "p-1", "kind": "professional", "name": "\u{0}\u{85}"}],
        "mapping": [
            {"id": "g-1", "category": "goal", "text": " \u{3000} "},
            {"id": "g-2", "category": "goal", "text": "one\u{1}\u{FFFF}\ttwo"},
        ],
        "scaling": [{"scale": "panel", "ratings": [
            {"by": "p-1", "value": 1, "at": "2026-03-12t10:00:00.5z"},
            {"by": "p-1", "value": 2, "at": "2026-03-12T10:00:00+23:00"},
        ]}],
    });
    let record = Record::from_json(text.to_string()).unwrap();
    let profile = profile(&record);
    let copy = copy_of(&record, &profile, &Reader::Professionals).unwrap();
    let bundle: Value = serde_json::from_str(&bundle(&copy, &profile).unwrap()).unwrap();
    let entries = bundle["entry"].as_array().unwrap();
    let of = |kind: &str| -> Vec<Value> {
        let resources = entries.iter().map(|entry| entry["resource"].clone());
        resources.filter(|resource| resource["resourceType"] == kind).collect()
    };
    assert!(of("Practitioner")[0].get("name").is_none());
    assert!(of("Goal")[0]["description"]["extension"].is_array());
    assert_eq!(of("Goal")[1]["description"], json!({"text": "one\ttwo"}));
    assert_eq!(of("Observation")[0]["effectiveDateTime"], "2026-03-12T10:00:00.5Z");
    assert!(of("Observation")[1].get("effectiveDateTime").is_none());
}

/// Nothing stands in a Bundle that does not stand in the copy, the profile, or our own few words; and a reader of the
/// family side is given no word about whom something is not for.
#[test]
fn a_bundle_holds_no_more_than_its_copy() {
    for (copy, bundle, is_working) in bundles() {
        let profile = profile(&copy);
        let known = [copy.to_json(), profile.to_json()]
            .map(|text| serde_json::from_str::<Value>(&text).unwrap());
        let due = copy.actions.iter().filter_map(|action| {
            support_panel::due_on(&copy, &profile, &action.id).unwrap().map(|day| day.to_string())
        });
        let known: Vec<String> = known.iter().flat_map(invariants::texts).chain(due).collect();
        let labels = ["Not for ", "Only for "];
        for text in invariants::texts(&bundle) {
            let is_ours = text.starts_with("urn:uuid:")
                || text.starts_with("http")
                || text.starts_with("column:")
                || invariants::OURS.contains(&text.as_str());
            let inside = |known: &String| {
                text == *known
                    || is_working
                        && text.strip_prefix(known.as_str()).is_some_and(|rest| {
                            labels.iter().any(|it| rest.starts_with(&format!(" [{it}")))
                        })
                    || is_working && labels.iter().any(|label| text.starts_with(label))
            };
            let is_range = text.contains("; ") && text.split("; ").count() >= 2;
            assert!(
                is_ours || is_range || known.iter().any(inside),
                "a text of {} characters",
                text.len()
            );
        }
        if !is_working {
            let text = bundle.to_string();
            assert!(!text.contains("Not for") && !text.contains("For professionals"));
            assert!(!text.contains("\"withheld\"") && !text.contains("Only for"));
            assert!(!text.contains("\"identifier\""), "an id tells of the ids that are not there");
            assert!(!text.contains("T00:00:00Z"), "a copy has no time");
        }
    }
}

/// What holds where nothing is marked is said beside it as well.
#[test]
fn the_working_bundle_says_whom_a_thing_is_not_for() {
    let text = json!({
        "format": "support-panel/1", "id": "panel-1",
        "profile": {"id": "leicester-masp", "version": "2017.1"},
        "case": {"reference": "EHA-1", "people": [
            {"id": "mum", "kind": "parent", "name": "Maya"},
            {"id": "big", "kind": "sibling", "name": "Big", "date_of_birth": "2012-01-01"}
        ]},
        "meeting": {"status": "concluded", "held_on": "2026-03-12"},
        "participants": [
            {"id": "p-mum", "kind": "family", "person": "mum", "attendance": "present"},
            {"id": "p-big", "kind": "family", "person": "big", "attendance": "present"},
            {"id": "p-lake", "kind": "professional", "name": "Lake", "withheld_from": ["mum"]}
        ],
        "mapping": [
            {"id": "e-1", "category": "past_harm", "text": "It is loud", "raised_by": ["p-big"]},
            {"id": "e-2", "category": "goal", "text": "Quiet nights"}
        ],
        "scaling": [{"scale": "panel", "round": "opening", "revealed_at": "2026-03-12T10:00:00Z", "ratings": [
            {"by": "p-mum", "value": 6}, {"by": "p-big", "value": 2},
            {"by": "p-mum", "value": 3, "on_behalf_of": {"person": "big"}}
        ]}],
        "actions": [{"id": "a-1", "text": "Ring", "owner": "p-lake"}],
    });
    let record = Record::from_json(text.to_string()).unwrap();
    let profile = profile(&record);
    let copy = copy_of(&record, &profile, &Reader::Professionals).unwrap();
    let bundle: Value = serde_json::from_str(&bundle(&copy, &profile).unwrap()).unwrap();
    let said: Vec<_> = bundle["entry"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| &entry["resource"])
        .filter_map(|one| {
            let tag = one["meta"]["tag"][0]["display"].as_str()?;
            Some((one["resourceType"].as_str()?, tag))
        })
        .collect();
    let expected = [
        ("Patient", "Not for the family"),
        ("Practitioner", "Not for Maya"),
        ("Observation", "Only for Big"),
        ("Observation", "Only for Maya"),
        ("Task", "Not for Maya"),
    ];
    assert_eq!(said, expected);
    assert!(bundle.to_string().contains("It is loud [Only for Big]"));
}
