//! Which days are working days: weekends, bank holidays of the parts of the United Kingdom, and a council's own closures.
//!
//! Bank holidays of the years that GOV.UK has published are [dated data](Region::published_years). Those of other years are
//! computed, and [say so](BankHoliday::published): a day may yet be proclaimed or moved. Computed years are true to
//! history back to 1978; before that the present rules are carried back.

mod dated;
mod rules;

use std::fmt;
use std::ops::RangeInclusive;

use serde::Serialize;

use crate::values::{Date, Weekday};
use dated::{DATED, Dated, PUBLISHED};
use rules::RULES;

/// Whose bank holidays a council keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Region {
    /// England and Wales, whose bank holidays are the same.
    #[default]
    EnglandAndWales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
    /// No one's: only weekends and the council's own closures are free.
    None,
}

impl Region {
    /// Every region.
    pub const ALL: [Self; 4] =
        [Self::EnglandAndWales, Self::Scotland, Self::NorthernIreland, Self::None];

    /// The word for it in a profile.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::EnglandAndWales => "england_and_wales",
            Self::Scotland => "scotland",
            Self::NorthernIreland => "northern_ireland",
            Self::None => "none",
        }
    }

    /// The years whose bank holidays GOV.UK has published, and which are data here; empty where there are none to publish.
    pub const fn published_years(self) -> RangeInclusive<i16> {
        match self {
            Self::EnglandAndWales | Self::Scotland | Self::NorthernIreland => PUBLISHED,
            #[allow(clippy::reversed_empty_ranges, reason = "an empty range is what is meant")]
            Self::None => 1..=0,
        }
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A bank holiday, on the day when it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct BankHoliday {
    /// What GOV.UK calls it.
    pub name: &'static str,
    /// Whether this is a weekday in place of the holiday's own day.
    pub substitute: bool,
    /// Whether it is one that GOV.UK has published; otherwise it was computed.
    pub published: bool,
}

/// The working days of one council.
///
/// ```
/// use support_panel::Date;
/// use support_panel::calendar::{Calendar, Region};
///
/// let closed: Date = "2026-12-29".parse()?;
/// let calendar = Calendar::new(Region::EnglandAndWales, [closed]);
///
/// // Christmas Day is a Friday; Boxing Day is kept on the Monday, and on the Tuesday the council is closed.
/// let eve: Date = "2026-12-24".parse()?;
/// assert_eq!(calendar.add_working_days(eve, 1), "2026-12-30".parse().ok());
///
/// let monday = calendar.bank_holiday("2026-12-28".parse()?).ok_or("a bank holiday")?;
/// assert_eq!((monday.name, monday.substitute, monday.published), ("Boxing Day", true, true));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Calendar {
    region: Region,
    /// In order, each once.
    closures: Vec<Date>,
    /// Likewise.
    openings: Vec<Date>,
}

impl Calendar {
    /// The calendar of a council that keeps a region's bank holidays and is closed on some days more.
    pub fn new(region: Region, extra_closures: impl IntoIterator<Item = Date>) -> Self {
        Self { region, closures: in_order(extra_closures), openings: Vec::new() }
    }

    /// The same, working on some days all the same: where a region's bank holiday is not kept, or a Saturday is worked.
    ///
    /// ```
    /// use support_panel::Date;
    /// use support_panel::calendar::{Calendar, Region};
    ///
    /// let day: Date = "2026-08-31".parse()?;
    /// let calendar = Calendar::new(Region::EnglandAndWales, []);
    /// assert!(!calendar.is_working_day(day));
    /// assert!(calendar.with_openings([day]).is_working_day(day));
    /// # Ok::<(), support_panel::DateError>(())
    /// ```
    #[must_use]
    pub fn with_openings(self, extra_openings: impl IntoIterator<Item = Date>) -> Self {
        Self { openings: in_order(extra_openings), ..self }
    }

    /// Whose bank holidays it keeps.
    pub const fn region(&self) -> Region {
        self.region
    }

    /// The days on which this council is closed besides weekends and bank holidays, in order.
    pub fn extra_closures(&self) -> &[Date] {
        &self.closures
    }

    /// The days on which this council works although others do not, in order.
    pub fn extra_openings(&self) -> &[Date] {
        &self.openings
    }

    /// Whether this is a working day: an opening, or else neither Saturday nor Sunday, nor a bank holiday, nor a closure.
    pub fn is_working_day(&self, date: Date) -> bool {
        self.works_on(date, date.weekday())
    }

    /// The bank holiday kept on this day, if there is one. It never is a Saturday or Sunday.
    pub fn bank_holiday(&self, date: Date) -> Option<BankHoliday> {
        if let Some(dated) = dated_on(self.region, date) {
            let published = PUBLISHED.contains(&date.year());
            return Some(BankHoliday {
                name: dated.holiday.name(),
                substitute: dated.substitute,
                published,
            });
        }
        if PUBLISHED.contains(&date.year()) { None } else { computed(self.region, date) }
    }

    /// The day that is so many working days after this one, counting from the next day; none in no days: the day itself,
    /// working or not. Nothing after 9999.
    ///
    /// ```
    /// use support_panel::Date;
    /// use support_panel::calendar::Calendar;
    ///
    /// let thursday: Date = "2026-04-02".parse()?;
    /// // Good Friday, the weekend and Easter Monday do not count.
    /// assert_eq!(Calendar::default().add_working_days(thursday, 1), "2026-04-07".parse().ok());
    /// # Ok::<(), support_panel::DateError>(())
    /// ```
    pub fn add_working_days(&self, date: Date, days: u32) -> Option<Date> {
        let mut date = date;
        let mut weekday = date.weekday();
        let mut left = days;
        while left > 0 {
            date = date.next()?;
            weekday = weekday.next();
            left -= u32::from(self.works_on(date, weekday));
        }
        Some(date)
    }

    fn works_on(&self, date: Date, weekday: Weekday) -> bool {
        if !self.openings.is_empty() && self.openings.binary_search(&date).is_ok() {
            return true;
        }
        !matches!(weekday, Weekday::Saturday | Weekday::Sunday)
            && self.closures.binary_search(&date).is_err()
            && self.bank_holiday(date).is_none()
    }
}

fn in_order(days: impl IntoIterator<Item = Date>) -> Vec<Date> {
    let mut days: Vec<_> = days.into_iter().collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// The dated bank holiday of a region on a day.
fn dated_on(region: Region, date: Date) -> Option<&'static Dated> {
    let key = dated::key(date);
    let from = DATED.partition_point(|dated| dated.on < key);
    DATED
        .iter()
        .skip(from)
        .take_while(|dated| dated.on == key)
        .find(|dated| dated.regions.include(region))
}

/// The bank holiday that the rules put on a day, unless its own date is known for that year.
fn computed(region: Region, date: Date) -> Option<BankHoliday> {
    let (rule, substitute) = RULES
        .iter()
        .filter(|rule| rule.regions.include(region) && rule.since <= date.year())
        .find_map(|rule| Some((rule, rule.when.falls_on(date)?)))?;
    let moved =
        DATED.iter().any(|dated| dated.holiday == rule.holiday && dated.year() == date.year());
    (!moved).then_some(BankHoliday { name: rule.holiday.name(), substitute, published: false })
}

#[cfg(test)]
mod tests;
