//! Every way to read the same lines gives the same rows.

use crate::made::{all, lines, rows};
use std::io::{Read, Write};
use std::num::NonZeroUsize;
use support_panel_tables::{OnError, Options, ProfileChoice, Source, Table, Tables, read, stream};

fn threads(threads: usize) -> Options {
    Options { threads: NonZeroUsize::new(threads), ..Options::default() }
}

fn assert_same(one: &Tables, other: &Tables) {
    for table in Table::ALL {
        assert_eq!(rows(one, table), rows(other, table), "{}", table.name());
        assert_eq!(one.schema(table), other.schema(table));
    }
}

/// Several blocks' worth, with faults among it.
fn much() -> String {
    let lines = lines(600);
    let mut faulty = String::new();
    for (number, line) in lines.lines().enumerate() {
        if number % 7 == 3 {
            faulty += "{\"format\":\"support-panel/1\",\"id\":7}\n\n";
        }
        faulty += line;
        faulty.push('\n');
    }
    faulty
}

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

/// Gives few bytes at a time.
struct Slow(Vec<u8>, usize);

impl Read for Slow {
    fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
        let count = room.len().min(7).min(self.0.len() - self.1);
        room[..count].copy_from_slice(&self.0[self.1..self.1 + count]);
        self.1 += count;
        Ok(count)
    }
}

#[test]
fn threads_do_not_change_the_result() {
    let text = much();
    let one = all(Source::bytes(text.as_bytes()), &threads(1));
    assert_eq!(one.rows(Table::Panels), 600);
    assert_eq!(one.rows(Table::Errors), 86);
    assert!(one.batches(Table::Panels).len() > 2, "the test is about several blocks");
    for count in [2, 3, 8] {
        assert_same(&one, &all(Source::bytes(text.as_bytes()), &threads(count)));
    }
    let mut streamed: Option<usize> = None;
    for batch in stream(Source::bytes(text.as_bytes()), &ProfileChoice::default(), &threads(2)).unwrap() {
        *streamed.get_or_insert(0) += batch.unwrap().rows(Table::Ratings);
    }
    assert_eq!(streamed, Some(one.rows(Table::Ratings)));
}

#[test]
fn compression_and_small_reads_do_not_change_the_result() {
    let text = much();
    let plain = all(Source::bytes(text.as_bytes()), &threads(2));
    let (zipped, packed) = (gzip(text.as_bytes()), zstd::encode_all(text.as_bytes(), 3).unwrap());
    assert_same(&plain, &all(Source::bytes(zipped), &threads(2)));
    assert_same(&plain, &all(Source::bytes(packed), &threads(2)));
    assert_same(&plain, &all(Source::reader(Slow(text.into_bytes(), 0)), &threads(2)));
}

#[test]
fn the_first_fault_is_raised() {
    let text = much();
    for count in [1, 4] {
        let options = Options { on_error: OnError::Raise, ..threads(count) };
        let error = read(Source::bytes(text.as_bytes()).named("years"), &ProfileChoice::default(), &options).unwrap_err();
        assert_eq!((error.code(), error.path(), error.line(), error.file()), ("wrong_type", "/id", Some(4), Some("years")));
    }
}

#[test]
fn a_file_that_is_not_there_is_said_at_once() {
    let missing = std::env::temp_dir().join("no-such-panels.ndjson");
    let error = read(missing.as_path(), &ProfileChoice::default(), &Options::default()).unwrap_err();
    assert_eq!(error.code(), "unreadable");
    assert_eq!(error.file(), missing.to_str());
}
