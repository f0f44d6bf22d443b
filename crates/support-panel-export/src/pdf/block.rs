//! Blocks of the tree as rows.

use super::flow::{Cell, Flow, Heading, LEADING, RowStyle, Shape};
use super::line::{Ink, Style};
use super::tags::Tag;
use super::{scale, table};
use crate::text::one_line;
use crate::wording::{labelled, title};
use krilla::tagging::{self, ListNumbering};
use std::num::NonZeroU16;
use support_panel::report::document::{Block, Column, Run, Words};

/// The most columns of a map that stand beside each other.
const BESIDE: usize = 4;

pub(super) fn document(flow: &mut Flow<'_>) {
    let document = flow.document;
    let title = match one_line(&document.title.plain()) {
        text if text.is_empty() => Words::own(title(document)),
        _ => document.title.clone(),
    };
    heading(flow, 1, &title, 0.0);
    for (index, one) in document.blocks.iter().enumerate() {
        let rest = document.blocks.get(index + 1..).unwrap_or_default();
        block(flow, one, rest);
    }
}

/// How much of what stands here has to be on one page with the heading above it.
fn least(flow: &mut Flow<'_>, blocks: &[Block]) -> f32 {
    let lines = flow.size * LEADING;
    match blocks.split_first() {
        Some((Block::Heading(..), rest)) => lines * 2.5 + least(flow, rest),
        Some((Block::Table(table), _)) => table::least(flow, table),
        Some((Block::Line(line), _)) => lines * 2.2 + scale::height(flow, line),
        Some((Block::Space(count), _)) => lines * 2.0 * f32::from(*count).min(4.0),
        _ => lines * 3.0,
    }
}

fn block(flow: &mut Flow<'_>, block: &Block, rest: &[Block]) {
    let size = flow.size;
    match block {
        Block::Heading(level, words) => {
            let level = flow.headings.level(*level);
            let least = least(flow, rest);
            heading(flow, level, words, least);
        }
        Block::Paragraph(words) => paragraph(flow, words, flow.style()),
        Block::List(items) => {
            flow.gap(size * 0.2);
            let list = list(flow, None, ListNumbering::Disc);
            items.iter().for_each(|words| {
                item(flow, list, "•", 0.0, words);
            });
        }
        Block::Facts(facts) => {
            self::facts(flow, facts.iter().map(|(name, words)| (name.clone(), words)))
        }
        Block::Quote(words, who) => quote(flow, words, who),
        Block::Table(table) => table::table(flow, table),
        Block::Map(columns) => map(flow, columns),
        Block::Line(line) => scale::line(flow, line),
        Block::Space(lines) => (0..*lines).for_each(|_| {
            flow.keep(size * 2.2);
            flow.y += size * 2.2;
            let (left, right, y) = (flow.left, flow.left + flow.width, flow.y);
            flow.rule((left, y), (right, y), 0.5, Ink::Rule);
        }),
        Block::Fold => {
            flow.gap(size);
            let (left, right, y) = (flow.left, flow.left + flow.width, flow.y);
            let (from, to) = ((left, y), (right, y));
            flow.draw(
                None,
                Shape::Rule { from, to, width: 0.75, ink: Ink::Muted, is_dashed: true },
            );
            flow.y += size;
        }
        Block::PageBreak => flow.next_page(),
    }
}

/// A row of one cell, indented by so much.
fn row(flow: &mut Flow<'_>, tag: Tag, words: &Words, style: Style, indent: f32, look: RowStyle) {
    let (x, width) = (flow.left + indent, flow.width - indent);
    let lines = flow.lines(words, style, width - 2.0 * look.padding);
    let cell = Cell { tag: Some(tag), x, width, size: style.size, lines, fill: None };
    flow.row(&[cell], look, &|_| ());
}

fn paragraph(flow: &mut Flow<'_>, words: &Words, style: Style) {
    flow.gap(style.size * 0.35);
    let tag = flow.tags.open(None, tagging::Tag::P);
    row(flow, tag, words, style, 0.0, RowStyle::default());
}

fn heading(flow: &mut Flow<'_>, level: u8, words: &Words, least: f32) {
    let text = one_line(&words.plain());
    if text.is_empty() {
        return;
    }
    let (scale, before, ink) = match level {
        1 if flow.document.layout.is_landscape => (1.3, 0.0, Ink::Accent),
        1 => (1.6, 0.0, Ink::Accent),
        2 => (1.25, 1.2, Ink::Accent),
        3 => (1.1, 0.9, Ink::Text),
        _ => (1.0, 0.6, Ink::Text),
    };
    let size = flow.size * scale;
    let before = if flow.document.layout.is_landscape { before * 0.6 } else { before };
    // A heading stands with the first lines of what it is above, unless that is most of a page.
    flow.gap(flow.size * before);
    flow.keep(size * LEADING + flow.size + least.min(flow.paper.1 * 0.6));
    let number = NonZeroU16::new(level.into()).unwrap_or(NonZeroU16::MIN);
    let tag = flow.tags.open(None, tagging::Tag::Hn(number, Some(text.clone())));
    flow.outline.push(Heading { level, text, page: flow.page, y: flow.y });
    let style = Style { size, ink, is_bold: true };
    row(flow, tag, words, style, 0.0, RowStyle { is_kept: true, ..RowStyle::default() });
    if level == 2 {
        let (left, right, y) = (flow.left, flow.left + flow.width, flow.y + 1.5);
        flow.rule((left, y), (right, y), 1.2, Ink::Accent);
        flow.y += 3.0;
    }
    flow.y += flow.size * 0.25;
}

fn list(flow: &mut Flow<'_>, parent: Option<Tag>, numbering: ListNumbering) -> Tag {
    flow.tags.open(parent, tagging::Tag::L(numbering))
}

/// An item of a list; gives the tag of its body, in which another list may stand.
fn item(flow: &mut Flow<'_>, list: Tag, mark: &'static str, indent: f32, words: &Words) -> Tag {
    let style = flow.style();
    let item = flow.tags.open(Some(list), tagging::Tag::LI);
    let label = flow.tags.open(Some(item), tagging::Tag::Lbl);
    let body = flow.tags.open(Some(item), tagging::Tag::LBody);
    let (x, step) = (flow.left + indent, style.size * 1.2);
    let marks = flow.lines(&Words::own(mark), style, step);
    let lines = flow.lines(words, style, flow.width - indent - step);
    let cells = [
        Cell { tag: Some(label), x, width: step, size: style.size, lines: marks, fill: None },
        Cell { tag: Some(body), x: x + step, width: 0.0, size: style.size, lines, fill: None },
    ];
    flow.row(&cells, RowStyle::default(), &|_| ());
    flow.y += style.size * 0.15;
    body
}

/// Names and what they stand for, beside each other: a list whose labels are the names.
pub(super) fn facts<'w>(flow: &mut Flow<'_>, facts: impl Iterator<Item = (Words, &'w Words)>) {
    flow.gap(flow.size * 0.2);
    let facts: Vec<_> = facts.map(|(name, words)| (labelled(&name), words)).collect();
    let style = flow.style();
    let bold = Style { is_bold: true, ..style };
    let mut widest: f32 = 0.0;
    for (name, _) in &facts {
        let name = flow.lines(name, bold, flow.width);
        widest = name.iter().map(|line| line.width(style.size)).fold(widest, f32::max);
    }
    let names = widest.min(flow.width * 0.36) + style.size * 0.6;
    let list = list(flow, None, ListNumbering::None);
    for (name, words) in facts {
        let item = flow.tags.open(Some(list), tagging::Tag::LI);
        let label = flow.tags.open(Some(item), tagging::Tag::Lbl);
        let body = flow.tags.open(Some(item), tagging::Tag::LBody);
        let (x, size) = (flow.left, style.size);
        let name = flow.lines(&name, bold, names - size * 0.4);
        let lines = flow.lines(words, style, flow.width - names);
        let cells = [
            Cell { tag: Some(label), x, width: names, size, lines: name, fill: None },
            Cell { tag: Some(body), x: x + names, width: 0.0, size, lines, fill: None },
        ];
        flow.row(&cells, RowStyle::default(), &|_| ());
        flow.y += size * 0.15;
    }
}

fn quote(flow: &mut Flow<'_>, words: &Words, who: &Words) {
    flow.gap(flow.size * 0.5);
    let quote = flow.tags.open(None, tagging::Tag::BlockQuote);
    let look = RowStyle { has_bar: true, ..RowStyle::default() };
    let muted = Style { ink: Ink::Muted, ..flow.style() };
    for (words, style) in [(words, flow.style()), (&Words::own("– ").then(who.clone()), muted)] {
        let tag = flow.tags.open(Some(quote), tagging::Tag::P);
        row(flow, tag, words, style, 12.0, look);
    }
    flow.y += flow.size * 0.4;
}

/// The columns of the map: beside each other where the page lies on its side, else one below the other.
fn map(flow: &mut Flow<'_>, columns: &[Column]) {
    let count = columns.len();
    if !flow.document.layout.is_landscape || !(2..=BESIDE).contains(&count) {
        return columns.iter().for_each(|one| column(flow, one));
    }
    flow.gap(flow.size * 0.5);
    let (left, width) = (flow.left, flow.width);
    let between = flow.size * 1.4;
    let each = (width - between * (count as f32 - 1.0)) / count as f32;
    let (page, y) = (flow.page, flow.y);
    let mut end = (page, y);
    for (index, one) in columns.iter().enumerate() {
        (flow.page, flow.y) = (page, y);
        (flow.left, flow.width) = (left + index as f32 * (each + between), each);
        column(flow, one);
        end = if flow.page > end.0 || (flow.page == end.0 && flow.y > end.1) {
            (flow.page, flow.y)
        } else {
            end
        };
    }
    (flow.left, flow.width) = (left, width);
    (flow.page, flow.y) = end;
}

fn column(flow: &mut Flow<'_>, column: &Column) {
    let level = flow.headings.level(3);
    heading(flow, level, &column.heading, flow.size * 6.0);
    if !column.prompt.is_empty() {
        paragraph(flow, &column.prompt, Style { ink: Ink::Muted, ..flow.style() });
    }
    for group in &column.groups {
        let level = flow.headings.level(4);
        heading(flow, level, &group.label, flow.size * 3.0);
        if group.items.is_empty() {
            paragraph(flow, &Words(vec![Run::Absent("none recorded")]), flow.style());
            continue;
        }
        let list = list(flow, None, ListNumbering::Disc);
        for one in &group.items {
            let body = item(flow, list, "•", 0.0, &one.said);
            if !one.notes.is_empty() {
                let notes = self::list(flow, Some(body), ListNumbering::Disc);
                for note in &one.notes {
                    item(flow, notes, "–", flow.size * 1.2, note);
                }
            }
        }
    }
}
