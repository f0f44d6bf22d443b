//! A finished paper in the council's own wording: each phrase of ours that its profile words otherwise.
//!
//! Where the profile is in another language than ours, its words are marked as the council's, so that no word is labelled
//! with a language that it is not in. What it does not word stays English, and is marked so.

use super::clock::month_name;
use super::document::{Document, Run};
use crate::phrases::{Phrase, phrases};
use crate::profile::{Profile, Wording};
use std::collections::BTreeMap;

pub(super) fn reword(document: &mut Document, profile: &Profile) {
    if profile.words.is_empty() {
        return;
    }
    let council = Council::new(&profile.words, document.council_language.is_some());
    document.each_run(&mut |run| council.reword(run));
}

/// What a paper puts around a phrase.
const AROUND: &str = ".,;:";
/// What it may put around one besides.
const BRACKETS: &str = ".,;:–·()[]“”";
/// How deep a phrase may stand within a phrase.
const DEEPEST: u8 = 4;

struct Council<'p> {
    words: &'p Wording,
    /// Whether the council writes another language than we do.
    is_other: bool,
    /// The keys of phrases that are always the same, by what they say.
    plain: BTreeMap<&'static str, &'static str>,
    /// Those in which something is filled in.
    open: Vec<Phrase>,
}

impl<'p> Council<'p> {
    fn new(words: &'p Wording, is_other: bool) -> Self {
        let (open, plain): (Vec<_>, Vec<_>) =
            phrases().partition(|phrase| phrase.english.contains('{'));
        let plain = plain.iter().map(|it| (trimmed(it.english, AROUND).1, it.key)).collect();
        Self { words, is_other, plain, open }
    }

    fn reword(&self, run: &mut Run) {
        let (text, is_strong): (&str, bool) = match run {
            Run::Own(text) => (text, false),
            Run::Strong(text) => (text, true),
            Run::Absent(text) => (text, false),
            _ => return,
        };
        if let Some(said) = self.said(text, DEEPEST) {
            *run = self.run(said, is_strong);
        }
    }

    /// The council's words for ours: ours as well where both write one language.
    fn run(&self, said: String, is_strong: bool) -> Run {
        match (self.is_other, is_strong) {
            (true, _) => Run::Council(said),
            (false, true) => Run::Strong(said.into()),
            (false, false) => Run::Own(said.into()),
        }
    }

    /// What the council says for a text of ours; nothing where it says nothing else.
    fn said(&self, text: &str, depth: u8) -> Option<String> {
        let depth = depth.checked_sub(1)?;
        [AROUND, BRACKETS].into_iter().find_map(|around| {
            let (before, core, after) = trimmed(text, around);
            let said = self.phrase(core, around, depth)?;
            Some(format!("{before}{said}{after}"))
        })
    }

    fn phrase(&self, core: &str, around: &str, depth: u8) -> Option<String> {
        if let Some(key) = self.plain.get(core) {
            return Some(trimmed(self.words.get(key)?.as_str(), around).1.to_owned());
        }
        if let Some(said) = self.day(core) {
            return Some(said);
        }
        self.open.iter().find_map(|phrase| {
            let filled = filled(trimmed(phrase.english, around).1, core)?;
            let told = self.words.get(phrase.key).map(|text| trimmed(text.as_str(), around).1);
            let inner: Vec<_> =
                filled.iter().map(|(hole, text)| (*hole, *text, self.said(text, depth))).collect();
            let is_left = |(_, text, said): &(_, &str, Option<String>)| {
                said.is_none() && text.chars().any(char::is_lowercase)
            };
            // In one language, something within it may be worded where the phrase itself is not. Two are not mixed in one phrase.
            let is_worded = match self.is_other {
                true => told.is_some() && !inner.iter().any(is_left),
                false => told.is_some() || inner.iter().any(|(.., said)| said.is_some()),
            };
            if !is_worded {
                return None;
            }
            let template = told.unwrap_or(trimmed(phrase.english, around).1);
            Some(inner.iter().fold(template.to_owned(), |whole, (hole, text, said)| {
                whole.replace(&format!("{{{hole}}}"), said.as_deref().unwrap_or(text))
            }))
        })
    }

    /// A day whose month the council calls otherwise: 12 March 2026.
    fn day(&self, text: &str) -> Option<String> {
        let [day, month, year] = parts_of_day(text)?;
        let said = self.words.get(self.plain.get(month)?)?;
        Some(format!("{day} {} {year}", said.as_str().trim()))
    }
}

/// The day, the month and the year of 12 March 2026.
fn parts_of_day(text: &str) -> Option<[&str; 3]> {
    let parts: Vec<&str> = text.split(' ').collect();
    let parts: [&str; 3] = parts.try_into().ok()?;
    let [day, month, year] = parts;
    (is_digits(day) && is_month(month) && is_digits(year)).then_some(parts)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_month(text: &str) -> bool {
    (1..=12).any(|month| month_name(month) == Some(text))
}

/// A text without what stands around it, and that.
fn trimmed<'t>(text: &'t str, around: &str) -> (&'t str, &'t str, &'t str) {
    let is_around = |c: char| c.is_whitespace() || around.contains(c);
    let core = text.trim_matches(is_around);
    let before = text.len() - text.trim_start_matches(is_around).len();
    let after = before + core.len();
    let part = |range| text.get(range).unwrap_or_default();
    (part(0..before.min(text.len())), core, part(after.min(text.len())..text.len()))
}

/// What fills the holes of a phrase where a text is that phrase, from left to right, each as short as it can be.
fn filled<'t>(phrase: &'static str, text: &'t str) -> Option<Vec<(&'static str, &'t str)>> {
    let Some((before, rest)) = phrase.split_once('{') else {
        return (phrase == text).then(Vec::new);
    };
    let (hole, after) = rest.split_once('}')?;
    let text = text.strip_prefix(before)?;
    let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]).skip(1);
    ends.into_iter().find_map(|end| {
        let (held, rest) = text.split_at_checked(end)?;
        if !may_hold(hole, held) {
            return None;
        }
        let mut found = vec![(hole, held)];
        found.extend(filled(after, rest)?);
        Some(found)
    })
}

/// Whether a text may fill a hole of this name.
fn may_hold(hole: &str, text: &str) -> bool {
    match hole {
        "n" | "s" | "min" | "low" | "high" | "most" => {
            let number = text.strip_prefix('-').unwrap_or(text);
            let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
            is_digits(whole) && is_digits(part)
        }
        // The numbers of entries: W1, S2 and G1.
        "numbers" | "last" => !text.replace(" and ", ", ").chars().any(char::is_lowercase),
        "year" => is_digits(text),
        "month" => is_month(text),
        "time" => text.split_once(':').is_some_and(|(h, m)| is_digits(h) && is_digits(m)),
        "day" => parts_of_day(text).is_some(),
        _ => !text.trim().is_empty() && text.len() == text.trim().len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::Words;

    fn reworded(profile: &str, words: Words) -> Vec<Run> {
        let text = format!("id = \"a\"\nversion = \"1\"\n{profile}");
        let profile = Profile::from_toml(text).unwrap();
        let mut document = Document::new("en-GB", words);
        let language = profile.language.as_ref().map(|language| language.to_string());
        document.council_language = language.filter(|language| language != "en-GB");
        reword(&mut document, &profile);
        document.title.0
    }

    const ENGLISH: &str = "[words]\nwhat_we_decided = \"What was agreed\"\nwe_meet_again_on_day = \"The next time is {day}.\"\n";
    const WELSH: &str =
        "language = \"cy\"\n[words]\nmarch = \"Mawrth\"\nn_weeks = \"{n} wythnos\"\n";

    #[test]
    fn a_phrase_is_worded_as_the_council_does() {
        let own = |text: &'static str| vec![Run::Own(text.into())];
        assert_eq!(reworded(ENGLISH, Words::own("What we decided")), own("What was agreed"));
        assert_eq!(reworded(ENGLISH, Words::own("What we decided: ")), own("What was agreed: "));
        assert_eq!(
            reworded(ENGLISH, Words::own("We meet again on 12 March 2026.")),
            own("The next time is 12 March 2026.")
        );
        assert_eq!(
            reworded(ENGLISH, Words::label("What we decided:")),
            [Run::Strong("What was agreed:".into()), Run::Own(" ".into())]
        );
        assert_eq!(
            reworded(ENGLISH, Words::own("What we decided (not for the family)")),
            own("What was agreed (not for the family)")
        );
    }

    #[test]
    fn another_language_is_marked_as_the_councils() {
        let welsh = |text: &str| vec![Run::Council(text.into())];
        assert_eq!(reworded(WELSH, Words::own(", 12 March 2026")), welsh(", 12 Mawrth 2026"));
        assert_eq!(reworded(WELSH, Words::own("3 weeks")), welsh("3 wythnos"));
        let within = format!("{WELSH}within_phrase = \"o fewn {{phrase}}\"\n");
        assert_eq!(reworded(&within, Words::own("within 3 weeks")), welsh("o fewn 3 wythnos"));
    }

    #[test]
    fn two_languages_are_not_mixed_in_one_phrase() {
        for text in ["within 3 weeks", "We meet again on 12 March 2026.", "until 12 March 2026"] {
            assert_eq!(reworded(WELSH, Words::own(text)), Words::own(text).0);
        }
    }

    #[test]
    fn everything_else_stays() {
        let said = || Words::said_str("What we decided").and(" or something else");
        assert_eq!(reworded(ENGLISH, said()), said().0);
        let other = || Words::own("What we decided about it");
        assert_eq!(reworded(WELSH, other()), other().0);
        assert_eq!(reworded("", Words::own("What we decided")), Words::own("What we decided").0);
    }

    #[test]
    fn a_hole_holds_what_its_name_says() {
        assert_eq!(filled("{n} weeks", "12 weeks"), Some(vec![("n", "12")]));
        assert_eq!(filled("{n} weeks", "some weeks"), None);
        assert_eq!(
            filled("from {low} to {high}", "from 4.5 to 7"),
            Some(vec![("low", "4.5"), ("high", "7")])
        );
        assert_eq!(filled("until {day}", "until 1 May 2026"), Some(vec![("day", "1 May 2026")]));
        assert_eq!(filled("until {day}", "until noon"), None);
    }
}
