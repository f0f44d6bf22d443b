//! Sittings: a refusal changes nothing, a journal brings back what was said, and what is cut is known.

use crate::steps::{Dice, any_command, opened, stamp};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;
use support_panel::{Code, Command, Profile, Record, Session};

/// More would be another day.
const MOST_STEPS: usize = 100;

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
    for mut session in [LEICESTER.clone(), opened()] {
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

/// The first byte says where the journal is cut; each six bytes are one step.
pub(crate) fn session(bytes: &[u8]) {
    let Some((cut, steps)) = bytes.split_first() else { return };
    let mut session = opened();
    for (minute, dice) in steps.as_chunks::<6>().0.iter().take(MOST_STEPS).enumerate() {
        let dice: Dice = *dice;
        let command = any_command(&session, dice);
        ask(&mut session, command, minute, "p-chair");
    }
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

    let minute = MOST_STEPS;
    let before = session.record().clone();
    if session.undo(stamp(minute, "p-chair")).is_ok() {
        session.redo(stamp(minute, "p-chair")).unwrap();
        assert_eq!(session.record(), &before);
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
