//! JSON as FHIR has it: an element is never empty, so what is absent goes with its key.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;
use support_panel::{Date, Decimal, Instant};

/// A value that is there.
pub(crate) enum Node {
    Text(String),
    Flag(bool),
    /// A number in its own digits.
    Number(Box<RawValue>),
    List(Vec<Node>),
    Object(Vec<(&'static str, Node)>),
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Number(number) => number.serialize(serializer),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (key, value) in members {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

/// An object of the members that are there; none where none is.
pub(crate) fn object(
    members: impl IntoIterator<Item = (&'static str, Option<Node>)>,
) -> Option<Node> {
    let members: Vec<_> =
        members.into_iter().filter_map(|(key, value)| Some((key, value?))).collect();
    (!members.is_empty()).then_some(Node::Object(members))
}

/// A list of the items that are there; none where none is.
pub(crate) fn list(items: impl IntoIterator<Item = Option<Node>>) -> Option<Node> {
    let items: Vec<_> = items.into_iter().flatten().collect();
    (!items.is_empty()).then_some(Node::List(items))
}

/// A word of ours or of FHIR's.
pub(crate) fn word(word: &str) -> Option<Node> {
    Some(Node::Text(word.to_owned()))
}

/// A text of people's, without what FHIR's strings cannot hold; none where that leaves nothing but white space.
pub(crate) fn text(text: &str) -> Option<Node> {
    let held = text.chars().filter(|c| match c {
        '\t' | '\n' | '\r' => true,
        c if c.is_control() => false,
        // No characters at all, which XML refuses.
        '\u{FDD0}'..='\u{FDEF}' => false,
        c => u32::from(*c) & 0xFFFE != 0xFFFE,
    });
    let held: String = held.collect();
    (!held.trim().is_empty()).then_some(Node::Text(held))
}

pub(crate) fn flag(flag: bool) -> Option<Node> {
    Some(Node::Flag(flag))
}

/// A number with all its digits.
pub(crate) fn number(number: Decimal) -> Option<Node> {
    RawValue::from_string(number.to_string()).ok().map(Node::Number)
}

pub(crate) fn date(date: Date) -> Option<Node> {
    Some(Node::Text(date.to_string()))
}

/// A moment; none where its offset is one that no clock on earth has, and FHIR refuses.
pub(crate) fn instant(instant: Instant) -> Option<Node> {
    // A record may write `t` and `z`.
    let written = instant.to_string().to_ascii_uppercase();
    let offset = written.get(written.len().checked_sub(6)?..)?;
    let is_far = match offset.as_bytes() {
        [b'+' | b'-', ..] => offset.get(1..)? > "14:00",
        _ => false,
    };
    (!is_far).then_some(Node::Text(written))
}
