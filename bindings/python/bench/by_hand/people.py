"""Rules about who sits, who agreed, and who was heard (SP201 to SP215)."""

from __future__ import annotations

from .days import days_after
from .engine import Found, rule
from .view import FAMILY, Json, View, bare, blank

HEARD = {"advocate", "written", "gathered_before", "observed"}


@rule("SP201", "error", "M")
def no_chair(v: View) -> Found:
    seats = v.council.get("chair")
    if seats is None:
        return
    named = v.meeting.get("chair")
    chair = v.participant.get(named)
    if named and chair is None:
        return
    if (
        chair is None
        or not v.attends(chair)
        or not set(v.seats_of(chair)).intersection(seats.get("seats") or ())
    ):
        yield "/meeting/chair", None, "Nobody who attended and may chair is recorded as chair."


@rule("SP202", "warning", "M")
def no_note_taker(v: View) -> Found:
    asked = v.council.get("note_taker")
    if asked is None:
        return
    named = v.meeting.get("note_taker")
    taker = v.participant.get(named)
    if named and taker is None:
        return
    both = (
        taker is not None and named == v.meeting.get("chair") and asked.get("may_be_chair") is False
    )
    if taker is None or not v.attends(taker) or both:
        yield (
            "/meeting/note_taker",
            None,
            "Nobody who attended and may do so is recorded as taking notes.",
        )


def quorum_of(v: View) -> tuple[bool, bool, int, int] | None:
    """Whether there is a quorum, whether a reason could do instead, how many agencies came, and how many seats are missing."""
    quorum = v.council.get("quorum")
    if quorum is None:
        return None
    agencies = set()
    for participant in v.attending:
        if participant["kind"] == "professional" or participant["id"] == v.meeting.get("chair"):
            written = participant.get("agency")
            own, instead = (
                (v.council.seats.get(seat) or {}).get("agency") for seat in v.seats_of(participant)
            )
            agency = bare(
                (participant.get("seat") and (own or written)) or instead or written or ""
            )
            if agency:
                agencies.add(agency)
    held = {seat for participant in v.attending for seat in v.seats_of(participant)}
    missing = [seat for seat in quorum.get("must_include") or () if seat not in held]
    below = len(agencies) < (quorum.get("floor") or 0)
    is_met = len(agencies) >= (quorum.get("min_agencies") or 0) and not missing and not below
    may_go_on = not below and quorum.get("may_proceed_with_reason") is not False
    return is_met, may_go_on, len(agencies), len(missing)


@rule("SP203", "error", "M")
def no_quorum(v: View) -> Found:
    quorum = quorum_of(v)
    if quorum is None:
        return
    is_met, may_go_on, agencies, missing = quorum
    if not is_met and not (may_go_on and not blank(v.meeting.get("inquorate_reason"))):
        yield (
            "/meeting/inquorate_reason",
            None,
            f"{agencies} agencies attended; seats missing: {missing}.",
        )


def _empty_core_seats(v: View) -> list[tuple[str, list[tuple[int, Json]]]]:
    held = {seat for participant in v.attending for seat in v.seats_of(participant)}
    empty = [seat for seat in v.council.core if seat not in held]
    return [
        (seat, [(i, p) for i, p in enumerate(v.participants) if p.get("seat") == seat])
        for seat in empty
    ]


@rule("SP204", "warning", "C")
def empty_core_seat(v: View) -> Found:
    for seat, holders in _empty_core_seats(v):
        if not any(holder.get("attendance") == "apologies" for _, holder in holders):
            where = (
                (f"/participants/{holders[0][0]}", holders[0][1]["id"])
                if holders
                else ("/participants", seat)
            )
            yield *where, f"Nobody who attended held {seat}, and no apologies are recorded."


@rule("SP205", "advice", "C")
def only_apologies(v: View) -> Found:
    for seat, holders in _empty_core_seats(v):
        sorry = any(holder.get("attendance") == "apologies" for _, holder in holders)
        if sorry and not any(holder.get("written_update") for _, holder in holders):
            yield (
                f"/participants/{holders[0][0]}",
                holders[0][1]["id"],
                f"{seat} sent apologies and nothing else.",
            )


@rule("SP206", "error", "C")
def no_agreement(v: View) -> Found:
    status = v.service.get("status")
    if not status:
        yield "/agreement/service/status", None, "It is not recorded whether the family agreed."
    elif status != "agreed" and blank(v.service.get("reason")):
        yield "/agreement/service/reason", None, f"Agreement is {status}, without a reason."


@rule("SP207", "warning", "C")
def no_basis_for_sharing(v: View) -> Found:
    if blank(v.sharing.get("lawful_basis")):
        yield "/agreement/sharing/lawful_basis", None, "No lawful basis for sharing is recorded."
    if not v.sharing.get("family_told") and blank(v.sharing.get("note")):
        yield (
            "/agreement/sharing/family_told",
            None,
            "The family was not told, and no note says why.",
        )


@rule("SP208", "warning", "C")
def family_not_heard(v: View) -> Found:
    attended = any(participant["kind"] in FAMILY for participant in v.attending)
    if not attended and not any(person.get("views") in HEARD for person in v.people):
        yield "/participants", None, "Nobody of the family came, or was heard in another way."


@rule("SP209", "warning", "C")
def child_not_heard(v: View) -> Found:
    before = v.previous and (v.previous.get("meeting") or {}).get("held_on")
    for i, person in enumerate(v.people):
        if person["kind"] != "child":
            continue
        views, child = person.get("views"), person["id"]
        if not views:
            yield f"/case/people/{i}/views", child, f"The views of {child} are missing."
        elif views == "not_sought":
            if blank(person.get("views_note")):
                yield (
                    f"/case/people/{i}/views_note",
                    child,
                    f"The views of {child} were not sought, without a note.",
                )
        elif views != "attended" and before and (person.get("views_on") or "") <= before:
            yield (
                f"/case/people/{i}/views_on",
                child,
                f"The views of {child} were not gathered since {before}.",
            )


@rule("SP210", "warning", "P")
def missing_beforehand(v: View) -> Found:
    inputs = v.council.get("inputs") or {}
    if v.meeting.get("kind") != "initial":
        return
    for asked, name in (("referral", "received_on"), ("mapping", "mapping_received_on")):
        if inputs.get(asked) is None:
            continue
        came, ahead = v.referral.get(name), inputs[asked].get("days_before") or 0
        late = came and v.held_on and came > days_after(v.held_on, -ahead)
        if not came or late:
            yield f"/referral/{name}", None, f"It came on {came}." if came else "It did not come."
    if inputs.get("referrer_scale") and not v.referral.get("scale"):
        yield "/referral/scale", None, "The referrer brought no scale."


@rule("SP211", "error", "C")
def action_after_withdrawal(v: View) -> Found:
    if v.service.get("status") != "withdrawn" or not v.service.get("on"):
        return
    for i, action in v.live:
        owner = v.participant.get(action.get("owner"))
        agreed = action.get("agreed_on") or v.held_on
        if owner is not None and owner["kind"] in FAMILY and agreed and agreed > v.service["on"]:
            yield (
                f"/actions/{i}/owner",
                action["id"],
                f"Agreed on {agreed}, after the service was withdrawn.",
            )


@rule("SP212", "warning", "P")
def family_not_invited(v: View) -> Found:
    if not any(participant["kind"] in FAMILY for participant in v.participants):
        yield "/participants", None, "Nobody of the family is invited."


@rule("SP213", "advice", "P")
def map_starts_empty(v: View) -> Found:
    asked = (v.council.get("inputs") or {}).get("mapping") is not None
    if (
        asked
        and v.meeting.get("kind") == "initial"
        and not any(e.get("origin") == "referral" for _, e in v.on_map)
    ):
        yield "/mapping", None, "No entry came with the referral."


@rule("SP214", "warning", "P")
def no_report(v: View) -> Found:
    reports = (v.council.get("inputs") or {}).get("reports") or {}
    asked = set(reports.get("asked_of") or ())
    last = v.held_on and days_after(v.held_on, -(reports.get("days_before") or 0))
    if not asked or (
        v.status in ("planned", "adjourned") and not (v.as_of and last and v.as_of > last)
    ):
        return
    for i, one in enumerate(v.participants):
        held = {seat for seat in v.seats_of(one) if seat}
        words = {"professionals"} if one["kind"] == "professional" else set()
        if one["kind"] not in ("business_support", "advocate"):
            words.add("everyone")
        if held.intersection(v.council.core):
            words.add("core")
        if one["kind"] not in FAMILY and asked & (held | words) and not one.get("written_update"):
            yield f"/participants/{i}/written_update", one["id"], f"{one['id']} sent no report."


@rule("SP215", "warning", "P")
def not_agreed_beforehand(v: View) -> Found:
    asked = (v.council.get("inputs") or {}).get("agreement")
    if asked is None or v.meeting.get("kind") != "initial":
        return
    status, on = v.service.get("status"), v.service.get("on")
    if status != "agreed":
        if v.status != "concluded":
            yield "/agreement/service/status", None, f"The family's agreement is {status}."
        return
    last = v.held_on and days_after(v.held_on, -(asked.get("days_before") or 0))
    if not on or (last and on > last):
        yield "/agreement/service/on", None, f"The family agreed on {on}."
