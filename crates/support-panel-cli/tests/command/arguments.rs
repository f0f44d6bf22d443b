//! Arguments: what is refused, and what is listed.

use super::{run, run_on, smallest};

#[test]
fn unusable_arguments_end_with_two_and_say_what_was_expected() {
    let cases: &[(&[&str], &str)] = &[
        (&[], "Usage: support-panel"),
        (&["chekc"], "similar subcommand"),
        (&["check"], "<FILE>"),
        (&["check", "-", "--fail-on", "always"], "never"),
        (&["check", "-", "--previous", "a", "--alone"], "cannot be used with"),
        (&["minutes", "-", "--for", "family", "--format", "pdf"], "markdown html text"),
        (&["minutes", "-", "--for", "the press"], "white space"),
        (&["minutes", "-"], "--for <READER>"),
        (
            &["papers", "panel.json", "--paper", "leaflet", "--for", "family", "--out", "out"],
            "before-you-send",
        ),
        (&["papers", "panel.json", "--paper", "minutes", "--out", "out"], "--for <READER>"),
        (&["synth", "3", "--defects", "1.5"], "from 0 to 1"),
        (&["synth", "3", "--defects", "NaN"], "from 0 to 1"),
        (&["synth", "-3"], "-3"),
        (&["schema", "minutes"], "expected one of record, profile, command, finding, "),
        (&["explain", "SP999"], "support-panel rules"),
        (&["profiles", "nobodys"], "nobodys"),
    ];
    for (args, expected) in cases {
        let ran = run(args);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains(expected), "{args:?}: {}", ran.err);
    }
}

#[test]
fn help_and_version_are_output() {
    for args in [&["--help"][..], &["-h"], &["--version"], &["help", "check"], &["check", "--help"]]
    {
        let ran = run(args);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{args:?}");
        assert!(!ran.out.contains('\x1b'), "{args:?}");
    }
    assert_eq!(run(&["--version"]).out, format!("support-panel {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_lists_are_the_librarys() {
    let rules = run(&["rules"]);
    assert_eq!(rules.out.lines().count(), support_panel::rules().count());
    let json = run(&["rules", "--format", "json"]).json();
    assert_eq!(json, serde_json::to_value(support_panel::rules().collect::<Vec<_>>()).unwrap());
    let codes = run(&["rules", "--codes", "--format", "csv"]);
    assert_eq!(codes.out.lines().count(), support_panel::codes().len() + 1);
    assert!(codes.out.contains("\"unknown_key\",\"reading\","), "{}", codes.out);
    for name in ["record", "profile", "finding", "command"] {
        let schema = run(&["schema", name]).json();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
    }
}

#[test]
fn profiles_are_listed_and_printed() {
    let list = run(&["profiles"]);
    assert_eq!(list.out.lines().count(), support_panel::profiles().len());
    assert!(list.out.starts_with("leicester-masp "), "{}", list.out);
    let printed = run(&["profiles", "leicester-masp"]);
    let read = support_panel::Profile::from_json(printed.out.trim_end()).unwrap();
    assert_eq!(
        read.to_json(),
        support_panel::Profile::built_in("leicester-masp").unwrap().to_json()
    );
}

#[test]
fn reports_are_the_librarys() {
    use support_panel::report::{self, Format, Reader};
    let file = "tests/records/leicester-initial.json";
    let record =
        support_panel::Record::from_json(std::fs::read(super::root().join(file)).unwrap()).unwrap();
    let profile = support_panel::Profile::of(&record).unwrap();
    for (format, word) in
        [(Format::Markdown, "markdown"), (Format::Html, "html"), (Format::Text, "text")]
    {
        for (reader, who) in [(Reader::Professionals, "professionals"), (Reader::Family, "family")]
        {
            for (name, write) in [
                ("minutes", report::minutes as fn(&_, &_, &_, _) -> _),
                ("map", report::map),
                ("action-plan", report::action_plan),
            ] {
                let ran = run(&[name, file, "--format", word, "--for", who]);
                let expected: String = write(&record, &profile, &reader, format).unwrap();
                assert_eq!(ran.out.trim_end(), expected.trim_end(), "{name} {word} {who}");
                assert_eq!(ran.status, 0);
            }
        }
    }
    let two = format!("{0}\n{0}\n", smallest("panel-1", ""));
    assert_eq!(run_on(&two, &["minutes", "-", "--for", "professionals"]).status, 0);
    let ran = run_on(&two, &["minutes", "-", "--for", "professionals", "--format", "html"]);
    assert!(ran.status == 2 && ran.err.contains("one record at a time"), "{ran:?}");
}

#[test]
fn fictional_panels_are_records_and_the_same_every_time() {
    let ran = run(&["synth", "12", "--seed", "7", "--defects", "0"]);
    assert_eq!(ran.out.lines().count(), 12);
    assert_eq!(ran.out, run(&["synth", "12", "--seed", "7", "--defects", "0"]).out);
    assert_ne!(ran.out, run(&["synth", "12", "--seed", "8", "--defects", "0"]).out);
    let checked = run_on(&ran.out, &["check", "-"]);
    assert!(
        checked.status == 0 && checked.last_line().starts_with("12 records checked: 0 errors,"),
        "{checked:?}"
    );
    assert_eq!(run(&["synth", "0"]).out, "");
}
