//! `profile check`: every fault at once, and what is left open.

use super::Answer;
use crate::checker::{ProfileArgs, read_one};
use crate::console::{Console, Status};
use crate::escaped::Escaped;
use crate::input::Source;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use support_panel::interface::json;
use support_panel::profile::{self, Checked};

/// Say everything that is wrong with a profile, where, and what to write instead
///
/// A profile without faults is counted ("12 roles, 6 stages"), and what reads and is still worth a look is said: a goal that
/// has no column, a rule that never speaks and why.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Exit status:
  0  the profile can be used
  1  it has faults
  2  a file cannot be read")]
pub(super) struct Args {
    /// The profile, in TOML or JSON
    #[arg(required = true)]
    files: Vec<PathBuf>,

    #[command(flatten)]
    bases: ProfileArgs,

    #[arg(long, value_enum, default_value_t = Answer::Text)]
    format: Answer,
}

impl Args {
    pub(super) fn run(&self, console: &mut Console<'_>) -> io::Result<Status> {
        let bases = match self.bases.read() {
            Ok(bases) => bases,
            Err(error) => return console.complain(&error),
        };
        for file in &self.files {
            let document = match read_one(Source::of(file)) {
                Ok(document) => document,
                Err(error) => {
                    console.complain(&error)?;
                    continue;
                }
            };
            let checked = profile::check(&document.bytes, &bases);
            if !checked.is_sound() {
                console.raise(Status::Found);
            }
            match self.format {
                Answer::Json => writeln!(console.out()?, "{}", json(&checked))?,
                Answer::Text => tell(file, &checked, console)?,
            }
        }
        Ok(console.status())
    }
}

fn place(line: Option<u32>, column: Option<u32>) -> String {
    match (line, column) {
        (Some(line), Some(column)) => format!("line {line} column {column}"),
        _ => "what it extends".into(),
    }
}

fn tell(file: &Path, checked: &Checked, console: &mut Console<'_>) -> io::Result<()> {
    let paint = console.paint;
    let out = console.out()?;
    let name = file.to_string_lossy();
    let heading = paint.heading(Escaped::new(&name));
    let counted = match checked.faults.len() {
        0 => {
            let counts = checked.counts.iter().filter(|count| count.n > 0);
            let counts: Vec<_> = counts.map(|count| count.in_words()).collect();
            if counts.is_empty() { "it says nothing yet".into() } else { counts.join(", ") }
        }
        1 => "1 fault".into(),
        profile::MOST_FAULTS => format!("{} faults or more", profile::MOST_FAULTS),
        faults => format!("{faults} faults"),
    };
    writeln!(out, "{heading}: {counted}")?;
    for fault in &checked.faults {
        let place = paint.error(place(fault.line, fault.column));
        writeln!(out, "  {place}, at {} ({})", Escaped::new(or_whole(&fault.path)), fault.code)?;
        writeln!(out, "    {}", Escaped::new(&fault.message))?;
        writeln!(out, "    {}", Escaped::new(&fault.remedy))?;
    }
    for warning in &checked.warnings {
        let place = place(warning.line, warning.column);
        let place = paint.severity(support_panel::Severity::Warning, place);
        writeln!(out, "  {place}, at {} ({})", Escaped::new(&warning.path), warning.doubt)?;
        writeln!(out, "    {}", Escaped::new(&warning.message))?;
    }
    if !checked.silent.is_empty() {
        writeln!(out, "  {} rules never speak under it:", checked.silent.len())?;
    }
    for silent in &checked.silent {
        writeln!(out, "    {}  {}: {}", silent.rule, silent.title, silent.why())?;
    }
    Ok(())
}

fn or_whole(path: &str) -> &str {
    if path.is_empty() { "the whole" } else { path }
}
