//! What a live sitting costs as it grows.

use crate::grown::grown;
use crate::{Cost, Ready, done};
use std::hint::black_box;
use support_panel::{Command, Profile, Session, Stamp, merge};

fn opened() -> Session {
    let record = grown("entries", 10, "in_progress");
    let profile = Profile::of(&record).expect("a built-in profile");
    Session::open(record, profile).expect("its own profile")
}

/// The stamp of the nth second.
fn stamp(n: usize) -> Stamp {
    let (hour, minute, second) = (12 + n / 3600, n / 60 % 60, n % 60);
    let at = format!(
        r#"{{"at": "2026-03-12T{hour:02}:{minute:02}:{second:02}Z", "by": "participant-0"}}"#
    );
    Stamp::from_json(at).expect("a stamp")
}

/// A new entry of the map.
fn entry(name: &str, n: usize) -> Command {
    let text = format!(
        r#"{{"type": "add_entry", "id": "{name}-{n}", "category": "goal", "text": "Words number {n}"}}"#
    );
    Command::from_json(text).expect("a command")
}

/// Other words for an entry that was there at the opening.
fn amended(n: usize) -> Command {
    let text = format!(
        r#"{{"type": "amend_entry", "entry": "entry-0", "text": "Words {n}", "why": "A slip"}}"#
    );
    Command::from_json(text).expect("a command")
}

fn said(size: usize, command: impl Fn(usize) -> Command) -> Session {
    let mut session = opened();
    for n in 0..size {
        session.apply(command(n), stamp(n)).expect("it may be said now");
    }
    session
}

/// A sitting with so many entries, and something done with it.
fn then(asked: fn(&mut Session, usize) -> bool) -> Ready {
    Box::new(move |size| {
        let mut session = said(size, |n| entry("new", n));
        Box::new(move || asked(&mut session, size))
    })
}

/// Two hands, each with so much of its own since they parted.
fn two_hands(ours: fn(usize) -> Command, theirs: fn(usize) -> Command) -> Ready {
    Box::new(move |size| {
        let (ours, theirs) = (said(size, ours), said(size, theirs));
        Box::new(move || done(merge(&ours, &theirs)))
    })
}

pub(crate) fn costs() -> impl Iterator<Item = Cost> {
    let whole: Ready = Box::new(|size| {
        Box::new(move || !black_box(said(size, |n| entry("new", n))).events().is_empty())
    });
    let costs: [(&str, &str, Ready); 10] = [
        ("sitting", "commands", whole),
        (
            "one-more",
            "commands",
            then(|session, n| done(session.apply(entry("more", n), stamp(n)))),
        ),
        ("undo", "commands", then(|session, n| done(session.undo(stamp(n))))),
        ("allowed", "commands", then(|session, _| !black_box(session.allowed()).is_empty())),
        (
            "outstanding",
            "commands",
            then(|session, _| {
                black_box(session.outstanding());
                true
            }),
        ),
        ("replay", "commands", then(|session, _| done(Session::replay(session.journal())))),
        (
            "replay",
            "undos",
            Box::new(|size| {
                let mut session = said(size, |n| entry("new", n));
                // The undos of a journal, without the cost of each of them live.
                let undone = (size / 2).clamp(1, 100);
                (0..undone).for_each(|_| {
                    session.undo(stamp(size)).expect("something to take back");
                });
                let journal = session.journal().to_owned();
                Box::new(move || done(Session::replay(journal)))
            }),
        ),
        ("merge", "entries a side", two_hands(|n| entry("ours", n), |n| entry("theirs", n))),
        ("merge", "conflicts", two_hands(|n| entry("both", n), |n| entry("both", 2 * n))),
        ("merge", "one item", two_hands(|n| amended(2 * n), |n| amended(2 * n + 1))),
    ];
    costs.into_iter().map(|(operation, list, ready)| Cost {
        operation: operation.to_owned(),
        list,
        ready,
    })
}
