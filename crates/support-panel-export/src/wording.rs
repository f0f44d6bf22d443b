//! What a document says of itself: its title, its languages, and names before what they stand for.

use crate::text::one_line;
use support_panel::report::document::{Document, Run, Words};

/// The language of the library's own words: that of a document whose language is no tag.
pub(crate) const ENGLISH: &str = "en-GB";

/// The title of the file: a file without one is refused by some and called by its path in others.
pub(crate) fn title(document: &Document) -> String {
    let title = one_line(&document.title.plain());
    if title.is_empty() { "Paper".to_owned() } else { title }
}

/// A name with a colon, unless it ends with a mark of its own.
pub(crate) fn labelled(name: &Words) -> Words {
    let mut name = one_line(&name.plain());
    name.push_str(if name.ends_with('?') { "" } else { ":" });
    Words::label(name)
}

/// The tag of a language as a file may have it: the document's where it is one, else English.
pub(crate) fn tag(language: &str) -> &str {
    let is_tag = (2..=35).contains(&language.len())
        && language.split('-').all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        });
    if is_tag { language } else { ENGLISH }
}

/// The language of a run, where it is not the document's: the council's own words may be in another.
pub(crate) fn other_language<'a>(run: &Run, document: &'a Document) -> Option<&'a str> {
    match run {
        Run::Council(_) => document.council_language.as_deref().map(tag),
        Run::Own(_)
        | Run::Strong(_)
        | Run::Said(_)
        | Run::Code(_)
        | Run::Absent(_)
        | Run::Break => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_a_tag_or_english() {
        for tag_of in ["en", "cy", "en-GB", "zh-Hant-HK"] {
            assert_eq!(tag(tag_of), tag_of);
        }
        for other in ["", "e", "en_GB", "en-", "\"", "abcdefghi"] {
            assert_eq!(tag(other), ENGLISH);
        }
    }
}
