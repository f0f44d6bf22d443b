//! Commands, their stamps, and the events that accepted commands become.
//!
//! [`Command`] and [`CommandType`] are exhaustive on purpose. Hosts build commands, and match on them
//! to show a journal or to lay out a form: where a new one arrives, their compiler names the places
//! that lack it, as this crate's own does. A new command is therefore a breaking change, made in a
//! minor version before 1.0 and a major one after it.

mod actions;
mod agenda;
mod before;
mod mapping;
mod marks;
mod meeting;
mod outcome;
mod scaling;

pub use actions::{
    Accept, AgreeAction, Allocate, AmendAction, ClearAction, Decline, SetDue, UpdateAction,
};
pub use agenda::{EndStage, SkipStage, StartStage};
pub use before::{RecordBackground, RecordBestHopes, RecordViews, SetAgreement, SetSharing};
pub use mapping::{AddEntry, AmendEntry, ClearEntry, MoveEntry, SettleEntry, WithdrawEntry};
pub use marks::{ClearMark, Mark, MarkedPart};
pub use meeting::{
    Adjourn, Apologise, Appoint, Arrive, Invite, Leave, MarkAbsent, OpenMeeting, Presence,
    ProceedInquorate,
};
pub use outcome::{
    Amend, CirculateMinutes, Decide, Dissent, FileRecord, GiveFeedback, NameLead, SetReview,
};
pub use scaling::{Abstain, AmendRating, OpenRound, Rate, Reveal, Sealed};

use crate::error::Error;
use crate::json_document;
use crate::wire::{Progress, Read, Reader, Shape, Value, Writer, model, tagged};
use crate::{Id, Instant, Label, Text};
use std::sync::Arc;

tagged! {
    /// One step of a sitting, told apart by `type`.
    pub enum Command;

    /// The types of command.
    pub enum CommandType {
        /// Opens the meeting, or takes it up again after it was adjourned.
        OpenMeeting(OpenMeeting) = "open_meeting",
        /// Changes who chairs or who takes notes.
        Appoint(Appoint) = "appoint",
        /// Adds someone to those invited.
        Invite(Invite) = "invite",
        /// Someone is there.
        Arrive(Arrive) = "arrive",
        /// Someone sends apologies.
        Apologise(Apologise) = "apologise",
        /// Someone did not come and did not say.
        MarkAbsent(MarkAbsent) = "mark_absent",
        /// Someone who was there goes.
        Leave(Leave) = "leave",
        /// Says why the panel goes on without a quorum.
        ProceedInquorate(ProceedInquorate) = "proceed_inquorate",
        /// Breaks the meeting off, to be taken up again.
        Adjourn(Adjourn) = "adjourn",
        /// Ends the meeting.
        Conclude(NoMembers) = "conclude",
        /// Writes down the worker's goal for the panel.
        RecordBestHopes(RecordBestHopes) = "record_best_hopes",
        /// Writes down the worker's short summary.
        RecordBackground(RecordBackground) = "record_background",
        /// Says how a person's view was gathered.
        RecordViews(RecordViews) = "record_views",
        /// Says how agreement to the service stands.
        SetAgreement(SetAgreement) = "set_agreement",
        /// Says on what basis information is shared.
        SetSharing(SetSharing) = "set_sharing",
        /// Begins a stage, or goes back to one.
        StartStage(StartStage) = "start_stage",
        /// Stops the clock of the stage.
        Pause(NoMembers) = "pause",
        /// Lets the clock of the stage run again.
        Resume(NoMembers) = "resume",
        /// Ends the stage.
        EndStage(EndStage) = "end_stage",
        /// Leaves a stage out.
        SkipStage(SkipStage) = "skip_stage",
        /// Puts something on the map.
        AddEntry(AddEntry) = "add_entry",
        /// Changes what an entry says, or what it has to do with.
        AmendEntry(AmendEntry) = "amend_entry",
        /// Moves an entry to another category.
        MoveEntry(MoveEntry) = "move_entry",
        /// Takes an entry off the map; it stays on record.
        WithdrawEntry(WithdrawEntry) = "withdraw_entry",
        /// Says that a goal is met or a danger past.
        SettleEntry(SettleEntry) = "settle_entry",
        /// Says who may see something, and who may not.
        Mark(Mark) = "mark",
        /// Asks a scaling question.
        OpenRound(OpenRound) = "open_round",
        /// Gives a number.
        Rate(Rate) = "rate",
        /// Changes a number that was given.
        AmendRating(AmendRating) = "amend_rating",
        /// Gives no number, and says why.
        Abstain(Abstain) = "abstain",
        /// Shows the numbers of an independent scale.
        Reveal(Reveal) = "reveal",
        /// Agrees an action.
        AgreeAction(AgreeAction) = "agree_action",
        /// Changes what an action says.
        AmendAction(AmendAction) = "amend_action",
        /// Puts an action to an owner.
        Allocate(Allocate) = "allocate",
        /// An owner takes an action on.
        Accept(Accept) = "accept",
        /// An owner turns an action down.
        Decline(Decline) = "decline",
        /// Says by when an action is to be done.
        SetDue(SetDue) = "set_due",
        /// Says how far an action has come.
        UpdateAction(UpdateAction) = "update_action",
        /// Takes the decision.
        Decide(Decide) = "decide",
        /// Someone sees it otherwise.
        Dissent(Dissent) = "dissent",
        /// Names who leads the work with the family.
        NameLead(NameLead) = "name_lead",
        /// Sets the day of the review.
        SetReview(SetReview) = "set_review",
        /// Arranges how the family hears of it, or says that they have.
        GiveFeedback(GiveFeedback) = "give_feedback",
        /// Says what went into the case system.
        FileRecord(FileRecord) = "file_record",
        /// Says to whom the minutes went.
        CirculateMinutes(CirculateMinutes) = "circulate_minutes",
        /// After the meeting: one change, with the reason for it.
        Amend(Amend) = "amend",
        /// Takes the last step back.
        Undo(Undo) = "undo",
        /// Takes the last step that was taken back again.
        Redo(NoMembers) = "redo",
        /// A number in a sealed envelope, as the journal keeps it until it is shown.
        Sealed(Sealed) = "sealed",
    }
}

// The session names a variant here, to make it, and in `command_table`, and nowhere else.
impl Command {
    pub(super) fn undo() -> Self {
        Self::Undo(Undo::default())
    }

    pub(super) fn redo() -> Self {
        Self::Redo(NoMembers)
    }

    pub(super) const fn in_envelope(sealed: Sealed) -> Self {
        Self::Sealed(sealed)
    }
}

model! {
    /// Takes the last step back.
    #[derive(Default)]
    pub struct Undo {
        /// Why; needed where it takes off a mark that keeps something from someone.
        why: Option<Text>,
    }

    /// When a command was given, and by whom.
    pub struct Stamp {
        /// The moment; never before that of the event before.
        [required] at: Instant,
        /// The participant who gave it.
        [required] by: Id,
    }

    /// An accepted command with its stamp: one line of the journal.
    pub struct Event {
        /// Its number in the journal, from 1.
        [required] seq: u32,
        /// The moment.
        [required] at: Instant,
        /// The participant who gave the command.
        [required] by: Id,
        /// The command; a number of an independent scale is in a sealed envelope for good.
        [required] event: Arc<Command>,
        /// SHA-256 of the line before, in hexadecimal.
        [required] chain: Label,
        /// SHA-256 of this line up to here, in hexadecimal.
        [required] digest: Label,
    }
}

/// The payload of a command that has no member beside its `type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NoMembers;

impl Value for NoMembers {
    const SHAPE: &'static Shape = &Shape::Object(&[]);
    #[cfg(test)]
    const EMPTY: &'static str = "object";

    fn empty() -> Self {
        Self
    }

    fn read(reader: &mut Reader<'_>, _: &mut Self) -> Read<bool> {
        if !reader.open_object()? {
            return Ok(false);
        }
        let mut progress = Progress::new();
        while reader.again(&mut progress, &[])? {}
        reader.close();
        Ok(true)
    }

    fn write(&self, writer: &mut Writer) {
        writer.open('{');
        writer.close('}');
    }

    #[cfg(test)]
    fn schema(schema: &mut crate::wire::Schema) -> serde_json::Value {
        schema.object("NoMembers", "No member beside `type`.", |_| Vec::new())
    }
}

macro_rules! json {
    ($($type:ident: $what:literal;)+) => {$(
        impl $type {
            #[doc = concat!("Reads ", $what, " from JSON, as strictly as a record.")]
            ///
            /// # Errors
            /// The first fault in the text, with its code, JSON Pointer, line and column.
            pub fn from_json(json: impl AsRef<[u8]>) -> Result<Self, Error> {
                let text = json_document::text(json.as_ref())?;
                json_document::read::<Self>(text).map_err(|fault| fault.in_text(text))
            }

            #[doc = concat!("Writes ", $what, " in canonical form.")]
            pub fn to_json(&self) -> String {
                let mut writer = Writer::compact();
                self.write(&mut writer);
                writer.finish()
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                json_document::raw(self.to_json()).serialize(serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let raw = Box::<serde_json::value::RawValue>::deserialize(deserializer)?;
                Self::from_json(raw.get()).map_err(serde::de::Error::custom)
            }
        }
    )+};
}

json! {
    Command: "a command";
    Stamp: "a stamp";
    Event: "an event";
}
