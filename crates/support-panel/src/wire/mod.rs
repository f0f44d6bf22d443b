//! How the types of the format are read, written and described: once, by macro, from one definition of each.

mod fault;
mod leaves;
mod model;
mod reader;
mod results;
#[cfg(test)]
mod schema;
mod tree;
mod writer;

pub(crate) use fault::{Fault, Read};
pub(crate) use model::{absent, bare, choice, is_required, model, quoted, tagged, words};
pub(crate) use reader::{Key, Kind, Reader};
#[cfg(test)]
pub(crate) use schema::{Property, Schema};
pub(crate) use tree::{Members, Tree};
pub(crate) use writer::Writer;

pub use leaves::{Amount, Yes};

/// A value of the format.
pub(crate) trait Value: Sized {
    /// Which keys it has, in canonical order: what paths are sorted by.
    const SHAPE: &'static Shape;
    /// Which empty value, beside null, means that it is absent: `text`, `list`, `object`, or none.
    #[cfg(test)]
    const EMPTY: &'static str = "";

    /// Reads the value at the cursor; an empty one is `None`.
    fn read(reader: &mut Reader<'_>) -> Read<Option<Self>>;
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

/// Reads the member at the cursor into its place. For browsers, once a type and not once a member: half the code.
#[cfg_attr(target_arch = "wasm32", inline(never))]
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
pub(crate) fn member<T: Value>(reader: &mut Reader<'_>, place: &mut Option<T>, key: &'static str) -> Read<()> {
    *place = T::read(reader).map_err(|fault| fault.inside(key))?;
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

    #[inline]
    fn read(reader: &mut Reader<'_>) -> Read<Option<Self>> {
        Ok(T::read(reader)?.map(Some))
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

    fn read(reader: &mut Reader<'_>) -> Read<Option<Self>> {
        reader.list(T::read)
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

impl<T: Value> Value for Box<T> {
    const SHAPE: &'static Shape = T::SHAPE;
    #[cfg(test)]
    const EMPTY: &'static str = T::EMPTY;

    fn read(reader: &mut Reader<'_>) -> Read<Option<Self>> {
        Ok(T::read(reader)?.map(Self::new))
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
