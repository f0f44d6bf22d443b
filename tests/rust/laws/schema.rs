//! The committed schema and the reader agree, apart from what a schema cannot say.

use crate::mutate::{WHOLE, gentle, rough};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::Value;
use std::sync::LazyLock;
use support_panel::{Code, Record};

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(support_panel::schema("record").unwrap()).unwrap();
    jsonschema::validator_for(&schema).unwrap()
});

/// What the reader refuses and a schema has no words for: decimal places, an item all of whose members are empty, and a scale
/// whose numbers do not fit each other.
const UNSAYABLE: [Code; 3] = [Code::BadNumber, Code::EmptyItem, Code::BadScale];

fn agree(value: &Value) -> Result<(), TestCaseError> {
    let valid = VALIDATOR.is_valid(value);
    match Record::from_json(value.to_string()) {
        Ok(_) => prop_assert!(
            valid,
            "the reader takes what the schema refuses: {:?}",
            VALIDATOR.iter_errors(value).next().map(|e| e.instance_path().to_string())
        ),
        Err(error) if UNSAYABLE.contains(&error.code()) => {}
        Err(error) => prop_assert!(!valid, "the schema takes what the reader refuses: {error}"),
    }
    Ok(())
}

#[test]
fn whole_records_are_valid() {
    for record in WHOLE.iter() {
        assert!(VALIDATOR.is_valid(record), "{}", record["id"]);
        assert!(Record::from_json(record.to_string()).is_ok());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn the_schema_and_the_reader_agree_on_nearly_right_records(value in gentle()) {
        agree(&value)?;
    }

    #[test]
    fn the_schema_and_the_reader_agree_on_wrong_records(value in rough()) {
        agree(&value)?;
    }
}

/// A character of an id is judged alike, over all of Unicode.
#[test]
fn the_schema_and_the_reader_agree_on_every_character_of_an_id() {
    let schema: Value = serde_json::from_str(support_panel::schema("record").unwrap()).unwrap();
    let id = jsonschema::validator_for(&schema["$defs"]["id"]).unwrap();
    let differ: Vec<char> = ('\0'..=char::MAX)
        .filter(|c| {
            let text = format!("a{c}b");
            id.is_valid(&Value::from(text.as_str())) != text.parse::<support_panel::Id>().is_ok()
        })
        .collect();
    assert!(differ.is_empty(), "{differ:?}");
}

/// Every day of the calendar, and every one that looks like a day.
#[test]
fn the_schema_and_the_reader_agree_on_every_date() {
    let schema: Value = serde_json::from_str(support_panel::schema("record").unwrap()).unwrap();
    let date = jsonschema::validator_for(&schema["$defs"]["date"]).unwrap();
    for year in (0..=9999).step_by(4).chain([1, 99, 1899, 1900, 2000, 2023, 9999]) {
        for month in 0..=13 {
            for day in [0, 1, 28, 29, 30, 31, 32] {
                let text = format!("{year:04}-{month:02}-{day:02}");
                let is_read = text.parse::<support_panel::Date>().is_ok();
                assert_eq!(date.is_valid(&Value::from(text.as_str())), is_read, "{text}");
            }
        }
    }
}
