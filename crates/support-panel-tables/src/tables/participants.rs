use super::context::Context;
use super::table;
use crate::column::{Flag, Long, Maybe, Plain, Recurring, Time, Utf8, Whole, Word};
use support_panel::record::{Attendance, ParticipantKind, PersonKind, Side};

table! {
    /// One row for everyone invited, whether or not they came.
    participants<'a> {
        /// The record.
        record_id: Utf8,
        /// The file that the record came from.
        file: Maybe<Recurring>,
        /// Its line there, from 1.
        line: Plain<Long>,
        /// The index in the record's list, from 0.
        position: Plain<Whole>,
        /// The participant, within the record.
        participant_id: Utf8,
        /// In what part they come.
        kind: Word<ParticipantKind>,
        /// On which side of the table: family (with child and network), professional, or other.
        side: Word<Side>,
        /// The seat of the profile that is their own.
        seat: Maybe<Recurring>,
        /// The seat they hold: one who attends as a deputy holds that of whom they stand in for.
        seat_held: Maybe<Recurring>,
        /// What the profile calls that seat.
        seat_title: Maybe<Recurring>,
        /// The agency of the seat they hold, as the profile names it.
        seat_agency: Maybe<Recurring>,
        /// Whether the panel is not complete without the seat they hold.
        core: Maybe<Flag>,
        /// Who they are among the case's people.
        person: Maybe<Utf8>,
        /// How that person stands to the case.
        person_kind: Maybe<Word<PersonKind>>,
        /// Whether they came.
        attendance: Maybe<Word<Attendance>>,
        /// Whether they were in the room or remote.
        attended: Flag,
        /// The participant whom they stand in for.
        deputy_for: Maybe<Utf8>,
        /// Whether they sent an update in writing.
        written_update: Maybe<Flag>,
        /// When they came.
        arrived_at: Maybe<Plain<Time>>,
        /// When they left.
        left_at: Maybe<Plain<Time>>,
        /// Whether they were in the chair.
        is_chair: Flag,
        /// Whether they took notes.
        is_note_taker: Flag,
        /// What they are called.
        [text] name: Maybe<Utf8>,
        /// The agency they come from, in the record's own words.
        [text] agency: Maybe<Utf8>,
        /// The council's own data on the participant, as JSON.
        [text] extensions: Maybe<Utf8>,
    }
}

pub(super) fn add(participants: &mut Columns, context: &Context<'_>) {
    let meeting = &context.record().meeting;
    for (position, participant) in context.record().participants.iter().enumerate() {
        let seat_held = context.view.seat_held(participant);
        let seat = seat_held.and_then(|seat| context.profile().seat(seat));
        participants.push(Row {
            record_id: context.id(),
            file: context.file(),
            line: context.line,
            position,
            participant_id: &participant.id,
            kind: participant.kind,
            side: participant.side(),
            seat: participant.seat.as_deref(),
            seat_held,
            seat_title: seat.and_then(|seat| seat.title.as_ref()).map(|title| title.as_str()),
            seat_agency: seat.and_then(|seat| seat.agency.as_ref()).map(|agency| agency.as_str()),
            core: seat.map(|seat| seat.core == Some(true)),
            person: participant.person.as_deref(),
            person_kind: context.person(participant.person.as_ref()).map(|person| person.kind),
            attendance: participant.attendance,
            attended: participant.attended(),
            deputy_for: participant.deputy_for.as_deref(),
            written_update: participant.written_update,
            arrived_at: participant.arrived_at,
            left_at: participant.left_at,
            is_chair: meeting.chair.as_ref() == Some(&participant.id),
            is_note_taker: meeting.note_taker.as_ref() == Some(&participant.id),
            name: participant.name.as_ref().map(|text| text.as_str()),
            agency: participant.agency.as_ref().map(|text| text.as_str()),
            extensions: participant.extensions.as_json(),
        });
    }
}
