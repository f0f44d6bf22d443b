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

/// What a path should have been.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unknown {
    /// Everything that could stand there, written as the path is.
    pub(super) known: Vec<String>,
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
        return Err(known(shape, &["", pointer], 1, '/'));
    }
    for (index, step) in steps.iter().enumerate().skip(1) {
        let next = match shape {
            Shape::Object(members) => {
                let member = members.iter().find(|(key, _)| key == step);
                member.map(|(key, below)| (PathPart::Key(key), *below))
            }
            Shape::List(items) => (*step == "*").then_some((PathPart::Each, *items)),
            Shape::Leaf | Shape::Text => None,
        };
        let Some((part, below)) = next else {
            return Err(known(shape, &steps, index, '/'));
        };
        parts.push(part);
        shape = below;
    }
    Ok((parts, shape))
}

/// The shape at the end of a path with dots; none where it is the council's own data.
///
/// # Errors
/// Where a step of it, of those from `first` on, is none there.
pub(super) fn below(
    mut shape: Option<&'static Shape>,
    steps: &[&str],
    first: usize,
) -> Result<Option<&'static Shape>, Unknown> {
    for (index, step) in steps.iter().enumerate().skip(first) {
        let Some(here) = shape else { return Ok(None) };
        let next = match here {
            Shape::Object(members) => {
                let member = members.iter().find(|(key, _)| key == step);
                member.map(|(key, below)| (*key != "extensions").then_some(*below))
            }
            Shape::List(items) => {
                let is_index = step.bytes().all(|byte| byte.is_ascii_digit());
                (is_index && !step.is_empty()).then_some(Some(*items))
            }
            Shape::Leaf | Shape::Text => None,
        };
        let Some(next) = next else {
            return Err(Unknown { known: known(here, steps, index, '.') });
        };
        shape = next;
    }
    Ok(shape)
}

/// The paths that could be meant: with another step at an index, between the same ones.
fn known(shape: &'static Shape, steps: &[&str], index: usize, mark: char) -> Vec<String> {
    let could: Vec<&'static str> = match (shape, mark) {
        (Shape::Object(members), _) => members.iter().map(|(key, _)| *key).collect(),
        (Shape::List(_), '/') => vec!["*"],
        (Shape::List(_), _) => vec!["0"],
        (Shape::Leaf | Shape::Text, _) => Vec::new(),
    };
    let with = |step: &str| {
        let at = |(at, other): (usize, &&str)| {
            if at == index { step.to_owned() } else { (*other).to_owned() }
        };
        steps.iter().enumerate().map(at).collect::<Vec<_>>().join(&mark.to_string())
    };
    could.into_iter().map(with).collect()
}
