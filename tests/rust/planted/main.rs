//! One law for every output there is: of the texts of a record, an output shows those that its reader's copy holds, and one that is
//! for no one in particular shows none. A marker stands in every text that the schema knows.
//!
//! Errors of reading have a law of their own, in the core's `privacy`; so have tables of many records, the wheel and the page.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it finds a fault"
)]

mod texts;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{Cursor, Read as _};
use support_panel::report::document::Document;
use support_panel::report::{
    self, Copy, CopyOptions, Format, Paper, PaperOptions, Reader, copy_with, disclosures,
};
use support_panel::{CheckOptions, Code, Error, Id, Profile, Record, Session, check, interface};
use support_panel_export::{
    CalendarOptions, Metadata, Tracker, TrackerOptions, calendar, excel, word,
};
use support_panel_privacy::NameHider;
use texts::PLANTED;

/// A record in which every text is a marker, before a meeting and after it.
fn records() -> impl Iterator<Item = Record> {
    ["planned", "concluded"].into_iter().map(|status| {
        let mut record = PLANTED.0.clone();
        record["meeting"]["status"] = status.into();
        Record::from_json(record.to_string()).unwrap()
    })
}

fn profile(record: &Record) -> Profile {
    Profile::of(record).unwrap()
}

/// Which markers stand in a text: whole, so that the first is not seen in the tenth.
fn seen(text: &str) -> BTreeSet<&'static str> {
    PLANTED.1.keys().map(String::as_str).filter(|marker| text.contains(marker)).collect()
}

/// The professionals, the family, and each of those whom the record knows.
fn readers(record: &Record) -> Vec<Reader> {
    let people = record.case.people.iter().map(|person| person.id.to_string());
    let participants = record.participants.iter().map(|participant| participant.id.to_string());
    let all = ["professionals".to_owned(), "family".to_owned()];
    all.into_iter().chain(people).chain(participants).map(|id| id.parse().unwrap()).collect()
}

/// The ids that a refusal asks to be confirmed.
fn asked(error: &Error) -> Vec<Id> {
    let message = error.to_string();
    let ids = message.split("confirmed: ").nth(1).unwrap().trim_end_matches(" (unconfirmed)");
    ids.split(", ").map(|id| id.parse().unwrap()).collect()
}

/// What is made once everything is confirmed that someone would have to read once more; nothing where it is not made for them.
fn made<T>(mut make: impl FnMut(&[Id]) -> Result<T, Error>) -> Option<T> {
    let mut confirmed: Vec<Id> = Vec::new();
    loop {
        match make(&confirmed) {
            Ok(made) => return Some(made),
            Err(error) if error.code() == Code::Unconfirmed => confirmed.extend(asked(&error)),
            Err(error) => {
                assert_eq!(seen(&format!("{error} {error:?}")), BTreeSet::new());
                return None;
            }
        }
    }
}

fn copied(record: &Record, reader: &Reader) -> Option<Copy> {
    let profile = profile(record);
    made(|confirmed| {
        let options = CopyOptions::default().confirmed(confirmed.iter().cloned());
        copy_with(record, &profile, reader, &options)
    })
}

/// Everything that stands in the parts of a file of Word or Excel.
fn unpacked(file: Vec<u8>) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    for index in 0..archive.len() {
        let mut bytes = Vec::new();
        archive.by_index(index).unwrap().read_to_end(&mut bytes).unwrap();
        text += &String::from_utf8_lossy(&bytes);
    }
    text
}

/// A finished paper in every form that can be searched; what a PDF draws is the same tree.
fn forms(document: &Document, metadata: &Metadata) -> String {
    let texts = Format::ALL.iter().map(|format| document.render(*format));
    texts.collect::<String>() + &unpacked(word(document, metadata).unwrap())
}

/// Whatever is made for a reader: its name, and what it says.
fn for_reader(record: &Record, reader: &Reader) -> Vec<(String, String)> {
    let profile = profile(record);
    let metadata = Metadata::of(record, &profile);
    let mut outputs = Vec::new();
    for paper in Paper::ALL {
        let document = made(|confirmed| {
            let options = PaperOptions::default()
                .previous(record)
                .blanks(true)
                .confirmed(confirmed.iter().cloned());
            report::paper(record, &profile, reader, *paper, &options)
        });
        outputs.extend(document.map(|made| (paper.to_string(), forms(&made, &metadata))));
    }
    for names in [true, false] {
        let page = made(|confirmed| {
            let options = CopyOptions::default().confirmed(confirmed.iter().cloned());
            let mut hider = NameHider::of(record);
            let mut hide = |text: &str| hider.hide(text);
            let hide = (!names).then_some(&mut hide as report::Hide<'_>);
            report::overview(record, &profile, reader, hide, &options)
        });
        outputs.extend(page.map(|page| (format!("overview, names: {names}"), page)));
    }
    let days = made(|confirmed| {
        let copy = CopyOptions::default().confirmed(confirmed.iter().cloned());
        calendar(record, &profile, reader, &CalendarOptions::default().copy(copy))
    });
    outputs.extend(days.map(|days| ("calendar".to_owned(), days)));
    let bundle =
        copied(record, reader).and_then(|copy| support_panel_fhir::bundle(&copy, &profile).ok());
    outputs.extend(bundle.map(|bundle| ("FHIR".to_owned(), bundle)));
    outputs
}

/// Texts that the format declares not to be personal, by the ends of their paths; a case's reference is what a log is searched by.
const PLAIN: [&str; 6] = [
    "/case/reference",
    "/system",
    "/round",
    "/rounds/",
    "/sharing/lawful_basis",
    "/sharing/special_category_condition",
];

fn is_plain(path: &str) -> bool {
    PLAIN.iter().any(|end| path.trim_end_matches(|last: char| last.is_ascii_digit()).ends_with(end))
}

/// Whatever is for no one in particular: logs, screens of a technician, numbers.
fn for_nobody(record: &Record) -> Vec<(&'static str, String)> {
    let profile = profile(record);
    let mut findings = String::new();
    for other in support_panel::profiles() {
        let mut renamed = record.clone();
        (renamed.profile.id, renamed.profile.version) = (other.id.clone(), other.version.clone());
        let options = CheckOptions::default().as_of("2030-01-01".parse().ok()).previous(&renamed);
        let found = check(&renamed, other, &options).unwrap();
        write!(findings, "{found:?}{}", interface::json(&found)).unwrap();
    }
    let session = Session::open(record.clone(), profile.clone()).unwrap();
    let told = readers(record).into_iter().filter_map(|reader| {
        disclosures(record, &profile, &reader, None, &PaperOptions::default()).ok()
    });
    let copies: Vec<_> =
        readers(record).iter().filter_map(|reader| copied(record, reader)).collect();
    vec![
        ("Debug of a record", format!("{record:?}{record:#?}")),
        ("Debug of its profile", format!("{profile:?}")),
        ("Debug of copies", format!("{copies:?}")),
        ("Debug of a sitting", format!("{session:?}{:?}", session.standing())),
        ("findings", findings),
        ("what is still to do", interface::json(&session.outstanding())),
        ("disclosures", interface::json(&told.collect::<Vec<_>>())),
    ]
}

#[test]
fn an_output_shows_what_its_reader_may_see() {
    let mut kinds = BTreeSet::new();
    for record in records() {
        for reader in readers(&record) {
            let Some(copy) = copied(&record, &reader) else { continue };
            let copy = copy.record().to_json();
            let held = seen(&copy);
            for (name, text) in for_reader(&record, &reader) {
                let beyond: Vec<_> = seen(&text)
                    .difference(&held)
                    .map(|marker| PLANTED.1[*marker].as_str())
                    .collect();
                assert!(beyond.is_empty(), "{name} for {reader} shows {beyond:?}");
                kinds.insert(name);
            }
        }
    }
    // Every paper, two overviews, the calendar and the Bundle: none is right because it was never made.
    assert_eq!(kinds.len(), Paper::ALL.len() + 4, "{kinds:?}");
}

#[test]
fn an_output_for_nobody_in_particular_shows_no_text() {
    for record in records() {
        for (name, text) in for_nobody(&record) {
            let paths = seen(&text).into_iter().map(|marker| PLANTED.1[marker].as_str());
            let shown: Vec<_> = paths.filter(|path| !is_plain(path)).collect();
            assert!(shown.is_empty(), "{name} shows {shown:?}");
        }
    }
}

/// The tracker is for professionals and shows what is agreed; without names it shows no one's.
#[test]
fn a_tracker_without_names_shows_no_name() {
    for record in records() {
        let profile = profile(&record);
        let mut tracker = Tracker::new(TrackerOptions::default());
        tracker.add(&record, &profile);
        let sheets = tracker.sheets();
        let text = unpacked(excel(&sheets, "Actions", &Metadata::of(&record, &profile)).unwrap());
        let names: Vec<_> = seen(&text)
            .into_iter()
            .map(|marker| PLANTED.1[marker].as_str())
            .filter(|path| path.ends_with("/name") || path.ends_with("/nhs_number"))
            .collect();
        assert!(names.is_empty(), "{names:?}");
    }
}
