//! Records to read, and values to compare with.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, DurationMicrosecondType, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type,
    TimestampMicrosecondType,
};
use arrow_array::{Array, RecordBatch};
use arrow_schema::{DataType, TimeUnit};
use serde_json::{Value, json};
use support_panel::Record;
use support_panel_tables::{Options, Source, Table, Tables, read};

pub(crate) const RECORDS: [&str; 6] = [
    include_str!("../../../../tests/records/clean.json"),
    include_str!("../../../../tests/records/leicester-initial.json"),
    include_str!("../../../../tests/records/leicester-referral.json"),
    include_str!("../../../../tests/records/leicester-review.json"),
    include_str!("../../../../tests/records/smallest.json"),
    include_str!("../../../../tests/records/everything.json"),
];

/// So many records one a line, each with an id of its own, in turn of the records of the corpus.
pub(crate) fn lines(count: usize) -> String {
    let records: Vec<Value> =
        RECORDS.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
    let mut lines = String::new();
    for (number, record) in records.iter().cycle().take(count).enumerate() {
        let mut record = record.clone();
        record["id"] = json!(format!("r{number}"));
        let record = Record::from_json(record.to_string()).unwrap();
        lines += &record.to_json();
        lines.push('\n');
    }
    lines
}

pub(crate) fn all(source: Source, options: &Options) -> Tables {
    read(source, &[], options).unwrap()
}

/// Every row of a table as text, column by column: what two ways of reading must agree on.
pub(crate) fn rows(tables: &Tables, table: Table) -> Vec<String> {
    tables
        .batches(table)
        .iter()
        .flat_map(|batch| (0..batch.num_rows()).map(|row| as_text(batch, row)))
        .collect()
}

fn as_text(batch: &RecordBatch, row: usize) -> String {
    let cells =
        batch.columns().iter().map(|column| cell(column, row).unwrap_or_else(|| "-".into()));
    cells.collect::<Vec<_>>().join("|")
}

pub(crate) fn column(tables: &Tables, table: Table, name: &str) -> Vec<Option<String>> {
    let batches = tables.batches(table).iter();
    let cells = batches.flat_map(|batch| {
        let column = batch.column_by_name(name).unwrap_or_else(|| panic!("no column {name}"));
        (0..batch.num_rows()).map(move |row| cell(column, row))
    });
    cells.collect()
}

/// One cell, read through Arrow and not through what wrote it.
pub(crate) fn cell(column: &dyn Array, row: usize) -> Option<String> {
    if column.is_null(row) {
        return None;
    }
    Some(match column.data_type() {
        DataType::Utf8 => column.as_string::<i32>().value(row).to_owned(),
        DataType::Boolean => column.as_boolean().value(row).to_string(),
        DataType::Int16 => column.as_primitive::<Int16Type>().value(row).to_string(),
        DataType::Int32 => column.as_primitive::<Int32Type>().value(row).to_string(),
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).to_string(),
        DataType::Float64 => column.as_primitive::<Float64Type>().value(row).to_string(),
        DataType::Date32 => {
            column.as_primitive::<Date32Type>().value_as_date(row).unwrap().to_string()
        }
        DataType::Duration(TimeUnit::Microsecond) => {
            column.as_primitive::<DurationMicrosecondType>().value(row).to_string()
        }
        DataType::Timestamp(TimeUnit::Microsecond, Some(zone)) if &**zone == "UTC" => column
            .as_primitive::<TimestampMicrosecondType>()
            .value_as_datetime(row)
            .unwrap()
            .to_string(),
        DataType::Dictionary(key, _) if **key == DataType::Int8 => {
            let words = column.as_dictionary::<Int8Type>();
            words
                .values()
                .as_string::<i32>()
                .value(words.keys().value(row).try_into().unwrap())
                .to_owned()
        }
        DataType::Dictionary(_, _) => {
            let words = column.as_dictionary::<Int32Type>();
            words
                .values()
                .as_string::<i32>()
                .value(words.keys().value(row).try_into().unwrap())
                .to_owned()
        }
        DataType::List(_) => {
            let items = column.as_list::<i32>().value(row);
            (0..items.len()).map(|item| cell(&items, item).unwrap()).collect::<Vec<_>>().join(" ")
        }
        other => panic!("no column is {other}"),
    })
}
