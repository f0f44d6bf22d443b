//! `synth`: fictional panels.

use crate::console::{Console, Status};
use std::io::{self, Read};

/// Make realistic fictional panels, one record a line
///
/// Everyone in them is invented. Panels come as histories: a family's first panel, then its reviews. The same seed gives
/// the same records on every machine, and the first records of a long run are those of a short one.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel synth 1000 --seed 7 > trial.ndjson
      A thousand records to try a system with, a quarter of them with defects.

  support-panel synth 20 --defects 0 | support-panel check -
      Twenty records without defects, checked.")]
pub(crate) struct Args {
    /// How many records
    #[arg(value_name = "N")]
    records: usize,

    /// Which records: the same number gives the same ones
    #[arg(long, default_value_t = 1, value_name = "S")]
    seed: u64,

    /// How often a record has defects, from 0 (never) to 1 (always)
    #[arg(long, default_value_t = 0.25, value_name = "R", value_parser = rate)]
    defects: f64,
}

fn rate(text: &str) -> Result<f64, String> {
    let rate = text.parse().ok().filter(|rate| (0.0..=1.0).contains(rate));
    rate.ok_or_else(|| "expected a number from 0 to 1".into())
}

impl Args {
    pub(super) fn run(&self, _: &mut dyn Read, console: &mut Console<'_>) -> io::Result<Status> {
        support_panel_synth::ndjson(self.records, self.seed, self.defects, console.out()?)?;
        Ok(Status::Clean)
    }
}
