//! Minutes, the map and the plan, written for people: one tree of what is to be said, and three small renderers.
//!
//! A report describes. It rates no risk, gives no mean, and puts the spread and the lowest number with its reason first.
//! What is not recorded is said to be so.

mod decision;
mod document;
mod html;
mod map;
mod markdown;
mod minutes;
mod overview;
mod people;
mod plain_language;
mod plan;
mod scales;
mod source;
mod text;

use crate::error::Code;
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

    /// For whom a report is written.
    pub enum Audience #[non_exhaustive] {
        /// Members of the panel and agencies.
        Professionals = "professionals",
        /// The family: nothing that is for professionals only, terms explained, no jargon.
        Family = "family",
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

impl std::str::FromStr for Audience {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        word(Self::from_word(text), "professionals family")
    }
}

/// The minutes of a sitting: who came, what was said, how it was scaled, what was agreed and decided.
///
/// For the family, entries and actions that are for professionals only leave no trace, and the profile's
/// terms are explained where they first stand.
///
/// ```
/// use support_panel::report::{self, Audience, Format};
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
/// let minutes = report::minutes(&record, &profile, Format::Markdown, Audience::Professionals)?;
/// assert!(minutes.contains("Continue with early help"));
/// assert!(minutes.contains("not recorded"));
/// # Ok::<(), support_panel::Error>(())
/// ```
///
/// # Errors
/// `profile_mismatch` where the profile is not the one that the record names.
pub fn minutes(
    record: &Record,
    profile: &Profile,
    format: Format,
    audience: Audience,
) -> Result<String, Error> {
    written(record, profile, format, audience, minutes::minutes)
}

/// The map alone, in the columns and words of the profile.
///
/// # Errors
/// As [`minutes`].
pub fn map(
    record: &Record,
    profile: &Profile,
    format: Format,
    audience: Audience,
) -> Result<String, Error> {
    written(record, profile, format, audience, minutes::map)
}

/// Who does what by when, and what is decided.
///
/// # Errors
/// As [`minutes`].
pub fn action_plan(
    record: &Record,
    profile: &Profile,
    format: Format,
    audience: Audience,
) -> Result<String, Error> {
    written(record, profile, format, audience, minutes::action_plan)
}

/// The map with its scales drawn, at a glance: one page of HTML, as the family may see it.
///
/// Without `names`, people are called by their ids, and every name that the record knows is taken out of what was said.
/// That is discretion, not anonymity: a text may still tell who it is about.
///
/// # Errors
/// As [`minutes`].
pub fn overview(record: &Record, profile: &Profile, names: bool) -> Result<String, Error> {
    profile.must_be_of(record)?;
    let source = Source::new(record, profile, Audience::Family);
    let source = if names { source } else { source.without_names() };
    let mut document = overview::overview(&source);
    if !names {
        overview::without_names(&mut document, &source);
    }
    plain_language::expand(&mut document, &profile.plain_language);
    Ok(html::render(&document))
}

fn written(
    record: &Record,
    profile: &Profile,
    format: Format,
    audience: Audience,
    build: fn(&Source<'_>) -> Document,
) -> Result<String, Error> {
    profile.must_be_of(record)?;
    let mut document = build(&Source::new(record, profile, audience));
    if audience == Audience::Family {
        plain_language::expand(&mut document, &profile.plain_language);
    }
    Ok(match format {
        Format::Markdown => markdown::render(&document),
        Format::Html => html::render(&document),
        Format::Text => text::render(&document),
    })
}
