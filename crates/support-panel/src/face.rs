//! The language-neutral face: the same operations for bindings, with text in and JSON out.
//!
//! A binding wraps [`Record`], [`Profile`](crate::Profile) and a session as opaque handles and hands everything else through here, so
//! that no language has a judgement of its own. Dates and words come as text and are refused with a code; results
//! leave as JSON text.

use crate::error::{Code, Error};
use crate::{Asked, Date, Finding, Profile, Record};
use serde::Serialize;

/// The profile given, else the built-in one that the record names.
///
/// # Errors
/// `unknown_profile` where none is given and none built in; `profile_mismatch` where the one given is not the record's.
pub fn profile_of(record: &Record, profile: Option<&Profile>) -> Result<Profile, Error> {
    match profile {
        Some(profile) => profile.must_be_of(record).map(|()| profile.clone()),
        None => Profile::of(record),
    }
}

/// A day as text; an empty one is none.
///
/// # Errors
/// `bad_date` at the argument's name.
pub fn date(argument: &str, text: Option<&str>) -> Result<Option<Date>, Error> {
    let parse = |text: &str| {
        text.parse().map_err(|_| {
            Error::new(Code::BadDate, format!("/{argument}"), "found a text that is not one, expected a day such as 2026-03-12")
        })
    };
    text.filter(|text| !text.is_empty()).map(parse).transpose()
}

/// A result as JSON text.
pub fn json(value: &impl Serialize) -> String {
    // Our own types have text keys and finite numbers, so that writing them cannot fail.
    serde_json::to_string(value).unwrap_or_default()
}

/// [`check`](crate::check), with the day as text and the profile found where none is given.
///
/// # Errors
/// As [`profile_of`], [`date`] and [`check`](crate::check).
pub fn check(record: &Record, profile: Option<&Profile>, as_of: Option<&str>, previous: Option<&Record>) -> Result<Vec<Finding>, Error> {
    let asked = Asked { as_of: date("as_of", as_of)?, previous };
    crate::check(record, &profile_of(record, profile)?, &asked)
}

/// An error as JSON text: `code`, `path`, `message`, and `line` and `column` where there was a text.
pub fn error(error: &Error) -> String {
    json(&serde_json::json!({
        "code": error.code(), "path": error.path(), "message": error.to_string(), "line": error.line(), "column": error.column(), "offset": error.offset(),
    }))
}
