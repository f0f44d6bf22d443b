//! The targets of commands.

use super::scaling::round_of;
use super::{Applied, Context, SittingState, refuse};
use crate::error::Code;
use crate::record::{Category, PersonKind, ScalingRound, Subject as ScaleSubject};
use crate::session::command::CommandType;
use crate::{Id, Label};
use serde::Serialize;

/// The target of a command: the members of its payload that name it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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

/// The members that name a round of a scale, as a command gives them.
#[derive(Clone, Copy)]
pub(in crate::session) struct RoundName<'a> {
    pub(in crate::session) scale: &'a Id,
    pub(in crate::session) round: Option<&'a Label>,
    pub(in crate::session) about: Option<&'a Id>,
}

/// The subject of one command, with the members that name it.
pub(in crate::session) enum Named<'a> {
    Nothing,
    Participant(&'a Id),
    Person(&'a Id),
    Stage(&'a Id),
    Entry(&'a Id),
    Action(&'a Id),
    Decision(&'a Id),
    NewRound(RoundName<'a>),
    Round(RoundName<'a>),
}

impl Named<'_> {
    /// The target, with the label of the round resolved.
    pub(in crate::session) fn in_state(self, state: &SittingState) -> Target {
        let none = Target::default();
        let some = |id: &Id| Some(id.clone());
        match self {
            Named::Nothing => none,
            Named::Participant(id) => Target { participant: some(id), ..none },
            Named::Person(id) => Target { person: some(id), ..none },
            Named::Stage(id) => Target { stage: some(id), ..none },
            Named::Entry(id) => Target { entry: some(id), ..none },
            Named::Action(id) => Target { action: some(id), ..none },
            Named::Decision(id) => Target { decision: some(id), ..none },
            Named::NewRound(name) | Named::Round(name) => Target {
                scale: some(name.scale),
                round: round_of(&state.record, &state.profile, name.scale, name.round),
                about: name.about.cloned(),
                ..none
            },
        }
    }
}

/// The kind of target of a command.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::session) enum Subject {
    Nothing,
    /// A participant.
    Participant,
    /// One of the case's people.
    Person,
    /// A stage of the profile.
    Stage,
    /// An entry that stands on the map.
    Entry,
    Action,
    /// A decision of the profile.
    Decision,
    /// A scale with a round that it could be asked in.
    NewRound,
    /// A round that was asked.
    Round,
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

    /// Every possible target of a command now, whether or not the command would be accepted.
    pub(in crate::session) fn targets(&self, kind: CommandType) -> Vec<Target> {
        let Self { profile, record, .. } = self;
        let target = Target::default;
        match kind.spec().subject {
            Subject::Nothing => vec![target()],
            Subject::Participant => record
                .participants
                .iter()
                .map(|p| Target { participant: Some(p.id.clone()), ..target() })
                .collect(),
            Subject::Person => record
                .case
                .people
                .iter()
                .map(|p| Target { person: Some(p.id.clone()), ..target() })
                .collect(),
            Subject::Stage => profile
                .agenda
                .iter()
                .map(|s| Target { stage: Some(s.id.clone()), ..target() })
                .collect(),
            Subject::Entry => record
                .mapping
                .iter()
                .filter(|e| e.is_on_map())
                .map(|e| Target { entry: Some(e.id.clone()), ..target() })
                .collect(),
            Subject::Action => record
                .actions
                .iter()
                .map(|a| Target { action: Some(a.id.clone()), ..target() })
                .collect(),
            Subject::Decision => profile
                .decisions
                .iter()
                .map(|d| Target { decision: Some(d.id.clone()), ..target() })
                .collect(),
            Subject::NewRound => self.rounds(),
            Subject::Round => {
                let asked = |s: &ScalingRound| Target {
                    scale: Some(s.scale.clone()),
                    round: s.round.clone(),
                    about: s.about.clone(),
                    ..target()
                };
                record.scaling.iter().map(asked).collect()
            }
        }
    }

    /// Every scale in each of its rounds, and about each danger or each child where it is asked of them.
    fn rounds(&self) -> Vec<Target> {
        let mut rounds = Vec::new();
        for scale in self.record.referral.scale.iter().chain(&self.profile.scales) {
            let dangers = || {
                self.record
                    .mapping
                    .iter()
                    .filter(|e| e.is_on_map() && e.category == Category::FutureDanger)
            };
            let children =
                || self.record.case.people.iter().filter(|it| it.kind == PersonKind::Child);
            let about: Vec<_> = match scale.subject {
                ScaleSubject::Overall => vec![None],
                ScaleSubject::Entry => dangers().map(|e| Some(e.id.clone())).collect(),
                ScaleSubject::Child => children().map(|it| Some(it.id.clone())).collect(),
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
