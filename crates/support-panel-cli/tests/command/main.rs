//! The command as people run it: the built binary, its streams, its exit status.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what it expects"
)]

mod arguments;
mod check;
mod confirm;
mod explain;
mod fhir;
mod follow_on;
#[path = "../../../../tests/rust/golden.rs"]
mod golden;
mod manual;
mod papers;
mod profile;
mod records;
mod redact;
mod returns;
mod rules;
mod session;
mod streams;
mod summary;
mod table;
mod tracker;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run left behind.
#[derive(Debug)]
struct Ran {
    status: i32,
    out: String,
    err: String,
}

impl Ran {
    #[track_caller]
    fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error} in {}", self.out))
    }

    #[track_caller]
    fn last_line(&self) -> &str {
        self.out.lines().last().unwrap()
    }
}

/// The repository's root, so that paths in the output are those that a reader of it knows.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_support-panel"));
    command.args(args).current_dir(root()).env_remove("NO_COLOR").stdin(Stdio::null());
    command
}

fn finish(mut command: Command, stdin: &[u8]) -> Ran {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let stdin = stdin.to_vec();
    // A command may end without having read it all.
    let feeder = std::thread::spawn(move || drop(pipe.write_all(&stdin)));
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran {
        status: output.status.code().unwrap(),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

fn run(args: &[&str]) -> Ran {
    finish(command(args), b"")
}

fn run_on(stdin: impl AsRef<[u8]>, args: &[&str]) -> Ran {
    finish(command(args), stdin.as_ref())
}

/// An empty directory of a test's own.
fn scratch(name: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&directory);
    std::fs::create_dir_all(&directory).unwrap();
    directory
}

/// A file of a test's own, by its whole name.
fn write(directory: &Path, name: &str, text: impl AsRef<[u8]>) -> String {
    let path = directory.join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

/// A record of no more than reading requires, and what is put after it.
fn smallest(id: &str, more: &str) -> String {
    format!(
        r#"{{"format":"support-panel/1","id":"{id}","profile":{{"id":"leicester-masp","version":"2017.1"}},"case":{{"reference":"EHA-1"}}{more}}}"#
    )
}

/// One that has an error: an action that says nothing.
fn faulty(id: &str) -> String {
    smallest(id, r#","actions":[{"id":"a1"}]"#)
}
