//! What it costs, beside peers that do less, in the same run. `--markdown` prints the tables for the README.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::expect_used,
    reason = "a benchmark prints its tables, and stops where its input is not there"
)]

mod grown;
mod growth;
mod live;
mod many;
mod naive;
mod one;
mod race;

use race::Table;
use std::process::ExitCode;

fn main() -> ExitCode {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let markdown = asked.iter().any(|argument| argument == "--markdown");
    type Room = fn() -> Table;
    let rooms: [(&str, Room); 6] = [
        ("one", one::table),
        ("many", many::table),
        ("live", live::table),
        ("growth", growth::table),
        ("growth", growth::live),
        ("growth", growth::crossed),
    ];
    let wanted: Vec<&String> =
        asked.iter().filter(|argument| !argument.starts_with("--")).collect();
    if let Some(unknown) =
        wanted.iter().find(|wanted| rooms.iter().all(|(name, _)| name != *wanted))
    {
        eprintln!(
            "found {unknown}, expected one, many, live or growth, or nothing for all of them; and --markdown"
        );
        return ExitCode::from(2);
    }
    for (_, table) in
        rooms.iter().filter(|(name, _)| wanted.is_empty() || wanted.iter().any(|w| w == name))
    {
        println!("{}", table().text(markdown));
    }
    ExitCode::SUCCESS
}
