//! How records are found: files, patterns, lines, standard input, and the panel before.

use super::{faulty, run, run_on, scratch, smallest, write};

#[test]
fn a_pattern_is_its_files_in_order() {
    let directory = scratch("a_pattern");
    for name in ["b.json", "a.json", "c.txt"] {
        write(&directory, name, smallest(name, ""));
    }
    std::fs::create_dir(directory.join("d.json")).unwrap();
    let ran = run(&["check", "--format", "ndjson", directory.join("*.json").to_str().unwrap()]);
    let ids: Vec<_> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["record"].clone())
        .collect();
    assert_eq!((ids, ran.status), (vec!["a.json".into(), "b.json".into()], 0));

    let none = run(&["check", directory.join("*.xml").to_str().unwrap()]);
    assert!(none.status == 2 && none.err.contains("no file matches"), "{none:?}");
    let wrong = run(&["check", directory.join("***").to_str().unwrap()]);
    assert!(wrong.status == 2 && wrong.err.contains("not a pattern"), "{wrong:?}");
}

#[test]
fn a_file_that_is_there_is_not_a_pattern() {
    let directory = scratch("not_a_pattern");
    let file = write(&directory, "panel[1].json", smallest("panel-1", ""));
    write(&directory, "panel1.json", "not this one");
    assert_eq!(
        run(&["check", &file]).last_line(),
        "1 record checked: 0 errors, 0 warnings, 0 advice"
    );
}

#[test]
fn lines_are_records_and_a_bad_one_is_one_line() {
    let directory = scratch("lines");
    let text = format!(
        "{}\n\n{{\"format\": 7}}\n{}\r\n  \n{}",
        smallest("one", ""),
        faulty("two"),
        faulty("three")
    );
    for (name, more) in
        [("panels.ndjson", &[][..]), ("panels.JSONL", &[]), ("panels.txt", &["--ndjson"])]
    {
        let file = write(&directory, name, &text);
        let ran = run(&[&["check", &file], more].concat());
        assert_eq!(
            (ran.status, ran.last_line()),
            (2, "3 records checked: 2 errors, 0 warnings, 0 advice; 1 unusable")
        );
        assert!(
            ran.err.starts_with(&format!("error: {file}, line 3 column 12, at /format\n")),
            "{}",
            ran.err
        );
        assert!(ran.out.starts_with(&format!("{file} line 4\n  record two,")), "{}", ran.out);
        assert!(ran.out.contains(&format!("{file} line 6\n  record three,")), "{}", ran.out);
    }
    let file = write(&directory, "panels.json", &text);
    let ran = run(&["check", &file]);
    assert!(
        ran.status == 2 && ran.err.contains("trailing_text") && ran.err.contains("--ndjson"),
        "{ran:?}"
    );
}

#[test]
fn standard_input_is_one_record_or_lines() {
    let one = smallest("panel-1", "");
    let spread = one.replace("{\"", "{\n\"");
    for (text, records) in [(&one, 1), (&spread, 1), (&format!("{one}\n{one}\n"), 2)] {
        let ran = run_on(text, &["check", "-"]);
        assert_eq!(ran.status, 0, "{ran:?}");
        assert!(ran.out.starts_with(&format!("{records} record")), "{ran:?}");
    }
    assert_eq!(run_on("", &["check", "-"]).status, 2);
    assert_eq!(
        run_on("", &["check", "-", "--ndjson"]).last_line(),
        "0 records checked: 0 errors, 0 warnings, 0 advice"
    );
    let twice = run_on(one, &["check", "-", "-"]);
    assert!(twice.status == 2 && twice.err.contains("only once"), "{twice:?}");
}

#[test]
fn no_more_is_read_than_a_record_may_have() {
    let long = format!("\"{}\"", "x".repeat(9 * 1024 * 1024));
    let ran = run_on(&long, &["check", "-"]);
    assert!(ran.status == 2 && ran.err.contains("too_large"), "{}", ran.err);
    let directory = scratch("no_more");
    let file = write(&directory, "long.json", &long);
    assert!(run(&["check", &file]).err.contains("too_large"));
    let lines = write(
        &directory,
        "long.ndjson",
        format!("{}\n{long}\n{}\n", smallest("a", ""), smallest("b", "")),
    );
    let ran = run(&["check", &lines]);
    assert_eq!(
        (ran.status, ran.last_line()),
        (2, "2 records checked: 0 errors, 0 warnings, 0 advice; 1 unusable")
    );
    assert!(ran.err.contains("line 2\n") && ran.err.contains("too_large"), "{}", ran.err);
}

/// Two panels of a family: beside the first, the child's views in the second are old ones.
fn two_panels() -> (String, String) {
    let panel = |id: &str, day: &str, previous: &str| {
        let child = r#"{"id":"child-1","kind":"child","views":"written","views_on":"2026-02-01"}"#;
        let more = format!(r#","meeting":{{"status":"concluded","held_on":"{day}"{previous}}}"#);
        smallest(id, &more).replace(r#""EHA-1""#, &format!(r#""EHA-1","people":[{child}]"#))
    };
    (panel("first", "2026-03-12", ""), panel("second", "2026-06-12", r#","previous":"first""#))
}

#[test]
fn the_panel_before_is_looked_for_among_the_files() {
    let (first, second) = two_panels();
    let directory = scratch("the_panel_before");
    let (a, b) = (write(&directory, "a.json", &first), write(&directory, "b.json", &second));
    let lines = write(&directory, "both.ndjson", format!("{second}\n{first}\n"));
    let forgets = |args: &[&str], stdin: &str| {
        run_on(stdin, &[&["check"], args].concat()).out.contains("SP209")
    };
    assert!(forgets(&[&a, &b], ""));
    assert!(forgets(&[&b, &a], ""));
    assert!(forgets(&[&lines], ""));
    assert!(forgets(&[&b, "--previous", &a], ""));
    assert!(forgets(&["-"], &format!("{first}\n{second}\n")));
    assert!(forgets(&["-", &a], &second));
    assert!(forgets(&[&b, "-"], &second) == forgets(&["-"], &second));
    assert!(!forgets(&[&b], ""));
    assert!(!forgets(&[&a, &b, "--alone"], ""));
    let wrong = run(&["check", &b, "--previous", &b]);
    assert!(wrong.out.contains("SP102 /meeting/previous"), "{wrong:?}");
}
