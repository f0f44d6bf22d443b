//! Turns arguments into documents, one at a time, with at most the bytes of one document in memory.

use crate::escaped::Escaped;
use std::collections::VecDeque;
use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use support_panel::limits::DOCUMENT_BYTES;
use support_panel::ndjson::Lines;
use support_panel::{Code, Error};

/// The records of a command.
#[derive(Debug, clap::Args)]
pub(crate) struct Input {
    /// Files of records, patterns of them such as 'panels/*.json', or - for standard input
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,

    /// Take every file as NDJSON, one record a line
    ///
    /// Files whose names end in .ndjson or .jsonl always are, and standard input is where its first line is a whole
    /// JSON value.
    #[arg(long)]
    pub(crate) ndjson: bool,
}

/// The source that an argument names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    File(Rc<Path>),
    Stdin,
}

impl Source {
    pub(crate) fn of(argument: &Path) -> Self {
        if argument.as_os_str() == "-" { Self::Stdin } else { Self::File(argument.into()) }
    }

    /// Whether it can be read again: true of a plain file, false of a pipe.
    pub(crate) fn is_lasting(&self) -> bool {
        match self {
            Self::File(path) => path.is_file(),
            Self::Stdin => false,
        }
    }

    fn has_lines(&self) -> bool {
        match self {
            Self::File(path) => path.extension().is_some_and(|end| {
                end.eq_ignore_ascii_case("ndjson") || end.eq_ignore_ascii_case("jsonl")
            }),
            Self::Stdin => false,
        }
    }
}

fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    if path.is_dir() {
        return Err(io::Error::other(
            "it is a directory: give its files, as in 'DIRECTORY/*.json'",
        ));
    }
    Ok(Box::new(BufReader::with_capacity(64 * 1024, File::open(path)?)))
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => Escaped::new(&path.to_string_lossy()).fmt(f),
            Self::Stdin => f.write_str("standard input"),
        }
    }
}

/// Where a document stands.
#[derive(Debug, Clone)]
pub(crate) struct Location {
    pub(crate) source: Source,
    /// The line, from 1, in a source of one document a line.
    pub(crate) line: Option<u64>,
    offset: u64,
    length: usize,
}

impl Location {
    pub(crate) fn start(source: Source) -> Self {
        Self { source, line: None, offset: 0, length: 0 }
    }

    /// Reads the document again.
    pub(crate) fn read_again(&self) -> io::Result<Vec<u8>> {
        let Source::File(path) = &self.source else {
            return Err(io::ErrorKind::Unsupported.into());
        };
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(self.offset))?;
        let mut bytes = vec![0; self.length];
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{} line {line}", self.source),
            None => self.source.fmt(f),
        }
    }
}

/// A document before it is parsed.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) location: Location,
    pub(crate) bytes: Vec<u8>,
}

/// Why an input cannot be used.
#[derive(Debug)]
pub(crate) struct InputError {
    pub(crate) location: Location,
    pub(crate) cause: Cause,
}

#[derive(Debug)]
pub(crate) enum Cause {
    /// The system fails to open or read it.
    Unreadable(String),
    /// The library refuses it.
    Refused(Error),
}

impl InputError {
    pub(crate) fn refused(location: &Location, error: Error) -> Self {
        Self { location: location.clone(), cause: Cause::Refused(error) }
    }

    fn unreadable(source: &Source, why: impl fmt::Display) -> Self {
        Self {
            location: Location::start(source.clone()),
            cause: Cause::Unreadable(why.to_string()),
        }
    }

    /// The line of the file, in a file of lines the document's own.
    pub(crate) fn line(&self) -> Option<u64> {
        match &self.cause {
            Cause::Refused(error) => self.location.line.or(error.line().map(u64::from)),
            Cause::Unreadable(_) => None,
        }
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.cause {
            Cause::Unreadable(why) => write!(f, "{}: {}", self.location.source, Escaped::new(why)),
            Cause::Refused(error) => {
                write!(f, "{}", self.location.source)?;
                if let Some(line) = self.line() {
                    write!(f, ", line {line}")?;
                }
                if let Some(column) = error.column() {
                    write!(f, " column {column}")?;
                }
                if !error.path().is_empty() {
                    write!(f, ", at {}", Escaped::new(error.path()))?;
                }
                write!(f, "\n  {} ({})", Escaped::new(error.message()), error.code())?;
                write!(f, "\n  {}", error.code().definition().remedy)?;
                if error.code() == Code::TrailingText && self.location.line.is_none() {
                    f.write_str("\n  A file of one record a line is one whose name ends in .ndjson; or give --ndjson.")?;
                }
                Ok(())
            }
        }
    }
}

impl Input {
    /// The sources that the arguments name, with patterns expanded, in order.
    pub(crate) fn sources(&self) -> Vec<Result<Source, InputError>> {
        self.files.iter().flat_map(|argument| expand(argument)).collect()
    }

    /// Every document, or why there is none.
    pub(crate) fn documents<'a>(&self, stdin: &'a mut dyn Read) -> Documents<'a> {
        Documents {
            sources: self.sources().into(),
            all_lines: self.ndjson,
            stdin: Some(stdin),
            open: None,
        }
    }
}

/// The files that match a pattern, in order of their names; anything else is returned as it is, whether or not it exists.
pub(crate) fn expand(argument: &Path) -> Vec<Result<Source, InputError>> {
    let source = Source::of(argument);
    let pattern = argument.to_str().filter(|text| text.contains(['*', '?', '[']));
    let Some(pattern) = pattern.filter(|_| argument.symlink_metadata().is_err()) else {
        return vec![Ok(source)];
    };
    let found = match glob::glob(pattern) {
        Ok(found) => found,
        Err(error) => {
            return vec![Err(InputError::unreadable(
                &source,
                format!("it is not a pattern: {}", error.msg),
            ))];
        }
    };
    let files: Vec<_> = found
        .filter_map(|entry| match entry {
            Ok(path) if path.is_dir() => None,
            Ok(path) => Some(Ok(Source::of(&path))),
            Err(error) => {
                Some(Err(InputError::unreadable(&Source::of(error.path()), error.error())))
            }
        })
        .collect();
    if files.is_empty() {
        vec![Err(InputError::unreadable(&source, "no file matches this pattern"))]
    } else {
        files
    }
}

/// Iterates over the documents of all sources.
pub(crate) struct Documents<'a> {
    sources: VecDeque<Result<Source, InputError>>,
    all_lines: bool,
    /// Standard input until it is opened.
    stdin: Option<&'a mut dyn Read>,
    open: Option<Open<'a>>,
}

struct Open<'a> {
    source: Source,
    reader: Box<dyn BufRead + 'a>,
    lines: Lines,
}

impl Documents<'static> {
    /// The documents of files alone.
    pub(crate) fn of_files(sources: impl Iterator<Item = Source>, all_lines: bool) -> Self {
        Documents { sources: sources.map(Ok).collect(), all_lines, stdin: None, open: None }
    }
}

impl<'a> Documents<'a> {
    /// Opens a source: returns it whole as one document, or none where it is now open as one document a line.
    fn begin(&mut self, source: Source) -> Result<Option<Document>, InputError> {
        let read = |error: io::Error| InputError::unreadable(&source, error);
        let mut reader: Box<dyn BufRead + 'a> = match &source {
            Source::File(path) => open(path).map_err(read)?,
            Source::Stdin => match self.stdin.take() {
                Some(stdin) => Box::new(BufReader::with_capacity(64 * 1024, stdin)),
                None => return Err(InputError::unreadable(&source, "it can be read only once")),
            },
        };
        let mut bytes = Vec::new();
        if !self.all_lines && !source.has_lines() {
            let whole = match source {
                Source::Stdin => {
                    read_line(&mut reader, &mut Lines::default(), &mut bytes).map_err(read)?;
                    !is_json(&bytes)
                }
                Source::File(_) => true,
            };
            if whole {
                let left = (DOCUMENT_BYTES + 1).saturating_sub(bytes.len());
                reader.take(left as u64).read_to_end(&mut bytes).map_err(read)?;
                let location = Location { length: bytes.len(), ..Location::start(source) };
                return Ok(Some(Document { location, bytes }));
            }
        }
        let reader: Box<dyn BufRead + 'a> =
            if bytes.is_empty() { reader } else { Box::new(io::Cursor::new(bytes).chain(reader)) };
        self.open = Some(Open { source, reader, lines: Lines::default() });
        Ok(None)
    }
}

impl Iterator for Documents<'_> {
    type Item = Result<Document, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(open) = &mut self.open {
                match open.next_line() {
                    Some(Err(error)) if matches!(error.cause, Cause::Unreadable(_)) => {
                        self.open = None;
                        return Some(Err(error));
                    }
                    Some(document) => return Some(document),
                    None => self.open = None,
                }
            }
            match self.sources.pop_front()?.and_then(|source| self.begin(source)) {
                Ok(Some(document)) => return Some(Ok(document)),
                Ok(None) => {}
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl Open<'_> {
    /// The next line that is not blank.
    fn next_line(&mut self) -> Option<Result<Document, InputError>> {
        let mut bytes = Vec::new();
        loop {
            let more = match read_line(&mut self.reader, &mut self.lines, &mut bytes) {
                Ok(more) => more,
                Err(error) => return Some(Err(InputError::unreadable(&self.source, error))),
            };
            if let Some(line) = self.lines.end(&bytes) {
                let length = line.text.as_ref().map_or(0, |text| text.len());
                let location = Location {
                    source: self.source.clone(),
                    line: Some(line.number),
                    offset: line.offset,
                    length,
                };
                if let Err(error) = line.text {
                    return Some(Err(InputError::refused(&location, error)));
                }
                bytes.truncate(length);
                return Some(Ok(Document { location, bytes }));
            }
            if !more {
                return None;
            }
            bytes.clear();
        }
    }
}

/// Reads to the end of the current line; returns false at the end of the text.
fn read_line(
    reader: &mut impl BufRead,
    lines: &mut Lines,
    bytes: &mut Vec<u8>,
) -> io::Result<bool> {
    loop {
        let found = match reader.fill_buf() {
            Ok(found) => found,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let (part, ended) = lines.scan(found);
        lines.keep(bytes, found.get(..part).unwrap_or(found));
        reader.consume(part);
        if ended || part == 0 {
            return Ok(ended);
        }
    }
}

fn is_json(bytes: &[u8]) -> bool {
    serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok()
}
