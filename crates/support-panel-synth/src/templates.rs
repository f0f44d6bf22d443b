//! Sentences with gaps, and who fills them.
//!
//! A gap is a role (`{child}`), a choice (`{twice|three times}`) or a number (`{#3-12}`), so that a short bank of sentences
//! gives many different ones.

use super::rng::Rng;
use support_panel::Text;

/// Who fills the gaps that name a role.
#[derive(Debug, Clone)]
pub(super) struct Cast {
    pub(super) child: String,
    pub(super) children: String,
    pub(super) parent: String,
    pub(super) kin: String,
    pub(super) school: String,
}

impl Cast {
    fn plays(&self, role: &str) -> Option<&str> {
        match role {
            "child" => Some(&self.child),
            "children" => Some(&self.children),
            "parent" => Some(&self.parent),
            "kin" => Some(&self.kin),
            "school" => Some(&self.school),
            _ => None,
        }
    }

    /// The sentence with its gaps filled.
    pub(super) fn say(&self, rng: &mut Rng, sentence: &str) -> String {
        let mut said = String::with_capacity(sentence.len() + 16);
        let mut rest = sentence;
        while let Some((before, (gap, after))) =
            rest.split_once('{').and_then(|(b, a)| Some((b, a.split_once('}')?)))
        {
            said.push_str(before);
            rest = after;
            if let Some((low, high)) = gap.strip_prefix('#').and_then(|range| range.split_once('-'))
            {
                let number = rng.between(super::sure(low.parse()), super::sure(high.parse()));
                said.push_str(&number.to_string());
            } else if let Some(name) = self.plays(gap) {
                said.push_str(name);
            } else {
                let choices: Vec<&str> = gap.split('|').collect();
                let choice: &&str = rng.pick(&choices);
                said.push_str(choice);
            }
        }
        said.push_str(rest);
        said
    }

    /// One sentence of a bank, filled.
    pub(super) fn one(&self, rng: &mut Rng, bank: &[&str]) -> Text {
        let sentence = *rng.pick(bank);
        self.say(rng, sentence).into()
    }
}

/// The same with its first letter a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_gap_is_filled() {
        let cast = Cast {
            child: "Zoë".into(),
            children: "Zoë and Kai".into(),
            parent: "Maya".into(),
            kin: "Joan".into(),
            school: "the school".into(),
        };
        let said = cast
            .say(&mut Rng::new(1, 1), "{child} {was|has been} out {#3-3} times{;|,} {kin} said");
        assert!(
            [
                "Zoë was out 3 times; Joan said",
                "Zoë was out 3 times, Joan said",
                "Zoë has been out 3 times; Joan said",
                "Zoë has been out 3 times, Joan said"
            ]
            .contains(&said.as_str()),
            "{said}"
        );
        assert_eq!(cast.say(&mut Rng::new(1, 1), "no gap, and a lone }"), "no gap, and a lone }");
        assert_eq!(capital("élan"), "Élan");
    }
}
