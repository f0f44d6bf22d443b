//! Sources of lines: files, bytes or any stream, plain or compressed.

use crate::foreign::{FIRST_LINE, Foreign};
use std::fmt;
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// NDJSON to be read: one part or many, in order, each plain, gzip or Zstandard by its first bytes.
///
/// ```
/// use support_panel_tables::Source;
///
/// let one = Source::from("panels-2024.ndjson.gz");
/// let years: Source = ["panels-2024.ndjson.gz", "panels-2025.ndjson"].into_iter().map(Source::from).collect();
/// let bytes = Source::bytes(Vec::new());
/// let stream = Source::reader(std::io::stdin()).named("stdin");
/// ```
#[derive(Default)]
pub struct Source(Vec<Part>);

struct Part {
    name: Option<Arc<str>>,
    kind: PartKind,
}

/// The parts of a source: the name of each, and its text, if it can be read.
pub(crate) type Parts = Box<dyn Iterator<Item = (Option<Arc<str>>, io::Result<Text>)> + Send>;

enum PartKind {
    Path(PathBuf),
    Bytes(Arc<[u8]>),
    Reader(Box<dyn Read + Send>),
}

impl Source {
    /// A file, which is opened when its turn comes.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        Self(vec![Part { name: Some(path.to_string_lossy().into()), kind: PartKind::Path(path) }])
    }

    /// Bytes in memory.
    pub fn bytes(bytes: impl Into<Arc<[u8]>>) -> Self {
        Self(vec![Part { name: None, kind: PartKind::Bytes(bytes.into()) }])
    }

    /// Any stream. Threads that read ahead may hold it for a moment after the [`Stream`](crate::Stream) is dropped.
    pub fn reader(reader: impl Read + Send + 'static) -> Self {
        Self(vec![Part { name: None, kind: PartKind::Reader(Box::new(reader)) }])
    }

    /// The same source under a name, which fills the column `file`; a file is named by its path.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        for part in &mut self.0 {
            part.name = Some(name.into());
        }
        self
    }

    /// Returns the first file that cannot be opened, so that a wrong path is reported before the work starts.
    pub(crate) fn check(&self) -> Result<(), (Option<Arc<str>>, io::Error)> {
        self.0.iter().try_for_each(|part| match &part.kind {
            PartKind::Path(path) => look(path).map_err(|error| (part.name.clone(), error)),
            _ => Ok(()),
        })
    }

    /// The stored size of all parts in bytes, where every part knows its own.
    pub(crate) fn size(&self) -> Option<u64> {
        self.0
            .iter()
            .map(|part| match &part.kind {
                PartKind::Path(path) => std::fs::metadata(path)
                    .ok()
                    .filter(|file| file.is_file())
                    .map(|file| file.len()),
                PartKind::Bytes(bytes) => u64::try_from(bytes.len()).ok(),
                PartKind::Reader(_) => None,
            })
            .sum()
    }

    /// The text of each part, opened in turn; `consumed` counts the stored bytes that are read.
    pub(crate) fn parts(self, consumed: Arc<AtomicU64>) -> Parts {
        Box::new(self.0.into_iter().map(move |part| {
            let consumed = consumed.clone();
            let text = match part.kind {
                PartKind::Path(path) => open(&path).and_then(|file| Text::new(file, consumed)),
                PartKind::Bytes(bytes) => Text::new(Cursor::new(bytes), consumed),
                PartKind::Reader(reader) => Text::new(reader, consumed),
            };
            (part.name, text)
        }))
    }
}

/// Checks that a file can be opened. Pipes are left alone: opening one blocks until it has a writer, and closing it breaks
/// that writer.
fn look(path: &Path) -> io::Result<()> {
    let kind = std::fs::metadata(path)?;
    if kind.is_file() || kind.is_dir() { open(path).map(drop) } else { Ok(()) }
}

/// Opens a file, and refuses a directory, which some systems open and then fail to read.
fn open(path: &Path) -> io::Result<File> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() { Err(io::ErrorKind::IsADirectory.into()) } else { Ok(file) }
}

impl From<&str> for Source {
    fn from(path: &str) -> Self {
        Self::path(path)
    }
}

impl From<&Path> for Source {
    fn from(path: &Path) -> Self {
        Self::path(path)
    }
}

impl From<PathBuf> for Source {
    fn from(path: PathBuf) -> Self {
        Self::path(path)
    }
}

impl FromIterator<Self> for Source {
    fn from_iter<I: IntoIterator<Item = Self>>(parts: I) -> Self {
        Self(parts.into_iter().flat_map(|source| source.0).collect())
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|part| part.name.as_deref())).finish()
    }
}

/// The text of a part, decompressed.
pub(crate) struct Text {
    text: Box<dyn Read + Send>,
    pub(crate) compressed: bool,
}

const BUFFER: usize = 64 * 1024;
/// A Zstandard frame may ask for a window of this many bytes (as a power of two) and no more: 8 MiB, the most that the
/// format recommends every decoder to support.
const ZSTD_WINDOW: u32 = 23;

impl Text {
    fn new(mut stored: impl Read + Send + 'static, consumed: Arc<AtomicU64>) -> io::Result<Self> {
        let mut head = Vec::new();
        stored.by_ref().take(4).read_to_end(&mut head)?;
        if let Some(foreign) = Foreign::stored(&head) {
            return Err(foreign.into());
        }
        let form = Form::of(&head);
        let stored = Counted { stored: Cursor::new(head).chain(stored), consumed };
        let text: Box<dyn Read + Send> = match form {
            Form::Plain => Box::new(stored),
            Form::Gzip => Box::new(flate2::bufread::MultiGzDecoder::new(BufReader::with_capacity(
                BUFFER, stored,
            ))),
            Form::Zstandard => {
                let mut decoder =
                    zstd::Decoder::with_buffer(BufReader::with_capacity(BUFFER, stored))?;
                decoder.window_log_max(ZSTD_WINDOW)?;
                Box::new(decoder)
            }
        };
        let text = Begun::new(text);
        match Foreign::text(text.head.get_ref()) {
            Some(foreign) => Err(foreign.into()),
            None => Ok(Self { text: Box::new(text), compressed: form != Form::Plain }),
        }
    }

    /// Reads the next bytes into `buf` and returns their number, 0 at the end; retries after an interrupt.
    pub(crate) fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.text.read(buf) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => return other,
            }
        }
    }
}

/// A text of which the first line was read ahead, or much of it. What failed meanwhile fails in its turn.
struct Begun {
    head: Cursor<Vec<u8>>,
    failed: Option<io::Error>,
    rest: Box<dyn Read + Send>,
}

const MARK: &[u8] = "\u{feff}".as_bytes();

impl Begun {
    fn new(mut rest: Box<dyn Read + Send>) -> Self {
        let (mut head, mut failed, mut buf) = (Vec::new(), None, [0; FIRST_LINE]);
        while head.len() < FIRST_LINE && !head.contains(&b'\n') {
            match rest.read(&mut buf) {
                Ok(0) => break,
                Ok(read) => head.extend_from_slice(buf.get(..read).unwrap_or_default()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    failed = Some(error);
                    break;
                }
            }
        }
        // Windows marks UTF-8 at its start.
        if head.starts_with(MARK) {
            head.drain(..MARK.len());
        }
        Self { head: Cursor::new(head), failed, rest }
    }
}

impl Read for Begun {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        match (self.head.read(buf)?, self.failed.take()) {
            (0, Some(error)) => Err(error),
            (0, None) => self.rest.read(buf),
            (read, failed) => {
                self.failed = failed;
                Ok(read)
            }
        }
    }
}

/// How a part is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Plain,
    Gzip,
    Zstandard,
}

impl Form {
    fn of(head: &[u8]) -> Self {
        match head {
            [0x1f, 0x8b, ..] => Self::Gzip,
            [0x28, 0xb5, 0x2f, 0xfd] => Self::Zstandard,
            // A skippable frame, with which parallel compressors begin.
            [0x50..=0x5f, 0x2a, 0x4d, 0x18] => Self::Zstandard,
            _ => Self::Plain,
        }
    }
}

/// Counts the stored bytes that are read, so that progress can be measured against the size.
struct Counted<R> {
    stored: R,
    consumed: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let read = self.stored.read(buf)?;
        self.consumed.fetch_add(u64::try_from(read).unwrap_or_default(), Ordering::Relaxed);
        Ok(read)
    }
}
