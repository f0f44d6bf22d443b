//! Tables that were kept elsewhere, and come back.

use super::{Ends, Table, Tables};
use crate::Options;
use arrow_array::RecordBatch;
use support_panel::{Code, Error};

impl Tables {
    /// The tables of batches that came from tables such as these, for example out of a file.
    ///
    /// # Errors
    /// `wrong_type` where a batch has not the columns of its table.
    pub fn from_batches(
        batches: Vec<(Table, Vec<RecordBatch>)>,
        text: bool,
    ) -> Result<Self, Error> {
        let named = batches.iter().map(|(table, _)| *table).collect();
        let options = Options { text, tables: Some(named), ..Options::default() };
        let mut tables = Self::empty(&options);
        for (table, batches) in batches {
            let schema = table.schema(text);
            if batches.iter().any(|batch| batch.schema().fields() != schema.fields()) {
                return Err(Error::outside(
                    Code::WrongType,
                    format!("found other columns than those of the table {}, expected the columns that this version has", table.name()),
                ));
            }
            if let Some(own) = tables.batches.get_mut(table as usize) {
                own.extend(batches.into_iter().filter(|batch| batch.num_rows() > 0));
            }
        }
        tables.ends = tables.ends_by_place();
        Ok(tables)
    }

    /// Where the rows of each record end: the rows of a record follow each other, and have one id, file and line.
    fn ends_by_place(&self) -> Vec<Ends> {
        let mut columns: Vec<_> = Table::ALL
            .iter()
            .filter(|table| **table != Table::Errors)
            .map(|table| (*table, places(self.batches(*table)).peekable()))
            .collect();
        let mut now = Ends::default();
        let mut ends = Vec::new();
        let records: Vec<_> = places(self.batches(Table::Panels)).collect();
        for record in records {
            for (table, rows) in &mut columns {
                let one_row = *table == Table::Panels;
                while rows.peek() == Some(&record) {
                    rows.next();
                    now.get_mut(*table as usize).into_iter().for_each(|end| *end += 1);
                    if one_row {
                        break;
                    }
                }
            }
            ends.push(now);
        }
        ends
    }

    /// Whether of each row it is known which record it is of: tables that came back without their panels do not say.
    pub fn knows_records(&self) -> bool {
        let rows = |table: &Table| self.rows(*table) as u64;
        let last = self.ends.last().copied().unwrap_or_default();
        let mut tables = Table::ALL.iter().zip(last).filter(|(table, _)| **table != Table::Errors);
        tables.all(|(table, end)| rows(table) == end)
    }
}

/// The id, file and line of each row.
fn places(batches: &[RecordBatch]) -> impl Iterator<Item = [crate::Cell<'_>; 3]> {
    batches.iter().flat_map(|batch| {
        let columns = ["record_id", "file", "line"].map(|name| batch.column_by_name(name));
        (0..batch.num_rows()).map(move |row| {
            columns.map(|column| column.map_or(crate::Cell::Empty, |column| crate::Cell::of(column, row)))
        })
    })
}
