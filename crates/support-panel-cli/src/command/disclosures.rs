//! `disclosures`: what one reader's copy of a record would disclose.

use crate::checker::PreviousArgs;
use crate::console::{Console, Status};
use crate::input::Input;
use std::io::{self, Read, Write};
use support_panel::Id;
use support_panel::report::{Paper, PaperOptions, Reader, disclosures};

/// Say of each leaf of a record whether a reader is shown it, and why
///
/// One line for each text, number, date, name or closed word, in the order of the record: shown or withheld, the reason, and where
/// it stands. It quotes nothing. It is of the whole record, and for whoever makes copies alone: never on a screen that the
/// room can see.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Reasons:
  own_words          they said it themselves
  marked             it is marked for everyone, or for professionals
  withheld_from      a list names them
  by_default         nothing is marked
  asked_for          the copy was asked for by name
  not_in_this_paper  they may have it, and the paper does not print it

Examples:
  support-panel disclosures panel.json --for family --paper letter | grep ^shown
      What the letter to them says.

  support-panel disclosures panel.json --for child-1 --handed-over-by p-worker
      What a child would be given by the worker who hands it over.")]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    previous_args: PreviousArgs,

    /// professionals, family, or the id of a person or participant
    #[arg(long = "for", value_name = "READER")]
    reader: Reader,

    /// Of this paper; without one, of the reader's copy, whatever is made of it
    #[arg(long, value_name = "PAPER")]
    paper: Option<Paper>,

    /// The participant who would give a child the copy with the child's own words
    #[arg(long, value_name = "PARTICIPANT")]
    handed_over_by: Option<Id>,

    /// What another professional, an advocate or one of the network is given beyond the decision, the review and what they do:
    /// an entry or an action by its id or by a JSON Pointer, /outcome/reason, /outcome/contingency
    #[arg(long, value_name = "THING")]
    give: Vec<Id>,
}

impl Args {
    pub(super) fn run(
        &self,
        stdin: &mut dyn Read,
        console: &mut Console<'_>,
    ) -> io::Result<Status> {
        let mut checker = match self.previous_args.prepare(&self.input) {
            Ok(checker) => checker,
            Err(error) => return console.complain(&error),
        };
        for document in self.input.documents(stdin) {
            let told = document.and_then(|document| {
                checker.take(document, |record, profile, previous| {
                    let options = PaperOptions::default()
                        .previous(previous)
                        .handed_over_by(self.handed_over_by.clone())
                        .given(self.give.iter().cloned());
                    disclosures(record, profile, &self.reader, self.paper, &options)
                })
            });
            match told {
                Ok(told) => {
                    for line in told.result {
                        let what = if line.shown { "shown" } else { "withheld" };
                        writeln!(console.out()?, "{what:8}  {:17}  {}", line.because, line.path)?;
                    }
                }
                Err(error) => drop(console.complain(&error)?),
            }
        }
        Ok(console.status())
    }
}
