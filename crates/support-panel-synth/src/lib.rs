//! Realistic fictional panels, for trials, tests and benchmarks.
//!
//! ```
//! use support_panel_synth::Synth;
//!
//! let panels: Vec<_> = Synth::new(7).defects(0.0).take(3).collect();
//! assert_eq!(panels.len(), 3);
//! assert_eq!(panels, Synth::new(7).defects(0.0).take(3).collect::<Vec<_>>());
//! ```
//!
//! Panels come as histories: a family's first panel, then its reviews, each made from the one before. Everybody in them is
//! invented. The same seed gives the same bytes everywhere, and families do not depend on each other, so that the first
//! records of a long run are those of a short one.

mod actions;
mod attendance;
mod builders;
mod days;
mod defects;
mod family;
mod mapping;
mod outcome;
mod phrases;
mod referral;
mod rng;
mod scaling;
mod templates;
mod themes;

#[cfg(test)]
mod tests;

pub use defects::{DEFECTS, Defect};

use family::{Council, Family};
use rng::Rng;
use std::io::{self, Write};
use support_panel::Record;

/// Panel records without end.
///
/// A record without defects gives no error and no warning under `leicester-masp`; advice is rare.
#[derive(Debug, Clone)]
pub struct Synth {
    seed: u64,
    council: Council,
    families: u64,
    family: Family,
    defects: Rng,
    defective_in_a_million: u32,
}

impl Synth {
    /// The records of this seed, a quarter of them with defects.
    pub fn new(seed: u64) -> Self {
        let council = Council::new(seed);
        let family = Family::new(seed, 1, &council);
        Self {
            seed,
            council,
            families: 1,
            family,
            defects: Rng::new(seed, u64::MAX),
            defective_in_a_million: 250_000,
        }
    }

    /// How often a record has defects, from 0 (never) to 1 (always); outside that range, the nearer end.
    ///
    /// A defective record has one to four of [`DEFECTS`]. The rate changes nothing else about the records.
    #[must_use]
    pub fn defects(mut self, rate: f64) -> Self {
        // Not a number counts as never; the cast is of a whole number from 0 to a million.
        self.defective_in_a_million = (rate.clamp(0.0, 1.0) * 1e6).round() as u32;
        self
    }
}

impl Iterator for Synth {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        let mut record = loop {
            if let Some(record) = self.family.next_panel(&self.council) {
                break record;
            }
            self.families += 1;
            self.family = Family::new(self.seed, self.families, &self.council);
        };
        if self.defects.below(1_000_000) < self.defective_in_a_million {
            defects::inject(&mut record, &mut self.defects);
        }
        Some(record)
    }
}

/// Writes `n` records in canonical form, one a line. `defects` is the rate of [`Synth::defects`].
///
/// # Errors
/// What the writer says.
pub fn ndjson(n: usize, seed: u64, defects: f64, out: &mut impl Write) -> io::Result<()> {
    for record in Synth::new(seed).defects(defects).take(n) {
        out.write_all(record.to_json().as_bytes())?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// What cannot fail because it is written out in this module: ids, sentences, dates near today.
#[allow(
    clippy::panic,
    reason = "only a slip in this module's own tables leads here, and the tests draw from all of them"
)]
#[track_caller]
fn sure<T, E: std::fmt::Debug>(made: Result<T, E>) -> T {
    match made {
        Ok(made) => made,
        Err(why) => panic!("{why:?}"),
    }
}
