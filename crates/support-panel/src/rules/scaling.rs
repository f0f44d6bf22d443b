//! Rules about scaling.

use super::{Definition, Findings, Phase, Rule, Severity, View};

pub(super) static RULES: &[Rule] = &[Rule {
    definition: Definition {
        code: "SP508",
        title: "People see it very differently",
        severity: Severity::Warning,
        phase: Phase::Concluded,
        why: "",
        clears_by: "",
        parameters: &[],
        needs: &["scales.wide_range"],
        since: "2026.1",
    },
    ask: wide_range,
}];

fn wide_range(_: &View<'_>, _: &mut Findings) {}
