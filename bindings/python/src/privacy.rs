//! Records for secondary use: keys, and what changes records one by one.

use crate::call::{Text, catch_panic, detached};
use crate::record::Record;
use crate::records::RecordStream;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyDict;
use std::sync::{Mutex, PoisonError};
use support_panel_privacy::Purpose;

/// A key that no traceback, log or `repr` shows.
#[pyclass(frozen, module = "support_panel._native")]
pub(crate) struct Key(support_panel_privacy::Key);

#[pymethods]
impl Key {
    #[new]
    #[pyo3(signature = (key, /))]
    fn new(key: &Bound<'_, PyAny>) -> PyResult<Self> {
        let found = key.get_type().name()?;
        let bytes: PyBackedBytes = key.extract().map_err(|_| {
            PyTypeError::new_err(format!(
                "key is {found}; bytes were expected, for example secrets.token_bytes(32)"
            ))
        })?;
        support_panel_privacy::Key::new(&bytes).map(Self).map_err(|_| {
            PyValueError::new_err(format!(
                "key has {} bytes; {} or more were expected",
                bytes.len(),
                support_panel_privacy::Key::BYTES
            ))
        })
    }

    /// What stands for a value under a purpose; `scope` is what the value is an id within.
    #[pyo3(signature = (purpose, field, scope, value))]
    fn token(&self, purpose: Text, field: Text, scope: &[u8], value: &[u8]) -> String {
        self.0.token(&purpose, &field, scope, value)
    }

    fn __repr__(&self) -> &'static str {
        "<key>"
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err("a key is not pickled"))
    }
}

/// What changes records one by one, once it has learnt from all of them.
enum Rewriting {
    Pseudonyms(Box<support_panel_privacy::Pseudonymiser>),
    Less(Box<support_panel_privacy::Degrader>),
}

impl Rewriting {
    fn learn(&mut self, record: &support_panel::Record) {
        match self {
            Self::Pseudonyms(others) => others.learn(record),
            Self::Less(degrader) => degrader.learn(record),
        }
    }

    fn rewrite(
        &mut self,
        record: support_panel::Record,
    ) -> Result<support_panel::Record, support_panel::Error> {
        match self {
            Self::Pseudonyms(others) => others.rewrite(record),
            Self::Less(degrader) => degrader.rewrite(record),
        }
    }
}

/// Changes records one by one, once it has learnt from all of them.
#[pyclass(frozen, module = "support_panel._native")]
pub(crate) struct Rewriter(Mutex<Rewriting>);

#[pymethods]
impl Rewriter {
    /// Puts every identifier under a key.
    #[staticmethod]
    #[pyo3(signature = (key, purpose))]
    fn pseudonyms(key: &Key, purpose: Text) -> Self {
        let others = support_panel_privacy::Pseudonymiser::new(key.0.clone(), &purpose);
        Self(Mutex::new(Rewriting::Pseudonyms(Box::new(others))))
    }

    /// Takes out what a purpose does not need.
    #[staticmethod]
    #[pyo3(signature = (key, purpose))]
    fn less(key: &Key, purpose: Text) -> PyResult<Self> {
        let words = Purpose::ALL.map(Purpose::as_str).join(", ");
        let purpose = Purpose::from_word(&purpose).ok_or_else(|| {
            PyValueError::new_err(format!("profile: found another word, expected one of {words}"))
        })?;
        let degrader = support_panel_privacy::Degrader::new(purpose, key.0.clone());
        Ok(Self(Mutex::new(Rewriting::Less(Box::new(degrader)))))
    }

    /// Gathers what a record knows.
    #[pyo3(signature = (record, /))]
    fn learn(&self, py: Python<'_>, record: &Record) -> PyResult<()> {
        self.learn_one(py, &record.0)
    }

    /// Gathers what each record of a stream knows.
    #[pyo3(signature = (stream, /))]
    fn learn_all(&self, py: Python<'_>, stream: &RecordStream) -> PyResult<()> {
        while let Some(record) = stream.next_record(py)? {
            self.learn_one(py, &record)?;
        }
        Ok(())
    }

    /// The record, changed.
    #[pyo3(signature = (record, /))]
    fn rewrite(&self, py: Python<'_>, record: &Record) -> PyResult<Record> {
        self.changed(py, record.0.clone())
    }

    /// The next record of a stream, changed; None at its end.
    #[pyo3(signature = (stream, /))]
    fn next_of(&self, py: Python<'_>, stream: &RecordStream) -> PyResult<Option<Record>> {
        stream.next_record(py)?.map(|record| self.changed(py, record)).transpose()
    }

    /// How many families there are.
    fn families(&self) -> usize {
        self.with(|rewriting| match rewriting {
            Rewriting::Pseudonyms(others) => others.families(),
            Rewriting::Less(degrader) => degrader.families(),
        })
    }

    /// What was done so far, and what may remain; nothing of pseudonyms.
    fn report<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDict>>> {
        let report = self.with(|rewriting| match rewriting {
            Rewriting::Pseudonyms(_) => None,
            Rewriting::Less(degrader) => Some(degrader.report()),
        });
        let Some(report) = report else { return Ok(None) };
        let members = PyDict::new(py);
        members.set_item("profile", report.purpose.as_str())?;
        members.set_item("records", report.records)?;
        members.set_item("families", report.families)?;
        members.set_item("changed", report.changed)?;
        members.set_item("hidden", report.hidden)?;
        members.set_item("unlike_any_other", report.unlike_any_other)?;
        members.set_item("may_remain", report.may_remain)?;
        Ok(Some(members))
    }
}

impl Rewriter {
    fn with<T>(&self, work: impl FnOnce(&mut Rewriting) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn learn_one(&self, py: Python<'_>, record: &support_panel::Record) -> PyResult<()> {
        py.detach(|| {
            catch_panic(|| {
                self.with(|rewriting| rewriting.learn(record));
                Ok(())
            })
        })
    }

    fn changed(&self, py: Python<'_>, record: support_panel::Record) -> PyResult<Record> {
        detached(py, || self.with(|rewriting| rewriting.rewrite(record))).map(Record)
    }
}
