//! One complete page: semantic markup, a style of its own, no script. Everything said is escaped.

use super::document::{Block, Column, Document, Line, NOTHING, Run, Table, Words};
use super::text::labelled;

const STYLE: &str = include_str!("style.css");

pub(super) fn render(document: &Document) -> String {
    let mut page = Page(String::new());
    page.raw("<!DOCTYPE html>\n<html lang=\"");
    page.text(&document.language);
    page.raw("\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    document.title.0.iter().for_each(|run| page.text(run.text()));
    page.raw("</title>\n<style>\n");
    page.raw(STYLE);
    page.raw("</style>\n</head>\n<body>\n<main>\n<h1>");
    page.words(&document.title);
    page.raw("</h1>\n");
    document.blocks.iter().for_each(|block| page.block(block));
    page.raw("</main>\n</body>\n</html>\n");
    page.0
}

struct Page(String);

impl Page {
    fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.raw("&amp;"),
                '<' => self.raw("&lt;"),
                '>' => self.raw("&gt;"),
                '"' => self.raw("&quot;"),
                '\'' => self.raw("&#39;"),
                c => self.0.push(c),
            }
        }
    }

    fn element(&mut self, name: &str, attributes: &str, words: &Words) {
        self.raw(&format!("<{name}{attributes}>"));
        self.words(words);
        self.raw(&format!("</{name}>"));
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
                Run::Said(_) | Run::Code(_) => "bdi",
                Run::Strong(_) => "strong",
                Run::Absent(_) => "em",
            };
            self.raw(&format!("<{name}>"));
            self.text(run.text());
            self.raw(&format!("</{name}>"));
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, words) => self.element(&format!("h{level}"), "", words),
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
                self.raw("<div class=\"map\">\n");
                columns.iter().for_each(|column| self.column(column));
                self.raw("</div>");
            }
            Block::Line(line) => self.line(line),
        }
        self.raw("\n");
    }

    fn table(&mut self, table: &Table) {
        self.raw("<table>\n<caption>");
        self.text(table.caption);
        self.raw("</caption>\n<thead>\n<tr>");
        for head in &table.head {
            self.element("th", " scope=\"col\"", &Words::own(*head));
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
                    self.text(&labelled(&Words::own(*head)));
                    self.raw("\">");
                    self.words(cell);
                    self.raw("</td>");
                }
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n</table>");
    }

    fn column(&mut self, column: &Column) {
        self.raw("<section>\n");
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

    /// The line of dots, drawn; the tables below say the same in words.
    fn line(&mut self, line: &Line) {
        const LEFT: usize = 20;
        const LANE: usize = 44;
        // Many numbers stand closer together, and every other is named, so that all can be read on a telephone.
        let (step, radius, named) = if line.numbers.len() <= 11 { (30, 11, 1) } else { (16, 8, 2) };
        let width = LEFT * 2 + step * line.numbers.len().saturating_sub(1);
        let height = LANE * line.lanes.len() + 22;
        self.raw(&format!(
            "<svg class=\"scale\" role=\"img\" viewBox=\"0 0 {width} {height}\" aria-label=\""
        ));
        for lane in &line.lanes {
            let indexes = line.numbers.iter().zip(&lane.counts).filter(|(_, count)| **count > 0);
            let indexes: Vec<_> =
                indexes.map(|(number, count)| format!("{count} at {number}")).collect();
            self.text(&format!("{}: {}. ", lane.name, indexes.join(", ")));
        }
        self.raw("\">\n");
        for (index, lane) in line.lanes.iter().enumerate() {
            let y = index * LANE + 30;
            let kind = if lane.name.starts_with("Guessed") { "guessed" } else { "own" };
            self.raw(&format!(
                "<text class=\"lane\" x=\"8\" y=\"{}\">{}</text>\n",
                y - 16,
                lane.name
            ));
            self.raw(&format!(
                "<line x1=\"{LEFT}\" y1=\"{y}\" x2=\"{}\" y2=\"{y}\"/>\n",
                width - LEFT
            ));
            for (at, count) in lane.counts.iter().enumerate() {
                let x = LEFT + step * at;
                if *count == 0 {
                    self.raw(&format!("<circle class=\"step\" cx=\"{x}\" cy=\"{y}\" r=\"2\"/>\n"));
                } else {
                    self.raw(&format!(
                        "<circle class=\"{kind}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"
                    ));
                    self.raw(&format!(
                        "<text class=\"{kind}\" x=\"{x}\" y=\"{}\">{count}</text>\n",
                        y + 4
                    ));
                }
            }
        }
        for (at, number) in line.numbers.iter().enumerate().step_by(named) {
            self.raw(&format!(
                "<text class=\"number\" x=\"{}\" y=\"{}\">",
                LEFT + step * at,
                height - 4
            ));
            self.text(number);
            self.raw("</text>\n");
        }
        self.raw("</svg>\n<p class=\"key\">How many people stand at each number.</p>");
    }
}
