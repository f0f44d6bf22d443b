//! How cost grows with each list of a record: the rules and a live sitting, per item; and where lists refer to each other,
//! per reference.

use crate::grown::{Item, LISTS, grown, record};
use crate::race::{Table, race, runner};
use serde_json::{Value, json};
use std::time::Duration;
use support_panel::{CheckOptions, Command, Profile, Record, Session, Stamp, check};

const SIZES: [usize; 4] = [10, 100, 1_000, 10_000];
/// Nanoseconds of some work for each of so many things.
fn each<T>(count: usize, work: impl FnMut() -> T) -> String {
    let times = race(&mut [runner("", work)], 5, Duration::from_millis(5));
    times
        .first()
        .map(|(_, time)| format!("{:.0}", time.as_secs_f64() * 1e9 / count as f64))
        .unwrap_or_default()
}

fn rows(name: &str, sizes: &[usize], mut cell: impl FnMut(usize) -> String) -> Vec<String> {
    [name.to_owned()].into_iter().chain(sizes.iter().map(|size| cell(*size))).collect()
}

fn head(first: &str, sizes: &[usize]) -> Vec<String> {
    rows(first, sizes, |size| size.to_string())
}

fn judged(record: &Record) -> usize {
    let profile = Profile::of(record).expect("a built-in profile");
    check(record, &profile, &CheckOptions::default()).expect("its own profile").len()
}

/// All rules, for each list.
pub(crate) fn table() -> Table {
    let row = |(list, _): &(&str, Item)| {
        rows(list, &SIZES, |size| {
            let record = grown(list, size, "concluded");
            each(size, || judged(&record))
        })
    };
    let title = "All rules, nanoseconds per item of a list of so many".into();
    Table { title, head: head("list", &SIZES), rows: LISTS.iter().map(row).collect() }
}

/// A command, all that may be said next and all that is still to do, for each list.
pub(crate) fn live() -> Table {
    const SIZES: [usize; 3] = [10, 100, 1_000];
    let stamp = Stamp::from_json(r#"{"at": "2026-03-12T23:30:00Z", "by": "participant-0"}"#)
        .expect("a stamp");
    let text = |n: u32| {
        format!(
            r#"{{"type": "amend_entry", "entry": "entry-0", "text": "Words {n}", "why": "A slip"}}"#
        )
    };
    let row = |(list, _): &(&str, Item)| {
        rows(list, &SIZES, |size| {
            let record = grown(list, size, "in_progress");
            let profile = Profile::of(&record).expect("a built-in profile");
            let mut session = Session::open(record, profile).expect("its own profile");
            let mut said = 0;
            each(size, || {
                said += 1;
                session
                    .apply(Command::from_json(text(said)).expect("a command"), stamp.clone())
                    .expect("it may be said now");
                (session.outstanding(), session.allowed())
            })
        })
    };
    let title = "A command, what may follow and what is still to do, nanoseconds per item of a list of so many".into();
    Table { title, head: head("list", &SIZES), rows: LISTS.iter().map(row).collect() }
}

/// Lists in which everything refers to everything.
pub(crate) fn crossed() -> Table {
    const SIZES: [usize; 3] = [10, 100, 300];
    let ids =
        |of: &str, size: usize| -> Vec<String> { (0..size).map(|i| format!("{of}-{i}")).collect() };
    let ids = &ids as &dyn Fn(&str, usize) -> Vec<String>;
    let participants = |size: usize| -> Vec<Value> {
        (0..size).map(|i| json!({"id": format!("participant-{i}"), "kind": "professional", "attendance": "present"})).collect()
    };
    let list = |size: usize, item: &dyn Fn(usize) -> Value| -> Vec<Value> {
        (0..size).map(item).collect()
    };
    let held = || json!({"status": "concluded", "held_on": "2026-03-12"});
    type Made<'a> = Box<dyn Fn(usize) -> Value + 'a>;
    let made: [(&str, Made<'_>); 4] = [
        (
            "entries that answer each other",
            Box::new(move |n| {
                let item = |i| json!({"id": format!("entry-{i}"), "category": "goal", "text": format!("Words {i}"), "answers": ids("entry", n)});
                json!({"case": {"reference": "C"}, "meeting": held(), "mapping": list(n, &item)})
            }),
        ),
        (
            "actions that everyone supports",
            Box::new(move |n| {
                let item = |i| json!({"id": format!("action-{i}"), "text": "Ring", "supporting": ids("participant", n)});
                json!({"case": {"reference": "C"}, "meeting": held(), "participants": participants(n), "actions": list(n, &item)})
            }),
        ),
        (
            "sittings in which everyone answers",
            Box::new(move |n| {
                let item = |i| {
                    let ratings: Vec<Value> = ids("participant", n)
                        .iter()
                        .map(|by| json!({"by": by, "value": 5}))
                        .collect();
                    json!({"scale": "panel", "round": format!("round {i}"), "ratings": ratings})
                };
                json!({"case": {"reference": "C"}, "meeting": held(), "participants": participants(n), "scaling": list(n, &item)})
            }),
        ),
        (
            "sittings in which one answers of all",
            Box::new(move |n| {
                let item = |i| json!({"scale": "panel", "round": format!("round {i}"), "ratings": [{"by": "participant-0", "value": 5}]});
                json!({"case": {"reference": "C"}, "meeting": held(), "participants": participants(n), "scaling": list(n, &item)})
            }),
        ),
    ];
    let row = |(name, made): &(&str, Made<'_>)| {
        rows(name, &SIZES, |size| {
            let record = record(made(size));
            each(size * size, || judged(&record))
        })
    };
    Table {
        title: "All rules, nanoseconds per pair of a list times itself".into(),
        head: head("lists", &SIZES),
        rows: made.iter().map(row).collect(),
    }
}
