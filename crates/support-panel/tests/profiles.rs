//! Profiles: the shipped ones, merging, and what is refused.
#![allow(clippy::unwrap_used, reason = "a test says what it expects")]

use support_panel::{Code, Profile, profiles};

#[test]
fn every_shipped_profile_writes_and_reads_back() {
    for profile in profiles() {
        let json = profile.to_json();
        assert_eq!(&Profile::from_json(&json).unwrap(), profile, "{}", profile.id);
        assert_eq!(Profile::from_json(&json).unwrap().to_json(), json);
    }
}

#[test]
fn leicester_is_complete_against_its_briefing() {
    let p = Profile::built_in("leicester-masp").unwrap();
    assert_eq!(p.seats.iter().filter(|s| s.core == Some(true)).count(), 11);
    assert_eq!(p.agenda.len(), 6);
    assert_eq!(p.agenda.iter().filter_map(|s| s.minutes).collect::<Vec<_>>(), [4]);
    assert_eq!(p.columns.len(), 3);
    assert_eq!(p.questions.len(), 14);
    assert_eq!(p.scale("panel").unwrap().follow_ups.len(), 3);
    assert!(p.quorum.min_agencies.is_none() && p.review.max.is_none() && p.valid_from.is_none());
}

fn example(name: &str) -> String {
    let file = format!("{}/examples/profiles/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(file).unwrap()
}

#[test]
fn every_sketch_reads_and_is_called_one() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/profiles");
    let files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(files.len(), 14);
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let checked = support_panel::profile::check(&text, &[]);
        assert!(checked.is_sound(), "{}: {:?}", file.display(), checked.faults);
        assert!(text.starts_with("# A SKETCH"), "{}", file.display());
        let id = Profile::from_toml(&text).unwrap().id.clone();
        assert!(Profile::built_in(&id).is_err(), "{id} is built in as well");
    }
}

/// A starter is whole: it names roles, stages, questions, statuses, decisions and plain words, and leaves no doubt.
#[test]
fn every_starter_is_whole() {
    for id in ["early-help-panel", "team-around-the-family", "signs-of-safety-conference"] {
        let profile = Profile::built_in(id).unwrap();
        let checked = support_panel::profile::check(profile.to_json(), &[]);
        assert!(checked.is_sound() && checked.warnings.is_empty(), "{id}: {checked:?}");
        assert!(checked.counts.iter().all(|count| count.n > 0), "{id}: {:?}", checked.counts);
        assert!(!profile.plain_language.is_empty() && profile.papers.contact.is_some(), "{id}");
    }
}

#[test]
fn the_hub_is_leicester_but_for_what_it_says() {
    let base = Profile::built_in("leicester-masp").unwrap();
    let hub = Profile::from_toml(example("leicester-allocations-hub")).unwrap();
    let stages: Vec<_> = hub.agenda.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(stages[..2], ["introductions", "written_updates"]);
    assert!(hub.stage("overview").is_none());
    assert_eq!(hub.seats, base.seats);
    assert_eq!(
        hub.decision("continue").unwrap().direction,
        base.decision("continue").unwrap().direction
    );
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let cases = [
        ("id = \"a\"\nversion = \"1\"\nseat = 4\n", Code::UnknownKey, "", Some(3)),
        (
            "id = \"a\"\nversion = \"1\"\n[quorum]\nmin_agencies = -1\n",
            Code::BadNumber,
            "/quorum/min_agencies",
            Some(4),
        ),
        (
            "id = \"a\"\nversion = \"1\"\n[chair]\nseats = [\"nobody\"]\n",
            Code::BadReference,
            "/chair/seats/0",
            Some(4),
        ),
        (
            "id = \"a\"\nversion = \"1\"\n[[seats]]\nid = \"chair\"\n",
            Code::ReservedWord,
            "/seats/0/id",
            Some(4),
        ),
        (
            "extends = \"nothing\"\nid = \"a\"\nversion = \"1\"\n",
            Code::UnknownBase,
            "/extends",
            Some(1),
        ),
        (
            "extends = \"a\"\nid = \"a\"\nversion = \"1\"\n",
            Code::ExtendsItself,
            "/extends",
            Some(1),
        ),
        (
            "id = \"a\"\nversion = \"1\"\n[rules]\nSP999 = \"off\"\n",
            Code::UnknownRule,
            "/rules",
            Some(4),
        ),
        ("id = \n", Code::BadSyntax, "", Some(1)),
    ];
    for (toml, code, path, line) in cases {
        let error = Profile::from_toml(toml).unwrap_err();
        assert_eq!(
            (error.code(), error.path(), error.line()),
            (code, path, line),
            "{toml}: {error}"
        );
    }
}
