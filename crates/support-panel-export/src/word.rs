//! Word files: the document tree as WordprocessingML in its container.
//!
//! What other programs make of them decides their shape. Every column of a table states its width, rows are whole and nothing is
//! merged, a property that is off is left out, text stands in plain runs without fields, and a table's alternative text is its
//! description alone.

mod body;
mod package;
mod xml;

use crate::{Document, Error, Metadata};

/// A paper as a Word file.
///
/// The title is the one heading of level 1 and the file's title. Tables have header rows and alternative text; a scale is a
/// table too. The library's own words are marked English where the document is in another language.
///
/// # Errors
/// Where the container cannot hold the file.
pub fn word(document: &Document, metadata: &Metadata) -> Result<Vec<u8>, Error> {
    package::package(document, metadata, &body::body(document)?)
}
