//! The committed schema and the reader agree, apart from what a schema cannot say.

use crate::mutate::{WHOLE, gentle, rough};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::Value;
use std::sync::LazyLock;
use support_panel::{Code, Record};

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(support_panel::schema("record").unwrap()).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
});

/// What the reader refuses and a schema has no words for: days that a month does not have, and decimal places; an item all of whose
/// members are empty.
const UNSAYABLE: [Code; 4] = [Code::BadDate, Code::BadInstant, Code::BadNumber, Code::EmptyItem];

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
