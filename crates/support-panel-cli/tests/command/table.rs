//! What `table` writes, and how it ends.

use super::{command, run, run_on, scratch, smallest, write};

const GOOD: &str = r#"{"format":"support-panel/1","id":"a","profile":{"id":"leicester-masp","version":"2017.1"},"case":{"reference":"=1+1"},"meeting":{"held_on":"2026-03-12"},"actions":[{"id":"x","serves":["m1","m2"],"due":{"within":{"days":2}}}]}"#;

#[test]
fn a_table_is_rows_for_a_spreadsheet() {
    let ran =
        run_on(format!("{GOOD}\n\n{GOOD}"), &["table", "actions", "-", "--as-of", "2026-03-20"]);
    let lines: Vec<_> = ran.out.lines().collect();
    assert_eq!((ran.status, ran.err.as_str(), lines.len()), (0, "", 3));
    assert!(
        lines[0]
            .starts_with("\"record_id\",\"file\",\"line\",\"position\",\"action_id\",\"serves\","),
        "{}",
        lines[0]
    );
    assert!(
        lines[1].starts_with("\"a\",\"standard input\",\"1\",\"0\",\"x\",\"m1 m2\","),
        "{}",
        lines[1]
    );
    let excel =
        run_on(GOOD, &["table", "actions", "-", "--format", "excel", "--as-of", "2026-03-20"]);
    assert_eq!(excel.out.lines().count(), 2);
    assert!(excel.out.starts_with("\u{feff}\"record_id\""), "{}", excel.out);
    let panels = run_on(GOOD, &["table", "panels", "-"]).out;
    assert!(panels.contains("\"'=1+1\""), "a formula must be guarded: {panels}");
}

#[test]
fn a_table_is_one_object_a_line() {
    let ran =
        run_on(GOOD, &["table", "actions", "-", "--format", "ndjson", "--as-of", "2026-03-20"]);
    let row: serde_json::Value = ran.json();
    let columns: Vec<_> = support_panel_tables::Table::Actions
        .columns()
        .into_iter()
        .filter(|column| !column.free_text)
        .map(|column| column.name)
        .collect();
    let names: std::collections::BTreeSet<_> =
        row.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names, columns.into_iter().collect(), "every column is in every line");
    let mut row = row;
    row.as_object_mut()
        .unwrap()
        .retain(|_, value| !value.is_null() && value != &serde_json::json!([]));
    let expected = serde_json::json!({
        "file": "standard input", "line": 1,
        "record_id": "a", "position": 0, "action_id": "x", "serves": ["m1", "m2"], "due_kind": "within", "due_on": "2026-03-14",
        "status": "open", "live": true, "days_late": 6,
    });
    assert_eq!(row, expected);
}

#[test]
fn a_table_is_a_stream_of_columns_for_programs() {
    let folder = scratch("table-arrow");
    let lines: String =
        (0..250).map(|number| GOOD.replace("\"a\"", &format!("\"a{number}\"")) + "\n").collect();
    let file = write(&folder, "lines.ndjson", lines + "{}\n");
    let ran = command(&["table", "actions", &file, "--format", "arrow", "--as-of", "2026-03-20"])
        .output()
        .unwrap();
    assert_eq!(ran.status.code(), Some(2), "one line cannot be read");
    assert!(String::from_utf8(ran.stderr).unwrap().starts_with("error: "));
    let stream = arrow_ipc::reader::StreamReader::try_new(ran.stdout.as_slice(), None).unwrap();
    assert_eq!(stream.schema(), support_panel_tables::Table::Actions.schema(false));
    assert_eq!(stream.map(|batch| batch.unwrap().num_rows()).sum::<usize>(), 250);

    let nothing = write(&folder, "nothing.ndjson", "");
    let ran =
        command(&["table", "ratings", &nothing, "--format", "arrow", "--text"]).output().unwrap();
    assert_eq!(ran.status.code(), Some(0));
    let mut stream = arrow_ipc::reader::StreamReader::try_new(ran.stdout.as_slice(), None).unwrap();
    assert_eq!(stream.schema(), support_panel_tables::Table::Ratings.schema(true));
    assert!(stream.next().is_none());
}

#[test]
fn free_text_is_there_only_where_it_is_asked_for() {
    let record = "tests/records/leicester-review.json";
    let line: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(super::root().join(record)).unwrap())
            .unwrap();
    let names = |arguments: &[&str]| {
        run_on(line.to_string(), &[&["table", "participants", "-"], arguments].concat())
            .out
            .contains("Maya")
    };
    assert!(!names(&[]));
    assert!(names(&["--text"]));
}

#[test]
fn a_line_that_cannot_be_read_costs_that_line() {
    let folder = scratch("table-lines");
    let file = write(
        &folder,
        "lines.ndjson",
        format!("{}\n{{\"format\":\"support-panel/1\",\"id\":7}}\n{GOOD}\n", smallest("p", "")),
    );
    let name = file.as_str();
    let ran = run(&["table", "panels", name]);
    assert_eq!((ran.status, ran.out.lines().count()), (2, 3));
    assert!(
        ran.err.starts_with(&format!("error: {name}, line 2 column 34, at /id\n")),
        "{}",
        ran.err
    );
    let errors = run(&["table", "errors", name, "--format", "ndjson"]);
    assert_eq!((errors.status, errors.json()["code"].as_str().unwrap()), (2, "wrong_type"));
    let missing = run(&["table", "panels", "no-such-file.ndjson"]);
    assert_eq!(missing.status, 2);
    assert!(missing.err.contains("unreadable"), "{}", missing.err);
}

#[test]
fn an_indented_record_is_complained_of_in_a_few_lines() {
    let ran = run(&["table", "panels", "tests/records/leicester-initial.json"]);
    assert_eq!(ran.status, 2);
    assert_eq!(ran.err.matches("error:").count(), 1, "{}", ran.err);
    assert!(ran.err.contains("found a record over several lines"), "{}", ran.err);
    let folder = scratch("table-no-lines");
    let file = write(&folder, "lines.ndjson", "no record\n".repeat(25));
    let ran = run(&["table", "panels", &file]);
    assert_eq!(ran.err.matches("error:").count(), 11, "{}", ran.err);
    assert!(ran.err.contains("15 more lines cannot be read"), "{}", ran.err);
}
