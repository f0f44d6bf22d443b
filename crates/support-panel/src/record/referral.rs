//! The referral form and the mapping template.

use super::{Scale, Visibility};
use crate::wire::model;
use crate::{Date, Extensions, Id, Text};

model! {
    /// What the worker brings to the panel.
    #[derive(Default)]
    pub struct Referral {
        /// The day the referral form came in.
        received_on: Option<Date>,
        /// The participant who refers.
        referrer: Option<Id>,
        /// Why the panel is asked.
        reason: Option<Text>,
        /// The worker's goal for the panel.
        best_hopes: Option<Text>,
        /// The short summary that the worker gives.
        background: Option<Text>,
        /// The day the mapping template came in.
        mapping_received_on: Option<Date>,
        /// The referrer's own scaling question.
        scale: Option<Scale>,
        /// Who may see it, its scale and the numbers given on that.
        visible_to: Option<Visibility>,
        /// People or participants who may not.
        withheld_from: Vec<Id>,
        /// A council's own data.
        extensions: Extensions,
    }
}
