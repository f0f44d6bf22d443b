//! The fuzz targets' bodies hold of every seed, and of whatever once broke one of them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects"
)]

use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use support_panel_tests::{TARGETS, run, seeds};

fn folder(name: &str) -> Vec<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let mut paths: Vec<_> =
        std::fs::read_dir(path).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn holds(target: &str, name: &str, bytes: &[u8]) {
    assert!(catch_unwind(|| run(target, bytes)).is_ok(), "{target} does not hold of {name}");
}

#[test]
fn bodies_hold_of_every_seed() {
    for (target, _) in TARGETS {
        let seeds = seeds(target);
        assert!(!seeds.is_empty(), "{target} has no seed");
        for (index, seed) in seeds.iter().enumerate() {
            holds(target, &format!("seed {index}"), seed);
            // Cut short, and with a byte turned: what a stream does to a document.
            holds(target, &format!("half of seed {index}"), &seed[..seed.len() / 2]);
            let mut turned = seed.clone();
            let at = turned.len() / 3;
            turned[at] ^= 0x20;
            holds(target, &format!("seed {index} with byte {at} turned"), &turned);
        }
    }
}

/// A file here is one that a target once failed on; its name begins with the target's.
#[test]
fn bodies_hold_of_what_once_broke_them() {
    for path in folder("fuzz/found") {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let target = name.split('.').next().unwrap();
        holds(target, &name, &std::fs::read(&path).unwrap());
    }
}

#[test]
fn old_documents_and_refused_texts_go_through_every_reader() {
    for path in folder("formats/v1") {
        let bytes = std::fs::read(&path).unwrap();
        for target in ["record", "profile_json", "command", "ndjson", "journal"] {
            holds(target, &path.to_string_lossy(), &bytes);
        }
    }
}
