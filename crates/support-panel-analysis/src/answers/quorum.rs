//! Whether enough agencies, and the seats that the council asks for, were at the table.

use super::Answer;
use crate::error::Error;
use crate::groups::{Groups, counts};
use crate::part::Part;
use crate::shape::{Figure, Shape};
use support_panel_tables::Table;

counts! { N "n", Missing "missing", Quorate "quorate", Inquorate "inquorate" }

#[derive(Debug, Clone)]
pub(crate) struct Quorum;

impl Answer for Quorum {
    const SHAPE: Shape = Shape {
        keys: &[],
        counts: COUNTS,
        figures: &[("share_quorate", Figure::Share(Count::Quorate as usize, &[Count::N as usize]))],
    };
    const NEEDS: &'static [(Table, &'static [&'static str])] =
        &[(Table::Panels, &["meeting_status", "quorate"])];

    fn update(&mut self, part: &Part, groups: &mut Groups) -> Result<(), Error> {
        let statuses: Vec<Option<&str>> = part.cells(Table::Panels, "meeting_status")?;
        let quorate: Vec<Option<bool>> = part.cells(Table::Panels, "quorate")?;
        for ((record, status), quorate) in part.of(Table::Panels).zip(statuses).zip(quorate) {
            let Some(record) = record.filter(|_| status != Some("planned")) else { continue };
            let group = groups.at(&[part.group(record)]);
            group.add(Count::N, quorate.is_some().into());
            let count = match quorate {
                None => Count::Missing,
                Some(true) => Count::Quorate,
                Some(false) => Count::Inquorate,
            };
            group.add(count, 1);
        }
        Ok(())
    }

    fn finish(self, groups: &mut Groups, grouped: bool) {
        if !grouped {
            groups.at(&[None]).add(Count::N, 0);
        }
    }
}
