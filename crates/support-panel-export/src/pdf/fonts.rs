//! The fonts of a PDF, and words in their glyphs.

use crate::Error;
use krilla::Data;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, Face, Script, ShapePlan, UnicodeBuffer, script};
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::{Arc, LazyLock};

/// The fonts that a PDF is drawn with: each character by the first that has it.
///
/// ```
/// use support_panel_export::Fonts;
///
/// // Noto Sans, with the letters of Europe's languages and of Vietnamese.
/// let fonts = Fonts::shipped();
/// // A council that writes in Gujarati gives a font of its own beside it.
/// let bytes = b"no font".to_vec();
/// assert!(Fonts::new(bytes.clone(), bytes).map(|gujarati| fonts.or(gujarati)).is_err());
/// ```
#[derive(Clone)]
pub struct Fonts(Vec<Family>);

#[derive(Clone)]
struct Family {
    faces: [Drawn; 2],
}

/// A font as krilla draws it, and its file as it is shaped by.
#[derive(Clone)]
struct Drawn {
    font: Font,
    file: Arc<dyn AsRef<[u8]> + Send + Sync>,
}

static SHIPPED: LazyLock<Option<Family>> = LazyLock::new(|| {
    const REGULAR: &[u8] = include_bytes!("../../fonts/NotoSans-Regular.ttf");
    const BOLD: &[u8] = include_bytes!("../../fonts/NotoSans-Bold.ttf");
    Family::new(Arc::new(REGULAR), Arc::new(BOLD))
});

impl Fonts {
    /// Noto Sans, regular and bold, cut down to the Latin, Greek and Cyrillic letters, under the SIL Open Font License.
    pub fn shipped() -> Self {
        Self(SHIPPED.iter().cloned().collect())
    }

    /// A font of the caller's, as the bytes of two OpenType files.
    ///
    /// # Errors
    /// [`Error::Font`] where one of them is no such file.
    pub fn new(regular: Vec<u8>, bold: Vec<u8>) -> Result<Self, Error> {
        match Family::new(Arc::new(regular), Arc::new(bold)) {
            Some(family) => Ok(Self(vec![family])),
            None => Err(Error::Font),
        }
    }

    /// These, and others for what these lack.
    #[must_use]
    pub fn or(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    pub(super) fn font(&self, face: FaceIndex) -> Option<Font> {
        Some(self.0.get(face.family)?.face(face.is_bold).font.clone())
    }
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Fonts({} families)", self.0.len())
    }
}

impl Family {
    fn new(
        regular: Arc<dyn AsRef<[u8]> + Send + Sync>,
        bold: Arc<dyn AsRef<[u8]> + Send + Sync>,
    ) -> Option<Self> {
        let drawn = |file: Arc<dyn AsRef<[u8]> + Send + Sync>| {
            Face::from_slice((*file).as_ref(), 0)?;
            Some(Drawn { font: Font::new(Data::from(file.clone()), 0)?, file })
        };
        Some(Self { faces: [drawn(regular)?, drawn(bold)?] })
    }

    fn face(&self, is_bold: bool) -> &Drawn {
        let [regular, bold] = &self.faces;
        if is_bold { bold } else { regular }
    }
}

/// Which font a word is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FaceIndex {
    family: usize,
    pub(super) is_bold: bool,
}

/// A part of a word that one font draws; its glyphs measure in ems.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) face: FaceIndex,
    pub(super) text: String,
    pub(super) glyphs: Vec<KrillaGlyph>,
    /// Whether it may be broken where one glyph ends.
    pub(super) runs_right: bool,
}

impl Piece {
    pub(super) fn width(&self) -> f32 {
        self.glyphs.iter().map(|glyph| glyph.x_advance).sum()
    }
}

/// Shapes words, each once.
pub(super) struct Shaper<'a> {
    faces: Vec<[Face<'a>; 2]>,
    words: [HashMap<String, Rc<Vec<Piece>>>; 2],
    /// By font, direction and script: a plan takes longer to make than a word to shape. A paper has a handful.
    plans: Vec<(PlanKey, ShapePlan)>,
    missing: BTreeSet<char>,
}

type PlanKey = (FaceIndex, Direction, Script);

impl<'a> Shaper<'a> {
    pub(super) fn new(fonts: &'a Fonts) -> Self {
        let face = |drawn: &'a Drawn| Face::from_slice((*drawn.file).as_ref(), 0);
        let faces = fonts.0.iter().filter_map(|family| {
            let [regular, bold] = &family.faces;
            Some([face(regular)?, face(bold)?])
        });
        Self {
            faces: faces.collect(),
            words: Default::default(),
            plans: Vec::new(),
            missing: BTreeSet::new(),
        }
    }

    /// The characters that no font had.
    pub(super) fn missing(&self) -> Vec<char> {
        self.missing.iter().copied().collect()
    }

    /// How far letters rise above the line and fall below it, in ems.
    pub(super) fn rise_and_fall(&self) -> (f32, f32) {
        let rise_and_fall = self.faces.first().map(|[regular, _]| {
            let em = f32::from(u16::try_from(regular.units_per_em()).unwrap_or(1000));
            (f32::from(regular.ascender()) / em, -f32::from(regular.descender()) / em)
        });
        rise_and_fall.unwrap_or((1.0, 0.3))
    }

    /// A word in its glyphs.
    pub(super) fn shape(&mut self, word: &str, is_bold: bool) -> Rc<Vec<Piece>> {
        let [regular, bold] = &self.words;
        if let Some(pieces) = (if is_bold { bold } else { regular }).get(word) {
            return Rc::clone(pieces);
        }
        let parts = self.parts(word, is_bold).into_iter();
        let pieces: Vec<Piece> = parts
            .filter_map(|(family, text)| self.piece(FaceIndex { family, is_bold }, text))
            .collect();
        let pieces = Rc::new(pieces);
        let [regular, bold] = &mut self.words;
        let words = if is_bold { bold } else { regular };
        words.insert(word.to_owned(), Rc::clone(&pieces));
        pieces
    }

    /// The word in parts of one font each; a mark stays with the letter before it where that font has the mark.
    fn parts(&mut self, word: &str, is_bold: bool) -> Vec<(usize, String)> {
        let mut parts: Vec<(usize, String)> = Vec::new();
        for c in word.chars() {
            let before = parts.last().map(|(family, _)| *family);
            let found = before.into_iter().chain(0..self.faces.len()).find(|family| {
                let face = self.faces.get(*family).map(
                    |[regular, bold]| {
                        if is_bold { bold } else { regular }
                    },
                );
                face.is_some_and(|face| is_unseen(c) || face.glyph_index(c).is_some())
            });
            match (found, parts.last_mut()) {
                (None, _) => drop(self.missing.insert(c)),
                (Some(family), Some((before, text))) if family == *before => text.push(c),
                (Some(family), _) => parts.push((family, c.to_string())),
            }
        }
        parts
    }

    fn piece(&mut self, index: FaceIndex, text: String) -> Option<Piece> {
        let [regular, bold] = self.faces.get(index.family)?;
        let face = if index.is_bold { bold } else { regular };
        let em = f32::from(u16::try_from(face.units_per_em()).unwrap_or(1000));
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text);
        buffer.guess_segment_properties();
        let runs_right = buffer.direction() == Direction::LeftToRight;
        let key = (index, buffer.direction(), buffer.script());
        let known = self.plans.iter().position(|(plan, _)| *plan == key);
        let known = known.unwrap_or_else(|| {
            let (_, direction, script) = key;
            let script = Some(script).filter(|script| *script != script::UNKNOWN);
            self.plans.push((key, ShapePlan::new(face, direction, script, None, &[])));
            self.plans.len() - 1
        });
        let (_, plan) = self.plans.get(known)?;
        let shaped = rustybuzz::shape_with_plan(face, plan, buffer);
        // A cluster ends where the next one in the text begins.
        let mut starts: Vec<usize> =
            shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        starts.push(text.len());
        starts.sort_unstable();
        let end = |start: usize| starts.iter().copied().find(|s| *s > start).unwrap_or(text.len());
        let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions()).map(|(info, at)| {
            let start = info.cluster as usize;
            let ems = |units: i32| units as f32 / em;
            KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                ems(at.x_advance),
                ems(at.x_offset),
                ems(at.y_offset),
                ems(at.y_advance),
                start..end(start),
                None,
            )
        });
        let glyphs = glyphs.collect();
        Some(Piece { face: index, text, glyphs, runs_right })
    }
}

/// Characters that join or part others and are not seen themselves: no font need have them.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}'
    )
}
