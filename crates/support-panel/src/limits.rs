//! What one document may hold. Each is an error when passed, so that no input can exhaust memory or the stack.

/// Bytes in a document: 4 MiB. For NDJSON, per line.
pub const DOCUMENT_BYTES: usize = 4 * 1024 * 1024;
/// Levels of nesting; the root is 1.
pub const NESTING: usize = 32;
/// Items in one list.
pub const LIST_ITEMS: usize = 10_000;
/// Characters in one text or key.
pub const TEXT_CHARACTERS: usize = 20_000;
/// Findings of one rule: in a record in which everything answers to everything, two lists multiply. What a rule finds
/// beyond these is left out, and comes up once those are dealt with.
pub const FINDINGS_OF_A_RULE: usize = LIST_ITEMS;
/// Steps that one rule of a council's own may take on one record.
pub const STEPS_OF_A_RULE: usize = 1_000_000;
/// Characters in an id.
pub const ID_CHARACTERS: usize = 200;
