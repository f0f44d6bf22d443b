//! The macros that turn one definition of a type into its reader, writer, schema and key order.
//!
//! `model!` makes an object, `words!` a closed list of words, `choice!` an object with exactly one member, `tagged!` an
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

macro_rules! bare {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $key:literal) => {
        $key
    };
}

macro_rules! absent {
    ($reader:ident, $key:expr, required) => {
        return Err($reader.fault($crate::error::Code::MissingKey, "nothing", "a member that reading requires").inside($key))
    };
    ($reader:ident, $key:expr,) => {
        Default::default()
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

/// Objects. A `[required]` member must be there; `as "key"` names one whose key is a word of Rust.
macro_rules! model {
    ($(
        $(#[doc = $doc:literal])+
        $(#[derive($($derive:ident),+)])?
        $vis:vis struct $name:ident {
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

        impl $name {
            const KEYS: &'static [$crate::wire::Key] = &[$($crate::wire::Key::new($crate::wire::quoted!($field $($key)?))),+];
        }

        impl $crate::wire::Value for $name {
            const SHAPE: &'static $crate::wire::Shape = &$crate::wire::Shape::Object(&[
                $(($crate::wire::bare!($field $($key)?), <$type as $crate::wire::Value>::SHAPE)),+
            ]);
            #[cfg(test)]
            const EMPTY: &'static str = "object";

            fn read(reader: &mut $crate::wire::Reader<'_>) -> $crate::wire::Read<Option<Self>> {
                #[allow(non_camel_case_types, reason = "the places carry the names of the fields")]
                enum Place { $($field),+ }
                if !reader.expect($crate::wire::Kind::Object)? || !reader.open(b'}')? {
                    return Ok(None);
                }
                $(let mut $field: Option<$type> = None;)+
                let (mut next, mut seen) = (0, 0);
                loop {
                    let place = reader.key(Self::KEYS, next, &mut seen)?;
                    // A tag is at no place: the first key is likely again.
                    next = place.wrapping_add(1);
                    match place {
                        $(
                            here if here == Place::$field as usize => {
                                $crate::wire::member(reader, &mut $field, $crate::wire::bare!($field $($key)?))?;
                            }
                        )+
                        _ => {}
                    }
                    if !reader.more_members()? {
                        break;
                    }
                }
                // The cursor stands at the closing brace, where a missing key is reported.
                let value = Self {
                    $($field: match $field {
                        Some(value) => value,
                        None => $crate::wire::absent!(reader, $crate::wire::bare!($field $($key)?), $($required)?),
                    }),+
                };
                let tagged = reader.close();
                Ok((tagged || !$crate::wire::Value::is_empty(&value)).then_some(value))
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

            #[cfg(test)]
            fn schema(schema: &mut $crate::wire::Schema) -> serde_json::Value {
                schema.object(stringify!($name), concat!($($doc),+), |schema| vec![
                    $($crate::wire::Property {
                        key: $crate::wire::bare!($field $($key)?),
                        about: concat!($($about),+),
                        required: $crate::wire::is_required!($($required)?),
                        empty: <$type as $crate::wire::Value>::EMPTY,
                        value: <$type as $crate::wire::Value>::schema(schema),
                    }),+
                ])
            }
        }
    )+};
}

/// A closed list of words; `default` names the one that is left out when writing.
macro_rules! words {
    ($(
        $(#[doc = $doc:literal])+
        $vis:vis enum $name:ident $(default $default:ident)? {
            $( $(#[doc = $about:literal])+ $variant:ident = $word:literal, )+
        }
    )+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name {
            $( $(#[doc = $about])+ $variant, )+
        }

        impl $name {
            /// Every one, in the order of the format.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word of the format.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
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

            fn read(reader: &mut $crate::wire::Reader<'_>) -> $crate::wire::Read<Option<Self>> {
                if !reader.expect($crate::wire::Kind::Text)? {
                    return Ok(None);
                }
                let at = reader.offset();
                let word = reader.string()?;
                if word.is_empty() {
                    return Ok(None);
                }
                Self::from_word(&word).map(Some).ok_or_else(|| {
                    let expected = concat!("one of" $(, " ", $word)+);
                    $crate::wire::Fault::new($crate::error::Code::UnknownWord, at, "another word", expected)
                })
            }

            fn write(&self, writer: &mut $crate::wire::Writer) {
                writer.text(self.as_str());
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

/// An object that must have exactly one of its members.
macro_rules! choice {
    ($(
        $(#[doc = $doc:literal])+
        $vis:vis enum $name:ident {
            $( $(#[doc = $about:literal])+ $variant:ident($type:ty) = $key:literal, )+
        }
    )+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq)]
        $vis enum $name {
            $( $(#[doc = $about])+ $variant($type), )+
        }

        impl $name {
            const KEYS: &'static [$crate::wire::Key] = &[$($crate::wire::Key::new(concat!("\"", $key, "\":"))),+];
        }

        impl $crate::wire::Value for $name {
            const SHAPE: &'static $crate::wire::Shape = &$crate::wire::Shape::Object(&[
                $(($key, <$type as $crate::wire::Value>::SHAPE)),+
            ]);
            #[cfg(test)]
            const EMPTY: &'static str = "object";

            fn read(reader: &mut $crate::wire::Reader<'_>) -> $crate::wire::Read<Option<Self>> {
                if !reader.expect($crate::wire::Kind::Object)? || !reader.open(b'}')? {
                    return Ok(None);
                }
                let mut chosen = Vec::new();
                let mut seen = 0;
                loop {
                    let place = reader.key(Self::KEYS, 0, &mut seen)?;
                    let key = Self::KEYS.get(place).map(|key| key.quoted).unwrap_or_default();
                    $(
                        if key == concat!("\"", $key, "\":") {
                            let value = <$type as $crate::wire::Value>::read(reader).map_err(|fault| fault.inside($key))?;
                            chosen.extend(value.map(Self::$variant));
                        }
                    )+
                    if !reader.more_members()? {
                        break;
                    }
                }
                let end = reader.offset();
                reader.close();
                let found = chosen.len();
                match chosen.pop() {
                    Some(one) if found == 1 => Ok(Some(one)),
                    _ => {
                        let expected = concat!("exactly one of" $(, " ", $key)+);
                        Err($crate::wire::Fault::new($crate::error::Code::NotExactlyOne, end, format!("{found} members"), expected))
                    }
                }
            }

            fn write(&self, writer: &mut $crate::wire::Writer) {
                writer.open('{');
                match self {
                    $(Self::$variant(value) => {
                        writer.key(concat!("\"", $key, "\":"));
                        $crate::wire::Value::write(value, writer);
                    })+
                }
                writer.close('}');
            }

            #[cfg(test)]
            fn schema(schema: &mut $crate::wire::Schema) -> serde_json::Value {
                schema.choice(stringify!($name), concat!($($doc),+), |schema| vec![
                    $($crate::wire::Property {
                        key: $key,
                        about: concat!($($about),+),
                        required: false,
                        empty: <$type as $crate::wire::Value>::EMPTY,
                        value: <$type as $crate::wire::Value>::schema(schema),
                    }),+
                ])
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
        $crate::wire::words! {
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

            fn read(reader: &mut $crate::wire::Reader<'_>) -> $crate::wire::Read<Option<Self>> {
                if !reader.expect($crate::wire::Kind::Object)? {
                    return Ok(None);
                }
                let kind: $words = reader.tag()?;
                let outer = reader.enter_tagged();
                let value = match kind {
                    $($words::$variant => <$type as $crate::wire::Value>::read(reader)?.map(Self::$variant)),+
                };
                reader.leave_tagged(outer);
                Ok(value)
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

pub(crate) use {absent, bare, choice, is_required, model, quoted, tagged, words};
