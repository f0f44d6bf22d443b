//! `redact`: the library's redaction, of a record or of a journal.

use super::{root, run, run_on, scratch, write};
use support_panel::{Record, Session, interface, redact};

const INITIAL: &str = "tests/records/leicester-initial.json";

fn initial() -> Record {
    Record::from_json(std::fs::read(root().join(INITIAL)).unwrap()).unwrap()
}

#[test]
fn the_record_and_what_is_left_are_the_librarys() {
    let record = initial();
    let person = record.case.people[0].id.as_str();
    let expected = redact(&record, person).unwrap();
    let ran = run(&["redact", person, INITIAL]);
    assert_eq!((ran.status, ran.out), (0, expected.record.to_json() + "\n"));
    let report = &expected.report;
    assert_eq!(ran.err.lines().count(), report.removed.len() + report.remains.len());
    assert!(ran.err.contains(&format!("note: removed   {}\n", report.removed[0])), "{}", ran.err);
    let folder = scratch("redact_report");
    let file = folder.join("left.json");
    let quiet = run(&["redact", person, INITIAL, "--report", file.to_str().unwrap()]);
    assert_eq!((quiet.status, quiet.err.as_str()), (0, ""));
    assert_eq!(std::fs::read_to_string(file).unwrap(), interface::json(report) + "\n");
}

#[test]
fn a_journal_opens_with_the_record_without_them() {
    let folder = scratch("redact_journal");
    let mut session =
        Session::open(initial(), support_panel::Profile::of(&initial()).unwrap()).unwrap();
    let stamp = r#"{"at":"2030-03-12T09:30:00Z","by":"p-chair"}"#;
    let command =
        r#"{"type":"amend","why":"A slip","change":{"type":"record_best_hopes","text":"Other"}}"#;
    interface::apply(&mut session, command.as_bytes(), stamp.as_bytes()).unwrap();
    let journal = write(&folder, "panel.journal", session.journal());
    let person = initial().case.people[0].id.as_str().to_owned();
    let ran = run(&["redact", &person, "--journal", &journal]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.err.contains("note: 1 events are left out\n"), "{}", ran.err);
    let replayed = Session::replay(&ran.out).unwrap().session;
    assert_eq!(replayed.record(), &redact(session.record(), &person).unwrap().record);
}

#[test]
fn nobody_is_refused() {
    let ran = run_on("", &["redact", "p-nobody", INITIAL]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("(unknown_person)"), "{}", ran.err);
}
