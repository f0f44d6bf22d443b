//! Answers over many panels, while the tables go by.

use crate::call::{Text, catch_panic};
use crate::tables::{self, Table, Tables};
use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, DurationMicrosecondArray, Float64Array, Int64Array,
    NullArray, RecordBatch, RecordBatchOptions, StringArray,
    builder::{ListBuilder, StringBuilder},
};
use arrow_ipc::reader::StreamReader;
use arrow_schema::{Field, Schema};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use support_panel_analysis::{Error, Question, over};

/// Some questions, and what is known of their answers.
#[pyclass(frozen, module = "support_panel")]
pub(crate) struct Fold {
    questions: Vec<Question>,
    by: Option<String>,
    state: Mutex<State>,
}

struct State {
    fold: support_panel_analysis::Fold,
    /// How many parts were seen.
    parts: u32,
}

fn refused(error: &Error) -> PyErr {
    PyValueError::new_err(error.to_string())
}

/// The rows of an answer: a value or none for each of its columns.
type Rows<'py> = Bound<'py, PyList>;

#[pymethods]
impl Fold {
    /// Each question by its name, with its options.
    #[new]
    #[pyo3(signature = (questions, by=None))]
    fn new(questions: Vec<(Text, Bound<'_, PyDict>)>, by: Option<Text>) -> PyResult<Self> {
        let questions: Vec<Question> = questions
            .iter()
            .map(|(name, options)| question(name, options))
            .collect::<PyResult<_>>()?;
        let by = by.map(|by| by.to_owned());
        let fold = support_panel_analysis::Fold::new(questions.iter().cloned(), by.as_deref());
        Ok(Self { questions, by, state: Mutex::new(State { fold, parts: 0 }) })
    }

    /// By table, the columns that must be there, and those that are looked at where they are.
    fn needs(&self) -> BTreeMap<&'static str, (Vec<String>, Vec<&'static str>)> {
        let needs = self.state.lock().unwrap_or_else(PoisonError::into_inner).fold.needs();
        needs
            .into_iter()
            .map(|(table, columns)| (table, (columns.needed, columns.welcome)))
            .collect()
    }

    /// Counts what tables of one reading say: of all of it, on all cores.
    fn update(&self, py: Python<'_>, tables: &Tables) -> PyResult<()> {
        let (parts, asked_for) = (tables.parts(), tables.asked_for());
        py.detach(|| {
            catch_panic(|| {
                let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
                if parts.len() > 1 && state.parts == 0 {
                    let by = self.by.as_deref();
                    state.fold = over(&self.questions, by, parts, None).map_err(|e| refused(&e))?;
                    state.parts = u32::try_from(parts.len()).unwrap_or(u32::MAX);
                    return Ok(());
                }
                if parts.is_empty() {
                    // Tables without rows have their columns all the same.
                    let empty = asked_for.iter().map(|table| (*table, Vec::new()));
                    state.fold.update_from(0, empty).map_err(|e| refused(&e))?;
                }
                for part in parts {
                    let place = state.parts;
                    state.fold.update(place, part).map_err(|e| refused(&e))?;
                    state.parts += 1;
                }
                Ok(())
            })
        })
    }

    /// Counts what tables from anywhere say, in which every record is whole: each a table of ours, Arrow's stream in bytes, or the
    /// names and values of its columns.
    fn update_from(&self, py: Python<'_>, given: Vec<(Text, Bound<'_, PyAny>)>) -> PyResult<()> {
        let mut tables = Vec::new();
        for (name, value) in &given {
            let table = tables::named(name)?;
            tables.push((table, batches(value)?));
        }
        py.detach(|| {
            catch_panic(|| {
                let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
                let place = state.parts;
                state.parts += 1;
                state.fold.update_from(place, tables).map_err(|error| refused(&error))
            })
        })
    }

    /// The rows of each answer, and by key what profiles call its ids.
    #[allow(clippy::type_complexity, reason = "it is taken apart at once")]
    fn finish<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Vec<(Vec<String>, Rows<'py>)>, BTreeMap<&'static str, BTreeMap<String, String>>)>
    {
        let answers = py.detach(|| {
            catch_panic(|| {
                let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
                state.fold.clone().finish().map_err(|error| refused(&error))
            })
        })?;
        let rows = answers.batches.iter().map(|batch| {
            let names = batch.schema().fields().iter().map(|field| field.name().clone()).collect();
            Ok((names, rows(py, batch)?))
        });
        Ok((rows.collect::<PyResult<_>>()?, answers.titles))
    }
}

fn option<'py, T: for<'a> FromPyObject<'a, 'py, Error = PyErr>>(
    options: &Bound<'py, PyDict>,
    name: &str,
) -> PyResult<Option<T>> {
    let value = options.get_item(name)?.filter(|value| !value.is_none());
    value.map(|value| value.extract()).transpose()
}

fn question(name: &str, options: &Bound<'_, PyDict>) -> PyResult<Question> {
    let text = |name| Ok::<_, PyErr>(option::<Text>(options, name)?.map(|text| Box::from(&*text)));
    let scale = || text("scale");
    Ok(match name {
        "attendance" => Question::Attendance,
        "completeness" => Question::Completeness,
        "overruns" => Question::Overruns { over: option(options, "over")?.unwrap_or(0.25) },
        "quorum" => Question::Quorum,
        "voice_of_the_child" => Question::VoiceOfTheChild,
        "family_and_professionals" => Question::FamilyAndProfessionals { scale: scale()? },
        "deviations" => Question::Deviations { scale: scale()? },
        "movement" => Question::Movement { scale: scale()? },
        "spread" => Question::Spread { scale: scale()?, wide: option(options, "wide")? },
        "actions" => {
            Question::Actions { own: text("own")?, again: option(options, "again")?.unwrap_or(2) }
        }
        "timing" => Question::Timing,
        _ => return Err(PyValueError::new_err("found no question of this name, expected one")),
    })
}

fn rows<'py>(py: Python<'py>, batch: &RecordBatch) -> PyResult<Rows<'py>> {
    let columns: Vec<Vec<Bound<'py, PyAny>>> =
        batch.columns().iter().map(|column| values(py, column)).collect::<PyResult<_>>()?;
    let rows = (0..batch.num_rows())
        .map(|row| PyList::new(py, columns.iter().filter_map(|column| column.get(row))));
    PyList::new(py, rows.collect::<PyResult<Vec<_>>>()?)
}

/// The values of a column of an answer.
fn values<'py>(py: Python<'py>, column: &ArrayRef) -> PyResult<Vec<Bound<'py, PyAny>>> {
    if let Some(texts) = column.as_string_opt::<i32>() {
        return texts
            .iter()
            .map(|text| text.into_pyobject(py))
            .collect::<Result<_, _>>()
            .map_err(Into::into);
    }
    if let Some(counts) = column.as_primitive_opt::<Int64Type>() {
        return counts
            .iter()
            .map(|count| count.into_pyobject(py))
            .collect::<Result<_, _>>()
            .map_err(Into::into);
    }
    let figures = column.as_primitive_opt::<Float64Type>().into_iter().flatten();
    figures.map(|figure| figure.into_pyobject(py)).collect::<Result<_, _>>().map_err(Into::into)
}

/// The rows of a table, in whichever of its forms it comes.
fn batches(value: &Bound<'_, PyAny>) -> PyResult<Vec<RecordBatch>> {
    if let Ok(table) = value.cast::<Table>() {
        return Ok(table.get().batches().cloned().collect());
    }
    if let Ok(stream) = value.extract::<PyBackedBytes>() {
        let unreadable =
            |_| PyValueError::new_err("found bytes that are no Arrow stream, expected one");
        let reader = StreamReader::try_new(&*stream, None).map_err(unreadable)?;
        return reader.map(|batch| batch.map_err(unreadable)).collect();
    }
    let columns: Vec<(Text, Bound<'_, PyList>)> = value.extract()?;
    let (mut fields, mut arrays, mut count) = (Vec::new(), Vec::new(), 0);
    for (name, values) in &columns {
        let array = array(values)?;
        fields.push(Field::new(&**name, array.data_type().clone(), true));
        count = array.len();
        arrays.push(array);
    }
    let options = RecordBatchOptions::new().with_row_count(Some(count));
    let batch = RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), arrays, &options);
    let uneven = |_| PyValueError::new_err("found columns of several lengths, expected one length");
    Ok(vec![batch.map_err(uneven)?])
}

/// Python's own values as a column: what it holds, the first that is not missing says.
fn array(values: &Bound<'_, PyList>) -> PyResult<ArrayRef> {
    let Some(first) = values.iter().find(|value| !value.is_none()) else {
        return Ok(Arc::new(NullArray::new(values.len())));
    };
    Ok(if first.is_instance_of::<PyString>() {
        let texts: Vec<Option<Text>> = cells(values)?;
        Arc::new(StringArray::from_iter(texts.iter().map(|text| text.as_deref())))
    } else if first.is_instance_of::<PyBool>() {
        Arc::new(BooleanArray::from(cells::<bool>(values)?))
    } else if first.is_instance_of::<PyInt>() {
        match cells::<i64>(values) {
            Ok(whole) => Arc::new(Int64Array::from(whole)),
            Err(_) => Arc::new(Float64Array::from(cells::<f64>(values)?)),
        }
    } else if first.is_instance_of::<PyFloat>() {
        Arc::new(Float64Array::from(cells::<f64>(values)?))
    } else if first.is_instance_of::<PyList>() {
        let mut builder = ListBuilder::new(StringBuilder::new());
        for ids in cells::<Vec<Text>>(values)? {
            builder.append_option(
                ids.map(|ids| ids.iter().map(|id| Some(id.to_string())).collect::<Vec<_>>()),
            );
        }
        Arc::new(builder.finish())
    } else {
        times(values, &first)?
    })
}

fn cells<'py, T: for<'a> FromPyObject<'a, 'py, Error: Into<PyErr>>>(
    values: &Bound<'py, PyList>,
) -> PyResult<Vec<Option<T>>> {
    let cell = |value: Bound<'py, PyAny>| {
        (!value.is_none()).then(|| value.extract::<T>().map_err(Into::into)).transpose()
    };
    values.iter().map(cell).collect()
}

/// A value that is not missing.
fn there(value: Bound<'_, PyAny>) -> Option<Bound<'_, PyAny>> {
    (!value.is_none()).then_some(value)
}

/// Days or lengths of time.
fn times(values: &Bound<'_, PyList>, first: &Bound<'_, PyAny>) -> PyResult<ArrayRef> {
    /// The ordinal of the first of 1970.
    const EPOCH: i32 = 719_163;
    let py = values.py();
    let is_day = first.hasattr(intern!(py, "toordinal"))?;
    if !is_day && !first.hasattr(intern!(py, "microseconds"))? {
        return Err(PyTypeError::new_err(
            "found a column of another type, expected text, numbers, days, lengths of time, lists or yes or no",
        ));
    }
    if is_day {
        let day = |value: Bound<'_, PyAny>| {
            value.call_method0(intern!(py, "toordinal"))?.extract::<i32>().map(|day| day - EPOCH)
        };
        let days = values.iter().map(|value| there(value).map(day).transpose());
        return Ok(Arc::new(Date32Array::from(days.collect::<PyResult<Vec<_>>>()?)));
    }
    let length = |value: Bound<'_, PyAny>| -> PyResult<i64> {
        let part = |name| value.getattr(name)?.extract::<i64>();
        let seconds = part(intern!(py, "days"))? * 86_400 + part(intern!(py, "seconds"))?;
        Ok(seconds * 1_000_000 + part(intern!(py, "microseconds"))?)
    };
    let lengths = values.iter().map(|value| there(value).map(length).transpose());
    Ok(Arc::new(DurationMicrosecondArray::from(lengths.collect::<PyResult<Vec<_>>>()?)))
}
