//! `fhir`: a panel for another system, as one reader may have it.

use super::copy::Copying;
use crate::console::{Console, Status};
use std::io::{self, Read};

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
    copying: Copying,
}

impl Args {
    pub(super) fn run(
        &self,
        stdin: &mut dyn Read,
        console: &mut Console<'_>,
    ) -> io::Result<Status> {
        self.copying.run(stdin, console, support_panel_fhir::bundle)
    }
}
