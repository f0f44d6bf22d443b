//! Plain text, of at most 78 characters a line where words allow.

use super::document::{Block, Column, Document, Lane, Line, Marks, Table, Words};

const WIDTH: usize = 78;

pub(super) fn render(document: &Document) -> String {
    let mut out = String::new();
    underlined(&plain(&document.title), '=', &mut out);
    let mut is_after_map = false;
    for block in &document.blocks {
        out.push('\n');
        // Without a heading of its own it would read as more of the last column.
        if let (true, Block::Table(table)) = (is_after_map, block) {
            underlined(table.caption, '-', &mut out);
            out.push('\n');
        }
        self::block(block, &mut out);
        is_after_map = matches!(block, Block::Map(_));
    }
    out
}

fn block(block: &Block, out: &mut String) {
    match block {
        Block::Heading(2, words) => {
            out.push('\n');
            underlined(&plain(words), '=', out);
        }
        Block::Heading(3, words) => underlined(&plain(words), '-', out),
        Block::Heading(_, words) | Block::Paragraph(words) => wrapped(&plain(words), "", "", out),
        Block::List(items) => {
            items.iter().for_each(|words| wrapped(&plain(words), "- ", "  ", out))
        }
        Block::Facts(facts) => {
            for (name, words) in facts {
                wrapped(&plain(words), &format!("{} ", labelled(name)), "    ", out);
            }
        }
        Block::Quote(words, who) => {
            wrapped(&plain(words), "  ", "  ", out);
            wrapped(&plain(who), "  – ", "    ", out);
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
                wrapped(&end.plain(), &format!("{number} means: "), "    ", out);
            }
            out.push_str(&strip(line));
        }
        Block::Space(lines) => {
            let lines = vec!["_".repeat(WIDTH); usize::from(*lines)];
            out.push_str(&format!("{}\n", lines.join("\n\n")));
        }
        Block::Fold => out.push_str(&format!("{}\n", "- ".repeat(WIDTH / 2).trim_end())),
        Block::PageBreak => out.push('\n'),
    }
}

fn column(column: &Column, out: &mut String) {
    underlined(&plain(&column.heading), '-', out);
    if !column.prompt.is_empty() {
        wrapped(&plain(&column.prompt), "", "", out);
    }
    for group in &column.groups {
        out.push('\n');
        wrapped(&format!("{}:", plain(&group.label)), "", "", out);
        if group.items.is_empty() {
            out.push_str("  none recorded\n");
        }
        for item in &group.items {
            wrapped(&plain(&item.said), "- ", "  ", out);
            item.notes.iter().for_each(|note| wrapped(&plain(note), "    ", "      ", out));
        }
    }
}

/// A table as a list: its rows one after another, each cell behind its heading.
fn table(table: &Table, out: &mut String) {
    for row in &table.rows {
        for (index, (head, cell)) in table
            .head
            .iter()
            .zip(row)
            .enumerate()
            .filter(|(index, (_, cell))| *index == 0 || !cell.is_empty())
        {
            let (first, rest) = if index == 0 {
                ("- ".to_owned(), "  ")
            } else {
                (format!("    {} ", labelled(head)), "      ")
            };
            wrapped(&plain(cell), &first, rest, out);
        }
    }
}

/// The numbers at the two ends of a scale, each with what it means, where that stands at the line.
pub(super) fn ends(line: &Line) -> impl Iterator<Item = (&String, &Words)> {
    let numbers = line.numbers.first().into_iter().chain(line.numbers.last());
    numbers.zip(&line.ends).filter(|(_, end)| !end.is_empty())
}

/// The scale as a line, with how many stand where.
fn strip(line: &Line) -> String {
    let lanes: Vec<(String, Vec<String>)> =
        line.lanes.iter().map(|lane| (one_line(&lane.name), cells(lane, line))).collect();
    let name = lanes.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
    let widest = lanes.iter().flat_map(|(_, cells)| cells).chain(&line.numbers);
    let cell = widest.map(|text| text.chars().count()).max().unwrap_or_default() + 1;
    let mut out = String::new();
    let mut row = |label: &str, cells: &[String]| {
        let cells: String = cells.iter().map(|text| format!("{text:>cell$}")).collect();
        out.push_str(&format!("{label:<name$} {cells}\n"));
    };
    row("", &line.numbers);
    lanes.iter().for_each(|(name, cells)| row(name, cells));
    out
}

/// What stands at each number in a lane.
pub(super) fn cells(lane: &Lane, line: &Line) -> Vec<String> {
    let at = |index: usize| match &lane.marks {
        Marks::Counts(counts) => {
            counts.get(index).filter(|count| **count > 0).map(usize::to_string)
        }
        Marks::At(at) => (*at == index).then(|| "x".to_owned()),
        Marks::Span(from, to) => (*from..=*to).contains(&index).then(|| "=".to_owned()),
    };
    (0..line.numbers.len()).map(|index| at(index).unwrap_or_else(|| "·".to_owned())).collect()
}

fn one_line(words: &Words) -> String {
    words.plain().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn underlined(text: &str, mark: char, out: &mut String) {
    let start = out.len();
    wrapped(text, "", "", out);
    let longest = out
        .get(start..)
        .unwrap_or_default()
        .lines()
        .map(|line| line.chars().count())
        .max()
        .unwrap_or_default();
    out.extend(std::iter::repeat_n(mark, longest));
    out.push('\n');
}

/// A name with a colon, unless it ends with a mark of its own.
pub(super) fn labelled(name: &Words) -> String {
    let name = plain(name);
    if name.ends_with('?') { name } else { name + ":" }
}

fn plain(words: &Words) -> String {
    words.plain()
}

/// Words on lines of at most [`WIDTH`] characters; a longer word stands alone.
fn wrapped(text: &str, first: &str, rest: &str, out: &mut String) {
    let mut indent = first;
    for line in text.split('\n') {
        let mut start = out.len();
        out.push_str(indent);
        let (mut length, mut words) = (indent.chars().count(), 0);
        for word in line.split(' ').filter(|word| !word.is_empty()) {
            let more = word.chars().count();
            if words > 0 && length + 1 + more > WIDTH {
                end_line(start, out);
                start = out.len();
                out.push_str(rest);
                (length, words) = (rest.chars().count(), 0);
            }
            if words > 0 {
                out.push(' ');
                length += 1;
            }
            out.push_str(word);
            length += more;
            words += 1;
        }
        end_line(start, out);
        indent = rest;
    }
}

/// Ends the line that begins there, without white space before its end.
fn end_line(start: usize, out: &mut String) {
    let length = out.get(start..).unwrap_or_default().trim_end().len();
    out.truncate(start + length);
    out.push('\n');
}
