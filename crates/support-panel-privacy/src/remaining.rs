//! What may still lead to somebody in a text whose names are hidden, counted by what it looks like.

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
    let words = words(text);
    let texts: Vec<&str> =
        words.iter().map(|word| text.get(word.clone()).unwrap_or_default()).collect();
    [
        capitals(text),
        ages(text, &words, &texts),
        places(text, &words, &texts),
        texts.iter().filter(|word| is_of_the_calendar(word)).count() as u64,
        text.split(|c: char| !is_digit(c))
            .filter(|digits| matches!(digits.chars().count(), 4 | 5))
            .count() as u64,
    ]
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

fn capitals(text: &str) -> u64 {
    let mut before = [None; 3];
    let mut count = 0;
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let begins = c.is_ascii_uppercase()
            && letters.peek().is_some_and(|next| next.is_alphanumeric() && !is_digit(*next));
        let within = match before {
            [Some(one), Some(two), Some(' ')] => {
                is_low(one) && (is_low(two) || matches!(two, ' ' | ',' | ';'))
            }
            _ => false,
        };
        count += u64::from(begins && within);
        let [_, second, third] = before;
        before = [second, third, Some(c)];
    }
    count
}

/// What stands between a word and the next.
fn between<'a>(text: &'a str, words: &[Range<usize>], at: usize) -> Option<&'a str> {
    text.get(words.get(at)?.end..words.get(at + 1)?.start)
}

fn ages(text: &str, words: &[Range<usize>], texts: &[&str]) -> u64 {
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

fn places(text: &str, words: &[Range<usize>], texts: &[&str]) -> u64 {
    let (mut at, mut count) = (0, 0);
    while let (Some(name), Some(kind)) = (texts.get(at), texts.get(at + 1)) {
        let named = name.len() > 1
            && name.starts_with(|c: char| c.is_ascii_uppercase())
            && name.chars().all(|c| c.is_alphanumeric() && !is_digit(c));
        let found = named && between(text, words, at) == Some(" ") && KINDS.contains(kind);
        count += u64::from(found);
        at += 1 + usize::from(found);
    }
    count
}

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
}
