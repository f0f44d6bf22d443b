//! Every way to read the same lines gives the same rows.

use crate::made::{all, lines, rows};
use std::io::{Read, Write};
use std::num::NonZeroUsize;
use support_panel::Code;
use support_panel_tables::{OnError, Options, Source, Table, Tables, read, stream};

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
    let lines = lines(300);
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
    assert_eq!(one.rows(Table::Panels), 300);
    assert_eq!(one.rows(Table::Errors), 43);
    assert!(one.batches(Table::Panels).len() > 2, "the test is about several blocks");
    for count in [2, 8] {
        assert_same(&one, &all(Source::bytes(text.as_bytes()), &threads(count)));
    }
    let mut streamed: Option<usize> = None;
    for batch in stream(Source::bytes(text.as_bytes()), &[], &threads(2)).unwrap() {
        *streamed.get_or_insert(0) += batch.unwrap().rows(Table::Ratings);
    }
    assert_eq!(streamed, Some(one.rows(Table::Ratings)));
}

#[test]
fn compression_and_small_reads_do_not_change_the_result() {
    let text: String = much().split_inclusive('\n').take(40).collect();
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
        let error = read(Source::bytes(text.as_bytes()).named("years"), &[], &options).unwrap_err();
        assert_eq!(
            (error.code(), error.path(), error.line(), error.file()),
            (Code::WrongType, "/id", Some(4), Some("years"))
        );
    }
}

#[test]
fn a_file_that_is_not_there_is_said_at_once() {
    let missing = std::env::temp_dir().join("no-such-panels.ndjson");
    let error = read(missing.as_path(), &[], &Options::default()).unwrap_err();
    assert_eq!(error.code(), "unreadable");
    assert_eq!(error.file(), missing.to_str());
}

#[test]
fn concatenated_compressed_parts_are_read_to_the_end() {
    let (first, second) = (lines(2), lines(3));
    let zipped = [gzip(first.as_bytes()), gzip(second.as_bytes())].concat();
    let packed = [
        zstd::encode_all(first.as_bytes(), 1).unwrap(),
        zstd::encode_all(second.as_bytes(), 1).unwrap(),
    ]
    .concat();
    // What a parallel compressor puts first: a frame that is to be skipped.
    let skipped = [&[0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 7, 7], packed.as_slice()].concat();
    for bytes in [zipped, packed, skipped] {
        assert_eq!(all(Source::bytes(bytes), &threads(1)).rows(Table::Panels), 5);
    }
}

#[test]
fn progress_counts_every_line_and_byte() {
    let text = much();
    let told = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let teller = told.clone();
    let options = Options {
        progress: Some(std::sync::Arc::new(move |progress| teller.lock().unwrap().push(progress))),
        ..threads(2)
    };
    all(Source::bytes(text.as_bytes()), &options);
    let told = told.lock().unwrap();
    assert!(told.is_sorted_by_key(|progress| (progress.records, progress.bytes)));
    let last = told.last().unwrap();
    assert_eq!((last.records, last.bytes), (343, text.len() as u64));
    assert_eq!(last.total_bytes, Some(text.len() as u64));
}

#[test]
fn a_stream_that_is_dropped_early_lets_go_of_its_source() {
    struct Endless {
        _held: std::sync::Arc<()>,
        text: Vec<u8>,
        at: usize,
    }
    impl Read for Endless {
        fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
            let count = room.len().min(self.text.len() - self.at);
            room[..count].copy_from_slice(&self.text[self.at..self.at + count]);
            self.at = (self.at + count) % self.text.len();
            Ok(count)
        }
    }
    let held = std::sync::Arc::new(());
    let source =
        Source::reader(Endless { _held: held.clone(), text: lines(2).into_bytes(), at: 0 });
    let mut batches = stream(source, &[], &threads(2)).unwrap();
    assert!(batches.next().unwrap().unwrap().rows(Table::Panels) > 0);
    drop(batches);
    let began = std::time::Instant::now();
    while std::sync::Arc::strong_count(&held) > 1 {
        assert!(began.elapsed().as_secs() < 120, "the threads still hold it");
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
}

#[test]
fn only_the_tables_that_were_asked_for_are_made() {
    let text = much();
    let whole = all(Source::bytes(text.as_bytes()), &threads(2));
    for asked in
        [vec![Table::Ratings], vec![Table::Findings, Table::Stages], vec![Table::Panels], vec![]]
    {
        let some = all(
            Source::bytes(text.as_bytes()),
            &Options { tables: Some(asked.clone()), ..threads(2) },
        );
        for table in Table::ALL {
            let is_there = asked.contains(&table) || table == Table::Errors;
            assert_eq!(some.has(table), is_there, "{}", table.name());
            let expected = if is_there { rows(&whole, table) } else { Vec::new() };
            assert_eq!(rows(&some, table), expected, "{}", table.name());
        }
    }
}

#[test]
fn a_silent_source_lets_whoever_waits_look_up() {
    let (piped, mut pipe) = std::io::pipe().unwrap();
    let mut batches = stream(Source::reader(piped), &[], &threads(1)).unwrap();
    let moment = std::time::Duration::from_millis(1);
    assert!(!batches.wait(moment), "nothing was written, so nothing can be known");
    pipe.write_all(lines(1).as_bytes()).unwrap();
    drop(pipe);
    while !batches.wait(moment) {}
    assert_eq!(batches.next().unwrap().unwrap().rows(Table::Panels), 1);
    while !batches.wait(moment) {}
    assert!(batches.next().is_none());
    assert!(batches.wait(moment), "the end is known");
}

/// A pipe with a name is opened once: looking whether it is there would cut its writer off.
#[cfg(unix)]
#[test]
fn a_named_pipe_is_read_to_its_end() {
    let path = std::env::temp_dir().join(format!("panels-{}.pipe", std::process::id()));
    let made = std::process::Command::new("mkfifo").arg(&path).status().unwrap();
    assert!(made.success());
    let mut batches = stream(path.as_path(), &[], &threads(1)).unwrap();
    std::fs::write(&path, lines(3)).unwrap();
    assert_eq!(batches.next().unwrap().unwrap().rows(Table::Panels), 3);
    assert!(batches.next().is_none());
    std::fs::remove_file(&path).unwrap();
}

/// How many threads this process has, where the system tells.
#[cfg(target_os = "linux")]
fn alive() -> usize {
    std::fs::read_dir("/proc/self/task").unwrap().count()
}

#[cfg(target_os = "linux")]
#[test]
fn a_thousand_threads_are_no_more_than_memory_allows() {
    let (piped, pipe) = std::io::pipe().unwrap();
    let before = alive();
    let batches = stream(Source::reader(piped), &[], &threads(1000)).unwrap();
    // Other tests of this process have threads of their own.
    assert!(alive() < before + 100, "{} threads were started", alive() - before);
    drop((batches, pipe));
}
