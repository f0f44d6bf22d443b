//! The operations of the library, by the names that cases use.

use crate::case::{Case, stored};
use crate::edit::edited;
use crate::given::{given, records, stored_record};
use crate::results::{all_valid, sitting_is_valid, valid};
use serde_json::{Value, json};
use support_panel::interface::{self, PaperRequest};
use support_panel::{
    CheckOptions, Command, Date, Edition, Error, Finding, Profile, Record, Session, Stamp,
};

/// What an operation came to.
pub(crate) enum Outcome {
    Value(Value),
    Refused(Value),
}

/// Why a case gave no value: the library refused, or the case itself is at fault.
enum Stop {
    Refused(Error),
    Case(String),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}

impl From<String> for Stop {
    fn from(fault: String) -> Self {
        Self::Case(fault)
    }
}

impl From<&str> for Stop {
    fn from(fault: &str) -> Self {
        Self::Case(fault.to_owned())
    }
}

/// Runs a case; an `Err` is a fault of the case itself.
pub(crate) fn run(case: &Case) -> Result<Outcome, String> {
    match perform(case) {
        Ok(value) => Ok(Outcome::Value(value)),
        Err(Stop::Case(fault)) => Err(fault),
        Err(Stop::Refused(error)) => Ok(Outcome::Refused(refusal(&error))),
    }
}

/// A refusal, its message as it is shown: with where it is and its code, as in the other languages.
fn refusal(error: &Error) -> Value {
    json!({"error": {
        "code": error.code(), "path": error.path(), "message": error.to_string(),
        "line": error.line(), "column": error.column(),
    }})
}

/// What of an answer is compared with `expect`: findings without their messages, and of a document its values.
pub(crate) fn comparable(case: &Case, answer: &Value) -> Option<Value> {
    match case.text("operation")? {
        "check" => {
            let tuple = |finding: &Value| -> Option<Value> {
                let keys = ["code", "severity", "path", "subject"];
                keys.into_iter().map(|key| finding.get(key).cloned()).collect()
            };
            answer.get("findings")?.as_array()?.iter().map(tuple).collect()
        }
        "allocation" => {
            let mut answer = answer.clone();
            for reason in answer.get_mut("reasons")?.as_array_mut()? {
                reason.as_object_mut()?.remove("message")?;
            }
            Some(answer)
        }
        "follow_on" => document(answer),
        "session" => {
            let expect = case.member("expect")?;
            if expect.get("standing").is_some() {
                return Some(json!({"standing": answer.get("standing")?}));
            }
            // A record of the corpus is named, and must be the same to the last byte.
            if let Some(name) = expect.get("record").and_then(Value::as_str) {
                let named = Record::from_json(stored("records", name, "json").ok()?).ok()?;
                if named.to_json() == answer.get("text")?.as_str()? {
                    return Some(json!({"record": name}));
                }
            }
            Some(json!({"record": document(answer)?}))
        }
        _ => Some(answer.clone()),
    }
}

/// The values of a document that is given as its text.
fn document(answer: &Value) -> Option<Value> {
    serde_json::from_str(answer.get("text")?.as_str()?).ok()
}

fn perform(case: &Case) -> Result<Value, Stop> {
    let operation = case.text("operation").ok_or("it names no operation")?;
    match operation {
        "check" => check(case),
        "read" => Record::from_json(given(case)?).map(|_| json!({"ok": true})).map_err(Stop::from),
        "write" => write(case),
        "read_profile" => read_profile(case).map(|_| json!({"ok": true})),
        "profile_check" => Ok(profile_check(argument(case, "text")?)?),
        "profile_diff" => Ok(profile_diff(argument(case, "old")?, argument(case, "new")?)?),
        "due_on" => with_profile(case, |record, profile| {
            Ok(json!({"due": support_panel::due_on(record, profile, argument(case, "action")?)?}))
        }),
        "allocation" => with_profile(case, |record, profile| {
            let answer = support_panel::allocation(
                record,
                profile,
                argument(case, "action")?,
                argument(case, "owner")?,
            )?;
            Ok(valid("allocation", json!(answer))?)
        }),
        "follow_on" => {
            let record = Record::from_json(given(case)?)?;
            let next = support_panel::follow_on(
                &record,
                argument(case, "id")?,
                day(argument(case, "held_on")?)?,
            )?;
            Ok(json!({"text": next.to_json()}))
        }
        "summaries" => with_profile(case, |record, profile| summaries(case, record, profile)),
        "trajectory" => trajectory(case),
        "session" => session(case),
        "explain" => Ok(json!(support_panel::explain(argument(case, "code")?)?)),
        _ => Err(format!("this runner does not know the operation {operation}").into()),
    }
}

fn parsed(json: &str) -> Result<Value, Stop> {
    serde_json::from_str(json).map_err(|error| error.to_string().into())
}

/// What was said of a profile, without the sentences.
fn profile_check(text: &str) -> Result<Value, Stop> {
    let checked = parsed(&interface::check_profile(text.as_bytes(), &[]))?;
    let checked = valid("profile_check", checked)?;
    let of = |list: &str, keys: &[&str]| {
        let items = checked.get(list).and_then(Value::as_array).into_iter().flatten();
        let rows = items.map(|item| {
            keys.iter().map(|key| item.get(*key).cloned().unwrap_or_default()).collect::<Vec<_>>()
        });
        json!(rows.collect::<Vec<_>>())
    };
    Ok(json!({
        "faults": of("faults", &["code", "path", "line", "column", "word", "nearest"]),
        "warnings": of("warnings", &["doubt", "path", "line"]),
        "counts": of("counts", &["n", "of"]),
    }))
}

/// What changed from one profile in TOML to another, without the sentences.
fn profile_diff(old: &str, new: &str) -> Result<Value, Stop> {
    let (old, new) = (Profile::from_toml(old)?, Profile::from_toml(new)?);
    let differences = parsed(&interface::profile_diff(&old, &new))?;
    let mut told = Vec::new();
    for difference in differences.as_array().cloned().unwrap_or_default() {
        let difference = valid("profile_difference", difference)?;
        told.push(json!([difference.get("path"), difference.get("consequence")]));
    }
    Ok(json!(told))
}

fn summaries(case: &Case, record: &Record, profile: &Profile) -> Result<Value, Stop> {
    let summaries = match previous(case)? {
        Some(previous) => support_panel::summaries_since(record, &previous, profile)?,
        None => support_panel::summaries(record, profile)?,
    };
    Ok(all_valid("summary", json!(summaries))?)
}

fn argument<'a>(case: &'a Case, key: &str) -> Result<&'a str, Stop> {
    case.text(key).ok_or_else(|| format!("`{key}` is missing").into())
}

fn with_profile(
    case: &Case,
    ask: impl FnOnce(&Record, &Profile) -> Result<Value, Stop>,
) -> Result<Value, Stop> {
    let record = Record::from_json(given(case)?)?;
    ask(&record, &profile(case, &record)?)
}

fn day(text: &str) -> Result<Date, Stop> {
    text.parse().map_err(|_| "it gives a day that is none".into())
}

fn check(case: &Case) -> Result<Value, Stop> {
    let check = Check::of(case)?;
    let findings = check.findings(Edition::LATEST)?;
    let Check { record, profile, .. } = &check;
    let explained: Vec<_> = findings.iter().filter_map(support_panel::explain_finding).collect();
    all_valid("finding_explained", json!(explained))?;
    for finding in &findings {
        valid("explanation", json!(support_panel::explain_under(&finding.code, profile)?))?;
    }
    // What else the library says of such a record is no matter of `expect`, and stands in the log.
    let also = |answer: Result<Value, Stop>| match answer {
        Err(Stop::Refused(error)) => Ok(refusal(&error)),
        other => other,
    };
    let request = PaperRequest::of("professionals");
    let minutes = interface::paper(record, Some(profile), "minutes", "markdown", &request);
    Ok(json!({
        "findings": all_valid("finding", json!(findings))?,
        "minutes": also(minutes.map(Value::from).map_err(Stop::from))?,
        "summaries": also(summaries(case, record, profile))?,
    }))
}

/// What a case has checked.
pub(crate) struct Check {
    pub(crate) record: Record,
    pub(crate) profile: Profile,
    pub(crate) previous: Option<Record>,
    pub(crate) as_of: Option<Date>,
}

impl Check {
    fn of(case: &Case) -> Result<Self, Stop> {
        let record = Record::from_json(given(case)?)?;
        let profile = profile(case, &record)?;
        let previous = previous(case)?;
        let as_of = case
            .text("as_of")
            .map(|day| day.parse::<Date>().map_err(|_| "`as_of` is not a day"))
            .transpose()?;
        Ok(Self { record, profile, previous, as_of })
    }

    /// What a case has checked; nothing where it checks nothing, or is refused.
    pub(crate) fn asked_by(case: &Case) -> Option<Self> {
        (case.text("operation") == Some("check")).then(|| Self::of(case).ok()).flatten()
    }

    pub(crate) fn findings(&self, edition: Edition) -> Result<Vec<Finding>, Error> {
        let options = CheckOptions::default().as_of(self.as_of).previous(self.previous.as_ref());
        support_panel::check(&self.record, &self.profile, &options.edition(edition))
    }
}

fn previous(case: &Case) -> Result<Option<Record>, Stop> {
    case.text("previous")
        .map(|name| Ok(Record::from_json(stored_record(case, name, "previous_")?)?))
        .transpose()
}

/// The edits are those of the list of records as a whole: `/1/id` is the id of the second.
fn trajectory(case: &Case) -> Result<Value, Stop> {
    let records = records(case)?
        .iter()
        .map(|record| Ok(Record::from_json(record)?))
        .collect::<Result<Vec<_>, Stop>>()?;
    let profile = match records.first() {
        Some(first) => profile(case, first)?,
        None => changed(case, stored_profile(argument(case, "profile")?)?)?,
    };
    Ok(valid("trajectory", json!(support_panel::trajectory(&records, &profile)?))?)
}

/// A sitting, step by step. Each step that gives `expect` is refused with that code, and every other is taken; the journal brings
/// the same record back.
fn session(case: &Case) -> Result<Value, Stop> {
    let mut record = Record::from_json(given(case)?)?;
    if let Some(id) = case.text("id") {
        record = support_panel::follow_on(&record, id, day(argument(case, "held_on")?)?)?;
    }
    let profile = profile(case, &record)?;
    let mut session = Session::open(record, profile)?;
    let mut steps = Vec::new();
    for (index, step) in case
        .member("steps")
        .and_then(Value::as_array)
        .ok_or("`steps` is not a list")?
        .iter()
        .enumerate()
    {
        let part = |key: &str| {
            step.get(key).map(Value::to_string).ok_or_else(|| format!("step {index} has no {key}"))
        };
        let command = Command::from_json(part("command")?)?;
        let stamp = Stamp::from_json(part("stamp")?)?;
        sitting_is_valid(&session, &stamp)?;
        let refused = session.apply(command, stamp).err();
        let found = refused.as_ref().map(|error| error.code().as_str());
        let expected = step.get("expect").and_then(Value::as_str);
        if found != expected {
            return Err(format!(
                "step {index}: expected {}, found {}",
                expected.unwrap_or("it taken"),
                found.unwrap_or("it taken")
            )
            .into());
        }
        steps.push(refused.as_ref().map(refusal));
    }
    let replayed = Session::replay(session.journal())?.session;
    if replayed.record() != session.record() {
        return Err("its journal brings another record back".into());
    }
    Ok(json!({
        "journal": session.journal(),
        "standing": session.standing(),
        "steps": steps,
        "text": session.record().to_json(),
    }))
}

/// The canonical text, which must itself be read and written without a change.
fn write(case: &Case) -> Result<Value, Stop> {
    let text = Record::from_json(given(case)?)?.to_json();
    let again = Record::from_json(&text)?.to_json();
    if again != text {
        return Err(format!("written again it is another text: {again}").into());
    }
    Ok(json!({"text": text}))
}

fn read_profile(case: &Case) -> Result<Profile, Stop> {
    match (case.text("text"), case.text("profile")) {
        (Some(toml), None) if case.text("format") == Some("toml") => Ok(Profile::from_toml(toml)?),
        (Some(json), None) => Ok(Profile::from_json(json)?),
        (None, Some(name)) => changed(case, stored_profile(name)?),
        _ => Err("it gives neither or both of `text` and `profile`".into()),
    }
}

/// A profile of `tests/profiles`, or else a built-in one.
fn stored_profile(name: &str) -> Result<Profile, Stop> {
    match stored("profiles", name, "toml") {
        Ok(toml) => Ok(Profile::from_toml(toml)?),
        Err(missing) => Profile::built_in(name).map_err(|_| missing.into()),
    }
}

fn profile(case: &Case, record: &Record) -> Result<Profile, Stop> {
    match case.text("profile") {
        Some(name) => changed(case, stored_profile(name)?),
        None => changed(case, Profile::of(record)?),
    }
}

fn changed(case: &Case, profile: Profile) -> Result<Profile, Stop> {
    let (remove, set) = (case.member("profile_remove"), case.member("profile_set"));
    if remove.is_none() && set.is_none() {
        return Ok(profile);
    }
    let document = serde_json::from_str(&profile.to_json())
        .map_err(|error| format!("a profile's own JSON is not JSON: {error}"))?;
    Ok(Profile::from_json(edited(document, remove, set)?.to_string())?)
}
