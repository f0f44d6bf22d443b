//! The stages of the sitting.

use crate::wire::model;
use crate::{Id, Text};

model! {
    /// Begins a stage, in whatever order the chair likes; one that was held before is held again.
    pub struct StartStage {
        /// The profile's stage.
        [required] stage: Id,
        /// The participant who leads it; whom the profile names where nothing is said.
        led_by: Option<Id>,
    }

    /// Ends the stage that runs.
    pub struct EndStage {
        /// Anything worth keeping about it.
        note: Option<Text>,
    }

    /// Leaves a stage out.
    pub struct SkipStage {
        /// The profile's stage.
        [required] stage: Id,
        /// Why.
        [required] reason: Text,
    }
}
