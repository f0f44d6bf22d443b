//! One dictionary for all batches of a table.

use super::{Table, Tables};
use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use arrow_array::{Array, ArrayRef, DictionaryArray, Int32Array, RecordBatch, StringArray};
use arrow_schema::ArrowError;
use std::collections::HashMap;
use std::sync::Arc;

impl Tables {
    /// The batches of one table, with the same dictionary for a column in all of them: some formats, Arrow's files among them, take
    /// no other.
    ///
    /// # Errors
    /// What Apache Arrow says.
    pub fn batches_of_one_dictionary<'a>(
        parts: impl IntoIterator<Item = &'a Self>,
        table: Table,
    ) -> Result<Vec<RecordBatch>, ArrowError> {
        let batches: Vec<_> = parts.into_iter().flat_map(|part| part.batches(table)).collect();
        let [first, _, ..] = batches.as_slice() else {
            return Ok(batches.into_iter().cloned().collect());
        };
        let mut columns: Vec<Vec<ArrayRef>> = Vec::new();
        for index in 0..first.num_columns() {
            let arrays: Vec<_> =
                batches.iter().filter_map(|batch| batch.columns().get(index)).collect();
            columns.push(match shared(&arrays)? {
                Some(arrays) => arrays,
                None => arrays.into_iter().cloned().collect(),
            });
        }
        let mut columns: Vec<_> = columns.into_iter().map(Vec::into_iter).collect();
        batches
            .iter()
            .map(|batch| {
                RecordBatch::try_new(
                    batch.schema(),
                    columns.iter_mut().filter_map(Iterator::next).collect(),
                )
            })
            .collect()
    }
}

/// The arrays of a column of recurring words, numbered by one dictionary; nothing for any other column.
fn shared(arrays: &[&ArrayRef]) -> Result<Option<Vec<ArrayRef>>, ArrowError> {
    let all: Option<Vec<_>> =
        arrays.iter().map(|array| array.as_dictionary_opt::<Int32Type>()).collect();
    let Some(all) = all else { return Ok(None) };
    let (mut indexes, mut words) = (HashMap::new(), Vec::new());
    let mut keys = Vec::new();
    for array in all {
        let own = array.values().as_string_opt::<i32>();
        let new: Vec<i32> = own
            .into_iter()
            .flat_map(|words| (0..words.len()).map(|at| words.value(at)))
            .map(|word| {
                *indexes.entry(word).or_insert_with(|| {
                    words.push(word);
                    i32::try_from(words.len() - 1).unwrap_or(i32::MAX)
                })
            })
            .collect();
        let index = |key: i32| usize::try_from(key).ok().and_then(|key| new.get(key)).copied();
        keys.push(Int32Array::from_iter(array.keys().iter().map(|key| key.and_then(index))));
    }
    let words: ArrayRef = Arc::new(StringArray::from(words));
    keys.into_iter()
        .map(|keys| {
            let array = DictionaryArray::<Int32Type>::try_new(keys, words.clone())?;
            Ok(Arc::new(array) as ArrayRef)
        })
        .collect::<Result<_, _>>()
        .map(Some)
}
