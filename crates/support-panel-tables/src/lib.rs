//! Many panel records at once: NDJSON in, Arrow columns out.
//!
//! Lines are read, checked and split into rows on all cores, in bounded memory, in the order of the input: one
//! table each of panels, participants, entries of the map, ratings, actions, stages, findings, and lines that could not
//! be read. Columns of free text and names are there only where they are asked for.
//!
//! ```
//! use support_panel_tables::{Options, Source, Table, read};
//!
//! let lines = concat!(
//!     r#"{"format":"support-panel/1","id":"panel-1","profile":{"id":"leicester-masp","version":"2017.1"},"case":{"reference":"EHA-1"}}"#,
//!     "\n{\"format\":\"support-panel/1\",\"id\":7}\n",
//! );
//! let tables = read(Source::bytes(lines.as_bytes()), &[], &Options::default())?;
//! assert_eq!(tables.rows(Table::Panels), 1);
//! assert_eq!(tables.rows(Table::Errors), 1);
//! # Ok::<(), support_panel_tables::Error>(())
//! ```
//!
//! No record is checked against the panel before it, which may stand anywhere in the input. Rules that need it are silent
//! here; `support_panel::check` takes both records.

mod cell;
mod column;
mod error;
mod foreign;
mod lines;
mod options;
mod records;
mod source;
mod stream;
mod tables;
mod vocabulary;

pub use cell::Cell;
pub use error::Error;
pub use options::{OnError, Options, Progress};
pub use records::{Records, records};
pub use source::Source;
pub use stream::Stream;
pub use tables::{ColumnDefinition, Table, Tables};

use support_panel::Profile;

/// Reads everything into tables; only the result stays in memory.
///
/// Each record is judged under the one of `profiles` that it names; where none are given, under the built-in profile that it
/// names. A record that names another is an error, as [`Profile::for_record`] says.
///
/// # Errors
/// `unreadable` at once where a file cannot be opened; with [`OnError::Raise`], the first line that cannot be read.
pub fn read(
    source: impl Into<Source>,
    profiles: &[Profile],
    options: &Options,
) -> Result<Tables, Error> {
    let mut tables = Tables::empty(options);
    for batch in stream(source, profiles, options)? {
        tables.extend(batch?);
    }
    Ok(tables)
}

/// Reads batch by batch, in bounded memory: at most 1,000 records, or as many as begin in 512 KiB of text.
///
/// # Errors
/// `unreadable` at once where a file cannot be opened. The iterator then gives, with [`OnError::Raise`], the first line
/// that cannot be read.
pub fn stream(
    source: impl Into<Source>,
    profiles: &[Profile],
    options: &Options,
) -> Result<Stream, Error> {
    Stream::open(source.into(), profiles, options)
}
