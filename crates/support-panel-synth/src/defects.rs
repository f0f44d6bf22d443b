//! What goes wrong in real records: a slip, and the rule that tells of it.

mod slips;

pub use slips::DEFECTS;

use super::builders::id;
use super::rng::Rng;
use support_panel::{Phase, Record};

/// One way in which a record goes wrong.
#[derive(Debug, Clone, Copy)]
pub struct Defect {
    /// The code of the rule that tells of it. Others may too: one slip can leave several marks.
    pub rule: &'static str,
    /// What went wrong.
    pub name: &'static str,
    /// From when in a panel's life the rule looks.
    phase: Phase,
    /// Spoils the record, or says that there is nothing here to spoil and leaves it alone.
    spoil: fn(&mut Record, &mut Rng) -> bool,
}

impl Defect {
    /// Spoils the record where that is possible, and says whether it did.
    pub(super) fn strike(&self, record: &mut Record, rng: &mut Rng) -> bool {
        Phase::of(record) >= self.phase && (self.spoil)(record, rng)
    }
}

/// One to four different slips.
pub(super) fn inject(record: &mut Record, rng: &mut Rng) {
    let wanted = rng.between(1, 4).unsigned_abs() as usize;
    let start = rng.below(DEFECTS.len() as u32) as usize;
    // From a slip by chance through the table, skipping by chance, as some find nothing to spoil.
    let tried = DEFECTS.iter().cycle().skip(start).take(DEFECTS.len());
    let struck =
        tried.filter(|defect| rng.chance(12) && defect.strike(record, rng)).take(wanted).count();
    if struck == 0 {
        record.case.status = Some(id("child_in_need"));
    }
}
