//! What a council says in its own words: the phrases of papers, by key.

use super::settings::{each_member, twice};
use crate::Text;
use crate::error::Code;
use crate::phrases;
#[cfg(test)]
use crate::wire::Schema;
use crate::wire::{Fault, Read, Reader, Shape, Value, Writer};

/// A council's own wording of our phrases.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wording(Vec<(&'static str, Text)>);

impl Wording {
    /// What the council says for the phrase with this key.
    pub fn get(&self, key: &str) -> Option<&Text> {
        self.0.iter().find(|(known, _)| *known == key).map(|(_, text)| text)
    }

    /// Each key that it words, with its words.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Text)> {
        self.0.iter().map(|(key, text)| (*key, text))
    }

    /// Whether it words nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Value for Wording {
    const SHAPE: &'static Shape = &Shape::Leaf;
    #[cfg(test)]
    const EMPTY: &'static str = "object";

    fn empty() -> Self {
        Self(Vec::new())
    }

    fn read(reader: &mut Reader<'_>, Self(words): &mut Self) -> Read<bool> {
        each_member(reader, |reader, at, key| {
            let Some(key) = phrases::key(key) else {
                let expected = "a key of a phrase, as docs/words.md lists them";
                return Err(Fault::new(Code::UnknownKey, at, "a key that no phrase has", expected)
                    .knowing(phrases::keys()));
            };
            if words.iter().any(|(known, _)| *known == key) {
                return Err(twice(at));
            }
            let mut text = None;
            Option::read(reader, &mut text).map_err(|fault| fault.inside(key))?;
            words.extend(text.map(|text| (key, text)));
            Ok(())
        })?;
        Ok(!words.is_empty())
    }

    fn write(&self, writer: &mut Writer) {
        writer.open('{');
        for (key, text) in &self.0 {
            writer.key(&format!("\"{key}\":"));
            text.write(writer);
        }
        writer.close('}');
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[cfg(test)]
    fn schema(schema: &mut Schema) -> serde_json::Value {
        use serde_json::json;
        let text = <Option<Text> as Value>::schema(schema);
        schema.refer("wording", |_| json!({"description": "The council's own wording of phrases, by the keys of docs/words.md.", "type": "object", "additionalProperties": text}))
    }
}

#[cfg(test)]
mod tests {
    use crate::{Code, Profile};

    fn read(words: &str) -> Result<Profile, crate::Error> {
        Profile::from_toml(format!("id = \"a\"\nversion = \"1\"\n[words]\n{words}\n"))
    }

    #[test]
    fn a_profile_words_what_it_likes() {
        let profile = read("what_we_decided = \"What was agreed\"\nagenda = \"\"").unwrap();
        let said: Vec<_> = profile.words.iter().map(|(key, text)| (key, text.as_str())).collect();
        assert_eq!(said, [("what_we_decided", "What was agreed")]);
        let again = Profile::from_json(profile.to_json()).unwrap();
        assert_eq!(again.words, profile.words);
    }

    #[test]
    fn a_key_that_no_phrase_has_is_refused() {
        let error = read("what_we_decide = \"What was agreed\"").unwrap_err();
        assert_eq!(
            (error.code(), error.path(), error.line()),
            (Code::UnknownKey, "/words", Some(4))
        );
        let checked = crate::profile::check(
            "id = \"a\"\nversion = \"1\"\n[words]\nwhat_we_decide = \"x\"\n",
            &[],
        );
        assert_eq!(checked.faults[0].nearest.as_deref(), Some("what_we_decided"));
    }

    #[test]
    fn what_is_filled_in_is_that_of_the_phrase() {
        let error = read("we_meet_again_on_day = \"Again on {date}\"").unwrap_err();
        assert_eq!(error.code(), Code::UnknownWord);
        assert_eq!(error.path(), "/words/we_meet_again_on_day");
        assert!(read("we_meet_again_on_day = \"{day}: see you\"").is_ok());
    }
}
