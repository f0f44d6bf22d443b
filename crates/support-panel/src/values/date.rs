use std::fmt;
use std::str::FromStr;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

use super::{ascii, digits, pairs};

/// Days in four hundred years, after which the Gregorian calendar repeats itself.
const DAYS_IN_CYCLE: u32 = 146_097;
/// The day number of 1 January 0001; day 0 is 1 March of the year before, so that leap days end a year.
const FIRST_DAY: u32 = 306;
/// The day number of 31 December 9999.
const LAST_DAY: u32 = 3_652_364;

/// A civil day, from `0001-01-01` to `9999-12-31`, in the Gregorian calendar throughout.
///
/// ```
/// use support_panel::{Date, Weekday};
///
/// let held: Date = "2026-01-31".parse()?;
/// assert_eq!(held.weekday(), Weekday::Saturday);
/// assert_eq!(held.checked_add_months(1), "2026-02-28".parse().ok());
/// assert_eq!(held.to_string(), "2026-01-31");
/// # Ok::<(), support_panel::DateError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// The day after.
    pub(crate) const fn next(self) -> Self {
        match self {
            Self::Monday => Self::Tuesday,
            Self::Tuesday => Self::Wednesday,
            Self::Wednesday => Self::Thursday,
            Self::Thursday => Self::Friday,
            Self::Friday => Self::Saturday,
            Self::Saturday => Self::Sunday,
            Self::Sunday => Self::Monday,
        }
    }
}

/// Why a text is not a [`Date`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DateError {
    /// The text is not ten ASCII characters of the form `YYYY-MM-DD`.
    #[error("expected a date written YYYY-MM-DD")]
    Shape,
    /// The calendar has no such day, or its year is 0000.
    #[error("no such day in the calendar (years run from 0001 to 9999)")]
    NoSuchDay,
}

impl Date {
    /// The first day there is, `0001-01-01`.
    pub const MIN: Self = Self { year: 1, month: 1, day: 1 };
    /// The last day there is, `9999-12-31`.
    pub const MAX: Self = Self { year: 9999, month: 12, day: 31 };

    /// The day with this year (1 to 9999), month (1 to 12) and day of the month, if there is one.
    pub const fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        if year >= 1
            && year <= 9999
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= days_in_month(year, month)
        {
            Some(Self { year, month, day })
        } else {
            None
        }
    }

    /// The year, 1 to 9999.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The day of the week.
    pub const fn weekday(self) -> Weekday {
        // Day 0, 1 March of the year before 0001, was a Wednesday.
        match self.number() % 7 {
            0 => Weekday::Wednesday,
            1 => Weekday::Thursday,
            2 => Weekday::Friday,
            3 => Weekday::Saturday,
            4 => Weekday::Sunday,
            5 => Weekday::Monday,
            _ => Weekday::Tuesday,
        }
    }

    /// How many days lie between `earlier` and this day; negative when `earlier` is the later.
    pub const fn days_since(self, earlier: Self) -> i64 {
        self.number() as i64 - earlier.number() as i64
    }

    /// The day so many days later (or, if negative, earlier); nothing outside the calendar.
    pub const fn checked_add_days(self, days: i64) -> Option<Self> {
        match days.checked_add(self.number() as i64) {
            Some(number) if number >= FIRST_DAY as i64 && number <= LAST_DAY as i64 => {
                Some(Self::from_number(number as u32))
            }
            _ => None,
        }
    }

    /// The next day; nothing after 9999. Much quicker than counting days from the start of the calendar.
    pub(crate) const fn next(self) -> Option<Self> {
        let Self { year, month, day } = self;
        if day < days_in_month(year, month) {
            Some(Self { year, month, day: day + 1 })
        } else if month < 12 {
            Some(Self { year, month: month + 1, day: 1 })
        } else if year < 9999 {
            Some(Self { year: year + 1, month: 1, day: 1 })
        } else {
            None
        }
    }

    /// The same day of the month so many months later, or the last of that month where it is shorter;
    /// nothing after 9999.
    pub const fn checked_add_months(self, months: u32) -> Option<Self> {
        let total = self.year as u64 * 12 + (self.month - 1) as u64 + months as u64;
        if total / 12 > 9999 {
            return None;
        }
        let (year, month) = ((total / 12) as i16, (total % 12 + 1) as u8);
        let last = days_in_month(year, month);
        let day = if self.day < last { self.day } else { last };
        Some(Self { year, month, day })
    }

    /// The age in whole years, on the day `on`, of someone born on `birth`; nothing before birth.
    ///
    /// Someone born on 29 February has their birthday on 1 March in other years.
    ///
    /// ```
    /// use support_panel::Date;
    ///
    /// let birth = Date::new(2012, 2, 29).ok_or("no such day")?;
    /// assert_eq!(Date::age_on(birth, Date::new(2027, 2, 28).ok_or("no such day")?), Some(14));
    /// assert_eq!(Date::age_on(birth, Date::new(2027, 3, 1).ok_or("no such day")?), Some(15));
    /// # Ok::<(), &str>(())
    /// ```
    pub fn age_on(birth: Self, on: Self) -> Option<u32> {
        let before_birthday = (on.month, on.day) < (birth.month, birth.day);
        u32::try_from(on.year - birth.year - i16::from(before_birthday)).ok()
    }

    /// The day that ten ASCII characters spell.
    #[inline]
    pub(crate) fn from_ascii(text: &[u8; 10]) -> Result<Self, DateError> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text else {
            return Err(DateError::Shape);
        };
        let [century, year, month, day] =
            pairs([y1, y2, y3, y4, m1, m2, d1, d2]).ok_or(DateError::Shape)?;
        Self::new(i16::from(century) * 100 + i16::from(year), month, day)
            .ok_or(DateError::NoSuchDay)
    }

    /// Hands its text over.
    pub(crate) fn spell<T>(self, to: impl FnOnce(&str) -> T) -> T {
        to(ascii(&self.to_ascii()))
    }

    /// The ten ASCII characters of this day.
    pub(super) fn to_ascii(self) -> [u8; 10] {
        let [y1, y2, y3, y4] = digits(u32::from(self.year.unsigned_abs()));
        let ([m1, m2], [d1, d2]) = (digits(u32::from(self.month)), digits(u32::from(self.day)));
        [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2]
    }

    /// Days since 1 March of the year before 0001. Counting years from March puts the leap day last, and lets one line
    /// lay out the months: they come in runs of five with 153 days.
    pub(super) const fn number(self) -> u32 {
        let early = self.month <= 2;
        let year = self.year as u32 - early as u32;
        let month = self.month as u32 + 12 * early as u32 - 3;
        365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + self.day as u32
            - 1
    }

    /// The day with this number, which must lie between the first and the last.
    const fn from_number(number: u32) -> Self {
        let (cycle, in_cycle) = (number / DAYS_IN_CYCLE, number % DAYS_IN_CYCLE);
        // Taking out the leap days so far leaves years of 365 days.
        let year = (in_cycle - in_cycle / 1460 + in_cycle / 36_524 - in_cycle / 146_096) / 365;
        let in_year = in_cycle - (365 * year + year / 4 - year / 100);
        let month = (5 * in_year + 2) / 153;
        let day = in_year - (153 * month + 2) / 5 + 1;
        let late = month >= 10;
        Self {
            year: (cycle * 400 + year + late as u32) as i16,
            month: (month + 3 - 12 * late as u32) as u8,
            day: day as u8,
        }
    }
}

/// The length of a month, 1 to 12, of a year.
const fn days_in_month(year: i16, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::from_ascii(text.as_bytes().try_into().map_err(|_| DateError::Shape)?)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.spell(|text| f.pad(text))
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Date;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date written YYYY-MM-DD")
            }

            // The text itself stays out of the message: it could be anything.
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Text)
    }
}

#[cfg(test)]
mod tests;
