//! Workbooks as another library reads them: types, not looks.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it finds a fault"
)]

#[path = "common/trees.rs"]
mod trees;

use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;
use std::io::Cursor;
use support_panel::{Date, Profile, Record};
use support_panel_export::{Cell, Error, Metadata, Sheet, Tracker, TrackerOptions, excel};
use trees::{HOSTILE, kept, record};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn read(file: &[u8], sheet: &str) -> Vec<Vec<Data>> {
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file)).unwrap();
    let rows = workbook.worksheet_range(sheet).unwrap();
    let formulas = workbook.worksheet_formula(sheet).unwrap();
    assert!(formulas.used_cells().all(|(_, _, formula)| formula.is_empty()), "a formula");
    rows.rows().map(<[Data]>::to_vec).collect()
}

fn one(sheet: Sheet) -> Vec<Vec<Data>> {
    let file = excel(std::slice::from_ref(&sheet), "A title", &Metadata::default()).unwrap();
    read(&file, &sheet.name)
}

#[test]
fn cells_keep_their_types() {
    let mut sheet = Sheet::new("Actions", ["Id", "Days", "Share", "Due", "Nothing"]);
    sheet.rows.push(vec![
        Cell::Text("0012".into()),
        Cell::Whole(-3),
        Cell::Number(0.5),
        Cell::Day(day("2026-03-29")),
        Cell::Empty,
    ]);
    sheet.rows.push(vec![Cell::Text("1e5".into())]);
    let rows = one(sheet);
    assert_eq!(rows[1][0], Data::String("0012".into()));
    assert_eq!(rows[1][1], Data::Float(-3.0));
    assert_eq!(rows[1][2], Data::Float(0.5));
    let Data::DateTime(due) = &rows[1][3] else { panic!("no date: {:?}", rows[1][3]) };
    assert_eq!(due.to_ymd_hms_milli(), (2026, 3, 29, 0, 0, 0, 0));
    assert_eq!(rows[1].get(4).cloned().unwrap_or(Data::Empty), Data::Empty);
    assert_eq!(rows[2][0], Data::String("1e5".into()));
}

#[test]
fn days_are_those_of_the_calendar_of_1900() {
    for text in ["1900-01-01", "1900-02-28", "1900-03-01", "1999-12-31", "2100-03-01", "9999-12-31"]
    {
        let mut sheet = Sheet::new("Days", ["Day"]);
        sheet.rows.push(vec![Cell::Day(day(text))]);
        let rows = one(sheet);
        let Data::DateTime(read) = &rows[1][0] else { panic!("no date: {:?}", rows[1][0]) };
        let (year, month, of_month, ..) = read.to_ymd_hms_milli();
        assert_eq!(format!("{year:04}-{month:02}-{of_month:02}"), text);
    }
    for text in ["1899-12-31", "0001-01-01"] {
        let mut sheet = Sheet::new("Days", ["Day"]);
        sheet.rows.push(vec![Cell::Day(day(text))]);
        let refused = excel(&[sheet], "x", &Metadata::default());
        assert!(matches!(refused, Err(Error::DayBefore1900)));
    }
}

fn tracker_of(record: &Record, profile: &Profile, options: TrackerOptions) -> [Sheet; 2] {
    let mut tracker = Tracker::new(options);
    tracker.add(record, profile);
    tracker.sheets()
}

fn comes_back(text: &str) {
    let mut sheet = Sheet::new("x", ["Text", text]);
    sheet.rows.push(vec![Cell::Text(text.into()), Cell::Text("after".into())]);
    let rows = one(sheet);
    let read = match &rows[1][0] {
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        other => panic!("no text: {other:?}"),
    };
    assert_eq!(read, kept(text), "{text:?}");
    assert_eq!(rows[1][1], Data::String("after".into()));
}

#[test]
fn hostile_text_stays_text() {
    HOSTILE.iter().for_each(|text| comes_back(text));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_comes_back(text in "\\PC{0,30}|[\\x00-\\x20=+@<>&\"'_x0-9A-F]{0,20}|\\p{any}{0,20}") {
        comes_back(&text);
    }
}

#[test]
fn names_that_clash_are_told_apart() {
    let mut sheet = Sheet::new("a/b:*?[x]", ["Due", "due", "", "Due 2", "two\nlines"]);
    sheet.rows.push(vec![Cell::Whole(1); 5]);
    let long = Sheet::new(&"name ".repeat(20), ["x"]);
    let sheets = [sheet.clone(), sheet, long.clone(), long, Sheet::new("", Vec::<String>::new())];
    let file = excel(&sheets, "x", &Metadata::default()).unwrap();
    let workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(&file)).unwrap();
    let names = workbook.sheet_names();
    assert_eq!(names[..2], ["abx", "abx 2"]);
    assert!(names.iter().all(|name| (1..=31).contains(&name.chars().count())), "{names:?}");
    let head: Vec<String> = read(&file, "abx")[0].iter().map(ToString::to_string).collect();
    assert_eq!(head, ["Due", "due 2", "Column", "Due 2 2", "two lines"]);
}

#[test]
fn the_same_sheets_give_the_same_bytes() {
    let (record, profile) = record("leicester-initial");
    let options = TrackerOptions::default().as_of(Some(day("2026-04-01"))).names(true);
    let write = || {
        let sheets = tracker_of(&record, &profile, options);
        excel(&sheets, "Tracker", &Metadata::of(&record, &profile)).unwrap()
    };
    let first = write();
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert_eq!(first, write());
}

/// A tracker without names has no text of the record but its ids, agencies and references.
#[test]
fn a_tracker_names_people_only_where_it_is_asked_to() {
    let (record, profile) = record("leicester-initial");
    let options = TrackerOptions::default().as_of(Some(day("2026-04-01")));
    let all = |names| -> String {
        tracker_of(&record, &profile, options.names(names)).iter().map(Sheet::to_csv).collect()
    };
    for text in ["H. Amin", "P. Lowe", "payment plan"] {
        assert!(all(true).contains(text), "{text}");
        assert!(!all(false).contains(text), "{text}");
    }
    for action in &record.actions {
        assert!(all(false).contains(action.id.as_str()));
    }
    let [by_owner, by_case] = tracker_of(&record, &profile, options);
    assert_eq!(by_owner.rows.len(), record.actions.len());
    assert_eq!(by_case.rows.len(), record.actions.len());
    // Due on 19 March and not begun: thirteen days late on 1 April.
    let late = by_case.rows.iter().filter(|row| row[6] == Cell::Whole(13)).count();
    assert_eq!(late, 2);
    let file = excel(&[by_owner, by_case], "Tracker", &Metadata::default()).unwrap();
    let rows = read(&file, "By case");
    assert!(rows[1..].iter().all(|row| matches!(row[5], Data::DateTime(_))));
}

#[test]
fn a_sheet_that_excel_cannot_hold_is_refused() {
    let [most, more] = [16_384, 16_385]
        .map(|columns: usize| Sheet::new("Wide", (0..columns).map(|column| column.to_string())));
    assert!(excel(&[most], "A title", &Metadata::default()).is_ok());
    let refused = excel(&[more], "A title", &Metadata::default()).unwrap_err();
    assert_eq!(refused.code(), "too_large_for_excel");
}
