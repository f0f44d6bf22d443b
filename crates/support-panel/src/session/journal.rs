//! The journal: a sitting as text, and its replay.
//!
//! Line 1 holds the opening record and profile, each further line one event. Every line ends with its own digest, and from
//! the second on holds the digest of the line before, so that a change or a cut is found. A record whose extension data
//! spans lines goes into line 1 as a JSON string.

use super::command::{Command, Event, Stamp};
use super::seal::hex;
use super::{Seal, Session, written};
use crate::error::{Code, Error, Location};
use crate::limits;
use crate::profile::Profile;
use crate::record::Record;
use crate::wire::{Reader, Writer};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::sync::Arc;

const FORMAT: &str = "support-panel-journal/1";

/// A sitting replayed from its journal.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Replayed {
    /// The sitting after its last whole line.
    pub session: Session,
    /// What was lost, where the journal was cut.
    pub lost: Option<Lost>,
}

/// What is missing from the end of a journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Lost {
    /// The line that is not whole, from 1.
    pub line: usize,
    /// How many bytes of it there are.
    pub bytes: usize,
}

/// The text of a journal as it grows.
#[derive(Clone)]
pub(super) struct Journal {
    text: String,
    /// Digest of the last line, for the next one.
    chain: [u8; 32],
}

impl Journal {
    pub(super) fn opening(record: &Record, profile: &Profile) -> Self {
        let record = record.to_json();
        // Extension data keeps its white space, and an entry must be one line.
        let record = if record.contains(['\n', '\r']) { quoted(&record) } else { record };
        let line = format!(
            "{{\"journal\":\"{FORMAT}\",\"record\":{record},\"profile\":{}",
            profile.to_json()
        );
        let mut journal = Self { text: String::with_capacity(line.len() + END), chain: [0; 32] };
        journal.add(&line);
        journal
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// The next event and its line, neither with its digest yet.
    pub(super) fn draft(&self, events: usize, stamp: &Stamp, command: Arc<Command>) -> Draft {
        let event = Event {
            seq: u32::try_from(events + 1).unwrap_or(u32::MAX),
            at: stamp.at,
            by: stamp.by.clone(),
            event: command,
            chain: hex(&self.chain).into(),
            digest: String::new().into(),
        };
        let line = written(&event);
        Draft { event, line }
    }

    /// Adds an event.
    pub(super) fn commit(&mut self, Draft { mut event, line }: Draft) -> Event {
        // A required text is written even when it is empty; the digest replaces it.
        let own = self.add(line.strip_suffix(",\"digest\":\"\"}").unwrap_or(&line));
        event.digest = own.into();
        event
    }

    /// Appends a line that lacks only its digest and the closing brace. Returns the digest.
    fn add(&mut self, line: &str) -> String {
        let mut hash = Sha256::new_with_prefix(line);
        let own = hex(&hash.clone().finalize());
        self.text.push_str(line);
        for part in [DIGEST, &own, "\"}"] {
            hash.update(part);
            self.text.push_str(part);
        }
        self.text.push('\n');
        self.chain = hash.finalize().into();
        own
    }
}

/// An event that has not been taken yet.
pub(super) struct Draft {
    event: Event,
    line: String,
}

impl Draft {
    /// At most how many bytes the record grows by what the event holds.
    pub(super) fn most_growth(&self) -> usize {
        self.line.len() + BESIDE
    }

    /// Refuses a command that no reader of the journal would take.
    pub(super) fn readable(&self) -> Result<(), Error> {
        // Every limit of a text or a list is above this.
        if self.line.len() <= limits::TEXT_CHARACTERS {
            return Ok(());
        }
        Command::from_json(self.event.event.to_json()).map(drop).map_err(|error| error.at(None))
    }
}

/// What a command may add of what it does not hold: keys, moments, and ids such as the chair's.
const BESIDE: usize = 4_000;

/// What stands before the digest of a line.
const DIGEST: &str = ",\"digest\":\"";
/// Length of the end of a line in bytes: the digest and its delimiters.
const END: usize = DIGEST.len() + 64 + "\"}\n".len();

/// Whether the digest at the end of a line is that of the line.
fn is_signed(line: &str) -> bool {
    let Some((text, end)) =
        (line.len() + 1).checked_sub(END).and_then(|at| line.split_at_checked(at))
    else {
        return false;
    };
    let own = end.strip_prefix(DIGEST).and_then(|end| end.strip_suffix("\"}"));
    own.is_some_and(|own| own == hex(&Sha256::digest(text)))
}

pub(super) fn quoted(text: &str) -> String {
    let mut writer = Writer::compact();
    writer.text(text);
    writer.finish()
}

/// One line, where it stands.
#[derive(Clone, Copy)]
struct Line<'a> {
    bytes: &'a [u8],
    number: usize,
    offset: usize,
}

impl Line<'_> {
    /// A fault in this line. It points to the line and does not quote it.
    fn bad(&self, code: Code, found: &str) -> Error {
        let location = Location::on_line(self.number, self.offset);
        Error::new(code, "", format!("found {found}, expected it as it was written"))
            .at(Some(location))
    }

    fn text(&self) -> Result<&str, Error> {
        let text = std::str::from_utf8(self.bytes)
            .map_err(|_| self.bad(Code::BadJournal, "bytes that are not UTF-8"))?;
        if is_signed(text) {
            Ok(text)
        } else {
            Err(self.bad(Code::BadJournal, "a line whose digest is not its own"))
        }
    }
}

/// The lines, and whether the last of them has its end.
fn lines(journal: &[u8]) -> (Vec<Line<'_>>, bool) {
    let mut offset = 0;
    let mut lines = Vec::new();
    for (bytes, number) in journal.split(|byte| *byte == b'\n').zip(1..) {
        lines.push(Line { bytes, number, offset });
        offset += bytes.len() + 1;
    }
    // Nothing follows the end of the last line.
    let ended = lines.pop_if(|last| last.bytes.is_empty()).is_some();
    (lines, ended)
}

impl Session {
    /// Replays a journal. One that was cut, at any byte, gives everything before the incomplete line and says what was lost.
    ///
    /// # Errors
    /// `no_opening` where not even the first line is whole; `bad_journal` with the first line that is not as it was written.
    pub fn replay(journal: impl AsRef<[u8]>) -> Result<Replayed, Error> {
        Self::replay_with(journal, Seal::default())
    }

    /// As [`Session::replay`], with the key that the sitting was opened with.
    ///
    /// # Errors
    /// As [`Session::replay`]; `wrong_seal` where an envelope does not open.
    pub fn replay_with(journal: impl AsRef<[u8]>, seal: Seal) -> Result<Replayed, Error> {
        let (mut lines, ended) = lines(journal.as_ref());
        // A last line without its end may have been cut in the middle.
        let lost = lines
            .pop_if(|last| !ended && last.text().is_err())
            .map(|cut| Lost { line: cut.number, bytes: cut.bytes.len() });
        let mut lines = lines.into_iter();
        let Some(mut before) = lines.next() else {
            let location = Location::on_line(1, 0);
            return Err(Error::new(
                Code::NoOpening,
                "",
                "found no whole line, expected the opening of a journal",
            )
            .at(Some(location)));
        };
        let mut session = opened(&before, seal)?;
        for line in lines {
            session.take_line(&line, &before)?;
            before = line;
        }
        session.catch_up()?;
        Ok(Replayed { session, lost })
    }

    fn take_line(&mut self, line: &Line<'_>, before: &Line<'_>) -> Result<(), Error> {
        let text = line.text()?;
        let event = Event::from_json(text)
            .map_err(|_| line.bad(Code::BadJournal, "a line that is no event"))?;
        if *event.chain != hex(&Sha256::digest(before.bytes))
            || event.seq as usize != self.events.len() + 1
        {
            return Err(line.bad(Code::BadJournal, "a line that does not follow the one before"));
        }
        match self.take((event.event, Stamp { at: event.at, by: event.by })) {
            Ok(()) if self.journal().lines().next_back() == Some(text) => Ok(()),
            Ok(()) => Err(line.bad(Code::BadJournal, "an event that comes out otherwise")),
            Err(error) if error.code() == Code::WrongSeal => {
                Err(line.bad(Code::WrongSeal, "an envelope that does not open"))
            }
            Err(_) => Err(line.bad(Code::BadJournal, "an event that would be refused")),
        }
    }
}

/// The JSON texts of the opening's record and profile.
fn parts(text: &str) -> Option<(Cow<'_, str>, &str)> {
    // Each has a reader of its own, so that the limit of nesting counts from its beginning.
    let text = text.strip_prefix("\"record\":")?;
    let mut reader = Reader::new(text);
    let record = match text.starts_with('"') {
        true => reader.long_text().ok()?.into(),
        false => reader.skip_value().ok()?.into(),
    };
    let rest = text.get(reader.offset()..)?.strip_prefix(",\"profile\":")?;
    let profile = Reader::new(rest).skip_value().ok()?;
    rest.get(profile.len()..)?.starts_with(",\"digest\":").then_some((record, profile))
}

fn opened(line: &Line<'_>, seal: Seal) -> Result<Session, Error> {
    let opening =
        line.text()?.strip_prefix("{\"journal\":\"").and_then(|rest| rest.split_once('"'));
    let opening = opening.and_then(|(format, rest)| Some((format, rest.strip_prefix(',')?)));
    let (record, profile) = match opening {
        Some((FORMAT, rest)) => {
            parts(rest).ok_or_else(|| line.bad(Code::BadJournal, "a line that opens no journal"))?
        }
        Some(_) => return Err(line.bad(Code::WrongFormat, "a journal of another format")),
        None => return Err(line.bad(Code::BadJournal, "a line that opens no journal")),
    };
    let record = Record::from_json(&*record)?;
    Session::open_with(record, Profile::from_json(profile)?, seal)
}
