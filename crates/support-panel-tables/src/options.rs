//! How to read.

use crate::Table;
use std::fmt;
use std::num::NonZeroUsize;
use std::sync::Arc;
use support_panel::Date;

/// What to do about a line that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum OnError {
    /// It becomes a row of the table `errors`, and the rest goes on.
    #[default]
    Collect,
    /// The first, in the order of the input, ends the work.
    Raise,
}

/// How far the work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Progress {
    /// Lines that became a record or an error.
    pub records: u64,
    /// Bytes taken from the source as it is stored, compressed or not.
    pub bytes: u64,
    /// Bytes of the whole source as it is stored, where it can tell.
    pub total_bytes: Option<u64>,
}

/// How to read.
#[derive(Clone, Default)]
pub struct Options {
    /// The day on which the records are judged; without it rules about today are silent, and live actions are not late.
    pub as_of: Option<Date>,
    /// How many threads work; all cores where none is said. What comes out does not depend on it.
    pub threads: Option<NonZeroUsize>,
    /// Whether to add the columns of free text and names. They are about children: ask only for what you may hold.
    pub text: bool,
    /// Which tables to make; all of them where none are said. The table `errors` is always made. Where neither `findings` nor
    /// `panels`, which counts them, is among them, no rule is asked.
    pub tables: Option<Vec<Table>>,
    /// What to do about a line that cannot be read.
    pub on_error: OnError,
    /// Told after each batch, on the thread that takes it.
    pub progress: Option<Arc<dyn Fn(Progress) + Send + Sync>>,
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("as_of", &self.as_of)
            .field("threads", &self.threads)
            .field("text", &self.text)
            .field("tables", &self.tables)
            .field("on_error", &self.on_error)
            .finish_non_exhaustive()
    }
}
