//! TOML as a tree, so that one strict reader serves both texts and a fault is found in either.

use crate::error::{Code, Error, Location};
use crate::wire::{Member, Members, Node, Tree};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// The whole text as a tree.
pub(super) fn tree(text: &str) -> Result<Tree, Error> {
    let table = DeTable::parse(text).map_err(|error| refused(text, &error))?;
    Ok(Tree::new(0..text.len(), table_node(table.get_ref())))
}

/// As much of the text as can be made out, and what is wrong with the rest.
pub(super) fn recovered(text: &str) -> (Tree, Vec<Error>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let errors = errors.iter().map(|error| refused(text, error)).collect();
    (Tree::new(0..text.len(), table_node(table.get_ref())), errors)
}

fn refused(text: &str, error: &toml::de::Error) -> Error {
    let location = Location::in_text(text, error.span().map_or(0, |span| span.start));
    let message =
        format!("found something that is not TOML, expected TOML: {}", plain(error.message()));
    Error::new(Code::BadSyntax, "", message).at(Some(location))
}

/// The parser's message without anything it quotes.
fn plain(message: &str) -> String {
    let kept: Vec<&str> =
        message.lines().next().unwrap_or_default().split('`').step_by(2).map(str::trim).collect();
    kept.join(" … ")
}

fn table_node(table: &DeTable<'_>) -> Node {
    let mut members = Members::default();
    for (key, value) in table {
        members.push(Member {
            key: key.get_ref().clone().into_owned(),
            at: Some(key.span()),
            value: value_tree(value.span(), value.get_ref()),
        });
    }
    Node::Object(members)
}

fn value_tree(at: Range<usize>, value: &DeValue<'_>) -> Tree {
    let number = |text: Option<String>| Node::Other(text.unwrap_or_else(|| "1e999".into()));
    let node = match value {
        DeValue::String(text) => Node::Text(text.clone().into_owned()),
        DeValue::Integer(value) => {
            let whole = i128::from_str_radix(value.as_str(), value.radix()).ok();
            number(whole.map(|whole| whole.to_string()))
        }
        DeValue::Float(value) => number(json_number(value.as_str())),
        DeValue::Boolean(yes) => Node::Other(yes.to_string()),
        DeValue::Datetime(date) => Node::Text(date.to_string()),
        DeValue::Array(items) => {
            Node::List(items.iter().map(|item| value_tree(item.span(), item.get_ref())).collect())
        }
        DeValue::Table(table) => table_node(table),
    };
    Tree::new(at, node)
}

/// A TOML float as JSON writes it; none for what JSON has no number for. `1e999`, written instead, is out of every range.
fn json_number(float: &str) -> Option<String> {
    let bare = float.trim_start_matches('+');
    bare.chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-'))
        .then(|| bare.to_owned())
}
