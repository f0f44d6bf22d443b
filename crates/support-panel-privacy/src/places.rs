//! The members of a record that are more than their kind says.

use support_panel::record::PlaceId;

const fn at(path: &str) -> PlaceId {
    PlaceId::of(path)
}

/// Ids that are the profile's words.
pub(crate) const OF_THE_PROFILE: &[PlaceId] = &[
    at("profile.id"),
    at("case.status"),
    at("referral.scale.id"),
    at("referral.scale.asked_of"),
    at("referral.scale.together"),
    at("participants.seat"),
    at("agenda.stage"),
    at("scaling.scale"),
    at("outcome.decision"),
    at("outcome.children.decision"),
];
/// Ids of records.
pub(crate) const OF_A_RECORD: &[PlaceId] =
    &[at("id"), at("meeting.previous"), at("actions.carried_from.record")];
/// The case's reference.
pub(crate) const REFERENCE: PlaceId = at("case.reference");
/// What other systems call the case.
pub(crate) const OTHER_REFERENCES: &[PlaceId] =
    &[at("recording.reference"), at("case.identifiers.value")];
/// What people are called.
pub(crate) const NAMES: &[PlaceId] = &[at("case.people.name"), at("participants.name")];
pub(crate) const AGENCY: PlaceId = at("participants.agency");
pub(crate) const NUMBER: PlaceId = at("case.people.nhs_number");
/// Where a panel is held, which may be someone's home.
pub(crate) const HELD_AT: PlaceId = at("meeting.place");
/// The days from which an age is told.
pub(crate) const BIRTHS: &[PlaceId] =
    &[at("case.people.date_of_birth"), at("case.people.expected_on")];
/// What makes scales comparable: kept apart by a token rather than left out.
pub(crate) const SCALE_WORDS: &[PlaceId] = &[
    at("referral.scale.prompt"),
    at("referral.scale.anchors.min"),
    at("referral.scale.anchors.max"),
];

#[cfg(test)]
pub(crate) fn all() -> Vec<PlaceId> {
    let lists = [OF_THE_PROFILE, OF_A_RECORD, OTHER_REFERENCES, NAMES, BIRTHS, SCALE_WORDS];
    let single = [REFERENCE, AGENCY, NUMBER, HELD_AT];
    lists.concat().into_iter().chain(single).collect()
}
