use super::context::Context;
use super::table;
use crate::column::{Day, DayCount, Flag, Ids, Long, Maybe, Plain, Recurring, Utf8, Whole, Word};
use crate::vocabulary::DueKind;
use support_panel::Date;
use support_panel::people::council_agency;
use support_panel::record::{
    Acceptance, Action, ActionStatus, Due, ParticipantKind, Side, Visibility,
};

table! {
    /// One row for each action: who does what by when.
    actions<'a> {
        /// The record.
        record_id: Utf8,
        /// The file that the record came from.
        file: Maybe<Recurring>,
        /// Its line there, from 1.
        line: Plain<Long>,
        /// The index in the record's list, from 0.
        position: Plain<Whole>,
        /// The action, within the record; a carried action keeps its id.
        action_id: Utf8,
        /// The entries of the map that it serves.
        serves: Ids,
        /// The participant who will do it.
        owner: Maybe<Utf8>,
        /// In what part the owner comes.
        owner_kind: Maybe<Word<ParticipantKind>>,
        /// On which side of the table the owner sits.
        owner_side: Maybe<Word<Side>>,
        /// The owner's own seat.
        owner_seat: Maybe<Recurring>,
        /// The agency that the owner comes for, as the profile names it: that of their seat, else the one of the profile's that is
        /// written beside them. Empty where it is another, which is free text.
        owner_agency: Maybe<Recurring>,
        /// Whether the owner attended.
        owner_attended: Maybe<Flag>,
        /// The participants who help.
        supporting: Ids,
        /// Whether the owner has taken it on.
        acceptance: Maybe<Word<Acceptance>>,
        /// The participant who said so.
        accepted_by: Maybe<Utf8>,
        /// The day they said so.
        accepted_on: Maybe<Plain<Day>>,
        /// The participant who follows up a proposal.
        chaser: Maybe<Utf8>,
        /// The day it was agreed.
        agreed_on: Maybe<Plain<Day>>,
        /// How the day it is due was agreed.
        due_kind: Maybe<Word<DueKind>>,
        /// The day it is due, timescales resolved by the profile's calendar.
        due_on: Maybe<Plain<Day>>,
        /// How far it has come.
        status: Word<ActionStatus>,
        /// Whether it is still open or in progress.
        live: Flag,
        /// The day it was done.
        done_on: Maybe<Plain<Day>>,
        /// Days from the day it was due to the day it was done or, of a live one, to `as_of`; negative is early. Empty where
        /// either day is not known, and of a cancelled action.
        days_late: Maybe<Plain<DayCount>>,
        /// The record of the earlier panel that it goes on from.
        carried_from_record: Maybe<Utf8>,
        /// Its id there.
        carried_from_action: Maybe<Utf8>,
        /// Who may see it.
        visible_to: Maybe<Word<Visibility>>,
        /// What is to be done.
        [text] text: Maybe<Utf8>,
        /// What came of it.
        [text] outcome: Maybe<Utf8>,
        /// Why it was dropped.
        [text] cancelled_reason: Maybe<Utf8>,
        /// The council's own data on the action, as JSON.
        [text] extensions: Maybe<Utf8>,
    }
}

pub(super) fn add(actions: &mut Columns, context: &Context<'_>) {
    for (position, action) in context.record().actions.iter().enumerate() {
        let owner = context.participant(action.owner.as_ref());
        let due_on = action.due_on(context.record(), context.profile());
        let carried_from = action.carried_from.as_ref();
        actions.push(Row {
            record_id: context.id(),
            file: context.file(),
            line: context.line,
            position,
            action_id: &action.id,
            serves: &action.serves,
            owner: action.owner.as_deref(),
            owner_kind: owner.map(|owner| owner.kind),
            owner_side: owner.map(|owner| owner.side()),
            owner_seat: owner.and_then(|owner| owner.seat.as_deref()),
            owner_agency: owner.and_then(|owner| council_agency(&context.view, owner)),
            owner_attended: owner.map(|owner| owner.attended()),
            supporting: &action.supporting,
            acceptance: action.acceptance,
            accepted_by: action.accepted_by.as_deref(),
            accepted_on: action.accepted_on,
            chaser: action.chaser.as_deref(),
            agreed_on: action.agreed_on,
            due_kind: action.due.as_ref().map(|due| match due {
                Due::On(_) => DueKind::On,
                Due::Within(_) => DueKind::Within,
                Due::ByReview => DueKind::ByReview,
            }),
            due_on,
            status: action.status,
            live: action.is_live(),
            done_on: action.done_on,
            days_late: days_late(context, action, due_on),
            carried_from_record: carried_from.map(|from| from.record.as_str()),
            carried_from_action: carried_from.map(|from| from.action.as_str()),
            visible_to: action.visible_to,
            text: action.text.as_ref().map(|text| text.as_str()),
            outcome: action.outcome.as_ref().map(|text| text.as_str()),
            cancelled_reason: action.cancelled_reason.as_ref().map(|text| text.as_str()),
            extensions: action.extensions.as_json(),
        });
    }
}

fn days_late(context: &Context<'_>, action: &Action, due_on: Option<Date>) -> Option<i64> {
    let until = match action.status {
        ActionStatus::Done => action.done_on,
        ActionStatus::Open | ActionStatus::InProgress => context.as_of(),
        ActionStatus::Cancelled => None,
    };
    Some(until?.days_since(due_on?))
}
