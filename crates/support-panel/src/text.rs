//! The three kinds of text in a record, told apart by what may be shown of them.

use crate::error::Code;
use crate::json_document;
use crate::limits;
#[cfg(test)]
use crate::wire::Schema;
use crate::wire::{Edit, Fate, Kind, Leaf, Place, Read, Reader, Shape, Value, Word, Writer};
use compact_str::CompactString;
use std::fmt;

/// An id: 1 to 200 characters without white space or control characters, compared byte for byte.
///
/// Ids appear in findings and logs, so an id must never be a name.
///
/// ```
/// let id: support_panel::Id = "p-chair".parse()?;
/// assert_eq!(id.as_str(), "p-chair");
/// assert!("Mrs Osei".parse::<support_panel::Id>().is_err());
/// # Ok::<(), support_panel::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(CompactString);

impl Id {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn fits(text: &str) -> bool {
        // Nearly every id is a short word of ASCII.
        if text.len() <= limits::ID_CHARACTERS && text.bytes().all(|b| b.is_ascii_graphic()) {
            return !text.is_empty();
        }
        let is_short = (1..=limits::ID_CHARACTERS).contains(&text.chars().count());
        is_short && !text.chars().any(|c| c.is_whitespace() || c.is_control())
    }
}

impl Id {
    /// Reads one that is not spelt as ids nearly always are.
    #[cold]
    fn read_any(reader: &mut Reader<'_>, slot: &mut Self) -> Read<bool> {
        let rest = reader.rest();
        let Some(text) = reader.text("an id")? else { return Ok(false) };
        if !Self::fits(&text) {
            let expected = "1 to 200 characters without white space or control characters";
            return Err(reader.refused(rest, Code::BadId, "a text that cannot be an id", expected));
        }
        slot.0 = text.into();
        Ok(true)
    }
}

impl std::str::FromStr for Id {
    type Err = crate::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if Self::fits(text) {
            return Ok(Self(text.into()));
        }
        Err(crate::Error::new(
            Code::BadId,
            "",
            "found a text that cannot be an id, expected 1 to 200 characters without white space",
        ))
    }
}

impl Word for Id {
    fn text(&self) -> &str {
        &self.0
    }

    fn set(&mut self, text: &str) -> Result<(), crate::Error> {
        *self = text.parse()?;
        Ok(())
    }
}

impl std::ops::Deref for Id {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Id {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Id {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl serde::Serialize for Id {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl Value for Id {
    const SHAPE: &'static Shape = &Shape::Leaf;

    fn empty() -> Self {
        Self(CompactString::const_new(""))
    }

    fn read(reader: &mut Reader<'_>, slot: &mut Self) -> Read<bool> {
        if let Some(text) = reader.plain_id() {
            slot.0 = text.into();
            return Ok(true);
        }
        Self::read_any(reader, slot)
    }

    fn write(&self, writer: &mut Writer) {
        writer.text(&self.0);
    }

    fn edit(&mut self, place: &Place<'_>, editor: &mut dyn Edit) -> Fate {
        editor.edit(place, Leaf::Id(self))
    }

    #[cfg(test)]
    fn schema(schema: &mut Schema) -> serde_json::Value {
        schema.id()
    }

    #[cfg(test)]
    const EMPTY: &'static str = "text";
}

/// Absent, or nothing but white space: as rules judge a text, there is none.
pub(crate) fn is_blank(text: Option<&Text>) -> bool {
    text.is_none_or(Text::is_blank)
}

macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident, $shape:ident, $debug:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(CompactString);

        impl $name {
            /// Reads one that is not spelt as texts nearly always are.
            #[cold]
            fn read_any(reader: &mut Reader<'_>, slot: &mut Self) -> Read<bool> {
                let Some(text) = reader.text(Kind::Text.words())? else { return Ok(false) };
                slot.0 = text.into();
                Ok(true)
            }

            /// The text itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Nothing but white space, as rules judge it.
            pub fn is_blank(&self) -> bool {
                self.0.chars().all(char::is_whitespace)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }

        impl Word for $name {
            fn text(&self) -> &str {
                &self.0
            }

            fn set(&mut self, text: &str) -> Result<(), crate::Error> {
                self.0 = text.into();
                Ok(())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let show: fn(&str, &mut fmt::Formatter<'_>) -> fmt::Result = $debug;
                show(&self.0, f)
            }
        }

        impl Value for $name {
            const SHAPE: &'static Shape = &Shape::$shape;

            fn empty() -> Self {
                Self(CompactString::const_new(""))
            }

            fn read(reader: &mut Reader<'_>, slot: &mut Self) -> Read<bool> {
                if let Some(text) = reader.plain() {
                    slot.0 = text.into();
                    return Ok(!text.is_empty());
                }
                Self::read_any(reader, slot)
            }

            fn write(&self, writer: &mut Writer) {
                writer.text(&self.0);
            }

            fn edit(&mut self, place: &Place<'_>, editor: &mut dyn Edit) -> Fate {
                editor.edit(place, Leaf::$name(self))
            }

            #[cfg(test)]
            fn schema(schema: &mut Schema) -> serde_json::Value {
                schema.text()
            }

            #[cfg(test)]
            const EMPTY: &'static str = "text";
        }
    };
}

text_type! {
    /// Free text or a name. Its `Debug` shows only how long it is, so that nothing personal reaches a log.
    ///
    /// ```
    /// let text = support_panel::Text::from("Kai was found outside");
    /// assert_eq!(format!("{text:?}"), "Text(21 characters)");
    /// assert_eq!(text.as_str(), "Kai was found outside");
    /// ```
    Text, Text, |text, f| write!(f, "Text({} characters)", text.chars().count())
}

text_type! {
    /// A text that is not personal: a case reference, a version, the round of a scale, a lawful basis.
    Label, Leaf, |text, f| fmt::Debug::fmt(text, f)
}

impl std::ops::Deref for Label {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl serde::Serialize for Label {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// A council's own data: any JSON object, kept as its own text. Numbers, escapes and the order of keys stay as they were
/// written; white space between them goes, so that a record is one line and equal records are equal bytes.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Extensions(Option<Box<str>>);

impl Extensions {
    /// The object as JSON text, where there is one.
    pub fn as_json(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// Takes a JSON object, checked as strictly as one inside a record, and no larger than a whole record may be.
    ///
    /// # Errors
    /// What reading a record would say of it.
    pub fn from_json(text: &str) -> Result<Self, crate::Error> {
        let text = json_document::text(text.as_bytes())?;
        let mut reader = Reader::new(text);
        let mut value = Self::default();
        let read = Self::read(&mut reader, &mut value).and_then(|_| reader.finish());
        read.map(|()| value).map_err(|fault| fault.in_text(text))
    }
}

/// JSON text without the white space that stands outside its texts.
fn compact(json: &str) -> String {
    let (mut in_text, mut is_escaped) = (false, false);
    let kept = |c: &char| {
        if in_text {
            in_text = is_escaped || *c != '"';
            is_escaped = !is_escaped && *c == '\\';
            return true;
        }
        in_text = *c == '"';
        !matches!(c, ' ' | '\t' | '\r' | '\n')
    };
    json.chars().filter(kept).collect()
}

impl fmt::Debug for Extensions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(text) => write!(f, "Extensions({} bytes)", text.len()),
            None => f.write_str("Extensions(none)"),
        }
    }
}

impl Value for Extensions {
    const SHAPE: &'static Shape = &Shape::Leaf;

    fn empty() -> Self {
        Self(None)
    }

    fn read(reader: &mut Reader<'_>, slot: &mut Self) -> Read<bool> {
        if !reader.expect(Kind::Object)? {
            return Ok(false);
        }
        let text = compact(reader.skip_value()?);
        let empty = text == "{}";
        slot.0 = (!empty).then(|| text.into());
        Ok(!empty)
    }

    fn write(&self, writer: &mut Writer) {
        writer.raw(self.as_json().unwrap_or("{}"));
    }

    fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    fn edit(&mut self, place: &Place<'_>, editor: &mut dyn Edit) -> Fate {
        if self.0.is_some() && editor.edit(place, Leaf::Extensions) == Fate::LeftOut {
            self.0 = None;
        }
        Fate::Stays
    }

    #[cfg(test)]
    fn schema(schema: &mut Schema) -> serde_json::Value {
        schema.extensions()
    }

    #[cfg(test)]
    const EMPTY: &'static str = "object";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_of_a_council_on_its_own_keeps_to_the_limits_of_a_record() {
        let code = |text: &str| Extensions::from_json(text).err().map(|error| error.code());
        let holds = |make: &dyn Fn(usize) -> String, most: usize, refused: Code| {
            assert_eq!(code(&make(most)), None, "{refused}");
            assert_eq!(code(&make(most + 1)), Some(refused));
        };
        holds(
            &|characters| format!("{{\"a\": \"{}\"}}", "b".repeat(characters)),
            limits::TEXT_CHARACTERS,
            Code::TooLong,
        );
        holds(
            &|items| format!("{{\"a\": [{}1]}}", "1,".repeat(items - 1)),
            limits::LIST_ITEMS,
            Code::TooManyItems,
        );
        holds(
            &|levels| format!("{}1{}", "{\"a\":".repeat(levels), "}".repeat(levels)),
            limits::NESTING,
            Code::TooDeep,
        );
        holds(
            &|bytes| format!("{{\"a\": 1{}}}", " ".repeat(bytes - "{\"a\": 1}".len())),
            limits::DOCUMENT_BYTES,
            Code::TooLarge,
        );
        assert_eq!(code("\u{feff}{}"), Some(Code::ByteOrderMark));
    }
}
