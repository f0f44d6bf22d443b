//! The agreement indices against published numbers, against their definitions, and by their laws.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the helpers of a test may fail loudly, as the test itself may"
)]

mod a_list;
mod alpha_is;
mod naive;
mod published;
mod refusals;

use proptest::prelude::*;
use serde_json::Value;
use support_panel::Code;
use support_panel::agreement::{
    About, Level, Undefined, alpha, average_deviation, uniform_null_variance, within_group,
};

type Matrix = Vec<Vec<Option<f64>>>;

fn close(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() <= 1e-12, "{what}: {found} is not {expected}");
}

fn given(rows: &[&[f64]]) -> Matrix {
    rows.iter().map(|row| row.iter().copied().map(Some).collect()).collect()
}

fn code<T: std::fmt::Debug>(result: Result<T, Undefined>) -> Code {
    result.unwrap_err().code()
}

fn matrix(value: impl Strategy<Value = f64> + Clone + 'static) -> impl Strategy<Value = Matrix> {
    (0_usize..7, 0_usize..9).prop_flat_map(move |(raters, units)| {
        let rating = prop::option::weighted(0.8, value.clone());
        prop::collection::vec(prop::collection::vec(rating, units), raters)
    })
}

/// Ratings as panels give them: few different values, many of them alike.
fn scores() -> impl Strategy<Value = Matrix> {
    matrix((0_u8..6).prop_map(f64::from))
}

fn mapped(data: &Matrix, to: impl Fn(f64) -> f64) -> Matrix {
    data.iter().map(|row| row.iter().map(|rating| rating.map(&to)).collect()).collect()
}

fn with_units_in(data: &Matrix, order: &[usize]) -> Matrix {
    data.iter().map(|row| order.iter().map(|unit| row[*unit]).collect()).collect()
}

/// The same to 1e-12, or refused with the same code.
fn alike(
    found: Result<f64, Undefined>,
    expected: Result<f64, Undefined>,
) -> Result<(), TestCaseError> {
    match (found, expected) {
        (Ok(found), Ok(expected)) => {
            prop_assert!((found - expected).abs() <= 1e-12, "{} is not {}", found, expected);
        }
        (found, expected) => {
            prop_assert_eq!(
                found.map_err(|error| error.code()),
                expected.map_err(|error| error.code())
            );
        }
    }
    Ok(())
}

fn values() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(0_u8..=10, 2..9)
        .prop_map(|values| values.into_iter().map(f64::from).collect())
}
