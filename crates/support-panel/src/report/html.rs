//! One complete page: semantic markup, a style of its own, no script. Everything said is escaped.

use super::document::{Block, Column, Document, Layout, Line, Marks, NOTHING, Run, Table, Words};
use super::text::{self, labelled};

const STYLE: &str = include_str!("style.css");
/// The width of a page is shared out in these parts; a column has no more than the second, as the style knows.
const SHARES: usize = 12;
const WIDEST: usize = 8;

pub(super) fn render(document: &Document) -> String {
    let mut page = Page { out: String::new(), council: document.council_language.as_deref() };
    // The page's layout is said by classes, and the style is one for all: where a page lets in styles by their digest,
    // another one would be refused.
    let Layout { is_landscape, points } = document.layout;
    page.raw("<!DOCTYPE html>\n<html lang=\"");
    page.text(&document.language);
    page.raw("\"");
    if points != Layout::default().points {
        page.raw(&format!(" class=\"p{points}\""));
    }
    page.raw(">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    document.title.0.iter().for_each(|run| page.text(run.text()));
    page.raw("</title>\n<style>\n");
    page.raw(STYLE);
    let wide = if is_landscape { " class=\"wide\"" } else { "" };
    page.raw(&format!("</style>\n</head>\n<body>\n<main{wide}>\n"));
    page.element("h1", "", &document.title);
    page.raw("\n");
    document.blocks.iter().for_each(|block| page.block(block));
    page.raw("</main>\n</body>\n</html>\n");
    page.out
}

struct Page<'a> {
    out: String,
    /// The language of the council's own words, where it is not the page's.
    council: Option<&'a str>,
}

impl Page<'_> {
    fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    fn text(&mut self, mut text: &str) {
        let is_markup = |byte: u8| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
        while let Some((plain, rest)) =
            text.bytes().position(is_markup).and_then(|at| text.split_at_checked(at))
        {
            self.raw(plain);
            let mut rest = rest.chars();
            self.raw(match rest.next() {
                Some('&') => "&amp;",
                Some('<') => "&lt;",
                Some('>') => "&gt;",
                Some('"') => "&quot;",
                _ => "&#39;",
            });
            text = rest.as_str();
        }
        self.raw(text);
    }

    fn element(&mut self, name: &str, attributes: &str, words: &Words) {
        self.tag(["<", name, attributes, ">"]);
        self.words(words);
        self.closed(name);
    }

    fn closed(&mut self, name: &str) {
        self.tag(["</", name, ">"]);
    }

    fn tag<const N: usize>(&mut self, parts: [&str; N]) {
        parts.into_iter().for_each(|part| self.raw(part));
    }

    fn words(&mut self, words: &Words) {
        for run in &words.0 {
            // What people say stands apart, so that its direction does not turn the words around it.
            let name = match run {
                Run::Own(text) => {
                    self.text(text);
                    continue;
                }
                Run::Break => {
                    self.raw("<br>");
                    continue;
                }
                Run::Said(_) | Run::Council(_) | Run::Code(_) => "bdi",
                Run::Strong(_) => "strong",
                Run::Absent(_) => "em",
            };
            self.tag(["<", name]);
            if let (Run::Council(_), Some(language)) = (run, self.council) {
                self.raw(" lang=\"");
                self.text(language);
                self.raw("\"");
            }
            self.raw(">");
            self.text(run.text());
            self.closed(name);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, words) => {
                let name = match level {
                    2 => "h2",
                    3 => "h3",
                    _ => "h4",
                };
                self.element(name, "", words);
            }
            Block::Paragraph(words) => self.element("p", "", words),
            Block::List(items) => {
                self.raw("<ul>\n");
                for words in items {
                    self.element("li", "", words);
                    self.raw("\n");
                }
                self.raw("</ul>");
            }
            Block::Facts(facts) => {
                self.raw("<dl>\n");
                for (name, words) in facts {
                    self.raw("<div>");
                    self.element("dt", "", name);
                    self.element("dd", "", words);
                    self.raw("</div>\n");
                }
                self.raw("</dl>");
            }
            Block::Quote(words, who) => {
                self.raw("<figure>\n<blockquote>");
                self.element("p", "", words);
                self.raw("</blockquote>\n");
                self.element("figcaption", "", who);
                self.raw("\n</figure>");
            }
            Block::Table(table) => self.table(table),
            Block::Map(columns) => {
                let all: usize = columns.iter().map(Column::weight).sum();
                self.raw("<div class=\"map\">\n");
                for column in columns {
                    self.column(column, column.weight() * SHARES / all.max(1));
                }
                self.raw("</div>");
            }
            Block::Line(line) => self.line(line),
            Block::Space(lines) => {
                self.raw("<div class=\"space\">");
                (0..*lines).for_each(|_| self.raw("<hr>"));
                self.raw("</div>");
            }
            Block::Fold => self.raw("<hr class=\"fold\">"),
            Block::PageBreak => self.raw("<hr class=\"page\">"),
        }
        self.raw("\n");
    }

    fn table(&mut self, table: &Table) {
        self.raw("<table>\n<caption>");
        self.text(table.caption);
        self.raw("</caption>\n<thead>\n<tr>");
        for head in &table.head {
            self.element("th", " scope=\"col\"", head);
        }
        self.raw("</tr>\n</thead>\n<tbody>\n");
        for row in &table.rows {
            self.raw("<tr>");
            for (index, (head, cell)) in table.head.iter().zip(row).enumerate() {
                if index == 0 {
                    self.element("th", " scope=\"row\"", cell);
                } else if cell.is_empty() {
                    self.element("td", " class=\"nothing\"", &Words::own(NOTHING));
                } else {
                    self.raw("<td data-head=\"");
                    self.text(&labelled(head));
                    self.raw("\">");
                    self.words(cell);
                    self.raw("</td>");
                }
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n</table>");
    }

    /// A column, and its share of the page's width where the map is printed on one.
    fn column(&mut self, column: &Column, share: usize) {
        // A class: where a page allows no style but its own, an attribute would be refused.
        self.raw(&format!("<section class=\"w{}\">\n", share.clamp(1, WIDEST)));
        self.element("h3", "", &column.heading);
        self.raw("\n");
        if !column.prompt.is_empty() {
            self.element("p", " class=\"prompt\"", &column.prompt);
            self.raw("\n");
        }
        for group in &column.groups {
            self.element("h4", "", &group.label);
            if group.items.is_empty() {
                self.raw("\n<p><em>none recorded</em></p>\n");
                continue;
            }
            self.raw("\n<ul>\n");
            for item in &group.items {
                self.raw("<li>");
                self.element("p", "", &item.said);
                for note in &item.notes {
                    self.element("p", " class=\"note\"", note);
                }
                self.raw("</li>\n");
            }
            self.raw("</ul>\n");
        }
        self.raw("</section>\n");
    }

    /// The scale, drawn.
    fn line(&mut self, line: &Line) {
        const LEFT: usize = 20;
        const LANE: usize = 44;
        // Many numbers stand closer together, and every other is named, so that all can be read on a telephone.
        let (step, radius, named) = if line.numbers.len() <= 11 { (30, 11, 1) } else { (16, 8, 2) };
        let width = LEFT * 2 + step * line.numbers.len().saturating_sub(1);
        let height = if line.lanes.is_empty() { 34 } else { LANE * line.lanes.len() + 22 };
        self.raw("<div class=\"line\">\n");
        let mut ends = text::ends(line).peekable();
        if ends.peek().is_some() {
            self.raw("<dl class=\"ends\">\n");
            for (number, end) in ends {
                self.raw("<div>");
                self.element("dt", "", &Words::own(format!("{number} means")));
                self.element("dd", "", end);
                self.raw("</div>\n");
            }
            self.raw("</dl>\n");
        }
        self.raw(&format!(
            "<svg class=\"scale\" role=\"img\" viewBox=\"0 0 {width} {height}\">\n<title>"
        ));
        let lanes: Vec<_> = line.lanes.iter().map(|lane| lane.in_words(&line.numbers)).collect();
        let numbers = line.numbers.first().zip(line.numbers.last());
        let scale = numbers.map(|(first, last)| format!("A scale from {first} to {last}. "));
        self.text(&format!("{}{}", scale.unwrap_or_default(), lanes.join(". ")));
        self.raw("</title>\n");
        for (index, lane) in line.lanes.iter().enumerate() {
            let y = index * LANE + 30;
            self.raw(&format!("<text class=\"lane\" x=\"8\" y=\"{}\">", y - 16));
            self.text(&lane.name.plain());
            self.raw("</text>\n");
            self.raw(&format!(
                "<line x1=\"{LEFT}\" y1=\"{y}\" x2=\"{}\" y2=\"{y}\"/>\n",
                width - LEFT
            ));
            let kind = if lane.is_guess { "guessed" } else { "own" };
            let x = |at: usize| LEFT + step * at;
            if let Marks::Span(from, to) = lane.marks {
                self.raw(&format!(
                    "<line class=\"span\" x1=\"{}\" y1=\"{y}\" x2=\"{}\" y2=\"{y}\"/>\n",
                    x(from),
                    x(to)
                ));
            }
            for at in 0..line.numbers.len() {
                let mark = match &lane.marks {
                    Marks::Counts(counts) => {
                        counts.get(at).filter(|count| **count > 0).map(usize::to_string)
                    }
                    Marks::At(index) => (*index == at).then(String::new),
                    Marks::Span(from, to) => (*from == at || *to == at).then(String::new),
                };
                let x = x(at);
                match mark {
                    None => self
                        .raw(&format!("<circle class=\"step\" cx=\"{x}\" cy=\"{y}\" r=\"2\"/>\n")),
                    Some(count) => self.raw(&format!(
                        "<circle class=\"{kind}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/><text class=\"{kind}\" x=\"{x}\" y=\"{}\">{count}</text>\n",
                        y + 4
                    )),
                }
            }
        }
        // A scale without lanes is to be filled in: each number stands in a ring of its own.
        let is_empty = line.lanes.is_empty();
        for (at, number) in line.numbers.iter().enumerate().step_by(named) {
            if is_empty {
                self.raw(&format!(
                    "<circle class=\"ring\" cx=\"{}\" cy=\"{}\" r=\"{radius}\"/>",
                    LEFT + step * at,
                    height / 2
                ));
            }
            let baseline = if is_empty { height / 2 + 4 } else { height - 4 };
            self.raw(&format!(
                "<text class=\"number\" x=\"{}\" y=\"{}\">",
                LEFT + step * at,
                baseline
            ));
            self.text(number);
            self.raw("</text>\n");
        }
        self.raw("</svg>\n</div>");
    }
}
