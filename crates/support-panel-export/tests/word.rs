//! Word files: what is in the tree is in the file, whatever it says, and in the shape that other programs need.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it finds a fault"
)]

#[path = "common/trees.rs"]
mod trees;

use proptest::prelude::*;
use quick_xml::events::Event;
use std::io::{Cursor, Read};
use support_panel::report::document::{Block, Document, Run, Words};
use support_panel_export::{Metadata, word};
use trees::{HOSTILE, hostile, kept, papers};

fn written(document: &Document) -> Vec<u8> {
    word(document, &Metadata::default()).unwrap()
}

/// Every part of a file, by its name.
fn parts(file: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let part = |index| {
        let mut part = archive.by_index(index).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        (part.name().unwrap().into_owned(), text)
    };
    (0..zip::ZipArchive::new(Cursor::new(file)).unwrap().len()).map(part).collect()
}

fn part(file: &[u8], name: &str) -> String {
    parts(file).into_iter().find(|part| part.0 == name).unwrap().1
}

/// Whether it is an element that has text of its own.
fn is_text(name: &str) -> bool {
    matches!(name, "w:p" | "dc:title" | "dc:creator" | "dc:language")
}

/// The elements of a part in order, each with its attributes, and what stands in each paragraph.
fn read(xml: &str) -> (Vec<String>, Vec<String>) {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut elements, mut paragraphs) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) => {
                if is_text(element.name().0) {
                    paragraphs.push(String::new());
                }
                elements.push(element.to_string());
            }
            Event::Empty(element) => {
                let character = match element.name().0 {
                    "w:br" => "\n",
                    "w:tab" => "\t",
                    _ => "",
                };
                elements.push(element.to_string());
                if let Some(paragraph) = paragraphs.last_mut() {
                    paragraph.push_str(character);
                }
            }
            Event::Text(text) => {
                if let Some(paragraph) = paragraphs.last_mut() {
                    paragraph.push_str(&text);
                }
            }
            Event::GeneralRef(reference) => {
                paragraphs.last_mut().unwrap().push(match &*reference {
                    "lt" => '<',
                    "gt" => '>',
                    "amp" => '&',
                    "quot" => '"',
                    "apos" => '\'',
                    _ => reference.resolve_char_ref().unwrap().unwrap(),
                })
            }
            Event::Eof => return (elements, paragraphs),
            _ => {}
        }
    }
}

fn body(document: &Document) -> (Vec<String>, Vec<String>) {
    read(&part(&written(document), "word/document.xml"))
}

#[test]
fn the_same_tree_gives_the_same_bytes() {
    for (document, metadata) in papers() {
        let file = word(&document, &metadata).unwrap();
        assert_eq!(file, word(&document, &metadata).unwrap());
        let mut archive = zip::ZipArchive::new(Cursor::new(&file)).unwrap();
        for index in 0..archive.len() {
            let part = archive.by_index(index).unwrap();
            assert_eq!(part.last_modified(), Some(zip::DateTime::default()));
        }
    }
}

/// What stands in the paragraphs of [`hostile`], in reading order.
fn expected(text: &str) -> Vec<String> {
    let said = kept(text);
    let mut all = vec![said.clone(); 5];
    all.extend([format!("Day: {said}"), said.clone(), format!("– {said}")]);
    all.extend(vec![said.clone(); 4]);
    all.extend([said.clone(), said.clone(), said.clone(), said.clone(), said.clone()]);
    all.extend([format!("0 means: {said}"), "Who".to_owned(), "0".to_owned(), said.clone()]);
    all.extend([said.clone(), "·".to_owned(), "2".to_owned()]);
    all.extend([said, "●".to_owned(), "●".to_owned()]);
    all.extend(vec![String::new(); 3]);
    all
}

#[test]
fn hostile_text_stays_text() {
    let plain = body(&hostile("plain"));
    for text in HOSTILE {
        let (elements, paragraphs) = body(&hostile(text));
        assert_eq!(paragraphs, expected(text), "{text:?}");
        let is_markup = |element: &&String| {
            !["w:br", "w:tab", "w:t ", "w:tblDescription", "w:gridCol", "w:tcW"]
                .iter()
                .any(|name| element.starts_with(name))
        };
        let markup = |elements: &[String]| -> Vec<String> {
            elements.iter().filter(is_markup).cloned().collect()
        };
        assert_eq!(markup(&elements), markup(&plain.0), "{text:?} became markup");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_comes_back(text in "\\PC{0,30}|[\\x00-\\x20<>&\"'a]{0,20}|\\p{any}{0,20}") {
        prop_assert_eq!(body(&hostile(&text)).1, expected(&text));
    }
}

/// A property that is on has no value, and one that is off is not there; rows are whole, and nothing is merged.
#[test]
fn other_programs_find_the_shape_they_need() {
    let (mut tables, mut documents) = (0, 0);
    for (document, metadata) in papers() {
        let file = word(&document, &metadata).unwrap();
        for (name, text) in parts(&file) {
            let (elements, _) = read(&text);
            assert!(!elements.is_empty(), "{name} is empty");
            for forbidden in [
                "w:gridSpan",
                "w:vMerge",
                "w:gridBefore",
                "w:gridAfter",
                "w:fld",
                "w:instrText",
                "w:dir ",
                "w:bdo",
            ] {
                assert!(!text.contains(forbidden), "{name} has {forbidden}");
            }
            for off in ["\"off\"", "\"false\"", "w:val=\"0\""] {
                // A level of a list and the first of numbers are no properties.
                let rest = text
                    .replace("<w:ilvl w:val=\"0\"/>", "")
                    .replace("<w:abstractNumId w:val=\"0\"/>", "")
                    .replace("<w:outlineLvl w:val=\"0\"/>", "");
                assert!(!rest.contains(off), "{name} has {off}");
            }
        }
        let text = part(&file, "word/document.xml");
        for table in text.split("<w:tbl>").skip(1) {
            let table = table.split("</w:tbl>").next().unwrap();
            let widths: Vec<u32> = table
                .split("<w:gridCol w:w=\"")
                .skip(1)
                .map(|width| width.split('"').next().unwrap().parse().unwrap())
                .collect();
            assert!(widths.iter().all(|width| *width > 0));
            let page = if document.layout.is_landscape { 14570 } else { 9638 };
            assert_eq!(widths.iter().sum::<u32>(), page);
            for row in table.split("<w:tr>").skip(1) {
                assert_eq!(row.matches("<w:tc>").count(), widths.len());
            }
            assert_eq!(table.matches("<w:tblHeader/>").count(), 1);
            assert!(table.split("<w:tr>").nth(1).unwrap().contains("<w:tblHeader/>"));
            assert_eq!(table.matches("<w:tblDescription ").count(), 1);
            tables += 1;
        }
        documents += 1;
    }
    assert!(tables >= 50 && documents >= 60, "{tables} tables of {documents} documents");
}

#[test]
fn the_title_is_the_one_heading_of_level_1_and_no_level_is_skipped() {
    for (document, metadata) in papers() {
        let (elements, _) = read(&part(&word(&document, &metadata).unwrap(), "word/document.xml"));
        let levels: Vec<u8> = elements
            .iter()
            .filter_map(|element| element.strip_prefix("w:pStyle w:val=\"Heading"))
            .map(|rest| rest.trim_end_matches('"').parse().unwrap())
            .collect();
        assert_eq!(levels[0], 1);
        assert!(levels[1..].iter().all(|level| *level > 1));
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    }
}

#[test]
fn metadata_is_title_language_authority_and_day() {
    let (record, profile) = trees::record("leicester-initial");
    let mut document = hostile("a <b>\n& \u{1}c");
    document.language = "cy".into();
    let core =
        part(&word(&document, &Metadata::of(&record, &profile)).unwrap(), "docProps/core.xml");
    let (elements, texts) = read(&core);
    let names: Vec<&str> = elements.iter().map(|e| e.split(' ').next().unwrap()).collect();
    assert_eq!(
        names,
        ["cp:coreProperties", "dc:title", "dc:creator", "dc:language", "dcterms:created"]
    );
    assert_eq!(texts[0], "a <b> & c");
    assert_eq!(texts[1], "Leicester City Council");
    assert_eq!(texts[2], "cy2026-03-12T00:00:00Z");
    let smallest = part(&written(&hostile("x")), "docProps/core.xml");
    assert_eq!(read(&smallest).1, ["x", "en-GB"]);
}

/// The council's own words are marked as being in its language, and nothing else is.
#[test]
fn runs_say_their_language() {
    let council = || Words(vec![Run::Council("Cofnodion".into())]);
    let mut document = Document::new("en-GB", Words::own("Minutes").then(council()));
    document.blocks = vec![Block::Paragraph(Words::label("Day:").then(Words::said_str("Llun")))];
    let marked = |document: &Document| -> Vec<String> {
        let is_language = |element: &String| element.starts_with("w:lang");
        body(document).0.into_iter().filter(is_language).collect()
    };
    assert!(marked(&document).is_empty());
    document.council_language = Some("cy".into());
    assert_eq!(marked(&document), ["w:lang w:val=\"cy\""]);
    assert!(part(&written(&document), "word/styles.xml").contains("<w:lang w:val=\"en-GB\"/>"));
    document.language = "cy\"/><w:x".into();
    assert!(part(&written(&document), "word/styles.xml").contains("<w:lang w:val=\"en-GB\"/>"));
}

#[test]
fn the_page_is_as_the_document_says() {
    let mut document = hostile("x");
    assert!(body(&document).0.contains(&"w:pgSz w:w=\"11906\" w:h=\"16838\"".to_owned()));
    assert!(part(&written(&document), "word/styles.xml").contains("<w:sz w:val=\"22\"/>"));
    assert_eq!(body(&document).0.iter().filter(|e| *e == "w:pageBreakBefore").count(), 1);
    document.layout.is_landscape = true;
    document.layout.points = 14;
    let landscape = "w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"".to_owned();
    assert!(body(&document).0.contains(&landscape));
    assert!(part(&written(&document), "word/styles.xml").contains("<w:sz w:val=\"28\"/>"));
}
