//! Reads records, one a line, and writes them under a key, or with less in them: `rewrite pseudonyms | research | regional | training`.
//! The key is 32 zeros, for trials alone.
#![allow(clippy::print_stderr, reason = "an example speaks to its reader")]

use std::io::{Read as _, Write as _};
use support_panel::Record;
use support_panel_privacy::{Degrader, Key, Pseudonymiser, Purpose};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let how = std::env::args().nth(1).unwrap_or_else(|| "pseudonyms".to_owned());
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let records = || text.lines().filter_map(|line| Record::from_json(line).ok());
    let key = Key::new(&[0; Key::BYTES])?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let Some(purpose) = Purpose::from_word(&how) else {
        let mut others = Pseudonymiser::new(key, "analysis");
        records().for_each(|record| others.learn(&record));
        for record in records() {
            writeln!(out, "{}", others.rewrite(record)?.to_json())?;
        }
        return Ok(());
    };
    let mut degrader = Degrader::new(purpose, key);
    records().for_each(|record| degrader.learn(&record));
    for record in records() {
        writeln!(out, "{}", degrader.rewrite(record)?.to_json())?;
    }
    eprintln!("{:#?}", degrader.report());
    Ok(())
}
