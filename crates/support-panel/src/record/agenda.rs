//! What happened at each stage.

use super::Visibility;
use crate::wire::model;
use crate::{Extensions, Id, Instant, Text};

model! {
    /// One stage of the sitting.
    pub struct AgendaItem {
        /// The profile's stage.
        [required] stage: Id,
        /// The participant who led it.
        led_by: Option<Id>,
        /// When it began.
        started_at: Option<Instant>,
        /// When it ended.
        ended_at: Option<Instant>,
        /// How long it was paused, in seconds.
        paused_seconds: Option<u32>,
        /// Why it was left out.
        skipped_reason: Option<Text>,
        /// Anything else.
        note: Option<Text>,
        /// Who may see it.
        visible_to: Option<Visibility>,
        /// People or participants who may not.
        withheld_from: Vec<Id>,
        /// A council's own data.
        extensions: Extensions,
    }
}

impl AgendaItem {
    /// A start, an end or a leader is recorded.
    pub fn is_held(&self) -> bool {
        self.started_at.is_some() || self.ended_at.is_some() || self.led_by.is_some()
    }
}
