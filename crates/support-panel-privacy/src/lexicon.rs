//! Known words and runs of words, found in a folded text however they are spelt.

use crate::folding::{is_letter, is_pair, is_unspaced};
use foldhash::HashMap;
use std::ops::Range;

/// Which label stands in the place of something.
pub(crate) type Label = u32;

/// Part of a text, and what stands there instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Span {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) label: Label,
}

impl Span {
    /// Whether one of the spans, which are in order and apart, has a byte between the two places.
    pub(crate) fn overlaps(spans: &[Self], range: &Range<usize>) -> bool {
        let after = spans.partition_point(|span| span.end <= range.start);
        spans.get(after).is_some_and(|span| span.start < range.end)
    }
}

/// The runs of letters and of digits of a folded text.
pub(crate) fn runs(plain: &str, found: &mut Vec<Range<usize>>) {
    found.clear();
    let bytes = plain.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let kind = kind_of(byte);
        if kind == Kind::Sign {
            at += 1;
            continue;
        }
        let start = at;
        let mut end = at;
        let kind = if kind == Kind::Wide { Kind::Letter } else { kind };
        while let Some(&byte) = bytes.get(end) {
            let here = kind_of(byte);
            if here == kind {
                end += 1;
            } else if here == Kind::Wide {
                let Some(c) = plain.get(end..).and_then(|rest| rest.chars().next()) else { break };
                if kind != Kind::Letter || !is_letter(c) {
                    break;
                }
                end += c.len_utf8();
            } else {
                break;
            }
        }
        if end > start {
            found.push(start..end);
            at = end;
        } else {
            // A sign beyond ASCII.
            at += plain.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Sign,
    Letter,
    Digit,
    /// Beyond ASCII: the whole character has to be looked at.
    Wide,
}

fn kind_of(byte: u8) -> Kind {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' => Kind::Letter,
        b'0'..=b'9' => Kind::Digit,
        0x80.. => Kind::Wide,
        _ => Kind::Sign,
    }
}

/// The words of a folded text.
pub(crate) fn words(plain: &str) -> Vec<&str> {
    let mut found = Vec::new();
    runs(plain, &mut found);
    found.into_iter().filter_map(|range| plain.get(range)).collect()
}

/// Whether this may stand between two runs of one name or number.
pub(crate) fn may_stand_between(between: &str) -> bool {
    between.len() <= 9
        && between.chars().count() <= 3
        && between.chars().all(|c| {
            c.is_whitespace()
                || matches!(c, '_' | '.' | ',' | ':' | '\'' | '&' | '/' | '(' | ')' | '-')
        })
}

/// A spelling letter by letter: as it is, and in the one spelling that its usual spellings share. Two spellings have one number
/// where they are alike; where two others share it by chance, more is hidden than has to be.
#[derive(Clone, Copy)]
struct Spelling {
    exact: u64,
    shared: u64,
    /// The letter before, where the next may make a pair with it.
    before: Option<char>,
}

impl Spelling {
    const EMPTY: Self = Self { exact: 0, shared: 0, before: None };

    /// With one more letter; whether the shared spelling has one more too.
    #[inline]
    fn push(&mut self, letter: char) -> bool {
        self.exact = mixed(self.exact, letter);
        if self.before.is_some_and(|before| is_pair(before, letter)) {
            self.before = None;
            return false;
        }
        self.shared = mixed(self.shared, letter);
        self.before = Some(letter);
        true
    }
}

#[inline]
fn mixed(hash: u64, letter: char) -> u64 {
    (hash.rotate_left(5) ^ (u64::from(u32::from(letter)) + 1)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Numbers of which most others are known not to be there.
#[derive(Default)]
struct Sieve {
    bits: Vec<u64>,
}

impl Sieve {
    const BITS: u32 = 14;

    fn place(number: u64) -> (usize, u64) {
        let bit = number >> (u64::BITS - Self::BITS);
        ((bit / 64) as usize, 1 << (bit % 64))
    }

    fn insert(&mut self, number: u64) {
        if self.bits.is_empty() {
            self.bits = vec![0; 1 << (Self::BITS - 6)];
        }
        let (word, bit) = Self::place(number);
        if let Some(word) = self.bits.get_mut(word) {
            *word |= bit;
        }
    }

    #[inline]
    fn may_have(&self, number: u64) -> bool {
        let (word, bit) = Self::place(number);
        self.bits.get(word).is_some_and(|word| word & bit != 0)
    }
}

/// What is known, by how it is spelt without what stands between its runs.
#[derive(Default)]
pub(crate) struct Lexicon {
    /// By the shared spelling, those that share it in the order in which they were learnt: exactly, and the label.
    labels: HashMap<u64, Vec<(u64, Label)>>,
    /// The beginnings of shared spellings.
    beginnings: Sieve,
    /// What was learnt, without plurals.
    whole: foldhash::HashSet<u64>,
    /// Of scripts that put no space between words: found inside a run as well.
    unspaced: Vec<(String, Label)>,
}

impl Lexicon {
    pub(crate) fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// Adds runs that stand together; they are found as a plural too.
    pub(crate) fn learn<'a>(&mut self, parts: impl IntoIterator<Item = &'a str>, label: Label) {
        let whole: String = parts.into_iter().collect();
        let mut letters = whole.chars();
        let Some(first) = letters.next() else { return };
        if letters.next().is_none() && first.is_ascii() {
            // An initial alone would take the place of every such letter.
            return;
        }
        let mut spelling = Spelling::EMPTY;
        whole.chars().for_each(|letter| self.begin(&mut spelling, letter));
        if self.whole.insert(spelling.exact) && is_unspaced(first) {
            self.unspaced.push((whole, label));
        }
        self.keep(spelling, label);
        for ending in ["s", "es"] {
            let mut plural = spelling;
            ending.chars().for_each(|letter| self.begin(&mut plural, letter));
            self.keep(plural, label);
        }
    }

    fn begin(&mut self, spelling: &mut Spelling, letter: char) {
        if spelling.push(letter) {
            self.beginnings.insert(spelling.shared);
        }
    }

    fn keep(&mut self, spelling: Spelling, label: Label) {
        let known = self.labels.entry(spelling.shared).or_default();
        if known.iter().all(|(exact, _)| *exact != spelling.exact) {
            known.push((spelling.exact, label));
        }
    }

    /// Where in a folded text something stands that is known; the longest of what begins at one run.
    pub(crate) fn find(&self, plain: &str, words: &[Range<usize>], spans: &mut Vec<Span>) {
        if self.is_empty() {
            return;
        }
        let mut rest = words;
        while let [first, after @ ..] = rest {
            let Some((count, label)) = self.longest(plain, rest) else {
                rest = after;
                continue;
            };
            let end = count.checked_sub(1).and_then(|last| rest.get(last)).unwrap_or(first).end;
            spans.push(Span { start: first.start, end, label });
            rest = rest.get(count..).unwrap_or_default();
        }
        for (name, label) in &self.unspaced {
            let found = plain.match_indices(name.as_str());
            for range in found.map(|(at, name)| at..at + name.len()) {
                // Those of this kind are few, and not yet in their place among the others.
                if !spans.iter().any(|span| span.start < range.end && range.start < span.end) {
                    spans.push(Span { start: range.start, end: range.end, label: *label });
                }
            }
        }
        spans.sort_unstable();
    }

    /// How many runs make up the longest that is known and begins with the first, and its label.
    #[inline]
    fn longest(&self, plain: &str, words: &[Range<usize>]) -> Option<(usize, Label)> {
        let mut best = None;
        let mut spelling = Spelling::EMPTY;
        let mut end = None;
        for (word, count) in words.iter().zip(1..) {
            if let Some(end) = end
                && !plain.get(end..word.start).is_some_and(may_stand_between)
            {
                break;
            }
            end = Some(word.end);
            let run = plain.get(word.clone()).unwrap_or_default();
            for letter in run.chars() {
                if spelling.push(letter) && !self.beginnings.may_have(spelling.shared) {
                    return best;
                }
            }
            let Some(known) = self.labels.get(&spelling.shared) else { continue };
            // The s of a possessive stays; that of St Mary's belongs to the name.
            if count == 1 || run != "s" || self.whole.contains(&spelling.exact) {
                let same = known.iter().find(|(exact, _)| *exact == spelling.exact);
                best = same.or(known.first()).map(|(_, label)| (count, *label));
            }
        }
        best
    }
}

/// Spans beside each other that say the same, as one: of "First Last" the second joins the first.
pub(crate) fn join(plain: &str, spans: &mut Vec<Span>) {
    spans.dedup_by(|next, last| {
        let joins = next.label == last.label
            && plain.get(last.end..next.start).is_some_and(may_stand_between);
        if joins {
            last.end = next.end;
        }
        joins
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(known: &[(&[&str], Label)], plain: &str) -> Vec<(String, Label)> {
        let mut lexicon = Lexicon::default();
        for (parts, label) in known {
            lexicon.learn(parts.iter().copied(), *label);
        }
        let (mut words, mut spans) = (Vec::new(), Vec::new());
        runs(plain, &mut words);
        lexicon.find(plain, &words, &mut spans);
        spans
            .iter()
            .map(|span| (plain.get(span.start..span.end).unwrap().to_owned(), span.label))
            .collect()
    }

    fn pairs(all: &[(&str, Label)]) -> Vec<(String, Label)> {
        all.iter().map(|(text, label)| ((*text).to_owned(), *label)).collect()
    }

    #[test]
    fn runs_of_letters_and_of_digits_are_apart() {
        assert_eq!(
            words("o'neill, b12c_9\u{4e2d}x \u{2014}7"),
            ["o", "neill", "b", "12", "c", "9", "\u{4e2d}x", "7"]
        );
        assert!(words("").is_empty());
    }

    #[test]
    fn the_longest_is_found_however_it_is_put_together() {
        let known: &[(&[&str], Label)] = &[(&["anne", "marie"], 1), (&["anne"], 2)];
        for text in ["anne marie", "anne-marie", "annemarie", "an ne marie"] {
            assert_eq!(found(known, text), pairs(&[(text, 1)]), "{text}");
        }
        assert_eq!(found(known, "anne and marie"), pairs(&[("anne", 2)]));
        assert_eq!(found(known, "annex"), []);
    }

    #[test]
    fn usual_spellings_and_plurals_are_found() {
        let known: &[(&[&str], Label)] =
            &[(&["joergen"], 1), (&["jones"], 2), (&["jo"], 3), (&["joe"], 4)];
        assert_eq!(found(known, "jorgen"), pairs(&[("jorgen", 1)]));
        assert_eq!(found(known, "joneses"), pairs(&[("joneses", 2)]));
        assert_eq!(found(known, "jo joe"), pairs(&[("jo", 3), ("joe", 4)]));
    }

    #[test]
    fn the_s_of_a_possessive_stays_where_it_is_not_the_names() {
        let known: &[(&[&str], Label)] = &[(&["kai"], 1), (&["st", "mary", "s"], 2)];
        assert_eq!(found(known, "kai's"), pairs(&[("kai", 1)]));
        assert_eq!(found(known, "st mary's"), pairs(&[("st mary's", 2)]));
    }

    #[test]
    fn names_without_spaces_are_found_inside_a_run() {
        let known: &[(&[&str], Label)] = &[(&["\u{674e}\u{660e}"], 1)];
        assert_eq!(
            found(known, "\u{6628}\u{5929}\u{674e}\u{660e}\u{8bf4}"),
            pairs(&[("\u{674e}\u{660e}", 1)])
        );
    }
}
