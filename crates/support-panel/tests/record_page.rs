//! `docs/record.md` says what the schema of the record says, with examples from the records of the corpus.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects"
)]

#[path = "../../../tests/rust/golden.rs"]
mod golden;

use golden::golden;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fmt::Write as _;

const HEAD: &str = "\
# The record

One JSON object holds all that is known of one panel. This page is made from the types of the library themselves; a test keeps it so.
As a JSON Schema the same is in `schema(\"record\")`, and in Python and TypeScript in the types `RecordDict` and `PanelDocument`.

- **A key that is not listed here is an error**, and so is a key that stands twice. A council's own data goes into `extensions`, which
  is kept as it was written, but for white space.
- **What is left out was not recorded.** It is not no, not none and not nought: `[]` and an absent list are the same, and neither says
  that someone asked. Where an absent key has a meaning of its own, *when absent* gives it. `null`, `\"\"`, `[]` and `{}` count as absent.
- **Reading asks for little, rules ask for more.** A record can be read as soon as its *required* keys are there, so that it can grow
  from the referral to the minutes. What a panel should have by which point is asked by [the rules](rules.md), as its
  [profile](profiles.md) sets them.
- An *id* is a text without white space, at most 200 characters, and never a name. Another key refers to it by the same text.
- A *day* is `2026-03-12`. A *moment* is RFC 3339 with an offset, `2026-03-12T09:30:00+00:00`. A *number* has at most six decimal places.
- Texts have at most 20,000 characters, lists at most 10,000 items.

The examples are of invented people.
";

/// The records whose values are shown.
const RECORDS: [&str; 5] = [
    include_str!("../../../tests/records/leicester-initial.json"),
    include_str!("../../../tests/records/leicester-review.json"),
    include_str!("../../../tests/records/clean.json"),
    include_str!("../../../tests/records/everything.json"),
    include_str!("../../../tests/formats/v1/marks.json"),
];

/// The longest value that is shown whole, in characters.
const SHOWN: usize = 48;

#[derive(Default)]
struct Page {
    definitions: Map<String, Value>,
    /// Of each key of each definition, the first value that is shown whole, else the first.
    examples: BTreeMap<(String, String), String>,
    /// The objects that have a section, in the order in which they come up.
    objects: Vec<String>,
    /// The closed lists of words, which stand after them.
    words: Vec<String>,
}

fn referred(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.strip_prefix("#/$defs/")
}

/// The schema of a member that is there, and how it counts as absent.
fn present(member: &Value) -> &Value {
    member.get("allOf").or_else(|| member.get("anyOf")).map_or(member, |choices| &choices[0])
}

/// The objects that a definition is one of: itself, or each that a choice offers.
fn objects(definition: &Value) -> Vec<&Value> {
    match definition["oneOf"].as_array() {
        Some(choices) => choices.iter().filter(|choice| choice["type"] == "object").collect(),
        None if definition.get("properties").is_some() => vec![definition],
        None => Vec::new(),
    }
}

/// The keys of an object with what they hold; of a choice, each where it is the one that is there.
fn members(definition: &Value) -> Vec<(&str, &Value, bool)> {
    let is_choice = definition.get("oneOf").is_some();
    let of = |object| {
        let object: &Value = object;
        let required = object["required"].as_array().unwrap();
        let members = object["properties"].as_object().unwrap().iter();
        members.filter_map(move |(key, member)| {
            let required = required.iter().any(|known| known == key);
            (required || !is_choice).then_some((key.as_str(), member, required))
        })
    };
    objects(definition).into_iter().flat_map(of).collect()
}

impl Page {
    fn new() -> Self {
        let schema: Value = serde_json::from_str(support_panel::schema("record").unwrap()).unwrap();
        let definitions = schema["$defs"].as_object().unwrap().clone();
        let mut page = Self { definitions, ..Self::default() };
        for text in RECORDS {
            page.gather("record", &serde_json::from_str(text).unwrap());
        }
        page
    }

    fn gather(&mut self, name: &str, object: &Value) {
        let definition = self.definitions[name].clone();
        for (key, member, _) in members(&definition) {
            let Some(value) = object.get(key) else { continue };
            let shown = shown(value);
            let at = (name.to_owned(), key.to_owned());
            let known = self.examples.entry(at).or_insert_with(|| shown.clone());
            if known.contains('…') && !shown.contains('…') {
                *known = shown;
            }
            let inner = present(member);
            let items = value.as_array().into_iter().flatten();
            match (referred(inner), referred(&inner["items"])) {
                (Some(below), _) => self.gather(below, value),
                (_, Some(below)) => items.for_each(|item| self.gather(below, item)),
                _ => {}
            }
        }
    }

    /// What a value is, in words; an object is a link to its section.
    fn holds(&mut self, schema: &Value) -> String {
        if schema["type"] == "array" {
            return format!("list: {}", self.holds(&schema["items"]));
        }
        let Some(name) = referred(schema) else {
            return match (schema.get("const"), schema["type"].as_str()) {
                (Some(word), _) => format!("`{word}`"),
                (_, Some("string")) => "text".into(),
                (_, Some("boolean")) => "`true` or `false`".into(),
                (_, Some("integer")) => "whole number".into(),
                other => panic!("nothing in a record is {other:?}"),
            };
        };
        match name {
            "id" => return "id".into(),
            "text" => return "text".into(),
            "date" => return "day".into(),
            "instant" => return "moment".into(),
            "decimal" => return "number".into(),
            "extensions" => return "any object".into(),
            _ => {}
        }
        let name = name.to_owned();
        let definition = &self.definitions[&name];
        if objects(definition).is_empty() && definition.get("oneOf").is_none() {
            let definition = definition.clone();
            return self.holds(&definition);
        }
        let sections =
            if objects(definition).is_empty() { &mut self.words } else { &mut self.objects };
        if !sections.contains(&name) {
            sections.push(name.clone());
        }
        let words = title(&name);
        format!("[{}](#{})", words.to_lowercase(), name.replace('_', "-"))
    }

    fn section(&mut self, name: &str) -> String {
        let definition = self.definitions[name].clone();
        let about = definition["description"].as_str().unwrap();
        let mut section = format!("\n## {}\n\n{about}\n\n", title(name));
        if objects(&definition).is_empty() {
            section.push_str("| word | meaning |\n| --- | --- |\n");
            for word in definition["oneOf"].as_array().unwrap() {
                let about = word["description"].as_str().unwrap();
                let _ = writeln!(section, "| `{}` | {about} |", word["const"].as_str().unwrap());
            }
            return section;
        }
        let is_choice = definition.get("oneOf").is_some();
        if is_choice {
            section.push_str("Exactly one of these keys.\n\n| key | holds | meaning | example |\n| --- | --- | --- | --- |\n");
        } else {
            section.push_str("| key | holds | when absent | meaning | example |\n| --- | --- | --- | --- | --- |\n");
        }
        for (key, member, required) in members(&definition) {
            let holds = self.holds(present(member));
            let about = member["description"].as_str().unwrap();
            let (meaning, otherwise) = apart(about);
            let otherwise = member["default"].as_str().or(otherwise);
            let absent = match otherwise {
                _ if is_choice => String::new(),
                _ if required => "*required* | ".into(),
                Some(word) => format!("`{word}` | "),
                None => "not recorded | ".into(),
            };
            let example = self.examples.get(&(name.to_owned(), key.to_owned()));
            let example = example.unwrap_or_else(|| panic!("no record shows {name}.{key}"));
            let _ = writeln!(section, "| `{key}` | {holds} | {absent}{meaning} | {example} |");
        }
        section
    }

    /// An object, and after it those that it is the first to hold.
    fn objects(&mut self, name: &str) -> String {
        let known = self.objects.len();
        let mut text = self.section(name);
        for below in self.objects.get(known..).unwrap_or_default().to_vec() {
            text.push_str(&self.objects(&below));
        }
        text
    }

    fn text(mut self) -> String {
        let mut text = HEAD.to_owned() + &self.objects("record");
        for name in self.words.clone() {
            text.push_str(&self.section(&name));
        }
        text
    }
}

/// What a sentence says of the key, and of its absence.
fn apart(about: &str) -> (String, Option<&str>) {
    let rest = about.strip_suffix(" where nothing is said.");
    match rest.and_then(|rest| rest.rsplit_once("; ")) {
        Some((meaning, otherwise)) => (format!("{meaning}."), Some(otherwise)),
        None => (about.to_owned(), None),
    }
}

fn title(name: &str) -> String {
    let words = name.replace('_', " ");
    let first = words.chars().next().unwrap().to_uppercase();
    first.chain(words.chars().skip(1)).collect()
}

/// A value in code on one line: short ones whole, of others the beginning; an object has its own section.
fn shown(value: &Value) -> String {
    let whole = value.to_string();
    let is_long = whole.chars().count() > SHOWN;
    let text = match value {
        Value::Object(_) => return String::new(),
        Value::Array(items) if items.iter().any(Value::is_object) => return String::new(),
        Value::Array(items) if is_long => format!("[{}, …]", items[0]),
        Value::String(text) if is_long => {
            let start: String = text.chars().take(SHOWN).collect();
            format!("\"{}…\"", start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words))
        }
        _ => whole,
    };
    format!("`{}`", text.replace('|', "\\|"))
}

#[test]
fn record_page_is_current() {
    golden("docs/record.md", &Page::new().text());
}
