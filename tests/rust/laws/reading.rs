//! Reading and writing.

use crate::mutate::{gentle, rough};
use proptest::prelude::*;
use serde_json::Value;
use support_panel::{Code, Record};

/// What canonical writing leaves alone: the members that hold something, in whatever order.
fn without_empties(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let kept = members
                .iter()
                .filter(|(key, _)| *key != "extensions")
                .map(|(key, value)| (key.clone(), without_empties(value)));
            Value::Object(kept.filter(|(_, value)| !is_empty(value)).collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(without_empties).collect()),
        Value::Number(number) => Value::from(number.as_f64()),
        other => other.clone(),
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

/// Members that are left out because they say what would hold without them.
fn without_defaults(mut value: Value) -> Value {
    let drop_from = |item: &mut Value, key: &str, default: &str| {
        if item.get(key).is_some_and(|word| word == default) {
            item.as_object_mut().unwrap().shift_remove(key);
        }
    };
    for (list, key, default) in [("actions", "status", "open")] {
        if let Some(items) = value.get_mut(list).and_then(Value::as_array_mut) {
            items.iter_mut().for_each(|item| drop_from(item, key, default));
        }
    }
    for (pointer, key, default) in
        [("/meeting", "status", "planned"), ("/referral/scale", "subject", "overall")]
    {
        if let Some(item) = value.pointer_mut(pointer) {
            drop_from(item, key, default);
        }
    }
    value
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(800))]

    #[test]
    fn what_is_read_is_written_and_read_again(value in gentle()) {
        if let Ok(record) = Record::from_json(value.to_string()) {
            let written = record.to_json();
            let again = Record::from_json(&written).unwrap();
            prop_assert_eq!(&again, &record);
            prop_assert_eq!(again.to_json(), written.clone());
            prop_assert_eq!(Record::from_json(record.to_json_pretty()).unwrap(), record);
            let kept: Value = serde_json::from_str(&written).unwrap();
            prop_assert_eq!(without_defaults(without_empties(&kept)), without_defaults(without_empties(&value)));
        }
    }

    #[test]
    fn white_space_and_the_order_of_keys_say_nothing(value in gentle()) {
        let compact = Record::from_json(value.to_string()).map(|r| r.to_json());
        let spaced = Record::from_json(serde_json::to_string_pretty(&value).unwrap().replace('\n', "\r\n\t")).map(|r| r.to_json());
        // Extensions keep the white space they were given.
        if !value.to_string().contains("extensions") {
            prop_assert_eq!(compact.as_ref().map_err(|e| (e.code(), e.path())), spaced.as_ref().map_err(|e| (e.code(), e.path())));
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Err(error) = Record::from_json(&bytes) {
            prop_assert_ne!(error.code(), Code::Internal);
        }
    }

    /// The reader's grammar is serde_json's: what one finds no JSON at all, the other does not either.
    #[test]
    fn syntax_is_that_of_json(value in rough(), cut in any::<prop::sample::Index>(), put in "[\\[\\]{}:,\"0-9eE+.tfn\\\\ -]{0,2}") {
        let mut text = value.to_string();
        let at = (0..=cut.index(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
        text.insert_str(at, &put);
        // As raw text: a number too large for binary floating point is JSON all the same.
        let json = serde_json::from_str::<&serde_json::value::RawValue>(&text);
        if let Err(error) = Record::from_json(&text) {
            let syntax = [Code::BadSyntax, Code::Truncated, Code::TrailingText].contains(&error.code());
            prop_assert!(!syntax || json.is_err(), "{error} of JSON");
            prop_assert!(error.offset().unwrap() as usize <= text.len());
        } else {
            prop_assert!(json.is_ok(), "no JSON, and yet read");
        }
    }
}
