//! How own numbers changed from one panel to the next, on a scale that can be compared.

use super::group::count;
use super::own;
use crate::lookup::{Index, Key, repeats};
use crate::record::Side;
use crate::record::{Scale, ScalingRound};
use crate::view::View;
use crate::{Decimal, Id};
use serde::Serialize;

/// The change of own numbers since an earlier panel: of those who gave one both times, each compared with themself by
/// participant id. Guesses are not compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Change {
    /// The record of the earlier panel.
    pub since: Id,
    /// How many gave a number both times.
    pub n: u32,
    /// Those of the family side.
    pub own_family: Option<Movement>,
    /// Professionals.
    pub own_professional: Option<Movement>,
    /// Others.
    pub own_other: Option<Movement>,
    /// Each of them, in the order of this panel's numbers.
    pub raters: Vec<RaterChange>,
}

/// How a group moved: those of it who gave a number both times.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Movement {
    /// How many they are.
    pub n: u32,
    /// The number nearest the worried end among them, both times; it need not be the same person's.
    pub lowest: LowestChange,
    /// How many moved away from the worried end.
    pub better: u32,
    /// How many stayed.
    pub same: u32,
    /// How many moved towards the worried end.
    pub worse: u32,
}

/// The lowest number of a group, before and now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LowestChange {
    /// At the earlier panel.
    pub before: Decimal,
    /// At this panel.
    pub now: Decimal,
    /// The second less the first: above nought is a higher number, whichever end is the worried one.
    pub change: Decimal,
}

/// How one person's own number changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RaterChange {
    /// The participant.
    pub by: Id,
    /// Where they stand at this panel.
    pub side: Side,
    /// Their number at the earlier panel.
    pub before: Decimal,
    /// Their number at this panel.
    pub now: Decimal,
    /// The second less the first: above nought is a higher number, whichever end is the worried one.
    pub change: Decimal,
}

/// Each participant's own number, in the order given; of two by one participant the first, as the second is a fault.
pub(super) fn first_own(scaling_round: &ScalingRound) -> impl Iterator<Item = (&Id, Decimal)> {
    let mut again =
        repeats(own(scaling_round).map(|(_, rating)| Key::new(rating.by.as_str())).enumerate())
            .into_iter()
            .peekable();
    let first = own(scaling_round)
        .enumerate()
        .filter(move |(index, _)| again.next_if(|(at, _)| at == index).is_none());
    first.map(|(_, (_, rating))| (&rating.by, rating.value))
}

impl Change {
    /// Of two rounds of comparable scales.
    pub(super) fn of(
        scale: &Scale,
        since: &Id,
        earlier: &ScalingRound,
        view: &View<'_>,
        scaling_round: &ScalingRound,
    ) -> Self {
        let numbers: Vec<(&Id, Decimal)> = first_own(earlier).collect();
        let indexes = Index::new(numbers.iter().map(|(by, _)| by.as_str()).zip(0..));
        let before = |by: &Id| numbers.get(indexes.first_from(by, 0)?).map(|(_, number)| *number);
        let both = first_own(scaling_round).filter_map(|(by, now)| Some((by, before(by)?, now)));
        let raters: Vec<RaterChange> = both
            .map(|(by, before, now)| RaterChange {
                by: by.clone(),
                side: Side::of(view.participant(by)),
                before,
                now,
                change: difference(before, now),
            })
            .collect();
        Self {
            since: since.clone(),
            n: count(raters.len()),
            own_family: Movement::of(scale, &raters, Side::Family),
            own_professional: Movement::of(scale, &raters, Side::Professional),
            own_other: Movement::of(scale, &raters, Side::Other),
            raters,
        }
    }
}

impl Movement {
    fn of(scale: &Scale, raters: &[RaterChange], side: Side) -> Option<Self> {
        let group = || raters.iter().filter(|rater| rater.side == side);
        let lower = |a, b| if scale.is_lower(b, a) { b } else { a };
        let before = group().map(|rater| rater.before).reduce(lower)?;
        let now = group().map(|rater| rater.now).reduce(lower)?;
        let those =
            |is: &dyn Fn(&RaterChange) -> bool| count(group().filter(|rater| is(rater)).count());
        Some(Self {
            n: those(&|_| true),
            lowest: LowestChange { before, now, change: difference(before, now) },
            better: those(&|rater| scale.is_lower(rater.before, rater.now)),
            same: those(&|rater| rater.before == rater.now),
            worse: those(&|rater| scale.is_lower(rater.now, rater.before)),
        })
    }
}

/// Numbers of a record are far too small for their difference to overflow.
pub(super) fn difference(before: Decimal, now: Decimal) -> Decimal {
    now.checked_sub(before).unwrap_or_default()
}
