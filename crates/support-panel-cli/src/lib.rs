//! The `support-panel` command as a library.
//!
//! [`run`] is the whole command: the binary and `python -m support_panel` only hand it their arguments and streams.

mod checker;
mod command;
mod console;
mod escaped;
mod input;
mod json_items;
mod manual;
pub mod rows;

pub use manual::manual;

use clap::{ColorChoice, CommandFactory, FromArgMatches};
use console::{Paint, Streams};
use std::ffi::OsString;
use std::io::{self, IsTerminal, Read, Write};

/// The environment of a command: its streams and their properties.
pub struct Host<'a> {
    /// Standard input, read where an argument is `-`.
    pub stdin: &'a mut (dyn Read + Send),
    /// Results.
    pub stdout: &'a mut dyn Write,
    /// Error messages and progress.
    pub stderr: &'a mut dyn Write,
    /// Whether `stdout` is a terminal.
    pub stdout_is_terminal: bool,
    /// Whether `stderr` is a terminal.
    pub stderr_is_terminal: bool,
    /// Whether `NO_COLOR` is set.
    pub no_color: bool,
}

/// Runs the command on `args`, the first of which is its own name, and returns its exit status.
///
/// 0 where nothing was found, 1 where something was at or above `--fail-on`, 2 where input or arguments were unusable.
///
/// ```
/// let mut out = Vec::new();
/// let mut host = support_panel_cli::Host {
///     stdin: &mut std::io::empty(),
///     stdout: &mut out,
///     stderr: &mut Vec::new(),
///     stdout_is_terminal: false,
///     stderr_is_terminal: false,
///     no_color: false,
/// };
/// let status = support_panel_cli::run(["support-panel", "explain", "bad_date"].map(Into::into), &mut host);
/// assert_eq!(status, 0);
/// assert!(String::from_utf8(out)?.contains("YYYY-MM-DD"));
/// # Ok::<(), std::string::FromUtf8Error>(())
/// ```
pub fn run(args: impl IntoIterator<Item = OsString>, host: &mut Host<'_>) -> u8 {
    let parsed = command::Cli::command()
        .try_get_matches_from(args)
        .and_then(|found| command::Cli::from_arg_matches(&found));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => return answer(&error, host),
    };
    let paint = |terminal| match cli.color {
        ColorChoice::Always => Paint(true),
        ColorChoice::Never => Paint(false),
        ColorChoice::Auto => Paint(terminal && !host.no_color),
    };
    let (out, err) = (paint(host.stdout_is_terminal), paint(host.stderr_is_terminal));
    let mut streams = Streams::new(host, out, err);
    let (stdin, console) = streams.split();
    let done = cli.command.run(stdin, console);
    let flushed = console.flush();
    match done.and_then(|status| flushed.map(|()| status)) {
        Ok(status) => status as u8,
        // The reader has closed the stream: the status so far stands, and nothing more is written.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => console.status() as u8,
        Err(error) => {
            let _ = console.complain_alone(&format!("the output cannot be written: {error}"));
            console::Status::Unusable as u8
        }
    }
}

/// Runs the command on this process's own arguments and streams.
pub fn run_process(args: impl IntoIterator<Item = OsString>) -> u8 {
    let (mut stdin, stdout, stderr) = (io::stdin(), io::stdout(), io::stderr());
    let mut host = Host {
        stdin: &mut stdin,
        stdout: &mut stdout.lock(),
        stderr: &mut stderr.lock(),
        stdout_is_terminal: stdout.is_terminal(),
        stderr_is_terminal: stderr.is_terminal(),
        no_color: std::env::var_os("NO_COLOR").is_some_and(|set| !set.is_empty()),
    };
    run(args, &mut host)
}

/// Prints help, the version or an error in the arguments.
fn answer(error: &clap::Error, host: &mut Host<'_>) -> u8 {
    let (stream, terminal): (&mut dyn Write, bool) = if error.use_stderr() {
        (host.stderr, host.stderr_is_terminal)
    } else {
        (host.stdout, host.stdout_is_terminal)
    };
    let text = error.render();
    let written = if terminal && !host.no_color {
        write!(stream, "{}", text.ansi())
    } else {
        write!(stream, "{text}")
    };
    // A closed stream has no reader for the help.
    let _ = written.and_then(|()| stream.flush());
    u8::try_from(error.exit_code()).unwrap_or(2)
}
