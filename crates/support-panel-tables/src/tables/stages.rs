use super::context::Context;
use super::table;
use crate::column::{Flag, Length, Long, Maybe, Minutes, Plain, Recurring, Time, Utf8, Whole};
use support_panel::record::AgendaItem;

table! {
    /// One row for each stage of the sitting that the record tells of.
    stages<'a> {
        /// The record.
        record_id: Utf8,
        /// The file that the record came from.
        file: Maybe<Recurring>,
        /// Its line there, from 1.
        line: Plain<Long>,
        /// The index in the record's list, from 0.
        position: Plain<Whole>,
        /// The stage, as the profile names it.
        stage: Recurring,
        /// What the profile calls it.
        stage_title: Maybe<Recurring>,
        /// The stage's index in the profile's agenda, from 0; empty where the profile has no such stage.
        agenda_place: Maybe<Plain<Whole>>,
        /// Whether the profile requires it.
        required: Maybe<Flag>,
        /// The participant who led it.
        led_by: Maybe<Utf8>,
        /// Whether it was held: a start, an end or a leader is recorded.
        held: Flag,
        /// Whether a reason is given for leaving it out.
        skipped: Flag,
        /// When it began.
        started_at: Maybe<Plain<Time>>,
        /// When it ended.
        ended_at: Maybe<Plain<Time>>,
        /// Minutes by which the clock that it began under was ahead of UTC.
        utc_offset: Maybe<Plain<Minutes>>,
        /// How long the profile gives it.
        planned: Maybe<Plain<Length>>,
        /// How long it was paused.
        paused: Maybe<Plain<Length>>,
        /// How long it took, pauses aside; empty where it did not end, or its times contradict each other.
        actual: Maybe<Plain<Length>>,
        /// Why it was left out.
        [text] skipped_reason: Maybe<Utf8>,
        /// Anything else.
        [text] note: Maybe<Utf8>,
    }
}

const SECOND: i64 = 1_000_000;

pub(super) fn add(stages: &mut Columns, context: &Context<'_>) {
    for (position, item) in context.record().agenda.iter().enumerate() {
        let index = context.profile().stage_index(&item.stage);
        let stage = index.and_then(|index| context.profile().agenda.get(index));
        stages.push(Row {
            record_id: context.id(),
            file: context.file(),
            line: context.line,
            position,
            stage: &item.stage,
            stage_title: stage.and_then(|stage| stage.title.as_ref()).map(|title| title.as_str()),
            agenda_place: index,
            required: stage.map(|stage| stage.required == Some(true)),
            led_by: item.led_by.as_deref(),
            held: item.is_held(),
            skipped: item.skipped_reason.as_ref().is_some_and(|text| !text.is_blank()),
            started_at: item.started_at,
            ended_at: item.ended_at,
            utc_offset: item.started_at.or(item.ended_at).map(|at| at.offset_minutes()),
            planned: stage
                .and_then(|stage| stage.minutes)
                .map(|minutes| i64::from(minutes) * 60 * SECOND),
            paused: item.paused_seconds.map(|seconds| i64::from(seconds) * SECOND),
            actual: actual(item),
            skipped_reason: item.skipped_reason.as_ref().map(|text| text.as_str()),
            note: item.note.as_ref().map(|text| text.as_str()),
        });
    }
}

fn actual(item: &AgendaItem) -> Option<i64> {
    let gross = i64::try_from(item.ended_at?.nanos_since(item.started_at?) / 1000).ok()?;
    let net = gross - i64::from(item.paused_seconds.unwrap_or_default()) * SECOND;
    (net >= 0).then_some(net)
}
