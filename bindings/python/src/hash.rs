//! The hash behind `__hash__` of records and profiles.

use std::hash::{DefaultHasher, Hash, Hasher};

/// Hashes a document's canonical text: equal documents have equal hashes.
pub(crate) fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
