//! What the panel decides, what follows from it, and changes after the meeting.

use super::Command;
use crate::wire::model;
use crate::{Date, Id, Text};
use std::sync::Arc;

model! {
    /// Takes the decision, in place of one taken before.
    pub struct Decide {
        /// A decision of the profile.
        [required] decision: Id,
        /// The child for whom it is taken; the family as a whole where nothing is said.
        child: Option<Id>,
        /// Why.
        reason: Option<Text>,
        /// The participant who decides; the chair where nothing is said.
        decided_by: Option<Id>,
        /// What happens if the plan does not hold.
        contingency: Option<Text>,
    }

    /// Someone sees it otherwise.
    pub struct Dissent {
        /// The participant; whoever gives the command where nothing is said.
        by: Option<Id>,
        /// Their view, in their words.
        [required] view: Text,
    }

    /// Names who leads the work with the family.
    pub struct NameLead {
        /// Who.
        [required] participant: Id,
    }

    /// Sets the day of the review.
    pub struct SetReview {
        /// The day.
        [required] on: Date,
    }

    /// Arranges how the family hears of it, or says that they have; what is not given stays.
    pub struct GiveFeedback {
        /// The participant who tells them.
        owner: Option<Id>,
        /// By which day.
        due_on: Option<Date>,
        /// The day they were told.
        given_on: Option<Date>,
        /// In what way.
        how: Option<Text>,
    }

    /// Says what went into the case system; what is not given stays.
    pub struct FileRecord {
        /// The case-management system.
        system: Option<Text>,
        /// The reference in it.
        reference: Option<Text>,
        /// The day it was entered; that of the stamp where nothing is said.
        on: Option<Date>,
        /// The participant who entered it; whoever gives the command where nothing is said.
        by: Option<Id>,
    }

    /// Says to whom the minutes went.
    pub struct CirculateMinutes {
        /// The day; that of the stamp where nothing is said.
        on: Option<Date>,
        /// The participants they went to.
        [required] to: Vec<Id>,
    }

    /// After the meeting: one change, with the reason for it. Who and when are the stamp's.
    pub struct Amend {
        /// Why.
        [required] why: Text,
        /// The change: any command but those that run the meeting itself.
        [required] change: Arc<Command>,
    }
}
