//! Escapes untrusted text for a terminal.

use std::fmt;

/// A text whose control and direction characters display as escapes.
pub(crate) struct Escaped<'a> {
    text: &'a str,
    keep_lines: bool,
}

impl<'a> Escaped<'a> {
    /// A text of one line.
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, keep_lines: false }
    }

    /// Line ends and tabs stay.
    pub(crate) fn lines(text: &'a str) -> Self {
        Self { text, keep_lines: true }
    }
}

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.text;
        let tricky = |c: char| {
            let line = self.keep_lines && matches!(c, '\n' | '\t');
            !line
                && (c.is_control()
                    || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}'))
        };
        while let Some((plain, after)) = rest.split_once(tricky) {
            let found = rest.get(plain.len()..rest.len() - after.len()).unwrap_or_default();
            write!(f, "{plain}{}", found.escape_unicode())?;
            rest = after;
        }
        f.write_str(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_terminal_obeys_is_written_out() {
        assert_eq!(
            Escaped::new("a\x1b[2Jb\n\u{202e}é").to_string(),
            "a\\u{1b}[2Jb\\u{a}\\u{202e}é"
        );
        assert_eq!(
            Escaped::new("\u{61c}\u{2068}\u{206a}").to_string(),
            "\\u{61c}\\u{2068}\\u{206a}"
        );
        assert_eq!(Escaped::lines("a\tb\nc\rd").to_string(), "a\tb\nc\\u{d}d");
        assert_eq!(Escaped::new("").to_string(), "");
    }
}
