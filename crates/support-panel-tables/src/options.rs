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
    /// Add it to the table `errors` and go on.
    #[default]
    Collect,
    /// End with the first, in the order of the input.
    Raise,
}

/// Progress of a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Progress {
    /// Lines that became a record or an error.
    pub records: u64,
    /// Bytes read of the source as it is stored, compressed or not.
    pub bytes: u64,
    /// Size of the whole source as it is stored, in bytes, where that is known.
    pub total_bytes: Option<u64>,
}

/// How to read.
#[derive(Clone, Default)]
pub struct Options {
    /// The day on which the records are judged; without it rules about today are silent, and live actions are not late.
    pub as_of: Option<Date>,
    /// The number of threads; `None` for one per core. The result does not depend on it.
    pub threads: Option<NonZeroUsize>,
    /// Whether to add the columns of free text and names. They are about children: ask only for what you may hold.
    pub text: bool,
    /// Which tables to make; `None` for all. The table `errors` is always made. Where neither `findings` nor `panels`, which
    /// counts them, is among them, no rule is asked.
    pub tables: Option<Vec<Table>>,
    /// What to do about a line that cannot be read.
    pub on_error: OnError,
    /// Called after each batch, on the thread that receives it.
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
