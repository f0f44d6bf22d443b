//! What leads to someone by its shape alone: numbers, addresses, handles, dates.

mod cursor;
mod numbers;
mod web;

use cursor::Cursor;
use std::ops::Range;

/// What something is by its shape, in the order in which the shapes are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Shape {
    Email,
    Handle,
    WebAddress,
    Date,
    NationalInsurance,
    PupilNumber,
    Postcode,
    Number,
}

impl Shape {
    pub(crate) const ALL: [Self; 8] = [
        Self::Email,
        Self::Handle,
        Self::WebAddress,
        Self::Date,
        Self::NationalInsurance,
        Self::PupilNumber,
        Self::Postcode,
        Self::Number,
    ];

    /// What stands in its place.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Email => "(e-mail address)",
            Self::Handle => "(handle)",
            Self::WebAddress => "(web address)",
            Self::Date => "(date)",
            Self::NationalInsurance => "(National Insurance number)",
            Self::PupilNumber => "(UPN)",
            Self::Postcode => "(postcode)",
            Self::Number => "(number)",
        }
    }

    /// The end of such a thing that begins here.
    fn end(self, text: Cursor<'_>, at: usize) -> Option<usize> {
        match self {
            Self::Email => web::email(text, at),
            Self::Handle => web::handle(text, at),
            Self::WebAddress => web::address(text, at),
            Self::Date => numbers::date(text, at),
            Self::NationalInsurance => numbers::national_insurance(text, at),
            Self::PupilNumber => numbers::pupil_number(text, at),
            Self::Postcode => numbers::postcode(text, at),
            Self::Number => numbers::number(text, at),
        }
    }
}

/// Where a folded text has what leads to someone by its shape, in order and apart.
pub(crate) fn shapes(plain: &str, found: &mut Vec<(Range<usize>, Shape)>) {
    found.clear();
    let text = Cursor::new(plain);
    let signs = Signs::of(text);
    // Most texts end here.
    let tried: Vec<Shape> = Shape::ALL.into_iter().filter(|shape| signs.allow(*shape)).collect();
    if tried.is_empty() {
        return;
    }
    let mut at = 0;
    while let Some(byte) = text.byte(at) {
        let may_begin = matches!(byte, b'0'..=b'9' | b'@' | b'+' | b'(')
            || matches!(byte, b'a'..=b'z' | b'_' | b'.' | b'\'' | b'-' | 0xc0..)
                && !text.is_before(at, |b| b.is_ascii_alphanumeric());
        let first = tried.iter().filter(|_| may_begin);
        let end = first.filter_map(|shape| Some((shape.end(text, at)?, *shape))).next();
        match end {
            Some((end, shape)) if end > at => {
                found.push((at..end, shape));
                at = end;
            }
            _ => at += 1,
        }
    }
}

/// Whether there is a digit of ASCII: all are looked at, many at a time.
pub(crate) fn has_digit(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |any, byte| any | byte.is_ascii_digit())
}

/// What a text has to have for a shape to be in it.
struct Signs {
    at: bool,
    digit: bool,
    web: bool,
}

impl Signs {
    fn of(text: Cursor<'_>) -> Self {
        let bytes = text.bytes();
        let mut signs = Self { at: false, digit: has_digit(bytes), web: false };
        for at in memchr::memchr3_iter(b'@', b'.', b':', bytes) {
            match text.byte(at) {
                Some(b'@') => signs.at = true,
                Some(b'.') => signs.web |= text.is_word_before(at) && text.is_word(at + 1),
                _ => signs.web |= text.begins(at, "://"),
            }
        }
        signs
    }

    fn allow(&self, shape: Shape) -> bool {
        match shape {
            Shape::Email | Shape::Handle => self.at,
            Shape::WebAddress => self.web,
            _ => self.digit,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<(&str, Shape)> {
        let mut found = Vec::new();
        shapes(text, &mut found);
        found.into_iter().map(|(range, shape)| (text.get(range).unwrap(), shape)).collect()
    }

    #[test]
    fn each_shape_is_found_whole() {
        use Shape as S;
        for (text, shape) in [
            ("a.b+c'd-e@school.example.uk", S::Email),
            ("@kai.smith_09", S::Handle),
            ("https://example.org/kai?x=1", S::WebAddress),
            ("www.example.org/kai", S::WebAddress),
            ("example.co.uk/kai", S::WebAddress),
            ("2026-03-12", S::Date),
            ("2026-03-12t09:30:00.5+01:00", S::Date),
            ("2026-03-12t09:30z", S::Date),
            ("12.3.26", S::Date),
            ("12/03/2026", S::Date),
            ("12 march 2026", S::Date),
            ("12th of sept", S::Date),
            ("march 3rd, 2026", S::Date),
            ("qq 12 34 56 c", S::NationalInsurance),
            ("qq123456", S::NationalInsurance),
            ("qq-12-34-56-c", S::NationalInsurance),
            ("a 123 4567 89012", S::PupilNumber),
            ("a12345678901b", S::PupilNumber),
            ("le1 6zz", S::Postcode),
            ("w1a1aa", S::Postcode),
            ("gir 0aa", S::Postcode),
            ("+44 7700 900 123", S::Number),
            ("(0116) 496 0123", S::Number),
            ("943.476.5919", S::Number),
        ] {
            for around in [format!("x {text}, y"), format!("({text})."), text.to_owned()] {
                let around = around.as_str();
                // A parenthesis before digits is theirs.
                let all: Vec<_> = found(around);
                assert!(
                    all.len() == 1
                        && all[0].1 == shape
                        && all[0].0.trim_start_matches('(') == text.trim_start_matches('('),
                    "{around}: {all:?}"
                );
            }
        }
    }

    #[test]
    fn other_words_and_numbers_are_not() {
        for text in [
            "came 3 times in 2 weeks, for 10 minutes",
            "from 7 to 5.5, and 12 of 30 days",
            "in year 9 at 10:30, room 101",
            "e.g. twice a week, i.e. on 2 days",
            "the cost was 1,500 pounds",
            "it may be 12 people",
            "a@b",
            "1.2.3.4x",
            "",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    proptest! {
        /// Whatever the text: in order, apart, between characters.
        #[test]
        fn what_is_found_lies_in_the_text(text in "[a-z0-9@./:+() _'\u{e9}\u{4e2d}-]{0,60}") {
            let mut all = Vec::new();
            shapes(&text, &mut all);
            let mut last = 0;
            for (range, _) in all {
                prop_assert!(last <= range.start && range.start < range.end);
                prop_assert!(text.get(range.clone()).is_some());
                last = range.end;
            }
        }
    }
}
