//! Every text of a record, by its shape: their names covered in each, and each that is left listed.

use super::Remains;
use super::names::Names;
use crate::error::Error;
use crate::record::Record;
use crate::rules::{Path, Step};
use crate::wire::{Node, Shape, Tree, Value};

/// The record without what of the council's own data holds a name, and where that stood.
pub(super) fn without_own_data(
    record: &Record,
    names: &Names,
) -> Result<(Record, Vec<Path>), Error> {
    let (record, walk) = walked(record, names, false)?;
    Ok((record, walk.removed))
}

/// The record with every name covered, and what is left to read in it.
pub(super) fn covered(
    record: &Record,
    names: &Names,
) -> Result<(Record, Vec<(Path, Remains)>), Error> {
    let (record, walk) = walked(record, names, true)?;
    Ok((record, walk.left))
}

fn walked<'n>(
    record: &Record,
    names: &'n Names,
    covers: bool,
) -> Result<(Record, Walk<'n>), Error> {
    let json = record.to_json();
    let mut tree = Tree::document(&json).map_err(|fault| fault.in_text(&json))?;
    let mut walk = Walk { names, covers, at: Vec::new(), removed: Vec::new(), left: Vec::new() };
    walk.through(&mut tree, Record::SHAPE);
    let record = Record::from_json(tree.to_json()).map_err(|error| error.at(None))?;
    Ok((record, walk))
}

struct Walk<'n> {
    names: &'n Names,
    /// Whether texts are covered and what is left is told.
    covers: bool,
    at: Vec<Step>,
    removed: Vec<Path>,
    left: Vec<(Path, Remains)>,
}

impl Walk<'_> {
    fn through(&mut self, tree: &mut Tree, shape: &'static Shape) {
        // A council's own data is the only object that has no shape.
        if matches!((&tree.node, shape), (Node::Object(_), Shape::Leaf)) {
            return self.own_data(tree);
        }
        match (&mut tree.node, shape) {
            (Node::Object(members), Shape::Object(keys)) => {
                for (key, below) in *keys {
                    if let Some(member) = members.get_mut(key) {
                        self.at.push(Step::Key(key));
                        self.through(member, below);
                        self.at.pop();
                    }
                }
            }
            (Node::List(items), Shape::List(below)) => {
                for (index, item) in items.iter_mut().enumerate() {
                    self.at.push(Step::Item(index));
                    self.through(item, below);
                    self.at.pop();
                }
            }
            (Node::Text(text), Shape::Text) => self.text(text),
            (Node::Text(_), Shape::Leaf) if self.is_of_the_case() => self.left(Remains::Case),
            _ => {}
        }
    }

    fn own_data(&mut self, tree: &mut Tree) {
        if self.is_in(tree) {
            tree.is_left_out = true;
            self.removed.push(self.path());
        } else {
            self.left(Remains::Unread);
        }
    }

    fn text(&mut self, text: &mut String) {
        let is_name = matches!(
            self.at.as_slice(),
            [.., Step::Key("people" | "participants"), Step::Item(_), Step::Key("name")]
        );
        match self.names.covered(text).filter(|_| self.covers) {
            // Their name is theirs, whoever has a word of it in common.
            Some(_) if is_name => self.left(Remains::Namesake),
            Some(covered) => {
                *text = covered;
                self.left(Remains::Covered);
            }
            None if is_name => {}
            None => self.left(Remains::Unread),
        }
    }

    fn left(&mut self, because: Remains) {
        let because = if self.is_of_the_case() { Remains::Case } else { because };
        self.left.push((self.path(), because));
    }

    /// What the case is called, here and in other systems.
    fn is_of_the_case(&self) -> bool {
        matches!(
            self.at.as_slice(),
            [Step::Key("case" | "recording"), Step::Key("reference")]
                | [Step::Key("case"), Step::Key("identifiers"), _, Step::Key("value")]
        )
    }

    fn path(&self) -> Path {
        Path(self.at.clone())
    }

    /// Whether a council's own data holds a name anywhere, its keys among it.
    fn is_in(&self, tree: &Tree) -> bool {
        match &tree.node {
            Node::Text(text) | Node::Other(text) => self.names.is_in(text),
            Node::List(items) => items.iter().any(|item| self.is_in(item)),
            Node::Object(members) => members
                .iter()
                .any(|member| self.names.is_in(&member.key) || self.is_in(&member.value)),
        }
    }
}
