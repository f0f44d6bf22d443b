//! A profile that changes another: tables merge by key, lists of items by id.

use super::Profile;
use crate::error::Code;
use crate::wire::{Member, Members, Node, Spot, Tree};
use std::ops::Range;

/// What a profile says of its base and cannot.
pub(super) struct Refusal {
    pub(super) code: Code,
    pub(super) path: String,
    pub(super) message: &'static str,
    /// Where it says so.
    pub(super) at: Option<Range<usize>>,
    /// The word that it says.
    pub(super) word: Option<String>,
    /// What it could say instead.
    pub(super) known: Vec<String>,
}

/// The profile with its base merged in, and what is wrong with how it changes that.
///
/// Where it extends nothing, or nothing that is known, it stays as it is.
pub(super) fn merged(mut part: Tree, bases: &[Profile]) -> (Tree, Vec<Refusal>) {
    let Some(extends) = part.get("extends").and_then(Tree::as_text).map(str::to_owned) else {
        return (part, Vec::new());
    };
    if extends.is_empty() {
        return (part, Vec::new());
    }
    let says = |key: &str, word: &str| part.get(key).and_then(Tree::as_text) == Some(word);
    // The shipped ones may be being read: they are asked for only where no base is the one.
    let shipped = || super::shipped::profiles().iter().rev();
    let known = || bases.iter().rev().chain(std::iter::once_with(shipped).flatten());
    let base = match known().find(|base| base.id == *extends) {
        Some(base) if says("id", &base.id) && says("version", &base.version) => {
            Err((Code::ExtendsItself, "found the profile's own id and version, expected another"))
        }
        Some(base) => Ok(base),
        None if says("id", &extends) => {
            Err((Code::ExtendsItself, "found the profile's own id, expected another profile"))
        }
        None => Err((
            Code::UnknownBase,
            "found a profile that is not known, expected a shipped one or one given beside it",
        )),
    };
    let at = part.place(&Spot { path: part.path_to("/extends"), is_key: false });
    let removed = part.members_mut().and_then(|members| members.remove("extends"));
    let base = match base {
        Ok(base) => base,
        Err((code, message)) => {
            let refusal = Refusal {
                code,
                path: "/extends".into(),
                message,
                at,
                word: removed.and_then(|removed| removed.as_text().map(str::to_owned)),
                known: known().map(|base| base.id.as_str().to_owned()).collect(),
            };
            return (part, vec![refusal]);
        }
    };
    let mut refusals = Vec::new();
    let Ok(mut whole) = Tree::document(&base.to_json()) else { return (part, refusals) };
    whole.forget_places();
    let part_at = part.at.clone();
    if let (Node::Object(whole), Node::Object(part)) = (&mut whole.node, part.node) {
        merge_tables(whole, part, "", &mut refusals);
    }
    whole.at = part_at;
    (whole, refusals)
}

fn merge_tables(base: &mut Members, part: Members, path: &str, refusals: &mut Vec<Refusal>) {
    for Member { key, at, value } in part {
        let below = format!("{path}/{key}");
        match (base.get_mut(&key), value) {
            (
                Some(Tree { node: Node::Object(base), at: base_at, .. }),
                Tree { node: Node::Object(part), at: part_at, .. },
            ) => {
                *base_at = part_at;
                merge_tables(base, part, &below, refusals);
            }
            (
                Some(Tree { node: Node::List(base), at: base_at, .. }),
                Tree { node: Node::List(part), at: part_at, .. },
            ) if name_of(&part).is_some() => {
                *base_at = part_at;
                merge_lists(base, part, &below, refusals);
            }
            (_, value) => base.insert(Member { key, at, value: without_orders(value) }),
        }
    }
}

/// The keys by which items of a profile's lists are told apart, each list by one of them.
pub(super) const NAMES: [&str; 4] = ["id", "term", "url", "code"];

/// By which key the items of a list are told apart, where they are.
fn name_of(items: &[Tree]) -> Option<&'static str> {
    NAMES.into_iter().find(|name| {
        !items.is_empty()
            && items.iter().all(|item| item.get(name).is_some_and(|name| name.as_text().is_some()))
    })
}

fn merge_lists(base: &mut Vec<Tree>, part: Vec<Tree>, path: &str, refusals: &mut Vec<Refusal>) {
    let Some(name) = name_of(&part) else { return };
    let name_in = |item: &Tree| item.get(name).and_then(Tree::as_text).map(str::to_owned);
    for (index, mut item) in part.into_iter().enumerate() {
        let path = format!("{path}/{index}");
        let position = |base: &[Tree], id: Option<&str>| {
            base.iter().position(|known| id.is_some() && name_in(known).as_deref() == id)
        };
        let id = name_in(&item);
        let here = position(base, id.as_deref());
        let (item_at, Some(members)) = (item.at.clone(), item.members_mut()) else { continue };
        let remove = members.remove("remove").is_some_and(|remove| remove.is_true());
        let after = members.remove("after");
        let mut refuse = |base: &[Tree], path, message, at, word| {
            let known = base.iter().filter_map(name_in).collect();
            refusals.push(Refusal { code: Code::NothingToRemove, path, message, at, word, known });
        };
        let target = match &after {
            None => None,
            Some(after) => {
                let target = position(base, after.as_text());
                if target.is_none() {
                    let message =
                        "found an id that the base does not have, expected one that it has";
                    let word = after.as_text().map(str::to_owned);
                    refuse(base, format!("{path}/after"), message, after.at.clone(), word);
                }
                target
            }
        };
        match here {
            None if remove => {
                let message = "found an item that the base does not have, expected one that it has";
                refuse(base, path, message, item_at, id);
            }
            Some(here) if remove => drop(base.remove(here)),
            Some(here) => {
                if let Some(known) = base.get_mut(here) {
                    known.at = item_at;
                    if let (Node::Object(known), Node::Object(item)) = (&mut known.node, item.node)
                    {
                        merge_tables(known, item, &path, refusals);
                    }
                }
                if let Some(target) = target {
                    let moved = base.remove(here);
                    base.insert(if here < target { target } else { target + 1 }, moved);
                }
            }
            None => base.insert(target.map_or(base.len(), |target| target + 1), item),
        }
    }
}

/// A list that the base does not have: there is nothing to remove, and nothing to stand after.
fn without_orders(mut value: Tree) -> Tree {
    if let Node::List(items) = &mut value.node {
        items.retain(|item| !item.get("remove").is_some_and(Tree::is_true));
        for members in items.iter_mut().filter_map(Tree::members_mut) {
            members.remove("after");
        }
    }
    value
}
