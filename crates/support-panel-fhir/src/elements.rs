//! The elements that several resources are made of.

use crate::node::{Node, list, object, text, word};

/// Where our own codes and identifiers come from.
pub(crate) const SYSTEM: &str = "https://support-panel.example/fhir";
/// The identifier of a person in the NHS in England.
pub(crate) const NHS_NUMBER: &str = "https://fhir.nhs.uk/Id/nhs-number";

/// An id of a record, as an identifier of a kind of thing.
pub(crate) fn identifier(kind: &str, id: &str) -> Option<Node> {
    object([("system", word(&format!("{SYSTEM}/{kind}"))), ("value", word(id))])
}

/// A code of a system, and how people say it.
pub(crate) fn coding(system: &str, code: &str, display: Option<&str>) -> Option<Node> {
    object([("system", word(system)), ("code", word(code)), ("display", display.and_then(text))])
}

/// Something in words.
pub(crate) fn concept(words: &str) -> Option<Node> {
    object([("text", text(words))])
}

/// Something in words that FHIR must have: where there are none, that is what it says.
pub(crate) fn required_concept(words: Option<&str>) -> Option<Node> {
    words.and_then(concept).or_else(|| {
        let unknown = object([
            ("url", word("http://hl7.org/fhir/StructureDefinition/data-absent-reason")),
            ("valueCode", word("unknown")),
        ]);
        object([("extension", list([unknown]))])
    })
}

pub(crate) fn note(words: &str) -> Option<Node> {
    object([("text", text(words))])
}

/// Someone or something by name alone.
pub(crate) fn named(name: &str) -> Option<Node> {
    object([("display", text(name))])
}
