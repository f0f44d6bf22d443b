//! Which commands would be accepted now, and why not the others.

use super::Session;
use super::command::CommandType;
use super::command_table::HistoryStep;
use super::state::{Applied, Guards, Target};
use crate::error::Code;
use serde::Serialize;

/// A command, one of its possible targets, and whether it would be accepted now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Allowed {
    /// The command.
    #[serde(rename = "type")]
    pub kind: CommandType,
    /// The target, as the members of the payload that name it. `None` for a command without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
    /// Whether the command would be accepted, its other members being in order.
    pub allowed: bool,
    /// Why not, where it would be refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Refused>,
}

/// Why a command would be refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Refused {
    /// The code of the refusal.
    pub code: Code,
    /// What was found and what was expected, in ids, codes and numbers only.
    pub message: String,
}

impl Session {
    /// Every command with each of its possible targets, and whether it would be accepted now.
    ///
    /// A command of which this says no is refused with the same code, whatever else it says; where it stands without a target
    /// because there is nothing it could be about, one that names something else is refused as well. One of which it says yes is
    /// taken where the rest of it is in order: known ids, a number on its scale, a reason where one is needed.
    pub fn allowed(&self) -> Vec<Allowed> {
        let guards = Guards::for_all(&self.state);
        // Six commands have an action as their target, and fewer have any other.
        let record = self.record();
        let listed = record.participants.len()
            + record.mapping.len()
            + record.actions.len()
            + record.scaling.len();
        let mut allowed = Vec::with_capacity(CommandType::ALL.len() + 6 * listed);
        for kind in CommandType::ALL {
            // The journal alone gives what stands for another command.
            if kind.spec().history != HistoryStep::Stands {
                self.add_allowed(&guards, *kind, &mut allowed);
            }
        }
        allowed
    }

    /// As [`Session::allowed`], for one command.
    pub fn allowed_of(&self, kind: CommandType) -> Vec<Allowed> {
        let mut allowed = Vec::new();
        self.add_allowed(&Guards::for_all(&self.state), kind, &mut allowed);
        allowed
    }

    fn add_allowed(&self, guards: &Guards<'_>, kind: CommandType, allowed: &mut Vec<Allowed>) {
        let item = |target: Option<Target>, taken: Applied| {
            let why = taken
                .err()
                .map(|error| Refused { code: error.code(), message: error.into_message() });
            Allowed { kind, target, allowed: why.is_none(), why }
        };
        let admitted = self.state.standing_admits(kind).and_then(|()| self.history_admits(kind));
        if let Err(refusal) = admitted {
            return allowed.push(item(None, Err(refusal)));
        }
        let targets = self.state.targets(kind);
        if targets.is_empty() {
            return allowed.push(item(None, guards.ask(kind, &Target::default())));
        }
        allowed.reserve(targets.len());
        for target in targets {
            let taken = guards.ask(kind, &target);
            allowed.push(item((target != Target::default()).then_some(target), taken));
        }
    }
}
