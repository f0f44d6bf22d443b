//! Rules about outcome.

use super::Rule;

pub(super) static RULES: &[Rule] = &[];
