//! The numbers that others have published.

use super::*;

fn oracle() -> Value {
    serde_json::from_str(include_str!("../../../../tests/oracles/agreement.json")).unwrap()
}

fn number(case: &Value, key: &str) -> Option<f64> {
    case.get(key).map(|value| value.as_f64().unwrap())
}

#[test]
fn alpha_at_every_level() {
    let (mut numbers, mut refusals) = (0, 0);
    for case in oracle()["alpha"].as_array().unwrap() {
        let row = |row: &Value| row.as_array().unwrap().iter().map(Value::as_f64).collect();
        let data: Matrix = case["data"].as_array().unwrap().iter().map(row).collect();
        for level in Level::ALL {
            if let Some(expected) = number(case, level.as_str()) {
                close(alpha(&data, level).unwrap(), expected, level.as_str());
                numbers += 1;
            }
            if let Some(error) = case.get("error") {
                let expected = match error.as_str().unwrap() {
                    "no variation" => Code::NoVariation,
                    "fewer than two pairable values" => Code::TooFewValues,
                    other => panic!("the oracle has a new error: {other}"),
                };
                assert_eq!(code(alpha(&data, level)), expected);
                refusals += 1;
            }
        }
    }
    assert_eq!((numbers, refusals), (6, 8), "the oracle was read whole");
}

#[test]
fn deviation_and_within_group() {
    let mut numbers = 0;
    for case in oracle()["within_group"].as_array().unwrap() {
        let values = case["values"].as_array().unwrap();
        let values: Vec<f64> = values.iter().map(|value| value.as_f64().unwrap()).collect();
        let max = number(case, "options").unwrap() - 1.0;
        let found = [
            ("ad_mean", average_deviation(&values, About::Mean)),
            ("ad_median", average_deviation(&values, About::Median)),
            ("r_wg", within_group(&values, 0.0, max, 1.0)),
        ];
        for (key, found) in found {
            if let Some(expected) = number(case, key) {
                close(found.unwrap(), expected, key);
                numbers += 1;
            }
        }
    }
    assert_eq!(numbers, 10, "the oracle was read whole");
}

#[test]
fn null_variance() {
    let oracle = oracle();
    let cases = oracle["uniform_null_variance"].as_array().unwrap();
    assert_eq!(cases.len(), 3, "the oracle was read whole");
    for case in cases {
        let part = |key| number(case, key).unwrap();
        let found = uniform_null_variance(part("min"), part("max"), part("step")).unwrap();
        close(found, part("variance"), "variance");
    }
}

#[test]
fn the_warning_is_true() {
    let ratings = [1.0, 5.0, 5.0, 5.0, 9.0];
    for about in About::ALL {
        assert!(average_deviation(&ratings, about).unwrap() < 11.0 / 6.0, "{about}");
    }
}
