//! Column builders, filled cell by cell, and the Arrow arrays that they produce.

mod texts;

pub(crate) use texts::{Ids, Recurring, Utf8, Word};

use arrow_array::types::TimestampMicrosecondType;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, DurationMicrosecondType, Float64Type, Int16Type, Int32Type,
    Int64Type,
};
use arrow_array::{ArrayRef, BooleanArray, PrimitiveArray};
use arrow_buffer::{ArrowNativeType, BooleanBuffer, Buffer, NullBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, DataType, TimeUnit};
use std::sync::Arc;
use support_panel::{Date, Decimal, Instant};

/// A column builder.
pub(crate) trait Column: Default {
    /// The type of one cell.
    type Cell<'a>;
    /// Whether a cell may be empty.
    const NULLABLE: bool = false;

    fn data_type() -> DataType;
    fn push(&mut self, cell: Self::Cell<'_>);
    /// Adds an empty cell.
    fn skip(&mut self);
    /// Returns the array and empties the builder, which retains its capacity.
    fn finish(&mut self, empty: Option<NullBuffer>) -> Result<ArrayRef, ArrowError>;
}

/// Moves the values into a buffer of their exact size: a caller that retains every batch does not retain spare capacity.
fn drained<T: ArrowNativeType>(values: &mut Vec<T>) -> Buffer {
    let buffer = Buffer::from_slice_ref(&*values);
    values.clear();
    buffer
}

/// Booleans, a byte each until the column is finished: packing all bits at once is cheaper than setting them one by one.
#[derive(Default)]
struct Bits(Vec<bool>);

impl Bits {
    #[inline]
    fn push(&mut self, bit: bool) {
        self.0.push(bit);
    }

    fn finish(&mut self) -> BooleanBuffer {
        let byte =
            |eight: &[bool]| eight.iter().rev().fold(0, |byte, bit| byte << 1 | u8::from(*bit));
        let (whole, rest) = self.0.as_chunks::<8>();
        let mut bytes: Vec<u8> = whole.iter().map(|eight| byte(eight)).collect();
        bytes.extend((!rest.is_empty()).then(|| byte(rest)));
        let bits = BooleanBuffer::new(bytes.into(), 0, self.0.len());
        self.0.clear();
        bits
    }
}

/// A column whose cells may be empty.
#[derive(Default)]
pub(crate) struct Maybe<C> {
    cells: C,
    filled: Bits,
}

impl<C: Column> Column for Maybe<C> {
    type Cell<'a> = Option<C::Cell<'a>>;
    const NULLABLE: bool = true;

    fn data_type() -> DataType {
        C::data_type()
    }

    #[inline]
    fn push(&mut self, cell: Self::Cell<'_>) {
        match cell {
            Some(cell) => {
                self.cells.push(cell);
                self.filled.push(true);
            }
            None => self.skip(),
        }
    }

    fn skip(&mut self) {
        self.cells.skip();
        self.filled.push(false);
    }

    fn finish(&mut self, _: Option<NullBuffer>) -> Result<ArrayRef, ArrowError> {
        let filled = NullBuffer::new(self.filled.finish());
        self.cells.finish((filled.null_count() > 0).then_some(filled))
    }
}

/// Numbers, and values stored as numbers.
pub(crate) struct Plain<K: Kind>(Vec<<K::Arrow as ArrowPrimitiveType>::Native>);

/// The meaning of the numbers in a [`Plain`] column.
pub(crate) trait Kind {
    type Cell;
    type Arrow: ArrowPrimitiveType;
    fn native(cell: Self::Cell) -> <Self::Arrow as ArrowPrimitiveType>::Native;
    fn data_type() -> DataType {
        Self::Arrow::DATA_TYPE
    }
}

impl<K: Kind> Default for Plain<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Kind> Column for Plain<K> {
    type Cell<'a> = K::Cell;

    fn data_type() -> DataType {
        K::data_type()
    }

    #[inline]
    fn push(&mut self, cell: K::Cell) {
        self.0.push(K::native(cell));
    }

    fn skip(&mut self) {
        self.0.push(Default::default());
    }

    fn finish(&mut self, empty: Option<NullBuffer>) -> Result<ArrayRef, ArrowError> {
        let array =
            PrimitiveArray::<K::Arrow>::try_new(ScalarBuffer::from(drained(&mut self.0)), empty)?;
        Ok(Arc::new(array.with_data_type(K::data_type())))
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident($cell:ty) = $arrow:ty, $given:ident => $native:expr $(, $data_type:expr)?;)+) => {$(
        $(#[$doc])*
        pub(crate) struct $name;

        impl Kind for $name {
            type Cell = $cell;
            type Arrow = $arrow;

            #[inline]
            fn native($given: $cell) -> <$arrow as ArrowPrimitiveType>::Native {
                $native
            }

            $(fn data_type() -> DataType {
                $data_type
            })?
        }
    )+};
}

kinds! {
    /// An index of a list, or a count. No list of a record has two thousand million items.
    Whole(usize) = Int32Type, n => i32::try_from(n).unwrap_or(i32::MAX);
    /// An offset in a file, which may be of any size.
    Long(u64) = Int64Type, n => i64::try_from(n).unwrap_or(i64::MAX);
    /// Minutes of an offset from UTC.
    Minutes(i16) = Int16Type, n => n;
    /// Days between two days.
    DayCount(i64) = Int32Type, n => i32::try_from(n).unwrap_or(i32::MAX);
    /// A rating or an end of a scale.
    Number(Decimal) = Float64Type, n => n.to_f64();
    /// A day.
    Day(Date) = Date32Type, date => i32::try_from(date.days_since(EPOCH)).unwrap_or(i32::MAX);
    /// A moment, in UTC, truncated to microseconds.
    Time(Instant) = TimestampMicrosecondType, at => {
        let moment = at.moment();
        moment.seconds * 1_000_000 + i64::from(moment.nanos / 1000)
    }, DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into()));
    /// A length of time, given in microseconds.
    Length(i64) = DurationMicrosecondType, microseconds => microseconds;
}

const EPOCH: Date = match Date::new(1970, 1, 1) {
    Some(date) => date,
    None => Date::MIN,
};

/// Booleans.
#[derive(Default)]
pub(crate) struct Flag(Bits);

impl Column for Flag {
    type Cell<'a> = bool;

    fn data_type() -> DataType {
        DataType::Boolean
    }

    #[inline]
    fn push(&mut self, cell: bool) {
        self.0.push(cell);
    }

    fn skip(&mut self) {
        self.0.push(false);
    }

    fn finish(&mut self, empty: Option<NullBuffer>) -> Result<ArrayRef, ArrowError> {
        Ok(Arc::new(BooleanArray::new(self.0.finish(), empty)))
    }
}
