//! Columns as NumPy takes them: buffers of numbers, and lists of texts.

use arrow_array::cast::AsArray;
use arrow_array::types::{ArrowDictionaryKeyType, Int8Type, Int32Type};
use arrow_array::{Array, RecordBatch};
use arrow_buffer::ArrowNativeType;
use arrow_schema::{DataType, SchemaRef};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList, PyString, PyTuple};

/// A column's name, what it holds, its values, and a byte for each that is there; no bytes where all are.
///
/// Values are the bytes of NumPy's array, or a list of texts, or of lists of texts; words are the bytes of their indexes with a list
/// of the words.
pub(crate) type Column<'py> =
    (String, &'static str, Bound<'py, PyAny>, Option<Bound<'py, PyBytes>>);

/// The columns of some batches with one dictionary, of so many rows at most.
pub(crate) fn of<'py>(
    py: Python<'py>,
    batches: &[RecordBatch],
    schema: &SchemaRef,
    rows: Option<usize>,
) -> PyResult<Vec<Column<'py>>> {
    let mut left = rows.unwrap_or(usize::MAX);
    let mut some = Vec::new();
    for batch in batches {
        let count = batch.num_rows().min(left);
        left -= count;
        some.push(batch.slice(0, count));
    }
    let columns = schema.fields().iter().enumerate().map(|(index, field)| {
        let arrays: Vec<&dyn Array> = some
            .iter()
            .filter_map(|batch| batch.columns().get(index))
            .map(|array| &**array)
            .collect();
        let (kind, values) = values(py, field.data_type(), &arrays)?;
        Ok((field.name().clone(), kind, values, there(py, &arrays)))
    });
    columns.collect()
}

fn there<'py>(py: Python<'py>, arrays: &[&dyn Array]) -> Option<Bound<'py, PyBytes>> {
    if arrays.iter().all(|array| array.null_count() == 0) {
        return None;
    }
    let bytes: Vec<u8> = arrays
        .iter()
        .flat_map(|array| (0..array.len()).map(|row| u8::from(array.is_valid(row))))
        .collect();
    Some(PyBytes::new(py, &bytes))
}

fn values<'py>(
    py: Python<'py>,
    data_type: &DataType,
    arrays: &[&dyn Array],
) -> PyResult<(&'static str, Bound<'py, PyAny>)> {
    Ok(match data_type {
        DataType::Boolean => {
            let bytes: Vec<u8> = arrays
                .iter()
                .filter_map(|array| array.as_boolean_opt())
                .flat_map(|array| array.values().iter().map(u8::from))
                .collect();
            ("bool", PyBytes::new(py, &bytes).into_any())
        }
        DataType::Utf8 => ("text", texts(py, arrays)?.into_any()),
        DataType::List(_) => ("ids", lists(py, arrays)?.into_any()),
        DataType::Dictionary(key, _) if **key == DataType::Int8 => words::<Int8Type>(py, arrays)?,
        DataType::Dictionary(..) => words::<Int32Type>(py, arrays)?,
        DataType::Int16 => ("int16", numbers(py, arrays).into_any()),
        DataType::Int32 => ("int32", numbers(py, arrays).into_any()),
        DataType::Int64 => ("int64", numbers(py, arrays).into_any()),
        DataType::Float64 => ("float64", numbers(py, arrays).into_any()),
        DataType::Date32 => ("day", numbers(py, arrays).into_any()),
        DataType::Timestamp(..) => ("moment", numbers(py, arrays).into_any()),
        _ => ("duration", numbers(py, arrays).into_any()),
    })
}

/// The values of primitive arrays, back to back.
fn numbers<'py>(py: Python<'py>, arrays: &[&dyn Array]) -> Bound<'py, PyBytes> {
    let mut bytes = Vec::new();
    for array in arrays {
        let data = array.to_data();
        let width = data.data_type().primitive_width().unwrap_or_default();
        let (start, end) = (data.offset() * width, (data.offset() + data.len()) * width);
        let buffer = data.buffers().first().and_then(|buffer| buffer.as_slice().get(start..end));
        bytes.extend_from_slice(buffer.unwrap_or_default());
    }
    PyBytes::new(py, &bytes)
}

fn texts<'py>(py: Python<'py>, arrays: &[&dyn Array]) -> PyResult<Bound<'py, PyList>> {
    let texts = arrays.iter().filter_map(|array| array.as_string_opt::<i32>());
    let texts: Vec<_> = texts.flat_map(|array| array.iter()).collect();
    PyList::new(py, texts)
}

fn lists<'py>(py: Python<'py>, arrays: &[&dyn Array]) -> PyResult<Bound<'py, PyList>> {
    let lists = arrays.iter().filter_map(|array| array.as_list_opt::<i32>());
    let mut items = Vec::new();
    for list in lists.flat_map(|array| array.iter()) {
        let texts = list.as_ref().and_then(|list| list.as_string_opt::<i32>());
        let texts: Vec<Bound<'_, PyString>> = texts
            .into_iter()
            .flat_map(|texts| texts.iter().flatten())
            .map(|text| PyString::new(py, text))
            .collect();
        items.push(PyList::new(py, texts)?);
    }
    PyList::new(py, items)
}

fn words<'py, K: ArrowDictionaryKeyType>(
    py: Python<'py>,
    arrays: &[&dyn Array],
) -> PyResult<(&'static str, Bound<'py, PyAny>)> {
    let mut keys = Vec::new();
    let mut list = None;
    for array in arrays.iter().filter_map(|array| array.as_dictionary_opt::<K>()) {
        for (row, key) in array.keys().values().iter().enumerate() {
            let index = array.is_valid(row).then(|| key.as_usize());
            keys.push(index.and_then(|index| i32::try_from(index).ok()).unwrap_or(-1));
        }
        list.get_or_insert_with(|| array.values().clone());
    }
    let bytes: Vec<u8> = keys.iter().flat_map(|key| key.to_ne_bytes()).collect();
    let list = match &list {
        Some(words) => texts(py, &[&**words])?,
        None => PyList::empty(py),
    };
    let both = PyTuple::new(py, [PyBytes::new(py, &bytes).into_any(), list.into_any()])?;
    Ok(("words", both.into_any()))
}
