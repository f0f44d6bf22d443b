//! The work itself: blocks of lines into batches of rows, on several threads, in the order of the input.

use crate::lines::{Block, Cutter, Index};
use crate::options::{OnError, Options, Progress};
use crate::tables::context::Context;
use crate::tables::{Filling, Tables, Wanted};
use crate::{Error, Source};
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use support_panel::{CheckOptions, Code, Date, Profile, Record, View};

/// Batches of tables, one after another, in the order of the input.
///
/// At the end, or after an error, there are no more. Dropping it early stops the threads after the lines at hand.
pub struct Stream {
    work: Arc<Shared>,
    on_error: OnError,
    told: Option<Arc<dyn Fn(Progress) + Send + Sync>>,
    progress: Progress,
    ended: bool,
}

/// The most blocks that may be between being cut and being taken, and so the most threads that work: with about 3 MiB for a
/// block of usual records and what it makes, memory stays below 64 MiB however many cores there are.
pub(crate) const MOST_BLOCKS: usize = 14;

/// What one block makes.
struct Batch {
    tables: Tables,
    first_error: Option<Error>,
    lines: u64,
    taken: u64,
}

impl Stream {
    pub(crate) fn open(
        source: Source,
        profiles: &[Profile],
        options: &Options,
    ) -> Result<Self, Error> {
        source
            .check()
            .map_err(|(name, error)| Error::of_file(crate::lines::unreadable(&error), name))?;
        let progress = Progress { total_bytes: source.size(), ..Progress::default() };
        let maker = Maker {
            profiles: profiles.to_vec(),
            as_of: options.as_of,
            wanted: Wanted::new(options),
        };
        let cores = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        let threads = options.threads.unwrap_or_else(cores).get();
        let work = Shared::start(Cutter::new(source), &maker, threads);
        Ok(Self {
            work,
            on_error: options.on_error,
            told: options.progress.clone(),
            progress,
            ended: false,
        })
    }

    /// How far the work has come, with the batch that was taken last.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// Waits until it is known what comes next, but no longer than this; false where it is not known yet. Whoever has other
    /// things to look after while a slow source is read asks this before [`Iterator::next`], which waits for as long as it takes.
    pub fn wait(&self, at_most: Duration) -> bool {
        self.ended || self.work.wait(at_most)
    }
}

impl Iterator for Stream {
    type Item = Result<Tables, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let next = self.work.take().map(|batch| {
            let batch = batch?;
            if let (OnError::Raise, Some(error)) = (self.on_error, batch.first_error) {
                return Err(error);
            }
            self.progress.records += batch.lines;
            self.progress.bytes = batch.taken;
            if let Some(told) = &self.told {
                told(self.progress);
            }
            Ok(batch.tables)
        });
        self.ended = !matches!(next, Some(Ok(_)));
        if self.ended {
            self.work.stop();
        }
        next
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.work.stop();
    }
}

impl std::fmt::Debug for Stream {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stream")
            .field("progress", &self.progress)
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}

/// Makes rows of lines.
#[derive(Clone)]
struct Maker {
    profiles: Vec<Profile>,
    as_of: Option<Date>,
    wanted: Wanted,
}

impl Maker {
    fn make(&self, filling: &mut Filling, block: &Block) -> Result<Batch, Error> {
        let (mut first_error, mut lines) = (None, 0);
        for (index, text) in block.lines() {
            lines += 1;
            if let Err(error) = text.and_then(|text| self.add(filling, text, &index)) {
                filling.add_error(&error);
                first_error.get_or_insert(error);
            }
        }
        // Only a column of more than 2 GiB does not finish.
        let tables = Tables::new(self.wanted, filling.finish().map_err(|_| Error::internal())?);
        Ok(Batch { tables, first_error, lines, taken: block.taken })
    }

    /// Reads and checks one line, and makes its rows; a panic in reading or checking costs that line only.
    fn add(&self, filling: &mut Filling, text: &[u8], index: &Index<'_>) -> Result<(), Error> {
        let at = |error| index.error(error);
        let (record, profile) = guarded(|| {
            let record = Record::from_json(text)?;
            let profile = Profile::for_record(&record, &self.profiles)?;
            Ok((record, profile))
        })
        .map_err(at)?;
        let asked = CheckOptions::default().as_of(self.as_of);
        let (view, findings) = guarded(|| {
            let view = View::of(&record, &profile, &asked)?;
            let findings = if self.wanted.findings() { view.findings() } else { Vec::new() };
            Ok((view, findings))
        })
        .map_err(at)?;
        filling.add(&Context { view, findings: &findings, file: index.file, line: index.line });
        Ok(())
    }
}

fn guarded<T>(
    work: impl FnOnce() -> Result<T, support_panel::Error>,
) -> Result<T, support_panel::Error> {
    let internal = |_| {
        Err(support_panel::Error::outside(
            Code::Internal,
            "found a fault of the library, expected none",
        ))
    };
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(internal)
}

/// What the threads share. A block is cut by one thread at a time; batches wait until it is their turn.
struct Shared {
    cutter: Mutex<(Cutter, u64)>,
    state: Mutex<State>,
    changed: Condvar,
    /// The most blocks that may be between being cut and being taken: what bounds the memory.
    most: usize,
}

#[derive(Default)]
struct State {
    done: BTreeMap<u64, Result<Batch, Error>>,
    /// The batch to be taken next.
    wanted: u64,
    /// How many blocks are between being cut and being taken.
    under_way: usize,
    /// How many batches there are, once that is known.
    count: Option<u64>,
    stopped: bool,
    failed: bool,
}

impl State {
    /// Whether it is known what comes next: a batch, the end, or that a thread failed.
    fn is_known(&self) -> bool {
        self.failed || self.count == Some(self.wanted) || self.done.contains_key(&self.wanted)
    }
}

impl Shared {
    fn start(cutter: Cutter, maker: &Maker, threads: usize) -> Arc<Self> {
        let threads = threads.min(MOST_BLOCKS - 2);
        let most = threads + 2;
        let shared = Arc::new(Self {
            cutter: Mutex::new((cutter, 0)),
            state: Mutex::default(),
            changed: Condvar::new(),
            most,
        });
        for _ in 0..threads {
            let (theirs, maker) = (shared.clone(), maker.clone());
            std::thread::spawn(move || {
                let worked = catch_unwind(AssertUnwindSafe(|| theirs.work(&maker)));
                if worked.is_err() {
                    theirs.state().failed = true;
                    theirs.changed.notify_all();
                }
            });
        }
        shared
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing is left half done where this lock is held.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// One thread's work.
    fn work(&self, maker: &Maker) {
        // Both are filled again and again, to keep their memory.
        let (mut block, mut filling) = (Block::default(), Filling::new(maker.wanted));
        while self.admitted() {
            let index = {
                // Poisoned by a source that panicked, whose thread says so.
                let Ok(mut cutter) = self.cutter.lock() else { return };
                let index = cutter.1;
                if !cutter.0.cut(&mut block) {
                    drop(cutter);
                    self.state().count = Some(index);
                    self.changed.notify_all();
                    return;
                }
                cutter.1 += 1;
                index
            };
            let batch = maker.make(&mut filling, &block);
            self.state().done.insert(index, batch);
            self.changed.notify_all();
        }
    }

    /// Waits until there is room for one more block. Those that are let in cut the next blocks in order, so that the
    /// batch wanted next is always among them.
    fn admitted(&self) -> bool {
        let mut state = self.state();
        while state.under_way >= self.most && !state.stopped {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.under_way += 1;
        !state.stopped && state.count.is_none()
    }

    fn wait(&self, at_most: Duration) -> bool {
        let waited =
            self.changed.wait_timeout_while(self.state(), at_most, |state| !state.is_known());
        waited.unwrap_or_else(PoisonError::into_inner).0.is_known()
    }

    fn take(&self) -> Option<Result<Batch, Error>> {
        let mut state = self
            .changed
            .wait_while(self.state(), |state| !state.is_known())
            .unwrap_or_else(PoisonError::into_inner);
        let wanted = state.wanted;
        if let Some(batch) = state.done.remove(&wanted) {
            state.wanted += 1;
            state.under_way = state.under_way.saturating_sub(1);
            drop(state);
            self.changed.notify_all();
            return Some(batch);
        }
        if state.count == Some(wanted) { None } else { Some(Err(Error::internal())) }
    }

    fn stop(&self) {
        let mut state = self.state();
        state.stopped = true;
        state.done.clear();
        drop(state);
        self.changed.notify_all();
    }
}
