//! Documents of any shape that remember where in their text each part stands: merged and corrected before they are read.

use super::{Kind, Read, Reader, Writer};
use std::ops::Range;

/// A value, and where it stands in the text that it was read from; nowhere, where it was not.
#[derive(Debug, Clone)]
pub(crate) struct Tree {
    pub(crate) at: Option<Range<usize>>,
    pub(crate) node: Node,
    /// Whether it is left out when the tree is written. It keeps its index among its siblings.
    pub(crate) is_left_out: bool,
}

/// What a value is; numbers and words are kept as they are written.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    Text(String),
    Other(String),
    List(Vec<Tree>),
    Object(Members),
}

/// The members of an object, in their order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Members(Vec<Member>);

/// A member, and where its key stands.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) key: String,
    pub(crate) at: Option<Range<usize>>,
    pub(crate) value: Tree,
}

/// A part of a tree by the indexes that lead to it: its value, or its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spot {
    pub(crate) path: Vec<usize>,
    pub(crate) is_key: bool,
}

impl From<Node> for Tree {
    fn from(node: Node) -> Self {
        Self { at: None, node, is_left_out: false }
    }
}

impl Tree {
    pub(crate) fn new(at: Range<usize>, node: Node) -> Self {
        Self { at: Some(at), node, is_left_out: false }
    }

    /// Reads the document whole, as strictly as any other.
    pub(crate) fn document(json: &str) -> Read<Self> {
        // Passed over once: that finds what a tree would not notice, such as a key twice.
        let mut whole = Reader::new(json);
        whole.skip_value()?;
        whole.finish()?;
        Self::read(&mut Reader::new(json))
    }

    fn read(reader: &mut Reader<'_>) -> Read<Self> {
        let kind = reader.kind()?;
        let start = reader.offset();
        let node = match kind {
            Kind::Text => Node::Text(reader.string()?.into_owned()),
            Kind::List => {
                let mut items = Vec::new();
                if reader.open(b']')? {
                    items.push(Self::read(reader)?);
                    while reader.more_items()? {
                        items.push(Self::read(reader)?);
                    }
                    reader.close();
                }
                Node::List(items)
            }
            Kind::Object => {
                let mut members = Members::default();
                if reader.open(b'}')? {
                    loop {
                        let (at, key) = reader.any_key()?;
                        let (key, at) = (key.into_owned(), Some(at..reader.offset()));
                        members.push(Member { key, at, value: Self::read(reader)? });
                        if !reader.more_members()? {
                            break;
                        }
                    }
                    reader.close();
                }
                Node::Object(members)
            }
            Kind::Number | Kind::Bool | Kind::Null => Node::Other(reader.skip_value()?.to_owned()),
        };
        Ok(Self::new(start..reader.offset(), node))
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.members()?.get(key)
    }

    pub(crate) fn members(&self) -> Option<&Members> {
        match &self.node {
            Node::Object(members) => Some(members),
            _ => None,
        }
    }

    pub(crate) fn members_mut(&mut self) -> Option<&mut Members> {
        match &mut self.node {
            Node::Object(members) => Some(members),
            _ => None,
        }
    }

    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.node {
            Node::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether it is the word `true`.
    pub(crate) fn is_true(&self) -> bool {
        matches!(&self.node, Node::Other(word) if word == "true")
    }

    pub(crate) fn to_json(&self) -> String {
        let mut writer = Writer::compact();
        self.write(&mut writer, &mut |_, _| ());
        writer.finish()
    }

    /// What was written at an offset of [`Tree::to_json`].
    pub(crate) fn at_offset(&self, offset: usize) -> Spot {
        let mut path = Vec::new();
        let mut found = None;
        self.write(&mut Writer::compact(), &mut |event, written| match event {
            Event::Into(index) => path.push(index),
            Event::Key | Event::Value if written > offset && found.is_none() => {
                found = Some(Spot { path: path.clone(), is_key: matches!(event, Event::Key) });
            }
            Event::Out => drop(path.pop()),
            Event::Key | Event::Value => {}
        });
        found.unwrap_or(Spot { path: Vec::new(), is_key: false })
    }

    fn write(&self, writer: &mut Writer, tell: &mut impl FnMut(Event, usize)) {
        match &self.node {
            Node::Text(text) => writer.text(text),
            Node::Other(word) => writer.raw(word),
            Node::List(items) => {
                writer.open('[');
                for (index, item) in items.iter().enumerate() {
                    if !item.is_left_out {
                        writer.item();
                        tell(Event::Into(index), writer.len());
                        item.write(writer, tell);
                        tell(Event::Out, writer.len());
                    }
                }
                writer.close(']');
            }
            Node::Object(members) => {
                writer.open('{');
                for (index, Member { key, value, .. }) in members.iter().enumerate() {
                    if !value.is_left_out {
                        writer.item();
                        tell(Event::Into(index), writer.len());
                        writer.text(key);
                        writer.raw(":");
                        tell(Event::Key, writer.len());
                        value.write(writer, tell);
                        tell(Event::Out, writer.len());
                    }
                }
                writer.close('}');
            }
        }
        tell(Event::Value, writer.len());
    }

    /// The same as if no text said it.
    pub(crate) fn forget_places(&mut self) {
        self.at = None;
        match &mut self.node {
            Node::List(items) => items.iter_mut().for_each(Self::forget_places),
            Node::Object(Members(members)) => {
                for member in members {
                    member.at = None;
                    member.value.forget_places();
                }
            }
            Node::Text(_) | Node::Other(_) => {}
        }
    }

    fn child(&self, index: usize) -> Option<&Self> {
        match &self.node {
            Node::List(items) => items.get(index),
            Node::Object(members) => members.0.get(index).map(|member| &member.value),
            _ => None,
        }
    }

    /// The value at the end of a path.
    pub(crate) fn value(&self, path: &[usize]) -> Option<&Self> {
        path.iter().try_fold(self, |tree, index| tree.child(*index))
    }

    pub(crate) fn value_mut(&mut self, path: &[usize]) -> Option<&mut Self> {
        path.iter().try_fold(self, |tree, index| match &mut tree.node {
            Node::List(items) => items.get_mut(*index),
            Node::Object(members) => members.0.get_mut(*index).map(|member| &mut member.value),
            _ => None,
        })
    }

    /// The member at the end of a path, where it ends in an object.
    pub(crate) fn member(&self, path: &[usize]) -> Option<&Member> {
        let (last, above) = path.split_last()?;
        self.value(above)?.members()?.0.get(*last)
    }

    /// The path to what a JSON Pointer names in the written tree, or to the nearest thing around it.
    pub(crate) fn path_to(&self, pointer: &str) -> Vec<usize> {
        let (mut path, mut tree) = (Vec::new(), self);
        for step in pointer.split('/').skip(1) {
            let step = &*step.replace("~1", "/").replace("~0", "~");
            let index = match &tree.node {
                Node::List(items) => {
                    let mut kept = items.iter().enumerate().filter(|(_, item)| !item.is_left_out);
                    step.parse().ok().and_then(|nth: usize| kept.nth(nth)).map(|(index, _)| index)
                }
                Node::Object(members) => members.index(step),
                _ => None,
            };
            let Some((index, below)) = index.and_then(|index| Some((index, tree.child(index)?)))
            else {
                break;
            };
            path.push(index);
            tree = below;
        }
        path
    }

    /// The JSON Pointer of a path.
    pub(crate) fn pointer(&self, path: &[usize]) -> String {
        let (mut pointer, mut tree) = (String::new(), Some(self));
        for index in path {
            pointer.push('/');
            match tree.map(|tree| &tree.node) {
                Some(Node::Object(members)) => {
                    let key = members.0.get(*index).map(|member| member.key.as_str());
                    let key = key.unwrap_or_default();
                    pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
                }
                _ => pointer.push_str(&index.to_string()),
            }
            tree = tree.and_then(|tree| tree.child(*index));
        }
        pointer
    }

    /// Where in its text the end of a path stands: its key or its value, or else the nearest thing around it.
    pub(crate) fn place(&self, spot: &Spot) -> Option<Range<usize>> {
        let key = |path: &[usize]| self.member(path).and_then(|member| member.at.clone());
        let value = |path: &[usize]| self.value(path).and_then(|value| value.at.clone());
        let own = if spot.is_key { key(&spot.path) } else { value(&spot.path) };
        own.or_else(|| {
            let above = (0..=spot.path.len()).rev().filter_map(|end| spot.path.get(..end));
            above.into_iter().find_map(|path| key(path).or_else(|| value(path)))
        })
    }
}

/// A step of writing a tree.
enum Event {
    /// Into the child with this index.
    Into(usize),
    /// A key was written.
    Key,
    /// A value was written, with everything in it.
    Value,
    /// Out of a child.
    Out,
}

impl Members {
    pub(crate) fn iter(&self) -> std::slice::Iter<'_, Member> {
        self.0.iter()
    }

    pub(crate) fn push(&mut self, member: Member) {
        self.0.push(member);
    }

    pub(crate) fn at_mut(&mut self, index: usize) -> Option<&mut Member> {
        self.0.get_mut(index)
    }

    fn index(&self, key: &str) -> Option<usize> {
        self.0.iter().position(|member| member.key == key && !member.value.is_left_out)
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Tree> {
        self.0.get(self.index(key)?).map(|member| &member.value)
    }

    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut Tree> {
        let index = self.index(key)?;
        self.0.get_mut(index).map(|member| &mut member.value)
    }

    /// In the place of what was there, else last.
    pub(crate) fn insert(&mut self, member: Member) {
        match self.index(&member.key).and_then(|index| self.0.get_mut(index)) {
            Some(known) => *known = member,
            None => self.push(member),
        }
    }

    /// As [`Members::insert`], of something that no text says.
    pub(crate) fn set(&mut self, key: &str, node: Node) {
        self.insert(Member { key: key.to_owned(), at: None, value: node.into() });
    }

    pub(crate) fn remove(&mut self, key: &str) -> Option<Tree> {
        self.index(key).map(|index| self.0.remove(index).value)
    }
}

impl IntoIterator for Members {
    type Item = Member;
    type IntoIter = std::vec::IntoIter<Member>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = r#"{"a": [1, {"b": "c"}, "d"], "e": {}}"#;

    #[test]
    fn an_offset_leads_to_what_was_written_there() {
        let mut tree = Tree::document(TEXT).ok().unwrap();
        let spot = |tree: &Tree, part: &str| {
            let spot = tree.at_offset(tree.to_json().find(part).unwrap());
            (tree.pointer(&spot.path), spot.is_key, tree.place(&spot).map(|at| at.start))
        };
        assert_eq!(spot(&tree, "\"b\""), ("/a/1/b".into(), true, TEXT.find("\"b\"")));
        assert_eq!(spot(&tree, "\"c\""), ("/a/1/b".into(), false, TEXT.find("\"c\"")));
        assert_eq!(spot(&tree, "},\"d"), ("/a/1".into(), false, TEXT.find("{\"b")));
        tree.value_mut(&[0, 0]).unwrap().is_left_out = true;
        assert_eq!(spot(&tree, "\"d\""), ("/a/2".into(), false, TEXT.find("\"d\"")));
        assert_eq!(tree.path_to("/a/1"), [0, 2]);
        assert_eq!(tree.path_to("/a/0/b/x"), [0, 1, 0]);
    }

    proptest! {
        /// Every offset leads to a value or a key that stands in the text where the tree says.
        #[test]
        fn every_offset_leads_somewhere(offset in 0usize..40) {
            let tree = Tree::document(TEXT).ok().unwrap();
            let at = tree.place(&tree.at_offset(offset)).unwrap();
            prop_assert!(TEXT.get(at).is_some_and(|part| !part.is_empty()));
        }
    }
}
