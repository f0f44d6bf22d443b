//! Records one after another.

use crate::call::{catch_panic, core_err};
use crate::record::Record;
use crate::source::Reading;
use crate::tables::{REQUEST_TIMEOUT, SIGNAL_INTERVAL, tables_err};
use pyo3::prelude::*;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use support_panel::{Code, Error};
use support_panel_tables::Records;

type Next = Option<Result<support_panel::Record, support_panel_tables::Error>>;

/// Records in the order of their lines. A line that is no record is kept in `errors`, or ends the work.
#[pyclass(frozen, module = "support_panel")]
pub(crate) struct RecordStream {
    records: Mutex<Records>,
    reading: Option<Reading>,
    raises: bool,
    errors: Mutex<Vec<Py<PyAny>>>,
}

#[pymethods]
impl RecordStream {
    /// A `PanelError` for each line so far that is no record, with its file and line.
    #[getter]
    fn errors(&self, py: Python<'_>) -> Vec<Py<PyAny>> {
        let errors = self.errors.lock().unwrap_or_else(PoisonError::into_inner);
        errors.iter().map(|error| error.clone_ref(py)).collect()
    }

    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Record>> {
        Ok(self.next_record(py)?.map(Record))
    }
}

impl RecordStream {
    /// Records of a source; a line that is no record ends the work where `raises` is true.
    pub(crate) fn read(source: &Bound<'_, PyAny>, raises: bool) -> PyResult<Self> {
        let (source, reading) = Reading::of(source)?;
        let records = support_panel_tables::records(source).map_err(|error| tables_err(&error))?;
        Ok(Self { records: Mutex::new(records), reading, raises, errors: Mutex::default() })
    }

    pub(crate) fn next_record(&self, py: Python<'_>) -> PyResult<Option<support_panel::Record>> {
        loop {
            match self.next(py)? {
                None => return Ok(None),
                Some(Ok(record)) => return Ok(Some(record)),
                Some(Err(error)) if self.raises => return Err(tables_err(&error)),
                Some(Err(error)) => {
                    let error = tables_err(&error).into_value(py).into_any();
                    self.errors.lock().unwrap_or_else(PoisonError::into_inner).push(error);
                }
            }
        }
    }

    fn next(&self, py: Python<'_>) -> PyResult<Next> {
        // Another thread reads; this one wakes at intervals, so that Ctrl-C is handled while a pipe is silent.
        loop {
            let records = || self.records.lock().unwrap_or_else(PoisonError::into_inner);
            if records().wait(Duration::ZERO) {
                return Ok(records().next());
            }
            py.check_signals()?;
            let reads_here = self
                .reading
                .as_ref()
                .map_or(Ok(false), |reading| reading.serve(py, REQUEST_TIMEOUT))?;
            if !reads_here {
                py.detach(|| catch_panic(|| Ok(records().wait(SIGNAL_INTERVAL))))?;
            }
        }
    }
}

/// Read records one by one, in bounded memory, from any source that `read_ndjson` takes.
#[pyfunction]
#[pyo3(signature = (source, on_error="raise"))]
pub(crate) fn iter_records(source: &Bound<'_, PyAny>, on_error: &str) -> PyResult<RecordStream> {
    let raises = match on_error {
        "raise" => true,
        "collect" => false,
        _ => {
            let message = "on_error: found another word, expected one of collect raise";
            return Err(core_err(&Error::outside(Code::UnknownWord, message)));
        }
    };
    RecordStream::read(source, raises)
}
