use std::fmt;
use std::str::FromStr;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

use super::{Date, DateError, ascii, digits, pairs};

/// The day number of 1 January 1970, from which a [`Moment`] counts.
const EPOCH: i64 = match Date::new(1970, 1, 1) {
    Some(date) => date.number() as i64,
    None => 0,
};

/// A point in time with its offset, as RFC 3339 writes it, kept as it was written.
///
/// `T` and `Z` may be in either case, a fraction has up to nine digits, the offset lies within ±23:59 (`-00:00` is
/// allowed), and there is no leap second. Two instants are *equal* when they are written alike; to ask which came first,
/// compare their [`moment`](Instant::moment).
///
/// ```
/// use support_panel::Instant;
///
/// let began: Instant = "2026-03-12T10:00:00Z".parse()?;
/// let ended: Instant = "2026-03-12T11:04:30.500+01:00".parse()?;
/// assert_eq!(ended.nanos_since(began), 270_500_000_000);
/// assert_eq!(ended.seconds_since(began), 270);
/// assert!(began.moment() < ended.moment());
/// assert_eq!(ended.to_string(), "2026-03-12T11:04:30.500+01:00");
/// # Ok::<(), support_panel::InstantError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Instant {
    date: Date,
    nanos: u32,
    hour: u8,
    minute: u8,
    second: u8,
    /// How many digits the fraction was written with; 0 is no fraction.
    indexes: u8,
    /// `T` or `t`.
    separator: u8,
    zone: Zone,
}

/// How the offset was written.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Zone {
    /// `Z` or `z`.
    Letter(u8),
    /// `+hh:mm`.
    East { minutes: u16 },
    /// `-hh:mm`, of which `-00:00` is one.
    West { minutes: u16 },
}

/// When an [`Instant`] was, whatever offset it was written with: what instants are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    pub seconds: i64,
    /// Nanoseconds after that second, 0 to 999,999,999.
    pub nanos: u32,
}

/// Why a text is not an [`Instant`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InstantError {
    /// The text is not an RFC 3339 date, time and offset, or has more than nine digits of a second.
    #[error("expected an RFC 3339 instant with offset, like 2026-03-12T10:00:00Z")]
    Shape,
    /// The calendar has no such day, or its year is 0000.
    #[error("no such day in the calendar (years run from 0001 to 9999)")]
    NoSuchDay,
    /// The clock has no such time.
    #[error("no such time of day (00:00:00 to 23:59:59)")]
    NoSuchTime,
    /// The second is 60.
    #[error("leap seconds are not taken")]
    LeapSecond,
    /// The offset is not between -23:59 and +23:59.
    #[error("no such offset (-23:59 to +23:59)")]
    NoSuchOffset,
}

impl Instant {
    /// Midnight, UTC, of the first day that there is.
    pub(crate) const MIN: Self = Self::midnight(Date::MIN);

    /// Midnight, UTC, of a day.
    pub(crate) const fn midnight(date: Date) -> Self {
        Self {
            date,
            nanos: 0,
            hour: 0,
            minute: 0,
            second: 0,
            indexes: 0,
            separator: b'T',
            zone: Zone::Letter(b'Z'),
        }
    }

    /// The day as written, at its own offset.
    pub const fn date(self) -> Date {
        self.date
    }

    /// How far its clock was ahead of UTC, in minutes; negative behind it.
    pub const fn offset_minutes(self) -> i16 {
        match self.zone {
            Zone::Letter(_) => 0,
            // At most 23:59.
            Zone::East { minutes } => minutes as i16,
            Zone::West { minutes } => -(minutes as i16),
        }
    }

    /// When it was, to compare with others.
    pub const fn moment(self) -> Moment {
        let minutes = self.hour as i64 * 60 + self.minute as i64 - self.offset_minutes() as i64;
        let days = self.date.number() as i64 - EPOCH;
        Moment { seconds: days * 86_400 + minutes * 60 + self.second as i64, nanos: self.nanos }
    }

    /// Nanoseconds from `earlier` to this instant, exactly; negative when `earlier` is the later.
    pub const fn nanos_since(self, earlier: Self) -> i128 {
        let (to, from) = (self.moment(), earlier.moment());
        (to.seconds - from.seconds) as i128 * 1_000_000_000 + to.nanos as i128 - from.nanos as i128
    }

    /// Whole seconds from `earlier` to this instant, a part of a second dropped; negative when `earlier` is the later.
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        // The calendar spans fewer than 2^39 seconds.
        (self.nanos_since(earlier) / 1_000_000_000) as i64
    }
}

impl Instant {
    /// The instant that ASCII characters spell.
    #[inline]
    pub(crate) fn from_ascii(text: &[u8]) -> Result<Self, InstantError> {
        let (date, rest) = text.split_first_chunk().ok_or(InstantError::Shape)?;
        let date = Date::from_ascii(date);
        if date == Err(DateError::Shape) {
            return Err(InstantError::Shape);
        }
        let &[separator @ (b'T' | b't'), h1, h2, b':', m1, m2, b':', s1, s2, ref rest @ ..] = rest
        else {
            return Err(InstantError::Shape);
        };
        let [hour, minute, second, _] =
            pairs([h1, h2, m1, m2, s1, s2, b'0', b'0']).ok_or(InstantError::Shape)?;
        let (nanos, indexes, rest) = fraction(rest)?;
        let (sign, hours, minutes) = match *rest {
            [letter @ (b'Z' | b'z')] => (letter, 0, 0),
            [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
                let [hours, minutes, ..] =
                    pairs([h1, h2, m1, m2, b'0', b'0', b'0', b'0']).ok_or(InstantError::Shape)?;
                (sign, hours, minutes)
            }
            _ => return Err(InstantError::Shape),
        };

        // The shape is right; now whether there is such a thing.
        let date = date.map_err(|_| InstantError::NoSuchDay)?;
        match (hour, minute, second) {
            (0..=23, 0..=59, 0..=59) => {}
            (0..=23, 0..=59, 60) => return Err(InstantError::LeapSecond),
            _ => return Err(InstantError::NoSuchTime),
        }
        if hours > 23 || minutes > 59 {
            return Err(InstantError::NoSuchOffset);
        }
        let minutes = u16::from(hours) * 60 + u16::from(minutes);
        let zone = match sign {
            b'+' => Zone::East { minutes },
            b'-' => Zone::West { minutes },
            letter => Zone::Letter(letter),
        };
        Ok(Self { date, nanos, hour, minute, second, indexes, separator, zone })
    }
}

impl FromStr for Instant {
    type Err = InstantError;

    fn from_str(text: &str) -> Result<Self, InstantError> {
        Self::from_ascii(text.as_bytes())
    }
}

/// The fraction of a second at the start of a text, in nanoseconds; how many digits it was written with; and the rest.
fn fraction(text: &[u8]) -> Result<(u32, u8, &[u8]), InstantError> {
    let Some((b'.', mut rest)) = text.split_first() else {
        return Ok((0, 0, text));
    };
    let (mut nanos, mut indexes) = (0, 0);
    let mut unit = 100_000_000;
    while let Some((digit @ b'0'..=b'9', after)) = rest.split_first() {
        if indexes == 9 {
            return Err(InstantError::Shape);
        }
        nanos += u32::from(digit - b'0') * unit;
        unit /= 10;
        indexes += 1;
        rest = after;
    }
    if indexes == 0 { Err(InstantError::Shape) } else { Ok((nanos, indexes, rest)) }
}

impl Instant {
    /// Hands its text over.
    pub(crate) fn spell<T>(self, to: impl FnOnce(&str) -> T) -> T {
        let [y1, y2, y3, y4, _, o1, o2, _, d1, d2] = self.date.to_ascii();
        let ([h1, h2], [m1, m2]) = (digits(u32::from(self.hour)), digits(u32::from(self.minute)));
        let [s1, s2] = digits(u32::from(self.second));
        let (sign, minutes) = match self.zone {
            Zone::Letter(letter) => (letter, 0),
            Zone::East { minutes } => (b'+', minutes),
            Zone::West { minutes } => (b'-', minutes),
        };
        let ([z1, z2], [z3, z4]) =
            (digits(u32::from(minutes / 60)), digits(u32::from(minutes % 60)));
        let usual: [u8; USUAL] = [
            y1,
            y2,
            y3,
            y4,
            b'-',
            o1,
            o2,
            b'-',
            d1,
            d2,
            self.separator,
            h1,
            h2,
            b':',
            m1,
            m2,
            b':',
            s1,
            s2,
            sign,
            z1,
            z2,
            b':',
            z3,
            z4,
        ];
        let (clock, zone) = usual.split_at_checked(TO_SECONDS).unwrap_or_default();
        let zone =
            if let Zone::Letter(_) = self.zone { zone.get(..1).unwrap_or_default() } else { zone };
        if self.indexes == 0 {
            return to(ascii(usual.get(..TO_SECONDS + zone.len()).unwrap_or_default()));
        }
        let mut room = [0; USUAL + 10];
        let fraction = digits::<9>(self.nanos);
        let fraction = fraction.get(..usize::from(self.indexes)).unwrap_or_default();
        let text = clock.iter().chain(b".").chain(fraction).chain(zone);
        let length = room.iter_mut().zip(text).map(|(index, byte)| *index = *byte).count();
        to(ascii(room.get(..length).unwrap_or_default()))
    }
}

/// How long an instant is down to its seconds.
const TO_SECONDS: usize = 19;
/// How long one is with an offset, and no fraction.
const USUAL: usize = 25;

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.spell(|text| f.pad(text))
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Instant;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an RFC 3339 instant with offset")
            }

            // The text itself stays out of the message: it could be anything.
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Instant, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Text)
    }
}

#[cfg(test)]
mod tests;
