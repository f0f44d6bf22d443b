//! One case from panel to panel.

use super::change::{Change, difference, first_own};
use super::group::{Groups, count};
use super::summary::key;
use crate::error::{Code, Error};
use crate::lookup::{Set, numbered, repeats};
use crate::profile::Profile;
use crate::record::Side;
use crate::record::{Polarity, Record, Scale, ScalingRound};
use crate::view::View;
use crate::{Date, Decimal, Id, Label};
use serde::Serialize;

/// How the numbers of one case went from panel to panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Trajectory {
    /// The case's reference; `null` where no record was given.
    pub case: Option<Label>,
    /// The panels, the earliest first; of two on one day, in the order of their ids.
    pub panels: Vec<PanelHeld>,
    /// One line for each scale, round and danger that can be compared, in the order in which they first came up.
    pub lines: Vec<Line>,
}

/// One panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PanelHeld {
    /// Its record.
    pub record: Id,
    /// The day it was held.
    pub held_on: Date,
}

/// One scale in one round, about one danger or overall, as long as it stayed comparable. A scale whose ends, steps or anchors
/// changed goes on in another line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Line {
    /// The scale.
    pub scale: Id,
    /// The round.
    pub round: Option<Label>,
    /// The danger.
    pub about: Option<Id>,
    /// The scale's lowest number.
    pub min: Decimal,
    /// The scale's highest number.
    pub max: Decimal,
    /// The distance between two neighbouring numbers.
    pub step: Decimal,
    /// Whether a higher number is better or worse.
    pub higher_is: Polarity,
    /// Each panel at which it was recorded.
    pub points: Vec<Point>,
    /// Each person's own numbers, in the order in which people first gave one.
    pub raters: Vec<Rater>,
}

/// A line at one panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Point {
    /// The record.
    pub record: Id,
    /// The day the panel was held.
    pub held_on: Date,
    /// The numbers in figures, as in a summary.
    pub groups: Groups,
    /// How own numbers changed since the point before.
    pub change: Option<Change>,
}

/// One person's own numbers along a line. Someone who came for another side at another panel has a list for each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Rater {
    /// The participant, by the id that all records share.
    pub by: Id,
    /// Where they stand.
    pub side: Side,
    /// How many numbers they gave.
    pub n: u32,
    /// Their last number less their first; `null` for a single one.
    pub change: Option<Decimal>,
    /// Their numbers.
    pub numbers: Vec<NumberAt>,
}

/// An own number at one panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NumberAt {
    /// The record.
    pub record: Id,
    /// The number.
    pub value: Decimal,
}

/// The panels of one case in the order in which they were held, and how the numbers went from one to the next.
///
/// Records of one case may have run under different versions of a profile. Each is read under the profile that it names, the
/// one given or else one that is built in, and whether two scales can be compared is decided by the scales themselves
/// ([`Scale::is_comparable`]). Rounds of a scale that no profile knows are on no line; of two rounds with the same scale,
/// round and danger the first counts. The order in which the records are given makes no difference.
///
/// ```
/// use support_panel::{Profile, Record, trajectory};
///
/// let review = Record::from_json(include_str!("../../../../tests/records/leicester-review.json"))?;
/// let first = Record::from_json(include_str!("../../../../tests/records/leicester-initial.json"))?;
/// let case = trajectory(&[review, first], &Profile::built_in("leicester-masp")?)?;
/// assert_eq!(case.panels[0].held_on.to_string(), "2026-03-12");
///
/// let referrer = &case.lines[0];
/// assert_eq!((&*referrer.scale, referrer.points.len()), ("referrer", 2));
/// assert_eq!((&*referrer.raters[0].by, referrer.raters[0].change), ("p-worker", Some(3.into())));
/// # Ok::<(), support_panel::Error>(())
/// ```
///
/// # Errors
/// Each with the index of the record in the list: `repeated_record`, `different_cases`, `not_dated` for a panel without the
/// day it was held, and `unknown_profile`.
pub fn trajectory(records: &[Record], profile: &Profile) -> Result<Trajectory, Error> {
    trajectory_with(records, std::slice::from_ref(profile))
}

/// As [`trajectory`], with every version of the council's profile that the records may name.
///
/// # Errors
/// As [`trajectory`].
pub fn trajectory_with(records: &[Record], profiles: &[Profile]) -> Result<Trajectory, Error> {
    let held = in_order(records, profiles)?;
    let views: Vec<View<'_>> =
        held.iter().map(|panel| View::new(panel.record, &panel.profile, None, None)).collect();
    let asked: Vec<Asked<'_>> = held.iter().zip(&views).flat_map(asked).collect();
    let mut lines: Vec<Growing<'_>> = Vec::new();
    for (asked, line) in asked.iter().zip(numbered(
        asked.iter().map(|asked| (key(asked.scaling_round), asked.scale.comparable())),
    )) {
        if line == lines.len() {
            lines.push(Growing::new(asked.scaling_round, asked.scale));
        }
        if let Some(line) = lines.get_mut(line) {
            line.add(asked);
        }
    }
    Ok(Trajectory {
        case: records.first().map(|record| record.case.reference.clone()),
        panels: held
            .iter()
            .map(|panel| PanelHeld { record: panel.record.id.clone(), held_on: panel.held_on })
            .collect(),
        lines: lines.into_iter().map(Growing::end).collect(),
    })
}

/// A record with what is known of it.
struct Held<'a> {
    record: &'a Record,
    held_on: Date,
    profile: Profile,
}

fn in_order<'a>(records: &'a [Record], profiles: &[Profile]) -> Result<Vec<Held<'a>>, Error> {
    let again: Set<usize> = repeats(records.iter().map(|record| &record.id).enumerate())
        .into_iter()
        .map(|(index, _)| index)
        .collect();
    let mut held = Vec::with_capacity(records.len());
    let case = records.first().map(|record| &record.case.reference);
    for (index, record) in records.iter().enumerate() {
        let refuse = |code, path: &str, message: &str| {
            Err(Error::new(code, format!("/{index}{path}"), message))
        };
        if again.contains(&index) {
            return refuse(
                Code::RepeatedRecord,
                "/id",
                "found a record's id a second time, expected each record once",
            );
        }
        if Some(&record.case.reference) != case {
            return refuse(
                Code::DifferentCases,
                "/case/reference",
                "found another case, expected that of the first record",
            );
        }
        let Some(held_on) = record.meeting.held_on else {
            return refuse(
                Code::NotDated,
                "/meeting/held_on",
                "found nothing, expected the day on which the panel was held",
            );
        };
        let profile = Profile::for_earlier(record, profiles).map_err(|error| {
            Error::new(Code::UnknownProfile, format!("/{index}{}", error.path()), error.message())
        })?;
        held.push(Held { record, held_on, profile });
    }
    held.sort_unstable_by_key(|panel| (panel.held_on, &panel.record.id));
    Ok(held)
}

/// A scale as one panel asked it.
struct Asked<'a> {
    panel: &'a Held<'a>,
    view: &'a View<'a>,
    index: usize,
    scaling_round: &'a ScalingRound,
    scale: &'a Scale,
}

/// The rounds of scales that are known; of two of one key the first, as the second is a fault.
fn asked<'a>((panel, view): (&'a Held<'a>, &'a View<'a>)) -> impl Iterator<Item = Asked<'a>> {
    let scaling_rounds = || panel.record.scaling.iter().enumerate();
    let again: Set<usize> =
        repeats(scaling_rounds().map(|(index, scaling_round)| (index, key(scaling_round))))
            .into_iter()
            .map(|(index, _)| index)
            .collect();
    scaling_rounds().filter(move |(index, _)| !again.contains(index)).filter_map(
        move |(index, scaling_round)| {
            let scale = panel.profile.scale_of(panel.record, &scaling_round.scale)?;
            Some(Asked { panel, view, index, scaling_round, scale })
        },
    )
}

/// A line as it grows.
struct Growing<'a> {
    line: Line,
    last: Option<(&'a Id, &'a ScalingRound)>,
    /// Who gave which number, and at which panel.
    numbers: Vec<(&'a Id, Side, &'a Id, Decimal)>,
}

impl<'a> Growing<'a> {
    fn new(scaling_round: &ScalingRound, scale: &Scale) -> Self {
        let line = Line {
            scale: scaling_round.scale.clone(),
            round: scaling_round.round.clone(),
            about: scaling_round.about.clone(),
            min: scale.min,
            max: scale.max,
            step: scale.step,
            higher_is: scale.higher_is,
            points: Vec::new(),
            raters: Vec::new(),
        };
        Self { line, last: None, numbers: Vec::new() }
    }

    fn add(&mut self, asked: &Asked<'a>) {
        let Asked { panel, view, index, scaling_round, scale } = *asked;
        let record = &panel.record.id;
        self.line.points.push(Point {
            record: record.clone(),
            held_on: panel.held_on,
            groups: Groups::of(view, index, scaling_round, Some(scale)),
            change: self
                .last
                .map(|(since, earlier)| Change::of(scale, since, earlier, view, scaling_round)),
        });
        self.last = Some((record, scaling_round));
        self.numbers.extend(
            first_own(scaling_round)
                .map(|(by, value)| (by, Side::of(view.participant(by)), record, value)),
        );
    }

    /// The line with its raters, each once.
    fn end(mut self) -> Line {
        let raters = &mut self.line.raters;
        let numbers = numbered(self.numbers.iter().map(|(by, side, ..)| (*by, *side)));
        for ((by, side, record, value), rater) in self.numbers.iter().zip(numbers) {
            if rater == raters.len() {
                raters.push(Rater {
                    by: (*by).clone(),
                    side: *side,
                    n: 0,
                    change: None,
                    numbers: Vec::new(),
                });
            }
            if let Some(rater) = raters.get_mut(rater) {
                rater.change = rater.numbers.first().map(|first| difference(first.value, *value));
                rater.numbers.push(NumberAt { record: (*record).clone(), value: *value });
                rater.n = count(rater.numbers.len());
            }
        }
        self.line
    }
}
