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
use support_panel::report::{self, Format, Reader};
use support_panel::{Decimal, Error, Profile, Record, summaries};

type Report = fn(&Record, &Profile, &Reader, Format) -> Result<String, Error>;

const REPORTS: [(&str, Report); 3] =
    [("minutes", report::minutes), ("map", report::map), ("action_plan", report::action_plan)];
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

/// Every record × report × format × reader; of the map and the plan, the first panel's suffice.
#[test]
fn reports_are_current() {
    let mut written = 0;
    for name in RECORDS {
        let (record, profile) = read(name);
        for (report, write) in REPORTS {
            if report != "minutes" && name != "leicester-initial" {
                continue;
            }
            for format in Format::ALL {
                for reader in [Reader::Professionals, Reader::Family] {
                    let ending = match format {
                        Format::Markdown => "md",
                        Format::Html => "html",
                        _ => "txt",
                    };
                    let text = write(&record, &profile, &reader, *format).unwrap();
                    golden(&format!("tests/reports/{name}.{report}.{reader}.{ending}"), &text);
                    written += 1;
                }
            }
        }
    }
    let on_file = std::fs::read_dir(tests().join("reports")).unwrap().count();
    assert_eq!(on_file, written, "a report is on file that nothing writes: delete it");
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
            (sentence.starts_with("One number:") || sentence.starts_with("Spread:"))
                .then_some(sentence)
        });
        assert_eq!(worded.collect::<Vec<_>>(), expected, "{name}");
    }
}

fn spread(n: u32, min: Decimal, max: Decimal, lowest: Decimal) -> String {
    match n {
        1 => format!("One number: {min}."),
        _ if min == max => format!("Spread: none, all at {min}."),
        _ => format!("Spread: from {lowest} to {}.", if lowest == min { max } else { min }),
    }
}
