//! A copy for any other professional, an advocate or one of the network: when and where the panel is to be held, the
//! decision, the review, and what they do.

use super::THE_PANEL;
use super::lens::{Lens, Owner};
use super::more::More;
use crate::record::{
    Action, Case, Meeting, MeetingMarks, Outcome, OutcomeMarks, Participant, ParticipantKind,
    Record, Visibility,
};
use crate::wire::Value;
use crate::{Extensions, Id, Label, Text};
use std::collections::BTreeSet;

impl Lens<'_, '_> {
    pub(super) fn limited(&self) -> Record {
        let Record {
            format,
            id,
            profile,
            case,
            meeting,
            participants,
            mapping,
            actions,
            outcome,
            ..
        } = self.record;
        let Meeting { status, held_on, starts_at, place, marks, .. } = meeting;
        let (starts_at, place, place_marks) =
            self.to_come(*status, *starts_at, place.as_ref(), &marks.place);
        let readers = case.people.iter().filter(|person| self.is_own(&person.id));
        let entries = mapping.iter().enumerate().filter_map(|(i, e)| self.given_entry(i, e));
        let actions = actions.iter().enumerate().filter_map(|(i, a)| self.limited_action(i, a));
        let actions: Vec<Action> = actions.collect();
        let doers: BTreeSet<&str> = actions.iter().flat_map(doers).map(|id| id.as_str()).collect();
        let named = |p: &&Participant| {
            p.id != *THE_PANEL && (self.is_own(&p.id) || doers.contains(p.id.as_str()))
        };
        let mut participants: Vec<_> =
            participants.iter().filter(named).map(|p| self.doer(p)).collect();
        participants.extend(doers.contains(THE_PANEL).then(the_panel).flatten());
        Record {
            format: *format,
            id: id.clone(),
            profile: profile.clone(),
            case: Case {
                reference: Label::from("withheld"),
                people: readers.map(|person| self.person(person)).collect(),
                ..Case::empty()
            },
            meeting: Meeting {
                status: *status,
                held_on: *held_on,
                starts_at,
                place,
                marks: MeetingMarks { place: place_marks, ..MeetingMarks::default() },
                ..Meeting::default()
            },
            participants,
            mapping: entries.collect(),
            actions: actions.clone(),
            outcome: self.limited_outcome(outcome),
            ..Record::empty()
        }
    }

    /// The decision and the review; why, and what if the plan fails, where that is given.
    fn limited_outcome(&self, outcome: &Outcome) -> Outcome {
        let marks = &outcome.marks;
        let text = |text: &Option<Text>, marks, more| match self.is_given(more) {
            true => self.text(text.as_ref(), marks, true),
            false => Default::default(),
        };
        let (reason, why) = text(&outcome.reason, &marks.reason, More::Reason);
        let (contingency, if_not) =
            text(&outcome.contingency, &marks.contingency, More::Contingency);
        Outcome {
            decision: outcome.decision.clone(),
            review_on: outcome.review_on,
            reason,
            contingency,
            marks: OutcomeMarks { reason: why, contingency: if_not },
            ..Outcome::default()
        }
    }

    /// How a limited copy says who does an action; nothing where it may not tell of it.
    pub(super) fn owner_of(&self, action: &Action) -> Option<Owner> {
        match (&action.owner, action.visible_to) {
            (Some(owner), _) if self.has_named(owner) => Some(Owner::Named),
            (Some(_), Some(Visibility::Everyone)) => Some(Owner::Panel),
            (Some(_), _) => None,
            (None, _) => Some(Owner::Named),
        }
    }

    /// What the reader owns, supports or chases, or is given, unless a mark or a concealed owner stands against it.
    pub(in crate::report) fn limited_action(
        &self,
        index: usize,
        action: &Action,
    ) -> Option<Action> {
        let is_theirs = self.is_given(More::Action(index))
            || doers(action).any(|id| self.is_own(id) && self.has_named(id));
        let owner = self.owner_of(action)?;
        let (done_on, outcome) = self.outcome_of(action);
        (is_theirs && !self.conceals(action)).then(|| Action {
            serves: self.keep_entries(&action.serves),
            owner: self.owner(action, owner),
            supporting: self.keep_named(&action.supporting),
            acceptance: action.acceptance.filter(|_| owner == Owner::Named),
            accepted_by: None,
            accepted_on: action.accepted_on.filter(|_| owner == Owner::Named),
            chaser: self.keep_one(action.chaser.as_ref()),
            done_on,
            outcome,
            cancelled_reason: None,
            carried_from: None,
            withheld_from: Vec::new(),
            extensions: Extensions::default(),
            ..action.clone()
        })
    }

    /// Someone who does something, or the reader: without what would make them hold the panel.
    fn doer(&self, participant: &Participant) -> Participant {
        let (is_named, is_own) = (self.has_named(&participant.id), self.is_own(&participant.id));
        let kind = match participant.kind {
            ParticipantKind::BusinessSupport if is_own => ParticipantKind::Professional,
            kind => kind,
        };
        Participant {
            id: participant.id.clone(),
            kind,
            name: participant.name.clone().filter(|_| is_named),
            agency: participant.agency.clone().filter(|_| is_named),
            seat: participant.seat.clone().filter(|_| is_named && !is_own),
            person: participant.person.clone().filter(|id| self.is_own(id)),
            ..Participant::empty()
        }
    }

    pub(super) fn owner(&self, action: &Action, owner: Owner) -> Option<Id> {
        match owner {
            Owner::Named => action.owner.clone(),
            Owner::Panel => THE_PANEL.parse().ok(),
        }
    }
}

fn doers(action: &Action) -> impl Iterator<Item = &Id> {
    action.owner.iter().chain(&action.supporting).chain(&action.chaser)
}

/// Who stands for those whom a copy does not name.
pub(super) fn the_panel() -> Option<Participant> {
    let id = THE_PANEL.parse().ok()?;
    Some(Participant { id, kind: ParticipantKind::Professional, ..Participant::empty() })
}
