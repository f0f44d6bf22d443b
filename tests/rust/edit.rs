//! Edits by JSON Pointer.

use serde_json::{Map, Value};

/// Removes, one after another, then sets, in the order given.
pub(crate) fn edited(
    mut document: Value,
    remove: Option<&Value>,
    set: Option<&Value>,
) -> Result<Value, String> {
    if let Some(pointers) = remove {
        for pointer in pointers.as_array().ok_or("`remove` is not a list")? {
            take(
                &mut document,
                pointer.as_str().ok_or("`remove` holds something that is no pointer")?,
            )?;
        }
    }
    if let Some(values) = set {
        for (pointer, value) in values.as_object().ok_or("`set` is not an object")? {
            put(&mut document, pointer, value.clone())?;
        }
    }
    Ok(document)
}

fn steps(pointer: &str) -> Result<Vec<String>, String> {
    let rest = pointer
        .strip_prefix('/')
        .ok_or_else(|| format!("{pointer:?} is not a pointer to a member"))?;
    Ok(rest.split('/').map(|step| step.replace("~1", "/").replace("~0", "~")).collect())
}

fn take(document: &mut Value, pointer: &str) -> Result<(), String> {
    let steps = steps(pointer)?;
    let (last, above) = steps.split_last().ok_or("an empty pointer")?;
    let missing = || format!("there is no {pointer} to remove");
    let holder = above.iter().try_fold(document, |at, step| below(at, step)).ok_or_else(missing)?;
    match holder {
        Value::Object(members) => members.shift_remove(last).map(drop).ok_or_else(missing),
        Value::Array(items) => {
            let index = last
                .parse()
                .ok()
                .filter(|index: &usize| *index < items.len())
                .ok_or_else(missing)?;
            items.remove(index);
            Ok(())
        }
        _ => Err(missing()),
    }
}

fn below<'a>(value: &'a mut Value, step: &str) -> Option<&'a mut Value> {
    match value {
        Value::Object(members) => members.get_mut(step),
        Value::Array(items) => items.get_mut(step.parse::<usize>().ok()?),
        _ => None,
    }
}

fn put(document: &mut Value, pointer: &str, value: Value) -> Result<(), String> {
    let steps = steps(pointer)?;
    let mut at = document;
    for (i, step) in steps.iter().enumerate() {
        at = match at {
            Value::Object(members) => {
                let last = i + 1 == steps.len();
                // A list that an item is appended to is made as well.
                let empty = if steps.get(i + 1).is_some_and(|next| next == "-") {
                    Value::Array(vec![])
                } else {
                    Value::Object(Map::new())
                };
                let member = members.entry(step.as_str()).or_insert(Value::Null);
                if member.is_null() && !last {
                    *member = empty;
                }
                member
            }
            Value::Array(items) => {
                if step == "-" {
                    items.push(Value::Null);
                }
                let index = if step == "-" {
                    items.len() - 1
                } else {
                    step.parse().map_err(|_| format!("{pointer}: no index of a list"))?
                };
                items.get_mut(index).ok_or_else(|| format!("{pointer}: the list is shorter"))?
            }
            _ => return Err(format!("{pointer}: a value on the way holds nothing")),
        };
    }
    *at = value;
    Ok(())
}
