//! Who is asked for a number.

use crate::record::{Participant, ParticipantKind, PersonKind, Scale, ScalingRound};
use crate::view::View;

/// Everyone whom a scale asks: those who attended and are of its audience, in the order of the record. Never a child, who
/// may still offer a number.
pub(crate) fn asked<'a>(view: &View<'a>, scale: &Scale) -> impl Iterator<Item = &'a Participant> {
    view.attended().filter(|participant| {
        scale.asked_of.iter().any(|audience| is_of(view, participant, audience))
            && !view.is_child(participant)
    })
}

/// Whether someone is of an audience: everyone, professionals, family, parents, children, core, referrer, chair, or a seat of
/// the profile.
pub(crate) fn is_of<'a>(view: &View<'a>, participant: &'a Participant, audience: &str) -> bool {
    let is = |id: Option<&crate::Id>| id == Some(&participant.id);
    // A council may have a seat that is called so from before these words were there.
    match audience {
        "parents" if view.profile.seat(audience).is_none() => {
            let person = participant.person.as_deref().and_then(|id| view.person(id));
            participant.is_family_side()
                && person
                    .is_some_and(|it| matches!(it.kind, PersonKind::Parent | PersonKind::Carer))
        }
        "children" if view.profile.seat(audience).is_none() => view.is_child(participant),
        "everyone" => !matches!(
            participant.kind,
            ParticipantKind::BusinessSupport | ParticipantKind::Advocate
        ),
        "professionals" => participant.is_professional(),
        "family" => participant.is_family_side(),
        "core" => view
            .seats_held(participant)
            .filter_map(|seat| view.profile.seat(seat))
            .any(|seat| seat.core == Some(true)),
        "referrer" => is(view.record.referral.referrer.as_ref()),
        "chair" => is(view.record.meeting.chair.as_ref()),
        seat => view.seats_held(participant).any(|held| held == seat),
    }
}

/// Whether a scale asks parents or children apart and none of them came: then it is not missed.
pub(crate) fn asks_no_one_who_came(view: &View<'_>, scale: &Scale) -> bool {
    let is_apart = |audience: &crate::Id| {
        matches!(audience.as_str(), "parents" | "children") && view.profile.seat(audience).is_none()
    };
    !scale.asked_of.is_empty()
        && scale.asked_of.iter().all(is_apart)
        && !view.attended().any(|participant| {
            scale.asked_of.iter().any(|audience| is_of(view, participant, audience))
        })
}

/// Those who attended and give one number together, by audience.
pub(crate) fn together<'a>(
    view: &View<'a>,
    scale: &Scale,
) -> impl Iterator<Item = Vec<&'a Participant>> {
    scale.together.iter().map(|audience| {
        view.attended().filter(|participant| is_of(view, participant, audience)).collect()
    })
}

/// Whether a scale asks the referrer and no one else.
pub(crate) fn asks_referrer_alone(scale: &Scale) -> bool {
    !scale.asked_of.is_empty() && scale.asked_of.iter().all(|audience| *audience == Scale::REFERRER)
}

/// Whether a scale was asked in a round: at least one number or abstention is recorded.
pub(crate) fn was_asked(scaling_round: &ScalingRound) -> bool {
    !scaling_round.ratings.is_empty() || !scaling_round.abstentions.is_empty()
}
