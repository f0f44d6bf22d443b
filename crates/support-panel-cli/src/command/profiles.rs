//! `profiles`: what is built in.

use crate::console::{Console, Status};
use crate::escaped::Escaped;
use std::io::{self, Read, Write};
use std::path::PathBuf;

/// List the built-in profiles, or print one
///
/// A profile is a council's own way of holding panels: its seats, stages, columns, scales and limits. A council writes its
/// own, in TOML or JSON, and may extend a built-in one.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel profiles
      The built-in profiles: id, version and title.

  support-panel profiles our-panel.toml
      A profile of one's own, read, found consistent and printed whole, with what it extends merged in.")]
pub(crate) struct Args {
    /// A built-in profile's id, or a TOML or JSON file, to print as JSON
    #[arg(value_name = "ID|FILE")]
    profile: Option<PathBuf>,
}

impl Args {
    pub(super) fn run(&self, _: &mut dyn Read, console: &mut Console<'_>) -> io::Result<Status> {
        if let Some(given) = &self.profile {
            match crate::checker::read_profile(given, &[]) {
                Ok(profile) => {
                    console.document(&profile.to_json())?;
                    writeln!(console.out()?)?;
                }
                Err(error) => return console.complain(&error),
            }
            return Ok(Status::Clean);
        }
        let profiles = support_panel::profiles();
        let width = profiles.iter().map(|profile| profile.id.len()).max().unwrap_or_default();
        for profile in profiles {
            let title = profile.title.as_ref().map_or("", |title| title.as_str());
            let (id, version) = (profile.id.as_str(), profile.version.as_str());
            writeln!(console.out()?, "{id:<width$}  {version:<8}  {}", Escaped::new(title))?;
        }
        Ok(Status::Clean)
    }
}
