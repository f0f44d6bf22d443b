//! The language-neutral interface: the same operations for bindings, with text in and JSON out.
//!
//! A binding wraps [`Record`], [`Profile`] and a session as opaque handles and hands everything else through here, so
//! that no language has a judgement of its own. Dates and words come as text and are refused with a code; results
//! leave as JSON text.

mod batch;

pub use batch::{Batch, BatchFinding, BatchResult, Counts, Unread};

use crate::error::{Code, Error};
use crate::report::{self, CopyOptions, Format, Paper, PaperOptions, Reader};
use crate::session::Conflict;
use crate::wire::{Value, Writer};
use crate::{
    CheckOptions, Command, Date, Edition, Event, Finding, Id, Instant, Profile, Record, RulesOf,
    Seal, Session, Stamp,
};
use serde::Serialize;

/// A day as text; an empty one is none.
///
/// # Errors
/// `bad_date` at the argument's name.
pub fn date(argument: &str, text: Option<&str>) -> Result<Option<Date>, Error> {
    let parse = |text: &str| {
        text.parse().map_err(|_| {
            Error::new(
                Code::BadDate,
                format!("/{argument}"),
                "found a text that is not one, expected a day such as 2026-03-12",
            )
        })
    };
    text.filter(|text| !text.is_empty()).map(parse).transpose()
}

/// A day that must be given.
///
/// # Errors
/// `bad_date` at the argument's name.
pub fn day(argument: &str, text: &str) -> Result<Date, Error> {
    let missing = || {
        Error::new(
            Code::BadDate,
            format!("/{argument}"),
            "found nothing, expected a day such as 2026-03-12",
        )
    };
    date(argument, Some(text))?.ok_or_else(missing)
}

/// A result as JSON text. Documents, which have `to_json`, are no results: of a value that holds one there is no text.
pub fn json(value: &impl Serialize) -> String {
    let mut writer = Writer::compact();
    let written = value.serialize(&mut writer);
    // Keys of our results are texts, so that writing them cannot fail.
    debug_assert!(written.is_ok(), "a document in a result");
    written.map(|()| writer.finish()).unwrap_or_default()
}

fn list<T>(values: &[T], each: impl FnMut(&T, &mut Writer)) -> String {
    let mut writer = Writer::compact();
    writer.list(values, each);
    writer.finish()
}

/// [`check`](crate::check), with the day as text and the profile found where none is given.
///
/// # Errors
/// As [`Profile::for_record`], [`date`] and [`check`](crate::check).
pub fn check(
    record: &Record,
    profile: Option<&Profile>,
    as_of: Option<&str>,
    previous: Option<&Record>,
) -> Result<Vec<Finding>, Error> {
    check_by(record, profile, as_of, previous, None)
}

/// [`summaries`](crate::summaries), with what changed since `previous` where one is given, as JSON text.
///
/// # Errors
/// As [`Profile::for_record`] and [`summaries_since`](crate::summaries_since).
pub fn summaries(
    record: &Record,
    profile: Option<&Profile>,
    previous: Option<&Record>,
) -> Result<String, Error> {
    let profile = Profile::for_record(record, profile)?;
    let summaries = match previous {
        Some(previous) => crate::summaries_since(record, previous, &profile)?,
        None => crate::summaries(record, &profile)?,
    };
    Ok(json(&summaries))
}

/// [`trajectory`](crate::trajectory) as JSON text; without a profile, each record under the built-in one that it names.
///
/// # Errors
/// As [`trajectory`](crate::trajectory).
pub fn trajectory(records: &[Record], profile: Option<&Profile>) -> Result<String, Error> {
    let profiles = profile.map(std::slice::from_ref).unwrap_or_default();
    crate::trajectory_with(records, profiles).map(|trajectory| json(&trajectory))
}

/// [`allocation`](crate::allocation) as JSON text.
///
/// # Errors
/// As [`Profile::for_record`] and [`allocation`](crate::allocation).
pub fn allocation(
    record: &Record,
    profile: Option<&Profile>,
    action: &str,
    owner: &str,
) -> Result<String, Error> {
    crate::allocation(record, &Profile::for_record(record, profile)?, action, owner)
        .map(|allocation| json(&allocation))
}

/// [`due_on`](crate::due_on) as text.
///
/// # Errors
/// As [`Profile::for_record`] and [`due_on`](crate::due_on).
pub fn due_on(
    record: &Record,
    profile: Option<&Profile>,
    action: &str,
) -> Result<Option<String>, Error> {
    Ok(crate::due_on(record, &Profile::for_record(record, profile)?, action)?
        .map(|date| date.to_string()))
}

/// [`follow_on`](crate::follow_on), with the day as text.
///
/// # Errors
/// As [`day`] and [`follow_on`](crate::follow_on).
pub fn follow_on(record: &Record, id: &str, held_on: &str) -> Result<Record, Error> {
    crate::follow_on(record, id, day("held_on", held_on)?)
}

/// [`redact`](crate::redact): the record, and what was taken out and what is left as JSON text.
///
/// # Errors
/// As [`redact`](crate::redact).
pub fn redact(record: &Record, person: &str) -> Result<(Record, String), Error> {
    let crate::Redaction { record, report } = crate::redact(record, person)?;
    Ok((record, json(&report)))
}

/// [`redact_journal`](crate::redact_journal): the journal, what was taken out and what is left as JSON text, and how many
/// events are left out.
///
/// # Errors
/// As [`redact_journal`](crate::redact_journal).
pub fn redact_journal(
    journal: &[u8],
    person: &str,
    seal: Seal,
) -> Result<(String, String, usize), Error> {
    let redacted = crate::redact_journal(journal, person, seal)?;
    Ok((redacted.journal, json(&redacted.report), redacted.events_left_out))
}

/// For whom a paper is asked for, and how: everything in words.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct PaperRequest<'a> {
    /// `professionals`, `family`, or the id of a person or participant.
    pub reader: &'a str,
    /// The record of the panel before; the review needs it.
    pub previous: Option<&'a Record>,
    /// What was read once more and may be shown, as a refusal lists it.
    pub confirmed: &'a [&'a str],
    /// What a reader of a limited copy is given beyond it, by id or pointer.
    pub given: &'a [&'a str],
    /// The participant who gives a child the paper with the child's own words.
    pub handed_over_by: Option<&'a str>,
    /// Whether minutes say what is not recorded.
    pub blanks: bool,
    /// The day on which findings are judged.
    pub as_of: Option<&'a str>,
}

impl<'a> PaperRequest<'a> {
    /// One for a reader, and nothing else.
    pub fn of(reader: &'a str) -> Self {
        Self { reader, ..Self::default() }
    }

    /// Beside the panel before.
    pub fn previous(self, previous: Option<&'a Record>) -> Self {
        Self { previous, ..self }
    }

    /// With what was read once more.
    pub fn confirmed(self, confirmed: &'a [&'a str]) -> Self {
        Self { confirmed, ..self }
    }

    /// With what the reader of a limited copy is given beyond it.
    pub fn given(self, given: &'a [&'a str]) -> Self {
        Self { given, ..self }
    }

    /// A child's paper with the child's own words, which this participant hands over.
    pub fn handed_over_by(self, handed_over_by: Option<&'a str>) -> Self {
        Self { handed_over_by, ..self }
    }

    /// Whether minutes say what is not recorded.
    pub fn blanks(self, blanks: bool) -> Self {
        Self { blanks, ..self }
    }

    /// Judged on a day.
    pub fn as_of(self, as_of: Option<&'a str>) -> Self {
        Self { as_of, ..self }
    }

    /// The reader.
    ///
    /// # Errors
    /// `unknown_reader` at `/reader`.
    pub fn reader(&self) -> Result<Reader, Error> {
        let message =
            "found no reader, expected professionals, family, or the id of a person or participant";
        self.reader.parse().map_err(|_| Error::new(Code::UnknownReader, "/reader", message))
    }

    fn copy_options(&self) -> Result<CopyOptions, Error> {
        let id = |text: &str, place: &str| text.parse::<Id>().map_err(|error| error.under(place));
        let ids = |texts: &[&str], place: &str| -> Result<Vec<Id>, Error> {
            texts.iter().map(|text| id(text, place)).collect()
        };
        let by = self.handed_over_by.map(|text| id(text, "/handed_over_by")).transpose()?;
        Ok(CopyOptions::default()
            .confirmed(ids(self.confirmed, "/confirmed")?)
            .given(ids(self.given, "/given")?)
            .handed_over_by(by))
    }

    /// What the paper is told.
    ///
    /// # Errors
    /// `bad_id` at `/confirmed`, `/given` or `/handed_over_by`; `bad_date` at `/as_of`.
    pub fn options(&self) -> Result<PaperOptions<'a>, Error> {
        Ok(PaperOptions {
            previous: self.previous,
            blanks: self.blanks,
            copy: self.copy_options()?,
            as_of: date("as_of", self.as_of)?,
        })
    }
}

/// [`report::copy_with`], with the profile found where none is given.
///
/// # Errors
/// `unknown_reader` at `/reader`; as [`report::copy_with`] and [`Profile::for_record`].
pub fn copy(
    record: &Record,
    profile: Option<&Profile>,
    request: &PaperRequest<'_>,
) -> Result<(report::Copy, Profile), Error> {
    let profile = Profile::for_record(record, profile)?;
    let made = report::copy_with(record, &profile, &request.reader()?, &request.copy_options()?);
    Ok((made.map_err(at_reader)?, profile))
}

fn paper_named(name: &str) -> Result<Paper, Error> {
    name.parse().map_err(|error: Error| error.under("/paper"))
}

/// A reader who is not known is so at the argument's name.
pub fn at_reader(error: Error) -> Error {
    if error.code() == Code::UnknownReader { error.under("/reader") } else { error }
}

/// A [paper](report::paper) by its name, in a format of text.
///
/// # Errors
/// `unknown_word` at `/paper` or `/format`; `unknown_reader` at `/reader`; as [`report::paper`] and [`Profile::for_record`].
pub fn paper(
    record: &Record,
    profile: Option<&Profile>,
    paper: &str,
    format: &str,
    request: &PaperRequest<'_>,
) -> Result<String, Error> {
    let paper = paper_named(paper)?;
    let format: Format = format.parse().map_err(|error: Error| error.under("/format"))?;
    let profile = Profile::for_record(record, profile)?;
    let made = report::paper(record, &profile, &request.reader()?, paper, &request.options()?);
    Ok(made.map_err(at_reader)?.render(format))
}

/// A moment as text.
///
/// # Errors
/// `bad_instant` at the argument's name.
pub fn instant(argument: &str, text: &str) -> Result<Instant, Error> {
    text.parse().map_err(|_| {
        let message =
            "found a text that is not one, expected an instant such as 2026-03-12T09:30:00+00:00";
        Error::new(Code::BadInstant, format!("/{argument}"), message)
    })
}

/// [`Session::open_with`], with the profile found where none is given; the record stays whoever holds it.
///
/// # Errors
/// As [`Profile::for_record`].
pub fn open(record: &Record, profile: Option<&Profile>, seal: Seal) -> Result<Session, Error> {
    Session::open_with(record.clone(), Profile::for_record(record, profile)?, seal)
}

/// [`Session::record`], to be held beside the sitting.
pub fn record(session: &Session) -> Record {
    session.record().clone()
}

/// [`Session::apply`], with command and stamp as JSON text; gives the event as JSON text.
///
/// # Errors
/// Those of reading the command; of reading the stamp, under `/stamp`; and as [`Session::apply`].
pub fn apply(session: &mut Session, command: &[u8], stamp: &[u8]) -> Result<String, Error> {
    let command = Command::from_json(command)?;
    session.apply(command, read_stamp(stamp)?).map(Event::to_json)
}

/// [`Session::undo`], likewise.
///
/// # Errors
/// As [`apply`].
pub fn undo(session: &mut Session, stamp: &[u8]) -> Result<String, Error> {
    session.undo(read_stamp(stamp)?).map(Event::to_json)
}

/// [`Session::redo`], likewise.
///
/// # Errors
/// As [`apply`].
pub fn redo(session: &mut Session, stamp: &[u8]) -> Result<String, Error> {
    session.redo(read_stamp(stamp)?).map(Event::to_json)
}

fn read_stamp(stamp: &[u8]) -> Result<Stamp, Error> {
    Stamp::from_json(stamp).map_err(|error| error.under("/stamp"))
}

/// [`Session::timer`] as JSON text, `null` where no stage runs.
///
/// # Errors
/// `bad_instant`.
pub fn timer(session: &Session, at: &str) -> Result<String, Error> {
    Ok(json(&session.timer(instant("at", at)?)))
}

/// [`Session::questions`] as JSON text.
pub fn questions(session: &Session, column: &str) -> String {
    list(&session.questions(column).collect::<Vec<_>>(), |question, writer| question.write(writer))
}

/// [`Session::events`] as JSON text.
pub fn events(session: &Session) -> String {
    list(session.events(), Event::write)
}

/// The conflicts of [`merge`](crate::merge) as JSON text.
pub fn conflicts(conflicts: &[Conflict]) -> String {
    list(conflicts, |conflict, writer| {
        writer.open('{');
        writer.name("theirs");
        conflict.theirs.write(writer);
        writer.name("ours");
        writer.list(&conflict.ours, Event::write);
        if let Some(code) = conflict.refusal {
            writer.name("refusal");
            writer.text(code.as_str());
        }
        writer.close('}');
    })
}

/// [`report::overview`] for a reader by name or id, with the profile found where none is given.
///
/// # Errors
/// `unknown_reader` at `/reader`; as [`report::overview`] and [`Profile::for_record`].
pub fn overview(
    record: &Record,
    profile: Option<&Profile>,
    hide: Option<report::Hide<'_>>,
    request: &PaperRequest<'_>,
) -> Result<String, Error> {
    let profile = Profile::for_record(record, profile)?;
    let (reader, options) = (request.reader()?, request.copy_options()?);
    report::overview(record, &profile, &reader, hide, &options).map_err(at_reader)
}

/// [`report::disclosures`] of a paper by its name, or of a copy whatever is made of it, as JSON text.
///
/// # Errors
/// As [`paper`].
pub fn disclosures(
    record: &Record,
    profile: Option<&Profile>,
    paper: Option<&str>,
    request: &PaperRequest<'_>,
) -> Result<String, Error> {
    let paper = paper.map(paper_named).transpose()?;
    let profile = Profile::for_record(record, profile)?;
    let told =
        report::disclosures(record, &profile, &request.reader()?, paper, &request.options()?);
    Ok(json(&told.map_err(at_reader)?))
}

/// [`profile::check`](crate::profile::check) as JSON text.
pub fn check_profile(profile: &[u8], bases: &[Profile]) -> String {
    json(&crate::profile::check(profile, bases))
}

/// [`profile::diff`](crate::profile::diff) as JSON text.
pub fn profile_diff(old: &Profile, new: &Profile) -> String {
    json(&crate::profile::diff(old, new))
}

/// [`report::profile_page`] in a format, which is a word.
///
/// # Errors
/// `unknown_word` at `/format`.
pub fn profile_page(profile: &Profile, format: &str) -> Result<String, Error> {
    let format: Format = format.parse().map_err(|error: Error| error.under("/format"))?;
    Ok(report::profile_page(profile).render(format))
}

/// What a rule or another code means, as JSON text.
///
/// # Errors
/// `unknown_code` where neither a rule nor any other code is called so.
pub fn explain(code: &str) -> Result<String, Error> {
    crate::explain(code).map(|explanation| json(&explanation))
}

/// As [`explain()`], also of the rules that a profile has of its own.
///
/// # Errors
/// As [`explain`].
pub fn explain_under(code: &str, profile: Option<&Profile>) -> Result<String, Error> {
    match profile {
        Some(profile) => crate::explain_under(code, profile).map(|told| json(&told)),
        None => explain(code),
    }
}

/// [`rules_diff`](crate::rules_diff) as JSON text. Each side is the name of an edition, or a profile.
///
/// # Errors
/// `unknown_edition`.
pub fn rules_diff(old: RulesIn<'_>, new: RulesIn<'_>) -> Result<String, Error> {
    let of = |side| match side {
        RulesIn::Edition(name) => name.parse().map(RulesOf::edition),
        RulesIn::Profile(profile) => Ok(RulesOf::profile(profile)),
    };
    Ok(json(&crate::rules_diff(of(old)?, of(new)?)))
}

/// Where rules are looked for.
#[derive(Debug, Clone, Copy)]
pub enum RulesIn<'a> {
    /// In an edition, by its name.
    Edition(&'a str),
    /// In a profile.
    Profile(&'a Profile),
}

/// The edition that judges a record: `latest`, which is meant where none is named, `when_held` for the one in force on the
/// day of the meeting, or one by its name.
///
/// # Errors
/// `unknown_edition` at `/edition`.
pub fn edition(record: &Record, name: Option<&str>) -> Result<Edition, Error> {
    match name.filter(|name| !name.is_empty()) {
        None | Some("latest") => Ok(Edition::LATEST),
        Some("when_held") => Ok(Edition::in_force_on(record.meeting.held_on)),
        Some(name) => name.parse().map_err(|error: Error| error.under("/edition")),
    }
}

/// As [`check()`], by an [edition] of the rules.
///
/// # Errors
/// As [`check()`] and [`edition`].
pub fn check_by(
    record: &Record,
    profile: Option<&Profile>,
    as_of: Option<&str>,
    previous: Option<&Record>,
    name: Option<&str>,
) -> Result<Vec<Finding>, Error> {
    let asked = CheckOptions::default().as_of(date("as_of", as_of)?).previous(previous);
    let asked = asked.edition(edition(record, name)?);
    crate::check(record, &Profile::for_record(record, profile)?, &asked)
}

/// A [batch](Batch), with the day as text, refused at once where the profile has rules of its own that this build cannot ask.
///
/// # Errors
/// As [`date`]; `rules_not_loaded`.
pub fn batch(profile: Option<Profile>, as_of: Option<&str>, most: usize) -> Result<Batch, Error> {
    profile.as_ref().map_or(Ok(()), Profile::can_ask)?;
    Ok(Batch::new(profile, date("as_of", as_of)?, most))
}

/// An error as JSON text: `code`, `path`, `message`, and `line`, `column` and `offset` where there was a text.
pub fn error(error: &Error) -> String {
    #[derive(Serialize)]
    struct Told<'a> {
        code: Code,
        path: &'a str,
        message: String,
        line: Option<u32>,
        column: Option<u32>,
        offset: Option<u32>,
    }
    json(&Told {
        code: error.code(),
        path: error.path(),
        message: error.to_string(),
        line: error.line(),
        column: error.column(),
        offset: error.offset(),
    })
}
