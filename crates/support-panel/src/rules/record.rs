//! Rules about record.

use super::Rule;

pub(super) static RULES: &[Rule] = &[];
