//! `session`: a sitting over pipes, kept on disk.

use super::*;
use std::io::{BufRead, BufReader};

const REFERRAL: &str = "tests/records/leicester-referral.json";

fn file(folder: &Path, name: &str) -> String {
    folder.join(name).to_str().unwrap().to_owned()
}

fn step(minute: u8, command: &str) -> String {
    format!(
        "{{\"command\":{command},\"stamp\":{{\"at\":\"2026-03-12T09:{minute}:00Z\",\"by\":\"p-chair\"}}}}\n"
    )
}

fn steps() -> String {
    let open = r#"{"type":"open_meeting","chair":"p-chair"}"#;
    [
        step(30, open),
        step(31, r#"{"type":"arrive","participant":"p-chair"}"#),
        step(32, open),
        step(33, r#"{"type":"conclude"}"#),
    ]
    .concat()
}

fn session(args: &[&str], stdin: &str) -> Ran {
    finish(command(&[&["session"], args].concat()), stdin.as_bytes())
}

#[test]
fn a_sitting_is_answered_line_by_line_and_goes_on_later() {
    let folder = scratch("session-goes-on");
    let journal = file(&folder, "journal");
    let begun = session(&[&journal, "--start", REFERRAL], &steps());
    let answers: Vec<serde_json::Value> =
        begun.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((begun.status, answers.len()), (1, 4), "{}", begun.err);
    assert_eq!(answers[1]["seq"], 2);
    assert_eq!(answers[2]["error"]["code"], "already_open");
    let text = std::fs::read_to_string(&journal).unwrap();
    assert!(text.ends_with(&format!("{}\n", begun.last_line())));

    let late = step(
        34,
        r#"{"type":"amend","why":"It was said","change":{"type":"dissent","view":"Otherwise"}}"#,
    );
    let went_on = session(&[&journal], &late);
    assert_eq!((went_on.status, went_on.json()["seq"].as_u64()), (0, Some(4)), "{}", went_on.err);
    assert_eq!(
        session(&[&journal, "--record"], "").json()["outcome"]["dissent"][0]["by"],
        "p-chair"
    );
    assert_eq!(session(&[&journal, "--at", "3"], "").json()["outcome"], serde_json::Value::Null);
    assert_eq!(session(&[&journal, "--at", "5"], "").status, 2);
    let whole = session(&[&journal, "--verify"], "");
    assert_eq!((whole.status, whole.out.as_str()), (0, "4 events, whole\n"));
}

#[test]
fn a_line_that_is_no_step_is_answered_too() {
    let folder = scratch("session-no-step");
    let lines = format!(
        "{{}}\nnonsense\n{{\"command\":{{\"type\":\"dance\"}},\"stamp\":{{}}}}\n{}",
        steps()
    );
    let ran = session(&[&file(&folder, "journal"), "--start", REFERRAL], &lines);
    let codes: Vec<_> = ran
        .out
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["error"]["code"].clone()
        })
        .collect();
    assert_eq!(codes[..3], ["missing_key", "bad_syntax", "unknown_word"]);
    assert_eq!(codes.len(), 7);
}

#[test]
fn a_journal_that_is_there_is_not_begun_again() {
    let folder = scratch("session-there");
    let journal = file(&folder, "journal");
    assert_eq!(session(&[&journal, "--start", REFERRAL], &steps()).status, 1);
    let before = std::fs::read(&journal).unwrap();
    assert_eq!(session(&[&journal, "--start", REFERRAL], &steps()).status, 2);
    assert_eq!(std::fs::read(&journal).unwrap(), before);
}

/// Killed after an answer, the sitting has everything that was answered.
#[test]
fn what_was_answered_survives_a_kill() {
    let folder = scratch("session-kill");
    let journal = file(&folder, "journal");
    let mut running = command(&["session", &journal, "--start", REFERRAL]);
    let mut child = running.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap());
    let mut answered = String::new();
    for line in steps().lines().take(2) {
        writeln!(stdin, "{line}").unwrap();
        answered.clear();
        answers.read_line(&mut answered).unwrap();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(std::fs::read_to_string(&journal).unwrap().ends_with(&answered));

    // Cut in the middle of the last line, it goes on from the one before, and says so.
    let whole = std::fs::read(&journal).unwrap();
    std::fs::write(&journal, &whole[..whole.len() - 30]).unwrap();
    let verified = session(&[&journal, "--verify"], "");
    assert_eq!((verified.status, verified.out.as_str()), (1, "1 events\n"));
    let resumed = session(&[&journal], steps().lines().nth(1).unwrap());
    assert_eq!(resumed.status, 0);
    assert!(resumed.err.contains("line 3") && !resumed.err.contains("arrive"), "{}", resumed.err);
    assert_eq!(std::fs::read(&journal).unwrap(), whole);
}

#[test]
fn a_journal_changed_by_hand_is_not_gone_on_with() {
    let folder = scratch("session-changed");
    let journal = file(&folder, "journal");
    session(&[&journal, "--start", REFERRAL], &steps());
    let changed = std::fs::read_to_string(&journal).unwrap().replace("09:31", "09:30");
    std::fs::write(&journal, &changed).unwrap();
    for args in [&[journal.as_str(), "--verify"][..], &[&journal]] {
        let ran = session(args, "");
        assert!(
            ran.status == 2 && ran.err.contains("line 3") && ran.err.contains("bad_journal"),
            "{}",
            ran.err
        );
    }
    assert_eq!(std::fs::read_to_string(&journal).unwrap(), changed);
}

#[test]
fn with_a_key_the_same_is_needed_again() {
    let folder = scratch("session-key");
    let (journal, key, profile, record) = (
        file(&folder, "journal"),
        file(&folder, "key"),
        file(&folder, "profile.toml"),
        file(&folder, "record.json"),
    );
    std::fs::write(&key, "kept apart, and as long as a key must be").unwrap();
    std::fs::write(
        &profile,
        "extends = \"leicester-masp\"\nid = \"ours\"\nversion = \"1\"\n[[scales]]\nid = \"panel\"\nindependent = true\n",
    )
    .unwrap();
    let text = std::fs::read_to_string(root().join(REFERRAL)).unwrap();
    std::fs::write(
        &record,
        text.replace("\"leicester-masp\"", "\"ours\"").replace("\"2017.1\"", "\"1\""),
    )
    .unwrap();
    let rate = step(33, r#"{"type":"rate","scale":"panel","value":6,"reason":"Joan comes"}"#);
    let lines: String = steps().lines().take(2).map(|line| format!("{line}\n")).collect::<String>()
        + &step(32, r#"{"type":"open_round","scale":"panel"}"#)
        + &rate;
    let begun =
        session(&[&journal, "--start", &record, "--profile", &profile, "--key", &key], &lines);
    assert_eq!(begun.status, 0, "{}", begun.err);
    assert!(
        !begun.out.contains("Joan")
            && !std::fs::read_to_string(&journal).unwrap().contains("Joan comes")
    );
    let without = session(&[&journal, "--verify"], "");
    assert!(without.status == 2 && without.err.contains("wrong_seal"), "{}", without.err);
    assert_eq!(session(&[&journal, "--verify", "--key", &key], "").status, 0);
}

#[test]
fn a_fault_of_a_stamp_is_below_the_stamp() {
    let folder = scratch("session-stamp");
    let lines = concat!(
        r#"{"command":{"type":"conclude"},"stamp":{"at":"today","by":"p-chair"}}"#,
        "\n",
        r#"{"command":{"type":"conclude"},"stamp":{"at":"2026-03-12T09:30:00Z","by":"p-nobody"}}"#,
    );
    let ran = session(&[&file(&folder, "journal"), "--start", REFERRAL], lines);
    let paths: Vec<_> = ran
        .out
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["error"]["path"].clone()
        })
        .collect();
    assert_eq!(paths, ["/stamp/at", "/stamp/by"]);
}

#[test]
fn a_second_writer_is_told_who_is_in_its_way() {
    let folder = scratch("session-second");
    let journal = file(&folder, "journal");
    let mut first = command(&["session", &journal, "--start", REFERRAL]);
    let mut child = first.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(steps().lines().next().unwrap().as_bytes()).unwrap();
    stdin.write_all(b"\n").unwrap();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut String::new()).unwrap();
    let second = session(&[&journal], &steps());
    assert!(second.status == 2 && second.err.contains("another sitting"), "{}", second.err);
    drop(stdin);
    child.wait().unwrap();
}

#[test]
fn an_answer_without_a_reader_is_no_success() {
    let folder = scratch("session-unread");
    let mut sitting = command(&["session", &file(&folder, "journal"), "--start", REFERRAL]);
    let mut child = sitting.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    let _ = stdin.write_all(steps().as_bytes());
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(2));
}

/// What an earlier start left behind is in no one's way, unless a command was taken; nor is what is no journal touched.
#[test]
fn a_start_that_failed_can_be_made_again() {
    let folder = scratch("session-again");
    let journal = file(&folder, "journal");
    session(&[&journal, "--start", REFERRAL], "");
    let whole = std::fs::read(&journal).unwrap();
    let beside = format!("{journal}.begun");
    assert!(!Path::new(&beside).exists());
    for left in [&b""[..], &whole[..40], &whole[..whole.len() - 2]] {
        std::fs::write(&journal, left).unwrap();
        std::fs::write(&beside, "left by a kill").unwrap();
        let ran = session(&[&journal, "--start", REFERRAL], "");
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        assert_eq!(std::fs::read(&journal).unwrap(), whole);
        assert!(!Path::new(&beside).exists());
    }
    for other in [&whole[..], b"Dear Joan,", b"{\"journal\":1}"] {
        std::fs::write(&journal, other).unwrap();
        assert_eq!(session(&[&journal, "--start", REFERRAL], "").status, 2);
        assert_eq!(std::fs::read(&journal).unwrap(), other);
    }
}

#[cfg(unix)]
#[test]
fn a_journal_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = scratch("session-mode");
    let journal = file(&folder, "journal");
    session(&[&journal, "--start", REFERRAL], "");
    assert_eq!(std::fs::metadata(&journal).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_key_of_hardly_anything_is_refused_and_nothing_begun() {
    let folder = scratch("session-short-key");
    let (journal, key) = (file(&folder, "journal"), file(&folder, "key"));
    for bytes in [0, 1, 31] {
        std::fs::write(&key, vec![b'k'; bytes]).unwrap();
        let ran = session(&[&journal, "--start", REFERRAL, "--key", &key], "");
        assert!(ran.status == 2 && ran.err.contains(&format!("{bytes} bytes")), "{}", ran.err);
        assert!(!Path::new(&journal).exists());
    }
    std::fs::write(&key, [b'k'; 32]).unwrap();
    assert_eq!(session(&[&journal, "--start", REFERRAL, "--key", &key], "").status, 0);
    assert_eq!(session(&[&journal, "--verify", "--key", &key], "").status, 0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_without_an_end_is_refused() {
    let folder = scratch("session-endless");
    let journal = file(&folder, "journal");
    let ran = session(&[&journal, "--start", REFERRAL, "--key", "/dev/zero"], "");
    assert!(ran.status == 2 && ran.err.contains("65536 bytes"), "{}", ran.err);
    let ran = session(&["/dev/zero", "--verify"], "");
    assert!(ran.status == 2 && ran.err.contains("268435456 bytes"), "{}", ran.err);
}
