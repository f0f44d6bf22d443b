//! Whether a command would be taken of what it is about now.

use super::{Applied, SittingState, Target, has_capacity, inconsistent, refuse};
use crate::actions::{Verdict, verdict};
use crate::error::Code;
use crate::lookup::{Ids, Key};
use crate::record::{Acceptance, Action, Category, Entry, Participant, Scale, Subject};
use crate::session::command::CommandType;
use crate::session::standing::Standing;
use crate::view::View;
use crate::{Id, Label};
use CommandType as T;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// Nothing is there that a command could be about.
fn nothing(code: Code, words: &'static str) -> Applied {
    refuse(code, "", words)
}

/// What tells one round of a scale from another.
type Round<'a> = (&'a str, Option<&'a Label>, Option<&'a Id>);

/// The guards of the commands. For one command the things it names are looked up; for every command at once, ids and
/// answers are indexed once.
pub(in crate::session) struct Guards<'a> {
    state: &'a SittingState,
    for_all: bool,
    view: OnceCell<View<'a>>,
    rounds: OnceCell<BTreeMap<Round<'a>, usize>>,
    answering: OnceCell<Vec<[Option<usize>; Category::ALL.len()]>>,
    held: OnceCell<Vec<bool>>,
}

impl<'a> Guards<'a> {
    pub(super) fn for_one(state: &'a SittingState) -> Self {
        let (view, rounds, answering, held) =
            (OnceCell::new(), OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self { state, for_all: false, view, rounds, answering, held }
    }

    pub(in crate::session) fn for_all(state: &'a SittingState) -> Self {
        Self { for_all: true, ..Self::for_one(state) }
    }

    fn view(&self) -> &View<'a> {
        self.view.get_or_init(|| View::new(&self.state.record, &self.state.profile, None, None))
    }

    fn participant(&self, id: &str) -> Applied<&'a Participant> {
        match self.for_all.then(|| self.view().participant(id)).flatten() {
            Some(participant) => Ok(participant),
            None => self.state.participant(id, "/participant"),
        }
    }

    fn entry(&self, id: &Id, path: &str) -> Applied<&'a Entry> {
        match self
            .for_all
            .then(|| self.view().entry(id))
            .flatten()
            .filter(|entry| entry.is_on_map())
        {
            Some(entry) => Ok(entry),
            None => self.state.entry(id, path),
        }
    }

    fn action(&self, id: &Id) -> Applied<&'a Action> {
        match self.for_all.then(|| self.view().action(id)).flatten() {
            Some(action) => Ok(action),
            None => self.state.action(id, "/action"),
        }
    }

    fn round_index(&self, target: &Target) -> Option<usize> {
        let (id, round, about) = (
            target.scale.as_deref().unwrap_or_default(),
            target.round.as_ref(),
            target.about.as_ref(),
        );
        if !self.for_all {
            return self.state.round_index(id, round, about);
        }
        let of_each = || {
            let mut indexes = BTreeMap::new();
            for (index, scaling_round) in self.state.record.scaling.iter().enumerate() {
                indexes
                    .entry((
                        scaling_round.scale.as_str(),
                        scaling_round.round.as_ref(),
                        scaling_round.about.as_ref(),
                    ))
                    .or_insert(index);
            }
            indexes
        };
        self.rounds.get_or_init(of_each).get(&(id, round, about)).copied()
    }

    /// Whether a command would be taken of its target now, given the rest of it is in order.
    pub(in crate::session) fn ask(&self, kind: CommandType, target: &Target) -> Applied {
        let SittingState { record, profile, sealed, .. } = self.state;
        if record.participants.is_empty() && kind != T::Invite {
            return nothing(
                Code::UnknownParticipant,
                "found nobody invited, expected a participant",
            );
        }
        match kind {
            T::Invite => has_capacity(&record.participants, "/participants"),
            T::Arrive | T::Apologise | T::MarkAbsent | T::NameLead => {
                self.of_participant(target).map(drop)
            }
            T::Leave => match self.of_participant(target)? {
                p if p.attended() => Ok(()),
                p => refuse(
                    Code::NotThere,
                    "/participant",
                    format!("found {}, who did not attend", p.id),
                ),
            },
            T::RecordViews => match &target.person {
                Some(id) if self.for_all && self.view().person(id).is_some() => Ok(()),
                Some(id) => self.state.people([id], "/person"),
                None => nothing(Code::UnknownPerson, "found nobody in the case, expected a person"),
            },
            T::StartStage | T::SkipStage => self.of_stage(kind, target),
            T::AddEntry => has_capacity(&record.mapping, "/mapping"),
            T::AmendEntry | T::MoveEntry | T::WithdrawEntry | T::SettleEntry => {
                self.of_entry(kind, target)
            }
            T::OpenRound => self.of_round(target),
            T::Rate | T::AmendRating | T::Abstain | T::Reveal => self.of_round_asked(kind, target),
            T::AgreeAction => has_capacity(&record.actions, "/actions"),
            T::AmendAction | T::Allocate | T::Accept | T::Decline | T::SetDue | T::UpdateAction => {
                self.of_action(kind, target)
            }
            T::Decide => match &target.decision {
                Some(id) if !profile.decisions.is_empty() && profile.decision(id).is_none() => {
                    refuse(
                        Code::UnknownDecision,
                        "/decision",
                        "found a decision that the profile does not have, expected one of its decisions",
                    )
                }
                _ => Ok(()),
            },
            T::Conclude if !sealed.is_empty() => refuse(
                Code::StillSealed,
                "",
                format!(
                    "found {} numbers that are still sealed, expected them revealed",
                    sealed.len()
                ),
            ),
            _ => Ok(()),
        }
    }

    fn of_participant(&self, target: &Target) -> Applied<&'a Participant> {
        self.participant(target.participant.as_deref().unwrap_or_default())
    }

    fn of_stage(&self, kind: CommandType, target: &Target) -> Applied {
        let SittingState { record, profile, .. } = self.state;
        has_capacity(&record.agenda, "/agenda")?;
        let Some(stage) = &target.stage else { return Ok(()) };
        if !profile.agenda.is_empty() && profile.stage(stage).is_none() {
            return refuse(
                Code::UnknownStage,
                "/stage",
                "found a stage that the profile does not have, expected one of its stages",
            );
        }
        if kind == T::SkipStage && self.is_held(stage) {
            return refuse(
                Code::StageHeld,
                "/stage",
                format!("found {stage}, which has been held, expected one that has not"),
            );
        }
        Ok(())
    }

    fn is_held(&self, stage: &Id) -> bool {
        let SittingState { record, profile, .. } = self.state;
        let held = record.agenda.iter().filter(|item| item.is_held());
        let Some(index) = profile.stage_index(stage).filter(|_| self.for_all) else {
            return held.into_iter().any(|item| item.stage == *stage);
        };
        let of_each = || {
            let mut of_each = vec![false; profile.agenda.len()];
            for index in held.filter_map(|item| profile.stage_index(&item.stage)) {
                of_each.get_mut(index).into_iter().for_each(|held| *held = true);
            }
            of_each
        };
        self.held.get_or_init(of_each).get(index) == Some(&true)
    }

    fn of_entry(&self, kind: CommandType, target: &Target) -> Applied {
        let Some(id) = &target.entry else {
            return nothing(Code::UnknownEntry, "found nothing on the map, expected an entry");
        };
        let entry = self.entry(id, "/entry")?;
        match kind {
            T::SettleEntry
                if !matches!(entry.category, Category::Goal | Category::FutureDanger) =>
            {
                refuse(
                    Code::CannotSettle,
                    "/entry",
                    format!(
                        "found {id}, which is {}, expected a goal or a future_danger",
                        entry.category
                    ),
                )
            }
            T::MoveEntry => {
                let others = Category::ALL
                    .iter()
                    .copied()
                    .filter(|to| *to != entry.category && self.state.has_category(*to));
                let mut last = None;
                for to in others {
                    match self.hindering(entry, to) {
                        None => return Ok(()),
                        Some(other) => last = Some((other, to)),
                    }
                }
                match last {
                    Some((other, to)) => still_answered(entry, other, to),
                    None => nothing(
                        Code::UnknownCategory,
                        "found no other category in the profile's columns",
                    ),
                }
            }
            _ => Ok(()),
        }
    }

    /// The first entry that would hinder another from standing in a category.
    fn hindering(&self, entry: &Entry, to: Category) -> Option<&'a Entry> {
        if !self.for_all {
            return self.state.hindering(entry, to);
        }
        let firsts = self.answering(entry)?.iter().zip(Category::ALL);
        let hinders = firsts
            .filter(|(_, from)| !from.may_answer().contains(&to))
            .filter_map(|(index, _)| *index);
        self.state.record.mapping.get(hinders.min()?)
    }

    /// Of each category the index of the first entry on the map that answers an entry.
    fn answering(&self, entry: &Entry) -> Option<&[Option<usize>; Category::ALL.len()]> {
        let of_each = || {
            let mut of_each = vec![[None; Category::ALL.len()]; self.state.record.mapping.len()];
            for (index, other) in self.view().map() {
                for answered in other.answers.iter().filter_map(|id| self.view().entry_index(id)) {
                    let of_category = of_each
                        .get_mut(answered)
                        .and_then(|first| first.get_mut(other.category as usize));
                    of_category.into_iter().for_each(|first| *first = first.or(Some(index)));
                }
            }
            of_each
        };
        self.answering.get_or_init(of_each).get(self.view().entry_index(&entry.id)?)
    }

    fn of_round(&self, target: &Target) -> Applied {
        let SittingState { record, profile, .. } = self.state;
        has_capacity(&record.scaling, "/scaling")?;
        let Some(id) = &target.scale else {
            return nothing(
                Code::UnknownScale,
                "found no scale to ask, expected one of the profile",
            );
        };
        let Some(scale) = profile.scale_of(record, id) else { return unknown_scale() };
        self.fits_about(scale, target.about.as_ref())?;
        match self.round_index(target) {
            Some(_) => refuse(
                Code::RoundOpen,
                "/scale",
                format!("found {id}, which has been asked in this round, expected another"),
            ),
            None => Ok(()),
        }
    }

    /// What a scale may be asked about: a danger where it belongs to one, else nothing.
    fn fits_about(&self, scale: &Scale, about: Option<&Id>) -> Applied {
        match (scale.subject, about) {
            (Subject::Overall, None) => Ok(()),
            (Subject::Entry, Some(id))
                if self.entry(id, "/about")?.category == Category::FutureDanger =>
            {
                Ok(())
            }
            (Subject::Entry, _) => refuse(
                Code::CannotAnswer,
                "/about",
                "found no danger, expected the one that the scale is asked about",
            ),
            (Subject::Overall, Some(_)) => refuse(
                Code::CannotAnswer,
                "/about",
                "found an entry, expected none: the scale is about the whole",
            ),
        }
    }

    fn of_round_asked(&self, kind: CommandType, target: &Target) -> Applied {
        let SittingState { record, profile, .. } = self.state;
        let id = target.scale.as_deref().unwrap_or_default();
        let Some(index) = self.round_index(target) else {
            return refuse(
                Code::NoRound,
                "/scale",
                "found a scale that was not asked in this round, expected one that was",
            );
        };
        let Some(scaling_round) = record.scaling.get(index) else { return Err(inconsistent()) };
        let Some(scale) = profile.scale_of(record, id) else { return unknown_scale() };
        let attended = || record.participants.iter().filter(|p| p.attended());
        match kind {
            T::Reveal if scale.independent != Some(true) => refuse(
                Code::NotIndependent,
                "/scale",
                format!("found {}, on which nothing is sealed", scale.id),
            ),
            T::Reveal if scaling_round.revealed_at.is_some() => refuse(
                Code::AlreadyRevealed,
                "/scale",
                format!("found numbers on {} that have been shown", scale.id),
            ),
            T::AmendRating if self.state.ratings_in(index).next().is_none() => {
                refuse(Code::NoRating, "/scale", format!("found no number on {} yet", scale.id))
            }
            T::Rate | T::Abstain if attended().next().is_none() => {
                refuse(Code::NotThere, "/by", "found nobody who attended")
            }
            T::Abstain => {
                let rated = self
                    .state
                    .ratings_in(index)
                    .filter(|rating| rating.is_own())
                    .map(|rating| &rating.by);
                let answered: Ids<'_> = rated
                    .chain(scaling_round.abstentions.iter().map(|a| &a.by))
                    .map(|by| Key::new(by.as_str()))
                    .collect();
                match attended().any(|p| !answered.has(&p.id)) {
                    true => Ok(()),
                    false => refuse(
                        Code::AlreadyRated,
                        "/by",
                        "found that all who attended have given a number or abstained",
                    ),
                }
            }
            _ => Ok(()),
        }
    }

    fn of_action(&self, kind: CommandType, target: &Target) -> Applied {
        let Some(id) = &target.action else {
            return nothing(Code::UnknownAction, "found no action, expected one");
        };
        let action = self.action(id)?;
        if kind == T::UpdateAction {
            return Ok(());
        }
        if !action.is_live() {
            return refuse(
                Code::ActionClosed,
                "/action",
                format!("found {id}, which is {}, expected one that is open", action.status),
            );
        }
        let answers = matches!(kind, T::Accept | T::Decline);
        if answers && action.owner.is_none() {
            return refuse(
                Code::NoOwner,
                "/action",
                format!("found {id} without an owner, expected one that somebody was asked to do"),
            );
        }
        match (kind, action.acceptance) {
            (T::Accept, Some(Acceptance::Accepted)) => {
                refuse(Code::AlreadyAccepted, "/action", format!("found {id}, which was taken on"))
            }
            (T::Decline, Some(Acceptance::Declined)) => refuse(
                Code::AlreadyDeclined,
                "/action",
                format!("found {id}, which was turned down"),
            ),
            (T::Allocate, _) if !self.has_owner_for(action) => refuse(
                Code::OwnerRefused,
                "/owner",
                format!("found nobody among the participants who could own {id}"),
            ),
            _ if answers && self.state.standing() != Standing::Concluded => {
                self.answered_by_somebody(kind, action)
            }
            _ => Ok(()),
        }
    }

    /// Whether any participant could own an action.
    fn has_owner_for(&self, action: &Action) -> bool {
        self.state.record.participants.iter().any(|p| self.verdict(action, p) != Verdict::Refused)
    }

    /// Of an id used twice the first is meant.
    fn verdict(&self, action: &Action, who: &Participant) -> Verdict {
        verdict(self.view(), action, self.view().participant(&who.id).unwrap_or(who))
    }

    /// Whether any of those who can answer for the owner may do so here and now; else why the first may not.
    fn answered_by_somebody(&self, kind: CommandType, action: &Action) -> Applied {
        let may = |who: &Participant| {
            who.attended() && (kind != T::Accept || self.verdict(action, who) == Verdict::Accepted)
        };
        let mut answering = self.state.answering(action).peekable();
        let Some(first) = answering.peek().copied() else {
            return refuse(
                Code::NotTheOwner,
                "/action",
                format!("found {} with an owner who is not among the participants", action.id),
            );
        };
        match (answering.any(may), kind) {
            (true, _) => Ok(()),
            (false, T::Accept) => self.state.may_accept(action, first),
            (false, _) => self.state.may_answer(first),
        }
    }
}

fn unknown_scale() -> Applied {
    refuse(
        Code::UnknownScale,
        "/scale",
        "found a scale that neither the profile nor the referral has, expected one of theirs",
    )
}

/// An entry cannot move where another that answers it could answer it no longer.
pub(super) fn still_answered(entry: &Entry, other: &Entry, to: Category) -> Applied {
    let words = format!(
        "found {}, which is {} and answers {}; it could not answer {to}",
        other.id, other.category, entry.id
    );
    refuse(Code::StillAnswered, "/category", words)
}
