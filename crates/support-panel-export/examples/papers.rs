//! Writes the papers of a record into a folder: `cargo run --example papers RECORD.json READER FOLDER`.

use std::error::Error;
use std::path::Path;
use support_panel::report::{Reader, document_of};
use support_panel::{Profile, Record};
use support_panel_export::{Metadata, word};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [record, reader, folder] = arguments.as_slice() else {
        return Err("expected a record, a reader and a folder".into());
    };
    let record = Record::from_json(std::fs::read_to_string(record)?)?;
    let reader: Reader = reader.parse()?;
    let profile = Profile::of(&record)?;
    let metadata = Metadata::of(&record, &profile);
    for paper in ["minutes", "map", "action-plan"] {
        let document = document_of(&record, &profile, &reader, paper)?;
        std::fs::write(
            Path::new(folder).join(format!("{paper}.docx")),
            word(&document, &metadata)?,
        )?;
    }
    Ok(())
}
