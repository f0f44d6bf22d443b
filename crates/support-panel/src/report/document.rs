//! A document as a tree: what the renderers turn into HTML, Markdown or plain text.
//!
//! A renderer of another crate is given the finished tree of [`paper`](super::paper()) and sees nothing else. It
//! matches every [`Block`] and every [`Run`]: both lists are closed, so that a new kind of either does not compile where it
//! would be left out of a paper.
//!
//! ```
//! use support_panel::report::document::{Block, Document, Words};
//!
//! let mut document = Document::new("en-GB", Words::own("Minutes"));
//! document.blocks.push(Block::Heading(2, Words::own("Danger")));
//! document.blocks.push(Block::Paragraph(Words::said_str("Kai  was left alone.")));
//! let Some(Block::Paragraph(words)) = document.blocks.last() else { unreachable!() };
//! assert_eq!(words.plain(), "Kai was left alone.");
//! ```

use std::borrow::Cow;

/// A whole document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Document {
    /// The language of our own words: `en-GB`.
    pub language: String,
    /// The language of the council's own words, [`Run::Council`], where it is another, for example `cy`.
    pub council_language: Option<String>,
    /// The paper that it is printed on, and how large the letters are.
    pub layout: Layout,
    /// What the paper is: the one heading of level 1.
    pub title: Words,
    /// What stands below the title, from top to bottom.
    pub blocks: Vec<Block>,
}

impl Document {
    /// A document with nothing below its title.
    pub fn new(language: impl Into<String>, title: Words) -> Self {
        Self {
            language: language.into(),
            council_language: None,
            layout: Layout::default(),
            title,
            blocks: Vec::new(),
        }
    }

    /// Leaves out what says only that something is not recorded, and headings with nothing below them.
    pub(super) fn leave_out_what_is_absent(&mut self) {
        for block in &mut self.blocks {
            match block {
                Block::Facts(facts) => facts.retain(|(_, value)| !value.is_absent()),
                Block::Table(table) => table.leave_out_what_is_absent(),
                Block::List(items) => items.retain(|item| !item.is_absent()),
                _ => {}
            }
        }
        let mut kept: Vec<Block> = Vec::with_capacity(self.blocks.len());
        for block in self.blocks.drain(..) {
            let level = block.level();
            while level > 0 && kept.last().is_some_and(|last| last.level() >= level) {
                kept.pop();
            }
            if !block.is_empty() {
                kept.push(block);
            }
        }
        while kept.last().is_some_and(|last| last.level() > 0) {
            kept.pop();
        }
        self.blocks = kept;
    }
}

impl Block {
    /// Of a heading its level; 0 of anything else.
    fn level(&self) -> u8 {
        match self {
            Self::Heading(level, _) => *level,
            _ => 0,
        }
    }

    /// Each line of text, in the order in which it is read.
    pub(super) fn each_words(&mut self, visit: &mut impl FnMut(&mut Words)) {
        match self {
            Self::Heading(_, words) | Self::Paragraph(words) => visit(words),
            Self::List(items) => items.iter_mut().for_each(visit),
            Self::Facts(facts) => {
                for (name, words) in facts {
                    visit(name);
                    visit(words);
                }
            }
            Self::Quote(words, who) => {
                visit(words);
                visit(who);
            }
            Self::Table(table) => {
                table.head.iter_mut().chain(table.rows.iter_mut().flatten()).for_each(visit);
            }
            Self::Map(columns) => {
                for column in columns {
                    visit(&mut column.heading);
                    visit(&mut column.prompt);
                    for group in &mut column.groups {
                        visit(&mut group.label);
                        for item in &mut group.items {
                            visit(&mut item.said);
                            item.notes.iter_mut().for_each(&mut *visit);
                        }
                    }
                }
            }
            Self::Line(line) => {
                line.ends.iter_mut().for_each(&mut *visit);
                line.lanes.iter_mut().for_each(|lane| visit(&mut lane.name));
            }
            Self::Space(_) | Self::Fold | Self::PageBreak => {}
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Heading(..) | Self::Line(_) | Self::Space(_) | Self::Fold | Self::PageBreak => {
                false
            }
            Self::Paragraph(words) => words.is_empty() || words.is_absent(),
            Self::Quote(said, _) => said.is_absent(),
            Self::List(items) => items.is_empty(),
            Self::Facts(facts) => facts.is_empty(),
            Self::Table(table) => table.rows.is_empty(),
            Self::Map(columns) => {
                columns.iter().flat_map(|column| &column.groups).all(|group| group.items.is_empty())
            }
        }
    }
}

/// How a paper is printed: what every renderer with pages obeys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Layout {
    /// Whether the page, A4, lies on its side.
    pub is_landscape: bool,
    /// The size of the letters of the text, in points.
    pub points: u8,
}

impl Default for Layout {
    fn default() -> Self {
        Self { is_landscape: false, points: 11 }
    }
}

/// A part of a document, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading of level 2 to 4; the title alone is level 1.
    Heading(u8, Words),
    /// A paragraph.
    Paragraph(Words),
    /// A list without numbers.
    List(Vec<Words>),
    /// Names and what they stand for.
    Facts(Vec<(Words, Words)>),
    /// Something said, and who said it.
    Quote(Words, Words),
    /// A table with one row of headings.
    Table(Table),
    /// The columns of the map, side by side where there is room.
    Map(Vec<Column>),
    /// A scale, drawn.
    Line(Line),
    /// So many empty lines to write on.
    Space(u8),
    /// Where the paper is folded or cut.
    Fold,
    /// What follows stands on a new page.
    PageBreak,
}

/// A table; the first cell of a row says what the row is about, and an empty one that there is nothing to say.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Table {
    /// What the table is of.
    pub caption: &'static str,
    /// The heading of each column.
    pub head: Vec<Words>,
    /// The cells of each row, one a column.
    pub rows: Vec<Vec<Words>>,
}

impl Table {
    fn leave_out_what_is_absent(&mut self) {
        for cell in self.rows.iter_mut().flatten().filter(|cell| cell.is_absent()) {
            *cell = Words::default();
        }
        let (head, rows) = (std::mem::take(&mut self.head), std::mem::take(&mut self.rows));
        *self = Self::headed(self.caption, head, rows);
    }

    /// As [`Table::headed`], under headings of our own.
    pub fn new(caption: &'static str, head: Vec<&'static str>, rows: Vec<Vec<Words>>) -> Self {
        Self::headed(caption, head.into_iter().map(Words::own).collect(), rows)
    }

    /// A table without the columns in which no row has anything.
    pub fn headed(caption: &'static str, mut head: Vec<Words>, mut rows: Vec<Vec<Words>>) -> Self {
        for index in (0..head.len()).rev() {
            if rows.iter().all(|row| row.get(index).is_none_or(Words::is_empty)) {
                head.remove(index);
                rows.iter_mut()
                    .filter(|row| index < row.len())
                    .for_each(|row| drop(row.remove(index)));
            }
        }
        Self { caption, head, rows }
    }
}

/// A column of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What the column is called.
    pub heading: Words,
    /// The question that the column answers, or nothing.
    pub prompt: Words,
    /// Its entries, by kind.
    pub groups: Vec<Group>,
}

impl Column {
    /// How wide it stands beside the others, where they share a page: by how many entries and notes it has, and never too
    /// narrow to read.
    pub fn weight(&self) -> usize {
        let items = self.groups.iter().flat_map(|group| &group.items);
        items.map(|item| 2 + item.notes.len().min(1)).sum::<usize>().max(8)
    }
}

/// What stands under one label of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The kind of these entries.
    pub label: Words,
    /// The entries, in their order.
    pub items: Vec<Item>,
}

/// An entry and what is known beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The entry itself.
    pub said: Words,
    /// What is known beside it, a line each.
    pub notes: Vec<Words>,
}

/// A scale as a line: where the raters of each lane stand on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The numbers of the scale as they are written, from the lowest number to the highest.
    pub numbers: Vec<String>,
    /// What the first and the last of them mean; empty where that stands elsewhere.
    pub ends: [Words; 2],
    /// A lane for each kind of rater; none on a scale that is yet to be filled in.
    pub lanes: Vec<Lane>,
}

/// Where the raters of one kind stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// Who these raters are.
    pub name: Words,
    /// Whether the numbers are guesses at where someone else would be.
    pub is_guess: bool,
    /// Where they stand.
    pub marks: Marks,
}

/// Where the raters of a lane stand, by the index of each number of the scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Marks {
    /// How many stand at each number.
    Counts(Vec<usize>),
    /// One who is named, at a number.
    At(usize),
    /// Some who are not named, from one number to another.
    Span(usize, usize),
}

impl Lane {
    /// In words: `Family: 2 at 6`, `Professionals: from 3 to 6`.
    pub fn in_words(&self, numbers: &[String]) -> String {
        let number = |index: &usize| numbers.get(*index).map(String::as_str).unwrap_or_default();
        let marks = match &self.marks {
            Marks::Counts(counts) => {
                let indexes = numbers.iter().zip(counts).filter(|(_, count)| **count > 0);
                let each = indexes.map(|(number, count)| format!("{count} at {number}"));
                each.collect::<Vec<_>>().join(", ")
            }
            Marks::At(index) => number(index).to_owned(),
            Marks::Span(from, to) => format!("from {} to {}", number(from), number(to)),
        };
        format!("{}: {marks}", self.name.plain())
    }
}

/// A run of words, and whose they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// The library's own words.
    Own(Cow<'static, str>),
    /// The library's own words, set out from the rest.
    Strong(Cow<'static, str>),
    /// What people say: never markup, whatever it looks like.
    Said(String),
    /// What the council says in its profile, in its own language: never markup either.
    Council(String),
    /// An id or another code: not the library's own, and not to be explained either.
    Code(String),
    /// That something is not there.
    Absent(&'static str),
    /// The end of a line.
    Break,
}

/// A line of text, made up of runs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(pub Vec<Run>);

/// What stands in a cell that has nothing to say.
pub const NOTHING: &str = "–";

/// What stands where something is missing.
pub const NOT_RECORDED: &str = "not recorded";

impl Words {
    /// The library's own words.
    pub fn own(text: impl Into<Cow<'static, str>>) -> Self {
        Self(vec![Run::Own(text.into())])
    }

    /// Words of a person; blank ones are not recorded.
    pub fn said(text: Option<&crate::Text>) -> Self {
        Self::said_str(text.map(crate::Text::as_str).unwrap_or_default())
    }

    /// Words of a person, given as plain text.
    pub fn said_str(text: &str) -> Self {
        Self::of(text, Run::Said)
    }

    /// Words of the council; blank ones are not recorded.
    pub fn council(text: Option<&crate::Text>) -> Self {
        Self::of(text.map(crate::Text::as_str).unwrap_or_default(), Run::Council)
    }

    /// As [`Words::council`], of a label.
    pub fn council_str(text: &str) -> Self {
        Self::of(text, Run::Council)
    }

    fn of(text: &str, run: fn(String) -> Run) -> Self {
        let text = clean(text);
        if text.is_empty() { Self::absent() } else { Self(vec![run(text)]) }
    }

    /// An id, a reference or another code.
    pub fn code(code: &str) -> Self {
        let code = clean(code);
        let code = if code.contains('\n') { code.replace('\n', " ") } else { code };
        if code.is_empty() { Self::absent() } else { Self(vec![Run::Code(code)]) }
    }

    /// That something is not recorded.
    pub fn absent() -> Self {
        Self(vec![Run::Absent(NOT_RECORDED)])
    }

    /// A label set out from the rest, before whatever follows.
    pub fn label(text: impl Into<Cow<'static, str>>) -> Self {
        Self(vec![Run::Strong(text.into()), Run::Own(" ".into())])
    }

    /// The text alone, with a line feed for each end of a line.
    pub fn plain(&self) -> String {
        self.0.iter().map(Run::text).collect()
    }

    /// Whether there is nothing at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it says only that something is not recorded.
    pub fn is_absent(&self) -> bool {
        matches!(self.0.as_slice(), [Run::Absent(_)])
    }

    /// Own words where something is recorded, else that it is not.
    pub fn known(text: Option<impl Into<Cow<'static, str>>>) -> Self {
        text.map_or_else(Self::absent, Self::own)
    }

    /// The same, and more after it.
    #[must_use]
    pub fn then(mut self, more: Self) -> Self {
        self.0.extend(more.0);
        self
    }

    /// The same, and own words after it.
    #[must_use]
    pub fn and(mut self, text: impl Into<Cow<'static, str>>) -> Self {
        self.0.push(Run::Own(text.into()));
        self
    }

    /// Each on a line of its own.
    pub fn lines(all: impl IntoIterator<Item = Self>) -> Self {
        let mut lines = Self::default();
        for line in all {
            if !lines.is_empty() {
                lines.0.push(Run::Break);
            }
            lines.0.extend(line.0);
        }
        lines
    }

    /// All of them with this between; nothing where there are none.
    pub fn all(all: Vec<Self>, between: &'static str) -> Self {
        if all.is_empty() { Self::default() } else { Self::joined(all, between) }
    }

    /// One after another, as people say it: Maya, Joan and Kai.
    pub fn listed(mut all: Vec<Self>) -> Self {
        match all.pop() {
            None => Self::default(),
            Some(last) if all.is_empty() => last,
            Some(last) => Self::all(all, ", ").and(" and ").then(last),
        }
    }

    /// All of them with this between; that nothing is recorded where there are none.
    pub fn joined(all: impl IntoIterator<Item = Self>, between: &'static str) -> Self {
        let mut all = all.into_iter();
        let Some(first) = all.next() else { return Self::absent() };
        all.fold(first, |words, more| words.and(between).then(more))
    }
}

/// Text as it is shown: runs of white space are one space, blank lines are gone, and what a reader cannot see but a
/// machine obeys is left out. That is control characters, and those that turn the direction of the text around them.
pub fn clean(text: &str) -> String {
    if is_clean(text) {
        return text.to_owned();
    }
    let mut shown = String::with_capacity(text.len());
    let is_line_end =
        |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    for line in text.split(is_line_end) {
        let start = shown.len();
        for word in line.split_whitespace() {
            let before = shown.len();
            shown.extend(word.chars().filter(|c| !is_hidden(*c)));
            if shown.len() > before {
                shown.push(' ');
            }
        }
        if shown.len() > start {
            shown.pop();
            shown.push('\n');
        }
    }
    shown.pop();
    shown
}

/// Whether a text is shown as it is. Of most, looking at many bytes at once tells.
fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_trimmed = !bytes.starts_with(b" ") && !bytes.ends_with(b" ");
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let is_single = pairs.fold(true, |all, (one, next)| all & ((*one != b' ') | (*next != b' ')));
    let is_plain = bytes.iter().fold(true, |all, byte| all & (b' '..=b'~').contains(byte));
    let is_shown = |c: char| matches!(c, ' '..='~') || !(c.is_whitespace() || is_hidden(c));
    is_trimmed && is_single && (is_plain || text.chars().all(is_shown))
}

fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

impl Run {
    /// The words alone.
    pub fn text(&self) -> &str {
        match self {
            Self::Own(text) | Self::Strong(text) => text,
            Self::Said(text) | Self::Council(text) | Self::Code(text) => text,
            Self::Absent(text) => text,
            Self::Break => "\n",
        }
    }
}
