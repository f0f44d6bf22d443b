//! Fixed work to be counted in instructions: `count JOB` does one job once inside [`measured`].
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::expect_used,
    reason = "a benchmark stops where its input is not there"
)]

#[path = "../naive.rs"]
mod naive;

use std::hint::black_box;
use std::num::NonZeroUsize;
use std::process::ExitCode;
use support_panel::{CheckOptions, Profile, Record, check};
use support_panel_synth::Synth;
use support_panel_tables::{Options, Source, stream};

/// What the counter is told to look at: everything else is preparation.
#[inline(never)]
fn measured(work: &mut dyn FnMut()) {
    black_box(work)();
}

/// Does a job a first time, so that what is done only once is not counted, and then counts it.
fn count(mut work: impl FnMut()) {
    work();
    measured(&mut work);
}

/// Invented records, the same ones every time.
fn texts() -> impl Iterator<Item = String> {
    Synth::new(1).take(200).map(|record| record.to_json())
}

/// Makes every table of the lines on standard input. Another thread does the work, so that the program is counted as a whole.
fn tables() {
    let options = Options {
        as_of: "2026-06-30".parse().ok(),
        threads: NonZeroUsize::new(1),
        ..Options::default()
    };
    let batches = stream(Source::reader(std::io::stdin()), &[], &options).expect("a stream");
    batches.for_each(|batch| drop(black_box(batch.expect("what was written"))));
}

fn main() -> ExitCode {
    let text = std::fs::read_to_string("tests/records/leicester-initial.json")
        .expect("run from the root of the repository");
    let record = Record::from_json(&text).expect("an example");
    let text = record.to_json();
    let profile = Profile::of(&record).expect("a built-in profile");
    let judge =
        |record: &Record| drop(black_box(check(record, &profile, &CheckOptions::default())));
    match std::env::args().nth(1).as_deref() {
        Some("read") => count(|| drop(black_box(Record::from_json(&text)))),
        Some("check") => count(|| judge(&record)),
        Some("peer") => count(|| drop(black_box(serde_json::from_str::<naive::Record>(&text)))),
        Some("write") => count(|| drop(black_box(record.to_json()))),
        Some("many") => {
            let texts: Vec<String> = texts().collect();
            count(|| {
                texts
                    .iter()
                    .for_each(|text| judge(&Record::from_json(text).expect("what was written")))
            });
        }
        Some("lines") => texts().for_each(|text| println!("{text}")),
        Some("tables") => tables(),
        _ => {
            eprintln!("usage: count read|check|peer|write|many|lines|tables");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
