//! What the panel decided, and how the family hears of it.

use crate::wire::model;
use crate::{Date, Id, Text};

model! {
    /// The decision and what follows from it.
    #[derive(Default)]
    pub struct Outcome {
        /// A decision of the profile.
        decision: Option<Id>,
        /// Why.
        reason: Option<Text>,
        /// The participant who decided, after hearing the panel.
        decided_by: Option<Id>,
        /// Who saw it otherwise, in their words.
        dissent: Vec<Dissent>,
        /// The participant who leads the work with the family.
        lead_practitioner: Option<Id>,
        /// The day of the review.
        review_on: Option<Date>,
        /// What happens if the plan does not hold.
        contingency: Option<Text>,
        /// How the family hears of it.
        feedback: Feedback,
    }

    /// Somebody who saw it otherwise.
    pub struct Dissent {
        /// The participant.
        [required] by: Id,
        /// Their view, in their words.
        view: Option<Text>,
    }

    /// How the family hears of the outcome.
    #[derive(Default)]
    pub struct Feedback {
        /// The participant who tells them.
        owner: Option<Id>,
        /// By which day.
        due_on: Option<Date>,
        /// The day they were told.
        given_on: Option<Date>,
        /// In what way.
        how: Option<Text>,
    }
}
