//! Texts as a reader compares them: without case, accents, and signs that no one sees.

mod letters;

use letters::plain_of;
use unicode_normalization::UnicodeNormalization as _;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory as _};

/// A text to compare, and where in the text that it was made of each of its bytes stands.
#[derive(Debug, Default)]
pub(crate) struct Folded {
    plain: String,
    /// For each byte of the plain text, and for its end, the byte of the text it was made of; empty where both are alike.
    places: Vec<usize>,
}

impl Folded {
    /// Folds another text in the place of the last.
    pub(crate) fn fold(&mut self, text: &str) {
        self.plain.clear();
        self.places.clear();
        if text.is_ascii() {
            self.plain.push_str(text);
            self.plain.make_ascii_lowercase();
            if memchr::memchr(b'`', text.as_bytes()).is_some() {
                self.plain = self.plain.replace('`', "'");
            }
            return;
        }
        self.plain.reserve(text.len());
        self.places.reserve(text.len() + 1);
        for (place, letter) in text.char_indices() {
            fold_letter(letter, &mut self.plain);
            while self.places.len() < self.plain.len() {
                self.places.push(place);
            }
        }
        self.places.push(text.len());
    }

    pub(crate) fn of(text: &str) -> Self {
        let mut folded = Self::default();
        folded.fold(text);
        folded
    }

    pub(crate) fn plain(&self) -> &str {
        &self.plain
    }

    /// Where in the text a byte of the plain text stands. The end of a hidden part is where the next letter begins: with an
    /// accent or a sign that no one sees, where one follows.
    pub(crate) fn place(&self, byte: usize) -> usize {
        if self.places.is_empty() { byte } else { self.places.get(byte).copied().unwrap_or(byte) }
    }
}

fn fold_letter(letter: char, plain: &mut String) {
    if letter.is_ascii() {
        plain.push(if letter == '`' { '\'' } else { letter.to_ascii_lowercase() });
        return;
    }
    if let Some(sign) = sign(letter) {
        plain.push(sign);
        return;
    }
    for part in letter.to_lowercase().nfkd() {
        // What stands for a capital letter in mathematics decomposes to one.
        for part in part.to_lowercase() {
            fold_part(part, plain);
        }
    }
}

/// The apostrophes and hyphens that are written for one another.
fn sign(letter: char) -> Option<char> {
    match letter {
        '`'
        | '\u{b4}'
        | '\u{2b9}'
        | '\u{2bb}'..='\u{2bd}'
        | '\u{2018}'..='\u{201b}'
        | '\u{2032}'
        | '\u{ff07}' => Some('\''),
        '\u{2043}' | '\u{2212}' => Some('-'),
        _ => None,
    }
}

fn fold_part(letter: char, plain: &mut String) {
    if letter.is_ascii() {
        plain.push(if letter == '`' { '\'' } else { letter });
        return;
    }
    if let Some(sign) = sign(letter) {
        plain.push(sign);
        return;
    }
    if let Some(letters) = plain_of(letter) {
        plain.push_str(letters);
        return;
    }
    match letter.general_category() {
        GeneralCategory::NonspacingMark
        | GeneralCategory::EnclosingMark
        | GeneralCategory::Format => {}
        GeneralCategory::DashPunctuation => plain.push('-'),
        GeneralCategory::SpaceSeparator
        | GeneralCategory::LineSeparator
        | GeneralCategory::ParagraphSeparator => plain.push(' '),
        GeneralCategory::DecimalNumber => plain.push(digit(letter)),
        _ => plain.push(letter),
    }
}

/// The digit that a digit of any script means: each script has its ten in a row.
fn digit(letter: char) -> char {
    let before = (1..=9).take_while(|back| {
        u32::from(letter)
            .checked_sub(*back)
            .and_then(char::from_u32)
            .is_some_and(|c| c.general_category() == GeneralCategory::DecimalNumber)
    });
    // Mathematics has five rows of digits one after another.
    let value = match u32::from(letter) {
        at @ 0x1d7ce..=0x1d7ff => (at - 0x1d7ce) % 10,
        _ => before.count() as u32,
    };
    char::from_digit(value, 10).unwrap_or('0')
}

/// Whether a letter of a folded text is part of a word, a digit aside.
pub(crate) fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    use GeneralCategory as G;
    matches!(
        c.general_category(),
        G::UppercaseLetter
            | G::LowercaseLetter
            | G::TitlecaseLetter
            | G::ModifierLetter
            | G::OtherLetter
            | G::LetterNumber
            | G::OtherNumber
            // The vowel signs of many scripts.
            | G::SpacingMark
    )
}

/// Whether words of the letter's script stand side by side without a space.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(
        u32::from(c),
        // Thai to Lao, Myanmar, the first sounds of Korean syllables, Khmer.
        0xe00..=0xeff | 0x1000..=0x109f | 0x1100..=0x115f | 0x1780..=0x17ff
            // Chinese, Japanese, Korean, Yi and the scripts of their history.
            | 0x2e80..=0xa4cf | 0xa960..=0xa97f | 0xac00..=0xd7a3 | 0xf900..=0xfaff
            | 0x17000..=0x18dff | 0x1aff0..=0x1b2ff | 0x20000..=0x3fffd
    )
}

/// The two letters of every pair.
pub(crate) const PAIRS: [&[u8; 2]; 6] = [b"aa", b"ae", b"dj", b"oe", b"ue", b"ss"];

/// Two letters that stand for one elsewhere, of which the first is kept: Joergen, Haakon, Djordje, Strasse.
pub(crate) fn is_pair(first: char, second: char) -> bool {
    matches!((first, second), ('a', 'a' | 'e') | ('d', 'j') | ('o' | 'u', 'e') | ('s', 's'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_unseen_signs_go() {
        for (text, plain) in [
            ("Zo\u{eb} \u{141}uk\u{2019}s", "zoe luk's"),
            ("ZOE\u{301} Stra\u{df}e \u{1e9e}", "zoe strasse ss"),
            ("Ze\u{200b}be\u{ad}dee", "zebedee"),
            (
                "\u{c6}gir \u{dd} \u{110}or\u{111}e \u{de}\u{f3}ra Gu\u{f0}run",
                "aegir y dorde thora gudrun",
            ),
            ("\u{663}\u{967}\u{1d7d9}\u{ff19}", "3119"),
            ("a\u{2011}b\u{a0}c\u{2212}d", "a-b c-d"),
            ("\u{1d504}\u{210c}\u{fb01}", "ahfi"),
            ("I\u{15f}\u{131}l \u{130}\u{3a3}\u{3c2}", "isil i\u{3c3}\u{3c3}"),
            ("D`Angelo", "d'angelo"),
            ("", ""),
        ] {
            assert_eq!(Folded::of(text).plain(), plain);
        }
    }

    #[test]
    fn the_pairs_are_all_there_are() {
        let letters = 'a'..='z';
        let pairs =
            letters.clone().flat_map(|first| letters.clone().map(move |second| [first, second]));
        let pairs = pairs.filter(|[first, second]| is_pair(*first, *second));
        let mut known = PAIRS.map(|pair| pair.map(char::from));
        known.sort_unstable();
        assert!(pairs.eq(known));
    }

    #[test]
    fn each_letter_knows_its_place() {
        let text = "a\u{df}\u{301}\u{ad}\u{c6}b";
        let folded = Folded::of(text);
        assert_eq!(folded.plain(), "assaeb");
        let places: Vec<_> = (0..=6).map(|byte| folded.place(byte)).collect();
        assert_eq!(places, [0, 1, 1, 7, 7, 9, 10]);
    }
}
