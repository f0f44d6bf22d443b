//! How complete records are, rule by rule, the silent ones among them.

use super::Answer;
use crate::error::Error;
use crate::groups::{Groups, Named, counts};
use crate::key::{Key, Set};
use crate::part::Part;
use crate::shape::{Figure, Shape};
use support_panel::rules;
use support_panel_tables::Table;

counts! { N "n", Missing "missing", WithFindings "with_findings", Clear "clear", Findings "findings" }

/// The rules about an action as it stands today: that it is overdue, that it was not begun in time.
const STANDING: [&str; 2] = ["SP609", "SP613"];

/// How far a panel has come, by the phases of the rules.
const PHASES: [&str; 4] = ["record", "planned", "meeting", "concluded"];

#[derive(Debug, Clone, Default)]
pub(crate) struct Completeness {
    /// Whether live actions tell how late they are, as they do where the day of judging is known.
    day_known: bool,
    /// Of each group, how many panels have come how far.
    reached: Named<[u64; PHASES.len()]>,
    /// By group and rule, how many records it speaks about and how often.
    found: Named<(u64, u64)>,
    /// Actions that a later panel carried on, which is known once every record is.
    carried_on: Set<Key>,
    /// What was found about actions as they stand today: the action, the group and the rule, the record.
    standing: Vec<(Key, Key, Key)>,
}

impl Answer for Completeness {
    const SHAPE: Shape = Shape {
        keys: &["code", "title"],
        counts: COUNTS,
        figures: &[("share_clear", Figure::Share(Count::Clear as usize, &[Count::N as usize]))],
    };
    const NEEDS: &'static [(Table, &'static [&'static str])] = &[
        (Table::Panels, &["meeting_status"]),
        (Table::Actions, &["live", "days_late", "carried_from_record", "carried_from_action"]),
        (Table::Findings, &["code", "subject"]),
    ];

    fn update(&mut self, part: &Part, _: &mut Groups) -> Result<(), Error> {
        let statuses: Vec<Option<&str>> = part.cells(Table::Panels, "meeting_status")?;
        for (record, status) in part.of(Table::Panels).zip(statuses) {
            let Some(record) = record else { continue };
            let phase = match status {
                Some("planned" | "adjourned") => 1,
                Some("in_progress") => 2,
                Some("concluded") => 3,
                _ => 0,
            };
            let reached = self.reached.at(&[part.group(record)]);
            reached.get_mut(phase).into_iter().for_each(|count| *count += 1);
        }
        let live: Vec<Option<bool>> = part.cells(Table::Actions, "live")?;
        let late: Vec<Option<i64>> = part.cells(Table::Actions, "days_late")?;
        let records: Vec<Option<&str>> = part.cells(Table::Actions, "carried_from_record")?;
        let actions: Vec<Option<&str>> = part.cells(Table::Actions, "carried_from_action")?;
        let rows = part.of(Table::Actions).zip(live.into_iter().zip(late));
        for ((of, (live, late)), from) in rows.zip(records.into_iter().zip(actions)) {
            if of.is_none() {
                continue;
            }
            self.day_known |= live == Some(true) && late.is_some();
            if let (Some(record), action) = from {
                self.carried_on.insert(Key::of(&[Some(record)]).and(&[action]));
            }
        }
        let codes: Vec<Option<&str>> = part.cells(Table::Findings, "code")?;
        let subjects: Vec<Option<&str>> = part.cells(Table::Findings, "subject")?;
        let mut spoken = Set::default();
        for ((record, code), subject) in part.of(Table::Findings).zip(codes).zip(subjects) {
            let (Some(record), Some(code)) = (record, code) else { continue };
            let names = [part.group(record), Some(code)];
            if STANDING.contains(&code) {
                let group = self.found.key(&names);
                let record = part.records.get(record).copied().unwrap_or(Key::of(&[]));
                self.standing.push((record.and(&[subject]), group, record));
                continue;
            }
            let (records, findings) = self.found.at(&names);
            *findings += 1;
            *records += u64::from(spoken.insert((record, code)));
        }
        Ok(())
    }

    fn merge(&mut self, other: Self) {
        self.day_known |= other.day_known;
        self.reached.merge(other.reached, |own, others| {
            own.iter_mut().zip(others).for_each(|(own, others)| *own += others);
        });
        self.found.merge(other.found, |own, others| {
            *own = (own.0 + others.0, own.1 + others.1);
        });
        self.carried_on.extend(other.carried_on);
        self.standing.extend(other.standing);
    }

    fn finish(mut self, groups: &mut Groups, grouped: bool) {
        if !grouped {
            self.reached.at(&[None]);
        }
        let mut spoken = Set::default();
        for (action, group, record) in &self.standing {
            if self.carried_on.contains(action) {
                continue;
            }
            if let Some((records, findings)) = self.found.get_mut(*group) {
                *findings += 1;
                *records += u64::from(spoken.insert((*group, *record)));
            }
        }
        for (names, reached) in self.reached.iter() {
            let group = names.first().and_then(Option::as_deref);
            let panels: u64 = reached.iter().sum();
            for (rank, rule) in (0..).zip(rules()) {
                let is_asked = !rule.needs.contains(&"previous")
                    && (self.day_known || !rule.needs.contains(&"as_of"));
                let phase = PHASES.iter().position(|phase| *phase == rule.phase.as_str());
                let so_far: u64 = reached.iter().skip(phase.unwrap_or_default()).sum();
                let n = if is_asked { so_far } else { 0 };
                let found = self.found.get(Key::of(&[group, Some(rule.code)]));
                let (records, findings) = found.map_or((0, 0), |(_, found)| *found);
                let row = groups.at(&[group, Some(rule.code), Some(rule.title)]);
                row.rank(rank);
                row.add(Count::N, n);
                row.add(Count::Missing, panels - n);
                row.add(Count::WithFindings, records);
                row.add(Count::Clear, n.saturating_sub(records));
                row.add(Count::Findings, findings);
            }
        }
    }
}
