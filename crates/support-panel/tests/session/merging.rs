//! Two hands at one sitting.

use crate::steps::{Dice, after, any_command, given, opened, stamp, warm};
use proptest::prelude::*;
use support_panel::{Code, Session, merge};

fn start() -> Session {
    let mut session = opened();
    warm(&mut session);
    session
}

#[test]
fn what_does_not_touch_the_same_thing_comes_together() {
    let (mut chair, mut notes) = (start(), start());
    given(&mut chair, 10, r#"{"type":"start_stage","stage":"introductions"}"#);
    given(
        &mut notes,
        11,
        r#"{"type":"add_entry","id":"n1","category":"goal","text":"In by eight","answers":["m1"]}"#,
    );
    given(&mut notes, 12, r#"{"type":"rate","scale":"panel","by":"p-maya","value":6}"#);
    given(&mut chair, 13, r#"{"type":"end_stage"}"#);
    given(&mut chair, 13, r#"{"type":"decide","decision":"continue"}"#);
    let merged = merge(&chair, &notes).unwrap();
    assert_eq!(merged.conflicts, []);
    let record = merged.session.record();
    assert_eq!((record.mapping.len(), record.agenda.len()), (3, 1));
    assert_eq!(merged.session.sealed()[0].by.len(), 1);
    assert_eq!(merge(&notes, &chair).unwrap().session.record(), record);
    assert_eq!(Session::replay(merged.session.journal()).unwrap().session.record(), record);
}

#[test]
fn what_contradicts_is_given_with_both_versions() {
    let (mut chair, mut notes) = (start(), start());
    given(&mut chair, 10, r#"{"type":"decide","decision":"continue"}"#);
    given(&mut notes, 11, r#"{"type":"decide","decision":"close","reason":"All is well"}"#);
    let merged = merge(&chair, &notes).unwrap();
    assert_eq!(merged.session.record(), chair.record());
    let conflict = &merged.conflicts[0];
    assert_eq!(conflict.theirs, *notes.events().last().unwrap());
    assert_eq!(conflict.ours, [chair.events().last().unwrap().clone()]);
}

#[test]
fn what_leans_on_a_conflict_is_one() {
    let (mut chair, mut notes) = (start(), start());
    given(
        &mut chair,
        10,
        r#"{"type":"add_entry","id":"n1","category":"goal","text":"In by eight"}"#,
    );
    given(
        &mut notes,
        10,
        r#"{"type":"add_entry","id":"n1","category":"future_danger","text":"Out alone"}"#,
    );
    given(
        &mut notes,
        11,
        r#"{"type":"add_entry","id":"n2","category":"goal","text":"In by nine","answers":["n1"]}"#,
    );
    let merged = merge(&chair, &notes).unwrap();
    assert_eq!(merged.conflicts.len(), 2);
    assert_eq!(merged.conflicts[1].refusal, Some(Code::CannotAnswer));
}

#[test]
fn what_both_noted_alike_counts_once() {
    let (mut chair, mut notes) = (start(), start());
    given(&mut chair, 10, r#"{"type":"leave","participant":"p-kai"}"#);
    given(&mut notes, 11, r#"{"type":"leave","participant":"p-kai"}"#);
    let merged = merge(&chair, &notes).unwrap();
    assert_eq!((merged.conflicts.len(), merged.session.record()), (0, chair.record()));
}

#[test]
fn another_sitting_does_not_merge() {
    let other = Session::open(start().record().clone(), start().profile().clone()).unwrap();
    assert_eq!(merge(&start(), &other).unwrap_err().code(), Code::DifferentOpenings);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// Everything in force on either side is in the result or among the conflicts.
    #[test]
    fn nothing_is_silently_lost(shared in prop::collection::vec(any::<Dice>(), 0..10), ours in prop::collection::vec(any::<Dice>(), 0..15), theirs in prop::collection::vec(any::<Dice>(), 0..15)) {
        let common = after(1, &shared);
        let on = |dice: &[Dice], odd: usize| {
            let mut session = common.clone();
            for dice in dice {
                let asked = any_command(&session, *dice);
                let minute = 100 + 2 * session.events().len() + odd;
                drop(session.apply(asked, stamp(minute, "p-chair")));
            }
            session
        };
        let (base, other) = (on(&ours, 0), on(&theirs, 1));
        let merged = merge(&base, &other).unwrap();
        let has = |session: &Session, event: &support_panel::Event| session.events().iter().any(|e| e.event == event.event && e.at == event.at);
        let alike = |event: &support_panel::Event| base.events().iter().any(|e| e.event == event.event);
        let moves = |event: &support_panel::Event| matches!(event.event.kind(), support_panel::CommandType::Undo | support_panel::CommandType::Redo);
        // With no step back on either side every event is in force.
        if !base.events().iter().chain(other.events()).any(moves) {
            for event in base.events() {
                prop_assert!(has(&merged.session, event));
            }
            for event in other.events() {
                let conflict = merged.conflicts.iter().any(|c| c.theirs == *event);
                prop_assert!(has(&merged.session, event) || conflict || alike(event), "{}", event.to_json());
            }
        }
        let alone = merge(&base, &common).unwrap();
        prop_assert_eq!(alone.session.record(), base.record());
        let again = Session::replay(merged.session.journal()).unwrap().session;
        prop_assert_eq!(again.record(), merged.session.record());
    }
}
