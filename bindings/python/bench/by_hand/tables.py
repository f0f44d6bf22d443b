"""The tables of `docs/tables.md`, without free text, filled by thousands of records and handed to Arrow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

import pyarrow as pa

from .agenda import is_held, moment
from .days import due_on
from .engine import Finding, findings
from .people import quorum_of
from .view import FAMILY, Council, Json, View, bare, blank, from_worried_end, scale_key

Place = tuple[str | None, int]
"""The file and the line that a record came from."""

BATCH = 1000

WORD, RECURRING = pa.dictionary(pa.int8(), pa.utf8()), pa.dictionary(pa.int32(), pa.utf8())
IDS = pa.list_(pa.field("item", pa.utf8(), nullable=False))
TYPES = {
    "text": pa.utf8(), "word": WORD, "recurring": RECURRING, "ids": IDS, "day": pa.date32(), "time": pa.timestamp("us", "UTC"),
    "flag": pa.bool_(), "count": pa.int32(), "long": pa.int64(), "minutes": pa.int16(), "number": pa.float64(), "length": pa.duration("us"),
}  # fmt: skip

# What each column holds, in order.
COLUMNS = {
    "panels": (
        "record_id:text file:recurring line:long profile_id:recurring profile_version:recurring case_reference:text case_status:recurring "
        "received_on:day mapping_received_on:day referrer:text referrer_agency:recurring service_status:word service_on:day lawful_basis:recurring "
        "special_category_condition:recurring family_told:flag meeting_status:word kind:word held_on:day started_at:time ended_at:time "
        "chair:text note_taker:text previous:text reconvene_on:day people:count children:count children_heard:count participants:count "
        "attended:count attended_family:count attended_professional:count quorate:flag entries:count sittings:count ratings:count abstentions:count "
        "actions:count decision:recurring decision_label:recurring direction:word children_decided:count decided_by:text dissents:count lead_practitioner:text review_on:day "
        "feedback_owner:text feedback_due_on:day feedback_given_on:day recorded_on:day recorded_by:text minutes_circulated_on:day "
        "circulated_to:count errors:count warnings:count advice:count"
    ),
    "participants": (
        "record_id:text file:recurring line:long position:count participant_id:text kind:word side:word seat:recurring seat_held:recurring "
        "seat_title:recurring seat_agency:recurring "
        "core:flag person:text person_kind:word attendance:word attended:flag deputy_for:text written_update:flag arrived_at:time "
        "left_at:time is_chair:flag is_note_taker:flag"
    ),
    "entries": (
        "record_id:text file:recurring line:long position:count entry_id:text category:word map_column:recurring origin:word about:ids raised_by:ids answers:ids "
        "has_evidence:flag has_statement:flag worried:ids settled:flag settled_on:day visible_to:word amendments:count on_map:flag "
        "withdrawn_at:time withdrawn_by:text"
    ),
    "ratings": (
        "record_id:text file:recurring line:long sitting:count position:count scale:recurring scale_title:recurring scale_key:recurring scale_min:number scale_max:number higher_is:word "
        "round:recurring about:text revealed_at:time rated_by:text rater_kind:word rater_side:word own:flag guessed_person:text "
        "guessed_participant:text side:word value:number from_worried_end:number has_reason:flag rated_at:time amendments:count "
        "sitting_abstentions:count"
    ),
    "actions": (
        "record_id:text file:recurring line:long position:count action_id:text serves:ids owner:text owner_kind:word owner_side:word owner_seat:recurring "
        "owner_agency:recurring owner_attended:flag supporting:ids acceptance:word accepted_by:text accepted_on:day chaser:text agreed_on:day due_kind:word "
        "due_on:day status:word live:flag done_on:day days_late:count carried_from_record:text carried_from_action:text visible_to:word"
    ),
    "stages": (
        "record_id:text file:recurring line:long position:count stage:recurring stage_title:recurring agenda_place:count required:flag led_by:text held:flag skipped:flag started_at:time "
        "ended_at:time utc_offset:minutes planned:length paused:length actual:length"
    ),
    "findings": "file:recurring line:long record_id:text code:recurring severity:word path:text subject:text message:text",
}  # fmt: skip
KINDS = {
    table: [tuple(column.split(":")) for column in columns.split()]
    for table, columns in COLUMNS.items()
}

SIDES = {"professional": "professional", **dict.fromkeys(FAMILY, "family")}


def side(participant: Json | None) -> str | None:
    return participant and SIDES.get(participant["kind"], "other")


def council_agency(v: View, participant: Json | None) -> str | None:
    """The agency somebody comes for, as the council calls it: by their seat, or else the one of its own that is written beside them."""
    if participant is None:
        return None
    for seat in (participant.get("seat"), v.seat_held(participant)):
        agency = (v.council.seats.get(seat) or {}).get("agency")
        if not blank(agency):
            return str(agency)
    written = bare(participant.get("agency") or "")
    known = (seat.get("agency") for seat in v.council.seats.values())
    return next((a for a in known if written and a and bare(a) == written), None)


def panel_row(v: View, place: Place, found: list[Finding]) -> tuple[Any, ...]:
    record, meeting, outcome, recording = v.record, v.meeting, v.outcome, v.recording
    children = [person for person in v.people if person["kind"] == "child"]
    came = {participant.get("person") for participant in v.attending}
    heard = sum(
        child["id"] in came or child.get("views") not in (None, "", "not_sought")
        for child in children
    )
    kinds = [participant["kind"] for participant in v.attending]
    severities = [finding.severity for finding in found]
    starts = [stage["started_at"] for stage in v.agenda if stage.get("started_at")]
    begun = (v.status or "planned") != "planned"
    quorum = quorum_of(v) if begun else None
    ends = [stage["ended_at"] for stage in v.agenda if stage.get("ended_at")]
    return (
        record["id"], *place, record["profile"]["id"], record["profile"]["version"], v.case["reference"], v.case.get("status"),
        v.referral.get("received_on"), v.referral.get("mapping_received_on"), v.referral.get("referrer"),
        council_agency(v, v.participant.get(v.referral.get("referrer"))),
        v.service.get("status"), v.service.get("on"), v.sharing.get("lawful_basis"), v.sharing.get("special_category_condition"),
        v.sharing.get("family_told"), v.status or "planned", meeting.get("kind"), v.held_on,
        min(starts, key=moment, default=None), max(ends, key=moment, default=None),
        meeting.get("chair"), meeting.get("note_taker"), meeting.get("previous"), meeting.get("reconvene_on"),
        len(v.people), len(children), heard, len(v.participants), len(kinds), sum(kind in FAMILY for kind in kinds),
        kinds.count("professional"), quorum and quorum[0], len(v.on_map), len(v.scaling), sum(len(s.get("ratings") or ()) for s in v.scaling),
        sum(len(s.get("abstentions") or ()) for s in v.scaling), len(v.actions), outcome.get("decision"), v.decision and v.decision.get("label"), v.direction,
        len(v.children), outcome.get("decided_by"), len(outcome.get("dissent") or ()), outcome.get("lead_practitioner"), v.review_on,
        v.feedback.get("owner"), v.feedback.get("due_on"), v.feedback.get("given_on"), recording.get("recorded_on"),
        recording.get("recorded_by"), recording.get("minutes_circulated_on"), len(recording.get("circulated_to") or ()),
        severities.count("error"), severities.count("warning"), severities.count("advice"),
    )  # fmt: skip


def participant_rows(v: View, place: Place) -> Iterator[tuple[Any, ...]]:
    record_id, chair, note_taker = (
        v.record["id"],
        v.meeting.get("chair"),
        v.meeting.get("note_taker"),
    )
    for position, one in enumerate(v.participants):
        get = one.get
        held = v.seat_held(one)
        seat = v.council.seats.get(held)
        person = v.person.get(get("person"))
        attendance = get("attendance")
        yield (
            record_id, *place, position, one["id"], one["kind"], side(one), get("seat"), held, seat and seat.get("title"), seat and seat.get("agency"),
            None if seat is None else bool(seat.get("core")), get("person"), person and person["kind"], attendance,
            attendance in ("present", "remote"), get("deputy_for"), get("written_update"), get("arrived_at"), get("left_at"),
            one["id"] == chair, one["id"] == note_taker,
        )  # fmt: skip


def entry_rows(v: View, place: Place) -> Iterator[tuple[Any, ...]]:
    record_id, column_of = v.record["id"], v.council.column_of
    for position, entry in enumerate(v.mapping):
        get = entry.get
        statement, settled, withdrawn = (
            get("statement") or {},
            get("settled") or {},
            get("withdrawn") or {},
        )
        yield (
            record_id, *place, position, entry["id"], entry["category"], column_of.get(entry["category"]), get("origin"),
            get("about") or (), get("raised_by") or (), get("answers") or (), not blank(get("evidence")),
            any(statement.values()), statement.get("worried") or (), bool(settled), settled.get("on"),
            get("visible_to"), len(get("amended") or ()), not withdrawn, withdrawn.get("at"), withdrawn.get("by"),
        )  # fmt: skip


def rating_rows(v: View, place: Place) -> Iterator[tuple[Any, ...]]:
    record_id = v.record["id"]
    for sitting_place, sitting in enumerate(v.scaling):
        scale = v.scale_of(sitting)
        name, abstentions = sitting["scale"], len(sitting.get("abstentions") or ())
        described: tuple[Any, ...] = (None,) * 4
        if scale is not None:
            key = (
                scale_key(scale, scale.get("prompt"))
                if name == "referrer"
                else v.council.scale_keys[name]
            )
            described = (key, scale["min"], scale["max"], scale["higher_is"])
        asked = (
            name,
            (v.council.scales.get(name) or {}).get("prompt"),
            *described,
            sitting.get("round"),
            sitting.get("about"),
            sitting.get("revealed_at"),
        )
        for position, rating in enumerate(sitting.get("ratings") or ()):
            rater = v.participant.get(rating["by"])
            behalf = rating.get("on_behalf_of") or {}
            value = rating["value"]
            yield (
                record_id, *place, sitting_place, position, *asked, rating["by"], rater and rater["kind"], side(rater), not behalf,
                behalf.get("person"), behalf.get("participant"), side_of(v, rater, behalf), value,
                None if scale is None else float(abs(from_worried_end(scale, value))), not blank(rating.get("reason")), rating.get("at"),
                len(rating.get("amended") or ()), abstentions,
            )  # fmt: skip


def side_of(v: View, rater: Json | None, behalf: Json) -> str:
    """On which side the one sits whom a number is about."""
    if behalf.get("person"):
        return "family" if behalf["person"] in v.person else "other"
    if behalf:
        rater = v.participant.get(behalf.get("participant"))
    return side(rater) or "other"


def action_rows(v: View, place: Place) -> Iterator[tuple[Any, ...]]:
    record_id, as_of = v.record["id"], v.as_of
    for position, action in enumerate(v.actions):
        get = action.get
        owner = v.participant.get(get("owner"))
        status = get("status") or "open"
        live = status in ("open", "in_progress")
        due, due_day = get("due") or {}, due_on(action, v.held_on, v.review_on, v.council)
        until = get("done_on") if status == "done" else as_of if live else None
        late = (
            (date.fromisoformat(until) - date.fromisoformat(due_day)).days
            if until and due_day
            else None
        )
        carried = get("carried_from") or {}
        yield (
            record_id, *place, position, action["id"], get("serves") or (), get("owner"), owner and owner["kind"], side(owner),
            owner and owner.get("seat"), council_agency(v, owner), None if owner is None else v.attends(owner), get("supporting") or (), get("acceptance"),
            get("accepted_by"), get("accepted_on"), get("chaser"), get("agreed_on"), next(iter(due), None), due_day, status, live,
            get("done_on"), late, carried.get("record"), carried.get("action"), get("visible_to"),
        )  # fmt: skip


def stage_rows(v: View, place: Place) -> Iterator[tuple[Any, ...]]:
    record_id, council = v.record["id"], v.council
    for position, item in enumerate(v.agenda):
        stage = council.stages.get(item["stage"])
        started, ended, paused = (
            item.get("started_at"),
            item.get("ended_at"),
            item.get("paused_seconds"),
        )
        start = moment(started)
        minutes = stage and stage.get("minutes")
        actual = (
            (moment(ended) - start) - timedelta(seconds=paused or 0) if start and ended else None
        )
        yield (
            record_id, *place, position, item["stage"], stage and stage.get("title"), council.stage_places.get(item["stage"]),
            None if stage is None else bool(stage.get("required")), item.get("led_by"), is_held(item),
            not blank(item.get("skipped_reason")), started, ended, start and int(start.utcoffset().total_seconds() // 60),
            None if minutes is None else timedelta(minutes=minutes), None if paused is None else timedelta(seconds=paused),
            actual if actual is not None and actual >= timedelta() else None,
        )  # fmt: skip


def finding_rows(
    found: list[Finding], place: tuple[str | None, int], record_id: str
) -> Iterator[tuple[Any, ...]]:
    for code, severity, path, subject, message in found:
        yield (*place, record_id, code, severity, path, subject, message)


def column(kind: str, values: tuple[Any, ...]) -> pa.Array:
    if kind in ("day", "time"):
        return pa.array(values, pa.utf8()).cast(TYPES[kind])
    if kind in ("word", "recurring"):
        return pa.array(values, pa.utf8()).dictionary_encode().cast(TYPES[kind])
    return pa.array(values, TYPES[kind])


def to_arrow(table: str, rows: list[tuple[Any, ...]]) -> pa.Table:
    kinds = KINDS[table]
    columns = zip(*rows, strict=True) if rows else [()] * len(kinds)
    return pa.table(
        {name: column(kind, values) for (name, kind), values in zip(kinds, columns, strict=True)}
    )


def tables(
    records: Iterable[Json],
    council_of: Callable[[Json], Council],
    as_of: str | None = None,
    file: str | None = None,
) -> Iterator[dict[str, pa.Table]]:
    """The tables of some records at a time: every rule, every column but those of free text."""
    rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in COLUMNS}
    for line, record in enumerate(records, 1):
        v = View(record, council_of(record), as_of)
        found = findings(v)
        place = (file, line)
        rows["panels"].append(panel_row(v, place, found))
        rows["participants"].extend(participant_rows(v, place))
        rows["entries"].extend(entry_rows(v, place))
        rows["ratings"].extend(rating_rows(v, place))
        rows["actions"].extend(action_rows(v, place))
        rows["stages"].extend(stage_rows(v, place))
        rows["findings"].extend(finding_rows(found, place, record["id"]))
        if line % BATCH == 0:
            yield {table: to_arrow(table, part) for table, part in rows.items()}
            rows = {table: [] for table in COLUMNS}
    if rows["panels"]:
        yield {table: to_arrow(table, part) for table, part in rows.items()}
