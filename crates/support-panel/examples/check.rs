//! Prints what a record's checks find, and what to do about each: `cargo run --example check -- RECORD.json`.
#![allow(clippy::print_stdout, reason = "an example speaks to its reader")]

use support_panel::{CheckOptions, Profile, Record, check, explain_finding};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("give the file of a record")?;
    let record = Record::from_json(std::fs::read(file)?)?;
    let profile = Profile::of(&record)?;
    for finding in check(&record, &profile, &CheckOptions::default())? {
        println!("{} {}: {}", finding.code, finding.path, finding.message);
        if let Some(explained) = explain_finding(&finding) {
            println!("  What to do: {}", explained.definition.remedy);
        }
    }
    Ok(())
}
