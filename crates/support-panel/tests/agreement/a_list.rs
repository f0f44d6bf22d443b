//! Average deviation and the within-group index: their definitions and laws.

use super::*;

proptest! {
    #[test]
    fn is_its_definitions(values in values()) {
        let count = values.len() as f64;
        let mean = values.iter().sum::<f64>() / count;
        let mut ordered = values.clone();
        ordered.sort_by(f64::total_cmp);
        let half = values.len() / 2;
        let median = if values.len() % 2 == 1 { ordered[half] } else { (ordered[half - 1] + ordered[half]) / 2.0 };
        for (about, middle) in [(About::Mean, mean), (About::Median, median)] {
            let expected = values.iter().map(|value| (value - middle).abs()).sum::<f64>() / count;
            close(average_deviation(&values, about).unwrap(), expected, about.as_str());
        }
        let variance = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (count - 1.0);
        close(within_group(&values, 0.0, 10.0, 1.0).unwrap(), (1.0 - variance / 10.0).max(0.0), "r_wg");
    }

    #[test]
    fn is_blind_to_order((values, shuffled) in values().prop_flat_map(|v| (Just(v.clone()), Just(v).prop_shuffle()))) {
        for about in About::ALL {
            prop_assert_eq!(average_deviation(&shuffled, about), average_deviation(&values, about));
        }
        prop_assert_eq!(within_group(&shuffled, 0.0, 10.0, 1.0), within_group(&values, 0.0, 10.0, 1.0));
    }

    #[test]
    fn moves_with_its_scale(values in values(), slope in 0.01_f64..100.0, shift in -100.0_f64..100.0) {
        let moved: Vec<f64> = values.iter().map(|value| slope * value + shift).collect();
        for about in About::ALL {
            let found = average_deviation(&moved, about).unwrap() / slope;
            let expected = average_deviation(&values, about).unwrap();
            prop_assert!((found - expected).abs() <= 1e-10, "{}: {} is not {}", about, found, expected);
        }
        let options: Vec<f64> = [0.0, 10.0].iter().map(|value| slope * value + shift).collect();
        let step = (options[1] - options[0]) / 10.0;
        let found = within_group(&moved, options[0], options[1], step).unwrap();
        let expected = within_group(&values, 0.0, 10.0, 1.0).unwrap();
        prop_assert!((found - expected).abs() <= 1e-10, "{} is not {}", found, expected);
    }

    #[test]
    fn deviates_least_from_its_median(
        values in prop::collection::vec(prop::num::f64::ANY.prop_filter("finite", |v| v.is_finite()), 2..9)
    ) {
        let mean = average_deviation(&values, About::Mean).unwrap();
        let median = average_deviation(&values, About::Median).unwrap();
        let low = values.iter().copied().fold(f64::MAX, f64::min);
        let high = values.iter().copied().fold(f64::MIN, f64::max);
        let bound = (high / 2.0 - low / 2.0) * (1.0 + 1e-12) + f64::MIN_POSITIVE;
        prop_assert!(median.is_finite() && mean.is_finite());
        prop_assert!(0.0 <= median && median <= mean * (1.0 + 1e-12) + f64::MIN_POSITIVE && mean <= bound);
    }

    #[test]
    fn has_the_variance_of_its_options(min in -20_i32..20, options in 2_i32..40, quarters in 1_i32..9) {
        let (min, step) = (f64::from(min), f64::from(quarters) / 4.0);
        let listed: Vec<f64> = (0..options).map(|option| min + f64::from(option) * step).collect();
        let count = f64::from(options);
        let mean = listed.iter().sum::<f64>() / count;
        let expected = listed.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / count;
        let found = uniform_null_variance(min, listed[listed.len() - 1], step).unwrap();
        prop_assert!((found - expected).abs() <= 1e-12 * expected, "{} is not {}", found, expected);
    }
}

#[test]
fn of_one_value_agrees_exactly() {
    for value in [0.1, 7.3, -f64::MAX, f64::from_bits(1)] {
        for about in About::ALL {
            assert_eq!(average_deviation(&[value; 7], about), Ok(0.0));
        }
    }
    assert_eq!(within_group(&[7.3; 7], 0.0, 10.0, 1.0), Ok(1.0));
}

#[test]
fn of_the_largest_numbers_has_its_deviation() {
    for about in About::ALL {
        assert_eq!(average_deviation(&[-f64::MAX, f64::MAX], about), Ok(f64::MAX));
    }
}

#[test]
fn keeps_small_deviations_beside_a_large_one() {
    let mut values = vec![0.0; 1000];
    values[..498].fill(1.0);
    values[999] = -1e16;
    assert_eq!(average_deviation(&values, About::Median), Ok((1e16 + 498.0) / 1000.0));
}
