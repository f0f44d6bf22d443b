//! `explain`, of every code there is.

use super::run;
use support_panel::{codes, rules};

#[test]
fn every_code_is_explained() {
    for rule in rules() {
        let ran = run(&["explain", rule.code]);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{}", rule.code);
        assert!(ran.out.starts_with(&format!("{} {}\n", rule.code, rule.title)), "{}", ran.out);
        assert!(ran.out.contains(rule.why) && ran.out.contains(rule.remedy), "{}", ran.out);
        assert!(
            rule.parameters.iter().all(|parameter| ran.out.contains(parameter.about)),
            "{}",
            ran.out
        );
    }
    for code in codes() {
        let ran = run(&["explain", code.code.as_str()]);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{}", code.code);
        assert!(ran.out.contains(code.meaning) && ran.out.contains(code.remedy), "{}", ran.out);
    }
    assert_eq!(run(&["explain", "sp204"]).out, run(&["explain", "SP204"]).out);
}

#[test]
fn a_finding_is_explained_by_what_was_read() {
    let ran = run(&[
        "explain",
        "sp303",
        "tests/records/leicester-initial.json",
        "tests/records/clean.json",
    ]);
    let found = ran.out.split_once("\n\n").unwrap().1;
    assert_eq!(
        found,
        "\
tests/records/leicester-initial.json, record masp-2026-031
  advice at /agenda/3 (background)
    Stage background took 5 min 20 s; 4 min planned.
    stage = background
    taken minutes = 5
    taken seconds = 20
    minutes = 4
"
    );
    let none = run(&["explain", "SP303", "tests/records/clean.json"]);
    assert!(
        none.status == 0 && none.out.ends_with("\nNo finding of SP303 in what was given.\n"),
        "{none:?}"
    );
    assert_eq!(run(&["explain", "SP303", "tests/records/nowhere.json"]).status, 2);
}
