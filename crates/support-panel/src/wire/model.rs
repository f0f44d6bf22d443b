//! The macros that turn one definition of a type into its reader, writer, schema and key order.
//!
//! `model!` makes an object, `string_enum!` a closed list of words, `choice!` an object with exactly one member, `tagged!` an
//! object whose member `type` says which of several it is.
//! Doc comments become the schema's descriptions, so that a person reads the same sentence everywhere.

/// The key of a field as it is written: `"key":`.
macro_rules! quoted {
    ($field:ident) => {
        concat!("\"", stringify!($field), "\":")
    };
    ($field:ident $key:literal) => {
        concat!("\"", $key, "\":")
    };
}

/// What stands within the marks of a key or a word as it is written: so its letters are in a program once.
pub(crate) const fn bare(written: &'static str) -> &'static str {
    let after = if matches!(written.as_bytes().last(), Some(b':')) { 2 } else { 1 };
    written.split_at(written.len() - after).0.split_at(1).1
}

/// What stands in a place of several kinds: the first of them.
macro_rules! first {
    ($first:expr $(, $rest:expr)*) => {
        $first
    };
}

macro_rules! is_required {
    (required) => {
        true
    };
    () => {
        false
    };
}

macro_rules! is_given {
    () => {
        false
    };
    ($given:ident) => {
        true
    };
}

/// The keys of an object, each by a name, and all in canonical order.
macro_rules! keys {
    ($($name:ident = $quoted:expr,)+) => {
        #[allow(non_camel_case_types, non_snake_case, reason = "they carry the names of fields and of variants")]
        enum Index { $($name),+ }
        #[allow(non_snake_case, reason = "as above")]
        struct Keys { $($name: $crate::wire::Key),+ }
        static KEYS: Keys = Keys { $($name: $crate::wire::Key::new($quoted, Index::$name as u8)),+ };
        static ALL: &[&$crate::wire::Key] = &[$(&KEYS.$name),+];
    };
}

/// Objects. A `[required]` member must be there; `as "key"` names one whose key is a word of Rust, and `checked by` a
/// method that refuses members which do not go together.
macro_rules! model {
    ($(
        $(#[doc = $doc:literal])+
        $(#[derive($($derive:ident),+)])?
        $vis:vis struct $name:ident $(checked by $check:ident)? {
            $(
                $(#[doc = $about:literal])+
                $([$required:ident])?
                $field:ident $(as $key:literal)? : $type:ty,
            )+
        }
    )+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq $($(, $derive)+)?)]
        $vis struct $name {
            $(
                $(#[doc = $about])+
                pub $field: $type,
            )+
        }

        impl $crate::wire::Value for $name {
            const SHAPE: &'static $crate::wire::Shape = &$crate::wire::Shape::Object(&[
                $(($crate::wire::bare($crate::wire::quoted!($field $($key)?)), <$type as $crate::wire::Value>::SHAPE)),+
            ]);
            #[cfg(test)]
            const EMPTY: &'static str = "object";

            fn empty() -> Self {
                Self { $($field: <$type as $crate::wire::Value>::empty(),)+ }
            }

            fn read(reader: &mut $crate::wire::Reader<'_>, slot: &mut Self) -> $crate::wire::Read<bool> {
                $crate::wire::keys!($($field = $crate::wire::quoted!($field $($key)?),)+);
                const REQUIRED: u64 = 0 $(| ($crate::wire::is_required!($($required)?) as u64) << Index::$field as u8)+;
                if !reader.open_object()? {
                    return Ok(false);
                }
                let mut progress = $crate::wire::Progress::new();
                loop {
                    $($crate::wire::member(reader, &mut progress, &KEYS.$field, &mut slot.$field)?;)+
                    if !reader.again(&mut progress, ALL)? {
                        break;
                    }
                }
                // The cursor stands at the closing brace, where a missing key is reported.
                reader.requires(&progress, REQUIRED, ALL)?;
                $(slot.$check(reader)?;)?
                let found = reader.close() || !$crate::wire::Value::is_empty(slot);
                if !found {
                    *slot = Self::empty();
                }
                Ok(found)
            }

            fn write(&self, writer: &mut $crate::wire::Writer) {
                writer.open('{');
                $(
                    // A required word is written even where it is the usual one.
                    writer.member($crate::wire::quoted!($field $($key)?), &self.$field, $crate::wire::is_required!($($required)?));
                )+
                writer.close('}');
            }

            fn is_empty(&self) -> bool {
                true $(&& $crate::wire::Value::is_empty(&self.$field))+
            }

            fn edit(&mut self, place: &$crate::wire::Place<'_>, editor: &mut dyn $crate::wire::Edit) -> $crate::wire::Fate {
                $({
                    const KEY: &str = $crate::wire::bare($crate::wire::quoted!($field $($key)?));
                    let inner = place.member(
                        KEY,
                        const { $crate::wire::KeyHash::of(KEY) },
                        $crate::wire::is_required!($($required)?),
                    );
                    if $crate::wire::Value::edit(&mut self.$field, &inner, editor) == $crate::wire::Fate::LeftOut {
                        self.$field = $crate::wire::Value::empty();
                    }
                })+
                $crate::wire::Fate::Stays
            }

            #[cfg(test)]
            fn schema(schema: &mut $crate::wire::Schema) -> serde_json::Value {
                schema.object(stringify!($name), concat!($($doc),+), |schema| vec![
                    $($crate::wire::Property {
                        key: $crate::wire::bare($crate::wire::quoted!($field $($key)?)),
                        about: concat!($($about),+),
                        required: $crate::wire::is_required!($($required)?),
                        absent: <$type as $crate::wire::Value>::absent(schema),
                        default: <$type as $crate::wire::Value>::DEFAULT,
                        value: <$type as $crate::wire::Value>::schema(schema),
                    }),+
                ])
            }
        }
    )+};
}

/// A closed list of words; `default` names the one that is left out when writing, and `#[non_exhaustive]` after the name
/// leaves the list open to later versions.
macro_rules! string_enum {
    ($(
        $(#[doc = $doc:literal])+
        $vis:vis enum $name:ident $(default $default:ident)? $(#[$open:ident])? {
            $( $(#[doc = $about:literal])+ $variant:ident = $word:literal, )+
        }
    )+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $(#[$open])?
        $vis enum $name {
            $( $(#[doc = $about])+ $variant, )+
        }

        impl $name {
            /// Every one, in the order of the format.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The words as they are written.
            const QUOTED: &'static [&'static str] = &[$(concat!("\"", $word, "\"")),+];

            /// The word of the format.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => const { $crate::wire::bare(concat!("\"", $word, "\"")) }),+ }
            }

            /// The one with this word.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        $(impl Default for $name {
            fn default() -> Self {
                Self::$default
            }
        })?

        impl $crate::wire::Value for $name {
            const SHAPE: &'static $crate::wire::Shape = &$crate::wire::Shape::Leaf;
            #[cfg(test)]
            const EMPTY: &'static str = "text";
            #[cfg(test)]
            const DEFAULT: Option<&'static str> = {
                let defaults: &[Self] = &[$(Self::$default)?];
                match defaults { [default] => Some(default.as_str()), _ => None }
            };

            fn empty() -> Self {
                $crate::wire::first!($(Self::$variant),+)
            }

            fn read(reader: &mut $crate::wire::Reader<'_>, slot: &mut Self) -> $crate::wire::Read<bool> {
                let word = reader.word(Self::QUOTED, concat!("one of" $(, " ", $word)+))?;
                let word = word.and_then(|word| Self::ALL.get(word));
                if let Some(word) = word {
                    *slot = *word;
                }
                Ok(word.is_some())
            }

            fn write(&self, writer: &mut $crate::wire::Writer) {
                writer.raw(match self { $(Self::$variant => concat!("\"", $word, "\"")),+ });
            }

            fn is_empty(&self) -> bool {
                let defaults: &[Self] = &[$(Self::$default)?];
                defaults.contains(self)
            }

            #[cfg(test)]
            fn schema(schema: &mut $crate::wire::Schema) -> serde_json::Value {
                schema.words(stringify!($name), concat!($($doc),+), &[$(($word, concat!($($about),+))),+])
            }
        }
    )+};
}

/// The type of a choice's member: its own, or [`True`](crate::wire::True) of a variant that holds nothing.
macro_rules! choice_type {
    () => {
        $crate::wire::True
    };
    ($type:ty) => {
        $type
    };
}

/// A variant of a choice made of its member's value.
macro_rules! choice_of {
    ($value:expr, $variant:path) => {{
        let $crate::wire::True = $value;
        $variant
    }};
    ($value:expr, $variant:path, $type:ty) => {
        $variant($value)
    };
}

/// The value of a choice's member, where the choice is this variant.
macro_rules! choice_value {
    ($choice:expr, $variant:path) => {
        matches!($choice, $variant).then_some(&$crate::wire::True)
    };
    ($choice:expr, $variant:path, $type:ty) => {
        if let $variant(value) = $choice { Some(value) } else { None }
    };
}

/// The pattern of a variant of a choice, its value by a name where it holds one.
macro_rules! choice_pattern {
    ($value:ident, $variant:path) => {
        $variant
    };
    ($value:ident, $variant:path, $type:ty) => {
        $variant($value)
    };
}

/// What becomes of the value of a choice's member, where it holds one.
macro_rules! choice_edit {
    ($value:ident, $place:expr, $editor:ident) => {{
        let _ = ($place, $editor);
        $crate::wire::Fate::Stays
    }};
    ($value:ident, $place:expr, $editor:ident, $type:ty) => {
        <$type as $crate::wire::Value>::edit($value, $place, $editor)
    };
}

/// An object that must have exactly one of its members; one of `$name or absent` may also have none. A variant without
/// a type is written as `true`.
macro_rules! choice {
    ($(
        $(#[doc = $doc:literal])+
        $vis:vis enum $name:ident $(or $absent:ident)? {
            $( $(#[doc = $about:literal])+ $variant:ident $(($type:ty))? = $key:literal, )+
        }
    )+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq)]
        $vis enum $name {
            $( $(#[doc = $about])+ $variant $(($type))?, )+
        }

        impl $crate::wire::Value for $name {
            const SHAPE: &'static $crate::wire::Shape = &$crate::wire::Shape::Object(&[
                $((
                    $crate::wire::bare(concat!("\"", $key, "\":")),
                    <$crate::wire::choice_type!($($type)?) as $crate::wire::Value>::SHAPE,
                )),+
            ]);
            #[cfg(test)]
            const EMPTY: &'static str = "object";

            fn empty() -> Self {
                $crate::wire::first!($({
                    type Member = $crate::wire::choice_type!($($type)?);
                    let empty = <Member as $crate::wire::Value>::empty();
                    $crate::wire::choice_of!(empty, Self::$variant $(, $type)?)
                }),+)
            }

            fn read(reader: &mut $crate::wire::Reader<'_>, slot: &mut Self) -> $crate::wire::Read<bool> {
                $crate::wire::keys!($($variant = concat!("\"", $key, "\":"),)+);
                if !reader.open_object()? {
                    return Ok(false);
                }
                let mut found = 0;
                let mut progress = $crate::wire::Progress::new();
                loop {
                    $(
                        let mut value: Option<$crate::wire::choice_type!($($type)?)> = None;
                        $crate::wire::member(reader, &mut progress, &KEYS.$variant, &mut value)?;
                        if let Some(value) = value {
                            found += 1;
                            *slot = $crate::wire::choice_of!(value, Self::$variant $(, $type)?);
                        }
                    )+
                    if !reader.again(&mut progress, ALL)? {
                        break;
                    }
                }
                if $crate::wire::is_given!($($absent)?) && found == 0 {
                    reader.close();
                    return Ok(false);
                }
                if found != 1 {
                    let expected = concat!("exactly one of" $(, " ", $key)+);
                    return Err(reader.fault($crate::error::Code::NotExactlyOne, format!("{found} members"), expected));
                }
                reader.close();
                Ok(true)
            }

            fn write(&self, writer: &mut $crate::wire::Writer) {
                writer.open('{');
                $(if let Some(value) = $crate::wire::choice_value!(self, Self::$variant $(, $type)?) {
                    writer.key(concat!("\"", $key, "\":"));
                    $crate::wire::Value::write(value, writer);
                })+
                writer.close('}');
            }

            fn edit(&mut self, place: &$crate::wire::Place<'_>, editor: &mut dyn $crate::wire::Edit) -> $crate::wire::Fate {
                match self {
                    $($crate::wire::choice_pattern!(value, Self::$variant $(, $type)?) => {
                        const KEY: &str = $crate::wire::bare(concat!("\"", $key, "\":"));
                        // A choice without its member is none.
                        let inner = place.member(KEY, const { $crate::wire::KeyHash::of(KEY) }, true);
                        $crate::wire::choice_edit!(value, &inner, editor $(, $type)?)
                    })+
                }
            }

            #[cfg(test)]
            fn schema(schema: &mut $crate::wire::Schema) -> serde_json::Value {
                schema.choice(stringify!($name), concat!($($doc),+), |schema| vec![
                    $({
                        type Member = $crate::wire::choice_type!($($type)?);
                        $crate::wire::Property {
                            key: $key,
                            about: concat!($($about),+),
                            required: false,
                            absent: <Member as $crate::wire::Value>::absent(schema),
                            default: None,
                            value: <Member as $crate::wire::Value>::schema(schema),
                        }
                    }),+
                ])
            }

            #[cfg(test)]
            fn absent(schema: &mut $crate::wire::Schema) -> serde_json::Value {
                if !$crate::wire::is_given!($($absent)?) {
                    return schema.absent(Self::EMPTY);
                }
                let members = [$((
                    $key,
                    <$crate::wire::choice_type!($($type)?) as $crate::wire::Value>::absent(schema),
                )),+];
                schema.absent_choice(stringify!($name), members)
            }
        }
    )+};
}

/// An object whose member `type` says which of several it is; the other members are those of that one. The words for
/// `type` make a closed list of their own.
macro_rules! tagged {
    (
        $(#[doc = $doc:literal])+
        $vis:vis enum $name:ident;
        $(#[doc = $word_doc:literal])+
        $word_vis:vis enum $words:ident {
            $( $(#[doc = $about:literal])+ $variant:ident($type:ty) = $word:literal, )+
        }
    ) => {
        $crate::wire::string_enum! {
            $(#[doc = $word_doc])+
            $word_vis enum $words {
                $( $(#[doc = $about])+ $variant = $word, )+
            }
        }

        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq)]
        $vis enum $name {
            $( $(#[doc = $about])+ $variant($type), )+
        }

        impl $name {
            /// Which one it is.
            pub const fn kind(&self) -> $words {
                match self { $(Self::$variant(_) => $words::$variant),+ }
            }
        }

        impl $crate::wire::Value for $name {
            const SHAPE: &'static $crate::wire::Shape = &$crate::wire::Shape::Leaf;
            #[cfg(test)]
            const EMPTY: &'static str = "object";

            fn empty() -> Self {
                $crate::wire::first!($(Self::$variant(<$type as $crate::wire::Value>::empty())),+)
            }

            fn read(reader: &mut $crate::wire::Reader<'_>, slot: &mut Self) -> $crate::wire::Read<bool> {
                if !reader.expect($crate::wire::Kind::Object)? {
                    return Ok(false);
                }
                *slot = match reader.tag::<$words>()? {
                    $($words::$variant => Self::$variant(<$type as $crate::wire::Value>::empty()),)+
                };
                let outer = reader.enter_tagged();
                let found = match slot {
                    $(Self::$variant(value) => <$type as $crate::wire::Value>::read(reader, value)?,)+
                };
                reader.leave_tagged(outer);
                Ok(found)
            }

            fn write(&self, writer: &mut $crate::wire::Writer) {
                writer.tag(self.kind().as_str());
                match self {
                    $(Self::$variant(value) => $crate::wire::Value::write(value, writer)),+
                }
            }

            #[cfg(test)]
            fn schema(schema: &mut $crate::wire::Schema) -> serde_json::Value {
                schema.tagged(stringify!($name), concat!($($doc),+), |schema| vec![
                    $(($word, concat!($($about),+), <$type as $crate::wire::Value>::schema(schema))),+
                ])
            }
        }
    };
}

pub(crate) use {
    choice, choice_edit, choice_of, choice_pattern, choice_type, choice_value, first, is_given,
    is_required, keys, model, quoted, string_enum, tagged,
};
