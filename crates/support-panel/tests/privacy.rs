//! No error, finding, `Debug` or explanation carries free text or a name from a record.
//!
//! A marker stands in every free text of a record that uses every key of the format, then in the place of every other
//! value and of every key in turn; it must be seen nowhere that people or logs can see.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says what it expects")]

use serde_json::{Map, Value};
use support_panel::{CheckOptions, Profile, Record, check, explain_finding};

const MARKER: &str = "Zebedee Quill";

/// Texts that the format declares not to be personal.
const PLAIN: [&str; 7] = [
    "reference",
    "version",
    "round",
    "lawful_basis",
    "special_category_condition",
    "rounds",
    "system",
];

fn everything() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/records/everything.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The pointers of all values below, the root's first.
fn pointers(value: &Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut below = |key: &str, value: &Value| {
        found.extend(pointers(value).into_iter().map(|rest| format!("/{key}{rest}")))
    };
    match value {
        Value::Object(members) => members
            .iter()
            .for_each(|(key, value)| below(&key.replace('~', "~0").replace('/', "~1"), value)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| below(&index.to_string(), value))
        }
        _ => {}
    }
    found
}

/// Everything a person or a log could see of this text.
fn seen(text: &str) -> String {
    let record = match Record::from_json(text) {
        Err(error) => {
            return format!("{error} {error:?} {error:#?} {} {}", error.path(), error.message());
        }
        Ok(record) => record,
    };
    let mut seen = format!("{record:?} {record:#?}");
    for profile in support_panel::profiles() {
        let mut record = record.clone();
        record.profile = support_panel::record::ProfileName {
            id: profile.id.clone(),
            version: profile.version.clone(),
        };
        let asked = CheckOptions::default().as_of("2030-01-01".parse().ok()).previous(&record);
        for finding in check(&record, profile, &asked).unwrap() {
            seen += &format!(
                "{finding:?} {} ",
                serde_json::to_string(&explain_finding(&finding).unwrap()).unwrap()
            );
        }
    }
    if let Ok(profile) = Profile::of(&record) {
        seen += &format!("{:?}", check(&record, &profile, &CheckOptions::default()));
    }
    seen
}

fn assert_unseen(text: &str, what: &str) {
    let seen = seen(text);
    for part in MARKER.split(' ') {
        assert!(!seen.contains(part), "{what} lets the text be seen");
    }
}

/// Puts the marker into every free text: what still reads afterwards was one.
fn marked() -> (Value, usize) {
    let mut record = everything();
    let mut planted = 0;
    for pointer in pointers(&everything()) {
        let key = pointer
            .rsplit('/')
            .find(|step| step.parse::<usize>().is_err())
            .unwrap_or_default()
            .to_owned();
        let in_referral_scale = pointer.starts_with("/referral/scale/rounds");
        if PLAIN.contains(&&*key) && !pointer.starts_with("/recording")
            || in_referral_scale
            || pointer.contains("/extensions")
        {
            continue;
        }
        let Some(slot) = record.pointer_mut(&pointer).filter(|value| value.is_string()) else {
            continue;
        };
        let kept = std::mem::replace(slot, Value::from(MARKER));
        if Record::from_json(record.to_string()).is_ok() {
            planted += 1;
        } else {
            *record.pointer_mut(&pointer).unwrap() = kept;
        }
    }
    (record, planted)
}

#[test]
fn free_text_is_seen_nowhere() {
    let (record, planted) = marked();
    assert!(planted >= 40, "only {planted} free texts found");
    assert_unseen(&record.to_string(), "a whole record");
    let mut working = record.clone();
    for status in ["planned", "in_progress", "concluded", "adjourned"] {
        working["meeting"]["status"] = Value::from(status);
        assert_unseen(&working.to_string(), status);
    }
}

#[test]
fn extensions_are_seen_nowhere() {
    let mut record = everything();
    let extension = serde_json::json!({MARKER: {MARKER: [MARKER]}});
    record["extensions"] = extension.clone();
    for list in ["participants", "mapping", "actions"] {
        record[list][0]["extensions"] = extension.clone();
    }
    assert_unseen(&record.to_string(), "an extension");
}

#[test]
fn what_is_refused_is_not_quoted() {
    let (record, _) = marked();
    for pointer in pointers(&record).into_iter().skip(1) {
        for wrong in [
            Value::from(MARKER),
            serde_json::json!({MARKER: MARKER}),
            serde_json::json!([MARKER]),
            serde_json::json!([[MARKER]]),
        ] {
            let mut changed = record.clone();
            *changed.pointer_mut(&pointer).unwrap() = wrong;
            if Record::from_json(changed.to_string()).is_err() {
                assert_unseen(&changed.to_string(), &pointer);
            }
        }
    }
}

#[test]
fn keys_are_not_quoted() {
    let (record, _) = marked();
    for pointer in pointers(&record) {
        let mut changed = record.clone();
        if let Some(Value::Object(members)) = changed.pointer_mut(&pointer) {
            *members = std::mem::take(members)
                .into_iter()
                .chain([(MARKER.to_owned(), Value::Null)])
                .collect::<Map<_, _>>();
            let text = changed.to_string();
            if Record::from_json(&text).is_err() {
                assert_unseen(&text, &pointer);
                let twice = text.replacen(
                    &format!("\"{MARKER}\":null"),
                    &format!("\"{MARKER}\":1,\"{MARKER}\":2"),
                    1,
                );
                assert_unseen(&twice, &pointer);
            }
        }
    }
}

#[test]
fn broken_text_is_not_quoted() {
    let text = marked().0.to_string();
    for cut in (0..text.len()).step_by(97) {
        assert_unseen(text.get(..cut).unwrap_or_default(), "a truncated record");
    }
}
