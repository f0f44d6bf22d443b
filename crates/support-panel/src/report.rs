//! The papers that go out before a panel and leave it: each a small function from a reader's copy to one tree of what is to be
//! said, and a renderer for each format.
//!
//! A paper describes. It rates no risk, gives no mean, and puts the spread and the most worried number with its reason first.

mod before;
mod before_you_send;
mod case_system;
mod child;
mod clock;
mod copy;
mod decision;
mod disclosures;
pub mod document;
mod forms;
mod given;
mod head;
mod html;
mod letter;
mod map;
mod markdown;
mod minutes;
mod not_for;
mod overview;
mod paper;
mod papers;
mod people;
mod plain_language;
mod plan;
mod profile_page;
mod reader;
mod review;
mod scales;
mod source;
mod text;
mod wording;

pub use copy::{Copy, CopyOptions, THE_PANEL, copy_of, copy_with};
pub use disclosures::{Because, Disclosure, disclosures};
pub use not_for::NotForWhom;
pub use paper::{Paper, PaperOptions};
pub use papers::Papers;
pub use profile_page::profile_page;
pub use reader::Reader;

use crate::error::Code;
use crate::wire::string_enum;
use crate::{Error, Profile, Record};
use document::Document;
use paper::Made;
use source::Source;
use std::borrow::Cow;

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

/// A paper of a record for one reader, as a tree that each format is rendered from.
///
/// It is made of the reader's [copy](copy_of) alone. For the family side, what is not recorded is left out and the profile's
/// terms are explained where they first stand.
///
/// ```
/// use support_panel::report::{self, Format, Paper, PaperOptions, Reader};
/// use support_panel::{Code, Profile, Record};
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1",
///     "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1"},
///     "outcome": {"decision": "continue"}
/// }"#)?;
/// let profile = Profile::of(&record)?;
/// let options = PaperOptions::default().blanks(true);
/// let minutes = report::paper(&record, &profile, &Reader::Professionals, Paper::Minutes, &options)?;
/// let text = minutes.render(Format::Markdown);
/// assert!(text.contains("Continue with early help"));
/// assert!(text.contains("not recorded"));
/// # Ok::<(), support_panel::Error>(())
/// ```
///
/// # Errors
/// `wrong_reader` where the paper is not for such a reader; `needs_previous` where it is made of two records and only one is
/// given; `empty_paper` where nothing would stand in it; `rules_not_loaded` where it says what the council's own rules find,
/// and the feature `local-rules` is off; as [`copy_of`].
pub fn paper(
    record: &Record,
    profile: &Profile,
    reader: &Reader,
    paper: Paper,
    options: &PaperOptions<'_>,
) -> Result<Document, Error> {
    Papers::new(record, profile, reader, options).paper(paper)
}

/// How one paper is made of whatever copy its reader has of this record.
struct Recipe<'r> {
    made: Made,
    record: Cow<'r, Record>,
    profile: Cow<'r, Profile>,
    options: &'r PaperOptions<'r>,
    previous: Option<(Copy, Profile)>,
}

impl<'r> Recipe<'r> {
    /// # Errors
    /// As [`paper`], but of what is found when the copy is looked at.
    fn new(
        record: &'r Record,
        profile: &'r Profile,
        reader: &Reader,
        paper: Paper,
        options: &'r PaperOptions<'r>,
    ) -> Result<Self, Error> {
        let (made, admitted) = paper.made();
        if paper == Paper::BeforeYouSend {
            profile.can_ask()?;
        }
        admitted.must_admit(record, profile, reader)?;
        let (mut record, mut profile) = (Cow::Borrowed(record), Cow::Borrowed(profile));
        let mut previous = None;
        if let Made::Copies(_) = made {
            let before = options.previous.ok_or_else(needs_previous)?;
            let its = Profile::for_earlier(before, std::slice::from_ref(&*profile))?;
            let joined = copy::profile_with(&its, &profile)?;
            let theirs = copy::withholding_with(before, &record);
            // What is given by name is of this panel.
            let asked = options.copy.clone().given([]);
            let copied = copy_with(&theirs, &joined, reader, &asked)?;
            record = Cow::Owned(copy::withholding_with(&record, before));
            profile = Cow::Owned(copy::profile_with(&profile, &its)?);
            previous = Some((copied, joined));
        }
        Ok(Self { made, record, profile, options, previous })
    }

    fn document(&self, copy: &Copy) -> Result<Document, Error> {
        let source = Source::new(copy, &self.profile).with(self.options);
        let document = match &self.made {
            Made::Form(make) => make(&self.profile),
            Made::Copy(make) => make(&source),
            Made::Copies(make) => {
                let (previous, its) = self.previous.as_ref().ok_or_else(needs_previous)?;
                make(&source, &Source::new(previous, its).with(self.options))
            }
        };
        Ok(finished(document, &source))
    }
}

/// Refuses a paper with nothing below its title, or with no more than one that is made of nothing.
fn worth_printing(document: Document, nothing: Option<Document>) -> Result<Document, Error> {
    let text = || document.render(Format::Text);
    if document.blocks.is_empty() || nothing.is_some_and(|it| it.render(Format::Text) == text()) {
        let message = "found nothing in the record for this reader, expected something to print";
        return Err(Error::new(Code::EmptyPaper, "", message));
    }
    Ok(document)
}

fn needs_previous() -> Error {
    let message = "found one record, expected the record of the panel before as well";
    Error::new(Code::NeedsPrevious, "/previous", message)
}

/// A paper of a profile alone: a form or a card to print before there is any record.
///
/// ```
/// use support_panel::report::{self, Format, Paper};
/// use support_panel::Profile;
///
/// let profile = Profile::built_in("leicester-masp")?;
/// let card = report::blank(&profile, Paper::QuestionCard)?;
/// assert!(card.render(Format::Text).contains("Who helps the family?"));
/// # Ok::<(), support_panel::Error>(())
/// ```
///
/// # Errors
/// `needs_record` where the paper is made of a record.
pub fn blank(profile: &Profile, paper: Paper) -> Result<Document, Error> {
    match paper.made().0 {
        Made::Form(make) => {
            let mut document = make(profile);
            wording::reword(&mut document, profile);
            Ok(document)
        }
        Made::Copy(_) | Made::Copies(_) => {
            let message = "found a profile alone, expected a record as well";
            Err(Error::new(Code::NeedsRecord, "", message))
        }
    }
}

/// [`paper`], [`Paper::Minutes`], as text.
///
/// # Errors
/// As [`paper`].
pub fn minutes(
    record: &Record,
    profile: &Profile,
    reader: &Reader,
    format: Format,
) -> Result<String, Error> {
    written(record, profile, reader, Paper::Minutes, format)
}

/// [`paper`], [`Paper::Map`], as text.
///
/// # Errors
/// As [`paper`].
pub fn map(
    record: &Record,
    profile: &Profile,
    reader: &Reader,
    format: Format,
) -> Result<String, Error> {
    written(record, profile, reader, Paper::Map, format)
}

/// [`paper`], [`Paper::Plan`], as text.
///
/// # Errors
/// As [`paper`].
pub fn action_plan(
    record: &Record,
    profile: &Profile,
    reader: &Reader,
    format: Format,
) -> Result<String, Error> {
    written(record, profile, reader, Paper::Plan, format)
}

/// Takes out of a text what is not to be read, such as names.
pub type Hide<'a> = &'a mut dyn FnMut(&str) -> String;

/// The map with its scales, at a glance: one page of HTML.
///
/// With `hide`, people are called by their ids, and each text goes through it, that takes names out: the crate
/// `support-panel-privacy` knows their usual spellings. That is discretion, not anonymity: a text may still tell who it is about.
///
/// ```
/// use support_panel::report::{CopyOptions, Reader, overview};
/// use support_panel::{Profile, Record};
///
/// let record = Record::from_json(r#"{
///     "format": "support-panel/1", "id": "panel-1",
///     "profile": {"id": "leicester-masp", "version": "2017.1"},
///     "case": {"reference": "EHA-1"},
///     "mapping": [{"id": "m-1", "category": "past_harm", "text": "Kai was left alone"}]
/// }"#)?;
/// let mut hide = |text: &str| text.replace("Kai", "[name]");
/// let (profile, options) = (Profile::of(&record)?, CopyOptions::default());
/// let page = overview(&record, &profile, &Reader::Professionals, Some(&mut hide), &options)?;
/// assert!(page.contains("[name] was left alone"));
/// # Ok::<(), support_panel::Error>(())
/// ```
///
/// # Errors
/// As [`copy_with`].
pub fn overview(
    record: &Record,
    profile: &Profile,
    reader: &Reader,
    hide: Option<Hide<'_>>,
    options: &CopyOptions,
) -> Result<String, Error> {
    let copy = copy_with(record, profile, reader, options)?;
    let source = Source::new(&copy, profile);
    let source = if hide.is_some() { source.without_names() } else { source };
    let mut document = overview::overview(&source);
    if let Some(hide) = hide {
        overview::said_by(&mut document, hide);
    }
    Ok(finished(document, &source).render(Format::Html))
}

fn written(
    record: &Record,
    profile: &Profile,
    reader: &Reader,
    paper: Paper,
    format: Format,
) -> Result<String, Error> {
    let document = self::paper(record, profile, reader, paper, &PaperOptions::default())?;
    Ok(document.render(format))
}

fn finished(mut document: Document, source: &Source<'_>) -> Document {
    if source.is_for_family() || !source.blanks {
        document.leave_out_what_is_absent();
    }
    if source.is_for_family() {
        plain_language::expand(&mut document, &source.profile.plain_language);
    }
    wording::reword(&mut document, source.profile);
    document
}

impl Document {
    /// The paper in a format of text.
    pub fn render(&self, format: Format) -> String {
        match format {
            Format::Markdown => markdown::render(self),
            Format::Html => html::render(self),
            Format::Text => text::render(self),
        }
    }
}
