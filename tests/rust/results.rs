//! Results held to their schemas by a validator that is not ours.

use crate::case::stored;
use jsonschema::Validator;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{LazyLock, Mutex};
use support_panel::interface::{self, Batch, PaperRequest};
use support_panel::{Command, Record, Session, Stamp, codes, explain, merge, rules};

static VALIDATORS: LazyLock<BTreeMap<&str, Validator>> = LazyLock::new(|| {
    let build = |name| {
        let text = support_panel::schema(name).expect("a schema that is listed");
        let schema: Value = serde_json::from_str(text).expect("a schema is JSON");
        let options = jsonschema::options().should_validate_formats(true);
        (name, options.build(&schema).expect("a schema is one"))
    };
    support_panel::schema_names().map(build).collect()
});

/// The schemas that some result was held to.
static SEEN: Mutex<BTreeSet<&str>> = Mutex::new(BTreeSet::new());

/// The value, where it is what the schema says.
pub(crate) fn valid(name: &'static str, value: Value) -> Result<Value, String> {
    let validator = VALIDATORS.get(name).ok_or_else(|| format!("there is no schema {name}"))?;
    SEEN.lock().map_err(|_| "another case failed")?.insert(name);
    let fault = validator.iter_errors(&value).next().map(|error| {
        format!("not as the schema {name} says: {error} at {}", error.instance_path())
    });
    fault.map_or(Ok(value), Err)
}

/// The list, where each item is what the schema says.
pub(crate) fn all_valid(name: &'static str, values: Value) -> Result<Value, String> {
    let items = values.as_array().ok_or("it is no list")?;
    items.iter().try_for_each(|item| valid(name, item.clone()).map(|_| ()))?;
    Ok(values)
}

/// The same of the text that a binding hands over.
pub(crate) fn text_is_valid(name: &'static str, text: &str) -> Result<(), String> {
    let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    if value.is_array() { all_valid(name, value) } else { valid(name, value) }.map(|_| ())
}

/// All that a sitting tells of itself.
pub(crate) fn sitting_is_valid(session: &Session, stamp: &Stamp) -> Result<(), String> {
    text_is_valid("allowed", &interface::json(&session.allowed()))?;
    text_is_valid("outstanding", &interface::json(&session.outstanding()))?;
    text_is_valid("unrevealed", &interface::json(&session.sealed()))?;
    text_is_valid("standing", &interface::json(&session.standing()))?;
    match session.timer(stamp.at) {
        Some(timer) => text_is_valid("timer", &interface::json(&timer)),
        None => Ok(()),
    }
}

/// The results that no case of the corpus asks for.
pub(crate) fn others_are_valid() -> Result<(), String> {
    for code in rules().map(|rule| rule.code).chain(codes().iter().map(|code| code.code.as_str())) {
        valid("explanation", json!(explain(code).map_err(|error| error.to_string())?))?;
    }

    let record = Record::from_json(stored("records", "leicester-initial", "json")?)
        .map_err(|error| error.to_string())?;
    let request = PaperRequest::of("family");
    let told = interface::disclosures(&record, None, Some("plan"), &request);
    text_is_valid("disclosure", &told.map_err(|error| error.to_string())?)?;
    let person = record.case.people.first().ok_or("a record of the corpus has people")?;
    let redacted = interface::redact(&record, &person.id).map_err(|error| error.to_string())?;
    text_is_valid("redaction", &redacted.1)?;
    let mut batch = Batch::new(None, None, 100);
    batch.push(format!("{}\n{{}}\n", record.to_json()).as_bytes());
    let without = record.to_json().replacen("\"review_on\"", "\"contingency\"", 1);
    batch.push(without.as_bytes());
    text_is_valid("batch", &interface::json(&batch.finish()))?;

    let (edition, profile) =
        (interface::RulesIn::Edition("2026.1"), support_panel::Profile::of(&record));
    let profile = profile.map_err(|error| error.to_string())?;
    let changed = interface::rules_diff(edition, interface::RulesIn::Profile(&profile));
    text_is_valid("rule_difference", &changed.map_err(|error| error.to_string())?)?;

    let [one, other] = ["A map", "A plan"].map(sitting_with);
    let (one, other) = (one?, other?);
    let merged = merge(&one, &other).map_err(|error| error.to_string())?;
    if merged.conflicts.is_empty() {
        return Err("two sittings that contradict each other have no conflict".into());
    }
    text_is_valid("conflict", &interface::conflicts(&merged.conflicts))?;

    let journal = one.journal();
    let cut = journal.get(..journal.len() - 9).ok_or("a journal ends in a digest")?;
    let replayed = Session::replay(cut).map_err(|error| error.to_string())?;
    text_is_valid("lost", &interface::json(&replayed.lost.ok_or("a cut journal lost nothing")?))
}

/// A sitting in which the worker says what they hope for.
fn sitting_with(hope: &str) -> Result<Session, String> {
    let refused = |error: support_panel::Error| error.to_string();
    let text = stored("records", "leicester-referral", "json")?;
    let record = Record::from_json(text).map_err(refused)?;
    let profile = support_panel::Profile::of(&record).map_err(refused)?;
    let mut session = Session::open(record, profile).map_err(refused)?;
    let steps = [
        json!({"type": "open_meeting", "chair": "p-chair"}),
        json!({"type": "record_best_hopes", "text": hope}),
    ];
    let stamp = json!({"at": "2026-03-12T09:30:00Z", "by": "p-chair"}).to_string();
    for step in steps {
        let command = Command::from_json(step.to_string()).map_err(refused)?;
        session.apply(command, Stamp::from_json(&stamp).map_err(refused)?).map_err(refused)?;
    }
    Ok(session)
}

/// The results that nothing was held to; none once the corpus and the others are through.
pub(crate) fn not_seen() -> Vec<&'static str> {
    let seen = SEEN.lock().expect("every case was run");
    let read = ["record", "profile", "command"];
    support_panel::schema_names()
        .filter(|name| !read.contains(name) && !seen.contains(name))
        .collect()
}
