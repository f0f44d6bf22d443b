//! What went into the case-management system, and to whom the minutes went.

use crate::wire::model;
use crate::{Date, Id, Text};

model! {
    /// The trace that the panel left in the council's systems.
    #[derive(Default)]
    pub struct Recording {
        /// The case-management system.
        system: Option<Text>,
        /// The reference in it.
        reference: Option<Text>,
        /// The day it was entered.
        recorded_on: Option<Date>,
        /// The participant who entered it.
        recorded_by: Option<Id>,
        /// The day the minutes went out.
        minutes_circulated_on: Option<Date>,
        /// The participants they went to.
        circulated_to: Vec<Id>,
    }
}
