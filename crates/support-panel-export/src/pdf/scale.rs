//! A scale, drawn: a figure whose alternative text says the same.

use super::block::facts;
use super::flow::{Flow, Shape};
use super::line::{Ink, Style};
use super::tags::Tag;
use crate::scale::{Mark, described, ends, mark};
use krilla::geom::Rect;
use krilla::tagging::{self, BBox};
use support_panel::report::document::{Line, Words};

/// The widest that a step of a scale is, and the least that a number needs.
const STEP: f32 = 34.0;
const NUMBER: f32 = 22.0;

/// How high a lane is, and the numbers below the last one, in letters' sizes.
const LANE: f32 = 1.95;
const NUMBERS: f32 = 1.7;

/// How high the drawing is.
pub(super) fn height(flow: &Flow<'_>, line: &Line) -> f32 {
    flow.size * (LANE * line.lanes.len().max(1) as f32 + NUMBERS)
}

pub(super) fn line(flow: &mut Flow<'_>, line: &Line) {
    if line.ends.iter().any(|end| !end.is_empty()) {
        facts(flow, ends(line));
    }
    let steps = line.numbers.len().saturating_sub(1).max(1) as f32;
    let radius = flow.size * 0.75;
    let bold = Style { is_bold: true, size: flow.size * 0.92, ..flow.style() };
    let mut names: Vec<_> = Vec::new();
    for lane in &line.lanes {
        // A name stands on one line, beside its lane.
        names.push(flow.lines(&lane.name, bold, flow.width * 0.34).into_iter().next());
    }
    let wide = names.iter().flatten().map(|name| name.width(bold.size)).fold(0.0, f32::max);
    let step = ((flow.width - wide - 4.0 * radius) / steps).min(STEP);
    let lane = flow.size * LANE;
    let numbers = flow.size * NUMBERS;
    let lanes = line.lanes.len().max(1) as f32;
    let height = height(flow, line);
    flow.gap(flow.size * 0.4);
    flow.keep(height);
    let top = flow.y;
    let first = flow.left + wide + 2.0 * radius;
    let bbox = Rect::from_xywh(flow.left, top, wide + steps * step + 4.0 * radius, height)
        .map(|rect| BBox::new(flow.page, rect));
    let figure = tagging::Tag::Figure(Some(described(line))).with_bbox(bbox);
    let figure = flow.tags.open(None, figure);
    let last = first + steps * step;
    if line.lanes.is_empty() {
        let y = top + lane * 0.5;
        rule(flow, figure, (first, y), (last, y), 1.0, Ink::Rule);
        for index in 0..line.numbers.len() {
            let x = first + index as f32 * step;
            circle(flow, figure, (x, y), radius, Ink::Paper, Some(Ink::Rule));
        }
    }
    for (index, (one, name)) in line.lanes.iter().zip(&names).enumerate() {
        let top = top + index as f32 * lane;
        let y = top + lane * 0.5;
        if let Some(name) = name {
            let top = y - bold.size * super::flow::LEADING / 2.0;
            flow.text(Some(figure), name, flow.left, top, bold.size);
        }
        rule(flow, figure, (first, y), (last, y), 1.0, Ink::Rule);
        let x = |index: usize| first + index as f32 * step;
        let all = || (0..line.numbers.len()).map(|at| (x(at), mark(&one.marks, at)));
        let points = all().filter(|(_, mark)| matches!(mark, Some(Mark::Point)));
        let points: Vec<f32> = points.map(|(x, _)| x).collect();
        if let [from, to] = points.as_slice() {
            rule(flow, figure, (*from, y), (*to, y), 4.0, Ink::Accent);
        }
        for (x, mark) in all() {
            match mark {
                None | Some(Mark::Between) => {
                    circle(flow, figure, (x, y), 1.5, Ink::Muted, None);
                }
                Some(mark) => {
                    let (fill, stroke, ink) = match one.is_guess {
                        true => (Ink::Paper, Some(Ink::Accent), Ink::Text),
                        false => (Ink::Accent, None, Ink::Paper),
                    };
                    circle(flow, figure, (x, y), radius, fill, stroke);
                    if let Mark::Count(count) = mark {
                        let style = Style { ink, ..bold };
                        centred(flow, figure, &count.to_string(), (x, y), style);
                    }
                }
            }
        }
    }
    // Where numbers stand closely, every second or third is written.
    let named = (NUMBER / step).ceil().max(1.0) as usize;
    for (index, number) in line.numbers.iter().enumerate().step_by(named) {
        let x = first + index as f32 * step;
        let y = top + lanes * lane + numbers * 0.4;
        centred(flow, figure, number, (x, y), flow.style());
    }
    flow.y = top + height + flow.size * 0.3;
}

fn rule(flow: &mut Flow<'_>, tag: Tag, from: (f32, f32), to: (f32, f32), width: f32, ink: Ink) {
    flow.draw(Some(tag), Shape::Rule { from, to, width, ink, is_dashed: false });
}

fn circle(
    flow: &mut Flow<'_>,
    tag: Tag,
    (x, y): (f32, f32),
    radius: f32,
    fill: Ink,
    stroke: Option<Ink>,
) {
    flow.draw(Some(tag), Shape::Circle { x, y, radius, fill, stroke });
}

/// A text whose middle is here.
fn centred(flow: &mut Flow<'_>, tag: Tag, text: &str, (x, y): (f32, f32), style: Style) {
    let lines = flow.lines(&Words::own(text.to_owned()), style, flow.width);
    if let Some(line) = lines.first() {
        let left = x - line.width(style.size) / 2.0;
        flow.text(Some(tag), line, left, y - style.size * super::flow::LEADING / 2.0, style.size);
    }
}
