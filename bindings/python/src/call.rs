//! How Python calls the core: text in, errors out, and a panic that stays an error.

use pyo3::exceptions::PyTypeError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyString;
use std::cell::RefCell;
use std::ops::Deref;
use std::panic::{AssertUnwindSafe, catch_unwind};
use support_panel::{Code, Error};

/// A Python object, imported on first use and kept.
pub(crate) struct CachedImport(PyOnceLock<Py<PyAny>>, &'static str, &'static str);

impl CachedImport {
    pub(crate) const fn new(module: &'static str, name: &'static str) -> Self {
        Self(PyOnceLock::new(), module, name)
    }

    pub(crate) fn get<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyAny>> {
        self.0.import(py, self.1, self.2)
    }
}

static PANEL_ERROR: CachedImport = CachedImport::new("support_panel._errors", "PanelError");
static LOADS: CachedImport = CachedImport::new("support_panel._text", "loads");
static DATE: CachedImport = CachedImport::new("datetime", "date");

/// The arguments of a `PanelError`.
pub(crate) struct ErrorFields<'a> {
    pub(crate) code: Code,
    pub(crate) path: &'a str,
    pub(crate) message: &'a str,
    pub(crate) line: Option<u64>,
    pub(crate) column: Option<u32>,
    pub(crate) file: Option<&'a str>,
}

impl Default for ErrorFields<'_> {
    /// A fault of ours, with nothing known of it.
    fn default() -> Self {
        Self { code: Code::Internal, path: "", message: "", line: None, column: None, file: None }
    }
}

impl ErrorFields<'_> {
    pub(crate) fn to_err(&self) -> PyErr {
        Python::attach(|py| {
            let error = PANEL_ERROR.get(py).and_then(|class| {
                class.call1((
                    self.code.as_str(),
                    self.path,
                    self.message,
                    self.line,
                    self.column,
                    self.file,
                ))
            });
            error.map_or_else(|error| error, PyErr::from_value)
        })
    }
}

/// Converts an error of the core.
pub(crate) fn core_err(error: &Error) -> PyErr {
    let line = error.line().map(u64::from);
    ErrorFields {
        code: error.code(),
        path: error.path(),
        message: error.message(),
        line,
        column: error.column(),
        file: None,
    }
    .to_err()
}

thread_local! {
    /// Where this thread last panicked.
    static PANICKED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Replaces the panic hook: keeps the location of a panic and nothing of its message. The hook belongs to this module alone;
/// panics of other libraries do not reach it.
pub(crate) fn silence_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let location = panic.location().map(ToString::to_string).unwrap_or_default();
        PANICKED.with_borrow_mut(|last| *last = location);
    }));
}

/// The error that a panic becomes.
fn panic_err() -> PyErr {
    let location = PANICKED.with_borrow(Clone::clone);
    let message = format!(
        "the library failed at {location}; the fault is ours: report it, without the record"
    );
    ErrorFields { message: &message, ..ErrorFields::default() }.to_err()
}

/// Calls a function and converts a panic into an error.
pub(crate) fn catch_panic<T>(call: impl FnOnce() -> PyResult<T>) -> PyResult<T> {
    catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(|_| Err(panic_err()))
}

/// Calls the core with the interpreter detached: other Python threads run meanwhile.
pub(crate) fn detached<T: Send>(
    py: Python<'_>,
    call: impl FnOnce() -> Result<T, Error> + Send,
) -> PyResult<T> {
    py.detach(|| catch_unwind(AssertUnwindSafe(call)))
        .map_err(|_| panic_err())?
        .map_err(|error| core_err(&error))
}

/// Parses JSON text into Python objects.
pub(crate) fn loads<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    LOADS.get(py)?.call1((text,))
}

/// Calls the core and parses the JSON text it returns into Python objects.
pub(crate) fn to_py<'py>(
    py: Python<'py>,
    call: impl FnOnce() -> Result<String, Error> + Send,
) -> PyResult<Bound<'py, PyAny>> {
    loads(py, &detached(py, call)?)
}

/// Text of the caller's. Python's own error at half a surrogate pair would hold the whole text; ours does not.
pub(crate) struct Text(PyBackedStr);

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl FromPyObject<'_, '_> for Text {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let Ok(text) = value.cast::<PyString>() else {
            let found = value.get_type().name()?;
            return Err(PyTypeError::new_err(format!("expected str, found {found}")));
        };
        text.extract().map(Self).map_err(|_| {
            ErrorFields {
                code: Code::LoneSurrogate,
                message: "found half a surrogate pair, expected whole characters",
                ..ErrorFields::default()
            }
            .to_err()
        })
    }
}

/// A day: a `datetime.date`, or its ISO text, which the core reads.
pub(crate) struct Day(Text);

impl Day {
    pub(crate) fn text(&self) -> &str {
        &self.0
    }
}

impl FromPyObject<'_, '_> for Day {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let py = value.py();
        if value.is_instance_of::<PyString>() {
            return Ok(Self(value.extract()?));
        }
        if !value.is_instance(DATE.get(py)?)? {
            let found = value.get_type().name()?;
            return Err(PyTypeError::new_err(format!(
                "expected datetime.date or text such as 2026-03-12, found {found}"
            )));
        }
        Ok(Self(value.call_method0(intern!(py, "isoformat"))?.extract()?))
    }
}

/// A day as a `datetime.date`.
pub(crate) fn date<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    DATE.get(py)?.call_method1(intern!(py, "fromisoformat"), (text,))
}
