//! Where the family stands beside the professionals of the same sitting.

use super::Answer;
use crate::error::Error;
use crate::groups::{Groups, counts};
use crate::numbers::{COLUMNS, MILLION, SCALE, by_sitting, known, own_numbers, twice_the_middle};
use crate::part::Part;
use crate::shape::{Figure, Shape};
use support_panel_tables::Table;

counts! { N "n", Missing "missing", Lower "family_lower", Same "same", Higher "family_higher" }

const MIDDLE: usize = 0;
const LOWEST: usize = 1;

#[derive(Debug, Clone)]
pub(crate) struct FamilyAndProfessionals {
    pub(crate) scale: Option<Box<str>>,
}

impl Answer for FamilyAndProfessionals {
    const SHAPE: Shape = Shape {
        keys: &SCALE,
        counts: COUNTS,
        figures: &[
            ("median_gap", Figure::Quartile(MIDDLE, 2)),
            ("median_lowest_gap", Figure::Quartile(LOWEST, 2)),
        ],
    };
    const NEEDS: &'static [(Table, &'static [&'static str])] = &[(Table::Ratings, COLUMNS)];

    fn update(&mut self, part: &Part, groups: &mut Groups) -> Result<(), Error> {
        let mut numbers = own_numbers(part, self.scale.as_deref())?;
        for (first, numbers) in by_sitting(&mut numbers) {
            let [scale, key, round] = first.scale;
            let group = groups.at(&[part.group(first.record), scale, key, round]);
            let [family, professional] = ["family", "professional"]
                .map(|side| known(numbers.iter().filter(|number| number.side == Some(side))));
            let middles = twice_the_middle(&family).zip(twice_the_middle(&professional));
            let Some((family_middle, professional_middle)) = middles else {
                group.add(Count::Missing, 1);
                continue;
            };
            let gap = family_middle - professional_middle;
            group.add(Count::N, 1);
            let count = match gap {
                ..0 => Count::Lower,
                0 => Count::Same,
                1.. => Count::Higher,
            };
            group.add(count, 1);
            group.value(MIDDLE, gap as f64 / (2.0 * MILLION));
            if let (Some(family), Some(professional)) = (family.first(), professional.first()) {
                group.value(LOWEST, (family - professional) as f64 / MILLION);
            }
        }
        Ok(())
    }
}
