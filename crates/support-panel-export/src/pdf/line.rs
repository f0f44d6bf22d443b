//! Words broken into lines.

use super::fonts::{FaceIndex, Piece, Shaper};
use crate::Document;
use crate::text::kept;
use crate::wording::other_language;
use krilla::text::KrillaGlyph;
use support_panel::report::document::{Run, Words};

/// What a text is drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Text,
    Accent,
    Muted,
    Absent,
    Paper,
    Shade,
    Rule,
}

/// How a paragraph looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) size: f32,
    pub(super) ink: Ink,
    pub(super) is_bold: bool,
}

/// A stretch of a line in one font, one ink and one language; its glyphs measure in ems.
#[derive(Debug, Clone)]
pub(super) struct Stretch {
    pub(super) face: FaceIndex,
    pub(super) ink: Ink,
    pub(super) language: Option<String>,
    pub(super) text: String,
    pub(super) glyphs: Vec<KrillaGlyph>,
}

impl Stretch {
    pub(super) fn width(&self) -> f32 {
        self.glyphs.iter().map(|glyph| glyph.x_advance).sum()
    }
}

/// A line of a paragraph.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) stretches: Vec<Stretch>,
    width: f32,
}

impl Line {
    /// How wide it is at a size.
    pub(super) fn width(&self, size: f32) -> f32 {
        self.width * size
    }

    fn push(&mut self, piece: &Piece, look: &Look<'_>) {
        self.width += piece.width();
        let last = self.stretches.last_mut().filter(|last| {
            last.face == piece.face
                && last.ink == look.ink
                && last.language.as_deref() == look.language
        });
        let stretch = match last {
            Some(last) => last,
            None => {
                self.stretches.push(Stretch {
                    face: piece.face,
                    ink: look.ink,
                    language: look.language.map(str::to_owned),
                    text: String::new(),
                    glyphs: Vec::new(),
                });
                let Some(last) = self.stretches.last_mut() else { return };
                last
            }
        };
        let start = stretch.text.len();
        stretch.text.push_str(&piece.text);
        stretch.glyphs.extend(piece.glyphs.iter().cloned().map(|mut glyph| {
            glyph.text_range = glyph.text_range.start + start..glyph.text_range.end + start;
            glyph
        }));
    }
}

/// How a run looks, and in which language it is.
#[derive(Clone, Copy)]
struct Look<'a> {
    ink: Ink,
    is_bold: bool,
    language: Option<&'a str>,
}

/// A paragraph in lines no wider than this, in points. A word is only parted where it is wider than a line.
pub(super) fn lines(
    shaper: &mut Shaper<'_>,
    document: &Document,
    words: &Words,
    style: Style,
    width: f32,
) -> Vec<Line> {
    let mut breaker = Breaker {
        shaper,
        width: width / style.size,
        lines: Vec::new(),
        line: Line::default(),
        word: Vec::new(),
        is_empty: true,
    };
    for run in &words.0 {
        let look = Look {
            ink: if matches!(run, Run::Absent(_)) { Ink::Absent } else { style.ink },
            is_bold: style.is_bold || matches!(run, Run::Strong(_)),
            language: other_language(run, document),
        };
        breaker.run(&kept(run.text()), look);
    }
    breaker.finish()
}

struct Breaker<'s, 'a, 'l> {
    shaper: &'s mut Shaper<'a>,
    /// In ems.
    width: f32,
    lines: Vec<Line>,
    line: Line,
    /// The word that is not yet on a line: it may go on in the next run.
    word: Vec<(std::rc::Rc<Vec<Piece>>, Look<'l>)>,
    is_empty: bool,
}

impl<'l> Breaker<'_, '_, 'l> {
    fn run(&mut self, text: &str, look: Look<'l>) {
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            self.is_empty = false;
            let is_space = |c: char| matches!(c, ' ' | '\t' | '\n');
            let (part, after) = match is_space(c) {
                true => rest.split_at(c.len_utf8()),
                false => rest.split_at(rest.find(is_space).unwrap_or(rest.len())),
            };
            match c {
                // A line ends with a space as well: read aloud, its last word and the next one's first are two.
                ' ' | '\t' | '\n' => {
                    self.place_word();
                    let space = self.shaper.shape(" ", look.is_bold);
                    space.iter().for_each(|piece| self.line.push(piece, &look));
                    if c == '\n' {
                        self.lines.push(std::mem::take(&mut self.line));
                    }
                }
                _ => {
                    let pieces = self.shaper.shape(part, look.is_bold);
                    self.word.push((pieces, look));
                }
            }
            rest = after;
        }
    }

    fn place_word(&mut self) {
        let word = std::mem::take(&mut self.word);
        let pieces =
            || word.iter().flat_map(|(pieces, look)| pieces.iter().map(move |p| (p, look)));
        let wide: f32 = pieces().map(|(piece, _)| piece.width()).sum();
        if self.line.width > 0.0 && self.line.width + wide > self.width {
            self.lines.push(std::mem::take(&mut self.line));
        }
        for (piece, look) in pieces() {
            if wide <= self.width || !piece.runs_right {
                self.line.push(piece, look);
                continue;
            }
            for part in clusters(piece) {
                if self.line.width > 0.0 && self.line.width + part.width() > self.width {
                    self.lines.push(std::mem::take(&mut self.line));
                }
                self.line.push(&part, look);
            }
        }
    }

    fn finish(mut self) -> Vec<Line> {
        self.place_word();
        if !self.is_empty {
            self.lines.push(self.line);
        }
        self.lines
    }
}

/// A piece that runs from left to right, cut where one cluster of glyphs ends.
fn clusters(piece: &Piece) -> Vec<Piece> {
    let mut parts: Vec<Piece> = Vec::new();
    let mut range = 0..0;
    for glyph in &piece.glyphs {
        if glyph.text_range != range || parts.is_empty() {
            range = glyph.text_range.clone();
            let text = piece.text.get(range.clone()).unwrap_or_default().to_owned();
            parts.push(Piece { text, glyphs: Vec::new(), ..*piece });
        }
        if let Some(part) = parts.last_mut() {
            let mut glyph = glyph.clone();
            glyph.text_range = 0..part.text.len();
            part.glyphs.push(glyph);
        }
    }
    parts
}
