//! Indices of agreement between raters.

use crate::call::{Said, caught};
use pyo3::prelude::*;
use support_panel::agreement::{self, Undefined, UnknownName};

fn undefined(why: &Undefined) -> PyErr {
    Said {
        code: why.code(),
        path: why.path(),
        message: &why.to_string(),
        line: None,
        column: None,
        file: None,
    }
    .raised()
}

fn unknown(argument: &str, name: &UnknownName) -> PyErr {
    Said {
        code: name.code(),
        path: argument,
        message: &name.to_string(),
        line: None,
        column: None,
        file: None,
    }
    .raised()
}

/// Krippendorff's alpha of a matrix; rows are raters, columns units, None a rating that was not given.
#[pyfunction]
#[pyo3(signature = (matrix, level="ordinal"))]
pub(crate) fn alpha(py: Python<'_>, matrix: Vec<Vec<Option<f64>>>, level: &str) -> PyResult<f64> {
    let level = level.parse().map_err(|error| unknown("/level", &error))?;
    of(py, || agreement::alpha(&matrix, level))
}

/// The mean distance of the values from their "mean" or "median", in points of the scale.
#[pyfunction]
#[pyo3(signature = (values, about="mean"))]
pub(crate) fn average_deviation(py: Python<'_>, values: Vec<f64>, about: &str) -> PyResult<f64> {
    let about = about.parse().map_err(|error| unknown("/about", &error))?;
    of(py, || agreement::average_deviation(&values, about))
}

/// How much narrower a group is than one that answers at random on the scale from `min` to `max`.
#[pyfunction]
#[pyo3(signature = (values, min=0.0, max=10.0, step=1.0))]
pub(crate) fn within_group(
    py: Python<'_>,
    values: Vec<f64>,
    min: f64,
    max: f64,
    step: f64,
) -> PyResult<f64> {
    of(py, || agreement::within_group(&values, min, max, step))
}

fn of(py: Python<'_>, index: impl FnOnce() -> Result<f64, Undefined> + Send) -> PyResult<f64> {
    py.detach(|| caught(|| index().map_err(|why| undefined(&why))))
}
