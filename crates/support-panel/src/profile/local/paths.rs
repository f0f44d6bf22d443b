//! Where a rule of a council's own may point and look: along the keys of a record.

use crate::wire::Shape;

/// A part of a pointer into a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PathPart {
    /// A member.
    Key(&'static str),
    /// Every item of a list.
    Each,
}

/// How a path is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notation {
    /// As a JSON Pointer, with * for every item of a list.
    Pointer,
    /// With dots, and the number of an item.
    Dots,
}

/// A shape, where that is known: a council's own data may have any.
pub(super) type Known = Option<&'static Shape>;

impl Notation {
    /// Where a step leads from a shape; none where it leads nowhere.
    fn next(self, from: &'static Shape, step: &str) -> Option<(PathPart, Known)> {
        match from {
            Shape::Object(members) => {
                let (key, below) = members.iter().find(|(key, _)| *key == step)?;
                let is_own = self == Self::Dots && *key == "extensions";
                Some((PathPart::Key(key), (!is_own).then_some(*below)))
            }
            Shape::List(items) => {
                let is_item = match self {
                    Self::Pointer => step == "*",
                    Self::Dots => {
                        !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit())
                    }
                };
                is_item.then_some((PathPart::Each, Some(*items)))
            }
            Shape::Leaf | Shape::Text => None,
        }
    }

    /// Whether all these steps lead somewhere.
    fn leads(self, from: Known, steps: &[&str]) -> bool {
        let mut shape = from;
        for step in steps {
            let Some(here) = shape else { return true };
            let Some((_, below)) = self.next(here, step) else { return false };
            shape = below;
        }
        true
    }

    /// What could have stood at an index of a path that leads nowhere: with the rest of the path where that is there, else up to it.
    pub(super) fn instead(
        self,
        could: &[(&str, Known)],
        steps: &[&str],
        index: usize,
    ) -> Vec<String> {
        let (before, rest) = steps.split_at_checked(index).unwrap_or_default();
        let rest = rest.get(1..).unwrap_or_default();
        let mark = if self == Self::Pointer { "/" } else { "." };
        let whole = could.iter().filter(|(_, below)| self.leads(*below, rest));
        let whole: Vec<_> =
            whole.map(|(step, _)| [before, &[*step], rest].concat().join(mark)).collect();
        if !whole.is_empty() {
            return whole;
        }
        could.iter().map(|(step, _)| [before, &[*step]].concat().join(mark)).collect()
    }

    /// The same of a step from a shape.
    fn known(self, from: &'static Shape, steps: &[&str], index: usize) -> Vec<String> {
        let could: Vec<(&str, Known)> = match (from, self) {
            (Shape::Object(members), _) => {
                let below = |key| self.next(from, key).and_then(|(_, below)| below);
                members.iter().map(|(key, _)| (*key, below(key))).collect()
            }
            (Shape::List(items), Self::Pointer) => vec![("*", Some(*items))],
            (Shape::List(items), Self::Dots) => vec![("0", Some(*items))],
            (Shape::Leaf | Shape::Text, _) => Vec::new(),
        };
        self.instead(&could, steps, index)
    }
}

/// A JSON Pointer as keys of the shape, and the shape that it leads to.
///
/// # Errors
/// Where a part of it is no key there, with all that could stand in its place.
pub(crate) fn parts(
    pointer: &str,
    from: &'static Shape,
) -> Result<(Vec<PathPart>, &'static Shape), Vec<String>> {
    let (mut parts, mut shape) = (Vec::new(), from);
    if pointer.is_empty() {
        return Ok((parts, shape));
    }
    let steps: Vec<&str> = pointer.split('/').collect();
    if steps.first() != Some(&"") {
        return Err(Notation::Pointer.known(shape, &[&[""], steps.as_slice()].concat(), 1));
    }
    for (index, step) in steps.iter().enumerate().skip(1) {
        let Some((part, Some(below))) = Notation::Pointer.next(shape, step) else {
            return Err(Notation::Pointer.known(shape, &steps, index));
        };
        parts.push(part);
        shape = below;
    }
    Ok((parts, shape))
}

/// The shape at the end of a path with dots; none where it is the council's own data.
///
/// # Errors
/// Where a step of it, of those from `first` on, is none there, with all that could stand in its place.
pub(super) fn below(shape: Known, steps: &[&str], first: usize) -> Result<Known, Vec<String>> {
    let mut shape = shape;
    for (index, step) in steps.iter().enumerate().skip(first) {
        let Some(here) = shape else { return Ok(None) };
        match Notation::Dots.next(here, step) {
            Some((_, next)) => shape = next,
            None => return Err(Notation::Dots.known(here, steps, index)),
        }
    }
    Ok(shape)
}
