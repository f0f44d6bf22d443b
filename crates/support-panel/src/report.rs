//! Minutes, the map and the plan, written for people: one tree of what is to be said, and three small renderers.
//!
//! A report describes. It rates no risk, gives no mean, and puts the spread and the lowest number with its reason first.
//! What is not recorded is said to be so.

mod copy;
mod decision;
mod disclosures;
mod document;
mod html;
mod map;
mod markdown;
mod minutes;
mod overview;
mod people;
mod plain_language;
mod plan;
mod reader;
mod scales;
mod source;
mod text;

pub use copy::{Copy, CopyOptions, THE_PANEL, copy_of, copy_with};
pub use disclosures::{Because, Disclosure, disclosures, disclosures_with};
pub use reader::Reader;

use crate::error::Code;
use crate::view::View;
use crate::wire::string_enum;
use crate::{Error, Profile, Record};
use document::Document;
use source::Source;

string_enum! {
    /// What a report is written in.
    pub enum Format #[non_exhaustive] {
        /// CommonMark with tables.
        Markdown = "markdown",
        /// One complete page, with its style and no script.
        Html = "html",
        /// Plain text of at most 78 characters a line.
        Text = "text",
    }
}

/// A word of a closed list, or what is wrong with it.
fn word<T>(word: Option<T>, expected: &'static str) -> Result<T, Error> {
    word.ok_or_else(|| {
        Error::new(Code::UnknownWord, "", format!("found another word, expected one of {expected}"))
    })
}

impl std::str::FromStr for Format {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        word(Self::from_word(text), "markdown html text")
    }
}

/// The minutes of a meeting: who came, what was said, how it was scaled, what was agreed and decided.
///
/// They are made of the reader's [copy](copy_of). For the family, the profile's terms are explained where they first stand.
///
/// ```
/// use support_panel::report::{self, Format, Reader};
/// use support_panel::{Profile, Record};
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1",
///     "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1"},
///     "outcome": {"decision": "continue"}
/// }"#)?;
/// let profile = Profile::of(&record)?;
/// let minutes = report::minutes(&record, &profile, &Reader::Professionals, Format::Markdown)?;
/// assert!(minutes.contains("Continue with early help"));
/// assert!(minutes.contains("not recorded"));
/// # Ok::<(), support_panel::Error>(())
/// ```
///
/// # Errors
/// As [`copy_of`].
pub fn minutes(
    record: &Record,
    profile: &Profile,
    reader: &Reader,
    format: Format,
) -> Result<String, Error> {
    written(record, profile, reader, format, minutes::minutes)
}

/// The map alone, in the columns and words of the profile.
///
/// # Errors
/// As [`copy_of`].
pub fn map(
    record: &Record,
    profile: &Profile,
    reader: &Reader,
    format: Format,
) -> Result<String, Error> {
    written(record, profile, reader, format, minutes::map)
}

/// Who does what by when, and what is decided.
///
/// # Errors
/// As [`copy_of`].
pub fn action_plan(
    record: &Record,
    profile: &Profile,
    reader: &Reader,
    format: Format,
) -> Result<String, Error> {
    written(record, profile, reader, format, minutes::action_plan)
}

/// The map with its scales, at a glance: one page of HTML.
///
/// Without `names`, people are called by their ids, and every name that the record knows is taken out of what was said.
/// That is discretion, not anonymity: a text may still tell who it is about.
///
/// # Errors
/// As [`copy_of`].
pub fn overview(
    record: &Record,
    profile: &Profile,
    reader: &Reader,
    names: bool,
) -> Result<String, Error> {
    let copy = copy_of(record, profile, reader)?;
    let source = Source::new(&copy, profile);
    let source = if names { source } else { source.without_names() };
    let mut document = overview::overview(&source);
    if !names {
        // Every name that the record knows, those of whom the copy does not name among them.
        let all = View::new(record, profile, None, None);
        overview::without_names(&mut document, &all);
    }
    Ok(finished(document, &source, Format::Html))
}

fn written(
    record: &Record,
    profile: &Profile,
    reader: &Reader,
    format: Format,
    build: fn(&Source<'_>) -> Document,
) -> Result<String, Error> {
    let copy = copy_of(record, profile, reader)?;
    let source = Source::new(&copy, profile);
    Ok(finished(build(&source), &source, format))
}

fn finished(mut document: Document, source: &Source<'_>, format: Format) -> String {
    if source.is_for_family() {
        document.leave_out_what_is_absent();
        plain_language::expand(&mut document, &source.profile.plain_language);
    }
    match format {
        Format::Markdown => markdown::render(&document),
        Format::Html => html::render(&document),
        Format::Text => text::render(&document),
    }
}
