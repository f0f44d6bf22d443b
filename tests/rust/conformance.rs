//! Runs every case of `tests/cases`: what each member means is written in `tests/cases/README.md`.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a fault in the corpus fails the test with its message"
)]

mod case;
mod coverage;
mod edit;
mod given;
mod log;
mod operation;
mod papers;
mod results;
mod sitting;
mod verdicts;

use case::{Case, files};
use log::Log;
use operation::Outcome;
use serde_json::Value;
use std::fmt::Write as _;

#[test]
fn every_case_holds() {
    let files = files();
    assert!(!files.is_empty(), "tests/cases holds no file");
    let mut log = Log::create("rust").expect("a log can be written");
    let mut run = 0;
    let mut report = String::new();
    let mut failed = 0;
    for file in &files {
        assert!(!file.cases.is_empty(), "{} holds no case", file.name);
        for case in &file.cases {
            run += 1;
            let outcome = operation::run(case);
            if let Ok(Outcome::Value(answer) | Outcome::Refused(answer)) = &outcome {
                log.add(&file.name, case, answer).expect("a log can be written");
            }
            if let Err(difference) = judge(case, outcome) {
                failed += 1;
                let _ = writeln!(report, "\n{}: {}\n{difference}", file.name, case.name);
            }
        }
    }
    log.finish().expect("a log can be written");
    assert!(failed == 0, "{failed} of {run} cases do not hold\n{report}");
    results::others_are_valid().expect("every result is what its schema says");
    assert_eq!(results::not_seen(), Vec::<&str>::new(), "no result was held to these schemas");
}

/// What was found instead of what was expected, side by side.
fn judge(case: &Case, outcome: Result<Outcome, String>) -> Result<(), String> {
    let expected = case.member("expect").ok_or("  it expects nothing: give `expect`")?;
    let found = match outcome {
        Ok(Outcome::Value(answer)) => operation::comparable(case, &answer)
            .ok_or("  the answer has not the shape that its operation gives")?,
        Ok(Outcome::Refused(error)) => error,
        Err(fault) => return Err(format!("  the case cannot be run: {fault}")),
    };
    if holds(expected, &found) { Ok(()) } else { Err(side_by_side(expected, &found)) }
}

/// Values are the same whole; of an error, each member that the case gives.
fn holds(expected: &Value, found: &Value) -> bool {
    let (Some(wanted), Some(got)) =
        (expected.get("error").and_then(Value::as_object), found.get("error"))
    else {
        return case::same(expected, found);
    };
    wanted.contains_key("code") && wanted.iter().all(|(key, value)| got.get(key) == Some(value))
}

fn side_by_side(expected: &Value, found: &Value) -> String {
    let lines = |value: &Value| match value {
        Value::Array(items) if !items.is_empty() => items.iter().map(Value::to_string).collect(),
        other => vec![other.to_string()],
    };
    let (expected, found): (Vec<String>, Vec<String>) = (lines(expected), lines(found));
    let width = expected.iter().map(|line| line.chars().count()).max().unwrap_or(0).clamp(8, 90);
    let mut table = format!("  {:width$}  | {}\n", "expected", "found");
    for i in 0..expected.len().max(found.len()) {
        let (left, right) = (expected.get(i).map_or("", |s| s), found.get(i).map_or("", |s| s));
        let mark = if left == right { ' ' } else { '!' };
        let _ = writeln!(table, "{mark} {left:width$}  | {right}");
    }
    table
}
