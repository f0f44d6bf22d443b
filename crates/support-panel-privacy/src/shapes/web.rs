//! Addresses and handles.

use super::cursor::{Cursor, is_space};

fn is_local(byte: u8) -> bool {
    matches!(byte, b'.' | b'+' | b'\'' | b'-')
}

fn is_hyphen(byte: u8) -> bool {
    byte == b'-'
}

pub(super) fn email(text: Cursor<'_>, at: usize) -> Option<usize> {
    if text.is_word_before(at) || text.is_before(at, is_local) {
        return None;
    }
    let sign = text.skip_words(at, is_local);
    if sign == at || text.byte(sign) != Some(b'@') {
        return None;
    }
    let mut end = text.skip_words(sign + 1, is_hyphen);
    if end == sign + 1 {
        return None;
    }
    let mut labels = 0;
    while text.byte(end) == Some(b'.') {
        let next = text.skip_words(end + 1, is_hyphen);
        if next == end + 1 {
            break;
        }
        (end, labels) = (next, labels + 1);
    }
    (labels > 0).then_some(end)
}

pub(super) fn handle(text: Cursor<'_>, at: usize) -> Option<usize> {
    if text.byte(at) != Some(b'@') || text.is_word_before(at) || text.is_before(at, |b| b == b'@') {
        return None;
    }
    let is_named = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'.');
    let end = back_over(text, at + 1, text.skip(at + 1, is_named), |b| b == b'.');
    (end > at + 1).then_some(end)
}

/// What an address of a site ends in.
const ENDS: &[&str] = &[
    "com", "org", "net", "uk", "gov", "sch", "info", "io", "me", "co", "eu", "ie", "app", "tv",
    "online", "social", "site", "link",
];

pub(super) fn address(text: Cursor<'_>, at: usize) -> Option<usize> {
    if text.is_word_before(at) {
        return None;
    }
    for start in ["https://", "http://", "www."] {
        if text.begins(at, start) {
            let end = rest_of_address(text, at + start.len());
            return (end > at + start.len()).then_some(end);
        }
    }
    if text.is_before(at, |b| matches!(b, b'@' | b'.' | b'-')) {
        return None;
    }
    let is_label = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    let mut end = text.skip(at, is_label);
    if end == at {
        return None;
    }
    let mut found = None;
    while text.byte(end) == Some(b'.') {
        let next = text.skip(end + 1, is_label);
        if next == end + 1 {
            break;
        }
        let goes_on = text.is_word(next) || text.byte(next) == Some(b'@');
        if !goes_on && ENDS.contains(&text.text(end + 1, next)) {
            found = Some(next);
        }
        end = next;
    }
    let end = found?;
    let path = end + 1;
    let whole = if text.byte(end) == Some(b'/') { rest_of_address(text, path) } else { path };
    Some(if whole > path { whole } else { end })
}

/// Up to the next space, but for the signs at its end.
fn rest_of_address(text: Cursor<'_>, at: usize) -> usize {
    let mut end = text.skip(at, |b| !is_space(b));
    while end > at && !text.is_word_before(end) && !text.is_before(end, |b| b == b'/') {
        end -= 1;
    }
    end
}

fn back_over(text: Cursor<'_>, from: usize, mut to: usize, test: fn(u8) -> bool) -> usize {
    while to > from && text.is_before(to, test) {
        to -= 1;
    }
    to
}
