//! What tables cannot be asked, and why.

use std::fmt;
use support_panel_tables::Table;

/// Why tables could not be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// A table is needed and was not given.
    NoTable(Table),
    /// A column is needed and is not there.
    NoColumn {
        /// Of which table.
        table: Table,
        /// Which column, where this library names it: a column of the caller's own is not quoted.
        column: Option<&'static str>,
    },
    /// A column holds something else.
    OtherCells {
        /// Of which table.
        table: Table,
        /// Which column, where this library names it.
        column: Option<&'static str>,
        /// What was expected there.
        expected: &'static str,
    },
    /// So many lines carry a record id that an earlier line carries: what both say would be counted twice.
    Again(u64),
    /// An answer has more rows than Arrow can hold.
    TooLarge,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = |column: &Option<&'static str>| column.unwrap_or("that it is asked by");
        match self {
            Self::NoTable(table) => {
                write!(f, "the table '{}' is needed and was not given", table.name())
            }
            Self::NoColumn { table, column } => {
                write!(f, "{}: found no column {}, which is needed", table.name(), named(column))
            }
            Self::OtherCells { table, column, expected } => {
                write!(
                    f,
                    "{}: found a column {} of another type, expected {expected}",
                    table.name(),
                    named(column)
                )
            }
            Self::Again(lines) => {
                write!(
                    f,
                    "{lines} lines carry a record id that an earlier line carries: keep one line for each record, for example by \
                     read_ndjson(..., keep=\"last\"), since nothing may be counted twice"
                )
            }
            Self::TooLarge => {
                f.write_str("found more groups than a table can hold, expected fewer")
            }
        }
    }
}

impl std::error::Error for Error {}
