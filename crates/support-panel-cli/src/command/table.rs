//! `table`: years of panels as rows, for a spreadsheet or whatever reads lines.

use crate::checker::ProfileArgs;
use crate::console::{Console, Status};
use crate::escaped::Escaped;
use crate::input::{Source, expand};
use crate::rows;
use arrow_ipc::writer::StreamWriter;
use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use support_panel::{Code, Date};
use support_panel_export::csv_row;
use support_panel_tables::{Cell, Options, Stream, Table, Tables, stream};

/// Turn many records into one table: a row for each panel, participant, entry, rating, action, stage, finding or error
///
/// Files hold one record a line, plain or compressed with gzip or Zstandard. They are read on all cores and in bounded
/// memory, and rows come out in the order of the input. A line that cannot be read is complained of and costs that line
/// only. docs/tables.md says what each column holds.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel table ratings 'panels-*.ndjson.gz' > ratings.csv
      Every number given in years of panels, with whose it is and on which scale.

  support-panel table actions panels.ndjson --as-of 2026-06-30 --format ndjson
      Every action, with the day it is due and how late it is, one JSON object a line.")]
pub(crate) struct Args {
    /// Which table
    #[arg(value_parser = clap::builder::PossibleValuesParser::new(Table::ALL.map(Table::name)))]
    table: String,

    /// Files of one record a line, patterns of them such as 'panels/*.ndjson', or - for standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    #[command(flatten)]
    profile_args: ProfileArgs,

    /// The day on which records are judged; without it, rules about today are silent and open actions are not late
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,

    /// Add the columns of free text and names: ask only for what you may hold
    #[arg(long)]
    text: bool,

    /// How many threads work; all cores where none is said
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,

    /// How to write the rows
    #[arg(long, value_enum, default_value_t = Rows::Csv)]
    format: Rows,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Rows {
    /// For a spreadsheet: quoted, guarded against formulas, lists as ids with spaces between, lengths of time in seconds
    Csv,
    /// As csv, with the mark at its start by which Excel knows that letters such as é are in UTF-8
    Excel,
    /// One JSON object a line, every column in each: null where a cell is empty
    Ndjson,
    /// Arrow's stream of columns with their types, which polars (`read_ipc_stream`), pyarrow and R read; for a file or a pipe
    Arrow,
}

impl Args {
    pub(super) fn run(
        &self,
        stdin: &mut (dyn Read + Send),
        console: &mut Console<'_>,
    ) -> io::Result<Status> {
        let profiles = match self.profile_args.read() {
            Ok(profiles) => profiles,
            Err(error) => return console.complain(&error),
        };
        let mut sources = Vec::new();
        for found in self.files.iter().flat_map(|argument| expand(argument)) {
            match found {
                Ok(source) => sources.push(source),
                Err(error) => {
                    console.complain(&error)?;
                }
            }
        }
        if self.format == Rows::Arrow && console.is_terminal {
            return console
                .complain(&"Arrow's stream is for programs: send it into a file or a pipe");
        }
        let Some(table) = Table::from_name(&self.table) else {
            return Ok(console.raise(Status::Unusable));
        };
        let tables = Some(vec![table]);
        let options = Options {
            as_of: self.as_of,
            threads: self.threads,
            text: self.text,
            tables,
            ..Options::default()
        };
        std::thread::scope(|scope| {
            // Standard input is borrowed for this thread; the threads that read lines outlive the borrow.
            let mut stdin = Some(stdin);
            let mut parts = Vec::new();
            for source in sources {
                match source {
                    Source::File(path) => parts.push(support_panel_tables::Source::path(&*path)),
                    Source::Stdin => {
                        let Some(stdin) = stdin.take() else { continue };
                        let (piped, mut pipe) = io::pipe()?;
                        let error = Arc::new(Mutex::new(None));
                        let fed = Fed { piped, error: error.clone() };
                        let feed = move || {
                            let fed = io::copy(stdin, &mut pipe);
                            *error.lock().unwrap_or_else(PoisonError::into_inner) = fed.err();
                        };
                        if let Err(error) = std::thread::Builder::new().spawn_scoped(scope, feed) {
                            return console.complain(&format!(
                                "standard input cannot be read: no thread for it: {error}"
                            ));
                        }
                        parts.push(
                            support_panel_tables::Source::reader(fed).named("standard input"),
                        );
                    }
                }
            }
            match stream(
                parts.into_iter().collect::<support_panel_tables::Source>(),
                &profiles,
                &options,
            ) {
                Ok(batches) => self.write(batches, table, console),
                Err(error) => console.complain(&Escaped::new(&error.to_string())),
            }
        })
    }

    fn write(
        &self,
        mut batches: Stream,
        table: Table,
        console: &mut Console<'_>,
    ) -> io::Result<Status> {
        let schema = table.schema(self.text);
        if self.format == Rows::Excel {
            console.out()?.write_all(rows::EXCEL_MARK.as_bytes())?;
        }
        if matches!(self.format, Rows::Csv | Rows::Excel) {
            csv_row(console.out()?, schema.fields().iter().map(|field| field.name()))?;
        }
        let mut arrow = StreamWriter::try_new(Vec::new(), &schema).map_err(io::Error::other)?;
        let mut complaints = Complaints::default();
        while let Some(tables) = batches.next() {
            match tables {
                Ok(tables) => {
                    for batch in tables.batches(table) {
                        match self.format {
                            Rows::Csv | Rows::Excel => console.document(&rows::csv(batch)?)?,
                            Rows::Ndjson => console.document(&rows::ndjson(batch))?,
                            Rows::Arrow => {
                                arrow.write(batch).map_err(io::Error::other)?;
                                console.out()?.write_all(&std::mem::take(arrow.get_mut()))?;
                            }
                        }
                    }
                    complaints.of(&tables, console)?;
                }
                Err(error) => {
                    console.complain(&Escaped::new(&error.to_string()))?;
                }
            }
            console.progress(batches.progress().records)?;
        }
        if self.format == Rows::Arrow {
            console.out()?.write_all(&arrow.into_inner().map_err(io::Error::other)?)?;
        }
        complaints.finish(console)?;
        Ok(console.status())
    }
}

/// So many lines of a file are complained of one by one; the rest are counted.
const MOST_COMPLAINTS: u64 = 10;

/// The lines that cannot be read, by file, whichever table is asked for.
#[derive(Default)]
struct Complaints(BTreeMap<String, u64>);

impl Complaints {
    fn of(&mut self, tables: &Tables, console: &mut Console<'_>) -> io::Result<()> {
        for batch in tables.batches(Table::Errors) {
            for row in 0..batch.num_rows() {
                let cell = |name: &'static str| {
                    batch
                        .column_by_name(name)
                        .map_or(Cell::Empty, |column| Cell::of(column, row))
                        .to_string()
                };
                let count = self.0.entry(cell("file")).or_default();
                *count += 1;
                if *count <= MOST_COMPLAINTS {
                    complain(cell, console)?;
                }
            }
        }
        Ok(())
    }

    /// Says how many more there were: most often a record that is indented, of which no line is a record.
    fn finish(self, console: &mut Console<'_>) -> io::Result<()> {
        let more = self.0.into_iter().filter(|(_, count)| *count > MOST_COMPLAINTS);
        for (file, count) in more {
            console.complain(&format_args!(
                "{}\n  {} more lines cannot be read\n  Give one record a line: an indented record is many lines.",
                Escaped::new(&file),
                count - MOST_COMPLAINTS
            ))?;
        }
        Ok(())
    }
}

fn complain(cell: impl Fn(&'static str) -> String, console: &mut Console<'_>) -> io::Result<()> {
    let named = |before: &str, name: &'static str| {
        Some(cell(name)).filter(|text| !text.is_empty()).map(|text| format!("{before}{text}"))
    };
    let location = [
        named("", "file"),
        named(", line ", "line"),
        named(" column ", "column"),
        named(", at ", "path"),
    ];
    let location: String = location.into_iter().flatten().collect();
    let (message, code) = (cell("message"), cell("code"));
    let remedy = Code::from_word(&code)
        .map(|code| format!("\n  {}", code.definition().remedy))
        .unwrap_or_default();
    console.complain(&format_args!(
        "{}\n  {} ({code}){remedy}",
        Escaped::new(&location),
        Escaped::new(&message)
    ))?;
    Ok(())
}

/// Standard input as another thread receives it.
struct Fed {
    piped: io::PipeReader,
    error: Arc<Mutex<Option<io::Error>>>,
}

impl Read for Fed {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let count = self.piped.read(buf)?;
        if count == 0
            && !buf.is_empty()
            && let Some(error) = self.error.lock().unwrap_or_else(PoisonError::into_inner).take()
        {
            return Err(error);
        }
        Ok(count)
    }
}
