//! The live sitting.

use crate::call::{Text, detached, loads};
use crate::document::Document;
use crate::profile::Profile;
use crate::record::Record;
use pyo3::exceptions::PyTypeError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyString, PyType};
use std::sync::Mutex;
use support_panel::interface;
use support_panel::{Code, Error, Seal};

/// A sitting: a record, its profile, and what has been said since. It has no clock: each command brings its stamp.
///
/// Any number of threads may share it; their commands are taken one after another.
#[pyclass(frozen, module = "support_panel")]
pub(crate) struct Session {
    sitting: Mutex<support_panel::Session>,
    /// What was lost from the end of the journal that it was brought back from, as JSON.
    lost: Option<String>,
}

fn seal(key: Option<PyBackedBytes>) -> Seal {
    key.map_or_else(Seal::default, |key| Seal::new(&key))
}

#[pymethods]
impl Session {
    /// Open a sitting on a record, however far its meeting has come. `key` closes the envelopes of sealed numbers in the
    /// journal: keep it apart from the journal.
    #[classmethod]
    #[pyo3(signature = (record, profile=None, *, key=None))]
    fn open(
        cls: &Bound<'_, PyType>,
        record: &Record,
        profile: Option<&Profile>,
        key: Option<PyBackedBytes>,
    ) -> PyResult<Self> {
        let seal = seal(key);
        detached(cls.py(), || interface::open(&record.0, profile.map(|p| &p.0), seal).map(Self::of))
    }

    /// Bring a sitting back from its journal. One that was cut gives everything before the line that is not whole;
    /// `lost` then says which line, and how many bytes of it there were.
    #[classmethod]
    #[pyo3(signature = (journal, /, *, key=None))]
    fn replay(
        cls: &Bound<'_, PyType>,
        journal: &Bound<'_, PyAny>,
        key: Option<PyBackedBytes>,
    ) -> PyResult<Self> {
        let (journal, seal) = (Document::text(journal)?, seal(key));
        detached(cls.py(), || {
            let replayed = support_panel::Session::replay_with(journal.bytes(), seal)?;
            Ok(Self {
                lost: replayed.lost.map(|lost| interface::json(&lost)),
                ..Self::of(replayed.session)
            })
        })
    }

    /// The journal without the person or participant of this id, which opens with the record as the sitting left it; what was
    /// taken out of that record and what is left; and how many steps are left out.
    #[staticmethod]
    #[pyo3(signature = (journal, person, *, key=None))]
    fn redact_journal<'py>(
        py: Python<'py>,
        journal: &Bound<'py, PyAny>,
        person: Text,
        key: Option<PyBackedBytes>,
    ) -> PyResult<(String, Bound<'py, PyAny>, usize)> {
        let (journal, seal) = (Document::text(journal)?, seal(key));
        let (journal, report, left_out) =
            detached(py, || interface::redact_journal(journal.bytes(), &person, seal))?;
        Ok((journal, loads(py, &report)?, left_out))
    }

    /// Take a command, or refuse it with a PanelError and leave everything as it was. Gives the event.
    fn apply<'py>(
        &self,
        py: Python<'py>,
        command: &Bound<'py, PyAny>,
        stamp: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (command, stamp) = (Document::any(command)?, Document::any(stamp)?);
        self.to_py(py, |sitting| interface::apply(sitting, command.bytes(), stamp.bytes()))
    }

    /// Take back the last command in force.
    fn undo<'py>(&self, py: Python<'py>, stamp: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let stamp = Document::any(stamp)?;
        self.to_py(py, |sitting| interface::undo(sitting, stamp.bytes()))
    }

    /// Put back the last command that was taken back.
    fn redo<'py>(&self, py: Python<'py>, stamp: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let stamp = Document::any(stamp)?;
        self.to_py(py, |sitting| interface::redo(sitting, stamp.bytes()))
    }

    /// Every command with everything it could be about, whether it would be taken now, and if not, why.
    fn allowed<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.to_py(py, |sitting| Ok(interface::json(&sitting.allowed())))
    }

    /// What is still needed before the running stage, and the panel, can close.
    fn outstanding<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.to_py(py, |sitting| Ok(interface::json(&sitting.outstanding())))
    }

    /// Who has given numbers that no one may read yet.
    fn sealed<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.to_py(py, |sitting| Ok(interface::json(&sitting.sealed())))
    }

    /// What has been said, one event a command.
    fn events<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.to_py(py, |sitting| Ok(interface::events(sitting)))
    }

    /// What the clock of the running stage shows at a moment; None where no stage runs.
    fn timer<'py>(&self, py: Python<'py>, at: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let at = moment(at)?;
        self.to_py(py, |sitting| interface::timer(sitting, &at))
    }

    /// The question bank for a column of the map.
    fn questions<'py>(&self, py: Python<'py>, column: Text) -> PyResult<Bound<'py, PyAny>> {
        self.to_py(py, |sitting| Ok(interface::questions(sitting, &column)))
    }

    /// How far it has come: "before", "between", "running", "paused", "adjourned" or "concluded".
    #[getter]
    fn standing<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.to_py(py, |sitting| Ok(interface::json(&sitting.standing())))
    }

    /// What was lost from the end of the journal that it was brought back from: the line, and its bytes; None if nothing.
    #[getter]
    fn lost<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.lost.as_ref().map(|lost| loads(py, lost)).transpose()
    }

    /// The record as it stands, without any number that is still sealed.
    fn record(&self, py: Python<'_>) -> PyResult<Record> {
        self.with(py, |sitting| Ok(Record(interface::record(sitting))))
    }

    /// The profile it runs under.
    fn profile(&self, py: Python<'_>) -> PyResult<Profile> {
        self.with(py, |sitting| Ok(Profile(sitting.profile().clone())))
    }

    /// The record as it stood after an event; 0 is the opening. None where there is no such event.
    fn at(&self, py: Python<'_>, seq: u32) -> PyResult<Option<Record>> {
        self.with(py, |sitting| Ok(sitting.at(seq).map(Record)))
    }

    /// The journal as NDJSON: the opening, then one event a line.
    fn journal(&self, py: Python<'_>) -> PyResult<String> {
        self.with(py, |sitting| Ok(sitting.journal().to_owned()))
    }

    /// Join what another hand noted of the same sitting: all of this one, all of the other that does not contradict it,
    /// and the rest as conflicts, for a person to decide.
    fn merge<'py>(&self, py: Python<'py>, other: &Self) -> PyResult<(Self, Bound<'py, PyAny>)> {
        // One after the other: two sittings that are merged both ways at once cannot wait for each other.
        let (ours, theirs) = (
            self.with(py, |sitting| Ok(sitting.clone()))?,
            other.with(py, |sitting| Ok(sitting.clone()))?,
        );
        let merged = detached(py, || support_panel::merge(&ours, &theirs))?;
        Ok((Self::of(merged.session), loads(py, &interface::conflicts(&merged.conflicts))?))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        self.with(py, |sitting| {
            Ok(format!(
                "<Session on {}, {}, {} events>",
                sitting.record().id,
                sitting.standing(),
                sitting.events().len()
            ))
        })
    }
}

impl Session {
    fn of(sitting: support_panel::Session) -> Self {
        Self { sitting: Mutex::new(sitting), lost: None }
    }

    fn with<T: Send>(
        &self,
        py: Python<'_>,
        call: impl FnOnce(&mut support_panel::Session) -> Result<T, Error> + Send,
    ) -> PyResult<T> {
        detached(py, || {
            // After a fault within a step no one knows how far it came. The journal that was kept does.
            let doubt = |_| {
                Error::outside(
                    Code::Internal,
                    "found a sitting in doubt after a fault, expected it brought back from its journal",
                )
            };
            call(&mut *self.sitting.lock().map_err(doubt)?)
        })
    }

    fn to_py<'py>(
        &self,
        py: Python<'py>,
        call: impl FnOnce(&mut support_panel::Session) -> Result<String, Error> + Send,
    ) -> PyResult<Bound<'py, PyAny>> {
        loads(py, &self.with(py, call)?)
    }
}

/// A moment: a `datetime` with its offset, or its text.
pub(crate) fn moment(at: &Bound<'_, PyAny>) -> PyResult<String> {
    if at.is_instance_of::<PyString>() {
        return Ok(at.extract::<Text>()?.to_owned());
    }
    let Some(isoformat) = at.getattr_opt(intern!(at.py(), "isoformat"))? else {
        let found = at.get_type().name()?;
        return Err(PyTypeError::new_err(format!("expected datetime or its text, found {found}")));
    };
    isoformat.call0()?.extract()
}
