//! Rules of a council's own, what changed of rules, and the edition that judges.

use super::{run, run_on, scratch, write};
use std::path::Path;

const CLEAN: &str = include_str!("../../../../tests/records/clean.json");

/// A council's profile, with one rule of its own that fires where `when` says.
fn ours(directory: &Path, when: &str) -> String {
    let text = format!(
        r#"id = "ours"
version = "1"
extends = "leicester-masp"
[[local_rules]]
code = "LM001"
title = "No one beside them"
severity = "warning"
for_each = "/actions"
path = "/supporting"
when = {when}
message = "An action has no one beside it."
remedy = "Ask who would like to do it with them."
"#
    );
    write(directory, "ours.toml", text)
}

const ALONE: &str = r#"{ "!" = { var = "item.supporting" } }"#;

/// The clean record, under the council's profile.
fn record() -> String {
    CLEAN.replacen("leicester-masp", "ours", 1).replacen("2017.1", "1", 1)
}

#[test]
fn a_councils_own_rule_is_asked_listed_and_explained() {
    let profile = ours(&scratch("own-rules"), ALONE);
    let ran = run_on(record(), &["check", "--profile", &profile, "--format", "json", "-"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""), "a warning fails nothing");
    assert_eq!(ran.out.matches("An action has no one beside it.").count(), 3, "{}", ran.out);
    let args = ["check", "--profile", &profile, "--fail-on", "warning", "-"];
    assert_eq!(run_on(record(), &args).status, 1);

    let listed = run(&["rules", "--profile", &profile]);
    let line = listed.out.lines().find(|line| line.starts_with("LM001")).unwrap();
    assert!(line.contains("warning") && line.ends_with("No one beside them"), "{line}");
    let explained = run(&["explain", "lm001", "--profile", &profile]);
    assert_eq!(explained.status, 0);
    assert!(explained.out.contains("Ask who would like to do it with them."), "{}", explained.out);
    assert_eq!(run(&["explain", "LM001"]).status, 2, "without the profile there is no such rule");
}

#[test]
fn a_faulty_rule_of_the_councils_own_is_refused_with_its_place() {
    let profile = ours(&scratch("own-rules-faulty"), r#"{ "!" = { var = "item.suporting" } }"#);
    let ran = run(&["rules", "--profile", &profile]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(
        ran.err.contains("ours.toml, line 10 column 24, at /local_rules/0/when/!/var"),
        "{}",
        ran.err
    );
}

#[test]
fn what_changed_of_rules_is_listed() {
    let ran = run(&["rules", "diff", "2026.1", "2026.2"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(ran.out.lines().any(|line| line.starts_with("SP801  came")), "{}", ran.out);
    let back = run(&["rules", "diff", "2026.2", "2026.1", "--format", "json"]).json();
    assert!(back.as_array().unwrap().iter().all(|change| change["change"] == "went"));

    let directory = scratch("rules-diff");
    let profile = ours(&directory, ALONE);
    let own = run(&["rules", "diff", "leicester-masp", &profile]);
    assert_eq!(own.status, 0);
    assert!(own.out.lines().any(|line| line.starts_with("LM001  came")), "{}", own.out);
    assert_eq!(run(&["rules", "diff", &profile, &profile]).out, "");
    assert_eq!(run(&["rules", "diff", "2025.1", "2026.2"]).status, 2, "neither is there");
    assert_eq!(run(&["rules", "diff", "2026.1"]).status, 2, "of one nothing changed");
}

#[test]
fn a_record_is_judged_by_the_edition_that_is_asked_for() {
    let text = "id = \"ours\"\nversion = \"1\"\nextends = \"leicester-masp\"\ninputs = { agreement = { days_before = 5 } }\n";
    let profile = write(&scratch("editions"), "ours.toml", text);
    let mut late: serde_json::Value = serde_json::from_str(&record()).unwrap();
    late["agreement"]["service"]["on"] = "2026-03-10".into();
    let judged = |edition: &[&str]| {
        let args = ["check", "--profile", &profile, "--format", "json", "-"];
        run_on(late.to_string(), &[&args, edition].concat())
    };
    let latest = judged(&[]);
    assert_eq!(latest.out.matches("SP215").count(), 1, "{}", latest.out);
    assert_eq!(judged(&["--edition", "latest"]).out, latest.out);
    // The second edition brought the rule, after the panel was held.
    let held = judged(&["--edition", "when-held"]);
    assert_eq!((held.status, held.out.matches("SP215").count()), (0, 0), "{}", held.out);
    assert_eq!(judged(&["--edition", "2026.1"]).out, held.out);
    assert_eq!(judged(&["--edition", "2025.1"]).status, 2);
}
