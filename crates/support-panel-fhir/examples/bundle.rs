//! Writes a record as a FHIR Bundle for a reader: `cargo run --example bundle RECORD.json READER`.
#![allow(clippy::print_stdout, reason = "an example speaks to its reader")]

use std::error::Error;
use support_panel::report::{Reader, copy_of};
use support_panel::{Profile, Record};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [record, reader] = arguments.as_slice() else {
        return Err("expected a record and a reader, such as professionals".into());
    };
    let record = Record::from_json(std::fs::read_to_string(record)?)?;
    let reader: Reader = reader.parse()?;
    let profile = Profile::of(&record)?;
    // The Bundle is made of the reader's copy, and so of nothing that they may not see.
    let copy = copy_of(&record, &profile, &reader)?;
    println!("{}", support_panel_fhir::bundle(&copy, &profile)?);
    Ok(())
}
