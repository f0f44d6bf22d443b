//! A sitting step by step, two hands of one, and journals that were cut or changed.

use crate::case::{Case, stored};
use crate::given::given;
use crate::operation::{Stop, argument, day, profile, refusal};
use crate::results::{sitting_is_valid, text_is_valid};
use serde_json::{Value, json};
use support_panel::interface;
use support_panel::{Command, Profile, Record, Session, Stamp};

/// Each step that gives `expect` is refused with that code, and every other is taken; the journal brings the same record back.
pub(crate) fn session(case: &Case) -> Result<Value, Stop> {
    let mut session = opened(case)?;
    let steps = take(&mut session, case, "steps")?;
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

/// Two hands, after the steps that both have; the second of another record where `other` names one.
pub(crate) fn merge(case: &Case) -> Result<Value, Stop> {
    let mut ours = opened(case)?;
    take(&mut ours, case, "shared")?;
    let mut theirs = match case.text("other") {
        Some(name) => {
            let record = Record::from_json(stored("records", name, "json")?)?;
            let profile = Profile::of(&record)?;
            Session::open(record, profile)?
        }
        None => ours.clone(),
    };
    take(&mut ours, case, "ours")?;
    take(&mut theirs, case, "theirs")?;
    let merged = support_panel::merge(&ours, &theirs)?;
    let conflicts = interface::conflicts(&merged.conflicts);
    text_is_valid("conflict", &conflicts)?;
    let conflicts: Value = serde_json::from_str(&conflicts).map_err(|error| error.to_string())?;
    let (journal, text) = (merged.session.journal(), merged.session.record().to_json());
    Ok(json!({"conflicts": conflicts, "journal": journal, "text": text}))
}

/// The journal of these steps, or else a text, without its last bytes or with one text in place of another.
pub(crate) fn replay(case: &Case) -> Result<Value, Stop> {
    let mut journal = match case.member("steps") {
        Some(_) => {
            let mut session = opened(case)?;
            take(&mut session, case, "steps")?;
            session.journal().to_owned()
        }
        None => argument(case, "text")?.to_owned(),
    };
    if let Some(count) = case.member("cut").and_then(Value::as_u64) {
        let left = journal.len().checked_sub(usize::try_from(count).unwrap_or(usize::MAX));
        journal.truncate(left.ok_or("it cuts off more than there is")?);
    }
    if let Some(pair) = case.member("replace").and_then(Value::as_array) {
        let [Some(old), Some(new)] = [0, 1].map(|at| pair.get(at).and_then(Value::as_str)) else {
            return Err("`replace` is not a pair of texts".into());
        };
        if !journal.contains(old) {
            return Err("the journal has not the text to be replaced".into());
        }
        journal = journal.replacen(old, new, 1);
    }
    let replayed = Session::replay(&journal)?;
    let text = replayed.session.record().to_json();
    Ok(json!({"lost": replayed.lost, "standing": replayed.session.standing(), "text": text}))
}

/// What of a merge is compared with `expect`: what is left to decide, and the steps that were joined, each by its command.
pub(crate) fn merged(answer: &Value) -> Option<Value> {
    let conflicts = answer.get("conflicts")?.as_array()?;
    let told = |conflict: &Value| -> Option<Value> {
        let command = conflict.get("theirs")?.get("event")?.get("type")?;
        Some(json!([command, conflict.get("refusal")]))
    };
    let events = answer.get("journal")?.as_str()?.lines().skip(1);
    let command = |line: &str| -> Option<Value> {
        let event: Value = serde_json::from_str(line).ok()?;
        event.get("event")?.get("type").cloned()
    };
    Some(json!({
        "conflicts": conflicts.iter().map(told).collect::<Option<Vec<_>>>()?,
        "steps": events.map(command).collect::<Option<Vec<_>>>()?,
    }))
}

fn opened(case: &Case) -> Result<Session, Stop> {
    let mut record = Record::from_json(given(case)?)?;
    if let Some(id) = case.text("id") {
        record = support_panel::follow_on(&record, id, day(argument(case, "held_on")?)?)?;
    }
    let profile = profile(case, &record)?;
    Ok(Session::open(record, profile)?)
}

/// Takes the steps of this name; what each was refused with.
fn take(session: &mut Session, case: &Case, name: &str) -> Result<Vec<Option<Value>>, Stop> {
    let steps = match case.member(name) {
        Some(steps) => {
            steps.as_array().ok_or_else(|| format!("`{name}` is not a list"))?.as_slice()
        }
        None if name == "steps" => return Err("`steps` is missing".into()),
        None => &[],
    };
    let mut told = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let part = |key: &str| {
            step.get(key).map(Value::to_string).ok_or_else(|| format!("step {index} has no {key}"))
        };
        let command = Command::from_json(part("command")?)?;
        let stamp = Stamp::from_json(part("stamp")?)?;
        sitting_is_valid(session, &stamp)?;
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
        told.push(refused.as_ref().map(refusal));
    }
    Ok(told)
}
