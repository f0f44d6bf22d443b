//! Sums over counted values, with care for rounding and overflow.

use super::Level;

/// Where a value stands between `min` and `max`, as a fraction of the way; neither large nor small numbers overflow.
pub(super) fn fraction(value: f64, min: f64, max: f64) -> f64 {
    let range = max - min;
    if range.is_finite() {
        (value - min) / range
    } else {
        (value / 2.0 - min / 2.0) / (max / 2.0 - min / 2.0)
    }
}

/// Different values in rising order, each with how often it occurs.
#[derive(Default, Clone)]
pub(super) struct Tally {
    counts: Vec<(f64, f64)>,
    pub(super) total: f64,
}

impl Tally {
    /// Counts a value that is not below those counted so far.
    pub(super) fn add(&mut self, value: f64) {
        self.total += 1.0;
        match self.counts.last_mut() {
            Some((last, count)) if *last == value => *count += 1.0,
            _ => self.counts.push((value, 1.0)),
        }
    }

    /// The squared distances over all ordered pairs, divided by one less than the number of values.
    pub(super) fn disagreement(&self, level: Level) -> f64 {
        let pairs = match level {
            Level::Nominal => {
                sum(self.counts.iter().map(|(_, count)| count * (self.total - count)))
            }
            // Over ordered pairs, squared differences come to twice the count times the squares about the mean.
            Level::Ordinal | Level::Interval => 2.0 * self.total * self.squares(),
            Level::Ratio => 2.0 * sum(self.ratio_terms()),
        };
        pairs / (self.total - 1.0)
    }

    /// The sum of squares about the mean.
    pub(super) fn squares(&self) -> f64 {
        let first = self.counts.first().map_or(0.0, |(value, _)| *value);
        let mean = mean(first, self.counts.iter().copied(), self.total);
        sum(self.counts.iter().map(|(value, count)| count * (value - mean) * (value - mean)))
    }

    /// For each pair of different values, the square of difference by sum, as often as the pair occurs.
    fn ratio_terms(&self) -> impl Iterator<Item = f64> {
        self.counts.iter().enumerate().flat_map(|(index, (high, many))| {
            self.counts.iter().take(index).map(move |(low, few)| {
                // Divided through by the higher value, the sum cannot overflow.
                let distance = (high - low) / high / (1.0 + low / high);
                many * few * distance * distance
            })
        })
    }
}

/// The mean of values with their counts, by way of the differences from one of them: alike values have that very mean.
pub(super) fn mean(origin: f64, counts: impl Iterator<Item = (f64, f64)>, total: f64) -> f64 {
    origin + sum(counts.map(|(value, count)| count * (value - origin))) / total
}

/// The median of values in order.
pub(super) fn median(ordered: &[f64]) -> f64 {
    let middle = |index: usize| ordered.get(index).copied().unwrap_or_default();
    middle(ordered.len().saturating_sub(1) / 2).midpoint(middle(ordered.len() / 2))
}

/// A sum that keeps what each addition would lose (Neumaier's variant of Kahan's).
pub(super) fn sum(terms: impl IntoIterator<Item = f64>) -> f64 {
    let (mut total, mut lost) = (0.0_f64, 0.0_f64);
    for term in terms {
        let next = total + term;
        lost +=
            if total.abs() >= term.abs() { (total - next) + term } else { (term - next) + total };
        total = next;
    }
    total + lost
}
