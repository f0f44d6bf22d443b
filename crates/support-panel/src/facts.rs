//! Facts: the ids, words, numbers and dates that a message may carry, and templates fill with them.

use crate::{Date, Decimal, Id, Instant, Label};
use serde::Serialize;
use std::borrow::Cow;

/// Something a rule read. There is no variant for free text, so a message cannot carry any.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum Fact {
    /// An id.
    Id(Id),
    /// A code or word of the format.
    Word(&'static str),
    /// A text that is not personal, such as a round.
    Label(Label),
    /// A number.
    Number(Decimal),
    /// A day.
    Date(Date),
    /// A moment.
    Instant(Instant),
}

/// A [`Fact`] that is still where the rule read it.
#[derive(Clone, Copy)]
pub(crate) enum FactRef<'a> {
    Id(&'a Id),
    Word(&'static str),
    Label(&'a Label),
    Number(Decimal),
    Date(Date),
    Instant(Instant),
}

impl FactRef<'_> {
    pub(crate) fn to_fact(self) -> Fact {
        match self {
            Self::Id(id) => Fact::Id(id.clone()),
            Self::Word(word) => Fact::Word(word),
            Self::Label(label) => Fact::Label(label.clone()),
            Self::Number(number) => Fact::Number(number),
            Self::Date(date) => Fact::Date(date),
            Self::Instant(instant) => Fact::Instant(instant),
        }
    }

    /// Hands its text over.
    fn spell<T>(self, to: impl FnOnce(&str) -> T) -> T {
        match self {
            Self::Id(id) => to(&plain(id)),
            Self::Word(word) => to(word),
            Self::Label(label) => to(&plain(label)),
            Self::Number(number) => number.spell(to),
            Self::Date(date) => date.spell(to),
            Self::Instant(instant) => instant.spell(to),
        }
    }
}

impl<'a> From<&'a Fact> for FactRef<'a> {
    fn from(fact: &'a Fact) -> Self {
        match fact {
            Fact::Id(id) => Self::Id(id),
            Fact::Word(word) => Self::Word(word),
            Fact::Label(label) => Self::Label(label),
            Fact::Number(number) => Self::Number(*number),
            Fact::Date(date) => Self::Date(*date),
            Fact::Instant(instant) => Self::Instant(*instant),
        }
    }
}

impl std::fmt::Display for Fact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        FactRef::from(self).spell(|text| f.write_str(text))
    }
}

macro_rules! fact_ref_from {
    ($($type:ty, $value:ident => $fact:expr;)+) => {
        $(impl<'a> From<$type> for FactRef<'a> {
            fn from($value: $type) -> Self {
                $fact
            }
        })+
    };
}

fact_ref_from! {
    &'a Id, id => Self::Id(id);
    &'a Label, label => Self::Label(label);
    &'static str, word => Self::Word(word);
    Decimal, number => Self::Number(number);
    u32, number => Self::Number(number.into());
    usize, number => Self::Number(u32::try_from(number).unwrap_or(u32::MAX).into());
    Date, date => Self::Date(date);
    Instant, instant => Self::Instant(instant);
}

/// A text in which nothing turns the direction of the text around it.
fn plain(text: &str) -> Cow<'_, str> {
    let turns = |c| matches!(c, '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    match text.is_ascii() || !text.contains(turns) {
        true => text.into(),
        false => text.replace(turns, "\u{fffd}").into(),
    }
}

/// What stands before and after an ASCII character.
fn split_at_byte(text: &str, mark: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == mark)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// A sentence with each `{name}` replaced by its fact.
pub(crate) fn fill(template: &str, facts: &[(&'static str, FactRef<'_>)]) -> String {
    let mut message = String::with_capacity(template.len() + 24);
    let mut rest = template;
    while let Some((plain, after)) = split_at_byte(rest, b'{') {
        message.push_str(plain);
        let (name, tail) = split_at_byte(after, b'}').unwrap_or((after, ""));
        match facts.iter().find(|(known, _)| *known == name) {
            Some((_, fact)) => fact.spell(|text| message.push_str(text)),
            None => debug_assert!(false, "{template} has no fact {name}"),
        }
        rest = tail;
    }
    message.push_str(rest);
    message
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_in_a_message_turns_nothing_round() {
        let id: Id = "p-\u{202e}1\u{2066}é".parse().unwrap();
        let message = fill("{id} owns it.", &[("id", (&id).into())]);
        assert_eq!(message, "p-\u{fffd}1\u{fffd}é owns it.");
        assert_eq!(FactRef::from(&id).to_fact(), Fact::Id(id));
    }
}
