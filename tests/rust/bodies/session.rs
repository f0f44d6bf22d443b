//! Sittings: a refusal changes nothing, a journal brings back what was said, and what is cut is known.

use crate::steps::{Dice, any_command, opened, stamp};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;
use support_panel::session::merge;
use support_panel::{Code, Command, CommandType, Event, Profile, Record, Seal, Session};

/// More would be another day, and a tenth of the runs.
const MOST_STEPS: usize = 24;

static OPENED: LazyLock<Session> = LazyLock::new(opened);

fn sound(session: &Session) {
    let record = session.record();
    assert_eq!(&Record::from_json(record.to_json()).unwrap(), record);
    let again = Session::replay(session.journal()).unwrap();
    assert_eq!(again.lost, None);
    assert_eq!(again.session.record(), record);
    assert_eq!(again.session.journal(), session.journal());
    let last = u32::try_from(session.events().len()).unwrap();
    assert_eq!(session.at(last).as_ref(), Some(record));
    assert_eq!(session.at(last + 1), None);
}

/// Asks for a command; a refusal must leave everything as it was.
fn ask(session: &mut Session, command: Command, minute: usize, by: &str) -> bool {
    let before = (
        session.record().clone(),
        session.journal().len(),
        session.events().len(),
        session.standing(),
    );
    match session.apply(command, stamp(minute, by)) {
        Ok(_) => true,
        Err(refusal) => {
            assert_ne!(refusal.code(), Code::Internal);
            assert_eq!(
                before,
                (
                    session.record().clone(),
                    session.journal().len(),
                    session.events().len(),
                    session.standing()
                )
            );
            false
        }
    }
}

/// A sitting of Leicester's panel, with everything there is in it.
static LEICESTER: LazyLock<Session> = LazyLock::new(|| {
    let record = Record::from_json(include_str!("../../records/leicester-referral.json")).unwrap();
    let profile = Profile::of(&record).unwrap();
    Session::open(record, profile).unwrap()
});

/// Puts one command to a sitting that has not begun, and to one that has.
pub(crate) fn put(command: Command) {
    let chair = "p-chair";
    for mut session in [LEICESTER.clone(), OPENED.clone()] {
        let open =
            crate::steps::command(&format!(r#"{{"type":"open_meeting","chair":"{chair}"}}"#));
        for prelude in [None, Some(open)] {
            if let Some(prelude) = prelude {
                ask(&mut session, prelude, 0, chair);
            }
            let mut session = session.clone();
            ask(&mut session, command.clone(), 1, chair);
            let _ = session.outstanding();
            let _ = session.allowed();
            sound(&session);
        }
    }
}

/// Each six bytes are one step; their minutes are even or odd, so that two hands never share one.
fn take(session: &mut Session, steps: &[u8], odd: usize) {
    for dice in steps.as_chunks::<6>().0.iter().take(MOST_STEPS) {
        let dice: Dice = *dice;
        let command = any_command(session, dice);
        let minute = 2 * session.events().len() + odd;
        ask(session, command, minute, "p-chair");
    }
}

/// The first byte says where the journal is cut; each six bytes are one step.
pub(crate) fn session(bytes: &[u8]) {
    let Some((cut, steps)) = bytes.split_first() else { return };
    let mut session = OPENED.clone();
    take(&mut session, steps, 0);
    let _ = session.outstanding();
    sound(&session);

    let journal = session.journal();
    let first = journal.find('\n').unwrap() + 1;
    let cut = first + (journal.len() - first) * usize::from(*cut) / 255;
    let whole = journal[..cut].matches('\n').count() - 1;
    let short = Session::replay(&journal[..cut]).unwrap();
    let kept = short.session.events().len();
    assert!(
        kept == whole || (kept == whole + 1 && short.lost.is_none()),
        "more was lost than the last line"
    );

    let minute = 2 * MOST_STEPS;
    let before = session.record().clone();
    if session.undo(stamp(minute, "p-chair")).is_ok() {
        session.redo(stamp(minute, "p-chair")).unwrap();
        assert_eq!(session.record(), &before);
    }
}

/// A sitting as it was after each of its events is one that only these were put to.
pub(crate) fn at(bytes: &[u8]) {
    let mut session = OPENED.clone();
    take(&mut session, bytes, 0);
    for (index, event) in session.events().iter().enumerate() {
        let seq = u32::try_from(index).unwrap() + 1;
        let then = session.until(seq).unwrap();
        assert_eq!(then.events().last(), Some(event));
        assert_eq!(session.at(seq).as_ref(), Some(then.record()));
        let lines: usize =
            session.journal().split_inclusive('\n').take(index + 2).map(str::len).sum();
        assert_eq!(then.journal(), &session.journal()[..lines]);
        assert_eq!(Session::replay(then.journal()).unwrap().session.record(), then.record());
    }
}

/// The first byte says how much of the rest both hands share, the second how the remainder is dealt to them.
pub(crate) fn merging(bytes: &[u8]) {
    let [shared, dealt, steps @ ..] = bytes else { return };
    let at = |of: usize, byte: u8| of * usize::from(byte) / 255 / 6 * 6;
    let (shared, rest) = steps.split_at(at(steps.len(), *shared));
    let (ours, theirs) = rest.split_at(at(rest.len(), *dealt));
    let mut common = OPENED.clone();
    take(&mut common, shared, 0);
    let (mut base, mut other) = (common.clone(), common.clone());
    take(&mut base, ours, 0);
    take(&mut other, theirs, 1);

    let merged = merge(&base, &other).unwrap();
    sound(&merged.session);
    let steps_back =
        |event: &Event| matches!(event.event.kind(), CommandType::Undo | CommandType::Redo);
    let has = |session: &Session, event: &Event| {
        session.events().iter().any(|one| one.event == event.event && one.at == event.at)
    };
    // Where neither took anything back, every event is in force, and none is lost.
    if !base.events().iter().chain(other.events()).any(steps_back) {
        assert!(
            base.events().iter().all(|event| has(&merged.session, event)),
            "one of base's is lost"
        );
        for event in other.events() {
            let alike = base.events().iter().any(|one| one.event == event.event);
            let conflict = merged.conflicts.iter().any(|conflict| conflict.theirs == *event);
            assert!(alike || conflict || has(&merged.session, event), "one of the other's is lost");
        }
    }
    for (hand, beginning) in [(&base, &common), (&other, &common), (&base, &base)] {
        let alone = merge(hand, beginning).unwrap();
        assert_eq!(alone.session.record(), hand.record());
        assert!(alone.conflicts.is_empty(), "a sitting contradicts its own beginning");
    }
    let again = merge(&base, &other).unwrap();
    assert_eq!(again.session.journal(), merged.session.journal());
    assert_eq!(again.conflicts, merged.conflicts);
}

/// Under a key, a journal keeps nothing of a number that is not revealed: neither its reason nor who guesses for whom. The first
/// byte is the key.
pub(crate) fn sealed(bytes: &[u8]) {
    let Some((key, steps)) = bytes.split_first() else { return };
    let seal = Seal::new(&[*key; 32]);
    let open = |seal: &Seal| {
        Session::open_with(OPENED.record().clone(), OPENED.profile().clone(), seal.clone()).unwrap()
    };
    let mut session = open(&seal);
    take(&mut session, steps, 0);
    let again = Session::replay_with(session.journal(), seal).unwrap();
    assert_eq!(again.lost, None);
    assert_eq!(again.session.journal(), session.journal());
    assert_eq!(again.session.record(), session.record());
    assert_eq!(again.session.sealed(), session.sealed());

    // Under another key what is sealed stays so, whatever else is told.
    match Session::replay_with(session.journal(), Seal::new(&[!*key; 32])) {
        Ok(replayed) => {
            let closed =
                session.events().iter().any(|event| event.event.kind() == CommandType::Sealed);
            assert!(!closed || replayed.lost.is_some(), "a sealed number opened under another key");
        }
        Err(error) => assert_ne!(error.code(), Code::Internal),
    }
}

/// Any bytes as a journal. Without their digests lines say nothing, so that each line is also signed for them.
pub(crate) fn journal(bytes: &[u8]) {
    for text in [bytes.to_vec(), signed(bytes)] {
        match Session::replay(&text) {
            Ok(replayed) => sound(&replayed.session),
            Err(error) => {
                assert_ne!(error.code(), Code::Internal);
                assert!(error.to_string().is_ascii(), "a message of the journal's own words");
            }
        }
    }
}

/// Each line with the chain and the digest that belong there, put where it has `CHAIN` and at its end.
fn signed(bytes: &[u8]) -> Vec<u8> {
    let hex = |bytes: &[u8]| {
        Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    let mut before = String::new();
    let mut journal = Vec::new();
    for line in String::from_utf8_lossy(bytes).split('\n').take(40) {
        let mut line = line.replace("CHAIN", &before);
        let own = hex(line.as_bytes());
        line.push_str(&format!(",\"digest\":\"{own}\"}}"));
        before = hex(line.as_bytes());
        journal.extend_from_slice(line.as_bytes());
        journal.push(b'\n');
    }
    journal
}
