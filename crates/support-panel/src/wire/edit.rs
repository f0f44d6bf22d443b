//! A document changed member by member, whatever is in it.

use crate::{Date, Error, Instant};
use std::fmt;

/// What becomes of the members of a document that hold no others.
///
/// A document's own definition leads to each of them, so that a member which is added to the format is seen as well.
pub trait Edit {
    /// Changes what stands at a place, or has it left out. A required member that is left out is empty afterwards, and what it
    /// stands in cannot be read: better than to keep it.
    fn edit(&mut self, place: &Place<'_>, leaf: Leaf<'_>) -> Fate;
}

/// Whether a member stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It stays, changed or not.
    Stays,
    /// It is left out.
    LeftOut,
}

/// A member that holds no others. Numbers, words of closed lists, and yes or no are never changed.
pub enum Leaf<'a> {
    /// An id.
    Id(&'a mut dyn Word),
    /// A text that is no person's.
    Label(&'a mut dyn Word),
    /// Free text or a name.
    Text(&'a mut dyn Word),
    /// A day.
    Date(&'a mut Date),
    /// An instant.
    Instant(&'a mut Instant),
    /// A council's own data.
    Extensions,
}

impl fmt::Debug for Leaf<'_> {
    /// Its kind, and nothing of what it says.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Id(_) => "Id",
            Self::Label(_) => "Label",
            Self::Text(_) => "Text",
            Self::Date(_) => "Date",
            Self::Instant(_) => "Instant",
            Self::Extensions => "Extensions",
        })
    }
}

/// A text that may become another.
pub trait Word {
    /// The text.
    fn text(&self) -> &str;
    /// Becomes another.
    ///
    /// # Errors
    /// `bad_id` for a text that cannot be an id, where it is one.
    fn set(&mut self, text: &str) -> Result<(), Error>;
}

/// Where a member stands: the keys that lead to it, places in lists left out.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    above: Option<&'a Place<'a>>,
    key: &'static str,
    id: PlaceId,
    is_required: bool,
}

/// A place as a number, to be told apart in a moment from all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PlaceId(u64);

impl PlaceId {
    const ROOT: Self = Self(0xcbf2_9ce4_8422_2325);

    /// Of keys with points between them: `case.people.name`.
    pub const fn of(path: &str) -> Self {
        let (mut rest, mut id, mut key) = (path.as_bytes(), Self::ROOT, KeyHash::EMPTY);
        while let [byte, after @ ..] = rest {
            if *byte == b'.' {
                id = id.below(key);
                key = KeyHash::EMPTY;
            } else {
                key = key.with(*byte);
            }
            rest = after;
        }
        id.below(key)
    }

    const fn below(self, key: KeyHash) -> Self {
        Self((self.0.rotate_left(7) ^ key.0).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }
}

/// The number of one key: FNV-1a.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KeyHash(u64);

impl KeyHash {
    const EMPTY: Self = Self(0xcbf2_9ce4_8422_2325);

    pub(crate) const fn of(key: &str) -> Self {
        let (mut rest, mut hash) = (key.as_bytes(), Self::EMPTY);
        while let [byte, after @ ..] = rest {
            hash = hash.with(*byte);
            rest = after;
        }
        hash
    }

    const fn with(self, byte: u8) -> Self {
        Self((self.0 ^ byte as u64).wrapping_mul(0x0100_0000_01b3))
    }
}

impl<'a> Place<'a> {
    pub(crate) const ROOT: Self =
        Self { above: None, key: "", id: PlaceId::ROOT, is_required: true };

    pub(crate) fn member(&'a self, key: &'static str, hash: KeyHash, is_required: bool) -> Self {
        Self { above: Some(self), key, id: self.id.below(hash), is_required }
    }

    /// The number of the place.
    pub fn id(&self) -> PlaceId {
        self.id
    }

    /// The last of the keys.
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// Whether it is another place, or stands within what stands there.
    pub fn is_within(&self, other: PlaceId) -> bool {
        self.id == other || self.above.is_some_and(|above| above.is_within(other))
    }

    /// Whether what it stands in cannot be read without it.
    pub fn is_required(&self) -> bool {
        self.is_required
    }
}

impl fmt::Display for Place<'_> {
    /// The keys with points between them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(above) = self.above
            && above.above.is_some()
        {
            write!(f, "{above}.")?;
        }
        f.write_str(self.key)
    }
}
