//! The schemas of results: of what `serde` writes, as `schemars` describes it, in the form of those of documents.

use crate::actions::Verdict;
use crate::edition::Edition;
use crate::record::{Polarity, Side};
use crate::redaction::Remains;
use crate::report::Because;
use crate::rules::{Phase, RuleChange, Severity, rules};
use crate::session::{CommandType, Event, Standing};
use crate::wire::{Schema, Value, snake};
use crate::{Code, Date, Decimal, Id, Instant, Label, codes};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value as Json, json};
use std::borrow::Cow;

/// The schema of a result.
pub(super) fn of<T: JsonSchema>() -> Json {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let root = generator.subschema_for::<T>().to_value();
    let mut schema = Schema::default();
    let mut described = json!(null);
    for (name, definition) in generator.take_definitions(true) {
        if snake(&name) == snake(&T::schema_name()) {
            described = definition["description"].clone();
        }
        schema.refer(&name, |_| tidied(definition));
    }
    let (title, about) = (T::schema_name(), described.as_str().unwrap_or_default());
    schema.document(&title, about, tidied(root))
}

/// Closed objects, references by our names, and sentences on one line.
fn tidied(mut value: Json) -> Json {
    match &mut value {
        Json::Object(members) => tidy(members),
        Json::Array(items) => items.iter_mut().for_each(|item| *item = tidied(item.take())),
        _ => {}
    }
    value
}

fn tidy(members: &mut Map<String, Json>) {
    members.values_mut().for_each(|member| *member = tidied(member.take()));
    // Those of the format are closed already.
    if members.contains_key("properties") && !members.contains_key("additionalProperties") {
        let required = members.get("required").cloned().unwrap_or_else(|| json!([]));
        let required = required.as_array().unwrap();
        for (key, member) in members["properties"].as_object_mut().unwrap() {
            if !required.contains(&json!(key)) {
                *member = without_null(member.take());
            }
        }
        members.insert("additionalProperties".into(), json!(false));
    }
    if let Some(name) = members.get("$ref").and_then(Json::as_str) {
        let name = snake(name.trim_start_matches("#/$defs/"));
        members.insert("$ref".into(), json!(format!("#/$defs/{name}")));
    }
    if let Some(text) = members.get("description").and_then(Json::as_str) {
        assert!(!text.contains("[`"), "a link only works in Rust's own pages: {text}");
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        members.shift_insert(0, "description".into(), json!(line));
    }
    // The width of Rust's number says nothing that its bounds do not.
    members.retain(|key, value| key != "format" || !value.as_str().unwrap().starts_with("uint"));
}

/// What may be left out is never null instead.
fn without_null(mut member: Json) -> Json {
    let members = member.as_object_mut().unwrap();
    if let Some(choices) = members.shift_remove("anyOf") {
        let mut choices = choices.as_array().unwrap().clone();
        choices.retain(|choice| choice["type"] != "null");
        let [choice] = choices.as_slice() else { panic!("several kinds: {choices:?}") };
        members.extend(choice.as_object().unwrap().clone());
    }
    member
}

/// Values of the format stand in results as they do in documents.
fn value<T: Value>(generator: &mut SchemaGenerator) -> schemars::Schema {
    let mut schema = Schema::default();
    let root = T::schema(&mut schema);
    generator.definitions_mut().extend(schema.into_definitions());
    root.try_into().unwrap()
}

macro_rules! values_of_the_format {
    ($($type:ty)+) => {$(
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> schemars::Schema {
                value::<Self>(generator)
            }
        }
    )+};
}

values_of_the_format! {
    Because CommandType Date Decimal Edition Event Id Instant Label Phase Polarity Remains RuleChange Severity Side
    Standing Verdict
}

/// The code of a rule.
pub(crate) struct RuleCode;

macro_rules! code_lists {
    ($($type:ident $about:literal = $codes:expr;)+) => {$(
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> schemars::Schema {
                let codes: Vec<_> = $codes.collect();
                schemars::json_schema!({"description": $about, "type": "string", "enum": codes})
            }
        }
    )+};
}

code_lists! {
    RuleCode "The code of a rule." = rules().map(|rule| rule.code);
    Code "The code of an error, a refusal or a reason." = codes().iter().map(|code| code.code);
}

/// The code of a rule, of the library's or of a council's own.
pub(crate) struct AnyRuleCode;

impl JsonSchema for AnyRuleCode {
    fn schema_name() -> Cow<'static, str> {
        "AnyRuleCode".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> schemars::Schema {
        let ours = generator.subschema_for::<RuleCode>();
        let own = json!({"type": "string", "pattern": "^[A-Z]{2,6}[0-9]{3}$"});
        let about = "The code of a rule, or of one of a council's own.";
        schemars::json_schema!({"description": about, "anyOf": [ours, own]})
    }
}

/// How often each rule found something.
pub(crate) struct RuleCounts;

impl JsonSchema for RuleCounts {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "RuleCounts".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> schemars::Schema {
        let (code, count) =
            (generator.subschema_for::<AnyRuleCode>(), generator.subschema_for::<u32>());
        schemars::json_schema!({"type": "object", "propertyNames": code, "additionalProperties": count})
    }
}
