//! `profile show`: a profile as a page for people.

use crate::checker::{ProfileArgs, read_profile};
use crate::console::{Console, Status};
use std::io::{self, Write};
use std::path::PathBuf;
use support_panel::report::{Format, profile_page};

/// Show a profile as a page to read and to print: who sits, what is asked, what may be decided, which rules are silent
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A built-in profile's id, or a TOML or JSON file
    #[arg(value_name = "ID|FILE")]
    file: PathBuf,

    #[command(flatten)]
    bases: ProfileArgs,

    /// text (at most 78 characters a line), markdown or html (one complete page)
    #[arg(long, default_value_t = Format::Text)]
    format: Format,
}

impl Args {
    pub(super) fn run(&self, console: &mut Console<'_>) -> io::Result<Status> {
        let read = self.bases.read().and_then(|bases| read_profile(&self.file, &bases));
        match read {
            Ok(profile) => {
                let page = profile_page(&profile).render(self.format);
                console.document(page.trim_end())?;
                writeln!(console.out()?)?;
                Ok(Status::Clean)
            }
            Err(error) => console.complain(&error),
        }
    }
}
