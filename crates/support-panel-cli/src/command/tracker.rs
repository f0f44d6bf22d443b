//! `tracker`: the actions of many panels, for whoever follows them up.

use crate::checker::{ProfileArgs, of_each_record};
use crate::console::{Console, Status};
use crate::input::Input;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use support_panel::Date;
use support_panel_export::{Tracker, TrackerOptions};

/// List the actions of many panels, one row each: whose, by when, how late
///
/// An action that a later panel carried on stands once, as it stands now, where both records are given. Owners and actions are
/// given by their ids unless names are asked for. It is for professionals: with --names, a row that is marked says whom it is
/// not for.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  support-panel tracker panels --as-of 2026-04-01 --names --format excel --out tracker.xlsx
      The records of a folder as a workbook: a sheet by owner and a sheet by case.

  support-panel tracker 'panels/*.json' --by case
      By case, as CSV, without a name or a word of what was agreed.")]
pub(crate) struct Args {
    /// Folders of records (their files ending in .json, .ndjson or .jsonl), files, patterns of files, or - for standard input
    #[arg(value_name = "FOLDER|FILE", required = true)]
    files: Vec<PathBuf>,

    /// Take every file as NDJSON, one record a line
    #[arg(long)]
    ndjson: bool,

    #[command(flatten)]
    profile_args: ProfileArgs,

    /// Name the owners, and say what each action is
    #[arg(long)]
    names: bool,

    /// The day to which days late are counted; without it none are
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,

    /// How to write the rows
    #[arg(long, value_enum, default_value_t = Rows::Csv)]
    format: Rows,

    /// Of the two orders, the one that CSV is in; a workbook has both
    #[arg(long, value_enum, default_value_t = Order::Owner)]
    by: Order,

    /// The file to write; without it, standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Rows {
    /// For a spreadsheet: quoted, and guarded against formulas
    Csv,
    /// A workbook with a sheet by owner and a sheet by case
    Excel,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Order {
    /// By the owner's agency, the owner, and the day
    Owner,
    /// By the case, the panel, and the day
    Case,
}

impl Args {
    pub(super) fn run(
        &self,
        stdin: &mut dyn Read,
        console: &mut Console<'_>,
    ) -> io::Result<Status> {
        if self.format == Rows::Excel && self.out.is_none() && console.is_terminal {
            return console.complain(&"a workbook is no text: give --out FILE, or a pipe");
        }
        let profiles = match self.profile_args.read() {
            Ok(profiles) => profiles,
            Err(error) => return console.complain(&error),
        };
        let mut files = Vec::new();
        for given in &self.files {
            match record_files(given) {
                Ok(found) => files.extend(found),
                Err(error) => drop(console.complain(&error)?),
            }
        }
        let input = Input { files, ndjson: self.ndjson };
        let options = TrackerOptions::default().as_of(self.as_of).names(self.names);
        let mut tracker = Tracker::new(options);
        let records = of_each_record(&input, &profiles, stdin, |record, profile| {
            tracker.add(record, profile);
            Ok(())
        });
        for (added, count) in records.zip(1..) {
            if let Err(error) = added {
                console.complain(&error)?;
            }
            console.progress(count)?;
        }
        self.write(&tracker, console)
    }

    fn write(&self, tracker: &Tracker, console: &mut Console<'_>) -> io::Result<Status> {
        let [by_owner, by_case] = tracker.sheets();
        let bytes = match (self.format, self.by) {
            (Rows::Csv, Order::Owner) => by_owner.to_csv().into_bytes(),
            (Rows::Csv, Order::Case) => by_case.to_csv().into_bytes(),
            (Rows::Excel, _) => match tracker.workbook() {
                Ok(bytes) => bytes,
                Err(error) => {
                    return console.complain(&format!("{error} ({})", error.code()));
                }
            },
        };
        match &self.out {
            None if self.format == Rows::Csv => {
                console.document(&String::from_utf8_lossy(&bytes))?;
            }
            None => console.out()?.write_all(&bytes)?,
            Some(file) => {
                if let Err(error) = fs::write(file, &bytes) {
                    return console.complain(&format!("the file cannot be written: {error}"));
                }
            }
        }
        Ok(console.status())
    }
}

/// The files of records in a folder, in the order of their names; anything but a folder as it is.
fn record_files(given: &Path) -> Result<Vec<PathBuf>, String> {
    if !given.is_dir() {
        return Ok(vec![given.to_owned()]);
    }
    let is_record = |path: &PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        let is = |of: &str| ending.is_some_and(|ending| ending.eq_ignore_ascii_case(of));
        (is("json") || is("ndjson") || is("jsonl")) && path.is_file()
    };
    let entries =
        fs::read_dir(given).map_err(|error| format!("the folder cannot be read: {error}"))?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path()));
    let mut files: Vec<PathBuf> = paths
        .collect::<io::Result<_>>()
        .map_err(|error| format!("the folder cannot be read: {error}"))?;
    files.retain(is_record);
    if files.is_empty() {
        return Err("the folder has no file that ends in .json, .ndjson or .jsonl".to_owned());
    }
    files.sort();
    Ok(files)
}
