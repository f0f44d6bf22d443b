//! Many records at once: lines in, Arrow columns out.

use crate::call::{CachedImport, Day, ErrorFields, Text, catch_panic, detached};
use crate::profile::Profiles;
use crate::source::{Reading, quotable};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchIterator};
use arrow_schema::ffi::FFI_ArrowSchema;
use pyo3::exceptions::{PyAttributeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict};
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use support_panel::{Code, Error, interface};
use support_panel_tables::{OnError, Options, Stream};

/// The interval at which signals such as Ctrl-C are checked.
pub(crate) const SIGNAL_INTERVAL: Duration = Duration::from_millis(50);

/// How long to wait for a thread's read request before checking whether tables are ready.
pub(crate) const REQUEST_TIMEOUT: Duration = Duration::from_millis(1);

static REPORTER: CachedImport = CachedImport::new("support_panel._progress", "reporter");

/// The columns of many records: one table each of panels, participants, entries of the map, ratings, actions, stages,
/// findings, and lines that could not be read.
#[pyclass(frozen, module = "support_panel")]
pub(crate) struct Tables {
    parts: Arc<Vec<support_panel_tables::Tables>>,
    selection: Selection,
}

/// The tables to build, all where none are named, and whether with free text.
#[derive(Clone)]
struct Selection {
    tables: Option<Vec<support_panel_tables::Table>>,
    text: bool,
}

/// One table. pandas, polars, pyarrow, DuckDB and whatever else takes Arrow's stream read it as it is, without a copy.
#[pyclass(frozen, module = "support_panel")]
pub(crate) struct Table {
    parts: Arc<Vec<support_panel_tables::Tables>>,
    table: support_panel_tables::Table,
    text: bool,
}

macro_rules! one_table {
    ($($name:ident $table:ident $about:literal;)+) => {
        #[pymethods]
        impl Tables {
            $(
                #[doc = $about]
                #[getter]
                fn $name(&self) -> PyResult<Table> {
                    self.table(support_panel_tables::Table::$table)
                }
            )+

            fn __repr__(&self) -> String {
                let tables = [$(self.$name()),+];
                let rows: Vec<_> = tables.iter().flatten().map(|table| format!("{} {}", table.__len__(), table.table.name())).collect();
                format!("<Tables: {}>", rows.join(", "))
            }
        }
    };
}

one_table! {
    panels Panels "One row for each panel.";
    participants Participants "One row for each participant of a panel.";
    entries Entries "One row for each entry of the map.";
    ratings Ratings "One row for each number given.";
    actions Actions "One row for each action.";
    stages Stages "One row for each stage of a sitting.";
    findings Findings "One row for each thing that a rule found.";
    errors Errors "One row for each line that could not be read.";
}

impl Tables {
    fn table(&self, table: support_panel_tables::Table) -> PyResult<Table> {
        let always = table == support_panel_tables::Table::Errors;
        if !always && !self.selection.tables.as_ref().is_none_or(|tables| tables.contains(&table)) {
            return Err(PyAttributeError::new_err(format!(
                "the table {} was not asked for",
                table.name()
            )));
        }
        Ok(Table { parts: self.parts.clone(), table, text: self.selection.text })
    }
}

#[pymethods]
impl Table {
    /// Arrow's stream of record batches, in a capsule. What schema is asked for makes no difference: it is always the same.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let batches: Vec<RecordBatch> = self.batches().cloned().collect();
        let reader =
            RecordBatchIterator::new(batches.into_iter().map(Ok), self.table.schema(self.text));
        PyCapsule::new_with_value(
            py,
            FFI_ArrowArrayStream::new(Box::new(reader)),
            c"arrow_array_stream",
        )
    }

    /// Arrow's schema, in a capsule.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.table.schema(self.text).as_ref());
        PyCapsule::new_with_value(
            py,
            schema.map_err(|error| PyValueError::new_err(error.to_string()))?,
            c"arrow_schema",
        )
    }

    fn __len__(&self) -> usize {
        self.batches().map(RecordBatch::num_rows).sum()
    }

    /// The table's name.
    #[getter]
    fn name(&self) -> &'static str {
        self.table.name()
    }

    /// The name of each column, and what it means.
    #[getter]
    fn columns<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let columns = PyDict::new(py);
        let there =
            self.table.columns().into_iter().filter(|column| self.text || !column.free_text);
        for column in there {
            columns.set_item(column.name, column.about)?;
        }
        Ok(columns)
    }

    /// The table as a pandas.DataFrame.
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("pandas")?.getattr("DataFrame")?.call_method1("from_arrow", (slf,))
    }

    /// The table as a polars.DataFrame.
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("polars")?.call_method1("DataFrame", (slf,))
    }

    /// The table as a pyarrow.Table.
    fn to_pyarrow<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("pyarrow")?.call_method1("table", (slf,))
    }

    fn __repr__(&self) -> String {
        format!("<Table {}: {} rows>", self.table.name(), self.__len__())
    }
}

impl Table {
    fn batches(&self) -> impl Iterator<Item = &RecordBatch> {
        self.parts.iter().flat_map(|part| part.batches(self.table))
    }
}

/// Tables of bounded size, one after another, in the order of the lines.
#[pyclass(frozen, module = "support_panel")]
pub(crate) struct TablesStream {
    stream: Mutex<Stream>,
    reading: Option<Reading>,
    selection: Selection,
    report: Option<Py<PyAny>>,
}

impl TablesStream {
    fn open(
        lines: &Bound<'_, PyAny>,
        profile: Option<Profiles>,
        as_of: Option<&Day>,
        on_error: &str,
        threads: Option<NonZeroUsize>,
        (tables, text): (Option<Vec<Text>>, bool),
        progress: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let py = lines.py();
        let profiles = profile.map(|profiles| profiles.0).unwrap_or_default();
        let (source, reading) = Reading::of(lines)?;
        let mut options = Options { threads, text, ..Options::default() };
        detached(py, || {
            options.as_of = interface::date("as_of", as_of.map(Day::text))?;
            options.tables = tables
                .map(|names| names.iter().map(|name| table_named(name)).collect())
                .transpose()?;
            options.on_error = match on_error {
                "collect" => OnError::Collect,
                "raise" => OnError::Raise,
                _ => {
                    return Err(Error::outside(
                        Code::UnknownWord,
                        "on_error: found another word, expected one of collect raise",
                    ));
                }
            };
            Ok(())
        })?;
        let stream = py.detach(|| {
            catch_panic(|| {
                support_panel_tables::stream(source, &profiles, &options)
                    .map_err(|error| tables_err(&error))
            })
        })?;
        let report = progress
            .map(|progress| Ok::<_, PyErr>(REPORTER.get(py)?.call1((progress,))?.unbind()))
            .transpose()?;
        Ok(Self {
            stream: Mutex::new(stream),
            reading,
            selection: Selection { tables: options.tables, text },
            report,
        })
    }

    fn next(&self, py: Python<'_>) -> PyResult<Option<support_panel_tables::Tables>> {
        // Other threads read; this one wakes at intervals, so that Ctrl-C is handled while a pipe is silent.
        loop {
            py.check_signals()?;
            let reads_here = self
                .reading
                .as_ref()
                .map_or(Ok(false), |reading| reading.serve(py, REQUEST_TIMEOUT))?;
            let at_most = if reads_here { Duration::ZERO } else { SIGNAL_INTERVAL };
            if py.detach(|| {
                catch_panic(|| {
                    Ok(self.stream.lock().unwrap_or_else(PoisonError::into_inner).wait(at_most))
                })
            })? {
                break;
            }
        }
        let (next, progress) = py.detach(|| {
            catch_panic(|| {
                let mut stream = self.stream.lock().unwrap_or_else(PoisonError::into_inner);
                let next = stream.next().transpose().map_err(|error| tables_err(&error))?;
                Ok((next, stream.progress()))
            })
        })?;
        if let (Some(report), true) = (&self.report, next.is_some()) {
            report.call1(py, (progress.records, progress.bytes, progress.total_bytes))?;
        }
        Ok(next)
    }
}

fn table_named(table: &str) -> Result<support_panel_tables::Table, Error> {
    support_panel_tables::Table::from_name(table).ok_or_else(|| {
        let names =
            support_panel_tables::Table::ALL.map(support_panel_tables::Table::name).join(" ");
        Error::outside(
            Code::UnknownWord,
            format!("tables: found another word, expected some of {names}"),
        )
    })
}

pub(crate) fn tables_err(error: &support_panel_tables::Error) -> PyErr {
    let (line, column) = (error.line(), error.column());
    let file = error.file().map(quotable);
    ErrorFields {
        code: error.code(),
        path: error.path(),
        message: error.message(),
        line,
        column,
        file: file.as_deref(),
    }
    .to_err()
}

#[pymethods]
impl TablesStream {
    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Tables>> {
        Ok(self.next(py)?.map(|tables| Tables {
            parts: Arc::new(vec![tables]),
            selection: self.selection.clone(),
        }))
    }
}

/// Read NDJSON, plain, gzip or Zstandard, on all cores: a path, bytes, an open file, a Record, a dict, or a list of those.
/// `tables` names those that are wanted, where not all are; `profile` is one or several, each record being judged under the one that
/// it names.
#[pyfunction]
#[allow(clippy::too_many_arguments, reason = "in Python they have names and defaults")]
#[pyo3(signature = (source, profile=None, as_of=None, on_error="collect", threads=None, text=false, progress=None, tables=None))]
pub(crate) fn read_ndjson(
    source: &Bound<'_, PyAny>,
    profile: Option<Profiles>,
    as_of: Option<Day>,
    on_error: &str,
    threads: Option<NonZeroUsize>,
    text: bool,
    progress: Option<&Bound<'_, PyAny>>,
    tables: Option<Vec<Text>>,
) -> PyResult<Tables> {
    let stream = TablesStream::open(
        source,
        profile,
        as_of.as_ref(),
        on_error,
        threads,
        (tables, text),
        progress,
    )?;
    let mut parts = Vec::new();
    while let Some(part) = stream.next(source.py())? {
        parts.push(part);
    }
    Ok(Tables { parts: Arc::new(parts), selection: stream.selection.clone() })
}

/// As `read_ndjson`, in bounded memory: gives tables of at most 1,000 records at a time, of as many as begin in 512 KiB of text.
#[pyfunction]
#[allow(clippy::too_many_arguments, reason = "in Python they have names and defaults")]
#[pyo3(signature = (source, profile=None, as_of=None, on_error="collect", threads=None, text=false, progress=None, tables=None))]
pub(crate) fn stream_ndjson(
    source: &Bound<'_, PyAny>,
    profile: Option<Profiles>,
    as_of: Option<Day>,
    on_error: &str,
    threads: Option<NonZeroUsize>,
    text: bool,
    progress: Option<&Bound<'_, PyAny>>,
    tables: Option<Vec<Text>>,
) -> PyResult<TablesStream> {
    TablesStream::open(source, profile, as_of.as_ref(), on_error, threads, (tables, text), progress)
}
