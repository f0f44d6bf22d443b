//! The numbers of one round: own ones, the lowest of them, and how far apart they are.

use crate::Decimal;
use crate::record::{Polarity, Rating, Scale, ScalingRound};

/// The numbers that people gave for themselves, each with its index in the list.
pub(crate) fn own(scaling_round: &ScalingRound) -> impl Iterator<Item = (usize, &Rating)> {
    scaling_round.ratings.iter().enumerate().filter(|(_, rating)| rating.is_own())
}

/// Of some ratings, the lowest: all of those nearest the worried end, in the order given.
pub(crate) fn lowest<'a>(
    scale: &Scale,
    ratings: impl Iterator<Item = (usize, &'a Rating)>,
) -> Vec<(usize, &'a Rating)> {
    let mut lowest: Vec<(usize, &Rating)> = Vec::new();
    for (index, rating) in ratings {
        match lowest.first() {
            Some((_, first)) if scale.is_lower(first.value, rating.value) => continue,
            Some((_, first)) if scale.is_lower(rating.value, first.value) => lowest.clear(),
            _ => {}
        }
        lowest.push((index, rating));
    }
    lowest
}

/// How people see it differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spread {
    /// The least and the greatest own number are at least the scale's wide range apart.
    Wide(Decimal),
    /// Of three or more, one is alone at the worried end, at least half the wide range from the next.
    Outlier(Decimal),
}

/// Whether own numbers are far apart, by the scale's wide range; never where it has none or everyone agrees.
pub(crate) fn spread(scale: &Scale, scaling_round: &ScalingRound) -> Option<Spread> {
    let wide = scale.wide_range?;
    let mut values: Vec<Decimal> = own(scaling_round).map(|(_, rating)| rating.value).collect();
    values.sort_unstable();
    if scale.higher_is == Polarity::Worse {
        values.reverse();
    }
    let (lowest, next, highest) = (*values.first()?, *values.get(1)?, *values.last()?);
    let (range, gap) = (highest.abs_diff(lowest), next.abs_diff(lowest));
    if range >= wide && range > Decimal::ZERO {
        return Some(Spread::Wide(range));
    }
    let alone = values.len() >= 3 && gap >= wide.half() && gap > Decimal::ZERO;
    alone.then_some(Spread::Outlier(gap))
}
