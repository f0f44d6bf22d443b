//! The formats of a paper by name: what a command or a binding is asked for.

use crate::{Document, Error, Metadata};

/// What a paper is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// Word, `.docx`.
    #[cfg(feature = "word")]
    Word,
    /// Tagged PDF, by the fonts that are shipped.
    #[cfg(feature = "pdf")]
    Pdf,
}

impl Format {
    /// The format of a word, `word` or `pdf`.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            #[cfg(feature = "word")]
            "word" => Some(Self::Word),
            #[cfg(feature = "pdf")]
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }

    /// How the name of such a file ends.
    pub fn ending(self) -> &'static str {
        match self {
            #[cfg(feature = "word")]
            Self::Word => "docx",
            #[cfg(feature = "pdf")]
            Self::Pdf => "pdf",
        }
    }

    /// The paper as a file.
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
    /// As [`word`](crate::word()) and [`pdf`](crate::pdf()).
    pub fn write(self, document: &Document, metadata: &Metadata) -> Result<Vec<u8>, Error> {
        match self {
            #[cfg(feature = "word")]
            Self::Word => crate::word(document, metadata),
            #[cfg(feature = "pdf")]
            Self::Pdf => crate::pdf(document, metadata, &crate::Fonts::shipped()),
        }
    }
}
