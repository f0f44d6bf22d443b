//! What is said of a fault: the word that stands there, the nearest known one, and what to write instead.

use crate::error::Code;
use crate::wire::{Node, Spot, Tree, nearest_within};

/// The most characters of a word that are quoted.
const QUOTED: usize = 60;

/// What a profile is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Syntax {
    Toml,
    Json,
}

impl Syntax {
    /// No TOML begins with a brace, and every profile in JSON does.
    pub(super) fn of(text: &str) -> Self {
        if text.trim_start().starts_with('{') { Self::Json } else { Self::Toml }
    }

    fn member(self, key: &str, value: &str) -> String {
        match self {
            Self::Toml => format!("{key} = {value}"),
            Self::Json => format!("\"{key}\": {value}"),
        }
    }

    fn table(self, key: &str, value: &str) -> String {
        match self {
            Self::Toml => format!("{{ {key} = {value} }}"),
            Self::Json => format!("{{\"{key}\": {value}}}"),
        }
    }
}

/// The word, number or key at a spot; none where a list or an object stands there, or nothing of this pointer.
pub(super) fn word(tree: &Tree, spot: &Spot, pointer: &str) -> Option<String> {
    if spot.is_key {
        return tree.member(&spot.path).map(|member| clipped(&member.key));
    }
    let path = tree.path_to(pointer);
    let path = if tree.pointer(&path) == pointer { &path } else { &spot.path };
    match &tree.value(path)?.node {
        Node::Text(word) | Node::Other(word) => Some(clipped(word)),
        Node::List(_) | Node::Object(_) => None,
    }
}

/// As much of a word as is quoted.
pub(super) fn clipped(word: &str) -> String {
    match word.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", word.get(..end).unwrap_or_default()),
        None => word.to_owned(),
    }
}

/// What stands where a fault is, and what could.
pub(super) struct Found<'a> {
    pub(super) word: Option<String>,
    message: String,
    known: &'a [String],
}

impl<'a> Found<'a> {
    pub(super) fn new(word: Option<String>, message: String, known: &'a [String]) -> Self {
        Self { word, message, known }
    }

    /// The known word nearest to the one that was found.
    pub(super) fn nearest(&self, code: Code) -> Option<&str> {
        let word = self.word.as_deref()?;
        // Keys and words of the format are short; a council's own ids are not.
        let distance = match code {
            Code::BadReference | Code::UnknownBase | Code::NothingToRemove | Code::UnknownPath => {
                (word.chars().count() / 3).max(2)
            }
            Code::UnknownRule => 1,
            // Of three letters, two others are another word.
            _ if word.chars().count() <= 3 => 1,
            _ => 2,
        };
        nearest_within(word, self.known.iter().map(String::as_str), distance)
    }

    /// What is wrong, and what to write instead.
    pub(super) fn in_words(&self, code: Code, path: &str, syntax: Syntax) -> (String, String) {
        let key = path.rsplit('/').next().unwrap_or_default();
        let quoted = self.word.as_ref().map(|word| format!("\"{word}\""));
        let message = match (code, quoted) {
            (Code::UnknownKey, Some(word)) => format!("{word} is not a key here"),
            (Code::UnknownWord, Some(word)) => format!("{word} is not a word that may stand here"),
            (Code::UnknownRule, Some(word)) => format!("no rule is called {word}"),
            (Code::UnknownParameter, Some(word)) => {
                format!("{word} is not something that can be set of this rule")
            }
            (Code::ReservedWord, Some(word)) => {
                format!("{word} has a meaning of its own and cannot be an id")
            }
            (Code::RepeatedId, Some(word)) => {
                format!("{word} is the id of another item of this list")
            }
            (Code::RepeatedCategory, Some(word)) => format!("{word} stands in two columns"),
            (Code::MissingKey, _) => format!("{key} is missing"),
            (_, Some(word)) => format!("{word}: {}", self.message),
            (_, None) => self.message.clone(),
        };
        let message = match syntax {
            Syntax::Toml => message.replace("an object", "a table"),
            Syntax::Json => message,
        };
        let nearest = self.nearest(code);
        let list = || format!("one of {}", self.known.join(", "));
        let message = match nearest {
            Some(near) => format!("{message}; did you mean \"{near}\"?"),
            None if self.message.contains("expected words") || key == "categories" => {
                let (_, expected) = self.message.split_once(", ").unwrap_or_default();
                format!("{message}: {expected}")
            }
            None if matches!(
                code,
                Code::UnknownKey | Code::UnknownWord | Code::UnknownParameter
            ) && !self.known.is_empty() =>
            {
                format!("{message}; expected {}", list())
            }
            None => message,
        };
        let remedy = match nearest {
            Some(near) if code == Code::UnknownKey => format!("Write {near}."),
            Some(near) => format!("Write \"{near}\"."),
            None if code == Code::UnknownKey && !self.known.is_empty() => {
                format!("Write {}, or take it out.", list())
            }
            None if code == Code::UnknownPath && !self.known.is_empty() => {
                format!("Write {}.", list())
            }
            None if code == Code::BadReference && !self.known.is_empty() => {
                format!("Write {}, or define it.", list())
            }
            None => instead(key, self.word.as_deref(), &self.message, code, syntax)
                .unwrap_or_else(|| code.definition().remedy.to_owned()),
        };
        (message, remedy)
    }
}

/// What someone will have meant who wrote a value of another kind.
fn instead(
    key: &str,
    word: Option<&str>,
    message: &str,
    code: Code,
    syntax: Syntax,
) -> Option<String> {
    if code == Code::BadScale && key == "step" {
        return Some("Write a step that divides the distance from min to max, such as 1.".into());
    }
    if code != Code::WrongType {
        return None;
    }
    let (_, expected) = message.split_once("expected ")?;
    let write = |value: &str| Some(format!("Write {}.", syntax.member(key, value)));
    let word = word?;
    match expected {
        "an object" => {
            let is_after = key.ends_with("_within") && key != "default_within";
            let (number, unit) = timescale(word, is_after)?;
            write(&syntax.table(unit, &number))
        }
        "a list" => write(&format!("[\"{word}\"]")),
        "true or false" | "true" => match word.to_lowercase().as_str() {
            "yes" | "true" | "y" | "1" => write("true"),
            "no" | "false" | "n" | "0" => write("false"),
            _ => None,
        },
        "a number" | "a whole number" => {
            let number = word.trim();
            let is_number = number.parse::<crate::Decimal>().is_ok();
            if is_number { write(number) } else { None }
        }
        // A text, an id, a date: anything that stands in quotes.
        _ => write(&format!("\"{word}\"")),
    }
}

/// "5 days" as a number and its unit; where nothing is said that makes one, an example.
fn timescale(word: &str, is_after: bool) -> Option<(String, &'static str)> {
    let word = word.to_lowercase();
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    let has = |unit: &str| word.contains(unit);
    let unit = match is_after {
        true if has("hour") => "hours",
        true => "working_days",
        false if has("working") => "working_days",
        false if has("week") => "weeks",
        false if has("month") => "months",
        false => "days",
    };
    // Weeks and months of what follows a panel have no unit of their own: only the number of days is certain.
    let is_other = is_after && (has("week") || has("month"));
    (!is_other && !digits.is_empty()).then_some((digits, unit))
}
