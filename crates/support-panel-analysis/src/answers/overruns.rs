//! How long stages took beside the time that the profile plans for them.

use super::Answer;
use crate::column::Length;
use crate::error::Error;
use crate::groups::{Groups, counts};
use crate::part::Part;
use crate::shape::{Figure, Shape};
use support_panel_tables::Table;

counts! { N "n", Missing "missing", Over "over", Within "within" }

const PLANNED: usize = 0;
const TAKEN: usize = 1;
const MINUTE: f64 = 60e6;

/// Stages that were held; `over` is the share of the plan beyond which one took too long.
#[derive(Debug, Clone)]
pub(crate) struct Overruns {
    pub(crate) over: f64,
}

impl Answer for Overruns {
    const SHAPE: Shape = Shape {
        keys: &["stage"],
        counts: COUNTS,
        figures: &[
            ("share_over", Figure::Share(Count::Over as usize, &[Count::N as usize])),
            ("planned", Figure::Quartile(PLANNED, 2)),
            ("q1", Figure::Quartile(TAKEN, 1)),
            ("median", Figure::Quartile(TAKEN, 2)),
            ("q3", Figure::Quartile(TAKEN, 3)),
        ],
    };
    const NEEDS: &'static [(Table, &'static [&'static str])] =
        &[(Table::Stages, &["stage", "agenda_place", "held", "planned", "actual"])];

    fn update(&mut self, part: &Part, groups: &mut Groups) -> Result<(), Error> {
        let held: Vec<Option<bool>> = part.cells(Table::Stages, "held")?;
        let stages: Vec<Option<&str>> = part.cells(Table::Stages, "stage")?;
        let places: Vec<Option<i64>> = part.cells(Table::Stages, "agenda_place")?;
        let plans: Vec<Option<Length>> = part.cells(Table::Stages, "planned")?;
        let times: Vec<Option<Length>> = part.cells(Table::Stages, "actual")?;
        let stages = held.into_iter().zip(stages.into_iter().zip(places));
        let rows = part.of(Table::Stages).zip(stages).zip(plans.into_iter().zip(times));
        for ((record, (held, (stage, place))), times) in rows {
            let (Some(record), Some(true)) = (record, held) else { continue };
            let group = groups.at(&[part.group(record), stage]);
            // Stages of no agenda come last.
            group.rank(place.and_then(|place| u32::try_from(place).ok()).unwrap_or(u32::MAX));
            let (Some(Length(planned)), Some(Length(taken))) = times else {
                group.add(Count::Missing, 1);
                continue;
            };
            let at_most = (planned as f64 * (1.0 + self.over)).round_ties_even();
            group.add(Count::N, 1);
            group.add(if taken as f64 > at_most { Count::Over } else { Count::Within }, 1);
            group.value(PLANNED, planned as f64 / MINUTE);
            group.value(TAKEN, taken as f64 / MINUTE);
        }
        Ok(())
    }
}
