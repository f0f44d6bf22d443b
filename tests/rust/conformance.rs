//! Runs every case of `tests/cases`: what each member means is written in `tests/cases/README.md`.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a fault in the corpus fails the test with its message"
)]

mod case;
mod edit;
mod given;
mod log;
mod operation;
mod results;
mod verdicts;

use case::{Case, File, files};
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

#[test]
fn every_rule_fires_and_is_silent() {
    let files = files();
    let checks = |file: &File| -> Vec<Vec<String>> {
        let checks = file.cases.iter().filter(|case| case.text("operation") == Some("check"));
        checks.filter_map(|case| codes(case.member("expect")?)).collect()
    };
    let mut missing = Vec::new();
    for rule in support_panel::rules() {
        let own = files.iter().find(|file| file.name == format!("{}.json", rule.code));
        let own = own.map(checks).unwrap_or_default();
        if !own.iter().any(|codes| codes.iter().any(|code| code == rule.code)) {
            missing.push(format!("{} has no case in which it fires", rule.code));
        }
        if !own.iter().any(|codes| !codes.iter().any(|code| code == rule.code)) {
            missing.push(format!("{} has no near miss, in which it is silent", rule.code));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_refusal_of_a_sitting_fires() {
    let files = files();
    let cases = files
        .iter()
        .flat_map(|file| &file.cases)
        .filter_map(|case| case.member("steps")?.as_array());
    let fired: Vec<&str> =
        cases.flatten().filter_map(|step| step.get("expect")?.as_str()).collect();
    // A list of 10,000 is too long for a case; the last three are of journals and merges, which are no steps.
    let elsewhere = ["list_full", "no_opening", "bad_journal", "different_openings"];
    let sitting = support_panel::codes()
        .iter()
        .filter(|code| code.area == support_panel::Area::Sitting)
        .map(|code| code.code.as_str());
    let silent: Vec<&str> =
        sitting.filter(|code| fired.contains(code) == elsewhere.contains(code)).collect();
    assert!(silent.is_empty(), "no case in which they fire: {silent:?}");
}

#[test]
fn every_command_is_taken() {
    let files = files();
    let cases = files.iter().flat_map(|file| &file.cases);
    let steps = cases.filter_map(|case| case.member("steps")?.as_array()).flatten();
    let taken: Vec<&str> = steps
        .filter(|step| step.get("expect").is_none())
        .filter_map(|step| step.get("command")?.get("type")?.as_str())
        .collect();
    let types = support_panel::CommandType::ALL.iter().map(|kind| kind.as_str());
    // The journal alone writes a sealed one.
    let never: Vec<&str> =
        types.filter(|kind| taken.contains(kind) == (*kind == "sealed")).collect();
    assert!(never.is_empty(), "no case in which they are taken: {never:?}");
}

/// The codes of the findings that a case expects; none where it expects a refusal.
fn codes(expect: &Value) -> Option<Vec<String>> {
    let findings = expect.as_array()?;
    Some(findings.iter().filter_map(|finding| Some(finding.get(0)?.as_str()?.to_owned())).collect())
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
