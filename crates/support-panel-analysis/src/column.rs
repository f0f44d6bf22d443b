//! Columns by what they hold, whichever of Arrow's types a library has chosen for it.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Date64Type, DurationMicrosecondType, DurationMillisecondType,
    DurationNanosecondType, DurationSecondType, Float32Type, Float64Type, Int8Type, Int16Type,
    Int32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, OffsetSizeTrait, PrimitiveArray};
use arrow_schema::{DataType, TimeUnit};

/// What the cells of a column are.
pub(crate) trait Cells<'a>: Sized {
    /// In words.
    const WORD: &'static str;

    /// Adds every cell of an array; nothing where its type cannot hold such cells.
    fn add(array: &'a dyn Array, cells: &mut Vec<Option<Self>>) -> Option<()>;
}

impl<'a> Cells<'a> for &'a str {
    const WORD: &'static str = "text";

    fn add(array: &'a dyn Array, cells: &mut Vec<Option<Self>>) -> Option<()> {
        match array.data_type() {
            DataType::Utf8 => cells.extend(array.as_string::<i32>()),
            DataType::LargeUtf8 => cells.extend(array.as_string::<i64>()),
            DataType::Utf8View => cells.extend(array.as_string_view()),
            DataType::Dictionary(..) => {
                let words = array.as_any_dictionary_opt()?;
                let mut all = Vec::new();
                Self::add(words.values(), &mut all)?;
                let mut keys = Vec::new();
                i64::add(words.keys(), &mut keys)?;
                let word = |key: Option<i64>| *all.get(usize::try_from(key?).ok()?)?;
                cells.extend(keys.into_iter().map(word));
            }
            _ => return nothing(array, cells),
        }
        Some(())
    }
}

impl<'a> Cells<'a> for bool {
    const WORD: &'static str = "yes or no";

    fn add(array: &'a dyn Array, cells: &mut Vec<Option<Self>>) -> Option<()> {
        match array.as_boolean_opt() {
            Some(flags) => cells.extend(flags),
            None => return nothing(array, cells),
        }
        Some(())
    }
}

fn primitive<T: ArrowPrimitiveType, C>(
    array: &dyn Array,
    cells: &mut Vec<Option<C>>,
    cell: impl Fn(T::Native) -> Option<C>,
) -> Option<()> {
    let array: &PrimitiveArray<T> = array.as_primitive_opt()?;
    cells.extend(array.iter().map(|value| value.and_then(&cell)));
    Some(())
}

impl<'a> Cells<'a> for i64 {
    const WORD: &'static str = "whole numbers";

    fn add(array: &'a dyn Array, cells: &mut Vec<Option<Self>>) -> Option<()> {
        match array.data_type() {
            DataType::Int8 => primitive::<Int8Type, _>(array, cells, |n| Some(n.into())),
            DataType::Int16 => primitive::<Int16Type, _>(array, cells, |n| Some(n.into())),
            DataType::Int32 => primitive::<Int32Type, _>(array, cells, |n| Some(n.into())),
            DataType::Int64 => primitive::<Int64Type, _>(array, cells, Some),
            DataType::UInt8 => primitive::<UInt8Type, _>(array, cells, |n| Some(n.into())),
            DataType::UInt16 => primitive::<UInt16Type, _>(array, cells, |n| Some(n.into())),
            DataType::UInt32 => primitive::<UInt32Type, _>(array, cells, |n| Some(n.into())),
            DataType::UInt64 => primitive::<UInt64Type, _>(array, cells, |n| n.try_into().ok()),
            // pandas has no whole numbers beside what is missing, but for those of its extension types.
            DataType::Float64 => primitive::<Float64Type, _>(array, cells, |n| {
                (n.fract() == 0.0 && n.abs() < 9e15).then_some(n as Self)
            }),
            _ => nothing(array, cells),
        }
    }
}

impl<'a> Cells<'a> for f64 {
    const WORD: &'static str = "numbers";

    fn add(array: &'a dyn Array, cells: &mut Vec<Option<Self>>) -> Option<()> {
        let known = |n: Self| (!n.is_nan()).then_some(n);
        match array.data_type() {
            DataType::Float64 => primitive::<Float64Type, _>(array, cells, known),
            DataType::Float32 => primitive::<Float32Type, _>(array, cells, |n| known(n.into())),
            _ => {
                let mut whole = Vec::new();
                i64::add(array, &mut whole)?;
                cells.extend(whole.into_iter().map(|n| n.map(|n| n as Self)));
                Some(())
            }
        }
    }
}

/// A day, as the number of days from the first of 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Day(pub(crate) i32);

const DAY_IN_SECONDS: i64 = 86_400;

impl<'a> Cells<'a> for Day {
    const WORD: &'static str = "days";

    fn add(array: &'a dyn Array, cells: &mut Vec<Option<Self>>) -> Option<()> {
        let day = |time: i64, in_a_second: i64| {
            i32::try_from(time.div_euclid(DAY_IN_SECONDS * in_a_second)).ok().map(Self)
        };
        match array.data_type() {
            DataType::Date32 => primitive::<Date32Type, _>(array, cells, |days| Some(Self(days))),
            DataType::Date64 => primitive::<Date64Type, _>(array, cells, |at| day(at, 1000)),
            // pandas has no days: a moment without a zone is one.
            DataType::Timestamp(unit, None) => match unit {
                TimeUnit::Second => {
                    primitive::<TimestampSecondType, _>(array, cells, |at| day(at, 1))
                }
                TimeUnit::Millisecond => {
                    primitive::<TimestampMillisecondType, _>(array, cells, |at| day(at, 1000))
                }
                TimeUnit::Microsecond => {
                    primitive::<TimestampMicrosecondType, _>(array, cells, |at| day(at, 1_000_000))
                }
                TimeUnit::Nanosecond => {
                    primitive::<TimestampNanosecondType, _>(array, cells, |at| {
                        day(at, 1_000_000_000)
                    })
                }
            },
            _ => nothing(array, cells),
        }
    }
}

/// A length of time, in microseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Length(pub(crate) i64);

impl<'a> Cells<'a> for Length {
    const WORD: &'static str = "lengths of time";

    fn add(array: &'a dyn Array, cells: &mut Vec<Option<Self>>) -> Option<()> {
        let times = |length: i64, times: i64| length.checked_mul(times).map(Self);
        match array.data_type() {
            DataType::Duration(TimeUnit::Second) => {
                primitive::<DurationSecondType, _>(array, cells, |n| times(n, 1_000_000))
            }
            DataType::Duration(TimeUnit::Millisecond) => {
                primitive::<DurationMillisecondType, _>(array, cells, |n| times(n, 1000))
            }
            DataType::Duration(TimeUnit::Microsecond) => {
                primitive::<DurationMicrosecondType, _>(array, cells, |n| times(n, 1))
            }
            DataType::Duration(TimeUnit::Nanosecond) => {
                primitive::<DurationNanosecondType, _>(array, cells, |n| Some(Self(n / 1000)))
            }
            _ => nothing(array, cells),
        }
    }
}

impl<'a> Cells<'a> for Vec<&'a str> {
    const WORD: &'static str = "lists of ids";

    fn add(array: &'a dyn Array, cells: &mut Vec<Option<Self>>) -> Option<()> {
        match array.data_type() {
            DataType::List(_) => lists::<i32>(array, cells),
            DataType::LargeList(_) => lists::<i64>(array, cells),
            _ => nothing(array, cells),
        }
    }
}

fn lists<'a, O: OffsetSizeTrait>(
    array: &'a dyn Array,
    cells: &mut Vec<Option<Vec<&'a str>>>,
) -> Option<()> {
    let lists = array.as_list_opt::<O>()?;
    let mut items = Vec::new();
    <&str>::add(lists.values(), &mut items)?;
    let ends = lists.offsets().iter().zip(lists.offsets().iter().skip(1));
    cells.extend(ends.enumerate().map(|(row, (start, end))| {
        let range = start.to_usize()?..end.to_usize()?;
        let items = items.get(range).unwrap_or_default();
        array.is_valid(row).then(|| items.iter().copied().flatten().collect())
    }));
    Some(())
}

/// Some libraries give a column without any value the type of nothing.
fn nothing<T>(array: &dyn Array, cells: &mut Vec<Option<T>>) -> Option<()> {
    let is_empty = *array.data_type() == DataType::Null;
    is_empty.then(|| cells.extend((0..array.len()).map(|_| None)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow_array::{
        ArrayRef, Date64Array, DictionaryArray, DurationMillisecondArray, Float64Array,
        LargeListArray, LargeStringArray, NullArray, StringArray, StringViewArray,
        TimestampNanosecondArray, UInt16Array,
    };
    use std::sync::Arc;

    fn cells<'a, T: Cells<'a>>(array: &'a ArrayRef) -> Option<Vec<Option<T>>> {
        let mut cells = Vec::new();
        T::add(array, &mut cells).map(|()| cells)
    }

    #[test]
    fn texts_are_read_from_every_type_of_text() {
        let texts = [Some("a"), None, Some("b")];
        let arrays: [ArrayRef; 5] = [
            Arc::new(StringArray::from_iter(texts)),
            Arc::new(LargeStringArray::from_iter(texts)),
            Arc::new(StringViewArray::from_iter(texts)),
            Arc::new(DictionaryArray::<Int8Type>::from_iter(texts)),
            Arc::new(DictionaryArray::<UInt32Type>::from_iter(texts)),
        ];
        for array in &arrays {
            assert_eq!(cells::<&str>(array).unwrap(), texts);
        }
        let none: ArrayRef = Arc::new(NullArray::new(2));
        assert_eq!(cells::<&str>(&none).unwrap(), [None, None]);
        assert_eq!(cells::<Vec<&str>>(&none).unwrap(), [None, None]);
        assert_eq!(cells::<bool>(&arrays[0]), None);
    }

    #[test]
    fn numbers_days_and_lengths_are_read_from_every_unit() {
        let whole: ArrayRef = Arc::new(UInt16Array::from(vec![Some(7), None]));
        assert_eq!(cells::<i64>(&whole).unwrap(), [Some(7), None]);
        assert_eq!(cells::<f64>(&whole).unwrap(), [Some(7.0), None]);
        let number: ArrayRef = Arc::new(Float64Array::from(vec![Some(7.5), Some(f64::NAN)]));
        assert_eq!(cells::<f64>(&number).unwrap(), [Some(7.5), None]);
        let day: ArrayRef = Arc::new(Date64Array::from(vec![-1, 86_400_000]));
        assert_eq!(cells::<Day>(&day).unwrap(), [Some(Day(-1)), Some(Day(1))]);
        let day: ArrayRef = Arc::new(TimestampNanosecondArray::from(vec![Some(-1), None]));
        assert_eq!(cells::<Day>(&day).unwrap(), [Some(Day(-1)), None]);
        let length: ArrayRef = Arc::new(DurationMillisecondArray::from(vec![60_000]));
        assert_eq!(cells::<Length>(&length).unwrap(), [Some(Length(60_000_000))]);
    }

    #[test]
    fn lists_are_read_from_where_they_begin() {
        let list = |ids: &[&'static str]| Some(ids.iter().map(|id| Some(*id)).collect::<Vec<_>>());
        let mut builder =
            arrow_array::builder::LargeListBuilder::new(arrow_array::builder::StringBuilder::new());
        for ids in [list(&["a"]), None, list(&["b", "c"]), list(&[])] {
            builder.append_option(ids);
        }
        let lists: LargeListArray = builder.finish();
        let some: ArrayRef = Arc::new(lists.slice(1, 3));
        assert_eq!(cells::<Vec<&str>>(&some).unwrap(), [None, Some(vec!["b", "c"]), Some(vec![])]);
    }
}
