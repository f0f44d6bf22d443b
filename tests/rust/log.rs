//! The log of every answer, which `tests/compare-logs` holds against those of the other languages.

use crate::case::Case;
use serde_json::{Number, Value, json};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// A line for each case: where it stands, and all that the library gave.
pub(crate) struct Log(BufWriter<File>);

impl Log {
    /// The log of that host or language.
    pub(crate) fn create(name: &str) -> io::Result<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/corpus");
        fs::create_dir_all(&folder)?;
        Ok(Self(BufWriter::new(File::create(folder.join(format!("{name}.ndjson")))?)))
    }

    pub(crate) fn add(&mut self, file: &str, case: &Case, answer: &Value) -> io::Result<()> {
        let operation = case.text("operation");
        let mut line =
            json!({"answer": answer, "case": case.name, "file": file, "operation": operation});
        canonical(&mut line);
        writeln!(self.0, "{line}")
    }

    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The digest of a value as the log would have it: for what is too long to be kept whole.
pub(crate) fn digest(value: &Value) -> String {
    let mut value = value.clone();
    canonical(&mut value);
    sha256(value.to_string().as_bytes())
}

/// SHA-256 in hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Sorts keys, and writes a whole number as one: the form that each language can give.
fn canonical(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(canonical),
        Value::Object(members) => {
            members.sort_keys();
            members.values_mut().for_each(canonical);
        }
        Value::Number(number) => {
            let text = number.to_string();
            if let Some(whole) = text.strip_suffix(".0").and_then(|whole| whole.parse::<i64>().ok())
            {
                *number = Number::from(whole);
            }
            assert!(!text.contains('e'), "a number that the languages write in their own ways");
        }
        _ => {}
    }
}
