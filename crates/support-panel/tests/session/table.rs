//! No function of a session decides by command except through the table of commands.
//!
//! The table's matches are exhaustive, because one macro writes them and it has no catch-all. This
//! test holds the rest: outside of the table no source file of the session can even name a command.

use std::path::{Path, PathBuf};
use support_panel::CommandType;

const TABLE: &str = "session/command_table.rs";

/// Where a variant is made: the only other lines that name one.
const MADE: [&str; 3] =
    ["Self::Undo(Undo::default())\n", "Self::Redo(NoMembers)\n", "Self::Sealed(sealed)\n"];

/// The names of the variants, which are also the names of their payloads.
fn variants() -> Vec<String> {
    CommandType::ALL.iter().map(|kind| format!("{kind:?}")).collect()
}

fn sources() -> Vec<(String, String)> {
    fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
        for item in std::fs::read_dir(folder).unwrap() {
            let path = item.unwrap().path();
            if path.is_dir() {
                collect(&path, files);
            } else {
                files.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![root.join("session.rs")];
    collect(&root.join("session"), &mut files);
    let name = |path: &Path| {
        let parts: Vec<_> = path.strip_prefix(&root).unwrap().iter().collect();
        parts.iter().map(|part| part.to_str().unwrap()).collect::<Vec<_>>().join("/")
    };
    let mut sources: Vec<_> =
        files.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect();
    sources.sort_unstable();
    sources
}

/// A source without comments, its tests, and white space between the parts of a path.
fn code_of(source: &str) -> String {
    let code = source.split("#[cfg(test)]\nmod tests").next().unwrap();
    let lines = code.lines().map(|line| line.split("//").next().unwrap().trim_end());
    let mut code = lines.collect::<Vec<_>>().join("\n");
    code.push('\n');
    for (spaced, closed) in [(" ::", "::"), ("\n::", "::"), (":: ", "::"), ("::\n", "::")] {
        while code.contains(spaced) {
            code = code.replace(spaced, closed);
        }
    }
    code
}

/// Every path that ends in the name of a variant, with the segment before it.
fn named(code: &str) -> Vec<(String, String)> {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = Vec::new();
    for (at, _) in code.match_indices("::") {
        let before = code[..at].rsplit(|c| !word(c)).next().unwrap();
        let after = code[at + 2..].split(|c| !word(c)).next().unwrap();
        if variants().iter().any(|variant| variant == after) {
            found.push((before.to_owned(), after.to_owned()));
        }
    }
    found
}

/// What in a source could decide by command without the table.
fn offences(source: &str) -> Vec<String> {
    let mut code = code_of(source);
    for made in MADE {
        code = code.replacen(made, "", 1);
    }
    // A payload's type is named through its module; a variant through a type or an alias of one.
    let mut offences: Vec<String> = named(&code)
        .into_iter()
        .filter(|(before, _)| !["command", "record"].contains(&before.as_str()))
        .map(|(before, after)| format!("{before}::{after}"))
        .collect();
    // With a glob or a list of variants, or by its word, a command could be named without a path.
    let forbidden = [
        "Command::*",
        "CommandType::*",
        "Command::{",
        "CommandType::{",
        "discriminant",
        "command::*",
    ];
    offences.extend(forbidden.iter().filter(|f| code.contains(**f)).map(|f| (*f).to_owned()));
    let words = CommandType::ALL.iter().map(|kind| format!("\"{kind}\""));
    offences.extend(words.filter(|word| code.contains(word.as_str())));
    offences
}

#[test]
fn only_the_table_names_a_command() {
    let sources = sources();
    assert!(sources.iter().any(|(name, _)| name == TABLE), "{TABLE} has moved");
    for (name, source) in &sources {
        // The definition gives each command its word.
        let source = match name.as_str() {
            TABLE => continue,
            "session/command.rs" => {
                let (before, rest) = source.split_once("\ntagged! {").unwrap();
                format!("{before}{}", rest.split_once("\n}\n").unwrap().1)
            }
            _ => source.clone(),
        };
        assert_eq!(offences(&source), Vec::<String>::new(), "in src/{name}");
    }
}

#[test]
fn the_table_has_a_row_for_each_command_and_no_other_decision() {
    let (_, table) = sources().into_iter().find(|(name, _)| name == TABLE).unwrap();
    let code = code_of(&table);
    for way in
        ["_ =>", "matches!", "if let", "let else", "other =>", "==", "..Default", "default()"]
    {
        assert!(!code.contains(way), "the table says {way}");
    }
    assert_eq!(named(&code), [], "the table names a command apart from its row");
    let rows = code.split_once("\ncommands! {").unwrap().1.split_once("\n}\n").unwrap().0;
    for variant in variants() {
        assert_eq!(rows.matches(&format!("    {variant}(")).count(), 1, "{variant}");
    }
    for column in
        ["scope", "by", "amendable", "history", "envelope", "about", "guard", "touches", "does"]
    {
        let given = rows.matches(&format!(" {column}: ")).count();
        assert_eq!(given, CommandType::ALL.len(), "{column} is not in every row");
    }
}

/// The test above would see each way in which a decision could be written.
#[test]
fn a_decision_by_command_is_seen() {
    for way in [
        "match kind { CommandType::Undo => 1, other => 2 }",
        "matches!(command, Command::Rate(_))",
        "if let Command::Rate(c) = command {}",
        "use CommandType as T; T::Reveal",
        "use super::command::Command as C; matches!(c, C\n    ::Amend(_))",
        "use super::command::{Command::{self, Undo}};",
        "use CommandType::*;",
        "match kind.as_str() { \"undo\" => 1, _ => 2 }",
        "Self::Undo(NoMembers) => 1",
        "std::mem::discriminant(&a)",
    ] {
        assert!(!offences(way).is_empty(), "{way}");
    }
    for fine in ["use command::Sealed;", "command::Undo", "// Command::Undo", "kind.spec()"] {
        assert!(offences(fine).is_empty(), "{fine}");
    }
}
