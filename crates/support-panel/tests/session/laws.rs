//! What holds of every sitting, whatever is said to it.

use crate::steps::{Dice, after, any_command, command, json_of, opened, stamp, warm};
use proptest::prelude::*;
use support_panel::session::{Allowed, Standing};
use support_panel::{Code, CommandType, Session};

fn walks() -> impl Strategy<Value = (u8, Vec<Dice>)> {
    (any::<u8>(), prop::collection::vec(any::<Dice>(), 0..60))
}

/// Everything that anyone can see of a sitting.
fn seen(session: &Session) -> String {
    let events: Vec<_> = session.events().iter().map(|event| event.to_json()).collect();
    let then = u32::try_from(session.events().len()).unwrap();
    let timer = session.timer(stamp(500, "p-chair").at);
    format!(
        "{}\n{}\n{:?}\n{}\n{}\n{}\n{}\n{:?}",
        session.record().to_json(),
        session.journal(),
        session,
        events.join("\n"),
        serde_json::to_string(&session.allowed()).unwrap(),
        serde_json::to_string(&session.outstanding()).unwrap(),
        session.at(then).unwrap().to_json(),
        timer,
    )
}

/// Six dice that have nothing to do with one another (SplitMix64).
fn thrown(seed: u64) -> Dice {
    let z = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    let [a, b, c, d, e, f, ..] = (z ^ (z >> 31)).to_le_bytes();
    [a, b, c, d, e, f]
}

fn is_allowed<'a>(
    items: &'a [Allowed],
    target: &support_panel::session::Target,
) -> Option<&'a Allowed> {
    items.iter().find(|item| item.target.clone().unwrap_or_default() == *target)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_refusal_changes_nothing((start, steps) in walks(), dice in prop::collection::vec(any::<Dice>(), 1..20)) {
        let mut session = after(start, &steps);
        for dice in dice {
            let before = seen(&session);
            let asked = any_command(&session, dice);
            let minute = session.events().len();
            if let Err(refusal) = session.apply(asked, stamp(minute, "p-chair")) {
                prop_assert_ne!(refusal.code(), Code::Internal);
                prop_assert_eq!(seen(&session), before);
            }
        }
    }

    /// What is not allowed is refused with the code that was given; what is taken was allowed.
    #[test]
    fn allowed_is_what_apply_takes((start, steps) in walks(), seed in any::<u64>()) {
        let session = after(start, &steps);
        let minute = session.events().len();
        let chair = session.record().meeting.chair.as_deref().unwrap_or("p-chair").to_owned();
        for kind in CommandType::ALL.iter().filter(|kind| **kind != CommandType::Sealed) {
            let items = session.allowed_of(*kind);
            prop_assert!(!items.is_empty());
            for item in &items {
                let target = item.target.clone().unwrap_or_default();
                let mut taken = false;
                let mut codes = Vec::new();
                // Enough ways to say it that one of them is in order, if any is.
                for way in 0..1000u64 {
                    let all = thrown(seed.wrapping_add(way));
                    let json = json_of(&session, *kind, &target, all);
                    if !item.allowed && way > 8 { break; }
                    let outcome = session.clone().apply(command(&json), stamp(minute, &chair)).map(|_| ());
                    match outcome {
                        Ok(()) => taken = true,
                        Err(refusal) => codes.push(refusal.code()),
                    }
                    if taken { break; }
                }
                if let Some(why) = &item.why {
                    prop_assert!(!item.allowed && !taken, "{kind} {target:?} was taken, against {why:?}");
                    // With nothing there that it could be about, a command may still name what is not.
                    let stray = item.target.is_none() && [Code::UnknownEntry, Code::UnknownAction, Code::NoRound].contains(&why.code);
                    prop_assert!(stray || codes.iter().all(|code| *code == why.code), "{kind} {target:?}: {codes:?}, expected {why:?}");
                } else {
                    prop_assert!(item.allowed && taken, "{kind} {target:?} was allowed and never taken: {:?}\n{}", codes.last(), session.journal().lines().skip(1).collect::<Vec<_>>().join("\n"));
                }
            }
        }
    }

    #[test]
    fn what_is_taken_was_allowed((start, steps) in walks(), dice in any::<Dice>()) {
        let mut session = after(start, &steps);
        let asked = any_command(&session, dice);
        let kind = asked.kind();
        let items = session.allowed_of(kind);
        let minute = session.events().len();
        if session.apply(asked, stamp(minute, "p-chair")).is_ok() {
            prop_assert!(items.iter().any(|item| item.allowed), "{kind}");
        }
        prop_assert!(is_allowed(&items, &items[0].target.clone().unwrap_or_default()).is_some());
    }

    #[test]
    fn replay_is_live((start, steps) in walks()) {
        let session = after(start, &steps);
        let again = Session::replay(session.journal()).unwrap();
        prop_assert_eq!(again.lost, None);
        prop_assert_eq!(seen(&again.session), seen(&session));
    }

    /// Whatever clocks say, the same is taken and refused, and nothing lasts less than no time.
    #[test]
    fn no_stamp_is_refused_for_its_time((_, steps) in walks(), minutes in prop::collection::vec(0usize..600, 60)) {
        let (mut steady, mut jumbled) = (opened(), opened());
        let mut furthest = None;
        let mut back = 0;
        for (n, (dice, minute)) in steps.iter().zip(minutes).enumerate() {
            let asked = any_command(&steady, *dice);
            let moves = matches!(asked.kind(), CommandType::Undo | CommandType::Redo);
            let expected = steady.apply(asked.clone(), stamp(n, "p-chair")).map(drop);
            let found = jumbled.apply(asked, stamp(minute, "p-chair")).map(drop);
            prop_assert_eq!(found.map_err(|e| e.code()), expected.clone().map_err(|e| e.code()));
            if moves {
                // What is in force is another matter.
                furthest = Some(usize::MAX);
            } else if expected.is_ok() {
                let before = furthest.unwrap_or(minute);
                back = back.max(before.saturating_sub(minute));
                furthest = Some(before.max(minute));
            }
        }
        if furthest != Some(usize::MAX) {
            let seconds = u32::try_from(back * 60).ok().filter(|seconds| *seconds > 300);
            prop_assert_eq!(jumbled.record().meeting.clock_set_back, seconds);
        }
        for item in &jumbled.record().agenda {
            if let (Some(from), Some(to)) = (item.started_at, item.ended_at) {
                let paused = i64::from(item.paused_seconds.unwrap_or(0));
                prop_assert!(to.seconds_since(from) >= paused);
            }
        }
        let again = Session::replay(jumbled.journal()).unwrap().session;
        prop_assert_eq!(again.record(), jumbled.record());
    }

    #[test]
    fn undo_then_redo_is_the_identity((start, steps) in walks()) {
        let mut session = after(start, &steps);
        let (record, standing, sealed) = (session.record().to_json(), session.standing(), session.sealed());
        let minute = session.events().len();
        if session.undo(stamp(minute, "p-chair")).is_ok() {
            let then = u32::try_from(session.events().len()).unwrap();
            prop_assert_eq!(&session.at(then - 1).unwrap().to_json(), &record);
            session.redo(stamp(minute, "p-chair")).unwrap();
        }
        prop_assert_eq!((session.record().to_json(), session.standing(), session.sealed()), (record, standing, sealed));
    }

    /// Undone to the last, a sitting is as it was opened or as it last could not go back from.
    #[test]
    fn undo_goes_all_the_way((start, steps) in walks()) {
        let mut session = after(start, &steps);
        let irrevocable = session.events().iter().any(|event| matches!(event.event.kind(), CommandType::Reveal | CommandType::Conclude));
        let minute = session.events().len();
        let undo = command(r#"{"type":"undo","why":"All of it again"}"#);
        while session.apply(undo.clone(), stamp(minute, "p-chair")).is_ok() {}
        if !irrevocable {
            prop_assert_eq!(session.record().to_json(), opened().record().to_json());
        }
    }

    #[test]
    fn every_panel_can_be_concluded((start, steps) in walks()) {
        let mut session = after(start, &steps);
        for _ in 0..12 {
            if session.standing() == Standing::Concluded {
                break;
            }
            let ways = [CommandType::Reveal, CommandType::Conclude, CommandType::EndStage, CommandType::OpenMeeting];
            let next = ways.into_iter().flat_map(|kind| session.allowed_of(kind)).find(|item| item.allowed).unwrap();
            let json = json_of(&session, next.kind, &next.target.unwrap_or_default(), [0; 6]);
            session.apply(command(&json), stamp(600, "p-chair")).unwrap();
        }
        prop_assert_eq!(session.standing(), Standing::Concluded);
    }

    #[test]
    fn the_record_stays_one_that_can_be_read((start, steps) in walks()) {
        let session = after(start, &steps);
        let text = session.record().to_json();
        prop_assert_eq!(support_panel::Record::from_json(&text).unwrap().to_json(), text);
    }

    /// Two sittings that differ in nothing but a sealed number look the same to everyone.
    #[test]
    fn a_sealed_number_is_nowhere((start, steps) in walks(), a in 0u8..=10, b in 0u8..=10) {
        let mut session = after(start, &steps);
        if session.events().is_empty() { warm(&mut session); }
        let minute = session.events().len();
        let rate = |value: u8| format!(r#"{{"type":"rate","scale":"panel","by":"p-maya","value":{value},"reason":"r{value}"}}"#);
        let (mut one, mut two) = (session.clone(), session);
        let first = one.apply(command(&rate(a)), stamp(minute, "p-chair")).map(|_| ());
        let second = two.apply(command(&rate(b)), stamp(minute, "p-chair")).map(|_| ());
        prop_assert_eq!(&first, &second);
        let sealed = one.sealed().iter().any(|s| s.scale == "panel" && s.by.iter().any(|by| *by == "p-maya"));
        if first.is_ok() && sealed {
            let hide = |session: &Session| {
                let last = session.events().last().unwrap();
                let support_panel::Command::Sealed(sealed) = &*last.event else { panic!("it is not sealed") };
                seen(session).replace(&*last.digest, "").replace(&*sealed.envelope, "")
            };
            prop_assert_eq!(hide(&one), hide(&two));
            // Nor does anything that is refused of them tell one from the other.
            for dice in 0..=255u8 {
                let asked = any_command(&one, [dice, dice, 4, dice, dice, dice]);
                if asked.kind() == CommandType::Reveal { continue; }
                let first = one.clone().apply(asked.clone(), stamp(minute, "p-chair")).map(|_| ());
                let second = two.clone().apply(asked.clone(), stamp(minute, "p-chair")).map(|_| ());
                // One may change nothing where the other does: only whoever knows the number can ask so.
                if !matches!(asked.kind(), CommandType::AmendRating | CommandType::Amend) {
                    prop_assert_eq!(first, second);
                }
            }
        }
    }
}
