//! `profile check`, `show`, `diff` and `new`, and `rules --profile`.

use super::{run, run_on, scratch, write};

const FAULTY: &str = "id = \"a\"\nversion = \"1\"\ntitel = \"A\"\n[after]\nminutes_within = \"5 days\"\n[chair]\nseats = [\"managr\"]\n[[seats]]\nid = \"manager\"\n";

#[test]
fn check_tells_every_fault_with_its_place_and_what_to_write() {
    let directory = scratch("profile-check");
    let file = write(&directory, "ours.toml", FAULTY);
    let ran = run(&["profile", "check", &file]);
    assert_eq!(ran.status, 1, "{}", ran.err);
    assert!(ran.out.contains("3 faults"), "{}", ran.out);
    for line in [
        "line 3 column 1, at the whole (unknown_key)",
        "\"titel\" is not a key here; did you mean \"title\"?",
        "Write minutes_within = { working_days = 5 }.",
        "line 7 column 10, at /chair/seats/0 (bad_reference)",
        "Write \"manager\".",
    ] {
        assert!(ran.out.contains(line), "{line}: {}", ran.out);
    }
    let json = run(&["profile", "check", &file, "--format", "json"]).json();
    assert_eq!(json["faults"][2]["word"], "managr");
    assert_eq!(run(&["profile", "check", "nowhere.toml"]).status, 2);
}

#[test]
fn check_of_a_sound_profile_counts_and_says_what_is_silent() {
    let ran = run(&["profile", "check", "crates/support-panel/profiles/leicester-masp.toml"]);
    assert_eq!(ran.status, 0, "{}", ran.out);
    assert!(ran.out.contains("12 roles, 6 stages"), "{}", ran.out);
    assert!(ran.out.contains("the profile does not say quorum"), "{}", ran.out);
}

#[test]
fn show_writes_a_page() {
    let text = run(&["profile", "show", "leicester-masp"]);
    assert_eq!(text.status, 0);
    // A link is never broken.
    let mut lines = text.out.lines().filter(|line| !line.contains("https://"));
    assert!(lines.all(|line| line.chars().count() <= 78), "{}", text.out);
    assert!(text.out.contains("Silent rules") || text.out.contains("SP203"), "{}", text.out);
    let html = run(&["profile", "show", "leicester-masp", "--format", "html"]);
    assert!(html.out.to_lowercase().starts_with("<!doctype html>"), "{}", html.out);
}

#[test]
fn diff_says_that_numbers_are_no_longer_comparable() {
    let directory = scratch("profile-diff");
    let new = write(
        &directory,
        "new.toml",
        "extends = \"leicester-masp\"\nid = \"leicester-masp\"\nversion = \"2\"\n[quorum]\nmin_agencies = 3\n[[scales]]\nid = \"panel\"\nmax = 5\n[[seats]]\nid = \"crasbu_representative\"\nremove = true\n",
    );
    let ran = run(&["profile", "diff", "leicester-masp", &new]);
    assert_eq!(ran.status, 1, "{}", ran.err);
    for line in [
        "max was 10, is now 5. Numbers from before and after are no longer comparable.",
        "Quorum: min agencies is now 3; nothing was said before.",
        "is gone. A record that names it does not fit the new version",
        "SP203 (",
    ] {
        assert!(ran.out.contains(line), "{line}: {}", ran.out);
    }
    let same = run(&["profile", "diff", "leicester-masp", "leicester-masp"]);
    assert_eq!((same.status, same.out.as_str()), (0, "They say the same.\n"));
}

#[test]
fn new_asks_and_writes_a_profile_that_reads() {
    let directory = scratch("profile-new");
    let answers = "Exampleshire Council\nFamily Panel\n\n\nEarly help\n\nTeam Manager, Social Care\nHead of Year, Schools\n\nTeam Manager\n\n2\nWelcome\nSummary, 4\n\n4\nHow safe?\nNot, Safe\nContinue, stay\nClose, close\n\n12\n5\n\nEHA, early help assessment\n\n";
    let ran = run_on(answers, &["profile", "new"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.err.contains("Which council?"), "{}", ran.err);
    let file = write(&directory, "new.toml", &ran.out);
    let checked = run(&["profile", "check", &file]);
    assert_eq!(checked.status, 0, "{}", checked.out);
    assert!(
        checked.out.contains("2 roles, 2 stages, 4 columns, 1 scale, 2 decisions"),
        "{}",
        checked.out
    );
}

#[test]
fn new_takes_answers_from_a_file_and_says_which_is_none() {
    let directory = scratch("profile-answers");
    let file = write(&directory, "answers.txt", run(&["profile", "new", "--questions"]).out);
    let ran = run(&["profile", "new", "--answers", &file]);
    assert_eq!(ran.status, 2, "the note-taker of the example is no role of it: {}", ran.out);
    assert!(ran.err.contains("/note_taker"), "{}", ran.err);
    let file = write(&directory, "wrong.txt", "meeting: Panel\nquorum: many\n");
    assert!(run(&["profile", "new", "--answers", &file]).err.contains("/quorum"));
    let file = write(&directory, "odd.txt", "# a note\nmeeting\n");
    assert!(run(&["profile", "new", "--answers", &file]).err.contains("line 2"));
}

#[test]
fn rules_under_a_profile_say_which_are_silent() {
    let ran = run(&["rules", "--profile", "leicester-masp"]);
    let line = ran.out.lines().find(|line| line.starts_with("SP203")).unwrap();
    assert!(line.ends_with("[silent: the profile does not say quorum]"), "{line}");
    let json = run(&["rules", "--profile", "leicester-masp", "--format", "json"]).json();
    let rule = json.as_array().unwrap().iter().find(|it| it["code"] == "SP508").unwrap();
    assert_eq!(rule["severity"], "advice");
}
