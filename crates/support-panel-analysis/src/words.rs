//! What a group is called.

use crate::column::{Cells, Day};
use arrow_array::Array;
use arrow_schema::{DataType, TimeUnit};
use support_panel::Date;
use support_panel_tables::Cell;

/// The year of a day, or the quarter of its year.
pub(crate) fn period(day: Day, quarter: bool) -> Box<str> {
    // Days outside the calendar are no one's.
    let Some(date) = date(day) else { return Box::default() };
    let year = date.year();
    let text = if quarter {
        format!("{year:04}-Q{}", date.month().div_ceil(3))
    } else {
        format!("{year:04}")
    };
    text.into()
}

fn date(day: Day) -> Option<Date> {
    Date::new(1970, 1, 1)?.checked_add_days(day.0.into())
}

/// Adds every cell of an array in words; nothing where its type has none.
pub(crate) fn add(array: &dyn Array, words: &mut Vec<Option<Box<str>>>) -> Option<()> {
    match array.data_type() {
        DataType::Boolean => {
            said::<bool>(array, words, |flag| if flag { "yes" } else { "no" }.into())
        }
        DataType::Date32 | DataType::Date64 | DataType::Timestamp(_, None) => {
            said::<Day>(array, words, |day| {
                date(day).map_or_else(Box::default, |date| date.to_string().into())
            })
        }
        DataType::Float32 | DataType::Float64 => {
            said::<f64>(array, words, |number| format!("{number:?}").into())
        }
        kind if kind.is_integer() => said::<i64>(array, words, |number| number.to_string().into()),
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            words.extend((0..array.len()).map(|row| match Cell::of(array, row) {
                Cell::Text(text) => Some(text.into()),
                _ => None,
            }));
            Some(())
        }
        _ => said::<&str>(array, words, Into::into),
    }
}

fn said<'a, T: Cells<'a>>(
    array: &'a dyn Array,
    words: &mut Vec<Option<Box<str>>>,
    say: impl Fn(T) -> Box<str>,
) -> Option<()> {
    let mut cells = Vec::new();
    T::add(array, &mut cells)?;
    words.extend(cells.into_iter().map(|cell| cell.map(&say)));
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow_array::{
        ArrayRef, BooleanArray, Date32Array, DictionaryArray, Float64Array, Int16Array,
        types::Int8Type,
    };
    use std::sync::Arc;

    #[test]
    fn a_year_has_four_quarters() {
        let named = |year, month, day| {
            let days =
                Date::new(year, month, day).unwrap().days_since(Date::new(1970, 1, 1).unwrap());
            let day = Day(i32::try_from(days).unwrap());
            [period(day, false), period(day, true)].join(" ")
        };
        assert_eq!(named(2026, 3, 31), "2026 2026-Q1");
        assert_eq!(named(2026, 4, 1), "2026 2026-Q2");
        assert_eq!(named(1969, 12, 31), "1969 1969-Q4");
    }

    #[test]
    fn columns_of_every_kind_have_words() {
        let said = |array: ArrayRef| {
            let mut words = Vec::new();
            add(&array, &mut words).unwrap();
            words.into_iter().map(|word| word.map(String::from)).collect::<Vec<_>>()
        };
        let text = |word: &str| Some(word.to_owned());
        assert_eq!(
            said(Arc::new(BooleanArray::from(vec![Some(true), Some(false), None]))),
            [text("yes"), text("no"), None]
        );
        assert_eq!(said(Arc::new(Int16Array::from(vec![-3]))), [text("-3")]);
        assert_eq!(said(Arc::new(Float64Array::from(vec![2.0, 2.5]))), [text("2.0"), text("2.5")]);
        assert_eq!(said(Arc::new(Date32Array::from(vec![365]))), [text("1971-01-01")]);
        let words: DictionaryArray<Int8Type> = [Some("a"), None].into_iter().collect();
        assert_eq!(said(Arc::new(words)), [text("a"), None]);
    }
}
