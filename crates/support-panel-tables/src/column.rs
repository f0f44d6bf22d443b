//! Columns as they are filled, one cell after another, and the Arrow arrays that they become.

use crate::vocabulary::Vocabulary;
use arrow_array::types::{ArrowDictionaryKeyType, TimestampMicrosecondType};
use arrow_array::types::{ArrowPrimitiveType, Date32Type, DurationMicrosecondType, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type};
use arrow_array::{Array, ArrayRef, BooleanArray, DictionaryArray, ListArray, PrimitiveArray, StringArray};
use arrow_buffer::{ArrowNativeType, BooleanBuffer, Buffer, NullBuffer, OffsetBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, DataType, Field, TimeUnit};
use std::collections::HashMap;
use std::marker::PhantomData;
use std::sync::Arc;
use support_panel::{Date, Decimal, Id, Instant};

/// A column being filled.
pub(crate) trait Column: Default {
    /// What one cell is given as.
    type Cell<'a>;
    /// Whether a cell may be empty.
    const NULLABLE: bool = false;

    fn data_type() -> DataType;
    fn push(&mut self, cell: Self::Cell<'_>);
    /// Keeps the place of an empty cell.
    fn skip(&mut self);
    /// What it has been filled with. It is empty then, and keeps its room for what comes next.
    fn finish(&mut self, empty: Option<NullBuffer>) -> Result<ArrayRef, ArrowError>;
}

/// The values, in no more memory than they need: whoever keeps every batch should not keep the room that it grew into.
fn taken<T: ArrowNativeType>(values: &mut Vec<T>) -> Buffer {
    let buffer = Buffer::from_slice_ref(&*values);
    values.clear();
    buffer
}

/// Yes or no, a byte each until the column is finished: bits that are set one by one cost more than all of them at once.
#[derive(Default)]
struct Bits(Vec<bool>);

impl Bits {
    #[inline]
    fn push(&mut self, bit: bool) {
        self.0.push(bit);
    }

    fn finish(&mut self) -> BooleanBuffer {
        let byte = |eight: &[bool]| eight.iter().rev().fold(0, |byte, bit| byte << 1 | u8::from(*bit));
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

/// Numbers, and what is kept as numbers.
pub(crate) struct Plain<K: Kind>(Vec<<K::Arrow as ArrowPrimitiveType>::Native>);

/// What the numbers of a [`Plain`] column stand for.
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
        let array = PrimitiveArray::<K::Arrow>::try_new(ScalarBuffer::from(taken(&mut self.0)), empty)?;
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
    /// A place in a list, or a count. No list of a record has two thousand million items.
    Whole(usize) = Int32Type, n => i32::try_from(n).unwrap_or(i32::MAX);
    /// A place in a file, which may be of any size.
    Long(u64) = Int64Type, n => i64::try_from(n).unwrap_or(i64::MAX);
    /// Minutes of an offset from UTC.
    Minutes(i16) = Int16Type, n => n;
    /// Days between two days.
    DayCount(i64) = Int32Type, n => i32::try_from(n).unwrap_or(i32::MAX);
    /// A rating or an end of a scale.
    Number(Decimal) = Float64Type, n => n.to_f64();
    /// A day.
    Day(Date) = Date32Type, date => i32::try_from(date.days_since(EPOCH)).unwrap_or(i32::MAX);
    /// A moment, in UTC; what is smaller than a microsecond is dropped.
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

/// Yes or no.
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

/// Texts one after another, and where each ends.
#[derive(Default)]
pub(crate) struct Utf8 {
    bytes: Vec<u8>,
    ends: Ends,
}

impl Utf8 {
    /// Whether this is the text at a place.
    fn is_at(&self, place: i32, text: &str) -> bool {
        let Ok(place) = usize::try_from(place) else { return false };
        let Some([start, end]) = self.ends.offsets.get(place..place + 2) else { return false };
        let range = usize::try_from(*start).ok().zip(usize::try_from(*end).ok());
        range.and_then(|(start, end)| self.bytes.get(start..end)) == Some(text.as_bytes())
    }

    fn finished(&mut self, empty: Option<NullBuffer>) -> Result<StringArray, ArrowError> {
        StringArray::try_new(self.ends.finish()?, taken(&mut self.bytes), empty)
    }
}

impl Column for Utf8 {
    type Cell<'a> = &'a str;

    fn data_type() -> DataType {
        DataType::Utf8
    }

    #[inline]
    fn push(&mut self, cell: &str) {
        self.bytes.extend_from_slice(cell.as_bytes());
        self.ends.push(self.bytes.len());
    }

    fn skip(&mut self) {
        self.ends.push(self.bytes.len());
    }

    fn finish(&mut self, empty: Option<NullBuffer>) -> Result<ArrayRef, ArrowError> {
        Ok(Arc::new(self.finished(empty)?))
    }
}

/// Where each of several runs of items ends.
struct Ends {
    offsets: Vec<i32>,
    overflown: bool,
}

impl Default for Ends {
    fn default() -> Self {
        Self { offsets: vec![0], overflown: false }
    }
}

impl Ends {
    #[inline]
    fn push(&mut self, end: usize) {
        match i32::try_from(end) {
            Ok(end) => self.offsets.push(end),
            Err(_) => self.overflown = true,
        }
    }

    fn finish(&mut self) -> Result<OffsetBuffer<i32>, ArrowError> {
        if self.overflown {
            return Err(ArrowError::OffsetOverflowError(usize::MAX));
        }
        let offsets = taken(&mut self.offsets);
        self.offsets.push(0);
        Ok(OffsetBuffer::new(ScalarBuffer::from(offsets)))
    }
}

/// Lists of ids.
#[derive(Default)]
pub(crate) struct Ids {
    items: Utf8,
    count: usize,
    ends: Ends,
}

impl Ids {
    fn item() -> Arc<Field> {
        Arc::new(Field::new("item", DataType::Utf8, false))
    }
}

impl Column for Ids {
    type Cell<'a> = &'a [Id];

    fn data_type() -> DataType {
        DataType::List(Self::item())
    }

    fn push(&mut self, cell: &[Id]) {
        for id in cell {
            self.items.push(id);
        }
        self.count += cell.len();
        self.ends.push(self.count);
    }

    fn skip(&mut self) {
        self.ends.push(self.count);
    }

    fn finish(&mut self, empty: Option<NullBuffer>) -> Result<ArrayRef, ArrowError> {
        let items = self.items.finish(None)?;
        self.count = 0;
        Ok(Arc::new(ListArray::try_new(Self::item(), self.ends.finish()?, items, empty)?))
    }
}

fn dictionary_type(key: DataType) -> DataType {
    DataType::Dictionary(Box::new(key), Box::new(DataType::Utf8))
}

fn dictionary<K: ArrowDictionaryKeyType>(
    keys: &mut Vec<K::Native>,
    empty: Option<NullBuffer>,
    words: ArrayRef,
) -> Result<ArrayRef, ArrowError> {
    let keys = PrimitiveArray::<K>::try_new(ScalarBuffer::from(taken(keys)), empty)?;
    Ok(Arc::new(DictionaryArray::<K>::try_new(keys, words)?))
}

/// Words of a closed list: the whole list is the dictionary, whichever of them occur.
pub(crate) struct Word<V> {
    keys: Vec<i8>,
    of: PhantomData<V>,
}

impl<V> Default for Word<V> {
    fn default() -> Self {
        Self { keys: Vec::new(), of: PhantomData }
    }
}

impl<V: Vocabulary> Column for Word<V> {
    type Cell<'a> = V;

    fn data_type() -> DataType {
        dictionary_type(DataType::Int8)
    }

    #[inline]
    fn push(&mut self, cell: V) {
        self.keys.push(cell.place());
    }

    fn skip(&mut self) {
        self.keys.push(0);
    }

    fn finish(&mut self, empty: Option<NullBuffer>) -> Result<ArrayRef, ArrowError> {
        dictionary::<Int8Type>(&mut self.keys, empty, V::dictionary())
    }
}

/// Words that recur, though nobody has listed them: each is kept once.
#[derive(Default)]
pub(crate) struct Recurring {
    keys: Vec<i32>,
    words: Utf8,
    places: HashMap<Box<str>, i32, foldhash::fast::RandomState>,
}

impl Recurring {
    fn key(&mut self, word: &str) -> i32 {
        // Rows of one record follow one another, and often agree.
        if let Some(last) = self.keys.last()
            && self.words.is_at(*last, word)
        {
            return *last;
        }
        if let Some(key) = self.places.get(word) {
            return *key;
        }
        let key = i32::try_from(self.places.len()).unwrap_or(i32::MAX);
        self.places.insert(word.into(), key);
        self.words.push(word);
        key
    }
}

impl Column for Recurring {
    type Cell<'a> = &'a str;

    fn data_type() -> DataType {
        dictionary_type(DataType::Int32)
    }

    fn push(&mut self, cell: &str) {
        let key = self.key(cell);
        self.keys.push(key);
    }

    fn skip(&mut self) {
        self.keys.push(0);
    }

    fn finish(&mut self, empty: Option<NullBuffer>) -> Result<ArrayRef, ArrowError> {
        self.places.clear();
        let words = self.words.finished(None)?;
        // Where every cell is empty there may be no word for a key to point to.
        let words = if words.is_empty() { StringArray::from(vec![""]) } else { words };
        dictionary::<Int32Type>(&mut self.keys, empty, Arc::new(words))
    }
}
