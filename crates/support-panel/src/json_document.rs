//! From bytes to a document and back: what holds for records, profiles and commands alike.

use crate::error::{Code, Error, Location};
use crate::limits;
use crate::wire::{Fault, Kind, Read, Reader, Value};

/// The text of a document, refused where no reading could make sense of it.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, Error> {
    let refuse = |code, found: &str, expected: &str, location| {
        Error::new(code, "", format!("found {found}, expected {expected}")).at(Some(location))
    };
    if bytes.len() > limits::DOCUMENT_BYTES {
        return Err(refuse(
            Code::TooLarge,
            "a larger document",
            "at most 4 MiB",
            Location::in_text("", 0),
        ));
    }
    if bytes.starts_with(b"\xef\xbb\xbf") {
        return Err(refuse(
            Code::ByteOrderMark,
            "a byte order mark",
            "UTF-8 without one",
            Location::in_text("", 0),
        ));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes
            .get(..error.valid_up_to())
            .and_then(|b| std::str::from_utf8(b).ok())
            .unwrap_or_default();
        refuse(
            Code::InvalidUtf8,
            "a byte that is not UTF-8",
            "UTF-8 text",
            Location::in_text(good, good.len()),
        )
    })
}

/// Reads the root object; an empty one goes through its reader's missing keys like any other.
pub(crate) fn read<T: Value>(text: &str) -> Read<T> {
    let mut reader = Reader::new(text);
    // Absent is not empty for a whole document: null is as wrong as a number.
    let kind = reader.kind()?;
    if kind != Kind::Object {
        return Err(reader.fault(Code::WrongType, kind.words(), Kind::Object.words()));
    }
    let mut value = T::empty();
    let found = T::read(&mut reader, &mut value)?;
    let end = reader.offset();
    reader.finish()?;
    if found {
        return Ok(value);
    }
    let first = match T::SHAPE {
        crate::wire::Shape::Object([(key, _), ..]) => *key,
        _ => "",
    };
    Err(Fault::new(
        Code::MissingKey,
        end.saturating_sub(1),
        "nothing",
        "a member that reading requires",
    )
    .inside(first))
}

/// JSON text that serde_json writes as it is.
pub(crate) fn raw(json: String) -> Box<serde_json::value::RawValue> {
    // Our own writer's output is JSON; null could only follow from a fault of ours, and still is not a panic.
    serde_json::value::RawValue::from_string(json)
        .unwrap_or_else(|_| serde_json::value::RawValue::NULL.to_owned())
}
