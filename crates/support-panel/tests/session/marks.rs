//! Who may see what: a mark that keeps something from someone is taken off by no one without a word.

use crate::steps::{command, given, opened, stamp};
use sha2::{Digest, Sha256};
use support_panel::record::Visibility;
use support_panel::{Code, Session};

const UNDO: &str = r#"{"type":"undo"}"#;
const UNDO_WITH_A_REASON: &str = r#"{"type":"undo","why":"The wrong entry"}"#;

/// Whatever is asked is refused for want of a reason, and changes nothing.
fn needs_a_reason(session: &mut Session, json: &str) {
    let (journal, record) = (session.journal().to_owned(), session.record().clone());
    let refusal = session.apply(command(json), stamp(30, "p-chair")).unwrap_err();
    assert_eq!((refusal.code(), refusal.path()), (Code::NeedsReason, "/why"), "{json}");
    assert_eq!((session.journal(), session.record()), (journal.as_str(), &record));
}

#[test]
fn undoing_a_mark_needs_a_reason() {
    for mark in [
        r#"{"type":"mark","target":"m1","visible_to":"professionals"}"#,
        r#"{"type":"mark","target":"m1","withheld_from":["maya"]}"#,
        r#"{"type":"mark","target":"p-worker","withheld_from":["p-maya"]}"#,
        r#"{"type":"mark","target":"kai","withheld_from":["maya"]}"#,
        r#"{"type":"amend_entry","entry":"m1","visible_to":"professionals"}"#,
    ] {
        let mut session = opened();
        let before = session.record().clone();
        given(&mut session, 2, mark);
        needs_a_reason(&mut session, UNDO);
        needs_a_reason(&mut session, r#"{"type":"undo","why":" "}"#);
        given(&mut session, 31, UNDO_WITH_A_REASON);
        assert_eq!(session.record(), &before);
        assert!(session.journal().lines().last().unwrap().contains("The wrong entry"));
        // Putting a mark back needs nothing.
        session.redo(stamp(32, "p-chair")).unwrap();
        assert_eq!(
            Session::replay(session.journal()).unwrap().session.journal(),
            session.journal()
        );
    }
}

/// What has no id is marked by its part; what is not there is not.
#[test]
fn parts_without_an_id_are_marked() {
    let mut session = opened();
    for (minute, json) in [
        r#"{"type":"open_meeting","chair":"p-chair"}"#,
        r#"{"type":"arrive","participant":"p-chair"}"#,
        r#"{"type":"arrive","participant":"p-maya"}"#,
        r#"{"type":"open_round","scale":"danger","about":"m1"}"#,
        r#"{"type":"rate","scale":"danger","about":"m1","by":"p-maya","value":0.4,"reason":"At night"}"#,
        r#"{"type":"rate","scale":"danger","about":"m1","by":"p-maya","value":0.7,"on_behalf_of":{"person":"kai"}}"#,
        r#"{"type":"abstain","scale":"danger","about":"m1","by":"p-chair","reason":"Does not know them"}"#,
        r#"{"type":"reveal","scale":"danger","about":"m1"}"#,
        r#"{"type":"settle_entry","entry":"m1","how":"It passed"}"#,
        r#"{"type":"dissent","by":"p-maya","view":"It has not"}"#,
        r#"{"type":"dissent","by":"p-maya","view":"Not at night"}"#,
        r#"{"type":"start_stage","stage":"introductions"}"#,
    ]
    .into_iter()
    .enumerate()
    {
        given(&mut session, minute + 1, json);
    }
    let before = session.record().clone();
    let targets = [
        ("referral", None, "/referral"),
        ("service", None, "/agreement/service"),
        ("sharing", None, "/agreement/sharing"),
        ("place", None, "/meeting/marks/place"),
        ("inquorate_reason", None, "/meeting/marks/inquorate_reason"),
        ("adjourned_reason", None, "/meeting/marks/adjourned_reason"),
        ("stage", Some("introductions"), "/agenda/0"),
        ("settled", Some("m1"), "/mapping/0/settled"),
        ("decision_reason", None, "/outcome/marks/reason"),
        ("contingency", None, "/outcome/marks/contingency"),
        ("feedback", None, "/outcome/feedback"),
        ("dissenting_view", Some("p-maya"), "/outcome/dissent/1"),
        ("rating", Some(r#"p-maya","scale":"danger","about":"m1"#), "/scaling/0/ratings/0"),
        (
            "rating",
            Some(
                r#"p-maya","on_behalf_of":{"person":"kai"},"round":"opening","scale":"danger","about":"m1"#,
            ),
            "/scaling/0/ratings/1",
        ),
        (
            "abstention",
            Some(r#"p-chair","scale":"danger","about":"m1"#),
            "/scaling/0/abstentions/0",
        ),
    ];
    for (part, target, path) in targets {
        let target = target.map(|id| format!(r#","target":"{id}""#)).unwrap_or_default();
        let mark = |more: &str| format!(r#"{{"type":"mark","part":"{part}"{target}{more}}}"#);
        given(&mut session, 20, &mark(r#","visible_to":"professionals","withheld_from":["maya"]"#));
        let record: serde_json::Value = serde_json::from_str(&session.record().to_json()).unwrap();
        let marked = record.pointer(path).unwrap();
        assert_eq!(marked["visible_to"], "professionals", "{path}");
        assert_eq!(marked["withheld_from"], serde_json::json!(["maya"]), "{path}");
        needs_a_reason(&mut session, &mark(r#","visible_to":"everyone""#));
        needs_a_reason(&mut session, &mark(r#","clear":["withheld_from"]"#));
        needs_a_reason(&mut session, UNDO);
        let journal = session.journal().to_owned();
        assert_eq!(Session::replay(&journal).unwrap().session.record(), session.record());
        given(&mut session, 31, UNDO_WITH_A_REASON);
        assert_eq!(session.record(), &before, "{path}");
    }
    for (json, code, path) in [
        (r#""part":"stage","target":"next_steps""#, Code::UnknownStage, "/target"),
        (r#""part":"settled","target":"m2""#, Code::UnknownEntry, "/target"),
        (r#""part":"settled""#, Code::UnknownEntry, "/target"),
        (r#""part":"dissenting_view","target":"p-kai""#, Code::UnknownParticipant, "/target"),
        (r#""visible_to":"professionals""#, Code::UnknownEntry, "/target"),
        (r#""part":"rating","target":"p-maya""#, Code::NoRound, "/scale"),
        (r#""part":"rating","target":"p-maya","scale":"danger""#, Code::NoRound, "/scale"),
        (
            r#""part":"rating","target":"p-chair","scale":"danger","about":"m1""#,
            Code::NoRating,
            "/target",
        ),
        (
            r#""part":"abstention","target":"p-maya","scale":"danger","about":"m1""#,
            Code::UnknownParticipant,
            "/target",
        ),
        (r#""part":"listing","target":"p-maya""#, Code::UnknownPerson, "/target"),
        (
            r#""part":"listing","target":"kai","visible_to":"everyone""#,
            Code::UnknownKey,
            "/visible_to",
        ),
    ] {
        let json = format!(r#"{{"type":"mark",{json},"withheld_from":["maya"]}}"#);
        let refusal = session.apply(command(&json), stamp(40, "p-chair")).unwrap_err();
        assert_eq!((refusal.code(), refusal.path()), (code, path), "{json}");
    }
}

/// A list of people without a mark beside it: who may not know that someone is in the record, and whose copies differ.
#[test]
fn lists_are_marked_and_never_shortened_in_silence() {
    for (part, path) in [
        (r#""part":"listing","target":"kai""#, "/case/people/0/unlisted_for"),
        (r#""part":"family_copy""#, "/case/separate_copies"),
    ] {
        let mut session = opened();
        let before = session.record().clone();
        let mark = |more: &str| format!(r#"{{"type":"mark",{part}{more}}}"#);
        given(&mut session, 2, &mark(r#","withheld_from":["maya"]"#));
        let record: serde_json::Value = serde_json::from_str(&session.record().to_json()).unwrap();
        assert_eq!(record.pointer(path), Some(&serde_json::json!(["maya"])));
        given(&mut session, 3, &mark(r#","withheld_from":["maya","p-kai"]"#));
        needs_a_reason(&mut session, &mark(r#","withheld_from":["maya"]"#));
        needs_a_reason(&mut session, &mark(r#","clear":["withheld_from"]"#));
        needs_a_reason(&mut session, UNDO);
        given(&mut session, 31, &mark(r#","clear":["withheld_from"],"why":"They have been told""#));
        assert_eq!(session.record(), &before);
    }
}

/// A number that no one has seen yet is in no copy, and a mark must not tell that it is there.
#[test]
fn a_sealed_number_cannot_be_marked() {
    let mut session = opened();
    for (minute, json) in [
        r#"{"type":"open_meeting","chair":"p-chair"}"#,
        r#"{"type":"arrive","participant":"p-chair"}"#,
        r#"{"type":"arrive","participant":"p-maya"}"#,
        r#"{"type":"open_round","scale":"panel"}"#,
        r#"{"type":"rate","scale":"panel","by":"p-maya","value":4}"#,
    ]
    .into_iter()
    .enumerate()
    {
        given(&mut session, minute + 1, json);
    }
    let mark = r#"{"type":"mark","part":"rating","target":"p-maya","scale":"panel","withheld_from":["p-kai"]}"#;
    let refusal = session.apply(command(mark), stamp(8, "p-chair")).unwrap_err();
    assert_eq!((refusal.code(), refusal.path()), (Code::NoRating, "/target"));
    given(&mut session, 9, r#"{"type":"reveal","scale":"panel"}"#);
    given(&mut session, 10, mark);
    assert_eq!(session.record().scaling[0].ratings[0].withheld_from.len(), 1);
}

#[test]
fn a_list_that_grew_is_not_cut_back_without_a_reason() {
    let mut session = opened();
    given(&mut session, 2, r#"{"type":"mark","target":"m1","withheld_from":["maya"]}"#);
    given(&mut session, 3, r#"{"type":"mark","target":"m1","withheld_from":["maya","p-kai"]}"#);
    needs_a_reason(&mut session, UNDO);
}

#[test]
fn undoing_anything_else_needs_none() {
    for (first, then) in [
        (None, r#"{"type":"mark","target":"m1","visible_to":"everyone"}"#),
        (None, r#"{"type":"amend_entry","entry":"m1","text":"Another","why":"Heard wrong"}"#),
        (
            None,
            r#"{"type":"add_entry","id":"m9","category":"goal","text":"A","visible_to":"professionals"}"#,
        ),
        // What was lifted is kept again.
        (
            Some(r#"{"type":"mark","target":"m1","visible_to":"professionals"}"#),
            r#"{"type":"mark","target":"m1","visible_to":"everyone","why":"All know it"}"#,
        ),
    ] {
        let mut session = opened();
        if let Some(first) = first {
            given(&mut session, 2, first);
        }
        given(&mut session, 3, then);
        given(&mut session, 4, UNDO);
    }
}

/// The last line of a journal as another, with a digest of its own.
fn with_last_line(journal: &str, change: impl FnOnce(&str) -> String) -> String {
    let (before, last) = journal.trim_end().rsplit_once('\n').unwrap();
    let text = change(last.rsplit_once(",\"digest\":").unwrap().0);
    let digest: String = Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{before}\n{text},\"digest\":\"{digest}\"}}\n")
}

/// There was a time when neither lifting a mark nor undoing one needed a reason: what was accepted then is still there.
#[test]
fn what_was_accepted_once_is_replayed() {
    let lift = r#"{"type":"amend_entry","entry":"m1","visible_to":"everyone","why":"All know it"}"#;
    let silent = |why: &str| format!(",\"why\":\"{why}\"");
    for (last, why) in
        [(lift, silent("All know it")), (UNDO_WITH_A_REASON, silent("The wrong entry"))]
    {
        let mut session = opened();
        given(
            &mut session,
            2,
            r#"{"type":"amend_entry","entry":"m1","visible_to":"professionals"}"#,
        );
        given(&mut session, 3, last);
        let old = with_last_line(session.journal(), |line| {
            assert!(line.contains(&why));
            line.replace(&why, "")
        });
        let mut replayed = Session::replay(&old).unwrap().session;
        assert_eq!(replayed.journal(), old);
        let entry = &replayed.record().mapping[0];
        assert_ne!(entry.visible_to, Some(Visibility::Professionals));
        assert_eq!(entry.amended, [], "nothing was said of it then");
        // What follows is new, and needs its reason; and an undo of it is worked out from the old steps again.
        given(
            &mut replayed,
            4,
            r#"{"type":"amend_entry","entry":"m1","visible_to":"professionals"}"#,
        );
        needs_a_reason(&mut replayed, UNDO);
        given(&mut replayed, 31, UNDO_WITH_A_REASON);
        assert_eq!(replayed.at(2).as_ref(), Some(replayed.record()));
    }
}
