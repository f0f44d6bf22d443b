//! What the worker and the family bring, which a sitting may fill in.

use crate::record::{ServiceStatus, Views};
use crate::wire::model;
use crate::{Date, Id, Label, Text};

model! {
    /// Writes down the worker's goal for the panel, in place of what stood there.
    pub struct RecordBestHopes {
        /// The goal.
        [required] text: Text,
    }

    /// Writes down the worker's short summary, in place of what stood there.
    pub struct RecordBackground {
        /// The summary.
        [required] text: Text,
    }

    /// Says how a person's view was gathered, in place of what stood there.
    pub struct RecordViews {
        /// The person, of the case's people.
        [required] person: Id,
        /// How.
        [required] views: Views,
        /// On which day.
        on: Option<Date>,
        /// More about how, or why it was not sought.
        note: Option<Text>,
    }

    /// Says how agreement to the service stands; how it stood before goes into its history.
    pub struct SetAgreement {
        /// How it stands.
        [required] status: ServiceStatus,
        /// The people or participants who gave it.
        given_by: Vec<Id>,
        /// From which day; the day of the stamp where nothing is said.
        on: Option<Date>,
        /// Why, where it was not given.
        reason: Option<Text>,
    }

    /// Says on what basis information is shared; what is not given stays.
    pub struct SetSharing {
        /// UK GDPR Article 6.
        lawful_basis: Option<Label>,
        /// Data Protection Act 2018 Schedule 1.
        special_category_condition: Option<Label>,
        /// Whether the family was told what is shared.
        family_told: Option<bool>,
        /// More, for example why the family was not told.
        note: Option<Text>,
    }
}
