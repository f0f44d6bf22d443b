//! The files of cases, and what they start from.

use serde_json::{Map, Value};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A file of cases.
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) cases: Vec<Case>,
}

/// One case: its name and its members.
pub(crate) struct Case {
    pub(crate) name: String,
    members: Map<String, Value>,
}

/// Every member a case may have. One that is not known would be passed over unheard, so it is a fault.
const MEMBERS: &[&str] = &[
    "name",
    "operation",
    "expect",
    "record",
    "set",
    "remove",
    "text",
    "hex",
    "parts",
    "format",
    "profile",
    "profile_set",
    "profile_remove",
    "as_of",
    "previous",
    "previous_set",
    "previous_remove",
    "records",
    "action",
    "owner",
    "id",
    "held_on",
    "code",
    "steps",
    "old",
    "new",
    "reader",
    "confirmed",
    "given",
    "handed_over_by",
    "paper",
    "person",
    "shared",
    "ours",
    "theirs",
    "other",
    "cut",
    "replace",
];

impl Case {
    fn read(value: Value, file: &str) -> Self {
        let Value::Object(members) = value else { panic!("{file}: a case is not an object") };
        let name = members
            .get("name")
            .and_then(Value::as_str)
            .unwrap_or_else(|| panic!("{file}: a case has no name"));
        let unknown = members.keys().find(|key| !MEMBERS.contains(&key.as_str()));
        assert!(unknown.is_none(), "{file}: {name}: unknown member {unknown:?}");
        Self { name: name.to_owned(), members }
    }

    pub(crate) fn member(&self, key: &str) -> Option<&Value> {
        self.members.get(key)
    }

    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.member(key)?.as_str()
    }
}

/// A folder or file of the corpus.
pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The text of a file under `tests`.
pub(crate) fn stored(folder_name: &str, name: &str, ending: &str) -> Result<String, String> {
    let path = folder(folder_name).join(format!("{name}.{ending}"));
    fs::read_to_string(&path).map_err(|_| format!("there is no {folder_name}/{name}.{ending}"))
}

/// Every file of cases, in the order of their names; last what `tests/json-suite` has fetched and `tests/synthetic` has written.
pub(crate) fn files() -> Vec<File> {
    let listed = fs::read_dir(folder("cases")).expect("tests/cases is there");
    let paths = listed.map(|entry| entry.expect("tests/cases can be listed").path());
    let mut paths: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|ending| ending == "json")).collect();
    paths.sort();
    let others = ["json-suite", "synthetic"].map(|name| folder(&format!("../target/{name}.json")));
    paths.extend(others.into_iter().filter(|path| path.is_file()));
    paths.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> File {
    let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
    let text = fs::read_to_string(path).expect("a file of cases is text");
    let mut document: Value =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name} is not JSON: {error}"));
    assert!(
        document.get("about").is_some_and(Value::is_string),
        "{name} does not say what it is about"
    );
    let cases = match document.get_mut("cases").map(Value::take) {
        Some(Value::Array(cases)) => cases,
        _ => panic!("{name} has no list of cases"),
    };
    let cases: Vec<_> = cases.into_iter().map(|case| Case::read(case, &name)).collect();
    let mut seen = HashSet::new();
    let again = cases.iter().find(|case| !seen.insert(&case.name));
    assert!(again.is_none(), "{name}: two cases are called {:?}", again.map(|case| &case.name));
    File { name, cases }
}

/// Whether two JSON values are the same: objects in any order, numbers by value.
pub(crate) fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a == b || a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len()
                && a.iter().all(|(key, value)| b.get(key).is_some_and(|other| same(value, other)))
        }
        _ => a == b,
    }
}
