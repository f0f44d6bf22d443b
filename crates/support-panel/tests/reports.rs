//! The reports of the example records, compared with those on file.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::type_complexity,
    reason = "a test stops where it finds a fault"
)]

#[path = "../../../tests/rust/golden.rs"]
mod golden;

use golden::golden;
use std::path::PathBuf;
use support_panel::report::{self, Format, Paper, PaperOptions, Reader};
use support_panel::{Code, Decimal, Profile, Record, summaries};

const RECORDS: [&str; 4] =
    ["leicester-referral", "leicester-initial", "leicester-review", "everything"];

fn tests() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests")
}

fn read(name: &str) -> (Record, Profile) {
    let text =
        std::fs::read_to_string(tests().join("records").join(name).with_extension("json")).unwrap();
    let record = Record::from_json(text).unwrap();
    let profile = Profile::of(&record).unwrap();
    (record, profile)
}

fn ending(format: Format) -> &'static str {
    match format {
        Format::Markdown => "md",
        Format::Html => "html",
        _ => "txt",
    }
}

fn one(id: &str) -> Reader {
    Reader::One(id.parse().unwrap())
}

/// Every paper for a reader of each kind whom it is made for, of the records of one family; minutes of every record. In one
/// format, but for those of the first panel: a renderer does not know which paper it writes.
#[test]
fn reports_are_current() {
    let mut written = 0;
    let (initial, _) = read("leicester-initial");
    for name in RECORDS {
        let (record, profile) = read(name);
        let previous = (name == "leicester-review").then_some(&initial);
        let options = PaperOptions::default().previous(previous).blanks(name == "everything");
        for paper in Paper::ALL {
            let of_first = *paper != Paper::Minutes && *paper != Paper::Review;
            if of_first && name != "leicester-initial" || is_blank(*paper) {
                continue;
            }
            let is_review = *paper == Paper::Review;
            if is_review && name != "leicester-review" {
                continue;
            }
            let readers = [Reader::Professionals, Reader::Family, one("p-parent"), one("child-1")];
            let readers = readers
                .into_iter()
                .filter(|reader| name != "everything" || !matches!(reader, Reader::One(_)));
            for reader in readers {
                let made = report::paper(&record, &profile, &reader, *paper, &options);
                let document = match made {
                    Ok(document) => document,
                    Err(error) => {
                        let is_for_none = [Code::WrongReader, Code::EmptyPaper];
                        assert!(is_for_none.contains(&error.code()), "{paper} {reader}");
                        continue;
                    }
                };
                for format in formats(name == "leicester-initial" || name == "everything") {
                    let ending = ending(*format);
                    let text = document.render(*format);
                    golden(&format!("tests/reports/{name}.{paper}.{reader}.{ending}"), &text);
                    written += 1;
                }
            }
        }
    }
    let profile = Profile::built_in("leicester-masp").unwrap();
    for paper in Paper::ALL.iter().filter(|paper| is_blank(**paper)) {
        let document = report::blank(&profile, *paper).unwrap();
        for format in formats(true) {
            let ending = ending(*format);
            golden(&format!("tests/reports/{paper}.{ending}"), &document.render(*format));
            written += 1;
        }
    }
    let on_file = std::fs::read_dir(tests().join("reports")).unwrap().count();
    assert_eq!(on_file, written, "a report is on file that nothing writes: delete it");
}

fn formats(all: bool) -> &'static [Format] {
    if all { Format::ALL } else { &[Format::Markdown] }
}

fn is_blank(paper: Paper) -> bool {
    let profile = Profile::built_in("leicester-masp").unwrap();
    report::blank(&profile, paper).is_ok()
}

/// A paper is made for those whom its table names, and for no one else.
#[test]
fn papers_are_for_their_readers() {
    let (record, profile) = read("leicester-review");
    let (initial, _) = read("leicester-initial");
    let options = PaperOptions::default().previous(&initial);
    let readers = [
        Reader::Professionals,
        one("p-chair"),
        Reader::Family,
        one("p-parent"),
        one("p-school"),
        one("child-1"),
    ];
    let [working, others, child] = [
        [true, true, false, false, false, false],
        [false, false, true, true, true, true],
        [false, false, false, false, false, true],
    ];
    for (paper, admitted) in [
        (Paper::Invitation, others),
        (Paper::Agenda, [true; 6]),
        (Paper::Minutes, [true; 6]),
        (Paper::Map, [true; 6]),
        (Paper::Plan, [true; 6]),
        (Paper::Letter, others),
        (Paper::Child, child),
        (Paper::Review, [true; 6]),
        (Paper::CaseSystem, working),
        (Paper::BeforeYouSend, working),
    ] {
        for (reader, admitted) in readers.iter().zip(admitted) {
            let made = report::paper(&record, &profile, reader, paper, &options);
            let refused = made.err().map(|error| error.code());
            // A paper may be for someone, and have nothing in it for them.
            let expected = if admitted {
                [None, Some(Code::EmptyPaper)]
            } else {
                [Some(Code::WrongReader); 2]
            };
            assert!(expected.contains(&refused), "{paper} for {reader}: {refused:?}");
        }
    }
}

/// A record in which nothing was said yet, with a reader of each standing who does not hold the panel.
fn nothing_said() -> serde_json::Value {
    serde_json::json!({
        "format": "support-panel/1", "id": "panel-1",
        "profile": {"id": "leicester-masp", "version": "2017.1"},
        "case": {"reference": "EHA-1", "people": [
            {"id": "mum", "kind": "parent", "name": "Maya"}, {"id": "kai", "kind": "child", "name": "Kai"}
        ]},
        "meeting": {"status": "concluded", "held_on": "2026-03-12"},
        "participants": [
            {"id": "p-mum", "kind": "family", "person": "mum"},
            {"id": "p-friend", "kind": "network", "name": "Jo"},
            {"id": "p-voice", "kind": "advocate", "name": "Sam"},
            {"id": "p-nurse", "kind": "professional", "name": "R. Patel"}
        ]
    })
}

/// Whoever would be given a greeting and a telephone number alone is given nothing; what is for someone else changes nothing
/// about that.
#[test]
fn a_paper_with_nothing_for_its_reader_is_refused() {
    let papers =
        [Paper::Minutes, Paper::Map, Paper::Plan, Paper::Letter, Paper::Child, Paper::Review];
    let readers = ["family", "mum", "kai", "p-friend", "p-voice", "p-nurse"];
    let initial = read("leicester-initial").0;
    let refused = |json: &serde_json::Value| {
        let record = Record::from_json(json.to_string()).unwrap();
        let profile = Profile::of(&record).unwrap();
        let options = PaperOptions::default().previous(&initial);
        let mut refused = Vec::new();
        for (paper, reader) in papers.iter().flat_map(|p| readers.iter().map(move |r| (*p, *r))) {
            let to: Reader = reader.parse().unwrap();
            let made = report::paper(&record, &profile, &to, paper, &options);
            let code = made.err().map(|error| error.code());
            if code != Some(Code::WrongReader) && code != Some(Code::UnknownReader) {
                refused.push((paper, reader, code));
            }
        }
        refused
    };
    let mut json = nothing_said();
    let empty = |of: &[(Paper, &str, Option<Code>)]| {
        of.iter().filter(|(_, _, code)| *code == Some(Code::EmptyPaper)).count()
    };
    let all = refused(&json);
    assert!(all.len() > 20);
    assert_eq!(empty(&all), all.len(), "{all:?}");
    json["mapping"] = serde_json::json!([
        {"id": "m1", "category": "future_danger", "text": "A secret", "visible_to": "professionals"}
    ]);
    json["recording"] = serde_json::json!({"system": "The system", "reference": "R1"});
    assert_eq!(empty(&refused(&json)), all.len(), "what is for someone else");
    json["outcome"] = serde_json::json!({"decision": "continue", "review_on": "2026-06-11"});
    let decided = refused(&json);
    for (paper, reader, code) in decided {
        // A map has no decision.
        let expected = (paper == Paper::Map).then_some(Code::EmptyPaper);
        assert_eq!(code, expected, "{paper} for {reader}");
    }
}

#[test]
fn a_paper_that_lacks_something_says_what() {
    let (record, profile) = read("leicester-review");
    let family = Reader::Family;
    let alone = PaperOptions::default();
    let refused =
        |paper| report::paper(&record, &profile, &family, paper, &alone).unwrap_err().code();
    assert_eq!(refused(Paper::Review), Code::NeedsPrevious);
    assert_eq!(report::blank(&profile, Paper::Letter).unwrap_err().code(), Code::NeedsRecord);
    assert_eq!("leaflet".parse::<Paper>().unwrap_err().code(), Code::UnknownWord);
    assert_eq!("letter".parse::<Paper>().unwrap(), Paper::Letter);
    let nobody = one("nobody");
    let error = report::paper(&record, &profile, &nobody, Paper::Letter, &alone).unwrap_err();
    assert_eq!(error.code(), Code::UnknownReader);
}

/// A report words what a summary reckons: the same spread, from the same end.
#[test]
fn spreads_are_those_of_the_summaries() {
    for (name, all) in [("leicester-initial", 4), ("leicester-review", 4), ("everything", 2)] {
        let (record, profile) = read(name);
        let summaries = summaries(&record, &profile).unwrap();
        let sides = summaries.iter().flat_map(|asked| {
            [&asked.groups.own_family, &asked.groups.own_professional, &asked.groups.own_other]
        });
        let expected: Vec<_> = sides
            .flatten()
            .map(|group| {
                spread(group.n, group.min, group.max, group.lowest.as_ref().unwrap().value)
            })
            .collect();
        assert_eq!(expected.len(), all);

        let minutes =
            report::minutes(&record, &profile, &Reader::Professionals, Format::Text).unwrap();
        let worded = minutes.lines().filter_map(|line| {
            let sentence = line.trim_start().split_inclusive(". ").next()?.trim_end();
            ["One number:", "Spread:", "Everyone said"]
                .iter()
                .any(|start| sentence.starts_with(start))
                .then_some(sentence)
        });
        assert_eq!(worded.collect::<Vec<_>>(), expected, "{name}");
    }
}

fn spread(n: u32, min: Decimal, max: Decimal, lowest: Decimal) -> String {
    match n {
        1 => format!("One number: {min}."),
        _ if min == max => format!("Everyone said {min}."),
        _ => format!("Spread: from {lowest} to {}.", if lowest == min { max } else { min }),
    }
}
