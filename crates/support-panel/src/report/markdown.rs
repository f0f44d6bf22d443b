//! CommonMark with tables. Whatever is said stays text: nothing in it can become markup.

use super::document::{Block, Column, Document, Line, NOTHING, Run, Table, Words};
use super::text::{cells, ends, labelled};

pub(super) fn render(document: &Document) -> String {
    let mut out = String::new();
    out.push_str(&format!("# {}\n", one_line(&document.title)));
    for block in &document.blocks {
        out.push('\n');
        self::block(block, &mut out);
    }
    out
}

fn block(block: &Block, out: &mut String) {
    match block {
        Block::Heading(level, words) => {
            out.push_str(&format!("{} {}\n", "#".repeat(usize::from(*level)), one_line(words)))
        }
        Block::Paragraph(words) => out.push_str(&format!("{}\n", lines(words, ""))),
        Block::List(items) => items.iter().for_each(|words| item(words, "", out)),
        Block::Facts(facts) => {
            for (name, words) in facts {
                let mut label = Words::label(labelled(name));
                label.0.extend(words.0.iter().cloned());
                item(&label, "", out);
            }
        }
        Block::Quote(words, who) => {
            out.push_str(&format!("> {}\n>\n> – {}\n", lines(words, "> "), lines(who, "> ")));
        }
        Block::Table(table) => self::table(table, out),
        Block::Map(columns) => {
            for (index, column) in columns.iter().enumerate() {
                if index > 0 {
                    out.push('\n');
                }
                self::column(column, out);
            }
        }
        Block::Line(line) => {
            for (number, end) in ends(line) {
                item(&Words::label(format!("{number} means:")).then(end.clone()), "", out);
            }
            if !line.lanes.is_empty() {
                if ends(line).next().is_some() {
                    out.push('\n');
                }
                self::line(line, out);
            }
        }
        Block::Space(lines) => {
            let lines = vec![r"\_\_\_\_\_\_\_\_"; usize::from(*lines)];
            out.push_str(&format!("{}\n", lines.join("\n\n")));
        }
        Block::Fold | Block::PageBreak => out.push_str("---\n"),
    }
}

fn column(column: &Column, out: &mut String) {
    out.push_str(&format!("### {}\n", one_line(&column.heading)));
    if !column.prompt.is_empty() {
        out.push_str(&format!("\n*{}*\n", one_line(&column.prompt)));
    }
    for group in &column.groups {
        out.push_str(&format!("\n#### {}\n\n", one_line(&group.label)));
        if group.items.is_empty() {
            out.push_str("*none recorded*\n");
        }
        for entry in &group.items {
            item(&entry.said, "", out);
            entry.notes.iter().for_each(|note| item(note, "  ", out));
        }
    }
}

fn item(words: &Words, indent: &str, out: &mut String) {
    out.push_str(&format!("{indent}- {}\n", lines(words, &format!("{indent}  "))));
}

/// The scale as a table: its numbers, and what stands at each.
fn line(line: &Line, out: &mut String) {
    let head = std::iter::once(String::new()).chain(line.numbers.iter().cloned());
    out.push_str(&row(head.collect()));
    out.push_str(&row(vec!["---".to_owned(); line.numbers.len() + 1]));
    for lane in &line.lanes {
        let name = std::iter::once(one_line(&lane.name));
        out.push_str(&row(name.chain(cells(lane, line)).collect()));
    }
}

fn row(cells: Vec<String>) -> String {
    format!("| {} |\n", cells.join(" | "))
}

fn table(table: &Table, out: &mut String) {
    out.push_str(&row(table.head.iter().map(one_line).collect()));
    out.push_str(&row(table.head.iter().map(|_| "---".to_owned()).collect()));
    for cells in &table.rows {
        out.push_str(&row(cells
            .iter()
            .map(|cell| if cell.is_empty() { NOTHING.to_owned() } else { one_line(cell) })
            .collect()));
    }
}

/// Several lines, each after the first behind an indent; a backslash keeps the line's end.
fn lines(words: &Words, indent: &str) -> String {
    let line_end = format!("\\\n{indent}");
    escaped(words, &line_end, &line_end)
}

/// On one line, as a heading or a cell must be.
fn one_line(words: &Words) -> String {
    escaped(words, " ", "<br>")
}

fn escaped(words: &Words, line_end: &str, own_line_end: &str) -> String {
    let mut out = Escaping { out: String::new(), at: At::Start, line_end };
    for run in &words.0 {
        match run {
            Run::Break => {
                out.out.push_str(own_line_end);
                out.at = At::Start;
            }
            Run::Own(text) | Run::Said(text) | Run::Council(text) | Run::Code(text) => {
                out.text(text)
            }
            Run::Strong(text) => out.dressed("**", text),
            Run::Absent(text) => out.dressed("*", text),
        }
    }
    out.out
}

/// Where on a line the text stands, as far as Markdown cares.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Start,
    Number,
    Middle,
}

struct Escaping<'a> {
    out: String,
    at: At,
    line_end: &'a str,
}

impl Escaping<'_> {
    fn dressed(&mut self, mark: &str, text: &str) {
        self.at = At::Middle;
        self.out.push_str(mark);
        self.text(text);
        self.out.push_str(mark);
    }

    fn text(&mut self, text: &str) {
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            if c == '\n' {
                self.out.push_str(self.line_end);
                self.at = At::Start;
                continue;
            }
            if needs_escape(c, self.at, chars.peek().copied()) {
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
