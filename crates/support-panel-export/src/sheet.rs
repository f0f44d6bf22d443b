//! Tables of typed cells: what a spreadsheet and a CSV file are written of.

use support_panel::Date;
use support_panel::report::document::Table;

/// A cell. An id is a text: a spreadsheet that takes `0012` for a number loses what it says.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text or an id.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number.
    Number(f64),
    /// A day.
    Day(Date),
}

/// A table with one row of headings.
///
/// ```
/// use support_panel_export::{Cell, Sheet};
///
/// let mut sheet = Sheet::new("Actions", ["Case", "Due"]);
/// sheet.rows.push(vec![Cell::Text("EHA-1".into()), Cell::Day("2026-03-12".parse().unwrap())]);
/// assert_eq!(sheet.to_csv(), "\"Case\",\"Due\"\n\"EHA-1\",\"2026-03-12\"\n");
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Sheet {
    /// What the sheet is called.
    pub name: String,
    /// The headings of the columns.
    pub head: Vec<String>,
    /// The rows; a missing cell is an empty one.
    pub rows: Vec<Vec<Cell>>,
}

impl Sheet {
    /// A sheet without rows.
    pub fn new<T: Into<String>>(name: &str, head: impl IntoIterator<Item = T>) -> Self {
        let head = head.into_iter().map(Into::into).collect();
        Self { name: name.to_owned(), head, rows: Vec::new() }
    }

    /// The table of a paper, each cell as text.
    pub fn of_table(table: &Table) -> Self {
        let mut sheet = Self::new(table.caption, table.head.iter().map(|head| head.plain()));
        let cell = |words: &support_panel::report::document::Words| match words.plain() {
            text if text.is_empty() => Cell::Empty,
            text => Cell::Text(text),
        };
        sheet.rows = table.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        sheet
    }
}
