//! Every row of a record is there, and no other.

use crate::made::{all, column, lines};
use serde_json::Value;
use support_panel_tables::{Options, Source, Table};

#[test]
fn rows_are_as_many_as_the_lists_have_items() {
    let text = lines(60);
    let values: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let count = |pointer: &str| {
        values
            .iter()
            .map(|value| value.pointer(pointer).map_or(0, |list| list.as_array().unwrap().len()))
            .sum::<usize>()
    };
    let tables = all(Source::bytes(text.as_bytes()), &Options::default());
    assert_eq!(tables.rows(Table::Errors), 0, "{:?}", column(&tables, Table::Errors, "message"));
    assert_eq!(tables.rows(Table::Panels), 60);
    assert_eq!(tables.rows(Table::Participants), count("/participants"));
    assert_eq!(tables.rows(Table::Entries), count("/mapping"));
    assert_eq!(tables.rows(Table::Actions), count("/actions"));
    assert_eq!(tables.rows(Table::Stages), count("/agenda"));
    let sittings = values.iter().filter_map(|value| value["scaling"].as_array()).flatten();
    assert_eq!(
        tables.rows(Table::Ratings),
        sittings.map(|sitting| sitting["ratings"].as_array().map_or(0, Vec::len)).sum::<usize>()
    );
}
