//! Agreed actions.

use super::Visibility;
use crate::wire::{Amount, choice, model, string_enum};
use crate::{Date, Extensions, Id, Text};

model! {
    /// Who does what by when.
    pub struct Action {
        /// The action, within this record.
        [required] id: Id,
        /// What is to be done.
        text: Option<Text>,
        /// The entries of the map that it serves.
        serves: Vec<Id>,
        /// The participant who will do it.
        owner: Option<Id>,
        /// The participants who help.
        supporting: Vec<Id>,
        /// Whether the owner has taken it on.
        acceptance: Option<Acceptance>,
        /// The participant who said so.
        accepted_by: Option<Id>,
        /// The day they said so.
        accepted_on: Option<Date>,
        /// The participant who follows up a proposal.
        chaser: Option<Id>,
        /// The day it was agreed.
        agreed_on: Option<Date>,
        /// By when.
        due: Option<Due>,
        /// How far it has come.
        status: ActionStatus,
        /// The day it was done.
        done_on: Option<Date>,
        /// What came of it.
        outcome: Option<Text>,
        /// Why it was dropped.
        cancelled_reason: Option<Text>,
        /// The action of an earlier panel that this one goes on from.
        carried_from: Option<CarriedFrom>,
        /// Who may see it.
        visible_to: Option<Visibility>,
        /// People or participants who may not.
        withheld_from: Vec<Id>,
        /// A council's own data.
        extensions: Extensions,
    }

    /// An action of an earlier panel.
    pub struct CarriedFrom {
        /// The record of that panel.
        [required] record: Id,
        /// The action's id there.
        [required] action: Id,
    }
}

choice! {
    /// By when an action is to be done.
    pub enum Due or absent {
        /// By this day.
        On(Date) = "on",
        /// Within this time of the day it was agreed.
        Within(Within) = "within",
        /// By the review.
        ByReview = "by_review",
    }

    /// A timescale.
    pub enum Within or absent {
        /// Days that are neither weekends nor holidays, counted from the next day.
        WorkingDays(Amount) = "working_days",
        /// Days.
        Days(Amount) = "days",
        /// Weeks.
        Weeks(Amount) = "weeks",
        /// Months; 31 January and one month is the last of February.
        Months(Amount) = "months",
    }
}

string_enum! {
    /// Whether an owner has taken an action on.
    pub enum Acceptance {
        /// Put to someone who has not answered.
        Proposed = "proposed",
        /// Taken on.
        Accepted = "accepted",
        /// Turned down.
        Declined = "declined",
    }

    /// How far an action has come.
    pub enum ActionStatus default Open {
        /// Not begun.
        Open = "open",
        /// Begun.
        InProgress = "in_progress",
        /// Done.
        Done = "done",
        /// Dropped.
        Cancelled = "cancelled",
    }
}

impl Action {
    /// Dropped.
    pub fn is_cancelled(&self) -> bool {
        self.status == ActionStatus::Cancelled
    }

    /// Open or in progress.
    pub fn is_live(&self) -> bool {
        matches!(self.status, ActionStatus::Open | ActionStatus::InProgress)
    }
}
