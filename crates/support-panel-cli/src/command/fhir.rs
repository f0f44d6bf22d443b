//! `fhir`: a panel for another system, as one reader may have it.

use crate::checker::{ProfileArgs, of_each_record};
use crate::console::{Console, Status};
use crate::input::Input;
use std::io::{self, Read, Write};
use support_panel::Id;
use support_panel::report::{CopyOptions, Reader, copy_with};

/// Write a panel as a FHIR R4 Bundle, for a named reader
///
/// One Bundle a line: the map as QuestionnaireResponse, an Observation for each number, Goals, Tasks and the CareTeam, made of
/// the reader's copy alone. What the family is worried about stays in words and is never coded. A record that cannot be copied for
/// the reader is reported, and the others are still written.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel fhir panel.json --for professionals > panel.fhir.json
      For a system of those who hold the panel.

  support-panel fhir panel.json --for p-parent
      What one parent may have.")]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    profile_args: ProfileArgs,

    /// professionals, family, or the id of a person or participant
    #[arg(long = "for", value_name = "READER")]
    reader: Reader,

    /// What was read once more, and may be shown though it points to something withheld or names somebody concealed: the
    /// ids that a refusal lists
    #[arg(long, value_name = "ID")]
    confirm: Vec<Id>,

    /// The participant who gives a child the Bundle with the child's own words
    #[arg(long, value_name = "PARTICIPANT")]
    handed_over_by: Option<Id>,
}

impl Args {
    pub(super) fn run(
        &self,
        stdin: &mut dyn Read,
        console: &mut Console<'_>,
    ) -> io::Result<Status> {
        let profiles = match self.profile_args.read() {
            Ok(profiles) => profiles,
            Err(error) => return console.complain(&error),
        };
        let options = CopyOptions::default()
            .confirmed(self.confirm.iter().cloned())
            .handed_over_by(self.handed_over_by.clone());
        let bundles = of_each_record(&self.input, &profiles, stdin, |record, profile| {
            let copy = copy_with(record, profile, &self.reader, &options)?;
            support_panel_fhir::bundle(&copy, profile)
        });
        for bundle in bundles {
            match bundle {
                Ok(bundle) => {
                    console.document(&bundle)?;
                    writeln!(console.out()?)?;
                }
                Err(error) => drop(console.complain(&error)?),
            }
        }
        Ok(console.status())
    }
}
