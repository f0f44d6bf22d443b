//! An error with the file and line that it is about.

use std::fmt;
use std::sync::Arc;
use support_panel::Code;

/// What could not be read, and where: a row of the table `errors`, or the end of the work.
#[derive(Clone, PartialEq, Eq)]
pub struct Error {
    cause: support_panel::Error,
    file: Option<Arc<str>>,
    /// The line, and where it starts.
    line: Option<(u64, u64)>,
}

impl Error {
    pub(crate) fn of_line(
        cause: support_panel::Error,
        file: Option<Arc<str>>,
        line: u64,
        offset: u64,
    ) -> Self {
        Self { cause, file, line: Some((line, offset)) }
    }

    pub(crate) fn of_file(cause: support_panel::Error, file: Option<Arc<str>>) -> Self {
        Self { cause, file, line: None }
    }

    pub(crate) fn internal() -> Self {
        Self::of_file(
            support_panel::Error::outside(
                Code::Internal,
                "found a fault of the library, expected none",
            ),
            None,
        )
    }

    /// The stable code.
    pub fn code(&self) -> Code {
        self.cause.code()
    }

    /// JSON Pointer to the member at fault; empty for the whole line.
    pub fn path(&self) -> &str {
        self.cause.path()
    }

    /// What was found and what was expected, without the location.
    pub fn message(&self) -> &str {
        self.cause.message()
    }

    /// The file's path or the name that its source was given.
    pub fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }

    /// The line in the file, from 1.
    pub fn line(&self) -> Option<u64> {
        self.line.map(|(line, _)| line)
    }

    /// The column in that line, in characters from 1.
    pub fn column(&self) -> Option<u32> {
        self.cause.column()
    }

    /// Bytes from the start of the decompressed file to the fault, or to its line where the line as a whole is at fault.
    pub fn byte_offset(&self) -> Option<u64> {
        self.line.map(|(_, offset)| offset + u64::from(self.cause.offset().unwrap_or_default()))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.file().map(str::to_owned);
        let line = self.line().map(|line| format!("line {line}"));
        let column = self.column().map(|column| format!("column {column}"));
        let path = Some(self.path().to_owned()).filter(|path| !path.is_empty());
        let index: Vec<_> = [file, line, column, path].into_iter().flatten().collect();
        let colon = if index.is_empty() { "" } else { ": " };
        write!(f, "{}{colon}{} ({})", index.join(", "), self.message(), self.code())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({self})")
    }
}

impl std::error::Error for Error {}
