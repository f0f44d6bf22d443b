"""Rules about the stages of a sitting (SP301 to SP306)."""

from __future__ import annotations

from datetime import datetime

from .engine import Found, rule
from .view import Json, View, blank, exact

PRODUCED = {
    "attendance": lambda v: all(
        participant.get("attendance") != "invited" for participant in v.participants
    ),
    "best_hopes": lambda v: not blank(v.referral.get("best_hopes")),
    "background": lambda v: not blank(v.referral.get("background")),
    "entries": lambda v: bool(v.on_map),
    "ratings": lambda v: any(sitting.get("ratings") for sitting in v.scaling),
    "actions": lambda v: any(action.get("status") != "cancelled" for action in v.actions),
    # Where a rule of its own asks for it, this one does not.
    "decision": lambda v: bool(v.council.decisions or v.outcome.get("decision") or v.children),
    "feedback": lambda v: (
        (v.council.get("feedback") or {}).get("required") is True
        or bool(v.feedback.get("owner") or v.feedback.get("given_on"))
    ),
}


def moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text.upper()) if text else None


def is_held(stage: Json) -> bool:
    return bool(stage.get("started_at") or stage.get("ended_at") or stage.get("led_by"))


@rule("SP301", "warning", "M")
def two_stages_at_once(v: View) -> Found:
    times = []
    for i, stage in enumerate(v.agenda):
        start, end = moment(stage.get("started_at")), moment(stage.get("ended_at"))
        if start and end and end < start:
            yield (
                f"/agenda/{i}/ended_at",
                stage["stage"],
                f"{stage['stage']} ended before it began.",
            )
        elif start:
            times.append((start, i, end))
    times.sort(key=lambda each: each[:2])
    runs_on = v.status == "in_progress"
    last, open_ended = None, False
    for start, i, end in times:
        if open_ended or (last and start < last):
            name = v.agenda[i]["stage"]
            yield f"/agenda/{i}/started_at", name, f"{name} began while another stage ran."
        if end is None:
            open_ended = open_ended or runs_on
        elif last is None or end > last:
            last = end


@rule("SP302", "warning", "C")
def stage_left_out(v: View) -> Found:
    there: dict[str, list[tuple[int, Json]]] = {}
    for i, item in enumerate(v.agenda):
        there.setdefault(item["stage"], []).append((i, item))
    for stage in v.council.agenda:
        if stage.get("required"):
            items = there.get(stage["id"], [])
            if not any(is_held(item) or not blank(item.get("skipped_reason")) for _, item in items):
                path = f"/agenda/{items[0][0]}" if items else "/agenda"
                yield (
                    path,
                    stage["id"],
                    f"{stage['id']} was neither held nor skipped with a reason.",
                )


@rule("SP303", "advice", "M")
def stage_ran_over(v: View) -> Found:
    over = v.council.parameter("SP303", "over", 0.25)
    for i, item in enumerate(v.agenda):
        minutes = (v.council.stages.get(item["stage"]) or {}).get("minutes")
        start, end = moment(item.get("started_at")), moment(item.get("ended_at"))
        if minutes and start and end:
            taken = (end - start).total_seconds() - (item.get("paused_seconds") or 0)
            if exact(taken) > minutes * 60 * (1 + exact(over)):
                yield (
                    f"/agenda/{i}",
                    item["stage"],
                    f"{item['stage']} took {taken:.0f} seconds; it has {minutes} minutes.",
                )


@rule("SP304", "advice", "M")
def led_by_somebody_else(v: View) -> Found:
    for i, item in enumerate(v.agenda):
        leader = v.participant.get(item.get("led_by"))
        lead = (v.council.stages.get(item["stage"]) or {}).get("lead")
        if leader is None or not lead:
            continue
        instead = leader.get("deputy_for")
        if lead in ("chair", "note_taker", "referrer"):
            meant = v.referral.get(lead) if lead == "referrer" else v.meeting.get(lead)
            right = not meant or meant not in v.participant or meant in (leader["id"], instead)
        else:
            stands_for = v.participant.get(instead) or {}
            right = lead in (leader.get("seat"), v.seat_held(leader), stands_for.get("seat"))
        if not right:
            yield (
                f"/agenda/{i}/led_by",
                item["stage"],
                f"{item['stage']} was led by {leader['id']}; the profile says {lead}.",
            )


@rule("SP305", "advice", "C")
def stages_out_of_order(v: View) -> Found:
    held = [(i, item) for i, item in enumerate(v.agenda) if is_held(item)]
    if all(item.get("started_at") for _, item in held):
        # Of two that began at once neither came after the other.
        held.sort(
            key=lambda each: (
                moment(each[1]["started_at"]),
                v.council.stage_places.get(each[1]["stage"], 0),
            )
        )
    furthest = -1
    for i, item in held:
        place = v.council.stage_places.get(item["stage"])
        if place is not None:
            if place < furthest:
                yield f"/agenda/{i}", item["stage"], f"{item['stage']} came after a later stage."
            furthest = max(furthest, place)


@rule("SP306", "warning", "C")
def stage_without_result(v: View) -> Found:
    named = set()
    for i, item in enumerate(v.agenda):
        if is_held(item) and item["stage"] not in named:
            named.add(item["stage"])
            produces = (v.council.stages.get(item["stage"]) or {}).get("produces") or ()
            lacking = [name for name in produces if not PRODUCED[name](v)]
            if lacking:
                yield f"/agenda/{i}", item["stage"], f"{item['stage']} left no {lacking[0]}."
