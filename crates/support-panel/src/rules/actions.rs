//! Rules about actions.

use super::Rule;

pub(super) static RULES: &[Rule] = &[];
