//! The rows of a list, made of a record.

use crate::fill::Fill;
use crate::list::{Column, From, Kind, List};
use serde_json::Value;
use support_panel::record::{Category, Entry, Participant, Person, PersonKind};
use support_panel::{Date, Record};

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text, an id, or a word of the column.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A day.
    Day(Date),
}

/// The rows of one record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Rows {
    /// A cell for each column of the list.
    pub rows: Vec<Vec<Cell>>,
    /// What the record holds and the column does not take; its cell is empty.
    pub refused: Vec<RefusedValue>,
}

/// A value that its column does not take. It is not quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RefusedValue {
    /// The row of this record, from 1.
    pub row: usize,
    /// The column's name.
    pub column: &'static str,
    /// What was expected.
    pub expected: &'static str,
}

/// What a row is of.
#[derive(Clone, Copy)]
enum Of<'r> {
    Child(&'r Person),
    Goal(&'r Entry, &'r str),
}

/// The rows of a list that one record gives. Ages are those of the day `as_of`; without it there are none.
pub fn rows(list: List, record: &Record, as_of: Option<Date>, fill: &Fill) -> Rows {
    let mut made = Rows::default();
    let json = serde_json::from_str(&record.to_json()).unwrap_or(Value::Null);
    let mut tags = Vec::new();
    for entry in record.mapping.iter().filter(|entry| entry.is_on_map()) {
        tags.push(if entry.category == Category::Goal { tags_of(entry) } else { Vec::new() });
    }
    let goals = record.mapping.iter().enumerate().filter(|(_, entry)| entry.is_on_map());
    let goals = goals
        .zip(&tags)
        .flat_map(|((i, entry), tags)| tags.iter().map(move |tag| (i, Of::Goal(entry, tag))));
    let people = record.case.people.iter().enumerate();
    let children = people
        .filter(|(_, person)| person.kind == PersonKind::Child)
        .map(|(i, person)| (i, Of::Child(person)));
    let all: Vec<(usize, Of<'_>)> = match list {
        List::SupportingFamilies => goals.collect(),
        List::SsdEarlyHelpEpisodes | List::AnnexAList2 => children.collect(),
    };
    for ((index, of), row) in all.into_iter().zip(1..) {
        let mut cells = Vec::new();
        for column in list.columns() {
            let own = fill.value(&column.name, &json, index).map(|value| taken(column, value));
            let cell = own.unwrap_or_else(|| {
                column.from.map_or(Ok(Cell::Empty), |from| {
                    checked(column, filled(from, record, of, as_of))
                })
            });
            cells.push(cell.unwrap_or_else(|expected| {
                made.refused.push(RefusedValue { row, column: &column.name, expected });
                Cell::Empty
            }));
        }
        made.rows.push(cells);
    }
    made
}

/// The headline outcomes that a goal is tagged with.
fn tags_of(entry: &Entry) -> Vec<String> {
    let own: Option<Value> =
        entry.extensions.as_json().and_then(|json| serde_json::from_str(json).ok());
    let tags =
        own.as_ref().and_then(|own| own.get("supporting_families")).and_then(Value::as_array);
    let texts = tags.into_iter().flatten().map(|tag| tag.as_str().unwrap_or_default().to_owned());
    texts.collect()
}

fn filled(from: From, record: &Record, of: Of<'_>, as_of: Option<Date>) -> Cell {
    let text = |text: &str| Cell::Text(text.to_owned());
    let lead = || -> Option<&Participant> {
        let id = record.outcome.lead_practitioner.as_ref()?;
        record.participants.iter().find(|participant| participant.id == **id)
    };
    let child = || match of {
        Of::Child(person) => Some(person),
        Of::Goal(..) => None,
    };
    // An estimate is no day of birth.
    let born = || {
        let person = child().filter(|person| person.birth.estimated != Some(true))?;
        person.date_of_birth
    };
    let cell = match (from, of) {
        (From::Person, Of::Child(person)) => Some(text(&person.id)),
        (From::DateOfBirth, _) => born().map(Cell::Day),
        (From::Age, _) => born()
            .zip(as_of)
            .and_then(|(born, on)| Date::age_on(born, on))
            .map(|age| Cell::Whole(age.into())),
        (From::Lead, _) => lead().map(|lead| text(&lead.id)),
        (From::LeadAgency, _) => {
            lead().and_then(|lead| lead.agency.as_ref()).map(|agency| text(agency.as_str()))
        }
        (From::CaseReference, _) => Some(text(&record.case.reference)),
        (From::Record, _) => Some(text(&record.id)),
        (From::Goal, Of::Goal(entry, _)) => Some(text(&entry.id)),
        (From::OutcomeTag, Of::Goal(_, tag)) => Some(text(tag)),
        (From::SettledOn, Of::Goal(entry, _)) => entry.settled.on.map(Cell::Day),
        (From::Person, Of::Goal(..))
        | (From::Goal | From::OutcomeTag | From::SettledOn, Of::Child(_)) => None,
    };
    cell.unwrap_or(Cell::Empty)
}

/// A word that is none of the column's is refused.
fn checked(column: &'static Column, cell: Cell) -> Result<Cell, &'static str> {
    match &cell {
        Cell::Text(word) if column.kind == Kind::Word && !column.words.contains(word) => {
            Err("one of the column's words")
        }
        _ => Ok(cell),
    }
}

/// What a council's own data holds, as a cell of the column.
fn taken(column: &'static Column, value: &Value) -> Result<Cell, &'static str> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return Err("a text or a number"),
    };
    match column.kind {
        Kind::Text | Kind::Word => checked(column, Cell::Text(text)),
        Kind::Day => text.parse().map(Cell::Day).map_err(|_| "a day such as 2026-03-12"),
        Kind::Whole => text.parse().map(Cell::Whole).map_err(|_| "a whole number"),
    }
}
