//! Writes files for other programs to read, and what stands in them as JSON: `cargo run --example outside FOLDER`.

#![allow(clippy::unwrap_used, reason = "an example stops where it finds a fault")]

#[path = "../tests/common/trees.rs"]
mod trees;

use serde_json::{Value, json};
use std::error::Error;
use std::fs;
use std::path::Path;
use support_panel::report::Reader;
use support_panel::report::document::{Block, Column, Document, Line, Marks, Words};
use support_panel_export::{
    CalendarOptions, Cell, Fonts, Metadata, Sheet, Tracker, TrackerOptions, calendar, excel, pdf,
    word,
};
use trees::{HOSTILE, hostile, kept, papers, record};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("expected a folder")?;
    let folder = Path::new(&folder);
    let mut documents = Vec::new();
    let hostile = HOSTILE.iter().map(|text| (hostile(text), Metadata::default()));
    for (index, (document, metadata)) in papers().into_iter().chain(hostile).enumerate() {
        fs::write(folder.join(format!("{index}.docx")), word(&document, &metadata)?)?;
        // Emoji are in no font that is shipped.
        let pdf = pdf(&document, &metadata, &Fonts::shipped()).ok();
        if let Some(pdf) = &pdf {
            fs::write(folder.join(format!("{index}.pdf")), pdf)?;
        }
        documents.push(json!({
            "title": kept(&document.title.plain()),
            "language": document.language,
            "authority": metadata.authority,
            "texts": texts(&document),
            "has_pdf": pdf.is_some(),
        }));
    }
    fs::write(folder.join("documents.json"), Value::from(documents).to_string())?;
    sheets(folder)?;
    calendars(folder)
}

/// What stands in a document, in reading order: what each is, and its text.
fn texts(document: &Document) -> Vec<Value> {
    let mut all = vec![said("heading", &document.title)];
    for block in &document.blocks {
        match block {
            Block::Heading(_, words) => all.push(said("heading", words)),
            Block::Paragraph(words) => all.push(said("text", words)),
            Block::List(items) => all.extend(items.iter().map(|words| said("text", words))),
            Block::Facts(facts) => {
                all.extend(facts.iter().map(|(name, words)| labelled(&name.plain(), words)));
            }
            Block::Quote(words, who) => {
                all.push(said("text", words));
                all.push(said("text", &Words::own("– ").then(who.clone())));
            }
            Block::Table(table) => {
                all.extend(table.head.iter().map(|words| said("head", words)));
                for row in &table.rows {
                    let cell = |words: &Words| match words.is_empty() {
                        true => said("cell", &Words::own("–")),
                        false => said("cell", words),
                    };
                    all.extend(row.iter().map(cell));
                }
            }
            Block::Map(columns) => columns.iter().for_each(|one| column(one, &mut all)),
            Block::Line(line) => scale(line, &mut all),
            Block::Space(_) | Block::Fold | Block::PageBreak => {}
        }
    }
    all
}

fn said(what: &str, words: &Words) -> Value {
    json!([what, kept(&words.plain())])
}

fn labelled(name: &str, words: &Words) -> Value {
    let colon = if name.ends_with('?') { "" } else { ":" };
    json!(["text", format!("{name}{colon} {}", kept(&words.plain()))])
}

fn column(column: &Column, all: &mut Vec<Value>) {
    all.push(said("heading", &column.heading));
    if !column.prompt.is_empty() {
        all.push(said("text", &column.prompt));
    }
    for group in &column.groups {
        all.push(said("heading", &group.label));
        if group.items.is_empty() {
            all.push(json!(["text", "none recorded"]));
        }
        for item in &group.items {
            all.push(said("text", &item.said));
            all.extend(item.notes.iter().map(|note| said("text", note)));
        }
    }
}

fn scale(line: &Line, all: &mut Vec<Value>) {
    for (number, end) in [line.numbers.first(), line.numbers.last()].into_iter().zip(&line.ends) {
        if let Some(number) = number.filter(|_| !end.is_empty()) {
            all.push(labelled(&format!("{} means", kept(number)), end));
        }
    }
    let lanes = line.lanes.iter().map(|lane| {
        let marks = match &lane.marks {
            Marks::Counts(counts) => counts.iter().sum(),
            Marks::At(_) => 1,
            Marks::Span(from, to) => to - from,
        };
        json!([kept(&lane.name.plain()), marks])
    });
    let numbers: Vec<String> = line.numbers.iter().map(|number| kept(number)).collect();
    all.push(json!(["scale", numbers, lanes.collect::<Vec<_>>()]));
}

fn sheets(folder: &Path) -> Result<(), Box<dyn Error>> {
    let (record, profile) = record("leicester-initial");
    let options = TrackerOptions::default().as_of("2026-04-01".parse().ok()).names(true);
    let mut tracker = Tracker::new(options);
    tracker.add(&record, &profile);
    let sheets = tracker.sheets();
    fs::write(folder.join("tracker.xlsx"), excel(&sheets, "Tracker", &Metadata::default())?)?;
    let mut sheet = Sheet::new("Hostile", ["Text", "Day", "Number"]);
    for text in HOSTILE {
        let cells = vec![Cell::Text(text.into()), Cell::Day("2026-03-29".parse()?), Cell::Whole(7)];
        sheet.rows.push(cells);
    }
    let expected: Vec<String> = HOSTILE.iter().map(|text| kept(text)).collect();
    fs::write(folder.join("hostile.xlsx"), excel(&[sheet], "Hostile", &Metadata::default())?)?;
    fs::write(folder.join("hostile.json"), Value::from(expected).to_string())?;
    Ok(())
}

/// Ten in the morning in London on both sides of both changes of the clocks, sent twice.
fn calendars(folder: &Path) -> Result<(), Box<dyn Error>> {
    let days = [
        "2026-03-28T10:00:00+00:00",
        "2026-03-29T10:00:00+01:00",
        "2026-10-24T10:00:00+01:00",
        "2026-10-25T10:00:00+00:00",
    ];
    for starts in days {
        let text = format!(
            r#"{{"format": "support-panel/1", "id": "panel-1",
            "profile": {{"id": "leicester-masp", "version": "2017.1"}}, "case": {{"reference": "EHA-1"}},
            "meeting": {{"starts_at": "{starts}"}},
            "participants": [{{"id": "p-1", "kind": "family"}}],
            "actions": [{{"id": "a-1", "owner": "p-1", "due": {{"on": "2026-04-09"}}}}],
            "outcome": {{"review_on": "2026-05-14"}}}}"#
        );
        let record = support_panel::Record::from_json(text)?;
        let profile = support_panel::Profile::of(&record)?;
        for sequence in [0, 1] {
            let options = CalendarOptions::default().sequence(sequence);
            let text = calendar(&record, &profile, &Reader::One("p-1".parse()?), &options)?;
            let day = starts.get(..10).unwrap_or_default();
            fs::write(folder.join(format!("{day}-{sequence}.ics")), text)?;
        }
    }
    Ok(())
}
