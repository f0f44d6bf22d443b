//! What each command is about, and could be.

use super::scaling::round_of;
use super::{Applied, Context, SittingState, refuse};
use crate::error::Code;
use crate::profile::Profile;
use crate::record::{Category, Record, Subject};
use crate::session::command::{Command, CommandType};
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
    /// A scale; with `round` and `about` one round of it.
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
        let scaling_round = |scale: &Id, round: Option<&Label>, about: &Option<Id>| Self {
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
            Command::OpenRound(c) => scaling_round(&c.scale, c.round.as_ref(), &c.about),
            Command::Rate(c) => scaling_round(&c.scale, c.round.as_ref(), &c.about),
            Command::AmendRating(c) => scaling_round(&c.scale, c.round.as_ref(), &c.about),
            Command::Abstain(c) => scaling_round(&c.scale, c.round.as_ref(), &c.about),
            Command::Reveal(c) => scaling_round(&c.scale, c.round.as_ref(), &c.about),
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

impl SittingState {
    /// Whether a command may be given at all now.
    pub(super) fn admits(&self, kind: CommandType, context: &Context<'_>) -> Applied {
        if context.amending.is_some() {
            return Ok(());
        }
        self.standing_admits(kind)
    }

    pub(in crate::session) fn standing_admits(&self, kind: CommandType) -> Applied {
        let standing = self.standing();
        standing.admits(kind).or_else(|code| {
            let words = match (code, self.running()) {
                (Code::StageRunning, Some(item)) => {
                    format!("found that stage {} is {standing}, expected it ended", item.stage)
                }
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
            T::Arrive | T::Apologise | T::MarkAbsent | T::Leave | T::NameLead => record
                .participants
                .iter()
                .map(|p| Target { participant: Some(p.id.clone()), ..target() })
                .collect(),
            T::RecordViews => record
                .case
                .people
                .iter()
                .map(|p| Target { person: Some(p.id.clone()), ..target() })
                .collect(),
            T::StartStage | T::SkipStage => profile
                .agenda
                .iter()
                .map(|s| Target { stage: Some(s.id.clone()), ..target() })
                .collect(),
            T::AmendEntry | T::MoveEntry | T::WithdrawEntry | T::SettleEntry => record
                .mapping
                .iter()
                .filter(|e| e.is_on_map())
                .map(|e| Target { entry: Some(e.id.clone()), ..target() })
                .collect(),
            T::AmendAction | T::Allocate | T::Accept | T::Decline | T::SetDue | T::UpdateAction => {
                record
                    .actions
                    .iter()
                    .map(|a| Target { action: Some(a.id.clone()), ..target() })
                    .collect()
            }
            T::Decide => profile
                .decisions
                .iter()
                .map(|d| Target { decision: Some(d.id.clone()), ..target() })
                .collect(),
            T::Rate | T::AmendRating | T::Abstain | T::Reveal => {
                let scaling_round = |s: &crate::record::ScalingRound| Target {
                    scale: Some(s.scale.clone()),
                    round: s.round.clone(),
                    about: s.about.clone(),
                    ..target()
                };
                record.scaling.iter().map(scaling_round).collect()
            }
            T::OpenRound => self.rounds(),
            _ => vec![target()],
        }
    }

    /// Every scale in each of its rounds, about each danger where it belongs to one.
    fn rounds(&self) -> Vec<Target> {
        let mut rounds = Vec::new();
        for scale in self.record.referral.scale.iter().chain(&self.profile.scales) {
            let dangers = || {
                self.record
                    .mapping
                    .iter()
                    .filter(|e| e.is_on_map() && e.category == Category::FutureDanger)
            };
            let about: Vec<_> = match scale.subject {
                Subject::Overall => vec![None],
                Subject::Entry => dangers().map(|e| Some(e.id.clone())).collect(),
            };
            let listed: Vec<_> = if scale.rounds.is_empty() {
                vec![None]
            } else {
                scale.rounds.iter().cloned().map(Some).collect()
            };
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
}
