//! Where lines come from, as Python has it: paths, bytes, open files, records, or a list of those.

use crate::call::{CachedImport, ErrorFields, Text};
use crate::document::Document;
use crate::record::Record;
use pyo3::exceptions::PyTypeError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyByteArray, PyBytes, PyDict, PyString};
use std::borrow::Cow;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use support_panel::Code;
use support_panel_tables::Source;

static EXPAND: CachedImport = CachedImport::new("support_panel._sources", "expand");
static DAMAGED: CachedImport = CachedImport::new("support_panel._sources", "Damaged");

/// Files that Python has open are read on the thread that waits for the tables. Python's files hear of signals there, and no other
/// thread holds their locks when Python ends; so the threads that work ask this one for what comes next.
pub(crate) struct Reading(Mutex<Receiver<Request>>);

/// What a thread wants of a file.
struct Request {
    file: Arc<Py<PyAny>>,
    bytes: usize,
    answer: Sender<io::Result<Vec<u8>>>,
}

impl Reading {
    /// A source of lines, and how its open files are read, if it has any.
    pub(crate) fn of(value: &Bound<'_, PyAny>) -> PyResult<(Source, Option<Self>)> {
        let (requests, received) = channel();
        let source = source(value, &requests)?;
        drop(requests);
        // With no open file no one is left to ask.
        let has_files = !matches!(received.try_recv(), Err(TryRecvError::Disconnected));
        Ok((source, has_files.then(|| Self(Mutex::new(received)))))
    }

    /// Reads once for whoever asks within a moment; false where no one will ask any more. What `read` raises, it raises.
    pub(crate) fn serve(&self, py: Python<'_>, timeout: Duration) -> PyResult<bool> {
        let next = py
            .detach(|| self.0.lock().unwrap_or_else(PoisonError::into_inner).recv_timeout(timeout));
        let request = match next {
            Ok(request) => request,
            Err(error) => return Ok(error == RecvTimeoutError::Timeout),
        };
        let answer = match chunk(request.file.bind(py), request.bytes) {
            Ok(chunk) => Ok(chunk),
            // A packed file of ours that breaks off is a row like any other.
            Err(error) if error.is_instance(py, DAMAGED.get(py)?) => {
                Err(io::ErrorKind::InvalidData.into())
            }
            // What a caller's own file fails with is the failure.
            Err(error) => return Err(error),
        };
        // Whoever asked may have ended meanwhile.
        let _ = request.answer.send(answer);
        Ok(true)
    }
}

fn chunk(file: &Bound<'_, PyAny>, bytes: usize) -> PyResult<Vec<u8>> {
    let chunk = file.call_method1(intern!(file.py(), "read"), (bytes,))?;
    match chunk.cast::<PyString>() {
        Ok(text) => Ok(text.to_str()?.as_bytes().to_vec()),
        Err(_) => Ok(chunk.extract::<PyBackedBytes>()?.to_vec()),
    }
}

fn source(value: &Bound<'_, PyAny>, requests: &Sender<Request>) -> PyResult<Source> {
    if value.is_instance_of::<PyBytes>() || value.is_instance_of::<PyByteArray>() {
        return Ok(Source::bytes(value.extract::<PyBackedBytes>()?.to_vec()));
    }
    if let Some(line) = line_of(value)? {
        return Ok(Source::bytes(line));
    }
    if value.is_instance_of::<PyString>() || value.hasattr(intern!(value.py(), "__fspath__"))? {
        let path = path(value)?;
        let parts = EXPAND.get(value.py())?.call1((value,))?;
        if parts.is_none() {
            return Ok(Source::path(path));
        }
        let parts = parts.try_iter()?.map(|part| {
            let part = part?;
            match part.extract::<PathBuf>() {
                Ok(path) => Ok(Source::path(path)),
                Err(_) => Ok(open_file(&part, requests)?),
            }
        });
        return parts.collect::<PyResult<Source>>();
    }
    if value.hasattr(intern!(value.py(), "read"))? {
        return open_file(value, requests);
    }
    let found = value.get_type().name()?.to_string();
    let parts = value.try_iter().map_err(|_| {
        PyTypeError::new_err(format!(
            "expected a path, bytes, an open file, a Record, a dict or a list of those, found {found}"
        ))
    })?;
    let (mut sources, mut lines) = (Vec::new(), Vec::new());
    for part in parts {
        let part = part?;
        if let Some(line) = line_of(&part)? {
            lines.extend(line);
            lines.push(b'\n');
            continue;
        }
        if !lines.is_empty() {
            sources.push(Source::bytes(std::mem::take(&mut lines)));
        }
        sources.push(source(&part, requests)?);
    }
    if !lines.is_empty() {
        sources.push(Source::bytes(lines));
    }
    Ok(sources.into_iter().collect())
}

/// A file that Python has open, under its name.
fn open_file(file: &Bound<'_, PyAny>, requests: &Sender<Request>) -> PyResult<Source> {
    let source = Source::reader(PythonFile {
        file: Arc::new(file.clone().unbind()),
        requests: requests.clone(),
        left: Vec::new(),
    });
    let name = file
        .getattr_opt(intern!(file.py(), "name"))?
        .and_then(|name| name.extract::<String>().ok())
        .filter(|name| why_no_path(name).is_none());
    Ok(match name {
        Some(name) => source.named(&name),
        None => source,
    })
}

/// The line of NDJSON for a `Record` or a dict; None for anything else.
fn line_of(value: &Bound<'_, PyAny>) -> PyResult<Option<Vec<u8>>> {
    if let Ok(record) = value.cast::<Record>() {
        let mut line = record.get().0.to_json().into_bytes();
        // `extensions` keep their white space; within texts a line end is an escape.
        line.iter_mut().filter(|byte| matches!(byte, b'\n' | b'\r')).for_each(|byte| *byte = b' ');
        return Ok(Some(line));
    }
    if value.is_instance_of::<PyDict>() {
        return Ok(Some(Document::object(value)?.bytes().to_vec()));
    }
    Ok(None)
}

/// The longest text, in characters, that is taken for a path.
const LONGEST_PATH: usize = 1024;
/// The most of a path, in characters, that an error quotes.
const LONGEST_QUOTE: usize = 200;

/// A path as the caller has it, refused without a word of it where it cannot be one: it may be a record.
fn path(value: &Bound<'_, PyAny>) -> PyResult<PathBuf> {
    let path: PathBuf = value
        .extract()
        .map_err(|_| wrong_type("found text that no file has for a name, expected a path"))?;
    match why_no_path(&path.to_string_lossy()) {
        Some(message) => Err(wrong_type(&message)),
        None => Ok(path),
    }
}

/// Why text is refused as a path; None where it may be one.
fn why_no_path(text: &str) -> Option<Cow<'static, str>> {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if start.starts_with(['{', '[', '"']) {
        return Some(
            "found text that begins as JSON, expected a path: give records as Record or dict, or their text \
             as bytes; put ./ before the name of a file that begins so"
                .into(),
        );
    }
    if text.contains(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
        return Some(
            "found text with a line end or another control character, expected a path: give text that is \
             to be read as bytes"
                .into(),
        );
    }
    let count = text.chars().count();
    (count > LONGEST_PATH).then(|| {
        format!("found text of {count} characters, expected a path of at most {LONGEST_PATH}")
            .into()
    })
}

/// The name of a file for an error: a long one is cut at its start.
pub(crate) fn quotable(file: &str) -> Cow<'_, str> {
    match file.char_indices().nth_back(LONGEST_QUOTE - 1) {
        Some((start, _)) if start > 0 => {
            format!("…{}", file.get(start..).unwrap_or_default()).into()
        }
        _ => file.into(),
    }
}

/// Give what an error may quote of a path; refuse text that is no path, without quoting it.
#[pyfunction]
#[pyo3(signature = (path, /))]
pub(crate) fn _quotable_path(path: Text) -> PyResult<String> {
    match why_no_path(&path) {
        Some(message) => Err(wrong_type(&message)),
        None => Ok(quotable(&path).into_owned()),
    }
}

fn wrong_type(message: &str) -> PyErr {
    ErrorFields { code: Code::WrongType, message, ..ErrorFields::default() }.to_err()
}

/// A file that Python has open, in text or in bytes.
struct PythonFile {
    file: Arc<Py<PyAny>>,
    requests: Sender<Request>,
    /// What was read and not yet taken: the end of a chunk, backwards.
    left: Vec<u8>,
}

impl PythonFile {
    fn chunk(&self, bytes: usize) -> io::Result<Vec<u8>> {
        let (answer, answered) = channel();
        // Where no one answers, the work was given up.
        let given_up = || io::Error::from(io::ErrorKind::BrokenPipe);
        self.requests
            .send(Request { file: self.file.clone(), bytes, answer })
            .map_err(|_| given_up())?;
        answered.recv().map_err(|_| given_up())?
    }
}

impl Read for PythonFile {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        if self.left.is_empty() {
            self.left = self.chunk(buf.len().max(64 * 1024))?;
            self.left.reverse();
        }
        let count = buf.len().min(self.left.len());
        let kept = self.left.len() - count;
        buf.iter_mut().zip(self.left.drain(kept..).rev()).for_each(|(to, byte)| *to = byte);
        Ok(count)
    }
}
