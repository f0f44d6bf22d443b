//! `returns` and `referral`: what councils return, and what their forms become.

use super::{run, run_on, scratch, smallest, write};

const CHILD: &str = r#","outcome":{"lead_practitioner":"p-worker"},"participants":[{"id":"p-worker","kind":"professional","agency":"=HYPERLINK(1)"}]"#;

fn record(extensions: &str) -> String {
    let people = format!(
        r#"{{"reference":"EHA-1","people":[{{"id":"30977","kind":"child","date_of_birth":"2016-02-11","extensions":{extensions}}},{{"id":"mum","kind":"parent"}}]}}"#
    );
    smallest("panel-1", CHILD).replace(r#"{"reference":"EHA-1"}"#, &people)
}

#[test]
fn a_row_for_each_child_with_nothing_guessed() {
    let ran = run_on(record("{}"), &["returns", "ssd-early-help-episodes", "-"]);
    let expected = "\"earl_episode_id\",\"earl_person_id\",\"earl_episode_start_date\",\"earl_episode_end_date\",\"earl_episode_reason\",\"earl_episode_end_reason\",\"earl_episode_organisation\",\"earl_episode_worker_id\"\n\"\",\"30977\",\"\",\"\",\"\",\"\",\"'=HYPERLINK(1)\",\"p-worker\"\n";
    assert_eq!((ran.status, ran.out.as_str()), (0, expected), "{}", ran.err);
}

#[test]
fn a_council_says_where_it_keeps_the_rest_and_a_word_that_is_none_is_refused() {
    let folder = scratch("returns_fill");
    let fill = write(&folder, "fill.json", r#"{"Gender": "/case/people/*/extensions/gender"}"#);
    let asked = ["returns", "annex-a-list-2", "-", "--as-of", "2026-03-31", "--fill", &fill];
    let ran = run_on(record(r#"{"gender":"b) Female"}"#), &asked);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(
        ran.out.ends_with("\"30977\",\"b) Female\",\"\",\"2016-02-11\",\"10\",\"\",\"\",\"\"\n"),
        "{}",
        ran.out
    );
    let ran = run_on(record(r#"{"gender":"girl"}"#), &asked);
    assert_eq!(ran.status, 2);
    assert!(
        ran.err.contains("row 1, column Gender: expected one of the column's words"),
        "{}",
        ran.err
    );
    assert!(!ran.err.contains("girl"), "{}", ran.err);
}

#[test]
fn goals_have_a_row_for_each_outcome_they_are_tagged_with() {
    let goal = r#","mapping":[{"id":"m-1","category":"goal","settled":{"on":"2026-03-12"},"extensions":{"supporting_families":["Secure housing","Happy"]}}]"#;
    let ran = run_on(smallest("panel-1", goal), &["returns", "supporting-families", "-"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("row 2, column headline_outcome"), "{}", ran.err);
    let rows: Vec<_> = ran.out.lines().skip(1).collect();
    assert_eq!(
        rows,
        [
            "\"EHA-1\",\"panel-1\",\"m-1\",\"Secure housing\",\"2026-03-12\",\"\"",
            "\"EHA-1\",\"panel-1\",\"m-1\",\"\",\"2026-03-12\",\"\""
        ]
    );
}

#[test]
fn the_columns_are_told_with_their_source() {
    let ran = run(&["returns", "annex-a-list-2", "--columns"]);
    assert_eq!(ran.status, 0);
    assert!(
        ran.out.contains("Ethnicity\n    The child's ethnicity. One of: a) WBRI"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("2022-03-09"));
}

const MAPPING: &str = r#"
[record]
"/profile/id" = "leicester-masp"
"/profile/version" = "2017.1"
"/case/people/0/id" = "child-1"
"/case/people/0/kind" = "child"
"/case/people/1/id" = "child-2"
"/case/people/1/kind" = "child"
[cells]
"/id" = { from = "Form", prefix = "ref-" }
"/case/reference" = { from = "EHA" }
"/case/people/0/name" = { from = "First child" }
"/case/people/1/name" = { from = "Second child" }
"/case/people/1/nhs_number" = { from = "NHS number" }
"/referral/received_on" = { from = "Received", day = "dd/mm/yyyy" }
"#;

#[test]
fn a_referral_is_read_and_every_refused_cell_is_named() {
    let folder = scratch("referral");
    let mapping = write(&folder, "form.toml", MAPPING);
    let table = write(
        &folder,
        "rows.csv",
        "Form,EHA,First child,Second child,NHS number,Received\n1,EHA-1,,\"Kai, the younger\",,12/03/2026\ntwo words,EHA-2,Ann,,,soon\n3,,Ann,,,\n",
    );
    let ran = run(&["referral", &mapping, &table]);
    assert_eq!(ran.status, 2);
    let complaints: Vec<_> = ran.err.lines().collect();
    assert_eq!(complaints.len(), 4, "{}", ran.err);
    assert!(complaints[0].contains("row 2, column Received: expected a day such as 12/03/2026"));
    assert!(complaints[1].contains("row 2, column Form: ") && complaints[1].contains("(bad_id)"));
    assert!(
        complaints[2].contains("row 2, column Form: ") && complaints[2].contains("(missing_key)")
    );
    assert!(
        complaints[3].contains("row 3, column EHA: ") && complaints[3].contains("(missing_key)")
    );
    let expected = smallest("ref-1", r#","referral":{"received_on":"2026-03-12"}"#).replace(
        r#"{"reference":"EHA-1"}"#,
        r#"{"reference":"EHA-1","people":[{"id":"child-2","kind":"child","name":"Kai, the younger"}]}"#,
    );
    assert_eq!(ran.out, expected + "\n");
}
