//! The strict reader: one pass over the text, the first fault reported with its place.

use super::fault::{Fault, Read};
use crate::error::Code;
use crate::limits;
use std::borrow::Cow;

/// What kind of thing stands at the cursor; the only thing a message says about what was found.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Number,
    Bool,
    Null,
    List,
    Object,
}

impl Kind {
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Text => "a text",
            Self::Number => "a number",
            Self::Bool => "true or false",
            Self::Null => "null",
            Self::List => "a list",
            Self::Object => "an object",
        }
    }
}

/// A key as canonical writing spells it, `"key":`, with its first and its last eight bytes as one word each: most keys are
/// told apart by one comparison and known whole by two.
pub(crate) struct Key {
    pub(crate) quoted: &'static str,
    head: u64,
    mask: u64,
    tail: u64,
}

impl Key {
    pub(crate) const fn new(quoted: &'static str) -> Self {
        let bytes = quoted.as_bytes();
        let (mut head, mut mask, mut rest, mut shift) = (0, 0, bytes, 0);
        while let [byte, after @ ..] = rest
            && shift < u64::BITS
        {
            head |= (*byte as u64) << shift;
            mask |= 0xff << shift;
            shift += 8;
            rest = after;
        }
        let tail = match bytes.last_chunk() {
            Some(last) => u64::from_le_bytes(*last),
            None => 0,
        };
        Self { quoted, head, mask, tail }
    }

    /// Whether a text begins with the key, given its first eight bytes as a word.
    #[inline]
    fn begins(&self, head: u64, text: &[u8]) -> bool {
        if head & self.mask != self.head {
            return false;
        }
        match self.quoted.len() {
            0..=8 => true,
            9..=16 => {
                text.get(self.quoted.len() - 8..).and_then(<[u8]>::first_chunk).is_some_and(|last| u64::from_le_bytes(*last) == self.tail)
            }
            _ => text.starts_with(self.quoted.as_bytes()),
        }
    }
}

#[derive(Clone)]
pub(crate) struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    /// How deep the object stands whose `type` has been read already; the root is 1.
    tagged: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, at: 0, depth: 0, tagged: 0 }
    }

    pub(crate) fn offset(&self) -> usize {
        self.at
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    fn slice(&self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to).unwrap_or_default()
    }

    #[inline]
    fn skip_space(&mut self) {
        // Canonical text has none.
        if self.byte().is_some_and(|b| b > b' ') {
            return;
        }
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.byte() {
            self.at += 1;
        }
    }

    /// A fault at the cursor.
    pub(crate) fn fault(&self, code: Code, found: impl Into<Cow<'static, str>>, expected: impl Into<Cow<'static, str>>) -> Box<Fault> {
        Fault::new(code, self.at, found, expected)
    }

    fn syntax(&self, expected: &'static str) -> Box<Fault> {
        match self.byte() {
            None => self.fault(Code::Truncated, "the end of the text", expected),
            Some(_) => self.fault(Code::BadSyntax, "something else", expected),
        }
    }

    /// The kind of the value that follows.
    pub(crate) fn kind(&mut self) -> Read<Kind> {
        self.skip_space();
        match self.byte() {
            Some(b'"') => Ok(Kind::Text),
            Some(b'{') => Ok(Kind::Object),
            Some(b'[') => Ok(Kind::List),
            Some(b'-' | b'0'..=b'9') => Ok(Kind::Number),
            Some(b't' | b'f') => Ok(Kind::Bool),
            Some(b'n') => Ok(Kind::Null),
            _ => Err(self.syntax("a value")),
        }
    }

    /// Whether a value of the wanted kind follows; a `null` is taken and means there is none.
    #[inline]
    pub(crate) fn expect(&mut self, wanted: Kind) -> Read<bool> {
        self.expect_for(wanted, wanted.words())
    }

    /// As [`Reader::expect`], with better words for what was wanted.
    #[inline]
    pub(crate) fn expect_for(&mut self, wanted: Kind, words: &'static str) -> Read<bool> {
        let likely = match wanted {
            Kind::Text => b'"',
            Kind::Object => b'{',
            Kind::List => b'[',
            Kind::Number | Kind::Bool | Kind::Null => 0,
        };
        if self.byte() == Some(likely) { Ok(true) } else { self.expect_slowly(wanted, words) }
    }

    fn expect_slowly(&mut self, wanted: Kind, words: &'static str) -> Read<bool> {
        match self.kind()? {
            found if found == wanted => Ok(true),
            Kind::Null => self.literal("null").map(|()| false),
            found => Err(self.fault(Code::WrongType, found.words(), words)),
        }
    }

    fn literal(&mut self, word: &'static str) -> Read<()> {
        for wanted in word.bytes() {
            if self.byte() != Some(wanted) {
                return Err(self.syntax(word));
            }
            self.at += 1;
        }
        Ok(())
    }

    pub(crate) fn bool(&mut self) -> Read<bool> {
        let yes = self.byte() == Some(b't');
        self.literal(if yes { "true" } else { "false" })?;
        Ok(yes)
    }

    /// A number, as it is written.
    pub(crate) fn number(&mut self) -> Read<&'a str> {
        let from = self.at;
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        match self.byte() {
            Some(b'0') => self.at += 1,
            _ => self.digits()?,
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.byte() {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(self.slice(from, self.at))
    }

    fn digits(&mut self) -> Read<()> {
        let from = self.at;
        while let Some(b'0'..=b'9') = self.byte() {
            self.at += 1;
        }
        if self.at == from { Err(self.syntax("a digit")) } else { Ok(()) }
    }

    /// A text, borrowed where nothing in it is escaped.
    #[inline]
    pub(crate) fn string(&mut self) -> Read<Cow<'a, str>> {
        let open = self.at;
        let from = open + 1;
        let end = from + plain_run(self.text.as_bytes().get(from..).unwrap_or_default());
        self.at = end;
        if self.byte() == Some(b'"') && end - from <= limits::TEXT_CHARACTERS {
            self.at += 1;
            return Ok(Cow::Borrowed(self.slice(from, end)));
        }
        self.string_slowly(open)
    }

    /// An id in its usual shape: visible ASCII, nothing escaped, and not too long. The cursor stays where it is not one.
    #[inline]
    pub(crate) fn plain_id(&mut self) -> Option<&'a str> {
        let from = self.at + 1;
        let bytes = self.text.as_bytes().get(from..)?;
        let length = run(bytes, |word| below(word, 0x21) | (word | word.wrapping_add(ONES)) & HIGHS, |b| !matches!(b, 0x21..0x7f));
        if !(1..=limits::ID_CHARACTERS).contains(&length) || bytes.get(length) != Some(&b'"') {
            return None;
        }
        self.at = from + length + 1;
        self.text.get(from..from + length)
    }

    /// A text with escapes, or one that may be too long; the cursor stands where its first plain run ends.
    #[cold]
    fn string_slowly(&mut self, open: usize) -> Read<Cow<'a, str>> {
        let text = self.escaped(open + 1)?;
        if text.len() > limits::TEXT_CHARACTERS && text.chars().count() > limits::TEXT_CHARACTERS {
            let expected = format!("at most {} characters", limits::TEXT_CHARACTERS);
            return Err(Fault::new(Code::TooLong, open, "a longer text", expected));
        }
        Ok(Cow::Owned(text))
    }

    /// The text at the cursor, of any length: a whole document may be held in one.
    pub(crate) fn long_text(&mut self) -> Read<String> {
        self.at += 1;
        self.escaped(self.at)
    }

    fn escaped(&mut self, from: usize) -> Read<String> {
        let mut text = String::from(self.slice(from, self.at));
        loop {
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.escape()?),
                Some(0..0x20) => return Err(self.fault(Code::BadSyntax, "a control character", "it escaped")),
                None => return Err(self.syntax("the end of a text")),
                Some(_) => {
                    let run = plain_run(self.rest());
                    text.push_str(self.slice(self.at, self.at + run));
                    self.at += run;
                }
            }
        }
    }

    fn escape(&mut self) -> Read<char> {
        let backslash = self.at;
        self.at += 1;
        let plain = match self.byte() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(backslash),
            _ => return Err(self.syntax("one of \" \\ / b f n r t u after a backslash")),
        };
        self.at += 1;
        Ok(plain)
    }

    fn unicode_escape(&mut self, backslash: usize) -> Read<char> {
        let lone = || Fault::new(Code::LoneSurrogate, backslash, "half of a surrogate pair", "both halves");
        self.at += 1;
        let unit = self.hex4()?;
        if !(0xD800..0xE000).contains(&unit) {
            return char::from_u32(unit).ok_or_else(lone);
        }
        if unit >= 0xDC00 || !self.rest().starts_with(b"\\u") {
            return Err(lone());
        }
        self.at += 2;
        let low = self.hex4()?;
        if !(0xDC00..0xE000).contains(&low) {
            return Err(lone());
        }
        char::from_u32(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)).ok_or_else(lone)
    }

    fn hex4(&mut self) -> Read<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.byte().and_then(|b| char::from(b).to_digit(16));
            let Some(digit) = digit else { return Err(self.syntax("four hexadecimal digits")) };
            unit = unit * 16 + digit;
            self.at += 1;
        }
        Ok(unit)
    }

    /// Steps into a list or an object. False where it is empty: it is closed already.
    pub(crate) fn open(&mut self, close: u8) -> Read<bool> {
        if self.depth >= limits::NESTING {
            let expected = format!("at most {} levels", limits::NESTING);
            return Err(self.fault(Code::TooDeep, "a deeper level", expected));
        }
        self.at += 1;
        self.skip_space();
        if self.byte() == Some(close) {
            self.at += 1;
            return Ok(false);
        }
        self.depth += 1;
        Ok(true)
    }

    /// After a member or an item: true where another follows, false at the closing mark, which is left to [`Reader::close`].
    fn more(&mut self, close: u8) -> Read<bool> {
        self.skip_space();
        match self.byte() {
            Some(b',') => {
                self.at += 1;
                Ok(true)
            }
            Some(b) if b == close => Ok(false),
            _ => Err(self.syntax(if close == b'}' { "a comma or }" } else { "a comma or ]" })),
        }
    }

    pub(crate) fn more_items(&mut self) -> Read<bool> {
        self.more(b']')
    }

    pub(crate) fn more_members(&mut self) -> Read<bool> {
        self.more(b'}')
    }

    /// Steps out; the cursor stood at the closing mark, where missing keys are reported. True where the object had a
    /// `type`: then it is not empty, whatever else it lacks.
    pub(crate) fn close(&mut self) -> bool {
        let tagged = self.tagged == self.depth;
        self.at += 1;
        self.depth -= 1;
        tagged
    }

    /// The word under `type` in the object at the cursor, wherever in it that stands; the cursor stays.
    pub(crate) fn tag<T: super::Value>(&self) -> Read<T> {
        let mut ahead = self.clone();
        let missing = |at: &Self| at.fault(Code::MissingKey, "nothing", "a member that reading requires").inside("type");
        if !ahead.open(b'}')? {
            return Err(missing(self));
        }
        loop {
            let (_, key) = ahead.any_key()?;
            if key == "type" {
                let end = self.clone();
                return T::read(&mut ahead).map_err(|fault| fault.inside("type"))?.ok_or_else(|| missing(&end));
            }
            ahead.any_value()?;
            if !ahead.more_members()? {
                return Err(missing(&ahead));
            }
        }
    }

    /// The object that is read next may have a `type`, which is passed over. Gives what [`Reader::leave_tagged`] takes.
    pub(crate) fn enter_tagged(&mut self) -> usize {
        std::mem::replace(&mut self.tagged, self.depth + 1)
    }

    pub(crate) fn leave_tagged(&mut self, outer: usize) {
        self.tagged = outer;
    }

    /// The key of the next member as its place in `keys`. `next` is the place that canonical order makes likely.
    #[inline]
    pub(crate) fn key(&mut self, keys: &'static [Key], next: usize, seen: &mut u64) -> Read<usize> {
        self.skip_space();
        let rest = self.rest();
        if let Some(head) = rest.first_chunk() {
            let head = u64::from_le_bytes(*head);
            for (place, key) in (next..).zip(keys.get(next..).unwrap_or_default()) {
                if key.begins(head, rest) {
                    // An earlier key may have come late, and this one before it.
                    if *seen & (1 << place) != 0 {
                        break;
                    }
                    self.at += key.quoted.len();
                    *seen |= 1 << place;
                    return Ok(place);
                }
            }
        }
        self.key_out_of_order(keys, seen)
    }

    #[cold]
    fn key_out_of_order(&mut self, keys: &'static [Key], seen: &mut u64) -> Read<usize> {
        let (at, key) = self.any_key()?;
        if key == "type" && self.tagged == self.depth {
            if *seen & TAG_SEEN != 0 {
                return Err(Fault::new(Code::DuplicateKey, at, "type a second time", "each key once"));
            }
            *seen |= TAG_SEEN;
            self.any_value()?;
            return Ok(usize::MAX);
        }
        let bare = |key: &Key| key.quoted.get(1..key.quoted.len() - 2).unwrap_or_default();
        let Some(place) = keys.iter().position(|k| bare(k) == key) else {
            let expected = match nearest(&key, keys.iter().map(bare)) {
                Some(near) => format!("a known key; did you mean {near}?"),
                None => "a known key".into(),
            };
            return Err(Fault::new(Code::UnknownKey, at, "a key that the format does not have", expected));
        };
        if *seen & (1 << place) != 0 {
            return Err(Fault::new(
                Code::DuplicateKey,
                at,
                format!("{} a second time", keys.get(place).map(bare).unwrap_or_default()),
                "each key once",
            ));
        }
        *seen |= 1 << place;
        Ok(place)
    }

    /// Any key with the place where it starts, and the colon after it.
    pub(crate) fn any_key(&mut self) -> Read<(usize, Cow<'a, str>)> {
        self.skip_space();
        let at = self.at;
        if self.byte() != Some(b'"') {
            return Err(self.syntax("a key in quotes"));
        }
        let key = self.string()?;
        self.skip_space();
        if self.byte() != Some(b':') {
            return Err(self.syntax("a colon"));
        }
        self.at += 1;
        Ok((at, key))
    }

    /// Reads a list's items, each by `item`; null or an empty list is `None`.
    pub(crate) fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Read<Option<T>>) -> Read<Option<Vec<T>>> {
        if !self.expect(Kind::List)? || !self.open(b']')? {
            return Ok(None);
        }
        let mut items = Vec::new();
        loop {
            self.skip_space();
            let at = self.at;
            let place = items.len();
            self.within_limit(place)?;
            match item(self).map_err(|fault| fault.inside_item(place))? {
                Some(value) => items.push(value),
                None => return Err(Fault::new(Code::EmptyItem, at, "nothing", "an item, or none at all").inside_item(place)),
            }
            if !self.more(b']')? {
                break;
            }
        }
        self.close();
        Ok(Some(items))
    }

    fn within_limit(&self, items: usize) -> Read<()> {
        if items < limits::LIST_ITEMS {
            return Ok(());
        }
        Err(self.fault(Code::TooManyItems, "one more item", format!("at most {} in a list", limits::LIST_ITEMS)))
    }

    /// Passes over one value of any shape, as strictly as if it were read, and gives its own text.
    pub(crate) fn any_value(&mut self) -> Read<&'a str> {
        let kind = self.kind()?;
        let from = self.at;
        match kind {
            Kind::Text => drop(self.string()?),
            Kind::Number => drop(self.number()?),
            Kind::Bool => drop(self.bool()?),
            Kind::Null => self.literal("null")?,
            Kind::List => self.any_list()?,
            Kind::Object => self.any_object()?,
        }
        Ok(self.slice(from, self.at))
    }

    fn any_list(&mut self) -> Read<()> {
        if !self.open(b']')? {
            return Ok(());
        }
        let mut place = 0;
        loop {
            self.skip_space();
            self.within_limit(place)?;
            // No pointer into it: the keys of an extension are the council's own and may be names.
            self.any_value()?;
            place += 1;
            if !self.more(b']')? {
                break;
            }
        }
        self.close();
        Ok(())
    }

    fn any_object(&mut self) -> Read<()> {
        if !self.open(b'}')? {
            return Ok(());
        }
        // A tree, not a hash: no input can make it slow.
        let mut seen = std::collections::BTreeSet::new();
        loop {
            let (at, key) = self.any_key()?;
            if !seen.insert(key) {
                return Err(Fault::new(Code::DuplicateKey, at, "a key a second time", "each key once"));
            }
            self.any_value()?;
            if !self.more(b'}')? {
                break;
            }
        }
        self.close();
        Ok(())
    }

    /// Nothing but white space may follow the root.
    pub(crate) fn finish(&mut self) -> Read<()> {
        self.skip_space();
        match self.byte() {
            None => Ok(()),
            Some(_) => Err(self.fault(Code::TrailingText, "more text", "nothing after the end")),
        }
    }
}

/// The last of the marks for keys seen; no object has that many members.
const TAG_SEEN: u64 = 1 << 63;

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// The high bit of each byte of a word that is ASCII and below `n`. Only the lowest bit set is exact.
const fn below(word: u64, n: u64) -> u64 {
    word.wrapping_sub(ONES * n) & !word & HIGHS
}

/// How many bytes stand before the first quote, backslash or control character.
fn plain_run(bytes: &[u8]) -> usize {
    run(bytes, |word| below(word, 0x20), |b| b < 0x20)
}

/// How many bytes stand before the first quote, backslash or byte that must stop: eight at a time, then singly.
#[inline]
fn run(bytes: &[u8], stops_in: impl Fn(u64) -> u64, stops_at: impl Fn(u8) -> bool) -> usize {
    let (words, _) = bytes.as_chunks::<8>();
    let mut run = 0;
    for chunk in words {
        let word = u64::from_le_bytes(*chunk);
        let stops = stops_in(word) | below(word ^ (ONES * u64::from(b'"')), 1) | below(word ^ (ONES * u64::from(b'\\')), 1);
        if stops != 0 {
            // The lowest set bit is exact even where a borrow marked a later byte falsely.
            return run + (stops.trailing_zeros() / 8) as usize;
        }
        run += 8;
    }
    let tail = bytes.get(run..).unwrap_or_default();
    run + tail.iter().position(|b| matches!(b, b'"' | b'\\') || stops_at(*b)).unwrap_or(tail.len())
}

/// The known word nearest to `word` within an edit distance of two, the first of equals.
pub(crate) fn nearest<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    // Longer words cannot be near a key of the format; this also bounds the work on hostile input.
    if word.len() > 64 {
        return None;
    }
    known.map(|k| (edit_distance(word, k), k)).filter(|(d, _)| *d <= 2).min_by_key(|(d, _)| *d).map(|(_, k)| k)
}

fn edit_distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, cb) in row.iter_mut().zip(std::iter::once(None).chain(b.chars().map(Some))) {
            let Some(cb) = cb else {
                diagonal = *cell;
                *cell = left;
                continue;
            };
            let best = (diagonal + usize::from(ca != cb)).min(*cell + 1).min(left + 1);
            diagonal = *cell;
            *cell = best;
            left = best;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edit_distance_counts_single_changes() {
        for (a, b, d) in [("", "abc", 3), ("seat", "seat", 0), ("seat", "sat", 1), ("saet", "seat", 2), ("kitten", "sitting", 3)] {
            assert_eq!(edit_distance(a, b), d, "{a} {b}");
            assert_eq!(edit_distance(b, a), d, "{b} {a}");
        }
    }

    #[test]
    fn a_plain_id_is_visible_ascii_in_quotes() {
        for at in 0..12 {
            for byte in 0..0x80u8 {
                let mut text = *b"\"abcdefghijkl\", ";
                text[1 + at] = byte;
                let text = std::str::from_utf8(&text).unwrap();
                let expected = match byte {
                    b'"' if at > 0 => text.get(1..=at),
                    b'"' | b'\\' | 0..=b' ' | 0x7f => None,
                    _ => text.get(1..13),
                };
                let mut reader = Reader::new(text);
                assert_eq!(reader.plain_id(), expected, "{byte} at {at}");
                assert_eq!(reader.offset(), expected.map_or(0, |id| id.len() + 2));
            }
        }
        for (id, plain) in [
            (String::new(), false),
            ("a".repeat(200), true),
            ("a".repeat(201), false),
            ("\u{e9}".into(), false),
            ("a\u{20ac}bcdefgh".into(), false),
        ] {
            assert_eq!(Reader::new(&format!("\"{id}\"")).plain_id().is_some(), plain, "{id}");
        }
    }

    #[test]
    fn a_plain_run_stops_where_a_bytewise_scan_stops() {
        let mut bytes: Vec<u8> = (0..64u8).map(|i| b'a' + i % 26).chain([0xc3, 0xa9]).collect();
        for stop in [b'"', b'\\', 0, 0x1f, b'\n'] {
            for at in 0..bytes.len() {
                let kept = std::mem::replace(&mut bytes[at], stop);
                assert_eq!(plain_run(&bytes), at);
                bytes[at] = kept;
            }
        }
        assert_eq!(plain_run(&bytes), bytes.len());
    }
}
