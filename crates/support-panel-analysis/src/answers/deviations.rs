//! Who scores low or high beyond the family's own level.

use super::Answer;
use crate::error::Error;
use crate::groups::{Groups, counts};
use crate::key::Map;
use crate::numbers::{COLUMNS, MILLION, by_sitting, known, own_numbers};
use crate::part::Part;
use crate::shape::{Figure, Shape};
use support_panel_tables::Table;

counts! { N "n", Missing "missing", Lower "lower", Same "same", Higher "higher" }

const DEVIATION: usize = 0;

#[derive(Debug, Clone)]
pub(crate) struct Deviations {
    pub(crate) scale: Option<Box<str>>,
}

impl Answer for Deviations {
    const SHAPE: Shape = Shape {
        keys: &["scale", "scale_key", "round", "kind", "seat"],
        counts: COUNTS,
        figures: &[
            ("mean_deviation", Figure::Mean(DEVIATION)),
            ("q1", Figure::Quartile(DEVIATION, 1)),
            ("median", Figure::Quartile(DEVIATION, 2)),
            ("q3", Figure::Quartile(DEVIATION, 3)),
        ],
    };
    const NEEDS: &'static [(Table, &'static [&'static str])] =
        &[(Table::Participants, &["participant_id", "seat_held"]), (Table::Ratings, COLUMNS)];

    fn update(&mut self, part: &Part, groups: &mut Groups) -> Result<(), Error> {
        let ids: Vec<Option<&str>> = part.cells(Table::Participants, "participant_id")?;
        let held: Vec<Option<&str>> = part.cells(Table::Participants, "seat_held")?;
        let people = part.of(Table::Participants).zip(ids).zip(held);
        let seats: Map<(usize, Option<&str>), &str> =
            people.filter_map(|((record, id), seat)| Some(((record?, id), seat?))).collect();
        let mut numbers = own_numbers(part, self.scale.as_deref())?;
        for (_, numbers) in by_sitting(&mut numbers) {
            let values = known(numbers);
            let total: i64 = values.iter().sum();
            for number in numbers {
                let seat = seats.get(&(number.record, number.by)).copied();
                let [scale, key, round] = number.scale;
                let names = [part.group(number.record), scale, key, round, number.kind, seat];
                let group = groups.at(&names);
                let others = values.len() as i64 - 1;
                let Some(value) = number.value.filter(|_| others > 0) else {
                    group.add(Count::Missing, 1);
                    continue;
                };
                let beyond = value * others - (total - value);
                group.add(Count::N, 1);
                let count = match beyond {
                    ..0 => Count::Lower,
                    0 => Count::Same,
                    1.. => Count::Higher,
                };
                group.add(count, 1);
                group.value(DEVIATION, beyond as f64 / MILLION / others as f64);
            }
        }
        Ok(())
    }
}
