//! Records on several lines, one dictionary for a table, and tables that come back.

use crate::made::{all, lines, rows};
use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use serde_json::{Value, json};
use support_panel_tables::{Options, Source, Table, Tables};

/// Every row without its line: a record that moved to another is the same record.
fn told(tables: &Tables, table: Table) -> Vec<String> {
    let columns: Vec<_> = table.columns().into_iter().filter(|column| !column.free_text).collect();
    let line = columns.iter().position(|column| column.name == "line");
    rows(tables, table)
        .into_iter()
        .map(|row| {
            let cells = row.split('|').enumerate();
            cells
                .filter(|(at, _)| Some(*at) != line)
                .map(|(_, cell)| cell)
                .collect::<Vec<_>>()
                .join("|")
        })
        .collect()
}

#[test]
fn of_several_lines_with_one_id_the_last_is_kept() {
    let first = lines(700);
    // Every seventh record comes again, with fewer lists; every eleventh a third time.
    let again = |every: usize, list: &str| {
        let values = first.lines().step_by(every).map(|line| {
            let mut value: Value = serde_json::from_str(line).unwrap();
            value.as_object_mut().unwrap().remove(list);
            value.to_string()
        });
        values.collect::<Vec<_>>().join("\n") + "\n"
    };
    let text = format!("{first}{}no record\n{}", again(7, "agenda"), again(11, "actions"));
    let everything = all(Source::bytes(text.as_bytes()), &Options::default());
    let ids = |text: &str| {
        let id = |line: &str| serde_json::from_str::<Value>(line).ok().map(|v| v["id"].clone());
        text.lines().map(id).collect::<Vec<_>>()
    };
    let lines: Vec<_> = text.lines().collect();
    let written = ids(&text);
    let last: std::collections::HashMap<_, _> = written
        .iter()
        .enumerate()
        .map(|(at, id)| (id.clone().map(|id| id.to_string()), at))
        .collect();
    let is_last = |at: usize| {
        written[at].as_ref().is_some_and(|id| last.get(&Some(id.to_string())) == Some(&at))
    };
    let last: String =
        (0..lines.len()).filter(|at| is_last(*at)).map(|at| format!("{}\n", lines[at])).collect();
    let expected = all(Source::bytes(last.as_bytes()), &Options::default());
    let kept = everything.clone().keep_last().unwrap();
    assert_eq!((everything.rows(Table::Panels), kept.rows(Table::Panels)), (864, 700));
    for table in Table::ALL {
        if table == Table::Errors {
            assert_eq!(kept.rows(table), 1);
        } else {
            assert_eq!(told(&kept, table), told(&expected, table), "{}", table.name());
        }
    }
    assert_eq!(kept.clone().keep_last().unwrap(), kept);
    assert!(kept.knows_records());
}

#[test]
fn a_table_of_several_batches_has_one_dictionary() {
    let tables = all(Source::bytes(lines(700).into_bytes()), &Options::default());
    for table in Table::ALL {
        let shared = Tables::batches_of_one_dictionary([&tables], table).unwrap();
        assert!(shared.len() > 1 || table == Table::Errors);
        for (own, shared) in tables.batches(table).iter().zip(&shared) {
            assert_eq!(own.schema(), shared.schema());
            for (own, shared) in own.columns().iter().zip(shared.columns()) {
                let cells = |array| {
                    (0..own.len()).map(|row| crate::made::cell(array, row)).collect::<Vec<_>>()
                };
                assert_eq!(cells(own), cells(shared));
            }
        }
        for column in 0..shared.first().map_or(0, arrow_array::RecordBatch::num_columns) {
            let words = shared.iter().filter_map(|batch| {
                batch.column(column).as_dictionary_opt::<Int32Type>().map(|array| array.values())
            });
            assert!(words.collect::<Vec<_>>().windows(2).all(|two| two[0] == two[1]));
        }
    }
}

#[test]
fn tables_that_come_back_are_the_same() {
    for text in [false, true] {
        let source = Source::bytes(format!("{}\nno record\n", lines(700)).into_bytes());
        let tables = all(source, &Options { text, ..Options::default() });
        let parts = Table::ALL.map(|table| (table, tables.batches(table).to_vec()));
        assert_eq!(Tables::from_batches(parts.to_vec(), text).unwrap(), tables);
    }
    let tables = all(Source::bytes(lines(6).into_bytes()), &Options::default());
    let wrong = vec![(Table::Actions, tables.batches(Table::Panels).to_vec())];
    let error = Tables::from_batches(wrong, false).unwrap_err();
    assert_eq!(error.code(), support_panel::Code::WrongType);
    let alone = vec![(Table::Actions, tables.batches(Table::Actions).to_vec())];
    assert!(!Tables::from_batches(alone, false).unwrap().knows_records());
}

#[test]
fn a_child_who_came_was_heard() {
    let record = |attendance: &str, views: Value| {
        json!({
            "format": "support-panel/1", "id": attendance, "profile": {"id": "leicester-masp", "version": "2017.1"},
            "case": {"reference": "E", "people": [{"id": "c-1", "kind": "child", "views": views}, {"id": "c-2", "kind": "child"}]},
            "participants": [{"id": "p-1", "kind": "child", "person": "c-1", "attendance": attendance}],
        })
    };
    let heard = |attendance: &str, views: Value| {
        let line = record(attendance, views).to_string();
        let tables = all(Source::bytes(line.into_bytes()), &Options::default());
        crate::made::column(&tables, Table::Panels, "children_heard")[0].clone().unwrap()
    };
    assert_eq!(heard("present", Value::Null), "1");
    assert_eq!(heard("remote", json!("not_sought")), "1");
    assert_eq!(heard("absent", Value::Null), "0");
    assert_eq!(heard("absent", json!("written")), "1");
    assert_eq!(heard("invited", json!("not_sought")), "0");
}
