//! Rules about who was asked which scale, and when.

use super::scaled;
use crate::Id;
use crate::lookup::{Set, repeats};
use crate::record::{Category, Participant, PersonKind, Scale, ScalingRound, Subject};
use crate::rules::{Findings, View, pointer, rule};
use crate::scaling::{asked, asks_no_one_who_came, asks_referrer_alone, own, together, was_asked};

rule! {
    SP502 => not_asked,
    title: "A scaling question was not asked",
    severity: Warning,
    phase: Concluded,
    why: "The council asks this question at every panel, so that each voice is heard and a later panel can see what has changed.",
    remedy: "Record the numbers, or who abstained and why.",
    needs: &["scales"],
}

fn not_asked(view: &View<'_>, findings: &mut Findings) {
    lacking_rounds(view, findings, false);
}

rule! {
    SP503 => gave_no_number,
    title: "Someone was asked and gave no number",
    severity: Warning,
    phase: Concluded,
    why: "A missing number hides a voice. Not wanting to give one is an answer too, and is recorded as an abstention.",
    remedy: "Record their number, or that they abstained.",
    needs: &["scales.asked_of"],
}

fn gave_no_number(view: &View<'_>, findings: &mut Findings) {
    // Worked out once a scale, so that many rounds of one asked of a few cost no more than their numbers.
    let mut audiences: Vec<Option<Vec<(usize, &Participant)>>> =
        vec![None; view.profile.scales.len() + 1];
    // For each participant the last round in which they answered, counted from 1.
    let mut answered = vec![0; view.record.participants.len()];
    // That a scale was not asked at all is one fault, and another rule's.
    for (index, scaling_round, scale) in
        scaled(view).filter(|(_, scaling_round, _)| was_asked(scaling_round))
    {
        let rated = own(scaling_round).map(|(_, rating)| &rating.by);
        for by in rated.chain(scaling_round.abstentions.iter().map(|abstention| &abstention.by)) {
            if let Some(last) = view.participant_index(by).and_then(|at| answered.get_mut(at)) {
                *last = index + 1;
            }
        }
        // The referrer's own scale comes after those of the profile.
        let which =
            view.profile.scale_index(&scaling_round.scale).unwrap_or(view.profile.scales.len());
        let Some(audience) = audiences.get_mut(which) else { continue };
        let by_index = |participant: &'_ Participant| view.participant_index(&participant.id);
        let audience = audience.get_or_insert_with(|| {
            asked(view, scale).filter_map(|p| Some((by_index(p)?, p))).collect()
        });
        for group in together(view, scale) {
            answer_together(view, &group, index + 1, &mut answered);
        }
        for (_, participant) in
            audience.iter().filter(|(at, _)| answered.get(*at) != Some(&(index + 1)))
        {
            let template = "{participant} is asked the scale {scale} and has neither a number of their own nor an abstention.";
            let read = [
                ("participant", (&participant.id).into()),
                ("scale", (&scaling_round.scale).into()),
            ];
            findings.add(pointer!("scaling", index), Some(&participant.id), template, &read);
        }
        // Every round times everyone may be more than anyone could hold.
        if findings.are_full() {
            return;
        }
    }
}

/// One answer is that of all of a group. Where there is none, the first of them alone is told of.
fn answer_together(view: &View<'_>, group: &[&Participant], round: usize, answered: &mut [usize]) {
    let indexes: Vec<_> =
        group.iter().filter_map(|member| view.participant_index(&member.id)).collect();
    let has_answered = |at: &usize| answered.get(*at) == Some(&round);
    let is_child =
        |at: &usize| view.record.participants.get(*at).is_some_and(|member| view.is_child(member));
    // No child is told of: then it is the first grown-up.
    let first = indexes.iter().find(|at| !is_child(at)).copied();
    let told = if indexes.iter().any(has_answered) { None } else { first };
    for at in indexes.into_iter().filter(|at| Some(*at) != told) {
        if let Some(last) = answered.get_mut(at) {
            *last = round;
        }
    }
}

rule! {
    SP510 => referrer_not_asked,
    title: "The referrer's scaling question was not asked",
    severity: Warning,
    phase: Concluded,
    why: "The worker brought a question and hopes for the panel; asking for their number shows whether the panel helped.",
    remedy: "Record the referrer's number, or that they abstained.",
}

fn referrer_not_asked(view: &View<'_>, findings: &mut Findings) {
    let mut asked = view.record.scaling.iter().filter(|scaling_round| was_asked(scaling_round));
    if view.record.referral.scale.is_some()
        && !asked.any(|scaling_round| scaling_round.scale == Scale::REFERRER)
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

/// Each round of each scale of the profile that was not asked, and of a scale that belongs to a danger or a child, for each of
/// them: of the scales that ask the referrer alone, or of all others. A scale without rounds is to be asked in any.
fn lacking_rounds(view: &View<'_>, findings: &mut Findings, of_referrer_alone: bool) {
    let mut scales = view
        .profile
        .scales
        .iter()
        .filter(|scale| asks_referrer_alone(scale) == of_referrer_alone)
        .filter(|scale| !asks_no_one_who_came(view, scale))
        .peekable();
    if scales.peek().is_none() {
        return;
    }
    let has_no_rounds = |scale: &Id| view.profile.scale(scale).is_some_and(|s| s.rounds.is_empty());
    let asked: Vec<_> = view
        .record
        .scaling
        .iter()
        .filter(|scaling_round| was_asked(scaling_round))
        .map(|ScalingRound { scale, round, about, .. }| {
            let round = round.as_deref().filter(|_| !has_no_rounds(scale));
            (&**scale, round, about.as_deref())
        })
        .collect();
    let overall: Set<_> = asked.iter().map(|(scale, round, _)| (*scale, *round)).collect();
    let about: Set<_> = asked
        .iter()
        .filter_map(|(scale, round, about)| Some((*scale, *round, (*about)?)))
        .collect();
    let wanted = scales.flat_map(|scale| {
        let any_round = (scale.rounds.is_empty() && !of_referrer_alone).then_some(None);
        scale.rounds.iter().map(Some).chain(any_round).map(move |round| (scale, round))
    });
    for (scale, round) in wanted {
        let name = round.map(|round| &**round);
        let read = || {
            let mut read = vec![("scale", (&scale.id).into())];
            read.extend(round.map(|round| ("round", round.into())));
            read
        };
        if scale.subject == Subject::Child {
            let template = match round {
                Some(_) => "The scale {scale} was not asked in the round {round} about {child}.",
                None => "The scale {scale} was not asked about {child}.",
            };
            let people = view.record.case.people.iter().enumerate();
            let children = people.filter(|(_, person)| person.kind == PersonKind::Child);
            for (index, child) in
                children.filter(|(_, child)| !about.contains(&(&*scale.id, name, &*child.id)))
            {
                let mut read = read();
                read.push(("child", (&child.id).into()));
                findings
                    .add(pointer!("scaling"), Some(&scale.id), template, &read)
                    .relate(pointer!("case", "people", index));
            }
        } else if scale.subject == Subject::Entry {
            let template = match round {
                Some(_) => {
                    "The scale {scale} was not asked in the round {round} about the danger {danger}."
                }
                None => "The scale {scale} was not asked about the danger {danger}.",
            };
            let dangers = view.map().filter(|(_, entry)| entry.category == Category::FutureDanger);
            for (index, danger) in
                dangers.filter(|(_, danger)| !about.contains(&(&*scale.id, name, &*danger.id)))
            {
                let mut read = read();
                read.push(("danger", (&danger.id).into()));
                findings
                    .add(pointer!("scaling"), Some(&scale.id), template, &read)
                    .relate(pointer!("mapping", index));
            }
        } else if !overall.contains(&(&*scale.id, name)) {
            let template = match round {
                Some(_) => "The scale {scale} was not asked in the round {round}.",
                None => "The scale {scale} was not asked.",
            };
            findings.add(pointer!("scaling"), Some(&scale.id), template, &read());
        }
        // Every round times every danger may be more than anyone could hold.
        if findings.are_full() {
            return;
        }
    }
}

rule! {
    SP511 => asked_twice,
    title: "The same question was recorded twice",
    severity: Error,
    phase: Meeting,
    why: "A scale recorded twice for one round leaves it open which numbers count.",
    remedy: "Join the two, or give one of them its own round.",
}

fn asked_twice(view: &View<'_>, findings: &mut Findings) {
    let scaling_rounds = view.record.scaling.iter();
    let later = repeats(scaling_rounds.enumerate().map(|(index, scaling_round)| {
        (index, (&scaling_round.scale, &scaling_round.round, &scaling_round.about))
    }));
    for (index, scaling_round) in
        later.into_iter().filter_map(|(index, _)| Some((index, view.record.scaling.get(index)?)))
    {
        let template =
            "The scale {scale} is recorded a second time for the same round and the same subject.";
        findings.add(
            pointer!("scaling", index),
            Some(&scaling_round.scale),
            template,
            &[("scale", (&scaling_round.scale).into())],
        );
    }
}

rule! {
    SP512 => not_there,
    title: "A number from someone who did not attend",
    severity: Warning,
    phase: Meeting,
    why: "A number is given in the room, after hearing the others. One from elsewhere belongs in a written update.",
    remedy: "Correct who gave the number, or that they attended.",
}

fn not_there(view: &View<'_>, findings: &mut Findings) {
    let is_away = |by: &Id| view.participant(by).is_some_and(|participant| !participant.attended());
    for (index, scaling_round) in view.record.scaling.iter().enumerate() {
        let ratings = scaling_round
            .ratings
            .iter()
            .map(|rating| &rating.by)
            .enumerate()
            .map(|(at, by)| ("ratings", at, by));
        let abstentions = scaling_round
            .abstentions
            .iter()
            .map(|abstention| &abstention.by)
            .enumerate()
            .map(|(at, by)| ("abstentions", at, by));
        for (list, at, by) in ratings.chain(abstentions).filter(|(_, _, by)| is_away(by)) {
            let template =
                "{by} answered the scale {scale}, and is not recorded as having attended.";
            let read = [("by", by.into()), ("scale", (&scaling_round.scale).into())];
            findings.add(pointer!("scaling", index, list, at, "by"), Some(by), template, &read);
        }
    }
}
