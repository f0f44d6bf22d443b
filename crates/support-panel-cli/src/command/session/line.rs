//! A line of standard input: a command and its stamp.

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::json;
use serde_json::value::RawValue;
use support_panel::{Code, Error};

/// Why a line is not taken.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    code: Code,
    path: String,
    message: String,
}

impl Refusal {
    fn new(code: Code, path: &str, message: impl Into<String>) -> Self {
        Self { code, path: path.to_owned(), message: message.into() }
    }

    pub(super) fn to_json(&self) -> String {
        let Self { code, path, message } = self;
        json!({"error": {"code": code, "path": path, "message": message}}).to_string()
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::new(error.code(), error.path(), error.message())
    }
}

/// The two parts of a line, as text; or the first fault of the line itself.
pub(super) fn parts(line: &[u8]) -> Result<(&str, &str), Refusal> {
    match serde_json::from_slice(line) {
        Ok(Parts { fault: Some((code, words)), .. }) => Err(Refusal::new(code, "", words)),
        Ok(Parts { command: None, .. }) => Err(missing("/command")),
        Ok(Parts { stamp: None, .. }) => Err(missing("/stamp")),
        Ok(Parts { command: Some(command), stamp: Some(stamp), .. }) => {
            Ok((command.get(), stamp.get()))
        }
        Err(error) if error.is_data() => Err(Refusal::new(
            Code::WrongType,
            "",
            "found another value, expected an object of a command and its stamp",
        )),
        Err(error) => {
            let code = if error.is_eof() { Code::Truncated } else { Code::BadSyntax };
            let words = format!("found text that is no JSON at column {}", error.column());
            Err(Refusal::new(code, "", words))
        }
    }
}

fn missing(path: &str) -> Refusal {
    Refusal::new(Code::MissingKey, path, "found nothing, expected a member that reading requires")
}

#[derive(Default)]
struct Parts<'a> {
    command: Option<&'a RawValue>,
    stamp: Option<&'a RawValue>,
    /// A key may be someone's name and is not quoted.
    fault: Option<(Code, &'static str)>,
}

impl<'de> Deserialize<'de> for Parts<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Self::default())
    }
}

impl<'de> Visitor<'de> for Parts<'de> {
    type Value = Self;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self, A::Error> {
        while let Some(key) = map.next_key::<std::borrow::Cow<'_, str>>()? {
            let slot = match &*key {
                "command" => &mut self.command,
                "stamp" => &mut self.stamp,
                _ => {
                    let words = "found another key, expected command and stamp";
                    self.fault = self.fault.or(Some((Code::UnknownKey, words)));
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            if slot.replace(map.next_value()?).is_some() {
                let words = "found a key a second time, expected each once";
                self.fault = self.fault.or(Some((Code::DuplicateKey, words)));
            }
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(line: &str) -> (Code, String) {
        let refusal = parts(line.as_bytes()).unwrap_err();
        assert!(!refusal.message.contains("Joan"), "{}", refusal.message);
        (refusal.code, refusal.path)
    }

    #[test]
    fn each_fault_of_a_line_has_its_code() {
        assert_eq!(parts(br#"{"stamp": {"at": 1}, "command": 2}"#), Ok(("2", r#"{"at": 1}"#)));
        for (line, code, path) in [
            ("[]", Code::WrongType, ""),
            ("\"Joan\"", Code::WrongType, ""),
            ("{}", Code::MissingKey, "/command"),
            (r#"{"command": {}}"#, Code::MissingKey, "/stamp"),
            (r#"{"Joan": 1, "command": {}, "stamp": {}}"#, Code::UnknownKey, ""),
            (r#"{"command": {}, "command": {}, "stamp": {}}"#, Code::DuplicateKey, ""),
            (r#"{"command": {}"#, Code::Truncated, ""),
            ("Joan", Code::BadSyntax, ""),
            (r#"{"command": {}, "stamp": {}} Joan"#, Code::BadSyntax, ""),
        ] {
            assert_eq!(fault(line), (code, path.to_owned()), "{line}");
        }
    }
}
