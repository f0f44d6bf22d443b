//! Whatever is made of a reader's copy: papers in each format, what they disclose, and a record without someone.

use crate::case::Case;
use crate::log::{digest, sha256};
use crate::operation::{Stop, argument, previous, refusal, with_profile};
use crate::results::{all_valid, valid};
use serde_json::{Map, Value, json};
use support_panel::interface::{self, PaperRequest};
use support_panel::report::{Format, Paper};
use support_panel::{Error, Profile, Record};
use support_panel_export::{Output, OutputOptions, interface as export};

/// Every paper in each format of text, for the reader of a case.
pub(crate) fn papers(case: &Case) -> Result<Value, Stop> {
    for_reader(case, |record, profile, request| {
        let of = |paper: &Paper| {
            let in_format = |format: &Format| {
                let (name, format) = (paper.as_str(), format.as_str());
                let made = interface::paper(record, Some(profile), name, format, request);
                (format.to_owned(), or_refusal(made.map(Value::from)))
            };
            (paper.to_string(), Format::ALL.iter().map(in_format).collect())
        };
        Ok(Value::Object(Paper::ALL.iter().map(of).collect()))
    })
}

/// Every paper as a file of other people's programs, and the calendar.
pub(crate) fn files(case: &Case) -> Result<Value, Stop> {
    for_reader(case, |record, profile, request| {
        let of = |output: Output| {
            let in_format = |format: &&str| {
                let options = OutputOptions::default();
                let name = output.to_string();
                let made = export::file(record, Some(profile), &name, format, request, &options);
                let told = match made {
                    Ok(file) => Value::from(sha256(&file.bytes)),
                    Err(error) => refusal(&error),
                };
                ((*format).to_owned(), told)
            };
            (output.to_string(), formats(output).iter().map(in_format).collect())
        };
        Ok(Value::Object(Output::all().map(of).collect()))
    })
}

/// The formats of an output that are no text for people.
pub(crate) fn formats(output: Output) -> &'static [&'static str] {
    match output {
        Output::Calendar => &["calendar"],
        _ => &["word", "pdf", "excel"],
    }
}

/// What a paper discloses, or the reader's copy whatever is made of it.
pub(crate) fn disclosures(case: &Case) -> Result<Value, Stop> {
    let paper = case.text("paper");
    for_reader(case, |record, profile, request| {
        let told = interface::disclosures(record, Some(profile), paper, request)?;
        Ok(all_valid("disclosure", parsed(&told)?)?)
    })
}

/// A record without someone, and what is left.
pub(crate) fn redact(case: &Case) -> Result<Value, Stop> {
    with_profile(case, |record, _| {
        let (without, report) = interface::redact(record, argument(case, "person")?)?;
        let report = valid("redaction", parsed(&report)?)?;
        Ok(json!({"report": report, "text": without.to_json()}))
    })
}

/// Whatever there is to ask of one record, each answer as a digest: `tests/synthetic` has it asked of many.
pub(crate) fn everything(case: &Case) -> Result<Value, Stop> {
    with_profile(case, |record, profile| {
        let findings = interface::check(record, Some(profile), Some("2026-12-01"), None)?;
        let summaries = interface::summaries(record, Some(profile), None);
        let follow_on = interface::follow_on(record, "next", "2031-01-01");
        let someone = record.case.people.first().map_or("nobody", |person| person.id.as_str());
        let redacted = interface::redact(record, someone);
        let readers = ["professionals", "family", someone];
        let made = readers.map(|reader| {
            let request = PaperRequest::of(reader);
            let copy = interface::disclosures(record, Some(profile), None, &request);
            let paper = |name: &str, format: &str| {
                let made = interface::paper(record, Some(profile), name, format, &request);
                or_refusal(made.map(Value::from))
            };
            let papers = Paper::ALL.iter().map(|paper| paper.as_str());
            let papers: Vec<Value> = papers.map(|name| paper(name, "markdown")).collect();
            let minutes = ["html", "text"].map(|format| paper("minutes", format));
            json!({"copy": json_or_refusal(copy), "papers": papers, "minutes": minutes})
        });
        Ok(json!({
            "findings": digest(&json!(findings)),
            "follow_on": or_refusal(follow_on.map(|next| next.to_json().into())),
            "readers": made,
            "redacted": or_refusal(redacted.map(|(without, _)| without.to_json().into())),
            "summaries": json_or_refusal(summaries),
        }))
    })
}

/// Which papers were made, and why others were not: one word for a paper where that is so in each format.
pub(crate) fn made(answer: &Value) -> Option<Value> {
    let word = |told: &Value| match told.get("error") {
        Some(error) => error.get("code").cloned().unwrap_or_default(),
        None => Value::from("made"),
    };
    let of = |(paper, formats): (&String, &Value)| {
        let words: Map<String, Value> = formats
            .as_object()?
            .iter()
            .map(|(format, told)| (format.clone(), word(told)))
            .collect();
        let first = words.values().next()?.clone();
        let alike = words.values().all(|word| *word == first);
        Some((paper.clone(), if alike { first } else { Value::Object(words) }))
    };
    answer.as_object()?.iter().map(of).collect::<Option<Map<_, _>>>().map(Value::Object)
}

fn for_reader(
    case: &Case,
    make: impl FnOnce(&Record, &Profile, &PaperRequest<'_>) -> Result<Value, Stop>,
) -> Result<Value, Stop> {
    let previous = previous(case)?;
    let words = |member| -> Vec<&str> {
        let listed = case.member(member).and_then(Value::as_array);
        listed.into_iter().flatten().filter_map(Value::as_str).collect()
    };
    let (confirmed, given) = (words("confirmed"), words("given"));
    let request = PaperRequest::of(argument(case, "reader")?)
        .previous(previous.as_ref())
        .confirmed(&confirmed)
        .given(&given)
        .handed_over_by(case.text("handed_over_by"));
    with_profile(case, |record, profile| make(record, profile, &request))
}

/// The digest of an answer, or the refusal.
fn or_refusal(answer: Result<Value, Error>) -> Value {
    answer.map_or_else(|error| refusal(&error), |value| digest(&value).into())
}

/// The same of an answer in JSON.
fn json_or_refusal(answer: Result<String, Error>) -> Value {
    or_refusal(answer.map(|text| serde_json::from_str(&text).unwrap_or_default()))
}

fn parsed(json: &str) -> Result<Value, Stop> {
    Ok(serde_json::from_str(json).map_err(|error| error.to_string())?)
}
