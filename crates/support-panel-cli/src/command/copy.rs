//! `copy`: what one reader may have of a record.

use crate::checker::{ProfileArgs, of_each_record};
use crate::console::{Console, Status};
use crate::input::Input;
use std::io::{self, Read, Write};
use support_panel::report::{Copy, CopyOptions, Reader, copy_with};
use support_panel::{Error, Id, Profile};

/// Write the copy of a record that one reader may have, as a record
///
/// What is withheld from the reader is taken out, with its ids wherever they stand. Minutes, map and plan are made of the
/// same copy. A record that cannot be copied for the reader is reported, and the others are still written.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel copy panel.json --for family
      What every copy within the family may show.

  support-panel copy panel.json --for adult-1 | support-panel minutes - --for adult-1
      A copy of a copy is the same copy.")]
pub(crate) struct Args {
    #[command(flatten)]
    copying: Copying,
}

impl Args {
    pub(super) fn run(
        &self,
        stdin: &mut dyn Read,
        console: &mut Console<'_>,
    ) -> io::Result<Status> {
        self.copying.run(stdin, console, |copy, _| Ok(copy.record().to_json()))
    }
}

// For whom copies are made, and how; and what is made of each.
#[derive(Debug, clap::Args)]
pub(super) struct Copying {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    profile_args: ProfileArgs,

    /// professionals, family, or the id of a person or participant
    #[arg(long = "for", value_name = "READER")]
    reader: Reader,

    /// What was read once more, and may be shown though it points to something withheld or names someone concealed: the
    /// ids that a refusal lists
    #[arg(long, value_name = "ID")]
    confirm: Vec<Id>,

    /// The participant who gives a child the copy with the child's own words. Without one, a child's copy shows no more than
    /// every copy in the family would
    #[arg(long, value_name = "PARTICIPANT")]
    handed_over_by: Option<Id>,

    /// What another professional, an advocate or one of the network is given beyond the decision, the review and what they do:
    /// an entry or an action by its id or by a JSON Pointer, /outcome/reason, /outcome/contingency
    #[arg(long, value_name = "THING")]
    give: Vec<Id>,
}

impl Copying {
    /// Writes what is made of each copy, a line each.
    pub(super) fn run(
        &self,
        stdin: &mut dyn Read,
        console: &mut Console<'_>,
        make: impl Fn(&Copy, &Profile) -> Result<String, Error>,
    ) -> io::Result<Status> {
        let profiles = match self.profile_args.read() {
            Ok(profiles) => profiles,
            Err(error) => return console.complain(&error),
        };
        let options = CopyOptions::default()
            .confirmed(self.confirm.iter().cloned())
            .handed_over_by(self.handed_over_by.clone())
            .given(self.give.iter().cloned());
        let lines = of_each_record(&self.input, &profiles, stdin, |record, profile| {
            make(&copy_with(record, profile, &self.reader, &options)?, profile)
        });
        for line in lines {
            match line {
                Ok(line) => {
                    console.document(&line)?;
                    writeln!(console.out()?)?;
                }
                Err(error) => drop(console.complain(&error)?),
            }
        }
        Ok(console.status())
    }
}
