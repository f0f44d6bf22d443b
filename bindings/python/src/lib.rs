//! support-panel for Python: handles and text across, all behaviour in the core.

mod agreement;
mod call;
mod columns;
mod document;
mod folds;
mod hash;
mod papers;
mod privacy;
mod profile;
mod record;
mod records;
mod session;
mod source;
mod tables;

use call::{Text, catch_panic, loads, to_py};
use pyo3::prelude::*;
use std::ffi::OsString;
use support_panel::interface;

// The address sanitizer sees into the system's memory only: tests/sanitizer.
#[cfg(not(system_memory))]
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Every rule: its code, title, severity, phase, why, remedy, parameters and needs.
#[pyfunction]
fn rules(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    loads(py, &interface::json(&support_panel::rules().collect::<Vec<_>>()))
}

/// Every code of a read error, a refusal and an allocation reason, with what it means and what to do.
#[pyfunction]
fn codes(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    loads(py, &interface::json(&support_panel::codes()))
}

/// What a rule or another code means; with a profile, also one of its own rules.
#[pyfunction]
#[pyo3(signature = (code, /, profile=None))]
fn explain<'py>(
    py: Python<'py>,
    code: Text,
    profile: Option<PyRef<'py, profile::Profile>>,
) -> PyResult<Bound<'py, PyAny>> {
    let profile = profile.map(|profile| profile.0.clone());
    to_py(py, || interface::explain_under(&code, profile.as_ref()))
}

/// Which rules came, went and changed, from one edition or profile to another.
#[pyfunction]
#[pyo3(signature = (old, new, /))]
fn rules_diff<'py>(
    py: Python<'py>,
    old: profile::RulesIn,
    new: profile::RulesIn,
) -> PyResult<Bound<'py, PyAny>> {
    to_py(py, || interface::rules_diff(old.as_given(), new.as_given()))
}

/// The JSON Schema called "record", "profile", "command" or "finding".
#[pyfunction]
#[pyo3(signature = (name, /))]
fn schema<'py>(py: Python<'py>, name: Text) -> PyResult<Bound<'py, PyAny>> {
    to_py(py, || support_panel::schema(&name).map(str::to_owned))
}

/// Run the command on the arguments that follow its name; gives its exit status.
#[pyfunction]
#[pyo3(signature = (arguments, /))]
fn command(py: Python<'_>, arguments: Vec<OsString>) -> PyResult<u8> {
    let arguments = std::iter::once(OsString::from("support-panel")).chain(arguments);
    py.detach(|| catch_panic(|| Ok(support_panel_cli::run_process(arguments))))
}

/// Fail inside the library, so that tests can see what becomes of it.
#[pyfunction]
fn _fail(py: Python<'_>) -> PyResult<()> {
    #[allow(clippy::panic, reason = "the panic that the test asks for")]
    call::detached(py, || panic!("a fault, for a test"))
}

/// The native part of support_panel.
#[pymodule]
mod _native {
    use super::*;

    #[pymodule_export]
    use super::agreement::{alpha, average_deviation, within_group_uncut};
    #[pymodule_export]
    use super::folds::Fold;
    #[pymodule_export]
    use super::papers::tracker;
    #[pymodule_export]
    use super::privacy::{Key, Rewriter};
    #[pymodule_export]
    use super::profile::{Profile, profiles};
    #[pymodule_export]
    use super::record::{Record, trajectory};
    #[pymodule_export]
    use super::records::{RecordStream, iter_records};
    #[pymodule_export]
    use super::session::Session;
    #[pymodule_export]
    use super::source::_quotable_path;
    #[pymodule_export]
    use super::tables::{Table, Tables, TablesStream, read_ndjson, stream_ndjson};
    #[pymodule_export]
    use super::{_fail, codes, command, explain, rules, rules_diff, schema};

    /// The version of the library.
    #[pymodule_export]
    const VERSION: &str = support_panel::VERSION;
    /// The format of records.
    #[pymodule_export]
    const FORMAT: &str = support_panel::FORMAT;
    /// The edition of the rules.
    #[pymodule_export]
    const RULES_EDITION: &str = support_panel::RULES_EDITION;

    #[pymodule_init]
    fn init(_module: &Bound<'_, PyModule>) -> PyResult<()> {
        call::silence_panics();
        Ok(())
    }
}
