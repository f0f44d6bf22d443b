//! Tables that were kept elsewhere, and come back.

use super::{Ends, Table, Tables};
use crate::{Cell, Options};
use arrow_array::cast::AsArray;
use arrow_array::types::{Int8Type, Int32Type};
use arrow_array::{Array, ArrayRef, DictionaryArray, Int8Array, ListArray, RecordBatch};
use arrow_schema::DataType;
use std::borrow::Cow;
use std::sync::Arc;
use support_panel::{Code, Error};

impl Tables {
    /// The tables of batches that came from tables such as these, for example out of a file.
    ///
    /// Words may have come back as text, or under another dictionary.
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
            let empty = table.empty(text).map_err(|_| internal())?;
            for batch in batches.into_iter().filter(|batch| batch.num_rows() > 0) {
                let batch = fitted(&batch, &empty).ok_or_else(|| {
                    let name = table.name();
                    Error::outside(
                        Code::WrongType,
                        format!("found other columns than those of the table {name}, expected those that this version has"),
                    )
                })?;
                if let Some(own) = tables.batches.get_mut(table as usize) {
                    own.push(batch);
                }
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

/// A batch with the columns of an empty one: words under their own dictionary again, everything else as it is.
fn fitted(batch: &RecordBatch, empty: &RecordBatch) -> Option<RecordBatch> {
    let schema = empty.schema();
    if batch.num_columns() != empty.num_columns() {
        return None;
    }
    let columns = schema.fields().iter().zip(empty.columns()).map(|(field, empty)| {
        let column = batch.column_by_name(field.name())?;
        match field.data_type() {
            DataType::Dictionary(key, _) if **key == DataType::Int8 => closed_list(column, empty),
            DataType::Dictionary(..) => {
                Some(Arc::new(DictionaryArray::<Int32Type>::from_iter(texts(column)?)) as ArrayRef)
            }
            DataType::List(item) => {
                // Some formats forget that no item is empty, and what items are called.
                let list = column.as_list_opt::<i32>()?;
                let (offsets, items) = (list.offsets().clone(), list.values().clone());
                let list = ListArray::try_new(item.clone(), offsets, items, list.nulls().cloned());
                Some(Arc::new(list.ok()?) as ArrayRef)
            }
            own => (column.data_type() == own).then(|| column.clone()),
        }
    });
    let columns: Option<Vec<_>> = columns.collect();
    RecordBatch::try_new(schema.clone(), columns?).ok()
}

fn closed_list(column: &ArrayRef, empty: &ArrayRef) -> Option<ArrayRef> {
    let words = empty.as_dictionary_opt::<Int8Type>()?.values().clone();
    let list = words.as_string_opt::<i32>()?;
    let keys: Option<Vec<Option<i8>>> = texts(column)?
        .into_iter()
        .map(|text| match text {
            None => Some(None),
            Some(text) => {
                let index = list.iter().position(|word| word == Some(text))?;
                Some(Some(i8::try_from(index).ok()?))
            }
        })
        .collect();
    let array = DictionaryArray::<Int8Type>::try_new(Int8Array::from(keys?), words).ok()?;
    Some(Arc::new(array))
}

/// The texts of a column of text or words.
fn texts(column: &ArrayRef) -> Option<Vec<Option<&str>>> {
    (0..column.len())
        .map(|row| match Cell::of(column, row) {
            Cell::Empty if column.is_null(row) => Some(None),
            Cell::Text(Cow::Borrowed(text)) => Some(Some(text)),
            _ => None,
        })
        .collect()
}

fn internal() -> Error {
    Error::outside(Code::Internal, "found a fault of the library, expected none")
}

/// The id, file and line of each row.
fn places(batches: &[RecordBatch]) -> impl Iterator<Item = [Cell<'_>; 3]> {
    batches.iter().flat_map(|batch| {
        let columns = ["record_id", "file", "line"].map(|name| batch.column_by_name(name));
        (0..batch.num_rows()).map(move |row| {
            columns.map(|column| column.map_or(Cell::Empty, |column| Cell::of(column, row)))
        })
    })
}
