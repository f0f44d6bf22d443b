//! Opening and ending the meeting, and who is there.

use crate::record::ParticipantKind;
use crate::wire::{model, string_enum};
use crate::{Date, Id, Text};

model! {
    /// Opens the meeting.
    pub struct OpenMeeting {
        /// The participant in the chair.
        [required] chair: Id,
        /// The participant who takes notes.
        note_taker: Option<Id>,
        /// The day, where it is not the one on record; the day of the stamp where there is none.
        held_on: Option<Date>,
    }

    /// Changes who chairs or who takes notes; what is not given stays.
    pub struct Appoint {
        /// The participant in the chair.
        chair: Option<Id>,
        /// The participant who takes notes.
        note_taker: Option<Id>,
    }

    /// Adds someone to those invited.
    pub struct Invite {
        /// The new participant's id.
        [required] id: Id,
        /// In what part they come.
        [required] kind: ParticipantKind,
        /// What they are called.
        name: Option<Text>,
        /// The agency they come from.
        agency: Option<Text>,
        /// The seat of the profile that they hold.
        seat: Option<Id>,
        /// Who they are among the case's people.
        person: Option<Id>,
        /// The participant whom they stand in for.
        deputy_for: Option<Id>,
    }

    /// Someone is there. Once the first stage has begun the moment is kept as `arrived_at`.
    pub struct Arrive {
        /// Who.
        [required] participant: Id,
        /// In the room, where nothing is said.
        how: Option<Presence>,
        /// The participant whom they stand in for.
        deputy_for: Option<Id>,
        /// What they are called, where only their seat was known.
        name: Option<Text>,
    }

    /// Someone sends apologies.
    pub struct Apologise {
        /// Who.
        [required] participant: Id,
        /// Whether they sent an update in writing.
        written_update: Option<bool>,
    }

    /// Someone did not come and did not say.
    pub struct MarkAbsent {
        /// Who.
        [required] participant: Id,
    }

    /// Someone who was there goes; the moment is kept as `left_at`.
    pub struct Leave {
        /// Who.
        [required] participant: Id,
    }

    /// Says why the panel goes on without a quorum.
    pub struct ProceedInquorate {
        /// Why.
        [required] reason: Text,
    }

    /// Breaks the meeting off.
    pub struct Adjourn {
        /// Why.
        [required] reason: Text,
        /// The day it meets again.
        reconvene_on: Option<Date>,
    }
}

string_enum! {
    /// How someone takes part.
    pub enum Presence {
        /// In the room.
        Present = "present",
        /// By telephone or screen.
        Remote = "remote",
    }
}
