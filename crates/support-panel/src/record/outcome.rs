//! What the panel decided, and how the family hears of it.

use super::{Marks, Visibility};
use crate::wire::model;
use crate::{Date, Extensions, Id, Text};

model! {
    /// The decision and what follows from it.
    #[derive(Default)]
    pub struct Outcome {
        /// A decision of the profile.
        decision: Option<Id>,
        /// Why.
        reason: Option<Text>,
        /// What was decided for each child, where the panel decides child by child.
        children: Vec<ChildDecision>,
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
        /// Who may see its texts.
        marks: OutcomeMarks,
        /// A council's own data.
        extensions: Extensions,
    }

    /// What was decided for one child.
    pub struct ChildDecision {
        /// The child, of the people of the case.
        [required] child: Id,
        /// A decision of the profile.
        [required] decision: Id,
        /// Why.
        reason: Option<Text>,
        /// Who may see it.
        visible_to: Option<Visibility>,
        /// People or participants who may not.
        withheld_from: Vec<Id>,
    }

    /// Someone who saw it otherwise.
    pub struct Dissent {
        /// The participant.
        [required] by: Id,
        /// Their view, in their words.
        view: Option<Text>,
        /// Who may see it.
        visible_to: Option<Visibility>,
        /// People or participants who may not.
        withheld_from: Vec<Id>,
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
        /// Who may see it.
        visible_to: Option<Visibility>,
        /// People or participants who may not.
        withheld_from: Vec<Id>,
    }

    /// Who may see the texts of the outcome.
    #[derive(Default)]
    pub struct OutcomeMarks {
        /// Who may see why.
        reason: Marks,
        /// Who may see what happens if the plan does not hold.
        contingency: Marks,
    }
}

impl OutcomeMarks {
    /// The marks of each text, by its key.
    pub(crate) fn texts(&self) -> [(&'static str, &Marks); 2] {
        let Self { reason, contingency } = self;
        [("reason", reason), ("contingency", contingency)]
    }
}
