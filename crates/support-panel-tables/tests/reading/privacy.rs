//! Without being asked for, no free text is in any column.

use crate::made::{RECORDS, all, rows};
use serde_json::Value;
use std::collections::BTreeSet;
use support_panel::Record;
use support_panel_tables::{Options, Source, Table};

const MARKER: &str = "Zebedee Quill";

/// Free texts of the format by their key; `on_behalf_of.other`, `statement.about` and anchors by where they stand.
const TEXTS: &[&str] = &[
    "name",
    "nhs_number",
    "views_note",
    "reason",
    "best_hopes",
    "background",
    "prompt",
    "note",
    "inquorate_reason",
    "adjourned_reason",
    "agency",
    "skipped_reason",
    "text",
    "evidence",
    "impact",
    "how",
    "why",
    "one_point_higher",
    "other",
    "outcome",
    "cancelled_reason",
    "view",
    "contingency",
    "system",
    "reference",
];

/// Puts the marker, with a number, in place of every free text; says how many there were.
fn plant(value: &mut Value, path: &str, planted: &mut usize) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                if key == "extensions" {
                    *planted += 1;
                    *value = serde_json::json!({"note": format!("{MARKER} {planted}")});
                    continue;
                }
                let path = format!("{path}/{key}");
                let free = TEXTS.contains(&key.as_str()) && path != "/case/reference";
                let free = free || path.ends_with("/statement/about") || path.contains("/anchors/");
                if free && value.is_string() {
                    *planted += 1;
                    *value = format!("{MARKER} {planted}").into();
                } else {
                    plant(value, &path, planted);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| plant(item, path, planted)),
        _ => {}
    }
}

fn markers(options: &Options) -> (usize, BTreeSet<String>) {
    let mut planted = 0;
    let mut text = String::new();
    for record in RECORDS {
        let mut value: Value = serde_json::from_str(record).unwrap();
        plant(&mut value, "", &mut planted);
        text += &Record::from_json(value.to_string()).unwrap().to_json();
        text.push('\n');
    }
    // And what cannot be read.
    text += &format!("{{\"format\":\"support-panel/1\",\"{MARKER}\":1}}\n\"{MARKER}\"\n{MARKER}\n");
    let tables = all(Source::bytes(text.as_bytes()), options);
    assert_eq!((tables.rows(Table::Panels), tables.rows(Table::Errors)), (RECORDS.len(), 3));
    let seen = Table::ALL
        .iter()
        .flat_map(|table| rows(&tables, *table))
        .flat_map(|row| row.split('|').map(str::to_owned).collect::<Vec<_>>());
    (planted, seen.filter(|cell| cell.contains(MARKER)).collect())
}

#[test]
fn no_free_text_is_there_unless_asked_for() {
    let (planted, seen) = markers(&Options::default());
    assert!(planted > 100, "{planted}");
    assert_eq!(seen, BTreeSet::new());
}

#[test]
fn free_text_that_is_asked_for_is_there() {
    let (planted, seen) = markers(&Options { text: true, ..Options::default() });
    assert!(seen.len() > planted / 2, "{} of {planted}", seen.len());
}
