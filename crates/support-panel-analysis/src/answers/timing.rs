//! How many days from referral to panel, and on to the first action that was done.

use super::Answer;
use super::families::held;
use crate::column::Day;
use crate::error::Error;
use crate::groups::{Groups, Named, counts};
use crate::key::Key;
use crate::part::Part;
use crate::shape::{Figure, Shape};
use support_panel_tables::Table;

counts! { N "n", Missing "missing", Before "before" }

const DAYS: usize = 0;
const STEPS: [&str; 3] = ["referral_to_panel", "panel_to_first_action", "referral_to_first_action"];

/// Panels and the days on which actions were done are kept until all are there: any of them may be of a family of another part.
#[derive(Debug, Clone, Default)]
pub(crate) struct Timing {
    groups: Named<()>,
    panels: Vec<Panel>,
    /// The family, and the day on which one of its actions was done.
    done: Vec<(Key, Day)>,
}

#[derive(Debug, Clone, Copy)]
struct Panel {
    case: Key,
    /// Panels without a day come first.
    held_on: Option<Day>,
    place: u64,
    received_on: Option<Day>,
    /// Whether it is a review, or follows a panel that it names.
    follows: bool,
    group: Key,
}

impl Answer for Timing {
    const SHAPE: Shape = Shape {
        keys: &["step"],
        counts: COUNTS,
        figures: &[
            ("q1", Figure::Quartile(DAYS, 1)),
            ("median", Figure::Quartile(DAYS, 2)),
            ("q3", Figure::Quartile(DAYS, 3)),
        ],
    };
    const NEEDS: &'static [(Table, &'static [&'static str])] = &[
        (Table::Panels, &["case_reference", "held_on", "received_on", "kind", "previous"]),
        (Table::Actions, &["done_on"]),
    ];

    fn update(&mut self, part: &Part, _: &mut Groups) -> Result<(), Error> {
        let panels = held(part)?;
        let received: Vec<Option<Day>> = part.cells(Table::Panels, "received_on")?;
        let kinds: Vec<Option<&str>> = part.cells(Table::Panels, "kind")?;
        let previous: Vec<Option<&str>> = part.cells(Table::Panels, "previous")?;
        let rows = part.of(Table::Panels).zip(received).zip(kinds.into_iter().zip(previous));
        for ((record, received_on), (kind, previous)) in rows {
            let Some((record, panel)) = record.and_then(|at| Some((at, panels.get(at)?))) else {
                continue;
            };
            self.panels.push(Panel {
                case: Key::of(&[panel.case]),
                held_on: panel.when.map(|(day, _)| day),
                place: panel.place,
                received_on,
                follows: kind == Some("review") || previous.is_some(),
                group: self.groups.key(&[part.group(record)]),
            });
        }
        let done: Vec<Option<Day>> = part.cells(Table::Actions, "done_on")?;
        self.done.extend(
            part.of(Table::Actions)
                .zip(done)
                .filter_map(|(record, day)| Some((Key::of(&[panels.get(record?)?.case]), day?))),
        );
        Ok(())
    }

    fn merge(&mut self, other: Self) {
        self.groups.merge(other.groups, |(), ()| ());
        self.panels.extend(other.panels);
        self.done.extend(other.done);
    }

    fn finish(mut self, groups: &mut Groups, grouped: bool) {
        self.panels.sort_unstable_by_key(|panel| (panel.case, panel.held_on, panel.place));
        self.done.sort_unstable();
        let mut names: Vec<Option<&str>> = self
            .groups
            .iter()
            .map(|(names, ())| names.first().and_then(Option::as_deref))
            .collect();
        if !grouped {
            names.push(None);
        }
        for group in names {
            for (rank, step) in (0..).zip(STEPS) {
                let row = groups.at(&[group, Some(step)]);
                row.rank(rank);
            }
        }
        for family in self.panels.chunk_by(|one, next| one.case == next.case) {
            for episode in episodes(family) {
                self.count(&episode, groups);
            }
        }
        if !grouped {
            for step in STEPS {
                groups.at(&[None, Some(step)]).add(Count::N, 0);
            }
        }
    }
}

impl Timing {
    fn count(&self, episode: &Episode<'_>, groups: &mut Groups) {
        let first = episode.first;
        // Where the panel that the referral led to is not among the records, nothing of it is known.
        let held = first.held_on.filter(|_| !first.follows);
        let done = held.and_then(|held| self.first_done(first.case, held, episode.until));
        let referred = first.received_on.filter(|_| held.is_some());
        let ends = [(referred, held), (held, done), (referred, done)];
        let Some((names, ())) = self.groups.get(first.group) else { return };
        let group = names.first().and_then(Option::as_deref);
        for (step, ends) in STEPS.into_iter().zip(ends) {
            let row = groups.at(&[group, Some(step)]);
            let (Some(Day(start)), Some(Day(end))) = ends else {
                row.add(Count::Missing, 1);
                continue;
            };
            let days = i64::from(end) - i64::from(start);
            row.add(Count::N, 1);
            if days < 0 {
                row.add(Count::Before, 1);
            } else {
                row.value(DAYS, days as f64);
            }
        }
    }

    /// The first day from one on, and before another, on which an action of the family was done.
    fn first_done(&self, case: Key, from: Day, until: Option<Day>) -> Option<Day> {
        let place = self.done.partition_point(|done| *done < (case, from));
        let (of, day) = self.done.get(place)?;
        (*of == case && until.is_none_or(|until| *day < until)).then_some(*day)
    }
}

/// A family's panels from one referral on: the first of them, and the day of the panel that the next referral led to.
struct Episode<'a> {
    first: &'a Panel,
    until: Option<Day>,
}

/// A referral begins with a family's first panel, and again with one that is no review and follows none, unless it was referred
/// before the panel before was held: then that is the same referral, put again.
fn episodes(family: &[Panel]) -> Vec<Episode<'_>> {
    let (undated, dated) = family.split_at(family.partition_point(|panel| panel.held_on.is_none()));
    let mut found: Vec<Episode<'_>> = Vec::new();
    let mut before = None;
    for panel in dated {
        let begins = !panel.follows && panel.received_on.is_none_or(|on| Some(on) > before);
        if before.is_none() || begins {
            if let Some(last) = found.last_mut() {
                last.until = panel.held_on;
            }
            found.push(Episode { first: panel, until: None });
        }
        before = panel.held_on;
    }
    if let ([], Some(first)) = (dated, undated.first()) {
        found.push(Episode { first, until: None });
    }
    found
}
