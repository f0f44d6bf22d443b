//! Terms of the profile, explained where they first stand: "EHA (early help assessment)".

use super::document::{Block, Document, Run, Words, clean};
use crate::profile::Term;

/// Explains each term after its first use as a whole word in what people or the profile say.
///
/// A term in capitals matches exactly, any other in any case.
pub(super) fn expand(document: &mut Document, terms: &[Term]) {
    let terms = terms.iter().filter_map(|term| Some((clean(term.term.as_str()), clean(term.say.as_ref()?.as_str()))));
    let mut left: Vec<_> = terms.filter(|(term, say)| !term.is_empty() && !say.is_empty()).collect();
    document.title.each(&mut |text| explain(text, &mut left));
    for block in &mut document.blocks {
        block.each(&mut |text| explain(text, &mut left));
    }
}

fn explain(text: &mut String, left: &mut Vec<(String, String)>) {
    let mut found: Vec<_> = left.iter().enumerate().filter_map(|(place, (term, _))| Some((whole_word(text, term)?, place))).collect();
    // From the end, so that earlier places stay where they are.
    found.sort_unstable_by(|a, b| b.cmp(a));
    let mut starts = text.len() + 1;
    let mut done = Vec::new();
    for ((start, end), place) in found {
        // Of two terms that overlap, the later place is explained now and the other at its next use.
        let Some((_, say)) = left.get(place).filter(|_| end <= starts) else { continue };
        starts = start;
        done.push(place);
        // Where the text says it in full itself, nothing more is needed.
        if !text.to_lowercase().contains(&say.to_lowercase()) {
            text.insert_str(end, &format!(" ({say})"));
        }
    }
    done.sort_unstable_by(|a, b| b.cmp(a));
    for place in done {
        left.remove(place);
    }
}

/// Where a term first stands as a whole word.
fn whole_word(text: &str, term: &str) -> Option<(usize, usize)> {
    let exact = term.chars().any(char::is_uppercase) && !term.chars().any(char::is_lowercase);
    let mut from = 0;
    loop {
        let (start, end) = find(text, term, from, exact)?;
        let before = text.get(..start)?.chars().next_back();
        let mut after = text.get(end..)?.chars();
        let (next, then) = (after.next(), after.next());
        // A reference such as EHA-20418 is not the word.
        let reference = next == Some('-') && then.is_some_and(|c| c.is_ascii_digit());
        if !before.is_some_and(char::is_alphanumeric) && !next.is_some_and(char::is_alphanumeric) && !reference {
            return Some((start, end));
        }
        from = start + text.get(start..)?.chars().next()?.len_utf8();
    }
}

fn find(text: &str, term: &str, from: usize, exact: bool) -> Option<(usize, usize)> {
    if exact {
        let start = from + text.get(from..)?.find(term)?;
        return Some((start, start + term.len()));
    }
    let folded: Vec<char> = term.chars().flat_map(char::to_lowercase).collect();
    let rest = text.get(from..)?;
    rest.char_indices().find_map(|(at, _)| {
        let mut wanted = folded.iter();
        let tail = rest.get(at..)?;
        for (place, c) in tail.char_indices() {
            if wanted.as_slice().is_empty() {
                return Some((from + at, from + at + place));
            }
            if !c.to_lowercase().all(|lower| wanted.next() == Some(&lower)) {
                return None;
            }
        }
        wanted.as_slice().is_empty().then_some((from + at, text.len()))
    })
}

impl Words {
    /// Each run that is not the library's own.
    pub(super) fn each(&mut self, visit: &mut impl FnMut(&mut String)) {
        for run in &mut self.0 {
            if let Run::Said(text) = run {
                visit(text);
            }
        }
    }
}

impl Block {
    /// Each run that is not the library's own, in the order in which it is read.
    pub(super) fn each(&mut self, visit: &mut impl FnMut(&mut String)) {
        match self {
            Self::Heading(_, words) | Self::Paragraph(words) => words.each(visit),
            Self::List(items) => items.iter_mut().for_each(|words| words.each(visit)),
            Self::Facts(facts) => facts.iter_mut().for_each(|(name, words)| {
                name.each(visit);
                words.each(visit);
            }),
            Self::Quote(words, who) => {
                words.each(visit);
                who.each(visit);
            }
            Self::Table(table) => table.rows.iter_mut().flatten().for_each(|words| words.each(visit)),
            Self::Map(columns) => {
                for column in columns {
                    column.heading.each(visit);
                    column.prompt.each(visit);
                    for group in &mut column.groups {
                        group.label.each(visit);
                        for item in &mut group.items {
                            item.said.each(visit);
                            item.notes.iter_mut().for_each(|words| words.each(visit));
                        }
                    }
                }
            }
            Self::Line(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::explain;

    fn explained(texts: &[&str]) -> Vec<String> {
        let term = |term: &str, say: &str| (term.to_owned(), say.to_owned());
        let mut left = vec![term("EHA", "early help assessment"), term("EH", "early help"), term("step down", "need less help")];
        let explained = texts.iter().map(|text| {
            let mut text = (*text).to_owned();
            explain(&mut text, &mut left);
            text
        });
        explained.collect()
    }

    #[test]
    fn a_term_is_explained_where_it_first_stands() {
        assert_eq!(explained(&["An EHA, then EH. EHA", "EHA"]), ["An EHA (early help assessment), then EH (early help). EHA", "EHA"]);
        assert_eq!(explained(&["Can we Step Down?"]), ["Can we Step Down (need less help)?"]);
    }

    #[test]
    fn only_whole_words_in_their_own_capitals_are_terms() {
        let texts = ["eh, what?", "EHAs and REHA", "case EHA-20418", "the step downstairs"];
        assert_eq!(explained(&texts), texts);
        assert_eq!(explained(&["The early help assessment (EHA)", "EHA"]), ["The early help assessment (EHA)", "EHA"]);
    }
}
