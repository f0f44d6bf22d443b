use super::*;
use proptest::prelude::*;
use std::time::{Duration, Instant};

const GREATEST: i128 = 1_000_000_000_000_000 * ONE;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// Any number that a record may hold, as often near nought as far from it.
fn any_decimal() -> impl Strategy<Value = Decimal> {
    let millionths = prop_oneof![
        -1000_i128..=1000,
        -20_000_000_i128..=20_000_000,
        (-20_i128..=20).prop_map(|whole| whole * 1_000_000),
        -GREATEST / 100..=GREATEST / 100,
    ];
    millionths.prop_map(|millionths| Decimal { units: millionths * 100 })
}

#[test]
fn value_counts_and_spelling_does_not() {
    for (texts, shortest) in [
        (&["5", "5.0", "5.000000000000", "0.5e1", "50E-1", "5e0", "5e+0", "0.00005e5"][..], "5"),
        (&["4.5", "4.50", "45e-1", "0.045E+2"], "4.5"),
        (&["0", "-0", "0.0", "-0.00", "0e99999", "-0e999999999999999999999", "0.000e-99999"], "0"),
        (
            &[
                "1e15",
                "1000000000000000",
                "1000000000000000.0000000",
                "0.001e18",
                "10000000000000000e-1",
            ],
            "1000000000000000",
        ),
        (&["-1e15", "-1000000000000000.0"], "-1000000000000000"),
        (&["0.000001", "1e-6", "1000000000e-15", "0.0000010000"], "0.000001"),
        (&["999999999999999.999999", "999999999999999999999e-6"], "999999999999999.999999"),
        (&["-12.34"], "-12.34"),
        (&["-0.5", "-5e-1"], "-0.5"),
    ] {
        for text in texts {
            assert_eq!(decimal(text), decimal(shortest), "{text}");
            assert_eq!(decimal(text).to_string(), shortest, "{text}");
            assert_eq!(format!("{:?}", decimal(text)), shortest, "{text}");
        }
    }
}

#[test]
fn refusals_say_what_is_wrong() {
    use DecimalError::*;
    for (text, error) in [
        ("", NotANumber),
        ("-", NotANumber),
        ("+1", NotANumber),
        ("01", NotANumber),
        ("00", NotANumber),
        ("-01", NotANumber),
        (".5", NotANumber),
        ("5.", NotANumber),
        ("5.e1", NotANumber),
        ("1e", NotANumber),
        ("1e+", NotANumber),
        ("1e1.5", NotANumber),
        ("1e1e1", NotANumber),
        (" 1", NotANumber),
        ("1 ", NotANumber),
        ("NaN", NotANumber),
        ("Infinity", NotANumber),
        ("0x10", NotANumber),
        ("1_000", NotANumber),
        ("--1", NotANumber),
        ("１", NotANumber),
        ("1e--1", NotANumber),
        ("-e1", NotANumber),
        ("0.0000001", TooManyPlaces),
        ("1e-7", TooManyPlaces),
        ("-1.2345678", TooManyPlaces),
        ("1e-999999999", TooManyPlaces),
        ("1e-99999999999999999999999", TooManyPlaces),
        ("999999999999999.9999999", TooManyPlaces),
        ("1e16", OutOfRange),
        ("1e999999999", OutOfRange),
        ("-1e99999999999999999999999", OutOfRange),
        ("1000000000000000.000001", OutOfRange),
        ("1000000000000000.0000001", OutOfRange),
        ("2e15", OutOfRange),
        ("1000000000000001", OutOfRange),
        ("-1000000000000001", OutOfRange),
        ("1.1e15", OutOfRange),
    ] {
        assert_eq!(text.parse::<Decimal>(), Err(error), "{text}");
    }
}

#[test]
fn long_spellings_are_read_in_time_that_grows_with_them_only() {
    let zeros = "0".repeat(4_000_000);
    let start = Instant::now();
    assert_eq!(decimal(&format!("0.{zeros}5e4000001")).to_string(), "5");
    assert_eq!(decimal(&format!("5{zeros}e-4000000")).to_string(), "5");
    assert_eq!(format!("5{zeros}").parse::<Decimal>(), Err(DecimalError::OutOfRange));
    assert_eq!(format!("5.{zeros}5").parse::<Decimal>(), Err(DecimalError::TooManyPlaces));
    assert_eq!(format!("5e{zeros}").parse::<Decimal>(), Ok(Decimal::from(5)));
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn steps_are_counted_exactly() {
    let tenth = decimal("0.1");
    let mut value = Decimal::ZERO;
    for _ in 0..1000 {
        assert!(value.is_multiple_of(tenth));
        assert!(!value.checked_add(decimal("0.05")).unwrap().is_multiple_of(tenth));
        value = value.checked_add(tenth).unwrap();
    }
    assert_eq!(value.whole(), Some(100));
    assert!(
        decimal("-0.3").is_multiple_of(tenth) && decimal("0.3").is_multiple_of(decimal("-0.1"))
    );
    assert!(Decimal::ZERO.is_multiple_of(Decimal::ZERO) && !tenth.is_multiple_of(Decimal::ZERO));
}

#[test]
fn the_far_ends_neither_overflow_nor_panic() {
    let (low, high) = (Decimal { units: i128::MIN }, Decimal { units: i128::MAX });
    assert_eq!(high.checked_add(Decimal::from(1)), None);
    assert_eq!(low.checked_sub(Decimal::from(1)), None);
    assert_eq!(low.checked_neg(), None);
    assert_eq!(low.abs_diff(high), high);
    assert!(!low.is_multiple_of(Decimal::from(-3)) && low.is_multiple_of(Decimal { units: -1 }));
    assert_eq!(Decimal::interpolate_quarters(low, low, 0), Decimal { units: i128::MIN / 4 });
    assert_eq!(low.to_string(), "-1701411834604692317316873037158.84105728");
    assert_eq!(low.whole(), None);
    assert_eq!(low.to_f64(), -1.701_411_834_604_692_3e30);
    assert_eq!(
        (decimal("1e15").whole(), decimal("0.5").whole()),
        (Some(1_000_000_000_000_000), None)
    );
}

#[test]
fn json_has_the_same_digits() {
    for text in [
        "0",
        "-5",
        "4.5",
        "0.1",
        "0.3",
        "1000000000000000",
        "-123456789.012345",
        "0.00001",
        "5.25",
        "12345678901234.5",
    ] {
        assert_eq!(serde_json::to_string(&decimal(text)).unwrap(), text);
    }
    assert_eq!(serde_json::to_string(&decimal("0.000001")).unwrap(), "1e-6");
}

proptest! {
    #[test]
    fn text_comes_back_as_it_went(value in any_decimal()) {
        prop_assert_eq!(value.to_string().parse(), Ok(value));
        prop_assert_eq!(format!("{value}e0").parse(), Ok(value));
    }

    #[test]
    fn exponents_only_shift_the_point(value in any_decimal(), shift in 0..40_usize) {
        let text = value.to_string();
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let sign = if whole.starts_with('-') { "-" } else { "" };
        let all = format!("{}{fraction}", whole.trim_start_matches('-'));
        let all = all.trim_start_matches('0');
        // Nought has no digit to put the point beside.
        prop_assume!(value != Decimal::ZERO);
        let zeros = "0".repeat(shift);
        prop_assert_eq!(format!("{sign}{all}{zeros}e-{}", fraction.len() + shift).parse(), Ok(value));
        let exponent = (shift + all.len()) as i64 - fraction.len() as i64;
        prop_assert_eq!(format!("{sign}0.{zeros}{all}E{exponent:+}").parse(), Ok(value));
    }

    #[test]
    fn sums_and_differences_undo_each_other(a in any_decimal(), b in any_decimal()) {
        let sum = a.checked_add(b).unwrap();
        prop_assert_eq!(sum.checked_sub(b), Some(a));
        prop_assert_eq!(a.checked_sub(b), b.checked_neg().and_then(|b| a.checked_add(b)));
        prop_assert_eq!(a.abs_diff(b), b.abs_diff(a));
        prop_assert_eq!(a.abs_diff(b), a.max(b).checked_sub(a.min(b)).unwrap());
        prop_assert_eq!(a.cmp(&b), a.checked_sub(b).unwrap().cmp(&Decimal::ZERO));
    }

    #[test]
    fn quarters_are_exact(a in any_decimal(), b in any_decimal(), quarters in 0..=4_u8) {
        let point = Decimal::interpolate_quarters(a, b, quarters);
        let step = b.units - a.units;
        prop_assert_eq!(point.units * 4, a.units * 4 + step * i128::from(quarters));
        prop_assert_eq!(point, Decimal::interpolate_quarters(b, a, 4 - quarters));
        prop_assert_eq!(a.half().checked_add(a.half()), Some(a));
        prop_assert_eq!(Decimal::interpolate_quarters(Decimal::ZERO, a, 2), a.half());
    }

    #[test]
    fn the_nearest_float_is_the_one_that_its_text_names(value in any_decimal(), quarters in 0..=4_u8) {
        for value in [value, Decimal::interpolate_quarters(Decimal::ZERO, value, quarters)] {
            prop_assert_eq!(value.to_f64(), value.to_string().parse::<f64>().unwrap());
        }
    }

    #[test]
    fn json_agrees_with_display_up_to_fifteen_digits(digits in -999_999_999_999_999_i64..=999_999_999_999_999, indexes in 0..=6_u32) {
        let value = Decimal { units: i128::from(digits) * 10_i128.pow(8 - indexes) };
        prop_assert_eq!(serde_json::to_string(&value).unwrap(), value.to_string());
    }

    #[test]
    fn whole_numbers_are_whole(signed in any::<i32>(), unsigned in any::<u32>()) {
        prop_assert_eq!(Decimal::from(signed).whole(), Some(i64::from(signed)));
        prop_assert_eq!(Decimal::from(unsigned).to_string(), unsigned.to_string());
    }

    #[test]
    fn what_json_calls_a_number_is_one(text in "-?[0-9]{0,3}\\.?[0-9]{0,3}([eE][+-]?[0-9]{0,2})?|[-+.eE0-9 ]{0,8}") {
        // As raw text: a number too large for binary floating point is a number all the same.
        let number = serde_json::from_str::<&serde_json::value::RawValue>(&text).is_ok() && text.trim() == text;
        prop_assert_eq!(text.parse::<Decimal>() != Err(DecimalError::NotANumber), number, "{}", text);
    }
}
