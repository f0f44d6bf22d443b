//! Writes the papers of a record into a folder: `cargo run --example papers RECORD.json READER FOLDER`.

use std::error::Error;
use std::path::Path;
use support_panel::report::{Paper, PaperOptions, Reader, paper};
use support_panel::{Profile, Record};
use support_panel_export::{Fonts, Metadata, pdf, word};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [record, reader, folder] = arguments.as_slice() else {
        return Err("expected a record, a reader and a folder".into());
    };
    let record = Record::from_json(std::fs::read_to_string(record)?)?;
    let reader: Reader = reader.parse()?;
    let profile = Profile::of(&record)?;
    let metadata = Metadata::of(&record, &profile);
    for which in Paper::ALL {
        // A paper that is not for this reader is left out.
        let Ok(document) = paper(&record, &profile, &reader, *which, &PaperOptions::default())
        else {
            continue;
        };
        let file = Path::new(folder).join(which.to_string());
        std::fs::write(file.with_extension("docx"), word(&document, &metadata)?)?;
        let pdf = pdf(&document, &metadata, &Fonts::shipped())?;
        std::fs::write(file.with_extension("pdf"), pdf)?;
    }
    Ok(())
}
