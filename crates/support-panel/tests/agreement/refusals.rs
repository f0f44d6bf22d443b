//! What has no index, and how that is said.

use super::*;

#[test]
fn alpha_needs_values_to_compare() {
    let lone = vec![vec![Some(1.0), None], vec![None, Some(2.0)]];
    for data in [vec![], vec![vec![]], vec![vec![None; 3]; 2], lone] {
        let refusal = alpha(&data, Level::Interval);
        assert_eq!(refusal, Err(Undefined::TooFewValues { found: 0 }));
    }
}

#[test]
fn alpha_needs_variation_among_what_it_compares() {
    let lone_value_differs = vec![vec![Some(4.0), Some(9.0)], vec![Some(4.0), None]];
    for level in Level::ALL {
        assert_eq!(code(alpha(&lone_value_differs, level)), Code::NoVariation);
        assert_eq!(code(alpha(&given(&[&[0.0], &[-0.0]]), level)), Code::NoVariation);
    }
}

#[test]
fn alpha_says_where() {
    let ragged = given(&[&[1.0, 2.0], &[1.0]]);
    let error = alpha(&ragged, Level::Nominal).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::RaggedRows, "/1"));
    assert_eq!(error.to_string(), "/1 has 1 units, expected 2 as in the first row");

    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let error = alpha(&given(&[&[1.0, 2.0], &[1.0, bad]]), Level::Nominal).unwrap_err();
        assert_eq!((error.code(), error.path()), (Code::NotFinite, "/1/1"));
    }

    let negative = given(&[&[1.0, -2.0], &[1.0, 2.0]]);
    let error = alpha(&negative, Level::Ratio).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::NegativeRatio, "/0/1"));
    assert!(alpha(&negative, Level::Interval).is_ok(), "only a ratio has a true zero");
    assert!(alpha(&given(&[&[-0.0, 1.0], &[0.0, 1.0]]), Level::Ratio).is_ok(), "zero is zero");
}

#[test]
fn a_list_needs_two_finite_values() {
    for values in [&[][..], &[5.0]] {
        let refusal = Undefined::TooFewValues { found: values.len() };
        assert_eq!(average_deviation(values, About::Mean), Err(refusal.clone()));
        assert_eq!(within_group(values, 0.0, 10.0, 1.0), Err(refusal));
    }
    let refusal = Undefined::NotFinite { path: "/1".into() };
    assert_eq!(average_deviation(&[1.0, f64::NAN], About::Median), Err(refusal.clone()));
    assert_eq!(within_group(&[1.0, f64::INFINITY], 0.0, 10.0, 1.0), Err(refusal));
}

#[test]
fn a_value_must_be_on_the_scale() {
    for values in [[4.0, 11.0], [4.0, -1.0]] {
        let error = within_group(&values, 0.0, 10.0, 1.0).unwrap_err();
        assert_eq!((error.code(), error.path()), (Code::OffScale, "/1"));
    }
    assert!(within_group(&[0.0, 4.5, 10.0], 0.0, 10.0, 1.0).is_ok(), "between options is on it");
}

#[test]
fn a_scale_must_have_steps() {
    let bad = [
        (10.0, 0.0, 1.0),
        (5.0, 5.0, 1.0),
        (0.0, 10.0, 0.0),
        (0.0, 10.0, -1.0),
        (0.0, 10.0, 3.0),
        (0.0, 10.0, 20.0),
        (0.0, 10.0, 15.0),
        (0.0, 1.0, 0.3),
        (f64::NAN, 10.0, 1.0),
        (0.0, f64::INFINITY, 1.0),
        (0.0, 10.0, f64::NAN),
        (0.0, 10.0, f64::INFINITY),
        (-f64::MAX, f64::MAX, f64::MAX),
        (1e16, 1e16 + 2.0, 100.0),
    ];
    for (min, max, step) in bad {
        assert_eq!(
            code(uniform_null_variance(min, max, step)),
            Code::BadScale,
            "{min} {max} {step}"
        );
        assert_eq!(code(within_group(&[5.0, 5.0], min, max, step)), Code::BadScale);
    }
    for tiny_or_huge in [1e-200, 1e200] {
        let variance = uniform_null_variance(0.0, tiny_or_huge, tiny_or_huge);
        assert_eq!(code(variance), Code::BadScale, "the variance has no number");
        let index = within_group(&[0.0, tiny_or_huge], 0.0, tiny_or_huge, tiny_or_huge);
        assert_eq!(index, Ok(0.0), "the index has one all the same");
    }
}

#[test]
fn decimal_steps_are_taken_as_meant() {
    for (min, max, step) in [(0.0, 0.3, 0.1), (0.1, 0.4, 0.1), (1000.1, 1000.4, 0.1)] {
        let found = uniform_null_variance(min, max, step).unwrap();
        close(found, 0.0125, "four options a tenth apart");
    }
    close(uniform_null_variance(-3.0, 3.0, 0.01).unwrap(), 361_200.0 / 120_000.0, "601 options");
}

#[test]
fn codes_are_listed_once_each() {
    let path = String::new;
    let every = [
        Undefined::TooFewValues { found: 1 },
        Undefined::NoVariation,
        Undefined::RaggedRows { path: path(), found: 1, expected: 2 },
        Undefined::NotFinite { path: path() },
        Undefined::BadScale { min: 1.0, max: 0.0, step: 1.0 },
        Undefined::OffScale { path: path(), min: 0.0, max: 1.0 },
        Undefined::NegativeRatio { path: path() },
    ];
    assert_eq!(every.map(|undefined| undefined.code()), Undefined::CODES);
}

#[test]
fn every_code_is_explained() {
    let unknown = "mode".parse::<Level>().unwrap_err();
    for code in Undefined::CODES.into_iter().chain([unknown.code()]) {
        let explained: Vec<_> =
            support_panel::codes().iter().filter(|definition| definition.code == code).collect();
        assert_eq!(explained.len(), 1, "{code}");
    }
    let listed = support_panel::codes()
        .iter()
        .filter(|definition| definition.area == support_panel::Area::Agreement);
    for code in listed.map(|definition| definition.code) {
        assert!(
            Undefined::CODES.contains(&code) || code == unknown.code(),
            "{code} is no code of an index"
        );
    }
}

#[test]
fn names_read_back() {
    for level in Level::ALL {
        assert_eq!(level.to_string().parse(), Ok(level));
    }
    for about in About::ALL {
        assert_eq!(about.to_string().parse(), Ok(about));
    }
    for unknown in ["", "Nominal", "mode"] {
        assert!(unknown.parse::<Level>().is_err() && unknown.parse::<About>().is_err());
    }
    let error = "private words".parse::<Level>().unwrap_err();
    assert_eq!(error.code(), Code::UnknownName);
    assert_eq!(error.to_string(), "expected nominal, ordinal, interval or ratio");
}
