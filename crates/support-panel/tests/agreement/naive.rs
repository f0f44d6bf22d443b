//! The definitions, written out pair by pair.

use super::*;

fn units(data: &Matrix) -> Vec<Vec<f64>> {
    let columns = data.first().map_or(0, Vec::len);
    let unit = |unit: usize| data.iter().filter_map(|row| row[unit]).collect::<Vec<f64>>();
    (0..columns).map(unit).filter(|values| values.len() > 1).collect()
}

fn squared(level: Level, a: f64, b: f64, all: &[f64]) -> f64 {
    let (low, high) = (a.min(b), a.max(b));
    if low == high {
        return 0.0;
    }
    let many = |wanted: f64| all.iter().filter(|value| **value == wanted).count() as f64;
    let distance = match level {
        Level::Nominal => 1.0,
        Level::Ordinal => {
            let between = all.iter().filter(|value| low <= **value && **value <= high).count();
            between as f64 - (many(low) + many(high)) / 2.0
        }
        Level::Interval => high - low,
        Level::Ratio => (high - low) / (high + low),
    };
    distance * distance
}

fn pairs(values: &[f64], level: Level, all: &[f64]) -> f64 {
    let each = |a: &f64| values.iter().map(|b| squared(level, *a, *b, all)).sum::<f64>();
    values.iter().map(each).sum()
}

pub(crate) fn alpha(data: &Matrix, level: Level) -> Result<f64, Code> {
    let units = units(data);
    let all = units.concat();
    if all.len() < 2 {
        return Err(Code::TooFewValues);
    }
    let within = |unit: &Vec<f64>| pairs(unit, level, &all) / (unit.len() as f64 - 1.0);
    let count = all.len() as f64;
    let observed = units.iter().map(within).sum::<f64>() / count;
    let expected = pairs(&all, level, &all) / (count * (count - 1.0));
    if expected == 0.0 { Err(Code::NoVariation) } else { Ok(1.0 - observed / expected) }
}
