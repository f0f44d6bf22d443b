//! The parts of a Word file and their container.

use super::xml::Xml;
use crate::text::kept;
use crate::wording::{tag, title};
use crate::{Document, Error, Metadata};
use std::io::{self, Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const FIXED: [(&str, &str); 6] = [
    ("[Content_Types].xml", include_str!("parts/content_types.xml")),
    ("_rels/.rels", include_str!("parts/package_relations.xml")),
    ("word/_rels/document.xml.rels", include_str!("parts/document_relations.xml")),
    ("word/fontTable.xml", include_str!("parts/font_table.xml")),
    ("word/numbering.xml", include_str!("parts/numbering.xml")),
    ("word/theme/theme1.xml", include_str!("parts/theme.xml")),
];

pub(super) fn package(
    document: &Document,
    metadata: &Metadata,
    body: &[u8],
) -> Result<Vec<u8>, Error> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(16 * 1024)));
    for (name, part) in FIXED {
        write(&mut zip, name, part.as_bytes())?;
    }
    write(&mut zip, "docProps/core.xml", &properties(document, metadata)?)?;
    write(&mut zip, "word/styles.xml", styles(document).as_bytes())?;
    write(&mut zip, "word/settings.xml", settings(tag(&document.language)).as_bytes())?;
    write(&mut zip, "word/document.xml", body)?;
    Ok(zip.finish().map_err(io::Error::from)?.into_inner())
}

fn write(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, part: &[u8]) -> Result<(), Error> {
    // The same for every file: the day on which the container's own calendar begins, and no permissions.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default());
    zip.start_file(name, options).map_err(io::Error::from)?;
    zip.write_all(part)?;
    Ok(())
}

/// Title, language, authority, and the day of the meeting.
fn properties(document: &Document, metadata: &Metadata) -> io::Result<Vec<u8>> {
    let mut xml = Xml::after("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    xml.open_with(
        "cp:coreProperties",
        &[
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    );
    xml.element("dc:title", &[], &title(document));
    if let Some(authority) = &metadata.authority {
        xml.element("dc:creator", &[], &kept(authority));
    }
    xml.element("dc:language", &[], tag(&document.language));
    if let Some(day) = metadata.held_on {
        let kind = [("xsi:type", "dcterms:W3CDTF")];
        xml.element("dcterms:created", &kind, &format!("{day}T00:00:00Z"));
    }
    xml.close("cp:coreProperties");
    xml.finish()
}

fn settings(language: &str) -> String {
    include_str!("parts/settings.xml").replace("LANGUAGE", language)
}

/// The styles, in proportion to the size of the text.
fn styles(document: &Document) -> String {
    // Sizes are in half points.
    let size = u32::from(document.layout.points.clamp(6, 72)) * 2;
    let mut styles = include_str!("parts/styles.xml").replace("LANGUAGE", tag(&document.language));
    for (name, percent) in
        [("SIZE_1", 160), ("SIZE_2", 130), ("SIZE_3", 115), ("SIZE_4", 105), ("SIZE_CELL", 91)]
    {
        styles = styles.replace(name, &(size * percent / 100).to_string());
    }
    styles.replace("SIZE", &size.to_string())
}
