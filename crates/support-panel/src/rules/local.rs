//! Rules of a council's own, asked: their conditions are JSON Logic, worked out by `datalogic-rs`.
//!
//! A condition sees the record as its canonical JSON. It has so many steps for one record and no more, so that neither a
//! profile nor a record can make a check go on for ever.

mod operators;
mod steps;

use super::{Findings, Path, Phase, Severity, Step};
use crate::error::{Code, Error};
use crate::limits;
use crate::profile::{LocalRule, PathPart, parts};
use crate::record::Record;
use crate::view::View;
use crate::wire::Value;
use datalogic_rs::bumpalo::Bump;
use datalogic_rs::{DataValue, Logic};

/// The rules of a profile, ready to be asked. Two that were made of the same rules are the same.
#[derive(Debug)]
pub(crate) struct LocalRules(Vec<Ready>);

impl PartialEq for LocalRules {
    fn eq(&self, _: &Self) -> bool {
        // They stand beside the document that they were made of.
        true
    }
}

impl Eq for LocalRules {}

struct Ready {
    code: String,
    severity: Severity,
    phase: Phase,
    message: String,
    each: Option<Vec<PathPart>>,
    path: Vec<&'static str>,
    when: Logic,
}

impl std::fmt::Debug for Ready {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.code)
    }
}

impl LocalRules {
    /// Makes the rules of a profile ready, which were verified before.
    ///
    /// # Errors
    /// `bad_logic` where the evaluator does not take a condition that the profile's reader took.
    pub(crate) fn new(rules: &[LocalRule]) -> Result<Self, Error> {
        let ready = rules.iter().enumerate().map(|(index, rule)| {
            Ready::new(rule).ok_or_else(|| {
                let message = "found a condition that cannot be worked out, expected JSON Logic";
                Error::new(Code::BadLogic, format!("/local_rules/{index}/when"), message)
            })
        });
        ready.collect::<Result<_, _>>().map(Self)
    }

    /// Asks those of the phase that matter as much as this.
    pub(super) fn ask(
        &self,
        view: &View<'_>,
        phase: Phase,
        least: Severity,
        findings: &mut Findings,
    ) {
        let mut asked =
            self.0.iter().filter(|rule| rule.phase <= phase && rule.severity <= least).peekable();
        if asked.peek().is_none() {
            return;
        }
        let (json, arena) = (view.record.to_json(), Bump::new());
        let as_of = view.as_of.map(|day| day.to_string());
        let as_of = as_of.as_deref().map_or(DataValue::Null, DataValue::String);
        let record = DataValue::from_str(&json, &arena);
        for rule in asked {
            findings.begin_local(&rule.code, rule.severity);
            match &record {
                Ok(record) => rule.ask(*record, as_of, findings),
                // A council's own data may hold a number that no evaluator has room for.
                Err(_) => findings.add_local(rule.list(), None, IMPOSSIBLE.into()),
            }
        }
    }
}

const IMPOSSIBLE: &str = "This could not be worked out here: look at it yourself.";

/// Why a rule has no answer.
enum Unanswered {
    /// It took more steps than there are.
    OutOfSteps,
    /// Something in it cannot be worked out: a sum with a word in it, a division by nought.
    Impossible,
}

/// An item of a list, where it stands, and whom or what it is about.
struct Item<'a> {
    at: Path,
    subject: Option<&'a str>,
    value: DataValue<'a>,
}

impl Ready {
    fn new(rule: &LocalRule) -> Option<Self> {
        let (each, shape) = match rule.for_each() {
            Some(pointer) => {
                let (mut each, list) = parts(pointer, Record::SHAPE).ok()?;
                each.push(PathPart::Each);
                let crate::wire::Shape::List(items) = list else { return None };
                (Some(each), *items)
            }
            None => (None, Record::SHAPE),
        };
        let (path, _) = parts(rule.path(), shape).ok()?;
        let path = path.into_iter().filter_map(|part| match part {
            PathPart::Key(key) => Some(key),
            PathPart::Each => None,
        });
        Some(Self {
            code: rule.code().to_owned(),
            severity: rule.severity,
            phase: rule.asked_from(),
            message: rule.message.as_str().to_owned(),
            each,
            path: path.collect(),
            when: operators::engine().compile(steps::counted(&rule.when).as_str()).ok()?,
        })
    }

    fn ask<'a>(&self, record: DataValue<'a>, as_of: DataValue<'a>, findings: &mut Findings) {
        steps::allow(limits::STEPS_OF_A_RULE);
        let Some(each) = &self.each else {
            let top = [("record", record), ("as_of", as_of)];
            return self.answer(&top, Path(Vec::new()), None, findings).unwrap_or_default();
        };
        let list = Item { at: Path(Vec::new()), subject: None, value: record };
        items(list, each, &mut |item| {
            let top = [("record", record), ("as_of", as_of), ("item", item.value)];
            self.answer(&top, item.at, item.subject, findings)
        })
        .unwrap_or_default();
    }

    /// Asks it once; none where there are no steps left to go on.
    fn answer(
        &self,
        top: &[(&str, DataValue<'_>)],
        mut at: Path,
        subject: Option<&str>,
        findings: &mut Findings,
    ) -> Option<()> {
        if findings.are_full() {
            return None;
        }
        at.0.extend(self.path.iter().map(|key| Step::Key(key)));
        match self.fires(top) {
            Ok(false) => {}
            Ok(true) => findings.add_local(at, subject, self.message.clone()),
            Err(Unanswered::Impossible) => findings.add_local(at, subject, IMPOSSIBLE.into()),
            Err(Unanswered::OutOfSteps) => {
                let message = format!(
                    "This was not asked to the end, since {} steps did not do: look at it yourself.",
                    limits::STEPS_OF_A_RULE
                );
                findings.add_local(at, subject, message);
                return None;
            }
        }
        Some(())
    }

    /// What it is about where nothing of a record is known: the list that it ranges over, else what it points to.
    fn list(&self) -> Path {
        let keys = |parts: &[PathPart]| -> Vec<Step> {
            let keys = parts.iter().map_while(|part| match part {
                PathPart::Key(key) => Some(Step::Key(key)),
                PathPart::Each => None,
            });
            keys.collect()
        };
        let path = || self.path.iter().map(|key| Step::Key(key)).collect();
        Path(self.each.as_deref().map_or_else(path, keys))
    }

    fn fires(&self, top: &[(&str, DataValue<'_>)]) -> Result<bool, Unanswered> {
        let arena = Bump::new();
        let answer = operators::engine().evaluate(&self.when, DataValue::Object(top), &arena);
        match answer {
            _ if steps::are_used_up() => Err(Unanswered::OutOfSteps),
            Ok(answer) => Ok(answer.as_bool() == Some(true)),
            Err(_) => Err(Unanswered::Impossible),
        }
    }
}

/// Hands over the items at the end of a path, until there are no steps left.
fn items<'a>(
    from: Item<'a>,
    path: &[PathPart],
    each: &mut dyn FnMut(Item<'a>) -> Option<()>,
) -> Option<()> {
    let Some((first, rest)) = path.split_first() else { return each(from) };
    match (first, from.value) {
        (PathPart::Key(key), object) => {
            let Some(value) = member(&object, key) else { return Some(()) };
            let mut at = from.at;
            at.0.push(Step::Key(key));
            items(Item { at, value: *value, ..from }, rest, each)
        }
        (PathPart::Each, DataValue::Array(list)) => {
            for (index, value) in list.iter().enumerate() {
                let mut at = from.at.clone();
                let subject = subject(at.0.last(), value).or(from.subject);
                at.0.push(Step::Item(index));
                items(Item { at, subject, value: *value }, rest, each)?;
            }
            Some(())
        }
        _ => Some(()),
    }
}

/// The id of an item of a list, by the key of the list.
fn subject<'a>(list: Option<&Step>, item: &DataValue<'a>) -> Option<&'a str> {
    let key = match list {
        Some(Step::Key("ratings" | "abstentions" | "dissent")) => "by",
        Some(Step::Key("agenda")) => "stage",
        Some(Step::Key("scaling")) => "scale",
        _ => "id",
    };
    member(item, key)?.as_str()
}

/// A member of an object; nothing of what is none.
fn member<'v, 'a>(value: &'v DataValue<'a>, key: &str) -> Option<&'v DataValue<'a>> {
    let DataValue::Object(members) = value else { return None };
    members.iter().find(|(known, _)| *known == key).map(|(_, value)| value)
}
