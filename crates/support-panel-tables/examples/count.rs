//! Counts the rows of every table in the files named, and says how long it took: `count [--threads N] [--read] FILE...`
#![allow(clippy::print_stdout, reason = "an example speaks to its reader")]

use std::time::Instant;
use support_panel_tables::{Error, Options, Source, Table, read, stream};

fn main() -> Result<(), Error> {
    let mut options = Options::default();
    let (mut files, mut whole) = (Vec::new(), false);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--threads" => options.threads = arguments.next().and_then(|n| n.parse().ok()),
            "--read" => whole = true,
            "--text" => options.text = true,
            _ => files.push(Source::path(argument)),
        }
    }
    let source: Source = files.into_iter().collect();
    let began = Instant::now();
    let mut rows = [0; 8];
    let mut count = |tables: &support_panel_tables::Tables| {
        for (rows, table) in rows.iter_mut().zip(Table::ALL) {
            *rows += tables.rows(table);
        }
    };
    if whole {
        count(&read(source, &[], &options)?);
    } else {
        for batch in stream(source, &[], &options)? {
            count(&batch?);
        }
    }
    for (rows, table) in rows.iter().zip(Table::ALL) {
        println!("{:<12} {rows:>10}", table.name());
    }
    println!("{:.3} s", began.elapsed().as_secs_f64());
    Ok(())
}
