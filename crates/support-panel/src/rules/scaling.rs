//! Rules about scaling: the numbers here, who was asked in [`asking`].

mod asking;

use super::{Defined, Definition, Findings, Phase, Severity, View, pointer, tables};
use crate::lookup::{Key, repeats};
use crate::record::{Rating, Scale, ScalingRound};
use crate::scaling::{Apart, apart, lowest, own};
use crate::{Record, Text};
use asking::{ASKED_TWICE, GAVE_NO_NUMBER, NOT_ASKED, NOT_THERE, REFERRER_NOT_ASKED};

tables! {
    OFF_THE_SCALE,
    NOT_ASKED,
    GAVE_NO_NUMBER,
    LOWEST_WITHOUT_REASON,
    TWO_NUMBERS,
    AFTER_THE_REVEAL,
    FAR_APART,
    NEAR_WORRIED_END,
    REFERRER_NOT_ASKED,
    ASKED_TWICE,
    NOT_THERE,
}

const OFF_THE_SCALE: Defined = Defined {
    definition: Definition {
        code: "SP501",
        title: "A number is not on its scale",
        severity: Severity::Error,
        phase: Phase::Meeting,
        why: "A number outside its scale, or between its steps, means nothing to those who read it later.",
        remedy: "Ask the person again and record a number of the scale.",
        parameters: &[],
        needs: &["scales"],
        since: "2026.1",
    },
    ask: off_the_scale,
};

fn off_the_scale(view: &View<'_>, findings: &mut Findings) {
    for (index, sitting, scale) in scaled(view) {
        for (at, rating) in
            sitting.ratings.iter().enumerate().filter(|(_, rating)| !scale.has(rating.value))
        {
            let words = "{value} is not on the scale {scale}, which goes from {min} to {max} in steps of {step}.";
            let read = [
                ("value", rating.value.into()),
                ("scale", (&sitting.scale).into()),
                ("min", scale.min.into()),
                ("max", scale.max.into()),
                ("step", scale.step.into()),
            ];
            findings.add(
                pointer!("scaling", index, "ratings", at, "value"),
                Some(&rating.by),
                words,
                &read,
            );
        }
    }
}

const LOWEST_WITHOUT_REASON: Defined = Defined {
    definition: Definition {
        code: "SP504",
        title: "The lowest number has no reason",
        severity: Severity::Warning,
        phase: Phase::Concluded,
        why: "The most worried person may know what nobody else does. Their reason is the most useful thing on the page.",
        remedy: "Record what places them at that number.",
        parameters: &[],
        needs: &[],
        since: "2026.1",
    },
    ask: lowest_without_reason,
};

fn lowest_without_reason(view: &View<'_>, findings: &mut Findings) {
    for (index, sitting, scale) in scaled(view) {
        for (at, rating) in
            lowest(scale, own(sitting)).into_iter().filter(|(_, rating)| !has_reason(rating))
        {
            let words = "{by} gave the lowest number on the scale {scale}, {value}, and no reason is recorded.";
            let read = [
                ("by", (&rating.by).into()),
                ("scale", (&sitting.scale).into()),
                ("value", rating.value.into()),
            ];
            findings.add(
                pointer!("scaling", index, "ratings", at, "reason"),
                Some(&rating.by),
                words,
                &read,
            );
        }
    }
}

const TWO_NUMBERS: Defined = Defined {
    definition: Definition {
        code: "SP505",
        title: "One person gave two numbers",
        severity: Severity::Error,
        phase: Phase::Meeting,
        why: "Each voice counts once. A change of mind is an amendment of the first number, so that both stay on record.",
        remedy: "Keep one number and record the other as what it was before, or say on whose behalf it was given.",
        parameters: &[],
        needs: &[],
        since: "2026.1",
    },
    ask: two_numbers,
};

fn two_numbers(view: &View<'_>, findings: &mut Findings) {
    // For each participant the last sitting in which they gave a number, counted from 1.
    let mut gave = vec![0; view.record.participants.len()];
    for (index, sitting) in view.record.scaling.iter().enumerate() {
        let may_be_again = own(sitting).any(|(_, rating)| {
            let last = view.participant_index(&rating.by).and_then(|at| gave.get_mut(at));
            // Of one whom the record does not have nothing is known yet.
            last.is_none_or(|last| std::mem::replace(last, index + 1) == index + 1)
        });
        if !may_be_again {
            continue;
        }
        let later = repeats(own(sitting).map(|(at, rating)| (at, Key::new(rating.by.as_str()))));
        for (at, rating) in
            later.into_iter().filter_map(|(at, _)| Some((at, sitting.ratings.get(at)?)))
        {
            let words = "{by} gave a number of their own more than once on the scale {scale}.";
            let read = [("by", (&rating.by).into()), ("scale", (&sitting.scale).into())];
            findings.add(pointer!("scaling", index, "ratings", at), Some(&rating.by), words, &read);
        }
    }
}

const AFTER_THE_REVEAL: Defined = Defined {
    definition: Definition {
        code: "SP507",
        title: "A number was given or changed after the reveal",
        severity: Severity::Error,
        phase: Phase::Meeting,
        why: "On this scale each number stays sealed until all are shown, so that nobody follows the first or the most senior voice.",
        remedy: "Correct the time if it is wrong; otherwise ask the scale again in another round.",
        parameters: &[],
        needs: &["scales.independent"],
        since: "2026.1",
    },
    ask: after_the_reveal,
};

fn after_the_reveal(view: &View<'_>, findings: &mut Findings) {
    for (index, sitting, _) in scaled(view).filter(|(_, _, scale)| scale.independent == Some(true))
    {
        let Some(revealed) = sitting.revealed_at else { continue };
        for (at, rating) in own(sitting) {
            let mut times =
                rating.at.into_iter().chain(rating.amended.iter().map(|before| before.at));
            if let Some(late) = times.find(|time| time.moment() > revealed.moment()) {
                let words = "{by} gave or changed a number on the scale {scale} at {late}, after the reveal at {revealed}.";
                let read = [
                    ("by", (&rating.by).into()),
                    ("scale", (&sitting.scale).into()),
                    ("late", late.into()),
                    ("revealed", revealed.into()),
                ];
                findings.add(
                    pointer!("scaling", index, "ratings", at, "at"),
                    Some(&rating.by),
                    words,
                    &read,
                );
            }
        }
    }
}

const FAR_APART: Defined = Defined {
    definition: Definition {
        code: "SP508",
        title: "People see it very differently",
        severity: Severity::Warning,
        phase: Phase::Concluded,
        why: "Where people are far apart, or one is alone in their worry, the difference is worth more than any middle and must not be lost.",
        remedy: "Record the dissent, or both the reason of the lowest number and the reason of the decision.",
        parameters: &[],
        needs: &["scales.wide_range"],
        since: "2026.1",
    },
    ask: far_apart,
};

fn far_apart(view: &View<'_>, findings: &mut Findings) {
    if !view.record.outcome.dissent.is_empty() {
        return;
    }
    for (index, sitting, scale) in scaled(view) {
        let Some(apart) = apart(scale, sitting) else { continue };
        let answered = decision_has_reason(view.record)
            && lowest(scale, own(sitting)).iter().all(|(_, rating)| has_reason(rating));
        if answered {
            continue;
        }
        let (words, distance) = match apart {
            Apart::Wide(range) => (
                "Own numbers on the scale {scale} are {distance} apart, and neither dissent nor both reasons are recorded.",
                range,
            ),
            Apart::Alone(gap) => (
                "The lowest own number on the scale {scale} stands alone, {distance} from the next, and neither dissent nor both reasons are recorded.",
                gap,
            ),
        };
        let read = [("scale", (&sitting.scale).into()), ("distance", distance.into())];
        findings.add(pointer!("scaling", index), Some(&sitting.scale), words, &read);
    }
}

const NEAR_WORRIED_END: Defined = Defined {
    definition: Definition {
        code: "SP509",
        title: "A number at the worried end has no answer",
        severity: Severity::Warning,
        phase: Phase::Concluded,
        why: "A number this near the worried end puts a question to the panel, and the decision with its reason is the answer.",
        remedy: "Record the decision and the reason for it.",
        parameters: &[],
        needs: &["scales.near_worried_end"],
        since: "2026.1",
    },
    ask: near_worried_end,
};

fn near_worried_end(view: &View<'_>, findings: &mut Findings) {
    if decision_has_reason(view.record) {
        return;
    }
    for (index, sitting, scale) in scaled(view) {
        let Some(near) = scale.near_worried_end else { continue };
        for (at, rating) in
            own(sitting).filter(|(_, rating)| scale.from_worried_end(rating.value) <= near)
        {
            let words = "{by} is at {value} on the scale {scale}, within {near} of its worried end, and no decision with a reason is recorded.";
            let read = [
                ("by", (&rating.by).into()),
                ("value", rating.value.into()),
                ("scale", (&sitting.scale).into()),
                ("near", near.into()),
            ];
            findings.add(
                pointer!("scaling", index, "ratings", at, "value"),
                Some(&rating.by),
                words,
                &read,
            );
        }
    }
}

/// Each sitting of a scale that is known.
fn scaled<'a>(
    view: &View<'a>,
) -> impl Iterator<Item = (usize, &'a ScalingRound, &'a Scale)> + use<'a> {
    let (record, profile) = (view.record, view.profile);
    let sittings = record.scaling.iter().enumerate();
    sittings.filter_map(|(index, sitting)| {
        Some((index, sitting, profile.scale_of(record, &sitting.scale)?))
    })
}

fn has_reason(rating: &Rating) -> bool {
    is_said(rating.reason.as_ref())
}

fn decision_has_reason(record: &Record) -> bool {
    record.outcome.decision.is_some() && is_said(record.outcome.reason.as_ref())
}

fn is_said(text: Option<&Text>) -> bool {
    text.is_some_and(|text| !text.is_blank())
}
