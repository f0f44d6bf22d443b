//! The reports of the example records, compared with those on file.
//!
//! `UPDATE_REPORTS=1 cargo test -p support-panel --test reports` writes them anew: read every change before it is kept.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::type_complexity,
    reason = "a test stops where it finds a fault"
)]

use std::path::PathBuf;
use support_panel::report::{self, Audience, Format};
use support_panel::{Error, Profile, Record};

type Report = fn(&Record, &Profile, Format, Audience) -> Result<String, Error>;

const REPORTS: [(&str, Report); 3] = [("minutes", report::minutes), ("map", report::map), ("action_plan", report::action_plan)];
const RECORDS: [&str; 4] = ["leicester-referral", "leicester-initial", "leicester-review", "everything"];

fn tests() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests")
}

fn read(name: &str) -> (Record, Profile) {
    let text = std::fs::read_to_string(tests().join("records").join(name).with_extension("json")).unwrap();
    let record = Record::from_json(text).unwrap();
    let profile = Profile::of(&record).unwrap();
    (record, profile)
}

/// Every record × report × format × audience; of the map and the plan, the first panel's suffice.
#[test]
fn reports_are_as_on_file() {
    let folder = tests().join("reports");
    let update = std::env::var_os("UPDATE_REPORTS").is_some();
    let mut expected = Vec::new();
    for name in RECORDS {
        let (record, profile) = read(name);
        for (report, write) in REPORTS {
            if report != "minutes" && name != "leicester-initial" {
                continue;
            }
            for format in Format::ALL {
                for audience in Audience::ALL {
                    let ending = match format {
                        Format::Markdown => "md",
                        Format::Html => "html",
                        _ => "txt",
                    };
                    let file = folder.join(format!("{name}.{report}.{audience}.{ending}"));
                    let written = write(&record, &profile, *format, *audience).unwrap();
                    if update {
                        std::fs::write(&file, &written).unwrap();
                    }
                    let on_file = std::fs::read_to_string(&file).unwrap_or_default();
                    assert!(written == on_file, "{} differs from what is on file", file.display());
                    expected.push(file);
                }
            }
        }
    }
    let on_file = std::fs::read_dir(&folder).unwrap().count();
    assert_eq!(on_file, expected.len(), "a report is on file that nothing writes");
}
