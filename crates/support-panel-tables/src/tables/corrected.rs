//! Records that a later line replaces.

use super::{Ends, Table, Tables};
use crate::Error;
use arrow_array::cast::AsArray;
use arrow_array::{Array, BooleanArray, RecordBatch};
use arrow_select::filter::filter_record_batch;
use std::collections::HashMap;

impl Tables {
    /// Keeps, of several lines with one record id, the last alone: a record that was corrected and written again counts once, as it
    /// stands now.
    ///
    /// ```
    /// use support_panel_tables::{Options, Source, Table, read};
    ///
    /// let line = |actions: &str| format!(
    ///     r#"{{"format":"support-panel/1","id":"panel-1","profile":{{"id":"leicester-masp","version":"2017.1"}},"case":{{"reference":"EHA-1"}},"actions":[{actions}]}}"#,
    /// );
    /// let lines = [line(r#"{"id":"a-1"},{"id":"a-2"}"#), line(r#"{"id":"a-1"}"#)].join("\n");
    /// let tables = read(Source::bytes(lines.into_bytes()), &[], &Options::default())?;
    /// assert_eq!((tables.rows(Table::Panels), tables.rows(Table::Actions)), (2, 3));
    /// let tables = tables.keep_last()?;
    /// assert_eq!((tables.rows(Table::Panels), tables.rows(Table::Actions)), (1, 1));
    /// # Ok::<(), support_panel_tables::Error>(())
    /// ```
    ///
    /// # Errors
    /// `internal` where a column would have more than 2 GiB.
    pub fn keep_last(self) -> Result<Self, Error> {
        let kept = self.last_of_each();
        if kept.iter().all(|kept| *kept) {
            return Ok(self);
        }
        let mut batches = self.batches;
        for (table, batches) in batches.iter_mut().enumerate() {
            if Table::ALL.get(table) == Some(&Table::Errors) {
                continue;
            }
            let ends = self.ends.iter().filter_map(|ends| ends.get(table).copied());
            let mut rows = kept_rows(ends, &kept);
            for batch in std::mem::take(batches) {
                let mask = BooleanArray::from_iter(rows.by_ref().take(batch.num_rows()).map(Some));
                let some = filter_record_batch(&batch, &mask).map_err(|_| Error::internal())?;
                batches.extend((some.num_rows() > 0).then_some(some));
            }
        }
        let ends = ends_of(&self.ends, &kept);
        Ok(Self { batches, wanted: self.wanted, ends })
    }

    /// Of each record, whether no later one has its id. A record without a row has none, and is kept: there is nothing to lose.
    fn last_of_each(&self) -> Vec<bool> {
        let columns = Table::ALL.map(|table| Column::of(self.batches(table)));
        let mut last = HashMap::new();
        let mut ids = Vec::with_capacity(self.ends.len());
        let mut before = Ends::default();
        for (index, ends) in self.ends.iter().enumerate() {
            let rows = before.iter().zip(ends).zip(&columns);
            let mut id = rows.filter(|((start, end), _)| start < end);
            let id = id.find_map(|((start, _), column)| column.text(*start));
            if let Some(id) = id {
                last.insert(id, index);
            }
            ids.push(id);
            before = *ends;
        }
        let is_last = |(index, id): (usize, Option<&str>)| {
            id.is_none_or(|id| last.get(id).is_none_or(|last| *last == index))
        };
        ids.into_iter().enumerate().map(is_last).collect()
    }
}

/// For each row of a table whether its record is kept.
fn kept_rows(ends: impl Iterator<Item = u64>, kept: &[bool]) -> impl Iterator<Item = bool> {
    let mut before = 0;
    ends.zip(kept.to_vec()).flat_map(move |(end, kept)| {
        let rows = before..end;
        before = end;
        rows.map(move |_| kept)
    })
}

/// Where the rows of the records that are kept end, once the others are gone. Lines that could not be read stay where they are.
fn ends_of(ends: &[Ends], kept: &[bool]) -> Vec<Ends> {
    let (mut before, mut now) = (Ends::default(), Ends::default());
    let mut left = Vec::new();
    for (ends, kept) in ends.iter().zip(kept) {
        for ((now, before), end) in now.iter_mut().zip(&before).zip(ends) {
            *now += if *kept { end - before } else { 0 };
        }
        before = *ends;
        left.extend(kept.then_some(now));
    }
    left
}

/// The record ids of a table, in the batches that it has.
struct Column<'a> {
    parts: Vec<(u64, &'a dyn Array)>,
}

impl<'a> Column<'a> {
    fn of(batches: &'a [RecordBatch]) -> Self {
        let mut start = 0;
        let parts = batches.iter().filter_map(|batch| {
            let column = batch.column_by_name("record_id")?;
            let part = (start, &**column);
            start += batch.num_rows() as u64;
            Some(part)
        });
        Self { parts: parts.collect() }
    }

    fn text(&self, row: u64) -> Option<&'a str> {
        let part = self.parts.partition_point(|(start, _)| *start <= row).checked_sub(1)?;
        let (start, column) = self.parts.get(part)?;
        let row = usize::try_from(row - start).ok()?;
        let texts = column.as_string_opt::<i32>()?;
        (row < texts.len()).then(|| texts.value(row))
    }
}
