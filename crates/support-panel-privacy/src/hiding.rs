//! Names and identifiers that a family's records know, and what leads to someone by its shape, out of a text.

use crate::folding::{Folded, is_letter};
use crate::lexicon::{Label, Lexicon, Span, join, runs, words};
use crate::shapes::{Shape, shapes};
use foldhash::HashSet;
use foldhash::fast::RandomState;
use indexmap::IndexSet;
use std::ops::Range;

pub(crate) const WITHHELD: &str = "(withheld)";
pub(crate) const AGENCY: &str = "(agency)";
pub(crate) const REFERENCE: &str = "(reference)";
pub(crate) const NUMBER: &str = "(number)";

/// Said of anyone: no name of its own.
const OF_ANYBODY: &[&str] = &["and", "dr", "miss", "mr", "mrs", "ms", "of", "the"];
/// What kinds of agency have in common: what is left of a name without them is its own.
const OF_ANY_AGENCY: &[&str] = &[
    "academy",
    "adult",
    "adults",
    "and",
    "care",
    "centre",
    "child",
    "childrens",
    "city",
    "clinic",
    "college",
    "community",
    "council",
    "county",
    "department",
    "early",
    "education",
    "family",
    "families",
    "for",
    "foundation",
    "group",
    "health",
    "help",
    "high",
    "hospital",
    "house",
    "housing",
    "infant",
    "infants",
    "junior",
    "juniors",
    "learning",
    "local",
    "mental",
    "nhs",
    "nursery",
    "nursing",
    "of",
    "office",
    "officer",
    "partnership",
    "police",
    "practice",
    "pre",
    "primary",
    "probation",
    "project",
    "s",
    "safeguarding",
    "school",
    "secondary",
    "service",
    "services",
    "social",
    "st",
    "support",
    "surgery",
    "team",
    "the",
    "trust",
    "united",
    "voices",
    "welfare",
    "worker",
    "young",
    "youth",
];

/// Puts labels in the place of what is known of one family.
///
/// Names are found whole or in part, in any case, with or without accents and the letters of other languages, with or without
/// apostrophes, hyphens and signs that no one sees, and as a family's plural. Identifiers are found with any signs between their
/// letters and digits. What leads to someone by its shape is found whether it is known or not.
pub(crate) struct Hider {
    names: Lexicon,
    identifiers: Lexicon,
    initials: HashSet<(char, Label)>,
    /// Those of shapes, in their order, and then those that were learnt.
    labels: IndexSet<Box<str>, RandomState>,
    dates: bool,
}

/// What one text after another is folded and looked through in.
#[derive(Default)]
pub(crate) struct Scratch {
    folded: Folded,
    words: Vec<Range<usize>>,
    shapes: Vec<(Range<usize>, Shape)>,
    names: Vec<Span>,
    /// What is hidden of the text, by its bytes, in order.
    pub(crate) spans: Vec<Span>,
}

impl Hider {
    /// Of nothing yet; days in texts are hidden where `dates` is true.
    pub(crate) fn new(dates: bool) -> Self {
        Self {
            names: Lexicon::default(),
            identifiers: Lexicon::default(),
            initials: HashSet::default(),
            labels: Shape::ALL.iter().map(|shape| shape.word().into()).collect(),
            dates,
        }
    }

    fn intern(&mut self, label: &str) -> Label {
        let place = self.labels.get_index_of(label);
        place.unwrap_or_else(|| self.labels.insert_full(label.into()).0) as Label
    }

    /// What stands in the place of something hidden.
    pub(crate) fn label(&self, label: Label) -> &str {
        self.labels.get_index(label as usize).map_or(WITHHELD, |label| label)
    }

    /// Hides a name of someone, and each part of it that is more than an initial.
    pub(crate) fn name(&mut self, name: &str, label: &str) {
        let label = self.intern(label);
        let folded = Folded::of(name);
        let parts = words(folded.plain());
        self.names.learn(parts.iter().copied(), label);
        // Double-barrelled names, and those with an apostrophe, are whole between two spaces too.
        let may_have_parts = |word: &&str| !word.bytes().all(|byte| byte.is_ascii_lowercase());
        let whole = folded.plain().split_whitespace().filter(may_have_parts).map(words);
        for word in whole.filter(|parts| parts.len() > 1) {
            self.names.learn(word, label);
        }
        for part in parts.iter().filter(|part| !OF_ANYBODY.contains(part)) {
            self.names.learn([*part], label);
        }
        for part in parts {
            let mut letters = part.chars();
            if let (Some(initial), None) = (letters.next(), letters.next()) {
                self.initials.insert((initial, label));
            }
        }
    }

    /// Hides an agency's name, whole and without what other agencies are called as well.
    pub(crate) fn agency(&mut self, name: &str) {
        let label = self.intern(AGENCY);
        let folded = Folded::of(&name.replace('&', " and "));
        let parts = words(folded.plain());
        let without = |common: &[&str]| -> Vec<&str> {
            parts.iter().copied().filter(|part| !common.contains(part)).collect()
        };
        let (own, plain) = (without(OF_ANY_AGENCY), without(&["the", "and"]));
        for spelt in [&parts, &plain, &own] {
            self.names.learn(spelt.iter().copied(), label);
        }
        if plain.len() > 2 {
            let initials = plain.iter().filter_map(|part| {
                let (second, _) = part.char_indices().nth(1)?;
                part.get(..second)
            });
            self.names.learn(initials, label);
        }
    }

    /// Hides an id, a reference or a number.
    pub(crate) fn identifier(&mut self, value: &str, label: &str) {
        let label = self.intern(label);
        let folded = Folded::of(value);
        let parts = words(folded.plain());
        if parts.iter().map(|part| part.chars().count()).sum::<usize>() > 2 {
            self.identifiers.learn(parts.iter().copied(), label);
        }
        for part in parts {
            if part.len() > 4 && part.bytes().all(|byte| byte.is_ascii_digit()) {
                self.identifiers.learn([part], label);
            }
        }
    }

    /// Finds what is to be hidden: whether there is any is told, and `spans` says where.
    pub(crate) fn find(&self, text: &str, scratch: &mut Scratch) -> bool {
        let Scratch { folded, words, shapes: shaped, names, spans } = scratch;
        spans.clear();
        names.clear();
        folded.fold(text);
        let plain = folded.plain();
        runs(plain, words);
        self.identifiers.find(plain, words, spans);
        shapes(plain, shaped);
        let known = spans.len();
        for (range, shape) in shaped.iter().filter(|(_, shape)| self.dates || *shape != Shape::Date)
        {
            if !Span::overlaps(spans.get(..known).unwrap_or_default(), range) {
                spans.push(Span { start: range.start, end: range.end, label: *shape as Label });
            }
        }
        if !spans.is_empty() {
            spans.sort_unstable();
            words.retain(|word| !Span::overlaps(spans, word));
        }
        self.names.find(plain, words, names);
        if spans.is_empty() && names.is_empty() {
            return false;
        }
        // One of a script without spaces is found inside what is hidden already.
        names.retain(|span| !Span::overlaps(spans, &(span.start..span.end)));
        join(plain, names);
        for span in names.iter_mut() {
            span.start = self.with_initial(plain, *span);
        }
        spans.append(names);
        spans.sort_unstable();
        for span in spans.iter_mut() {
            *span = Span { start: folded.place(span.start), end: folded.place(span.end), ..*span };
        }
        !spans.is_empty()
    }

    /// Where a name begins with the initial before it, if that is theirs.
    fn with_initial(&self, plain: &str, span: Span) -> usize {
        if self.initials.is_empty() {
            return span.start;
        }
        let before = plain.get(..span.start).unwrap_or_default();
        let is_between = |c: char| c.is_whitespace() || matches!(c, '.' | '\'' | '_' | '-');
        let mut letters = before.char_indices().rev();
        let found = letters.by_ref().take(4).find(|(_, c)| !is_between(*c));
        let alone = !letters.next().is_some_and(|(_, c)| is_letter(c) || c.is_ascii_digit());
        match found {
            Some((at, c)) if alone && self.initials.contains(&(c, span.label)) => at,
            _ => span.start,
        }
    }
}

/// The text with something else in the place of each span.
pub(crate) fn put<'a>(text: &str, spans: &[Span], label: impl Fn(Label) -> &'a str) -> String {
    let mut put = String::with_capacity(text.len() + 16 * spans.len());
    let mut at = 0;
    for span in spans {
        put.push_str(text.get(at..span.start).unwrap_or_default());
        put.push_str(label(span.label));
        at = span.end.max(at);
    }
    put.push_str(text.get(at..).unwrap_or_default());
    put
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden(hider: &Hider, text: &str) -> String {
        let mut scratch = Scratch::default();
        hider.find(text, &mut scratch);
        put(text, &scratch.spans, |label| hider.label(label))
    }

    fn of_name(name: &str) -> Hider {
        let mut hider = Hider::new(true);
        hider.name(name, "N");
        hider
    }

    #[test]
    fn a_name_is_hidden_whole_and_in_part() {
        let hider = of_name("Anne-Marie O\u{2019}Neill");
        for (text, put) in [
            ("Annemarie ONeill came", "N came"),
            ("anne marie's friend", "N's friend"),
            ("the O'Neills and Marie", "the N and N"),
            ("Mari\u{e9} O\u{ad}NEILL.", "N."),
            ("Neillson", "Neillson"),
        ] {
            assert_eq!(hidden(&hider, text), put);
        }
        assert_eq!(
            hidden(&of_name("J. Smith"), "J Smith, j.smith, Mr J, a J. Smith"),
            "N, Mr J, a N"
        );
        assert_eq!(hidden(&of_name("Baby of Ines"), "of the baby of Ines"), "of the N");
    }

    #[test]
    fn a_name_inside_an_address_leaves_nothing_of_the_address() {
        let hider = of_name("\u{674e}\u{660e}");
        assert_eq!(hidden(&hider, "to x-\u{674e}\u{660e}.@kai.smith_09"), "to (e-mail address)");
        assert_eq!(hidden(&hider, "\u{6628}\u{674e}\u{660e}\u{8bf4}"), "\u{6628}N\u{8bf4}");
    }

    #[test]
    fn identifiers_are_hidden_with_any_signs() {
        let mut hider = Hider::new(false);
        hider.identifier("EHA-30977", "R");
        for text in ["EHA-30977", "eha 30977", "EHA/30977", "30977", "eha30977"] {
            assert_eq!(
                hidden(&hider, &format!("see {text}, on 12/03/2026")),
                "see R, on 12/03/2026"
            );
        }
    }

    #[test]
    fn an_agency_is_hidden_in_its_usual_spellings() {
        let mut hider = Hider::new(true);
        hider.agency("Leicestershire Partnership NHS Trust");
        hider.agency("Hill & Dale Trust");
        assert_eq!(
            hidden(&hider, "LPNT or Leicestershire, then hill & dale, the trust"),
            "(agency) or (agency), then (agency), the trust"
        );
    }
}
