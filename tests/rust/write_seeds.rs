//! Writes the seeds of every fuzz target, and a dictionary of the words of the format, into the folder given.

#![allow(clippy::unwrap_used, reason = "a tool of the tests stops where it cannot go on")]

use std::collections::BTreeSet;
use std::path::PathBuf;
use support_panel_tests::{TARGETS, seeds};

fn main() {
    let folder = PathBuf::from(std::env::args_os().nth(1).unwrap());
    for (target, _) in TARGETS {
        let folder = folder.join(target);
        std::fs::create_dir_all(&folder).unwrap();
        for (index, seed) in seeds(target).iter().enumerate() {
            std::fs::write(folder.join(format!("seed-{index}")), seed).unwrap();
        }
    }
    let mut words = BTreeSet::new();
    for name in ["record", "profile", "command"] {
        gather(&serde_json::from_str(support_panel::schema(name).unwrap()).unwrap(), &mut words);
    }
    let lines: Vec<_> = words
        .iter()
        .map(|word| format!("\"{}\"", word.replace('\\', "\\\\").replace('"', "\\\"")))
        .collect();
    std::fs::write(folder.join("dictionary"), lines.join("\n")).unwrap();
}

/// Keys with their quotes and colon, and the words of closed lists.
fn gather(schema: &serde_json::Value, words: &mut BTreeSet<String>) {
    if let Some(members) = schema.as_object() {
        let keys = members.get("properties").and_then(|known| known.as_object());
        words.extend(keys.into_iter().flatten().map(|(key, _)| format!("\"{key}\":")));
        words.extend(
            members.get("const").and_then(|word| word.as_str()).map(|word| format!("\"{word}\"")),
        );
        members.values().for_each(|below| gather(below, words));
    }
    if let Some(items) = schema.as_array() {
        items.iter().for_each(|below| gather(below, words));
    }
}
