//! `follow-on`: the next panel's record.

use crate::checker::read_record;
use crate::console::{Console, Status};
use crate::input::{Input, InputError};
use std::io::{self, Read, Write};
use std::path::PathBuf;
use support_panel::{Date, Error, follow_on};

/// Prepare the record of the next panel about the same family
///
/// It keeps the case, the referral, the agreement and the map, invites the same people, and carries each action that is
/// still open. Views, scaling, outcome and recording are empty: they belong to the panel that is to come.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel follow-on masp-2026-058 2026-06-11 panel.json > review.json
      The record masp-2026-058, of a review planned for 11 June.

  support-panel follow-on masp-2026-058 2026-06-11 panel.json | support-panel check -
      What is still missing before the review.")]
pub(crate) struct Args {
    /// The new record's id
    id: String,

    /// The day for which the panel is planned
    #[arg(value_name = "YYYY-MM-DD")]
    date: Date,

    /// The record of the panel before, or - for standard input
    file: PathBuf,

    /// Write it indented, for people
    #[arg(long)]
    pretty: bool,
}

impl Args {
    pub(super) fn run(
        &self,
        stdin: &mut dyn Read,
        console: &mut Console<'_>,
    ) -> io::Result<Status> {
        let input = Input { files: vec![self.file.clone()], ndjson: false };
        let mut documents = input.documents(stdin);
        let document = match documents.next() {
            Some(Ok(document)) => document,
            Some(Err(error)) => return console.complain(&error),
            None => return console.complain(&"there is no record to follow on from"),
        };
        if documents.next().is_some() {
            return console
                .complain(&"there is more than one record: give the one to follow on from");
        }
        let refused = |error: Error| InputError::refused(&document.location, error);
        let next = read_record(&document)
            .and_then(|record| follow_on(&record, &self.id, self.date).map_err(refused));
        match next {
            Ok(next) => {
                console.document(&if self.pretty {
                    next.to_json_pretty()
                } else {
                    next.to_json()
                })?;
                writeln!(console.out()?)?;
                Ok(Status::Clean)
            }
            Err(error) => console.complain(&error),
        }
    }
}
