//! What may still lead to someone in a text whose names are hidden, counted by what it looks like.

use crate::shapes::has_digit;
use std::ops::Range;

/// What is counted, in the words of a report.
pub(crate) const SAID: [&str; 5] = [
    "words with a capital letter inside a sentence, which may be names",
    "ages",
    "schools, streets and other places by their kind",
    "months and days of the week",
    "other numbers of four or five digits",
];

/// How often a text has each.
pub(crate) fn remaining(text: &str) -> [u64; SAID.len()] {
    let [names, places, calendar] = capitals(text);
    if !has_digit(text.as_bytes()) {
        return [names, 0, places, calendar, 0];
    }
    let numbers = text.split(|c: char| !is_digit(c));
    let numbers = numbers.filter(|digits| matches!(digits.len(), 4 | 5)).count() as u64;
    [names, ages(text), places, calendar, numbers]
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// A letter that begins no name: no capital of English.
fn is_low(c: char) -> bool {
    c.is_alphanumeric() && !is_digit(c) && !c.is_ascii_uppercase()
}

fn words(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_word(*c)) {
        match found.last_mut() {
            Some(word) if word.end == at => word.end += c.len_utf8(),
            _ => found.push(at..at + c.len_utf8()),
        }
    }
    found
}

/// What begins with a capital letter of English: what may be names, places by their kind, and what is of the calendar.
fn capitals(text: &str) -> [u64; 3] {
    let [mut names, mut places, mut calendar] = [0; 3];
    let mut kind_at = None;
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_uppercase()) {
        let (before, rest) = text.split_at_checked(at).unwrap_or_default();
        names += u64::from(may_be_a_name(before, rest));
        if before.ends_with(is_word) {
            continue;
        }
        let word = first_word(rest);
        calendar += u64::from(is_of_the_calendar(word));
        // "Park School" after "Oak" is one place.
        if kind_at.take() == Some(at) {
            continue;
        }
        let is_named = word.len() > 1 && !word.contains(|c| c == '_' || is_digit(c));
        let kind = rest.get(word.len()..).and_then(|after| after.strip_prefix(' '));
        if is_named && kind.is_some_and(|kind| KINDS.contains(&first_word(kind))) {
            places += 1;
            kind_at = Some(at + word.len() + 1);
        }
    }
    [names, places, calendar]
}

fn first_word(text: &str) -> &str {
    text.split(|c| !is_word(c)).next().unwrap_or_default()
}

/// Whether a capital letter stands inside a sentence and begins a word.
fn may_be_a_name(before: &str, rest: &str) -> bool {
    let mut before = before.chars().rev();
    before.next() == Some(' ')
        && before.next().is_some_and(|c| is_low(c) || matches!(c, ' ' | ',' | ';'))
        && before.next().is_some_and(is_low)
        && rest.chars().nth(1).is_some_and(|next| next.is_alphanumeric() && !is_digit(next))
}

/// What stands between a word and the next.
fn between<'a>(text: &'a str, words: &[Range<usize>], at: usize) -> Option<&'a str> {
    text.get(words.get(at)?.end..words.get(at + 1)?.start)
}

fn ages(text: &str) -> u64 {
    let words = &words(text);
    let texts: Vec<&str> =
        words.iter().map(|word| text.get(word.clone()).unwrap_or_default()).collect();
    let is = |at: usize, any: &[&str]| {
        texts.get(at).is_some_and(|word| any.iter().any(|one| word.eq_ignore_ascii_case(one)))
    };
    let is_number =
        |at: usize| texts.get(at).is_some_and(|word| word.len() <= 2 && word.chars().all(is_digit));
    let apart = |at: usize, also: char| {
        between(text, words, at)
            .is_some_and(|signs| signs.chars().all(|c| c.is_whitespace() || c == also))
    };
    let (mut at, mut count) = (0, 0);
    while at < texts.len() {
        let length = if is(at, &["age", "aged", "year"]) && apart(at, ' ') && is_number(at + 1) {
            2
        } else if is(at, &["age"])
            && between(text, words, at) == Some(" ")
            && is(at + 1, &["of"])
            && apart(at + 1, ' ')
            && is_number(at + 2)
            || is_number(at)
                && apart(at, '-')
                && is(at + 1, &["year", "years", "month", "months", "week", "weeks"])
                && apart(at + 1, '-')
                && is(at + 2, &["old"])
        {
            3
        } else {
            0
        };
        count += u64::from(length > 0);
        at += length.max(1);
    }
    count
}

const KINDS: &[&str] = &[
    "Primary", "Infant", "Infants", "Junior", "Juniors", "School", "Academy", "College", "Nursery",
    "Street", "Road", "Avenue", "Lane", "Close", "Drive", "Crescent", "Court", "Way", "House",
    "Surgery", "Hospital", "Church", "Park",
];

fn is_of_the_calendar(word: &str) -> bool {
    const MONTHS: &[&str] = &[
        "January",
        "February",
        "March",
        "April",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    const DAYS: &[&str] =
        &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    MONTHS.contains(&word) || DAYS.contains(&word.strip_suffix('s').unwrap_or(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_may_be_somebody_is_counted() {
        let text = "Seen by Dr Patel near Oak Road, aged 7, in March; and a 12-year-old of year 9 at the age of 11";
        assert_eq!(remaining(text), [4, 4, 1, 1, 0]);
        assert_eq!(
            remaining("Oak Park School, Elm Street. 1234 12345 123456 Mondays"),
            [4, 0, 2, 1, 2]
        );
        assert_eq!(remaining("I think I'd go, and Zo\u{eb} came to \u{c9}lan"), [1, 0, 0, 0, 0]);
        assert_eq!(remaining(""), [0; 5]);
    }

    /// Word by word, and letter by letter, without looking for capitals first.
    fn naive_capitals(text: &str) -> [u64; 3] {
        let words = words(text);
        let texts: Vec<&str> = words.iter().map(|word| text.get(word.clone()).unwrap()).collect();
        let (mut places, mut at) = (0, 0);
        while let (Some(name), Some(kind)) = (texts.get(at), texts.get(at + 1)) {
            let named = name.len() > 1
                && name.starts_with(|c: char| c.is_ascii_uppercase())
                && name.chars().all(|c| c.is_alphanumeric() && !is_digit(c));
            let found = named && between(text, &words, at) == Some(" ") && KINDS.contains(kind);
            places += u64::from(found);
            at += 1 + usize::from(found);
        }
        let letters: Vec<char> = text.chars().collect();
        let names = letters.windows(5).filter(|letters| match letters {
            [one, two, ' ', capital, next] => {
                is_low(*one)
                    && (is_low(*two) || matches!(two, ' ' | ',' | ';'))
                    && capital.is_ascii_uppercase()
                    && next.is_alphanumeric()
                    && !is_digit(*next)
            }
            _ => false,
        });
        let calendar = texts.iter().filter(|word| is_of_the_calendar(word)).count() as u64;
        [names.count() as u64, places, calendar]
    }

    proptest! {
        #[test]
        fn capitals_are_those_of_the_naive_way(
            words in proptest::collection::vec(
                "Oak|Park|School|March|Mondays|[A-Z]?[a-c]{0,2}[A-Z]?|[0-9_\u{e9}\u{c9}]{1,2}", 0..12),
            signs in proptest::collection::vec("[ ]|  |, |; |\\. |-|_|", 12),
        ) {
            let text: String = words.iter().zip(&signs).flat_map(|(word, sign)| [word.as_str(), sign]).collect();
            prop_assert_eq!(capitals(&text), naive_capitals(&text), "{}", text);
        }
    }
}
