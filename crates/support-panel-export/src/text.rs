//! Text as the formats can hold it.

use std::borrow::Cow;
use support_panel::report::document::{Document, Run, Words};

/// The language of the library's own words: that of a document whose language is no tag.
pub(crate) const ENGLISH: &str = "en-GB";

/// The text without the characters that the crate's documentation lists; a carriage return is a line feed.
pub(crate) fn kept(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_kept) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    Cow::Owned(text.chars().filter(|c| is_kept(*c)).collect())
}

fn is_kept(c: char) -> bool {
    let is_noncharacter = matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe;
    let is_hidden = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}');
    matches!(c, '\n' | '\t') || !(c.is_control() || is_hidden || is_noncharacter)
}

/// On one line, as a title must be.
pub(crate) fn one_line(text: &str) -> String {
    kept(text).split(['\n', '\t']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A name with a colon, unless it ends with a mark of its own.
pub(crate) fn labelled(name: &Words) -> Words {
    let mut label = Words(vec![Run::Strong(one_line(&name.plain()))]);
    if let [Run::Strong(text)] = label.0.as_mut_slice() {
        text.push_str(if text.ends_with('?') { "" } else { ":" });
    }
    label.0.push(Run::Own(" ".into()));
    label
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
    fn only_what_is_listed_is_left_out() {
        let is_listed = |c: char| {
            let n = u32::from(c);
            (n < 0x20 && n != 9 && n != 10)
                || (0x7f..=0x9f).contains(&n)
                || (0x202a..=0x202e).contains(&n)
                || (0x2066..=0x2069).contains(&n)
                || n == 0xfeff
                || (0xfff9..=0xfffb).contains(&n)
                || (0xfdd0..=0xfdef).contains(&n)
                || n % 0x1_0000 >= 0xfffe
        };
        for c in (0..=0x10_ffff).filter_map(char::from_u32) {
            let expected = match c {
                '\r' => "\n".to_owned(),
                c if is_listed(c) => String::new(),
                c => c.to_string(),
            };
            assert_eq!(kept(&c.to_string()), expected, "U+{:04X}", u32::from(c));
        }
        assert_eq!(kept("a\r\nb\rc"), "a\nb\nc");
    }

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
