//! What a profile must be as a whole, once each part of it reads.

use super::Document;
use crate::error::{Code, Error};
use crate::lookup::{Ids, Key, repeats};
use crate::record::{Scale, Within};
use crate::{Id, Text};

/// Words that stand for somebody by their part, and so cannot be ids.
const RESERVED: [&str; 7] =
    ["chair", "referrer", "note_taker", "everyone", "professionals", "family", "core"];
/// Who may lead or record beside a seat.
const PARTS: [&str; 3] = ["chair", "referrer", "note_taker"];
/// Who may be asked beside a seat.
const AUDIENCES: [&str; 6] = ["everyone", "professionals", "family", "core", "referrer", "chair"];

fn fault(code: Code, path: String, message: &str) -> Error {
    Error::new(code, path, message)
}

pub(super) fn verify(document: &Document) -> Result<(), Error> {
    ids("/statuses", document.statuses.iter().map(|x| &x.id))?;
    ids("/seats", document.seats.iter().map(|x| &x.id))?;
    ids("/columns", document.columns.iter().map(|x| &x.id))?;
    ids("/questions", document.questions.iter().map(|x| &x.id))?;
    ids("/scales", document.scales.iter().map(|x| &x.id))?;
    ids("/agenda", document.agenda.iter().map(|x| &x.id))?;
    ids("/decisions", document.decisions.iter().map(|x| &x.id))?;
    ids("/recording/sections", document.recording.sections.iter().map(|x| &x.id))?;
    references(document)?;
    categories(document)?;
    for (index, scale) in document.scales.iter().enumerate() {
        self::scale(&format!("/scales/{index}"), scale)?;
    }
    ranges(document)
}

fn ids<'a>(list: &str, ids: impl Iterator<Item = &'a Id> + Clone) -> Result<(), Error> {
    let path = |index: usize| format!("{list}/{index}/id");
    let reserved = ids.clone().position(|id| RESERVED.contains(&id.as_str()));
    let repeated =
        repeats(ids.map(|id| Key::new(id.as_str())).enumerate()).first().map(|(index, _)| *index);
    match (reserved, repeated) {
        (Some(index), _) if repeated.is_none_or(|repeated| index <= repeated) => Err(fault(
            Code::ReservedWord,
            path(index),
            "found a reserved word, expected an id of the council's own",
        )),
        (_, Some(index)) => Err(fault(
            Code::RepeatedId,
            path(index),
            "found an id a second time, expected each once",
        )),
        _ => Ok(()),
    }
}

fn references(document: &Document) -> Result<(), Error> {
    let seats: Ids<'_> = document.seats.iter().map(|seat| Key::new(seat.id.as_str())).collect();
    let columns: Ids<'_> =
        document.columns.iter().map(|column| Key::new(column.id.as_str())).collect();
    let unknown = |path: String, what: &str| {
        Err(fault(
            Code::BadReference,
            path,
            &format!("found an id that the profile does not define, expected {what}"),
        ))
    };
    let each = |list: &str, ids: &[Id], words: &[&str], what: &str| match ids
        .iter()
        .position(|id| !seats.has(id) && !words.contains(&&**id))
    {
        Some(index) => unknown(format!("{list}/{index}"), what),
        None => Ok(()),
    };
    each("/chair/seats", &document.chair.seats, &[], "a seat")?;
    each("/note_taker/seats", &document.note_taker.seats, &[], "a seat")?;
    each("/quorum/must_include", &document.quorum.must_include, &[], "a seat")?;
    for (index, question) in document.questions.iter().enumerate() {
        if !columns.has(&question.column) {
            return unknown(format!("/questions/{index}/column"), "a column");
        }
    }
    for (index, scale) in document.scales.iter().enumerate() {
        each(
            &format!("/scales/{index}/asked_of"),
            &scale.asked_of,
            &AUDIENCES,
            "a seat, or one of everyone professionals family core referrer chair",
        )?;
    }
    for (index, stage) in document.agenda.iter().enumerate() {
        for (key, who) in [("lead", &stage.lead), ("recorder", &stage.recorder)] {
            each(
                &format!("/agenda/{index}/{key}"),
                who.as_slice(),
                &PARTS,
                "a seat, or one of chair referrer note_taker",
            )
            .map_err(|error| {
                let path = error.path().strip_suffix("/0").unwrap_or(error.path()).to_owned();
                fault(Code::BadReference, path, error.message())
            })?;
        }
    }
    Ok(())
}

fn categories(document: &Document) -> Result<(), Error> {
    let columns = document.columns.iter().enumerate();
    let all = columns.flat_map(|(i, column)| {
        column.categories.iter().enumerate().map(move |(j, category)| ((i, j), category.id))
    });
    match repeats(all).first() {
        Some(((column, index), _)) => {
            let path = format!("/columns/{column}/categories/{index}/id");
            Err(fault(
                Code::RepeatedCategory,
                path,
                "found a category that stands in a column already, expected each in one",
            ))
        }
        None => Ok(()),
    }
}

fn scale(path: &str, scale: &Scale) -> Result<(), Error> {
    for (key, text) in [
        ("prompt", &scale.prompt),
        ("anchors/min", &scale.anchors.min),
        ("anchors/max", &scale.anchors.max),
    ] {
        if text.as_ref().is_none_or(Text::is_blank) {
            return Err(fault(
                Code::MissingKey,
                format!("{path}/{key}"),
                "found nothing, expected words: people must know what they are asked",
            ));
        }
    }
    Ok(())
}

fn ranges(document: &Document) -> Result<(), Error> {
    let wrong = |path: String| {
        Err(fault(
            Code::BadRange,
            path,
            "found a least value above the greatest, expected it below",
        ))
    };
    if let (Some(from), Some(to)) = (document.valid_from, document.valid_to)
        && from > to
    {
        return wrong("/valid_to".into());
    }
    if let (Some(floor), Some(min)) = (document.quorum.floor, document.quorum.min_agencies)
        && floor > min
    {
        return wrong("/quorum/floor".into());
    }
    let intervals = document
        .decisions
        .iter()
        .enumerate()
        .map(|(i, d)| (format!("/decisions/{i}/review"), &d.review));
    for (path, interval) in intervals.chain([("/review".into(), &document.review)]) {
        if let (Some(min), Some(max)) = (&interval.min, &interval.max)
            && most_days(min, false) > most_days(max, true)
        {
            return wrong(format!("{path}/min"));
        }
    }
    Ok(())
}

/// The fewest or the most days that a timescale can come to: enough to see that no day fits between two of them.
fn most_days(within: &Within, most: bool) -> u32 {
    match within {
        Within::Days(n) => n.get(),
        Within::Weeks(n) => n.get() * 7,
        Within::Months(n) if most => n.get() * 31,
        Within::Months(n) => n.get() * 28,
        // At the most five a week, and no fortnight is all holidays.
        Within::WorkingDays(n) if most => n.get() * 7,
        Within::WorkingDays(n) => n.get(),
    }
}
