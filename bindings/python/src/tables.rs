//! Many records at once: lines in, Arrow columns out.

use crate::call::{CachedImport, Day, ErrorFields, Text, catch_panic, core_err, detached};
use crate::columns::{self, Column};
use crate::profile::Profiles;
use crate::source::{Reading, quotable};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchIterator};
use arrow_ipc::reader::StreamReader;
use arrow_ipc::writer::StreamWriter;
use arrow_schema::ArrowError;
use arrow_schema::ffi::FFI_ArrowSchema;
use pyo3::exceptions::{PyAttributeError, PyKeyError, PyValueError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBytes, PyCapsule, PyDict, PyIterator};
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use support_panel::{Code, Error, interface};
use support_panel_cli::rows;
use support_panel_tables::{OnError, Options, Stream};

/// The interval at which signals such as Ctrl-C are checked.
pub(crate) const SIGNAL_INTERVAL: Duration = Duration::from_millis(50);

/// How long to wait for a thread's read request before checking whether tables are ready.
pub(crate) const REQUEST_TIMEOUT: Duration = Duration::from_millis(1);

static TO_PANDAS: CachedImport = CachedImport::new("support_panel._handing_over", "to_pandas");
static TO_POLARS: CachedImport = CachedImport::new("support_panel._handing_over", "to_polars");
static TO_PYARROW: CachedImport = CachedImport::new("support_panel._handing_over", "to_pyarrow");
static TO_CSV: CachedImport = CachedImport::new("support_panel._row_files", "to_csv");
static TO_NDJSON: CachedImport = CachedImport::new("support_panel._row_files", "to_ndjson");
static SAVE: CachedImport = CachedImport::new("support_panel._saving", "save");
static LOAD: CachedImport = CachedImport::new("support_panel._saving", "load");
static SHOW_TABLE: CachedImport = CachedImport::new("support_panel._showing", "table");
static SHOW_TABLES: CachedImport = CachedImport::new("support_panel._showing", "tables");
static REPORTER: CachedImport = CachedImport::new("support_panel._progress", "reporter");

/// The columns of many records: one table each of panels, participants, entries of the map, ratings, actions, stages,
/// findings, and lines that could not be read.
#[pyclass(frozen, module = "support_panel")]
pub(crate) struct Tables {
    parts: Arc<Vec<support_panel_tables::Tables>>,
    selection: Selection,
}

/// The tables that were asked for, in their order, and whether with free text.
#[derive(Clone, PartialEq)]
struct Selection {
    tables: Vec<support_panel_tables::Table>,
    text: bool,
}

impl Selection {
    /// The errors are always there; all tables are where none are named.
    fn new(named: Option<&[support_panel_tables::Table]>, text: bool) -> Self {
        let is_there = |table: &support_panel_tables::Table| {
            *table == support_panel_tables::Table::Errors
                || named.is_none_or(|named| named.contains(table))
        };
        Self {
            tables: support_panel_tables::Table::ALL.into_iter().filter(is_there).collect(),
            text,
        }
    }
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
                let rows: Vec<_> = self.all().iter().map(|table| format!("{} {}", table.__len__(), table.table.name())).collect();
                format!("<Tables: {}>", rows.join(", "))
            }

            /// Each table that was asked for.
            fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
                self.all().into_pyobject(py)?.try_iter()
            }

            /// The table of this name.
            fn __getitem__(&self, name: Text) -> PyResult<Table> {
                let named = support_panel_tables::Table::from_name(&name).and_then(|table| self.table(table).ok());
                named.ok_or_else(|| {
                    let there: Vec<_> = self.all().iter().map(|table| table.table.name()).collect();
                    PyKeyError::new_err(format!("found another name, expected one of {}", there.join(", ")))
                })
            }

            /// These records and others, for example of the next month; `keep="last"` as in `read_ndjson`.
            #[pyo3(signature = (other, keep="all"))]
            fn append(&self, py: Python<'_>, other: &Self, keep: &str) -> PyResult<Self> {
                let keeps_last = keeps_last(keep)?;
                if self.selection != other.selection {
                    return Err(PyValueError::new_err("found tables of another choice of `tables` or `text`, expected the same"));
                }
                let parts = [&*self.parts, &*other.parts].into_iter().flatten().cloned().collect();
                Self::of(py, parts, self.selection.clone(), keeps_last)
            }

            /// Write every table as Parquet into a folder, behind what an earlier month put there; `load` reads it again.
            #[pyo3(signature = (folder, *, name=None))]
            fn save<'py>(slf: &Bound<'py, Self>, folder: &Bound<'py, PyAny>, name: Option<&Bound<'py, PyAny>>) -> PyResult<Bound<'py, PyAny>> {
                SAVE.get(slf.py())?.call1((slf, folder, name))
            }

            /// Read the tables that `save` wrote, of all months; `keep="last"` as in `read_ndjson`.
            #[staticmethod]
            #[pyo3(signature = (folder, keep="all"))]
            fn load<'py>(folder: &Bound<'py, PyAny>, keep: &str) -> PyResult<Bound<'py, PyAny>> {
                LOAD.get(folder.py())?.call1((folder, keep))
            }

            fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
                SHOW_TABLES.get(slf.py())?.call1((slf,))
            }

            /// Whether the columns of free text are there.
            #[getter]
            fn text(&self) -> bool {
                self.selection.text
            }

            /// The tables of Arrow streams, each the stream of one batch or several in bytes.
            #[staticmethod]
            fn _from_ipc(py: Python<'_>, streams: Vec<(Text, Vec<PyBackedBytes>)>, text: bool, keep: &str) -> PyResult<Self> {
                let keeps_last = keeps_last(keep)?;
                let tables = py.detach(|| restored(&streams, text))?;
                let selection = Selection::new(Some(&tables.1), text);
                if keeps_last && !tables.0.knows_records() {
                    return Err(PyValueError::new_err("keep: which rows belong to which record only the table panels tells, and it is not there"));
                }
                Self::of(py, vec![tables.0], selection, keeps_last)
            }

            fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (Streams<'py>, bool, &'static str))> {
                let py = slf.py();
                let this = slf.get();
                let streams = this.all().iter().map(|table| Ok((table.table.name(), vec![table.ipc(py)?]))).collect::<PyResult<_>>()?;
                Ok((slf.get_type().getattr("_from_ipc")?, (streams, this.selection.text, "all")))
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

/// The name of a table, and its rows as Arrow streams.
type Streams<'py> = Vec<(&'static str, Vec<Bound<'py, PyBytes>>)>;

/// Whether `keep` asks for the last line of each record alone.
fn keeps_last(keep: &str) -> PyResult<bool> {
    match keep {
        "all" => Ok(false),
        "last" => Ok(true),
        _ => Err(PyValueError::new_err("keep: found another word, expected one of all last")),
    }
}

fn restored(
    streams: &[(Text, Vec<PyBackedBytes>)],
    text: bool,
) -> PyResult<(support_panel_tables::Tables, Vec<support_panel_tables::Table>)> {
    let mut tables = Vec::new();
    for (name, streams) in streams {
        let table = table_named(name).map_err(|error| core_err(&error))?;
        let mut batches = Vec::new();
        for stream in streams {
            let reader =
                StreamReader::try_new(&**stream, None).map_err(|error| arrow_err(&error))?;
            for batch in reader {
                batches.push(batch.map_err(|error| arrow_err(&error))?);
            }
        }
        tables.push((table, batches));
    }
    let names = tables.iter().map(|(table, _)| *table).collect();
    let tables = support_panel_tables::Tables::from_batches(tables, text);
    Ok((tables.map_err(|error| core_err(&error))?, names))
}

fn arrow_err(error: &ArrowError) -> PyErr {
    PyValueError::new_err(error.to_string())
}

impl Tables {
    fn of(
        py: Python<'_>,
        parts: Vec<support_panel_tables::Tables>,
        selection: Selection,
        keeps_last: bool,
    ) -> PyResult<Self> {
        let parts = if keeps_last {
            py.detach(|| {
                catch_panic(|| {
                    let one = support_panel_tables::Tables::joined(parts);
                    let one = one.map(support_panel_tables::Tables::keep_last).transpose();
                    Ok(one.map_err(|error| tables_err(&error))?.into_iter().collect())
                })
            })?
        } else {
            parts
        };
        Ok(Self { parts: Arc::new(parts), selection })
    }

    /// The tables of each block of lines, or of several.
    pub(crate) fn parts(&self) -> &[support_panel_tables::Tables] {
        &self.parts
    }

    /// Which tables were asked for, whether or not they have rows.
    pub(crate) fn asked_for(&self) -> &[support_panel_tables::Table] {
        &self.selection.tables
    }

    /// The tables that were asked for.
    fn all(&self) -> Vec<Table> {
        support_panel_tables::Table::ALL
            .iter()
            .filter_map(|table| self.table(*table).ok())
            .collect()
    }

    fn table(&self, table: support_panel_tables::Table) -> PyResult<Table> {
        if !self.selection.tables.contains(&table) {
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
        let batches = self.of_one_dictionary(py)?;
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

    /// The table as a pandas.DataFrame. Days and moments are `datetime64`, words are categories, and what may be empty has a type that
    /// can be; `plain=True` is for programs that take less: see `plain`.
    #[pyo3(signature = (*, plain=false))]
    fn to_pandas<'py>(slf: &Bound<'py, Self>, plain: bool) -> PyResult<Bound<'py, PyAny>> {
        TO_PANDAS.get(slf.py())?.call1((slf, plain))
    }

    /// The table as a polars.DataFrame.
    #[pyo3(signature = (*, plain=false))]
    fn to_polars<'py>(slf: &Bound<'py, Self>, plain: bool) -> PyResult<Bound<'py, PyAny>> {
        TO_POLARS.get(slf.py())?.call1((slf, plain))
    }

    /// The table as a pyarrow.Table.
    #[pyo3(signature = (*, plain=false))]
    fn to_pyarrow<'py>(slf: &Bound<'py, Self>, plain: bool) -> PyResult<Bound<'py, PyAny>> {
        TO_PYARROW.get(slf.py())?.call1((slf, plain))
    }

    /// Write the rows to a file as CSV; for Excel with the mark by which it knows the letters.
    #[pyo3(signature = (path, *, excel=false))]
    fn to_csv<'py>(
        slf: &Bound<'py, Self>,
        path: &Bound<'py, PyAny>,
        excel: bool,
    ) -> PyResult<Bound<'py, PyAny>> {
        TO_CSV.get(slf.py())?.call1((slf, path, excel))
    }

    /// Write the rows to a file, one JSON object a line, with every column in each.
    fn to_ndjson<'py>(
        slf: &Bound<'py, Self>,
        path: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        TO_NDJSON.get(slf.py())?.call1((slf, path))
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        SHOW_TABLE.get(slf.py())?.call1((slf, PREVIEW_ROWS))
    }

    /// The columns as NumPy takes them: name, kind, values, and a byte for each that is there.
    fn _columns<'py>(&self, py: Python<'py>, rows: Option<usize>) -> PyResult<Vec<Column<'py>>> {
        columns::of(py, &self.of_one_dictionary(py)?, &self.table.schema(self.text), rows)
    }

    /// Hand the rows as text to a function, so many at a time: `csv`, or `ndjson`.
    fn _write_rows(&self, format: &str, write: &Bound<'_, PyAny>) -> PyResult<()> {
        let py = write.py();
        let say = |text: &str| write.call1((PyBytes::new(py, text.as_bytes()),)).map(drop);
        if format == "csv" {
            let schema = self.table.schema(self.text);
            let names: Vec<_> = schema.fields().iter().map(|field| field.name().as_str()).collect();
            say(&rows::csv_head(&names)?)?;
        }
        for batch in self.batches() {
            let text = py.detach(|| match format {
                "csv" => rows::csv(batch),
                _ => Ok(rows::ndjson(batch)),
            });
            say(&text?)?;
        }
        Ok(())
    }

    /// The rows as an Arrow stream in bytes.
    fn _ipc<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        self.ipc(py)
    }

    fn __repr__(&self) -> String {
        format!("<Table {}: {} rows>", self.table.name(), self.__len__())
    }
}

/// So many rows a notebook shows.
const PREVIEW_ROWS: usize = 10;

impl Table {
    fn of_one_dictionary(&self, py: Python<'_>) -> PyResult<Vec<RecordBatch>> {
        py.detach(|| {
            support_panel_tables::Tables::batches_of_one_dictionary(self.parts.iter(), self.table)
        })
        .map_err(|error| arrow_err(&error))
    }

    fn ipc<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let batches = self.of_one_dictionary(py)?;
        let schema = self.table.schema(self.text);
        let bytes = py.detach(|| {
            let mut writer = StreamWriter::try_new(Vec::new(), &schema)?;
            batches.iter().try_for_each(|batch| writer.write(batch))?;
            writer.into_inner()
        });
        Ok(PyBytes::new(py, &bytes.map_err(|error| arrow_err(&error))?))
    }

    pub(crate) fn batches(&self) -> impl Iterator<Item = &RecordBatch> {
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
            selection: Selection::new(options.tables.as_deref(), text),
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

/// The table of this name.
pub(crate) fn named(table: &str) -> PyResult<support_panel_tables::Table> {
    table_named(table).map_err(|error| core_err(&error))
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
/// it names. With `keep="last"`, of several lines with one record id the last alone is kept.
#[pyfunction]
#[allow(clippy::too_many_arguments, reason = "in Python they have names and defaults")]
#[pyo3(signature = (source, profile=None, as_of=None, on_error="collect", threads=None, text=false, progress=None, tables=None, keep="all"))]
pub(crate) fn read_ndjson(
    source: &Bound<'_, PyAny>,
    profile: Option<Profiles>,
    as_of: Option<Day>,
    on_error: &str,
    threads: Option<NonZeroUsize>,
    text: bool,
    progress: Option<&Bound<'_, PyAny>>,
    tables: Option<Vec<Text>>,
    keep: &str,
) -> PyResult<Tables> {
    let keeps_last = keeps_last(keep)?;
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
    Tables::of(source.py(), parts, stream.selection.clone(), keeps_last)
}

/// As `read_ndjson` without `keep`, in bounded memory: gives tables of at most 1,000 records at a time, of as many as begin in 512 KiB of text.
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
