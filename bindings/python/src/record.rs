//! Records: read, asked and written.

use crate::call::{CachedImport, Day, Text, date, detached, loads, to_py};
use crate::document::Document;
use crate::hash::hash;
use crate::papers::{self, Asked, FontFiles};
use crate::profile::{Profile, Profiles};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyType};
use support_panel::interface::{self, PaperRequest};
use support_panel::report::Hide;
use support_panel::{Fact, Finding};
use support_panel_privacy::NameHider;

static FINDING: CachedImport = CachedImport::new("support_panel._findings", "Finding");

/// One panel about one family. It cannot be changed, and any number of threads may share it.
#[pyclass(frozen, module = "support_panel")]
pub(crate) struct Record(pub(crate) support_panel::Record);

#[pymethods]
impl Record {
    /// Read a record from JSON, as text or as UTF-8 bytes.
    #[classmethod]
    #[pyo3(signature = (json, /))]
    fn from_json(cls: &Bound<'_, PyType>, json: &Bound<'_, PyAny>) -> PyResult<Self> {
        let document = Document::text(json)?;
        detached(cls.py(), || support_panel::Record::from_json(document.bytes()).map(Self))
    }

    /// Read a record from a dict such as `to_dict` gives.
    #[classmethod]
    #[pyo3(signature = (record, /))]
    fn from_dict(cls: &Bound<'_, PyType>, record: &Bound<'_, PyAny>) -> PyResult<Self> {
        let document = Document::object(record)?;
        detached(cls.py(), || support_panel::Record::from_json(document.bytes()).map(Self))
    }

    /// The record as canonical JSON: equal records give equal text.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        detached(py, || Ok(self.0.to_json()))
    }

    /// The record as a dict, with only what is known in it.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        loads(py, &self.to_json(py)?)
    }

    /// What stands where a JSON Pointer leads, such as a finding's `path`: a dict, a list or a plain value, or None where
    /// nothing stands there.
    #[pyo3(signature = (pointer, /))]
    fn at<'py>(&self, py: Python<'py>, pointer: Text) -> PyResult<Option<Bound<'py, PyAny>>> {
        let mut found = self.to_dict(py)?;
        let mut keys = pointer.split('/');
        if keys.next().is_some_and(|before| !before.is_empty()) {
            let message = "found text that is no JSON Pointer, expected nothing or / and keys";
            return Err(PyValueError::new_err(message));
        }
        for key in keys {
            let key = key.replace("~1", "/").replace("~0", "~");
            let inner = match (found.cast::<PyDict>(), found.cast::<PyList>(), index(&key)) {
                (Ok(members), ..) => members.get_item(&key)?,
                (_, Ok(items), Some(index)) => items.get_item(index).ok(),
                _ => None,
            };
            let Some(inner) = inner else { return Ok(None) };
            found = inner;
        }
        Ok(Some(found))
    }

    /// Check the record under its profile; what is found is listed, never raised.
    ///
    /// `as_of` is the day on which it is judged, `previous` the record of the panel before: without them, rules that
    /// need them are silent. `edition` is the edition of the rules that judges it: "latest", "when_held" for the one in
    /// force on the day of the meeting, or one by its name.
    #[pyo3(signature = (profile=None, as_of=None, previous=None, edition=None))]
    fn check<'py>(
        &self,
        py: Python<'py>,
        profile: Option<&Profile>,
        as_of: Option<Day>,
        previous: Option<&Self>,
        edition: Option<&str>,
    ) -> PyResult<Bound<'py, PyList>> {
        let as_of = as_of.as_ref().map(Day::text);
        let (profile, previous) = (profile.map(|p| &p.0), previous.map(|r| &r.0));
        let found =
            detached(py, || interface::check_by(&self.0, profile, as_of, previous, edition))?;
        findings(py, &found)
    }

    /// Each sitting of a scale in figures: the spread and the lowest with its reason first, and never pooled.
    ///
    /// With `previous`, also how each rater's own number changed since that panel.
    #[pyo3(signature = (profile=None, previous=None))]
    fn summaries<'py>(
        &self,
        py: Python<'py>,
        profile: Option<&Profile>,
        previous: Option<&Self>,
    ) -> PyResult<Bound<'py, PyAny>> {
        to_py(py, || interface::summaries(&self.0, profile.map(|p| &p.0), previous.map(|r| &r.0)))
    }

    /// What would become of an action if someone were to own it; nothing is allocated by asking.
    #[pyo3(signature = (action, owner, profile=None))]
    fn allocation<'py>(
        &self,
        py: Python<'py>,
        action: Text,
        owner: Text,
        profile: Option<&Profile>,
    ) -> PyResult<Bound<'py, PyAny>> {
        to_py(py, || interface::allocation(&self.0, profile.map(|p| &p.0), &action, &owner))
    }

    /// The day by which an action is due, or None where that cannot be told.
    #[pyo3(signature = (action, profile=None))]
    fn due_on<'py>(
        &self,
        py: Python<'py>,
        action: Text,
        profile: Option<&Profile>,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        let due = detached(py, || interface::due_on(&self.0, profile.map(|p| &p.0), &action))?;
        due.map(|text| date(py, &text)).transpose()
    }

    /// The record of the next panel about this family.
    #[pyo3(signature = (id, held_on))]
    fn follow_on(&self, py: Python<'_>, id: Text, held_on: Day) -> PyResult<Self> {
        detached(py, || interface::follow_on(&self.0, &id, held_on.text()).map(Self))
    }

    /// The record without the person or participant of this id, with what was taken out and what is left that may tell of them.
    fn redact<'py>(&self, py: Python<'py>, person: Text) -> PyResult<(Self, Bound<'py, PyAny>)> {
        let (record, report) = detached(py, || interface::redact(&self.0, &person))?;
        Ok((Self(record), loads(py, &report)?))
    }

    /// The minutes for a reader, as "markdown", "html" or "text": "professionals", "family", or the id of a person or
    /// participant. What a refusal asks to be read once more is given in `confirmed`.
    #[pyo3(signature = (reader, format="markdown", profile=None, *, confirmed=Vec::new()))]
    fn minutes(
        &self,
        py: Python<'_>,
        reader: Text,
        format: &str,
        profile: Option<&Profile>,
        confirmed: Vec<Text>,
    ) -> PyResult<String> {
        self.made(py, "minutes", format, profile, &Asked { confirmed, ..Asked::of(reader) })
    }

    /// The map alone, in the columns and words of the profile, for a reader.
    #[pyo3(signature = (reader, format="markdown", profile=None, *, confirmed=Vec::new()))]
    fn map(
        &self,
        py: Python<'_>,
        reader: Text,
        format: &str,
        profile: Option<&Profile>,
        confirmed: Vec<Text>,
    ) -> PyResult<String> {
        self.made(py, "map", format, profile, &Asked { confirmed, ..Asked::of(reader) })
    }

    /// Who does what by when, and what is decided, for a reader.
    #[pyo3(signature = (reader, format="markdown", profile=None, *, confirmed=Vec::new()))]
    fn action_plan(
        &self,
        py: Python<'_>,
        reader: Text,
        format: &str,
        profile: Option<&Profile>,
        confirmed: Vec<Text>,
    ) -> PyResult<String> {
        self.made(py, "plan", format, profile, &Asked { confirmed, ..Asked::of(reader) })
    }

    /// A paper by its name, for a reader: "letter", "agenda", "review" and more. A review is made of the panel before as well.
    /// A child's own words are in a paper only where `handed_over_by` says which participant gives it to the child; another
    /// professional, an advocate or one of the network has of the map what is `given`, by id or pointer.
    ///
    /// As "markdown", "html" or "text" it is a str; as "word", "pdf" or "excel" (the tables of the paper) the bytes of a file.
    /// `fonts` are the bytes of a regular and a bold font for a PDF, for letters that the shipped one lacks. With `blanks` the
    /// professionals' minutes say what is not recorded; `as_of` is the day on which before-you-send judges.
    #[pyo3(signature = (
        paper, reader, format="markdown", previous=None, profile=None, *, confirmed=Vec::new(), given=Vec::new(),
        handed_over_by=None, blanks=false, as_of=None, fonts=None
    ))]
    #[allow(clippy::too_many_arguments, reason = "each is an argument of Python's")]
    fn paper<'py>(
        &self,
        py: Python<'py>,
        paper: &str,
        reader: Text,
        format: &str,
        previous: Option<&Self>,
        profile: Option<&Profile>,
        confirmed: Vec<Text>,
        given: Vec<Text>,
        handed_over_by: Option<Text>,
        blanks: bool,
        as_of: Option<Day>,
        fonts: Option<FontFiles>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let asked = Asked { reader, previous, confirmed, given, handed_over_by, blanks, as_of };
        papers::paper(py, self, profile, paper, format, &asked, fonts.as_ref())
    }

    /// Papers for a reader by the names of their files, such as "letter-2026-03-12-family.docx": those named, or every one
    /// that is made for such a reader and has something in it.
    #[pyo3(signature = (
        reader, format="markdown", papers=None, previous=None, profile=None, *, confirmed=Vec::new(), given=Vec::new(),
        handed_over_by=None, blanks=false, as_of=None, fonts=None
    ))]
    #[allow(clippy::too_many_arguments, reason = "each is an argument of Python's")]
    fn papers<'py>(
        &self,
        py: Python<'py>,
        reader: Text,
        format: &str,
        papers: Option<Vec<Text>>,
        previous: Option<&Self>,
        profile: Option<&Profile>,
        confirmed: Vec<Text>,
        given: Vec<Text>,
        handed_over_by: Option<Text>,
        blanks: bool,
        as_of: Option<Day>,
        fonts: Option<FontFiles>,
    ) -> PyResult<Bound<'py, PyDict>> {
        let asked = Asked { reader, previous, confirmed, given, handed_over_by, blanks, as_of };
        papers::papers(py, self, profile, papers.as_deref(), format, &asked, fonts.as_ref())
    }

    /// The panel, its review and the reader's own actions as iCalendar. An item keeps its UID; `sequence` is how often the
    /// calendar was sent before, and `stamp` when it is made.
    #[pyo3(signature = (reader, sequence=0, stamp=None, profile=None, *, confirmed=Vec::new()))]
    fn calendar(
        &self,
        py: Python<'_>,
        reader: Text,
        sequence: u32,
        stamp: Option<&Bound<'_, PyAny>>,
        profile: Option<&Profile>,
        confirmed: Vec<Text>,
    ) -> PyResult<String> {
        let asked = Asked { confirmed, ..Asked::of(reader) };
        papers::calendar(py, self, profile, sequence, stamp, &asked)
    }

    /// What a paper shows a reader and withholds from them of the whole record, and why, or without a paper what their copy
    /// does: for whoever makes copies alone.
    #[pyo3(signature = (reader, paper=None, profile=None, *, previous=None, given=Vec::new(), handed_over_by=None))]
    #[allow(clippy::too_many_arguments, reason = "each is an argument of Python's")]
    fn disclosures<'py>(
        &self,
        py: Python<'py>,
        reader: Text,
        paper: Option<Text>,
        profile: Option<&Profile>,
        previous: Option<&Self>,
        given: Vec<Text>,
        handed_over_by: Option<Text>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let profile = profile.map(|p| &p.0);
        let asked = Asked { previous, given, handed_over_by, ..Asked::of(reader) };
        to_py(py, || {
            asked
                .with(|request| interface::disclosures(&self.0, profile, paper.as_deref(), request))
        })
    }

    /// A FHIR R4 Bundle as JSON, for a reader: the map, each number, goals, actions and the team, as the reader's copy has them.
    #[pyo3(signature = (reader, profile=None, *, confirmed=Vec::new(), given=Vec::new(), handed_over_by=None))]
    fn fhir(
        &self,
        py: Python<'_>,
        reader: Text,
        profile: Option<&Profile>,
        confirmed: Vec<Text>,
        given: Vec<Text>,
        handed_over_by: Option<Text>,
    ) -> PyResult<String> {
        let profile = profile.map(|p| &p.0);
        let asked = Asked { confirmed, given, handed_over_by, ..Asked::of(reader) };
        detached(py, || {
            let (copy, profile) =
                asked.with(|request| interface::copy(&self.0, profile, request))?;
            support_panel_fhir::bundle(&copy, &profile)
        })
    }

    /// The map with its scales drawn, as one page of HTML, for a reader. Without `names`, people are called by their ids, and
    /// every name that the record knows is taken out of what was said; a text may still tell who it is about.
    #[pyo3(signature = (reader, names=false, profile=None, *, confirmed=Vec::new()))]
    fn html(
        &self,
        py: Python<'_>,
        reader: Text,
        names: bool,
        profile: Option<&Profile>,
        confirmed: Vec<Text>,
    ) -> PyResult<String> {
        let profile = profile.map(|p| &p.0);
        let asked = Asked { confirmed, ..Asked::of(reader) };
        detached(py, || asked.with(|request| overview(&self.0, profile, names, request)))
    }

    /// The same without names, as far as all of the family may see it, in a frame of its own, for notebooks; nothing where there
    /// is no such copy, or the record's profile is not built in.
    fn _repr_html_(&self, py: Python<'_>) -> Option<String> {
        let page = || overview(&self.0, None, false, &PaperRequest::of("family"));
        let page = detached(py, page).ok()?.replace('&', "&amp;").replace('"', "&quot;");
        Some(format!(
            "<iframe sandbox style=\"width: 100%; height: 36rem; border: 0\" srcdoc=\"{page}\"></iframe>"
        ))
    }

    /// The record's own id.
    #[getter]
    fn id(&self) -> &str {
        &self.0.id
    }

    fn __repr__(&self) -> String {
        let named = &self.0.profile;
        format!("<Record {} under {} {}>", self.0.id, named.id, &*named.version)
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

/// The page without names has them taken out as in records for secondary use.
fn overview(
    record: &support_panel::Record,
    profile: Option<&support_panel::Profile>,
    names: bool,
    request: &PaperRequest<'_>,
) -> Result<String, support_panel::Error> {
    let mut hider = NameHider::of(record);
    let mut hide = |text: &str| hider.hide(text);
    let hide = (!names).then_some(&mut hide as Hide<'_>);
    interface::overview(record, profile, hide, request)
}

/// An index as a JSON Pointer writes it: digits, without a 0 before others.
fn index(key: &str) -> Option<usize> {
    let is_plain = key == "0" || !key.starts_with(['0', '+']);
    key.parse().ok().filter(|_| is_plain)
}

impl Record {
    fn made(
        &self,
        py: Python<'_>,
        paper: &str,
        format: &str,
        profile: Option<&Profile>,
        asked: &Asked<'_>,
    ) -> PyResult<String> {
        let profile = profile.map(|p| &p.0);
        let make =
            |request: &PaperRequest<'_>| interface::paper(&self.0, profile, paper, format, request);
        detached(py, || asked.with(make))
    }
}

/// Findings as Python's.
pub(crate) fn findings<'py>(py: Python<'py>, found: &[Finding]) -> PyResult<Bound<'py, PyList>> {
    let list = PyList::empty(py);
    for finding in found {
        let read = PyDict::new(py);
        for (name, fact) in finding.facts() {
            match fact {
                Fact::Number(number) => read.set_item(name, loads(py, &number.to_string())?)?,
                other => read.set_item(name, other.to_string())?,
            }
        }
        let (severity, subject) = (finding.severity.as_str(), finding.subject.as_deref());
        let related = pyo3::types::PyTuple::new(py, &finding.related)?;
        list.append(FINDING.get(py)?.call1((
            &*finding.code,
            severity,
            &finding.path,
            subject,
            &finding.message,
            related,
            read,
        ))?)?;
    }
    Ok(list)
}

/// Panels of one case in the order in which they were held, and how the numbers went from one to the next.
/// `profile` is one or several, each record being read under the one that it names.
#[pyfunction]
#[pyo3(signature = (records, profile=None))]
pub(crate) fn trajectory<'py>(
    py: Python<'py>,
    records: &Bound<'py, PyAny>,
    profile: Option<Profiles>,
) -> PyResult<Bound<'py, PyAny>> {
    let profiles = profile.map(|profiles| profiles.0).unwrap_or_default();
    let mut list = Vec::new();
    for record in records.try_iter()? {
        list.push(record?.cast::<Record>()?.get().0.clone());
    }
    to_py(py, || {
        support_panel::trajectory_with(&list, &profiles).map(|case| interface::json(&case))
    })
}
