//! The reference of rules and codes is written by the library itself; here it is held to what the library says.
#![allow(clippy::unwrap_used, reason = "a test says what it expects")]

#[path = "../../../tests/rust/golden.rs"]
mod golden;

use golden::golden;
use std::fmt::Write as _;
use support_panel::{Area, Before, Edition, RULES_EDITION, codes, rules};

fn rules_page() -> String {
    let mut page = format!(
        "# The rules\n\nEdition {RULES_EDITION}. This page is written by the library: `support-panel explain CODE` says the same.\n\n\
         A rule looks at one record under one profile and says what is missing or does not fit. It never changes a record, never turns a\n\
         number into a rating of risk and never recommends a decision. A council may set any rule's severity, or turn it off.\n\
         Of one rule a check gives at most 10,000 findings; what is beyond comes up once those are dealt with.\n\
         A council may also have [rules of its own](profiles.md#rules-of-your-own).\n\n\
         | code | what is wrong | severity | asked |\n| --- | --- | --- | --- |\n"
    );
    for rule in rules() {
        let anchor = rule.code.to_lowercase();
        let _ = writeln!(
            page,
            "| [{}](#{anchor}) | {} | {} | {} |",
            rule.code,
            rule.title,
            rule.severity,
            asked(rule.phase.as_str())
        );
    }
    for rule in rules() {
        let _ = write!(
            page,
            "\n## {}\n\n**{}**\n\n{}\n\n*What to do:* {}\n",
            rule.code, rule.title, rule.why, rule.remedy
        );
        let _ = write!(
            page,
            "\n{}, asked {}; since {}.",
            capital(rule.severity.as_str()),
            asked(rule.phase.as_str()),
            rule.since
        );
        if let Some(until) = rule.until {
            let _ = write!(page, " Ended by {until}.");
        }
        if !rule.needs.is_empty() {
            let needs: Vec<_> = rule.needs.iter().map(|need| format!("`{need}`")).collect();
            let _ = write!(page, " Silent without {}.", needs.join(", "));
        }
        page.push('\n');
        for parameter in rule.parameters {
            let _ = writeln!(
                page,
                "\n- `{}` ({}): {}",
                parameter.name, parameter.default, parameter.about
            );
        }
    }
    page.push_str(&editions());
    page
}

fn editions() -> String {
    let mut part = "\n## Editions\n\n\
         An edition selects rules, severities and defaults, so that a record can be judged as it was when its panel was held.\n\
         A fault that is fixed is fixed in every edition; [CHANGELOG.md](../CHANGELOG.md) lists the verdicts that moved.\n\n\
         The latest judges where none is asked for. `support-panel check --edition when-held` takes the one that was in force on the day\n\
         of the meeting, and `--edition 2026.1` the one of that name; in Python `record.check(edition=\"when_held\")`, in JavaScript\n\
         `record.check({edition: 'when_held'})`, in Rust `CheckOptions::edition` and `Edition::in_force_on`. `support-panel rules diff`\n\
         lists what changed from one edition, or one profile, to another.\n\n\
         | edition | in force from | rules | new | ended | changed |\n| --- | --- | --- | --- | --- | --- |\n"
        .to_owned();
    for edition in Edition::ALL {
        let new = rules().filter(|rule| rule.since == *edition && *edition > Edition::V2026_1);
        let ended = rules().filter(|rule| rule.until == Some(*edition));
        let changed = edition.changes().iter().map(|change| match change.before {
            Before::Severity(severity) => format!("{}, before: {severity}", change.code),
            Before::Parameter(name, default) => {
                format!("{}, `{name}` before: {default}", change.code)
            }
            other => format!("{}, before: {other:?}", change.code),
        });
        let list = |items: Vec<String>| match items.is_empty() {
            true => "none".to_owned(),
            false => items.join("; "),
        };
        let _ = writeln!(
            part,
            "| {edition} | {} | {} | {} | {} | {} |",
            edition.in_force_from().map_or("the beginning".into(), |day| day.to_string()),
            edition.rules().count(),
            list(new.map(|rule| rule.code.to_owned()).collect()),
            list(ended.map(|rule| rule.code.to_owned()).collect()),
            list(changed.collect())
        );
    }
    part
}

fn asked(phase: &str) -> &'static str {
    match phase {
        "planned" => "once a meeting is planned",
        "meeting" => "once the meeting has begun",
        "concluded" => "once the meeting is concluded",
        _ => "always",
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn codes_page() -> String {
    let mut page = "# The other codes\n\nEvery read error, refusal and reason carries one of these beside its message. They do not change; messages may.\n".to_owned();
    let mut area: Option<Area> = None;
    for code in codes() {
        if area != Some(code.area) {
            area = Some(code.area);
            let _ = write!(
                page,
                "\n## {}\n\n| code | meaning | what to do |\n| --- | --- | --- |\n",
                code.area
            );
        }
        let _ = writeln!(page, "| `{}` | {} | {} |", code.code, code.meaning, code.remedy);
    }
    page
}

#[test]
fn pages_are_current() {
    golden("docs/rules.md", &rules_page());
    golden("docs/codes.md", &codes_page());
}

#[test]
fn every_definition_says_something_of_its_own() {
    let mut titles = std::collections::BTreeSet::new();
    for rule in rules() {
        assert!(titles.insert(rule.title), "{} has the title of another", rule.code);
        for text in [rule.title, rule.why, rule.remedy] {
            assert!(text.len() > 12, "{} leaves something unsaid", rule.code);
        }
    }
    let mut words = std::collections::BTreeSet::new();
    for code in codes() {
        assert!(words.insert(code.code), "{} is listed twice", code.code);
        assert!(
            code.meaning.ends_with('.') && code.remedy.ends_with('.'),
            "{} is not a sentence",
            code.code
        );
    }
}
