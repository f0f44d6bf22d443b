//! `rules`: every rule, or every other code.

use super::Format;
use crate::console::{Console, Status};
use crate::json_items::JsonItems;
use serde::Serialize;
use std::io::{self, Read, Write};
use support_panel::interface::json;
use support_panel::{CodeDefinition, Definition, codes, rules};
use support_panel_export::csv_row;

/// List every rule, with its severity and from which phase of a meeting it is asked
///
/// A rule is asked of every record, once a meeting is planned, once it is in progress, or once it is concluded. A council
/// sets the severity of a rule, or turns it off, in its profile.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel rules
      The rules, one a line.

  support-panel rules --codes --format csv > codes.csv
      The codes of read errors, refusals and reasons instead, for a spreadsheet.")]
pub(crate) struct Args {
    /// List the other codes instead: of read errors, profile errors, refusals and reasons
    #[arg(long)]
    codes: bool,

    /// How to write the list
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

impl Args {
    pub(super) fn run(&self, _: &mut dyn Read, console: &mut Console<'_>) -> io::Result<Status> {
        if self.codes {
            let row = |code: &CodeDefinition| {
                [code.code.to_string(), area(code), code.meaning.to_owned()]
            };
            self.list(codes().iter(), ["code", "area", "meaning"], row, console)?;
        } else {
            let row = |rule: &Definition| {
                [rule.code, rule.severity.as_str(), rule.phase.as_str(), rule.title]
                    .map(str::to_owned)
            };
            self.list(rules(), ["code", "severity", "phase", "title"], row, console)?;
        }
        Ok(Status::Clean)
    }

    fn list<T: Serialize + 'static, const N: usize>(
        &self,
        items: impl Iterator<Item = &'static T>,
        heads: [&str; N],
        row: impl Fn(&T) -> [String; N],
        console: &mut Console<'_>,
    ) -> io::Result<()> {
        let out = console.out()?;
        if let Format::Json | Format::Ndjson = self.format {
            let mut list = JsonItems::new(self.format == Format::Json);
            for item in items {
                list.item(out, item)?;
            }
            return list.end(out);
        }
        let rows: Vec<_> = items.map(row).collect();
        if self.format == Format::Csv {
            csv_row(out, heads)?;
            return rows.iter().try_for_each(|row| csv_row(out, row));
        }
        let width = |column: usize| {
            rows.iter().filter_map(|row| row.get(column)).map(String::len).max().unwrap_or_default()
        };
        for row in &rows {
            let (last, others) = row.split_last().unzip();
            for (column, field) in others.unwrap_or_default().iter().enumerate() {
                write!(out, "{field:<0$}  ", width(column))?;
            }
            writeln!(out, "{}", last.map_or("", |field| field))?;
        }
        Ok(())
    }
}

/// The word of a code's area.
pub(super) fn area(code: &CodeDefinition) -> String {
    json(&code.area).trim_matches('"').to_owned()
}
