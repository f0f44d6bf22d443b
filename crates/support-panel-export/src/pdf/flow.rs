//! Rows of text put on pages, from top to bottom.

use super::fonts::{Fonts, Shaper};
use super::line::{Ink, Line, Stretch, Style, lines};
use super::tags::{Drawn, Tag, Tags};
use crate::Document;
use crate::headings::Headings;
use support_panel::report::document::Words;

/// A4 in points, its margins, those of a page on its side, and what is kept free for the number of the page.
const PAGE: (f32, f32) = (595.28, 841.89);
const MARGIN: f32 = 50.0;
const NARROW: f32 = 34.0;
const FOOT: f32 = 6.0;

/// From one line to the next, in letters' sizes.
pub(super) const LEADING: f32 = 1.36;

/// What is drawn on a page. Without a tag it is no part of the text: a rule, a shade, a header that is said again.
pub(super) struct Draw {
    pub(super) tag: Option<Tag>,
    pub(super) shape: Shape,
}

pub(super) enum Shape {
    /// A line of text in one language; `y` is where the letters stand.
    Text {
        stretches: Vec<Stretch>,
        x: f32,
        y: f32,
        size: f32,
    },
    Rectangle {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        fill: Ink,
    },
    Rule {
        from: (f32, f32),
        to: (f32, f32),
        width: f32,
        ink: Ink,
        is_dashed: bool,
    },
    Circle {
        x: f32,
        y: f32,
        radius: f32,
        fill: Ink,
        stroke: Option<Ink>,
    },
}

/// A heading as the outline has it.
pub(super) struct Heading {
    pub(super) level: u8,
    pub(super) text: String,
    pub(super) page: usize,
    pub(super) y: f32,
}

/// A cell of a row, set.
pub(super) struct Cell {
    pub(super) tag: Option<Tag>,
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) size: f32,
    pub(super) lines: Vec<Line>,
    pub(super) fill: Option<Ink>,
}

impl Cell {
    fn line_height(&self) -> f32 {
        self.size * LEADING
    }
}

/// How a row is drawn.
#[derive(Clone, Copy, Default)]
pub(super) struct RowStyle {
    /// What is free above and below the text, and beside it.
    pub(super) padding: f32,
    /// Whether rules are drawn around the cells.
    pub(super) has_rules: bool,
    /// Whether a bar stands at its left.
    pub(super) has_bar: bool,
    /// Whether it is put on the next page rather than parted.
    pub(super) is_kept: bool,
}

pub(super) struct Flow<'a> {
    pub(super) document: &'a Document,
    shaper: Shaper<'a>,
    pub(super) tags: Tags,
    pub(super) pages: Vec<Vec<Draw>>,
    pub(super) headings: Headings,
    pub(super) outline: Vec<Heading>,
    /// The size of the text.
    pub(super) size: f32,
    pub(super) paper: (f32, f32),
    /// Where what follows is put.
    pub(super) page: usize,
    pub(super) y: f32,
    pub(super) left: f32,
    pub(super) width: f32,
    rise: f32,
    pub(super) margin: f32,
}

impl<'a> Flow<'a> {
    pub(super) fn new(document: &'a Document, fonts: &'a Fonts) -> Self {
        let (width, height) = PAGE;
        let paper = if document.layout.is_landscape { (height, width) } else { (width, height) };
        let margin = if document.layout.is_landscape { NARROW } else { MARGIN };
        let shaper = Shaper::new(fonts);
        let (rise, fall) = shaper.rise_and_fall();
        Self {
            document,
            shaper,
            tags: Tags::default(),
            pages: vec![Vec::new()],
            headings: Headings::default(),
            outline: Vec::new(),
            size: f32::from(document.layout.points.clamp(6, 72)),
            paper,
            page: 0,
            y: margin,
            left: margin,
            width: paper.0 - 2.0 * margin,
            margin,
            rise: rise + (LEADING - rise - fall) / 2.0,
        }
    }

    pub(super) fn missing(&self) -> Vec<char> {
        self.shaper.missing()
    }

    pub(super) fn style(&self) -> Style {
        Style { size: self.size, ink: Ink::Text, is_bold: false }
    }

    pub(super) fn lines(&mut self, words: &Words, style: Style, width: f32) -> Vec<Line> {
        lines(&mut self.shaper, self.document, words, style, width.max(style.size))
    }

    /// What is left of the page.
    pub(super) fn room(&self) -> f32 {
        self.paper.1 - self.margin - FOOT - self.y
    }

    fn is_at_top(&self) -> bool {
        self.y <= self.margin
    }

    /// Free space, but not at the top of a page.
    pub(super) fn gap(&mut self, height: f32) {
        if !self.is_at_top() {
            self.y += height;
        }
    }

    pub(super) fn next_page(&mut self) {
        self.page += 1;
        if self.page >= self.pages.len() {
            self.pages.push(Vec::new());
        }
        self.y = self.margin;
    }

    /// A new page where less than this is left.
    pub(super) fn keep(&mut self, height: f32) {
        if self.room() < height && !self.is_at_top() {
            self.next_page();
        }
    }

    pub(super) fn draw(&mut self, tag: Option<Tag>, shape: Shape) {
        let Some(page) = self.pages.get_mut(self.page) else { return };
        if let Some(tag) = tag {
            self.tags.draw(tag, Drawn { page: self.page, index: page.len() });
        }
        page.push(Draw { tag, shape });
    }

    /// A line of text with its top here, a draw for each language: what is drawn has one language.
    pub(super) fn text(&mut self, tag: Option<Tag>, line: &Line, x: f32, top: f32, size: f32) {
        let y = top + self.rise * size;
        let mut x = x;
        for stretches in line.stretches.chunk_by(|a, b| a.language == b.language) {
            let width: f32 = stretches.iter().map(|stretch| stretch.width()).sum();
            self.draw(tag, Shape::Text { stretches: stretches.to_vec(), x, y, size });
            x += width * size;
        }
    }

    pub(super) fn rule(&mut self, from: (f32, f32), to: (f32, f32), width: f32, ink: Ink) {
        self.draw(None, Shape::Rule { from, to, width, ink, is_dashed: false });
    }

    /// How high a row is as a whole.
    pub(super) fn height(cells: &[Cell], style: RowStyle) -> f32 {
        let text = cells.iter().map(|cell| cell.lines.len() as f32 * cell.line_height());
        text.fold(0.0, f32::max) + 2.0 * style.padding
    }

    /// A row: its cells beside each other. Where it does not fit it goes on on the next page, below what `again` draws there.
    pub(super) fn row(&mut self, cells: &[Cell], style: RowStyle, again: &dyn Fn(&mut Self)) {
        let height = Self::height(cells, style);
        let full = self.paper.1 - 2.0 * self.margin - FOOT;
        if height > self.room() && (style.is_kept && height < full * 0.8) && !self.is_at_top() {
            self.next_page();
            again(self);
        }
        let mut done: Vec<usize> = vec![0; cells.len()];
        loop {
            // How many lines of each cell stand here.
            let room = self.room() - 2.0 * style.padding;
            let mut here: Vec<usize> = Vec::with_capacity(cells.len());
            for (cell, done) in cells.iter().zip(&done) {
                let left = cell.lines.len().saturating_sub(*done);
                let fits = (room / cell.line_height() + 0.01).max(0.0) as usize;
                here.push(left.min(fits));
            }
            let has_more = |cell: &Cell, done: usize, here: usize| done + here < cell.lines.len();
            let is_last = cells
                .iter()
                .zip(done.iter().zip(&here))
                .all(|(cell, (done, here))| !has_more(cell, *done, *here));
            let is_stuck = here.iter().all(|lines| *lines == 0) && !is_last;
            if is_stuck && !self.is_at_top() {
                let page = self.page;
                self.next_page();
                again(self);
                if self.page == page + 1 && self.room() > 4.0 * self.size {
                    continue;
                }
            }
            if is_stuck {
                // A page on which no line fits: the letters are too large for the paper, and one line a page is drawn.
                here.iter_mut().for_each(|lines| *lines = 1);
            }
            self.segment(cells, style, &done, &here);
            for (done, here) in done.iter_mut().zip(&here) {
                *done += here;
            }
            let is_done = cells.iter().zip(&done).all(|(cell, done)| *done >= cell.lines.len());
            if is_done {
                return;
            }
            self.next_page();
            again(self);
        }
    }

    /// The part of a row that stands on this page.
    fn segment(&mut self, cells: &[Cell], style: RowStyle, done: &[usize], here: &[usize]) {
        let heights = cells.iter().zip(here).map(|(cell, here)| *here as f32 * cell.line_height());
        let height = heights.fold(0.0, f32::max) + 2.0 * style.padding;
        let top = self.y;
        for cell in cells {
            if let Some(fill) = cell.fill {
                let (x, width) = (cell.x, cell.width);
                self.draw(None, Shape::Rectangle { x, y: top, width, height, fill });
            }
        }
        if style.has_bar {
            let x = self.left;
            self.draw(None, Shape::Rectangle { x, y: top, width: 3.0, height, fill: Ink::Accent });
        }
        for (cell, (done, here)) in cells.iter().zip(done.iter().zip(here)) {
            for (index, line) in cell.lines.iter().skip(*done).take(*here).enumerate() {
                let top = top + style.padding + index as f32 * cell.line_height();
                self.text(cell.tag, line, cell.x + style.padding, top, cell.size);
            }
        }
        self.y = top + height;
        if style.has_rules {
            self.rules(cells, top);
        }
    }

    fn rules(&mut self, cells: &[Cell], top: f32) {
        let (Some(first), Some(last)) = (cells.first(), cells.last()) else { return };
        let (left, right, bottom) = (first.x, last.x + last.width, self.y);
        let edges = cells.iter().map(|cell| cell.x).chain([right]);
        let upright = edges.map(|x| ((x, top), (x, bottom)));
        let across = [((left, top), (right, top)), ((left, bottom), (right, bottom))];
        for (from, to) in upright.chain(across) {
            self.rule(from, to, 0.5, Ink::Rule);
        }
    }
}
