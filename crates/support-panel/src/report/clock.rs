//! The clock on a British wall: what time it was, and how long something took.

use crate::{Date, Instant};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// The day and the time of day in the United Kingdom: 12 March 2026, 09:30.
///
/// Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October, as it has since
/// 1996.
pub(super) fn uk(instant: Instant) -> Option<(Date, String)> {
    uk_of(instant.moment().seconds)
}

/// The time of day in the United Kingdom so many minutes later.
pub(super) fn uk_after(instant: Instant, minutes: u32) -> Option<String> {
    uk_of(instant.moment().seconds + i64::from(minutes) * 60).map(|(_, time)| time)
}

fn uk_of(utc: i64) -> Option<(Date, String)> {
    let year = on(utc)?.year();
    let changes = |month| Some(since_epoch(last_sunday(year, month)?)? + HOUR);
    let is_summer =
        changes(3).is_some_and(|from| utc >= from) && changes(10).is_some_and(|until| utc < until);
    let local = if is_summer { utc + HOUR } else { utc };
    let minutes = local.rem_euclid(DAY) / 60;
    Some((on(local)?, format!("{:02}:{:02}", minutes / 60, minutes % 60)))
}

/// The time of day in the United Kingdom: 09:30.
pub(super) fn time(instant: Instant) -> String {
    uk(instant).map(|(_, time)| time).unwrap_or_default()
}

fn epoch() -> Option<Date> {
    Date::new(1970, 1, 1)
}

fn since_epoch(date: Date) -> Option<i64> {
    Some(date.days_since(epoch()?) * DAY)
}

fn on(seconds: i64) -> Option<Date> {
    epoch()?.checked_add_days(seconds.div_euclid(DAY))
}

/// March and October have 31 days.
fn last_sunday(year: i16, month: u8) -> Option<Date> {
    const SUNDAY: i64 = 3;
    let last = Date::new(year, month, 31)?;
    // 1 January 1970 was a Thursday, three days before a Sunday.
    let after = (last.days_since(epoch()?) - SUNDAY).rem_euclid(7);
    last.checked_add_days(-after)
}

/// So many seconds in minutes and seconds: 5 min 20 s.
pub(super) fn duration(seconds: i64) -> String {
    match (seconds / 60, seconds % 60) {
        (0, s) => format!("{s} s"),
        (m, 0) => format!("{m} min"),
        (m, s) => format!("{m} min {s} s"),
    }
}

/// A day as people write it: 12 March 2026.
pub(super) fn day(date: Date) -> String {
    let month = month_name(u32::from(date.month())).unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// A month of the year by its number, from 1.
pub(super) fn month_name(month: u32) -> Option<&'static str> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    MONTHS.get(usize::try_from(month).ok()?.checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(instant: &str) -> String {
        uk(instant.parse().unwrap()).map(|(on, at)| format!("{} {at}", day(on))).unwrap()
    }

    #[test]
    fn the_clock_goes_forward_and_back() {
        assert_eq!(shown("2026-03-29T00:59:59Z"), "29 March 2026 00:59");
        assert_eq!(shown("2026-03-29T01:00:00Z"), "29 March 2026 02:00");
        assert_eq!(shown("2026-10-25T00:59:00Z"), "25 October 2026 01:59");
        assert_eq!(shown("2026-10-25T01:00:00Z"), "25 October 2026 01:00");
        assert_eq!(shown("2024-03-31T00:30:00Z"), "31 March 2024 00:30");
        assert_eq!(shown("2024-03-31T01:30:00Z"), "31 March 2024 02:30");
    }

    #[test]
    fn the_offset_that_something_was_written_with_does_not_matter() {
        assert_eq!(shown("2026-04-30T09:30:00+01:00"), "30 April 2026 09:30");
        assert_eq!(shown("2026-04-30T08:30:00Z"), "30 April 2026 09:30");
        assert_eq!(shown("2026-06-30T23:30:00Z"), "1 July 2026 00:30");
        assert_eq!(shown("2026-01-01T00:30:00+05:00"), "31 December 2025 19:30");
    }

    #[test]
    fn lengths_are_in_minutes_and_seconds() {
        assert_eq!([45, 320, 240].map(duration), ["45 s", "5 min 20 s", "4 min"]);
    }
}
