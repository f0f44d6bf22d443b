//! Columns of texts, of lists of ids, and of recurring words.

use super::{Column, drained};
use crate::vocabulary::Vocabulary;
use arrow_array::types::{ArrowDictionaryKeyType, Int8Type, Int32Type};
use arrow_array::{Array, ArrayRef, DictionaryArray, ListArray, PrimitiveArray, StringArray};
use arrow_buffer::{NullBuffer, OffsetBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, DataType, Field};
use std::collections::HashMap;
use std::marker::PhantomData;
use std::sync::Arc;
use support_panel::Id;

/// Texts back to back, with the end of each.
#[derive(Default)]
pub(crate) struct Utf8 {
    bytes: Vec<u8>,
    ends: Ends,
}

impl Utf8 {
    /// Whether this is the text at an index.
    fn is_at(&self, index: i32, text: &str) -> bool {
        let Ok(index) = usize::try_from(index) else { return false };
        let Some([start, end]) = self.ends.offsets.get(index..index + 2) else { return false };
        let range = usize::try_from(*start).ok().zip(usize::try_from(*end).ok());
        range.and_then(|(start, end)| self.bytes.get(start..end)) == Some(text.as_bytes())
    }

    fn finished(&mut self, empty: Option<NullBuffer>) -> Result<StringArray, ArrowError> {
        StringArray::try_new(self.ends.finish()?, drained(&mut self.bytes), empty)
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

/// The ends of consecutive runs of items.
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
        let offsets = drained(&mut self.offsets);
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
    let keys = PrimitiveArray::<K>::try_new(ScalarBuffer::from(drained(keys)), empty)?;
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
        self.keys.push(cell.index());
    }

    fn skip(&mut self) {
        self.keys.push(0);
    }

    fn finish(&mut self, empty: Option<NullBuffer>) -> Result<ArrayRef, ArrowError> {
        dictionary::<Int8Type>(&mut self.keys, empty, V::dictionary())
    }
}

/// Words of an open list that recur: the dictionary holds each once.
#[derive(Default)]
pub(crate) struct Recurring {
    keys: Vec<i32>,
    words: Utf8,
    indexes: HashMap<Box<str>, i32, foldhash::fast::RandomState>,
}

impl Recurring {
    fn key(&mut self, word: &str) -> i32 {
        // Consecutive rows come from one record and often hold the same word.
        if let Some(last) = self.keys.last()
            && self.words.is_at(*last, word)
        {
            return *last;
        }
        if let Some(key) = self.indexes.get(word) {
            return *key;
        }
        let key = i32::try_from(self.indexes.len()).unwrap_or(i32::MAX);
        self.indexes.insert(word.into(), key);
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
        self.indexes.clear();
        let words = self.words.finished(None)?;
        // Where every cell is empty, the dictionary may have no word for a key to refer to.
        let words = if words.is_empty() { StringArray::from(vec![""]) } else { words };
        dictionary::<Int32Type>(&mut self.keys, empty, Arc::new(words))
    }
}
