//! JSON Schemas (2020-12) of what the library reads and gives, made from its own types.

#[cfg(test)]
pub(crate) mod results;

use crate::error::{Code, Error};

/// The JSON Schema with this name, as JSON text; [`schema_names`] lists them all.
///
/// `record`, `profile` and `command` are read, and their schemas say what a reader takes. Everything else is a result, and its
/// schema says what there always is. Of a call that gives a list, it is the schema of one item.
///
/// ```
/// let schema = support_panel::schema("record")?;
/// assert!(schema.contains("https://json-schema.org/draft/2020-12/schema"));
/// # Ok::<(), support_panel::Error>(())
/// ```
///
/// They keep to what validators of many languages share. What a schema cannot say is the reader's alone: repeated keys, the
/// size of the document, how deep it nests, the byte order mark, how many decimal places a number has, an item of a list all
/// of whose members are empty, and a scale whose numbers do not fit each other.
///
/// # Errors
/// `unknown_schema` for any other name.
pub fn schema(name: &str) -> Result<&'static str, Error> {
    let found = SCHEMAS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text);
    found.ok_or_else(|| {
        let known: Vec<_> = schema_names().collect();
        let message = format!("found another name, expected one of {}", known.join(", "));
        Error::new(Code::UnknownSchema, "", message)
    })
}

/// The names of all schemas: of what is read, then of results.
///
/// ```
/// assert!(support_panel::schema_names().any(|name| name == "trajectory"));
/// ```
pub fn schema_names() -> impl Iterator<Item = &'static str> {
    SCHEMAS.iter().map(|(name, _)| *name)
}

macro_rules! schemas {
    ($($name:literal)+) => {
        const SCHEMAS: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../schema/", $name, ".json")))),+];
    };
}

schemas! {
    "record"
    "profile"
    "command"
    "finding"
    "finding_explained"
    "explanation"
    "summary"
    "trajectory"
    "allocation"
    "allowed"
    "standing"
    "outstanding"
    "unrevealed"
    "timer"
    "conflict"
    "lost"
    "batch"
    "disclosure"
    "redaction"
    "profile_check"
    "profile_difference"
    "rule_difference"
}

#[cfg(test)]
mod tests {
    use super::results;
    use crate::Record;
    use crate::golden::golden;
    use crate::interface::BatchResult;
    use crate::profile::{Checked, Difference, Document};
    use crate::report::Disclosure;
    use crate::session::{
        Allowed, Command, Conflict, Event, Lost, Outstanding, Stamp, Standing, Timer, Unrevealed,
    };
    use crate::wire::{Schema, Value};
    use crate::{
        Allocation, Explanation, Finding, FindingExplained, RedactionReport, RuleDifference,
        scaling,
    };

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

    /// Validators want one to tell schemas apart by, and fetch nothing: no one can have a name below `.example`.
    fn id(name: &str) -> serde_json::Value {
        format!("https://support-panel.example/schema/{name}.json").into()
    }

    #[test]
    fn schemas_are_current() {
        let made = [
            ("record", of::<Record>("Panel Record 1", "One panel about one family.")),
            ("profile", of::<Document>("Panel Profile", "What a council configures.")),
            ("command", command()),
            ("finding", results::of::<Finding>()),
            ("finding_explained", results::of::<FindingExplained<'_>>()),
            ("explanation", results::of::<Explanation>()),
            ("summary", results::of::<scaling::Summary>()),
            ("trajectory", results::of::<scaling::Trajectory>()),
            ("allocation", results::of::<Allocation>()),
            ("allowed", results::of::<Allowed>()),
            ("standing", results::of::<Standing>()),
            ("outstanding", results::of::<Outstanding>()),
            ("unrevealed", results::of::<Unrevealed>()),
            ("timer", results::of::<Timer>()),
            ("conflict", results::of::<Conflict>()),
            ("lost", results::of::<Lost>()),
            ("batch", results::of::<BatchResult>()),
            ("disclosure", results::of::<Disclosure>()),
            ("redaction", results::of::<RedactionReport>()),
            ("profile_check", results::of::<Checked>()),
            ("profile_difference", results::of::<Difference>()),
            ("rule_difference", results::of::<RuleDifference>()),
        ];
        for (name, schema) in &made {
            let mut schema = schema.clone();
            schema.as_object_mut().unwrap().shift_insert(1, "$id".into(), id(name));
            let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
            golden(&format!("crates/support-panel/schema/{name}.json"), &text);
        }
        assert!(made.iter().map(|(name, _)| *name).eq(super::schema_names()));
    }
}
