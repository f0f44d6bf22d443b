//! Rules about who was asked which scale, and when.

use super::scaled;
use crate::Id;
use crate::lookup::{Set, repeats};
use crate::record::{Category, Participant, Scale, Subject};
use crate::rules::{Defined, Definition, Findings, Phase, Severity, View, pointer};
use crate::scaling::{asked, asks_referrer_alone, own, was_asked};

pub(super) const NOT_ASKED: Defined = Defined {
    definition: Definition {
        code: "SP502",
        title: "A scaling question was not asked",
        severity: Severity::Warning,
        phase: Phase::Concluded,
        why: "The council asks this question at every panel, so that each voice is heard and a later panel can see what has changed.",
        remedy: "Record the numbers, or who abstained and why.",
        parameters: &[],
        needs: &["scales"],
        since: "2026.1",
    },
    ask: not_asked,
};

fn not_asked(view: &View<'_>, findings: &mut Findings) {
    lacking_rounds(view, findings, false);
}

pub(super) const GAVE_NO_NUMBER: Defined = Defined {
    definition: Definition {
        code: "SP503",
        title: "Somebody was asked and gave no number",
        severity: Severity::Warning,
        phase: Phase::Concluded,
        why: "A missing number hides a voice. Not wanting to give one is an answer too, and is recorded as an abstention.",
        remedy: "Record their number, or that they abstained.",
        parameters: &[],
        needs: &["scales.asked_of"],
        since: "2026.1",
    },
    ask: gave_no_number,
};

fn gave_no_number(view: &View<'_>, findings: &mut Findings) {
    // Worked out once a scale, so that many sittings of one asked of a few cost no more than their numbers.
    let mut audiences: Vec<Option<Vec<(usize, &Participant)>>> =
        vec![None; view.profile.scales.len() + 1];
    // For each participant the last sitting in which they answered, counted from 1.
    let mut answered = vec![0; view.record.participants.len()];
    // That a scale was not asked at all is one fault, and another rule's.
    for (index, sitting, scale) in scaled(view).filter(|(_, sitting, _)| was_asked(sitting)) {
        let rated = own(sitting).map(|(_, rating)| &rating.by);
        for by in rated.chain(sitting.abstentions.iter().map(|abstention| &abstention.by)) {
            if let Some(last) = view.participant_index(by).and_then(|at| answered.get_mut(at)) {
                *last = index + 1;
            }
        }
        // The referrer's own scale comes after those of the profile.
        let which = view.profile.scale_index(&sitting.scale).unwrap_or(view.profile.scales.len());
        let Some(audience) = audiences.get_mut(which) else { continue };
        let by_index = |participant: &'_ Participant| view.participant_index(&participant.id);
        let audience = audience.get_or_insert_with(|| {
            asked(view, scale).filter_map(|p| Some((by_index(p)?, p))).collect()
        });
        for (_, participant) in
            audience.iter().filter(|(at, _)| answered.get(*at) != Some(&(index + 1)))
        {
            let words = "{participant} is asked the scale {scale} and has neither a number of their own nor an abstention.";
            let read =
                [("participant", (&participant.id).into()), ("scale", (&sitting.scale).into())];
            findings.add(pointer!("scaling", index), Some(&participant.id), words, &read);
        }
        // Every sitting times everybody may be more than anybody could hold.
        if findings.are_full() {
            return;
        }
    }
}

pub(super) const REFERRER_NOT_ASKED: Defined = Defined {
    definition: Definition {
        code: "SP510",
        title: "The referrer's scaling question was not asked",
        severity: Severity::Warning,
        phase: Phase::Concluded,
        why: "The worker brought a question and hopes for the panel; asking for their number shows whether the panel helped.",
        remedy: "Record the referrer's number, or that they abstained.",
        parameters: &[],
        needs: &[],
        since: "2026.1",
    },
    ask: referrer_not_asked,
};

fn referrer_not_asked(view: &View<'_>, findings: &mut Findings) {
    let mut asked = view.record.scaling.iter().filter(|sitting| was_asked(sitting));
    if view.record.referral.scale.is_some()
        && !asked.any(|sitting| sitting.scale == Scale::REFERRER)
    {
        findings.add(
            pointer!("scaling"),
            Some(Scale::REFERRER),
            "The referrer's own scale was not asked.",
            &[],
        );
    }
    lacking_rounds(view, findings, true);
}

/// Each round of each scale of the profile that was not asked, and of a scale that belongs to a danger, for each danger:
/// of the scales that ask the referrer alone, or of all others.
fn lacking_rounds(view: &View<'_>, findings: &mut Findings, of_referrer_alone: bool) {
    let mut scales = view
        .profile
        .scales
        .iter()
        .filter(|scale| asks_referrer_alone(scale) == of_referrer_alone)
        .peekable();
    if scales.peek().is_none() {
        return;
    }
    let sittings = || view.record.scaling.iter().filter(|sitting| was_asked(sitting));
    let overall: Set<_> =
        sittings().map(|sitting| (&*sitting.scale, sitting.round.as_deref())).collect();
    let about: Set<_> = sittings()
        .filter_map(|sitting| {
            Some((&*sitting.scale, sitting.round.as_deref(), &**sitting.about.as_ref()?))
        })
        .collect();
    for (scale, round) in
        scales.flat_map(|scale| scale.rounds.iter().map(move |round| (scale, round)))
    {
        let read = || [("scale", (&scale.id).into()), ("round", round.into())];
        if scale.subject == Subject::Entry {
            let dangers = view.map().filter(|(_, entry)| entry.category == Category::FutureDanger);
            for (index, danger) in dangers
                .filter(|(_, danger)| !about.contains(&(&*scale.id, Some(&**round), &*danger.id)))
            {
                let words = "The scale {scale} was not asked in the round {round} about the danger {danger}.";
                let [scale_read, round_read] = read();
                let read = [scale_read, round_read, ("danger", (&danger.id).into())];
                findings
                    .add(pointer!("scaling"), Some(&scale.id), words, &read)
                    .relate(pointer!("mapping", index));
            }
        } else if !overall.contains(&(&*scale.id, Some(&**round))) {
            findings.add(
                pointer!("scaling"),
                Some(&scale.id),
                "The scale {scale} was not asked in the round {round}.",
                &read(),
            );
        }
        // Every round times every danger may be more than anybody could hold.
        if findings.are_full() {
            return;
        }
    }
}

pub(super) const ASKED_TWICE: Defined = Defined {
    definition: Definition {
        code: "SP511",
        title: "The same question was recorded twice",
        severity: Severity::Error,
        phase: Phase::Meeting,
        why: "Two sittings of one scale in one round leave it open which numbers count.",
        remedy: "Join the two, or give one of them its own round.",
        parameters: &[],
        needs: &[],
        since: "2026.1",
    },
    ask: asked_twice,
};

fn asked_twice(view: &View<'_>, findings: &mut Findings) {
    let sittings = view.record.scaling.iter();
    let later = repeats(
        sittings
            .enumerate()
            .map(|(index, sitting)| (index, (&sitting.scale, &sitting.round, &sitting.about))),
    );
    for (index, sitting) in
        later.into_iter().filter_map(|(index, _)| Some((index, view.record.scaling.get(index)?)))
    {
        let words =
            "The scale {scale} is recorded a second time for the same round and the same subject.";
        findings.add(
            pointer!("scaling", index),
            Some(&sitting.scale),
            words,
            &[("scale", (&sitting.scale).into())],
        );
    }
}

pub(super) const NOT_THERE: Defined = Defined {
    definition: Definition {
        code: "SP512",
        title: "A number from somebody who did not attend",
        severity: Severity::Warning,
        phase: Phase::Meeting,
        why: "A number is given in the room, after hearing the others. One from elsewhere belongs in a written update.",
        remedy: "Correct who gave the number, or that they attended.",
        parameters: &[],
        needs: &[],
        since: "2026.1",
    },
    ask: not_there,
};

fn not_there(view: &View<'_>, findings: &mut Findings) {
    let is_away = |by: &Id| view.participant(by).is_some_and(|participant| !participant.attended());
    for (index, sitting) in view.record.scaling.iter().enumerate() {
        let ratings = sitting
            .ratings
            .iter()
            .map(|rating| &rating.by)
            .enumerate()
            .map(|(at, by)| ("ratings", at, by));
        let abstentions = sitting
            .abstentions
            .iter()
            .map(|abstention| &abstention.by)
            .enumerate()
            .map(|(at, by)| ("abstentions", at, by));
        for (list, at, by) in ratings.chain(abstentions).filter(|(_, _, by)| is_away(by)) {
            let words = "{by} answered the scale {scale}, and is not recorded as having attended.";
            let read = [("by", by.into()), ("scale", (&sitting.scale).into())];
            findings.add(pointer!("scaling", index, list, at, "by"), Some(by), words, &read);
        }
    }
}
