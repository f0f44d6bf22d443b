//! Reads a table of referrals by a mapping file, one record a line: `cargo run --example referrals MAPPING.toml TABLE.csv`.
//! Cells that are refused are named on standard error.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "an example speaks to its reader")]

use std::error::Error;
use std::fs::read_to_string;
use support_panel_returns::{Mapping, from_csv};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [mapping, table] = arguments.as_slice() else {
        return Err("expected a mapping file and a table".into());
    };
    let mapping = Mapping::from_toml(&read_to_string(mapping)?)?;
    let referrals = from_csv(&read_to_string(table)?, &mapping)?;
    for cell in &referrals.refused {
        eprintln!("{cell}");
    }
    for (_, record) in &referrals.records {
        println!("{}", record.to_json());
    }
    Ok(())
}
