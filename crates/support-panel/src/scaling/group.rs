//! What a group of people said at one scaling round: the lowest first, then the spread, then the middle.

use super::numbers;
use crate::record::{Rating, Scale, ScalingRound, Side};
use crate::view::View;
use crate::{Decimal, Id};
use serde::Serialize;

/// The numbers of one round, apart by whether they are own or guessed and by the side of the one they are about. A group
/// without a number is `null`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Groups {
    /// What the family side said for themselves.
    pub own_family: Option<Group>,
    /// What professionals said for themselves.
    pub own_professional: Option<Group>,
    /// What others said for themselves.
    pub own_other: Option<Group>,
    /// Where someone else thought that one of the family side would be.
    pub guessed_family: Option<Group>,
    /// Where someone else thought that a professional would be.
    pub guessed_professional: Option<Group>,
    /// Where someone else thought that anyone else would be.
    pub guessed_other: Option<Group>,
}

/// One group's numbers. Every figure is exact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Group {
    /// How many numbers there are.
    pub n: u32,
    /// The number nearest the worried end; `null` only where the record's profile does not know the scale.
    pub lowest: Option<Lowest>,
    /// The least number.
    pub min: Decimal,
    /// The greatest number.
    pub max: Decimal,
    /// How far apart these two are.
    pub range: Decimal,
    /// The middle number; of an even number of them, halfway between the two in the middle.
    pub median: Decimal,
    /// The first quartile, by linear interpolation (type 7 of Hyndman and Fan 1996).
    pub q1: Decimal,
    /// The third quartile, likewise.
    pub q3: Decimal,
}

/// The number nearest the worried end, and who gave it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Lowest {
    /// The number.
    pub value: Decimal,
    /// Who gave it: more than one where they are tied, in the order of the record.
    pub by: Vec<Id>,
    /// For each of them the JSON Pointer of their reason, or `null` where none is recorded. The reason is free text, and stays
    /// in the record.
    pub reasons: Vec<Option<String>>,
}

impl Groups {
    pub(super) fn of(
        view: &View<'_>,
        index: usize,
        scaling_round: &ScalingRound,
        scale: Option<&Scale>,
    ) -> Self {
        let sides: Vec<(bool, Side)> =
            scaling_round.ratings.iter().map(|r| (r.is_own(), view.side_of(r))).collect();
        let group = |own, side| {
            let numbers = scaling_round.ratings.iter().enumerate().zip(&sides);
            Group::of(
                index,
                scale,
                numbers.filter(|(_, of)| **of == (own, side)).map(|(number, _)| number).collect(),
            )
        };
        Self {
            own_family: group(true, Side::Family),
            own_professional: group(true, Side::Professional),
            own_other: group(true, Side::Other),
            guessed_family: group(false, Side::Family),
            guessed_professional: group(false, Side::Professional),
            guessed_other: group(false, Side::Other),
        }
    }
}

impl Group {
    fn of(index: usize, scale: Option<&Scale>, numbers: Vec<(usize, &Rating)>) -> Option<Self> {
        let mut values: Vec<Decimal> = numbers.iter().map(|(_, rating)| rating.value).collect();
        values.sort_unstable();
        let (min, max) = (*values.first()?, *values.last()?);
        Some(Self {
            n: count(values.len()),
            lowest: scale
                .and_then(|scale| Lowest::of(index, &numbers::lowest(scale, numbers.into_iter()))),
            min,
            max,
            range: max.abs_diff(min),
            median: quartile(&values, 2),
            q1: quartile(&values, 1),
            q3: quartile(&values, 3),
        })
    }
}

impl Lowest {
    fn of(index: usize, lowest: &[(usize, &Rating)]) -> Option<Self> {
        let (_, first) = lowest.first()?;
        let reason = |(at, rating): &(usize, &Rating)| {
            let said = rating.reason.as_ref().is_some_and(|reason| !reason.is_blank());
            said.then(|| format!("/scaling/{index}/ratings/{at}/reason"))
        };
        Some(Self {
            value: first.value,
            by: lowest.iter().map(|(_, rating)| rating.by.clone()).collect(),
            reasons: lowest.iter().map(reason).collect(),
        })
    }
}

/// The number that lies `quarters` quarters of the way through values in order.
fn quartile(ordered: &[Decimal], quarters: u8) -> Decimal {
    let way = ordered.len().saturating_sub(1).saturating_mul(usize::from(quarters));
    let (below, part) = (way / 4, (way % 4) as u8);
    let value = |at: usize| ordered.get(at).or(ordered.last()).copied().unwrap_or_default();
    Decimal::interpolate_quarters(value(below), value(below + 1), part)
}

pub(super) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
