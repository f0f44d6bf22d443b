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

/// A sitting of both, of which the last two events are a goal and a danger.
fn shared() -> Session {
    let mut session = start();
    given(
        &mut session,
        5,
        r#"{"type":"add_entry","id":"s1","category":"goal","text":"In by eight"}"#,
    );
    given(
        &mut session,
        6,
        r#"{"type":"add_entry","id":"s2","category":"goal","text":"At school"}"#,
    );
    session
}

fn undone(session: &Session, minutes: &[usize]) -> Session {
    let mut session = session.clone();
    for minute in minutes {
        session.undo(stamp(*minute, "p-chair")).unwrap();
    }
    session
}

fn ids(session: &Session) -> Vec<&str> {
    let entries = session.record().mapping.iter().map(|entry| entry.id.as_str());
    entries.filter(|id| id.starts_with(['s', 'n'])).collect()
}

#[test]
fn what_the_other_took_back_of_both_is_a_conflict_and_stays() {
    let base = shared();
    let other = undone(&base, &[10, 11]);
    let merged = merge(&base, &other).unwrap();
    assert_eq!(ids(&merged.session), ["s1", "s2"]);
    assert_eq!(merged.session.journal(), base.journal());
    let theirs: Vec<_> = merged.conflicts.iter().map(|conflict| &conflict.theirs).collect();
    assert_eq!(theirs, other.events().iter().rev().take(2).rev().collect::<Vec<_>>());
    for conflict in &merged.conflicts {
        assert_eq!((conflict.ours.len(), conflict.refusal), (0, Some(Code::CannotUndo)));
    }
}

#[test]
fn what_base_took_back_of_both_stays_taken_back() {
    let other = shared();
    let base = undone(&other, &[10]);
    let merged = merge(&base, &other).unwrap();
    assert_eq!((ids(&merged.session), merged.conflicts.len()), (vec!["s1"], 0));
    // Two that took back otherwise contradict each other, and base decides.
    let merged = merge(&base, &undone(&other, &[11, 12])).unwrap();
    assert_eq!(ids(&merged.session), ["s1"]);
    let ours: Vec<_> = merged.conflicts.iter().map(|conflict| conflict.ours.clone()).collect();
    let undo = base.events().last().unwrap().clone();
    assert_eq!(ours, [vec![undo.clone()], vec![undo]]);
}

#[test]
fn what_both_took_back_alike_is_no_conflict() {
    let both = shared();
    let (mut base, mut other) = (undone(&both, &[10]), undone(&both, &[11]));
    given(&mut base, 12, r#"{"type":"add_entry","id":"n1","category":"goal","text":"One"}"#);
    given(&mut other, 13, r#"{"type":"add_entry","id":"n2","category":"goal","text":"Two"}"#);
    let merged = merge(&base, &other).unwrap();
    assert_eq!((ids(&merged.session), merged.conflicts.len()), (vec!["s1", "n1", "n2"], 0));
    assert_eq!(
        Session::replay(merged.session.journal()).unwrap().session.record(),
        merged.session.record()
    );
}

#[test]
fn what_base_put_back_of_both_is_put_back() {
    let both = undone(&shared(), &[7, 8]);
    let mut base = both.clone();
    base.redo(stamp(9, "p-chair")).unwrap();
    base.redo(stamp(10, "p-chair")).unwrap();
    let merged = merge(&base, &both).unwrap();
    assert_eq!((ids(&merged.session), merged.conflicts.len()), (vec!["s1", "s2"], 0));
    // One of them put back by the other alone is a conflict.
    let merged = merge(&both, &base).unwrap();
    assert_eq!((ids(&merged.session), merged.conflicts.len()), (vec![], 2));
}

#[test]
fn what_was_taken_back_by_the_one_it_invited_is_taken_back() {
    let mut both = start();
    given(&mut both, 5, r#"{"type":"add_entry","id":"s1","category":"goal","text":"In by eight"}"#);
    given(&mut both, 6, r#"{"type":"invite","id":"p-new","kind":"professional"}"#);
    let mut base = both.clone();
    base.undo(stamp(10, "p-new")).unwrap();
    base.undo(stamp(11, "p-chair")).unwrap();
    let merged = merge(&base, &both).unwrap();
    assert_eq!(merged.session.record(), base.record());
}

/// An undo of base's at a later time says nothing about an earlier event of the other hand.
#[test]
fn an_earlier_event_is_no_conflict_because_base_took_something_back_later() {
    let both = shared();
    let (base, mut other) = (undone(&both, &[20]), both);
    given(&mut other, 10, r#"{"type":"add_entry","id":"n1","category":"goal","text":"One"}"#);
    let merged = merge(&base, &other).unwrap();
    assert_eq!((ids(&merged.session), merged.conflicts.len()), (vec!["s1", "n1"], 0));
}

/// What the other hand said by itself and took back is nothing that both had.
#[test]
fn an_undo_of_ones_own_is_no_conflict_because_base_took_back_something_of_both() {
    let both = shared();
    let (base, mut other) = (undone(&both, &[20]), both);
    given(&mut other, 10, r#"{"type":"add_entry","id":"n1","category":"goal","text":"One"}"#);
    other.undo(stamp(11, "p-chair")).unwrap();
    let merged = merge(&base, &other).unwrap();
    assert_eq!((ids(&merged.session), merged.conflicts.len()), (vec!["s1"], 0));
}

/// The result takes back no more, and nothing twice.
#[test]
fn what_base_took_back_is_taken_back_once() {
    let both = shared();
    for base in [undone(&both, &[10]), undone(&both, &[10, 11])] {
        let merged = merge(&base, &both).unwrap().session;
        assert_eq!(merged.events().len(), base.events().len());
    }
}

#[test]
fn of_one_moment_base_comes_first() {
    let (mut chair, mut notes) = (start(), start());
    given(&mut notes, 10, r#"{"type":"add_entry","id":"n1","category":"goal","text":"One"}"#);
    given(&mut chair, 10, r#"{"type":"add_entry","id":"n2","category":"goal","text":"Two"}"#);
    assert_eq!(ids(&merge(&chair, &notes).unwrap().session), ["n2", "n1"]);
    assert_eq!(ids(&merge(&notes, &chair).unwrap().session), ["n1", "n2"]);
}

const GUESS: &str = r#"{"type":"rate","scale":"panel","by":"p-maya","value":9,"on_behalf_of":{"participant":"p-kai"},"reason":"planted"}"#;

/// A guess may be given after the reveal, but one that was sealed is not shown unasked.
#[test]
fn a_guess_that_was_sealed_does_not_come_out_open() {
    let (mut chair, mut notes) = (start(), start());
    given(&mut chair, 10, r#"{"type":"rate","scale":"panel","by":"p-chair","value":4}"#);
    given(&mut chair, 11, r#"{"type":"reveal","scale":"panel"}"#);
    given(&mut notes, 12, GUESS);
    let merged = merge(&chair, &notes).unwrap();
    assert_eq!(merged.conflicts.len(), 1);
    assert_eq!(merged.conflicts[0].refusal, Some(Code::AlreadyRevealed));
    assert!(!merged.session.record().to_json().contains("planted"));
    // Nor where the other hand is the one that revealed: then its reveal waits.
    let merged = merge(&notes, &chair).unwrap();
    let waiting: Vec<_> = merged.conflicts.iter().map(|c| c.theirs.event.kind().as_str()).collect();
    assert_eq!(waiting, ["reveal"]);
    assert!(!merged.session.record().to_json().contains("planted"));
    assert_eq!(merged.session.sealed()[0].guessed_by.len(), 1);
}

#[test]
fn an_event_that_would_have_one_of_base_refused_is_a_conflict() {
    let (mut chair, mut notes) = (start(), start());
    given(&mut notes, 10, r#"{"type":"add_entry","id":"n1","category":"goal","text":"One"}"#);
    given(&mut notes, 11, r#"{"type":"withdraw_entry","entry":"m1"}"#);
    given(&mut notes, 12, r#"{"type":"add_entry","id":"n2","category":"goal","text":"Two"}"#);
    given(
        &mut chair,
        20,
        r#"{"type":"add_entry","id":"n3","category":"goal","text":"Three","answers":["m1"]}"#,
    );
    let merged = merge(&chair, &notes).unwrap();
    assert_eq!(ids(&merged.session), ["n1", "n2", "n3"]);
    assert_eq!(merged.conflicts.len(), 1);
    assert_eq!(merged.conflicts[0].theirs.event.kind().as_str(), "withdraw_entry");
    assert_eq!(merged.conflicts[0].refusal, Some(Code::Withdrawn));
}

#[test]
fn a_laptop_whose_clock_is_set_back_keeps_its_order() {
    let (mut chair, mut notes) = (start(), start());
    given(&mut notes, 50, r#"{"type":"add_entry","id":"n1","category":"goal","text":"One"}"#);
    given(&mut notes, 10, r#"{"type":"amend_entry","entry":"n1","text":"Two","why":"Misheard"}"#);
    given(&mut chair, 30, r#"{"type":"add_entry","id":"n2","category":"goal","text":"Three"}"#);
    let merged = merge(&chair, &notes).unwrap();
    assert_eq!((ids(&merged.session), merged.conflicts.len()), (vec!["n2", "n1"], 0));
    assert_eq!(
        merged.session.record().mapping.last().unwrap().text.as_ref().unwrap().as_str(),
        "Two"
    );
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
