//! Papers as files of other people's programs, a panel's calendar, and the tracker of many panels.

use crate::call::{Day, Text, core_err, detached};
use crate::profile::{Profile, Profiles};
use crate::record::Record;
use crate::records::RecordStream;
use crate::session::moment;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBytes, PyDict, PyString};
use support_panel::interface::PaperRequest;
use support_panel::{Code, Error, interface};
use support_panel_export::{
    CalendarOptions, File, Fonts, OutputOptions, Tracker, TrackerOptions, interface as files,
};

/// How a paper is asked for.
pub(crate) struct Asked<'a> {
    pub(crate) reader: Text,
    pub(crate) previous: Option<&'a Record>,
    pub(crate) confirmed: Vec<Text>,
    pub(crate) given: Vec<Text>,
    pub(crate) handed_over_by: Option<Text>,
    pub(crate) blanks: bool,
    pub(crate) as_of: Option<Day>,
}

impl Asked<'_> {
    pub(crate) fn of(reader: Text) -> Self {
        Self {
            reader,
            previous: None,
            confirmed: Vec::new(),
            given: Vec::new(),
            handed_over_by: None,
            blanks: false,
            as_of: None,
        }
    }

    pub(crate) fn with<T>(&self, make: impl FnOnce(&PaperRequest<'_>) -> T) -> T {
        let request = PaperRequest::of(&self.reader)
            .previous(self.previous.map(|record| &record.0))
            .handed_over_by(self.handed_over_by.as_deref())
            .blanks(self.blanks)
            .as_of(self.as_of.as_ref().map(Day::text));
        make(&request.confirmed(&words(&self.confirmed)).given(&words(&self.given)))
    }
}

/// Words that are borrowed.
fn words(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(|text| &**text).collect()
}

/// A regular and a bold font, as the bytes of their files.
pub(crate) type FontFiles = (PyBackedBytes, PyBackedBytes);

/// What files are told beside their papers.
fn options(fonts: Option<&FontFiles>) -> Result<OutputOptions<'static>, Error> {
    let Some((regular, bold)) = fonts else { return Ok(OutputOptions::default()) };
    let fonts = Fonts::new(regular.to_vec(), bold.to_vec());
    let fonts = fonts.map_err(|error| Error::from(error).under("/fonts"))?;
    Ok(OutputOptions::default().fonts(fonts))
}

/// One paper: text as `str`, anything else as `bytes`.
pub(crate) fn paper<'py>(
    py: Python<'py>,
    record: &Record,
    profile: Option<&Profile>,
    paper: &str,
    format: &str,
    asked: &Asked<'_>,
    fonts: Option<&FontFiles>,
) -> PyResult<Bound<'py, PyAny>> {
    let profile = profile.map(|profile| &profile.0);
    let file = detached(py, || {
        let options = options(fonts)?;
        asked.with(|request| files::file(&record.0, profile, paper, format, request, &options))
    })?;
    content(py, file)
}

/// Papers by the names of their files.
pub(crate) fn papers<'py>(
    py: Python<'py>,
    record: &Record,
    profile: Option<&Profile>,
    papers: Option<&[Text]>,
    format: &str,
    asked: &Asked<'_>,
    fonts: Option<&FontFiles>,
) -> PyResult<Bound<'py, PyDict>> {
    let profile = profile.map(|profile| &profile.0);
    let made = detached(py, || {
        let options = options(fonts)?;
        let papers = papers.map(|names| names.iter().map(|name| &**name));
        asked.with(|request| files::files(&record.0, profile, papers, format, request, &options))
    })?;
    let by_name = PyDict::new(py);
    for file in made {
        let name = file.name.clone();
        by_name.set_item(name, content(py, file)?)?;
    }
    Ok(by_name)
}

/// A paper of a profile alone.
pub(crate) fn blank<'py>(
    py: Python<'py>,
    profile: &Profile,
    paper: &str,
    format: &str,
    fonts: Option<&FontFiles>,
) -> PyResult<Bound<'py, PyAny>> {
    let file = detached(py, || files::blank(&profile.0, paper, format, &options(fonts)?))?;
    content(py, file)
}

fn content<'py>(py: Python<'py>, file: File) -> PyResult<Bound<'py, PyAny>> {
    if file.format.is_text() {
        return Ok(PyString::new(py, &String::from_utf8(file.bytes)?).into_any());
    }
    Ok(PyBytes::new(py, &file.bytes).into_any())
}

/// The calendar of a panel for one reader.
pub(crate) fn calendar(
    py: Python<'_>,
    record: &Record,
    profile: Option<&Profile>,
    sequence: u32,
    stamp: Option<&Bound<'_, PyAny>>,
    asked: &Asked<'_>,
) -> PyResult<String> {
    let stamp = stamp.map(moment).transpose()?;
    let profile = profile.map(|profile| &profile.0);
    let file = detached(py, || {
        let stamp = stamp.map(|text| interface::instant("stamp", &text)).transpose()?;
        let calendar = CalendarOptions::default().sequence(sequence).stamp(stamp);
        let options = OutputOptions::default().calendar(calendar);
        asked.with(|request| {
            files::file(&record.0, profile, "calendar", "calendar", request, &options)
        })
    })?;
    Ok(String::from_utf8(file.bytes)?)
}

/// List the actions of many panels, one row each, from any source that `read_ndjson` takes: "csv" as text, or "excel" as the
/// bytes of a workbook with a sheet by owner and a sheet by case.
///
/// Owners and actions are given by their ids unless `names` is true. An action that a later panel carried on stands once, where
/// both records are given. `by` is the order of CSV, "owner" or "case"; days late are counted to `as_of`.
#[pyfunction]
#[pyo3(signature = (source, format="csv", *, names=false, as_of=None, by="owner", profile=None))]
pub(crate) fn tracker<'py>(
    py: Python<'py>,
    source: &Bound<'py, PyAny>,
    format: &str,
    names: bool,
    as_of: Option<Day>,
    by: &str,
    profile: Option<Profiles>,
) -> PyResult<Bound<'py, PyAny>> {
    let is_excel = one_of("format", format, ["csv", "excel"])? == 1;
    let by = one_of("by", by, ["owner", "case"])?;
    let as_of = interface::date("as_of", as_of.as_ref().map(Day::text));
    let as_of = as_of.map_err(|error| core_err(&error))?;
    let profiles = profile.map(|profiles| profiles.0).unwrap_or_default();
    let mut tracker = Tracker::new(TrackerOptions::default().as_of(as_of).names(names));
    let records = RecordStream::read(source, true)?;
    while let Some(record) = records.next_record(py)? {
        detached(py, || {
            let profile = support_panel::Profile::for_record(&record, &profiles)?;
            tracker.add(&record, &profile);
            Ok(())
        })?;
    }
    if is_excel {
        let bytes = detached(py, || Ok(tracker.workbook()?))?;
        return Ok(PyBytes::new(py, &bytes).into_any());
    }
    let csv = tracker.sheets().get(by).map(support_panel_export::Sheet::to_csv).unwrap_or_default();
    Ok(PyString::new(py, &csv).into_any())
}

/// Which of two words was given.
fn one_of(argument: &str, given: &str, words: [&str; 2]) -> PyResult<usize> {
    words.iter().position(|word| *word == given).ok_or_else(|| {
        let message = format!("found another word, expected one of {}", words.join(" "));
        core_err(&Error::outside(Code::UnknownWord, message).under(&format!("/{argument}")))
    })
}
