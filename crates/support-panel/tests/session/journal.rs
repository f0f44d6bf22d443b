//! The journal: cut, changed by hand, and brought back.

use crate::steps::{Dice, PROFILE, RECORD, after};
use proptest::prelude::*;
use support_panel::{Code, Profile, Record, Session};

fn a_sitting() -> Session {
    let steps: Vec<Dice> = (0..40u8)
        .map(|i| {
            [i.wrapping_mul(37), i, i.wrapping_mul(11), i, i.wrapping_mul(3), i.wrapping_mul(7)]
        })
        .collect();
    after(1, &steps)
}

#[test]
fn cut_at_any_byte_it_gives_all_before_the_line_that_is_not_whole() {
    let session = a_sitting();
    let journal = session.journal().as_bytes();
    let starts: Vec<usize> = std::iter::once(0)
        .chain(journal.iter().enumerate().filter(|(_, b)| **b == b'\n').map(|(i, _)| i + 1))
        .collect();
    let opening = starts[1] - 1;
    assert_eq!(Session::replay(&journal[..opening - 1]).unwrap_err().code(), Code::NoOpening);
    // Every byte of the first events and of the last.
    let cuts = (opening..starts[4]).chain(starts[starts.len() - 3]..=journal.len());
    for cut in cuts {
        let replayed =
            Session::replay(&journal[..cut]).unwrap_or_else(|error| panic!("{cut}: {error}"));
        // A line counts from its closing brace on: the end of the line may be missing.
        let whole = starts.iter().filter(|start| **start > 0 && **start - 1 <= cut).count() - 1;
        assert_eq!(replayed.session.events().len(), whole, "{cut}");
        let at = u32::try_from(whole).unwrap();
        assert_eq!(Some(replayed.session.record()), session.at(at).as_ref());
        let rest = cut.saturating_sub(starts[whole + 1]);
        assert_eq!(
            replayed.lost.map(|lost| (lost.line, lost.bytes)),
            (rest > 0).then_some((whole + 2, rest)),
            "{cut}"
        );
    }
}

#[test]
fn until_an_event_it_is_as_its_journal_to_there_tells() {
    let session = a_sitting();
    let lines: Vec<&str> = session.journal().split_inclusive('\n').collect();
    for (seq, count) in (0..).zip(1..=lines.len()) {
        let then = session.until(seq).unwrap();
        assert_eq!(then.journal(), lines[..count].concat());
        assert_eq!(
            then.outstanding(),
            Session::replay(then.journal()).unwrap().session.outstanding()
        );
    }
    assert!(session.until(u32::try_from(lines.len()).unwrap()).is_none());
}

/// What a council keeps in a record may stand on lines of its own; the journal's lines are still whole.
#[test]
fn data_on_several_lines_comes_back_on_one() {
    let several = "{\n \"note\": [1,\r\n 2]\r}";
    let text = RECORD.replacen(
        "\"kind\":\"family\",",
        &format!("\"kind\":\"family\",\"extensions\":{several},"),
        1,
    );
    let session =
        Session::open(Record::from_json(text).unwrap(), Profile::from_toml(PROFILE).unwrap())
            .unwrap();
    assert!(session.record().to_json().contains(r#""extensions":{"note":[1,2]}"#));
    assert_eq!(session.journal().lines().count(), 1);
    let again = Session::replay(session.journal()).unwrap();
    assert_eq!(again.session.record().to_json(), session.record().to_json());
    assert_eq!(again.session.journal(), session.journal());
}

#[test]
fn a_line_left_out_moved_or_said_twice_is_named() {
    let session = a_sitting();
    let lines: Vec<&str> = session.journal().lines().collect();
    let named = |lines: &[&str]| {
        let error =
            Session::replay(lines.iter().map(|line| format!("{line}\n")).collect::<String>())
                .unwrap_err();
        (error.code(), error.line())
    };
    let mut without = lines.clone();
    without.remove(5);
    assert_eq!(named(&without), (Code::BadJournal, Some(6)));
    let mut swapped = lines.clone();
    swapped.swap(5, 6);
    assert_eq!(named(&swapped), (Code::BadJournal, Some(6)));
    let mut twice = lines.clone();
    twice.insert(5, lines[5]);
    assert_eq!(named(&twice), (Code::BadJournal, Some(7)));
    assert_eq!(named(&lines[1..]), (Code::BadJournal, Some(1)));
}

proptest! {
    /// One character changed anywhere, and the line is named: unless it is the end, which may have been cut.
    #[test]
    fn a_change_by_hand_is_found(index in any::<prop::sample::Index>(), by in 1u8..=255) {
        let session = a_sitting();
        let mut bytes = session.journal().as_bytes().to_vec();
        let index = index.index(bytes.len() - 1);
        let line = bytes[..index].iter().filter(|b| **b == b'\n').count() + 1;
        bytes[index] ^= by;
        let error = Session::replay(&bytes).unwrap_err();
        let found = error.line().map(|found| found as usize);
        // A line's end written over joins two lines; a new one in the middle makes two of one.
        prop_assert!(found == Some(line), "{error} in line {line}");
        prop_assert!([Code::BadJournal, Code::NoOpening].contains(&error.code()));
    }
}
