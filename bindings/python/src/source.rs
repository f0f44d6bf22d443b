//! Where lines come from, as Python has it: paths, bytes, files that are open, or a list of those.

use pyo3::exceptions::PyTypeError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyByteArray, PyBytes, PyString};
use std::io::{self, Read};
use std::path::PathBuf;
use support_panel_tables::Source;

/// A source of lines.
pub(crate) fn source(value: &Bound<'_, PyAny>) -> PyResult<Source> {
    if value.is_instance_of::<PyBytes>() || value.is_instance_of::<PyByteArray>() {
        return Ok(Source::bytes(value.extract::<PyBackedBytes>()?.to_vec()));
    }
    if value.is_instance_of::<PyString>() || value.hasattr(intern!(value.py(), "__fspath__"))? {
        return Ok(Source::path(value.extract::<PathBuf>()?));
    }
    if value.hasattr(intern!(value.py(), "read"))? {
        let source = Source::reader(File { file: value.clone().unbind(), left: Vec::new() });
        let name = value.getattr_opt(intern!(value.py(), "name"))?.and_then(|name| name.extract::<String>().ok());
        return Ok(match name {
            Some(name) => source.named(&name),
            None => source,
        });
    }
    let found = value.get_type().name()?.to_string();
    let parts = value
        .try_iter()
        .map_err(|_| PyTypeError::new_err(format!("expected a path, bytes, an open file or a list of those, found {found}")))?;
    parts.map(|part| source(&part?)).collect()
}

/// A file that Python has open, in text or in bytes.
struct File {
    file: Py<PyAny>,
    /// What was read and not yet taken: the end of a chunk, backwards.
    left: Vec<u8>,
}

impl File {
    fn chunk(&self, bytes: usize) -> PyResult<Vec<u8>> {
        Python::attach(|py| {
            let chunk = self.file.bind(py).call_method1(intern!(py, "read"), (bytes,))?;
            match chunk.cast::<PyString>() {
                Ok(text) => Ok(text.to_str()?.as_bytes().to_vec()),
                Err(_) => Ok(chunk.extract::<PyBackedBytes>()?.to_vec()),
            }
        })
    }
}

impl Read for File {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        if self.left.is_empty() {
            // What Python says of it may name anything; that it cannot be read is enough.
            self.left = self.chunk(room.len().max(64 * 1024)).map_err(|_| io::Error::from(io::ErrorKind::InvalidInput))?;
            self.left.reverse();
        }
        let count = room.len().min(self.left.len());
        let kept = self.left.len() - count;
        room.iter_mut().zip(self.left.drain(kept..).rev()).for_each(|(to, byte)| *to = byte);
        Ok(count)
    }
}
