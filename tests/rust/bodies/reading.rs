//! The readers: whatever reads is written canonically and reads back equal; whatever does not is refused with a code.

use crate::judging;
use crate::syntax::{is_json, repeats_a_key};
use support_panel::{Code, Command, Error, Profile, Record};

/// A refusal points into the text, and quotes nothing of it.
fn refused(error: &Error, text: &[u8]) {
    assert_ne!(error.code(), Code::Internal);
    assert!(error.offset().is_none_or(|at| at as usize <= text.len()), "a place beyond the text");
    assert!(error.to_string().replace('…', "").is_ascii(), "a message of the text's own words");
}

/// As JSON is read by everyone.
fn as_json<T>(read: &Result<T, Error>, bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        assert!(read.is_err(), "bytes that are no text were read");
        return;
    };
    match read {
        Ok(_) => {
            assert!(is_json(text), "no JSON, and yet read");
            assert!(!repeats_a_key(text), "a key twice, and yet read");
        }
        Err(error)
            if [Code::BadSyntax, Code::Truncated, Code::TrailingText].contains(&error.code()) =>
        {
            assert!(!is_json(text), "{} of JSON", error.code());
        }
        Err(error) if error.code() == Code::DuplicateKey => {
            assert!(repeats_a_key(text) || !is_json(text), "a key that stands there once")
        }
        Err(_) => {}
    }
}

pub(crate) fn record(bytes: &[u8]) {
    let read = Record::from_json(bytes);
    as_json(&read, bytes);
    let record = match read {
        Ok(record) => record,
        Err(error) => return refused(&error, bytes),
    };
    let written = record.to_json();
    let again = Record::from_json(&written).unwrap();
    assert_eq!(again, record);
    assert_eq!(again.to_json(), written);
    assert_eq!(Record::from_json(record.to_json_pretty()).unwrap(), record);
    judging::findings(&record);
}

fn whole(profile: &Profile) {
    let written = profile.to_json();
    let again = Profile::from_json(&written).unwrap();
    assert_eq!(&again, profile);
    assert_eq!(again.to_json(), written);
}

pub(crate) fn profile_json(bytes: &[u8]) {
    let read = Profile::from_json(bytes);
    as_json(&read, bytes);
    match read {
        Ok(profile) => {
            whole(&profile);
            judging::under(&profile);
        }
        Err(error) => refused(&error, bytes),
    }
}

/// A TOML value as JSON, by way of the parser's own values.
fn json_of(value: &toml::Value) -> Option<serde_json::Value> {
    Some(match value {
        toml::Value::String(text) => text.as_str().into(),
        toml::Value::Integer(number) => (*number).into(),
        toml::Value::Float(number) => serde_json::Number::from_f64(*number)?.into(),
        toml::Value::Boolean(yes) => (*yes).into(),
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::Array(items) => items.iter().map(json_of).collect::<Option<_>>()?,
        toml::Value::Table(table) => serde_json::Value::Object(
            table
                .iter()
                .map(|(key, value)| Some((key.clone(), json_of(value)?)))
                .collect::<Option<_>>()?,
        ),
    })
}

pub(crate) fn profile_toml(bytes: &[u8]) {
    let read = Profile::from_toml(bytes);
    let table = std::str::from_utf8(bytes).ok().and_then(|text| text.parse::<toml::Table>().ok());
    match &read {
        Ok(profile) => {
            whole(profile);
            // Floats come out of the other way round, so that their spelling may be longer than six places.
            let json = table.map(toml::Value::Table).as_ref().and_then(json_of);
            match json.map(|json| Profile::from_json(json.to_string())) {
                Some(Ok(same)) => assert_eq!(&same, profile),
                Some(Err(error)) => assert_eq!(error.code(), Code::BadNumber),
                None => panic!("no TOML, and yet read"),
            }
            judging::under(profile);
        }
        Err(error) => {
            refused(error, bytes);
            assert!(error.code() != Code::BadSyntax || table.is_none(), "bad syntax of TOML");
        }
    }
}

/// Two profiles with a zero byte between them; the second may extend the first.
pub(crate) fn extends(bytes: &[u8]) {
    let at = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    let (base, part) = (&bytes[..at], bytes.get(at + 1..).unwrap_or_default());
    let read = |bytes: &[u8], bases: &[Profile]| match bytes.first() {
        Some(b'{') => Profile::from_json_with(bytes, bases),
        _ => Profile::from_toml_with(bytes, bases),
    };
    let bases: Vec<Profile> = read(base, &[]).into_iter().collect();
    match read(part, &bases) {
        Ok(profile) => whole(&profile),
        Err(error) => refused(&error, part),
    }
}

pub(crate) fn command(bytes: &[u8]) {
    let read = Command::from_json(bytes);
    as_json(&read, bytes);
    match read {
        Ok(command) => {
            let written = command.to_json();
            let again = Command::from_json(&written).unwrap();
            assert_eq!(again, command);
            assert_eq!(again.to_json(), written);
            crate::session::put(command);
        }
        Err(error) => refused(&error, bytes),
    }
}
