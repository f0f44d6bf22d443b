//! The phrases of papers: each has a key, and a council may word any of them.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it finds a fault"
)]

#[path = "../../../tests/rust/golden.rs"]
mod golden;

use golden::golden;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use support_panel::report::document::{Block, Document, Run, Words};
use support_panel::report::{self, Format, Paper, PaperOptions, Reader};
use support_panel::{Phrase, Profile, Record, phrases};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Each line of a document, as it is read.
fn lines(document: &Document) -> Vec<&Words> {
    let mut lines = vec![&document.title];
    for block in &document.blocks {
        match block {
            Block::Heading(_, words) | Block::Paragraph(words) => lines.push(words),
            Block::List(items) => lines.extend(items),
            Block::Facts(facts) => lines.extend(facts.iter().flat_map(|(a, b)| [a, b])),
            Block::Quote(words, who) => lines.extend([words, who]),
            Block::Table(table) => {
                lines.extend(table.head.iter().chain(table.rows.iter().flatten()));
            }
            Block::Map(columns) => {
                for column in columns {
                    lines.extend([&column.heading, &column.prompt]);
                    for group in &column.groups {
                        lines.push(&group.label);
                        let items = group.items.iter();
                        lines.extend(
                            items.flat_map(|it| std::iter::once(&it.said).chain(&it.notes)),
                        );
                    }
                }
            }
            Block::Line(line) => {
                lines.extend(line.ends.iter().chain(line.lanes.iter().map(|lane| &lane.name)));
            }
            Block::Space(_) | Block::Fold | Block::PageBreak => {}
        }
    }
    lines
}

fn own(document: &Document) -> BTreeSet<String> {
    let runs = lines(document).into_iter().flat_map(|words| &words.0);
    let texts = runs.filter_map(|run| match run {
        Run::Own(text) | Run::Strong(text) => Some(text.to_string()),
        Run::Absent(text) => Some((*text).to_owned()),
        Run::Said(_) | Run::Council(_) | Run::Code(_) | Run::Break => None,
    });
    texts.collect()
}

/// Every record of the corpus that is sound.
fn records() -> BTreeMap<String, Record> {
    let files = std::fs::read_dir(format!("{ROOT}/tests/records")).unwrap();
    let read = files.filter_map(|file| {
        let path = file.unwrap().path();
        let record = Record::from_json(std::fs::read(&path).ok()?).ok()?;
        Some((path.file_stem()?.to_str()?.to_owned(), record))
    });
    read.collect()
}

/// Every paper of every record for a reader of each kind, under a profile.
fn papers(mut visit: impl FnMut(&Document), under: impl Fn(&Record) -> Option<Profile>) {
    let records = records();
    let before = &records["leicester-initial"];
    for (name, record) in &records {
        let Some(profile) = under(record) else { continue };
        let people = record.case.people.iter().map(|it| (it.kind.as_str(), &it.id));
        let others = record.participants.iter().map(|it| (it.kind.as_str(), &it.id));
        let kinds: BTreeMap<_, _> = people.chain(others).collect();
        let each = kinds.into_values().map(|id| Reader::One(id.clone()));
        let readers: Vec<_> =
            [Reader::Professionals, Reader::Family].into_iter().chain(each).collect();
        for (paper, reader) in
            Paper::ALL.iter().flat_map(|paper| readers.iter().map(move |it| (paper, it)))
        {
            let previous = (name == "leicester-review").then_some(before);
            let options = PaperOptions::default().previous(previous).blanks(true);
            if let Ok(document) = report::paper(record, &profile, reader, *paper, &options) {
                visit(&document);
            }
        }
        for paper in Paper::ALL {
            let _ = report::blank(&profile, *paper).map(|document| visit(&document));
        }
    }
}

/// A profile that words every phrase.
fn all_worded(record: &Record, language: &str) -> Option<Profile> {
    let profile = Profile::of(record).ok()?;
    let mut json: serde_json::Value = serde_json::from_str(&profile.to_json()).unwrap();
    let words = phrases().map(|Phrase { key, english }| {
        let holes = english.split('{').skip(1).map(|part| part.split_once('}').unwrap().0);
        let holes: String = holes.map(|hole| format!(" {{{hole}}}")).collect();
        (key.to_owned(), format!("⟦{key}{holes}⟧").into())
    });
    json["words"] = serde_json::Value::Object(words.collect());
    json["language"] = language.into();
    Some(Profile::from_json(json.to_string()).unwrap())
}

/// Nothing but numbers, codes and what stands around words.
fn is_worded(text: &str) -> bool {
    let mut depth = 0;
    let mut left = String::new();
    for c in text.chars() {
        match c {
            '⟦' => depth += 1,
            '⟧' => depth -= 1,
            c if depth == 0 => left.push(c),
            _ => {}
        }
    }
    !left.chars().any(char::is_lowercase)
}

#[test]
fn each_phrase_of_a_paper_has_a_key() {
    let mut left = BTreeSet::new();
    let visit = |document: &Document| {
        let mut document = document.clone();
        // What is found is told in the words of the rules.
        if document.title.plain().contains("before_you_send") {
            document.blocks.retain(|block| !matches!(block, Block::Table(_) | Block::List(_)));
        }
        left.extend(own(&document).into_iter().filter(|text| !is_worded(text)));
    };
    papers(visit, |record| all_worded(record, "en-GB"));
    let shown: Vec<_> = left.iter().collect();
    assert!(left.is_empty(), "{} have none: {shown:#?}", left.len());
}

#[test]
fn nothing_is_labelled_with_a_language_that_it_is_not() {
    let mut welsh = 0;
    let visit = |document: &Document| {
        assert_eq!(
            (document.language.as_str(), document.council_language.as_deref()),
            ("en-GB", Some("cy"))
        );
        for run in lines(document).into_iter().flat_map(|words| &words.0) {
            match run {
                Run::Own(text) | Run::Strong(text) => assert!(!text.contains('⟦'), "{text}"),
                Run::Council(text) if text.contains('⟦') => {
                    assert!(is_worded(text), "{text}");
                    welsh += 1;
                }
                _ => {}
            }
        }
    };
    papers(visit, |record| all_worded(record, "cy"));
    assert!(welsh > 1000, "{welsh} phrases");
}

/// The page that lists them.
#[test]
fn phrases_page_is_current() {
    let mut page = String::from(
        "# The phrases of papers\n\n<!-- Written by `bash tests/bless`. -->\n\nWhat papers say in our words, by key. A council may word any of them otherwise in its profile's\n[`words`](profiles.md#your-own-words). What stands in braces is filled in.\n\n| key | English |\n| --- | --- |\n",
    );
    for Phrase { key, english } in phrases() {
        writeln!(page, "| `{key}` | {english} |").unwrap();
    }
    golden("docs/words.md", &page);
}

/// The scaffold is a whole list to fill in; it says at its head that no one has reviewed it, and marks what it words as Welsh.
#[test]
fn the_welsh_scaffold_names_every_phrase() {
    let path = format!("{ROOT}/crates/support-panel/examples/words/cy.toml");
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.starts_with("# UNREVIEWED"));
    let profile = Profile::from_toml(&text).unwrap();
    assert_eq!(profile.language.as_deref(), Some("cy"));
    let worded: BTreeSet<&str> = profile.words.iter().map(|(key, _)| key).collect();
    for Phrase { key, english } in phrases() {
        let left = format!("# {key} = \"{english}\"\n");
        assert!(worded.contains(key) != text.contains(&left), "{key}");
    }
    let path = format!("{ROOT}/tests/records/leicester-initial.json");
    let record = std::fs::read_to_string(path).unwrap();
    let record = record.replace("\"leicester-masp\"", "\"cymraeg-scaffold\"");
    let record = Record::from_json(record.replace("\"2017.1\"", "\"0\"")).unwrap();
    let options = PaperOptions::default();
    let letter =
        report::paper(&record, &profile, &Reader::Family, Paper::Letter, &options).unwrap();
    let html = letter.render(Format::Html);
    assert!(html.contains("<bdi lang=\"cy\">Yr hyn a benderfynwyd gennym</bdi>"), "{html}");
    assert!(html.contains("<html lang=\"en-GB\""));
}
