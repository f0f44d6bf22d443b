//! Rules about who owns an action, and whether they have taken it on.

use super::{Findings, Parameter, Severity, View, pointer, rule};
use crate::edition::Edition;
use crate::record::{Acceptance, Action, Participant};
use crate::{Date, Decimal};

/// The owner of an action, where there is one and the record has them.
pub(super) fn owner<'a>(view: &View<'a>, action: &Action) -> Option<&'a Participant> {
    action.owner.as_deref().and_then(|id| view.participant(id))
}

rule! {
    SP601 => without_owner,
    title: "An action has no owner",
    severity: Error,
    phase: Concluded,
    why: "What everyone is to do, no one does. One person answers for each action, whoever helps.",
    remedy: "Name the one person who will do it, or cancel the action with a reason.",
}

fn without_owner(view: &View<'_>, findings: &mut Findings) {
    for (i, action) in view.uncancelled_actions().filter(|(_, action)| action.owner.is_none()) {
        let template = "Action {action} has no owner.";
        findings.add(
            pointer!("actions", i, "owner"),
            Some(&action.id),
            template,
            &[("action", (&action.id).into())],
        );
    }
}

rule! {
    SP604 => not_accepted,
    title: "An owner has not accepted an action",
    severity: Warning,
    phase: Concluded,
    why: "An action counts once its owner has taken it on. One who was not there has to be asked, and someone has to ask.",
    remedy: "Record the answer of an owner who attended. For one who did not, name who follows it up.",
}

fn not_accepted(view: &View<'_>, findings: &mut Findings) {
    let open =
        view.live_actions().filter(|(_, action)| action.acceptance != Some(Acceptance::Accepted));
    for (i, action) in open {
        let Some(owner) = owner(view, action).filter(|owner| !owner.is_family_side()) else {
            continue;
        };
        let facts = [("owner", (&owner.id).into()), ("action", (&action.id).into())];
        if owner.attended() {
            let template = "{owner} attended, and has not accepted action {action}.";
            findings.add(pointer!("actions", i, "acceptance"), Some(&action.id), template, &facts);
        } else if action.chaser.is_none() {
            let template = "{owner} did not attend and has not accepted action {action}, and no one is named to follow it up.";
            findings.add(pointer!("actions", i, "chaser"), Some(&action.id), template, &facts);
        }
    }
}

rule! {
    SP605 => without_own_acceptance,
    title: "A family member has not agreed to their own action",
    severity: Error,
    phase: Concluded,
    why: "A plan for a family is theirs. No one can take on an action in their place.",
    remedy: "Ask them, and record that they accepted it themselves, or agree another owner.",
}

fn without_own_acceptance(view: &View<'_>, findings: &mut Findings) {
    for (i, action) in view.live_actions() {
        let Some(owner) = owner(view, action).filter(|owner| owner.is_family_side()) else {
            continue;
        };
        // Someone whom the record does not have is a wrong reference, which is said of it elsewhere.
        let own = action
            .accepted_by
            .as_ref()
            .is_some_and(|by| *by == owner.id || view.participant(by).is_none());
        if action.acceptance != Some(Acceptance::Accepted) || !own {
            let template =
                "{owner} is of the family side, and has not accepted action {action} themselves.";
            let facts = [("owner", (&owner.id).into()), ("action", (&action.id).into())];
            findings.add(pointer!("actions", i, "acceptance"), Some(&action.id), template, &facts);
        }
    }
}

/// The age at which a child may own an action.
pub(crate) const UNTIL_AGE: Parameter = Parameter {
    name: "until_age",
    default: Decimal::from_hundredths(16_00),
    about: "The age in years from which a child may own an action.",
};

rule! {
    SP611 => owned_by_child,
    title: "A child owns an action",
    severity: Error,
    phase: Meeting,
    why: "Keeping a child safe is the work of adults. A child may have a part in it, and does not answer for it. It is advice where the child is old enough and has accepted the action.",
    remedy: "Give the action to an adult, or ask the child once more whether it is theirs. Where the age is not known, record the date of birth and the day of the panel.",
    parameters: &[UNTIL_AGE],
}

fn owned_by_child(view: &View<'_>, findings: &mut Findings) {
    for (i, action) in view.uncancelled_actions() {
        let Some(owner) = owner(view, action) else { continue };
        if is_of_age(view, owner, action) {
            let template = "Action {action} is owned by {owner}, a child, who has accepted it.";
            let facts = [("action", (&action.id).into()), ("owner", (&owner.id).into())];
            findings
                .add(pointer!("actions", i, "owner"), Some(&action.id), template, &facts)
                .severity = Severity::Advice;
        }
        let Some(youth) = ownership_bar(view, owner) else { continue };
        let path = || pointer!("actions", i, "owner");
        let [action_fact, owner_fact] =
            [("action", (&action.id).into()), ("owner", (&owner.id).into())];
        match youth {
            OwnershipBar::Unknown => {
                let template =
                    "Action {action} is owned by {owner}, a child whose age is not known.";
                findings.add(path(), Some(&action.id), template, &[action_fact, owner_fact]);
            }
            OwnershipBar::Under { age, until } => {
                let template = "Action {action} is owned by {owner}, a child of {age}, where {until} is the least age.";
                let facts = [action_fact, owner_fact, ("age", age.into()), ("until", until.into())];
                findings.add(path(), Some(&action.id), template, &facts);
            }
        }
    }
}

/// Whether a child has taken on an action, and is old enough to; 2026.1 is silent about them.
fn is_of_age(view: &View<'_>, owner: &Participant, action: &Action) -> bool {
    view.edition > Edition::V2026_1
        && view.is_child(owner)
        && ownership_bar(view, owner).is_none()
        && action.acceptance == Some(Acceptance::Accepted)
}

/// Why a child does not own actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OwnershipBar {
    /// No one can tell how old they are on the day.
    Unknown,
    /// They are younger than the profile asks.
    Under { age: u32, until: Decimal },
}

/// Of a child who may not own actions, why not.
pub(crate) fn ownership_bar(view: &View<'_>, participant: &Participant) -> Option<OwnershipBar> {
    if !view.is_child(participant) {
        return None;
    }
    let person = participant.person.as_deref().and_then(|id| view.person(id));
    let born = person.and_then(|person| person.born_between()).zip(view.held_on());
    let until = view.parameter("SP611", &UNTIL_AGE);
    let is_under = |age: &u32| Decimal::from(*age) < until;
    // As old and as young as they may be.
    let ages = born
        .and_then(|([first, last], on)| Some((Date::age_on(first, on)?, Date::age_on(last, on)?)));
    match ages {
        Some((oldest, youngest)) if !is_under(&oldest) && !is_under(&youngest) => None,
        Some((oldest, _)) if is_under(&oldest) => Some(OwnershipBar::Under { age: oldest, until }),
        _ => Some(OwnershipBar::Unknown),
    }
}
