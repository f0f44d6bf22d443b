//! Rules about the map.

use super::{Defined, Definition, Findings, Path, Phase, Severity, View, pointer, tables};
use crate::fold::fold;
use crate::lookup::repeats;
use crate::record::{Categories, Category, Entry, Visibility};
use crate::text::is_blank;

tables! {
    EMPTY_COLUMN,
    DANGER_WITHOUT_GOAL,
    SAFETY_AS_STRENGTH,
    DANGER_IN_PART,
    TOO_MANY,
    JARGON,
    RAISED_BY_NOBODY,
    SAID_TWICE,
    GOAL_WITHOUT_ANSWER,
}

const EMPTY_COLUMN: Defined = Defined {
    definition: Definition {
        code: "SP401",
        title: "A column of the map is empty",
        severity: Severity::Warning,
        phase: Phase::Concluded,
        why: "A map without worries, without what works well or without what needs to happen tells only part of the family's story.",
        remedy: "Put an entry in the column, or let the profile say that it may be empty.",
        parameters: &[],
        needs: &["columns"],
        since: "2026.1",
    },
    ask: empty_column,
};

fn empty_column(view: &View<'_>, findings: &mut Findings) {
    let filled: Categories = view.map().map(|(_, entry)| entry.category).collect();
    for column in &view.profile.columns {
        // A column without categories has nothing that could fill it.
        let fillable = column.may_be_empty != Some(true) && !column.categories.is_empty();
        if fillable && !column.categories.iter().any(|category| filled.has(category.id)) {
            let words = "No entry of the map stands in the column {column}.";
            findings.add(
                pointer!("mapping"),
                Some(&column.id),
                words,
                &[("column", (&column.id).into())],
            );
        }
    }
}

const DANGER_WITHOUT_GOAL: Defined = Defined {
    definition: Definition {
        code: "SP402",
        title: "A future danger has no goal",
        severity: Severity::Warning,
        phase: Phase::Concluded,
        why: "A family can only work towards safety if each worry says what everyone needs to see instead.",
        remedy: "Let a goal answer the danger, or record that the danger is past.",
        parameters: &[],
        needs: &[],
        since: "2026.1",
    },
    ask: danger_without_goal,
};

fn danger_without_goal(view: &View<'_>, findings: &mut Findings) {
    let goals = view.map().filter(|(_, entry)| entry.category == Category::Goal);
    let answered = view.referred(goals.flat_map(|(_, goal)| &goal.answers));
    for (index, danger) in open(view, Category::FutureDanger) {
        if !answered(danger) {
            let words = "No goal answers the future danger {danger}.";
            findings.add(
                pointer!("mapping", index),
                Some(&danger.id),
                words,
                &[("danger", (&danger.id).into())],
            );
        }
    }
}

const SAFETY_AS_STRENGTH: Defined = Defined {
    definition: Definition {
        code: "SP403",
        title: "Existing safety reads as a strength",
        severity: Severity::Warning,
        phase: Phase::Meeting,
        why: "Safety is a strength shown as protection against a danger, over time. Without the danger or the evidence it is a strength, which is good but does not keep a child safe.",
        remedy: "Say which harm or danger it answers and what shows it, or record it as a strength.",
        parameters: &[],
        needs: &[],
        since: "2026.1",
    },
    ask: safety_as_strength,
};

fn safety_as_strength(view: &View<'_>, findings: &mut Findings) {
    for (index, safety) in
        view.map().filter(|(_, entry)| entry.category == Category::ExistingSafety)
    {
        let read = [("entry", (&safety.id).into())];
        if !view.refers_to_map(&safety.answers) {
            let words = "The existing safety {entry} answers no harm and no danger.";
            findings.add(pointer!("mapping", index, "answers"), Some(&safety.id), words, &read);
        }
        if is_blank(safety.evidence.as_ref()) {
            let words = "The existing safety {entry} has no evidence.";
            findings.add(pointer!("mapping", index, "evidence"), Some(&safety.id), words, &read);
        }
    }
}

const DANGER_IN_PART: Defined = Defined {
    definition: Definition {
        code: "SP404",
        title: "A future danger is not said in full",
        severity: Severity::Advice,
        phase: Phase::Meeting,
        why: "A family can answer a worry that says who is worried, about what, and what could happen to the child; it cannot answer a label.",
        remedy: "Record who is worried, about what, and the possible impact on the child.",
        parameters: &[],
        needs: &[],
        since: "2026.1",
    },
    ask: danger_in_part,
};

fn danger_in_part(view: &View<'_>, findings: &mut Findings) {
    for (index, danger) in view.map().filter(|(_, entry)| entry.category == Category::FutureDanger)
    {
        let said = &danger.statement;
        if said.worried.is_empty()
            || is_blank(said.about.as_ref())
            || is_blank(said.impact.as_ref())
        {
            let words = "The future danger {danger} does not say who is worried, about what, and the possible impact.";
            findings.add(
                pointer!("mapping", index, "statement"),
                Some(&danger.id),
                words,
                &[("danger", (&danger.id).into())],
            );
        }
    }
}

const TOO_MANY: Defined = Defined {
    definition: Definition {
        code: "SP405",
        title: "More dangers or goals than the limit",
        severity: Severity::Advice,
        phase: Phase::Concluded,
        why: "A family can hold a few worries and a few goals in mind; a long list hides the ones that matter most.",
        remedy: "Join those that belong together, or record which are met or past.",
        parameters: &[],
        needs: &["limits"],
        since: "2026.1",
    },
    ask: too_many,
};

fn too_many(view: &View<'_>, findings: &mut Findings) {
    let limits = &view.profile.limits;
    for (category, limit) in
        [(Category::FutureDanger, limits.future_dangers), (Category::Goal, limits.goals)]
    {
        let Some(limit) = limit else { continue };
        let found = u32::try_from(open(view, category).count()).unwrap_or(u32::MAX);
        if found > limit {
            let words = "The map has {found} entries of the category {category}, more than the limit of {limit}.";
            let read = [
                ("found", found.into()),
                ("category", category.as_str().into()),
                ("limit", limit.into()),
            ];
            findings.add(pointer!("mapping"), Some(category.as_str()), words, &read);
        }
    }
}

const JARGON: Defined = Defined {
    definition: Definition {
        code: "SP406",
        title: "A word that the family may not know",
        severity: Severity::Advice,
        phase: Phase::Meeting,
        why: "The family reads the map and the plan. Acronyms and jargon shut them out of their own meeting.",
        remedy: "Say it in the plain words that the profile gives for the term.",
        parameters: &[],
        needs: &["plain_language"],
        since: "2026.1",
    },
    ask: jargon,
};

fn jargon(view: &View<'_>, findings: &mut Findings) {
    let terms = view.profile.terms();
    if terms.is_empty() {
        return;
    }
    for (index, entry) in view.map().filter(|(_, entry)| entry.visible_to == Visibility::Everyone) {
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
                let words = "A text of the entry {entry} uses a term that the profile says in plain words (plain_language {term}).";
                findings.add(
                    path(index),
                    Some(&entry.id),
                    words,
                    &[("entry", (&entry.id).into()), ("term", term.into())],
                );
            }
        }
    }
    let actions = view.record.actions.iter().enumerate();
    for (index, action) in actions
        .filter(|(_, action)| !action.is_cancelled() && action.visible_to == Visibility::Everyone)
    {
        for (text, key) in [(&action.text, "text"), (&action.outcome, "outcome")] {
            if let Some(term) = terms.first_in(text.as_ref()) {
                let words = "A text of the action {action} uses a term that the profile says in plain words (plain_language {term}).";
                let read = [("action", (&action.id).into()), ("term", term.into())];
                findings.add(pointer!("actions", index, key), Some(&action.id), words, &read);
            }
        }
    }
    if let Some(term) = terms.first_in(view.record.outcome.feedback.how.as_ref()) {
        let words = "How the family hears of the outcome uses a term that the profile says in plain words (plain_language {term}).";
        findings.add(pointer!("outcome", "feedback", "how"), None, words, &[("term", term.into())]);
    }
}

const RAISED_BY_NOBODY: Defined = Defined {
    definition: Definition {
        code: "SP407",
        title: "Nobody is recorded as raising an entry",
        severity: Severity::Advice,
        phase: Phase::Meeting,
        why: "Whose worry or whose strength it is matters to everyone who reads the map, and most of all to the family.",
        remedy: "Record who raised it.",
        parameters: &[],
        needs: &[],
        since: "2026.1",
    },
    ask: raised_by_nobody,
};

fn raised_by_nobody(view: &View<'_>, findings: &mut Findings) {
    for (index, entry) in view.map().filter(|(_, entry)| entry.raised_by.is_empty()) {
        let words = "Nobody is recorded as raising the entry {entry}.";
        findings.add(
            pointer!("mapping", index, "raised_by"),
            Some(&entry.id),
            words,
            &[("entry", (&entry.id).into())],
        );
    }
}

const SAID_TWICE: Defined = Defined {
    definition: Definition {
        code: "SP408",
        title: "The same thing stands on the map twice",
        severity: Severity::Advice,
        phase: Phase::Meeting,
        why: "One worry written twice looks like two, and is answered twice or not at all.",
        remedy: "Withdraw one of the two, and add who else raised it to the other.",
        parameters: &[],
        needs: &[],
        since: "2026.1",
    },
    ask: said_twice,
};

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
        let words = "The entry {entry} says the same as {other}, in the same category.";
        let read = [("entry", (&entry.id).into()), ("other", (&other.id).into())];
        findings
            .add(pointer!("mapping", index, "text"), Some(&entry.id), words, &read)
            .relate(pointer!("mapping", earlier, "text"));
    }
}

const GOAL_WITHOUT_ANSWER: Defined = Defined {
    definition: Definition {
        code: "SP409",
        title: "A goal answers nothing",
        severity: Severity::Advice,
        phase: Phase::Concluded,
        why: "A goal says what everyone needs to see in place of a worry. One that answers no worry may ask a family for more than is needed.",
        remedy: "Say which harm, danger, complicating factor or grey area it answers, or withdraw it.",
        parameters: &[],
        needs: &[],
        since: "2026.1",
    },
    ask: goal_without_answer,
};

fn goal_without_answer(view: &View<'_>, findings: &mut Findings) {
    for (index, goal) in
        open(view, Category::Goal).filter(|(_, goal)| !view.refers_to_map(&goal.answers))
    {
        let words = "The goal {goal} answers no entry of the map.";
        findings.add(
            pointer!("mapping", index, "answers"),
            Some(&goal.id),
            words,
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
