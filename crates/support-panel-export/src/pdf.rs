//! PDF files: the document tree laid out on pages, tagged, and judged by PDF/UA-1.

mod block;
mod flow;
mod fonts;
mod line;
mod paint;
mod scale;
mod table;
mod tags;

pub use fonts::Fonts;

use crate::{Document, Error, Metadata};

/// A paper as a tagged PDF.
///
/// The structure tree has the headings, paragraphs, lists, tables with their header cells, and scales as figures with
/// alternative text, in reading order; page numbers and rules are no part of it. Every file passes PDF/UA-1 as krilla judges
/// it, or is not written. Text runs from left to right: Arabic and Hebrew words are shaped, but not reordered within a line.
///
/// ```
/// use support_panel::report::document::{Block, Document, Words};
/// use support_panel_export::{Fonts, Metadata, pdf};
///
/// let mut letter = Document::new("en-GB", Words::own("What we decided"));
/// letter.blocks.push(Block::Paragraph(Words::own("We meet again on 30 April.")));
/// let file = pdf(&letter, &Metadata::default(), &Fonts::shipped())?;
/// assert!(file.starts_with(b"%PDF-1.7"));
/// # Ok::<(), support_panel_export::Error>(())
/// ```
///
/// # Errors
/// [`Error::MissingCharacters`] where no font has a character; [`Error::Pdf`] where PDF/UA-1 refuses the file.
pub fn pdf(document: &Document, metadata: &Metadata, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    let mut flow = flow::Flow::new(document, fonts);
    block::document(&mut flow);
    let missing = flow.missing();
    if !missing.is_empty() {
        return Err(Error::MissingCharacters(missing));
    }
    paint::paint(document, metadata, fonts, flow)
}
