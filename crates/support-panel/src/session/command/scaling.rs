//! Scaling questions. A round of a scale is named by `scale`, `round` and `about`; without a `round` the first that the
//! scale lists is meant.

use crate::record::OnBehalfOf;
use crate::wire::model;
use crate::{Decimal, Id, Label, Text};

model! {
    /// Asks a scaling question.
    pub struct OpenRound {
        /// A scale of the profile, or `referrer`.
        [required] scale: Id,
        /// Opening, closing, or a round of the council's own.
        round: Option<Label>,
        /// The danger it is asked about, where the scale belongs to one.
        about: Option<Id>,
    }

    /// Gives a number.
    pub struct Rate {
        /// The scale.
        [required] scale: Id,
        /// The round.
        round: Option<Label>,
        /// The danger.
        about: Option<Id>,
        /// The participant who gives it; whoever gives the command where nothing is said.
        by: Option<Id>,
        /// Whose place is guessed, where it is not the rater's own.
        on_behalf_of: Option<OnBehalfOf>,
        /// The number.
        [required] value: Decimal,
        /// What makes it that high.
        reason: Option<Text>,
        /// What would have to be seen to be one point higher.
        one_point_higher: Option<Text>,
    }

    /// Changes a number that was given. What is given replaces what stood there; a number that was shown stays in `amended`.
    pub struct AmendRating {
        /// The scale.
        [required] scale: Id,
        /// The round.
        round: Option<Label>,
        /// The danger.
        about: Option<Id>,
        /// The participant who gave it; whoever gives the command where nothing is said.
        by: Option<Id>,
        /// Whose place was guessed; the rater's own where nothing is said.
        on_behalf_of: Option<OnBehalfOf>,
        /// The number.
        value: Option<Decimal>,
        /// What makes it that high.
        reason: Option<Text>,
        /// What would have to be seen to be one point higher.
        one_point_higher: Option<Text>,
        /// Why it is changed.
        why: Option<Text>,
    }

    /// Gives no number.
    pub struct Abstain {
        /// The scale.
        [required] scale: Id,
        /// The round.
        round: Option<Label>,
        /// The danger.
        about: Option<Id>,
        /// The participant; whoever gives the command where nothing is said.
        by: Option<Id>,
        /// Why.
        [required] reason: Text,
    }

    /// Shows the numbers of an independent scale. It cannot be taken back.
    pub struct Reveal {
        /// The scale.
        [required] scale: Id,
        /// The round.
        round: Option<Label>,
        /// The danger.
        about: Option<Id>,
    }

    /// A number of an independent scale as the journal keeps it: a `rate` or an `amend_rating` in an envelope.
    pub struct Sealed {
        /// The scale.
        [required] scale: Id,
        /// The round.
        round: Option<Label>,
        /// The danger.
        about: Option<Id>,
        /// The participant who gave it.
        [required] by: Id,
        /// The whole command, closed, in hexadecimal.
        [required] envelope: Label,
    }
}
