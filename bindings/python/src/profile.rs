//! Profiles: what a council configures.

use crate::call::{detached, loads, to_py};
use crate::document::Document;
use crate::hash::hash;
use crate::papers::{self, FontFiles};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyType;
use support_panel::interface;

/// A council's rules for its panels. It cannot be changed, and any number of threads may share it.
#[pyclass(frozen, module = "support_panel")]
pub(crate) struct Profile(pub(crate) support_panel::Profile);

#[pymethods]
impl Profile {
    /// A paper that is made of the profile alone: "mapping-template", "referral-form", "question-card" or "scoring-slips".
    #[pyo3(signature = (paper, format="markdown", *, fonts=None))]
    fn paper<'py>(
        &self,
        py: Python<'py>,
        paper: &str,
        format: &str,
        fonts: Option<FontFiles>,
    ) -> PyResult<Bound<'py, PyAny>> {
        papers::blank(py, self, paper, format, fonts.as_ref())
    }

    /// A profile that comes with the library, in its latest version.
    #[classmethod]
    #[pyo3(signature = (id="leicester-masp"))]
    fn built_in(cls: &Bound<'_, PyType>, id: &str) -> PyResult<Self> {
        detached(cls.py(), || support_panel::Profile::built_in(id).map(Self))
    }

    /// Read a profile from TOML, as text or as UTF-8 bytes; it may extend one that is built in, or one of `bases`.
    #[classmethod]
    #[pyo3(signature = (toml, /, *, bases=Vec::new()))]
    fn from_toml(
        cls: &Bound<'_, PyType>,
        toml: &Bound<'_, PyAny>,
        bases: Vec<PyRef<'_, Self>>,
    ) -> PyResult<Self> {
        let (document, bases) = (Document::text(toml)?, cores(&bases));
        detached(cls.py(), || {
            support_panel::Profile::from_toml_with(document.bytes(), &bases).map(Self)
        })
    }

    /// Read a profile from JSON, as text or as UTF-8 bytes; it may extend one that is built in, or one of `bases`.
    #[classmethod]
    #[pyo3(signature = (json, /, *, bases=Vec::new()))]
    fn from_json(
        cls: &Bound<'_, PyType>,
        json: &Bound<'_, PyAny>,
        bases: Vec<PyRef<'_, Self>>,
    ) -> PyResult<Self> {
        let (document, bases) = (Document::text(json)?, cores(&bases));
        detached(cls.py(), || {
            support_panel::Profile::from_json_with(document.bytes(), &bases).map(Self)
        })
    }

    /// Everything that is wrong with a profile in TOML or JSON, each with its line, the word and what to write instead; of one
    /// without faults, what is worth a look and which rules never speak.
    #[staticmethod]
    #[pyo3(signature = (profile, /, *, bases=Vec::new()))]
    fn check<'py>(
        py: Python<'py>,
        profile: &Bound<'py, PyAny>,
        bases: Vec<PyRef<'py, Self>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (document, bases) = (Document::text(profile)?, cores(&bases));
        to_py(py, || Ok(interface::check_profile(document.bytes(), &bases)))
    }

    /// The profile as a page for people: "markdown", "html" or "text".
    #[pyo3(signature = (format="markdown"))]
    fn show(&self, py: Python<'_>, format: &str) -> PyResult<String> {
        detached(py, || interface::profile_page(&self.0, format))
    }

    /// What changed from this profile to a new one, in words, and what follows for records made under them.
    #[pyo3(signature = (new, /))]
    fn diff<'py>(&self, py: Python<'py>, new: &Self) -> PyResult<Bound<'py, PyAny>> {
        to_py(py, || Ok(interface::profile_diff(&self.0, &new.0)))
    }

    /// The whole profile as canonical JSON, with what it extends merged in.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        detached(py, || Ok(self.0.to_json()))
    }

    /// The whole profile as a dict.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        loads(py, &self.to_json(py)?)
    }

    /// The profile's id.
    #[getter]
    fn id(&self) -> &str {
        &self.0.id
    }

    /// The profile's version.
    #[getter]
    fn version(&self) -> &str {
        &self.0.version
    }

    fn __repr__(&self) -> String {
        format!("<Profile {} {}>", self.0.id, &*self.0.version)
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.0 == other.0
    }

    fn __hash__(&self) -> u64 {
        hash(&self.0.to_json())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        Ok((slf.get_type().getattr("from_json")?, (slf.get().0.to_json(),)))
    }
}

fn cores(bases: &[PyRef<'_, Profile>]) -> Vec<support_panel::Profile> {
    bases.iter().map(|base| base.0.clone()).collect()
}

/// The profiles that come with the library; the default first.
#[pyfunction]
pub(crate) fn profiles() -> Vec<Profile> {
    support_panel::profiles().iter().cloned().map(Profile).collect()
}

/// Where rules are compared: an edition by its name, or a profile.
pub(crate) enum RulesIn {
    Edition(String),
    Profile(support_panel::Profile),
}

impl FromPyObject<'_, '_> for RulesIn {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        match value.cast::<Profile>() {
            Ok(profile) => Ok(Self::Profile(profile.get().0.clone())),
            Err(_) => Ok(Self::Edition(value.extract()?)),
        }
    }
}

impl RulesIn {
    pub(crate) fn as_given(&self) -> interface::RulesIn<'_> {
        match self {
            Self::Edition(name) => interface::RulesIn::Edition(name),
            Self::Profile(profile) => interface::RulesIn::Profile(profile),
        }
    }
}

/// A profile, or several: each record is judged under the one that it names.
pub(crate) struct Profiles(pub(crate) Vec<support_panel::Profile>);

impl FromPyObject<'_, '_> for Profiles {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        if let Ok(one) = value.cast::<Profile>() {
            return Ok(Self(vec![one.get().0.clone()]));
        }
        let expected = |found: &Bound<'_, PyAny>| {
            let found = found.get_type().name()?;
            Err(PyTypeError::new_err(format!("expected a Profile or several, found {found}")))
        };
        let Ok(several) = value.try_iter() else { return expected(&value) };
        let mut profiles = Vec::new();
        for profile in several {
            let profile = profile?;
            match profile.cast::<Profile>() {
                Ok(profile) => profiles.push(profile.get().0.clone()),
                Err(_) => return expected(&profile),
            }
        }
        Ok(Self(profiles))
    }
}
