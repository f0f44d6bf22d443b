//! `redact`: a record or a journal without one person.

use super::session::journal_of;
use crate::checker::{read_one, read_record};
use crate::console::{Console, Status};
use crate::input::{InputError, Source};
use std::io::{self, Read, Write};
use std::path::PathBuf;
use support_panel::{Error, Redaction, RedactionReport, interface, redact, redact_journal};

/// Take one person out of a record, and say what is left that may tell of them
///
/// For a copy of what is held about someone else, and for erasure. What stands under their id goes; what they share with others
/// stays without it; their name is covered in every text. What is left is listed on standard error, or in --report: the program
/// finds a name, and only a reader finds what tells of someone without one. Read each of them before the record is given to anyone.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Why something is left:
  shared    it is others' as well
  covered   their name was covered in it
  namesake  it is the name of someone who shares a word of theirs
  unread    a text without their name
  case      it leads to the case

Examples:
  support-panel redact p-parent panel.json --report left.json > without.json
      The record without a parent, and what has to be read in it.

  support-panel redact p-parent --journal panel.journal > without.journal
      The journal of a sitting without them: one line, with the record that it had come to.")]
pub(crate) struct Args {
    /// The id of a person of the case or a participant
    person: String,

    /// The record
    #[arg(required_unless_present = "journal", conflicts_with = "journal")]
    file: Option<PathBuf>,

    /// The journal of a sitting, in place of a record
    #[arg(long, value_name = "FILE")]
    journal: Option<PathBuf>,

    /// The file of the key that the journal was begun with
    #[arg(long, value_name = "FILE", requires = "journal")]
    key: Option<PathBuf>,

    /// Write what was taken out and what is left to this file, as JSON
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

impl Args {
    pub(super) fn run(&self, _: &mut dyn Read, console: &mut Console<'_>) -> io::Result<Status> {
        let made = match &self.journal {
            Some(journal) => self.of_journal(journal, console)?,
            None => self.of_record(),
        };
        let (text, report) = match made {
            Ok(made) => made,
            Err(error) => return console.complain(&error),
        };
        console.document(text.trim_end())?;
        writeln!(console.out()?)?;
        match &self.report {
            Some(file) => {
                if let Err(error) = std::fs::write(file, interface::json(&report) + "\n") {
                    return console.complain(&format!("the report cannot be written: {error}"));
                }
            }
            None => {
                for removed in &report.removed {
                    console.note(&format!("removed   {removed}"))?;
                }
                for left in &report.remains {
                    console.note(&format!("{:8}  {}", left.because, left.path))?;
                }
            }
        }
        Ok(console.status())
    }

    fn of_record(&self) -> Result<(String, RedactionReport), InputError> {
        let file = self.file.clone().unwrap_or_default();
        let document = read_one(Source::of(&file))?;
        let record = read_record(&document)?;
        let refused = |error: Error| InputError::refused(&document.location, error);
        let Redaction { record, report, .. } = redact(&record, &self.person).map_err(refused)?;
        Ok((record.to_json(), report))
    }

    fn of_journal(
        &self,
        journal: &std::path::Path,
        console: &mut Console<'_>,
    ) -> io::Result<Result<(String, RedactionReport), InputError>> {
        let (bytes, seal) = match journal_of(journal, self.key.as_deref()) {
            Ok(read) => read,
            Err(error) => return Ok(Err(error)),
        };
        let refused =
            |error| InputError::refused(&crate::input::Location::start(Source::of(journal)), error);
        match redact_journal(&bytes, &self.person, seal) {
            Ok(redacted) => {
                console.note(&format!("{} events are left out", redacted.events_left_out))?;
                Ok(Ok((redacted.journal, redacted.report)))
            }
            Err(error) => Ok(Err(refused(error))),
        }
    }
}
