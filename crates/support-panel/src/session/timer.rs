//! The clock of a stage.

use super::state::SittingState;
use crate::{Id, Instant};
use serde::Serialize;

/// The clock of the running stage at a moment, in whole seconds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Timer {
    /// The stage.
    pub stage: Id,
    /// How long the profile gives it. `None` where the profile gives none.
    pub planned_seconds: Option<u32>,
    /// How long it has run, without pauses.
    pub elapsed_seconds: u32,
    /// Whether it is paused.
    pub paused: bool,
    /// How long it was paused in all.
    pub paused_seconds: u32,
    /// Whether the last quarter of the planned time has begun.
    pub warning: bool,
    /// By how much it has run over.
    pub overrun_seconds: u32,
}

pub(super) fn timer(state: &SittingState, at: Instant) -> Option<Timer> {
    let item = state.running()?;
    let at = state.by_clock(at);
    let since = |from: Instant| u32::try_from(at.seconds_since(from).max(0)).unwrap_or(u32::MAX);
    let paused_seconds =
        item.paused_seconds.unwrap_or(0).saturating_add(state.paused_at.map_or(0, since));
    let elapsed_seconds = item.started_at.map_or(0, since).saturating_sub(paused_seconds);
    let planned_seconds = state
        .profile
        .stage(&item.stage)
        .and_then(|stage| stage.minutes)
        .map(|minutes| minutes.saturating_mul(60));
    Some(Timer {
        stage: item.stage.clone(),
        planned_seconds,
        elapsed_seconds,
        paused: state.paused_at.is_some(),
        paused_seconds,
        warning: planned_seconds
            .is_some_and(|planned| u64::from(elapsed_seconds) * 4 >= u64::from(planned) * 3),
        overrun_seconds: planned_seconds
            .map_or(0, |planned| elapsed_seconds.saturating_sub(planned)),
    })
}
