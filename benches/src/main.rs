//! What it costs: one record from text, beside serde_json doing less, in the same run.
#![allow(clippy::print_stdout, clippy::expect_used, reason = "a benchmark prints its table, and stops where its input is not there")]

mod naive;
mod race;

use race::{race, runner};
use std::time::Duration;
use support_panel::{Asked, Profile, Record, check};

fn main() {
    let text = std::fs::read_to_string("tests/records/leicester-initial.json").expect("run from the root of the repository");
    let record = Record::from_json(&text).expect("an example");
    let text = record.to_json();
    let profile = Profile::of(&record).expect("a built-in profile");
    let read = || Record::from_json(&text).expect("an example");
    let mut runners = [
        runner("read and check", || check(&read(), &profile, &Asked::default()).expect("its own profile")),
        runner("read", read),
        runner("check", || check(&record, &profile, &Asked::default()).expect("its own profile")),
        runner("write", || record.to_json()),
        runner("serde_json, naive owned types, parse alone", || serde_json::from_str::<naive::Record>(&text).expect("an example")),
        runner("serde_json, untyped value, parse alone", || serde_json::from_str::<serde_json::Value>(&text).expect("an example")),
    ];
    let times = race(&mut runners, 31, Duration::from_millis(20));
    let ours = times.first().map(|(_, time)| time.as_secs_f64()).unwrap_or_default();
    println!("one record of {} bytes", text.len());
    for (name, time) in times {
        println!("{:>9.2} µs  {:>5.2} ×  {name}", time.as_secs_f64() * 1e6, time.as_secs_f64() / ours);
    }
}
