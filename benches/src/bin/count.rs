//! Fixed work to be counted in instructions: `count JOB` does one job once inside [`measured`].
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::expect_used,
    reason = "a benchmark stops where its input is not there"
)]

#[path = "../naive.rs"]
mod naive;

use std::hint::black_box;
use std::num::NonZeroUsize;
use std::process::ExitCode;
use support_panel::report::{self, Format, Paper, PaperOptions, Papers, Reader};
use support_panel::{CheckOptions, Profile, Record, check};
use support_panel_export::{
    CalendarOptions, Fonts, Metadata, Tracker, TrackerOptions, calendar, excel, pdf, word,
};
use support_panel_privacy::{Degrader, Key, Pseudonymiser, Purpose};
use support_panel_synth::Synth;
use support_panel_tables::{Options, Source, stream};

/// What the counter is told to look at: everything else is preparation.
#[inline(never)]
fn measured(work: &mut dyn FnMut()) {
    black_box(work)();
}

/// Does a job a first time, so that what is done only once is not counted, and then counts it.
fn count(mut work: impl FnMut()) {
    work();
    measured(&mut work);
}

/// Invented records, the same ones every time.
fn texts() -> impl Iterator<Item = String> {
    Synth::new(1).take(200).map(|record| record.to_json())
}

fn read(text: &str) -> Record {
    Record::from_json(text).expect("what was written")
}

/// Reads records twice, as files are that do not stay in memory, and makes those for others of them.
fn for_others(texts: &[String], job: &str) {
    let key = Key::new(&[7; 32]).expect("a key");
    let records = || texts.iter().map(|text| read(text));
    if job == "pseudonyms" {
        let mut others = Pseudonymiser::new(key, "analysis");
        records().for_each(|record| others.learn(&record));
        records().for_each(|record| drop(black_box(others.rewrite(record))));
    } else {
        let mut less = Degrader::new(Purpose::from_word(job).expect("a purpose"), key);
        records().for_each(|record| less.learn(&record));
        records().for_each(|record| drop(black_box(less.rewrite(record))));
    }
}

/// Makes every table of the lines on standard input. Another thread does the work, so that the program is counted as a whole.
fn tables() {
    let options = Options {
        as_of: "2026-06-30".parse().ok(),
        threads: NonZeroUsize::new(1),
        ..Options::default()
    };
    let batches = stream(Source::reader(std::io::stdin()), &[], &options).expect("a stream");
    batches.for_each(|batch| drop(black_box(batch.expect("what was written"))));
}

/// The review of the example, beside its first panel.
struct Panels {
    first: Record,
    review: Record,
    profile: Profile,
}

impl Panels {
    fn read() -> Self {
        let read = |name| {
            let text = std::fs::read_to_string(format!("tests/records/leicester-{name}.json"));
            Record::from_json(text.expect("run from the root of the repository"))
        };
        let review = read("review").expect("an example");
        let profile = Profile::of(&review).expect("a built-in profile");
        Self { first: read("initial").expect("an example"), review, profile }
    }

    /// For whom papers are asked: each is counted for the first of these for whom it is made.
    fn readers() -> [Reader; 3] {
        ["professionals", "family", "child-1"].map(|reader| reader.parse().expect("a reader"))
    }

    /// These papers, in each of these formats: all for one reader are made of one copy.
    fn papers(&self, papers: &[Paper], formats: &[Format]) {
        let (readers, options) = (Self::readers(), PaperOptions::default().previous(&self.first));
        let of = |reader| Papers::new(&self.review, &self.profile, reader, &options);
        let readers: Vec<_> = readers.iter().map(of).collect();
        for paper in papers {
            let made = readers.iter().find_map(|papers| papers.paper(*paper).ok());
            let document = made.expect("every paper of the example");
            formats.iter().for_each(|format| drop(black_box(document.render(*format))));
        }
    }

    /// The minutes as a file of another program, the calendar, or the actions as a workbook.
    fn file(&self, format: &str) -> Vec<u8> {
        let Self { review, profile, .. } = self;
        let metadata = Metadata::of(review, profile);
        let options = PaperOptions::default();
        let minutes = || {
            report::paper(review, profile, &Reader::Professionals, Paper::Minutes, &options)
                .expect("minutes")
        };
        match format {
            "word" => word(&minutes(), &metadata).expect("a file"),
            "pdf" => pdf(&minutes(), &metadata, &Fonts::shipped()).expect("a file"),
            "calendar" => {
                let options = CalendarOptions::default();
                calendar(review, profile, &Reader::Family, &options).expect("a file").into_bytes()
            }
            _ => {
                let mut tracker = Tracker::new(TrackerOptions::default().names(true));
                tracker.add(review, profile);
                excel(&tracker.sheets(), "Actions", &metadata).expect("a file")
            }
        }
    }
}

fn main() -> ExitCode {
    let job = std::env::args().nth(1);
    if let Some(paper) = job.as_deref().and_then(Paper::from_word) {
        let panels = Panels::read();
        count(|| panels.papers(&[paper], &[Format::Markdown]));
        return ExitCode::SUCCESS;
    }
    let text = std::fs::read_to_string("tests/records/leicester-initial.json")
        .expect("run from the root of the repository");
    let record = Record::from_json(&text).expect("an example");
    let text = record.to_json();
    let profile = Profile::of(&record).expect("a built-in profile");
    let judge =
        |record: &Record| drop(black_box(check(record, &profile, &CheckOptions::default())));
    match job.as_deref() {
        Some("read") => count(|| drop(black_box(Record::from_json(&text)))),
        Some("check") => count(|| judge(&record)),
        Some("peer") => count(|| drop(black_box(serde_json::from_str::<naive::Record>(&text)))),
        Some("write") => count(|| drop(black_box(record.to_json()))),
        Some("many") => {
            let texts: Vec<String> = texts().collect();
            count(|| texts.iter().for_each(|text| judge(&read(text))));
        }
        Some("reading") => {
            let texts: Vec<String> = texts().collect();
            count(|| texts.iter().for_each(|text| drop(black_box(read(text)))));
        }
        Some(job @ ("pseudonyms" | "training" | "regional" | "research")) => {
            let texts: Vec<String> = texts().collect();
            count(|| for_others(&texts, job));
        }
        Some("papers") => {
            let panels = Panels::read();
            count(|| panels.papers(Paper::ALL, &[Format::Markdown, Format::Html, Format::Text]));
        }
        Some(format @ ("word" | "pdf" | "excel" | "calendar")) => {
            let panels = Panels::read();
            count(|| drop(black_box(panels.file(format))));
        }
        Some("names") => Paper::ALL.iter().for_each(|paper| println!("{paper}")),
        Some("lines") => texts().for_each(|text| println!("{text}")),
        Some("tables") => tables(),
        _ => {
            eprintln!(
                "usage: count read|check|peer|write|many|reading|pseudonyms|training|regional|research|lines|tables|names|papers|word|pdf|excel|calendar, or a paper"
            );
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
