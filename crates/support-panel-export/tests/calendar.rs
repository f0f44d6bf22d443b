//! Calendars: what is in them, for whom, and that they say nothing of anyone.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it finds a fault"
)]

use support_panel::report::Reader;
use support_panel::{Code, Profile, Record};
use support_panel_export::{CalendarOptions, calendar};

const RECORD: &str = r#"{
    "format": "support-panel/1", "id": "panel-1",
    "profile": {"id": "leicester-masp", "version": "2017.1"},
    "case": {"reference": "EHA-1", "people": [{"id": "mum", "kind": "parent", "name": "Maya"}]},
    "meeting": {"status": "concluded", "held_on": "2026-03-29", "starts_at": "STARTS"},
    "participants": [
        {"id": "p-mum", "kind": "family", "person": "mum", "attendance": "present"},
        {"id": "p-officer", "kind": "professional", "name": "P. Lowe", "agency": "Housing", "attendance": "present"}
    ],
    "actions": [
        {"id": "a-1", "text": "Ring the school", "owner": "p-mum", "due": {"on": "2026-04-09"}},
        {"id": "a-2", "text": "Write to Maya", "owner": "p-officer", "due": {"on": "2026-04-10"}},
        {"id": "a-3", "text": "Done before", "owner": "p-mum", "due": {"on": "2026-04-01"}, "status": "done"}
    ],
    "outcome": {"decision": "continue", "review_on": "2026-05-14"}
}"#;

fn read(starts: &str) -> (Record, Profile) {
    let record = Record::from_json(RECORD.replace("STARTS", starts)).unwrap();
    let profile = Profile::of(&record).unwrap();
    (record, profile)
}

fn written(starts: &str, reader: &str, sequence: u32) -> String {
    let (record, profile) = read(starts);
    let options = CalendarOptions::default().sequence(sequence);
    calendar(&record, &profile, &reader.parse().unwrap(), &options).unwrap()
}

fn values<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    text.split("\r\n").filter_map(|line| line.strip_prefix(name)).collect()
}

/// Ten in the morning in London is another moment on either side of a change of the clocks.
#[test]
fn moments_are_in_utc_across_both_changes_of_the_clocks() {
    for (starts, utc) in [
        ("2026-03-28T10:00:00+00:00", "20260328T100000Z"),
        ("2026-03-29T10:00:00+01:00", "20260329T090000Z"),
        ("2026-10-24T10:00:00+01:00", "20261024T090000Z"),
        ("2026-10-25T10:00:00Z", "20261025T100000Z"),
        ("2026-01-01T00:30:00+01:00", "20251231T233000Z"),
    ] {
        assert_eq!(values(&written(starts, "professionals", 0), "DTSTART:"), [utc]);
        let planned = RECORD.replace("STARTS", starts).replace("concluded", "planned");
        let record = Record::from_json(planned).unwrap();
        let profile = Profile::of(&record).unwrap();
        let options = CalendarOptions::default();
        let text = calendar(&record, &profile, &Reader::Family, &options).unwrap();
        assert_eq!(values(&text, "DTSTART:"), [utc]);
        // A family's copy of a panel that was held has its day alone.
        let after = written(starts, "family", 0);
        assert_eq!(values(&after, "DTSTART;VALUE=DATE:")[0], "20260329");
        assert_eq!(values(&after, "DTEND;VALUE=DATE:")[0], "20260330");
    }
}

#[test]
fn each_reader_has_their_own_actions() {
    let starts = "2026-03-29T10:00:00+01:00";
    let due = |reader| values(&written(starts, reader, 0), "DUE;VALUE=DATE:").join(" ");
    assert_eq!(due("family"), "20260409");
    assert_eq!(due("mum"), "20260409");
    assert_eq!(due("p-mum"), "20260409");
    assert_eq!(due("p-officer"), "20260410");
    assert_eq!(due("professionals"), "");
}

/// Only these lines, none of them longer than 75 octets, and no text of the record.
#[test]
fn nothing_is_said_of_anybody() {
    let allowed = [
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "UID",
        "DTSTAMP",
        "SEQUENCE",
        "DTSTART",
        "DTSTART;VALUE=DATE",
        "DTEND",
        "DTEND;VALUE=DATE",
        "DUE;VALUE=DATE",
        "SUMMARY",
    ];
    for reader in ["family", "mum", "p-officer", "professionals"] {
        let text = written("2026-03-29T10:00:00+01:00", reader, 7);
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        for line in text.trim_end().split("\r\n") {
            let (name, _) = line.split_once(':').unwrap();
            assert!(allowed.contains(&name), "{name}");
            assert!(line.len() <= 75 && line.is_ascii());
        }
        for word in ["Maya", "Lowe", "EHA-1", "school", "panel-1", "a-1"] {
            assert!(!text.contains(word), "{word}");
        }
        let summaries = values(&text, "SUMMARY:");
        let discreet = summaries.iter().all(|s| matches!(*s, "Meeting" | "Something to do"));
        assert_eq!(discreet, reader != "professionals", "{reader}: {summaries:?}");
    }
}

#[test]
fn uids_are_stable_and_differ_and_the_sequence_is_the_callers() {
    let first = written("2026-03-29T10:00:00+01:00", "mum", 0);
    let moved = written("2026-03-30T11:00:00+01:00", "family", 1);
    let uids = values(&first, "UID:");
    assert_eq!(uids, values(&moved, "UID:"));
    assert_eq!(uids.len(), 3);
    assert!(uids.iter().all(|uid| uid.len() == 64));
    assert!(uids[0] != uids[1] && uids[1] != uids[2]);
    assert_eq!(values(&moved, "SEQUENCE:"), ["1", "1", "1"]);
    assert_eq!(first, written("2026-03-29T10:00:00+01:00", "mum", 0));
}

#[test]
fn a_record_without_a_day_has_no_calendar() {
    let text = r#"{"format": "support-panel/1", "id": "panel-1",
        "profile": {"id": "leicester-masp", "version": "2017.1"}, "case": {"reference": "EHA-1"}}"#;
    let record = Record::from_json(text).unwrap();
    let profile = Profile::of(&record).unwrap();
    let refused = calendar(&record, &profile, &Reader::Professionals, &CalendarOptions::default());
    assert_eq!(refused.unwrap_err().code(), Code::EmptyPaper);
}
