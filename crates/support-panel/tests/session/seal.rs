//! Sealed numbers.

use crate::steps::{PROFILE, RECORD, command, given, opened, stamp, warm};
use support_panel::{Code, Profile, Record, Seal, Session};

const RATE: &str =
    r#"{"type":"rate","scale":"panel","by":"p-maya","value":6,"reason":"I ring mum now"}"#;

#[test]
fn a_number_waits_for_the_reveal_and_then_stays() {
    let mut session = opened();
    warm(&mut session);
    given(&mut session, 10, RATE);
    assert!(session.record().scaling[0].ratings.is_empty());
    assert!(!session.journal().contains("ring mum"));
    assert_eq!(session.sealed()[0].by.len(), 1);
    let refused = |session: &mut Session, json: &str| {
        session.apply(command(json), stamp(12, "p-chair")).unwrap_err().code()
    };
    assert_eq!(refused(&mut session, r#"{"type":"conclude"}"#), Code::StillSealed);
    assert_eq!(refused(&mut session, RATE), Code::AlreadyRated);
    given(&mut session, 12, r#"{"type":"amend_rating","scale":"panel","by":"p-maya","value":7}"#);

    given(&mut session, 13, r#"{"type":"reveal","scale":"panel"}"#);
    let rating = &session.record().scaling[0].ratings[0];
    assert_eq!((rating.value, rating.amended.len()), (7.into(), 0));
    assert_eq!(session.undo(stamp(14, "p-chair")).unwrap_err().code(), Code::CannotUndo);
    let mut refused =
        |json: &str| session.apply(command(json), stamp(14, "p-chair")).unwrap_err().code();
    assert_eq!(
        refused(r#"{"type":"rate","scale":"panel","by":"p-kai","value":3}"#),
        "already_revealed"
    );
    assert_eq!(
        refused(r#"{"type":"amend_rating","scale":"panel","by":"p-maya","value":5}"#),
        "needs_reason"
    );
    given(
        &mut session,
        15,
        r#"{"type":"amend_rating","scale":"panel","by":"p-maya","value":5,"why":"After hearing the school"}"#,
    );
    let rating = &session.record().scaling[0].ratings[0];
    assert_eq!((rating.value, rating.amended[0].value), (5.into(), Some(7.into())));
}

#[test]
fn with_a_key_nobody_else_brings_them_back() {
    let open = |seal| {
        Session::open_with(
            Record::from_json(RECORD).unwrap(),
            Profile::from_toml(PROFILE).unwrap(),
            seal,
        )
        .unwrap()
    };
    let mut session = open(Seal::new(b"ours"));
    warm(&mut session);
    given(&mut session, 10, RATE);
    given(&mut session, 11, r#"{"type":"reveal","scale":"panel"}"#);
    let again = Session::replay_with(session.journal(), Seal::new(b"ours")).unwrap();
    assert_eq!(again.session.record(), session.record());
    for other in [Seal::default(), Seal::new(b"theirs")] {
        let error = Session::replay_with(session.journal(), other).unwrap_err();
        assert_eq!((error.code(), error.line()), (Code::WrongSeal, Some(11)));
    }
}

#[test]
fn an_envelope_may_be_handed_in_but_not_handed_on() {
    let mut session = opened();
    warm(&mut session);
    let mut other = session.clone();
    given(&mut session, 10, RATE);
    let sealed = session.events().last().unwrap().event.clone();
    assert_eq!(
        other.apply(sealed.clone(), stamp(11, "p-chair")).unwrap_err().code(),
        Code::WrongSeal
    );
    other.apply(sealed, stamp(10, "p-chair")).unwrap();
    assert_eq!(other.journal(), session.journal());
}
