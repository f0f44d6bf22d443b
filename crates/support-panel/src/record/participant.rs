//! Everyone invited, whether or not they came.

use super::Visibility;
use crate::wire::{model, string_enum};
use crate::{Extensions, Id, Instant, Text};

model! {
    /// Someone invited to the sitting.
    pub struct Participant {
        /// The participant, within this record.
        [required] id: Id,
        /// In what part they come.
        [required] kind: ParticipantKind,
        /// What they are called.
        name: Option<Text>,
        /// The agency they come from.
        agency: Option<Text>,
        /// The seat of the profile that they hold.
        seat: Option<Id>,
        /// Who they are among the case's people, for family, child and network.
        person: Option<Id>,
        /// Whether they came.
        attendance: Option<Attendance>,
        /// The participant whom they stand in for, and whose seat they hold.
        deputy_for: Option<Id>,
        /// Whether they sent an update in writing.
        written_update: Option<bool>,
        /// When they came.
        arrived_at: Option<Instant>,
        /// When they left.
        left_at: Option<Instant>,
        /// Who may see their name, seat and agency.
        visible_to: Option<Visibility>,
        /// People or participants who may not.
        withheld_from: Vec<Id>,
        /// A council's own data.
        extensions: Extensions,
    }
}

string_enum! {
    /// In what part someone comes to the panel.
    pub enum ParticipantKind {
        /// For an agency.
        Professional = "professional",
        /// Of the family.
        Family = "family",
        /// A child.
        Child = "child",
        /// Of the family's own network: a friend, a neighbour.
        Network = "network",
        /// Speaks for someone; stands on neither side.
        Advocate = "advocate",
        /// Takes notes and keeps the record.
        BusinessSupport = "business_support",
    }

    /// On which side of the table someone sits. Numbers of different sides are never pooled unasked.
    pub enum Side {
        /// The family, its children and its own network.
        Family = "family",
        /// Those who come for an agency.
        Professional = "professional",
        /// Advocates, business support, and those whom the record does not know.
        Other = "other",
    }

    /// Whether someone came.
    pub enum Attendance {
        /// Asked, and not yet known.
        Invited = "invited",
        /// In the room.
        Present = "present",
        /// By telephone or screen.
        Remote = "remote",
        /// Sent apologies.
        Apologies = "apologies",
        /// Did not come and did not say.
        Absent = "absent",
    }
}

impl Side {
    /// Where a participant stands; one whom the record does not know is other.
    pub(crate) fn of(participant: Option<&Participant>) -> Self {
        participant.map_or(Self::Other, Participant::side)
    }
}

impl Participant {
    /// In the room or remote.
    pub fn attended(&self) -> bool {
        matches!(self.attendance, Some(Attendance::Present | Attendance::Remote))
    }

    /// On which side of the table they sit.
    pub fn side(&self) -> Side {
        match self.kind {
            ParticipantKind::Family | ParticipantKind::Child | ParticipantKind::Network => {
                Side::Family
            }
            ParticipantKind::Professional => Side::Professional,
            ParticipantKind::Advocate | ParticipantKind::BusinessSupport => Side::Other,
        }
    }

    /// Family, child or network.
    pub fn is_family_side(&self) -> bool {
        self.side() == Side::Family
    }

    /// For an agency.
    pub fn is_professional(&self) -> bool {
        self.side() == Side::Professional
    }
}
