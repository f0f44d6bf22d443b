//! `papers`: files by paper, date and reader.

use super::{root, run, scratch, write};
use std::path::Path;

fn listed(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

const INITIAL: &str = "tests/records/leicester-initial.json";
const REVIEW: &str = "tests/records/leicester-review.json";

#[test]
fn files_are_named_by_paper_date_and_reader() {
    let out = scratch("papers-names");
    let args = ["papers", INITIAL, "--paper", "letter,plan", "--for", "p-parent,family"];
    let ran = run(&[&args[..], &["--format", "html", "--out", out.to_str().unwrap()]].concat());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let expected = [
        "letter-2026-03-12-family.html",
        "letter-2026-03-12-p-parent.html",
        "plan-2026-03-12-family.html",
        "plan-2026-03-12-p-parent.html",
    ];
    assert_eq!(listed(&out), expected);
    assert_eq!(ran.out.lines().count(), 4);
    let letter = std::fs::read_to_string(out.join(expected[1])).unwrap();
    let on_file = root().join("tests/reports/leicester-initial.letter.p-parent.html");
    assert_eq!(letter, std::fs::read_to_string(on_file).unwrap());
}

#[test]
fn a_paper_of_the_wrong_reader_is_refused_and_the_others_are_written() {
    let out = scratch("papers-refused");
    let args = ["papers", INITIAL, "--paper", "letter,minutes", "--for", "professionals"];
    let ran = run(&[&args[..], &["--out", out.to_str().unwrap()]].concat());
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("(wrong_reader)"), "{}", ran.err);
    assert_eq!(listed(&out), ["minutes-2026-03-12-professionals.md"]);
}

#[test]
fn a_review_takes_the_panel_before_it() {
    let out = scratch("papers-review");
    let args = ["papers", REVIEW, "--paper", "review", "--for", "professionals", "--out"];
    let ran = run(&[&args[..], &[out.to_str().unwrap()]].concat());
    assert!(ran.err.contains("(needs_previous)"), "{}", ran.err);
    let ran = run(&[&args[..], &[out.to_str().unwrap(), "--previous", INITIAL]].concat());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert_eq!(listed(&out), ["review-2026-04-30-professionals.md"]);
}

#[test]
fn a_profile_alone_gives_forms() {
    let out = scratch("papers-before");
    let args = ["papers", "--before", "leicester-masp", "--paper", "scoring-slips,letter"];
    let ran = run(&[&args[..], &["--format", "text", "--out", out.to_str().unwrap()]].concat());
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("letter: ") && ran.err.contains("(needs_record)"), "{}", ran.err);
    assert_eq!(listed(&out), ["scoring-slips-leicester-masp.txt"]);
}

#[test]
fn two_papers_of_one_name_are_not_one() {
    let out = scratch("papers-twice");
    let text = std::fs::read_to_string(root().join(INITIAL)).unwrap();
    let again = write(&scratch("papers-twice-record"), "again.json", text);
    let args = ["papers", INITIAL, &again, "--paper", "plan", "--for", "family", "--out"];
    let ran = run(&[&args[..], &[out.to_str().unwrap()]].concat());
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("a second time"), "{}", ran.err);
    assert_eq!(listed(&out).len(), 1);
}
