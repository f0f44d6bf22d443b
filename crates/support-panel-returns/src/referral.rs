//! Referrals, read from the rows of a table or from a web form by a mapping file.

use crate::mapping::{Constant, Mapping, Source};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use support_panel::{Code, Error, Record};

/// The answers of one form, by the headings or pointers that a mapping names.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Form {
    cells: BTreeMap<String, String>,
}

/// What the forms came to.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Referrals {
    /// The record of each row, and its number, from 1. A row without one has a refused cell that a record needs.
    pub records: Vec<(usize, Record)>,
    /// Every cell that was refused. The record is made without it, where it can be.
    pub refused: Vec<RefusedCell>,
}

/// A cell that was refused, by row and column. It is not quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RefusedCell {
    /// The row, from 1, the heading not counted.
    pub row: usize,
    /// The heading of the column, or the key of the answer; none where the row as a whole is refused.
    pub column: Option<String>,
    /// The member that it was to become.
    pub path: String,
    /// The code.
    pub code: Code,
    /// What was expected.
    pub message: String,
}

impl std::fmt::Display for RefusedCell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "row {}", self.row)?;
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": {} ({})", self.message, self.code)
    }
}

/// The referrals of a table with a row of headings, as CSV in UTF-8.
///
/// ```
/// use support_panel_returns::{Mapping, from_csv};
///
/// let mapping = Mapping::from_toml(r#"
///     [record]
///     "/profile/id" = "leicester-masp"
///     "/profile/version" = "2017.1"
///     [cells]
///     "/id" = { from = "Form", prefix = "ref-" }
///     "/case/reference" = { from = "EHA" }
///     "/referral/received_on" = { from = "Received", day = "dd/mm/yyyy" }
/// "#)?;
/// let made = from_csv("Form,EHA,Received\n1,EHA-7,12/03/2026\n2,EHA-8,soon\n", &mapping)?;
/// assert_eq!(made.records.len(), 2);
/// assert_eq!(made.refused[0].to_string(), "row 2, column Received: expected a day such as 12/03/2026 (bad_date)");
/// # Ok::<(), support_panel::Error>(())
/// ```
///
/// # Errors
/// `bad_syntax` where the text is no such table, or lacks a column that the mapping names.
pub fn from_csv(text: &str, mapping: &Mapping) -> Result<Referrals, Error> {
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let headings = reader.headers().map_err(|error| not_a_table(&error))?.clone();
    let headings: Vec<&str> = headings.iter().map(str::trim).collect();
    let missing: Vec<&str> = mapping
        .cells
        .values()
        .map(|source| source.from.as_str())
        .filter(|from| !headings.contains(from))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    if !missing.is_empty() {
        let message =
            format!("found no column {}, expected each that the mapping names", missing.join(", "));
        return Err(Error::outside(Code::BadSyntax, message));
    }
    let mut forms = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|error| not_a_table(&error))?;
        let cells = headings.iter().zip(&row);
        forms.push(Form {
            cells: cells.map(|(heading, cell)| ((*heading).to_owned(), cell.to_owned())).collect(),
        });
    }
    Ok(referrals(&forms, mapping))
}

/// What is wrong with the table: where, and nothing of what stands there.
fn not_a_table(error: &csv::Error) -> Error {
    let place = error.position().map(|at| format!("line {}: ", at.line())).unwrap_or_default();
    let message =
        format!("{place}found something else, expected a row of CSV with a cell for each heading");
    Error::outside(Code::BadSyntax, message)
}

/// The referral of a web form, or of each of a list of them, as JSON.
///
/// # Errors
/// `bad_syntax` where it is no JSON, or neither an object nor a list of them.
pub fn from_json(json: &str, mapping: &Mapping) -> Result<Referrals, Error> {
    let refused = || {
        let message = "found something else, expected a form as a JSON object, or a list of them";
        Error::outside(Code::BadSyntax, message)
    };
    let forms = match serde_json::from_str(json) {
        Ok(Value::Array(forms)) => forms,
        Ok(form @ Value::Object(_)) => vec![form],
        _ => return Err(refused()),
    };
    if !forms.iter().all(Value::is_object) {
        return Err(refused());
    }
    let forms: Vec<Form> = forms.iter().map(|form| answers(form, mapping)).collect();
    Ok(referrals(&forms, mapping))
}

/// The answers that a mapping names: a list of texts as its items are split, and nothing for what holds more.
fn answers(form: &Value, mapping: &Mapping) -> Form {
    let mut cells = BTreeMap::new();
    for source in mapping.cells.values() {
        let answer = match source.from.strip_prefix('/') {
            Some(_) => form.pointer(&source.from),
            None => form.get(&source.from),
        };
        let text = |value: &Value| match value {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Bool(flag) => Some(flag.to_string()),
            _ => None,
        };
        let between = source.split.as_deref().unwrap_or("; ");
        let cell = match answer {
            Some(Value::Array(items)) => {
                items.iter().map(text).collect::<Option<Vec<_>>>().map(|items| items.join(between))
            }
            Some(value) => text(value),
            None => None,
        };
        cells.extend(cell.map(|cell| (source.from.clone(), cell)));
    }
    Form { cells }
}

fn referrals(forms: &[Form], mapping: &Mapping) -> Referrals {
    let mut made = Referrals::default();
    for (form, row) in forms.iter().zip(1..) {
        let mut cells = BTreeMap::new();
        for (pointer, source) in &mapping.cells {
            let cell = form.cells.get(&source.from).map_or("", |cell| cell.trim());
            if cell.is_empty() {
                continue;
            }
            match value(source, cell) {
                Ok(value) => drop(cells.insert(pointer.as_str(), value)),
                Err((code, expected)) => made.refused.push(RefusedCell {
                    row,
                    column: Some(source.from.clone()),
                    path: pointer.clone(),
                    code,
                    message: format!("expected {expected}"),
                }),
            }
        }
        read(row, cells, mapping, &mut made);
    }
    made
}

/// Reads the record; of a cell that the reader refuses, says so and reads it without.
fn read(row: usize, mut cells: BTreeMap<&str, Value>, mapping: &Mapping, made: &mut Referrals) {
    loop {
        let (json, places) = document(&cells, mapping);
        let error = match Record::from_json(json.to_string()) {
            Ok(record) => return made.records.push((row, record)),
            Err(error) => error,
        };
        let is_of = |place: &str| {
            let below = |whole: &str, part: &str| {
                part.strip_prefix(whole)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            };
            below(place, error.path())
        };
        let found = places.iter().find(|(place, _)| is_of(place)).map(|(_, pointer)| *pointer);
        let column = found.and_then(|pointer| mapping.cells.get(pointer));
        made.refused.push(RefusedCell {
            row,
            column: column.map(|source| source.from.clone()).or_else(|| {
                // What is missing may have a column of its own, whose cell is empty.
                mapping.cells.get(error.path()).map(|source| source.from.clone())
            }),
            path: found.unwrap_or(error.path()).to_owned(),
            code: error.code(),
            message: error.message().to_owned(),
        });
        match found {
            Some(pointer) if cells.remove(pointer).is_some() => {}
            _ => return,
        }
    }
}

/// A cell as a member, or the code and what was expected.
fn value(source: &Source, cell: &str) -> Result<Value, (Code, String)> {
    let text = |cell: &str| Value::String(format!("{}{cell}", source.prefix));
    if let Some(pattern) = source.day {
        return match pattern.read(cell) {
            Some(day) => Ok(Value::String(day.to_string())),
            None => Err((Code::BadDate, pattern.expected().to_owned())),
        };
    }
    if !source.words.is_empty() {
        let known = || source.words.keys().cloned().collect::<Vec<_>>().join(", ");
        let found = source.words.iter().find(|(word, _)| word.eq_ignore_ascii_case(cell));
        let Some((_, word)) = found else {
            return Err((Code::UnknownWord, format!("one of {}", known())));
        };
        return Ok(match (source.flag, word.as_str()) {
            (true, "true") => Value::Bool(true),
            (true, "false") => Value::Bool(false),
            _ => text(word),
        });
    }
    if source.whole {
        return match cell.parse::<u32>() {
            Ok(number) => Ok(number.into()),
            Err(_) => Err((Code::BadNumber, "a whole number".to_owned())),
        };
    }
    match &source.split {
        Some(between) if !between.is_empty() => {
            let items = cell.split(between.as_str()).map(str::trim).filter(|item| !item.is_empty());
            Ok(items.map(text).collect())
        }
        _ => Ok(text(cell)),
    }
}

/// The document, and each place in it with the pointer of the mapping that it is of.
type Placed<'m> = (Value, Vec<(String, &'m str)>);

/// Puts the cells and the constants in their places. An item of a list is there where a cell of it is filled, and the items that are there
/// follow one another.
fn document<'m>(cells: &BTreeMap<&'m str, Value>, mapping: &'m Mapping) -> Placed<'m> {
    let items: BTreeSet<&str> = cells.keys().flat_map(|pointer| items_of(pointer)).collect();
    let constants = mapping
        .record
        .iter()
        .filter(|(pointer, _)| items_of(pointer).all(|item| items.contains(item)));
    let constants = constants.map(|(pointer, constant)| {
        let value = match constant {
            Constant::Flag(flag) => Value::Bool(*flag),
            Constant::Whole(number) => (*number).into(),
            Constant::Text(text) => Value::String(text.clone()),
        };
        (pointer.as_str(), value)
    });
    let mut root = Map::new();
    root.insert("format".to_owned(), support_panel::FORMAT.into());
    let mut root = Value::Object(root);
    let mut places = Vec::new();
    for (pointer, value) in constants.chain(cells.iter().map(|(p, value)| (*p, value.clone()))) {
        let place = place_of(pointer, &items);
        put(&mut root, place.split('/').skip(1), value);
        places.push((place, pointer));
    }
    (root, places)
}

fn is_index(step: &str) -> bool {
    !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit())
}

/// The items of lists that a pointer leads through, each by its own pointer.
fn items_of(pointer: &str) -> impl Iterator<Item = &str> {
    let ends = pointer.char_indices().filter(|(at, c)| *c == '/' && *at > 0).map(|(at, _)| at);
    ends.chain([pointer.len()])
        .filter_map(|end| pointer.get(..end))
        .filter(|part| part.rsplit('/').next().is_some_and(is_index))
}

/// The same pointer, each index counted among the items that are there.
fn place_of(pointer: &str, items: &BTreeSet<&str>) -> String {
    let mut given = String::new();
    let mut place = String::new();
    for step in pointer.split('/').skip(1) {
        let list = format!("{given}/");
        given = format!("{list}{step}");
        place.push('/');
        if !is_index(step) {
            place.push_str(step);
            continue;
        }
        let number = |text: &str| text.parse::<usize>().unwrap_or(usize::MAX);
        let before = items
            .iter()
            .filter_map(|item| item.strip_prefix(list.as_str()))
            .filter(|item| is_index(item) && number(item) < number(step));
        place.push_str(&before.count().to_string());
    }
    place
}

/// Puts a value where the steps lead, making what lies between.
fn put<'s>(into: &mut Value, mut steps: impl Iterator<Item = &'s str>, value: Value) {
    let Some(step) = steps.next() else {
        *into = value;
        return;
    };
    if is_index(step) {
        if !into.is_array() {
            *into = Value::Array(Vec::new());
        }
        let Some(items) = into.as_array_mut() else { return };
        // Counted among the items that are there, so never far beyond the last.
        let index = step.parse().unwrap_or_default();
        while items.len() <= index {
            items.push(Value::Null);
        }
        if let Some(item) = items.get_mut(index) {
            put(item, steps, value);
        }
    } else {
        if !into.is_object() {
            *into = Value::Object(Map::new());
        }
        if let Some(members) = into.as_object_mut() {
            put(members.entry(step.to_owned()).or_insert(Value::Null), steps, value);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test says what it expects")]

    use super::*;

    fn mapping(cells: &str) -> Mapping {
        let constants: String = (0..12)
            .map(|i| {
                format!(
                    "\"/case/people/{i}/id\" = \"c-{i}\"\n\"/case/people/{i}/kind\" = \"child\"\n"
                )
            })
            .collect();
        Mapping::from_toml(&format!(
            "[record]\n\"/id\" = \"r\"\n\"/profile/id\" = \"p\"\n\"/profile/version\" = \"1\"\n{constants}[cells]\n\"/case/reference\" = {{ from = \"EHA\" }}\n{cells}"
        ))
        .unwrap()
    }

    /// Whichever of twelve children are named, they come in the form's order and no one else does.
    #[test]
    fn items_that_are_there_follow_one_another_in_the_order_of_the_form() {
        let cells: String = (0..12)
            .map(|i| format!("\"/case/people/{i}/name\" = {{ from = \"Child {i}\" }}\n"))
            .collect();
        let mapping = mapping(&cells);
        for named in 0..1_u32 << 12 {
            if named % 37 != 0 {
                continue;
            }
            let is_named = |i: &usize| named >> i & 1 == 1;
            let mut form = Map::new();
            form.insert("EHA".to_owned(), "E-1".into());
            form.extend(
                (0..12).filter(is_named).map(|i| (format!("Child {i}"), format!("N{i}").into())),
            );
            let made = from_json(&Value::Object(form).to_string(), &mapping).unwrap();
            assert_eq!(made.refused, []);
            let people = &made.records[0].1.case.people;
            let found: Vec<&str> = people.iter().map(|person| person.id.as_str()).collect();
            let expected: Vec<_> = (0..12).filter(is_named).map(|i| format!("c-{i}")).collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn a_cell_becomes_a_list_a_number_or_a_yes() {
        let mapping = mapping(
            "\"/agreement/service/given_by\" = { from = \"By\", split = \",\", prefix = \"p-\" }\n\"/case/people/3/birth/year\" = { from = \"/child/year\", whole = true }\n\"/agreement/sharing/family_told\" = { from = \"Told\", flag = true, words = { Yes = \"true\" } }\n",
        );
        let form = r#"{"EHA": "E-1", "By": "ann, ben", "child": {"year": 2016}, "Told": "YES"}"#;
        let made = from_json(form, &mapping).unwrap();
        assert_eq!(made.refused, []);
        let record = &made.records[0].1;
        let given_by = &record.agreement.service.given_by;
        assert_eq!(given_by.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["p-ann", "p-ben"]);
        assert_eq!(record.case.people[0].birth.year, Some(2016));
        assert_eq!(record.agreement.sharing.family_told, Some(true));
    }

    #[test]
    fn what_is_refused_is_named_and_never_quoted() {
        let mapping = mapping(
            "\"/case/people/0/date_of_birth\" = { from = \"Born\", day = \"dd/mm/yyyy\" }\n",
        );
        for cell in ["31/02/2016", "11.02.2016", "Maya", "1/2/16", "11/02/2016/1"] {
            let made = from_csv(&format!("EHA,Born\nE-1,{cell}\n"), &mapping).unwrap();
            assert_eq!(made.records.len(), 1, "the record is made without it");
            let told = made.refused[0].to_string();
            assert_eq!(told, "row 1, column Born: expected a day such as 12/03/2026 (bad_date)");
        }
    }

    #[test]
    fn a_table_without_a_column_of_the_mapping_is_refused() {
        let error = from_csv("Reference\nE-1\n", &mapping("")).unwrap_err();
        assert_eq!(error.code(), Code::BadSyntax);
        assert!(error.message().starts_with("found no column EHA,"), "{}", error.message());
        assert!(
            from_csv("EHA\nE-1,more\n", &mapping(""))
                .unwrap_err()
                .message()
                .starts_with("line 2: ")
        );
        assert!(from_json("[1]", &mapping("")).is_err());
    }
}
