//! `session`: a live sitting, for any system in any language.

mod journal;
mod line;

use crate::checker::{ProfileArgs, read_one, read_record};
use crate::console::{Console, Status};
use crate::input::{Cause, Input, InputError, Location, Source};
use journal::{append, begin, read_bounded};
use line::Refusal;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use support_panel::{Error, Profile, Seal, Session, interface};

/// Run a live sitting: commands in, events out, and a journal that survives a kill
///
/// Each line of standard input is a command with its stamp, as JSON:
///
///   {"command": {"type": "arrive", "participant": "p-1"}, "stamp": {"at": "2026-03-12T09:30:00Z", "by": "p-1"}}
///
/// Each is answered by one line: the event that it became, once it is in the journal and on the disk, or
/// {"error": {"code", "path", "message"}} where it was refused, which changes nothing. Paths point into the command,
/// and below /stamp into the stamp. Without --start the sitting goes on from its journal; where the last line was cut by
/// a kill, that line is taken off and standard error says so. Exit status 1 if a line was refused, or --verify finds the
/// last line cut; 2 if the journal cannot be used or an answer found no reader.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel session panel.journal --start panel.json < commands.ndjson
      Begin a sitting on a record.

  support-panel session panel.journal --record
      The record as it stands.")]
pub(crate) struct Args {
    /// The file of the journal
    journal: PathBuf,

    /// Begin a new journal on this record
    #[arg(long, value_name = "RECORD", conflicts_with_all = ["verify", "at", "record"])]
    start: Option<PathBuf>,

    #[command(flatten)]
    profile_args: ProfileArgs,

    /// A file whose bytes, 32 or more, are the key that closes sealed numbers in the journal; give the same each time
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,

    /// Read no commands: say whether the journal is whole
    #[arg(long, group = "look")]
    verify: bool,

    /// Read no commands: write the record as it stood after this event; 0 is the opening
    #[arg(long, value_name = "SEQ", group = "look")]
    at: Option<u32>,

    /// Read no commands: write the record as it stands
    #[arg(long, group = "look")]
    record: bool,
}

/// The most bytes of a journal: more than 100,000 long commands make.
const JOURNAL_BYTES: usize = 256 * 1024 * 1024;
/// The most bytes of a key.
const KEY_BYTES: usize = 64 * 1024;
/// The fewest bytes of a key that a journal is begun with.
const KEY_LEAST: usize = 32;

impl Args {
    pub(super) fn run(
        &self,
        stdin: &mut dyn Read,
        console: &mut Console<'_>,
    ) -> io::Result<Status> {
        let opened = match self.start {
            Some(ref record) => self.begin(record),
            None => self.resume(console),
        };
        let (mut file, mut session) = match opened {
            Ok(opened) => opened,
            Err(error) => return console.complain(&error),
        };
        if self.verify {
            let whole = if console.status() == Status::Clean { ", whole" } else { "" };
            writeln!(console.out()?, "{} events{whole}", session.events().len())?;
            return Ok(console.status());
        }
        if let Some(seq) = self.at {
            return match session.at(seq) {
                Some(record) => line(console, &record.to_json()),
                None => console.complain(&format!(
                    "the journal has {} events: there is no {seq}",
                    session.events().len()
                )),
            };
        }
        if self.record {
            let record = session.record().to_json();
            return line(console, &record);
        }
        self.sit(&mut file, &mut session, stdin, console)
    }

    fn error(&self, cause: Cause) -> InputError {
        InputError { location: self.location(), cause }
    }

    fn location(&self) -> Location {
        Location::start(Source::of(&self.journal))
    }

    fn unreadable(&self) -> impl Fn(io::Error) -> InputError {
        |error| self.error(Cause::Unreadable(error.to_string()))
    }

    fn seal(&self) -> Result<Seal, InputError> {
        // A journal that was begun with a shorter key must still open; one of a byte or none closes nothing.
        seal_of(self.key.as_deref(), if self.start.is_some() { KEY_LEAST } else { 2 })
    }

    /// Creates a journal and writes its first line to the disk; fails where the file exists.
    fn begin(&self, record: &Path) -> Result<(File, Session), InputError> {
        let document = read_one(Source::of(record))?;
        let refused = |error: Error| InputError::refused(&document.location, error);
        let record = read_record(&document)?;
        let profile = Profile::for_record(&record, &self.profile_args.read()?).map_err(refused)?;
        let session = Session::open_with(record, profile, self.seal()?).map_err(refused)?;
        let file = begin(&self.journal, session.journal()).map_err(self.unreadable())?;
        Ok((file, session))
    }

    /// Replays the sitting of a journal, and removes a line that a kill has cut.
    fn resume(&self, console: &mut Console<'_>) -> Result<(File, Session), InputError> {
        let looks = self.verify || self.record || self.at.is_some();
        let mut file = OpenOptions::new()
            .read(true)
            .append(!looks)
            .open(&self.journal)
            .map_err(self.unreadable())?;
        if !looks {
            journal::lock(&file).map_err(self.unreadable())?;
        }
        let journal = read_bounded(&mut file, JOURNAL_BYTES).map_err(self.unreadable())?;
        let replayed = Session::replay_with(&journal, self.seal()?)
            .map_err(|error| self.error(Cause::Refused(error)))?;
        let session = replayed.session;
        if let Some(lost) = replayed.lost {
            let words = format!(
                "{}, line {}: {} bytes of a line that was cut are left out",
                self.location(),
                lost.line,
                lost.bytes
            );
            console.note(&words).map_err(self.unreadable())?;
            if self.verify {
                console.raise(Status::Found);
            }
        }
        if !looks && session.journal().as_bytes() != journal {
            // Only the end can differ: the cut line, or the missing end of the last.
            let whole = session
                .journal()
                .len()
                .min(journal.len() - replayed.lost.map_or(0, |lost| lost.bytes));
            file.set_len(whole as u64).map_err(self.unreadable())?;
            file.seek(io::SeekFrom::End(0)).map_err(self.unreadable())?;
            append(&mut file, session.journal().get(whole..).unwrap_or_default())
                .map_err(self.unreadable())?;
        }
        Ok((file, session))
    }

    /// Applies commands until the end of the input.
    fn sit(
        &self,
        file: &mut File,
        session: &mut Session,
        stdin: &mut dyn Read,
        console: &mut Console<'_>,
    ) -> io::Result<Status> {
        let input = Input { files: vec!["-".into()], ndjson: true };
        for document in input.documents(stdin) {
            let known = session.journal().len();
            let taken = match document {
                Ok(document) => line::parts(&document.bytes).and_then(|(command, stamp)| {
                    Ok(interface::apply(session, command.as_bytes(), stamp.as_bytes())?)
                }),
                Err(InputError { cause: Cause::Refused(refusal), .. }) => Err(refusal.into()),
                Err(error) => return console.complain(&error),
            };
            let answer = match taken {
                Ok(event) => {
                    // The event is on the disk before it is answered.
                    if let Err(error) =
                        append(file, session.journal().get(known..).unwrap_or_default())
                    {
                        return console.complain(&self.unreadable()(error));
                    }
                    event
                }
                Err(refusal) => {
                    console.raise(Status::Found);
                    Refusal::to_json(&refusal)
                }
            };
            // Whoever is not answered must not believe that all went well.
            line(console, &answer).and_then(|_| console.flush()).inspect_err(|_| {
                console.raise(Status::Unusable);
            })?;
        }
        Ok(console.status())
    }
}

fn line(console: &mut Console<'_>, text: &str) -> io::Result<Status> {
    console.document(text)?;
    writeln!(console.out()?)?;
    Ok(console.status())
}

/// The seal of the key in a file, of at least so many bytes; without a file, that of no key.
fn seal_of(key: Option<&Path>, least: usize) -> Result<Seal, InputError> {
    let Some(key) = key else { return Ok(Seal::default()) };
    let bytes = File::open(key).and_then(|file| read_bounded(file, KEY_BYTES));
    let checked = bytes.and_then(|bytes| match bytes.len() {
        few if few < least => Err(io::Error::other(format!(
            "the key has {few} bytes; {KEY_LEAST} or more were expected"
        ))),
        _ => Ok(Seal::new(&bytes)),
    });
    checked.map_err(|error| unreadable(key, &error))
}

/// The bytes of a journal, and the seal that it was begun with.
pub(super) fn journal_of(
    journal: &Path,
    key: Option<&Path>,
) -> Result<(Vec<u8>, Seal), InputError> {
    let bytes = File::open(journal).and_then(|file| read_bounded(file, JOURNAL_BYTES));
    Ok((bytes.map_err(|error| unreadable(journal, &error))?, seal_of(key, 2)?))
}

fn unreadable(file: &Path, error: &io::Error) -> InputError {
    let location = Location::start(Source::of(file));
    InputError { location, cause: Cause::Unreadable(error.to_string()) }
}
