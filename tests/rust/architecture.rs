//! ARCHITECTURE.md against the code: crates by their manifests, rooms by their `use` lines.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it finds a fault")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The lines of ARCHITECTURE.md between `<!-- name -->` and `<!-- /name -->`.
fn section(name: &str) -> Vec<String> {
    let page = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let (_, rest) = page.split_once(&format!("<!-- {name} -->\n")).unwrap();
    let (inside, _) = rest.split_once(&format!("<!-- /{name} -->")).unwrap();
    inside.lines().map(str::to_owned).collect()
}

fn names(list: &str) -> BTreeSet<String> {
    list.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

#[test]
fn crates_use_what_the_page_says() {
    let told: BTreeMap<String, BTreeSet<String>> = section("crates")
        .iter()
        .map(|line| {
            let (name, used) = line.trim_start_matches("- ").split_once('→').unwrap();
            (name.trim().to_owned(), names(used))
        })
        .collect();
    let mut found = BTreeMap::new();
    for manifest in manifests() {
        let manifest: toml::Table = std::fs::read_to_string(manifest).unwrap().parse().unwrap();
        let name = manifest["package"]["name"].as_str().unwrap().to_owned();
        let used = manifest.get("dependencies").and_then(toml::Value::as_table);
        let ours = used.into_iter().flat_map(toml::Table::keys).cloned();
        found.insert(name, ours.filter(|name| name.starts_with("support-panel")).collect());
    }
    assert_eq!(told, found);
}

fn manifests() -> Vec<PathBuf> {
    let root = root();
    let crates = std::fs::read_dir(root.join("crates")).unwrap();
    let mut manifests: Vec<_> =
        crates.map(|entry| entry.unwrap().path().join("Cargo.toml")).collect();
    for other in [
        "benches",
        "tests",
        "bindings/module",
        "bindings/python",
        "bindings/wasm",
        "bindings/wasm/builder",
        "bindings/wasm/extras",
        "bindings/wasm/local-rules",
        "bindings/wasm/papers",
        "bindings/wasm/session",
    ] {
        manifests.push(root.join(other).join("Cargo.toml"));
    }
    manifests
}

/// The floor of each room, the lowest with the greatest number.
fn floors() -> BTreeMap<String, usize> {
    let lines = section("rooms");
    let numbered = lines.iter().enumerate();
    numbered
        .flat_map(|(floor, line)| {
            let (_, rooms) = line.split_once(". ").unwrap();
            names(rooms).into_iter().map(move |room| (room, floor))
        })
        .collect()
}

fn circles() -> BTreeSet<[String; 2]> {
    section("circles")
        .iter()
        .map(|line| {
            let (a, b) = line.trim_start_matches("- ").split_once(" ↔ ").unwrap();
            [a.to_owned(), b.to_owned()]
        })
        .collect()
}

/// Which room each use of `crate::` in a room's files leads to.
fn uses() -> BTreeSet<[String; 2]> {
    let source = root().join("crates/support-panel/src");
    let library = std::fs::read_to_string(source.join("lib.rs")).unwrap();
    let exported = exports(&library);
    let mut uses = BTreeSet::new();
    let tests_only: BTreeSet<PathBuf> = files(&source).iter().flat_map(|f| for_tests(f)).collect();
    for file in files(&source) {
        let inside = file.strip_prefix(&source).unwrap();
        let room = inside.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
        let is_test = tests_only.contains(&file) || room == "lib";
        if is_test {
            continue;
        }
        let text = std::fs::read_to_string(&file).unwrap();
        for name in named(&text) {
            let other = exported.get(&name).cloned().unwrap_or(name);
            if other != room {
                uses.insert([room.to_owned(), other]);
            }
        }
    }
    uses
}

/// The files of the modules that a file declares for tests alone.
fn for_tests(file: &Path) -> Vec<PathBuf> {
    let text = std::fs::read_to_string(file).unwrap();
    let is_root = file.ends_with("lib.rs");
    let folder = if is_root { file.parent().unwrap().to_owned() } else { file.with_extension("") };
    modules(&text, true).iter().map(|name| folder.join(name).with_extension("rs")).collect()
}

/// The modules that a text declares: those for tests alone, or the others.
fn modules(text: &str, for_tests: bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut is_for_tests = false;
    for line in text.lines() {
        let name = line.trim_start_matches("pub ").trim_start_matches("pub(crate) ");
        match name.strip_prefix("mod ").and_then(|name| name.strip_suffix(';')) {
            Some(name) if is_for_tests == for_tests => found.push(name.to_owned()),
            _ => {}
        }
        let goes_on = is_for_tests && line.starts_with("#[");
        is_for_tests = line == "#[cfg(test)]" || goes_on;
    }
    found
}

/// Where each name that `lib.rs` exports comes from.
fn exports(library: &str) -> BTreeMap<String, String> {
    let joined = library.replace('\n', " ");
    let mut exported = BTreeMap::new();
    for item in joined.split("pub use ").skip(1) {
        let (item, _) = item.split_once(';').unwrap();
        let (room, list) = item.split_once("::").unwrap();
        for name in names(list.trim_matches(['{', '}', ' '])) {
            exported.insert(name, room.trim().to_owned());
        }
    }
    exported
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// The first name after each `crate::`, those of a braced list included; comments and tests aside.
fn named(text: &str) -> BTreeSet<String> {
    let (text, _) = text.split_once("#[cfg(test)]\nmod ").unwrap_or((text, ""));
    let code: String = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect();
    let mut found = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let word = |text: &str| -> String {
            text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
        };
        match rest.strip_prefix('{') {
            None => drop(found.insert(word(rest))),
            Some(list) => found.extend(top_level(list).iter().map(|item| word(item))),
        }
    }
    found.remove("");
    found
}

/// The items of a braced list, without those of lists inside it.
fn top_level(list: &str) -> Vec<String> {
    let mut depth = 0;
    let mut items = vec![String::new()];
    for c in list.chars() {
        match c {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => items.push(String::new()),
            c if depth == 0 => items.last_mut().unwrap().push(c),
            _ => {}
        }
    }
    items
}

#[test]
fn rooms_use_only_rooms_below_them() {
    let (floors, circles) = (floors(), circles());
    let mut up = BTreeSet::new();
    for [room, other] in uses() {
        let (Some(from), Some(to)) = (floors.get(&room), floors.get(&other)) else {
            panic!("ARCHITECTURE.md does not say where {room} and {other} stand");
        };
        if to <= from {
            up.insert([room, other]);
        }
    }
    let allowed: BTreeSet<_> = circles.into_iter().collect();
    assert_eq!(up, allowed, "arrows that point up or sideways, beside those that the page allows");
}

#[test]
fn every_room_of_the_library_is_on_the_page() {
    let library = std::fs::read_to_string(root().join("crates/support-panel/src/lib.rs")).unwrap();
    let rooms: BTreeSet<String> = modules(&library, false).into_iter().collect();
    assert_eq!(rooms, floors().into_keys().collect());
}

#[test]
fn the_reading_of_uses_sees_what_it_should() {
    let text = "use crate::{a::{b, c}, D};\nuse crate::e::F;\n// crate::no\nfn g() { crate::h(); }\n#[cfg(test)]\nmod tests { use crate::never; }";
    assert_eq!(named(text).into_iter().collect::<Vec<_>>(), ["D", "a", "e", "h"]);
}
