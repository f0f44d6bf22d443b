//! What the README shows of the command is what the command prints.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use std::process::Command;

#[test]
fn the_consoles_of_the_readme_are_real() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let readme = std::fs::read_to_string(format!("{root}/README.md")).unwrap();
    let consoles = readme.split("```console\n").skip(1).filter_map(|after| after.split("```").next());
    let mut shown = 0;
    for console in consoles {
        let (command, expected) = console.split_once('\n').unwrap();
        let Some(arguments) = command.strip_prefix("$ support-panel ") else { continue };
        let ran = Command::new(env!("CARGO_BIN_EXE_support-panel")).args(arguments.split(' ')).current_dir(root).output().unwrap();
        assert_eq!(String::from_utf8(ran.stdout).unwrap().trim_end(), expected.trim_end(), "{command}");
        shown += 1;
    }
    assert_eq!(shown, 2);
}
