//! Krippendorff's alpha: its definition and its laws.

use super::*;

proptest! {
    #[test]
    fn its_definition(data in prop_oneof![scores(), matrix(0.0..1e3)]) {
        for level in Level::ALL {
            match (alpha(&data, level), naive::alpha(&data, level)) {
                (Ok(found), Ok(expected)) => {
                    prop_assert!((found - expected).abs() <= 1e-12, "{}: {} is not {}", level, found, expected);
                }
                (found, expected) => {
                    prop_assert_eq!(found.map_err(|error| error.code()), expected);
                }
            }
        }
    }

    #[test]
    fn blind_to_the_order_of_raters_and_units(
        (data, raters, units) in prop_oneof![scores(), matrix(-1e3..1e3)].prop_flat_map(|data| {
            let units = (0..data.first().map_or(0, Vec::len)).collect::<Vec<_>>();
            (Just(data.clone()), Just(data).prop_shuffle(), Just(units).prop_shuffle())
        })
    ) {
        for level in [Level::Nominal, Level::Ordinal, Level::Interval] {
            let expected = alpha(&data, level);
            prop_assert_eq!(&alpha(&raters, level), &expected, "to the last bit");
            alike(alpha(&with_units_in(&data, &units), level), expected)?;
        }
        let positive = |data: &Matrix| mapped(data, f64::abs);
        let expected = alpha(&positive(&data), Level::Ratio);
        prop_assert_eq!(&alpha(&positive(&raters), Level::Ratio), &expected);
    }

    #[test]
    fn blind_to_names_at_the_nominal_level(
        data in scores(),
        names in Just(vec![-7.5, 0.25, 1.0, 3.0, 40.0, 1e9]).prop_shuffle(),
    ) {
        let renamed = mapped(&data, |value| names[value as usize]);
        prop_assert_eq!(alpha(&renamed, Level::Nominal), alpha(&data, Level::Nominal));
    }

    #[test]
    fn blind_to_what_keeps_the_order_at_the_ordinal_level(data in scores()) {
        let stretched = mapped(&data, |value| value * value * value - 20.0);
        prop_assert_eq!(alpha(&stretched, Level::Ordinal), alpha(&data, Level::Ordinal));
        let reversed = mapped(&data, |value| -value);
        alike(alpha(&reversed, Level::Ordinal), alpha(&data, Level::Ordinal))?;
    }

    #[test]
    fn blind_to_affine_maps_at_the_interval_level(
        data in scores(),
        slope in prop_oneof![-100.0..-0.01, 0.01..100.0],
        shift in -100.0..100.0,
    ) {
        let moved = mapped(&data, |value| slope * value + shift);
        alike(alpha(&moved, Level::Interval), alpha(&data, Level::Interval))?;
    }

    #[test]
    fn blind_to_units_of_measure_at_the_ratio_level(data in scores(), factor in 0.001..1000.0) {
        let measured = mapped(&data, |value| factor * value);
        alike(alpha(&measured, Level::Ratio), alpha(&data, Level::Ratio))?;
    }

    #[test]
    fn blind_to_the_silent_and_the_alone(data in scores(), value in 0.0..9.0) {
        let mut more = data.clone();
        if let Some(first) = data.first() {
            more.push(vec![None; first.len()]);
            more.iter_mut().for_each(|row| row.push(None));
            more[0][first.len()] = Some(value);
        }
        for level in Level::ALL {
            prop_assert_eq!(alpha(&more, level), alpha(&data, level));
        }
    }

    #[test]
    fn one_exactly_when_all_agree(row in prop::collection::vec(0.0..9.0, 2..9), raters in 2_usize..5) {
        prop_assume!(row.iter().any(|value| *value != row[0]));
        let data = vec![row.into_iter().map(Some).collect::<Vec<_>>(); raters];
        for level in Level::ALL {
            prop_assert_eq!(alpha(&data, level), Ok(1.0));
        }
    }

    #[test]
    fn a_number_whatever_finite_numbers_come(
        data in matrix(prop::num::f64::ANY.prop_filter("finite", |value| value.is_finite()))
    ) {
        for level in Level::ALL {
            match alpha(&mapped(&data, f64::abs), level) {
                Ok(found) => prop_assert!(found.is_finite() && found <= 1.0, "{}: {}", level, found),
                Err(refusal) => prop_assert!([Code::TooFewValues, Code::NoVariation].contains(&refusal.code())),
            }
        }
    }
}

#[test]
fn sound_at_the_edges_of_the_number_type() {
    let least = f64::from_bits(1);
    let edges = [
        given(&[&[-f64::MAX, f64::MAX], &[-f64::MAX, f64::MAX]]),
        given(&[&[0.0, least], &[0.0, least]]),
        given(&[&[least, f64::MAX], &[least, f64::MAX]]),
    ];
    for data in &edges {
        for level in [Level::Nominal, Level::Ordinal, Level::Interval] {
            assert_eq!(alpha(data, level), Ok(1.0), "{level}");
        }
    }
    assert_eq!(alpha(&edges[1], Level::Ratio), Ok(1.0));
    assert_eq!(alpha(&edges[2], Level::Ratio), Ok(1.0));
}

#[test]
fn the_same_for_ratios_of_the_largest_numbers() {
    let data = given(&[&[1.0, 1.5, 1.0], &[1.0, 1.5, 1.5]]);
    let largest = mapped(&data, |value| value * 2.0_f64.powi(1023));
    assert_eq!(alpha(&largest, Level::Ratio), alpha(&data, Level::Ratio));
}

#[test]
fn unmoved_by_a_large_offset() {
    let data = given(&[&[1.0, 2.0, 3.0, 4.0], &[1.0, 3.0, 3.0, 5.0]]);
    let far = mapped(&data, |value| value + 1e15);
    let expected = alpha(&data, Level::Interval);
    assert_eq!(alpha(&far, Level::Interval), expected, "squares of 1e15 would lose it all");
}

#[test]
fn zero_for_one_difference_among_many_alike() {
    let mut data = vec![vec![Some(8.0); 10]; 2];
    data[0][3] = Some(7.0);
    for level in Level::ALL {
        close(alpha(&data, level).unwrap(), 0.0, level.as_str());
    }
}
