//! What must be there before a first panel.

use crate::Date;
use crate::profile::Given;
use crate::record::{MeetingKind, Origin};
use crate::rules::{Findings, View, pointer, rule};

rule! {
    SP210 => missing_input,
    title: "Something is missing beforehand",
    severity: Warning,
    phase: Planned,
    why: "Members prepare from the referral, the mapping template and the worker's own question; what comes late is read at the table.",
    remedy: "Record the day on which it came, bring it now, or move the meeting.",
    needs: &["inputs"],
}

fn is_first_panel(view: &View<'_>) -> bool {
    view.record.meeting.kind == Some(MeetingKind::Initial)
}

fn missing_input(view: &View<'_>, findings: &mut Findings) {
    if !is_first_panel(view) {
        return;
    }
    let (inputs, referral) = (&view.profile.inputs, &view.record.referral);
    let dated = [
        ("the referral form", &inputs.referral, "received_on", referral.received_on),
        (
            "the mapping template",
            &inputs.mapping,
            "mapping_received_on",
            referral.mapping_received_on,
        ),
    ];
    for (what, input, key, received_on) in dated {
        let Some(input) = input else { continue };
        match (received_on, last_day(input, view.held_on())) {
            (None, _) => {
                findings.add(
                    pointer!("referral", key),
                    None,
                    "Nothing says when {what} came.",
                    &[("what", what.into())],
                );
            }
            (Some(received_on), Some(last_day)) if received_on > last_day => {
                let template =
                    "On {received_on} {what} came, after {last_day}, the last day in time.";
                let facts = [
                    ("received_on", received_on.into()),
                    ("what", what.into()),
                    ("last_day", last_day.into()),
                ];
                findings.add(pointer!("referral", key), None, template, &facts);
            }
            _ => {}
        }
    }
    if inputs.referrer_scale == Some(true) && referral.scale.is_none() {
        findings.add(
            pointer!("referral", "scale"),
            None,
            "The referrer brought no scaling question of their own.",
            &[],
        );
    }
}

/// The last day on which something is in time: that of the meeting where the profile names no days before it.
fn last_day(input: &Given, held_on: Option<Date>) -> Option<Date> {
    held_on?.checked_add_days(-i64::from(input.0.days_before.unwrap_or(0)))
}

rule! {
    SP213 => empty_map,
    title: "The map starts empty",
    severity: Advice,
    phase: Planned,
    why: "The mapping template lets the panel start from what the worker already knows, and spend its time on what comes next.",
    remedy: "Put what the template says on the map, as coming from the referral.",
    needs: &["inputs.mapping"],
}

fn empty_map(view: &View<'_>, findings: &mut Findings) {
    let asked = is_first_panel(view) && view.profile.inputs.mapping.is_some();
    if asked && !view.map().any(|(_, entry)| entry.origin == Some(Origin::Referral)) {
        findings.add(pointer!("mapping"), None, "No entry of the map came with the referral.", &[]);
    }
}
