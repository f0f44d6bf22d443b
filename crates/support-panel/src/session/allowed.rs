//! Which commands would be taken now, and why not the others.

use super::command::CommandType;
use super::room::Target;
use super::{Session, room::Taken};
use serde::Serialize;

/// A command, something it could be about, and whether it would be taken now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Allowed {
    /// The command.
    #[serde(rename = "type")]
    pub kind: CommandType,
    /// What it is about: the members of its payload that name it. None where it is about nothing in particular.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
    /// Whether it would be taken, given that the rest of it is in order.
    pub allowed: bool,
    /// Where not, why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Refused>,
}

/// Why a command would be refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Refused {
    /// The code of the refusal.
    pub code: &'static str,
    /// What was found and what was expected: ids, codes and numbers only.
    pub message: String,
}

impl Session {
    /// Every command with everything it could be about, and whether it would be taken now.
    ///
    /// A command of which this says no is refused with the same code, whatever else it says; where it stands without a target
    /// because there is nothing it could be about, one that names something else is refused as well. One of which it says yes is
    /// taken where the rest of it is in order: known ids, a number on its scale, a reason where one is needed.
    pub fn allowed(&self) -> Vec<Allowed> {
        let kinds = CommandType::ALL.iter().filter(|kind| **kind != CommandType::Sealed);
        kinds.flat_map(|kind| self.allowed_of(*kind)).collect()
    }

    /// The same of one command.
    pub fn allowed_of(&self, kind: CommandType) -> Vec<Allowed> {
        let item = |target: Option<Target>, taken: Taken| {
            let why = taken.err().map(|error| Refused { code: error.code(), message: error.message().to_owned() });
            Allowed { kind, target: target.filter(|target| *target != Target::default()), allowed: why.is_none(), why }
        };
        if let Err(refusal) = self.room.standing_admits(kind) {
            return vec![item(None, Err(refusal))];
        }
        if matches!(kind, CommandType::Undo | CommandType::Redo) {
            return vec![item(None, self.may_travel(kind))];
        }
        let targets = self.room.targets(kind);
        if targets.is_empty() {
            return vec![item(None, self.room.gate(kind, &Target::default()))];
        }
        targets.into_iter().map(|target| item(Some(target.clone()), self.room.gate(kind, &target))).collect()
    }
}
