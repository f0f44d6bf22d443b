//! PDF files: written whatever a text says, the same each time, and refused where a font lacks something.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it finds a fault"
)]

#[path = "common/trees.rs"]
mod trees;

use proptest::prelude::*;
use support_panel::report::document::{Block, Document, Words};
use support_panel_export::{Error, Fonts, Metadata, pdf};
use trees::{HOSTILE, hostile, papers, raw};

fn written(document: &Document) -> Result<Vec<u8>, Error> {
    pdf(document, &Metadata::default(), &Fonts::shipped())
}

#[test]
fn every_paper_passes_and_gives_the_same_bytes() {
    for (index, (document, metadata)) in papers().iter().enumerate() {
        let file = pdf(document, metadata, &Fonts::shipped()).unwrap();
        assert!(file.starts_with(b"%PDF-1.7"));
        if index % 5 == 0 {
            assert_eq!(file, pdf(document, metadata, &Fonts::shipped()).unwrap());
        }
    }
}

#[test]
fn hostile_text_is_written_or_named() {
    for text in HOSTILE {
        match written(&hostile(text)) {
            Ok(file) => assert!(file.starts_with(b"%PDF")),
            Err(Error::MissingCharacters(missing)) => {
                assert!(missing.iter().all(|c| text.contains(*c)), "{text:?}: {missing:?}");
                assert!(missing.iter().all(|c| u32::from(*c) > 0x1_0000), "{text:?}: {missing:?}");
            }
            Err(other) => panic!("{text:?}: {other}"),
        }
    }
}

#[test]
fn missing_characters_are_named_by_number_once_and_without_the_text() {
    let error = written(&hostile("ગુજરાતી ગુજ Kai")).unwrap_err();
    let Error::MissingCharacters(missing) = &error else { panic!("{error}") };
    assert!(missing.windows(2).all(|pair| pair[0] < pair[1]));
    let told = error.to_string();
    assert!(told.contains("U+0A97"), "{told}");
    assert!(!told.contains("ગ") && !told.contains("Kai"), "{told}");
    let many: String = ('\u{4e00}'..'\u{4e20}').collect();
    assert!(written(&hostile(&many)).unwrap_err().to_string().contains("and 24 more"));
}

#[test]
fn long_texts_go_on_on_the_next_page() {
    let long = "word ".repeat(1500);
    let unbroken = "W".repeat(600);
    for text in [long, unbroken, "\n".repeat(200)] {
        let mut document = hostile(&text);
        // A scale has short numbers.
        document.blocks.retain(|block| !matches!(block, Block::Line(_)));
        assert!(written(&document).unwrap().len() > 10_000, "{} letters", text.len());
        document.layout.is_landscape = true;
        document.layout.points = 40;
        written(&document).unwrap();
    }
}

#[test]
fn bytes_that_are_no_font_are_refused() {
    assert!(matches!(Fonts::new(b"no font".to_vec(), Vec::new()), Err(Error::Font)));
}

#[test]
fn a_document_of_nothing_is_a_page() {
    let mut document = Document::new("", Words::default());
    assert!(written(&document).is_ok());
    document.blocks.push(Block::Paragraph(raw("")));
    document.blocks.push(Block::Heading(2, raw("\u{1}")));
    assert!(written(&document).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn any_latin_text_is_written(text in "[\\x00-\\u{24f}]{0,60}", points in 6u8..40, landscape: bool) {
        let mut document = hostile(&text);
        document.layout.points = points;
        document.layout.is_landscape = landscape;
        prop_assert!(written(&document).is_ok());
    }
}
