//! How the types of the format are read, written and described: once, by macro, from one definition of each.

mod edit;
mod fault;
mod leaves;
mod model;
mod reader;
mod results;
#[cfg(test)]
mod schema;
mod suggest;
mod tree;
mod writer;

pub(crate) use edit::KeyHash;
pub use edit::{Edit, Fate, Leaf, Place, PlaceId, Word};
pub(crate) use fault::{Fault, Read};
pub(crate) use model::{
    bare, choice, choice_edit, choice_of, choice_pattern, choice_type, choice_value, first,
    is_given, is_required, keys, model, quoted, string_enum, tagged,
};
pub(crate) use reader::{Key, Kind, Progress, Reader};
#[cfg(test)]
pub(crate) use schema::{Property, Schema, snake};
pub(crate) use suggest::nearest_within;
pub(crate) use tree::{Member, Members, Node, Spot, Tree};
pub(crate) use writer::Writer;

pub use leaves::Amount;
pub(crate) use leaves::True;

use std::sync::Arc;

/// A value of the format.
pub(crate) trait Value: Sized {
    /// Which keys it has, in canonical order: what paths are sorted by.
    const SHAPE: &'static Shape;
    /// Which empty value, beside null, means that it is absent: `text`, `list`, `object`, or none.
    #[cfg(test)]
    const EMPTY: &'static str = "";
    /// The word that its absence means.
    #[cfg(test)]
    const DEFAULT: Option<&'static str> = None;

    /// What stands in a slot until something is read into it.
    fn empty() -> Self;
    /// Reads the value at the cursor into an empty slot. False where an empty one says that there is none: then it is empty
    /// still. What a fault leaves there means nothing.
    fn read(reader: &mut Reader<'_>, slot: &mut Self) -> Read<bool>;
    /// Writes it in canonical form.
    fn write(&self, writer: &mut Writer);
    /// Whether canonical writing leaves it out.
    fn is_empty(&self) -> bool {
        false
    }
    /// Hands each leaf over to be changed; says whether what stands here stays. What is no leaf stays.
    fn edit(&mut self, _place: &Place<'_>, _editor: &mut dyn Edit) -> Fate {
        Fate::Stays
    }
    /// The JSON Schema of a value that is there.
    #[cfg(test)]
    fn schema(schema: &mut Schema) -> serde_json::Value;
    /// The JSON Schema of the values that mean that there is none.
    #[cfg(test)]
    fn absent(schema: &mut Schema) -> serde_json::Value {
        schema.absent(Self::EMPTY)
    }
}

/// Reads the member with this key into its slot, if it is next. For browsers, once a type and not once a member: half the
/// code.
#[cfg_attr(target_arch = "wasm32", inline(never))]
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
pub(crate) fn member<T: Value>(
    reader: &mut Reader<'_>,
    progress: &mut Progress,
    key: &'static Key,
    slot: &mut T,
) -> Read<()> {
    if reader.takes(progress, key) {
        let found = T::read(reader, slot).map_err(|fault| fault.inside(key.bare()))?;
        reader.passes(progress, key, found);
    }
    Ok(())
}

/// The keys below a value, in canonical order.
#[derive(Debug)]
pub(crate) enum Shape {
    Leaf,
    /// What a person writes, a name among it.
    Text,
    List(&'static Shape),
    Object(&'static [(&'static str, &'static Shape)]),
}

impl<T: Value> Value for Option<T> {
    const SHAPE: &'static Shape = T::SHAPE;
    #[cfg(test)]
    const EMPTY: &'static str = T::EMPTY;

    fn empty() -> Self {
        None
    }

    #[inline]
    fn read(reader: &mut Reader<'_>, slot: &mut Self) -> Read<bool> {
        let found = T::read(reader, slot.insert(T::empty()))?;
        if !found {
            *slot = None;
        }
        Ok(found)
    }

    fn write(&self, writer: &mut Writer) {
        if let Some(value) = self {
            value.write(writer);
        }
    }

    fn is_empty(&self) -> bool {
        self.is_none()
    }

    fn edit(&mut self, place: &Place<'_>, editor: &mut dyn Edit) -> Fate {
        if self.as_mut().is_some_and(|value| value.edit(place, editor) == Fate::LeftOut) {
            *self = None;
        }
        Fate::Stays
    }

    #[cfg(test)]
    fn schema(schema: &mut Schema) -> serde_json::Value {
        T::schema(schema)
    }

    #[cfg(test)]
    fn absent(schema: &mut Schema) -> serde_json::Value {
        T::absent(schema)
    }
}

impl<T: Value> Value for Vec<T> {
    const SHAPE: &'static Shape = &Shape::List(T::SHAPE);
    #[cfg(test)]
    const EMPTY: &'static str = "list";

    fn empty() -> Self {
        Self::new()
    }

    fn read(reader: &mut Reader<'_>, items: &mut Self) -> Read<bool> {
        if !reader.open_list()? {
            return Ok(false);
        }
        // As many as the first growth would make room for.
        items.reserve_exact(4);
        loop {
            let slot = items.len();
            reader.item(slot)?;
            let rest = reader.rest();
            if !T::read(reader, items.push_mut(T::empty()))
                .map_err(|fault| fault.inside_item(slot))?
            {
                return Err(reader.empty_item(rest, slot));
            }
            if !reader.more_items()? {
                break;
            }
        }
        reader.close();
        Ok(true)
    }

    fn write(&self, writer: &mut Writer) {
        writer.list(self, T::write);
    }

    fn is_empty(&self) -> bool {
        Vec::is_empty(self)
    }

    fn edit(&mut self, place: &Place<'_>, editor: &mut dyn Edit) -> Fate {
        self.retain_mut(|item| item.edit(place, editor) == Fate::Stays);
        Fate::Stays
    }

    #[cfg(test)]
    fn schema(schema: &mut Schema) -> serde_json::Value {
        let items = T::schema(schema);
        schema.list(items)
    }
}

/// What is shared is written as if it stood there itself.
impl<T: Value> Value for Arc<T> {
    const SHAPE: &'static Shape = T::SHAPE;
    #[cfg(test)]
    const EMPTY: &'static str = T::EMPTY;

    fn empty() -> Self {
        Self::new(T::empty())
    }

    fn read(reader: &mut Reader<'_>, slot: &mut Self) -> Read<bool> {
        let mut value = T::empty();
        let found = T::read(reader, &mut value)?;
        *slot = Self::new(value);
        Ok(found)
    }

    fn write(&self, writer: &mut Writer) {
        T::write(self, writer);
    }

    fn is_empty(&self) -> bool {
        T::is_empty(self)
    }

    #[cfg(test)]
    fn schema(schema: &mut Schema) -> serde_json::Value {
        T::schema(schema)
    }

    #[cfg(test)]
    fn absent(schema: &mut Schema) -> serde_json::Value {
        T::absent(schema)
    }
}
