//! `profile`: check a profile, show it, compare it with another, or begin one.

mod check;
mod diff;
mod new;
mod show;

use crate::console::{Console, Status};
use std::io::{self, Read};

/// Check a council's profile, show it, compare it with another, or begin a new one
///
/// A profile is a council's own way of holding panels. docs/profiles.md explains every key; `profiles` lists those built in.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel profile new > our-panel.toml
      Answer questions, and have a profile with comments.

  support-panel profile check our-panel.toml
      Every fault at once, with its line, the word and what to write instead; then what is left open.")]
pub(crate) struct Args {
    #[command(subcommand)]
    command: ProfileCommand,
}

#[derive(Debug, clap::Subcommand)]
enum ProfileCommand {
    Check(check::Args),
    Show(show::Args),
    Diff(diff::Args),
    New(new::Args),
}

impl Args {
    pub(super) fn run(
        &self,
        stdin: &mut dyn Read,
        console: &mut Console<'_>,
    ) -> io::Result<Status> {
        match &self.command {
            ProfileCommand::Check(args) => args.run(console),
            ProfileCommand::Show(args) => args.run(console),
            ProfileCommand::Diff(args) => args.run(console),
            ProfileCommand::New(args) => args.run(stdin, console),
        }
    }
}

/// How the answers of `profile` are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Answer {
    /// For people
    Text,
    /// As JSON
    Json,
}
