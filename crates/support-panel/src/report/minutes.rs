//! The three documents, put together from their parts.

use super::document::{Block, Document, Table, Words};
use super::source::{Source, day_or_absent, duration, offset, time};
use super::{decision, map as the_map, people, plan, scales};
use crate::Label;
use crate::record::{AgendaItem, MeetingKind, MeetingStatus, ServiceStatus};
use std::collections::BTreeMap;

pub(super) fn minutes(source: &Source<'_>) -> Document {
    let mut blocks = vec![head(source)];
    blocks.extend(people::people(source));
    blocks.extend(agreement(source));
    blocks.extend(hopes(source));
    blocks.extend(agenda(source));
    blocks.extend(the_map::map(source));
    blocks.extend(the_map::taken_off(source));
    blocks.extend(scales::scales(source));
    blocks.extend(plan::plan(source));
    blocks.extend(decision::decision(source));
    blocks.extend(decision::recording(source));
    document(source, source.for_family_or("What we talked about and agreed", "Minutes"), blocks)
}

pub(super) fn map(source: &Source<'_>) -> Document {
    let blocks = std::iter::once(head(source)).chain(the_map::map(source)).collect();
    document(source, source.for_family_or("Our map", "Map"), blocks)
}

pub(super) fn action_plan(source: &Source<'_>) -> Document {
    let mut blocks = vec![head(source)];
    blocks.extend(plan::served(source));
    blocks.extend(plan::plan(source));
    blocks.extend(decision::decision(source));
    document(source, source.for_family_or("Who does what, and by when", "Action plan"), blocks)
}

pub(super) fn document(source: &Source<'_>, name: &str, blocks: Vec<Block>) -> Document {
    let profile = source.profile;
    let forum = match &profile.title {
        Some(title) => Words::said(Some(title)),
        None => Words::code(profile.id.as_str()),
    };
    let is_tag = |language: &&str| language.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let language = profile.language.as_ref().map(Label::as_str).filter(is_tag).unwrap_or("en-GB");
    Document {
        language: language.to_owned(),
        title: Words::own(format!("{name}: ")).then(forum),
        blocks,
    }
}

fn head(source: &Source<'_>) -> Block {
    let (record, profile) = (source.record, source.profile);
    let meeting = &record.meeting;
    let status = match meeting.status.unwrap_or(MeetingStatus::Planned) {
        MeetingStatus::Planned => "Planned: the meeting has not been held yet",
        MeetingStatus::InProgress => "In progress",
        MeetingStatus::Concluded => "Concluded",
        MeetingStatus::Adjourned => "Adjourned: the meeting was broken off",
    };
    let kind = meeting.kind.map(|kind| match kind {
        MeetingKind::Initial => source.for_family_or("First meeting", "Initial"),
        MeetingKind::Review => "Review",
    });
    let mut facts = vec![(Words::own("Held by"), Words::said(profile.authority.as_ref()))];
    if !source.is_for_family() {
        facts.push((Words::own("Case reference"), Words::code(record.case.reference.as_str())));
        let case_status = record.case.status.as_ref().map(|id| {
            match profile.status(id).and_then(|status| status.label.as_ref()) {
                Some(label) => Words::said(Some(label)),
                None => Words::code(id.as_str()),
            }
        });
        facts.push((Words::own("Status of the case"), case_status.unwrap_or_else(Words::absent)));
    }
    facts.extend([
        (Words::own("Day"), day_or_absent(meeting.held_on)),
        (Words::own("Kind"), Words::known(kind)),
        (Words::own("Meeting"), Words::own(status)),
        (Words::own("Chair"), source.name_or_absent(meeting.chair.as_ref())),
        (Words::own("Notes"), source.name_or_absent(meeting.note_taker.as_ref())),
    ]);
    if meeting.adjourned_reason.is_some() || meeting.status == Some(MeetingStatus::Adjourned) {
        facts.push((
            Words::own("Why it was broken off"),
            Words::said(meeting.adjourned_reason.as_ref()),
        ));
        facts.push((Words::own("Meets again on"), day_or_absent(meeting.reconvene_on)));
    }
    if !source.is_for_family() {
        if meeting.inquorate_reason.is_some() {
            facts.push((
                Words::own("Why it went on without a quorum"),
                Words::said(meeting.inquorate_reason.as_ref()),
            ));
        }
        if let Some(previous) = &meeting.previous {
            facts.push((Words::own("Panel before this one"), Words::code(previous.as_str())));
        }
        facts.push((Words::own("Record"), Words::code(record.id.as_str())));
        facts.push((
            Words::own("Profile"),
            Words::code(&profile.id).and(", version ").then(Words::code(&profile.version)),
        ));
    }
    Block::Facts(facts)
}

fn agreement(source: &Source<'_>) -> Vec<Block> {
    let (service, sharing) = (&source.record.agreement.service, &source.record.agreement.sharing);
    let mut facts = vec![(
        Words::own(source.for_family_or("Agreement to the help", "Agreement to the service")),
        {
            let status = Words::known(service.status.map(service_status));
            match service.on {
                Some(on) => status.and(", ").then(day_or_absent(Some(on))),
                None => status,
            }
        },
    )];
    if service.status == Some(ServiceStatus::Agreed) || !service.given_by.is_empty() {
        facts.push((Words::own("Given by"), source.names(&service.given_by)));
    }
    if service.reason.is_some()
        || service.status.is_some_and(|status| status != ServiceStatus::Agreed)
    {
        facts.push((Words::own("Reason"), Words::said(service.reason.as_ref())));
    }
    if !source.is_for_family() {
        if !service.history.is_empty() {
            let earlier = service.history.iter().map(|earlier| {
                let status = Words::known(earlier.status.map(service_status));
                status.and(", ").then(day_or_absent(earlier.on))
            });
            facts.push((Words::own("Before that"), Words::joined(earlier, "; ")));
        }
        let spelt = |label: Option<&Label>| {
            label.map_or_else(Words::absent, |label| Words::code(&label.as_str().replace('_', " ")))
        };
        facts.push((Words::own("Lawful basis for sharing"), spelt(sharing.lawful_basis.as_ref())));
        facts.push((
            Words::own("Special category condition"),
            spelt(sharing.special_category_condition.as_ref()),
        ));
    }
    let told = sharing.family_told.map(|told| if told { "Yes" } else { "No" });
    facts.push((
        Words::own(source.for_family_or(
            "Were you told what is shared, and with whom?",
            "Family told what is shared",
        )),
        Words::known(told),
    ));
    if sharing.note.is_some() && !source.is_for_family() {
        facts.push((Words::own("Note on sharing"), Words::said(sharing.note.as_ref())));
    }
    let heading = source.for_family_or("What you agreed to", "Agreement and sharing");
    vec![Block::Heading(2, Words::own(heading)), Block::Facts(facts)]
}

fn service_status(status: ServiceStatus) -> &'static str {
    match status {
        ServiceStatus::Agreed => "Agreed",
        ServiceStatus::Declined => "Declined",
        ServiceStatus::Withdrawn => "Withdrawn",
        ServiceStatus::NotSought => "Not sought",
    }
}

fn hopes(source: &Source<'_>) -> Vec<Block> {
    let referral = &source.record.referral;
    let mut facts = vec![
        (
            Words::own(source.for_family_or("Who asked for this meeting", "Referrer")),
            source.name_or_absent(referral.referrer.as_ref()),
        ),
        (
            Words::own(source.for_family_or("Why", "Reason for the referral")),
            Words::said(referral.reason.as_ref()),
        ),
    ];
    if !source.is_for_family() {
        facts.push((Words::own("Referral received"), day_or_absent(referral.received_on)));
        facts.push((
            Words::own("Mapping template received"),
            day_or_absent(referral.mapping_received_on),
        ));
    }
    facts.push((Words::own("Best hopes"), Words::said(referral.best_hopes.as_ref())));
    facts.push((Words::own("Background"), Words::said(referral.background.as_ref())));
    let heading =
        source.for_family_or("Why we met, and what we hoped for", "Best hopes and background");
    vec![Block::Heading(2, Words::own(heading)), Block::Facts(facts)]
}

fn agenda(source: &Source<'_>) -> Vec<Block> {
    let heading = Block::Heading(2, Words::own(source.for_family_or("What we did", "Agenda")));
    let items = &source.record.agenda;
    if items.is_empty() {
        return vec![heading, Block::Paragraph(Words::absent())];
    }
    let title = |item: &AgendaItem| match source
        .profile
        .stage(&item.stage)
        .and_then(|stage| stage.title.as_ref())
    {
        Some(title) => Words::said(Some(title)),
        None => Words::code(item.stage.as_str()),
    };
    let led_by = |item: &AgendaItem| item.led_by.as_ref().map(|id| source.name(id));
    if source.is_for_family() {
        let listed = items.iter().map(|item| match (&item.skipped_reason, led_by(item)) {
            (Some(reason), _) => {
                title(item).and(" (left out: ").then(Words::said(Some(reason))).and(")")
            }
            (None, Some(name)) => title(item).and(", led by ").then(name),
            (None, None) => title(item),
        });
        return vec![heading, Block::List(listed.collect())];
    }
    let usual = usual_offset(items);
    let rows = items.iter().map(|item| {
        let at = |instant: Option<crate::Instant>| {
            Words::known(instant.map(|instant| time(instant, &usual)))
        };
        let planned = source.profile.stage(&item.stage).and_then(|stage| stage.minutes);
        let mut remarks = Vec::new();
        if item.skipped_reason.is_some() {
            remarks.push(Words::own("left out: ").then(Words::said(item.skipped_reason.as_ref())));
        }
        if let Some(paused) = item.paused_seconds.filter(|paused| *paused > 0) {
            remarks.push(Words::own(format!("paused for {}", duration(paused.into()))));
        }
        if item.note.is_some() {
            remarks.push(Words::said(item.note.as_ref()));
        }
        let times = if item.is_held() {
            [led_by(item).unwrap_or_else(Words::absent), at(item.started_at), at(item.ended_at)]
        } else {
            [Words::default(), Words::default(), Words::default()]
        };
        let planned =
            planned.map(|minutes| Words::own(format!("{minutes} min"))).unwrap_or_default();
        let taken = taken(item).map(|seconds| Words::own(duration(seconds))).unwrap_or_default();
        let mut row = vec![title(item)];
        row.extend(times);
        row.extend([planned, taken, Words::all(remarks, "; ")]);
        row
    });
    let head = vec!["Stage", "Led by", "Began", "Ended", "Planned", "Taken", "Remarks"];
    let mut blocks =
        vec![heading, Block::Table(Table::new("Stages of the sitting", head, rows.collect()))];
    let missing = source
        .profile
        .agenda
        .iter()
        .filter(|stage| !items.iter().any(|item| item.stage == stage.id));
    let missing: Vec<_> = missing
        .map(|stage| match &stage.title {
            Some(title) => Words::said(Some(title)),
            None => Words::code(stage.id.as_str()),
        })
        .collect();
    if !missing.is_empty() {
        blocks.push(Block::Paragraph(
            Words::label("Not recorded:").then(Words::joined(missing, "; ")),
        ));
    }
    if !usual.is_empty() {
        blocks.push(Block::Paragraph(Words::own(format!(
            "Times are {usual}; pauses are not counted as taken."
        ))));
    }
    blocks
}

/// How long a stage took, pauses aside, where that can be told.
fn taken(item: &AgendaItem) -> Option<i64> {
    let seconds = item.ended_at?.seconds_since(item.started_at?);
    let taken = seconds - i64::from(item.paused_seconds.unwrap_or(0));
    (seconds >= 0 && taken >= 0).then_some(taken)
}

/// The offset that most times of the agenda are written in.
fn usual_offset(items: &[AgendaItem]) -> String {
    let mut counts = BTreeMap::<String, usize>::new();
    for instant in items.iter().flat_map(|item| [item.started_at, item.ended_at]).flatten() {
        *counts.entry(offset(&instant.to_string())).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(offset, _)| offset).unwrap_or_default()
}
