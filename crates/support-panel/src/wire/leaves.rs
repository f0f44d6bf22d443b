//! Numbers, dates and the other values without keys.

#[cfg(test)]
use super::Schema;
use super::{Edit, Fate, Fault, Kind, Leaf, Place, Read, Reader, Shape, Value, Writer};
use crate::error::Code;
use crate::{Date, Decimal, DecimalError, Instant};

impl Value for bool {
    const SHAPE: &'static Shape = &Shape::Leaf;

    fn empty() -> Self {
        false
    }

    fn read(reader: &mut Reader<'_>, slot: &mut Self) -> Read<bool> {
        if !reader.expect(Kind::Bool)? {
            return Ok(false);
        }
        *slot = reader.bool()?;
        Ok(true)
    }

    fn write(&self, writer: &mut Writer) {
        writer.raw(if *self { "true" } else { "false" });
    }

    #[cfg(test)]
    fn schema(_: &mut Schema) -> serde_json::Value {
        serde_json::json!({"type": "boolean"})
    }
}

impl Value for Decimal {
    const SHAPE: &'static Shape = &Shape::Leaf;

    fn empty() -> Self {
        Self::ZERO
    }

    fn read(reader: &mut Reader<'_>, slot: &mut Self) -> Read<bool> {
        if let Some(digit) = reader.digit() {
            *slot = digit.into();
            return Ok(true);
        }
        if !reader.expect(Kind::Number)? {
            return Ok(false);
        }
        let at = reader.offset();
        let number = reader.number()?;
        *slot = number.parse().map_err(|why| {
            let found = match why {
                DecimalError::TooManyPlaces => "a number with more than six decimal places",
                _ => "a number out of range",
            };
            Fault::new(
                Code::BadNumber,
                at,
                found,
                "a number of at most six decimal places between -10^15 and 10^15",
            )
        })?;
        Ok(true)
    }

    fn write(&self, writer: &mut Writer) {
        match self.digit() {
            Some(digit) => writer.character(digit),
            None => self.spell(|number| writer.raw(number)),
        }
    }

    #[cfg(test)]
    fn schema(schema: &mut Schema) -> serde_json::Value {
        schema.decimal()
    }
}

/// Counts: whole, 0 to 2³¹−1.
impl Value for u32 {
    const SHAPE: &'static Shape = &Shape::Leaf;

    fn empty() -> Self {
        0
    }

    fn read(reader: &mut Reader<'_>, slot: &mut Self) -> Read<bool> {
        whole(reader, slot, 0, i32::MAX.unsigned_abs())
    }

    fn write(&self, writer: &mut Writer) {
        writer.display(self);
    }

    #[cfg(test)]
    fn schema(_: &mut Schema) -> serde_json::Value {
        serde_json::json!({"type": "integer", "minimum": 0, "maximum": i32::MAX})
    }
}

fn whole(reader: &mut Reader<'_>, slot: &mut u32, least: u32, most: u32) -> Read<bool> {
    if !reader.expect_for(Kind::Number, "a whole number")? {
        return Ok(false);
    }
    let at = reader.offset();
    let number = reader.number()?;
    // By value, not spelling: 4.0 and 4e0 are 4.
    let value =
        number.parse::<Decimal>().ok().and_then(Decimal::whole).and_then(|n| u32::try_from(n).ok());
    match value.filter(|n| (least..=most).contains(n)) {
        Some(value) => {
            *slot = value;
            Ok(true)
        }
        None => Err(Fault::new(
            Code::BadNumber,
            at,
            "another number",
            format!("a whole number from {least} to {most}"),
        )),
    }
}

/// How many units a timescale has: 1 to 1,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(u32);

impl Amount {
    const MOST: u32 = 1000;

    /// From 1 to 1,000, else none.
    pub const fn new(amount: u32) -> Option<Self> {
        if amount >= 1 && amount <= Self::MOST { Some(Self(amount)) } else { None }
    }

    /// The number.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl Value for Amount {
    const SHAPE: &'static Shape = &Shape::Leaf;

    fn empty() -> Self {
        Self(1)
    }

    fn read(reader: &mut Reader<'_>, slot: &mut Self) -> Read<bool> {
        whole(reader, &mut slot.0, 1, Self::MOST)
    }

    fn write(&self, writer: &mut Writer) {
        writer.display(self.0);
    }

    #[cfg(test)]
    fn schema(_: &mut Schema) -> serde_json::Value {
        serde_json::json!({"type": "integer", "minimum": 1, "maximum": Self::MOST})
    }
}

/// The value of a member whose presence says everything.
pub(crate) struct True;

impl Value for True {
    const SHAPE: &'static Shape = &Shape::Leaf;

    fn empty() -> Self {
        Self
    }

    fn read(reader: &mut Reader<'_>, _: &mut Self) -> Read<bool> {
        if !reader.expect_for(Kind::Bool, "true")? {
            return Ok(false);
        }
        let at = reader.offset();
        if !reader.bool()? {
            return Err(Fault::new(Code::UnknownWord, at, "false", "true, or the member left out"));
        }
        Ok(true)
    }

    fn write(&self, writer: &mut Writer) {
        writer.raw("true");
    }

    #[cfg(test)]
    fn schema(_: &mut Schema) -> serde_json::Value {
        serde_json::json!({"const": true})
    }
}

/// Values that are written as texts, nearly always of one of these lengths.
macro_rules! parsed {
    ($($type:ident of $($length:literal)+, $code:ident, $words:literal, $expected:literal, $schema:ident;)+) => {$(
        impl Value for $type {
            const SHAPE: &'static Shape = &Shape::Leaf;
            #[cfg(test)]
            const EMPTY: &'static str = "text";

            fn empty() -> Self {
                Self::MIN
            }

            fn read(reader: &mut Reader<'_>, slot: &mut Self) -> Read<bool> {
                $(
                    if let Some(text) = reader.framed::<$length>()
                        && let Ok(value) = Self::from_ascii(text)
                    {
                        reader.pass::<$length>();
                        *slot = value;
                        return Ok(true);
                    }
                )+
                let rest = reader.rest();
                let Some(text) = reader.text($words)? else { return Ok(false) };
                *slot = text.parse().map_err(|_| reader.refused(rest, Code::$code, "a text that is not one", $expected))?;
                Ok(true)
            }

            fn write(&self, writer: &mut Writer) {
                self.spell(|text| writer.bare_text(text));
            }

            fn edit(&mut self, place: &Place<'_>, editor: &mut dyn Edit) -> Fate {
                editor.edit(place, Leaf::$type(self))
            }

            #[cfg(test)]
            fn schema(schema: &mut Schema) -> serde_json::Value {
                schema.$schema()
            }
        }
    )+};
}

parsed! {
    Date of 10, BadDate, "a date", "a day of the calendar such as 2026-03-12", date;
    Instant of 25 20, BadInstant, "an instant", "an instant such as 2026-03-12T09:30:00+00:00", instant;
}
