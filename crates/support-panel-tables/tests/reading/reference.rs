//! `docs/tables.md` says what the schemas say.

use super::golden::golden;
use arrow_schema::{DataType, TimeUnit};
use std::fmt::Write;
use support_panel_tables::Table;

const HEAD: &str = "\
# The tables

What many records become, column by column. This page is made from the schemas themselves; a test keeps it so.

- `record_id` joins every table to `panels`; within a record, positions count from 0 as in its JSON Pointers, and ids are the record's own.
  Where two lines carry one record id, only `file` and `line` tell them apart.
- Columns of *free text* are there only where free text was asked for. They hold names and what people said about children.
- Numbers of different `scale_key` must not be pooled, nor own numbers with guesses, nor one side with another, unless that is the question.
- A *word* is text kept once per batch (an Arrow dictionary): of a closed list, whose dictionary is always the whole list in the order of
  the format, or recurring.
- No record is checked against the one before it, so that rules which need the previous record are silent in `findings`.
";

fn words(data_type: &DataType) -> String {
    match data_type {
        DataType::Utf8 => "text".into(),
        DataType::Boolean => "yes or no".into(),
        DataType::Int16 | DataType::Int32 | DataType::Int64 => "whole number".into(),
        DataType::Float64 => "number".into(),
        DataType::Date32 => "day".into(),
        DataType::Duration(TimeUnit::Microsecond) => "length of time".into(),
        DataType::Timestamp(TimeUnit::Microsecond, Some(zone)) => format!("moment, {zone}"),
        DataType::Dictionary(key, _) if **key == DataType::Int8 => "word of a closed list".into(),
        DataType::Dictionary(..) => "recurring word".into(),
        DataType::List(_) => "list of ids".into(),
        other => panic!("no column is {other}"),
    }
}

/// The type as Arrow's users write it.
fn arrow(data_type: &DataType) -> String {
    match data_type {
        DataType::Utf8 => "utf8".into(),
        DataType::Boolean => "bool".into(),
        DataType::Float64 => "double".into(),
        DataType::Timestamp(_, _) => "timestamp[us, UTC]".into(),
        DataType::Duration(_) => "duration[us]".into(),
        DataType::Dictionary(key, value) => format!("dictionary<{}, {}>", arrow(key), arrow(value)),
        DataType::List(item) => format!("list<{}>", arrow(item.data_type())),
        other => other.to_string().to_lowercase(),
    }
}

#[test]
fn page_is_current() {
    let mut page = HEAD.to_owned();
    for table in Table::ALL {
        write!(
            page,
            "\n## {}\n\n{}\n\n| column | holds | type | may be empty | meaning |\n| --- | --- | --- | --- | --- |\n",
            table.name(),
            table.about()
        )
        .unwrap();
        for column in table.columns() {
            let free = if column.free_text { "*free text* " } else { "" };
            let empty = if column.nullable { "yes" } else { "" };
            let (holds, arrow) = (words(&column.data_type), arrow(&column.data_type));
            writeln!(
                page,
                "| `{}` | {free}{holds} | `{arrow}` | {empty} | {} |",
                column.name, column.about
            )
            .unwrap();
        }
    }
    golden("docs/tables.md", &page);
}

#[test]
fn schemas_are_the_columns_described() {
    for table in Table::ALL {
        assert_eq!(Table::from_name(table.name()), Some(table));
        for text in [false, true] {
            let schema = table.schema(text);
            let described = table.columns().into_iter().filter(|column| text || !column.free_text);
            let described: Vec<_> = described
                .map(|column| (column.name.to_owned(), column.data_type, column.nullable))
                .collect();
            let fields: Vec<_> = schema
                .fields()
                .iter()
                .map(|f| (f.name().clone(), f.data_type().clone(), f.is_nullable()))
                .collect();
            assert_eq!(fields, described);
        }
        assert!(
            table
                .columns()
                .iter()
                .all(|column| column.about.ends_with('.') && !column.about.starts_with(' ')),
            "{}",
            table.name()
        );
    }
}
