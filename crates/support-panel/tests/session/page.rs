//! docs/session.md says what the types say.

use support_panel::{Area, Code, Command, CommandType, Stamp, codes};

const PAGE: &str = include_str!("../../../../docs/session.md");

/// The JSON lines of the page's examples.
fn examples() -> impl Iterator<Item = &'static str> {
    PAGE.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next()).flat_map(str::lines)
}

#[test]
fn every_example_reads_and_is_canonical_apart_from_spaces() {
    let spaced = |json: &str| serde_json::from_str::<serde_json::Value>(json).unwrap();
    for line in examples() {
        let written = match line.contains("\"type\"") {
            true => {
                Command::from_json(line).unwrap_or_else(|error| panic!("{line}\n{error}")).to_json()
            }
            false => {
                Stamp::from_json(line).unwrap_or_else(|error| panic!("{line}\n{error}")).to_json()
            }
        };
        assert_eq!(spaced(&written), spaced(line), "{line}");
    }
}

#[test]
fn every_command_has_a_row_and_an_example() {
    let given: Vec<CommandType> =
        examples().filter_map(|line| Command::from_json(line).ok()).map(|c| c.kind()).collect();
    for kind in CommandType::ALL {
        // The journal alone writes it.
        if *kind != CommandType::Sealed {
            assert!(given.contains(kind), "docs/session.md has no example of {kind}");
        }
        assert!(PAGE.contains(&format!("`{kind}`")), "docs/session.md does not describe {kind}");
    }
}

#[test]
fn a_command_is_read_strictly() {
    let refused = |json: &str| {
        let error = Command::from_json(json).unwrap_err();
        (error.code(), error.path().to_owned())
    };
    let is = |code: Code, path: &str| (code, path.to_owned());
    assert_eq!(refused("{}"), is(Code::MissingKey, "/type"));
    assert_eq!(refused(r#"{"participant": "p-1"}"#), is(Code::MissingKey, "/type"));
    assert_eq!(
        refused(r#"{"type": "arrives", "participant": "p-1"}"#),
        is(Code::UnknownWord, "/type")
    );
    assert_eq!(refused(r#"{"type": 7}"#), is(Code::WrongType, "/type"));
    assert_eq!(refused(r#"{"type": "pause", "type": "pause"}"#), is(Code::DuplicateKey, ""));
    assert_eq!(refused(r#"{"type": "pause", "reason": "tea"}"#), is(Code::UnknownKey, ""));
    assert_eq!(refused(r#"{"type": "arrive"}"#), is(Code::MissingKey, "/participant"));
    assert_eq!(
        refused(r#"{"type": "amend", "why": "w", "change": {"type": "arrive"}}"#),
        is(Code::MissingKey, "/change/participant")
    );
    assert_eq!(
        refused(
            r#"{"type": "add_entry", "id": "m1", "category": "goal", "text": "t", "statement": {"type": 1}}"#
        ),
        is(Code::UnknownKey, "/statement")
    );
}

#[test]
fn the_type_may_stand_anywhere() {
    let last =
        Command::from_json(r#"{"participant": "p-1", "how": "remote", "type": "arrive"}"#).unwrap();
    assert_eq!(last.to_json(), r#"{"type":"arrive","participant":"p-1","how":"remote"}"#);
    assert_eq!(Command::from_json(last.to_json()).unwrap(), last);
}

#[test]
fn every_refusal_is_named() {
    for code in codes().iter().filter(|code| code.area == Area::Sitting) {
        assert!(PAGE.contains(&format!("`{}`", code.code)), "{} is not on the page", code.code);
    }
}
