//! Generated files, held to what generates them. The tests of every crate include this file by its path.

#![allow(clippy::expect_used, reason = "a test stops where it finds a fault")]

use std::path::Path;

/// Compares a file with the text that it must have, or writes it where `BLESS` is set in the environment, as
/// `tests/bless` does. The file is named from the root of the repository.
///
/// The name of a test that calls this ends in `_current`: so `tests/bless` finds it.
pub(crate) fn golden(file: &str, text: &str) {
    let mut folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    // The nearest: a copy of the checkout may lie inside of another.
    let root = folders.find(|folder| folder.join("Cargo.lock").is_file());
    let path = root.expect("a lock file at the root of the repository").join(file);
    // Nothing there is as good as nothing in it.
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    if std::env::var_os("BLESS").is_none() {
        assert!(
            committed == text,
            "{file} is not current: run `bash tests/bless` and read the change"
        );
    } else if committed != text {
        std::fs::write(&path, text).expect("a generated file can be written");
    }
}
