//! The strict reader: one pass over the text, the first fault reported with its index.

mod members;
mod number;
mod scan;
mod skip;
mod text;

use super::fault::{Fault, Read};
use crate::error::Code;
use crate::limits;
pub(crate) use members::{Key, Progress};
pub(crate) use scan::scan_plain;
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

#[derive(Clone)]
pub(crate) struct Reader<'a> {
    text: &'a str,
    /// What of it is to be read: the cursor stands at its beginning.
    rest: &'a str,
    depth: usize,
    /// How deep the object stands whose `type` has been read already; the root is 1.
    tagged: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, rest: text, depth: 0, tagged: 0 }
    }

    pub(crate) fn offset(&self) -> usize {
        self.text.len() - self.rest.len()
    }

    fn byte(&self) -> Option<u8> {
        self.rest.as_bytes().first().copied()
    }

    /// Steps over so many bytes, which are ASCII.
    #[inline(always)]
    fn step(&mut self, bytes: usize) {
        if let Some(rest) = self.rest.get(bytes..) {
            self.rest = rest;
        }
    }

    #[inline]
    fn skip_space(&mut self) {
        // Canonical text has none.
        if self.byte().is_some_and(|b| b <= b' ') {
            self.skip_spaces();
        }
    }

    fn skip_spaces(&mut self) {
        let spaces =
            self.rest.bytes().take_while(|b| matches!(b, b' ' | b'\n' | b'\r' | b'\t')).count();
        self.step(spaces);
    }

    /// A fault at the cursor.
    pub(crate) fn fault(
        &self,
        code: Code,
        found: impl Into<Cow<'static, str>>,
        expected: impl Into<Cow<'static, str>>,
    ) -> Box<Fault> {
        Fault::new(code, self.offset(), found, expected)
    }

    /// The fault of an object, at its end, that lacks a member.
    #[cold]
    pub(crate) fn missing(&self, key: &'static str) -> Box<Fault> {
        self.fault(Code::MissingKey, "nothing", "a member that reading requires").inside(key)
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
    pub(crate) fn expect(&mut self, wanted: Kind) -> Read<bool> {
        self.expect_for(wanted, wanted.words())
    }

    /// As [`Reader::expect`], with better words for what was wanted.
    pub(crate) fn expect_for(&mut self, wanted: Kind, words: &'static str) -> Read<bool> {
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
            self.step(1);
        }
        Ok(())
    }

    pub(crate) fn bool(&mut self) -> Read<bool> {
        let yes = self.byte() == Some(b't');
        self.literal(if yes { "true" } else { "false" })?;
        Ok(yes)
    }

    /// Steps into the object that follows; false where there is none, or an empty one.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    pub(crate) fn open_object(&mut self) -> Read<bool> {
        if let [b'{', b'"', ..] = self.rest.as_bytes()
            && self.depth < limits::NESTING
        {
            self.step(1);
            self.depth += 1;
            return Ok(true);
        }
        Ok(self.expect(Kind::Object)? && self.open(b'}')?)
    }

    /// Steps into the list that follows; false where there is none, or an empty one.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    pub(crate) fn open_list(&mut self) -> Read<bool> {
        if let [b'[', b'"' | b'{', ..] = self.rest.as_bytes()
            && self.depth < limits::NESTING
        {
            self.step(1);
            self.depth += 1;
            return Ok(true);
        }
        Ok(self.expect(Kind::List)? && self.open(b']')?)
    }

    /// Steps into a list or an object. False where it is empty: it is closed already.
    pub(crate) fn open(&mut self, close: u8) -> Read<bool> {
        if self.depth >= limits::NESTING {
            let expected = format!("at most {} levels", limits::NESTING);
            return Err(self.fault(Code::TooDeep, "a deeper level", expected));
        }
        self.step(1);
        self.skip_space();
        if self.byte() == Some(close) {
            self.step(1);
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
                self.step(1);
                Ok(true)
            }
            Some(b) if b == close => Ok(false),
            _ => Err(self.syntax(if close == b'}' { "a comma or }" } else { "a comma or ]" })),
        }
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    pub(crate) fn more_items(&mut self) -> Read<bool> {
        match self.rest.as_bytes() {
            [b',', ..] => {
                self.step(1);
                Ok(true)
            }
            [b']', ..] => Ok(false),
            _ => self.more(b']'),
        }
    }

    pub(crate) fn more_members(&mut self) -> Read<bool> {
        self.more(b'}')
    }

    /// Steps out; the cursor stood at the closing mark, where missing keys are reported. True where the object had a
    /// `type`: then it is not empty, whatever else it lacks.
    #[inline]
    pub(crate) fn close(&mut self) -> bool {
        let tagged = self.tagged == self.depth;
        self.step(1);
        self.depth -= 1;
        tagged
    }

    /// Steps to the item that has this index in its list.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    pub(crate) fn item(&mut self, index: usize) -> Read<()> {
        self.skip_space();
        self.within_limit(index)
    }

    /// The fault of a list whose item at this index is nothing; the text from there on is given.
    #[cold]
    pub(crate) fn empty_item(&mut self, rest: &'a str, index: usize) -> Box<Fault> {
        self.refused(rest, Code::EmptyItem, "nothing", "an item, or none at all").inside_item(index)
    }

    fn within_limit(&self, items: usize) -> Read<()> {
        if items < limits::LIST_ITEMS {
            return Ok(());
        }
        Err(self.fault(
            Code::TooManyItems,
            "one more item",
            format!("at most {} in a list", limits::LIST_ITEMS),
        ))
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
