//! FHIR Bundles: for whom, and what is refused.

use super::{run, run_on};

const INITIAL: &str = "tests/records/leicester-initial.json";

#[test]
fn a_bundle_is_a_line_for_its_reader() {
    let ran = run(&["fhir", INITIAL, "--for", "professionals"]);
    assert_eq!((ran.status, ran.out.lines().count()), (0, 1), "{}", ran.err);
    assert_eq!(ran.json()["resourceType"], "Bundle");
    let parent = run(&["fhir", INITIAL, "--for", "p-parent"]);
    assert_eq!(parent.status, 0, "{}", parent.err);
    assert!(parent.out.len() < ran.out.len());
    assert!(!parent.out.contains("For professionals"));
}

#[test]
fn a_reader_whom_the_record_does_not_know_is_refused() {
    let ran = run(&["fhir", INITIAL, "--for", "p-nobody"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("unknown_reader"), "{}", ran.err);
    let ran = run(&["fhir", INITIAL]);
    assert!(ran.status == 2 && ran.err.contains("--for"), "{}", ran.err);
}

#[test]
fn a_record_with_nothing_to_tell_is_refused() {
    let record = r#"{"format": "support-panel/1", "id": "panel-1", "profile": {"id": "leicester-masp", "version": "2017.1"}, "case": {"reference": "EHA-1"}}"#;
    let ran = run_on(record, &["fhir", "-", "--for", "professionals"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("empty_paper"), "{}", ran.err);
}
