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

#[cfg(test)]
impl Tags {
    fn name(&self, Tag(tag): Tag) -> &'static str {
        match self.tags.get(tag).map(|(kind, _)| kind) {
            Some(TagKind::Hn(_)) => "Hn",
            Some(TagKind::L(_)) => "L",
            Some(TagKind::LI(_)) => "LI",
            Some(TagKind::Lbl(_)) => "Lbl",
            Some(TagKind::LBody(_)) => "LBody",
            Some(TagKind::Table(_)) => "Table",
            Some(TagKind::THead(_)) => "THead",
            Some(TagKind::TBody(_)) => "TBody",
            Some(TagKind::TR(_)) => "TR",
            Some(TagKind::TH(_)) => "TH",
            Some(TagKind::TD(_)) => "TD",
            _ => "",
        }
    }

    /// Every tag of this name.
    pub(super) fn named(&self, name: &str) -> Vec<Tag> {
        (0..self.tags.len()).map(Tag).filter(|tag| self.name(*tag) == name).collect()
    }

    pub(super) fn count(&self, name: &str) -> usize {
        self.named(name).len()
    }

    /// The tags directly below one.
    pub(super) fn below(&self, Tag(tag): Tag) -> Vec<Tag> {
        let children = self.tags.get(tag).into_iter().flat_map(|(_, children)| children);
        let tags = children.filter_map(|child| match child {
            Child::Tag(tag) => Some(*tag),
            Child::Drawn(_) => None,
        });
        tags.collect()
    }

    pub(super) fn names_below(&self, tag: Tag) -> Vec<&'static str> {
        self.below(tag).into_iter().map(|tag| self.name(tag)).collect()
    }
}
