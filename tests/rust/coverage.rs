//! The corpus reaches everything there is: each rule, code, command, paper and format stands in some case.

use crate::case::{Case, File, files};
use crate::papers::formats;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use support_panel::report::{Format, Paper};
use support_panel_export::Output;

/// Codes that no case can show, each with a test in which it appears.
const ELSEWHERE: &[(&str, &str)] = &[
    // Only Rust and the command judge under an edition by its name; schemas are asked for by theirs.
    ("unknown_edition", "crates/support-panel/src/rules/changes.rs"),
    ("unknown_schema", "bindings/python/tests/test_record.py"),
    // Forms, fonts and the tracker are asked for without a record.
    ("needs_record", "bindings/python/tests/test_papers.py"),
    ("bad_font", "bindings/python/tests/test_papers.py"),
    ("day_before_1900", "crates/support-panel-cli/tests/command/tracker.rs"),
    ("too_large_for_excel", "crates/support-panel-export/tests/excel.rs"),
    // Indices of agreement are Rust's and Python's.
    ("too_few_values", "bindings/python/tests/test_agreement.py"),
    ("no_variation", "bindings/python/tests/test_agreement.py"),
    ("ragged_rows", "bindings/python/tests/test_agreement.py"),
    ("not_finite", "bindings/python/tests/test_agreement.py"),
    ("negative_ratio", "bindings/python/tests/test_agreement.py"),
    ("unknown_name", "bindings/python/tests/test_agreement.py"),
    // Files, streams and threads meet these, and no text that is given whole.
    ("unreadable", "bindings/python/tests/test_tables.py"),
    ("damaged", "crates/support-panel-tables/tests/reading/faults.rs"),
    ("internal", "crates/support-panel-tables/tests/reading/faults.rs"),
    // What is built without the evaluator of councils' own rules, and JavaScript that has not loaded it.
    ("rules_not_loaded", "crates/support-panel/tests/without_local_rules.rs"),
    // JavaScript has parts that are loaded, and handles that are given up.
    ("not_ready", "tests/javascript/package.test.js"),
    ("disposed", "tests/javascript/package.test.js"),
];

/// The papers that have no table, and so are no workbook.
const NO_TABLES: [&str; 8] = [
    "invitation",
    "mapping-template",
    "referral-form",
    "question-card",
    "scoring-slips",
    "letter",
    "child",
    "case-system",
];

fn cases(files: &[File]) -> impl Iterator<Item = &Case> {
    files.iter().flat_map(|file| &file.cases)
}

/// The steps of every sitting, of both hands.
fn steps(files: &[File]) -> impl Iterator<Item = &Value> {
    let lists = ["steps", "shared", "ours", "theirs"];
    cases(files)
        .flat_map(move |case| lists.map(|list| case.member(list).and_then(Value::as_array)))
        .flatten()
        .flatten()
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
fn every_code_fires() {
    let files = files();
    let mut fired: BTreeSet<&str> = cases(&files).flat_map(told).collect();
    fired.extend(steps(&files).filter_map(|step| step.get("expect")?.as_str()));
    let codes = support_panel::codes().iter().map(|code| code.code.as_str());
    let is_elsewhere = |code: &str| ELSEWHERE.iter().any(|(known, _)| *known == code);
    let wrong: Vec<&str> =
        codes.filter(|code| fired.contains(code) == is_elsewhere(code)).collect();
    assert!(wrong.is_empty(), "no case in which they fire, or listed all the same: {wrong:?}");
}

/// The codes that a case expects.
fn told(case: &Case) -> Vec<&str> {
    let Some(expect) = case.member("expect") else { return Vec::new() };
    let of = |list: &str, at: usize| {
        let items = expect.get(list).and_then(Value::as_array).into_iter().flatten();
        items.filter_map(|item| item.get(at)?.as_str()).collect()
    };
    let codes: Vec<&str> = match case.text("operation") {
        Some("papers" | "files") => words(expect).collect(),
        Some("profile_check") => of("faults", 0),
        Some("merge") => of("conflicts", 1),
        Some("allocation") => {
            let reasons = expect.get("reasons").and_then(Value::as_array).into_iter().flatten();
            reasons.filter_map(|reason| reason.get("code")?.as_str()).collect()
        }
        _ => Vec::new(),
    };
    let refused = expect.get("error").and_then(|error| error.get("code")?.as_str());
    codes.into_iter().chain(refused).collect()
}

/// What is said of each paper, or of each of its formats.
fn words(expect: &Value) -> Box<dyn Iterator<Item = &str> + '_> {
    match expect {
        Value::Object(members) => Box::new(members.values().flat_map(words)),
        other => Box::new(other.as_str().into_iter()),
    }
}

#[test]
fn what_fires_elsewhere_does() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for (code, file) in ELSEWHERE {
        let text = std::fs::read_to_string(root.join(file)).unwrap_or_default();
        assert!(text.contains(code), "{file} says nothing of {code}");
    }
}

#[test]
fn every_command_is_taken_and_refused() {
    let files = files();
    let of = |is_refused: bool| -> BTreeSet<&str> {
        let steps = steps(&files).filter(|step| step.get("expect").is_some() == is_refused);
        steps.filter_map(|step| step.get("command")?.get("type")?.as_str()).collect()
    };
    let (taken, refused) = (of(false), of(true));
    let types = support_panel::CommandType::ALL.iter().map(|kind| kind.as_str());
    // The journal alone writes a sealed one.
    let (sealed, types): (Vec<&str>, Vec<&str>) = types.partition(|kind| *kind == "sealed");
    assert!(sealed.iter().all(|kind| !taken.contains(kind)));
    let never: Vec<&&str> = types.iter().filter(|kind| !taken.contains(**kind)).collect();
    assert!(never.is_empty(), "no case in which they are taken: {never:?}");
    let always: Vec<&&str> = types.iter().filter(|kind| !refused.contains(**kind)).collect();
    assert!(always.is_empty(), "no case in which they are refused: {always:?}");
}

#[test]
fn every_paper_is_made_in_each_format() {
    let files = files();
    let text = Paper::ALL.iter().flat_map(|paper| {
        Format::ALL.iter().map(move |format| ("papers", paper.to_string(), format.as_str()))
    });
    let others = Output::all().flat_map(|output| {
        formats(output).iter().map(move |format| ("files", output.to_string(), *format))
    });
    let missing: Vec<String> = text
        .chain(others)
        .filter(|(operation, output, format)| !is_made(&files, operation, output, format))
        .map(|(_, output, format)| format!("{output} as {format}"))
        .collect();
    assert_eq!(missing, NO_TABLES.map(|paper| format!("{paper} as excel")), "made in no case");
}

fn is_made(files: &[File], operation: &str, output: &str, format: &str) -> bool {
    let asked = cases(files).filter(|case| case.text("operation") == Some(operation));
    let words = asked.filter_map(|case| case.member("expect")?.get(output));
    words.filter_map(|word| word.get(format).or(Some(word))).any(|word| word == "made")
}

/// The codes of the findings that a case expects; none where it expects a refusal.
fn codes(expect: &Value) -> Option<Vec<String>> {
    let findings = expect.as_array()?;
    Some(findings.iter().filter_map(|finding| Some(finding.get(0)?.as_str()?.to_owned())).collect())
}
