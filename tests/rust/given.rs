//! What a case hands over, as text or bytes, before any library has read it.

use crate::case::{Case, stored};
use crate::edit::edited;
use serde_json::Value;

/// The bytes that a case hands over as a record.
pub(crate) fn given(case: &Case) -> Result<Vec<u8>, String> {
    let ways: Vec<_> = ["record", "text", "hex", "parts"]
        .into_iter()
        .filter_map(|key| Some((key, case.member(key)?)))
        .collect();
    let text = |value: &Value| value.as_str().map(str::to_owned).ok_or("it is no text".to_owned());
    match ways.as_slice() {
        [("record", name)] => Ok(stored_record(case, &text(name)?, "")?.into_bytes()),
        [("text", value)] => Ok(text(value)?.into_bytes()),
        [("hex", value)] => {
            bytes(&text(value)?).ok_or_else(|| "`hex` is not bytes in hexadecimal".into())
        }
        [("parts", value)] => {
            parts(value).ok_or_else(|| "`parts` is not a list of [text, times]".into())
        }
        _ => Err("it gives none, or more than one, of `record`, `text`, `hex` and `parts`".into()),
    }
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let pairs = hex.as_bytes().chunks(2);
    pairs
        .map(|pair| {
            u8::from_str_radix(std::str::from_utf8(pair).ok().filter(|pair| pair.len() == 2)?, 16)
                .ok()
        })
        .collect()
}

fn parts(parts: &Value) -> Option<Vec<u8>> {
    let mut all = String::new();
    for part in parts.as_array()? {
        all.push_str(&part.get(0)?.as_str()?.repeat(usize::try_from(part.get(1)?.as_u64()?).ok()?));
    }
    Some(all.into_bytes())
}

/// A record of `tests/records`, with its edits. Without any it is handed over as it stands in the file.
pub(crate) fn stored_record(case: &Case, name: &str, prefix: &str) -> Result<String, String> {
    let text = stored("records", name, "json")?;
    let (remove, set) =
        (case.member(&format!("{prefix}remove")), case.member(&format!("{prefix}set")));
    if remove.is_none() && set.is_none() {
        return Ok(text);
    }
    Ok(edited(values(name, &text)?, remove, set)?.to_string())
}

/// The records of one case. The edits are those of their list as a whole: `/1/id` is the id of the second.
pub(crate) fn records(case: &Case) -> Result<Vec<String>, String> {
    let names =
        case.member("records").and_then(Value::as_array).ok_or("`records` is not a list")?;
    let stored_one = |name: &Value| -> Result<Value, String> {
        let name = name.as_str().ok_or("`records` holds something else than names")?;
        values(name, &stored("records", name, "json")?)
    };
    let list = names.iter().map(stored_one).collect::<Result<Value, String>>()?;
    let list = edited(list, case.member("remove"), case.member("set"))?;
    let list = list.as_array().ok_or("its edits leave no list of records")?;
    Ok(list.iter().map(Value::to_string).collect())
}

fn values(name: &str, text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|error| format!("{name} is not JSON: {error}"))
}
