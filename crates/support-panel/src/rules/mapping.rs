//! Rules about mapping.

use super::Rule;

pub(super) static RULES: &[Rule] = &[];
