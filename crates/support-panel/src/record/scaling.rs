//! Each scale, each time it was asked.

use super::Visibility;
use crate::wire::{choice, model};
use crate::{Decimal, Extensions, Id, Instant, Label, Text};

model! {
    /// One sitting of one scale.
    pub struct ScalingRound {
        /// A scale of the profile, or `referrer`.
        [required] scale: Id,
        /// Opening, closing, or a round of the council's own.
        round: Option<Label>,
        /// The danger or the child it was asked about, where the scale belongs to one.
        about: Option<Id>,
        /// When the numbers were shown.
        revealed_at: Option<Instant>,
        /// The numbers given.
        ratings: Vec<Rating>,
        /// Who gave none.
        abstentions: Vec<Abstention>,
        /// A council's own data.
        extensions: Extensions,
    }

    /// One number, and why.
    pub struct Rating {
        /// The participant who gave the number.
        [required] by: Id,
        /// Whose place was guessed, where it is not the rater's own.
        on_behalf_of: Option<OnBehalfOf>,
        /// The number.
        [required] value: Decimal,
        /// What makes it that high.
        reason: Option<Text>,
        /// What would have to be seen to be one point higher.
        one_point_higher: Option<Text>,
        /// When it was given.
        at: Option<Instant>,
        /// What it was before.
        amended: Vec<RatingAmendment>,
        /// Who may see it.
        visible_to: Option<Visibility>,
        /// People or participants who may not.
        withheld_from: Vec<Id>,
        /// A council's own data.
        extensions: Extensions,
    }

    /// What a rating was before it was changed.
    pub struct RatingAmendment {
        /// When it was changed.
        [required] at: Instant,
        /// The number it had.
        value: Option<Decimal>,
        /// Why it was changed.
        why: Option<Text>,
    }

    /// Someone who gave no number.
    pub struct Abstention {
        /// The participant.
        [required] by: Id,
        /// Why.
        reason: Option<Text>,
        /// Who may see it.
        visible_to: Option<Visibility>,
        /// People or participants who may not.
        withheld_from: Vec<Id>,
    }
}

choice! {
    /// Whose place on the scale was guessed.
    pub enum OnBehalfOf {
        /// One of the case's people.
        Person(Id) = "person",
        /// Another participant.
        Participant(Id) = "participant",
        /// Someone else, in words.
        Other(Text) = "other",
    }
}

impl Rating {
    /// The rater's own place, not a guess at someone else's.
    pub fn is_own(&self) -> bool {
        self.on_behalf_of.is_none()
    }
}
