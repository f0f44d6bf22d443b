//! Results as JSON text: what `serde` derives of them, written by the writer of documents.
//!
//! The text is that of `serde_json`, but for fractions, which come out as [`Decimal`] shows them. A browser then need not
//! carry a second writer, nor the tables for every float there is.

use super::Writer;
use crate::Decimal;
use serde::ser::{self, Serialize, Serializer};
use std::fmt;

/// Why there is no text: the value is a document, which has `to_json`, or a map whose keys are no texts.
#[derive(Debug)]
pub(crate) struct NoResult;

impl fmt::Display for NoResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("found a document or a key that is not a text, expected a result")
    }
}

impl std::error::Error for NoResult {}

impl ser::Error for NoResult {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

type Written = Result<(), NoResult>;

/// A list or an object, with the marks that close it.
pub(crate) struct Open<'w> {
    writer: &'w mut Writer,
    close: &'static str,
}

impl<'w> Open<'w> {
    fn new(writer: &'w mut Writer, open: char, close: &'static str) -> Self {
        writer.open(open);
        Self { writer, close }
    }

    fn item<T: ?Sized + Serialize>(&mut self, value: &T) -> Written {
        self.writer.item();
        value.serialize(&mut *self.writer)
    }

    fn member<T: ?Sized + Serialize>(&mut self, key: &str, value: &T) -> Written {
        self.writer.name(key);
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Written {
        self.close.chars().for_each(|mark| self.writer.close(mark));
        Ok(())
    }
}

/// The same for each trait of what has items or members: `serde` tells them apart, JSON does not.
macro_rules! parts {
    ($($part:ident: $method:ident($($key:ident)?) = $ours:ident;)+) => {$(
        impl ser::$part for Open<'_> {
            type Ok = ();
            type Error = NoResult;

            fn $method<T: ?Sized + Serialize>(&mut self, $($key: &'static str,)? value: &T) -> Written {
                self.$ours($($key,)? value)
            }

            fn end(self) -> Written {
                self.end()
            }
        }
    )+};
}

parts! {
    SerializeSeq: serialize_element() = item;
    SerializeTuple: serialize_element() = item;
    SerializeTupleStruct: serialize_field() = item;
    SerializeTupleVariant: serialize_field() = item;
    SerializeStruct: serialize_field(key) = member;
    SerializeStructVariant: serialize_field(key) = member;
}

impl ser::SerializeMap for Open<'_> {
    type Ok = ();
    type Error = NoResult;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Written {
        self.writer.item();
        key.serialize(&mut *self.writer)?;
        // Only a text ends so.
        if !self.writer.ends_with('"') {
            return Err(NoResult);
        }
        self.writer.raw(":");
        Ok(())
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Written {
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Written {
        self.end()
    }
}

/// What is written by its own `Display`, a number of every width.
macro_rules! numbers {
    ($($method:ident($type:ty);)+) => {
        $(fn $method(self, value: $type) -> Written {
            self.display(value);
            Ok(())
        })+
    };
}

impl<'w> Serializer for &'w mut Writer {
    type Ok = ();
    type Error = NoResult;
    type SerializeSeq = Open<'w>;
    type SerializeTuple = Open<'w>;
    type SerializeTupleStruct = Open<'w>;
    type SerializeTupleVariant = Open<'w>;
    type SerializeMap = Open<'w>;
    type SerializeStruct = Open<'w>;
    type SerializeStructVariant = Open<'w>;

    numbers! {
        serialize_bool(bool);
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_i128(i128);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
        serialize_u128(u128);
    }

    fn serialize_f32(self, value: f32) -> Written {
        self.serialize_f64(value.into())
    }

    /// Results hold no fraction but a [`Decimal`].
    fn serialize_f64(self, value: f64) -> Written {
        match Decimal::nearest(value) {
            Some(number) => self.display(number),
            None => self.raw("null"),
        }
        Ok(())
    }

    fn serialize_char(self, value: char) -> Written {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Written {
        self.text(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Written {
        value.serialize(self)
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.raw("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        value: &T,
    ) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        let mut object = Open::new(self, '{', "}");
        object.member(variant, value)?;
        object.end()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'w>, NoResult> {
        Ok(Open::new(self, '[', "]"))
    }

    fn serialize_tuple(self, length: usize) -> Result<Open<'w>, NoResult> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_struct(self, _: &'static str, length: usize) -> Result<Open<'w>, NoResult> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Open<'w>, NoResult> {
        self.open('{');
        self.name(variant);
        Ok(Open::new(self, '[', "]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'w>, NoResult> {
        Ok(Open::new(self, '{', "}"))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Open<'w>, NoResult> {
        // So `serde_json` calls the text of a document; what it is for others is none of ours.
        if name.starts_with('$') { Err(NoResult) } else { Ok(Open::new(self, '{', "}")) }
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Open<'w>, NoResult> {
        self.open('{');
        self.name(variant);
        Ok(Open::new(self, '{', "}}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::Serialize;
    use std::collections::BTreeMap;

    /// Every shape that `serde` tells apart.
    #[derive(Serialize)]
    struct Shapes<'a> {
        words: &'a [String],
        none: Option<u8>,
        some: Option<i64>,
        tuple: (bool, char, ()),
        map: BTreeMap<&'a str, u64>,
        variants: [Variant; 4],
        new: New,
        pair: Pair,
        number: Decimal,
    }

    #[derive(Serialize)]
    struct New(u32);

    #[derive(Serialize)]
    struct Pair(i8, u16);

    #[derive(Serialize)]
    enum Variant {
        Unit,
        New(u32),
        Tuple(u8, i16),
        Struct { a: i32, b: u64 },
    }

    fn told(value: &impl Serialize) -> Result<String, NoResult> {
        let mut writer = Writer::compact();
        value.serialize(&mut writer).map(|()| writer.finish())
    }

    proptest! {
        #[test]
        fn the_text_is_that_of_serde_json(
            words in prop::collection::vec(".*|[\\x00-\\x7f]*", 0..4), some: Option<i64>, letter: char, number in -1_000_000_i32..1_000_000,
        ) {
            let shapes = Shapes {
                none: None,
                some,
                tuple: (true, letter, ()),
                map: words.iter().map(|word| (word.as_str(), 7)).collect(),
                variants: [Variant::Unit, Variant::New(1), Variant::Tuple(2, -3), Variant::Struct { a: number, b: u64::MAX }],
                new: New(4),
                pair: Pair(-5, 6),
                number: Decimal::from_hundredths(number),
                words: &words,
            };
            prop_assert_eq!(told(&shapes).unwrap(), serde_json::to_string(&shapes).unwrap());
        }

        #[test]
        fn a_fraction_is_the_same_number_and_spelt_as_it_shows(whole in 0_i64..=1_000_000_000_000_000, millionths in 0_u32..1_000_000, shift in 0_u32..15) {
            let number: Decimal = format!("{}.{millionths:06}", whole / 10_i64.pow(shift)).parse().unwrap_or_default();
            for number in [Some(number), number.checked_neg(), Some(number.half()), Some(number.half().half())].into_iter().flatten() {
                let text = told(&number).unwrap();
                prop_assert_eq!(text.parse::<f64>().unwrap(), number.to_string().parse::<f64>().unwrap());
                if number.abs_diff(Decimal::ZERO) < Decimal::from(1_000_000) {
                    prop_assert_eq!(text, number.to_string());
                }
            }
        }
    }

    #[test]
    fn what_is_no_result_has_no_text() {
        assert!(told(&BTreeMap::from([(1, 2)])).is_err());
        let stamp = crate::Stamp::from_json(r#"{"at": "2026-03-12T09:30:00Z", "by": "p-chair"}"#);
        assert!(told(&stamp.unwrap()).is_err());
        assert_eq!(told(&f64::NAN).unwrap(), "null");
    }
}
