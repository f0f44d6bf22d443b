//! CommonMark with tables. Whatever is said stays text: nothing in it can become markup.

use super::document::{Block, Column, Document, Line, NOTHING, Run, Table, Words};
use super::text::{cells, ends, labelled};

/// What ends a line within words: what someone said, and words of ours.
#[derive(Clone, Copy)]
struct Ends {
    said: &'static str,
    own: &'static str,
}

impl Ends {
    /// Several lines; a backslash keeps the line's end.
    const PARAGRAPH: Self = Self::of("\\\n");
    const ITEM: Self = Self::of("\\\n  ");
    const NOTE: Self = Self::of("\\\n    ");
    const QUOTE: Self = Self::of("\\\n> ");
    /// On one line, as a heading or a cell must be.
    const NONE: Self = Self { said: " ", own: "<br>" };

    const fn of(line_end: &'static str) -> Self {
        Self { said: line_end, own: line_end }
    }
}

pub(super) fn render(document: &Document) -> String {
    let mut page = Page { out: String::new() };
    page.line("# ", &document.title, Ends::NONE);
    for block in &document.blocks {
        page.raw("\n");
        page.block(block);
    }
    page.out
}

struct Page {
    out: String,
}

impl Page {
    fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Words between what begins their line and its end.
    fn line(&mut self, before: &str, words: &Words, ends: Ends) {
        self.raw(before);
        self.words(words, ends);
        self.raw("\n");
    }

    fn words(&mut self, words: &Words, ends: Ends) {
        let mut escaping = Escaping { out: &mut self.out, at: At::Start, ends };
        words.0.iter().for_each(|run| escaping.run(run));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, words) => {
                (0..*level).for_each(|_| self.raw("#"));
                self.line(" ", words, Ends::NONE);
            }
            Block::Paragraph(words) => self.line("", words, Ends::PARAGRAPH),
            Block::List(items) => items.iter().for_each(|words| self.item(words)),
            Block::Facts(facts) => {
                facts.iter().for_each(|(name, words)| self.labelled(labelled(name), words))
            }
            Block::Quote(words, who) => {
                self.line("> ", words, Ends::QUOTE);
                self.line(">\n> – ", who, Ends::QUOTE);
            }
            Block::Table(table) => self.table(table),
            Block::Map(columns) => {
                for (index, column) in columns.iter().enumerate() {
                    self.raw(if index > 0 { "\n" } else { "" });
                    self.column(column);
                }
            }
            Block::Line(line) => {
                for (number, end) in ends(line) {
                    self.labelled(format!("{number} means:"), end);
                }
                if !line.lanes.is_empty() {
                    self.raw(if ends(line).next().is_some() { "\n" } else { "" });
                    self.lanes(line);
                }
            }
            Block::Space(lines) => {
                let lines = vec![r"\_\_\_\_\_\_\_\_"; usize::from(*lines)];
                self.raw(&lines.join("\n\n"));
                self.raw("\n");
            }
            Block::Fold | Block::PageBreak => self.raw("---\n"),
        }
    }

    fn item(&mut self, words: &Words) {
        self.line("- ", words, Ends::ITEM);
    }

    /// An item behind a label.
    fn labelled(&mut self, label: String, words: &Words) {
        self.raw("- ");
        let mut escaping = Escaping { out: &mut self.out, at: At::Start, ends: Ends::ITEM };
        escaping.dressed("**", &label);
        escaping.text(" ");
        words.0.iter().for_each(|run| escaping.run(run));
        self.raw("\n");
    }

    fn column(&mut self, column: &Column) {
        self.line("### ", &column.heading, Ends::NONE);
        if !column.prompt.is_empty() {
            self.raw("\n*");
            self.words(&column.prompt, Ends::NONE);
            self.raw("*\n");
        }
        for group in &column.groups {
            self.line("\n#### ", &group.label, Ends::NONE);
            self.raw(if group.items.is_empty() { "\n*none recorded*\n" } else { "\n" });
            for item in &group.items {
                self.item(&item.said);
                item.notes.iter().for_each(|note| self.line("  - ", note, Ends::NOTE));
            }
        }
    }

    /// The scale as a table: its numbers, and what stands at each.
    fn lanes(&mut self, line: &Line) {
        self.raw("| ");
        line.numbers.iter().for_each(|number| self.cell_text(number));
        self.rule(line.numbers.len() + 1);
        for lane in &line.lanes {
            self.raw("| ");
            self.words(&lane.name, Ends::NONE);
            cells(lane, line).iter().for_each(|cell| self.cell_text(cell));
            self.raw(" |\n");
        }
    }

    /// A further cell of a row, with nothing in it that could be markup.
    fn cell_text(&mut self, text: &str) {
        self.raw(" | ");
        self.raw(text);
    }

    /// The end of a row of headings, and the rule below it.
    fn rule(&mut self, columns: usize) {
        self.raw(" |\n| ");
        (0..columns).for_each(|index| self.raw(if index > 0 { " | ---" } else { "---" }));
        self.raw(" |\n");
    }

    fn table(&mut self, table: &Table) {
        self.cells(&table.head, |page, head| page.words(head, Ends::NONE));
        self.rule(table.head.len());
        for row in &table.rows {
            self.cells(row, |page, cell| match cell.is_empty() {
                true => page.raw(NOTHING),
                false => page.words(cell, Ends::NONE),
            });
            self.raw(" |\n");
        }
    }

    fn cells(&mut self, cells: &[Words], cell: impl Fn(&mut Self, &Words)) {
        self.raw("| ");
        for (index, words) in cells.iter().enumerate() {
            self.raw(if index > 0 { " | " } else { "" });
            cell(self, words);
        }
    }
}

/// Where on a line the text stands, as far as Markdown cares.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Start,
    Number,
    Middle,
}

struct Escaping<'a> {
    out: &'a mut String,
    at: At,
    ends: Ends,
}

impl Escaping<'_> {
    fn run(&mut self, run: &Run) {
        match run {
            Run::Break => {
                self.out.push_str(self.ends.own);
                self.at = At::Start;
            }
            Run::Own(_) | Run::Said(_) | Run::Council(_) | Run::Code(_) => self.text(run.text()),
            Run::Strong(text) => self.dressed("**", text),
            Run::Absent(text) => self.dressed("*", text),
        }
    }

    fn dressed(&mut self, mark: &str, text: &str) {
        self.at = At::Middle;
        self.out.push_str(mark);
        self.text(text);
        self.out.push_str(mark);
    }

    fn text(&mut self, mut text: &str) {
        loop {
            // In the middle of a line most characters are no markup wherever they stand: these go at once.
            let plain = match self.at {
                At::Middle => text.bytes().position(may_be_markup).unwrap_or(text.len()),
                At::Start | At::Number => 0,
            };
            let (plain, rest) = text.split_at_checked(plain).unwrap_or_default();
            self.out.push_str(plain);
            let mut rest = rest.chars();
            let Some(c) = rest.next() else { return };
            text = rest.as_str();
            self.character(c, text.chars().next());
        }
    }

    fn character(&mut self, c: char, next: Option<char>) {
        if c == '\n' {
            self.out.push_str(self.ends.said);
            self.at = At::Start;
            return;
        }
        if needs_escape(c, self.at, next) {
            self.out.push('\\');
        }
        self.out.push(c);
        self.at = match self.at {
            At::Start | At::Number if c.is_ascii_digit() => At::Number,
            At::Start if c == ' ' => At::Start,
            _ => At::Middle,
        };
    }
}

/// Whether the first byte of a character could be markup in the middle of a line, or ends the line.
const fn may_be_markup(byte: u8) -> bool {
    matches!(byte, b'\n' | b'!' | b'#' | b'$' | b'&' | b'*' | b':' | b'<'..=b'>' | b'@' | b'['..=b'`' | b'{'..=b'~')
}

/// Whether a character could be markup where it stands.
fn needs_escape(c: char, at: At, next: Option<char>) -> bool {
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' | '<' | '>' | '&' | '|' | '~' | '#'
        | '$' | '^' | '@' => true,
        // Lists, rules, underlined headings and definitions.
        '-' | '+' | '=' | ':' if at == At::Start => true,
        // Numbered lists.
        '.' | ')' => at == At::Number && next.is_none_or(char::is_whitespace),
        // Addresses that become links by themselves, emoji by name, and marked text.
        ':' => next.is_some_and(|next| next == '/' || next.is_ascii_alphabetic()),
        '=' => next == Some('='),
        '!' => next == Some('['),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_at_once_is_no_markup() {
        let nexts = (0..128).map(char::from).map(Some).chain([None]);
        for (c, next) in nexts.flat_map(|next| (0..128).map(move |byte| (char::from(byte), next))) {
            let may_be = may_be_markup(u8::try_from(c).unwrap());
            assert!(may_be || !needs_escape(c, At::Middle, next) && c != '\n', "{c:?} {next:?}");
        }
    }
}
