//! The text of the paper.

use super::xml::Xml;
use crate::headings::Headings;
use crate::scale::Mark;
use crate::text::{kept, one_line};
use crate::wording::{labelled, other_language};
use crate::{Document, scale, table};
use std::io;
use support_panel::report::document::{Block, Column, Layout, Line, NOTHING, Run, Table, Words};

/// A4 in twentieths of a point, with margins of two centimetres.
const PAGE: (u32, u32) = (11906, 16838);
const MARGIN: u32 = 1134;

/// The most numbers that a scale has as a table; of a longer one there are sentences.
const NUMBERS: usize = 21;

const START: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
);

pub(super) fn body(document: &Document) -> io::Result<Vec<u8>> {
    let (width, _) = page(document.layout);
    let mut body = Body {
        xml: Xml::after(START),
        document,
        width: width - 2 * MARGIN,
        headings: Headings::default(),
        after_table: false,
        on_new_page: false,
    };
    body.xml.open("w:body");
    body.paragraph("Heading1", &document.title);
    document.blocks.iter().for_each(|block| body.block(block));
    body.end_table();
    body.section();
    body.xml.close("w:body");
    body.xml.finish().map(|mut text| {
        text.extend_from_slice(b"</w:document>");
        text
    })
}

struct Body<'a> {
    xml: Xml,
    document: &'a Document,
    /// What is between the margins.
    width: u32,
    headings: Headings,
    /// Whether a table was the last to be written.
    after_table: bool,
    /// Whether what follows stands on a new page.
    on_new_page: bool,
}

impl Body<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, words) => self.heading(*level, words),
            Block::Paragraph(words) => self.paragraph("Normal", words),
            Block::List(items) => items.iter().for_each(|words| self.item(0, words)),
            Block::Facts(facts) => {
                for (name, words) in facts {
                    self.paragraph("Fact", &labelled(name).then(words.clone()));
                }
            }
            Block::Quote(words, who) => {
                self.paragraph("Quote", words);
                self.paragraph("QuoteSource", &Words::own("– ").then(who.clone()));
            }
            Block::Table(table) => self.table(table),
            Block::Map(columns) => columns.iter().for_each(|column| self.column(column)),
            Block::Line(line) => self.line(line),
            Block::Space(lines) => {
                (0..*lines).for_each(|_| self.paragraph("Write", &Words::default()));
            }
            Block::Fold => self.paragraph("Fold", &Words::default()),
            Block::PageBreak => self.on_new_page = true,
        }
    }

    fn column(&mut self, column: &Column) {
        self.heading(3, &column.heading);
        if !column.prompt.is_empty() {
            self.paragraph("Prompt", &column.prompt);
        }
        for group in &column.groups {
            self.heading(4, &group.label);
            if group.items.is_empty() {
                self.paragraph("Normal", &Words(vec![Run::Absent("none recorded")]));
            }
            for item in &group.items {
                self.item(0, &item.said);
                item.notes.iter().for_each(|note| self.item(1, note));
            }
        }
    }

    fn heading(&mut self, level: u8, words: &Words) {
        let style = match self.headings.level(level) {
            2 => "Heading2",
            3 => "Heading3",
            _ => "Heading4",
        };
        self.paragraph(style, words);
    }

    fn paragraph(&mut self, style: &str, words: &Words) {
        let after_table = std::mem::take(&mut self.after_table);
        let on_new_page = std::mem::take(&mut self.on_new_page);
        self.xml.open("w:p");
        let has_own_space = style.starts_with("Heading") || style == "Between";
        if style != "Normal" || after_table || on_new_page {
            self.xml.open("w:pPr");
            self.xml.value("w:pStyle", style);
            if on_new_page {
                self.xml.empty("w:pageBreakBefore", &[]);
            }
            if after_table && !has_own_space {
                self.xml.empty("w:spacing", &[("w:before", "120")]);
            }
            self.xml.close("w:pPr");
        }
        self.words(words);
        self.xml.close("w:p");
    }

    fn item(&mut self, level: usize, words: &Words) {
        self.after_table = false;
        self.xml.open("w:p");
        self.xml.open("w:pPr");
        self.xml.value("w:pStyle", "ListBullet");
        if std::mem::take(&mut self.on_new_page) {
            self.xml.empty("w:pageBreakBefore", &[]);
        }
        self.xml.open("w:numPr");
        self.xml.value("w:ilvl", if level == 0 { "0" } else { "1" });
        self.xml.value("w:numId", "1");
        self.xml.close("w:numPr");
        self.xml.close("w:pPr");
        self.words(words);
        self.xml.close("w:p");
    }

    fn words(&mut self, words: &Words) {
        words.0.iter().for_each(|run| self.run(run));
    }

    fn run(&mut self, run: &Run) {
        self.xml.open("w:r");
        let language = other_language(run, self.document);
        let is_set_out = matches!(run, Run::Strong(_) | Run::Absent(_));
        if is_set_out || language.is_some() {
            self.xml.open("w:rPr");
            match run {
                Run::Strong(_) => self.xml.empty("w:b", &[]),
                Run::Absent(_) => self.xml.empty("w:i", &[]),
                _ => {}
            }
            if let Some(language) = language {
                self.xml.value("w:lang", language);
            }
            self.xml.close("w:rPr");
        }
        self.text(&kept(run.text()));
        self.xml.close("w:r");
    }

    /// Text with its ends of lines and tabs as elements.
    fn text(&mut self, text: &str) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.xml.empty("w:br", &[]);
            }
            for (index, part) in line.split('\t').enumerate() {
                if index > 0 {
                    self.xml.empty("w:tab", &[]);
                }
                if !part.is_empty() {
                    self.xml.element("w:t", &[("xml:space", "preserve")], part);
                }
            }
        }
    }

    fn table(&mut self, table: &Table) {
        let widths = table::widths(table, self.width, self.document.layout.points);
        self.grid(table.caption, &widths);
        self.header(table.head.iter(), &widths);
        for row in &table.rows {
            self.xml.open("w:tr");
            self.xml.open("w:trPr");
            self.xml.empty("w:cantSplit", &[]);
            self.xml.close("w:trPr");
            for (index, width) in widths.iter().enumerate() {
                match row.get(index).filter(|cell| !cell.is_empty()) {
                    Some(cell) => self.cell(*width, "Cell", cell),
                    None => self.cell(*width, "Cell", &Words::own(NOTHING)),
                }
            }
            self.xml.close("w:tr");
        }
        self.xml.close("w:tbl");
        self.after_table = true;
    }

    /// The scale as a table; its alternative text says the same in a sentence.
    fn line(&mut self, line: &Line) {
        for (name, end) in scale::ends(line) {
            self.paragraph("Fact", &labelled(&name).then(end.clone()));
        }
        if line.numbers.len() > NUMBERS {
            return self.item(0, &Words::own(scale::described(line)));
        }
        let has_lanes = !line.lanes.is_empty();
        let names = line.lanes.iter().map(|lane| lane.name.plain().chars().count()).max();
        let names = names.map(|names| u32::try_from(names.clamp(6, 30)).unwrap_or(u32::MAX));
        let weights: Vec<u32> = names.into_iter().chain(line.numbers.iter().map(|_| 3)).collect();
        let widths = table::shared(self.width, &weights);
        self.grid(&scale::described(line), &widths);
        let corner = has_lanes.then(|| Words::own("Who"));
        let numbers = line.numbers.iter().map(|number| Words(vec![Run::Code(number.clone())]));
        let head: Vec<Words> = corner.into_iter().chain(numbers).collect();
        self.header(head.iter(), &widths);
        for lane in &line.lanes {
            self.xml.open("w:tr");
            let (name, widths) = widths.split_first().unwrap_or((&0, &[]));
            self.cell(*name, "Cell", &lane.name);
            for (index, width) in widths.iter().enumerate() {
                let words = match scale::mark(&lane.marks, index) {
                    Some(Mark::Count(count)) => Words(vec![Run::Strong(count.to_string().into())]),
                    Some(Mark::Point) => Words::own("●"),
                    Some(Mark::Between) => Words::own("–"),
                    None => Words::own("·"),
                };
                self.cell(*width, "Cell", &words);
            }
            self.xml.close("w:tr");
        }
        self.xml.close("w:tbl");
        self.after_table = true;
    }

    /// Something before a table where nothing is: Word takes two in a row for one, and a table begins no page.
    fn end_table(&mut self) {
        if self.after_table || self.on_new_page {
            self.paragraph("Between", &Words::default());
        }
    }

    /// The start of a table: its properties and the width of every column.
    fn grid(&mut self, description: &str, widths: &[u32]) {
        self.end_table();
        self.xml.open("w:tbl");
        self.xml.open("w:tblPr");
        self.xml.value("w:tblStyle", "Grid");
        self.xml.empty("w:tblW", &[("w:w", &self.width.to_string()), ("w:type", "dxa")]);
        self.xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        let look = [("w:val", "00A0"), ("w:firstRow", "1"), ("w:firstColumn", "1")];
        self.xml.empty("w:tblLook", &look);
        self.xml.value("w:tblDescription", &one_line(description));
        self.xml.close("w:tblPr");
        self.xml.open("w:tblGrid");
        for width in widths {
            self.xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
        }
        self.xml.close("w:tblGrid");
    }

    fn header<'a>(&mut self, head: impl Iterator<Item = &'a Words>, widths: &[u32]) {
        self.xml.open("w:tr");
        self.xml.open("w:trPr");
        self.xml.empty("w:cantSplit", &[]);
        self.xml.empty("w:tblHeader", &[]);
        self.xml.close("w:trPr");
        for (head, width) in head.zip(widths) {
            self.cell(*width, "CellHead", head);
        }
        self.xml.close("w:tr");
    }

    fn cell(&mut self, width: u32, style: &str, words: &Words) {
        self.xml.open("w:tc");
        self.xml.open("w:tcPr");
        self.xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        self.xml.close("w:tcPr");
        self.paragraph(style, words);
        self.xml.close("w:tc");
    }

    fn section(&mut self) {
        let (width, height) = page(self.document.layout);
        let [width, height, margin] = [width, height, MARGIN].map(|length| length.to_string());
        self.xml.open("w:sectPr");
        let mut size = vec![("w:w", &*width), ("w:h", &*height)];
        if self.document.layout.is_landscape {
            size.push(("w:orient", "landscape"));
        }
        self.xml.empty("w:pgSz", &size);
        let margins = ["w:top", "w:right", "w:bottom", "w:left"].map(|side| (side, &*margin));
        let others = [("w:header", "708"), ("w:footer", "708"), ("w:gutter", "0")];
        let margins: Vec<_> = margins.into_iter().chain(others).collect();
        self.xml.empty("w:pgMar", &margins);
        self.xml.close("w:sectPr");
    }
}

/// Width and height of the page.
fn page(layout: Layout) -> (u32, u32) {
    if layout.is_landscape { (PAGE.1, PAGE.0) } else { PAGE }
}
