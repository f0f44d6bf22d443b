use super::*;
use jiff::{ToSpan, civil};
use proptest::prelude::*;

fn to_jiff(date: Date) -> civil::Date {
    civil::date(date.year(), date.month() as i8, date.day() as i8)
}

fn from_jiff(date: civil::Date) -> Date {
    Date::new(date.year(), date.month() as u8, date.day() as u8).unwrap()
}

fn any_date() -> impl Strategy<Value = Date> {
    (FIRST_DAY..=LAST_DAY).prop_map(Date::from_number)
}

#[test]
fn every_day_there_is_agrees_with_an_independent_calendar() {
    let mut theirs = civil::date(1, 1, 1);
    for number in FIRST_DAY..=LAST_DAY {
        let ours = Date::from_number(number);
        assert_eq!(from_jiff(theirs), ours);
        assert_eq!(ours.number(), number);
        assert_eq!(ours.weekday() as i8, theirs.weekday().to_monday_zero_offset());
        let next = (number < LAST_DAY).then(|| Date::from_number(number + 1));
        assert_eq!(ours.next(), next);
        assert_eq!(next.map(Date::weekday), next.map(|_| ours.weekday().next()));
        if number < LAST_DAY {
            theirs = theirs.tomorrow().unwrap();
        }
    }
    assert_eq!(theirs, civil::date(9999, 12, 31));
    assert_eq!((Date::from_number(FIRST_DAY), Date::from_number(LAST_DAY)), (Date::MIN, Date::MAX));
}

#[test]
fn only_days_of_the_calendar_exist() {
    for year in [-1, 0, 1, 1900, 2000, 2023, 2024, 9999, 10_000] {
        for (month, day) in (0..=13).flat_map(|month| (0..=32).map(move |day| (month, day))) {
            let theirs = civil::Date::new(year, month as i8, day as i8).is_ok();
            assert_eq!(Date::new(year, month, day).is_some(), theirs && (1..=9999).contains(&year));
        }
    }
}

#[test]
fn other_spellings_are_refused() {
    for text in [
        "",
        "2026-1-31",
        "2026-01-31 ",
        " 2026-01-31",
        "20260131",
        "2026/01/31",
        "+026-01-01",
        "-001-01-01",
        "2026-01-3a",
        "12026-01-01",
        "2026-01-31T",
        "２０２６",
        "2026–01-1",
    ] {
        assert_eq!(text.parse::<Date>(), Err(DateError::Shape), "{text}");
    }
    for text in [
        "0000-01-01",
        "2026-02-29",
        "1900-02-29",
        "2026-00-10",
        "2026-13-01",
        "2026-04-31",
        "2026-01-00",
    ] {
        assert_eq!(text.parse::<Date>(), Err(DateError::NoSuchDay), "{text}");
    }
}

#[test]
fn months_end_where_they_end() {
    let date = |text: &str| text.parse::<Date>().unwrap();
    assert_eq!(date("2026-01-31").checked_add_months(1), Some(date("2026-02-28")));
    assert_eq!(date("2024-01-31").checked_add_months(1), Some(date("2024-02-29")));
    assert_eq!(date("2026-08-31").checked_add_months(3), Some(date("2026-11-30")));
    assert_eq!(date("9999-12-31").checked_add_months(0), Some(Date::MAX));
    assert_eq!(date("9999-12-01").checked_add_months(1), None);
    assert_eq!(Date::MIN.checked_add_months(u32::MAX), None);
}

#[test]
fn a_leap_day_birthday_falls_on_the_first_of_march() {
    let age = |birth: &str, on: &str| Date::age_on(birth.parse().unwrap(), on.parse().unwrap());
    assert_eq!(age("2008-02-29", "2024-02-28"), Some(15));
    assert_eq!(age("2008-02-29", "2024-02-29"), Some(16));
    assert_eq!(age("2008-02-29", "2025-02-28"), Some(16));
    assert_eq!(age("2008-02-29", "2025-03-01"), Some(17));
    assert_eq!(age("2026-05-01", "2026-05-01"), Some(0));
    assert_eq!(age("2026-05-02", "2026-05-01"), None);
    assert_eq!(age("0001-01-01", "9999-12-31"), Some(9998));
}

#[test]
fn json_takes_the_text_and_never_quotes_it() {
    let date: Date = serde_json::from_str("\"2026-01-31\"").unwrap();
    assert_eq!(serde_json::to_string(&date).unwrap(), "\"2026-01-31\"");
    let error = serde_json::from_str::<Date>("\"Zebedee\"").unwrap_err().to_string();
    assert!(!error.contains("Zebedee") && error.contains("YYYY-MM-DD"), "{error}");
}

proptest! {
    #[test]
    fn text_comes_back_as_it_went(date in any_date()) {
        let text = date.to_string();
        prop_assert_eq!(&text, &to_jiff(date).to_string());
        prop_assert_eq!(text.parse::<Date>(), Ok(date));
        prop_assert_eq!(format!("{date:?}"), text);
    }

    #[test]
    fn order_is_the_order_of_days(a in any_date(), b in any_date()) {
        prop_assert_eq!(a.cmp(&b), a.number().cmp(&b.number()));
        prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        prop_assert_eq!(b.checked_add_days(a.days_since(b)), Some(a));
    }

    #[test]
    fn days_and_months_agree_with_an_independent_calendar(
        date in any_date(), days in -4_000_000_i64..4_000_000, months in 0_u32..120_000,
    ) {
        prop_assert_eq!(
            date.checked_add_days(days).map(to_jiff),
            to_jiff(date).checked_add(days.days()).ok().filter(|there| there.year() >= 1)
        );
        prop_assert_eq!(
            date.checked_add_months(months).map(to_jiff),
            to_jiff(date).checked_add(i64::from(months).months()).ok()
        );
    }

    #[test]
    fn days_far_outside_the_calendar_are_none(date in any_date(), days in any::<i64>()) {
        if !(-4_000_000..4_000_000).contains(&days) {
            prop_assert_eq!(date.checked_add_days(days), None);
        }
    }

    #[test]
    fn age_counts_birthdays(birth in any_date(), later in 0_i64..40_000) {
        let Some(on) = birth.checked_add_days(later) else { return Ok(()) };
        let birthdays = (birth.year() + 1..=on.year())
            .map(|year| Date::new(year, birth.month(), birth.day()).unwrap_or(Date { year, month: 3, day: 1 }))
            .filter(|&birthday| birthday <= on)
            .count();
        prop_assert_eq!(Date::age_on(birth, on), u32::try_from(birthdays).ok());
    }

    #[test]
    fn no_text_upsets_it(text in "\\PC{0,12}") {
        if let Ok(date) = text.parse::<Date>() {
            prop_assert_eq!(date.to_string(), text);
        }
    }
}
