//! What `check` says, and how it ends.

use super::{faulty, run, run_on, scratch, smallest, write};

const INITIAL: &str = "tests/records/leicester-initial.json";

#[test]
fn the_first_panel_has_what_a_chair_would_see() {
    let ran = run(&["check", INITIAL]);
    let expected = "\
tests/records/leicester-initial.json
  record masp-2026-031, profile leicester-masp 2017.1

  1 warning
    SP204 /participants/9 (p-crasbu)
      No one who attended held the role crasbu_representative, and no apologies are recorded.

  1 advice
    SP303 /agenda/3 (background)
      Stage background took 5 min 20 s; 4 min planned.

1 record checked: 0 errors, 1 warning, 1 advice
";
    assert_eq!(ran.out, expected);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
}

#[test]
fn the_exit_status_follows_fail_on() {
    let exits =
        |text: &str, fail_on: &[&str]| run_on(text, &[&["check", "-"], fail_on].concat()).status;
    let clean = smallest("panel-1", "");
    let advised =
        std::fs::read_to_string(super::root().join("tests/records/leicester-review.json")).unwrap();
    let warned = std::fs::read_to_string(super::root().join(INITIAL)).unwrap();
    let faulty = faulty("panel-1");
    let levels = ["error", "warning", "advice", "never"];
    for (text, expected) in [
        (&clean, [0, 0, 0, 0]),
        (&advised, [0, 0, 1, 0]),
        (&warned, [0, 1, 1, 0]),
        (&faulty, [1, 1, 1, 0]),
    ] {
        assert_eq!(levels.map(|level| exits(text, &["--fail-on", level])), expected);
        assert_eq!(exits(text, &[]), expected[0]);
    }
}

#[test]
fn unusable_input_is_said_and_all_other_input_is_still_checked() {
    let ran = run(&["check", "tests/records/nowhere.json", "tests/records", INITIAL]);
    assert_eq!(ran.status, 2);
    assert_eq!(ran.last_line(), "1 record checked: 0 errors, 1 warning, 1 advice; 2 unusable");
    assert!(ran.err.starts_with("error: tests/records/nowhere.json: No such file"), "{}", ran.err);
    assert!(ran.err.contains("error: tests/records: it is a directory"), "{}", ran.err);
}

#[test]
fn an_error_says_where_and_what_to_do() {
    let directory = scratch("an_error_says_where");
    let text = "{\n \"format\": \"support-panel/1\",\n \"id\": \"panel-1\",\n \"meeting\": {\"chiar\": \"p-chair\"}\n}\n";
    let file = write(&directory, "panel.json", text);
    let ran = run(&["check", &file]);
    assert_eq!(
        ran.err,
        format!(
            "error: {file}, line 4 column 14, at /meeting\n  found a key that the format does not have, expected a known key; did you mean \
             chair? (unknown_key)\n  Correct its spelling, or put your own data under extensions.\n"
        )
    );
    assert_eq!(ran.status, 2);
    let json = run(&["check", &file, "--format", "json"]).json();
    let error = &json[0]["error"];
    assert_eq!((json[0]["file"].as_str(), json[0]["line"].as_u64()), (Some(&*file), Some(4)));
    assert_eq!(
        (error["code"].as_str(), error["path"].as_str(), error["column"].as_u64()),
        (Some("unknown_key"), Some("/meeting"), Some(14))
    );
}

#[test]
fn severities_choose_what_is_shown_and_not_what_is_counted() {
    let ran = run(&["check", INITIAL, "--severity", "advice", "--fail-on", "warning"]);
    assert!(ran.out.contains("SP303") && !ran.out.contains("SP204"), "{}", ran.out);
    assert_eq!(ran.last_line(), "1 record checked: 0 errors, 1 warning, 1 advice");
    assert_eq!(ran.status, 1);
}

#[test]
fn json_is_one_array_and_ndjson_one_object_a_line() {
    let files = [INITIAL, "tests/records/smallest.json"];
    let array = run(&[&["check", "--format", "json"], &files[..]].concat()).json();
    let lines = run(&[&["check", "--format", "ndjson"], &files[..]].concat());
    let lines: Vec<serde_json::Value> =
        lines.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(array.as_array().unwrap(), &lines);
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["record"], "masp-2026-031");
    let codes: Vec<_> = lines[0]["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["SP204", "SP303"]);
    assert_eq!(
        run(&["check", "--format", "json", "tests/records/nowhere*.json"])
            .json()
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn csv_has_a_row_a_finding_and_no_formulas() {
    let ran = run(&["check", INITIAL, "--format", "csv"]);
    let rows: Vec<_> = ran.out.lines().collect();
    assert_eq!(rows[0], r#""file","line","record","code","severity","path","subject","message""#);
    assert!(
        rows[1].starts_with(r#""tests/records/leicester-initial.json","","masp-2026-031","SP204","warning","/participants/9","p-crasbu","#)
    );
    assert_eq!(rows.len(), 3);

    let text = smallest("=cmd()", r#","actions":[{"id":"@a,\"1\""}]"#);
    let ran = run_on(text, &["check", "-", "--format", "csv"]);
    let row = ran.out.lines().nth(1).unwrap();
    assert!(
        row.starts_with(
            r#""standard input","1","'=cmd()","SP106","error","/actions/0/text","'@a,""1""","#
        ),
        "{row}"
    );
}

#[test]
fn rules_about_today_are_asked_of_a_day() {
    let without = run(&["check", INITIAL]);
    let long_after = run(&["check", INITIAL, "--as-of", "2030-01-01"]);
    assert!(!without.out.contains("SP609"));
    assert_eq!(long_after.last_line(), run(&["check", INITIAL, "--as-of=2030-01-01"]).last_line());
    let long_before = run(&["check", INITIAL, "--as-of", "2020-01-01"]);
    assert!(long_before.out.contains("SP107"), "{}", long_before.out);
    let ran = run(&["check", INITIAL, "--as-of", "2026-02-30"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
}

#[test]
fn a_profile_is_built_in_or_a_file_and_must_be_the_records() {
    let directory = scratch("a_profile_is");
    let ours = write(
        &directory,
        "ours.toml",
        "extends = \"leicester-masp\"\nid = \"ours\"\nversion = \"1\"\n[rules]\nSP303 = \"off\"\nSP204 = { severity = \"error\" }\n",
    );
    let text = std::fs::read_to_string(super::root().join(INITIAL)).unwrap();
    let of_ours = text.replace("\"leicester-masp\"", "\"ours\"").replace("\"2017.1\"", "\"1\"");
    let ran = run_on(&of_ours, &["check", "-", "--profile", &ours]);
    assert_eq!(
        (ran.status, ran.last_line()),
        (1, "1 record checked: 1 error, 0 warnings, 0 advice")
    );

    let unknown = run_on(&of_ours, &["check", "-"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.err.contains("unknown_profile"), "{}", unknown.err);
    let other = run_on(&text, &["check", "-", "--profile", &ours]);
    assert_eq!(other.status, 2);
    assert!(other.err.contains("profile_mismatch"), "{}", other.err);
    for profiles in
        [&["--profile", "leicester-masp"][..], &["--profile", &ours, "--profile", "leicester-masp"]]
    {
        assert_eq!(run_on(&text, &[&["check", "-"], profiles].concat()).status, 0);
    }

    let bad = write(&directory, "bad.toml", "id = \"bad\"\nversion = \"1\"\nseets = []\n");
    let ran = run(&["check", INITIAL, "--profile", &bad]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("bad.toml") && ran.err.contains("unknown_key"), "{}", ran.err);
    let ran = run(&["check", INITIAL, "--profile", "nobodys"]);
    assert_eq!(ran.status, 2);
}
