//! Finding the terms that a council would rather say in plain words.

use super::Term;
use crate::Text;
use std::ops::Range;

/// How many bytes are looked at together.
const TOGETHER: usize = 32;

/// Some bytes of a text, and those that follow each of them.
type Pairs<'a> = (&'a [u8; TOGETHER], &'a [u8; TOGETHER]);

fn pairs(bytes: &[u8], at: usize) -> Option<Pairs<'_>> {
    Some((bytes.get(at..)?.first_chunk()?, bytes.get(at + 1..)?.first_chunk()?))
}

/// The terms of a profile, laid out so that a text is read once.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Terms {
    terms: Vec<Wanted>,
    /// For each byte that a word of a text may start with, the indexes of the terms that may stand there.
    by_first_byte: Vec<Vec<usize>>,
    /// Whether there are any such terms.
    starts: [bool; 256],
    /// Between which those bytes lie, and between which the byte after each: in the small letters that texts are made of no
    /// acronym starts, and none goes on.
    first: Span,
    second: Span,
}

/// Bytes from a least one on, as many more as this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    least: u8,
    more: u8,
}

impl Span {
    /// From the least to the greatest byte of which something holds.
    fn of(may: impl Fn(u8) -> bool) -> Self {
        let least = (0..=u8::MAX).find(|byte| may(*byte)).unwrap_or_default();
        let greatest = (0..=u8::MAX).rfind(|byte| may(*byte)).unwrap_or_default();
        Self { least, more: greatest - least }
    }

    #[inline]
    const fn has(self, byte: u8) -> bool {
        byte.wrapping_sub(self.least) <= self.more
    }
}

/// A term to look for: capitals match exactly, other terms in any case, and any white space matches any other.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    term: Text,
    exact: bool,
}

impl Terms {
    pub(super) fn new(terms: &[Term]) -> Self {
        let terms: Vec<Wanted> = terms.iter().map(|term| Wanted::new(term.term.as_str())).collect();
        let by_first_byte: Vec<Vec<usize>> = (0..=u8::MAX)
            .map(|byte| {
                (0..terms.len())
                    .zip(&terms)
                    .filter(|(_, wanted)| wanted.may_start(byte))
                    .map(|(index, _)| index)
                    .collect()
            })
            .collect();
        let mut starts = [false; 256];
        starts
            .iter_mut()
            .zip(&by_first_byte)
            .for_each(|(start, indexes)| *start = !indexes.is_empty());
        let first = Span::of(|byte| terms.iter().any(|wanted| wanted.may_start(byte)));
        let second = Span::of(|byte| terms.iter().any(|wanted| wanted.may_go_on(byte)));
        Self { terms, by_first_byte, starts, first, second }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The index, in the profile's list, of the first term that a text uses as a whole word.
    pub(crate) fn first_in(&self, text: Option<&Text>) -> Option<usize> {
        let text = text?.as_str();
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(pairs) = pairs(bytes, at) {
            if self.may_start_in(pairs)
                && let Some(index) = self.within(text, at..at + TOGETHER)
            {
                return Some(index);
            }
            at += TOGETHER;
        }
        // The end is looked at as a whole, with some of what was seen. Only a single letter can start in the last byte.
        let end = bytes.len().checked_sub(TOGETHER + 1).and_then(|at| pairs(bytes, at));
        if self.second.more < u8::MAX && end.is_some_and(|pairs| !self.may_start_in(pairs)) {
            return None;
        }
        self.within(text, at..bytes.len())
    }

    /// Whether a term may start in any of these bytes, each beside the one that follows it.
    #[inline]
    fn may_start_in(&self, (firsts, seconds): Pairs<'_>) -> bool {
        let (first, second) = (self.first, self.second);
        // Nothing is left out once one is found: so the compiler asks them all at once.
        firsts
            .iter()
            .zip(seconds)
            .fold(0, |any, (a, b)| any | u8::from(first.has(*a)) & u8::from(second.has(*b)))
            != 0
    }

    /// The first term that starts in a part of a text.
    fn within(&self, text: &str, part: Range<usize>) -> Option<usize> {
        let bytes = text.as_bytes().get(part.clone())?;
        let started = bytes
            .iter()
            .zip(part)
            .filter(|(byte, _)| self.starts.get(usize::from(**byte)) == Some(&true));
        started.into_iter().find_map(|(byte, at)| self.at(text, at, *byte))
    }

    /// The first term that stands in a text at a byte, as the start of a word.
    #[inline(never)]
    fn at(&self, text: &str, at: usize, byte: u8) -> Option<usize> {
        let rest = word_from(text, at)?;
        let indexes = self.by_first_byte.get(usize::from(byte))?;
        indexes.iter().copied().find(|index| {
            self.terms.get(*index).is_some_and(|wanted| wanted.begins(rest).is_some())
        })
    }
}

impl Wanted {
    pub(crate) fn new(term: &str) -> Self {
        Self { term: term.trim().into(), exact: is_capitals(term) }
    }

    /// The first offset at or after `from` where the term stands in a text as a whole word.
    pub(crate) fn find(&self, text: &str, from: usize) -> Option<Range<usize>> {
        let mut starts = text.get(from..)?.char_indices().map(|(at, _)| from + at);
        starts.find_map(|at| Some(at..at + self.begins(word_from(text, at)?)?))
    }

    /// Whether a text that starts with a byte may start with the term.
    fn may_start(&self, byte: u8) -> bool {
        let Some(first) = self.term.as_str().chars().next() else { return false };
        match byte {
            0..0x80 if self.exact => char::from(byte) == first,
            0..0x80 => same_letter(char::from(byte), first),
            // Beyond ASCII a letter's other case may start with another byte: there each term is tried.
            _ => !self.exact || !first.is_ascii(),
        }
    }

    /// Whether in a text that starts with the term a byte may be the second.
    fn may_go_on(&self, byte: u8) -> bool {
        match (self.term.as_str().as_bytes(), self.exact) {
            ([first, second, ..], true) if first.is_ascii() && second.is_ascii_graphic() => {
                byte == *second
            }
            // After a single letter anything may stand, and of other terms it is not worth to tell.
            _ => true,
        }
    }

    /// How many bytes of a text the term takes up that stands at its start and ends there as a word.
    fn begins(&self, text: &str) -> Option<usize> {
        let mut rest = text.char_indices().peekable();
        let mut wanted = self.term.as_str().chars().peekable();
        let mut last = None;
        while let Some(letter) = wanted.next() {
            let (_, found) = rest.next()?;
            let same = if letter.is_whitespace() {
                while wanted.next_if(|c| c.is_whitespace()).is_some() {}
                found.is_whitespace()
            } else {
                found == letter || !self.exact && same_letter(found, letter)
            };
            if !same {
                return None;
            }
            if found.is_whitespace() {
                while rest.next_if(|(_, c)| c.is_whitespace()).is_some() {}
            }
            last = Some(letter);
        }
        let goes_on =
            last?.is_alphanumeric() && rest.peek().is_some_and(|(_, c)| c.is_alphanumeric());
        (!goes_on).then(|| rest.peek().map_or(text.len(), |(at, _)| *at))
    }
}

/// A text from a byte on, unless that is inside a word.
fn word_from(text: &str, at: usize) -> Option<&str> {
    let (before, rest) = text.split_at_checked(at)?;
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    (!is_word(before.chars().next_back()) || !is_word(rest.chars().next())).then_some(rest)
}

fn same_letter(a: char, b: char) -> bool {
    a.to_lowercase().eq(b.to_lowercase())
}

/// An acronym: capitals, and no small letter.
fn is_capitals(term: &str) -> bool {
    term.chars().any(char::is_uppercase) && !term.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn terms(words: &[&str]) -> Terms {
        let term = |word: &&str| Term { term: (*word).into(), say: None };
        Terms::new(&words.iter().map(term).collect::<Vec<_>>())
    }

    fn first(words: &[&str], text: &str) -> Option<usize> {
        terms(words).first_in(Some(&text.into()))
    }

    #[test]
    fn capitals_match_exactly_and_others_in_any_case() {
        assert_eq!(first(&["EH"], "at EH."), Some(0));
        assert_eq!(first(&["EH"], "eh, Eh?"), None);
        assert_eq!(first(&["CiN", "core group"], "The CORE \n Group met"), Some(1));
        assert_eq!(first(&["\u{e9}lan"], "\u{c9}lan"), Some(0));
    }

    #[test]
    fn only_whole_words_match() {
        assert_eq!(first(&["EWS"], "NEWS EWSx 1EWS"), None);
        assert_eq!(first(&["EWS"], "NEWS, (EWS's)"), Some(0));
        assert_eq!(first(&["A&E", "s.47(1)"], "seen at A&E"), Some(0));
        assert_eq!(first(&["A&E", "s.47(1)"], "under S.47(1), again"), Some(1));
        assert_eq!(first(&["core group"], "hardcore group, core groups, core"), None);
    }

    #[test]
    fn no_terms_and_blank_terms_match_nothing() {
        assert_eq!(first(&[], "EWS"), None);
        assert_eq!(first(&[" ", "x"], "  \u{e9} "), None);
    }

    proptest! {
        /// As a plain search says: every start, every term.
        #[test]
        fn agrees_with_looking_everywhere(words in prop::collection::vec("[aAbé&][aAB ]{0,2}|[AB]{2,3}", 1..4), text in "[aAbBéÉ& .]{0,12}|[aAbBéÉ& .]{0,80}|[a-z A]{30,80}") {
            let chars: Vec<char> = text.chars().collect();
            let word = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_alphanumeric());
            let naive = (0..chars.len()).find_map(|at| {
                (0..words.len()).find(|index| {
                    let term = words[*index].trim();
                    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
                    let begins_inside = word(at.checked_sub(1)) && word(Some(at));
                    (at + 1..=chars.len()).any(|end| {
                        let ends_inside = word(Some(end - 1)) && word(Some(end));
                        let part: String = chars[at..end].iter().collect();
                        let trimmed = part.trim() == part;
                        let (part, term) = (squeezed(&part), squeezed(term));
                        let same = if is_capitals(&term) { part == term } else { part.to_lowercase() == term.to_lowercase() };
                        same && trimmed && !begins_inside && !ends_inside
                    })
                })
            });
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            prop_assert_eq!(first(&words, &text), naive);
        }
    }
}
