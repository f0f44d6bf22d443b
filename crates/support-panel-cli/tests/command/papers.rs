//! `papers`: files by paper, date and reader.

use super::{root, run, run_on, scratch, smallest, write};
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

/// The start of a file, by which programs know what it is.
fn starts_with(folder: &Path, name: &str, start: &[u8]) -> bool {
    std::fs::read(folder.join(name)).unwrap().starts_with(start)
}

#[test]
fn a_paper_is_a_file_of_another_program() {
    let out = scratch("papers-formats");
    let out_text = out.to_str().unwrap();
    for (format, ending, start) in
        [("word", "docx", &b"PK"[..]), ("pdf", "pdf", b"%PDF-1.7"), ("excel", "xlsx", b"PK")]
    {
        let args = ["papers", INITIAL, "--paper", "plan", "--for", "p-parent", "--format", format];
        let ran = run(&[&args[..], &["--out", out_text]].concat());
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{format}");
        let name = format!("plan-2026-03-12-p-parent.{ending}");
        assert_eq!(ran.out, format!("{name}\n"));
        assert!(starts_with(&out, &name, start), "{format}");
    }
    let args = ["papers", "--before", "leicester-masp", "--paper", "scoring-slips"];
    let ran = run(&[&args[..], &["--format", "pdf", "--out", out_text]].concat());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(starts_with(&out, "scoring-slips-leicester-masp.pdf", b"%PDF"));
}

#[test]
fn a_calendar_is_icalendar_whatever_the_others_are() {
    let out = scratch("papers-calendar");
    let args = ["papers", INITIAL, "--paper", "letter,calendar", "--for", "p-gran"];
    let read = |sequence: &str| {
        let more = ["--format", "html", "--sequence", sequence, "--out", out.to_str().unwrap()];
        let ran = run(&[&args[..], &more].concat());
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        std::fs::read_to_string(out.join("calendar-2026-03-12-p-gran.ics")).unwrap()
    };
    let (first, second) = (read("0"), read("7"));
    assert_eq!(listed(&out), ["calendar-2026-03-12-p-gran.ics", "letter-2026-03-12-p-gran.html"]);
    assert!(
        first.starts_with("BEGIN:VCALENDAR\r\n") && first.contains("SUMMARY:Something to do\r\n")
    );
    assert_ne!(first, second);
    assert_eq!(first.replace("SEQUENCE:0", "SEQUENCE:7"), second, "a UID stays the same");
}

#[test]
fn a_format_that_does_not_fit_is_refused() {
    let out = scratch("papers-wrong-format");
    for (paper, format) in [("letter", "calendar"), ("child", "excel")] {
        let args = ["papers", INITIAL, "--paper", paper, "--for", "child-1", "--format", format];
        let ran = run(&[&args[..], &["--out", out.to_str().unwrap()]].concat());
        assert_eq!(ran.status, 2, "{paper}");
        assert!(ran.err.contains("(wrong_paper_format)"), "{}", ran.err);
    }
    let args = ["papers", "--before", "leicester-masp", "--paper", "calendar", "--out"];
    let ran = run(&[&args[..], &[out.to_str().unwrap()]].concat());
    assert!(ran.err.contains("(needs_record)"), "{}", ran.err);
    assert_eq!(listed(&out), [""; 0]);
}

/// Gujarati is spoken in Leicester, and the font that is shipped has none of it.
#[test]
fn characters_that_no_font_has_are_named_by_their_numbers() {
    let out = scratch("papers-fonts");
    let record = smallest("p", r#","outcome":{"decision":"continue","reason":"\u0a97\u0ac1"}"#);
    let args = ["papers", "-", "--paper", "minutes", "--for", "professionals", "--format", "pdf"];
    let args = [&args[..], &["--out", out.to_str().unwrap()]].concat();
    let ran = run_on(&record, &args);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("U+0A97, U+0AC1") && ran.err.contains("(missing_characters)"));
    assert!(!ran.err.contains('\u{a97}'), "an error quotes nothing");
    let no_font = write(&scratch("papers-fonts-files"), "no-font.ttf", "no font");
    let ran = run_on(&record, &[&args[..], &["--fonts", &no_font, &no_font]].concat());
    assert!(ran.err.contains("(bad_font)"), "{}", ran.err);
    let ran = run_on(&record, &[&args[..], &["--fonts", "no-such.ttf", &no_font]].concat());
    assert!(ran.err.contains("no-such.ttf"), "{}", ran.err);
    let shipped = "crates/support-panel-export/fonts/NotoSans-Regular.ttf";
    let args = ["papers", INITIAL, "--paper", "plan", "--for", "family", "--format", "pdf"];
    let more = ["--fonts", shipped, shipped, "--out", out.to_str().unwrap()];
    let ran = run(&[&args[..], &more].concat());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
}

#[test]
fn what_was_read_once_more_is_confirmed_by_its_id() {
    let out = scratch("papers-confirmed");
    let text = std::fs::read_to_string(root().join(INITIAL)).unwrap();
    let mut record: serde_json::Value = serde_json::from_str(&text).unwrap();
    // A goal answers the first entry, and may tell of it.
    record["mapping"][0]["withheld_from"] = serde_json::json!(["p-parent"]);
    let args = ["papers", "-", "--paper", "map,calendar", "--for", "p-parent", "--format", "word"];
    let args = [&args[..], &["--out", out.to_str().unwrap()]].concat();
    let ran = run_on(record.to_string(), &args);
    assert_eq!((ran.status, listed(&out).len()), (2, 0));
    assert!(ran.err.contains("(unconfirmed)"), "{}", ran.err);
    let entries = record["mapping"].as_array().unwrap().iter();
    let ids: Vec<&str> = entries.map(|entry| entry["id"].as_str().unwrap()).collect();
    let ran = run_on(record.to_string(), &[&args[..], &["--confirm", &ids.join(",")]].concat());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert_eq!(listed(&out), ["calendar-2026-03-12-p-parent.ics", "map-2026-03-12-p-parent.docx"]);
}
