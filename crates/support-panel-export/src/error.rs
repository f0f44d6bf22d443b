//! Why a file could not be written.

/// Why a file could not be written: what was found and what was expected, never what a text says.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The container of the file was refused.
    #[error("found a file too large for its container, expected a paper of ordinary length")]
    Container(#[source] std::io::Error),
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::Container(error)
    }
}
