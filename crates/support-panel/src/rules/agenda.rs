//! Rules about agenda.

use super::Rule;

pub(super) static RULES: &[Rule] = &[];
