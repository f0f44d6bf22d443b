//! What PDF/UA-1 asks and krilla does not check: header cells, whole rows, levels of headings.

use super::flow::Flow;
use super::fonts::Shaper;
use super::tags::Tags;
use super::{Fonts, block};
use crate::Document;
use support_panel::report::{Paper, PaperOptions, Reader, paper};
use support_panel::{Profile, Record};

const RECORDS: [&str; 2] = [
    include_str!("../../../../tests/records/leicester-initial.json"),
    include_str!("../../../../tests/records/everything.json"),
];

fn papers() -> Vec<Document> {
    let mut all = Vec::new();
    for text in RECORDS {
        let record = Record::from_json(text).unwrap();
        let profile = Profile::of(&record).unwrap();
        for reader in [Reader::Professionals, Reader::Family] {
            let make = |which| paper(&record, &profile, &reader, which, &PaperOptions::default());
            // Not every paper is for every reader.
            all.extend(Paper::ALL.iter().filter_map(|which| make(*which).ok()));
        }
    }
    assert!(all.len() >= 20, "{} papers", all.len());
    all
}

/// The tree as nested names: `Table(THead(TR(TH TH)) …)`.
fn tree(document: &Document) -> (Tags, Vec<u8>) {
    let fonts = Fonts::shipped();
    let mut flow = Flow::new(document, &fonts);
    block::document(&mut flow);
    assert_eq!(flow.missing(), Vec::<char>::new());
    let levels = flow.outline.iter().map(|heading| heading.level).collect();
    (flow.tags, levels)
}

#[test]
fn levels_of_headings_begin_at_1_and_skip_none() {
    for document in papers() {
        let (tags, levels) = tree(&document);
        assert_eq!(levels[0], 1);
        assert!(levels[1..].iter().all(|level| *level > 1));
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
        assert_eq!(tags.count("Hn"), levels.len());
    }
}

#[test]
fn every_table_has_header_cells_and_whole_rows() {
    let mut tables = 0;
    for document in papers() {
        let (tags, _) = tree(&document);
        for table in tags.named("Table") {
            let parts = tags.names_below(table);
            assert_eq!(parts, ["THead", "TBody"]);
            let rows: Vec<Vec<&str>> = tags
                .below(table)
                .iter()
                .flat_map(|part| tags.below(*part))
                .map(|row| tags.names_below(row))
                .collect();
            assert!(rows[0].iter().all(|name| *name == "TH"));
            for row in &rows[1..] {
                assert_eq!(row.len(), rows[0].len());
                assert_eq!(row[0], "TH");
                assert!(row[1..].iter().all(|name| *name == "TD"));
            }
            tables += 1;
        }
    }
    assert!(tables >= 20, "{tables} tables");
}

/// An item has a label and a body, and a list has items alone.
#[test]
fn lists_are_whole() {
    let mut lists = 0;
    for document in papers() {
        let (tags, _) = tree(&document);
        for list in tags.named("L") {
            for item in tags.below(list) {
                assert_eq!(tags.names_below(list)[0], "LI");
                assert_eq!(tags.names_below(item), ["Lbl", "LBody"]);
            }
            lists += 1;
        }
    }
    assert!(lists >= 50, "{lists} lists");
}

/// A word is drawn as it would be by itself, whatever words of other fonts, scripts and directions came before it.
#[test]
fn words_are_shaped_as_each_would_be_alone() {
    let fonts = Fonts::shipped();
    let words =
        ["office", "12", "Żółć", "Ελλάδα", "Київ", "Việt", "(–)", "a\u{200f}b", "AVA", "e\u{301}"];
    let glyphs = |shaper: &mut Shaper<'_>, word: &str, is_bold| -> Vec<(u32, f32, f32)> {
        let pieces = shaper.shape(word, is_bold);
        let glyphs = pieces.iter().flat_map(|piece| &piece.glyphs);
        glyphs.map(|glyph| (glyph.glyph_id.to_u32(), glyph.x_advance, glyph.x_offset)).collect()
    };
    let mut together = Shaper::new(&fonts);
    for is_bold in [false, true, false] {
        for word in words {
            let alone = glyphs(&mut Shaper::new(&fonts), word, is_bold);
            assert!(!alone.is_empty());
            assert_eq!(glyphs(&mut together, word, is_bold), alone, "{word}");
        }
    }
}
