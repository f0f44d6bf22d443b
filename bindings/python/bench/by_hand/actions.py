"""Rules about actions (SP601 to SP613)."""

from __future__ import annotations

from collections import Counter

from .births import latest_birth
from .days import after, age_on, due_on
from .engine import Found, rule
from .view import FAMILY, Json, View, blank


@rule("SP601", "error", "C")
def no_owner(v: View) -> Found:
    for i, action in enumerate(v.actions):
        if action.get("status") != "cancelled" and not action.get("owner"):
            yield f"/actions/{i}/owner", action["id"], f"{action['id']} has no owner."


@rule("SP602", "error", "C")
def no_due_date(v: View) -> Found:
    for i, action in v.live:
        if not action.get("due"):
            yield f"/actions/{i}/due", action["id"], f"{action['id']} has no due date."


def due_of(v: View, action: Json) -> str | None:
    return due_on(action, v.held_on, v.review_on, v.council)


@rule("SP603", "warning", "C")
def due_after_review(v: View) -> Found:
    if not v.review_on or not (v.council.get("actions") or {}).get("due_by_review"):
        return
    for i, action in v.live:
        due = due_of(v, action)
        if due and due > v.review_on:
            yield (
                f"/actions/{i}/due",
                action["id"],
                f"Due on {due}, after the review on {v.review_on}.",
            )


@rule("SP604", "warning", "C")
def not_accepted(v: View) -> Found:
    for i, action in v.live:
        owner = v.participant.get(action.get("owner"))
        if owner is None or owner["kind"] in FAMILY or action.get("acceptance") == "accepted":
            continue
        if v.attends(owner):
            yield (
                f"/actions/{i}/acceptance",
                action["id"],
                f"{owner['id']} attended and has not accepted {action['id']}.",
            )
        elif not action.get("chaser"):
            yield (
                f"/actions/{i}/chaser",
                action["id"],
                f"{owner['id']} has not accepted {action['id']}, and nobody is to chase.",
            )


@rule("SP605", "error", "C")
def family_not_asked(v: View) -> Found:
    for i, action in v.live:
        owner = v.participant.get(action.get("owner"))
        if owner is not None and owner["kind"] in FAMILY:
            by = action.get("accepted_by")
            # One whom the record does not have is a wrong reference alone.
            theirs = by == owner["id"] or (by and by not in v.participant)
            if action.get("acceptance") != "accepted" or not theirs:
                yield (
                    f"/actions/{i}/acceptance",
                    action["id"],
                    f"{owner['id']} has not accepted {action['id']} in person.",
                )


@rule("SP606", "warning", "C")
def serves_nothing(v: View) -> Found:
    for i, action in enumerate(v.actions):
        if action.get("status") != "cancelled" and not v.given(action.get("serves")):
            yield f"/actions/{i}/serves", action["id"], f"{action['id']} serves nothing on the map."


@rule("SP607", "advice", "C")
def too_many_actions(v: View) -> Found:
    limits = v.council.get("actions") or {}
    most, each = limits.get("max_per_panel"), limits.get("max_per_owner")
    if most is not None and len(v.live) > most:
        yield "/actions", None, f"{len(v.live)} actions; the limit is {most}."
    if each is not None:
        owned = Counter(action.get("owner") for _, action in v.live)
        for owner in dict.fromkeys(participant["id"] for participant in v.participants):
            if owned[owner] > each:
                yield (
                    "/actions",
                    owner,
                    f"{owner} owns {owned[owner]} actions; the limit is {each}.",
                )


@rule("SP608", "warning", "C")
def goal_not_served(v: View) -> Found:
    served = {
        one
        for action in v.actions
        if action.get("status") != "cancelled"
        for one in action.get("serves") or ()
    }
    for i, entry in v.on_map:
        if entry["category"] == "goal" and not entry.get("settled") and entry["id"] not in served:
            yield f"/mapping/{i}", entry["id"], f"No action serves {entry['id']}."


@rule("SP609", "warning", "C")
def overdue(v: View) -> Found:
    if not v.as_of:
        return
    for i, action in v.live:
        due = due_of(v, action)
        if due and due < v.as_of:
            yield f"/actions/{i}/due", action["id"], f"{action['id']} was due on {due}."


@rule("SP610", "warning", "M")
def lost_action(v: View) -> Found:
    if v.previous is None:
        return
    carried = {
        (a["carried_from"]["record"], a["carried_from"]["action"])
        for a in v.actions
        if a.get("carried_from")
    }
    for action in v.previous.get("actions") or ():
        if (
            action.get("status") not in ("done", "cancelled")
            and (v.previous["id"], action["id"]) not in carried
        ):
            yield (
                "/actions",
                action["id"],
                f"{action['id']} of {v.previous['id']} is not carried on.",
            )


@rule("SP611", "error", "M")
def child_owns_it(v: View) -> Found:
    until = v.council.parameter("SP611", "until_age", 16)
    for i, action in enumerate(v.actions):
        owner = v.participant.get(action.get("owner"))
        if owner is None or action.get("status") == "cancelled" or not v.is_child(owner):
            continue
        born = latest_birth(v.person.get(owner.get("person")) or {})
        if not born or not v.held_on or age_on(born, v.held_on) < until:
            yield (
                f"/actions/{i}/owner",
                action["id"],
                f"{owner['id']} is a child under {until}, or of unknown age.",
            )
        elif action.get("acceptance") == "accepted":
            yield (
                f"/actions/{i}/owner",
                action["id"],
                f"{owner['id']} is a child who has accepted it.",
                "advice",
            )


@rule("SP612", "error", "M")
def status_does_not_fit(v: View) -> Found:
    for i, action in enumerate(v.actions):
        status, done_on = action.get("status"), action.get("done_on")
        if (status == "done") != bool(done_on):
            yield (
                f"/actions/{i}/done_on",
                action["id"],
                f"{action['id']} is {status or 'open'}; done on {done_on}.",
            )
        if status == "cancelled" and blank(action.get("cancelled_reason")):
            yield (
                f"/actions/{i}/cancelled_reason",
                action["id"],
                f"{action['id']} was cancelled without a reason.",
            )


@rule("SP613", "advice", "C")
def not_begun(v: View) -> Found:
    within = (v.council.get("after") or {}).get("actions_within")
    last = after(v.held_on, within, v.council) if within and v.held_on else None
    if last and v.as_of and v.as_of > last:
        for i, action in v.live:
            if action.get("status") != "in_progress":
                yield (
                    f"/actions/{i}/status",
                    action["id"],
                    f"{action['id']} is not begun by {last}.",
                )
