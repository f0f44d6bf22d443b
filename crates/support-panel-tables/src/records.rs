//! Records one after another, each read on its own: no profile, no rules, no tables.

use crate::lines::{Block, BlockReader};
use crate::stream::guarded;
use crate::{Error, Source};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::Duration;
use support_panel::Record;

/// The records of a source in the order of its lines, in bounded memory; for a line that is no record, its error.
///
/// A thread reads ahead by a block or two. It stops once the iterator is dropped.
pub struct Records {
    blocks: Receiver<Vec<Result<Record, Error>>>,
    block: std::vec::IntoIter<Result<Record, Error>>,
    ended: bool,
}

/// Reads record by record.
///
/// ```
/// use support_panel_tables::{Source, records};
///
/// let line = r#"{"format":"support-panel/1","id":"panel-1","profile":{"id":"leicester-masp","version":"2017.1"},"case":{"reference":"EHA-1"}}"#;
/// let text = format!("{line}\nno record\n");
/// let read: Vec<_> = records(Source::bytes(text.into_bytes()))?.collect();
/// assert_eq!(read[0].as_ref().map(|record| record.id.as_str()), Ok("panel-1"));
/// assert_eq!(read[1].as_ref().map_err(|error| error.line()).err(), Some(Some(2)));
/// # Ok::<(), support_panel_tables::Error>(())
/// ```
///
/// # Errors
/// `unreadable` at once where a file cannot be opened.
pub fn records(source: impl Into<Source>) -> Result<Records, Error> {
    let source = source.into();
    source
        .check()
        .map_err(|(name, error)| Error::of_file(crate::lines::unreadable(&error), name))?;
    let (sender, blocks) = sync_channel(1);
    std::thread::spawn(move || {
        let (mut reader, mut block) = (BlockReader::new(source), Block::default());
        while reader.fill(&mut block) {
            let records = block
                .lines()
                .map(|(location, text)| {
                    let text = text?;
                    guarded(|| Record::from_json(text)).map_err(|error| location.error(error))
                })
                .collect();
            // Whoever asked may have ended meanwhile.
            if sender.send(records).is_err() {
                return;
            }
        }
    });
    Ok(Records { blocks, block: Vec::new().into_iter(), ended: false })
}

impl Records {
    /// Waits until the next item is known, for at most this long; returns false where it is not known yet.
    pub fn wait(&mut self, at_most: Duration) -> bool {
        if self.ended || !self.block.as_slice().is_empty() {
            return true;
        }
        match self.blocks.recv_timeout(at_most) {
            Ok(block) => self.block = block.into_iter(),
            Err(RecvTimeoutError::Timeout) => return false,
            Err(RecvTimeoutError::Disconnected) => self.ended = true,
        }
        true
    }
}

impl Iterator for Records {
    type Item = Result<Record, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.block.as_slice().is_empty() && !self.ended {
            match self.blocks.recv() {
                Ok(block) => self.block = block.into_iter(),
                Err(_) => self.ended = true,
            }
        }
        self.block.next()
    }
}

impl std::fmt::Debug for Records {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Records").field("ended", &self.ended).finish_non_exhaustive()
    }
}
