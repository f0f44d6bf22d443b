//! The times of the stages: how long each took, and which ran at once.

use crate::profile::Stage;
use crate::record::AgendaItem;
use crate::values::Moment;
use crate::{Decimal, Instant};
use serde::Serialize;

const NANOS: i128 = 1_000_000_000;

/// How long a stage was to take, and took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Timing {
    /// Seconds that the profile gives it.
    pub planned_seconds: Option<u64>,
    /// Whole seconds from its start to its end, pauses aside; nothing where one of them is not known, or out of order.
    pub actual_seconds: Option<u64>,
    /// Seconds of pause.
    pub paused_seconds: u32,
}

impl Timing {
    /// The timing of a stage as it was held; `stage` is what the profile says of it.
    pub fn of(item: &AgendaItem, stage: Option<&Stage>) -> Self {
        Self {
            planned_seconds: stage
                .and_then(|stage| stage.minutes)
                .map(|minutes| u64::from(minutes) * 60),
            actual_seconds: taken(item).and_then(|nanos| u64::try_from(nanos / NANOS).ok()),
            paused_seconds: item.paused_seconds.unwrap_or_default(),
        }
    }
}

/// Nanoseconds from start to end, pauses aside.
fn taken(item: &AgendaItem) -> Option<i128> {
    let nanos = item.ended_at?.nanos_since(item.started_at?)
        - i128::from(item.paused_seconds.unwrap_or_default()) * NANOS;
    (nanos >= 0).then_some(nanos)
}

/// Whether a stage took longer than its minutes by more than a share of them: 0.25 lets a quarter pass. Judged exactly.
pub(crate) fn ran_over(item: &AgendaItem, minutes: u32, share: Decimal) -> bool {
    const WHOLE: i128 = 1_000_000;
    let planned = i128::from(minutes) * 60 * NANOS;
    let Some(taken) = taken(item).filter(|taken| *taken > planned || share < Decimal::ZERO) else {
        return false;
    };
    taken.saturating_mul(WHOLE) > planned.saturating_mul(share.millionths().saturating_add(WHOLE))
}

/// A stage that began while another ran; both by their index in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[non_exhaustive]
pub struct Overlap {
    /// The one that began later; of two that began at once, the later in the list.
    pub later: usize,
    /// The one that ran.
    pub earlier: usize,
}

/// The stages that began while another ran, in the order of the list. Touching is no overlap.
///
/// A stage without an end runs on where `runs_on`, as it does while the meeting is in progress; otherwise, or where it
/// ended before it began, no one knows how long it ran.
pub fn overlaps(items: &[AgendaItem], runs_on: bool) -> Vec<Overlap> {
    if take_turns(items, runs_on) {
        return Vec::new();
    }
    let mut begun: Vec<_> = items
        .iter()
        .enumerate()
        .filter_map(|(i, item)| Some((item.started_at?.moment(), i, item)))
        .collect();
    begun.sort_unstable_by_key(|(start, i, _)| (*start, *i));
    let mut found = Vec::new();
    // The one that ends last of those begun so far; an end of nothing is still to come.
    let mut longest: Option<(Option<_>, usize)> = None;
    for (start, later, item) in begun {
        if let Some((_, earlier)) = longest.filter(|(end, _)| end.is_none_or(|end| start < end)) {
            found.push(Overlap { later, earlier });
        }
        let end = match item.ended_at {
            Some(ended_at) => Some(ended_at.moment()).filter(|end| *end >= start).map(Some),
            None => runs_on.then_some(None),
        };
        let Some(end) = end else { continue };
        let outlasts = longest.is_none_or(|(last, _)| match (last, end) {
            (Some(last), Some(end)) => end > last,
            (last, _) => last.is_some(),
        });
        if outlasts {
            longest = Some((end, later));
        }
    }
    found.sort_unstable();
    found
}

/// Whether, as nearly always, each stage is over before the next of the list begins: then nothing overlaps.
fn take_turns(items: &[AgendaItem], runs_on: bool) -> bool {
    const NEVER: Moment = Moment { seconds: i64::MAX, nanos: 0 };
    let mut free = Moment { seconds: i64::MIN, nanos: 0 };
    items.iter().filter_map(|item| Some((item.started_at?.moment(), item.ended_at))).all(
        |(start, ended_at)| {
            let end = ended_at.map_or(if runs_on { NEVER } else { start }, Instant::moment);
            let begins_after = free <= start;
            free = end.max(start);
            begins_after
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn item(start: Option<i64>, end: Option<i64>) -> AgendaItem {
        let at = |minute: i64| {
            format!("2026-03-12T{:02}:{:02}:00Z", 9 + minute / 60, minute % 60).parse().unwrap()
        };
        AgendaItem {
            stage: "stage".parse().unwrap(),
            led_by: None,
            started_at: start.map(at),
            ended_at: end.map(at),
            paused_seconds: None,
            skipped_reason: None,
            note: None,
            visible_to: None,
            withheld_from: Vec::new(),
            extensions: crate::Extensions::default(),
        }
    }

    proptest! {
        /// Against every pair: one began before the other's known end, and not before its start.
        #[test]
        fn overlaps_are_those_of_every_pair(times in proptest::collection::vec((proptest::option::of(0i64..30), proptest::option::of(0i64..30)), 0..9), runs_on: bool) {
            let items: Vec<_> = times.iter().map(|(start, end)| item(*start, *end)).collect();
            let mut naive = Vec::new();
            for (i, (start, _)) in times.iter().enumerate() {
                let Some(start) = start else { continue };
                let ran = times.iter().enumerate().any(|(j, (other, end))| {
                    let before = other.is_some_and(|other| (other, j) < (*start, i));
                    let known = end.is_none_or(|end| other.is_some_and(|other| end >= other));
                    before && known && end.map_or(runs_on, |end| *start < end)
                });
                if ran { naive.push(i) }
            }
            let found: Vec<_> = overlaps(&items, runs_on).iter().map(|overlap| overlap.later).collect();
            prop_assert_eq!(found, naive);
        }
    }

    #[test]
    fn a_share_over_is_judged_to_the_nanosecond() {
        let mut long = item(Some(0), Some(5));
        assert!(!ran_over(&long, 4, Decimal::from_hundredths(25)));
        long.ended_at = "2026-03-12T09:05:00.000000001Z".parse().ok();
        assert!(ran_over(&long, 4, Decimal::from_hundredths(25)));
        long.paused_seconds = Some(1);
        assert!(!ran_over(&long, 4, Decimal::from_hundredths(25)));
        let timing = Timing::of(&long, None);
        assert_eq!(
            (timing.planned_seconds, timing.actual_seconds, timing.paused_seconds),
            (None, Some(299), 1)
        );
    }
}
