//! Agreement to the service and the basis for sharing information: two things, never one yes or no.

use super::Visibility;
use crate::wire::{model, string_enum};
use crate::{Date, Id, Label, Text};

model! {
    /// What the family agreed to, and on what basis information is shared.
    #[derive(Default)]
    pub struct Agreement {
        /// Agreement to the service.
        service: Service,
        /// The basis for sharing information.
        sharing: Sharing,
    }

    /// Agreement to the service.
    #[derive(Default)]
    pub struct Service {
        /// How it stands.
        status: Option<ServiceStatus>,
        /// The people or participants who gave it.
        given_by: Vec<Id>,
        /// The day from which it stands so.
        on: Option<Date>,
        /// Why, where it was not given.
        reason: Option<Text>,
        /// How it stood before.
        history: Vec<ServiceHistory>,
        /// Who may see it.
        visible_to: Option<Visibility>,
        /// People or participants who may not.
        withheld_from: Vec<Id>,
    }

    /// An earlier state of the agreement.
    pub struct ServiceHistory {
        /// How it stood.
        status: Option<ServiceStatus>,
        /// From which day.
        on: Option<Date>,
    }

    /// The basis for sharing information.
    #[derive(Default)]
    pub struct Sharing {
        /// UK GDPR Article 6, for example public_task, legal_obligation, consent.
        lawful_basis: Option<Label>,
        /// Data Protection Act 2018 Schedule 1, for example substantial_public_interest or safeguarding.
        special_category_condition: Option<Label>,
        /// Whether the family was told what is shared.
        family_told: Option<bool>,
        /// More, for example why the family was not told.
        note: Option<Text>,
        /// Who may see it.
        visible_to: Option<Visibility>,
        /// People or participants who may not.
        withheld_from: Vec<Id>,
    }
}

string_enum! {
    /// How agreement to the service stands.
    pub enum ServiceStatus {
        /// The family agreed.
        Agreed = "agreed",
        /// The family said no.
        Declined = "declined",
        /// The family agreed and took it back.
        Withdrawn = "withdrawn",
        /// No one asked.
        NotSought = "not_sought",
    }
}
