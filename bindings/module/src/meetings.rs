//! Live meetings, each under a number until it is closed.

use crate::blocks::{Blocks, answer};
use crate::exports;
use crate::records::{profile, record};
use std::cell::RefCell;
use std::collections::BTreeMap;
use support_panel::interface;
use support_panel::{Code, Error, Seal, Session};

thread_local! {
    static OPEN: RefCell<Meetings> = RefCell::default();
}

#[derive(Default)]
struct Meetings {
    last: u32,
    by_number: BTreeMap<u32, Session>,
}

impl Meetings {
    /// Keeps a meeting, and says its number and what there is to say beside it. Numbers are never used again.
    fn keep(&mut self, session: Session, beside: &str, told: &str) -> String {
        self.last = self.last.wrapping_add(1);
        self.by_number.insert(self.last, session);
        format!(r#"{{"session":{},"{beside}":{told}}}"#, self.last)
    }
}

fn seal(blocks: &Blocks, key: u32) -> Result<Seal, Error> {
    Ok(blocks.given(key)?.map_or_else(Seal::default, Seal::new))
}

fn unknown() -> Error {
    let message = "found the number of no meeting, expected one that is open";
    Error::outside(Code::Disposed, message)
}

/// What an operation makes of the meeting of that number.
fn of(session: u32, operation: impl FnOnce(&mut Session, &Blocks) -> Result<String, Error>) -> u32 {
    answer(|blocks| {
        OPEN.with_borrow_mut(|open| match open.by_number.get_mut(&session) {
            Some(session) => operation(session, blocks),
            None => Err(unknown()),
        })
    })
}

exports! {
    /// Opens a meeting on a record.
    fn session_open(record_text, profile_text, key) = answer(|blocks| {
        let profile = profile(blocks, profile_text)?;
        let session =
            interface::open(&record(blocks, record_text)?, profile.as_ref(), seal(blocks, key)?)?;
        Ok(OPEN.with_borrow_mut(|open| open.keep(session, "lost", "null")))
    });

    /// Brings a meeting back from its journal, and says what was lost of a cut one.
    fn session_replay(journal, key) = answer(|blocks| {
        let replayed = Session::replay_with(blocks.needed(journal)?, seal(blocks, key)?)?;
        let lost = interface::json(&replayed.lost);
        Ok(OPEN.with_borrow_mut(|open| open.keep(replayed.session, "lost", &lost)))
    });

    /// Takes a command or refuses it; its event.
    fn session_apply(session, command, stamp) = of(session, |session, blocks| {
        interface::apply(session, blocks.needed(command)?, blocks.needed(stamp)?)
    });

    /// Takes the last command back; its event.
    fn session_undo(session, stamp) = of(session, |session, blocks| {
        interface::undo(session, blocks.needed(stamp)?)
    });

    /// Puts back what was taken back; its event.
    fn session_redo(session, stamp) = of(session, |session, blocks| {
        interface::redo(session, blocks.needed(stamp)?)
    });

    /// The record as it stands.
    fn session_record(session) = of(session, |session, _| Ok(session.record().to_json()));

    /// The journal.
    fn session_journal(session) = of(session, |session, _| Ok(session.journal().to_owned()));

    /// How far the meeting has come.
    fn session_standing(session) = of(session, |session, _| Ok(interface::json(&session.standing())));

    /// Which commands would be taken now, and why others would not.
    fn session_allowed(session) = of(session, |session, _| Ok(interface::json(&session.allowed())));

    /// What is still needed.
    fn session_outstanding(session) = of(session, |session, _| {
        Ok(interface::json(&session.outstanding()))
    });

    /// Who has given numbers that no one may read yet.
    fn session_sealed(session) = of(session, |session, _| Ok(interface::json(&session.sealed())));

    /// The question bank for a column.
    fn session_questions(session, column) = of(session, |session, blocks| {
        Ok(interface::questions(session, blocks.needed_word(column)?))
    });

    /// What the clock of the running stage shows.
    fn session_timer(session, at) = of(session, |session, blocks| {
        interface::timer(session, blocks.needed_word(at)?)
    });

    /// Joins what another hand noted of the same meeting: a new meeting, and what is left to decide.
    fn session_merge(session, other) = answer(|_| {
        OPEN.with_borrow_mut(|open| {
            let of = |number| open.by_number.get(&number).ok_or_else(unknown);
            let merged = support_panel::merge(of(session)?, of(other)?)?;
            let conflicts = interface::conflicts(&merged.conflicts);
            Ok(open.keep(merged.session, "conflicts", &conflicts))
        })
    });

    /// Forgets a meeting: 1, or 0 where none has that number.
    fn session_close(session) = OPEN.with_borrow_mut(|open| {
        u32::from(open.by_number.remove(&session).is_some())
    });
}
