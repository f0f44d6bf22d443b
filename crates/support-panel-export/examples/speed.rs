//! How long a paper takes as Word and as PDF, in a warm process on one thread: milliseconds each, as JSON, for `tests/readers/speed`.

#![allow(clippy::unwrap_used, reason = "an example stops where it finds a fault")]

#[path = "../tests/common/trees.rs"]
mod trees;

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;
use support_panel::report::{Paper, PaperOptions, Reader, paper};
use support_panel_export::{Fonts, Metadata, pdf, word};

fn main() -> Result<(), Box<dyn Error>> {
    let (record, profile) = trees::record("leicester-initial");
    let options = PaperOptions::default();
    let minutes = paper(&record, &profile, &Reader::Professionals, Paper::Minutes, &options)?;
    let metadata = Metadata::of(&record, &profile);
    let fonts = Fonts::shipped();
    let [as_word, as_pdf] = [
        median(|| word(&minutes, &metadata).is_ok()),
        median(|| pdf(&minutes, &metadata, &fonts).is_ok()),
    ];
    write(as_word, as_pdf)
}

fn write(word: f64, pdf: f64) -> Result<(), Box<dyn Error>> {
    use std::io::Write;
    Ok(writeln!(std::io::stdout(), "{{\"word\": {word:.3}, \"pdf\": {pdf:.3}}}")?)
}

/// The median of twenty runs, in milliseconds, after two to warm up.
fn median(run: impl Fn() -> bool) -> f64 {
    let mut times: Vec<f64> = (0..22)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed().as_secs_f64() * 1000.0
        })
        .skip(2)
        .collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}
