//! What each command could be about, and whether it would be taken of that now.

use super::scaling::round_of;
use super::{Now, Room, Taken, has_room, refuse};
use crate::error::Code;
use crate::profile::Profile;
use crate::record::{Acceptance, Category, Record, Subject};
use crate::session::command::{Command, CommandType};
use crate::session::standing::Standing;
use crate::{Id, Label};
use CommandType as T;
use serde::Serialize;

/// What a command is about: the members of its payload that name it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[non_exhaustive]
pub struct Target {
    /// A participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub participant: Option<Id>,
    /// One of the case's people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<Id>,
    /// A stage of the profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Id>,
    /// An entry of the map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<Id>,
    /// An action.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Id>,
    /// A decision of the profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<Id>,
    /// A scale; with `round` and `about` one sitting of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<Id>,
    /// The round.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub round: Option<Label>,
    /// The danger.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Id>,
}

impl Target {
    /// What a command is about, the round as it is meant.
    pub(in crate::session) fn of(command: &Command, record: &Record, profile: &Profile) -> Self {
        let none = Self::default;
        let participant = |id: &Id| Self { participant: Some(id.clone()), ..none() };
        let entry = |id: &Id| Self { entry: Some(id.clone()), ..none() };
        let action = |id: &Id| Self { action: Some(id.clone()), ..none() };
        let stage = |id: &Id| Self { stage: Some(id.clone()), ..none() };
        let sitting = |scale: &Id, round: Option<&Label>, about: &Option<Id>| Self {
            scale: Some(scale.clone()),
            round: round_of(record, profile, scale, round),
            about: about.clone(),
            ..none()
        };
        match command {
            Command::Arrive(c) => participant(&c.participant),
            Command::Apologise(c) => participant(&c.participant),
            Command::MarkAbsent(c) => participant(&c.participant),
            Command::Leave(c) => participant(&c.participant),
            Command::NameLead(c) => participant(&c.participant),
            Command::RecordViews(c) => Self { person: Some(c.person.clone()), ..none() },
            Command::StartStage(c) => stage(&c.stage),
            Command::SkipStage(c) => stage(&c.stage),
            Command::AmendEntry(c) => entry(&c.entry),
            Command::MoveEntry(c) => entry(&c.entry),
            Command::WithdrawEntry(c) => entry(&c.entry),
            Command::SettleEntry(c) => entry(&c.entry),
            Command::OpenRound(c) => sitting(&c.scale, c.round.as_ref(), &c.about),
            Command::Rate(c) => sitting(&c.scale, c.round.as_ref(), &c.about),
            Command::AmendRating(c) => sitting(&c.scale, c.round.as_ref(), &c.about),
            Command::Abstain(c) => sitting(&c.scale, c.round.as_ref(), &c.about),
            Command::Reveal(c) => sitting(&c.scale, c.round.as_ref(), &c.about),
            Command::AmendAction(c) => action(&c.action),
            Command::Allocate(c) => action(&c.action),
            Command::Accept(c) => action(&c.action),
            Command::Decline(c) => action(&c.action),
            Command::SetDue(c) => action(&c.action),
            Command::UpdateAction(c) => action(&c.action),
            Command::Decide(c) => Self { decision: Some(c.decision.clone()), ..none() },
            _ => none(),
        }
    }
}

/// Nothing is there that a command could be about.
fn nothing(code: Code, words: &'static str) -> Taken {
    refuse(code, "", words)
}

impl Room {
    /// Whether a command may be given at all now.
    pub(super) fn admits(&self, kind: CommandType, now: &Now<'_>) -> Taken {
        if now.amending.is_some() {
            return Ok(());
        }
        self.standing_admits(kind)
    }

    pub(in crate::session) fn standing_admits(&self, kind: CommandType) -> Taken {
        let standing = self.standing();
        standing.admits(kind).or_else(|code| {
            let words = match (code, self.running()) {
                (Code::StageRunning, Some(item)) => format!("found that stage {} is {standing}, expected it ended", item.stage),
                _ => format!("found the sitting {standing}, where {kind} is not taken"),
            };
            refuse(code, "", words)
        })
    }

    /// Everything that a command could be about now, whether or not it would be taken.
    pub(in crate::session) fn targets(&self, kind: CommandType) -> Vec<Target> {
        let Self { profile, record, .. } = self;
        let target = Target::default;
        match kind {
            T::Arrive | T::Apologise | T::MarkAbsent | T::Leave | T::NameLead => {
                record.participants.iter().map(|p| Target { participant: Some(p.id.clone()), ..target() }).collect()
            }
            T::RecordViews => record.case.people.iter().map(|p| Target { person: Some(p.id.clone()), ..target() }).collect(),
            T::StartStage | T::SkipStage => profile.agenda.iter().map(|s| Target { stage: Some(s.id.clone()), ..target() }).collect(),
            T::AmendEntry | T::MoveEntry | T::WithdrawEntry | T::SettleEntry => {
                record.mapping.iter().filter(|e| e.is_on_map()).map(|e| Target { entry: Some(e.id.clone()), ..target() }).collect()
            }
            T::AmendAction | T::Allocate | T::Accept | T::Decline | T::SetDue | T::UpdateAction => {
                record.actions.iter().map(|a| Target { action: Some(a.id.clone()), ..target() }).collect()
            }
            T::Decide => profile.decisions.iter().map(|d| Target { decision: Some(d.id.clone()), ..target() }).collect(),
            T::Rate | T::AmendRating | T::Abstain | T::Reveal => {
                let sitting = |s: &crate::record::Sitting| Target {
                    scale: Some(s.scale.clone()),
                    round: s.round.clone(),
                    about: s.about.clone(),
                    ..target()
                };
                record.scaling.iter().map(sitting).collect()
            }
            T::OpenRound => self.rounds(),
            _ => vec![target()],
        }
    }

    /// Every scale in each of its rounds, about each danger where it belongs to one.
    fn rounds(&self) -> Vec<Target> {
        let mut rounds = Vec::new();
        for scale in self.record.referral.scale.iter().chain(&self.profile.scales) {
            let dangers = || self.record.mapping.iter().filter(|e| e.is_on_map() && e.category == Category::FutureDanger);
            let about: Vec<_> = match scale.subject {
                Subject::Overall => vec![None],
                Subject::Entry => dangers().map(|e| Some(e.id.clone())).collect(),
            };
            let listed: Vec<_> = if scale.rounds.is_empty() { vec![None] } else { scale.rounds.iter().cloned().map(Some).collect() };
            for round in &listed {
                let of = |about: &Option<Id>| Target {
                    scale: Some(scale.id.clone()),
                    round: round.clone(),
                    about: about.clone(),
                    ..Target::default()
                };
                rounds.extend(about.iter().map(of));
            }
        }
        rounds
    }

    /// Whether a command would be taken of its target now, given the rest of it is in order.
    pub(in crate::session) fn gate(&self, kind: CommandType, target: &Target) -> Taken {
        let record = &self.record;
        if record.participants.is_empty() && kind != T::Invite {
            return nothing(Code::UnknownParticipant, "found nobody invited, expected a participant");
        }
        match kind {
            T::Invite => has_room(&record.participants, "/participants"),
            T::Arrive | T::Apologise | T::MarkAbsent | T::NameLead => self.gate_participant(target).map(drop),
            T::Leave => match self.gate_participant(target)? {
                p if p.attended() => Ok(()),
                p => refuse(Code::NotThere, "/participant", format!("found {}, who did not attend", p.id)),
            },
            T::RecordViews => match &target.person {
                Some(id) => self.people([id], "/person"),
                None => nothing(Code::UnknownPerson, "found nobody in the case, expected a person"),
            },
            T::StartStage | T::SkipStage => self.gate_stage(kind, target),
            T::AddEntry => has_room(&record.mapping, "/mapping"),
            T::AmendEntry | T::MoveEntry | T::WithdrawEntry | T::SettleEntry => self.gate_entry(kind, target),
            T::OpenRound => self.gate_round(target),
            T::Rate | T::AmendRating | T::Abstain | T::Reveal => self.gate_sitting(kind, target),
            T::AgreeAction => has_room(&record.actions, "/actions"),
            T::AmendAction | T::Allocate | T::Accept | T::Decline | T::SetDue | T::UpdateAction => self.gate_action(kind, target),
            T::Decide => match &target.decision {
                Some(id) if !self.profile.decisions.is_empty() && self.profile.decision(id).is_none() => refuse(
                    Code::UnknownDecision,
                    "/decision",
                    "found a decision that the profile does not have, expected one of its decisions",
                ),
                _ => Ok(()),
            },
            T::Conclude if !self.hidden.is_empty() => {
                refuse(Code::StillSealed, "", format!("found {} numbers that are still sealed, expected them revealed", self.hidden.len()))
            }
            _ => Ok(()),
        }
    }

    fn gate_participant(&self, target: &Target) -> Taken<&crate::record::Participant> {
        self.participant(target.participant.as_deref().unwrap_or_default(), "/participant")
    }

    fn gate_stage(&self, kind: CommandType, target: &Target) -> Taken {
        has_room(&self.record.agenda, "/agenda")?;
        let Some(stage) = &target.stage else { return Ok(()) };
        if !self.profile.agenda.is_empty() && self.profile.stage(stage).is_none() {
            return refuse(Code::UnknownStage, "/stage", "found a stage that the profile does not have, expected one of its stages");
        }
        if kind == T::SkipStage && self.record.agenda.iter().any(|item| item.stage == *stage && item.is_held()) {
            return refuse(Code::StageHeld, "/stage", format!("found {stage}, which has been held, expected one that has not"));
        }
        Ok(())
    }

    fn gate_entry(&self, kind: CommandType, target: &Target) -> Taken {
        let Some(id) = &target.entry else { return nothing(Code::UnknownEntry, "found nothing on the map, expected an entry") };
        let entry = self.entry(id, "/entry")?;
        match kind {
            T::SettleEntry if !matches!(entry.category, Category::Goal | Category::FutureDanger) => {
                refuse(Code::CannotSettle, "/entry", format!("found {id}, which is {}, expected a goal or a future_danger", entry.category))
            }
            T::MoveEntry => {
                let others = Category::ALL.iter().filter(|to| **to != entry.category && self.has_category(**to));
                let none = nothing(Code::UnknownCategory, "found no other category in the profile's columns");
                others.fold(none, |so_far, to| so_far.or_else(|_| self.could_move(entry, *to)))
            }
            _ => Ok(()),
        }
    }

    fn gate_round(&self, target: &Target) -> Taken {
        has_room(&self.record.scaling, "/scaling")?;
        let Some(id) = &target.scale else { return nothing(Code::UnknownScale, "found no scale to ask, expected one of the profile") };
        let Some(scale) = self.profile.scale_of(&self.record, id) else {
            return refuse(
                Code::UnknownScale,
                "/scale",
                "found a scale that neither the profile nor the referral has, expected one of theirs",
            );
        };
        self.fits_about(scale, target.about.as_ref())?;
        match self.sitting_place(id, target.round.as_ref(), target.about.as_ref()) {
            Some(_) => refuse(Code::RoundOpen, "/scale", format!("found {id}, which has been asked in this round, expected another")),
            None => Ok(()),
        }
    }

    fn gate_sitting(&self, kind: CommandType, target: &Target) -> Taken {
        let id = target.scale.as_deref().unwrap_or_default();
        let Some(place) = self.sitting_place(id, target.round.as_ref(), target.about.as_ref()) else {
            return refuse(Code::NoRound, "/scale", "found a scale that was not asked in this round, expected one that was");
        };
        let Some(sitting) = self.record.scaling.get(place) else { return Err(super::gone()) };
        let Some(scale) = self.profile.scale_of(&self.record, id) else {
            return refuse(
                Code::UnknownScale,
                "/scale",
                "found a scale that neither the profile nor the referral has, expected one of theirs",
            );
        };
        let attended = || self.record.participants.iter().filter(|p| p.attended());
        match kind {
            T::Reveal if scale.independent != Some(true) => {
                refuse(Code::NotIndependent, "/scale", format!("found {}, on which nothing is sealed", scale.id))
            }
            T::Reveal if sitting.revealed_at.is_some() => {
                refuse(Code::AlreadyRevealed, "/scale", format!("found numbers on {} that have been shown", scale.id))
            }
            T::AmendRating if self.ratings_in(place).next().is_none() => {
                refuse(Code::NoRating, "/scale", format!("found no number on {} yet", scale.id))
            }
            T::Rate | T::Abstain if attended().next().is_none() => refuse(Code::NotThere, "/by", "found nobody who attended"),
            T::Abstain => {
                let rated = |by: &Id| self.ratings_in(place).any(|r| r.by == *by && r.is_own());
                let open = |by: &Id| !rated(by) && !sitting.abstentions.iter().any(|a| a.by == *by);
                match attended().any(|p| open(&p.id)) {
                    true => Ok(()),
                    false => refuse(Code::AlreadyRated, "/by", "found that all who attended have given a number or abstained"),
                }
            }
            _ => Ok(()),
        }
    }

    fn gate_action(&self, kind: CommandType, target: &Target) -> Taken {
        let Some(id) = &target.action else { return nothing(Code::UnknownAction, "found no action, expected one") };
        let action = self.action(id, "/action")?;
        if kind == T::UpdateAction {
            return Ok(());
        }
        if !action.is_live() {
            return refuse(Code::ActionClosed, "/action", format!("found {id}, which is {}, expected one that is open", action.status));
        }
        let answers = matches!(kind, T::Accept | T::Decline);
        if answers && action.owner.is_none() {
            return refuse(Code::NoOwner, "/action", format!("found {id} without an owner, expected one that somebody was asked to do"));
        }
        match (kind, action.acceptance) {
            (T::Accept, Some(Acceptance::Accepted)) => refuse(Code::AlreadyAccepted, "/action", format!("found {id}, which was taken on")),
            (T::Decline, Some(Acceptance::Declined)) => {
                refuse(Code::AlreadyDeclined, "/action", format!("found {id}, which was turned down"))
            }
            (T::Allocate, _) if !self.has_owner_for(action) => {
                refuse(Code::OwnerRefused, "/owner", format!("found nobody among the participants who could own {id}"))
            }
            _ if answers && self.standing() != Standing::Concluded => {
                let first = refuse(Code::NotTheOwner, "/action", format!("found {id} with an owner who is not among the participants"));
                self.answering(action).fold(first, |so_far, who| {
                    so_far.or_else(|refusal| {
                        match kind {
                            T::Accept => self.may_accept(action, who),
                            _ => self.may_answer(who),
                        }
                        .map_err(|other| if refusal.code() == Code::NotTheOwner.word() { other } else { refusal })
                    })
                })
            }
            _ => Ok(()),
        }
    }
}
