//! `tracker`: the actions of many panels, by ids unless names are asked for.

use super::{run, scratch, smallest, write};

const INITIAL: &str = "tests/records/leicester-initial.json";

/// The fields of a line of CSV without a quotation mark in any of them.
fn fields(line: &str) -> Vec<&str> {
    let inside = line.strip_prefix('"').and_then(|line| line.strip_suffix('"')).unwrap();
    inside.split("\",\"").collect()
}

#[test]
fn ids_stand_for_names_unless_names_are_asked_for() {
    let ids = run(&["tracker", INITIAL, "--as-of", "2026-04-01"]);
    assert_eq!((ids.status, ids.err.as_str()), (0, ""));
    let names = run(&["tracker", INITIAL, "--as-of", "2026-04-01", "--names"]);
    for text in ["H. Amin", "P. Lowe", "payment plan"] {
        assert!(names.out.contains(text) && !ids.out.contains(text), "{text}");
    }
    assert_eq!(ids.out.lines().count(), names.out.lines().count());
    let head = ["Owner", "Agency", "Action", "Case", "Panel", "Due", "Days late", "Progress"];
    assert_eq!(fields(ids.out.lines().next().unwrap()), [&head[..], &["Not for"]].concat());
    let by_case = run(&["tracker", INITIAL, "--by", "case"]);
    assert_eq!(fields(by_case.out.lines().next().unwrap())[..3], ["Case", "Panel", "Action"]);
}

#[test]
fn a_folder_stands_for_its_records() {
    let folder = scratch("tracker-folder");
    let action = |id: &str| format!(r#","actions":[{{"id":"{id}","due":{{"on":"2026-03-12"}}}}]"#);
    write(&folder, "b.json", smallest("p-b", &action("a-b")));
    let lines = [smallest("p-c", &action("a-c")), smallest("p-d", &action("a-d"))].join("\n");
    write(&folder, "a.ndjson", lines);
    write(&folder, "notes.txt", "no record");
    let ran = run(&["tracker", folder.to_str().unwrap(), "--by", "case", "--as-of", "2026-03-15"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let rows: Vec<_> = ran.out.lines().skip(1).map(fields).collect();
    let panels: Vec<_> = rows.iter().map(|row| row[1]).collect();
    assert_eq!(panels, ["p-b", "p-c", "p-d"]);
    assert!(rows.iter().all(|row| row[6] == "3"), "three days late: {rows:?}");

    let empty = run(&["tracker", scratch("tracker-empty").to_str().unwrap()]);
    assert_eq!(empty.status, 2);
    assert!(empty.err.contains("no file that ends in .json"), "{}", empty.err);
}

#[test]
fn a_record_that_cannot_be_read_costs_that_record() {
    let folder = scratch("tracker-broken");
    write(&folder, "a.json", "{}");
    write(&folder, "b.json", smallest("p", r#","actions":[{"id":"a"}]"#));
    let ran = run(&["tracker", folder.to_str().unwrap()]);
    assert_eq!((ran.status, ran.out.lines().count()), (2, 2));
    assert!(ran.err.contains("a.json"), "{}", ran.err);
}

#[test]
fn an_action_that_was_carried_on_stands_once() {
    let folder = scratch("tracker-carried");
    let first = smallest("p-1", r#","actions":[{"id":"a"},{"id":"b","status":"done"}]"#);
    let from = r#""carried_from":{"record":"p-1","action":"a"}"#;
    let actions = format!(r#","actions":[{{"id":"a","status":"in_progress",{from}}}]"#);
    let files = [
        write(&folder, "first.json", first),
        write(&folder, "second.json", smallest("p-2", &actions)),
    ];
    let both = run(&["tracker", &files[0], &files[1], "--by", "case"]);
    let rows: Vec<_> = both.out.lines().skip(1).map(fields).collect();
    let told: Vec<_> = rows.iter().map(|row| (row[1], row[2], row[7])).collect();
    assert_eq!(told, [("p-1", "b", "Done"), ("p-2", "a", "In progress")]);
    let first = run(&["tracker", &files[0], "--by", "case"]);
    assert_eq!(first.out.lines().count(), 3, "without the later record both stand");
}

#[test]
fn a_row_that_is_marked_says_whom_it_is_not_for() {
    let people = r#","participants":[{"id":"p-dad","kind":"family","name":"Dean"},
        {"id":"p-1","kind":"professional","name":"H. Amin"}]"#;
    let actions = r#","actions":[{"id":"a","owner":"p-1","withheld_from":["p-dad"]},
        {"id":"b","owner":"p-1","visible_to":"professionals"},{"id":"c","owner":"p-1"}]"#;
    let file =
        write(&scratch("tracker-marks"), "r.json", smallest("p", &format!("{people}{actions}")));
    let marks = |more: &[&str]| {
        let ran = run(&[&["tracker", &file, "--by", "case"], more].concat());
        ran.out.lines().skip(1).map(|row| fields(row)[8].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(marks(&[]), ["p-dad", "the family", ""]);
    assert_eq!(marks(&["--names"]), ["Dean", "the family", ""]);
}

#[test]
fn a_workbook_is_written_where_it_is_told() {
    let folder = scratch("tracker-workbook");
    let out = folder.join("tracker.xlsx");
    let args = ["tracker", INITIAL, "--format", "excel", "--out"];
    let ran = run(&[&args[..], &[out.to_str().unwrap()]].concat());
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    assert!(std::fs::read(&out).unwrap().starts_with(b"PK"));

    let due = smallest("p", r#","actions":[{"id":"a","due":{"on":"1899-12-31"}}]"#);
    let early = write(&folder, "early.json", due);
    let ran = run(&["tracker", &early, "--format", "excel", "--out", out.to_str().unwrap()]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("(day_before_1900)"), "{}", ran.err);
}
