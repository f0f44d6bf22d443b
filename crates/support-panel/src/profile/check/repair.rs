//! Taking a fault out of a profile, so that reading goes on to the next.

use crate::error::Code;
use crate::wire::{Node, Spot, Tree};

/// Leaves out what is at fault, or puts something harmless in its place. False where nothing can be done.
pub(super) fn repair(
    tree: &mut Tree,
    spot: &Spot,
    code: Code,
    key: Option<&str>,
    nearest: Option<String>,
) -> bool {
    if is_in_condition(tree, &spot.path) {
        return repair_condition(tree, spot, code, nearest);
    }
    match code {
        Code::UnknownKey if nearest.is_some() => {
            rename(tree, spot, nearest) || leave_out(tree, &spot.path)
        }
        Code::MissingKey => fill(tree, &spot.path, key.unwrap_or_default()),
        Code::BadScale => ["min", "max", "step"].iter().all(|key| fill(tree, &spot.path, key)),
        _ if spot.is_key => leave_out(tree, &spot.path),
        _ => {
            let key = tree.member(&spot.path).map(|member| member.key.clone());
            match (key, spot.path.split_last()) {
                (Some(key), Some((_, above))) if harmless(&key, tree, above).is_some() => {
                    fill(tree, above, &key)
                }
                (Some(key), Some((_, above))) if is_required(&key, tree, above) => {
                    leave_out(tree, above)
                }
                _ => leave_out(tree, &spot.path),
            }
        }
    }
}

/// Whether a path leads into the condition of a council's own rule.
fn is_in_condition(tree: &Tree, path: &[usize]) -> bool {
    let when = path.get(..3).filter(|_| path.len() > 3).and_then(|when| tree.member(when));
    list(tree, path) == "local_rules" && when.is_some_and(|member| member.key == "when")
}

/// Gives an operator the name that was meant, or puts a plain value where an expression does not read.
fn repair_condition(tree: &mut Tree, spot: &Spot, code: Code, nearest: Option<String>) -> bool {
    if code == Code::UnknownWord && rename(tree, spot, nearest) {
        return true;
    }
    let at = match spot.path.split_last() {
        Some((_, above)) if spot.is_key => above,
        _ => &spot.path,
    };
    // Where a plain value is at fault, the whole condition is: it has too many of them.
    let is_plain = tree.value(at).is_some_and(|value| value.members().is_none());
    let at = if is_plain { at.get(..3).unwrap_or(at) } else { at };
    match tree.value_mut(at) {
        Some(value) => {
            value.node = Node::Other("true".into());
            true
        }
        None => false,
    }
}

/// Calls a member what it was meant to be called, unless there is one of that name.
fn rename(tree: &mut Tree, spot: &Spot, nearest: Option<String>) -> bool {
    let (Some((last, above)), Some(nearest)) = (spot.path.split_last(), nearest) else {
        return false;
    };
    let Some(members) = tree.value_mut(above).and_then(Tree::members_mut) else { return false };
    if members.get(&nearest).is_some() {
        return false;
    }
    match members.at_mut(*last) {
        Some(member) => {
            member.key = nearest;
            true
        }
        None => false,
    }
}

fn leave_out(tree: &mut Tree, path: &[usize]) -> bool {
    match tree.value_mut(path) {
        Some(value) if !path.is_empty() => !std::mem::replace(&mut value.is_left_out, true),
        _ => false,
    }
}

/// Sets a required member to something that reads; leaves the object out where nothing would.
fn fill(tree: &mut Tree, path: &[usize], key: &str) -> bool {
    let Some(node) = harmless(key, tree, path) else { return leave_out(tree, path) };
    match tree.value_mut(path).and_then(Tree::members_mut) {
        Some(members) => {
            members.set(key, node);
            true
        }
        None => false,
    }
}

/// What reads where nothing else is known of a required member.
fn harmless(key: &str, tree: &Tree, path: &[usize]) -> Option<Node> {
    let text = |text: &str| Some(Node::Text(text.into()));
    match (list(tree, path).as_str(), path.len(), key) {
        // Like no other, so that it is not taken for a repeated one.
        (_, 0 | 2, "id") => text(&format!("unread{path:?}").replace(' ', "")),
        ("", 0, "version") => text("unread"),
        ("scales", 2, "min") => Some(Node::Other("0".into())),
        ("scales", 2, "max" | "step") => Some(Node::Other("1".into())),
        ("scales", 2, "higher_is") => text("better"),
        ("decisions", 2, "direction") => text("stay"),
        ("local_rules", 2, "code" | "title" | "message") => text("unread"),
        ("local_rules", 2, "severity") => text("error"),
        ("local_rules", 2, "when") => Some(Node::Other("true".into())),
        _ => None,
    }
}

/// The list or table of the profile that a path leads into.
fn list(tree: &Tree, path: &[usize]) -> String {
    let first = path.first().and_then(|first| tree.member(&[*first]));
    first.map(|member| member.key.clone()).unwrap_or_default()
}

/// Whether an object without this member would be refused.
fn is_required(key: &str, tree: &Tree, path: &[usize]) -> bool {
    matches!(
        (list(tree, path).as_str(), key),
        (_, "id")
            | ("questions", "column" | "text")
            | ("scales", "text")
            | ("plain_language", "term")
    )
}
