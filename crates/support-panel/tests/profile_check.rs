//! `profile::check`: every fault at once, each where it stands and with what to write instead.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test says what it expects")]

use proptest::prelude::*;
use support_panel::profile::{self, Checked};
use support_panel::{Code, Profile, profiles};

fn check(toml: &str) -> Checked {
    profile::check(toml, &[])
}

/// Code, line, column, word and nearest known word of each fault.
fn faults(toml: &str) -> Vec<(&'static str, u32, u32, String, String)> {
    let told = |fault: &profile::Fault| {
        (
            fault.code.as_str(),
            fault.line.unwrap_or_default(),
            fault.column.unwrap_or_default(),
            fault.word.clone().unwrap_or_default(),
            fault.nearest.clone().unwrap_or_default(),
        )
    };
    check(toml).faults.iter().map(told).collect()
}

fn one(
    code: &'static str,
    at: (u32, u32),
    word: &str,
    nearest: &str,
) -> (&'static str, u32, u32, String, String) {
    (code, at.0, at.1, word.into(), nearest.into())
}

/// A whole profile of another council, with what people get wrong in it.
const WRONG: &str = r#"id = "our-panel"
version = 2026
titel = "Our panel"
valid_from = "1 April 2026"

[chair]
seats = ["servce_manager"]

[[seats]]
id = "service_manager"
core = "yes"

[[seats]]
id = "family"

[[columns]]
id = "worries"
heading = "Worries"

[[scales]]
id = "safety"
prompt = "How safe?"
min = 0
max = 10
step = 3
higher_is = "beter"
asked_of = "everyone"
anchors = { min = "Not", max = "Safe" }

[[agenda]]
id = "welcome"
lead = "chairr"
minutes = "five"
produces = ["atendance", "actions"]

[[decisions]]
id = "go_on"
direction = "onwards"

[after]
minutes_within = "5 days"

[rules]
SP999 = "off"
SP303 = { ovr = 0.5 }
"#;

#[test]
fn every_fault_is_told_at_once_with_its_place_its_word_and_the_nearest_known_one() {
    assert_eq!(
        faults(WRONG),
        [
            one("wrong_type", (2, 11), "2026", ""),
            one("unknown_key", (3, 1), "titel", "title"),
            one("bad_date", (4, 14), "1 April 2026", ""),
            one("bad_reference", (7, 10), "servce_manager", "service_manager"),
            one("wrong_type", (11, 8), "yes", ""),
            one("reserved_word", (14, 6), "family", ""),
            one("missing_key", (16, 1), "", ""),
            one("bad_scale", (25, 8), "3", ""),
            one("unknown_word", (26, 13), "beter", "better"),
            one("wrong_type", (27, 12), "everyone", ""),
            one("bad_reference", (32, 8), "chairr", "chair"),
            one("wrong_type", (33, 11), "five", ""),
            one("unknown_word", (34, 13), "atendance", "attendance"),
            one("unknown_word", (38, 13), "onwards", ""),
            one("wrong_type", (41, 18), "5 days", ""),
            one("unknown_rule", (44, 1), "SP999", ""),
            one("unknown_parameter", (45, 11), "ovr", "over"),
        ]
    );
}

#[test]
fn what_to_write_instead_is_what_was_meant() {
    let remedy = |toml: &str| {
        let checked = check(&format!("id = \"a\"\nversion = \"1\"\n{toml}"));
        assert_eq!(checked.faults.len(), 1, "{toml}: {:?}", checked.faults);
        checked.faults[0].remedy.clone()
    };
    for (toml, written) in [
        ("[after]\nminutes_within = \"5 days\"", "Write minutes_within = { working_days = 5 }."),
        ("[after]\nfeedback_within = \"48 hours\"", "Write feedback_within = { hours = 48 }."),
        ("[review]\nmax = \"12 weeks\"", "Write max = { weeks = 12 }."),
        ("[review]\nmin = \"10 working days\"", "Write min = { working_days = 10 }."),
        ("[feedback]\nrequired = \"yes\"", "Write required = true."),
        ("[limits]\ngoals = \"4\"", "Write goals = 4."),
        ("[chair]\nseats = \"a\"", "Write seats = [\"a\"]."),
        ("title = 7", "Write title = \"7\"."),
        ("tittle = \"a\"", "Write title."),
        ("[feedback]\nneeded = true", "Write one of required, or take it out."),
        ("[calendar]\nbank_holidays = \"scottland\"", "Write \"scotland\"."),
    ] {
        assert_eq!(remedy(toml), written, "{toml}");
    }
}

/// What is written instead is a profile that reads.
#[test]
fn a_remedy_reads_when_it_is_written() {
    for (wrong, key) in [
        ("[after]\nminutes_within = \"5 days\"", "minutes_within"),
        ("[review]\nmax = \"12 weeks\"", "max"),
        ("[actions]\ndefault_within = \"2 months\"", "default_within"),
        ("[feedback]\nrequired = \"No\"", "required"),
    ] {
        let toml = format!("id = \"a\"\nversion = \"1\"\n{wrong}\n");
        let remedy = check(&toml).faults[0].remedy.clone();
        let written = remedy.strip_prefix("Write ").unwrap().strip_suffix('.').unwrap();
        let (before, _) = toml.split_once(&format!("{key} =")).unwrap();
        Profile::from_toml(format!("{before}{written}\n")).unwrap();
    }
}

#[test]
fn a_reserved_word_has_a_line_and_a_word() {
    let toml = "id = \"a\"\nversion = \"1\"\n[[seats]]\nid = \"chair\"\n";
    let fault = &check(toml).faults[0];
    assert_eq!(
        (fault.line, fault.column, fault.word.as_deref()),
        (Some(4), Some(6), Some("chair"))
    );
    assert!(fault.message.contains("\"chair\" has a meaning of its own"));
    let error = Profile::from_toml(toml).unwrap_err();
    assert_eq!(
        (error.code(), error.line(), error.column()),
        (Code::ReservedWord, Some(4), Some(6))
    );
    assert!(!error.to_string().contains("\"chair\""), "an error points and does not quote");
}

#[test]
fn a_profile_in_json_is_told_of_in_json() {
    let json = "{\"id\": \"a\", \"version\": \"1\",\n \"after\": {\"minutes_within\": \"5 days\"},\n \"seats\": [{\"id\": \"b\", \"corre\": true}]}";
    let checked = profile::check(json, &[]);
    let [after, core] = &checked.faults[..] else { panic!("{:?}", checked.faults) };
    assert_eq!((after.line, after.path.as_str()), (Some(2), "/after/minutes_within"));
    assert_eq!(after.remedy, "Write \"minutes_within\": {\"working_days\": 5}.");
    assert_eq!((core.line, core.path.as_str()), (Some(3), "/seats/0"));
}

#[test]
fn lines_that_are_no_toml_are_all_told_of_and_nothing_is_said_to_be_missing_for_them() {
    let checked =
        check("id = \"a\"\nversion =\ntitle = Our panel\n[chair]\nseats = [\"b\"]\nfoo = 1\n");
    let told = |it: &profile::Fault| (it.code.as_str(), it.line.unwrap(), it.word.clone().unwrap());
    let lines: Vec<_> = checked.faults.iter().map(told).collect();
    assert!(lines.contains(&("bad_syntax", 2, "version =".into())), "{lines:?}");
    assert!(lines.contains(&("bad_syntax", 3, "title = Our panel".into())), "{lines:?}");
    assert!(lines.contains(&("unknown_key", 6, "foo".into())), "{lines:?}");
    assert!(!lines.iter().any(|(code, ..)| *code == "missing_key"), "{lines:?}");
}

#[test]
fn of_a_profile_that_extends_another_faults_are_found_in_its_own_text() {
    let toml = "extends = \"leicester-masp\"\nid = \"a\"\nversion = \"1\"\n\n[[agenda]]\nid = \"overview\"\nlead = \"nobody\"\n\n[[seats]]\nid = \"nowhere\"\nremove = true\n\n[[seats]]\nid = \"district_housing_manager\"\nafter = \"crasbu\"\n";
    assert_eq!(
        faults(toml),
        [
            one("bad_reference", (7, 8), "nobody", ""),
            one("nothing_to_remove", (9, 1), "nowhere", ""),
            one("nothing_to_remove", (15, 9), "crasbu", ""),
        ]
    );
    let unknown = "extends = \"leicester-mas\"\nid = \"a\"\nversion = \"1\"\n[chair]\nseats = [\"b\"]\nx = 1\n";
    assert_eq!(
        faults(unknown),
        [
            one("unknown_base", (1, 11), "leicester-mas", "leicester-masp"),
            one("unknown_key", (6, 1), "x", ""),
        ]
    );
}

#[test]
fn shipped_profiles_have_no_fault_and_what_they_leave_open_is_told() {
    for profile in profiles() {
        let checked = profile::check(profile.to_json(), &[]);
        assert!(checked.is_sound(), "{}: {:?}", profile.id, checked.faults);
    }
    let checked = profile::check(Profile::built_in("leicester-masp").unwrap().to_json(), &[]);
    let counts: Vec<_> = checked.counts.iter().map(|count| (count.of, count.n)).collect();
    assert_eq!(counts[..2], [("roles", 12), ("stages", 6)]);
    let quorum = checked.silent.iter().find(|silent| silent.rule == "SP203").unwrap();
    assert_eq!(quorum.why(), "the profile does not say quorum");
    assert_eq!(checked.warnings, []);
}

#[test]
fn what_reads_and_is_worth_a_look_is_told() {
    let toml = r#"id = "a"
version = "1"

[quorum]
min_agencies = 3

[[statuses]]
id = "other"
label = "Other"

[[seats]]
id = "parents"
title = "Parents"

[[seats]]
id = "worker"
title = "Worker"

[[columns]]
id = "worries"
heading = "Worries"
categories = [{ id = "past_harm" }]

[[scales]]
id = "s"
prompt = "?"
min = 0
max = 1
step = 1
higher_is = "better"
subject = "entry"
anchors = { min = "a", max = "b" }

[[decisions]]
id = "on"
direction = "stay"

[[plain_language]]
term = "EHA"
"#;
    let checked = check(toml);
    let told: Vec<_> = checked
        .warnings
        .iter()
        .map(|it| (it.doubt.as_str(), it.path.as_str(), it.line.unwrap_or(0)))
        .collect();
    assert_eq!(
        told,
        [
            ("nothing_eligible", "/statuses", 7),
            ("family_as_role", "/seats/0/id", 12),
            ("no_agency", "/seats/1/agency", 15),
            ("too_few_agencies", "/quorum/min_agencies", 5),
            ("no_column", "/columns", 19),
            ("no_column", "/columns", 19),
            ("no_rounds", "/scales/0/rounds", 24),
            ("asked_of_no_one", "/scales/0/asked_of", 24),
            ("no_column", "/scales/0/subject", 31),
            ("no_name", "/decisions/0/label", 34),
            ("nothing_to_say", "/plain_language/0/say", 38),
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// No text stops it, and it agrees with reading about whether there is a fault at all, and of what kind.
    #[test]
    fn it_agrees_with_reading(cut in 0usize..1100, insert in "[a-z\"=\\[\\]{}\n0-9 ]{0,6}", from in 0usize..1100) {
        let mut text = WRONG.to_owned();
        let at = |text: &str, n: usize| text.char_indices().nth(n % text.chars().count()).unwrap().0;
        let here = at(&text, cut);
        text.insert_str(here, &insert);
        let there = at(&text, from);
        let rest = text.split_at(there).1;
        for text in [text.as_str(), rest] {
            let checked = check(text);
            match Profile::from_toml(text) {
                Ok(_) => prop_assert!(checked.is_sound(), "{:?}", checked.faults),
                Err(error) => {
                    let codes: Vec<_> = checked.faults.iter().map(|fault| fault.code).collect();
                    prop_assert!(codes.contains(&error.code()), "{error}: {codes:?}");
                }
            }
        }
    }

    /// Whatever is answered: a draft is refused, or it is a profile that reads.
    #[test]
    fn a_draft_reads_whatever_was_answered(answers in prop::collection::vec((0usize..18, "[ -~é\u{7f}\"\\\\]{0,24}|[0-9]{1,3}|[A-Z][a-z]{2,8}, [a-z_]{3,9}"), 0..24)) {
        let questions = profile::draft_questions();
        let answers: profile::Answers = answers
            .into_iter()
            .map(|(index, answer)| (questions[index % questions.len()].key.to_owned(), vec![answer]))
            .collect();
        if let Ok(toml) = profile::draft(&answers) {
            let checked = check(&toml);
            prop_assert!(checked.is_sound(), "{toml}: {:?}", checked.faults);
        }
    }

    /// Numbers are said to be no longer comparable exactly where two scales are not.
    #[test]
    fn a_difference_is_a_new_series_where_scales_are_not_comparable(
        a in scale(), b in scale(),
    ) {
        let read = |scale: &str, version: u8| {
            Profile::from_toml(format!("id = \"a\"\nversion = \"{version}\"\n{scale}")).unwrap()
        };
        let (old, new) = (read(&a, 1), read(&b, 2));
        let is_new = profile::diff(&old, &new)
            .iter()
            .any(|it| it.consequence == Some(profile::Consequence::NotComparable));
        prop_assert_eq!(is_new, !old.scales[0].is_comparable(&new.scales[0]), "{} {}", a, b);
    }
}

/// A scale of few values in each part, so that two are often nearly the same.
fn scale() -> impl Strategy<Value = String> {
    (10u8..12, 1u8..3, any::<bool>(), "[xy]", "[xy]?", 2u8..4, any::<bool>()).prop_map(
        |(max, step, better, anchor, point, at, independent)| {
            let (max, step) = if max % step == 0 { (max, step) } else { (max, 1) };
            let at = at * step;
            let points = match point.as_str() {
                "" => String::new(),
                point => format!("points = [{{ value = {at}, means = \"{point}\" }}]\n"),
            };
            let higher_is = if better { "better" } else { "worse" };
            format!(
                "[[scales]]\nid = \"s\"\nprompt = \"?\"\nmin = 0\nmax = {max}\nstep = {step}\nhigher_is = \"{higher_is}\"\nindependent = {independent}\nanchors = {{ min = \"a\", max = \"{anchor}\" }}\n{points}"
            )
        },
    )
}
