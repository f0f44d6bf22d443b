//! The sitting itself.

use super::Marks;
use crate::wire::{Value, model, string_enum};
use crate::{Date, Extensions, Id, Instant, Text};

model! {
    /// When the panel sits, and who holds it.
    #[derive(Default)]
    pub struct Meeting {
        /// How far it has come; planned where nothing is said.
        status: Option<MeetingStatus>,
        /// A first panel or a review.
        kind: Option<MeetingKind>,
        /// The day it is held.
        held_on: Option<Date>,
        /// The day it was opened on, where that was another.
        opened_on: Option<Date>,
        /// When it is to begin.
        starts_at: Option<Instant>,
        /// Where it is held.
        place: Option<Text>,
        /// The participant in the chair.
        chair: Option<Id>,
        /// The participant who takes notes.
        note_taker: Option<Id>,
        /// The record of the panel before.
        previous: Option<Id>,
        /// Why it went on without a quorum.
        inquorate_reason: Option<Text>,
        /// Why it was adjourned.
        adjourned_reason: Option<Text>,
        /// The day it meets again.
        reconvene_on: Option<Date>,
        /// By how many seconds at most a clock ran behind an earlier one while the panel sat, where that was over five minutes.
        clock_set_back: Option<u32>,
        /// Who may see its texts.
        marks: MeetingMarks,
        /// A council's own data.
        extensions: Extensions,
    }

    /// Who may see the texts of the sitting.
    #[derive(Default)]
    pub struct MeetingMarks {
        /// Who may see where it is held.
        place: Marks,
        /// Who may see why it went on without a quorum.
        inquorate_reason: Marks,
        /// Who may see why it was adjourned.
        adjourned_reason: Marks,
    }
}

impl MeetingMarks {
    /// The marks of each text, by its key.
    pub(crate) fn texts(&self) -> [(&'static str, &Marks); 3] {
        let Self { place, inquorate_reason, adjourned_reason } = self;
        [
            ("place", place),
            ("inquorate_reason", inquorate_reason),
            ("adjourned_reason", adjourned_reason),
        ]
    }
}

string_enum! {
    /// How far a meeting has come.
    pub enum MeetingStatus {
        /// It will be held.
        Planned = "planned",
        /// It is being held.
        InProgress = "in_progress",
        /// It is over.
        Concluded = "concluded",
        /// It was broken off and will be taken up again.
        Adjourned = "adjourned",
    }

    /// A first panel or a review.
    pub enum MeetingKind {
        /// The first panel about this family.
        Initial = "initial",
        /// One that follows another.
        Review = "review",
    }
}

impl Meeting {
    /// Whether anything at all is known of a meeting.
    pub fn is_known(&self) -> bool {
        !self.is_empty()
    }

    /// Whether it says that it is planned, which is the default.
    pub(super) fn is_plainly_planned(&self) -> bool {
        self.status == Some(MeetingStatus::Planned)
    }

    /// Planned is the default: it stays only where it is the meeting's one member, which would be lost without it.
    pub(super) fn without_default_status(mut self) -> Self {
        if self.is_plainly_planned() {
            self.status = None;
            if self.is_empty() {
                self.status = Some(MeetingStatus::Planned);
            }
        }
        self
    }
}
