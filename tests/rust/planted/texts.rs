//! The record of the corpus that uses every key, with a text of its own wherever the schema of records has one: a key that is added
//! to the format is planted too, or the test says that no record has it.

use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static SCHEMA: LazyLock<Map<String, Value>> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(support_panel::schema("record").unwrap()).unwrap();
    schema["$defs"].as_object().unwrap().clone()
});

/// The record of the corpus that uses every key, with a text of its own wherever the schema has one.
pub(crate) static PLANTED: LazyLock<(Value, BTreeMap<String, String>)> = LazyLock::new(|| {
    let mut record: Value =
        serde_json::from_str(include_str!("../../records/everything.json")).unwrap();
    let mut planted = Planted::default();
    planted.plant("record", &mut record, "");
    let known: BTreeSet<_> = planted.reached.iter().cloned().collect();
    assert_eq!(known, every_text(), "a text of the schema that no record has");
    (record, planted.markers)
});

/// The definition that a schema refers to.
pub(crate) fn referred(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.strip_prefix("#/$defs/")
}

/// The schema of a member that is there.
fn present(member: &Value) -> &Value {
    member.get("allOf").or_else(|| member.get("anyOf")).map_or(member, |choices| &choices[0])
}

/// The members of a definition; of a choice, those of each that is offered.
pub(crate) fn members(name: &str) -> Vec<(String, Value)> {
    let definition = &SCHEMA[name];
    let is_choice = definition.get("oneOf").is_some();
    let objects: Vec<&Value> = match definition["oneOf"].as_array() {
        Some(choices) => choices.iter().collect(),
        None => vec![definition],
    };
    let mut found = Vec::new();
    for object in objects {
        let required = object["required"].as_array();
        for (key, member) in object["properties"].as_object().into_iter().flatten() {
            let is_there = !is_choice || required.is_some_and(|keys| keys.iter().any(|k| k == key));
            found.extend(is_there.then(|| (key.clone(), present(member).clone())));
        }
    }
    found
}

/// Which texts a definition has: those that a person writes, and not the version of a profile.
fn is_text(name: &str, key: &str, schema: &Value) -> bool {
    let of = |schema: &Value| referred(schema) == Some("text");
    (of(schema) || schema["type"] == "array" && of(&schema["items"]))
        && (name, key) != ("profile_name", "version")
}

/// Every text of the schema, by definition and key.
fn every_text() -> BTreeSet<(String, String)> {
    let mut seen = BTreeSet::from(["record".to_owned()]);
    let mut open = vec!["record".to_owned()];
    let mut texts = BTreeSet::new();
    while let Some(name) = open.pop() {
        for (key, schema) in members(&name) {
            texts.extend(is_text(&name, &key, &schema).then(|| (name.clone(), key)));
            let below = referred(&schema).or_else(|| referred(&schema["items"]));
            open.extend(below.filter(|below| seen.insert((*below).to_owned())).map(str::to_owned));
        }
    }
    texts
}

#[derive(Default)]
struct Planted {
    /// The pointer of each marker.
    markers: BTreeMap<String, String>,
    reached: Vec<(String, String)>,
}

impl Planted {
    fn plant(&mut self, name: &str, value: &mut Value, at: &str) {
        let is_choice = SCHEMA[name].get("oneOf").is_some();
        let Some(object) = value.as_object_mut() else { return };
        for (key, schema) in members(name) {
            let path = format!("{at}/{key}");
            if is_text(name, &key, &schema) {
                if is_choice && !object.contains_key(&key) {
                    continue;
                }
                self.reached.push((name.to_owned(), key.clone()));
                match object.get_mut(&key) {
                    Some(Value::Array(items)) => {
                        for (i, item) in items.iter_mut().enumerate() {
                            *item = json!(self.marker(format!("{path}/{i}")));
                        }
                    }
                    _ if schema["type"] == "array" => {}
                    _ => drop(object.insert(key, json!(self.marker(path)))),
                }
                continue;
            }
            match (referred(&schema), referred(&schema["items"]), object.get_mut(&key)) {
                (Some(below), _, Some(member)) => self.plant(below, member, &path),
                (_, Some(below), Some(Value::Array(items))) => {
                    for (i, item) in items.iter_mut().enumerate() {
                        self.plant(below, item, &format!("{path}/{i}"));
                    }
                }
                _ => {}
            }
        }
    }

    fn marker(&mut self, path: String) -> String {
        let marker = format!("planted{}marker", self.markers.len());
        self.markers.insert(marker.clone(), path);
        marker
    }
}
