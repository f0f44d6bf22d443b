//! The value of one cell, for writers of rows.

use arrow_array::cast::AsArray;
use arrow_array::types::TimestampMicrosecondType;
use arrow_array::types::{
    Date32Type, DurationMicrosecondType, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type,
};
use arrow_array::{Array, ArrowPrimitiveType};
use arrow_schema::{DataType, TimeUnit};
use std::borrow::Cow;
use std::fmt;
use support_panel::Date;

/// The value of one cell, independent of how its column stores it.
///
/// ```
/// use support_panel_tables::{Cell, Options, Source, Table, read};
///
/// let line = concat!(
///     r#"{"format":"support-panel/1","id":"panel-1","profile":{"id":"leicester-masp","version":"2017.1"},"#,
///     r#""case":{"reference":"EHA-1"},"meeting":{"status":"concluded","held_on":"2026-03-12"}}"#,
/// );
/// let tables = read(Source::bytes(line.as_bytes()), &[], &Options::default())?;
/// let panels = &tables.batches(Table::Panels)[0];
/// let cell = |name| panels.column_by_name(name).map(|column| Cell::of(column, 0));
/// assert_eq!(cell("held_on"), Some(Cell::Text("2026-03-12".into())));
/// assert_eq!(cell("meeting_status"), Some(Cell::Text("concluded".into())));
/// assert_eq!(cell("actions"), Some(Cell::Whole(0)));
/// assert_eq!(cell("chair"), Some(Cell::Empty));
/// # Ok::<(), support_panel_tables::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// A text, a word, an id; a day as `2026-03-12`, a moment as `2026-03-12T10:00:00Z`.
    Text(Cow<'a, str>),
    /// Yes or no.
    Truth(bool),
    /// A whole number.
    Whole(i64),
    /// Any other number; a length of time in seconds.
    Number(f64),
    /// Ids.
    List(Vec<&'a str>),
}

impl<'a> Cell<'a> {
    /// The cell of a column in a row; nothing outside the column, or where no column of a table is of its type.
    pub fn of(column: &'a dyn Array, row: usize) -> Self {
        if row >= column.len() || column.is_null(row) {
            return Self::Empty;
        }
        let owned = |text: String| Self::Text(text.into());
        match column.data_type() {
            DataType::Utf8 => Self::text(column, Some(row)),
            DataType::Boolean => Self::Truth(column.as_boolean().value(row)),
            DataType::Int16 => whole::<Int16Type>(column, row),
            DataType::Int32 => whole::<Int32Type>(column, row),
            DataType::Int64 => whole::<Int64Type>(column, row),
            DataType::Float64 => Self::Number(column.as_primitive::<Float64Type>().value(row)),
            DataType::Date32 => day(column.as_primitive::<Date32Type>().value(row).into())
                .map_or(Self::Empty, owned),
            DataType::Timestamp(TimeUnit::Microsecond, _) => {
                moment(column.as_primitive::<TimestampMicrosecondType>().value(row))
                    .map_or(Self::Empty, owned)
            }
            DataType::Duration(TimeUnit::Microsecond) => {
                // Exact up to 285 years.
                Self::Number(
                    column.as_primitive::<DurationMicrosecondType>().value(row) as f64 / 1e6,
                )
            }
            DataType::Dictionary(key, _) if **key == DataType::Int8 => {
                let words = column.as_dictionary::<Int8Type>();
                Self::text(words.values(), words.key(row))
            }
            DataType::Dictionary(key, _) if **key == DataType::Int32 => {
                let words = column.as_dictionary::<Int32Type>();
                Self::text(words.values(), words.key(row))
            }
            DataType::List(_) => {
                let list = column.as_list::<i32>();
                let ends = list.value_offsets().get(row..row + 2).unwrap_or_default();
                let index = |end: Option<&i32>| {
                    end.and_then(|end| usize::try_from(*end).ok()).unwrap_or_default()
                };
                let items = list.values().as_string::<i32>();
                Self::List(
                    (index(ends.first())..index(ends.last()))
                        .map(|item| items.value(item))
                        .collect(),
                )
            }
            _ => Self::Empty,
        }
    }

    fn text(column: &'a dyn Array, row: Option<usize>) -> Self {
        let texts = column.as_string_opt::<i32>();
        let text = texts
            .zip(row)
            .filter(|(texts, row)| *row < texts.len())
            .map(|(texts, row)| texts.value(row));
        text.map_or(Self::Empty, |text| Self::Text(text.into()))
    }
}

fn whole<T: ArrowPrimitiveType<Native: Into<i64>>>(column: &dyn Array, row: usize) -> Cell<'_> {
    Cell::Whole(column.as_primitive::<T>().value(row).into())
}

fn day(days: i64) -> Option<String> {
    Date::new(1970, 1, 1)?.checked_add_days(days).map(|date| date.to_string())
}

fn moment(microseconds: i64) -> Option<String> {
    let (seconds, fraction) =
        (microseconds.div_euclid(1_000_000), microseconds.rem_euclid(1_000_000));
    let (date, second) = (day(seconds.div_euclid(86_400))?, seconds.rem_euclid(86_400));
    let time = format!("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
    let fraction = if fraction == 0 { String::new() } else { format!(".{fraction:06}") };
    Some(format!("{date}T{time}{fraction}Z"))
}

impl fmt::Display for Cell<'_> {
    /// As a cell of CSV: nothing for nothing, a list as its ids with spaces between, for no id has one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) => f.write_str(text),
            Self::Truth(truth) => truth.fmt(f),
            Self::Whole(number) => number.fmt(f),
            Self::Number(number) => number.fmt(f),
            Self::List(ids) => f.write_str(&ids.join(" ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_on_both_sides_of_the_epoch() {
        assert_eq!(moment(0).unwrap(), "1970-01-01T00:00:00Z");
        assert_eq!(moment(-1).unwrap(), "1969-12-31T23:59:59.999999Z");
        assert_eq!(moment(1_773_309_600_500_000).unwrap(), "2026-03-12T10:00:00.500000Z");
    }
}
