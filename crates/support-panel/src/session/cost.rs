//! How many commands are carried out, and how many questions asked of owners, for what is asked of a sitting: counted, so
//! that no clock is needed.

use std::cell::Cell;

thread_local! { static CARRIED_OUT: Cell<usize> = const { Cell::new(0) }; }

pub(super) fn count() {
    CARRIED_OUT.with(|count| count.set(count.get() + 1));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Profile;
    use crate::record::Record;
    use crate::session::{Command, Session, Stamp, merge};
    /// How much was done meanwhile.
    fn counted<T>(work: impl FnOnce() -> T) -> (T, usize) {
        let before = CARRIED_OUT.get();
        let done = work();
        (done, CARRIED_OUT.get() - before)
    }

    const SIZES: [usize; 3] = [100, 1_000, 10_000];

    fn opened() -> Session {
        let record = Record::from_json(
            r#"{"format": "support-panel/1", "id": "r", "profile": {"id": "leicester-masp", "version": "2017.1"},
            "case": {"reference": "EHA-1"}, "participants": [{"id": "p", "kind": "professional"}]}"#,
        )
        .unwrap();
        let profile = Profile::of(&record).unwrap();
        Session::open(record, profile).unwrap()
    }

    fn give(session: &mut Session, second: usize, json: &str) {
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        let stamp =
            format!(r#"{{"at": "2026-03-12T{hour:02}:{minute:02}:{second:02}Z", "by": "p"}}"#);
        session
            .take((Command::from_json(json).unwrap().into(), Stamp::from_json(stamp).unwrap()))
            .unwrap();
    }

    fn background(session: &mut Session, second: usize) {
        give(session, second, &format!(r#"{{"type": "record_background", "text": "{second}"}}"#));
    }

    #[test]
    fn replaying_as_many_undos_carries_each_command_out_twice() {
        for n in SIZES {
            let mut session = opened();
            (0..n).for_each(|second| background(&mut session, second));
            (0..n / 2).for_each(|_| give(&mut session, n, r#"{"type": "undo"}"#));
            (0..n / 4).for_each(|_| {
                give(&mut session, n, r#"{"type": "redo"}"#);
                give(&mut session, n, r#"{"type": "undo"}"#);
            });
            let (replayed, count) = counted(|| Session::replay(session.journal()).unwrap().session);
            assert_eq!(count, n + n / 2);
            let (_, live) = counted(|| session.catch_up());
            assert_eq!((live, replayed.record()), (n / 2, session.record()));
        }
    }

    #[test]
    fn a_merge_carries_each_command_out_once() {
        for n in SIZES {
            let shared = opened();
            let (mut base, mut other) = (shared.clone(), shared);
            for second in 0..n {
                background(&mut base, 2 * second);
                // A conflict every other time.
                match second % 2 {
                    0 => background(&mut other, 2 * second + 1),
                    _ => give(
                        &mut other,
                        2 * second + 1,
                        &format!(r#"{{"type": "record_best_hopes", "text": "{second}"}}"#),
                    ),
                }
            }
            let (merged, count) = counted(|| merge(&base, &other).unwrap());
            assert_eq!((count, merged.conflicts.len()), (n + n / 2, n / 2));
            assert!(merged.conflicts.iter().all(|conflict| conflict.ours.len() <= 100));
        }
    }

    /// One that has another refused is found by halving.
    #[test]
    fn a_step_in_the_way_costs_some_merges_more() {
        let shared = opened();
        let (mut base, mut other) = (shared.clone(), shared);
        for second in 0..1_000 {
            background(&mut base, 2 * second);
            give(
                &mut other,
                2 * second + 1,
                match second {
                    300 => r#"{"type": "open_meeting", "chair": "p"}"#,
                    301 => r#"{"type": "conclude"}"#,
                    _ => r#"{"type": "record_best_hopes", "text": "x"}"#,
                },
            );
            if second == 301 {
                break;
            }
        }
        background(&mut base, 2_000);
        let (merged, count) = counted(|| merge(&base, &other).unwrap());
        assert_eq!(merged.conflicts.len(), 1);
        assert_eq!(merged.conflicts[0].refusal, Some(crate::Code::MeetingOver));
        assert!(count < 604 * 12, "{count}");
        assert_eq!(merged.session.record().referral.background.as_ref().unwrap().as_str(), "2000");
    }

    /// Everyone stands in for someone, no one came, and each action has an owner of its own; or one has all of both.
    #[test]
    fn what_is_allowed_asks_of_each_action_a_few_questions() {
        for (n, one) in SIZES.into_iter().flat_map(|n| [(n, false), (n, true)]) {
            let owner = |i: usize| if one { 0 } else { i };
            let participants = (0..n).map(|i| {
                format!(
                    r#"{{"id":"p{i}","kind":"professional","deputy_for":"p{}","attendance":"apologies"}}"#,
                    owner((i + 1) % n)
                )
            });
            let actions = (0..n).map(|i| format!(r#"{{"id":"a{i}","owner":"p{}"}}"#, owner(i)));
            let record = Record::from_json(format!(
                r#"{{"format":"support-panel/1","id":"r","profile":{{"id":"leicester-masp","version":"2017.1"}},
                "case":{{"reference":"EHA-1"}},"meeting":{{"status":"in_progress"}},"participants":[{}],"actions":[{}]}}"#,
                participants.collect::<Vec<_>>().join(","),
                actions.collect::<Vec<_>>().join(",")
            ))
            .unwrap();
            let profile = Profile::of(&record).unwrap();
            let session = Session::open(record, profile).unwrap();
            let (allowed, count) = counted(|| session.allowed());
            assert!(count <= 4 * n, "{count} for {n}");
            let accepts =
                allowed.iter().filter(|item| item.kind == super::super::CommandType::Accept);
            assert!(accepts.clone().all(|item| item.why.as_ref().unwrap().code == "not_there"));
            assert_eq!(accepts.count(), n);
        }
    }
}
