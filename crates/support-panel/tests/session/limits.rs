//! What a sitting gives back can be read: a command that would pass a limit is refused.

use crate::steps::{command, given, opened, stamp, warm};
use support_panel::session::command::RecordBackground;
use support_panel::{Code, Command, Record, Session, Text, limits};

/// Everything that can be taken away from a sitting is taken by its reader.
fn is_readable(session: &Session) {
    let text = session.record().to_json();
    assert!(text.len() <= limits::DOCUMENT_BYTES);
    let record = Record::from_json(&text).unwrap();
    assert_eq!(Session::replay(session.journal()).unwrap().session.record(), &record);
    Session::open(record, session.profile().clone()).unwrap();
}

/// Fills the map until a further entry is refused. How many there are.
fn filled(session: &mut Session, characters: usize) -> usize {
    let text = "x".repeat(characters);
    let mut before = session.record().clone();
    let refusal = (0..).find_map(|n| {
        let json = format!(
            r#"{{"type":"add_entry","id":"n{n}x{characters}","category":"goal","text":"{text}"}}"#
        );
        before = session.record().clone();
        session.apply(command(&json), stamp(10, "p-chair")).err().map(|refusal| (n, refusal))
    });
    let (entries, refusal) = refusal.unwrap();
    assert_eq!((refusal.code(), refusal.line()), (Code::TooLarge, None));
    assert_eq!(session.record(), &before);
    entries
}

#[test]
fn a_record_grows_no_larger_than_its_reader_takes() {
    let mut session = opened();
    warm(&mut session);
    let most = filled(&mut session, limits::TEXT_CHARACTERS);
    assert!(most > 200, "{most}");
    is_readable(&session);
    // To the last bytes.
    filled(&mut session, 2_000);
    filled(&mut session, 100);
    assert!(session.record().to_json().len() > limits::DOCUMENT_BYTES - 300);
    is_readable(&session);
    // What was said last is taken back, and something shorter said.
    session.undo(stamp(11, "p-chair")).unwrap();
    given(&mut session, 12, r#"{"type":"record_best_hopes","text":"To get home"}"#);
    is_readable(&session);
}

#[test]
fn a_sealed_number_has_its_room_before_it_is_shown() {
    let mut session = opened();
    warm(&mut session);
    filled(&mut session, limits::TEXT_CHARACTERS);
    filled(&mut session, 2_000);
    let reason = "y".repeat(5_000);
    let rate = format!(
        r#"{{"type":"rate","scale":"panel","by":"p-chair","value":4,"reason":"{reason}"}}"#
    );
    let refusal = session.apply(command(&rate), stamp(13, "p-chair")).unwrap_err();
    assert_eq!(refusal.code(), Code::TooLarge);
    given(&mut session, 13, r#"{"type":"rate","scale":"panel","by":"p-chair","value":4}"#);
    given(&mut session, 14, r#"{"type":"reveal","scale":"panel"}"#);
    is_readable(&session);
}

#[test]
fn a_text_that_no_reader_takes_is_refused() {
    let mut session = opened();
    let said = |characters: usize| {
        Command::RecordBackground(RecordBackground { text: Text::from("z".repeat(characters)) })
    };
    session.apply(said(limits::TEXT_CHARACTERS), stamp(1, "p-chair")).unwrap();
    let before = session.record().clone();
    let refusal =
        session.apply(said(limits::TEXT_CHARACTERS + 1), stamp(2, "p-chair")).unwrap_err();
    assert_eq!((refusal.code(), refusal.path()), (Code::TooLong, "/text"));
    assert_eq!(session.record(), &before);
    is_readable(&session);
}

#[test]
fn a_sitting_of_what_no_reader_takes_is_not_opened() {
    let mut record = opened().record().clone();
    record.referral.background = Some(Text::from("z".repeat(limits::TEXT_CHARACTERS + 1)));
    let error = Session::open(record, opened().profile().clone()).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::TooLong, "/referral/background"));
    assert_eq!(error.line(), None);
}

#[test]
fn the_next_record_is_one_that_can_be_read() {
    let with = |actions: usize| {
        let id = "r".repeat(limits::ID_CHARACTERS);
        let actions: Vec<_> = (0..actions)
            .map(|n| format!(r#"{{"id":"a{n:05}","text":"{}"}}"#, "t".repeat(230)))
            .collect();
        let json = format!(
            r#"{{"format":"support-panel/1","id":"{id}","profile":{{"id":"leicester-masp","version":"2017.1"}},"case":{{"reference":"E"}},"actions":[{}]}}"#,
            actions.join(",")
        );
        Record::from_json(json).unwrap()
    };
    let day = "2026-04-30".parse().unwrap();
    let next = support_panel::follow_on(&with(7_000), "next", day).unwrap();
    Record::from_json(next.to_json()).unwrap();
    let error = support_panel::follow_on(&with(10_000), "next", day).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::TooLarge, ""));
}
