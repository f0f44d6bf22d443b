//! JSON Schemas (2020-12) of what the library reads and gives, made from its own types.

use crate::error::{Code, Error};

/// The JSON Schema called `record`, `profile`, `command` or `finding`, as JSON text.
///
/// ```
/// let schema = support_panel::schema("record")?;
/// assert!(schema.contains("https://json-schema.org/draft/2020-12/schema"));
/// # Ok::<(), support_panel::Error>(())
/// ```
///
/// What a schema cannot say is the reader's alone: repeated keys, the size of the document, how deep it nests, the byte
/// order mark, days that a month does not have, and how many decimal places a number has.
///
/// # Errors
/// `unknown_schema` for any other name.
pub fn schema(name: &str) -> Result<&'static str, Error> {
    let found = SCHEMAS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text);
    found.ok_or_else(|| {
        Error::new(
            Code::UnknownSchema,
            "",
            "found another name, expected record, profile, command or finding",
        )
    })
}

const SCHEMAS: &[(&str, &str)] = &[
    ("record", include_str!("../schema/record.json")),
    ("profile", include_str!("../schema/profile.json")),
    ("command", include_str!("../schema/command.json")),
    ("finding", include_str!("../schema/finding.json")),
];

#[cfg(test)]
mod tests {
    use crate::Record;
    use crate::golden::golden;
    use crate::profile::Document;
    use crate::rules::{Severity, rules};
    use crate::session::{Command, Event, Stamp};
    use crate::wire::{Schema, Value};
    use serde_json::json;

    fn of<T: Value>(title: &str, about: &str) -> serde_json::Value {
        let mut schema = Schema::default();
        let root = T::schema(&mut schema);
        schema.document(title, about, root)
    }

    /// The root is a command; the stamp and the event stand among the definitions.
    fn command() -> serde_json::Value {
        let mut schema = Schema::default();
        let root = Command::schema(&mut schema);
        Stamp::schema(&mut schema);
        Event::schema(&mut schema);
        schema.document(
            "Command",
            "One step of a sitting; $defs/stamp is what it carries, $defs/event what it becomes.",
            root,
        )
    }

    fn finding() -> serde_json::Value {
        let severities: Vec<_> = Severity::ALL.iter().map(|s| s.as_str()).collect();
        let codes: Vec<_> = rules().map(|rule| rule.code).collect();
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Finding",
            "description": "One thing that a person should look at: it points and never quotes.",
            "type": "object",
            "additionalProperties": false,
            "required": ["code", "severity", "path", "subject", "message", "related"],
            "properties": {
                "code": {"description": "The rule.", "enum": codes},
                "severity": {"description": "How much it matters under the profile.", "enum": severities},
                "path": {"description": "JSON Pointer to the member that would have to be added or changed, there or not.", "type": "string"},
                "subject": {"description": "The id of the thing in a list that the path stands in.", "type": ["string", "null"]},
                "message": {"description": "One plain sentence: ids, numbers and dates, never names or free text.", "type": "string"},
                "related": {"description": "Pointers to what else it has to do with.", "type": "array", "items": {"type": "string"}}
            }
        })
    }

    #[test]
    fn schemas_are_current() {
        let made = [
            ("record", of::<Record>("Panel Record 1", "One panel about one family.")),
            ("profile", of::<Document>("Panel Profile", "What a council configures.")),
            ("command", command()),
            ("finding", finding()),
        ];
        for (name, schema) in made {
            let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
            golden(&format!("crates/support-panel/schema/{name}.json"), &text);
        }
    }
}
