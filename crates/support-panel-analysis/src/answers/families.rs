//! Where a panel stands in the history of its family.

use crate::column::Day;
use crate::error::Error;
use crate::part::Part;
use support_panel_tables::Table;

/// Its place in time: panels of one day are in the order of their rows.
pub(crate) type When = (Day, u64);

/// A panel of a family.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Held<'a> {
    pub(crate) case: Option<&'a str>,
    /// Where its day is known.
    pub(crate) when: Option<When>,
    /// Where its row stands.
    pub(crate) place: u64,
}

/// The columns that say it.
pub(crate) const COLUMNS: [&str; 2] = ["case_reference", "held_on"];

/// The panel of each record.
pub(crate) fn held(part: &Part) -> Result<Vec<Held<'_>>, Error> {
    let cases: Vec<Option<&str>> = part.cells(Table::Panels, "case_reference")?;
    let days: Vec<Option<Day>> = part.cells(Table::Panels, "held_on")?;
    let mut all = vec![Held::default(); part.records()];
    for (row, (record, (case, day))) in
        part.of(Table::Panels).zip(cases.into_iter().zip(days)).enumerate()
    {
        let place = part.place(row);
        if let Some(own) = record.and_then(|record| all.get_mut(record)) {
            *own = Held { case, when: day.map(|day| (day, place)), place };
        }
    }
    Ok(all)
}
