//! What stands at the top of a paper, and around all of it.

use super::clock::{day, uk};
use super::document::{Block, Document, Layout, Words};
use super::source::{Source, day_or_absent};
use crate::Label;
use crate::profile::Profile;
use crate::record::{MeetingKind, MeetingStatus};

/// The language of our own words.
const OURS: &str = "en-GB";

/// A paper of a record.
pub(super) fn document(source: &Source<'_>, name: &str, blocks: Vec<Block>) -> Document {
    of_profile(source.profile, name, blocks)
}

/// A paper of a profile.
pub(super) fn of_profile(profile: &Profile, name: &str, blocks: Vec<Block>) -> Document {
    let meeting = match &profile.title {
        Some(title) => Words::council(Some(title)),
        None => Words::code(profile.id.as_str()),
    };
    let mut document = Document::new(OURS, Words::own(format!("{name}: ")).then(meeting));
    document.council_language = language(profile).map(str::to_owned);
    document.blocks = blocks;
    document
}

/// The language of the council's own words, where it is not ours: headings that are ours stay marked English.
fn language(profile: &Profile) -> Option<&str> {
    let is_tag = |language: &&str| language.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    profile.language.as_ref().map(Label::as_str).filter(is_tag).filter(|tag| *tag != OURS)
}

/// The page and the letters of a paper that is read at a table, not at a desk.
pub(super) const LARGE: Layout = Layout { is_landscape: false, points: 14 };

/// Who held the meeting, on which day, and how far it has come.
pub(super) fn head(source: &Source<'_>) -> Block {
    let (record, profile) = (source.record, source.profile);
    let meeting = &record.meeting;
    let status = match meeting.status.unwrap_or(MeetingStatus::Planned) {
        MeetingStatus::Planned => "Planned: the meeting has not been held yet",
        MeetingStatus::InProgress => "In progress",
        MeetingStatus::Concluded => "Concluded",
        MeetingStatus::Adjourned => "Adjourned: the meeting stopped and will go on another day",
    };
    let kind = meeting.kind.map(|kind| match kind {
        MeetingKind::Initial => "First meeting",
        MeetingKind::Review => "Review",
    });
    let mut facts = vec![(Words::own("Council"), Words::council(profile.authority.as_ref()))];
    if !source.is_for_family() {
        facts.push((Words::own("Case reference"), Words::code(record.case.reference.as_str())));
    }
    facts.extend([
        (Words::own("Date"), day_or_absent(meeting.held_on)),
        (Words::own("Type"), Words::known(kind)),
        (Words::own("Status"), Words::own(status)),
        (Words::own("Chair"), source.name_or_absent(meeting.chair.as_ref())),
        (Words::own("Notes"), source.name_or_absent(meeting.note_taker.as_ref())),
    ]);
    if meeting.adjourned_reason.is_some() || meeting.status == Some(MeetingStatus::Adjourned) {
        facts.push((
            Words::own("Why it was adjourned"),
            Words::said(meeting.adjourned_reason.as_ref())
                .but(source.not_for(&meeting.marks.adjourned_reason)),
        ));
        facts.push((Words::own("Meets again on"), day_or_absent(meeting.reconvene_on)));
    }
    if meeting.inquorate_reason.is_some() && !source.is_for_family() {
        facts.push((
            Words::own("Why it went on without a quorum"),
            Words::said(meeting.inquorate_reason.as_ref()).but(source.not_for_all()),
        ));
    }
    Block::Facts(facts)
}

/// What only those who keep the record need, at its end.
pub(super) fn about_the_record(source: &Source<'_>) -> Vec<Block> {
    if source.is_for_family() {
        return Vec::new();
    }
    let (record, profile) = (source.record, source.profile);
    let case_status = record.case.status.as_ref().map(|id| {
        match profile.status(id).and_then(|status| status.label.as_ref()) {
            Some(label) => Words::council(Some(label)),
            None => Words::code(id.as_str()),
        }
    });
    let mut facts = vec![
        (Words::own("Record"), Words::code(record.id.as_str())),
        (Words::own("Status of the case"), case_status.unwrap_or_else(Words::absent)),
        (
            Words::own("Profile"),
            Words::code(&profile.id).and(", version ").then(Words::code(&profile.version)),
        ),
    ];
    if let Some(previous) = &record.meeting.previous {
        facts.push((Words::own("Panel before this one"), Words::code(previous.as_str())));
    }
    vec![Block::Heading(2, Words::own("About this record")), Block::Facts(facts)]
}

/// The council and the day, in one line: for papers that have no room for more.
pub(super) fn line(source: &Source<'_>) -> Block {
    let council = source.profile.authority.as_ref().map(|name| Words::council(Some(name)));
    let on = source.record.meeting.held_on.map(|on| Words::own(day(on)));
    let reference =
        (!source.is_for_family()).then(|| Words::code(source.record.case.reference.as_str()));
    Block::Paragraph(Words::all(council.into_iter().chain(on).chain(reference).collect(), " · "))
}

/// The day of the meeting and the time that it starts at, where that is known.
pub(super) fn when(source: &Source<'_>) -> Option<Words> {
    let starts = source.record.meeting.starts_at.and_then(uk);
    match (starts, source.record.meeting.held_on) {
        (Some((on, at)), _) => Some(Words::own(format!("{} at {at}", day(on)))),
        (None, Some(on)) => Some(Words::own(day(on))),
        (None, None) => None,
    }
}
