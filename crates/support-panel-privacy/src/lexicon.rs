//! Known words and runs of words, found in a folded text however they are spelt.

use crate::folding::{PAIRS, is_letter, is_pair, is_unspaced};
use foldhash::HashMap;
use std::collections::hash_map::Entry;
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
    if plain.is_ascii() {
        let kind = |byte| KINDS.get(usize::from(byte)).copied().unwrap_or_default();
        gather(plain.bytes().map(kind).enumerate(), plain.len(), found);
    } else {
        gather(plain.char_indices().map(|(at, c)| (at, kind_of(c))), plain.len(), found);
    }
}

fn gather(kinds: impl Iterator<Item = (usize, Kind)>, end: usize, found: &mut Vec<Range<usize>>) {
    let (mut start, mut last) = (0, Kind::Sign);
    for (at, kind) in kinds {
        if kind != last {
            if last != Kind::Sign {
                found.push(start..at);
            }
            (start, last) = (at, kind);
        }
    }
    if last != Kind::Sign {
        found.push(start..end);
    }
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Sign,
    Letter,
    Digit,
}

fn kind_of(c: char) -> Kind {
    match c {
        '0'..='9' => Kind::Digit,
        c if is_letter(c) => Kind::Letter,
        _ => Kind::Sign,
    }
}

/// Of each letter, digit and sign of ASCII.
static KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Sign; 256];
    let mut rest: &mut [Kind] = &mut kinds;
    let mut byte = 0u8;
    while let [kind, after @ ..] = rest {
        if byte.is_ascii_alphabetic() {
            *kind = Kind::Letter;
        } else if byte.is_ascii_digit() {
            *kind = Kind::Digit;
        }
        rest = after;
        byte = byte.wrapping_add(1);
    }
    kinds
};

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

/// Which two letters something known begins with: most words of a text are passed over by theirs alone.
struct Starts([u32; 32]);

impl Default for Starts {
    /// Two letters that make a pair are one letter of what is known: what follows them has to be looked at.
    fn default() -> Self {
        let mut starts = Self([0; 32]);
        PAIRS.into_iter().for_each(|[first, second]| starts.insert(*first, *second));
        starts
    }
}

impl Starts {
    fn insert(&mut self, first: u8, second: u8) {
        if let Some(seconds) = self.0.get_mut(usize::from(first % 32)) {
            *seconds |= 1 << (second % 32);
        }
    }

    /// Whether something may begin with a run: one letter alone, or one beyond ASCII, does not tell.
    #[inline]
    fn may_have(&self, plain: &[u8], run: &Range<usize>) -> bool {
        match plain.get(run.start..run.start + 2) {
            Some([first, second]) if (first | second).is_ascii() && run.len() > 1 => {
                let seconds = self.0.get(usize::from(first % 32));
                seconds.is_some_and(|seconds| seconds & 1 << (second % 32) != 0)
            }
            _ => true,
        }
    }
}

/// The labels of what shares one spelling, in the order in which it was learnt: exactly how each is spelt, and its label.
struct Sharing {
    first: (u64, Label),
    others: Vec<(u64, Label)>,
}

impl Sharing {
    fn exactly(&self, spelling: u64) -> Option<Label> {
        let all = [self.first].into_iter().chain(self.others.iter().copied());
        all.into_iter().find(|(exact, _)| *exact == spelling).map(|(_, label)| label)
    }
}

/// What is known, by how it is spelt without what stands between its runs.
#[derive(Default)]
pub(crate) struct Lexicon {
    /// By the shared spelling.
    labels: HashMap<u64, Sharing>,
    starts: Starts,
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
    pub(crate) fn learn<'a>(
        &mut self,
        parts: impl IntoIterator<Item = &'a str, IntoIter: Clone>,
        label: Label,
    ) {
        let letters = parts.into_iter().flat_map(str::chars);
        let mut whole = Spelling::EMPTY;
        let count = letters.clone().map(|letter| whole.push(letter)).count();
        let Some(first) = letters.clone().next() else { return };
        // An initial alone would take the place of every such letter; what was learnt before keeps its label.
        if count == 1 && first.is_ascii() || !self.whole.insert(whole.exact) {
            return;
        }
        let mut spelling = Spelling::EMPTY;
        letters.clone().for_each(|letter| self.begin(&mut spelling, first, letter));
        self.keep(spelling, label);
        for ending in ["s", "es"] {
            let mut plural = spelling;
            ending.chars().for_each(|letter| self.begin(&mut plural, first, letter));
            self.keep(plural, label);
        }
        if is_unspaced(first) {
            self.unspaced.push((letters.collect(), label));
        }
    }

    fn begin(&mut self, spelling: &mut Spelling, first: char, letter: char) {
        let is_second = spelling.shared == mixed(0, first);
        if spelling.push(letter) {
            self.beginnings.insert(spelling.shared);
            if is_second && let (Ok(first), Ok(second)) = (first.try_into(), letter.try_into()) {
                self.starts.insert(first, second);
            }
        }
    }

    fn keep(&mut self, spelling: Spelling, label: Label) {
        let learnt = (spelling.exact, label);
        match self.labels.entry(spelling.shared) {
            Entry::Vacant(place) => drop(place.insert(Sharing { first: learnt, others: vec![] })),
            Entry::Occupied(mut known) => {
                let known = known.get_mut();
                if known.exactly(spelling.exact).is_none() {
                    known.others.push(learnt);
                }
            }
        }
    }

    /// Where in a folded text something stands that is known; the longest of what begins at one run.
    pub(crate) fn find(&self, plain: &str, words: &[Range<usize>], spans: &mut Vec<Span>) {
        if self.is_empty() {
            return;
        }
        let mut rest = words;
        let may_begin = |run: &Range<usize>| self.starts.may_have(plain.as_bytes(), run);
        while let Some(next) = rest.iter().position(may_begin) {
            rest = rest.get(next..).unwrap_or_default();
            let [first, after @ ..] = rest else { break };
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
                best = Some((count, known.exactly(spelling.exact).unwrap_or(known.first.1)));
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
    use proptest::prelude::*;

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

    /// The runs as a regular expression would have them: letter by letter.
    fn naive_runs(plain: &str) -> Vec<Range<usize>> {
        let mut found: Vec<(Range<usize>, bool)> = Vec::new();
        for (at, c) in plain.char_indices() {
            let (is_digit, end) = (c.is_ascii_digit(), at + c.len_utf8());
            match found.last_mut() {
                _ if !is_digit && !is_letter(c) => {}
                Some((run, digits)) if run.end == at && *digits == is_digit => run.end = end,
                _ => found.push((at..end, is_digit)),
            }
        }
        found.into_iter().map(|(run, _)| run).collect()
    }

    proptest! {
        #[test]
        fn runs_are_those_of_the_naive_way(plain in "[a-c0-2' ._\u{e9}\u{4e2d}\u{2014}-]{0,30}") {
            let mut found = Vec::new();
            runs(&plain, &mut found);
            prop_assert_eq!(found, naive_runs(&plain));
        }

        /// What is passed over by its first two letters is not what is known.
        #[test]
        fn no_word_that_is_known_is_passed_over(
            known in "[adejosu1\u{4e2d}]{2,5}",
            text in "[adejosu1\u{4e2d} ]{0,12}",
        ) {
            let mut lexicon = Lexicon::default();
            lexicon.learn([known.as_str()], 1);
            let (mut words, mut spans, mut all) = (Vec::new(), Vec::new(), Vec::new());
            let text = format!("{text} {known} {text}{known}");
            runs(&text, &mut words);
            lexicon.find(&text, &words, &mut spans);
            lexicon.starts = Starts([u32::MAX; 32]);
            lexicon.find(&text, &words, &mut all);
            prop_assert_eq!(&spans, &all);
            prop_assert!(!spans.is_empty());
        }
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
