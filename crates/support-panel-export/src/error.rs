//! Why a file could not be written.

use support_panel::Code;

/// Why a file could not be written: what was found and what was expected, never what a text says.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The container of the file was refused.
    #[error("found a file too large for its container, expected a paper of ordinary length")]
    Container(#[source] std::io::Error),
    /// A day before 1900, which each spreadsheet program reads as another.
    #[error("found a day before 1900, expected one that spreadsheets agree on")]
    DayBefore1900,
    /// Excel does not allow what a sheet has.
    #[error("found {0}, expected a sheet that Excel can open")]
    Workbook(&'static str),
    /// A font of the caller's is no font.
    #[error("found bytes that are no font, expected an OpenType file with outlines")]
    Font,
    /// No font has these characters: each once, in the order of their numbers.
    #[error("{}", missing(.0))]
    MissingCharacters(Vec<char>),
    /// The paper is not written in this format: what was found, and what was expected.
    #[error("{0}")]
    WrongFormat(&'static str),
    /// PDF/UA-1 refuses the file; the names of the faults.
    #[error("found a PDF that PDF/UA-1 refuses ({0}), expected one that it allows")]
    Pdf(String),
}

/// Characters by their numbers, the first eight: enough to look for a font, and no text.
fn missing(characters: &[char]) -> String {
    const NAMED: usize = 8;
    let named: Vec<String> =
        characters.iter().take(NAMED).map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    let more = match characters.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!(
        "found characters that no font has ({}{more}), expected a font that has them",
        named.join(", ")
    )
}

impl Error {
    /// The stable code. What no caller can help is `internal`.
    ///
    /// ```
    /// use support_panel::Code;
    /// use support_panel_export::Error;
    ///
    /// assert_eq!(Error::MissingCharacters(vec!['\u{a85}']).code(), Code::MissingCharacters);
    /// ```
    pub fn code(&self) -> Code {
        match self {
            Self::Container(_) | Self::Pdf(_) => Code::Internal,
            Self::DayBefore1900 => Code::DayBefore1900,
            Self::Workbook(_) => Code::TooLargeForExcel,
            Self::Font => Code::BadFont,
            Self::MissingCharacters(_) => Code::MissingCharacters,
            Self::WrongFormat(_) => Code::WrongPaperFormat,
        }
    }
}

impl From<Error> for support_panel::Error {
    fn from(error: Error) -> Self {
        Self::outside(error.code(), error.to_string())
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::Container(error)
    }
}
