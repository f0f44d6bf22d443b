//! The numbers that people gave of themselves.

use crate::error::Error;
use crate::part::Part;
use support_panel_tables::Table;

/// The names of a row of an answer about numbers: those of different `scale_key` are never put together.
pub(crate) const SCALE: [&str; 3] = ["scale", "scale_key", "round"];

/// One person's own number, from the worried end of its scale.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Own<'a> {
    pub(crate) record: usize,
    pub(crate) sitting: Option<i64>,
    /// The scale, its key, and the round.
    pub(crate) scale: [Option<&'a str>; 3],
    pub(crate) about: Option<&'a str>,
    pub(crate) by: Option<&'a str>,
    pub(crate) kind: Option<&'a str>,
    pub(crate) side: Option<&'a str>,
    /// In millionths of a point; none where it has no place on a scale that is known.
    pub(crate) value: Option<i64>,
    /// How long the scale is, in millionths of a point.
    pub(crate) length: i64,
}

/// Millionths of a point: a number has at most six decimal places, so that all differences are exact.
pub(crate) const MILLION: f64 = 1e6;

fn millionths(number: f64) -> i64 {
    (number * MILLION).round() as i64
}

/// Everyone's own numbers; of one scale, where one is named.
pub(crate) fn own_numbers<'a>(part: &'a Part, scale: Option<&str>) -> Result<Vec<Own<'a>>, Error> {
    const TABLE: Table = Table::Ratings;
    let own: Vec<Option<bool>> = part.cells(TABLE, "own")?;
    let sittings: Vec<Option<i64>> = part.cells(TABLE, "sitting")?;
    let texts = |column| part.cells::<&str>(TABLE, column);
    let numbers = |column| part.cells::<f64>(TABLE, column);
    let (names, keys, rounds) = (texts("scale")?, texts("scale_key")?, texts("round")?);
    let (abouts, bys) = (texts("about")?, texts("rated_by")?);
    let (kinds, sides) = (texts("rater_kind")?, texts("side")?);
    let (values, places) = (numbers("value")?, numbers("from_worried_end")?);
    let (lows, highs) = (numbers("scale_min")?, numbers("scale_max")?);
    let scales = names.into_iter().zip(keys).zip(rounds);
    let people = abouts.into_iter().zip(bys).zip(kinds.into_iter().zip(sides));
    let points = values.into_iter().zip(places).zip(lows.into_iter().zip(highs));
    let rows = part.of(TABLE).zip(own).zip(sittings);
    let rows = rows.zip(scales).zip(people).zip(points);
    let found = rows.filter_map(|row| {
        let (((((record, own), sitting), scales), people), points) = row;
        let (((name, key), round), ((about, by), (kind, side))) = (scales, people);
        if own != Some(true) || (scale.is_some() && scale != name) {
            return None;
        }
        let ((value, place), ends) = points;
        let (low, high) = ends.0.zip(ends.1).filter(|_| key.is_some()).unzip();
        let is_on_it = value
            .zip(low.zip(high))
            .is_some_and(|(value, (low, high))| low <= value && value <= high);
        Some(Own {
            record: record?,
            sitting,
            scale: [name, key, round],
            about,
            by,
            kind,
            side,
            value: place.filter(|_| is_on_it).map(millionths),
            length: high.zip(low).map_or(0, |(high, low)| millionths(high - low)),
        })
    });
    Ok(found.collect())
}

/// The numbers of each sitting, in the order of the rows.
pub(crate) fn by_sitting<'a, 'n>(
    numbers: &'n mut [Own<'a>],
) -> impl Iterator<Item = (Own<'a>, &'n [Own<'a>])> {
    numbers.sort_by_key(|number| (number.record, number.sitting));
    numbers
        .chunk_by(|one, next| (one.record, one.sitting) == (next.record, next.sitting))
        .filter_map(|sitting| Some((*sitting.first()?, sitting)))
}

/// The values that are known, in order.
pub(crate) fn known<'a>(numbers: impl IntoIterator<Item = &'a Own<'a>>) -> Vec<i64> {
    let mut values: Vec<i64> = numbers.into_iter().filter_map(|number| number.value).collect();
    values.sort_unstable();
    values
}

/// Twice the middle of some values in order.
pub(crate) fn twice_the_middle(values: &[i64]) -> Option<i64> {
    let half = values.len() / 2;
    let upper = *values.get(half)?;
    let lower =
        if values.len().is_multiple_of(2) { *values.get(half.checked_sub(1)?)? } else { upper };
    Some(lower + upper)
}

/// The columns that say it.
pub(crate) const COLUMNS: &[&str] = &[
    "sitting",
    "scale",
    "scale_key",
    "round",
    "about",
    "rated_by",
    "rater_kind",
    "side",
    "value",
    "from_worried_end",
    "scale_min",
    "scale_max",
    "own",
];
