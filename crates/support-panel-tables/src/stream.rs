//! Turns blocks of lines into batches of rows, on several threads, in the order of the input.

use crate::lines::{BLOCK_BYTES, Block, BlockReader, Location};
use crate::options::{OnError, Options, Progress};
use crate::tables::context::Context;
use crate::tables::{Filling, Tables, Wanted};
use crate::{Error, Source};
use std::collections::BTreeMap;
use std::io;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use support_panel::{CheckOptions, Code, Date, Profile, Record, View};

/// Batches of tables, one after another, in the order of the input.
///
/// The iterator ends with the input or after an error. Dropping it early stops the threads once they finish the lines at hand.
pub struct Stream {
    work: Arc<Shared>,
    /// Works here, where no thread could be had.
    alone: Option<Worker>,
    on_error: OnError,
    on_progress: Option<Arc<dyn Fn(Progress) + Send + Sync>>,
    progress: Progress,
    ended: bool,
}

/// Bound on the blocks in flight, between being read and being returned, and so on the threads: at about 3 MiB for a block of
/// usual records and its rows, memory stays below 64 MiB on any number of cores. A block of long lines counts as so many more.
pub(crate) const MOST_BLOCKS: usize = 14;

/// The rows of one block.
struct Batch {
    tables: Tables,
    first_error: Option<Error>,
    lines: u64,
    consumed: u64,
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
        let (work, alone) = Shared::start(BlockReader::new(source), &maker, threads, spawn);
        Ok(Self {
            work,
            alone,
            on_error: options.on_error,
            on_progress: options.progress.clone(),
            progress,
            ended: false,
        })
    }

    /// Progress up to and including the batch returned last.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// Waits until the next item is known, for at most this long; returns false where it is not known yet. A caller with other
    /// work to do during a slow read calls this before [`Iterator::next`], which blocks.
    pub fn wait(&self, at_most: Duration) -> bool {
        self.ended || self.alone.is_some() || self.work.wait(at_most)
    }
}

impl Iterator for Stream {
    type Item = Result<Tables, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        if let Some(worker) = &mut self.alone {
            self.work.guarded(|work| work.step(worker));
        }
        let next = self.work.take().map(|batch| {
            let batch = batch?;
            if let (OnError::Raise, Some(error)) = (self.on_error, batch.first_error) {
                return Err(error);
            }
            self.progress.records += batch.lines;
            self.progress.bytes = batch.consumed;
            if let Some(on_progress) = &self.on_progress {
                on_progress(self.progress);
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

/// Turns lines into rows.
#[derive(Clone)]
struct Maker {
    profiles: Vec<Profile>,
    as_of: Option<Date>,
    wanted: Wanted,
}

impl Maker {
    fn make(&self, filling: &mut Filling, block: &Block) -> Result<Batch, Error> {
        let (mut first_error, mut lines) = (None, 0);
        for (location, text) in block.lines() {
            lines += 1;
            if let Err(error) = text.and_then(|text| self.add(filling, text, &location)) {
                filling.add_error(&error);
                first_error.get_or_insert(error);
            }
        }
        // Finishing fails only for a column of more than 2 GiB.
        let tables = filling.finish().map_err(|_| Error::internal())?;
        Ok(Batch { tables, first_error, lines, consumed: block.consumed })
    }

    /// Reads and checks one line and adds its rows; a panic while reading or checking costs that line only.
    fn add(
        &self,
        filling: &mut Filling,
        text: &[u8],
        location: &Location<'_>,
    ) -> Result<(), Error> {
        let at = |error| location.error(error);
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
        filling.add(&Context {
            view,
            findings: &findings,
            file: location.file,
            line: location.line,
        });
        Ok(())
    }
}

/// Calls the core; a panic is the error of one line.
pub(crate) fn guarded<T>(
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

/// State shared by the threads. One thread at a time reads a block; batches are returned in order.
struct Shared {
    reader: Mutex<(BlockReader, u64)>,
    state: Mutex<State>,
    changed: Condvar,
    /// Bound on the blocks in flight, and on their bytes by so many usual blocks; with them on the memory.
    most: usize,
}

#[derive(Default)]
struct State {
    /// The batches that wait to be returned, with the bytes of their blocks.
    done: BTreeMap<u64, (usize, Result<Batch, Error>)>,
    /// Index of the batch to be returned next.
    wanted: u64,
    /// Blocks in flight, and their bytes.
    in_flight: usize,
    bytes: usize,
    /// Number of batches, once the end of the input is reached.
    count: Option<u64>,
    stopped: bool,
    failed: bool,
}

impl State {
    /// Whether the next item is known: a batch, the end, or the failure of a thread.
    fn is_known(&self) -> bool {
        self.failed || self.count == Some(self.wanted) || self.done.contains_key(&self.wanted)
    }
}

/// What a thread needs of its own. Both parts are refilled, so that their memory is reused.
struct Worker {
    maker: Maker,
    block: Block,
    filling: Filling,
}

/// Starts a thread, if the system has one to give.
type Spawn = fn(Box<dyn FnOnce() + Send>) -> io::Result<()>;

fn spawn(work: Box<dyn FnOnce() + Send>) -> io::Result<()> {
    std::thread::Builder::new().spawn(work).map(drop)
}

impl Shared {
    /// Starts as many threads as asked for, or as can be had. Where there is none, a worker is returned for the caller to
    /// step.
    fn start(
        reader: BlockReader,
        maker: &Maker,
        threads: usize,
        spawn: Spawn,
    ) -> (Arc<Self>, Option<Worker>) {
        let threads = threads.min(MOST_BLOCKS - 2);
        let most = threads + 2;
        let shared = Arc::new(Self {
            reader: Mutex::new((reader, 0)),
            state: Mutex::default(),
            changed: Condvar::new(),
            most,
        });
        let worker = || {
            let filling = Filling::new(maker.wanted);
            Worker { maker: maker.clone(), block: Block::default(), filling }
        };
        let started = (0..threads).take_while(|_| {
            let (theirs, mut worker) = (shared.clone(), worker());
            spawn(Box::new(move || theirs.guarded(|work| while work.step(&mut worker) {}))).is_ok()
        });
        // As many as there are do all the work.
        let alone = (started.count() == 0).then(worker);
        (shared, alone)
    }

    /// Notes a panic as a failure, which whoever waits is told of.
    fn guarded<T>(&self, work: impl FnOnce(&Self) -> T) {
        if catch_unwind(AssertUnwindSafe(|| work(self))).is_err() {
            self.state().failed = true;
            self.changed.notify_all();
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // No code panics with this lock held and the state half updated.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Turns the next block into rows. Returns whether there may be another.
    fn step(&self, Worker { maker, block, filling }: &mut Worker) -> bool {
        let index = {
            // A source that panics poisons the lock; its own thread reports that.
            let Ok(mut reader) = self.reader.lock() else { return false };
            if !self.admitted() {
                return false;
            }
            let index = reader.1;
            let is_there = reader.0.fill(block);
            let mut state = self.state();
            if !is_there {
                state.count = Some(index);
                drop(state);
                self.changed.notify_all();
                return false;
            }
            state.in_flight += 1;
            state.bytes += block.bytes();
            reader.1 += 1;
            index
        };
        let batch = maker.make(filling, block);
        self.state().done.insert(index, (block.bytes(), batch));
        self.changed.notify_all();
        if block.bytes() > 2 * BLOCK_BYTES {
            // What long lines took is given back: the next ones may be far shorter.
            (*block, *filling) = (Block::default(), Filling::new(maker.wanted));
        }
        true
    }

    fn is_full(&self, state: &State) -> bool {
        state.in_flight >= self.most || state.bytes >= self.most * BLOCK_BYTES
    }

    /// Waits until one more block may be in flight. One thread at a time waits, and reads the next block, so that the batch to be
    /// returned next is always among those in flight. How long a block is shows once it was read: any may follow what leaves room.
    fn admitted(&self) -> bool {
        let mut state = self.state();
        while self.is_full(&state) && !state.stopped {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
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
        if let Some((bytes, batch)) = state.done.remove(&wanted) {
            state.wanted += 1;
            state.in_flight = state.in_flight.saturating_sub(1);
            state.bytes = state.bytes.saturating_sub(bytes);
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    const RECORD: &str = r#"{"format":"support-panel/1","id":"r","profile":{"id":"leicester-masp","version":"2017.1"},"case":{"reference":"E"},"actions":[{"id":"a"}]}"#;

    static LEFT: AtomicUsize = AtomicUsize::new(0);

    /// A system that has so many threads left.
    fn scarce(work: Box<dyn FnOnce() + Send>) -> io::Result<()> {
        let taken =
            LEFT.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        match taken {
            Ok(_) => spawn(work),
            Err(_) => Err(io::ErrorKind::WouldBlock.into()),
        }
    }

    fn rows(lines: &str, spawn: Spawn) -> Vec<usize> {
        let options = Options::default();
        let maker = Maker { profiles: Vec::new(), as_of: None, wanted: Wanted::new(&options) };
        let source = Source::reader(io::Cursor::new(lines.to_owned().into_bytes()));
        let (work, alone) = Shared::start(BlockReader::new(source), &maker, 4, spawn);
        let stream = Stream {
            work,
            alone,
            on_error: OnError::Raise,
            on_progress: None,
            progress: Progress::default(),
            ended: false,
        };
        assert!(stream.wait(Duration::from_secs(60)));
        let actions = |tables: Tables| {
            tables.batches(crate::Table::Actions).iter().map(|batch| batch.num_rows()).sum()
        };
        stream.map(|tables| actions(tables.unwrap())).collect()
    }

    #[test]
    fn long_lines_are_as_many_in_flight_as_usual_blocks_have_bytes() {
        let line = format!("{}\n", "x".repeat(3 << 20));
        let maker =
            Maker { profiles: Vec::new(), as_of: None, wanted: Wanted::new(&Options::default()) };
        for threads in [1, 4, 12] {
            let source = Source::reader(io::Cursor::new(line.repeat(20).into_bytes()));
            let (work, _) = Shared::start(BlockReader::new(source), &maker, threads, spawn);
            let (mut most, mut lines) = (0, 0);
            loop {
                // No one takes anything until all that may be read is.
                let is_read = |state: &State| work.is_full(state) || state.count.is_some();
                while !is_read(&work.state()) {
                    std::thread::sleep(Duration::from_millis(1));
                }
                most = most.max(work.state().bytes);
                let Some(batch) = work.take() else { break };
                lines += batch.unwrap().lines;
            }
            assert_eq!(lines, 20);
            let bound = (threads + 2) * BLOCK_BYTES + line.len();
            assert!((line.len()..bound).contains(&most), "{threads} threads: {most} bytes");
            assert_eq!(work.state().bytes, 0);
        }
    }

    #[test]
    fn fewer_threads_than_asked_for_or_none_give_the_same() {
        let lines = format!("{RECORD}\n").repeat(20_000);
        let usual = rows(&lines, spawn);
        assert_eq!(usual.iter().sum::<usize>(), 20_000);
        assert!(usual.len() > 2);
        for left in [0, 1, 3] {
            LEFT.store(left, Ordering::SeqCst);
            assert_eq!(rows(&lines, scarce), usual, "{left}");
            assert_eq!(LEFT.load(Ordering::SeqCst), 0);
        }
        LEFT.store(0, Ordering::SeqCst);
        assert_eq!(rows("", scarce), Vec::<usize>::new());
    }
}
