//! Rules about marks: whom they name, and what they leave in sight.

mod named;
mod places;

use super::{Findings, Path, Step, View, pointer, rule, tables};
use crate::Id;
use crate::lookup::Index;
use crate::record::{Marked, Participant, Visibility};
pub(crate) use named::{Names, each_text};
pub(crate) use places::{each_marked, names_any};

tables! { SP801, SP802, SP803, named::SP804 }

rule! {
    SP801 => no_family,
    title: "A mark names no one of the family",
    severity: Warning,
    phase: Record,
    why: "Whoever holds the panel reads the working record whatever it says, so a list that names no one on the family side keeps nothing from anyone it is likely to be meant for.",
    remedy: "Name the person or participant from whom it is to be withheld, or take the list out.",
    since: crate::Edition::V2026_2,
}

fn no_family(view: &View<'_>, findings: &mut Findings) {
    let mut judge =
        |ids: &[Id], key: &'static str, at: &dyn Fn() -> Path, subject: Option<&str>| {
            // An id that is no one's is SP102's fault alone, and withholds from all of them.
            let is_family = |id: &Id| match view.participant(id) {
                Some(participant) => {
                    let person = participant.person.as_deref();
                    participant.is_family_side()
                        || person.is_some_and(|id| view.person(id).is_some())
                }
                None => true,
            };
            if !ids.is_empty() && !ids.iter().any(is_family) {
                let mut path = at();
                path.0.push(Step::Key(key));
                findings.add(path, subject, "No one in this list is on the family side.", &[]);
            }
        };
    judge(&view.record.case.separate_copies, "separate_copies", &|| pointer!("case"), None);
    for (i, person) in view.record.case.people.iter().enumerate() {
        let at = || pointer!("case", "people", i);
        judge(&person.unlisted_for, "unlisted_for", &at, Some(&person.id));
    }
    each_marked(view.record, &mut |marked, at, subject| {
        judge(marked.withheld_from(), "withheld_from", at, subject);
    });
}

rule! {
    SP802 => concealed,
    title: "Someone the family deals with is concealed",
    severity: Error,
    phase: Record,
    why: "The family is told who chairs, who leads the work with them and who tells them the outcome. A copy that hides one of them leaves a gap that tells as much as the name.",
    remedy: "Let someone else do it, or take the mark off the participant.",
    since: crate::Edition::V2026_2,
}

fn concealed(view: &View<'_>, findings: &mut Findings) {
    let outcome = &view.record.outcome;
    let roles: [(_, fn() -> Path); 3] = [
        (&view.record.meeting.chair, || pointer!("meeting", "chair")),
        (&outcome.lead_practitioner, || pointer!("outcome", "lead_practitioner")),
        (&outcome.feedback.owner, || pointer!("outcome", "feedback", "owner")),
    ];
    for (id, path) in roles {
        let participant = id.as_ref().and_then(|id| view.participant(id));
        if let (Some(id), true) = (id, participant.is_some_and(|p| is_concealed(view, p))) {
            let template = "{participant} is concealed from someone who will be told of them.";
            findings.add(path(), None, template, &[("participant", id.into())]);
        }
    }
}

/// Whether a mark keeps someone's name from anyone.
fn is_concealed(view: &View<'_>, participant: &Participant) -> bool {
    let person = participant.person.as_deref().and_then(|id| view.person(id));
    withholds(participant) || person.is_some_and(|person| !person.unlisted_for.is_empty())
}

fn withholds(marked: &dyn Marked) -> bool {
    marked.visible_to() == Some(Visibility::Professionals) || !marked.withheld_from().is_empty()
}

/// Whether whatever one mark withholds from someone, another does as well.
fn covers(view: &View<'_>, covering: &dyn Marked, covered: &dyn Marked) -> bool {
    let is_nobody = |id: &Id| view.person(id).is_none() && view.participant(id).is_none();
    // Whoever names the same person is one reader.
    let whose = |id: &'_ Id| match view.participant(id).and_then(|p| p.person.clone()) {
        Some(person) if view.person(&person).is_some() => person,
        _ => id.clone(),
    };
    let from_all = |marked: &dyn Marked| {
        marked.visible_to() == Some(Visibility::Professionals)
            || marked.withheld_from().iter().any(is_nobody)
    };
    let is_covered =
        |id: &Id| covering.withheld_from().iter().any(|other| whose(other) == whose(id));
    from_all(covering) || !from_all(covered) && covered.withheld_from().iter().all(is_covered)
}

rule! {
    SP803 => left_in_sight,
    title: "It points to something withheld",
    severity: Warning,
    phase: Record,
    why: "Marks do not spread: a goal or an action may tell what the danger was that it answers, to the one from whom the danger is withheld.",
    remedy: "Mark it as well, or read it once more and confirm it when the copy is made.",
    since: crate::Edition::V2026_2,
}

fn left_in_sight(view: &View<'_>, findings: &mut Findings) {
    if view.record.mapping.iter().any(|entry| withholds(entry)) {
        points_at_an_entry(view, findings);
    }
    if view.previous.is_some_and(|previous| previous.actions.iter().any(|one| withholds(one))) {
        carries_on(view, findings);
    }
}

fn points_at_an_entry(view: &View<'_>, findings: &mut Findings) {
    let mut judge = |shown: &dyn Marked, id: &Id, to: &Id, at: &dyn Fn() -> Path| {
        let Some(entry) = view.entry(to) else { return };
        if withholds(entry) && !covers(view, shown, entry) {
            told(findings, id, to, at());
        }
    };
    for (i, entry) in view.map() {
        for (n, to) in entry.answers.iter().enumerate() {
            judge(entry, &entry.id, to, &|| pointer!("mapping", i, "answers", n));
        }
    }
    for (i, action) in view.record.actions.iter().enumerate() {
        for (n, to) in action.serves.iter().enumerate() {
            judge(action, &action.id, to, &|| pointer!("actions", i, "serves", n));
        }
    }
}

fn carries_on(view: &View<'_>, findings: &mut Findings) {
    let Some(previous) = view.previous else { return };
    let ids = previous.actions.iter().map(|action| action.id.as_str());
    let known = Index::new(ids.zip(0..));
    for (i, action) in view.record.actions.iter().enumerate() {
        let from = action.carried_from.as_ref().filter(|from| from.record == previous.id);
        let earlier =
            from.and_then(|from| previous.actions.get(known.first_from(&from.action, 0)?));
        if let Some(earlier) = earlier.filter(|earlier| withholds(*earlier))
            && !covers(view, action, earlier)
        {
            let path = pointer!("actions", i, "carried_from", "action");
            told(findings, &action.id, &earlier.id, path);
        }
    }
}

fn told(findings: &mut Findings, id: &Id, to: &Id, path: Path) {
    let template = "{id} points to {to}, which is withheld from someone who may see {id}.";
    findings.add(path, Some(id), template, &[("id", id.into()), ("to", to.into())]);
}
