//! Which core seats and agencies were at the table, and which were missing.

use super::Answer;
use crate::error::Error;
use crate::groups::{Groups, Named, counts};
use crate::key::{Key, Map};
use crate::part::Part;
use crate::shape::{Figure, Shape};
use support_panel_tables::Table;

// What became of a seat, from the least.
counts! {
    N "n", Missing "missing", Attended "attended", Apologies "apologies", Absent "absent", NotInvited "not_invited",
}

/// What became of a seat that someone holds, from the least.
const STATES: [Count; 4] = [Count::Missing, Count::Absent, Count::Apologies, Count::Attended];

/// Which seats a profile has is known once every record of it was seen: a seat counts at all panels that are held under it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Attendance {
    /// How many panels there are of each group, profile and version.
    panels: Named<u64>,
    /// The seats of each profile and version, with their agencies.
    seats: Named<()>,
    /// By group, profile, version and seat, what became of it.
    states: Named<[u64; STATES.len()]>,
}

impl Answer for Attendance {
    const SHAPE: Shape = Shape {
        keys: &["agency", "seat"],
        counts: COUNTS,
        figures: &[(
            "share_attended",
            Figure::Share(Count::Attended as usize, &[Count::N as usize]),
        )],
    };
    const NEEDS: &'static [(Table, &'static [&'static str])] = &[
        (Table::Panels, &["profile_id", "profile_version", "meeting_status"]),
        (Table::Participants, &["seat_held", "seat_agency", "core", "attended", "attendance"]),
    ];

    fn update(&mut self, part: &Part, _: &mut Groups) -> Result<(), Error> {
        let profiles: Vec<Option<&str>> = part.cells(Table::Panels, "profile_id")?;
        let versions: Vec<Option<&str>> = part.cells(Table::Panels, "profile_version")?;
        let statuses: Vec<Option<&str>> = part.cells(Table::Panels, "meeting_status")?;
        let mut under = vec![None; part.records()];
        let panels = part.of(Table::Panels).zip(profiles.into_iter().zip(versions)).zip(statuses);
        for ((record, (profile, version)), status) in panels {
            let Some(record) = record.filter(|_| status != Some("planned")) else { continue };
            *self.panels.at(&[part.group(record), profile, version]) += 1;
            if let Some(own) = under.get_mut(record) {
                *own = Some((profile, version));
            }
        }
        let seats: Vec<Option<&str>> = part.cells(Table::Participants, "seat_held")?;
        let agencies: Vec<Option<&str>> = part.cells(Table::Participants, "seat_agency")?;
        let core: Vec<Option<bool>> = part.cells(Table::Participants, "core")?;
        let attended: Vec<Option<bool>> = part.cells(Table::Participants, "attended")?;
        let words: Vec<Option<&str>> = part.cells(Table::Participants, "attendance")?;
        // The best of those who hold one seat counts.
        let mut best: Map<(usize, Option<&str>), usize> = Map::default();
        let people = part.of(Table::Participants).zip(core).zip(seats.into_iter().zip(agencies));
        for (((record, core), (seat, agency)), (attended, word)) in
            people.zip(attended.into_iter().zip(words))
        {
            let Some(record) = record.filter(|_| core == Some(true)) else { continue };
            let Some((profile, version)) = under.get(record).copied().flatten() else { continue };
            self.seats.at(&[profile, version, seat, agency]);
            let state = match (attended, word) {
                (Some(true), _) => 3,
                (_, Some("apologies")) => 2,
                (_, Some("absent")) => 1,
                _ => 0,
            };
            let best = best.entry((record, seat)).or_default();
            *best = state.max(*best);
        }
        for ((record, seat), state) in best {
            let Some((profile, version)) = under.get(record).copied().flatten() else { continue };
            let states = self.states.at(&[part.group(record), profile, version, seat]);
            if let Some(count) = states.get_mut(state) {
                *count += 1;
            }
        }
        Ok(())
    }

    fn merge(&mut self, other: Self) {
        self.panels.merge(other.panels, |own, others| *own += others);
        self.seats.merge(other.seats, |(), ()| ());
        self.states.merge(other.states, |own, others| {
            own.iter_mut().zip(others).for_each(|(own, others)| *own += others);
        });
    }

    fn finish(self, groups: &mut Groups, _: bool) {
        let mut under: Map<Key, Vec<_>> = Map::default();
        for (names, ()) in self.seats.iter() {
            let [profile, version, seat, agency] = names else { continue };
            let profile = Key::of(&[profile.as_deref(), version.as_deref()]);
            under.entry(profile).or_default().push((seat.as_deref(), agency.as_deref()));
        }
        for (names, panels) in self.panels.iter() {
            let [group, profile, version] = names else { continue };
            let (group, profile, version) =
                (group.as_deref(), profile.as_deref(), version.as_deref());
            for (seat, agency) in under.get(&Key::of(&[profile, version])).into_iter().flatten() {
                let states = self.states.get(Key::of(&[group, profile, version, *seat]));
                let states = states.map_or([0; STATES.len()], |(_, states)| *states);
                let row = groups.at(&[group, *agency, *seat]);
                row.add(Count::N, *panels);
                for (state, count) in STATES.into_iter().zip(states) {
                    row.add(state, count);
                }
                row.add(Count::NotInvited, panels.saturating_sub(states.iter().sum()));
            }
        }
    }
}
