//! What an answer is made of, and the batch that it becomes.

use crate::error::Error;
use crate::groups::{Group, Groups, Names};
use crate::key::{Key, Map};
use arrow_array::{ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use std::sync::Arc;

/// The columns of an answer, in order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    /// The names of a row, behind the group that is asked by.
    pub(crate) keys: &'static [&'static str],
    pub(crate) counts: &'static [&'static str],
    pub(crate) figures: &'static [(&'static str, Figure)],
}

/// What is worked out once everything is counted.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Figure {
    /// One count as a share of what others make together.
    Share(usize, &'static [usize]),
    /// One count as a share of the same count in all rows whose names but the last are the same.
    ShareAmong(usize),
    /// The mean of some values.
    Mean(usize),
    /// A quartile of some values; the second is their middle.
    Quartile(usize, u64),
}

fn share(part: u64, whole: u64) -> Option<f64> {
    // Exact: counts stay far below what a number can hold.
    (whole > 0).then(|| part as f64 / whole as f64)
}

impl Shape {
    /// The rows in order, with what is missing last.
    pub(crate) fn finish(&self, groups: Groups, by: Option<&str>) -> Result<RecordBatch, Error> {
        let mut rows: Vec<(Names, Group)> =
            groups.into_values().filter(|(_, group)| group.is_there()).collect();
        rows.sort_by(|one, other| order(one).cmp(&order(other)));
        let mut fields = Vec::new();
        let mut columns: Vec<ArrayRef> = Vec::new();
        let keys = by.iter().copied().map(|by| (0, by));
        for (place, name) in keys.chain((1..).zip(self.keys.iter().copied())) {
            let texts = rows.iter().map(|(names, _)| names.get(place)?.as_deref());
            fields.push(Field::new(name, DataType::Utf8, true));
            columns.push(Arc::new(StringArray::from_iter(texts)));
        }
        for (count, name) in self.counts.iter().enumerate() {
            let counts = rows.iter().map(|(_, group)| group.count(count));
            let counts: Result<Vec<i64>, _> = counts.map(i64::try_from).collect();
            fields.push(Field::new(*name, DataType::Int64, false));
            columns.push(Arc::new(Int64Array::from(counts.map_err(|_| Error::TooLarge)?)));
        }
        for (name, figure) in self.figures {
            let among = among(*figure, &rows);
            let figures = rows.iter().map(|row| worked_out(*figure, row, &among));
            fields.push(Field::new(*name, DataType::Float64, true));
            columns.push(Arc::new(Float64Array::from_iter(figures)));
        }
        RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).map_err(|_| Error::TooLarge)
    }
}

type Order<'a> = (Option<Text<'a>>, u32, Vec<Text<'a>>);
type Text<'a> = (bool, Option<&'a str>);

fn order((names, group): &(Names, Group)) -> Order<'_> {
    let mut texts = names.iter().map(|name| (name.is_none(), name.as_deref()));
    (texts.next(), group.ranked(), texts.collect())
}

/// What the rows whose names but the last are the same have of a count together, where that is the whole of a share.
fn among(figure: Figure, rows: &[(Names, Group)]) -> Map<Key, u64> {
    let mut together = Map::default();
    if let Figure::ShareAmong(count) = figure {
        for (names, group) in rows {
            *together.entry(but_the_last(names)).or_default() += group.count(count);
        }
    }
    together
}

fn but_the_last(names: &Names) -> Key {
    let names: Vec<Option<&str>> = names.iter().map(Option::as_deref).collect();
    Key::of(names.split_last().map_or(&[], |(_, names)| names))
}

fn worked_out(
    figure: Figure,
    (names, group): &(Names, Group),
    among: &Map<Key, u64>,
) -> Option<f64> {
    match figure {
        Figure::Share(part, whole) => {
            share(group.count(part), whole.iter().map(|count| group.count(*count)).sum())
        }
        Figure::ShareAmong(count) => {
            share(group.count(count), among.get(&but_the_last(names)).copied().unwrap_or_default())
        }
        Figure::Mean(values) => group.values(values)?.ordered().mean(),
        Figure::Quartile(values, number) => group.values(values)?.ordered().quartile(number),
    }
}
