//! A sitting with a full panel: one command, and all that is still to do.

use crate::race::{Table, race, ratios, runner};
use std::cell::RefCell;
use std::time::Duration;
use support_panel::record::MeetingStatus;
use support_panel::{Command, Profile, Record, Session, Stamp};

pub(crate) fn table() -> Table {
    let text = std::fs::read_to_string("tests/records/leicester-initial.json")
        .expect("run from the root of the repository");
    let mut record = Record::from_json(text).expect("an example");
    record.meeting.status = Some(MeetingStatus::InProgress);
    let profile = Profile::of(&record).expect("a built-in profile");
    let command = |json: &str| Command::from_json(json).expect("a command");
    // Two wordings in turn: a command that would change nothing is refused.
    let amend = ["Rent arrears of 1,840 pounds", "Rent arrears of 1,480 pounds"]
        .map(|text| command(&format!(r#"{{"type": "amend_entry", "entry": "m08", "text": "{text}", "why": "The sum was wrong"}}"#)));
    let stamp =
        Stamp::from_json(r#"{"at": "2026-03-12T11:30:00Z", "by": "p-chair"}"#).expect("a stamp");
    let opened = Session::open(record, profile).expect("its own profile");
    // Taken up anew now and then, so that the sitting stays as long as one is.
    let (session, taken) = (RefCell::new(opened.clone()), RefCell::new(0));
    let apply = || {
        if *taken.borrow() == 100 {
            *session.borrow_mut() = opened.clone();
            *taken.borrow_mut() = 0;
        }
        *taken.borrow_mut() += 1;
        let amend = amend.get(*taken.borrow() % 2).expect("one of two");
        session
            .borrow_mut()
            .apply(amend.clone(), stamp.clone())
            .map(drop)
            .expect("it may be said now");
    };
    let mut runners = [
        runner("one command, then all that is still to do", || {
            apply();
            session.borrow().outstanding()
        }),
        runner("one command", apply),
        runner("all that is still to do", || opened.outstanding()),
    ];
    ratios(
        "A sitting with a full panel",
        "µs",
        1e6,
        race(&mut runners, 31, Duration::from_millis(20)),
    )
}
