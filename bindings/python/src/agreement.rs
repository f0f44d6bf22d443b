//! Indices of agreement between raters.

use crate::call::{ErrorFields, catch_panic};
use pyo3::prelude::*;
use support_panel::agreement::{self, Undefined, UnknownName};

fn undefined(why: &Undefined) -> PyErr {
    ErrorFields {
        code: why.code(),
        path: why.path(),
        message: &why.to_string(),
        ..ErrorFields::default()
    }
    .to_err()
}

fn unknown(argument: &str, name: &UnknownName) -> PyErr {
    ErrorFields {
        code: name.code(),
        path: argument,
        message: &name.to_string(),
        ..ErrorFields::default()
    }
    .to_err()
}

/// Krippendorff's alpha of a matrix; rows are raters, columns units, None a rating that was not given.
#[pyfunction]
#[pyo3(signature = (matrix, level="ordinal"))]
pub(crate) fn alpha(py: Python<'_>, matrix: Vec<Vec<Option<f64>>>, level: &str) -> PyResult<f64> {
    let level = level.parse().map_err(|error| unknown("/level", &error))?;
    compute(py, || agreement::alpha(&matrix, level))
}

/// The mean distance of the values from their "mean" or "median", in points of the scale.
#[pyfunction]
#[pyo3(signature = (values, about="mean"))]
pub(crate) fn average_deviation(py: Python<'_>, values: Vec<f64>, about: &str) -> PyResult<f64> {
    let about = about.parse().map_err(|error| unknown("/about", &error))?;
    compute(py, || agreement::average_deviation(&values, about))
}

/// How much narrower a group is than one that answers at random on the scale from `min` to `max`; below 0 where it is wider.
#[pyfunction]
#[pyo3(signature = (values, min=0.0, max=10.0, step=1.0))]
pub(crate) fn within_group_uncut(
    py: Python<'_>,
    values: Vec<f64>,
    min: f64,
    max: f64,
    step: f64,
) -> PyResult<f64> {
    compute(py, || agreement::within_group_uncut(&values, min, max, step))
}

fn compute(py: Python<'_>, index: impl FnOnce() -> Result<f64, Undefined> + Send) -> PyResult<f64> {
    py.detach(|| catch_panic(|| index().map_err(|why| undefined(&why))))
}
