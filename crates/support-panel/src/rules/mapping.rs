//! Rules about the map.

use super::{Findings, Path, View, pointer, rule, tables};
use crate::edition::Edition;
use crate::fold::fold;
use crate::lookup::repeats;
use crate::record::{Categories, Category, Entry, Visibility};
use crate::text::is_blank;
use std::collections::BTreeSet;

tables! {
    SP401,
    SP402,
    SP403,
    SP404,
    SP405,
    SP406,
    SP407,
    SP408,
    SP409,
    SP410,
}

rule! {
    SP401 => empty_column,
    title: "A column of the map is empty",
    severity: Warning,
    phase: Concluded,
    why: "A map without worries, without what works well or without what needs to happen tells only part of the family's story.",
    remedy: "Put an entry in the column, or let the profile say that it may be empty.",
    needs: &["columns"],
}

fn empty_column(view: &View<'_>, findings: &mut Findings) {
    let filled: Categories = view.map().map(|(_, entry)| entry.category).collect();
    for column in &view.profile.columns {
        // A column without categories has nothing that could fill it.
        let fillable = column.may_be_empty != Some(true) && !column.categories.is_empty();
        if fillable && !column.categories.iter().any(|category| filled.has(category.id)) {
            let template = "No entry of the map stands in the column {column}.";
            findings.add(
                pointer!("mapping"),
                Some(&column.id),
                template,
                &[("column", (&column.id).into())],
            );
        }
    }
}

rule! {
    SP402 => danger_without_goal,
    title: "A future danger has no goal",
    severity: Warning,
    phase: Concluded,
    why: "A family can only work towards safety if each worry says what everyone needs to see instead.",
    remedy: "Link a goal to this danger, or record that the danger is past.",
}

fn danger_without_goal(view: &View<'_>, findings: &mut Findings) {
    let goals = view.map().filter(|(_, entry)| entry.category == Category::Goal);
    let answered = view.referred(goals.flat_map(|(_, goal)| &goal.answers));
    for (index, danger) in open(view, Category::FutureDanger) {
        if !answered(danger) {
            let template = "No goal answers the future danger {danger}.";
            findings.add(
                pointer!("mapping", index),
                Some(&danger.id),
                template,
                &[("danger", (&danger.id).into())],
            );
        }
    }
}

rule! {
    SP403 => safety_as_strength,
    title: "Existing safety reads as a strength",
    severity: Warning,
    phase: Meeting,
    why: "Safety is a strength shown as protection against a danger, over time. Without the danger or the evidence it is worth recording as a strength; on its own it does not show protection.",
    remedy: "Say which harm or danger it answers and what shows it, or record it as a strength.",
}

fn safety_as_strength(view: &View<'_>, findings: &mut Findings) {
    for (index, safety) in
        view.map().filter(|(_, entry)| entry.category == Category::ExistingSafety)
    {
        let read = [("entry", (&safety.id).into())];
        if !view.refers_to_map(&safety.answers) {
            let template = "The existing safety {entry} answers no harm and no danger.";
            findings.add(pointer!("mapping", index, "answers"), Some(&safety.id), template, &read);
        }
        if is_blank(safety.evidence.as_ref()) {
            let template = "The existing safety {entry} has no evidence.";
            findings.add(pointer!("mapping", index, "evidence"), Some(&safety.id), template, &read);
        }
    }
}

rule! {
    SP404 => danger_in_part,
    title: "A future danger is not said in full",
    severity: Advice,
    phase: Meeting,
    why: "A family can answer a worry that says who is worried, about what, and what could happen to the child; it cannot answer a label.",
    remedy: "Record who is worried, about what, and the possible impact on the child.",
}

fn danger_in_part(view: &View<'_>, findings: &mut Findings) {
    for (index, danger) in view.map().filter(|(_, entry)| entry.category == Category::FutureDanger)
    {
        let said = &danger.statement;
        if said.worried.is_empty()
            || is_blank(said.about.as_ref())
            || is_blank(said.impact.as_ref())
        {
            let template = "The future danger {danger} does not say who is worried, about what, and the possible impact.";
            findings.add(
                pointer!("mapping", index, "statement"),
                Some(&danger.id),
                template,
                &[("danger", (&danger.id).into())],
            );
        }
    }
}

rule! {
    SP405 => too_many,
    title: "More dangers or goals than the limit",
    severity: Advice,
    phase: Concluded,
    why: "A family can hold a few worries and a few goals in mind; a long list hides the ones that matter most.",
    remedy: "Join those that belong together, or record which are met or past.",
    needs: &["limits.future_dangers", "limits.goals"],
}

fn too_many(view: &View<'_>, findings: &mut Findings) {
    let limits = &view.profile.limits;
    for (category, limit) in
        [(Category::FutureDanger, limits.future_dangers), (Category::Goal, limits.goals)]
    {
        let Some(limit) = limit else { continue };
        let found = u32::try_from(open(view, category).count()).unwrap_or(u32::MAX);
        if found > limit {
            let template = "The map has {found} entries of the category {category}, more than the limit of {limit}.";
            let read = [
                ("found", found.into()),
                ("category", category.as_str().into()),
                ("limit", limit.into()),
            ];
            findings.add(pointer!("mapping"), Some(category.as_str()), template, &read);
        }
    }
}

rule! {
    SP406 => jargon,
    title: "A word that the family may not know",
    severity: Advice,
    phase: Meeting,
    why: "The family reads the map and the plan. Acronyms and jargon shut them out of their own meeting.",
    remedy: "Say it in the plain words that the profile gives for the term.",
    needs: &["plain_language"],
}

fn jargon(view: &View<'_>, findings: &mut Findings) {
    let terms = view.profile.terms();
    if terms.is_empty() {
        return;
    }
    for (index, entry) in
        view.map().filter(|(_, entry)| entry.visible_to != Some(Visibility::Professionals))
    {
        let said = &entry.statement;
        // A path is made only where a term is found.
        type PathTo = fn(usize) -> Path;
        let texts: [(_, PathTo); 4] = [
            (&entry.text, |index| pointer!("mapping", index, "text")),
            (&entry.evidence, |index| pointer!("mapping", index, "evidence")),
            (&said.about, |index| pointer!("mapping", index, "statement", "about")),
            (&said.impact, |index| pointer!("mapping", index, "statement", "impact")),
        ];
        for (text, path) in texts {
            if let Some(term) = terms.first_in(text.as_ref()) {
                let template = "A text of the entry {entry} uses a term that the profile says in plain words (plain_language {term}).";
                findings.add(
                    path(index),
                    Some(&entry.id),
                    template,
                    &[("entry", (&entry.id).into()), ("term", term.into())],
                );
            }
        }
    }
    let actions = view.record.actions.iter().enumerate();
    for (index, action) in actions.filter(|(_, action)| {
        !action.is_cancelled() && action.visible_to != Some(Visibility::Professionals)
    }) {
        for (text, key) in [(&action.text, "text"), (&action.outcome, "outcome")] {
            if let Some(term) = terms.first_in(text.as_ref()) {
                let template = "A text of the action {action} uses a term that the profile says in plain words (plain_language {term}).";
                let read = [("action", (&action.id).into()), ("term", term.into())];
                findings.add(pointer!("actions", index, key), Some(&action.id), template, &read);
            }
        }
    }
    if let Some(term) = terms.first_in(view.record.outcome.feedback.how.as_ref()) {
        let template = "How the family hears of the outcome uses a term that the profile says in plain words (plain_language {term}).";
        findings.add(
            pointer!("outcome", "feedback", "how"),
            None,
            template,
            &[("term", term.into())],
        );
    }
}

rule! {
    SP407 => raised_by_nobody,
    title: "It is not recorded who raised an entry",
    severity: Advice,
    phase: Meeting,
    why: "Whose worry or whose strength it is matters to everyone who reads the map, and most of all to the family.",
    remedy: "Record who raised it.",
}

fn raised_by_nobody(view: &View<'_>, findings: &mut Findings) {
    for (index, entry) in view.map().filter(|(_, entry)| entry.raised_by.is_empty()) {
        let template = "It is not recorded who raised the entry {entry}.";
        findings.add(
            pointer!("mapping", index, "raised_by"),
            Some(&entry.id),
            template,
            &[("entry", (&entry.id).into())],
        );
    }
}

rule! {
    SP408 => said_twice,
    title: "The same thing stands on the map twice",
    severity: Advice,
    phase: Meeting,
    why: "One worry written twice looks like two, and is answered twice or not at all.",
    remedy: "Withdraw one of the two, and add who else raised it to the other.",
}

fn said_twice(view: &View<'_>, findings: &mut Findings) {
    let said = || {
        view.map().filter_map(|(index, entry)| {
            Some((index, (entry.category, fold(entry.text.as_ref()?.as_str())?)))
        })
    };
    // Nearly always no two begin and end alike, and nothing need be compared in full.
    let mut ends = Vec::with_capacity(view.record.mapping.len());
    ends.extend(said().map(|(_, (category, folded))| (folded.ends(), category)));
    ends.sort_unstable();
    if ends.is_sorted_by(|a, b| a < b) {
        return;
    }
    for (index, earlier) in repeats(said()) {
        let (Some(entry), Some(other)) =
            (view.record.mapping.get(index), view.record.mapping.get(earlier))
        else {
            continue;
        };
        let template = "The entry {entry} says the same as {other}, in the same category.";
        let read = [("entry", (&entry.id).into()), ("other", (&other.id).into())];
        findings
            .add(pointer!("mapping", index, "text"), Some(&entry.id), template, &read)
            .relate(pointer!("mapping", earlier, "text"));
    }
}

rule! {
    SP409 => goal_without_answer,
    title: "A goal answers nothing",
    severity: Advice,
    phase: Concluded,
    why: "A goal says what everyone needs to see in place of a worry. One that answers no worry may ask a family for more than is needed.",
    remedy: "Say which harm, danger, complicating factor or grey area it answers, or withdraw it.",
}

fn goal_without_answer(view: &View<'_>, findings: &mut Findings) {
    for (index, goal) in
        open(view, Category::Goal).filter(|(_, goal)| !view.refers_to_map(&goal.answers))
    {
        let template = "The goal {goal} answers no entry of the map.";
        findings.add(
            pointer!("mapping", index, "answers"),
            Some(&goal.id),
            template,
            &[("goal", (&goal.id).into())],
        );
    }
}

/// The entries of a category that stand on the map and are not settled.
fn open<'a>(
    view: &View<'a>,
    category: Category,
) -> impl Iterator<Item = (usize, &'a Entry)> + use<'a> {
    view.map().filter(move |(_, entry)| entry.category == category && !entry.is_settled())
}

rule! {
    SP410 => not_a_set,
    title: "A danger and its goal are not a set",
    severity: Warning,
    phase: Concluded,
    why: "Where each danger has a goal and a scale of its own, everyone can see which number is about which worry and what would change it.",
    remedy: "Give the danger one goal of its own: split a goal that answers several dangers, or join those that answer the same one.",
    needs: &["limits.goals_per_danger", "limits.dangers_per_goal"],
    since: Edition::V2026_2,
}

fn not_a_set(view: &View<'_>, findings: &mut Findings) {
    let limits = &view.profile.limits;
    if limits.goals_per_danger.is_none() && limits.dangers_per_goal.is_none() {
        return;
    }
    let is_more = |count: usize, limit: Option<u32>| limit.filter(|most| count > *most as usize);
    // For each entry the goals that answer it, each goal once.
    let mut goals = vec![0; view.record.mapping.len()];
    for (index, goal) in open(view, Category::Goal) {
        let dangers: BTreeSet<usize> = goal
            .answers
            .iter()
            .filter_map(|id| view.entry_index(id))
            .filter(|at| {
                view.record.mapping.get(*at).is_some_and(|entry| {
                    entry.category == Category::FutureDanger
                        && entry.is_on_map()
                        && !entry.is_settled()
                })
            })
            .collect();
        if let Some(most) = is_more(dangers.len(), limits.dangers_per_goal) {
            let template =
                "The goal {goal} answers {count} dangers; the most for one goal is {most}.";
            let read = [
                ("goal", (&goal.id).into()),
                ("count", dangers.len().into()),
                ("most", most.into()),
            ];
            findings.add(pointer!("mapping", index, "answers"), Some(&goal.id), template, &read);
        }
        for danger in dangers {
            goals.get_mut(danger).into_iter().for_each(|count| *count += 1);
        }
    }
    for (index, danger) in open(view, Category::FutureDanger) {
        let count = goals.get(index).copied().unwrap_or_default();
        if let Some(most) = is_more(count, limits.goals_per_danger) {
            let template =
                "{count} goals answer the danger {danger}; the most for one danger is {most}.";
            let read =
                [("count", count.into()), ("danger", (&danger.id).into()), ("most", most.into())];
            findings.add(pointer!("mapping", index), Some(&danger.id), template, &read);
        }
    }
}
