//! How the types of the format are read, written and described: once, by macro, from one definition of each.

mod fault;
mod leaves;
mod model;
mod suggest;
mod reader;
mod results;
#[cfg(test)]
mod schema;
mod tree;
mod writer;

pub(crate) use fault::{Fault, Read};
pub(crate) use model::{bare, choice, first, is_required, keys, model, quoted, tagged, string_enum};
pub(crate) use reader::{Key, Kind, Progress, Reader};
#[cfg(test)]
pub(crate) use schema::{Property, Schema};
pub(crate) use tree::{Members, Tree};
pub(crate) use writer::Writer;

pub use leaves::{Amount, Yes};

use std::sync::Arc;

/// A value of the format.
pub(crate) trait Value: Sized {
    /// Which keys it has, in canonical order: what paths are sorted by.
    const SHAPE: &'static Shape;
    /// Which empty value, beside null, means that it is absent: `text`, `list`, `object`, or none.
    #[cfg(test)]
    const EMPTY: &'static str = "";

    /// What stands in a place until something is read into it.
    fn empty() -> Self;
    /// Reads the value at the cursor into a empty place. False where an empty one says that there is none: then it is empty
    /// still. What a fault leaves there means nothing.
    fn read(reader: &mut Reader<'_>, place: &mut Self) -> Read<bool>;
    /// Writes it in canonical form.
    fn write(&self, writer: &mut Writer);
    /// Whether canonical writing leaves it out.
    fn is_empty(&self) -> bool {
        false
    }
    /// The JSON Schema of a value that is there.
    #[cfg(test)]
    fn schema(schema: &mut Schema) -> serde_json::Value;
}

/// Reads the member with this key into its place, if it is next. For browsers, once a type and not once a member: half the
/// code.
#[cfg_attr(target_arch = "wasm32", inline(never))]
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
pub(crate) fn member<T: Value>(
    reader: &mut Reader<'_>,
    progress: &mut Progress,
    key: &'static Key,
    place: &mut T,
) -> Read<()> {
    if reader.takes(progress, key) {
        let found = T::read(reader, place).map_err(|fault| fault.inside(key.bare()))?;
        reader.passes(progress, key, found);
    }
    Ok(())
}

/// The keys below a value, in canonical order.
#[derive(Debug)]
pub(crate) enum Shape {
    Leaf,
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
    fn read(reader: &mut Reader<'_>, place: &mut Self) -> Read<bool> {
        let found = T::read(reader, place.insert(T::empty()))?;
        if !found {
            *place = None;
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

    #[cfg(test)]
    fn schema(schema: &mut Schema) -> serde_json::Value {
        T::schema(schema)
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
            let place = items.len();
            reader.item(place)?;
            let rest = reader.rest();
            if !T::read(reader, items.push_mut(T::empty()))
                .map_err(|fault| fault.inside_item(place))?
            {
                return Err(reader.empty_item(rest, place));
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

    fn read(reader: &mut Reader<'_>, place: &mut Self) -> Read<bool> {
        let mut value = T::empty();
        let found = T::read(reader, &mut value)?;
        *place = Self::new(value);
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
}
