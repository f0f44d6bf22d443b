//! Rules of a council's own, held against a second evaluator of their conditions, written as plainly as can be.
#![cfg(feature = "local-rules")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what it expects"
)]

use proptest::prelude::*;
use serde_json::{Value, json};
use support_panel::{CheckOptions, Profile, Record, check};

const CLEAN: &str = include_str!("../../../tests/records/clean.json");

/// The built-in profile with rules of its own.
fn with(rules: &Value) -> Profile {
    let built_in = Profile::built_in("leicester-masp").unwrap().to_json();
    let mut profile: Value = serde_json::from_str(&built_in).unwrap();
    profile["local_rules"] = rules.clone();
    Profile::from_json(profile.to_string()).unwrap()
}

/// The built-in profile with one rule of its own, about the record as a whole.
fn profile(when: &Value) -> Profile {
    with(&json!([{
        "code": "LM001", "title": "Ours", "severity": "advice", "path": "/outcome", "when": when,
        "message": "The council would rather not."
    }]))
}

/// Whether the rule says anything, and whether it is its own sentence.
fn says(when: &Value) -> Option<bool> {
    let record = Record::from_json(CLEAN).unwrap();
    let findings = check(&record, &profile(when), &CheckOptions::default()).unwrap();
    let own = findings.iter().find(|finding| finding.code == "LM001")?;
    Some(own.message == "The council would rather not.")
}

/// A condition worked out as the guide says; none where it cannot be.
fn naive(when: &Value, top: &Value, here: &Value) -> Option<Value> {
    let Some(operation) = when.as_object() else {
        return match when.as_array() {
            Some(items) => items.iter().map(|item| naive(item, top, here)).collect(),
            None => Some(when.clone()),
        };
    };
    let (word, operands) = operation.iter().next().unwrap();
    let operands = operands.as_array().cloned().unwrap_or_else(|| vec![operands.clone()]);
    let value = |index: usize| naive(&operands[index], top, here);
    let at = |from: &Value, path: &str| {
        let mut steps = path.split('.').filter(|step| !step.is_empty());
        steps.try_fold(from.clone(), |value, step| value.get(step).cloned()).unwrap_or_default()
    };
    let list = |value: Value| value.as_array().cloned().unwrap_or_default();
    let truths = |index: usize| -> Option<Vec<(Value, bool)>> {
        let items = list(value(index)?).into_iter();
        items.map(|item| Some((item.clone(), truthy(&naive(&operands[1], top, &item)?)))).collect()
    };
    Some(match word.as_str() {
        "var" => at(here, operands[0].as_str()?),
        "root" => at(top, operands[0].as_str()?),
        "!" => json!(!truthy(&value(0)?)),
        "!!" => json!(truthy(&value(0)?)),
        "===" => json!(same(&value(0)?, &value(1)?)),
        "!==" => json!(!same(&value(0)?, &value(1)?)),
        "<" => json!(below(&value(0)?, &value(1)?)?),
        ">" => json!(below(&value(1)?, &value(0)?)?),
        "and" | "or" => {
            let mut last = Value::Null;
            for operand in &operands {
                last = naive(operand, top, here)?;
                if truthy(&last) == (word == "or") {
                    break;
                }
            }
            last
        }
        "if" => {
            let mut rest = operands.as_slice();
            loop {
                match rest {
                    [condition, then, more @ ..] => {
                        if truthy(&naive(condition, top, here)?) {
                            break naive(then, top, here)?;
                        }
                        rest = more;
                    }
                    [otherwise] => break naive(otherwise, top, here)?,
                    [] => break Value::Null,
                }
            }
        }
        "count" => json!(list(value(0)?).len()),
        "some" => {
            let items = list(value(0)?);
            // The first that holds ends it: what cannot be worked out behind it does not matter.
            for item in &items {
                if truthy(&naive(&operands[1], top, item)?) {
                    return Some(json!(true));
                }
            }
            json!(false)
        }
        "filter" => {
            let kept = truths(0)?.into_iter().filter(|(_, holds)| *holds);
            Value::Array(kept.map(|(item, _)| item).collect())
        }
        "map" => {
            let items = list(value(0)?).into_iter();
            items.map(|item| naive(&operands[1], top, &item)).collect::<Option<Value>>()?
        }
        other => panic!("no {other} here"),
    })
}

fn truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(yes) => *yes,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
    }
}

fn same(a: &Value, b: &Value) -> bool {
    match (a.as_f64(), b.as_f64()) {
        (Some(a), Some(b)) => a == b,
        _ => a == b,
    }
}

/// Numbers and texts are each in order, and beside a number a text that is one; what is not there, or is a yes or no, is
/// below nothing.
fn below(a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => Some(a.as_f64()? < b.as_f64()?),
        (Value::String(a), Value::String(b)) => Some(a < b),
        (Value::Array(_) | Value::Object(_), _) | (_, Value::Array(_) | Value::Object(_)) => None,
        (Value::Number(a), Value::String(b)) => Some(a.as_f64()? < b.parse().ok()?),
        (Value::String(a), Value::Number(b)) => Some(a.parse::<f64>().ok()? < b.as_f64()?),
        _ => Some(false),
    }
}

/// A value that is neither an object nor a list of operations.
fn plain() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        (-3i64..4).prop_map(Value::from),
        Just(json!(4.5)),
        prop::sample::select(vec!["", "0", "a1", "p-worker", "child", "2026-03-12"])
            .prop_map(Value::from),
    ]
}

const TOP: [&str; 6] = [
    "record.id",
    "record.meeting.held_on",
    "record.outcome.dissent",
    "record.case.people",
    "record.meeting.adjourned_reason",
    "as_of",
];

/// A condition; `in_list` where it stands in a loop over people.
fn condition(in_list: bool) -> BoxedStrategy<Value> {
    let leaf = if in_list {
        prop_oneof![
            plain(),
            prop::sample::select(vec!["id", "kind", "date_of_birth", "expected_on"])
                .prop_map(|path| json!({"var": path})),
            prop::sample::select(TOP.to_vec()).prop_map(|path| json!({"root": path})),
        ]
        .boxed()
    } else {
        prop_oneof![
            plain(),
            prop::sample::select(TOP.to_vec()).prop_map(|path| json!({"var": path})),
            prop::sample::select(TOP.to_vec()).prop_map(|path| json!({"root": [path]})),
        ]
        .boxed()
    };
    leaf.prop_recursive(4, 24, 3, move |inner| {
        let body = if in_list { inner.clone() } else { condition(true) };
        let people = json!({"root": "record.case.people"});
        prop_oneof![
            (prop::sample::select(vec!["===", "!==", "<", ">"]), inner.clone(), inner.clone())
                .prop_map(|(word, a, b)| json!({word: [a, b]})),
            (prop::sample::select(vec!["!", "!!", "count"]), inner.clone())
                .prop_map(|(word, a)| json!({word: [a]})),
            (prop::sample::select(vec!["and", "or", "if"]), prop::collection::vec(inner, 2..4))
                .prop_map(|(word, all)| json!({word: all})),
            (prop::sample::select(vec!["some", "filter", "map"]), body)
                .prop_map(move |(word, body)| json!({word: [people, body]})),
        ]
    })
    .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_condition_is_worked_out_as_the_guide_says(when in condition(false)) {
        prop_assume!(!when.is_null());
        let top = json!({"record": serde_json::from_str::<Value>(CLEAN).unwrap(), "as_of": null});
        let expected = match naive(&when, &top, &top) {
            Some(value) => truthy(&value).then_some(true),
            None => Some(false),
        };
        prop_assert_eq!(says(&when), expected, "{}", when);
    }

    #[test]
    fn what_a_profile_says_it_says_again(when in condition(false)) {
        prop_assume!(!when.is_null());
        let read = profile(&when);
        prop_assert_eq!(&Profile::from_json(read.to_json()).unwrap(), &read);
        let written: Value = serde_json::from_str(&read.to_json()).unwrap();
        prop_assert_eq!(&written["local_rules"][0]["when"], &when);
    }
}

/// A profile with a rule whose path, list or condition is this.
fn with_path(member: &str, path: &str) -> String {
    let mut rule = json!({
        "code": "LM001", "title": "Ours", "severity": "advice", "path": "/outcome", "when": true, "message": "x"
    });
    match member {
        "when" => rule["when"] = json!({"var": path}),
        "item" => {
            rule["for_each"] = json!("/actions");
            rule["path"] = json!("");
            rule["when"] = json!({"var": format!("item.{path}")});
        }
        "for_each" => {
            rule["for_each"] = json!(path);
            rule["path"] = json!("");
        }
        _ => rule["path"] = json!(path),
    }
    json!({"id": "a", "version": "1", "local_rules": [rule]}).to_string()
}

/// What the remedy of a path that is not there offers in its place; nothing of a path that is.
fn offered(member: &str, path: &str) -> Option<Vec<String>> {
    let checked = support_panel::profile::check(with_path(member, path), &[]);
    let fault = checked.faults.first()?;
    assert_eq!((checked.faults.len(), fault.code.as_str()), (1, "unknown_path"), "{path}");
    let remedy = fault.remedy.strip_prefix("Write ")?.strip_suffix('.')?;
    let one = remedy.strip_prefix("one of ").unwrap_or(remedy);
    Some(one.split(", ").map(|it| it.trim_matches('"').to_owned()).collect())
}

const STEPS: [&str; 22] = [
    "",
    "*",
    "0",
    "record",
    "item",
    "as_of",
    "outcome",
    "outcom",
    "actions",
    "action",
    "people",
    "case",
    "cas",
    "meeting",
    "held_on",
    "decision",
    "owner",
    "scaling",
    "ratings",
    "rating",
    "reason",
    "extensions",
];

proptest! {
    #[test]
    fn a_remedy_offers_only_paths_that_are_there(
        member in prop::sample::select(vec!["when", "item", "for_each", "path"]),
        steps in prop::collection::vec(prop::sample::select(STEPS.to_vec()), 1..5),
        is_rooted in any::<bool>(),
    ) {
        let path = match member {
            "when" if is_rooted => format!("record.{}", steps.join(".")),
            "when" | "item" => steps.join("."),
            _ if is_rooted => format!("/{}", steps.join("/")),
            _ => steps.join("/"),
        };
        for other in offered(member, &path).into_iter().flatten() {
            let other = match member {
                "item" => other.strip_prefix("item.").unwrap_or(&other).to_owned(),
                _ => other,
            };
            let checked = support_panel::profile::check(with_path(member, &other), &[]);
            prop_assert!(checked.is_sound(), "{} offers {}: {:?}", path, other, checked.faults);
        }
    }
}

/// A mistyped step is offered as it should be, with the rest of the path; where that rest is nowhere, as far as it goes.
#[test]
fn a_remedy_offers_what_was_meant() {
    for (member, path, expected) in [
        ("when", "record.outcom.decision", "record.outcome.decision"),
        ("when", "recrd.meeting.held_on", "record.meeting.held_on"),
        ("when", "record.case.people.id", "record.case.people.0"),
        ("item", "ownr", "item.owner"),
        ("for_each", "/scaling/*/rating", "/scaling/*/ratings"),
        ("for_each", "actions", "/actions"),
        ("path", "/outcome/decison", "/outcome/decision"),
        ("path", "outcome/decision", "/outcome/decision"),
    ] {
        assert_eq!(offered(member, path), Some(vec![expected.to_owned()]), "{path}");
    }
}

#[test]
fn a_finding_says_what_the_council_wrote_and_nothing_of_the_record() {
    let record = Record::from_json(CLEAN).unwrap();
    let council = profile(&json!({"var": "record.case.people.0.name"}));
    let findings = check(&record, &council, &CheckOptions::default()).unwrap();
    let [finding] = &findings[..] else { panic!("{findings:?}") };
    assert_eq!(finding.message, "The council would rather not.");
    assert!(finding.facts().is_empty() && finding.related.is_empty());
}

#[test]
fn a_number_of_any_size_is_looked_at() {
    let text = CLEAN.replacen('{', "{\"extensions\": {\"ours\": 1e400}, ", 1);
    let record = Record::from_json(text).unwrap();
    let council = profile(&json!({"!!": {"var": "record.extensions.ours"}}));
    let findings = check(&record, &council, &CheckOptions::default()).unwrap();
    let own: Vec<_> = findings.iter().map(|finding| (&*finding.code, &*finding.path)).collect();
    assert_eq!(own, [("LM001", "/outcome")]);
}

/// The worst that a record within its limits and a rule within its own can ask for ends, and says that it did.
#[test]
fn the_largest_record_is_asked_no_more_steps_than_there_are() {
    let action = |index: usize| json!({"id": format!("a{index}"), "text": "x"});
    let mut record: Value = serde_json::from_str(CLEAN).unwrap();
    record["actions"] = (0..10_000).map(action).collect();
    let record = Record::from_json(record.to_string()).unwrap();
    let all = json!({"root": "record.actions"});
    let when = json!({"all": [all, {"all": [all, {"===": [{"var": "text"}, "x"]}]}]});
    let findings = check(&record, &profile(&when), &CheckOptions::default()).unwrap();
    let own: Vec<_> = findings.iter().filter(|finding| finding.code == "LM001").collect();
    assert_eq!(own.len(), 1);
    assert!(own[0].message.starts_with("This was not asked to the end"), "{}", own[0].message);
}
