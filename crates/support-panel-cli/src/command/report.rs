//! `minutes`, `map` and `action-plan`: what a panel has written, for people.

use crate::checker::{ProfileArgs, of_each_record};
use crate::console::{Console, Status};
use crate::input::Input;
use std::io::{self, Read, Write};
use support_panel::Id;
use support_panel::report::{self, Format, Paper, PaperOptions, Reader};

/// Write the minutes of a panel
///
/// What was decided and who does what, then who came, what was said and how it was scaled. The minutes hold names and what
/// people said: take care where they go. `papers` writes these and every other paper into a folder.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel minutes panel.json --for professionals
      The minutes in Markdown, for the members of the panel.

  support-panel minutes panel.json --for family --format html > minutes.html
      A page for the family: nothing that is for professionals only, and every term explained.")]
pub(crate) struct Minutes {
    #[command(flatten)]
    writing: Writing,
}

/// Write the map of a panel: its entries, in the columns and words of the profile
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel map panel.json --for professionals --format text
      The map as plain text.

  support-panel map panel.json --for family --format html > map.html
      A page for the family, without what is for professionals only.")]
pub(crate) struct Map {
    #[command(flatten)]
    writing: Writing,
}

/// Write the plan of a panel: who does what by when, and what is decided
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel action-plan panel.json --for professionals --format text
      The plan as plain text.

  support-panel action-plan panel.json --for family > plan.md
      The plan for the family, in Markdown.")]
pub(crate) struct ActionPlan {
    #[command(flatten)]
    writing: Writing,
}

macro_rules! runs {
    ($($args:ident: $paper:path,)*) => {
        $(impl $args {
            pub(super) fn run(&self, stdin: &mut dyn Read, console: &mut Console<'_>) -> io::Result<Status> {
                self.writing.run($paper, stdin, console)
            }
        })*
    };
}

runs! {
    Minutes: Paper::Minutes,
    Map: Paper::Map,
    ActionPlan: Paper::Plan,
}

#[derive(Debug, clap::Args)]
struct Writing {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    profile_args: ProfileArgs,

    /// markdown, html (one complete page) or text (at most 78 characters a line)
    #[arg(long, default_value_t = Format::Markdown)]
    format: Format,

    /// professionals, family, or the id of a person or participant: for any of the family side only what is for them, and
    /// terms are explained
    #[arg(long = "for", alias = "audience", required = true, value_name = "READER")]
    reader: Reader,

    /// What was read once more, and may be shown though it points to something withheld or names someone concealed: the ids
    /// that a refusal lists
    #[arg(long, value_name = "ID")]
    confirm: Vec<Id>,
}

impl Writing {
    fn run(
        &self,
        paper: Paper,
        stdin: &mut dyn Read,
        console: &mut Console<'_>,
    ) -> io::Result<Status> {
        let profiles = match self.profile_args.read() {
            Ok(profiles) => profiles,
            Err(error) => return console.complain(&error),
        };
        let options = PaperOptions::default().confirmed(self.confirm.iter().cloned());
        let mut written = 0;
        let texts = of_each_record(&self.input, &profiles, stdin, |record, profile| {
            report::paper(record, profile, &self.reader, paper, &options)
                .map(|document| document.render(self.format))
        });
        for text in texts {
            match text {
                Ok(_) if written > 0 && self.format == Format::Html => {
                    return console
                        .complain(&"an HTML page is of one panel: give one record at a time");
                }
                Ok(text) => {
                    if written > 0 {
                        writeln!(console.out()?)?;
                    }
                    written += 1;
                    console.document(&text)?;
                    if !text.ends_with('\n') {
                        writeln!(console.out()?)?;
                    }
                }
                Err(error) => drop(console.complain(&error)?),
            }
        }
        Ok(console.status())
    }
}
