//! What must be there before a first panel.

use crate::Date;
use crate::edition::Edition;
use crate::profile::Given;
use crate::record::{MeetingKind, Origin, ServiceStatus};
use crate::rules::{Findings, Phase, View, pointer, rule};
use crate::scaling::is_of;

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

rule! {
    SP214 => no_report,
    title: "A report is missing",
    severity: Warning,
    phase: Planned,
    why: "A panel that asks everyone for a report can prepare, and hears also those who cannot come.",
    remedy: "Ask for the report, and record that it came.",
    needs: &["inputs.reports"],
    since: Edition::V2026_2,
}

fn no_report(view: &View<'_>, findings: &mut Findings) {
    let reports = &view.profile.inputs.reports;
    let days_before = i64::from(reports.days_before.unwrap_or(0));
    let last_day = view.held_on().and_then(|held_on| held_on.checked_add_days(-days_before));
    let is_late = view.as_of.zip(last_day).is_some_and(|(as_of, last_day)| as_of > last_day);
    // Before its last day a report is not missing yet.
    if reports.asked_of.is_empty() || view.phase() < Phase::Meeting && !is_late {
        return;
    }
    for (index, participant) in view.record.participants.iter().enumerate() {
        let is_asked = reports.asked_of.iter().any(|whom| is_of(view, participant, whom))
            && !participant.is_family_side();
        if is_asked && participant.written_update != Some(true) {
            let mut read = vec![("participant", (&participant.id).into())];
            read.extend(last_day.map(|last_day| ("last_day", last_day.into())));
            let template = match last_day {
                Some(_) => {
                    "{participant} is asked for a report by {last_day}, and none is recorded."
                }
                None => "{participant} is asked for a report, and none is recorded.",
            };
            findings.add(
                pointer!("participants", index, "written_update"),
                Some(&participant.id),
                template,
                &read,
            );
        }
    }
}

rule! {
    SP215 => not_agreed_beforehand,
    title: "The family had not agreed beforehand",
    severity: Warning,
    phase: Planned,
    why: "Where a council asks for the family's agreement with the referral, a panel without it talks about a family that may not want it.",
    remedy: "Ask the family, and record whether and on what day it agreed; or hold the panel later.",
    needs: &["inputs.agreement"],
    since: Edition::V2026_2,
}

fn not_agreed_beforehand(view: &View<'_>, findings: &mut Findings) {
    let Some(agreement) = view.profile.inputs.agreement.as_ref().filter(|_| is_first_panel(view))
    else {
        return;
    };
    let service = &view.record.agreement.service;
    let last_day = last_day(agreement, view.held_on());
    match (service.status, service.on) {
        // Once the panel is held, what is missing or was refused is another rule's.
        (None, _) if view.phase() < Phase::Concluded => {
            findings.add(
                pointer!("agreement", "service", "status"),
                None,
                "Nothing says whether the family agreed to the service.",
                &[],
            );
        }
        (Some(ServiceStatus::Agreed), None) => {
            findings.add(
                pointer!("agreement", "service", "on"),
                None,
                "Nothing says on what day the family agreed.",
                &[],
            );
        }
        (Some(ServiceStatus::Agreed), Some(on)) => {
            if let Some(last_day) = last_day.filter(|last_day| on > *last_day) {
                let template = "The family agreed on {on}, after {last_day}, the last day in time.";
                let read = [("on", on.into()), ("last_day", last_day.into())];
                findings.add(pointer!("agreement", "service", "on"), None, template, &read);
            }
        }
        (Some(status), _) if view.phase() < Phase::Concluded => {
            let template = "Agreement to the service is {status}.";
            let read = [("status", status.as_str().into())];
            findings.add(pointer!("agreement", "service", "status"), None, template, &read);
        }
        _ => {}
    }
}
