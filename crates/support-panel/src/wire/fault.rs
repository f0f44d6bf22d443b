//! A fault while reading, its pointer gathered on the way out so that a good text pays nothing for it.

use crate::error::{Code, Error, Location};
use std::borrow::Cow;
use std::fmt::Write as _;

pub(crate) type Read<T> = Result<T, Box<Fault>>;

#[derive(Debug, Clone, Copy)]
enum Step {
    Key(&'static str),
    Item(usize),
}

pub(crate) struct Fault {
    pub(crate) code: Code,
    pub(crate) offset: usize,
    pub(crate) found: Cow<'static, str>,
    pub(crate) expected: Cow<'static, str>,
    /// The words that may stand there, where they are known.
    pub(crate) known: Vec<&'static str>,
    /// From the leaf to the root.
    steps: Vec<Step>,
}

impl Fault {
    #[cold]
    pub(crate) fn new(
        code: Code,
        offset: usize,
        found: impl Into<Cow<'static, str>>,
        expected: impl Into<Cow<'static, str>>,
    ) -> Box<Self> {
        Box::new(Self {
            code,
            offset,
            found: found.into(),
            expected: expected.into(),
            known: Vec::new(),
            steps: Vec::new(),
        })
    }

    /// The same, and which words may stand there.
    #[cold]
    pub(crate) fn knowing(
        mut self: Box<Self>,
        known: impl Iterator<Item = &'static str>,
    ) -> Box<Self> {
        self.known = known.collect();
        self
    }

    #[cold]
    pub(crate) fn inside(mut self: Box<Self>, key: &'static str) -> Box<Self> {
        self.steps.push(Step::Key(key));
        self
    }

    #[cold]
    pub(crate) fn inside_item(mut self: Box<Self>, index: usize) -> Box<Self> {
        self.steps.push(Step::Item(index));
        self
    }

    pub(crate) fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in self.steps.iter().rev() {
            let _ = match step {
                Step::Key(key) => write!(pointer, "/{key}"),
                Step::Item(index) => write!(pointer, "/{index}"),
            };
        }
        pointer
    }

    /// The public error, with line and column found in the text that was read.
    pub(crate) fn in_text(self, text: &str) -> Error {
        let location = Location::in_text(text, self.offset);
        self.at_location(Some(location))
    }

    pub(crate) fn at_location(self, location: Option<Location>) -> Error {
        let message = format!("found {}, expected {}", self.found, self.expected);
        Error::new(self.code, self.pointer(), message).at(location)
    }
}
