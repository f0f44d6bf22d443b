//! How far ratings agree: three indices for research and for looking back over many panels.
//!
//! | index | question | source |
//! | --- | --- | --- |
//! | [`alpha`] | over many units, do raters differ less than chance would have them differ? | Krippendorff (2011) |
//! | [`average_deviation`] | how far is a rating from the middle of the group, in points of the scale? | Burke, Finkelstein & Dusig (1999) |
//! | [`within_group`] | how much narrower is the group than one answering at random? | James, Demaree & Wolf (1984) |
//!
//! # Look at the spread and the lowest score first
//!
//! An index can hide one worried professional. The ratings 1, 5, 5, 5, 9 on a scale from 0 to 10 pass the cut-off in
//! common use for the average deviation (the number of options divided by six), though one person sits at 1:
//!
//! ```
//! use support_panel::agreement::{About, average_deviation, within_group};
//!
//! let ratings = [1.0, 5.0, 5.0, 5.0, 9.0];
//! assert_eq!(average_deviation(&ratings, About::Mean)?, 1.6);
//! assert!(1.6 < 11.0 / 6.0, "called agreement by the cut-off, four points from the middle or not");
//! assert!(within_group(&ratings, 0.0, 10.0, 1.0)? < 0.21, "another index, another story");
//! # Ok::<(), support_panel::agreement::Undefined>(())
//! ```
//!
//! Agreement is not correctness either: a panel may agree and be wrong. These numbers describe a group of raters and say
//! nothing about a family. No threshold is built in, and none is recommended.
//!
//! # Sources
//!
//! - K. Krippendorff (2011), *Computing Krippendorff's Alpha-Reliability*, University of Pennsylvania.
//! - M. J. Burke, L. M. Finkelstein & M. S. Dusig (1999), On average deviation indices for estimating interrater
//!   agreement, *Organizational Research Methods* 2(1), 49–68.
//! - L. R. James, R. G. Demaree & G. Wolf (1984), Estimating within-group interrater reliability with and without
//!   response bias, *Journal of Applied Psychology* 69(1), 85–98.

mod names;
mod tally;
mod undefined;

pub use names::{About, Level, UnknownName};
use tally::{Tally, fraction, mean, median, sum};
pub use undefined::Undefined;

/// Krippendorff's alpha: one minus the observed disagreement divided by the disagreement expected by chance.
///
/// Rows are raters, columns are units; `None` is a rating that was not given. One is perfect agreement, zero is what
/// chance would bring, and below zero raters differ more than that.
///
/// In words: the disagreement of a collection of values is the sum of the squared distances over its ordered pairs,
/// divided by one less than the number of values. Alpha is one minus the sum of the units' disagreements divided by the
/// disagreement of all values taken together. A value that is alone in its unit can be compared with nothing and counts
/// nowhere. The squared distance belongs to the [`Level`].
///
/// The order of raters makes no difference, to the last bit; that of units none but rounding. Time grows as sorting the values does;
/// for [`Level::Ratio`], as the number of values times that of different ones.
///
/// With few units or hardly any variation alpha is unstable: two raters who say 8 of every family, but once 7 and 8,
/// score zero. Read it beside the ratings.
///
/// ```
/// use support_panel::agreement::{Level, alpha};
///
/// // Two raters, three units; the second rater left one out.
/// let ratings = [vec![Some(1.0), Some(2.0), Some(3.0)], vec![Some(1.0), Some(3.0), None]];
/// assert_eq!(alpha(&ratings, Level::Nominal)?, 0.4);
/// # Ok::<(), support_panel::agreement::Undefined>(())
/// ```
///
/// # Errors
///
/// `ragged_rows`, `not_finite` or `negative_ratio`, whichever comes first from row to row; then `too_few_values` where no
/// unit has two; then `no_variation` where all that can be compared are the same.
pub fn alpha(ratings: &[Vec<Option<f64>>], level: Level) -> Result<f64, Undefined> {
    let sizes = unit_sizes(ratings, level)?;
    let mut values: Vec<(f64, usize)> =
        Vec::with_capacity(sizes.iter().filter(|&&size| size > 1).sum());
    for row in ratings {
        let given = row.iter().zip(&sizes).enumerate().filter(|(_, (_, size))| **size > 1);
        values.extend(given.filter_map(|(unit, (value, _))| value.map(|value| (value, unit))));
    }
    values.sort_unstable_by(|(a, _), (b, _)| a.total_cmp(b));
    let (Some(&(min, _)), Some(&(max, _))) = (values.first(), values.last()) else {
        return Err(Undefined::TooFewValues { found: 0 });
    };
    if min == max {
        return Err(Undefined::NoVariation);
    }

    let mut below = 0.0;
    let mut all = Tally::default();
    let mut units = vec![Tally::default(); sizes.len()];
    for alike in values.chunk_by(|(a, _), (b, _)| a == b) {
        let count = alike.len() as f64;
        for &(value, unit) in alike {
            // Ordinal distances are differences of mid-ranks, so that both levels share one sum of squares.
            let index = match level {
                Level::Nominal | Level::Ratio => value,
                Level::Ordinal => below + count / 2.0,
                Level::Interval => fraction(value, min, max),
            };
            all.add(index);
            if let Some(tally) = units.get_mut(unit) {
                tally.add(index);
            }
        }
        below += count;
    }
    let observed =
        units.iter().filter(|unit| unit.total > 1.0).map(|unit| unit.disagreement(level));
    Ok(1.0 - sum(observed) / all.disagreement(level))
}

/// Average deviation: the mean distance of the values from their mean or median, in points of the scale.
///
/// Zero is perfect agreement. Its greatest value is half the distance between the lowest and the highest. The order of
/// the values makes no difference.
///
/// ```
/// use support_panel::agreement::{About, average_deviation};
///
/// assert_eq!(average_deviation(&[8.0, 8.0, 9.0, 2.0], About::Mean)?, 2.375);
/// assert_eq!(average_deviation(&[8.0, 8.0, 9.0, 2.0], About::Median)?, 1.75);
/// # Ok::<(), support_panel::agreement::Undefined>(())
/// ```
///
/// # Errors
///
/// `not_finite`, then `too_few_values` for fewer than two.
pub fn average_deviation(values: &[f64], about: About) -> Result<f64, Undefined> {
    /// Two to the power of minus 64: brings any sum of finite values back into range, exactly.
    const SMALL: f64 = 1.0 / 18_446_744_073_709_551_616.0;

    let (mut values, min, max) = sorted(values)?;
    let count = values.len() as f64;
    let scale = if ((max - min) * count).is_finite() { 1.0 } else { SMALL };
    values.iter_mut().for_each(|value| *value *= scale);
    let centre = match about {
        About::Mean => mean(min * scale, values.iter().map(|&value| (value, 1.0)), count),
        About::Median => median(&values),
    };
    Ok(sum(values.iter().map(|value| (value - centre).abs())) / count / scale)
}

/// The within-group index r<sub>WG</sub>: one minus the variance of the values divided by the variance expected of raters
/// who pick any option of the scale with equal chance ([`uniform_null_variance`]).
///
/// The variance is that of a sample, with one less than the number of values below the line. One is perfect agreement.
/// A group that differs more than random raters would is cut at zero, so zero tells a divided panel from a very divided
/// one no longer. The order of the values makes no difference. Values between two options are taken as they are.
///
/// Real raters seldom use a whole scale evenly, so the index flatters: it is higher than the agreement that is there
/// wherever everyone leans to one end.
///
/// ```
/// use support_panel::agreement::within_group;
///
/// assert_eq!(within_group(&[3.0, 4.0, 5.0, 5.0, 6.0, 7.0], 0.0, 10.0, 1.0)?, 0.8);
/// # Ok::<(), support_panel::agreement::Undefined>(())
/// ```
///
/// # Errors
///
/// In this order: `not_finite`, `too_few_values` for fewer than two, `bad_scale`, and `off_scale` for a value below `min`
/// or above `max`.
pub fn within_group(values: &[f64], min: f64, max: f64, step: f64) -> Result<f64, Undefined> {
    within_group_uncut(values, min, max, step).map(|index| index.max(0.0))
}

/// As [`within_group`], but not cut at zero: below it, a group differs more than raters at random would.
///
/// ```
/// use support_panel::agreement::{within_group, within_group_uncut};
///
/// let divided = [0.0, 0.0, 10.0, 10.0];
/// assert_eq!(within_group(&divided, 0.0, 10.0, 1.0)?, 0.0);
/// assert!(within_group_uncut(&divided, 0.0, 10.0, 1.0)? < -2.0);
/// # Ok::<(), support_panel::agreement::Undefined>(())
/// ```
///
/// # Errors
///
/// As [`within_group`].
pub fn within_group_uncut(values: &[f64], min: f64, max: f64, step: f64) -> Result<f64, Undefined> {
    let (ordered, lowest, highest) = sorted(values)?;
    let steps = steps(min, max, step)?;
    if lowest < min || highest > max {
        let index =
            values.iter().position(|value| !(min..=max).contains(value)).unwrap_or_default();
        return Err(Undefined::OffScale { path: format!("/{index}"), min, max });
    }
    let mut tally = Tally::default();
    ordered.into_iter().for_each(|value| tally.add(fraction(value, min, max)));
    let variance = tally.squares() / (tally.total - 1.0);
    Ok(1.0 - variance / null_variance(steps))
}

/// The variance of one who picks any option from `min` to `max`, `step` apart, with equal chance.
///
/// The square of the step, times one less than the square of the number of options, divided by twelve
/// (James, Demaree & Wolf 1984). In squared points of the scale.
///
/// ```
/// use support_panel::agreement::uniform_null_variance;
///
/// assert_eq!(uniform_null_variance(0.0, 10.0, 1.0)?, 10.0);
/// # Ok::<(), support_panel::agreement::Undefined>(())
/// ```
///
/// # Errors
///
/// `bad_scale` where a number is not finite, `min` is not below `max`, `step` is not above zero, the steps from `min` miss
/// `max` (by more than rounding), or the variance is too large or small for the number type.
pub fn uniform_null_variance(min: f64, max: f64, step: f64) -> Result<f64, Undefined> {
    let range = max - min;
    let variance = range * range * null_variance(steps(min, max, step)?);
    if variance.is_normal() { Ok(variance) } else { Err(Undefined::BadScale { min, max, step }) }
}

/// The variance of evenly likely options on a scale of length one: with a whole number of steps n, (1 + 2 / n) / 12.
fn null_variance(steps: f64) -> f64 {
    (1.0 + 2.0 / steps) / 12.0
}

/// How many steps lead from `min` to `max`.
fn steps(min: f64, max: f64, step: f64) -> Result<f64, Undefined> {
    let range = max - min;
    let steps = (range / step).round();
    // Decimals such as 0.1 are not exact: the bounds and the step may each be off by half a unit in the last place.
    let rounding = 4.0 * f64::EPSILON * min.abs().max(max.abs());
    let sound = range.is_finite() && range > 0.0 && step > 0.0 && steps.is_finite() && steps >= 1.0;
    if sound && (range - steps * step).abs() <= rounding {
        Ok(steps)
    } else {
        Err(Undefined::BadScale { min, max, step })
    }
}

/// How many ratings each unit has, once every row is found to be in order.
fn unit_sizes(ratings: &[Vec<Option<f64>>], level: Level) -> Result<Vec<usize>, Undefined> {
    let expected = ratings.first().map_or(0, Vec::len);
    let mut sizes = vec![0; expected];
    for (rater, row) in ratings.iter().enumerate() {
        if row.len() != expected {
            return Err(Undefined::RaggedRows {
                path: format!("/{rater}"),
                found: row.len(),
                expected,
            });
        }
        for (unit, (rating, size)) in row.iter().zip(&mut sizes).enumerate() {
            let Some(value) = rating else { continue };
            if !value.is_finite() {
                return Err(Undefined::NotFinite { path: format!("/{rater}/{unit}") });
            }
            if level == Level::Ratio && *value < 0.0 {
                return Err(Undefined::NegativeRatio { path: format!("/{rater}/{unit}") });
            }
            *size += 1;
        }
    }
    Ok(sizes)
}

/// Two finite values or more in order, with the lowest and the highest.
fn sorted(values: &[f64]) -> Result<(Vec<f64>, f64, f64), Undefined> {
    if let Some(index) = values.iter().position(|value| !value.is_finite()) {
        return Err(Undefined::NotFinite { path: format!("/{index}") });
    }
    let mut ordered = values.to_vec();
    ordered.sort_unstable_by(f64::total_cmp);
    match *ordered.as_slice() {
        [min, .., max] => Ok((ordered, min, max)),
        _ => Err(Undefined::TooFewValues { found: values.len() }),
    }
}
