//! In which share of sittings people stood far apart, or one alone was low, and what followed.

use super::Answer;
use super::families::{When, held};
use crate::error::Error;
use crate::groups::{Groups, counts};
use crate::key::Key;
use crate::numbers::{COLUMNS, MILLION, by_sitting, known, own_numbers};
use crate::part::Part;
use crate::shape::{Figure, Shape};
use support_panel_tables::Table;

counts! {
    N "n", Missing "missing", Close "close", StepDown "step_down", Stay "stay", StepUp "step_up", Defer "defer",
    Dissent "dissent", AskedAgain "asked_again", Narrower "narrower", AsBefore "as_before", Wider "wider",
}

/// Sittings are kept until all are there: any of them may follow another.
#[derive(Debug, Clone)]
pub(crate) struct Spread {
    pub(crate) scale: Option<Box<str>>,
    /// How many points apart is far; where none is said, two fifths of the scale's length.
    pub(crate) wide: Option<f64>,
    sittings: Vec<Sitting>,
}

/// A sitting in which several people gave a number.
#[derive(Debug, Clone, Copy)]
struct Sitting {
    /// One family, scale, round and thing that the numbers are about.
    line: Key,
    when: When,
    sitting: Option<i64>,
    span: i64,
    group: Key,
}

impl Spread {
    pub(crate) fn of(scale: Option<Box<str>>, wide: Option<f64>) -> Self {
        Self { scale, wide, sittings: Vec::new() }
    }
}

/// How the numbers of a sitting lie, in order: as rule SP508 has it.
fn pattern_of(values: &[i64], wide: f64) -> &'static str {
    let [lowest, next, .., highest] = values else {
        return match values {
            [lowest, highest] if points(highest - lowest) >= wide => "wide",
            [_, _] => "close",
            _ => "too_few",
        };
    };
    let gap = points(next - lowest);
    let is_lone = gap > 0.0 && gap * 2.0 >= wide;
    match (points(highest - lowest) >= wide, is_lone) {
        (true, true) => "wide_and_lone_low",
        (true, false) => "wide",
        (false, true) => "lone_low",
        (false, false) => "close",
    }
}

fn points(millionths: i64) -> f64 {
    millionths as f64 / MILLION
}

impl Answer for Spread {
    const SHAPE: Shape = Shape {
        keys: &["scale", "scale_key", "round", "pattern"],
        counts: COUNTS,
        figures: &[("share", Figure::ShareAmong(Count::N as usize))],
    };
    const NEEDS: &'static [(Table, &'static [&'static str])] = &[
        (Table::Panels, &["case_reference", "held_on", "direction", "dissents"]),
        (Table::Ratings, COLUMNS),
    ];

    fn update(&mut self, part: &Part, groups: &mut Groups) -> Result<(), Error> {
        let directions: Vec<Option<&str>> = part.cells(Table::Panels, "direction")?;
        let dissents: Vec<Option<i64>> = part.cells(Table::Panels, "dissents")?;
        let mut decided = vec![(None, None); part.records()];
        let rows = part.of(Table::Panels).zip(directions.into_iter().zip(dissents));
        for (record, decision) in rows {
            if let Some(own) = record.and_then(|record| decided.get_mut(record)) {
                *own = decision;
            }
        }
        let panels = held(part)?;
        let mut numbers = own_numbers(part, self.scale.as_deref())?;
        for (first, numbers) in by_sitting(&mut numbers) {
            let values = known(numbers);
            let [scale, key, round] = first.scale;
            // Two fifths of so many millionths, in points.
            let wide = self.wide.unwrap_or(first.length as f64 * 4.0 / (10.0 * MILLION));
            let pattern = pattern_of(&values, wide);
            let names = [part.group(first.record), scale, key, round, Some(pattern)];
            let (Some(panel), Some((direction, dissents))) =
                (panels.get(first.record), decided.get(first.record))
            else {
                continue;
            };
            let group = groups.at(&names);
            group.add(Count::N, 1);
            let count = match direction {
                None => Some(Count::Missing),
                Some("close") => Some(Count::Close),
                Some("step_down") => Some(Count::StepDown),
                Some("stay") => Some(Count::Stay),
                Some("step_up") => Some(Count::StepUp),
                Some("defer") => Some(Count::Defer),
                Some(_) => None,
            };
            if let Some(count) = count {
                group.add(count, 1);
            }
            group.add(Count::Dissent, dissents.is_some_and(|dissents| dissents > 0).into());
            if let (Some(when), [lowest, .., highest]) = (panel.when, values.as_slice()) {
                self.sittings.push(Sitting {
                    line: Key::of(&[panel.case, scale, key, round, first.about]),
                    when,
                    sitting: first.sitting,
                    span: highest - lowest,
                    group: Key::of(&names),
                });
            }
        }
        Ok(())
    }

    fn merge(&mut self, other: Self) {
        self.sittings.extend(other.sittings);
    }

    fn finish(mut self, groups: &mut Groups, _: bool) {
        self.sittings.sort_unstable_by_key(|one| (one.line, one.when, one.sitting));
        for (this, following) in self.sittings.iter().zip(self.sittings.iter().skip(1)) {
            // Another sitting of the same panel does not come later.
            if this.line != following.line || this.when == following.when {
                continue;
            }
            let Some(group) = groups.get_mut(this.group) else { continue };
            group.add(Count::AskedAgain, 1);
            let count = match following.span.cmp(&this.span) {
                std::cmp::Ordering::Less => Count::Narrower,
                std::cmp::Ordering::Equal => Count::AsBefore,
                std::cmp::Ordering::Greater => Count::Wider,
            };
            group.add(count, 1);
        }
    }
}
