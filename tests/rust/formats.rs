//! Every document that was ever written still reads, and every text that once broke a reader is still refused.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use std::path::PathBuf;
use support_panel::Record;

fn files(ending: &str) -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/formats/v1");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == ending));
    paths.sort();
    assert!(!paths.is_empty());
    paths
}

/// Earlier versions kept the white space that a council's own data came with.
fn compact(text: &str) -> String {
    let (mut in_text, mut escaped) = (false, false);
    text.chars()
        .filter(|c| {
            let kept = in_text || !c.is_ascii_whitespace();
            if *c == '"' && !escaped {
                in_text = !in_text;
            }
            escaped = in_text && *c == '\\' && !escaped;
            kept
        })
        .collect()
}

#[test]
fn documents_read_and_are_written_back() {
    for path in files("json") {
        let text = std::fs::read_to_string(&path).unwrap();
        let record =
            Record::from_json(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let expected = compact(&text);
        assert!(
            record.to_json() == expected,
            "{} is written otherwise than it was",
            path.display()
        );
    }
}

#[test]
fn what_broke_a_reader_is_refused() {
    for path in files("refused") {
        let bytes = std::fs::read(&path).unwrap();
        let end = bytes.iter().position(|byte| *byte == b'\n').unwrap();
        let (code, text) = bytes.split_at(end);
        let error = Record::from_json(text.get(1..).unwrap()).map(|_| ()).unwrap_err();
        assert_eq!(error.code().as_str().as_bytes(), code, "{}", path.display());
    }
}
