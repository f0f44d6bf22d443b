//! What has to be read once more before a paper is made, and what a paper discloses.

use super::{root, run, scratch, write};
use serde_json::{Value, json};

const REVIEW: &str = "tests/records/leicester-review.json";
const INITIAL: &str = "tests/records/leicester-initial.json";

/// The first panel, of which one entry is kept from a parent: a goal that answers it may tell of it.
fn marked(name: &str) -> String {
    let text = std::fs::read_to_string(root().join(INITIAL)).unwrap();
    let mut record: Value = serde_json::from_str(&text).unwrap();
    record["mapping"][0]["withheld_from"] = json!(["p-parent"]);
    write(&scratch(name), "panel.json", record.to_string())
}

#[test]
fn each_paper_takes_what_was_read_once_more() {
    let panel = marked("confirm");
    let out = scratch("confirm-out");
    let out = out.to_str().unwrap();
    for args in [
        vec!["minutes", &panel, "--for", "p-parent"],
        vec!["map", &panel, "--for", "p-parent"],
        vec!["action-plan", &panel, "--for", "p-parent"],
        vec!["papers", &panel, "--for", "p-parent", "--paper", "letter", "--out", out],
    ] {
        let refused = run(&args);
        assert_eq!(refused.status, 2, "{args:?}");
        assert!(refused.err.contains("(unconfirmed)"), "{}", refused.err);
        let (_, ids) = refused.err.split_once("confirmed: ").unwrap();
        let ids: Vec<_> = ids.split(" (unconfirmed)").next().unwrap().split(", ").collect();
        let confirmed: Vec<_> = ids.iter().flat_map(|id| ["--confirm", id]).collect();
        let ran = run(&[&args[..], &confirmed].concat());
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{args:?}");
        // One of them alone is not enough where there are several.
        let last = run(&[&args[..], &confirmed[2..]].concat());
        assert_eq!(last.status, 2, "{args:?}");
    }
}

#[test]
fn disclosures_are_of_a_paper_where_one_is_named() {
    let ran = run(&["disclosures", INITIAL, "--for", "p-parent", "--paper", "plan"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let line = |path: &str| ran.out.lines().find(|line| line.ends_with(path)).unwrap().to_owned();
    assert!(line("  /actions/0/text").starts_with("shown     by_default"));
    assert!(line("  /mapping/0/text").starts_with("withheld  not_in_this_paper"));
    let ran = run(&["disclosures", REVIEW, "--for", "family", "--paper", "review"]);
    assert!(ran.err.contains("(needs_previous)"), "{}", ran.err);
    let both =
        ["disclosures", REVIEW, "--for", "family", "--paper", "review", "--previous", INITIAL];
    assert_eq!(run(&both).status, 0);
}
