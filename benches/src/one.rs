//! One record from text.

use crate::naive;
use crate::race::{Table, race, ratios, runner};
use std::time::Duration;
use support_panel::{CheckOptions, Profile, Record, check};

pub(crate) fn table() -> Table {
    let text = std::fs::read_to_string("tests/records/leicester-initial.json")
        .expect("run from the root of the repository");
    let record = Record::from_json(&text).expect("an example");
    let text = record.to_json();
    let profile = Profile::of(&record).expect("a built-in profile");
    let read = || Record::from_json(&text).expect("an example");
    let judge = |record: &Record| {
        check(record, &profile, &CheckOptions::default()).expect("its own profile")
    };
    let mut runners = [
        runner("read and check", || judge(&read())),
        runner("read", read),
        runner("check", || judge(&record)),
        runner("write", || record.to_json()),
        runner("sonic-rs, naive owned types, parse alone", || {
            sonic_rs::from_str::<naive::Record>(&text).expect("an example")
        }),
        runner("serde_json, naive owned types, parse alone", || {
            serde_json::from_str::<naive::Record>(&text).expect("an example")
        }),
        runner("serde_json, untyped value, parse alone", || {
            serde_json::from_str::<serde_json::Value>(&text).expect("an example")
        }),
    ];
    ratios(
        &format!("One record of {} bytes", text.len()),
        "µs",
        1e6,
        race(&mut runners, 31, Duration::from_millis(20)),
    )
}
