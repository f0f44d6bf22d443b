//! Rows of a table as text.

use arrow_array::RecordBatch;
use std::io;
use support_panel_export::csv_row;
use support_panel_tables::Cell;

/// What stands at the start of a CSV file by which Excel knows that its letters are in UTF-8.
pub const EXCEL_MARK: &str = "\u{feff}";

/// The names of the columns as CSV.
///
/// # Errors
/// What a writer says that has no room.
pub fn csv_head(names: &[&str]) -> io::Result<String> {
    let mut out = Vec::new();
    csv_row(&mut out, names)?;
    String::from_utf8(out).map_err(io::Error::other)
}

fn cells(batch: &RecordBatch, row: usize) -> impl Iterator<Item = Cell<'_>> {
    batch.columns().iter().map(move |column| Cell::of(column, row))
}

/// The rows as CSV: every field quoted, none that acts as a formula, lists as ids with spaces between.
///
/// # Errors
/// What a writer says that has no room.
pub fn csv(batch: &RecordBatch) -> io::Result<String> {
    let mut out = Vec::new();
    for row in 0..batch.num_rows() {
        let fields: Vec<_> = cells(batch, row).map(|cell| cell.to_string()).collect();
        csv_row(&mut out, &fields)?;
    }
    String::from_utf8(out).map_err(io::Error::other)
}

/// The rows as JSON, one object a line, with every column in each.
pub fn ndjson(batch: &RecordBatch) -> String {
    let schema = batch.schema();
    let object = |row| {
        let members = schema.fields().iter().zip(cells(batch, row));
        members.map(|(field, cell)| (field.name().clone(), value(cell))).collect()
    };
    (0..batch.num_rows())
        .map(|row| serde_json::Value::Object(object(row)).to_string() + "\n")
        .collect()
}

/// A cell as JSON.
fn value(cell: Cell<'_>) -> serde_json::Value {
    match cell {
        Cell::Text(text) => text.as_ref().into(),
        Cell::Truth(truth) => truth.into(),
        Cell::Whole(number) => number.into(),
        // A number is written as in a record: 5, not 5.0.
        Cell::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            (number as i64).into()
        }
        Cell::Number(number) => number.into(),
        Cell::List(ids) => ids.into(),
        _ => serde_json::Value::Null,
    }
}
