//! The work itself: blocks of lines into batches of rows, on several threads, in the order of the input.

use crate::lines::{Block, Cutter, Place};
use crate::options::{OnError, Options, ProfileChoice, Progress};
use crate::tables::context::Context;
use crate::tables::{Filling, Tables};
use crate::{Error, Source};
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use support_panel::{Asked, Date, Record, View};

/// Batches of tables, one after another, in the order of the input.
///
/// At the end, or after an error, there are no more. Dropping it early stops the threads after the lines at hand.
pub struct Stream {
    work: Work,
    on_error: OnError,
    told: Option<Arc<dyn Fn(Progress) + Send + Sync>>,
    progress: Progress,
    ended: bool,
}

enum Work {
    Alone(Box<(Cutter, Block, Maker)>),
    Shared(Arc<Shared>),
}

/// What one block makes.
struct Batch {
    tables: Tables,
    first_error: Option<Error>,
    lines: u64,
    taken: u64,
}

impl Stream {
    pub(crate) fn open(source: Source, profile: &ProfileChoice, options: &Options) -> Result<Self, Error> {
        source.check().map_err(|(name, error)| Error::of_file(crate::lines::unreadable(&error), name))?;
        let progress = Progress { total_bytes: source.size(), ..Progress::default() };
        let maker = Maker { profile: profile.clone(), as_of: options.as_of, text: options.text };
        let cutter = Cutter::new(source);
        let cores = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        let threads = options.threads.unwrap_or_else(cores).get();
        let work = if threads == 1 {
            Work::Alone(Box::new((cutter, Block::default(), maker)))
        } else {
            Work::Shared(Shared::start(cutter, &maker, threads))
        };
        Ok(Self { work, on_error: options.on_error, told: options.progress.clone(), progress, ended: false })
    }

    /// How far the work has come, with the batch that was taken last.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    fn batch(&mut self) -> Option<Result<Batch, Error>> {
        match &mut self.work {
            Work::Alone(alone) => {
                let (cutter, block, maker) = &mut **alone;
                let cut = catch_unwind(AssertUnwindSafe(|| cutter.cut(block)));
                cut.map_or_else(|_| Some(Err(Error::internal())), |more| more.then(|| maker.make(block)))
            }
            Work::Shared(shared) => shared.take(),
        }
    }
}

impl Iterator for Stream {
    type Item = Result<Tables, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let next = self.batch().map(|batch| {
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
            self.stop();
        }
        next
    }
}

impl Stream {
    fn stop(&self) {
        if let Work::Shared(shared) = &self.work {
            shared.stop();
        }
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.stop();
    }
}

impl std::fmt::Debug for Stream {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stream").field("progress", &self.progress).field("ended", &self.ended).finish_non_exhaustive()
    }
}

/// Makes rows of lines.
#[derive(Clone)]
struct Maker {
    profile: ProfileChoice,
    as_of: Option<Date>,
    text: bool,
}

impl Maker {
    fn make(&self, block: &Block) -> Result<Batch, Error> {
        let mut filling = Filling::new(self.text);
        let (mut first_error, mut lines) = (None, 0);
        for (place, text) in block.lines() {
            lines += 1;
            if let Err(error) = text.and_then(|text| self.add(&mut filling, text, &place)) {
                filling.add_error(&error);
                first_error.get_or_insert(error);
            }
        }
        // Only a column of more than 2 GiB does not finish.
        let tables = Tables::new(self.text, filling.finish().map_err(|_| Error::internal())?);
        Ok(Batch { tables, first_error, lines, taken: block.taken })
    }

    /// Reads and checks one line, and makes its rows; a panic in reading or checking costs that line only.
    fn add(&self, filling: &mut Filling, text: &[u8], place: &Place<'_>) -> Result<(), Error> {
        let at = |error| place.error(error);
        let (record, profile) = guarded(|| {
            let record = Record::from_json(text)?;
            let profile = self.profile.of(&record)?;
            Ok((record, profile))
        })
        .map_err(at)?;
        let asked = Asked { as_of: self.as_of, previous: None };
        let (view, findings) = guarded(|| {
            let view = View::of(&record, &profile, &asked)?;
            let findings = view.findings();
            Ok((view, findings))
        })
        .map_err(at)?;
        filling.add(&Context { view, findings: &findings, file: place.file, line: place.line });
        Ok(())
    }
}

fn guarded<T>(work: impl FnOnce() -> Result<T, support_panel::Error>) -> Result<T, support_panel::Error> {
    let internal = |_| Err(support_panel::Error::outside("internal", "found a fault of the library, expected none"));
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

impl Shared {
    fn start(cutter: Cutter, maker: &Maker, threads: usize) -> Arc<Self> {
        let most = threads + 2;
        let shared = Arc::new(Self { cutter: Mutex::new((cutter, 0)), state: Mutex::default(), changed: Condvar::new(), most });
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
        let mut block = Block::default();
        while self.admitted() {
            let place = {
                // Poisoned by a source that panicked, whose thread says so.
                let Ok(mut cutter) = self.cutter.lock() else { return };
                let place = cutter.1;
                if !cutter.0.cut(&mut block) {
                    drop(cutter);
                    self.state().count = Some(place);
                    self.changed.notify_all();
                    return;
                }
                cutter.1 += 1;
                place
            };
            let batch = maker.make(&block);
            self.state().done.insert(place, batch);
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

    fn take(&self) -> Option<Result<Batch, Error>> {
        let mut state = self.state();
        loop {
            let wanted = state.wanted;
            if let Some(batch) = state.done.remove(&wanted) {
                state.wanted += 1;
                state.under_way = state.under_way.saturating_sub(1);
                drop(state);
                self.changed.notify_all();
                return Some(batch);
            }
            if state.count == Some(wanted) {
                return None;
            }
            if state.failed {
                return Some(Err(Error::internal()));
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn stop(&self) {
        let mut state = self.state();
        state.stopped = true;
        state.done.clear();
        drop(state);
        self.changed.notify_all();
    }
}
