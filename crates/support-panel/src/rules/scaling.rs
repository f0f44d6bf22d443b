//! Rules about scaling: the numbers here, who was asked in [`asking`].

mod asking;

use super::{Findings, View, pointer, rule, tables};
use crate::lookup::{Key, repeats};
use crate::record::{Rating, Scale, ScalingRound};
use crate::scaling::{Spread, lowest, own, spread};
use crate::{Record, Text};
use asking::{SP502, SP503, SP510, SP511, SP512};

tables! {
    SP501,
    SP502,
    SP503,
    SP504,
    SP505,
    SP507,
    SP508,
    SP509,
    SP510,
    SP511,
    SP512,
}

rule! {
    SP501 => off_the_scale,
    title: "A number is not on its scale",
    severity: Error,
    phase: Meeting,
    why: "A number outside its scale, or between its steps, means nothing to those who read it later.",
    remedy: "Ask the person again and record a number of the scale.",
    needs: &["scales"],
}

fn off_the_scale(view: &View<'_>, findings: &mut Findings) {
    for (index, scaling_round, scale) in scaled(view) {
        for (at, rating) in
            scaling_round.ratings.iter().enumerate().filter(|(_, rating)| !scale.has(rating.value))
        {
            let template = "{value} is not on the scale {scale}, which goes from {min} to {max} in steps of {step}.";
            let read = [
                ("value", rating.value.into()),
                ("scale", (&scaling_round.scale).into()),
                ("min", scale.min.into()),
                ("max", scale.max.into()),
                ("step", scale.step.into()),
            ];
            findings.add(
                pointer!("scaling", index, "ratings", at, "value"),
                Some(&rating.by),
                template,
                &read,
            );
        }
    }
}

rule! {
    SP504 => lowest_without_reason,
    title: "The lowest number has no reason",
    severity: Warning,
    phase: Concluded,
    why: "The most worried person may know what no one else does. Their reason is the most useful thing on the page.",
    remedy: "Record what places them at that number.",
}

fn lowest_without_reason(view: &View<'_>, findings: &mut Findings) {
    for (index, scaling_round, scale) in scaled(view) {
        for (at, rating) in
            lowest(scale, own(scaling_round)).into_iter().filter(|(_, rating)| !has_reason(rating))
        {
            let template = "{by} gave the lowest number on the scale {scale}, {value}, and no reason is recorded.";
            let read = [
                ("by", (&rating.by).into()),
                ("scale", (&scaling_round.scale).into()),
                ("value", rating.value.into()),
            ];
            findings.add(
                pointer!("scaling", index, "ratings", at, "reason"),
                Some(&rating.by),
                template,
                &read,
            );
        }
    }
}

rule! {
    SP505 => two_numbers,
    title: "One person gave two numbers",
    severity: Error,
    phase: Meeting,
    why: "Each voice counts once. A change of mind is an amendment of the first number, so that both stay on record.",
    remedy: "Keep one number and record the other as what it was before, or say on whose behalf it was given.",
}

fn two_numbers(view: &View<'_>, findings: &mut Findings) {
    // For each participant the last round in which they gave a number, counted from 1.
    let mut gave = vec![0; view.record.participants.len()];
    for (index, scaling_round) in view.record.scaling.iter().enumerate() {
        let may_be_again = own(scaling_round).any(|(_, rating)| {
            let last = view.participant_index(&rating.by).and_then(|at| gave.get_mut(at));
            // Of one whom the record does not have nothing is known yet.
            last.is_none_or(|last| std::mem::replace(last, index + 1) == index + 1)
        });
        if !may_be_again {
            continue;
        }
        let later =
            repeats(own(scaling_round).map(|(at, rating)| (at, Key::new(rating.by.as_str()))));
        for (at, rating) in
            later.into_iter().filter_map(|(at, _)| Some((at, scaling_round.ratings.get(at)?)))
        {
            let template = "{by} gave a number of their own more than once on the scale {scale}.";
            let read = [("by", (&rating.by).into()), ("scale", (&scaling_round.scale).into())];
            findings.add(
                pointer!("scaling", index, "ratings", at),
                Some(&rating.by),
                template,
                &read,
            );
        }
    }
}

rule! {
    SP507 => after_the_reveal,
    title: "A number was given or changed after the reveal",
    severity: Error,
    phase: Meeting,
    why: "On this scale each number stays sealed until all are shown, so that no one follows the first or the most senior voice.",
    remedy: "Correct the time if it is wrong; otherwise ask the scale again in another round.",
    needs: &["scales.independent"],
}

fn after_the_reveal(view: &View<'_>, findings: &mut Findings) {
    for (index, scaling_round, _) in
        scaled(view).filter(|(_, _, scale)| scale.independent == Some(true))
    {
        let Some(revealed) = scaling_round.revealed_at else { continue };
        for (at, rating) in own(scaling_round) {
            let mut times =
                rating.at.into_iter().chain(rating.amended.iter().map(|before| before.at));
            if let Some(late) = times.find(|time| time.moment() > revealed.moment()) {
                let template = "{by} gave or changed a number on the scale {scale} at {late}, after the reveal at {revealed}.";
                let read = [
                    ("by", (&rating.by).into()),
                    ("scale", (&scaling_round.scale).into()),
                    ("late", late.into()),
                    ("revealed", revealed.into()),
                ];
                findings.add(
                    pointer!("scaling", index, "ratings", at, "at"),
                    Some(&rating.by),
                    template,
                    &read,
                );
            }
        }
    }
}

rule! {
    SP508 => far_apart,
    title: "People see it very differently",
    severity: Warning,
    phase: Concluded,
    why: "Where people are far apart, or one is alone in their worry, the difference is worth more than any average and must not be lost.",
    remedy: "Record who disagrees, or both the reason of the most worried number and the reason of the decision.",
    needs: &["scales.wide_range"],
}

fn far_apart(view: &View<'_>, findings: &mut Findings) {
    if !view.record.outcome.dissent.is_empty() {
        return;
    }
    for (index, scaling_round, scale) in scaled(view) {
        let Some(spread) = spread(scale, scaling_round) else { continue };
        let answered = decision_has_reason(view.record)
            && lowest(scale, own(scaling_round)).iter().all(|(_, rating)| has_reason(rating));
        if answered {
            continue;
        }
        let (template, distance) = match spread {
            Spread::Wide(range) => (
                "Own numbers on the scale {scale} are {distance} apart, and neither dissent nor both reasons are recorded.",
                range,
            ),
            Spread::Outlier(gap) => (
                "The lowest own number on the scale {scale} stands alone, {distance} from the next, and neither dissent nor both reasons are recorded.",
                gap,
            ),
        };
        let read = [("scale", (&scaling_round.scale).into()), ("distance", distance.into())];
        findings.add(pointer!("scaling", index), Some(&scaling_round.scale), template, &read);
    }
}

rule! {
    SP509 => near_worried_end,
    title: "Someone is very worried and no response is recorded",
    severity: Warning,
    phase: Concluded,
    why: "A number this near the worried end puts a question to the panel, and the decision with its reason is the answer.",
    remedy: "Record the decision and the reason for it.",
    needs: &["scales.near_worried_end"],
}

fn near_worried_end(view: &View<'_>, findings: &mut Findings) {
    if decision_has_reason(view.record) {
        return;
    }
    for (index, scaling_round, scale) in scaled(view) {
        let Some(near) = scale.near_worried_end else { continue };
        for (at, rating) in
            own(scaling_round).filter(|(_, rating)| scale.from_worried_end(rating.value) <= near)
        {
            let template = "{by} is at {value} on the scale {scale}, within {near} of its worried end, and no decision with a reason is recorded.";
            let read = [
                ("by", (&rating.by).into()),
                ("value", rating.value.into()),
                ("scale", (&scaling_round.scale).into()),
                ("near", near.into()),
            ];
            findings.add(
                pointer!("scaling", index, "ratings", at, "value"),
                Some(&rating.by),
                template,
                &read,
            );
        }
    }
}

/// Each scaling round that is known.
fn scaled<'a>(
    view: &View<'a>,
) -> impl Iterator<Item = (usize, &'a ScalingRound, &'a Scale)> + use<'a> {
    let (record, profile) = (view.record, view.profile);
    let scaling_rounds = record.scaling.iter().enumerate();
    scaling_rounds.filter_map(|(index, scaling_round)| {
        Some((index, scaling_round, profile.scale_of(record, &scaling_round.scale)?))
    })
}

fn has_reason(rating: &Rating) -> bool {
    is_said(rating.reason.as_ref())
}

fn decision_has_reason(record: &Record) -> bool {
    let outcome = &record.outcome;
    let mut children = outcome.children.iter();
    outcome.decision.is_some() && is_said(outcome.reason.as_ref())
        || children.any(|it| is_said(it.reason.as_ref()))
}

fn is_said(text: Option<&Text>) -> bool {
    text.is_some_and(|text| !text.is_blank())
}
