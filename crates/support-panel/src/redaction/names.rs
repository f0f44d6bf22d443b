//! What someone is called, found in texts as whole words.

use crate::Text;
use std::collections::BTreeSet;

/// What stands where a name was: one character, so that no text grows beyond what a reader takes.
pub(super) const COVER: &str = "█";

/// The shortest word of a name, and the shortest id, that is looked for by itself.
const LETTERS: usize = 3;

/// Names as words in small letters.
#[derive(Default)]
pub(super) struct Names {
    names: BTreeSet<Vec<String>>,
    /// How many words they have: most first, so that a whole name is covered before one of its words.
    lengths: BTreeSet<usize>,
}

impl Names {
    /// A name, whole, and each of its words.
    pub(super) fn add_name(&mut self, name: Option<&Text>) {
        let words = words_of(name.map(Text::as_str).unwrap_or_default());
        for word in &words {
            if word.chars().count() >= LETTERS {
                self.insert(vec![word.clone()]);
            }
        }
        self.insert(words);
    }

    /// An NHS number, in one piece or in three.
    pub(super) fn add_number(&mut self, number: Option<&Text>) {
        let number = number.map(Text::as_str).unwrap_or_default();
        self.insert(words_of(number));
        if let Some((first, (second, third))) = number
            .split_at_checked(3)
            .and_then(|(first, rest)| Some((first, rest.split_at_checked(3)?)))
        {
            self.insert([first, second, third].map(str::to_owned).into());
        }
    }

    /// An id; a very short one is more often something else.
    pub(super) fn add_id(&mut self, id: &str) {
        if id.chars().count() >= LETTERS {
            self.insert(words_of(id));
        }
    }

    fn insert(&mut self, words: Vec<String>) {
        if !words.is_empty() {
            self.lengths.insert(words.len());
            self.names.insert(words);
        }
    }

    pub(super) fn is_in(&self, text: &str) -> bool {
        self.covered(text).is_some()
    }

    /// The text with every name covered; none where it holds none.
    pub(super) fn covered(&self, text: &str) -> Option<String> {
        let words: Vec<(usize, &str)> = words(text).collect();
        let (mut covered, mut done, mut next) = (String::new(), 0, 0);
        while let Some((start, _)) = words.get(next) {
            let run = |length: &usize| words.get(next..next + length);
            let is_name = |run: &&[(usize, &str)]| {
                let run: Vec<_> = run.iter().map(|(_, word)| word.to_lowercase()).collect();
                self.names.contains(&run)
            };
            let found = self.lengths.iter().rev().filter_map(run).find(is_name);
            let end = found.and_then(|run| run.last()).map(|(start, word)| start + word.len());
            if let Some(end) = end {
                covered.push_str(text.get(done..*start).unwrap_or_default());
                covered.push_str(COVER);
                done = end;
            }
            next += found.map_or(1, <[_]>::len);
        }
        (done > 0).then(|| covered + text.get(done..).unwrap_or_default())
    }
}

/// The words of a text, each with where it begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let left = text.get(rest..)?;
        let start = rest + left.find(char::is_alphanumeric)?;
        let left = text.get(start..)?;
        let end = start + left.find(|c: char| !c.is_alphanumeric()).unwrap_or(left.len());
        rest = end;
        Some((start, text.get(start..end)?))
    })
}

fn words_of(text: &str) -> Vec<String> {
    words(text).map(|(_, word)| word.to_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(name: &str) -> Names {
        let mut names = Names::default();
        names.add_name(Some(&Text::from(name)));
        names
    }

    #[test]
    fn a_name_is_covered_whole_or_in_part() {
        let covered = |text| names("Maya Osei-Brown").covered(text);
        assert_eq!(covered("Maya Osei-Brown, again").as_deref(), Some("█, again"));
        assert_eq!(covered("for MAYA's sake").as_deref(), Some("for █'s sake"));
        assert_eq!(covered("Mr Brown and maya").as_deref(), Some("Mr █ and █"));
        assert_eq!(covered("Mayas and Brownes"), None);
    }

    #[test]
    fn a_short_name_is_covered_and_a_short_word_of_one_is_not() {
        assert_eq!(names("Jo").covered("Jo came").as_deref(), Some("█ came"));
        assert_eq!(names("Li Wei").covered("Li came with Wei").as_deref(), Some("Li came with █"));
    }

    #[test]
    fn a_number_is_found_in_one_piece_and_in_three() {
        let mut names = Names::default();
        names.add_number(Some(&Text::from("9434765919")));
        assert_eq!(names.covered("No. 943 476 5919.").as_deref(), Some("No. █."));
        assert_eq!(names.covered("No. 9434765919.").as_deref(), Some("No. █."));
    }
}
