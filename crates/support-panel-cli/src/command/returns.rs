//! `returns`: the rows that councils return.

use crate::checker::read_record;
use crate::console::{Console, Status};
use crate::input::Input;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use support_panel::Date;
use support_panel_export::{Cell as SheetCell, Sheet};
use support_panel_returns::{Cell, Fill, List, Rows, rows};

/// Write the rows that councils return, as CSV
///
/// A column that a record cannot fill is empty and never guessed, unless --fill says where a council's own data (extensions) holds it. It
/// names children by the ids of the record, and is for professionals.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Lists:
  ssd-early-help-episodes  Standard Safeguarding Dataset, early help episodes
  annex-a-list-2           Ofsted, Annex A, list 2
  supporting-families      the headline outcomes that goals are tagged with

Examples:
  support-panel returns annex-a-list-2 'panels/*.json' --as-of 2026-03-31 --fill fill.json
      Where fill.json is {\"Gender\": \"/case/people/*/extensions/gender\"}.

  support-panel returns annex-a-list-2 --columns
      Each column, what fills it or why nothing does, and where the list was published.")]
pub(crate) struct Args {
    /// The list
    list: List,

    /// Files of records, patterns of them, or - for standard input
    #[arg(value_name = "FILE", required_unless_present = "columns")]
    files: Vec<PathBuf>,

    /// Take every file as NDJSON, one record a line
    #[arg(long)]
    ndjson: bool,

    /// The day of which ages are; without it there are none
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,

    /// Where in the records a council keeps what fills a column: a JSON object of columns and JSON Pointers, * for the row's child or goal
    #[arg(long, value_name = "FILE")]
    fill: Option<PathBuf>,

    /// Say what the columns are, and write no rows
    #[arg(long, conflicts_with = "files")]
    columns: bool,
}

impl Args {
    pub(super) fn run(
        &self,
        stdin: &mut dyn Read,
        console: &mut Console<'_>,
    ) -> io::Result<Status> {
        if self.columns {
            return self.columns(console);
        }
        let fill = match self.fill() {
            Ok(fill) => fill,
            Err(error) => return console.complain(&error),
        };
        let head = self.list.columns().iter().map(|column| column.name.as_str());
        let mut sheet = Sheet::new(self.list.as_str(), head);
        let input = Input { files: self.files.clone(), ndjson: self.ndjson };
        for document in input.documents(stdin) {
            let read =
                document.and_then(|document| Ok((read_record(&document)?, document.location)));
            let (record, location) = match read {
                Ok(read) => read,
                Err(error) => {
                    console.complain(&error)?;
                    continue;
                }
            };
            let Rows { rows, refused, .. } = rows(self.list, &record, self.as_of, &fill);
            for value in refused {
                let (row, column, expected) = (value.row, value.column, value.expected);
                let what = format!("{location}: row {row}, column {column}: expected {expected}");
                console.complain(&what)?;
            }
            sheet.rows.extend(rows.into_iter().map(|row| row.into_iter().map(cell).collect()));
        }
        console.document(&sheet.to_csv())?;
        Ok(console.status())
    }

    fn fill(&self) -> Result<Fill, String> {
        let Some(file) = &self.fill else { return Ok(Fill::default()) };
        let text = std::fs::read_to_string(file)
            .map_err(|error| format!("the file cannot be read: {error}"))?;
        Fill::from_json(&text, self.list).map_err(|error| error.to_string())
    }

    fn columns(&self, console: &mut Console<'_>) -> io::Result<Status> {
        let list = self.list;
        let out = console.out()?;
        writeln!(
            out,
            "{}\n{}\n{}, {}\n",
            list.title(),
            list.row(),
            list.source(),
            list.published()
        )?;
        for column in list.columns() {
            let empty = column.empty.as_deref();
            let empty = empty.map(|why| format!(" Empty: {why}")).unwrap_or_default();
            let words = match column.words.as_slice() {
                [] => String::new(),
                words => format!(" One of: {}.", words.join(", ")),
            };
            writeln!(out, "{}\n    {}{words}{empty}", column.name, column.about)?;
        }
        Ok(console.status())
    }
}

fn cell(cell: Cell) -> SheetCell {
    match cell {
        Cell::Text(text) => SheetCell::Text(text),
        Cell::Whole(number) => SheetCell::Whole(number),
        Cell::Day(day) => SheetCell::Day(day),
        _ => SheetCell::Empty,
    }
}
