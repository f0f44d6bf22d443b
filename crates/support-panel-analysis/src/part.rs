//! The tables of some records, each of them whole.

use crate::column::{Cells, Day};
use crate::error::Error;
use crate::key::{Key, Map, Set};
use arrow_array::{Array, RecordBatch};

use support_panel_tables::Table;

/// Every row of some records, of the tables that were given: what one record says never stands in two parts.
#[derive(Debug)]
pub(crate) struct Part {
    place: u32,
    tables: [Option<Vec<RecordBatch>>; Table::ALL.len()],
    /// What stands for each record.
    pub(crate) records: Vec<Key>,
    /// The record of each row of each table.
    of_rows: [Vec<Option<usize>>; Table::ALL.len()],
    /// Lines whose record stands on an earlier line too.
    pub(crate) again: u64,
    /// The group of each record, where groups are asked for.
    groups: Vec<Option<Box<str>>>,
}

impl Part {
    /// With `panels` among the tables, rows of other records are left out. `place` says where the part stands among the parts:
    /// panels of one day are in the order of the parts, and of the rows in them. `by` is `"year"`, `"quarter"` or a column of `panels`.
    pub(crate) fn new(
        place: u32,
        given: impl IntoIterator<Item = (Table, Vec<RecordBatch>)>,
        by: Option<&str>,
    ) -> Result<Self, Error> {
        let mut tables: [Option<Vec<RecordBatch>>; Table::ALL.len()] = Default::default();
        for (table, batches) in given {
            if let Some(own) = tables.get_mut(table as usize) {
                *own = Some(batches);
            }
        }
        let mut part = Self {
            place,
            tables,
            records: Vec::new(),
            of_rows: Default::default(),
            again: 0,
            groups: Vec::new(),
        };
        part.find_records()?;
        if let Some(by) = by {
            part.groups = part.groups_by(by)?;
        }
        Ok(part)
    }

    /// How many records there are.
    pub(crate) fn records(&self) -> usize {
        self.records.len()
    }

    fn find_records(&mut self) -> Result<(), Error> {
        let mut known: Map<Key, usize> = Map::default();
        let mut records = Vec::new();
        let mut again = 0;
        let has_panels = self.has(Table::Panels);
        for table in Table::ALL.into_iter().filter(|table| *table != Table::Errors) {
            if !self.has(table) {
                continue;
            }
            let may_add = table == Table::Panels || !has_panels;
            let ids: Vec<Option<&str>> = self.cells(table, "record_id")?;
            let mut rows = Vec::with_capacity(ids.len());
            let mut last: Option<(Option<&str>, Option<usize>)> = None;
            for id in ids {
                // The rows of a record follow each other.
                if let Some((_, record)) = last.filter(|(before, _)| *before == id)
                    && table != Table::Panels
                {
                    rows.push(record);
                    continue;
                }
                let key = Key::of(&[id]);
                let record = match known.get(&key) {
                    Some(record) => {
                        again += u64::from(table == Table::Panels);
                        Some(*record)
                    }
                    None if may_add => {
                        known.insert(key, records.len());
                        records.push(key);
                        Some(records.len() - 1)
                    }
                    None => None,
                };
                last = Some((id, record));
                rows.push(record);
            }
            if !has_panels {
                again += self.other_lines(table, &rows)?;
            }
            if let Some(own) = self.of_rows.get_mut(table as usize) {
                *own = rows;
            }
        }
        (self.records, self.again) = (records, again);
        Ok(())
    }

    /// Where there are no panels that tell: how many lines carry a record id that another line carries.
    fn other_lines(&self, table: Table, rows: &[Option<usize>]) -> Result<u64, Error> {
        if !(self.has_column(table, "file") && self.has_column(table, "line")) {
            return Ok(0);
        }
        let files: Vec<Option<&str>> = self.cells(table, "file")?;
        let lines: Vec<Option<i64>> = self.cells(table, "line")?;
        let mut stood = Map::default();
        let mut others = Set::default();
        for (record, place) in rows.iter().zip(files.into_iter().zip(lines)) {
            if *stood.entry(record).or_insert(place) != place {
                others.insert((record, place));
            }
        }
        Ok(others.len() as u64)
    }

    fn groups_by(&self, by: &str) -> Result<Vec<Option<Box<str>>>, Error> {
        let mut groups = vec![None; self.records.len()];
        let named: Vec<Option<Box<str>>> = match by {
            "year" | "quarter" => {
                let days: Vec<Option<Day>> = self.cells(Table::Panels, "held_on")?;
                let name = |day: Day| crate::words::period(day, by == "quarter");
                days.into_iter().map(|day| day.map(name)).collect()
            }
            _ => self.words(Table::Panels, by)?,
        };
        for (record, group) in self.of(Table::Panels).zip(named) {
            if let Some(own) = groups.get_mut(record.unwrap_or(usize::MAX)) {
                *own = group;
            }
        }
        Ok(groups)
    }

    /// The group of a record, where groups are asked for and it has one.
    pub(crate) fn group(&self, record: usize) -> Option<&str> {
        self.groups.get(record)?.as_deref()
    }

    pub(crate) fn has(&self, table: Table) -> bool {
        self.tables.get(table as usize).is_some_and(Option::is_some)
    }

    fn has_column(&self, table: Table, column: &str) -> bool {
        let batches = self.tables.get(table as usize).and_then(Option::as_deref);
        batches.is_some_and(|all| all.iter().all(|batch| batch.column_by_name(column).is_some()))
    }

    /// The record of each row; none where it is not one of the panels.
    pub(crate) fn of(&self, table: Table) -> impl Iterator<Item = Option<usize>> {
        self.of_rows.get(table as usize).into_iter().flatten().copied()
    }

    /// What orders panels of one day: the part, and the row in it.
    pub(crate) fn place(&self, row: usize) -> u64 {
        u64::from(self.place) << 32 | (row as u64 & u64::from(u32::MAX))
    }

    fn batches(&self, table: Table) -> Result<&[RecordBatch], Error> {
        let batches = self.tables.get(table as usize).and_then(Option::as_deref);
        batches.ok_or(Error::NoTable(table))
    }

    /// Every cell of a column.
    pub(crate) fn cells<'a, T: Cells<'a>>(
        &'a self,
        table: Table,
        column: &'static str,
    ) -> Result<Vec<Option<T>>, Error> {
        let mut cells = Vec::new();
        for batch in self.batches(table)? {
            let array = batch
                .column_by_name(column)
                .ok_or(Error::NoColumn { table, column: Some(column) })?;
            T::add(array, &mut cells).ok_or(Error::OtherCells {
                table,
                column: Some(column),
                expected: T::WORD,
            })?;
        }
        Ok(cells)
    }

    /// Every cell of a column in words, whatever it holds.
    pub(crate) fn words(&self, table: Table, column: &str) -> Result<Vec<Option<Box<str>>>, Error> {
        let mut cells = Vec::new();
        for batch in self.batches(table)? {
            let array: &dyn Array =
                batch.column_by_name(column).ok_or(Error::NoColumn { table, column: None })?;
            crate::words::add(array, &mut cells).ok_or(Error::OtherCells {
                table,
                column: None,
                expected: "text, numbers, days or yes or no",
            })?;
        }
        Ok(cells)
    }

    /// Two columns of titles and ids: each pair that stands in a row, once; nothing where there are no titles.
    pub(crate) fn pairs(
        &self,
        table: Table,
        titles: &'static str,
        ids: &'static str,
    ) -> Result<Option<Set<(&str, &str)>>, Error> {
        if !self.has_column(table, titles) {
            return Ok(None);
        }
        let all_titles: Vec<Option<&str>> = self.cells(table, titles)?;
        let all_ids: Vec<Option<&str>> = self.cells(table, ids)?;
        // Words of a dictionary lie at one place: to compare places is quicker.
        let mut seen = Set::default();
        let mut pairs = Set::default();
        for (title, id) in all_titles.into_iter().zip(all_ids) {
            let (Some(title), Some(id)) = (title, id) else { continue };
            if seen.insert((title.as_ptr(), title.len(), id.as_ptr(), id.len())) {
                pairs.insert((title, id));
            }
        }
        Ok(Some(pairs))
    }
}
