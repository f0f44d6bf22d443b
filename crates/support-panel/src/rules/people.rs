//! Rules about people.

use super::Rule;

pub(super) static RULES: &[Rule] = &[];
