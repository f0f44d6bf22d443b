//! A build without the evaluator of councils' own rules, such as the browser's: refused, never a check without them.
#![cfg(not(feature = "local-rules"))]
#![allow(clippy::unwrap_used, reason = "a test says what it expects")]

use serde_json::{Value, json};
use support_panel::{CheckOptions, Profile, Record, Session, check, interface, report};

const CLEAN: &str = include_str!("../../../tests/records/clean.json");

fn profile(rules: Value) -> Profile {
    let built_in = Profile::built_in("leicester-masp").unwrap().to_json();
    let mut profile: Value = serde_json::from_str(&built_in).unwrap();
    profile["local_rules"] = rules;
    Profile::from_json(profile.to_string()).unwrap()
}

fn with_a_rule() -> Profile {
    profile(json!([{
        "code": "LM001", "title": "Ours", "severity": "advice", "path": "/outcome", "when": true, "message": "x"
    }]))
}

fn refused<T>(answer: Result<T, support_panel::Error>) -> (&'static str, String) {
    let error = answer.err().unwrap();
    (error.code().as_str(), error.path().to_owned())
}

#[test]
fn a_record_is_not_checked_without_the_rules_that_its_profile_has() {
    let (record, profile) = (Record::from_json(CLEAN).unwrap(), with_a_rule());
    let expected = ("rules_not_loaded", "/profile".to_owned());
    assert_eq!(refused(check(&record, &profile, &CheckOptions::default())), expected);
    assert_eq!(refused(interface::check(&record, Some(&profile), None, None)), expected);
    assert_eq!(refused(Session::open(record.clone(), profile.clone())), expected);
    let paper = report::Paper::BeforeYouSend;
    let reader = "professionals".parse().unwrap();
    let options = report::PaperOptions::default();
    assert_eq!(refused(report::paper(&record, &profile, &reader, paper, &options)), expected);
}

#[test]
fn a_profile_without_any_is_checked_as_everywhere() {
    let record = Record::from_json(CLEAN).unwrap();
    let findings = check(&record, &profile(json!([])), &CheckOptions::default()).unwrap();
    assert!(findings.is_empty());
}

#[test]
fn the_rules_of_a_profile_are_checked_as_everywhere() {
    let fault = |when: Value| {
        let rule = json!({
            "code": "LM001", "title": "Ours", "severity": "advice", "path": "/outcome", "when": when, "message": "x"
        });
        let text = json!({"id": "a", "version": "1", "local_rules": [rule]}).to_string();
        support_panel::profile::check(text, &[]).faults.first().map(|fault| fault.code.as_str())
    };
    assert_eq!(fault(json!(true)), None);
    assert_eq!(fault(json!({"var": "record.outcom"})), Some("unknown_path"));
    assert_eq!(fault(json!({"now": []})), Some("unknown_word"));
}
