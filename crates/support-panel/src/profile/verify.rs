//! What a profile must be as a whole, once each part of it reads.

use super::{Document, local};
use crate::error::Code;
use crate::lookup::{Ids, Key, repeats};
use crate::phrases;
use crate::record::{Scale, Within};
use crate::{Id, Text};

/// Words that stand for someone by their part, and so cannot be ids.
pub(super) const RESERVED: [&str; 7] =
    ["chair", "referrer", "note_taker", "everyone", "professionals", "family", "core"];
/// Who may lead or record beside a seat.
const PARTS: [&str; 3] = ["chair", "referrer", "note_taker"];
/// Who may be asked beside a seat.
const AUDIENCES: [&str; 8] =
    ["everyone", "professionals", "family", "parents", "children", "core", "referrer", "chair"];
/// Who may be asked for a report beside a seat.
const REPORTING: [&str; 3] = ["everyone", "professionals", "core"];

/// Something that a profile says and another part of it does not bear out.
pub(super) struct Flaw {
    pub(super) code: Code,
    pub(super) path: String,
    /// What was found and what was expected, without quoting either.
    pub(super) message: String,
    /// What could stand there.
    pub(super) known: Vec<String>,
}

/// The flaws of a profile: by kind, and of one kind in the order of the document.
pub(super) fn flaws(document: &Document) -> Vec<Flaw> {
    let mut flaws = Flaws(Vec::new());
    flaws.ids("/statuses", document.statuses.iter().map(|x| &x.id));
    flaws.ids("/seats", document.seats.iter().map(|x| &x.id));
    flaws.ids("/columns", document.columns.iter().map(|x| &x.id));
    flaws.ids("/questions", document.questions.iter().map(|x| &x.id));
    flaws.ids("/scales", document.scales.iter().map(|x| &x.id));
    flaws.ids("/agenda", document.agenda.iter().map(|x| &x.id));
    flaws.ids("/decisions", document.decisions.iter().map(|x| &x.id));
    flaws.ids("/recording/sections", document.recording.sections.iter().map(|x| &x.id));
    flaws.references(document);
    flaws.categories(document);
    for (index, scale) in document.scales.iter().enumerate() {
        flaws.scale(&format!("/scales/{index}"), scale);
    }
    flaws.words(document);
    flaws.ranges(document);
    flaws.0.extend(local::flaws(&document.local_rules));
    flaws.0
}

struct Flaws(Vec<Flaw>);

impl Flaws {
    fn add(&mut self, code: Code, path: String, message: &str) {
        self.0.push(Flaw { code, path, message: message.into(), known: Vec::new() });
    }

    fn ids<'a>(&mut self, list: &str, ids: impl Iterator<Item = &'a Id> + Clone) {
        let path = |index: usize| format!("{list}/{index}/id");
        for (index, _) in ids.clone().enumerate().filter(|(_, id)| RESERVED.contains(&id.as_str()))
        {
            self.add(
                Code::ReservedWord,
                path(index),
                "found a reserved word, expected an id of the council's own",
            );
        }
        for (index, _) in repeats(ids.map(|id| Key::new(id.as_str())).enumerate()) {
            self.add(
                Code::RepeatedId,
                path(index),
                "found an id a second time, expected each once",
            );
        }
    }

    fn unknown(&mut self, path: String, what: &str, known: Vec<String>) {
        let message = format!("found an id that the profile does not define, expected {what}");
        self.0.push(Flaw { code: Code::BadReference, path, message, known });
    }

    fn references(&mut self, document: &Document) {
        let ids = || document.seats.iter().map(|seat| seat.id.as_str());
        let seats: Ids<'_> = ids().map(Key::new).collect();
        let mut each =
            |path: &dyn Fn(usize) -> String, named: &[Id], words: &[&str], what: &str| {
                for (index, id) in named.iter().enumerate() {
                    if !seats.has(id) && !words.contains(&&**id) {
                        let words = words.iter().map(|&word| word.to_owned());
                        let known = ids().map(str::to_owned).chain(words).collect();
                        self.unknown(path(index), what, known);
                    }
                }
            };
        for (list, named) in [
            ("/chair/seats", &document.chair.seats),
            ("/note_taker/seats", &document.note_taker.seats),
            ("/quorum/must_include", &document.quorum.must_include),
        ] {
            each(&|index| format!("{list}/{index}"), named, &[], "a seat");
        }
        each(
            &|index| format!("/inputs/reports/asked_of/{index}"),
            &document.inputs.reports.asked_of,
            &REPORTING,
            "a seat, or one of everyone professionals core",
        );
        for (index, scale) in document.scales.iter().enumerate() {
            for (key, whom) in [("asked_of", &scale.asked_of), ("together", &scale.together)] {
                each(
                    &|nth| format!("/scales/{index}/{key}/{nth}"),
                    whom,
                    &AUDIENCES,
                    "a seat, or one of everyone professionals family parents children core referrer chair",
                );
            }
        }
        for (index, stage) in document.agenda.iter().enumerate() {
            for (key, who) in [("lead", &stage.lead), ("recorder", &stage.recorder)] {
                each(
                    &|_| format!("/agenda/{index}/{key}"),
                    who.as_slice(),
                    &PARTS,
                    "a seat, or one of chair referrer note_taker",
                );
            }
        }
        let ids = || document.columns.iter().map(|column| column.id.as_str());
        let columns: Ids<'_> = ids().map(Key::new).collect();
        for (index, question) in document.questions.iter().enumerate() {
            if !columns.has(&question.column) {
                let known = ids().map(str::to_owned).collect();
                self.unknown(format!("/questions/{index}/column"), "a column", known);
            }
        }
    }

    fn categories(&mut self, document: &Document) {
        let columns = document.columns.iter().enumerate();
        let all = columns.clone().flat_map(|(i, column)| {
            column.categories.iter().enumerate().map(move |(j, category)| ((i, j), category.id))
        });
        for ((column, index), _) in repeats(all) {
            self.add(
                Code::RepeatedCategory,
                format!("/columns/{column}/categories/{index}/id"),
                "found a category that stands in a column already, expected each in one",
            );
        }
        for (index, _) in columns.filter(|(_, column)| column.categories.is_empty()) {
            self.add(
                Code::MissingKey,
                format!("/columns/{index}/categories"),
                "found nothing, expected at least one category: nothing could stand in the column",
            );
        }
    }

    fn scale(&mut self, path: &str, scale: &Scale) {
        for (key, text) in [
            ("prompt", &scale.prompt),
            ("anchors/min", &scale.anchors.min),
            ("anchors/max", &scale.anchors.max),
        ] {
            if text.as_ref().is_none_or(Text::is_blank) {
                self.add(
                    Code::MissingKey,
                    format!("{path}/{key}"),
                    "found nothing, expected words: people must know what they are asked",
                );
            }
        }
        for (index, point) in scale.points.iter().enumerate() {
            let message = if !scale.has(point.value) {
                "found a number that is not on the scale, expected one between its ends and on a step"
            } else if [scale.min, scale.max].contains(&point.value) {
                "found an end of the scale, expected its words in anchors"
            } else if scale.points.iter().take(index).any(|it| it.value == point.value) {
                "found a number a second time, expected each once"
            } else {
                continue;
            };
            self.add(Code::BadScale, format!("{path}/points/{index}/value"), message);
        }
    }

    /// What a phrase leaves open is filled in by its name: another name would stand there as it is.
    fn words(&mut self, document: &Document) {
        for (key, text) in document.words.iter() {
            let known = phrases::holes_of(key);
            if phrases::holes(text.as_str()).any(|hole| !known.contains(&hole)) {
                self.0.push(Flaw {
                    code: Code::UnknownWord,
                    path: format!("/words/{key}"),
                    message: "found something in braces that this phrase does not fill in".into(),
                    known: known.iter().map(|hole| format!("{{{hole}}}")).collect(),
                });
            }
        }
    }

    fn ranges(&mut self, document: &Document) {
        let mut wrong = |path: String| {
            let message = "found a least value above the greatest, expected it below";
            self.add(Code::BadRange, path, message);
        };
        if let (Some(from), Some(to)) = (document.valid_from, document.valid_to)
            && from > to
        {
            wrong("/valid_to".into());
        }
        let calendar = &document.calendar;
        let both = |day: &&crate::Date| calendar.extra_closures.contains(day);
        if calendar.extra_openings.iter().any(|day| both(&day)) {
            wrong("/calendar/extra_openings".into());
        }
        if let (Some(floor), Some(min)) = (document.quorum.floor, document.quorum.min_agencies)
            && floor > min
        {
            wrong("/quorum/floor".into());
        }
        let intervals = document
            .decisions
            .iter()
            .enumerate()
            .map(|(i, d)| (format!("/decisions/{i}/review"), &d.review));
        let statuses = document.statuses.iter().enumerate();
        let intervals = intervals
            .chain(statuses.map(|(i, status)| (format!("/statuses/{i}/review"), &status.review)));
        for (path, interval) in intervals.chain([("/review".into(), &document.review)]) {
            if let (Some(min), Some(max)) = (&interval.min, &interval.max)
                && most_days(min, false) > most_days(max, true)
            {
                wrong(format!("{path}/min"));
            }
        }
    }
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
