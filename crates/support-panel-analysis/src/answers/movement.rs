//! How the same rater moved on the same scale, from the number they gave before to the next.

use super::Answer;
use super::families::{When, held};
use crate::error::Error;
use crate::groups::{Groups, counts};
use crate::key::{Key, Map, Set};
use crate::numbers::{COLUMNS, MILLION, own_numbers};
use crate::part::Part;
use crate::shape::{Figure, Shape};
use support_panel_tables::Table;

counts! { N "n", Missing "missing", Better "better", Same "same", Worse "worse" }

const CHANGE: usize = 0;

/// Numbers are kept until all are there: any of them may be the one before another.
#[derive(Debug, Clone)]
pub(crate) struct Movement {
    pub(crate) scale: Option<Box<str>>,
    numbers: Vec<Number>,
}

/// A number that has a place in time and on its scale.
#[derive(Debug, Clone, Copy)]
struct Number {
    /// One family, scale, round and thing that the numbers are about.
    line: Key,
    when: When,
    by: Key,
    value: i64,
    group: Key,
}

impl Movement {
    pub(crate) fn of(scale: Option<Box<str>>) -> Self {
        Self { scale, numbers: Vec::new() }
    }
}

impl Answer for Movement {
    const SHAPE: Shape = Shape {
        keys: &["scale", "scale_key", "round", "side"],
        counts: COUNTS,
        figures: &[
            ("mean_change", Figure::Mean(CHANGE)),
            ("q1", Figure::Quartile(CHANGE, 1)),
            ("median", Figure::Quartile(CHANGE, 2)),
            ("q3", Figure::Quartile(CHANGE, 3)),
        ],
    };
    const NEEDS: &'static [(Table, &'static [&'static str])] =
        &[(Table::Panels, &super::families::COLUMNS), (Table::Ratings, COLUMNS)];

    fn update(&mut self, part: &Part, groups: &mut Groups) -> Result<(), Error> {
        let panels = held(part)?;
        for number in own_numbers(part, self.scale.as_deref())? {
            let Some(panel) = panels.get(number.record) else { continue };
            let [scale, key, round] = number.scale;
            let names = [part.group(number.record), scale, key, round, number.side];
            let Some((value, when)) = number.value.zip(panel.when) else {
                groups.at(&names).add(Count::Missing, 1);
                continue;
            };
            self.numbers.push(Number {
                line: Key::of(&[panel.case, scale, key, round, number.about]),
                when,
                by: Key::of(&[number.by]),
                value,
                group: groups.key(&names),
            });
        }
        Ok(())
    }

    fn merge(&mut self, other: Self) {
        self.numbers.extend(other.numbers);
    }

    fn finish(mut self, groups: &mut Groups, _: bool) {
        // Numbers of one panel stay in the order of their rows.
        self.numbers.sort_by_key(|number| (number.line, number.when));
        let (mut before, mut counted) = (Map::default(), Set::default());
        for line in self.numbers.chunk_by(|one, next| one.line == next.line) {
            before.clear();
            for (place, panel) in line.chunk_by(|one, next| one.when == next.when).enumerate() {
                counted.clear();
                for number in panel {
                    // Of two own numbers in one record the first is the one that is compared, as in a summary.
                    if !counted.insert(number.by) {
                        continue;
                    }
                    let change = before.insert(number.by, number.value);
                    let change = change.map(|before| number.value - before);
                    let Some(group) = groups.get_mut(number.group) else { continue };
                    match change {
                        Some(change) => {
                            let count = match change {
                                ..0 => Count::Worse,
                                0 => Count::Same,
                                1.. => Count::Better,
                            };
                            group.add(Count::N, 1);
                            group.add(count, 1);
                            group.value(CHANGE, change as f64 / MILLION);
                        }
                        // So that a scale which was asked but once has its row, with nothing to compare.
                        None => group.add(Count::Missing, u64::from(place > 0)),
                    }
                }
            }
        }
    }
}
