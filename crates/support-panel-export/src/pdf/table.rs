//! Tables: header cells in every column and row, the header said again on each page.

use super::flow::{Cell, Flow, RowStyle};
use super::line::{Ink, Style};
use super::tags::Tag;
use crate::table::widths;
use krilla::tagging::{self, TableHeaderScope};
use support_panel::report::document::{NOTHING, Table, Words};

const LOOK: RowStyle = RowStyle { padding: 3.5, has_rules: true, has_bar: false, is_kept: true };

/// How much of a table has to stand together: its header and the first row.
pub(super) fn least(flow: &mut Flow<'_>, table: &Table) -> f32 {
    let style = style(flow);
    let columns = columns(flow, table);
    let mut height = |words: Option<&Vec<Words>>, style: Style| {
        let cells = columns.iter().zip(words.into_iter().flatten());
        let cells: Vec<Cell> =
            cells.map(|(column, words)| cell(flow, None, *column, words, style, None)).collect();
        Flow::height(&cells, LOOK)
    };
    height(Some(&table.head), Style { is_bold: true, ..style }) + height(table.rows.first(), style)
}

fn style(flow: &Flow<'_>) -> Style {
    Style { size: flow.size * 0.92, ..flow.style() }
}

pub(super) fn table(flow: &mut Flow<'_>, table: &Table) {
    if table.head.is_empty() {
        return;
    }
    flow.gap(flow.size * 0.4);
    let least = least(flow, table);
    flow.keep(least);
    let style = style(flow);
    let columns = columns(flow, table);
    let kind = tagging::Tag::Table.with_summary(Some(table.caption.to_owned()));
    let tag = flow.tags.open(None, kind);
    let bold = Style { is_bold: true, ..style };
    let head = |flow: &mut Flow<'_>, row: Option<Tag>| -> Vec<Cell> {
        let cells = columns.iter().zip(&table.head).map(|(column, words)| {
            let tag = row
                .map(|row| flow.tags.open(Some(row), tagging::Tag::TH(TableHeaderScope::Column)));
            cell(flow, tag, *column, words, bold, Some(Ink::Shade))
        });
        cells.collect()
    };
    let again = |flow: &mut Flow<'_>| {
        let cells = head(flow, None);
        flow.row(&cells, LOOK, &|_| ());
    };

    let header = flow.tags.open(Some(tag), tagging::Tag::THead);
    let header = flow.tags.open(Some(header), tagging::Tag::TR);
    let cells = head(flow, Some(header));
    flow.row(&cells, LOOK, &|_| ());
    let body = flow.tags.open(Some(tag), tagging::Tag::TBody);
    for row in &table.rows {
        let tag = flow.tags.open(Some(body), tagging::Tag::TR);
        let cells = columns.iter().enumerate().map(|(index, column)| {
            let nothing = Words::own(NOTHING);
            let words = row.get(index).filter(|words| !words.plain().trim().is_empty());
            let words = words.unwrap_or(&nothing);
            let tag = match index {
                0 => flow.tags.open(Some(tag), tagging::Tag::TH(TableHeaderScope::Row)),
                _ => flow.tags.open(Some(tag), tagging::Tag::TD),
            };
            cell(flow, Some(tag), *column, words, style, None)
        });
        let cells: Vec<Cell> = cells.collect();
        flow.row(&cells, LOOK, &again);
    }
    flow.y += flow.size * 0.5;
}

/// Where each column begins, and how wide it is.
fn columns(flow: &Flow<'_>, table: &Table) -> Vec<(f32, f32)> {
    // Shares are in twentieths of a point.
    let widths = widths(table, (flow.width * 20.0) as u32, flow.document.layout.points);
    let mut x = flow.left;
    let column = |width: u32| {
        let width = width as f32 / 20.0;
        x += width;
        (x - width, width)
    };
    widths.into_iter().map(column).collect()
}

fn cell(
    flow: &mut Flow<'_>,
    tag: Option<Tag>,
    (x, width): (f32, f32),
    words: &Words,
    style: Style,
    fill: Option<Ink>,
) -> Cell {
    let lines = flow.lines(words, style, width - 2.0 * LOOK.padding);
    Cell { tag, x, width, size: style.size, lines, fill }
}
