//! How Python calls the core: text in, errors out, and a panic that stays an error.

use pyo3::exceptions::PyTypeError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyString;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use support_panel::{Code, Error};

/// Something of Python's that is looked up once.
pub(crate) struct Found(PyOnceLock<Py<PyAny>>, &'static str, &'static str);

impl Found {
    pub(crate) const fn new(module: &'static str, name: &'static str) -> Self {
        Self(PyOnceLock::new(), module, name)
    }

    pub(crate) fn get<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyAny>> {
        self.0.import(py, self.1, self.2)
    }
}

static PANEL_ERROR: Found = Found::new("support_panel._errors", "PanelError");
static LOADS: Found = Found::new("support_panel._text", "loads");
static DATE: Found = Found::new("datetime", "date");

/// What a Python error says.
pub(crate) struct Said<'a> {
    pub(crate) code: Code,
    pub(crate) path: &'a str,
    pub(crate) message: &'a str,
    pub(crate) line: Option<u64>,
    pub(crate) column: Option<u32>,
    pub(crate) file: Option<&'a str>,
}

impl Said<'_> {
    pub(crate) fn raised(&self) -> PyErr {
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

/// An error of the core as Python's.
pub(crate) fn raised(error: &Error) -> PyErr {
    let line = error.line().map(u64::from);
    Said {
        code: error.code(),
        path: error.path(),
        message: error.message(),
        line,
        column: error.column(),
        file: None,
    }
    .raised()
}

thread_local! {
    /// Where this thread last panicked.
    static PANICKED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps where a panic was and nothing of what it said. The hook is this module's own: no other library's panics pass it.
pub(crate) fn keep_panics_quiet() {
    std::panic::set_hook(Box::new(|panic| {
        let index = panic.location().map(ToString::to_string).unwrap_or_default();
        PANICKED.with_borrow_mut(|last| *last = index);
    }));
}

/// The error that a panic becomes.
fn internal() -> PyErr {
    let index = PANICKED.with_borrow(Clone::clone);
    let message =
        format!("the library failed at {index}; the fault is ours: report it, without the record");
    Said { code: Code::Internal, path: "", message: &message, line: None, column: None, file: None }
        .raised()
}

/// Calls what may fail, and catches what must not.
pub(crate) fn caught<T>(call: impl FnOnce() -> PyResult<T>) -> PyResult<T> {
    catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(|_| Err(internal()))
}

/// Calls the core while other Python threads run.
pub(crate) fn apart<T: Send>(
    py: Python<'_>,
    call: impl FnOnce() -> Result<T, Error> + Send,
) -> PyResult<T> {
    py.detach(|| catch_unwind(AssertUnwindSafe(call)))
        .map_err(|_| internal())?
        .map_err(|error| raised(&error))
}

/// JSON text as Python's own objects.
pub(crate) fn loads<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    LOADS.get(py)?.call1((text,))
}

/// A result of the core, which it gives as JSON text, as Python's own objects.
pub(crate) fn told<'py>(
    py: Python<'py>,
    tell: impl FnOnce() -> Result<String, Error> + Send,
) -> PyResult<Bound<'py, PyAny>> {
    loads(py, &apart(py, tell)?)
}

/// A day: a `datetime.date`, or its ISO text, which the core reads.
pub(crate) struct Day(PyBackedStr);

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
