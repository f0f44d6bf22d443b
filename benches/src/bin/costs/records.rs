//! What is asked of a record in which one list is long, and of many records.

use crate::grown::{LISTS, grown};
use crate::{Cost, Ready, Work, done};
use std::hint::black_box;
use support_panel::report::{
    self, CopyOptions, Format, Paper, PaperOptions, Reader, copy_of, disclosures,
};
use support_panel::{CheckOptions, Profile, Record, check, follow_on, summaries, trajectory_with};
use support_panel_export::{
    CalendarOptions, Fonts, Metadata, Tracker, TrackerOptions, calendar, excel, pdf, word,
};
use support_panel_synth::Synth;
use support_panel_tables::{Options, Source, stream};

/// A record with the profile it names.
struct Grown {
    record: Record,
    profile: Profile,
}

impl Grown {
    fn new(list: &str, size: usize) -> Self {
        let record = grown(list, size, "concluded");
        let profile = Profile::of(&record).expect("a built-in profile");
        Self { record, profile }
    }

    /// A paper for the first reader that it is made for.
    fn paper(&self, paper: Paper, previous: &Record) -> Option<report::document::Document> {
        let options = PaperOptions::default().previous(previous);
        let readers = ["professionals", "family", "person-0"];
        let readers = readers.iter().map(|reader| reader.parse::<Reader>().expect("a reader"));
        let made = |reader| report::paper(&self.record, &self.profile, &reader, paper, &options);
        readers.map(made).find_map(Result::ok)
    }

    fn minutes(&self) -> report::document::Document {
        self.paper(Paper::Minutes, &self.record).expect("minutes")
    }
}

type Asked = fn(&Grown) -> bool;

/// What is asked of one record beside papers.
const OPERATIONS: [(&str, Asked); 13] = [
    ("write", |g| !black_box(g.record.to_json()).is_empty()),
    ("check", |g| done(check(&g.record, &g.profile, &CheckOptions::default()))),
    ("summaries", |g| done(summaries(&g.record, &g.profile))),
    ("follow-on", |g| done(follow_on(&g.record, "next", "2026-06-12".parse().expect("a day")))),
    ("copy-family", |g| done(copy_of(&g.record, &g.profile, &Reader::Family))),
    ("overview", |g| {
        let options = CopyOptions::default();
        done(report::overview(&g.record, &g.profile, &Reader::Professionals, None, &options))
    }),
    ("fhir", |g| {
        let copy = copy_of(&g.record, &g.profile, &Reader::Professionals).expect("a copy");
        done(support_panel_fhir::bundle(&copy, &g.profile))
    }),
    ("disclosures", |g| {
        done(disclosures(&g.record, &g.profile, &Reader::Family, None, &PaperOptions::default()))
    }),
    ("word", |g| done(word(&g.minutes(), &Metadata::of(&g.record, &g.profile)))),
    ("pdf", |g| done(pdf(&g.minutes(), &Metadata::of(&g.record, &g.profile), &Fonts::shipped()))),
    ("excel", |g| {
        let mut tracker = Tracker::new(TrackerOptions::default().names(true));
        tracker.add(&g.record, &g.profile);
        done(excel(&tracker.sheets(), "Actions", &Metadata::of(&g.record, &g.profile)))
    }),
    ("calendar", |g| {
        done(calendar(&g.record, &g.profile, &Reader::Family, &CalendarOptions::default()))
    }),
    ("tables", |g| tables(g.record.to_json())),
];

/// Every table of these lines.
fn tables(lines: String) -> bool {
    let options = Options { threads: std::num::NonZeroUsize::new(1), ..Options::default() };
    let batches = stream(Source::bytes(lines.into_bytes()), &[], &options).expect("a stream");
    batches.into_iter().all(done)
}

fn invented(count: usize) -> Vec<Record> {
    Synth::new(1).take(count).collect()
}

fn trajectory_of(count: usize) -> Work {
    let records = invented(count);
    let profiles = support_panel::profiles().to_vec();
    Box::new(move || done(trajectory_with(&records, &profiles)))
}

pub(crate) fn costs() -> impl Iterator<Item = Cost> {
    let of_a_list = |operation: &str, list: &'static str, ready: Ready| Cost {
        operation: operation.to_owned(),
        list,
        ready,
    };
    let by_list = LISTS.iter().flat_map(move |(list, _)| {
        let list = *list;
        let read = move |size| -> Work {
            let text = grown(list, size, "concluded").to_json();
            Box::new(move || done(Record::from_json(text)))
        };
        let operations = OPERATIONS.iter().map(move |(name, asked)| {
            let ready = move |size| -> Work {
                let grown = Grown::new(list, size);
                Box::new(move || asked(&grown))
            };
            of_a_list(name, list, Box::new(ready))
        });
        let papers = Paper::ALL.iter().map(move |paper| {
            let ready = move |size| -> Work {
                let (now, before) = (Grown::new(list, size), grown(list, size, "concluded"));
                Box::new(move || {
                    let document = now.paper(*paper, &before);
                    document
                        .is_some_and(|made| !black_box(made.render(Format::Markdown)).is_empty())
                })
            };
            of_a_list(paper.as_str(), list, Box::new(ready))
        });
        std::iter::once(of_a_list("read", list, Box::new(read))).chain(operations).chain(papers)
    });
    let lines = |size: usize| -> Work {
        let lines: String = invented(size).iter().map(|record| record.to_json() + "\n").collect();
        Box::new(move || tables(lines))
    };
    let many = [
        of_a_list("tables", "records", Box::new(lines)),
        of_a_list("trajectory", "records", Box::new(trajectory_of)),
    ];
    by_list.chain(many)
}
