//! `schema`: the JSON Schema of a document.

use crate::console::{Console, Status};
use std::io::{self, Read, Write};

/// Print the JSON Schema of a document or a result
///
/// The schemas are of the 2020-12 dialect. The reader is stricter than a schema can say.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel schema record > record.schema.json
      For an editor that completes and checks records while they are written.

  support-panel schema finding
      What one finding of 'check --format json' is made of.")]
pub(crate) struct Args {
    /// record, profile or command, or a result such as finding or summary; any other name lists them all
    name: String,
}

impl Args {
    pub(super) fn run(&self, _: &mut dyn Read, console: &mut Console<'_>) -> io::Result<Status> {
        match support_panel::schema(&self.name) {
            Ok(schema) => {
                writeln!(console.out()?, "{}", schema.trim_end())?;
                Ok(Status::Clean)
            }
            Err(error) => console.complain(&error),
        }
    }
}
