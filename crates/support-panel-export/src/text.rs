//! Text as the formats can hold it.

use std::borrow::Cow;

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

/// On one line, as a heading of a table or an entry of an outline must be.
pub(crate) fn one_line(text: &str) -> String {
    let text = kept(text);
    let parts = text.split(['\n', '\t']).map(str::trim).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
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
}
