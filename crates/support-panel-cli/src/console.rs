//! The output streams of a command: results, error messages and a progress line.

use crate::Host;
use crate::escaped::Escaped;
use clap::builder::styling::{AnsiColor, Style};
use std::fmt::Display;
use std::io::{self, BufWriter, Read, Write};
use std::time::{Duration, Instant};
use support_panel::Severity;

/// The outcome of a command; of several the greatest counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// Nothing was found that matters.
    Clean = 0,
    /// Something was found.
    Found = 1,
    /// Some input or argument could not be used.
    Unusable = 2,
}

/// Whether a stream is written in colour.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Paint(pub(crate) bool);

impl Paint {
    pub(crate) fn severity(self, severity: Severity, text: impl Display) -> String {
        let colour = match severity {
            Severity::Error => AnsiColor::Red,
            Severity::Warning => AnsiColor::Yellow,
            Severity::Advice => AnsiColor::Cyan,
        };
        self.with(colour.on_default().bold(), text)
    }

    pub(crate) fn heading(self, text: impl Display) -> String {
        self.with(Style::new().bold(), text)
    }

    pub(crate) fn error(self, text: impl Display) -> String {
        self.with(AnsiColor::Red.on_default().bold(), text)
    }

    fn with(self, style: Style, text: impl Display) -> String {
        if self.0 { format!("{style}{text}{style:#}") } else { text.to_string() }
    }
}

/// The streams of a command while it runs.
pub(crate) struct Streams<'a> {
    stdin: &'a mut (dyn Read + Send),
    console: Console<'a>,
}

pub(crate) struct Console<'a> {
    out: BufWriter<&'a mut dyn Write>,
    err: &'a mut dyn Write,
    /// How standard output is painted.
    pub(crate) paint: Paint,
    err_paint: Paint,
    /// Whether standard output is a terminal, which control characters must not reach.
    pub(crate) is_terminal: bool,
    progress: Option<Progress>,
    status: Status,
}

struct Progress {
    last: Instant,
    shown: bool,
}

impl<'a> Streams<'a> {
    pub(crate) fn new(host: &'a mut Host<'_>, paint: Paint, err_paint: Paint) -> Self {
        let progress =
            host.stderr_is_terminal.then(|| Progress { last: Instant::now(), shown: false });
        let console = Console {
            out: BufWriter::with_capacity(64 * 1024, &mut *host.stdout),
            err: &mut *host.stderr,
            paint,
            err_paint,
            is_terminal: host.stdout_is_terminal,
            progress,
            status: Status::Clean,
        };
        Self { stdin: &mut *host.stdin, console }
    }

    pub(crate) fn split(&mut self) -> (&mut (dyn Read + Send), &mut Console<'a>) {
        (self.stdin, &mut self.console)
    }
}

impl Console<'_> {
    /// Raises the status to at least `status` and returns it.
    pub(crate) fn raise(&mut self, status: Status) -> Status {
        self.status = self.status.max(status);
        self.status
    }

    pub(crate) fn status(&self) -> Status {
        self.status
    }

    /// Standard output.
    pub(crate) fn out(&mut self) -> io::Result<&mut impl Write> {
        if self.is_terminal {
            self.hide_progress()?;
        }
        Ok(&mut self.out)
    }

    /// Writes untrusted text as it is, escaped on a terminal.
    pub(crate) fn document(&mut self, text: &str) -> io::Result<()> {
        let is_terminal = self.is_terminal;
        let out = self.out()?;
        if is_terminal {
            write!(out, "{}", Escaped::lines(text))
        } else {
            out.write_all(text.as_bytes())
        }
    }

    /// Reports unusable input on standard error; the command goes on, and ends with [`Status::Unusable`].
    pub(crate) fn complain(&mut self, what: &dyn Display) -> io::Result<Status> {
        self.out.flush()?;
        self.hide_progress()?;
        self.complain_alone(what)
    }

    /// Says on standard error what is worth knowing and no fault.
    pub(crate) fn note(&mut self, what: &dyn Display) -> io::Result<()> {
        self.out.flush()?;
        self.hide_progress()?;
        writeln!(self.err, "note: {what}")
    }

    /// Asks a question on standard error.
    pub(crate) fn ask(&mut self, question: &str) -> io::Result<()> {
        self.out.flush()?;
        writeln!(self.err, "{question}")?;
        self.err.flush()
    }

    /// As [`Console::complain`], for a failure of standard output itself.
    pub(crate) fn complain_alone(&mut self, what: &dyn Display) -> io::Result<Status> {
        let label = self.err_paint.error("error:");
        writeln!(self.err, "{label} {what}")?;
        Ok(self.raise(Status::Unusable))
    }

    /// Shows the progress of a long job, on a terminal a few times a second.
    pub(crate) fn progress(&mut self, records: u64) -> io::Result<()> {
        let Some(progress) = &mut self.progress else { return Ok(()) };
        if progress.last.elapsed() < Duration::from_millis(200) {
            return Ok(());
        }
        *progress = Progress { last: Instant::now(), shown: true };
        write!(self.err, "\rrecords: {records}…\x1b[K")?;
        self.err.flush()
    }

    fn hide_progress(&mut self) -> io::Result<()> {
        match &mut self.progress {
            Some(progress) if progress.shown => {
                progress.shown = false;
                write!(self.err, "\r\x1b[K")?;
                self.err.flush()
            }
            _ => Ok(()),
        }
    }

    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.hide_progress()?;
        self.out.flush()?;
        self.err.flush()
    }
}
