//! What Python hands over as a document: JSON text, or objects that are written as such.

use crate::call::CachedImport;
use pyo3::exceptions::{PyTypeError, PyUnicodeEncodeError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::{PyBool, PyDict, PyInt, PyList, PyString};

static DUMPS: CachedImport = CachedImport::new("support_panel._text", "dumps");

/// A document as the caller has it: text, bytes, or an object that is written as JSON.
pub(crate) enum Document {
    Text(PyBackedStr),
    Bytes(PyBackedBytes),
    Written(Vec<u8>),
}

impl Document {
    pub(crate) fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
            Self::Written(bytes) => bytes,
        }
    }

    /// Text or bytes.
    pub(crate) fn text(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        Self::written(value)?.ok_or_else(|| {
            let found = value.get_type().name().map(|name| name.to_string()).unwrap_or_default();
            PyTypeError::new_err(format!("expected str or bytes, found {found}"))
        })
    }

    /// Text or bytes, or an object that is written as JSON.
    pub(crate) fn any(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        Self::written(value)?.map_or_else(|| Self::object(value), Ok)
    }

    /// What is text or bytes already.
    fn written(value: &Bound<'_, PyAny>) -> PyResult<Option<Self>> {
        match value.cast::<PyString>() {
            Ok(text) => Self::of_str(text).map(Some),
            Err(_) => Ok(value.extract().map(Self::Bytes).ok()),
        }
    }

    /// An object, written as JSON.
    pub(crate) fn object(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        let mut json = Vec::with_capacity(256);
        match write(value, &mut json, DEPTH) {
            Some(()) => Ok(Self::Written(json)),
            None => Self::of_str(DUMPS.get(value.py())?.call1((value,))?.cast::<PyString>()?),
        }
    }

    /// Half a surrogate pair is no text in UTF-8: it goes on as the bytes it would be, for the core to refuse.
    fn of_str(text: &Bound<'_, PyString>) -> PyResult<Self> {
        text.extract().map(Self::Text).or_else(|error: PyErr| {
            if !error.is_instance_of::<PyUnicodeEncodeError>(text.py()) {
                return Err(error);
            }
            let bytes =
                text.call_method1(intern!(text.py(), "encode"), ("utf-8", "surrogatepass"))?;
            Ok(Self::Bytes(bytes.extract()?))
        })
    }
}

/// How deep objects may lie in one another to be written here.
const DEPTH: usize = 32;

/// Writes what commands and records are made of. None at anything else, a date or a fraction or a class of the caller's own:
/// Python's encoder, which runs the caller's code and takes thrice as long, then writes the whole.
fn write(value: &Bound<'_, PyAny>, json: &mut Vec<u8>, depth: usize) -> Option<()> {
    let deeper = depth.checked_sub(1)?;
    if let Ok(text) = value.cast_exact::<PyString>() {
        return serde_json::to_writer(json, text.to_str().ok()?).ok();
    }
    if let Ok(members) = value.cast_exact::<PyDict>() {
        json.push(b'{');
        for (index, (key, member)) in members.iter().enumerate() {
            json.extend((index > 0).then_some(b','));
            write(key.cast_exact::<PyString>().ok()?, json, deeper)?;
            json.push(b':');
            write(&member, json, deeper)?;
        }
        json.push(b'}');
        return Some(());
    }
    if let Ok(items) = value.cast_exact::<PyList>() {
        json.push(b'[');
        for (index, item) in items.iter().enumerate() {
            json.extend((index > 0).then_some(b','));
            write(&item, json, deeper)?;
        }
        json.push(b']');
        return Some(());
    }
    if let Ok(number) = value.cast_exact::<PyInt>() {
        return serde_json::to_writer(json, &number.extract::<i64>().ok()?).ok();
    }
    let word: &[u8] = match value.cast_exact::<PyBool>() {
        Ok(truth) if truth.is_true() => b"true",
        Ok(_) => b"false",
        Err(_) if value.is_none() => b"null",
        Err(_) => return None,
    };
    json.extend_from_slice(word);
    Some(())
}
