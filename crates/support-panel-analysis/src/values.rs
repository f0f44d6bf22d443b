//! Values, each with how often it occurs: quartiles need all of them, and equal ones are many.

use crate::key::Map;

/// How often each value occurs.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Values(Map<u64, u64>);

impl Values {
    pub(crate) fn add(&mut self, value: f64) {
        // Nothing has two spellings.
        *self.0.entry((value + 0.0).to_bits()).or_default() += 1;
    }

    pub(crate) fn merge(&mut self, others: Self) {
        for (value, count) in others.0 {
            *self.0.entry(value).or_default() += count;
        }
    }

    /// The values in order.
    pub(crate) fn ordered(&self) -> Ordered {
        let mut counted: Vec<(f64, u64)> =
            self.0.iter().map(|(bits, count)| (f64::from_bits(*bits), *count)).collect();
        counted.sort_unstable_by(|(one, _), (other, _)| one.total_cmp(other));
        let mut end = 0;
        let ends = counted.into_iter().map(|(value, count)| {
            end += count;
            (value, end)
        });
        Ordered(ends.collect())
    }
}

/// Values in order, each with how many there are up to it.
pub(crate) struct Ordered(Vec<(f64, u64)>);

impl Ordered {
    fn len(&self) -> u64 {
        self.0.last().map_or(0, |(_, end)| *end)
    }

    fn at(&self, index: u64) -> Option<f64> {
        let place = self.0.partition_point(|(_, end)| *end <= index);
        self.0.get(place).map(|(value, _)| *value)
    }

    /// The quartile of this number, the middle being the second, by linear interpolation between neighbours (type 7).
    pub(crate) fn quartile(&self, number: u64) -> Option<f64> {
        let place = number * self.len().checked_sub(1)?;
        let (index, rest) = (place / 4, place % 4);
        let low = self.at(index)?;
        if rest == 0 {
            return Some(low);
        }
        let high = self.at(index + 1).unwrap_or(low);
        Some((low * (4 - rest) as f64 + high * rest as f64) / 4.0)
    }

    /// The mean, which does not depend on the order in which the values came.
    pub(crate) fn mean(&self) -> Option<f64> {
        let (mut sum, mut rest, mut before) = (0.0_f64, 0.0_f64, 0);
        for (value, end) in &self.0 {
            let count = (end - before) as f64;
            before = *end;
            let product = value * count;
            rest += value.mul_add(count, -product);
            let total = sum + product;
            // What is lost of the smaller one.
            rest += if sum.abs() >= product.abs() {
                (sum - total) + product
            } else {
                (product - total) + sum
            };
            sum = total;
        }
        (before > 0).then(|| (sum + rest) / before as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(values: &[f64]) -> Values {
        let mut all = Values::default();
        values.iter().for_each(|value| all.add(*value));
        all
    }

    #[test]
    fn quartiles_are_those_of_type_seven() {
        let values = of(&[7.0, 1.0, 3.0, 1.0]).ordered();
        let quartiles = [1, 2, 3].map(|number| values.quartile(number).unwrap());
        assert_eq!(quartiles, [1.0, 2.0, 4.0]);
        assert_eq!(values.mean(), Some(3.0));
        let one = of(&[2.5]).ordered();
        assert_eq!([1, 2, 3].map(|number| one.quartile(number)), [Some(2.5); 3]);
        assert_eq!(of(&[]).ordered().quartile(2), None);
        assert_eq!(of(&[]).ordered().mean(), None);
    }

    #[test]
    fn a_mean_is_exact() {
        // Added one to another, these are 0.30000000000000004.
        assert_eq!(of(&[0.1, 0.2, 0.3, 0.4]).ordered().mean(), Some(0.25));
        assert_eq!(of(&[1e16, 1.0, -1e16]).ordered().mean(), Some(1.0 / 3.0));
    }

    proptest! {
        #[test]
        fn what_is_merged_is_as_if_added_at_once(values in prop::collection::vec(-20_i8..20, 0..40), split in 0..40_usize) {
            let values: Vec<f64> = values.into_iter().map(|value| f64::from(value) / 4.0).collect();
            let (first, second) = values.split_at(split.min(values.len()));
            let mut merged = of(first);
            merged.merge(of(second));
            prop_assert_eq!(&merged, &of(&values));
            let ordered = merged.ordered();
            let mut plain = values.clone();
            plain.sort_by(f64::total_cmp);
            for (place, value) in plain.iter().enumerate() {
                prop_assert_eq!(ordered.at(place as u64), Some(value + 0.0));
            }
            let mean = plain.iter().sum::<f64>() / plain.len() as f64;
            prop_assert_eq!(ordered.mean(), (!plain.is_empty()).then_some(mean));
        }
    }
}
