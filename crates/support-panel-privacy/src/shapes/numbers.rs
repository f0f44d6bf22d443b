//! Numbers that lead to someone, postcodes, and days.

use super::cursor::{Cursor, is_alphanumeric, is_digit, is_space};

/// What stands between the parts of a number.
fn is_between(byte: u8) -> bool {
    is_space(byte) || matches!(byte, b'.' | b'/' | b'-')
}

fn is_between_or_bracket(byte: u8) -> bool {
    is_between(byte) || matches!(byte, b'(' | b')')
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_lowercase()
}

/// The end of so many digits and what stands between them, from here on.
fn spaced_digits(text: Cursor<'_>, mut at: usize, count: usize) -> Option<usize> {
    for _ in 0..count {
        let digit = text.skip_three(at, is_between);
        if !text.is(digit, is_digit) {
            return None;
        }
        at = digit + 1;
    }
    Some(at)
}

fn ends_word(text: Cursor<'_>, at: usize) -> bool {
    !text.is(at, is_alphanumeric)
}

fn is_check_letter(byte: u8) -> bool {
    matches!(byte, b'a'..=b'd')
}

pub(super) fn national_insurance(text: Cursor<'_>, at: usize) -> Option<usize> {
    let starts = !text.is_before(at, is_alphanumeric)
        && text.is(at, is_letter)
        && text.is(at + 1, is_letter);
    if !starts {
        return None;
    }
    let letters = at + 2;
    if text.is(letters, is_digit) {
        let digits = spaced_digits(text, letters, 6)?;
        let last = text.skip_three(digits, is_between);
        let with_letter = text.is(last, is_check_letter).then_some(last + 1);
        return [with_letter, Some(digits)].into_iter().flatten().find(|end| ends_word(text, *end));
    }
    // Two letters apart from the digits may be a word: then the pairs and the last letter have to be there.
    let mut end = letters;
    for _ in 0..3 {
        let pair = text.skip_three(end, is_between);
        if !text.is(pair, is_digit) || !text.is(pair + 1, is_digit) {
            return None;
        }
        end = pair + 2;
    }
    let last = text.skip_three(end, is_between);
    (text.is(last, is_check_letter) && ends_word(text, last + 1)).then_some(last + 1)
}

pub(super) fn pupil_number(text: Cursor<'_>, at: usize) -> Option<usize> {
    if text.is_before(at, is_alphanumeric) || !text.is(at, is_letter) {
        return None;
    }
    let digits = spaced_digits(text, at + 1, 11)?;
    let last = text.skip_three(digits, is_between);
    (text.is(last, is_alphanumeric) && ends_word(text, last + 1)).then_some(last + 1)
}

pub(super) fn postcode(text: Cursor<'_>, at: usize) -> Option<usize> {
    if text.is_before(at, is_alphanumeric) {
        return None;
    }
    let area = text.skip(at, is_letter);
    let outward = if text.begins(at, "gir") && area == at + 3 {
        [Some(area), None]
    } else if (1..=2).contains(&(area - at)) && text.is(area, is_digit) {
        let longer = text.is(area + 1, is_alphanumeric).then_some(area + 2);
        [longer, Some(area + 1)]
    } else {
        return None;
    };
    let is_between = |b: u8| is_space(b) || matches!(b, b'.' | b'-');
    outward.into_iter().flatten().find_map(|outward| {
        let inward = text.skip_three(outward, is_between);
        let fits = text.is(inward, is_digit)
            && text.is(inward + 1, is_letter)
            && text.is(inward + 2, is_letter)
            && ends_word(text, inward + 3);
        fits.then_some(inward + 3)
    })
}

/// Six digits and more.
pub(super) fn number(text: Cursor<'_>, at: usize) -> Option<usize> {
    if text.is_before(at, is_digit) {
        return None;
    }
    let first = match (text.byte(at), text.byte(at + 1)) {
        (Some(b'('), Some(b'+')) => at + 2,
        (Some(b'(' | b'+'), _) => at + 1,
        _ => at,
    };
    // A day in brackets is a day.
    if !text.is(first, is_digit) || first > at && date(text, first).is_some() {
        return None;
    }
    let (mut end, mut count) = (first + 1, 1);
    loop {
        let next = text.skip_three(end, is_between_or_bracket);
        if !text.is(next, is_digit) {
            break;
        }
        (end, count) = (next + 1, count + 1);
    }
    (count >= 6).then_some(end)
}

pub(super) fn date(text: Cursor<'_>, at: usize) -> Option<usize> {
    let starts_number = text.is(at, is_digit) && !text.is_before(at, is_digit);
    if starts_number {
        return in_figures(text, at).or_else(|| day_and_month(text, at));
    }
    if text.is_word_before(at) { None } else { month_and_day(text, at) }
}

/// How many digits stand here.
fn digits(text: Cursor<'_>, at: usize) -> usize {
    text.skip(at, is_digit) - at
}

fn in_figures(text: Cursor<'_>, at: usize) -> Option<usize> {
    let year_first = digits(text, at) == 4;
    if !year_first && !(1..=2).contains(&digits(text, at)) {
        return None;
    }
    let first = text.skip(at, is_digit);
    let sign = text.byte(first).filter(|sign| matches!(sign, b'-' | b'/' | b'.'))?;
    let second = text.skip(first + 1, is_digit);
    if !(1..=2).contains(&(second - first - 1)) || text.byte(second) != Some(sign) {
        return None;
    }
    let third = text.skip(second + 1, is_digit);
    let length = third - second - 1;
    let fits = if year_first { (1..=2).contains(&length) } else { length == 2 || length == 4 };
    if !fits {
        return None;
    }
    let times = if year_first { time(text, third) } else { [None; 6] };
    let is_whole = |end: &usize| {
        let goes_on = text.is(*end, |b| matches!(b, b'-' | b'/' | b'.'));
        !(text.is(*end, is_digit) || goes_on && text.is(end + 1, is_digit))
    };
    times.into_iter().flatten().chain([third]).find(is_whole)
}

/// Where a time after a day may end, the longest first.
fn time(text: Cursor<'_>, at: usize) -> [Option<usize>; 6] {
    let two = |at: usize| (text.is(at, is_digit) && text.is(at + 1, is_digit)).then_some(at + 2);
    let after = |at: usize, sign: u8| (text.byte(at) == Some(sign)).then_some(at + 1);
    let minutes = after(at, b't').and_then(two).and_then(|at| after(at, b':')).and_then(two);
    let seconds = minutes.and_then(|at| two(after(at, b':')?));
    let fraction = seconds
        .and_then(|at| after(at, b'.'))
        .filter(|at| text.is(*at, is_digit))
        .map(|at| text.skip(at, is_digit));
    let zone = |at: usize| match text.byte(at)? {
        b'z' => Some(at + 1),
        b'+' | b'-' => two(after(two(at + 1)?, b':')?),
        _ => None,
    };
    [
        fraction.and_then(zone),
        fraction,
        seconds.and_then(zone),
        seconds,
        minutes.and_then(zone),
        minutes,
    ]
}

/// After spaces, of which there is one at least.
fn after_spaces(text: Cursor<'_>, at: usize) -> Option<usize> {
    let end = text.skip(at, is_space);
    (end > at).then_some(end)
}

fn after_ordinal(text: Cursor<'_>, at: usize) -> usize {
    if ["st", "nd", "rd", "th"].iter().any(|ending| text.begins(at, ending)) { at + 2 } else { at }
}

const MONTHS: &[&str] = &[
    "jan",
    "january",
    "feb",
    "february",
    "mar",
    "march",
    "apr",
    "april",
    "may",
    "jun",
    "june",
    "jul",
    "july",
    "aug",
    "august",
    "sep",
    "sept",
    "september",
    "oct",
    "october",
    "nov",
    "november",
    "dec",
    "december",
];

fn after_month(text: Cursor<'_>, at: usize) -> Option<usize> {
    let end = text.skip(at, is_letter);
    (MONTHS.contains(&text.text(at, end)) && !text.is_word(end)).then_some(end)
}

fn day_and_month(text: Cursor<'_>, at: usize) -> Option<usize> {
    if digits(text, at) > 2 {
        return None;
    }
    let day = after_ordinal(text, text.skip(at, is_digit));
    let next = after_spaces(text, day)?;
    let of = text.begins(next, "of").then(|| after_spaces(text, next + 2)).flatten();
    let month = of.and_then(|at| after_month(text, at)).or_else(|| after_month(text, next))?;
    Some(with_year(text, month))
}

fn month_and_day(text: Cursor<'_>, at: usize) -> Option<usize> {
    let day = after_spaces(text, after_month(text, at)?)?;
    if !(1..=2).contains(&digits(text, day)) {
        return None;
    }
    let end = after_ordinal(text, text.skip(day, is_digit));
    (!text.is_word(end)).then(|| with_year(text, end))
}

fn with_year(text: Cursor<'_>, at: usize) -> usize {
    let comma = at + usize::from(text.byte(at) == Some(b','));
    after_spaces(text, comma)
        .filter(|year| digits(text, *year) == 4 && !text.is_word(year + 4))
        .map_or(at, |year| year + 4)
}
