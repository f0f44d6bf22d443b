//! When two texts are the same to a reader: case, spacing and punctuation aside.

use std::cell::OnceCell;
use std::cmp::Ordering;

/// What is left of a text to compare: Unicode lower case, without white space and punctuation.
#[derive(Debug)]
pub(crate) struct Folded<'a> {
    /// Of what is left, the first letters and the last: nearly always enough to tell two texts apart.
    ends: u64,
    text: &'a str,
    /// What is left of a text that is not ASCII. Most are, and then nothing is copied.
    left: OnceCell<String>,
}

/// Nothing where nothing is left: texts of punctuation alone are like no other.
pub(crate) fn fold(text: &str) -> Option<Folded<'_>> {
    let ends = if text.is_ascii() {
        let left = text.bytes().filter_map(kept).map(char::from);
        [end(left.clone()), end(left.rev())]
    } else {
        let left = left(text);
        [end(left.clone()), end(left.rev())]
    };
    let [Some(front), Some(back)] = ends else { return None };
    Some(Folded { ends: front << 32 | back & 0xffff_ffff, text, left: OnceCell::new() })
}

/// A number for the first four letters of what is left; nothing where nothing is.
fn end(mut left: impl Iterator<Item = char>) -> Option<u64> {
    let number = |c: char| u64::from(u32::from(c));
    let first = number(left.next()?);
    Some(left.take(3).fold(first, |end, next| end << 8 ^ number(next)))
}

impl Folded<'_> {
    /// A number that two texts share if they are the same to a reader, and few others do.
    pub(crate) fn ends(&self) -> u64 {
        self.ends
    }

    /// What is left.
    fn bytes(&self) -> impl Iterator<Item = u8> {
        let whole = !self.text.is_ascii();
        let text =
            if whole { self.left.get_or_init(|| left(self.text).collect()) } else { self.text };
        text.bytes().filter_map(move |byte| if whole { Some(byte) } else { kept(byte) })
    }
}

/// In lower case, without what does not count. A sigma ends a word in another form: to a reader the two are one letter.
fn left(text: &str) -> impl DoubleEndedIterator<Item = char> + Clone {
    let lower = text.chars().flat_map(char::to_lowercase).map(|c| if c == 'ς' { 'σ' } else { c });
    lower.filter(|c| is_kept(*c))
}

fn is_kept(c: char) -> bool {
    !c.is_whitespace() && !is_punctuation(c)
}

/// What is left of a byte of ASCII: itself in lower case, unless it is white space or punctuation.
#[inline]
fn kept(byte: u8) -> Option<u8> {
    KEPT.get(usize::from(byte)).copied().flatten()
}

static KEPT: [Option<u8>; 128] = {
    let mut kept = [None; 128];
    let mut rest: &mut [Option<u8>] = &mut kept;
    let mut byte = 0_u8;
    while let [first, after @ ..] = rest {
        let dropped =
            matches!(byte, 9..=13 | b' ') || byte.is_ascii_punctuation() && !is_symbol(byte);
        *first = if dropped { None } else { Some(byte.to_ascii_lowercase()) };
        rest = after;
        byte += 1;
    }
    kept
};

/// What ASCII calls punctuation and Unicode a symbol.
const fn is_symbol(byte: u8) -> bool {
    matches!(byte, b'$' | b'+' | b'<' | b'=' | b'>' | b'^' | b'`' | b'|' | b'~')
}

impl Ord for Folded<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.ends.cmp(&other.ends).then_with(|| self.bytes().cmp(other.bytes()))
    }
}

impl PartialOrd for Folded<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Folded<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Folded<'_> {}

fn is_punctuation(c: char) -> bool {
    if let Ok(byte) = u8::try_from(c)
        && byte.is_ascii()
    {
        return byte.is_ascii_punctuation() && !is_symbol(byte);
    }
    let after = PUNCTUATION.partition_point(|(first, _)| *first <= c);
    after.checked_sub(1).and_then(|at| PUNCTUATION.get(at)).is_some_and(|(_, last)| c <= *last)
}

/// The characters of general category P in Unicode 14.0.0 beyond ASCII, first and last of each run.
#[rustfmt::skip]
static PUNCTUATION: &[(char, char)] = &[
    ('\u{A1}', '\u{A1}'), ('\u{A7}', '\u{A7}'), ('\u{AB}', '\u{AB}'), ('\u{B6}', '\u{B7}'), ('\u{BB}', '\u{BB}'),
    ('\u{BF}', '\u{BF}'), ('\u{37E}', '\u{37E}'), ('\u{387}', '\u{387}'), ('\u{55A}', '\u{55F}'), ('\u{589}', '\u{58A}'),
    ('\u{5BE}', '\u{5BE}'), ('\u{5C0}', '\u{5C0}'), ('\u{5C3}', '\u{5C3}'), ('\u{5C6}', '\u{5C6}'), ('\u{5F3}', '\u{5F4}'),
    ('\u{609}', '\u{60A}'), ('\u{60C}', '\u{60D}'), ('\u{61B}', '\u{61B}'), ('\u{61D}', '\u{61F}'), ('\u{66A}', '\u{66D}'),
    ('\u{6D4}', '\u{6D4}'), ('\u{700}', '\u{70D}'), ('\u{7F7}', '\u{7F9}'), ('\u{830}', '\u{83E}'), ('\u{85E}', '\u{85E}'),
    ('\u{964}', '\u{965}'), ('\u{970}', '\u{970}'), ('\u{9FD}', '\u{9FD}'), ('\u{A76}', '\u{A76}'), ('\u{AF0}', '\u{AF0}'),
    ('\u{C77}', '\u{C77}'), ('\u{C84}', '\u{C84}'), ('\u{DF4}', '\u{DF4}'), ('\u{E4F}', '\u{E4F}'), ('\u{E5A}', '\u{E5B}'),
    ('\u{F04}', '\u{F12}'), ('\u{F14}', '\u{F14}'), ('\u{F3A}', '\u{F3D}'), ('\u{F85}', '\u{F85}'), ('\u{FD0}', '\u{FD4}'),
    ('\u{FD9}', '\u{FDA}'), ('\u{104A}', '\u{104F}'), ('\u{10FB}', '\u{10FB}'), ('\u{1360}', '\u{1368}'), ('\u{1400}', '\u{1400}'),
    ('\u{166E}', '\u{166E}'), ('\u{169B}', '\u{169C}'), ('\u{16EB}', '\u{16ED}'), ('\u{1735}', '\u{1736}'), ('\u{17D4}', '\u{17D6}'),
    ('\u{17D8}', '\u{17DA}'), ('\u{1800}', '\u{180A}'), ('\u{1944}', '\u{1945}'), ('\u{1A1E}', '\u{1A1F}'), ('\u{1AA0}', '\u{1AA6}'),
    ('\u{1AA8}', '\u{1AAD}'), ('\u{1B5A}', '\u{1B60}'), ('\u{1B7D}', '\u{1B7E}'), ('\u{1BFC}', '\u{1BFF}'), ('\u{1C3B}', '\u{1C3F}'),
    ('\u{1C7E}', '\u{1C7F}'), ('\u{1CC0}', '\u{1CC7}'), ('\u{1CD3}', '\u{1CD3}'), ('\u{2010}', '\u{2027}'), ('\u{2030}', '\u{2043}'),
    ('\u{2045}', '\u{2051}'), ('\u{2053}', '\u{205E}'), ('\u{207D}', '\u{207E}'), ('\u{208D}', '\u{208E}'), ('\u{2308}', '\u{230B}'),
    ('\u{2329}', '\u{232A}'), ('\u{2768}', '\u{2775}'), ('\u{27C5}', '\u{27C6}'), ('\u{27E6}', '\u{27EF}'), ('\u{2983}', '\u{2998}'),
    ('\u{29D8}', '\u{29DB}'), ('\u{29FC}', '\u{29FD}'), ('\u{2CF9}', '\u{2CFC}'), ('\u{2CFE}', '\u{2CFF}'), ('\u{2D70}', '\u{2D70}'),
    ('\u{2E00}', '\u{2E2E}'), ('\u{2E30}', '\u{2E4F}'), ('\u{2E52}', '\u{2E5D}'), ('\u{3001}', '\u{3003}'), ('\u{3008}', '\u{3011}'),
    ('\u{3014}', '\u{301F}'), ('\u{3030}', '\u{3030}'), ('\u{303D}', '\u{303D}'), ('\u{30A0}', '\u{30A0}'), ('\u{30FB}', '\u{30FB}'),
    ('\u{A4FE}', '\u{A4FF}'), ('\u{A60D}', '\u{A60F}'), ('\u{A673}', '\u{A673}'), ('\u{A67E}', '\u{A67E}'), ('\u{A6F2}', '\u{A6F7}'),
    ('\u{A874}', '\u{A877}'), ('\u{A8CE}', '\u{A8CF}'), ('\u{A8F8}', '\u{A8FA}'), ('\u{A8FC}', '\u{A8FC}'), ('\u{A92E}', '\u{A92F}'),
    ('\u{A95F}', '\u{A95F}'), ('\u{A9C1}', '\u{A9CD}'), ('\u{A9DE}', '\u{A9DF}'), ('\u{AA5C}', '\u{AA5F}'), ('\u{AADE}', '\u{AADF}'),
    ('\u{AAF0}', '\u{AAF1}'), ('\u{ABEB}', '\u{ABEB}'), ('\u{FD3E}', '\u{FD3F}'), ('\u{FE10}', '\u{FE19}'), ('\u{FE30}', '\u{FE52}'),
    ('\u{FE54}', '\u{FE61}'), ('\u{FE63}', '\u{FE63}'), ('\u{FE68}', '\u{FE68}'), ('\u{FE6A}', '\u{FE6B}'), ('\u{FF01}', '\u{FF03}'),
    ('\u{FF05}', '\u{FF0A}'), ('\u{FF0C}', '\u{FF0F}'), ('\u{FF1A}', '\u{FF1B}'), ('\u{FF1F}', '\u{FF20}'), ('\u{FF3B}', '\u{FF3D}'),
    ('\u{FF3F}', '\u{FF3F}'), ('\u{FF5B}', '\u{FF5B}'), ('\u{FF5D}', '\u{FF5D}'), ('\u{FF5F}', '\u{FF65}'), ('\u{10100}', '\u{10102}'),
    ('\u{1039F}', '\u{1039F}'), ('\u{103D0}', '\u{103D0}'), ('\u{1056F}', '\u{1056F}'), ('\u{10857}', '\u{10857}'), ('\u{1091F}', '\u{1091F}'),
    ('\u{1093F}', '\u{1093F}'), ('\u{10A50}', '\u{10A58}'), ('\u{10A7F}', '\u{10A7F}'), ('\u{10AF0}', '\u{10AF6}'), ('\u{10B39}', '\u{10B3F}'),
    ('\u{10B99}', '\u{10B9C}'), ('\u{10EAD}', '\u{10EAD}'), ('\u{10F55}', '\u{10F59}'), ('\u{10F86}', '\u{10F89}'), ('\u{11047}', '\u{1104D}'),
    ('\u{110BB}', '\u{110BC}'), ('\u{110BE}', '\u{110C1}'), ('\u{11140}', '\u{11143}'), ('\u{11174}', '\u{11175}'), ('\u{111C5}', '\u{111C8}'),
    ('\u{111CD}', '\u{111CD}'), ('\u{111DB}', '\u{111DB}'), ('\u{111DD}', '\u{111DF}'), ('\u{11238}', '\u{1123D}'), ('\u{112A9}', '\u{112A9}'),
    ('\u{1144B}', '\u{1144F}'), ('\u{1145A}', '\u{1145B}'), ('\u{1145D}', '\u{1145D}'), ('\u{114C6}', '\u{114C6}'), ('\u{115C1}', '\u{115D7}'),
    ('\u{11641}', '\u{11643}'), ('\u{11660}', '\u{1166C}'), ('\u{116B9}', '\u{116B9}'), ('\u{1173C}', '\u{1173E}'), ('\u{1183B}', '\u{1183B}'),
    ('\u{11944}', '\u{11946}'), ('\u{119E2}', '\u{119E2}'), ('\u{11A3F}', '\u{11A46}'), ('\u{11A9A}', '\u{11A9C}'), ('\u{11A9E}', '\u{11AA2}'),
    ('\u{11C41}', '\u{11C45}'), ('\u{11C70}', '\u{11C71}'), ('\u{11EF7}', '\u{11EF8}'), ('\u{11FFF}', '\u{11FFF}'), ('\u{12470}', '\u{12474}'),
    ('\u{12FF1}', '\u{12FF2}'), ('\u{16A6E}', '\u{16A6F}'), ('\u{16AF5}', '\u{16AF5}'), ('\u{16B37}', '\u{16B3B}'), ('\u{16B44}', '\u{16B44}'),
    ('\u{16E97}', '\u{16E9A}'), ('\u{16FE2}', '\u{16FE2}'), ('\u{1BC9F}', '\u{1BC9F}'), ('\u{1DA87}', '\u{1DA8B}'), ('\u{1E95E}', '\u{1E95F}'),
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn case_spacing_and_punctuation_do_not_tell_texts_apart() {
        assert_eq!(fold("Barnardo\u{2019}s  Trust"), fold("BARNARDO'S-trust."));
        assert_ne!(fold("Health Visiting"), fold("Health Visitings"));
        assert_ne!(fold("2+2"), fold("22"));
        assert_eq!(fold("\u{39f}\u{394}\u{39f}\u{3a3}"), fold("\u{3bf}\u{3b4}\u{3bf}\u{3c2}!"));
    }

    #[test]
    fn nothing_is_left_of_punctuation() {
        for text in ["", " ", "...", "\u{2014} ?!", "\u{3002}\u{10fb}\u{1e95e}"] {
            assert_eq!(fold(text), None);
        }
    }

    fn naive(text: &str) -> Option<String> {
        let mut lower = text.to_lowercase().replace('ς', "σ");
        lower.retain(|c| !c.is_whitespace() && !is_punctuation(c));
        (!lower.is_empty()).then_some(lower)
    }

    /// \u{212a} is a K beyond ASCII, \u{130} becomes more than one character, and a capital sigma one of two.
    const LETTERS: &str = "[abKk2+.\t \u{b}\u{2019}\u{212a}\u{130}\u{3a3}\u{3c3}\u{3c2}]{0,5}";

    proptest! {
        /// As whole texts in lower case say.
        #[test]
        fn agrees_with_comparing_what_is_left(a in LETTERS, b in LETTERS) {
            prop_assert_eq!(fold(&a) == fold(&b), naive(&a) == naive(&b));
            prop_assert_eq!(fold(&a).is_some(), naive(&a).is_some());
        }
    }

    #[test]
    fn the_runs_are_in_order_and_apart() {
        assert!(PUNCTUATION.iter().all(|(first, last)| first <= last));
        assert!(PUNCTUATION.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }
}
