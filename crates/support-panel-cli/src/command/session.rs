//! `session`: a live sitting, for any system in any language.

use crate::checker::{ProfileArgs, read_one, read_record};
use crate::console::{Console, Status};
use crate::input::{Cause, Input, InputError, Location, Source};
use serde::Deserialize;
use serde_json::json;
use serde_json::value::RawValue;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use support_panel::{Code, Command, Error, Profile, Seal, Session, Stamp};

/// Run a live sitting: commands in, events out, and a journal that survives a kill
///
/// Each line of standard input is a command with its stamp, as JSON:
///
///   {"command": {"type": "arrive", "participant": "p-1"}, "stamp": {"at": "2026-03-12T09:30:00Z", "by": "p-1"}}
///
/// Each is answered by one line: the event that it became, once it is in the journal and on the disk, or
/// {"error": {"code", "path", "message"}} where it was refused, which changes nothing. Without --start the sitting
/// goes on from its journal; where the last line was cut by a kill, that line is taken off and standard error says so.
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

    /// A file whose bytes are the key that closes sealed numbers in the journal; give the same each time
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

/// A line of standard input, its two parts not yet parsed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    #[serde(borrow)]
    command: &'a RawValue,
    #[serde(borrow)]
    stamp: &'a RawValue,
}

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
            writeln!(console.out()?, "{} events, whole", session.events().len())?;
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
        let Some(key) = &self.key else { return Ok(Seal::default()) };
        let unreadable = |error: io::Error| InputError {
            location: Location::start(Source::of(key)),
            cause: Cause::Unreadable(error.to_string()),
        };
        std::fs::read(key).map(|bytes| Seal::new(&bytes)).map_err(unreadable)
    }

    /// Creates a journal and writes its first line to the disk; fails where the file exists.
    fn begin(&self, record: &Path) -> Result<(File, Session), InputError> {
        let document = read_one(Source::of(record))?;
        let refused = |error: Error| InputError::refused(&document.location, error);
        let record = read_record(&document)?;
        let profile = Profile::for_record(&record, &self.profile_args.read()?).map_err(refused)?;
        let session = Session::open_with(record, profile, self.seal()?).map_err(refused)?;
        let mut file = OpenOptions::new()
            .append(true)
            .create_new(true)
            .open(&self.journal)
            .map_err(self.unreadable())?;
        file.try_lock().map_err(|error| self.unreadable()(error.into()))?;
        append(&mut file, session.journal()).map_err(self.unreadable())?;
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
            file.try_lock().map_err(|error| self.unreadable()(error.into()))?;
        }
        let mut journal = Vec::new();
        file.read_to_end(&mut journal).map_err(self.unreadable())?;
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
            console.complain(&words).map_err(self.unreadable())?;
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
            let given = match document {
                Ok(document) => step(&document.bytes),
                Err(InputError { cause: Cause::Refused(refusal), .. }) => Err(refusal),
                Err(error) => return console.complain(&error),
            };
            let known = session.journal().len();
            let answer = match given.and_then(|(command, stamp)| {
                session.apply(command, stamp).map(|event| event.to_json())
            }) {
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
                    json!({"error": {"code": refusal.code(), "path": refusal.path(), "message": refusal.message()}}).to_string()
                }
            };
            line(console, &answer)?;
            console.flush()?;
        }
        Ok(console.status())
    }
}

/// Parses the two parts of a line.
fn step(bytes: &[u8]) -> Result<(Command, Stamp), Error> {
    match serde_json::from_slice::<Line<'_>>(bytes) {
        Ok(line) => {
            Ok((Command::from_json(line.command.get())?, Stamp::from_json(line.stamp.get())?))
        }
        Err(_) => Err(Error::outside(
            Code::BadSyntax,
            "found another line, expected {\"command\": …, \"stamp\": …}",
        )),
    }
}

/// Appends to the journal and waits until the disk has it.
fn append(file: &mut File, text: &str) -> io::Result<()> {
    file.write_all(text.as_bytes())?;
    file.sync_data()
}

fn line(console: &mut Console<'_>, text: &str) -> io::Result<Status> {
    console.document(text)?;
    writeln!(console.out()?)?;
    Ok(console.status())
}
