//! `profile diff`: what changed from one profile to another.

use super::Answer;
use crate::checker::{ProfileArgs, read_profile};
use crate::console::{Console, Status};
use crate::escaped::Escaped;
use std::io::{self, Write};
use std::path::PathBuf;
use support_panel::interface::json;
use support_panel::profile::diff;

/// Say in words what changed from one profile to another, and what follows for the records made under them
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Exit status:
  0  they say the same
  1  they differ
  2  a file cannot be read")]
pub(super) struct Args {
    /// The old profile: a built-in one's id, or a TOML or JSON file
    #[arg(value_name = "OLD")]
    old: PathBuf,

    /// The new one
    #[arg(value_name = "NEW")]
    new: PathBuf,

    #[command(flatten)]
    bases: ProfileArgs,

    #[arg(long, value_enum, default_value_t = Answer::Text)]
    format: Answer,
}

impl Args {
    pub(super) fn run(&self, console: &mut Console<'_>) -> io::Result<Status> {
        let read = self.bases.read().and_then(|bases| {
            Ok((read_profile(&self.old, &bases)?, read_profile(&self.new, &bases)?))
        });
        let (old, new) = match read {
            Ok(read) => read,
            Err(error) => return console.complain(&error),
        };
        let differences = diff(&old, &new);
        let out = console.out()?;
        match self.format {
            Answer::Json => writeln!(out, "{}", json(&differences))?,
            Answer::Text if differences.is_empty() => writeln!(out, "They say the same.")?,
            Answer::Text => {
                for difference in &differences {
                    writeln!(out, "{}", Escaped::new(&difference.message))?;
                }
            }
        }
        Ok(console.raise(if differences.is_empty() { Status::Clean } else { Status::Found }))
    }
}
