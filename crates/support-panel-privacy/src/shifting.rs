//! Days and instants, moved so that their distances stay and their place in the calendar goes.

use support_panel::{Date, Instant};

/// The day so many days later; at the ends of the calendar the last there is.
pub(crate) fn shifted_day(day: Date, days: i64) -> Date {
    let end = if days < 0 { Date::MIN } else { Date::MAX };
    day.checked_add_days(days).unwrap_or(end)
}

/// The instant so many days later, as the clock on an English wall has it, without its offset.
///
/// An offset of an hour tells summer from winter, and so does a panel that always begins at nine: either would give away
/// which of the possible shifts this one is.
pub(crate) fn shifted_instant(instant: Instant, days: i64) -> Option<Instant> {
    let seconds = instant.moment().seconds;
    let local = seconds + if is_summer(seconds) { 3600 } else { 0 };
    let (day, second) = (local.div_euclid(DAY), local.rem_euclid(DAY));
    let day = day_of(day + days);
    let clock = [second / 3600, second / 60 % 60, second % 60];
    // As many digits as were written.
    let written = instant.to_string();
    let fraction = written.split_once('.').map_or("", |(_, rest)| {
        rest.find(|c: char| !c.is_ascii_digit()).and_then(|end| rest.get(..end)).unwrap_or_default()
    });
    let mut shifted = String::with_capacity(LENGTH);
    shifted.push_str(&day.to_string());
    for (sign, two) in ['T', ':', ':'].into_iter().zip(clock) {
        shifted.push(sign);
        shifted.extend([two / 10, two % 10].map(|digit| char::from(b'0' + digit as u8)));
    }
    if !fraction.is_empty() {
        shifted.push('.');
        shifted.push_str(fraction);
    }
    shifted.push_str("+00:00");
    shifted.parse().ok()
}

/// Of an instant with a fraction of nine digits.
const LENGTH: usize = 35;
const DAY: i64 = 86_400;

/// Of so many days since 1970; at the ends of the calendar the last there is.
fn day_of(days: i64) -> Date {
    let epoch = Date::new(1970, 1, 1).unwrap_or(Date::MIN);
    shifted_day(epoch, days)
}

/// Whether England's clocks are an hour ahead: from 01:00 on the last Sunday of March to that of October.
fn is_summer(seconds: i64) -> bool {
    let year = day_of(seconds.div_euclid(DAY)).year();
    let change = |month: u8| {
        let end = Date::new(year, month, 31).unwrap_or(Date::MAX);
        let sunday = end.days_since(day_of(0)) - (end.weekday() as i64 + 1) % 7;
        sunday * DAY + 3600
    };
    (change(3)..change(10)).contains(&seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shifted(text: &str, days: i64) -> String {
        let instant = text.parse().ok().and_then(|instant| shifted_instant(instant, days));
        instant.map(|instant| instant.to_string()).unwrap_or_default()
    }

    #[test]
    fn the_clock_on_an_english_wall_is_kept() {
        assert_eq!(shifted("2026-03-12T09:30:00Z", 7), "2026-03-19T09:30:00+00:00");
        assert_eq!(shifted("2026-07-12T09:30:00.250+01:00", -7), "2026-07-05T09:30:00.250+00:00");
        assert_eq!(shifted("2026-07-12T23:30:00Z", 7), "2026-07-20T00:30:00+00:00");
        // The changes of the clock in 2026.
        assert_eq!(shifted("2026-03-29T00:59:59Z", 0), "2026-03-29T00:59:59+00:00");
        assert_eq!(shifted("2026-03-29T01:00:00Z", 0), "2026-03-29T02:00:00+00:00");
        assert_eq!(shifted("2026-10-25T00:59:59Z", 0), "2026-10-25T01:59:59+00:00");
        assert_eq!(shifted("2026-10-25T01:00:00Z", 0), "2026-10-25T01:00:00+00:00");
    }

    #[test]
    fn at_the_ends_of_the_calendar_a_day_stops() {
        assert_eq!(shifted_day(Date::MIN, -7), Date::MIN);
        assert_eq!(shifted_day(Date::MAX, 7), Date::MAX);
        assert_eq!(shifted("0001-01-01T00:00:00+23:59", -7), "0001-01-01T00:01:00+00:00");
        assert_eq!(shifted("9999-12-31T23:59:59-23:59", 7), "9999-12-31T23:58:59+00:00");
    }
}
