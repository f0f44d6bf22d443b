//! Which leaves of a copy one paper prints.

use super::Because;
use super::walk::Leaf;
use crate::record::{Category, ParticipantKind, PersonKind, Record};
use crate::report::copy::Copy;
use crate::report::document::Document;
use crate::rules::Step;
use crate::wire::{Node, Tree};
use crate::{Date, Instant};
use std::collections::BTreeMap;

/// Says of what the copy has, and the paper does not print, that it is not in this paper.
pub(super) fn withhold_the_rest(
    leaves: &mut [Leaf],
    copy: &Copy,
    make: impl Fn(&Copy) -> Option<Document>,
) {
    let printed = Trial::new(copy, &make).map(|mut trial| trial.printed(leaves));
    let Some(printed) = printed else { return };
    for (leaf, is_printed) in leaves.iter_mut().zip(printed) {
        if leaf.line.shown && !is_printed {
            (leaf.line.shown, leaf.line.because) = (false, Because::NotInThisPaper);
        }
    }
}

/// A leaf by its number, and the indexes that lead to it in the tree of the copy.
type Placed = (usize, Vec<usize>);

/// What stands in the place of a leaf.
enum Instead {
    Nothing,
    This(Node),
}

/// A copy of which one part after another is made another, to see whether the paper is.
struct Trial<'p, M> {
    copy: &'p Copy,
    tree: Tree,
    make: &'p M,
    paper: Option<Document>,
}

impl<'p, M: Fn(&Copy) -> Option<Document>> Trial<'p, M> {
    fn new(copy: &'p Copy, make: &'p M) -> Option<Self> {
        let tree = Tree::document(&copy.record().to_json()).ok()?;
        Some(Self { copy, tree, make, paper: make(copy) })
    }

    /// Of each leaf, whether the paper prints it.
    fn printed(&mut self, leaves: &[Leaf]) -> Vec<bool> {
        let (texts, alike) = self.placed(leaves);
        let mut found = self.texts_that_stand(&texts);
        for group in alike {
            found.extend(self.that_change_it(&group));
        }
        let mut printed = vec![false; leaves.len()];
        for n in found {
            printed.get_mut(n).into_iter().for_each(|is_printed| *is_printed = true);
        }
        printed
    }

    /// The leaves that the copy has: those that a person wrote, and the others, each beside those below the same keys.
    fn placed(&self, leaves: &[Leaf]) -> (Vec<Placed>, Vec<Vec<Placed>>) {
        let mut texts = Vec::new();
        let mut alike: BTreeMap<Vec<&str>, Vec<Placed>> = BTreeMap::new();
        for (n, leaf) in leaves.iter().enumerate() {
            let Some(path) = &leaf.in_copy else { continue };
            let placed = (n, self.tree.path_to(&path.text()));
            if leaf.is_text {
                texts.push(placed);
            } else {
                let keys = path.0.iter().filter_map(|step| match step {
                    Step::Key(key) => Some(*key),
                    Step::Item(_) => None,
                });
                alike.entry(keys.collect()).or_default().push(placed);
            }
        }
        (texts, alike.into_values().collect())
    }

    /// The texts that stand in the paper, when each has words of its own.
    fn texts_that_stand(&mut self, texts: &[Placed]) -> Vec<usize> {
        // A blank text stands nowhere, and words in its place would.
        let is_blank = |text: &str| text.chars().all(char::is_whitespace);
        let planted = self.with(texts, &|n, node| match node {
            Node::Text(text) if !is_blank(text) => Some(Instead::This(Node::Text(marker(n)))),
            _ => None,
        });
        let paper = planted.and_then(|copy| (self.make)(&copy));
        let paper = paper.map(|document| format!("{document:?}")).unwrap_or_default();
        let stands = |(n, _): &(usize, &Placed)| paper.contains(&marker(*n));
        texts.iter().enumerate().filter(stands).map(|(_, (leaf, _))| *leaf).collect()
    }

    /// Those of some leaves of one kind that make the paper another where they are others. Where all of them at once do not,
    /// counted up and counted down so that no order hides it, none does by itself.
    fn that_change_it(&mut self, group: &[Placed]) -> Vec<usize> {
        if group.len() > 1 && self.reads_otherwise(group) == Some(false) {
            return Vec::new();
        }
        self.that_change_it_alone(group)
    }

    fn that_change_it_alone(&mut self, group: &[Placed]) -> Vec<usize> {
        let alone = |leaf: &Placed| {
            let is_printed = self.reads_otherwise(std::slice::from_ref(leaf));
            // Where nothing else can stand there, it is taken to be printed.
            is_printed.unwrap_or(true).then_some(leaf.0)
        };
        group.iter().filter_map(alone).collect()
    }

    /// Whether the paper would be another if these were others, or were not there; nothing where nothing else can stand there.
    fn reads_otherwise(&mut self, leaves: &[Placed]) -> Option<bool> {
        let count = leaves.len();
        let up = |n: usize, node: &Node| other(node, n).map(Instead::This);
        let down = |n: usize, node: &Node| other(node, count - n).map(Instead::This);
        let gone = |_: usize, _: &Node| Some(Instead::Nothing);
        let mut is_otherwise = self.is_otherwise(leaves, &up);
        if count > 1 && is_otherwise == Some(false) {
            is_otherwise = self.is_otherwise(leaves, &down);
        }
        if is_otherwise != Some(true) {
            is_otherwise = self.is_otherwise(leaves, &gone).or(is_otherwise);
        }
        if is_otherwise.is_none() {
            for word in kinds() {
                let kind = |_: usize, node: &Node| match node {
                    Node::Text(text) if text == word => None,
                    _ => Some(Instead::This(Node::Text(word.to_owned()))),
                };
                is_otherwise = self.is_otherwise(leaves, &kind).or(is_otherwise);
                if is_otherwise == Some(true) {
                    break;
                }
            }
        }
        is_otherwise
    }

    fn is_otherwise(
        &mut self,
        leaves: &[Placed],
        instead: &dyn Fn(usize, &Node) -> Option<Instead>,
    ) -> Option<bool> {
        let copy = self.with(leaves, instead)?;
        Some((self.make)(&copy) != self.paper)
    }

    /// The copy with other things in some places; nothing where they cannot stand there.
    fn with(
        &mut self,
        leaves: &[Placed],
        instead: &dyn Fn(usize, &Node) -> Option<Instead>,
    ) -> Option<Copy> {
        let mut before = Vec::new();
        for (n, (_, place)) in leaves.iter().enumerate() {
            let Some(tree) = self.tree.value_mut(place) else { continue };
            let node = match instead(n, &tree.node) {
                Some(Instead::This(node)) => Some(std::mem::replace(&mut tree.node, node)),
                Some(Instead::Nothing) => None,
                None => continue,
            };
            tree.is_left_out = node.is_none();
            before.push((place, node));
        }
        let json = (!before.is_empty()).then(|| self.tree.to_json());
        for (place, node) in before {
            let Some(tree) = self.tree.value_mut(place) else { continue };
            tree.is_left_out = false;
            if let Some(node) = node {
                tree.node = node;
            }
        }
        let record = Record::from_json(json?).ok()?;
        Some(self.copy.with(record))
    }
}

/// What stands for a text: no one writes so.
fn marker(n: usize) -> String {
    format!("leaf{n}leaf")
}

/// What could stand in the place of a value: another of its kind, the nth of them.
fn other(found: &Node, n: usize) -> Option<Node> {
    match found {
        Node::Other(word) => match word.as_str() {
            "true" => Some(Node::Other("false".to_owned())),
            "false" => Some(Node::Other("true".to_owned())),
            // As few as may be counted of anything.
            number => {
                let others = [1 + n % 500, 501 + n % 500].map(|other| other.to_string());
                others.into_iter().find(|other| other != number).map(Node::Other)
            }
        },
        Node::Text(text) => {
            let day = format!("{}-{:02}-{:02}", 2000 + n / 336, 1 + n / 28 % 12, 1 + n % 28);
            let others = if text.parse::<Date>().is_ok() {
                [day, "1999-01-02".to_owned()]
            } else if text.parse::<Instant>().is_ok() {
                [format!("{day}T00:00:00Z"), "1999-01-02T00:00:00Z".to_owned()]
            } else {
                [format!("other-{n}"), format!("another-{n}")]
            };
            others.into_iter().find(|other| other != text).map(Node::Text)
        }
        Node::List(_) | Node::Object(_) => None,
    }
}

/// The words of the closed lists of which something must always have one.
fn kinds() -> impl Iterator<Item = &'static str> {
    let people = PersonKind::ALL.iter().map(|kind| kind.as_str());
    let participants = ParticipantKind::ALL.iter().map(|kind| kind.as_str());
    let categories = Category::ALL.iter().map(|category| category.as_str());
    people.chain(participants).chain(categories)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Profile;
    use crate::report::copy::Asked;
    use crate::report::disclosures::walk;
    use crate::report::{Paper, PaperOptions, Reader, Recipe};
    use crate::view::View;

    fn record(name: &str) -> Record {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/records/");
        Record::from_json(std::fs::read(format!("{folder}{name}.json")).unwrap()).unwrap()
    }

    /// Leaf by leaf, it is what a paper prints; many at once, the same is found.
    #[test]
    fn many_leaves_at_once_are_found_as_each_alone() {
        let mut printed = 0;
        for (name, paper, reader) in [
            ("everything", Paper::Map, "family"),
            ("leicester-initial", Paper::Letter, "family"),
            ("leicester-initial", Paper::CaseSystem, "professionals"),
            ("leicester-initial", Paper::Plan, "p-worker"),
        ] {
            let (record, reader) = (record(name), reader.parse::<Reader>().unwrap());
            let (profile, options) = (Profile::of(&record).unwrap(), PaperOptions::default());
            let recipe = Recipe::new(&record, &profile, &reader, paper, &options).unwrap();
            let view = View::new(&record, &profile, None, None);
            let asked = Asked::new(&view, &reader, &options.copy).unwrap();
            let copied = asked.copied(&view);
            let leaves = walk::leaves(&view, &asked, &copied);
            let copy = Copy::of(copied, &reader, &asked);
            let make = |copy: &Copy| recipe.document(copy).ok();
            let mut trial = Trial::new(&copy, &make).unwrap();
            let (_, alike) = trial.placed(&leaves);
            for group in alike {
                let alone = trial.that_change_it_alone(&group);
                assert_eq!(trial.that_change_it(&group), alone, "{name}, {paper}");
                printed += alone.len();
            }
        }
        assert!(printed > 50, "{printed} leaves are printed");
    }
}
