//! Whether the children whom panels are about were heard.

use super::Answer;
use crate::error::Error;
use crate::groups::{Groups, counts};
use crate::key::Set;
use crate::part::Part;
use crate::shape::{Figure, Shape};
use support_panel_tables::Table;

counts! {
    N "n", Missing "missing", AllHeard "all_heard", SomeHeard "some_heard", NoneHeard "none_heard",
    Attended "child_attended", Rated "child_rated", Raised "child_raised",
    Children "children", Heard "children_heard",
}

#[derive(Debug, Clone)]
pub(crate) struct VoiceOfTheChild;

impl Answer for VoiceOfTheChild {
    const SHAPE: Shape = Shape {
        keys: &["kind"],
        counts: COUNTS,
        figures: &[
            ("share_all_heard", Figure::Share(Count::AllHeard as usize, &[Count::N as usize])),
            (
                "share_children_heard",
                Figure::Share(Count::Heard as usize, &[Count::Children as usize]),
            ),
        ],
    };
    const NEEDS: &'static [(Table, &'static [&'static str])] = &[
        (Table::Panels, &["kind", "meeting_status", "children", "children_heard"]),
        (Table::Participants, &["participant_id", "kind", "attended"]),
        (Table::Entries, &["raised_by", "on_map"]),
        (Table::Ratings, &["rater_kind", "own"]),
    ];

    fn update(&mut self, part: &Part, groups: &mut Groups) -> Result<(), Error> {
        let kinds: Vec<Option<&str>> = part.cells(Table::Participants, "kind")?;
        let ids: Vec<Option<&str>> = part.cells(Table::Participants, "participant_id")?;
        let attended: Vec<Option<bool>> = part.cells(Table::Participants, "attended")?;
        let (mut sitters, mut came) = (Set::default(), Set::default());
        let people = part.of(Table::Participants).zip(kinds).zip(ids.into_iter().zip(attended));
        for ((record, kind), (id, attended)) in people {
            let Some(record) = record.filter(|_| kind == Some("child")) else { continue };
            sitters.insert((record, id));
            if attended == Some(true) {
                came.insert(record);
            }
        }

        let kinds: Vec<Option<&str>> = part.cells(Table::Ratings, "rater_kind")?;
        let own: Vec<Option<bool>> = part.cells(Table::Ratings, "own")?;
        let ratings = part.of(Table::Ratings).zip(kinds).zip(own);
        let rated: Set<usize> = ratings
            .filter(|((_, kind), own)| *kind == Some("child") && *own == Some(true))
            .filter_map(|((record, _), _)| record)
            .collect();

        let raisers: Vec<Option<Vec<&str>>> = part.cells(Table::Entries, "raised_by")?;
        let on_map: Vec<Option<bool>> = part.cells(Table::Entries, "on_map")?;
        let entries = part.of(Table::Entries).zip(raisers).zip(on_map);
        let raised: Set<usize> = entries
            .filter(|(_, on_map)| *on_map == Some(true))
            .filter_map(|((record, raisers), _)| {
                let (record, raisers) = record.zip(raisers)?;
                raisers
                    .into_iter()
                    .any(|id| sitters.contains(&(record, Some(id))))
                    .then_some(record)
            })
            .collect();

        let kinds: Vec<Option<&str>> = part.cells(Table::Panels, "kind")?;
        let statuses: Vec<Option<&str>> = part.cells(Table::Panels, "meeting_status")?;
        let children: Vec<Option<i64>> = part.cells(Table::Panels, "children")?;
        let heard: Vec<Option<i64>> = part.cells(Table::Panels, "children_heard")?;
        let number =
            |cell: Option<i64>| cell.and_then(|cell| u64::try_from(cell).ok()).unwrap_or(0);
        let panels = part.of(Table::Panels).zip(kinds.into_iter().zip(statuses));
        for ((record, (kind, status)), (children, heard)) in
            panels.zip(children.into_iter().zip(heard))
        {
            let Some(record) = record.filter(|_| status != Some("planned")) else { continue };
            let group = groups.at(&[part.group(record), kind]);
            let (children, heard) = (number(children), number(heard));
            if children == 0 {
                group.add(Count::Missing, 1);
                continue;
            }
            group.add(Count::N, 1);
            group.add(Count::Children, children);
            group.add(Count::Heard, heard);
            let how_many = match heard {
                0 => Count::NoneHeard,
                heard if heard == children => Count::AllHeard,
                _ => Count::SomeHeard,
            };
            group.add(how_many, 1);
            group.add(Count::Attended, came.contains(&record).into());
            group.add(Count::Rated, rated.contains(&record).into());
            group.add(Count::Raised, raised.contains(&record).into());
        }
        Ok(())
    }
}
