//! Writes invented records to standard output: `cargo run --example write -- 100 > trial.ndjson`.
#![allow(clippy::print_stdout, reason = "an example speaks to its reader")]

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let records = std::env::args().nth(1).ok_or("give how many records")?.parse()?;
    support_panel_synth::ndjson(records, 1, 0.25, &mut std::io::stdout().lock())?;
    Ok(())
}
