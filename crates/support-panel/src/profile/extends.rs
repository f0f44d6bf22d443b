//! A profile that changes another: tables merge by key, lists of items by id.

use super::Profile;
use crate::error::{Code, Error};
use crate::wire::{Fault, Reader};
use serde_json::{Map, Value as Json};

/// Why no whole profile could be made.
pub(super) enum Refused {
    /// The text itself is at fault.
    Syntax(Box<Fault>),
    /// What it says of its base is.
    Base(Error),
}

fn refuse(code: Code, path: String, message: &'static str) -> Refused {
    Refused::Base(Error::new(code, path, message))
}

/// The profile with its base merged in, as JSON; none where it extends nothing.
pub(super) fn merged(json: &str, bases: &[Profile]) -> Result<Option<String>, Refused> {
    // Repeated keys and limits are the strict reader's business; a value tree would not notice them.
    let mut reader = Reader::new(json);
    reader.any_value().and_then(|_| reader.finish()).map_err(Refused::Syntax)?;
    let Ok(Json::Object(mut part)) = serde_json::from_str(json) else { return Ok(None) };
    let Some(Json::String(extends)) = part.get("extends").filter(|base| **base != "") else { return Ok(None) };

    let path = || "/extends".to_owned();
    let known = bases.iter().rev().find(|base| base.id == **extends).or_else(|| super::shipped::latest(extends));
    let base = match known {
        Some(base) => base,
        None if part.get("id").is_some_and(|id| id == extends) => {
            return Err(refuse(Code::ExtendsItself, path(), "found the profile's own id, expected another profile"));
        }
        None => {
            return Err(refuse(
                Code::UnknownBase,
                path(),
                "found a profile that is not known, expected a shipped one or one given beside it",
            ));
        }
    };
    if part.get("id").is_some_and(|id| *id == *base.id) && part.get("version").is_some_and(|version| *version == *base.version) {
        return Err(refuse(Code::ExtendsItself, path(), "found the profile's own id and version, expected another"));
    }
    part.shift_remove("extends");
    let Ok(Json::Object(mut whole)) = serde_json::from_str(&base.to_json()) else { return Ok(None) };
    merge_tables(&mut whole, part, "")?;
    Ok(Some(Json::Object(whole).to_string()))
}

fn merge_tables(base: &mut Map<String, Json>, part: Map<String, Json>, path: &str) -> Result<(), Refused> {
    for (key, value) in part {
        let below = format!("{path}/{key}");
        match (base.get_mut(&key), value) {
            (Some(Json::Object(base)), Json::Object(part)) => merge_tables(base, part, &below)?,
            (Some(Json::Array(base)), Json::Array(part)) if names(&part).is_some() => merge_lists(base, part, &below)?,
            (_, value) => drop(base.insert(key, without_orders(value))),
        }
    }
    Ok(())
}

/// By which key the items of a list are told apart, where they are.
fn names(items: &[Json]) -> Option<&'static str> {
    ["id", "term", "url"].into_iter().find(|name| !items.is_empty() && items.iter().all(|item| item.get(name).is_some_and(Json::is_string)))
}

fn merge_lists(base: &mut Vec<Json>, part: Vec<Json>, path: &str) -> Result<(), Refused> {
    let Some(name) = names(&part) else { return Ok(()) };
    for (place, item) in part.into_iter().enumerate() {
        let at = format!("{path}/{place}");
        let Json::Object(mut item) = item else { continue };
        let position = |id: Option<&Json>| base.iter().position(|known| id.is_some() && known.get(name) == id);
        let here = position(item.get(name));
        let remove = item.shift_remove("remove") == Some(Json::Bool(true));
        let after = item.shift_remove("after");
        let target = match &after {
            None => None,
            Some(id) => Some(position(Some(id)).ok_or_else(|| {
                refuse(Code::NothingToRemove, format!("{at}/after"), "found an id that the base does not have, expected one that it has")
            })?),
        };
        match here {
            None if remove => {
                return Err(refuse(Code::NothingToRemove, at, "found an item that the base does not have, expected one that it has"));
            }
            Some(here) if remove => drop(base.remove(here)),
            Some(here) => {
                if let Some(Json::Object(known)) = base.get_mut(here) {
                    merge_tables(known, item, &at)?;
                }
                if let Some(target) = target {
                    let moved = base.remove(here);
                    base.insert(if here < target { target } else { target + 1 }, moved);
                }
            }
            None => base.insert(target.map_or(base.len(), |target| target + 1), Json::Object(item)),
        }
    }
    Ok(())
}

/// A list that the base does not have: there is nothing to remove, and nothing to stand after.
fn without_orders(value: Json) -> Json {
    let Json::Array(items) = value else { return value };
    let kept = items.into_iter().filter(|item| item.get("remove") != Some(&Json::Bool(true)));
    Json::Array(
        kept.map(|mut item| {
            if let Json::Object(item) = &mut item {
                item.shift_remove("after");
            }
            item
        })
        .collect(),
    )
}
