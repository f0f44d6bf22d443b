//! A profile that changes another: tables merge by key, lists of items by id.

use super::Profile;
use crate::error::{Code, Error};
use crate::wire::{Fault, Members, Tree};

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
    let Tree::Object(mut part) = Tree::document(json).map_err(Refused::Syntax)? else {
        return Ok(None);
    };
    let Some(extends) = part.get("extends").and_then(Tree::as_text).filter(|base| !base.is_empty())
    else {
        return Ok(None);
    };

    let path = || "/extends".to_owned();
    let says = |key: &str, word: &str| part.get(key).and_then(Tree::as_text) == Some(word);
    let known = bases
        .iter()
        .rev()
        .find(|base| base.id == *extends)
        .or_else(|| super::shipped::latest(extends));
    let base = match known {
        Some(base) => base,
        None if says("id", extends) => {
            return Err(refuse(
                Code::ExtendsItself,
                path(),
                "found the profile's own id, expected another profile",
            ));
        }
        None => {
            return Err(refuse(
                Code::UnknownBase,
                path(),
                "found a profile that is not known, expected a shipped one or one given beside it",
            ));
        }
    };
    if says("id", &base.id) && says("version", &base.version) {
        return Err(refuse(
            Code::ExtendsItself,
            path(),
            "found the profile's own id and version, expected another",
        ));
    }
    part.remove("extends");
    let Ok(Tree::Object(mut whole)) = Tree::document(&base.to_json()) else { return Ok(None) };
    merge_tables(&mut whole, part, "")?;
    Ok(Some(Tree::Object(whole).to_json()))
}

fn merge_tables(base: &mut Members, part: Members, path: &str) -> Result<(), Refused> {
    for (key, value) in part {
        let below = format!("{path}/{key}");
        match (base.get_mut(&key), value) {
            (Some(Tree::Object(base)), Tree::Object(part)) => merge_tables(base, part, &below)?,
            (Some(Tree::List(base)), Tree::List(part)) if names(&part).is_some() => {
                merge_lists(base, part, &below)?
            }
            (_, value) => base.insert(key, without_orders(value)),
        }
    }
    Ok(())
}

/// By which key the items of a list are told apart, where they are.
fn names(items: &[Tree]) -> Option<&'static str> {
    ["id", "term", "url"].into_iter().find(|name| {
        !items.is_empty()
            && items.iter().all(|item| item.get(name).is_some_and(|name| name.as_text().is_some()))
    })
}

fn merge_lists(base: &mut Vec<Tree>, part: Vec<Tree>, path: &str) -> Result<(), Refused> {
    let Some(name) = names(&part) else { return Ok(()) };
    for (index, item) in part.into_iter().enumerate() {
        let at = format!("{path}/{index}");
        let Tree::Object(mut item) = item else { continue };
        let position =
            |id: Option<&Tree>| base.iter().position(|known| id.is_some() && known.get(name) == id);
        let here = position(item.get(name));
        let remove = item.remove("remove").is_some_and(|remove| remove.is_true());
        let after = item.remove("after");
        let target = match &after {
            None => None,
            Some(id) => Some(position(Some(id)).ok_or_else(|| {
                refuse(
                    Code::NothingToRemove,
                    format!("{at}/after"),
                    "found an id that the base does not have, expected one that it has",
                )
            })?),
        };
        match here {
            None if remove => {
                return Err(refuse(
                    Code::NothingToRemove,
                    at,
                    "found an item that the base does not have, expected one that it has",
                ));
            }
            Some(here) if remove => drop(base.remove(here)),
            Some(here) => {
                if let Some(Tree::Object(known)) = base.get_mut(here) {
                    merge_tables(known, item, &at)?;
                }
                if let Some(target) = target {
                    let moved = base.remove(here);
                    base.insert(if here < target { target } else { target + 1 }, moved);
                }
            }
            None => base.insert(target.map_or(base.len(), |target| target + 1), Tree::Object(item)),
        }
    }
    Ok(())
}

/// A list that the base does not have: there is nothing to remove, and nothing to stand after.
fn without_orders(value: Tree) -> Tree {
    let Tree::List(items) = value else { return value };
    let kept = items.into_iter().filter(|item| !item.get("remove").is_some_and(Tree::is_true));
    Tree::List(
        kept.map(|mut item| {
            if let Tree::Object(item) = &mut item {
                item.remove("after");
            }
            item
        })
        .collect(),
    )
}
