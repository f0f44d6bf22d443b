"""Rules about what was decided, and what follows (SP701 to SP710)."""

from __future__ import annotations

from typing import Any

from .days import after
from .engine import Found, rule
from .view import View, blank

STAYING = ("stay", "defer")


@rule("SP701", "error", "C")
def no_decision(v: View) -> Found:
    decided = v.outcome.get("decision") or v.children
    if v.council.decisions and not decided and not _to_decide_for(v):
        yield "/outcome/decision", None, "No decision is recorded."


@rule("SP702", "warning", "C")
def no_reason(v: View) -> Found:
    for path, child, item, decision in v.decided:
        if decision.get("needs_reason") and blank(item.get("reason")):
            yield f"{path}/reason", child, f"The decision {decision['id']} has no reason."


@rule("SP703", "warning", "C")
def no_lead(v: View) -> Found:
    required = (v.council.get("lead_practitioner") or {}).get("required")
    if required and _going_on(v) and not v.outcome.get("lead_practitioner"):
        yield "/outcome/lead_practitioner", None, "No lead practitioner is named."


@rule("SP704", "warning", "C")
def no_review_in_time(v: View) -> Found:
    status = v.council.statuses.get(v.case.get("status")) or {}
    day, held_on = v.review_on, v.held_on
    for decision in _going_on(v):
        interval = decision.get("review") or status.get("review") or v.council.get("review")
        if not interval:
            continue
        if not day:
            yield "/outcome/review_on", None, "No review date is set."
            return
        if held_on and day >= held_on:
            first = interval.get("min") and after(held_on, interval["min"], v.council)
            last = interval.get("max") and after(held_on, interval["max"], v.council)
            if (first and day < first) or (last and day > last):
                yield (
                    "/outcome/review_on",
                    None,
                    f"The review on {day} is not between {first} and {last}.",
                )
                return


def _going_on(v: View) -> list[dict[str, Any]]:
    return [decision for *_, decision in v.decided if decision["direction"] in STAYING]


def _to_decide_for(v: View) -> list[str]:
    if not (v.council.get("deciding") or {}).get("each_child"):
        return []
    return [person["id"] for person in v.people if person["kind"] == "child"]


def _last_day(v: View, name: str) -> str | None:
    within = (v.council.get("after") or {}).get(name)
    return after(v.held_on, within, v.council) if within and v.held_on else None


@rule("SP705", "warning", "C")
def no_feedback(v: View) -> Found:
    if not (v.council.get("feedback") or {}).get("required") or v.feedback.get("given_on"):
        return
    if not v.feedback.get("owner"):
        yield "/outcome/feedback/owner", None, "No one is to give feedback to the family."
    due, last = v.feedback.get("due_on"), _last_day(v, "feedback_within")
    passed = v.as_of and any(day and day < v.as_of for day in (due, last))
    if not due or passed:
        yield (
            "/outcome/feedback/due_on",
            None,
            f"Feedback was due on {due}." if due else "No day is set for feedback.",
        )


@rule("SP706", "warning", "C")
def too_late(v: View) -> Found:
    for name, limit in (
        ("recorded_on", "recorded_within"),
        ("minutes_circulated_on", "minutes_within"),
    ):
        last = _last_day(v, limit)
        if last:
            day = v.recording.get(name) or v.as_of
            if day and day > last:
                yield f"/recording/{name}", None, f"The last day for it was {last}."


@rule("SP707", "advice", "C")
def closing_with_open_actions(v: View) -> Found:
    if not v.decided or any(decision["direction"] != "close" for *_, decision in v.decided):
        return
    for _, action in v.live:
        # One whom the record does not have is a wrong reference alone.
        owner = v.participant.get(action.get("owner")) or {"kind": "professional"}
        if (
            not action.get("owner")
            or owner["kind"] != "professional"
            or action.get("acceptance") != "accepted"
        ):
            yield (
                f"{v.decided[0][0]}/decision",
                None,
                f"{action['id']} is open, and no professional has accepted it.",
            )
            return


@rule("SP708", "warning", "C")
def not_in_the_case_system(v: View) -> Found:
    required = (v.council.get("recording") or {}).get("required")
    timed = (v.council.get("after") or {}).get("recorded_within")
    if required and not timed and not v.recording.get("recorded_on"):
        yield "/recording/recorded_on", None, "It was not entered in the case system."


@rule("SP709", "advice", "P")
def no_contact(v: View) -> Found:
    papers = v.council.get("papers")
    if papers:
        for name in ("contact", "if_you_disagree"):
            if blank(papers.get(name)):
                yield "/profile", None, f"The council's papers have no {name}."


@rule("SP710", "error", "C")
def each_childs_decision(v: View) -> Found:
    seen: set[str] = set()
    for place, item in enumerate(v.children):
        if item["child"] in seen:
            yield f"/outcome/children/{place}", item["child"], "It has a decision already."
        seen.add(item["child"])
    if v.council.decisions:
        for child in _to_decide_for(v):
            if child not in seen:
                yield "/outcome/children", child, f"Nothing is decided for {child}."
