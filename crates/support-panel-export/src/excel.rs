//! Excel workbooks: sheets of typed cells, each a table that can be sorted and filtered.
//!
//! Days are serial numbers of the calendar of 1900 with a date format, ids and texts are strings, and nothing is a formula.

use crate::text::{kept, one_line};
use crate::{Cell, Error, Metadata, Sheet};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, Table, TableColumn, Workbook, XlsxError,
};
use std::collections::HashSet;
use support_panel::Date;

/// The widest that a column is made, in letters.
const WIDEST: usize = 60;

/// Sheets as an Excel workbook.
///
/// A heading is on one line and unlike the others of its sheet, whatever its capitals; so is the name of a sheet. What a
/// spreadsheet cannot hold is left out of a text as everywhere.
///
/// ```
/// use support_panel_export::{Cell, Metadata, Sheet, excel};
///
/// let mut sheet = Sheet::new("Actions", ["Case", "Days late"]);
/// sheet.rows.push(vec![Cell::Text("EHA-0012".into()), Cell::Whole(3)]);
/// let file = excel(&[sheet], "Actions", &Metadata::default())?;
/// assert!(file.starts_with(b"PK"));
/// # Ok::<(), support_panel_export::Error>(())
/// ```
///
/// # Errors
/// [`Error::DayBefore1900`] for a day that each program would read as another; [`Error::Workbook`] where a sheet has more
/// rows or a cell more text than Excel allows.
pub fn excel(sheets: &[Sheet], title: &str, metadata: &Metadata) -> Result<Vec<u8>, Error> {
    let mut workbook = Workbook::new();
    let mut names = Names::default();
    for sheet in sheets {
        write(&mut workbook, sheet, &mut names)?;
    }
    // Without a day the library would take the clock's.
    let day = metadata.held_on.unwrap_or(Date::new(2000, 1, 1).unwrap_or(Date::MIN));
    let mut properties =
        DocProperties::new().set_title(one_line(title)).set_creation_datetime(&excel_day(day)?);
    if let Some(authority) = &metadata.authority {
        properties = properties.set_author(kept(authority));
    }
    workbook.set_properties(&properties);
    workbook.save_to_buffer().map_err(refused)
}

fn write(workbook: &mut Workbook, sheet: &Sheet, names: &mut Names) -> Result<(), Error> {
    let bold = Format::new().set_bold().set_text_wrap();
    let wrapped = Format::new().set_text_wrap().set_align(rust_xlsxwriter::FormatAlign::Top);
    let date = wrapped.clone().set_num_format("d mmm yyyy");
    let worksheet = workbook.add_worksheet();
    worksheet.set_name(names.sheet(&sheet.name)).map_err(refused)?;
    let mut headings = Names::default();
    let head: Vec<String> =
        sheet.head.iter().map(|head| headings.unlike(&one_line(head))).collect();
    for (head, column) in head.iter().zip(0u16..) {
        worksheet.write_string_with_format(0, column, head, &bold).map_err(refused)?;
        let cells = sheet.rows.iter().filter_map(|row| row.get(usize::from(column)));
        let widest = cells.map(letters).fold(head.chars().count(), usize::max).min(WIDEST);
        let widest = u16::try_from(widest + 3).unwrap_or(u16::MAX);
        worksheet.set_column_width(column, f64::from(widest)).map_err(refused)?;
    }
    for (cells, row) in sheet.rows.iter().zip(1u32..) {
        for (cell, column) in cells.iter().take(head.len()).zip(0u16..) {
            match cell {
                Cell::Empty => continue,
                Cell::Text(text) => {
                    worksheet.write_string_with_format(row, column, kept(text), &wrapped)
                }
                // A spreadsheet's numbers are no more exact than this.
                Cell::Whole(number) => {
                    worksheet.write_number_with_format(row, column, *number as f64, &wrapped)
                }
                Cell::Number(number) => {
                    worksheet.write_number_with_format(row, column, *number, &wrapped)
                }
                Cell::Day(day) => {
                    worksheet.write_datetime_with_format(row, column, excel_day(*day)?, &date)
                }
            }
            .map_err(refused)?;
        }
    }
    let (rows, columns) = (sheet.rows.len(), head.len());
    // A table of no rows is refused.
    if let (Ok(last), Ok(columns @ 1..)) = (u32::try_from(rows), u16::try_from(columns))
        && last > 0
    {
        let columns_of_table: Vec<TableColumn> =
            head.iter().map(|head| TableColumn::new().set_header(head)).collect();
        let table = Table::new().set_columns(&columns_of_table).set_alt_text(one_line(&sheet.name));
        worksheet.add_table(0, 0, last, columns - 1, &table).map_err(refused)?;
    }
    worksheet.set_freeze_panes(1, 0).map_err(refused)?;
    worksheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    worksheet.set_repeat_rows(0, 0).map_err(refused)?;
    Ok(())
}

fn letters(cell: &Cell) -> usize {
    match cell {
        Cell::Empty => 0,
        Cell::Text(text) => text.lines().map(|line| line.chars().count()).max().unwrap_or(0),
        Cell::Whole(_) | Cell::Number(_) => 8,
        Cell::Day(_) => 11,
    }
}

fn excel_day(day: Date) -> Result<ExcelDateTime, Error> {
    match u16::try_from(day.year()) {
        Ok(year @ 1900..) => ExcelDateTime::from_ymd(year, day.month(), day.day()).map_err(refused),
        _ => Err(Error::DayBefore1900),
    }
}

/// What went wrong, without what stood there.
fn refused(error: XlsxError) -> Error {
    Error::Workbook(match error {
        XlsxError::MaxStringLengthExceeded => "a text of more than 32,767 characters",
        XlsxError::RowColumnLimitError => "more rows or columns than a sheet has",
        _ => "what Excel does not allow",
    })
}

/// Names that differ by more than their capitals.
#[derive(Default)]
struct Names(HashSet<String>);

impl Names {
    fn unlike(&mut self, name: &str) -> String {
        let name = if name.is_empty() { "Column" } else { name };
        let mut unlike = name.to_owned();
        let mut count = 1;
        while !self.0.insert(unlike.to_lowercase()) {
            count += 1;
            unlike = format!("{name} {count}");
        }
        unlike
    }

    /// The name of a sheet: at most 31 characters, without those that Excel uses itself.
    fn sheet(&mut self, name: &str) -> String {
        let is_used = |c: char| matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
        let name: String = one_line(name).chars().filter(|c| !is_used(*c)).take(27).collect();
        self.unlike(if name.trim().is_empty() { "Sheet" } else { name.trim() })
    }
}
