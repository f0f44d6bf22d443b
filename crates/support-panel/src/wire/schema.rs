//! JSON Schema (2020-12) from the same definitions.
//!
//! What a schema cannot say is left to the reader: repeated keys, the limits on the document and its nesting, and
//! the byte order mark.

use crate::limits;
use serde_json::{Map, Value as Json, json};

/// Patterns in what every validator's regular expressions share: no classes of Unicode, no look-around, no group that may
/// be absent. They are meant for a search, and `$` matches before a last line break in some, so that length or a negation
/// says that there is none.
mod patterns {
    /// White space and control characters, as `char::is_whitespace` and `char::is_control` know them.
    pub(super) const SPACE_OR_CONTROL: &str =
        "[\\u0000-\\u0020\\u007f-\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
    /// A day that its month has: of 31, of 30, of 28, and the leap day of a year that has one.
    pub(super) const DAY: &str = "([0-9]{4}-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|[0-9]{4}-(0[469]|11)-(0[1-9]|[12][0-9]|30)|[0-9]{4}-02-(0[1-9]|1[0-9]|2[0-8])|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)";
    pub(super) const YEAR_ZERO: &str = "^0000";
    pub(super) const TIME_AND_OFFSET: &str = "[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](|\\.[0-9]{1,9})([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])";
}

/// Gathers the definitions that a schema's root refers to.
#[derive(Default)]
pub(crate) struct Schema {
    definitions: std::collections::BTreeMap<String, Json>,
}

/// One member of an object.
pub(crate) struct Property {
    pub(crate) key: &'static str,
    pub(crate) about: &'static str,
    pub(crate) required: bool,
    pub(crate) absent: Json,
    pub(crate) default: Option<&'static str>,
    pub(crate) value: Json,
}

fn tidy(doc: &str) -> String {
    doc.trim().to_owned()
}

pub(crate) fn snake(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(c.to_lowercase());
    }
    out
}

fn referred(reference: &Json) -> Option<&str> {
    reference.get("$ref")?.as_str()?.strip_prefix("#/$defs/")
}

impl Schema {
    pub(crate) fn refer(&mut self, name: &str, definition: impl FnOnce(&mut Self) -> Json) -> Json {
        let name = snake(name);
        if !self.definitions.contains_key(&name) {
            // There before it is made, so that a type may hold others of its own kind.
            self.definitions.insert(name.clone(), Json::Null);
            let made = definition(self);
            self.definitions.insert(name.clone(), made);
        }
        json!({"$ref": format!("#/$defs/{name}")})
    }

    pub(crate) fn text(&mut self) -> Json {
        self.refer(
            "text",
            |_| json!({"type": "string", "minLength": 1, "maxLength": limits::TEXT_CHARACTERS}),
        )
    }

    pub(crate) fn id(&mut self) -> Json {
        self.refer("id", |_| {
            json!({
                "description": "An id without white space or control characters, never a name.",
                "type": "string", "minLength": 1, "maxLength": limits::ID_CHARACTERS,
                "not": {"type": "string", "pattern": patterns::SPACE_OR_CONTROL}
            })
        })
    }

    pub(crate) fn date(&mut self) -> Json {
        self.refer("date", |_| {
            json!({
                "description": "A civil date, years 0001 to 9999, as in 2026-03-12.",
                "type": "string", "maxLength": 10,
                "pattern": format!("^{}$", patterns::DAY), "not": {"type": "string", "pattern": patterns::YEAR_ZERO}
            })
        })
    }

    pub(crate) fn instant(&mut self) -> Json {
        self.refer("instant", |_| {
            json!({
                "description": "RFC 3339 with offset, up to nine fractional digits, no leap second.",
                "type": "string", "pattern": format!("^{}{}$", patterns::DAY, patterns::TIME_AND_OFFSET),
                "not": {"type": "string", "pattern": format!("{}|\\n", patterns::YEAR_ZERO)}
            })
        })
    }

    pub(crate) fn decimal(&mut self) -> Json {
        self.refer("decimal", |_| {
            json!({
                "description": "A decimal of at most six places, compared exactly.",
                "type": "number", "minimum": -1_000_000_000_000_000_i64, "maximum": 1_000_000_000_000_000_i64
            })
        })
    }

    pub(crate) fn extensions(&mut self) -> Json {
        let any = self.refer("json", |_| {
            let (this, key) = (
                json!({"$ref": "#/$defs/json"}),
                json!({"type": "string", "maxLength": limits::TEXT_CHARACTERS}),
            );
            json!({
                "description": "Any JSON, within the limits of a document.",
                "type": ["null", "boolean", "number", "string", "array", "object"],
                "maxLength": limits::TEXT_CHARACTERS, "maxItems": limits::LIST_ITEMS, "items": this,
                "propertyNames": key, "additionalProperties": this
            })
        });
        self.refer("extensions", |_| {
            json!({
                "description": "A council's own data, kept as it was written but for white space.", "type": "object",
                "propertyNames": {"type": "string", "maxLength": limits::TEXT_CHARACTERS},
                "additionalProperties": any
            })
        })
    }

    pub(crate) fn list(&mut self, items: Json) -> Json {
        json!({"type": "array", "maxItems": limits::LIST_ITEMS, "items": items})
    }

    pub(crate) fn words(&mut self, name: &str, doc: &str, words: &[(&str, &str)]) -> Json {
        let each: Vec<Json> = words
            .iter()
            .map(|(word, about)| json!({"const": word, "description": tidy(about)}))
            .collect();
        self.refer(name, |_| json!({"description": tidy(doc), "type": "string", "oneOf": each}))
    }

    /// The empty values that count as absent.
    pub(crate) fn absent(&mut self, empty: &str) -> Json {
        let values = match empty {
            "text" => json!([null, ""]),
            "list" => json!([null, []]),
            "object" => json!([null, {}]),
            _ => json!([null]),
        };
        let name = if empty.is_empty() { "absent".into() } else { format!("absent_{empty}") };
        self.refer(&name, |_| json!({"description": "Counts as absent.", "enum": values}))
    }

    /// The objects that count as an absent choice: each member is absent.
    pub(crate) fn absent_choice<const N: usize>(
        &mut self,
        name: &str,
        members: [(&str, Json); N],
    ) -> Json {
        self.refer(&format!("absent_{}", snake(name)), |_| {
            let members: Map<_, _> =
                members.map(|(key, absent)| (key.into(), absent)).into_iter().collect();
            let object =
                json!({"type": "object", "additionalProperties": false, "properties": members});
            json!({"description": "Counts as absent.", "anyOf": [{"type": "null"}, object]})
        })
    }

    pub(crate) fn object(
        &mut self,
        name: &str,
        doc: &str,
        properties: impl FnOnce(&mut Self) -> Vec<Property>,
    ) -> Json {
        self.refer(name, |schema| {
            let mut members = Map::new();
            let mut required = Vec::new();
            for property in properties(schema) {
                let about = tidy(property.about);
                let mut value = if property.required {
                    required.push(json!(property.key));
                    json!({"description": about, "allOf": [property.value]})
                } else {
                    json!({"description": about, "anyOf": [property.value, property.absent]})
                };
                if let Some(word) = property.default.filter(|_| !property.required) {
                    value["default"] = json!(word);
                }
                members.insert(property.key.into(), value);
            }
            json!({"description": tidy(doc), "type": "object", "additionalProperties": false, "required": required, "properties": members})
        })
    }

    pub(crate) fn choice(
        &mut self,
        name: &str,
        doc: &str,
        properties: impl FnOnce(&mut Self) -> Vec<Property>,
    ) -> Json {
        self.refer(name, |schema| {
            let properties = properties(schema);
            let branch = |chosen: usize| {
                let mut members = Map::new();
                for (index, property) in properties.iter().enumerate() {
                    let value = if index == chosen {
                        json!({"description": tidy(property.about), "allOf": [property.value]})
                    } else {
                        property.absent.clone()
                    };
                    members.insert(property.key.into(), value);
                }
                let key = properties.get(chosen).map(|p| p.key);
                json!({"type": "object", "additionalProperties": false, "required": [key], "properties": members})
            };
            let branches: Vec<Json> = (0..properties.len()).map(branch).collect();
            json!({"description": tidy(doc), "oneOf": branches})
        })
    }

    /// One of several objects, told apart by `type`. Each is given as its word, what it is about, and a reference to the rest of it.
    pub(crate) fn tagged(
        &mut self,
        name: &str,
        doc: &str,
        each: impl FnOnce(&mut Self) -> Vec<(&'static str, &'static str, Json)>,
    ) -> Json {
        self.refer(name, |schema| {
            let each = each(schema);
            let branches: Vec<Json> = each
                .iter()
                .map(|(word, about, rest)| schema.with_type(word, about, rest))
                .collect();
            // Without their `type` they are nothing that may be given.
            each.iter()
                .filter_map(|(_, _, rest)| referred(rest))
                .for_each(|name| drop(schema.definitions.remove(name)));
            json!({"description": tidy(doc), "oneOf": branches})
        })
    }

    fn with_type(&self, word: &str, about: &str, reference: &Json) -> Json {
        let mut object = referred(reference)
            .and_then(|name| self.definitions.get(name))
            .cloned()
            .unwrap_or(Json::Null);
        object["title"] = json!(word);
        object["description"] = json!(tidy(about));
        object["properties"]["type"] = json!({"const": word});
        if let Some(required) = object["required"].as_array_mut() {
            required.insert(0, json!("type"));
        }
        object
    }

    /// What its roots refer to, for a schema that is made elsewhere.
    pub(crate) fn into_definitions(self) -> Map<String, Json> {
        self.definitions.into_iter().collect()
    }

    /// The whole document, with `root` on top.
    pub(crate) fn document(self, title: &str, about: &str, root: Json) -> Json {
        let mut document = Map::new();
        document.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
        document.insert("title".into(), json!(title));
        document.insert("description".into(), json!(about));
        document.insert("allOf".into(), json!([root]));
        document.insert("$defs".into(), Json::Object(self.into_definitions()));
        Json::Object(document)
    }
}
