//! Terms of the profile, explained where they first stand: "EHA (early help assessment)".

use super::document::{Block, Document, Run, Words, clean};
use crate::profile::{Term, Wanted};
use std::ops::Range;

/// Explains each term after its first use as a whole word in what people or the profile say.
pub(super) fn expand(document: &mut Document, terms: &[Term]) {
    let terms = terms
        .iter()
        .filter_map(|term| Some((clean(term.term.as_str()), clean(term.say.as_ref()?.as_str()))));
    let mut left: Vec<_> = terms
        .filter(|(term, say)| !term.is_empty() && !say.is_empty())
        .map(|(term, say)| (Wanted::new(&term), say))
        .collect();
    document.each_run(&mut |run| {
        if let Run::Said(text) | Run::Council(text) = run {
            explain(text, &mut left);
        }
    });
}

fn explain(text: &mut String, left: &mut Vec<(Wanted, String)>) {
    let mut found: Vec<_> = left
        .iter()
        .enumerate()
        .filter_map(|(index, (term, _))| Some((word(text, term)?, index)))
        .collect();
    // From the end, so that earlier places stay where they are.
    found.sort_unstable_by_key(|(at, index)| std::cmp::Reverse((at.start, at.end, *index)));
    let mut starts = text.len() + 1;
    let mut done = Vec::new();
    for (Range { start, end }, index) in found {
        // Of two terms that overlap, the later place is explained now and the other at its next use.
        let Some((_, say)) = left.get(index).filter(|_| end <= starts) else { continue };
        starts = start;
        done.push(index);
        // Where the text says it in full itself, nothing more is needed.
        if !text.to_lowercase().contains(&say.to_lowercase()) {
            text.insert_str(end, &format!(" ({say})"));
        }
    }
    done.sort_unstable_by(|a, b| b.cmp(a));
    for index in done {
        left.remove(index);
    }
}

/// Where a term first stands as a word.
fn word(text: &str, term: &Wanted) -> Option<Range<usize>> {
    let mut found = term.find(text, 0)?;
    // A reference such as EHA-20418 is not the word.
    while is_reference(text.get(found.end..)?) {
        found = term.find(text, found.end)?;
    }
    Some(found)
}

fn is_reference(after: &str) -> bool {
    after.strip_prefix('-').is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
}

impl Document {
    /// Each run, in the order in which it is read.
    pub(super) fn each_run(&mut self, visit: &mut impl FnMut(&mut Run)) {
        self.title.each(visit);
        self.blocks.iter_mut().for_each(|block| block.each(visit));
    }
}

impl Words {
    fn each(&mut self, visit: &mut impl FnMut(&mut Run)) {
        self.0.iter_mut().for_each(visit);
    }
}

impl Block {
    fn each(&mut self, visit: &mut impl FnMut(&mut Run)) {
        self.each_words(&mut |words| words.each(visit));
    }
}

#[cfg(test)]
mod tests {
    use super::{Wanted, explain};

    fn explained(texts: &[&str]) -> Vec<String> {
        let term = |term: &str, say: &str| (Wanted::new(term), say.to_owned());
        let mut left = vec![
            term("EHA", "early help assessment"),
            term("EH", "early help"),
            term("step down", "need less help"),
        ];
        let explained = texts.iter().map(|text| {
            let mut text = (*text).to_owned();
            explain(&mut text, &mut left);
            text
        });
        explained.collect()
    }

    #[test]
    fn a_term_is_explained_where_it_first_stands() {
        assert_eq!(
            explained(&["An EHA, then EH. EHA", "EHA"]),
            ["An EHA (early help assessment), then EH (early help). EHA", "EHA"]
        );
        assert_eq!(explained(&["Can we Step Down?"]), ["Can we Step Down (need less help)?"]);
    }

    #[test]
    fn only_whole_words_in_their_own_capitals_are_terms() {
        let texts = ["eh, what?", "EHAs and REHA", "case EHA-20418", "the step downstairs"];
        assert_eq!(explained(&texts), texts);
        assert_eq!(
            explained(&["The early help assessment (EHA)", "EHA"]),
            ["The early help assessment (EHA)", "EHA"]
        );
    }
}
