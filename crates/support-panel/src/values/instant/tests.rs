use super::*;
use proptest::prelude::*;

fn instant(text: &str) -> Instant {
    text.parse().unwrap()
}

#[test]
fn every_allowed_spelling_comes_back_as_read() {
    for text in [
        "2026-03-12T10:00:00Z",
        "2026-03-12t10:00:00z",
        "0001-01-01T00:00:00+23:59",
        "9999-12-31T23:59:59-23:59",
        "2026-03-12T10:00:00-00:00",
        "2026-03-12T10:00:00+00:00",
        "2026-03-12T10:00:00.0Z",
        "2026-03-12T10:00:00.100z",
        "2026-03-12T10:00:00.123456789+05:45",
        "2026-03-12T10:00:00.000000001-03:30",
    ] {
        assert_eq!(instant(text).to_string(), text);
        assert_eq!(format!("{:?}", instant(text)), text);
        let json = format!("\"{text}\"");
        assert_eq!(
            serde_json::to_string(&serde_json::from_str::<Instant>(&json).unwrap()).unwrap(),
            json
        );
    }
}

#[test]
fn refusals_say_what_is_wrong() {
    use InstantError::*;
    for (text, error) in [
        ("", Shape),
        ("2026-03-12", Shape),
        ("2026-03-12T10:00:00", Shape),
        ("2026-03-12 10:00:00Z", Shape),
        ("2026-03-12T10:00Z", Shape),
        ("2026-03-12T10:00:00.Z", Shape),
        ("2026-03-12T10:00:00,5Z", Shape),
        ("2026-03-12T10:00:00.1234567890Z", Shape),
        ("2026-03-12T10:00:00+01", Shape),
        ("2026-03-12T10:00:00+0100", Shape),
        ("2026-03-12T10:00:00ZZ", Shape),
        ("2026-03-12T10:00:00Z ", Shape),
        ("2026-03-12T10:00:00 Z", Shape),
        ("2026-03-12T1:00:00Z", Shape),
        ("2026-03-12T10:00:00\u{2212}01:00", Shape),
        ("2026-3-12T10:00:00Z", Shape),
        ("+2026-03-12T10:00:00Z", Shape),
        ("2026-03-12T-1:00:00Z", Shape),
        ("2026-02-30T10:00:00Z", NoSuchDay),
        ("0000-03-12T10:00:00Z", NoSuchDay),
        ("2026-03-12T24:00:00Z", NoSuchTime),
        ("2026-03-12T10:60:00Z", NoSuchTime),
        ("2026-03-12T10:00:61Z", NoSuchTime),
        ("2016-12-31T23:59:60Z", LeapSecond),
        ("2026-03-12T10:00:00+24:00", NoSuchOffset),
        ("2026-03-12T10:00:00-23:60", NoSuchOffset),
    ] {
        assert_eq!(text.parse::<Instant>(), Err(error), "{text}");
    }
    let error = serde_json::from_str::<Instant>("\"Zebedee\"").unwrap_err().to_string();
    assert!(!error.contains("Zebedee") && error.contains("RFC 3339"), "{error}");
}

#[test]
fn the_same_moment_may_be_written_in_many_ways() {
    let spellings =
        ["2026-03-12T00:30:00+01:00", "2026-03-11T23:30:00Z", "2026-03-11T23:30:00.000-00:00"]
            .map(instant);
    for (a, b) in spellings.iter().flat_map(|a| spellings.iter().map(move |b| (*a, *b))) {
        assert_eq!(a.moment(), b.moment());
        assert_eq!(a.nanos_since(b), 0);
        assert_eq!(a == b, a.to_string() == b.to_string());
    }
    assert_eq!(spellings.map(|at| at.date().day()), [12, 11, 11]);
}

#[test]
fn time_between_is_exact_from_end_to_end() {
    let (first, last) =
        (instant("0001-01-01T00:00:00+23:59"), instant("9999-12-31T23:59:59.999999999-23:59"));
    // 3,652,059 days, and an offset of nearly a day at either end.
    let seconds = 3_652_059 * 86_400 + 2 * 86_340;
    assert_eq!(last.nanos_since(first), i128::from(seconds) * 1_000_000_000 - 1);
    assert_eq!(last.seconds_since(first), seconds - 1);
    assert_eq!(first.seconds_since(last), 1 - seconds);
    assert_eq!(instant("1970-01-01T00:00:00Z").moment(), Moment { seconds: 0, nanos: 0 });
    assert_eq!(
        instant("1969-12-31T23:59:59.9Z").moment(),
        Moment { seconds: -1, nanos: 900_000_000 }
    );
}

proptest! {
    #[test]
    fn agrees_with_an_independent_reader(
        (year, month, day) in (2_i16..9999, 1..=12_u8, 1..=28_u8),
        (hour, minute, second) in (0..24, 0..60, 0..60),
        fraction in "(\\.[0-9]{1,9})?", separator in "[Tt]", zone in "[Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9]",
    ) {
        let text = format!("{year:04}-{month:02}-{day:02}{separator}{hour:02}:{minute:02}:{second:02}{fraction}{zone}");
        let ours = text.parse::<Instant>();
        prop_assert!(ours.is_ok(), "{}", text);
        let ours = ours.unwrap();
        prop_assert_eq!(ours.to_string(), text.clone());
        prop_assert_eq!(Some(ours.date()), Date::new(year, month, day));
        let theirs: jiff::Timestamp = text.parse().unwrap();
        let moment = ours.moment();
        prop_assert_eq!(
            i128::from(moment.seconds) * 1_000_000_000 + i128::from(moment.nanos),
            theirs.as_nanosecond()
        );
    }

    #[test]
    fn order_is_the_order_of_time(a in 0..200_u32, b in 0..200_u32, east in 0..24_u32) {
        let at = |tenths: u32, zone: u32| instant(&format!(
            "2026-03-12T{:02}:00:{:02}.{}+{zone:02}:00", zone, tenths / 10, tenths % 10
        ));
        let (first, second) = (at(a, 0), at(b, east));
        prop_assert_eq!(first.moment().cmp(&second.moment()), a.cmp(&b));
        prop_assert_eq!(first.nanos_since(second), (i128::from(a) - i128::from(b)) * 100_000_000);
        prop_assert_eq!(first.seconds_since(second), (i64::from(a) - i64::from(b)) / 10);
    }

    #[test]
    fn no_text_upsets_it(text in "[0-9TtZz:.+ -]{0,40}|\\PC{0,40}") {
        if let Ok(instant) = text.parse::<Instant>() {
            prop_assert_eq!(instant.to_string(), text);
        }
    }
}
