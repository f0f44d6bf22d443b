//! The structure tree of a PDF.

use krilla::tagging::{Identifier, Node, TagGroup, TagKind, TagTree};

/// A place in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag(usize);

/// What stands on a page: the page and the number of what is drawn there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Drawn {
    pub(super) page: usize,
    pub(super) index: usize,
}

enum Child {
    Tag(Tag),
    Drawn(Drawn),
}

/// The tree in the making: what is drawn has its names only when the pages are painted.
#[derive(Default)]
pub(super) struct Tags {
    tags: Vec<(TagKind, Vec<Child>)>,
    roots: Vec<Tag>,
}

impl Tags {
    /// A new tag below another, or below the document.
    pub(super) fn open(&mut self, parent: Option<Tag>, kind: impl Into<TagKind>) -> Tag {
        let tag = Tag(self.tags.len());
        self.tags.push((kind.into(), Vec::new()));
        match parent.and_then(|Tag(parent)| self.tags.get_mut(parent)) {
            Some((_, children)) => children.push(Child::Tag(tag)),
            None => self.roots.push(tag),
        }
        tag
    }

    /// Says that something is part of a tag.
    pub(super) fn draw(&mut self, Tag(tag): Tag, drawn: Drawn) {
        if let Some((_, children)) = self.tags.get_mut(tag) {
            children.push(Child::Drawn(drawn));
        }
    }

    /// The tree, once everything drawn has its name.
    pub(super) fn tree(&self, name: &impl Fn(Drawn) -> Option<Identifier>) -> TagTree {
        let mut tree = TagTree::new();
        self.roots.iter().filter_map(|tag| self.group(*tag, name)).for_each(|tag| tree.push(tag));
        tree
    }

    fn group(
        &self,
        Tag(tag): Tag,
        name: &impl Fn(Drawn) -> Option<Identifier>,
    ) -> Option<TagGroup> {
        let (kind, children) = self.tags.get(tag)?;
        let children = children.iter().filter_map(|child| match child {
            Child::Tag(tag) => self.group(*tag, name).map(Node::from),
            Child::Drawn(drawn) => name(*drawn).map(Node::from),
        });
        Some(TagGroup::with_children(kind.clone(), children.collect()))
    }
}
