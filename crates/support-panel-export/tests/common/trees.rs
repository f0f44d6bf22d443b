//! Trees to be written: papers of the example records, and one with every kind of block.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::path::PathBuf;
use support_panel::report::document::{
    Block, Column, Document, Group, Item, Lane, Line, Marks, Run, Table, Words,
};
use support_panel::report::{self, Paper, PaperOptions, Reader};
use support_panel::{Profile, Record};
use support_panel_export::Metadata;

pub(crate) const RECORDS: [&str; 5] =
    ["leicester-referral", "leicester-initial", "leicester-review", "everything", "smallest"];

pub(crate) fn record(name: &str) -> (Record, Profile) {
    let records = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/records");
    let text = std::fs::read_to_string(records.join(name).with_extension("json")).unwrap();
    let record = Record::from_json(text).unwrap();
    let profile = Profile::of(&record).unwrap();
    (record, profile)
}

/// Every paper of every example record, for the two readers that all records have.
pub(crate) fn papers() -> Vec<(Document, Metadata)> {
    let mut papers = Vec::new();
    for name in RECORDS {
        let (record, profile) = record(name);
        for reader in [Reader::Professionals, Reader::Family] {
            for which in Paper::ALL {
                let options = PaperOptions::default();
                // Not every paper is for every reader.
                if let Ok(document) = report::paper(&record, &profile, &reader, *which, &options) {
                    papers.push((document, Metadata::of(&record, &profile)));
                }
            }
        }
    }
    assert!(papers.len() >= 60, "{} papers", papers.len());
    papers
}

/// A text as it is, without what `Words::said_str` does to it.
pub(crate) fn raw(text: &str) -> Words {
    Words(vec![Run::Said(text.to_owned())])
}

/// A document with every kind of block and this text wherever one can stand.
pub(crate) fn hostile(text: &str) -> Document {
    let said = || raw(text);
    let mut document = Document::new("en-GB", said());
    document.blocks = vec![
        Block::Heading(2, said()),
        Block::Paragraph(said()),
        Block::List(vec![said(), said()]),
        Block::Facts(vec![(Words::own("Day"), said())]),
        Block::Quote(said(), said()),
        Block::Table(Table::headed("Actions", vec![said(), said()], vec![vec![said(), said()]])),
        Block::Map(vec![Column {
            heading: said(),
            prompt: said(),
            groups: vec![Group {
                label: said(),
                items: vec![Item { said: said(), notes: vec![said()] }],
            }],
        }]),
        Block::Line(Line {
            numbers: vec!["0".into(), text.into()],
            ends: [said(), Words::default()],
            lanes: vec![
                Lane { name: said(), is_guess: false, marks: Marks::Counts(vec![0, 2]) },
                Lane { name: said(), is_guess: true, marks: Marks::Span(0, 1) },
            ],
        }),
        Block::PageBreak,
        Block::Fold,
        Block::Space(2),
    ];
    document
}

/// The same text as a file has it, by the table of the crate's documentation.
pub(crate) fn kept(text: &str) -> String {
    let is_listed = |c: char| {
        let n = u32::from(c);
        (n < 0x20 && n != 9 && n != 10)
            || (0x7f..=0x9f).contains(&n)
            || (0x202a..=0x202e).contains(&n)
            || (0x2066..=0x2069).contains(&n)
            || n == 0xfeff
            || (0xfff9..=0xfffb).contains(&n)
            || (0xfdd0..=0xfdef).contains(&n)
            || n % 0x1_0000 >= 0xfffe
    };
    text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|c| !is_listed(*c)).collect()
}

/// Texts that look like something else.
pub(crate) const HOSTILE: [&str; 10] = [
    "<w:t>&amp;]]></w:t>",
    "a\u{1}b\u{0}c\u{b}d",
    "one\r\ntwo\rthree\n\nfour",
    "tab\there",
    " two  spaces ",
    "=HYPERLINK(\"http://example.org\")",
    "\u{202e}drawkcab \u{2067}x\u{2069}",
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} e\u{301} \u{fffe}",
    "BEGIN:VEVENT\nATTENDEE:mailto:x@example.org",
    "_x0041_ %s {0} ${x} \\n",
];
