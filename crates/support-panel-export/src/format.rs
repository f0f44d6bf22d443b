//! The formats of a paper by name: what a command or a binding is asked for.

use crate::{Document, Error, Metadata};
use std::fmt;
use std::str::FromStr;
use support_panel::{Code, report};

/// What a paper is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// CommonMark with tables, `.md`.
    Markdown,
    /// One complete page, `.html`.
    Html,
    /// Plain text of at most 78 characters a line, `.txt`.
    Text,
    /// Word, `.docx`.
    #[cfg(feature = "word")]
    Word,
    /// Tagged PDF, `.pdf`.
    #[cfg(feature = "pdf")]
    Pdf,
    /// The tables of a paper as an Excel workbook, `.xlsx`.
    #[cfg(feature = "excel")]
    Excel,
    /// iCalendar, `.ics`, which a calendar alone is written as.
    #[cfg(feature = "calendar")]
    Calendar,
}

/// Each format with its word, how the name of such a file ends, and its media type.
const FORMATS: &[(Format, &str, &str, &str)] = &[
    (Format::Markdown, "markdown", "md", "text/markdown;charset=utf-8"),
    (Format::Html, "html", "html", "text/html;charset=utf-8"),
    (Format::Text, "text", "txt", "text/plain;charset=utf-8"),
    #[cfg(feature = "word")]
    (
        Format::Word,
        "word",
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    #[cfg(feature = "pdf")]
    (Format::Pdf, "pdf", "pdf", "application/pdf"),
    #[cfg(feature = "excel")]
    (
        Format::Excel,
        "excel",
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    #[cfg(feature = "calendar")]
    (Format::Calendar, "calendar", "ics", "text/calendar;charset=utf-8"),
];

impl Format {
    /// Every format that this build writes.
    pub fn all() -> impl Iterator<Item = Self> {
        FORMATS.iter().map(|(format, ..)| *format)
    }

    /// The format of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        FORMATS.iter().find(|(_, name, ..)| *name == word).map(|(format, ..)| *format)
    }

    /// The word, such as `word`.
    pub fn as_str(self) -> &'static str {
        self.row().1
    }

    /// How the name of such a file ends.
    pub fn ending(self) -> &'static str {
        self.row().2
    }

    /// Whether the file is UTF-8 text, and no container of other files.
    pub fn is_text(self) -> bool {
        match self {
            Self::Markdown | Self::Html | Self::Text => true,
            #[cfg(feature = "calendar")]
            Self::Calendar => true,
            #[cfg(any(feature = "excel", feature = "pdf", feature = "word"))]
            _ => false,
        }
    }

    /// The media type of such a file, for a download or a letter.
    pub fn media_type(self) -> &'static str {
        self.row().3
    }

    fn row(self) -> (Self, &'static str, &'static str, &'static str) {
        let found = FORMATS.iter().find(|(format, ..)| *format == self);
        found.copied().unwrap_or((self, "", "", ""))
    }

    /// The paper as a file, a PDF with the fonts that are shipped.
    ///
    /// ```
    /// use support_panel::report::document::{Document, Words};
    /// use support_panel_export::{Format, Metadata};
    ///
    /// let document = Document::new("en-GB", Words::own("Our plan"));
    /// let format = Format::from_word("word").unwrap();
    /// assert_eq!(format.ending(), "docx");
    /// assert!(format.write(&document, &Metadata::default())?.starts_with(b"PK"));
    /// # Ok::<(), support_panel_export::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::WrongFormat`] as iCalendar, and as Excel where the paper has no table; as [`word`](crate::word()),
    /// [`pdf`](crate::pdf()) and [`excel`](fn@crate::excel).
    pub fn write(self, document: &Document, metadata: &Metadata) -> Result<Vec<u8>, Error> {
        let text = |format| Ok(document.render(format).into_bytes());
        match self {
            Self::Markdown => text(report::Format::Markdown),
            Self::Html => text(report::Format::Html),
            Self::Text => text(report::Format::Text),
            #[cfg(feature = "word")]
            Self::Word => crate::word(document, metadata),
            #[cfg(feature = "pdf")]
            Self::Pdf => crate::pdf(document, metadata, &crate::Fonts::shipped()),
            #[cfg(feature = "excel")]
            Self::Excel => tables(document, metadata),
            #[cfg(feature = "calendar")]
            Self::Calendar => Err(Error::WrongFormat(
                "found a paper asked for as iCalendar, expected the paper calendar",
            )),
        }
    }
}

/// The tables of a paper as the sheets of a workbook.
#[cfg(feature = "excel")]
fn tables(document: &Document, metadata: &Metadata) -> Result<Vec<u8>, Error> {
    use support_panel::report::document::Block;
    let sheets = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(crate::Sheet::of_table(table)),
        _ => None,
    });
    let sheets: Vec<crate::Sheet> = sheets.collect();
    if sheets.is_empty() {
        return Err(Error::WrongFormat(
            "found a paper without a table, expected one with tables for Excel",
        ));
    }
    crate::excel(&sheets, &crate::wording::title(document), metadata)
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Format {
    type Err = support_panel::Error;

    fn from_str(text: &str) -> Result<Self, support_panel::Error> {
        Self::from_word(text).ok_or_else(|| {
            let words: Vec<_> = FORMATS.iter().map(|(_, word, ..)| *word).collect();
            let message = format!("found another word, expected one of {}", words.join(" "));
            support_panel::Error::outside(Code::UnknownWord, message)
        })
    }
}
