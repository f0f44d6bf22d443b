//! What became of actions, and whether they were carried from panel to panel.

use super::Answer;
use crate::error::Error;
use crate::groups::{Groups, counts};
use crate::key::{Key, Map, Set};
use crate::part::Part;
use crate::shape::{Figure, Shape};
use support_panel_tables::Table;

counts! {
    N "n", Missing "missing", OnTime "on_time", Late "late", Overdue "overdue", NotYetDue "not_yet_due",
    CarriedNever "carried_never", Carried "carried", CarriedAgain "carried_again", Cancelled "cancelled",
}

// Whether they were done or not: what is late and open is no less late.
const FELL_DUE: &[usize] = &[Count::OnTime as usize, Count::Late as usize, Count::Overdue as usize];

const DAYS_LATE: usize = 0;

/// Actions are kept until all are there: which of them a later panel carried on is known then.
#[derive(Debug, Clone)]
pub(crate) struct Actions {
    /// The column of `actions` that they are asked by, where it is none of `panels`.
    pub(crate) own: Option<Box<str>>,
    /// How often is again.
    again: u64,
    stated: Vec<Stated>,
    came_from: Map<Key, Key>,
}

/// An action as one record has it.
#[derive(Debug, Clone, Copy)]
struct Stated {
    action: Key,
    group: Key,
    became: Count,
    days_late: i64,
}

impl Actions {
    pub(crate) fn of(own: Option<Box<str>>, again: u64) -> Self {
        Self { own, again, stated: Vec::new(), came_from: Map::default() }
    }

    fn times_carried(&self, action: Key) -> u64 {
        let mut seen = Set::default();
        let mut at = action;
        while seen.insert(at) {
            at = self.came_from.get(&at).copied().unwrap_or(at);
        }
        seen.len() as u64 - 1
    }
}

impl Answer for Actions {
    const SHAPE: Shape = Shape {
        keys: &[],
        counts: COUNTS,
        figures: &[
            ("share_on_time", Figure::Share(Count::OnTime as usize, FELL_DUE)),
            ("median_days_late", Figure::Quartile(DAYS_LATE, 2)),
        ],
    };
    const NEEDS: &'static [(Table, &'static [&'static str])] = &[
        (Table::Panels, &[]),
        (
            Table::Actions,
            &[
                "action_id",
                "status",
                "live",
                "days_late",
                "carried_from_record",
                "carried_from_action",
            ],
        ),
    ];

    fn update(&mut self, part: &Part, groups: &mut Groups) -> Result<(), Error> {
        const TABLE: Table = Table::Actions;
        let texts = |column| part.cells::<&str>(TABLE, column);
        let (ids, statuses) = (texts("action_id")?, texts("status")?);
        let (from_records, from_actions) =
            (texts("carried_from_record")?, texts("carried_from_action")?);
        let live: Vec<Option<bool>> = part.cells(TABLE, "live")?;
        let late: Vec<Option<i64>> = part.cells(TABLE, "days_late")?;
        let own = self.own.as_deref().map(|own| part.words(TABLE, own)).transpose()?;
        let mut own = own.into_iter().flatten();
        let by_itself = self.own.is_some();
        let rows = part.of(TABLE).zip(ids.into_iter().zip(statuses));
        let rows = rows.zip(live.into_iter().zip(late));
        for (((record, (id, status)), (live, late)), from) in
            rows.zip(from_records.into_iter().zip(from_actions))
        {
            let own = own.next().flatten();
            let Some(record) = record else { continue };
            let Some(of) = part.records.get(record) else { continue };
            let group = if by_itself { own.as_deref() } else { part.group(record) };
            let action = of.and(&[id]);
            let became = match (status, late, live) {
                (Some("cancelled"), ..) => Count::Cancelled,
                (_, None, _) => Count::Missing,
                (_, Some(1..), Some(true)) => Count::Overdue,
                (_, Some(_), Some(true)) => Count::NotYetDue,
                (_, Some(1..), _) => Count::Late,
                (_, Some(_), _) => Count::OnTime,
            };
            self.stated.push(Stated {
                action,
                group: groups.key(&[group]),
                became,
                days_late: late.unwrap_or_default(),
            });
            if let (Some(record), before) = from {
                self.came_from.insert(action, Key::of(&[Some(record)]).and(&[before]));
            }
        }
        Ok(())
    }

    fn merge(&mut self, other: Self) {
        self.stated.extend(other.stated);
        self.came_from.extend(other.came_from);
    }

    fn finish(self, groups: &mut Groups, _: bool) {
        let carried_on: Set<Key> = self.came_from.values().copied().collect();
        for stated in &self.stated {
            if carried_on.contains(&stated.action) {
                continue;
            }
            let Some(group) = groups.get_mut(stated.group) else { continue };
            group.add(stated.became, 1);
            if matches!(stated.became, Count::Cancelled) {
                continue;
            }
            let times = self.times_carried(stated.action);
            group.add(Count::N, 1);
            group.add(if times == 0 { Count::CarriedNever } else { Count::Carried }, 1);
            group.add(Count::CarriedAgain, u64::from(times >= self.again));
            if matches!(stated.became, Count::Late) {
                group.value(DAYS_LATE, stated.days_late as f64);
            }
        }
    }
}
