//! The minutes: what was decided and agreed, and what was said.

use super::clock::{duration, time};
use super::document::{Block, Document, Table, Words};
use super::head::{about_the_record, document, head};
use super::source::{Source, day_or_absent};
use super::{decision, map as the_map, people, plan, scales};
use crate::Label;
use crate::profile::Withheld;
use crate::record::{AgendaItem, ServiceStatus};
use std::collections::BTreeSet;

/// What was decided and who does what comes first; who was there and what was said stand behind it.
pub(super) fn minutes(source: &Source<'_>) -> Document {
    let mut blocks = vec![head(source)];
    blocks.extend(decision::decision(source));
    blocks.extend(plan::plan(source));
    blocks.extend(decision::next(source));
    blocks.extend(decision::dissent(source));
    blocks.extend(people::people(source));
    blocks.extend(the_map::map(source));
    blocks.extend(the_map::whose(source));
    blocks.extend(the_map::taken_off(source));
    blocks.extend(scales::scales(source));
    blocks.extend(hopes(source));
    blocks.extend(agreement(source));
    blocks.extend(agenda(source));
    blocks.extend(decision::recording(source));
    blocks.extend(about_the_record(source));
    if source.is_for_family() {
        blocks.extend(decision::contact(source));
    }
    document(source, source.for_family_or("What we talked about and agreed", "Minutes"), blocks)
}

pub(super) fn agreement(source: &Source<'_>) -> Vec<Block> {
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
    let not_for = || source.not_for_unmarked(service);
    facts = facts.into_iter().map(|(name, value)| (name, value.but(not_for()))).collect();
    if !source.is_for_family() {
        if !service.history.is_empty() {
            let earlier = service.history.iter().map(|earlier| {
                let status = Words::known(earlier.status.map(service_status));
                status.and(", ").then(day_or_absent(earlier.on))
            });
            let earlier = Words::joined(earlier, "; ").but(not_for());
            facts.push((Words::own("Before that"), earlier));
        }
        let spelt = |label: Option<&Label>| {
            let code = |label: &Label| Words::code(&label.as_str().replace('_', " "));
            label.map_or_else(Words::absent, code).but(source.not_for_unmarked(sharing))
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
        Words::known(told).but(source.not_for_unmarked(sharing)),
    ));
    if sharing.note.is_some() && !source.is_for_family() {
        let note = Words::said(sharing.note.as_ref()).but(source.not_for_unmarked(sharing));
        facts.push((Words::own("Note on sharing"), note));
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
    let heard = || source.text_not_for(Withheld::Referral, referral);
    let written = || source.not_for_unmarked(referral);
    let mut facts = vec![
        (
            Words::own(source.for_family_or("Who asked for this meeting", "Referrer")),
            source.name_or_absent(referral.referrer.as_ref()).but(source.not_for_all()),
        ),
        (
            Words::own(source.for_family_or("Why", "Reason for the referral")),
            Words::said(referral.reason.as_ref()).but(heard()),
        ),
    ];
    if !source.is_for_family() {
        let received = day_or_absent(referral.received_on).but(written());
        facts.push((Words::own("Referral received"), received));
        facts.push((
            Words::own("Mapping template received"),
            day_or_absent(referral.mapping_received_on).but(written()),
        ));
    }
    let hopes = Words::said(referral.best_hopes.as_ref()).but(heard());
    facts.push((Words::own("Best hopes"), hopes));
    let background = Words::said(referral.background.as_ref()).but(written());
    facts.push((Words::own("Background"), background));
    let heading =
        source.for_family_or("Why we met, and what we hoped for", "Best hopes and background");
    vec![Block::Heading(2, Words::own(heading)), Block::Facts(facts)]
}

fn agenda(source: &Source<'_>) -> Vec<Block> {
    let heading = match source.is_for_family() {
        true => Words::own("What we did"),
        false => source.not_for_the_family("Agenda"),
    };
    let heading = Block::Heading(2, heading);
    let items = &source.record.agenda;
    if items.is_empty() {
        return vec![heading, Block::Paragraph(Words::absent())];
    }
    let title = |item: &AgendaItem| match source
        .profile
        .stage(&item.stage)
        .and_then(|stage| stage.title.as_ref())
    {
        Some(title) => Words::council(Some(title)),
        None => Words::code(item.stage.as_str()),
    };
    let led_by = |item: &AgendaItem| item.led_by.as_ref().map(|id| source.name(id));
    if source.is_for_family() {
        return vec![heading, Block::List(items.iter().map(title).collect())];
    }
    let rows = items.iter().map(|item| {
        let at = |instant: Option<crate::Instant>| Words::known(instant.map(time));
        let planned = source.profile.stage(&item.stage).and_then(|stage| stage.minutes);
        let mut notes = Vec::new();
        if item.skipped_reason.is_some() {
            let reason = Words::said(item.skipped_reason.as_ref());
            // No mark shows it: it tells that the stage was not held.
            notes.push(Words::own("not held: ").then(reason).but(source.not_for_all()));
        }
        if let Some(paused) = item.paused_seconds.filter(|paused| *paused > 0) {
            notes.push(Words::own(format!("paused for {}", duration(paused.into()))));
        }
        if item.note.is_some() {
            notes.push(Words::said(item.note.as_ref()).but(source.not_for_unmarked(item)));
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
        row.extend([planned, taken, Words::all(notes, "; ")]);
        row
    });
    let head = vec!["Stage", "Led by", "Began", "Ended", "Planned", "Taken", "Notes"];
    // A spreadsheet has the table's title and no heading.
    let table = Table::new("Stages, not for the family", head, rows.collect());
    let mut blocks = vec![heading, Block::Table(table)];
    let recorded: BTreeSet<_> = items.iter().map(|item| &item.stage).collect();
    let missing =
        source.profile.agenda.iter().filter(|stage| source.blanks && !recorded.contains(&stage.id));
    let missing: Vec<_> = missing
        .map(|stage| match &stage.title {
            Some(title) => Words::council(Some(title)),
            None => Words::code(stage.id.as_str()),
        })
        .collect();
    if !missing.is_empty() {
        blocks.push(Block::Paragraph(
            Words::label("Not recorded:").then(Words::joined(missing, "; ")),
        ));
    }
    if items.iter().any(|item| item.started_at.or(item.ended_at).is_some()) {
        let about = "Times are UK time; pauses are not counted as taken.";
        blocks.push(Block::Paragraph(Words::own(about)));
    }
    blocks
}

/// How long a stage took, pauses aside, where that can be told.
fn taken(item: &AgendaItem) -> Option<i64> {
    let seconds = item.ended_at?.seconds_since(item.started_at?);
    let taken = seconds - i64::from(item.paused_seconds.unwrap_or(0));
    (seconds >= 0 && taken >= 0).then_some(taken)
}
