//! Office days and the clock of a sitting.

use super::sure;
use support_panel::calendar::{Calendar, Region};
use support_panel::{Date, Instant};

pub(super) fn date(year: i16, month: u8, day: u8) -> Date {
    sure(Date::new(year, month, day).ok_or("no such day"))
}

/// So many days later, or earlier where negative.
pub(super) fn plus(date: Date, days: i32) -> Date {
    sure(date.checked_add_days(days.into()).ok_or("outside the calendar"))
}

/// The working days of England and Wales, Christmas week left out as councils do.
#[derive(Debug, Clone)]
pub(super) struct Office(Calendar);

impl Office {
    pub(super) fn new() -> Self {
        Self(Calendar::new(Region::EnglandAndWales, []))
    }

    fn is_open(&self, date: Date) -> bool {
        let christmas_week = date.month() == 12 && date.day() > 23;
        self.0.is_working_day(date) && !christmas_week
    }

    /// This day, or the next that is open.
    pub(super) fn from(&self, mut date: Date) -> Date {
        while !self.is_open(date) {
            date = plus(date, 1);
        }
        date
    }

    /// This day, or the last before it that is open.
    pub(super) fn until(&self, mut date: Date) -> Date {
        while !self.is_open(date) {
            date = plus(date, -1);
        }
        date
    }
}

/// A wall clock in Britain on one day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clock {
    day: Date,
    seconds: u32,
}

impl Clock {
    pub(super) fn at(day: Date, hour: u32, minute: u32) -> Self {
        Self { day, seconds: hour * 3600 + minute * 60 }
    }

    pub(super) fn pass(&mut self, seconds: u32) {
        self.seconds += seconds;
    }

    /// Seconds since an earlier reading of the same day.
    pub(super) fn since(&self, earlier: &Self) -> u32 {
        self.seconds.saturating_sub(earlier.seconds)
    }

    pub(super) fn reads(&self) -> Instant {
        let (hour, minute, second) =
            (self.seconds / 3600, self.seconds / 60 % 60, self.seconds % 60);
        let offset = if is_summer_time(self.day) { "+01:00" } else { "+00:00" };
        sure(format!("{}T{hour:02}:{minute:02}:{second:02}{offset}", self.day).parse())
    }
}

/// Summer time runs from the last Sunday of March to the last of October.
fn is_summer_time(day: Date) -> bool {
    let last_sunday = |month| {
        let end = date(day.year(), month, 31);
        plus(end, -(end.weekday() as i32 + 1) % 7)
    };
    last_sunday(3) <= day && day < last_sunday(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_change_on_the_last_sundays_of_march_and_october() {
        let reads = |year, month, day| Clock::at(date(year, month, day), 9, 30).reads().to_string();
        assert_eq!(reads(2024, 3, 30), "2024-03-30T09:30:00+00:00");
        assert_eq!(reads(2024, 3, 31), "2024-03-31T09:30:00+01:00");
        assert_eq!(reads(2026, 10, 24), "2026-10-24T09:30:00+01:00");
        assert_eq!(reads(2026, 10, 25), "2026-10-25T09:30:00+00:00");
    }

    #[test]
    fn the_office_is_shut_at_christmas_and_on_bank_holidays() {
        let office = Office::new();
        assert_eq!(office.from(date(2025, 12, 24)), date(2026, 1, 2));
        assert_eq!(office.until(date(2026, 4, 6)), date(2026, 4, 2));
        assert_eq!(office.from(date(2026, 6, 3)), date(2026, 6, 3));
    }
}
