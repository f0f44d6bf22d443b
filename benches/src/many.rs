//! A file of many records.

use crate::race::{Table, race, ratios, runner};
use std::time::Duration;
use support_panel::{CheckOptions, Profile, Record, check, summaries};
use support_panel_synth as synth;

const RECORDS: usize = 20_000;

pub(crate) fn table() -> Table {
    let mut lines = Vec::new();
    synth::ndjson(RECORDS, 1, 0.25, &mut lines).expect("memory takes everything");
    let lines = String::from_utf8(lines).expect("JSON is UTF-8");
    let profile = Profile::built_in("leicester-masp").expect("a built-in profile");
    let whole = || {
        lines.lines().fold((0, 0), |(findings, sittings), line| {
            let record = Record::from_json(line).expect("what was written");
            let found =
                check(&record, &profile, &CheckOptions::default()).expect("its own profile");
            (
                findings + found.len(),
                sittings + summaries(&record, &profile).expect("its own profile").len(),
            )
        })
    };
    let untyped = || {
        lines
            .lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"))
            .filter(|v| v.is_object())
            .count()
    };
    let mut runners = [
        runner("read, check and summarise", whole),
        runner("serde_json, untyped values, parse alone", untyped),
    ];
    let title = format!("{RECORDS} records, {} MB of NDJSON, one thread", lines.len() / 1_000_000);
    ratios(&title, "s", 1.0, race(&mut runners, 3, Duration::ZERO))
}
