//! Pages painted by krilla.

use super::flow::{Draw, Flow, Heading, Shape};
use super::fonts::Fonts;
use super::line::{Ink, Stretch, Style};
use crate::text::kept;
use crate::wording::{tag, title};
use crate::{Document, Error, Metadata};
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::DateTime;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};
use support_panel::report::document::Words;

pub(super) fn paint(
    document: &Document,
    metadata: &Metadata,
    fonts: &Fonts,
    mut flow: Flow<'_>,
) -> Result<Vec<u8>, Error> {
    number(&mut flow);
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| Error::Pdf("found no version that PDF/UA-1 allows".into()))?;
    let settings = krilla::SerializeSettings { configuration, ..Default::default() };
    let mut pdf = krilla::Document::new_with(settings);
    let (width, height) = flow.paper;
    let mut names: Vec<Vec<Option<Identifier>>> = Vec::with_capacity(flow.pages.len());
    for draws in &flow.pages {
        let settings = PageSettings::from_wh(width, height).unwrap_or_default();
        let mut page = pdf.start_page_with(settings);
        let mut surface = page.surface();
        names.push(draws.iter().map(|draw| one(&mut surface, fonts, draw)).collect());
        surface.finish();
        page.finish();
    }
    let name = |drawn: super::tags::Drawn| {
        names.get(drawn.page).and_then(|page| page.get(drawn.index).copied().flatten())
    };
    pdf.set_tag_tree(flow.tags.tree(&name).with_lang(Some(tag(&document.language).to_owned())));
    pdf.set_outline(outline(&flow.outline));
    pdf.set_metadata(described(document, metadata));
    pdf.finish().map_err(refused)
}

fn described(document: &Document, metadata: &Metadata) -> krilla::metadata::Metadata {
    let mut all = krilla::metadata::Metadata::new()
        .title(title(document))
        .language(tag(&document.language).to_owned());
    if let Some(authority) = &metadata.authority {
        all = all.authors(vec![kept(authority).into_owned()]);
    }
    if let Some(day) = metadata.held_on {
        let small = |number: u32| u8::try_from(number).unwrap_or(1);
        let year = u16::try_from(day.year()).unwrap_or(1);
        let day = DateTime::new(year).month(small(day.month().into())).day(small(day.day().into()));
        all = all.creation_date(day);
    }
    all
}

/// What went wrong, without what stood there.
fn refused(error: KrillaError) -> Error {
    let what = match &error {
        KrillaError::Validation(errors) => {
            let all: Vec<String> = errors.iter().map(|(error, _)| kind(error)).collect();
            all.join(", ")
        }
        other => other.to_string(),
    };
    Error::Pdf(what)
}

/// The name of a fault, without the font, glyph or text that it carries.
fn kind(error: &krilla::configure::ValidationError) -> String {
    let debug = format!("{error:?}");
    debug.split(['(', ' ', '{']).next().unwrap_or_default().to_owned()
}

/// Number and count at the foot of each page.
fn number(flow: &mut Flow<'_>) {
    let count = flow.pages.len();
    let style = Style { size: 9.0, ink: Ink::Muted, is_bold: false };
    for page in 0..count {
        flow.page = page;
        let text = Words::own(format!("Page {} of {count}", page + 1));
        let lines = flow.lines(&text, style, flow.width);
        if let Some(line) = lines.first() {
            let x = flow.left + flow.width - line.width(style.size);
            flow.text(None, line, x, flow.paper.1 - flow.margin + 4.0, style.size);
        }
    }
}

fn outline(headings: &[Heading]) -> Outline {
    let mut outline = Outline::new();
    let mut rest = headings;
    while let Some(node) = node(&mut rest) {
        outline.push_child(node);
    }
    outline
}

/// The next heading with those below it.
fn node(rest: &mut &[Heading]) -> Option<OutlineNode> {
    let (heading, after) = rest.split_first()?;
    *rest = after;
    let destination = XyzDestination::new(heading.page, Point::from_xy(0.0, heading.y));
    let mut parent =
        OutlineNode::new(heading.text.clone(), destination).with_open(heading.level < 2);
    while rest.first().is_some_and(|next| next.level > heading.level) {
        if let Some(child) = node(rest) {
            parent.push_child(child);
        }
    }
    Some(parent)
}

fn one(surface: &mut Surface<'_>, fonts: &Fonts, draw: &Draw) -> Option<Identifier> {
    let language = match &draw.shape {
        Shape::Text { stretches, .. } => {
            stretches.first().and_then(|stretch| stretch.language.as_deref())
        }
        _ => None,
    };
    let tag = match (&draw.tag, &draw.shape) {
        (Some(_), Shape::Text { .. }) => ContentTag::Span(SpanTag::empty().with_lang(language)),
        (Some(_), _) => ContentTag::Other,
        (None, Shape::Text { .. }) => {
            ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther))
        }
        (None, _) => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
    };
    let identifier = surface.start_tagged(tag);
    match &draw.shape {
        Shape::Text { stretches, x, y, size } => text(surface, fonts, stretches, (*x, *y), *size),
        Shape::Rectangle { x, y, width, height, fill } => {
            let mut path = PathBuilder::new();
            if let Some(rect) = Rect::from_xywh(*x, *y, *width, *height) {
                path.push_rect(rect);
            }
            draw_path(surface, path.finish(), Some(*fill), None);
        }
        Shape::Rule { from, to, width, ink, is_dashed } => {
            let mut path = PathBuilder::new();
            path.move_to(from.0, from.1);
            path.line_to(to.0, to.1);
            let dash = is_dashed.then(|| StrokeDash { array: vec![5.0, 4.0], offset: 0.0 });
            let stroke =
                Stroke { paint: colour(*ink).into(), width: *width, dash, ..Stroke::default() };
            draw_path(surface, path.finish(), None, Some(stroke));
        }
        Shape::Circle { x, y, radius, fill, stroke } => {
            let stroke = stroke.map(|ink| Stroke {
                paint: colour(ink).into(),
                width: 1.2,
                ..Stroke::default()
            });
            draw_path(surface, circle(*x, *y, *radius), Some(*fill), stroke);
        }
    }
    surface.end_tagged();
    draw.tag.map(|_| identifier)
}

fn text(
    surface: &mut Surface<'_>,
    fonts: &Fonts,
    stretches: &[Stretch],
    (x, y): (f32, f32),
    size: f32,
) {
    let mut x = x;
    for stretch in stretches {
        let Some(font) = fonts.font(stretch.face) else { continue };
        surface.set_stroke(None);
        surface.set_fill(Some(Fill { paint: colour(stretch.ink).into(), ..Fill::default() }));
        surface.draw_glyphs(
            Point::from_xy(x, y),
            &stretch.glyphs,
            font,
            &stretch.text,
            size,
            false,
        );
        x += stretch.width() * size;
    }
}

fn draw_path(
    surface: &mut Surface<'_>,
    path: Option<Path>,
    fill: Option<Ink>,
    stroke: Option<Stroke>,
) {
    let Some(path) = path else { return };
    surface.set_fill(fill.map(|ink| Fill { paint: colour(ink).into(), ..Fill::default() }));
    surface.set_stroke(stroke);
    surface.draw_path(&path);
}

fn circle(x: f32, y: f32, radius: f32) -> Option<Path> {
    // How far the handles of a quarter are from its ends.
    let handle = radius * 0.552_285;
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.cubic_to(x + radius, y + handle, x + handle, y + radius, x, y + radius);
    path.cubic_to(x - handle, y + radius, x - radius, y + handle, x - radius, y);
    path.cubic_to(x - radius, y - handle, x - handle, y - radius, x, y - radius);
    path.cubic_to(x + handle, y - radius, x + radius, y - handle, x + radius, y);
    path.close();
    path.finish()
}

/// The inks, dark enough on white and on the shade to be read by everyone.
fn colour(ink: Ink) -> rgb::Color {
    let (red, green, blue) = match ink {
        Ink::Text => (0x1a, 0x1a, 0x1a),
        Ink::Accent => (0x1d, 0x4f, 0x63),
        Ink::Muted => (0x4a, 0x4a, 0x4a),
        Ink::Absent => (0x6b, 0x3f, 0x00),
        Ink::Paper => (0xff, 0xff, 0xff),
        Ink::Shade => (0xea, 0xf1, 0xf4),
        Ink::Rule => (0x8a, 0x92, 0x99),
    };
    rgb::Color::new(red, green, blue)
}
