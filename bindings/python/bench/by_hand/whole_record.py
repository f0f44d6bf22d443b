"""Rules about the record as a whole: ids, references, words, dates and texts (SP101 to SP112)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .births import earliest_birth
from .engine import Found, rule
from .marks import lost_in_marks
from .view import View, blank

ANSWERS = {
    "existing_safety": {"past_harm", "future_danger"},
    "goal": {"past_harm", "future_danger", "complicating_factor", "grey_area"},
    "next_step": {"goal"},
}


@rule("SP101", "error", "R")
def id_used_twice(v: View) -> Found:
    seen: set[str] = set()
    lists = (
        ("/case/people", v.people),
        ("/participants", v.participants),
        ("/mapping", v.mapping),
        ("/actions", v.actions),
    )
    for path, items in lists:
        for i, item in enumerate(items):
            if item["id"] in seen:
                yield f"{path}/{i}/id", item["id"], f"{item['id']} is used before."
            seen.add(item["id"])


@rule("SP102", "error", "R")
def dangling_reference(v: View) -> Found:
    people, participants, entries = v.person, v.participant, v.entry
    anybody = people.keys() | participants.keys()

    def wrong(path: str, subject: str | None, reference: str) -> tuple[str, str | None, str]:
        return path, subject, f"{reference} is not there, or is of another kind."

    for path, holder, name in (
        ("/referral/referrer", v.referral, "referrer"),
        ("/meeting/chair", v.meeting, "chair"),
        ("/meeting/note_taker", v.meeting, "note_taker"),
        ("/outcome/decided_by", v.outcome, "decided_by"),
        ("/outcome/lead_practitioner", v.outcome, "lead_practitioner"),
        ("/outcome/feedback/owner", v.feedback, "owner"),
        ("/recording/recorded_by", v.recording, "recorded_by"),
    ):
        one = holder.get(name)
        if one and one not in participants:
            yield wrong(path, None, one)
    for i, one in enumerate(v.service.get("given_by") or ()):
        if one not in anybody:
            yield wrong(f"/agreement/service/given_by/{i}", None, one)
    if v.wrong_previous:
        yield "/meeting/previous", None, "The record that is given is another one."
    for i, item in enumerate(v.participants):
        one = item.get("person")
        if one and one not in people:
            yield wrong(f"/participants/{i}/person", item["id"], one)
        one = item.get("deputy_for")
        if one and one not in participants:
            yield wrong(f"/participants/{i}/deputy_for", item["id"], one)
    for i, item in enumerate(v.agenda):
        one = item.get("led_by")
        if one and one not in participants:
            yield wrong(f"/agenda/{i}/led_by", item["stage"], one)
    for i, item in v.on_map:
        for name, known in (("about", people), ("raised_by", participants)):
            for j, one in enumerate(item.get(name) or ()):
                if one not in known:
                    yield wrong(f"/mapping/{i}/{name}/{j}", item["id"], one)
        answerable = ANSWERS.get(item["category"], ())
        for j, one in enumerate(item.get("answers") or ()):
            if one not in entries or entries[one]["category"] not in answerable:
                yield wrong(f"/mapping/{i}/answers/{j}", item["id"], one)
        for j, one in enumerate((item.get("statement") or {}).get("worried") or ()):
            if one not in anybody:
                yield wrong(f"/mapping/{i}/statement/worried/{j}", item["id"], one)
        for j, change in enumerate(item.get("amended") or ()):
            if change["by"] not in participants:
                yield wrong(f"/mapping/{i}/amended/{j}/by", item["id"], change["by"])
    for i, sitting in enumerate(v.scaling):
        one = sitting.get("about")
        known = people if (v.scale_of(sitting) or {}).get("subject") == "each_child" else entries
        if one and one not in known:
            yield wrong(f"/scaling/{i}/about", sitting["scale"], one)
        for j, rating in enumerate(sitting.get("ratings") or ()):
            by = rating["by"]
            if by not in participants:
                yield wrong(f"/scaling/{i}/ratings/{j}/by", by, by)
            behalf = rating.get("on_behalf_of")
            if behalf:
                one = behalf.get("person")
                if one and one not in people:
                    yield wrong(f"/scaling/{i}/ratings/{j}/on_behalf_of/person", by, one)
                one = behalf.get("participant")
                if one and one not in participants:
                    yield wrong(f"/scaling/{i}/ratings/{j}/on_behalf_of/participant", by, one)
        for j, abstention in enumerate(sitting.get("abstentions") or ()):
            if abstention["by"] not in participants:
                yield wrong(f"/scaling/{i}/abstentions/{j}/by", abstention["by"], abstention["by"])
    before = v.previous and {action["id"] for action in v.previous.get("actions") or ()}
    for i, item in enumerate(v.actions):
        for j, one in enumerate(item.get("serves") or ()):
            if one not in entries:
                yield wrong(f"/actions/{i}/serves/{j}", item["id"], one)
        for name in ("owner", "accepted_by", "chaser"):
            one = item.get(name)
            if one and one not in participants:
                yield wrong(f"/actions/{i}/{name}", item["id"], one)
        for j, one in enumerate(item.get("supporting") or ()):
            if one not in participants:
                yield wrong(f"/actions/{i}/supporting/{j}", item["id"], one)
        carried = item.get("carried_from")
        if (
            carried
            and before is not None
            and carried["record"] == v.previous["id"]
            and carried["action"] not in before
        ):
            yield wrong(f"/actions/{i}/carried_from/action", item["id"], carried["action"])
    for i, item in enumerate(v.children):
        if (v.person.get(item["child"]) or {}).get("kind") != "child":
            yield wrong(f"/outcome/children/{i}/child", item["child"], item["child"])
    for i, dissent in enumerate(v.outcome.get("dissent") or ()):
        if dissent["by"] not in participants:
            yield wrong(f"/outcome/dissent/{i}/by", dissent["by"], dissent["by"])
    for i, one in enumerate(v.recording.get("circulated_to") or ()):
        if one not in participants:
            yield wrong(f"/recording/circulated_to/{i}", None, one)
    for path, subject, one in lost_in_marks(v):
        yield wrong(path, subject, one)


@rule("SP103", "error", "R")
def not_in_the_profile(v: View) -> Found:
    council = v.council

    def unknown(path: str, subject: str | None, word: str) -> tuple[str, str | None, str]:
        return path, subject, f"{word} is not in the profile."

    status = v.case.get("status")
    if status and council.statuses and status not in council.statuses:
        yield unknown("/case/status", None, status)
    if council.seats:
        for i, item in enumerate(v.participants):
            seat = item.get("seat")
            if seat and seat not in council.seats:
                yield unknown(f"/participants/{i}/seat", item["id"], seat)
    if council.stages:
        for i, item in enumerate(v.agenda):
            if item["stage"] not in council.stages:
                yield unknown(f"/agenda/{i}/stage", item["stage"], item["stage"])
    if council.columns:
        for i, item in v.on_map:
            if item["category"] not in council.column_of:
                yield unknown(f"/mapping/{i}/category", item["id"], item["category"])
    for i, sitting in enumerate(v.scaling):
        scale = sitting["scale"]
        if scale == "referrer":
            if not v.referral.get("scale"):
                yield f"/scaling/{i}/scale", scale, "The referral brought no scale."
        elif council.scales and scale not in council.scales:
            yield unknown(f"/scaling/{i}/scale", scale, scale)
    decision = v.outcome.get("decision")
    if decision and council.decisions and decision not in council.decisions:
        yield unknown("/outcome/decision", None, decision)
    for i, item in enumerate(v.children):
        if council.decisions and item["decision"] not in council.decisions:
            yield unknown(f"/outcome/children/{i}/decision", item["child"], item["decision"])


@rule("SP104", "error", "R")
def dates_out_of_order(v: View) -> Found:
    held_on = v.held_on
    if held_on:
        for i, person in enumerate(v.people):
            if (person.get("date_of_birth") or "") > held_on:
                yield (
                    f"/case/people/{i}/date_of_birth",
                    person["id"],
                    f"{person['id']} is born after {held_on}.",
                )
        for path, day in (
            ("/meeting/reconvene_on", v.meeting.get("reconvene_on")),
            ("/outcome/review_on", v.review_on),
            ("/outcome/feedback/due_on", v.feedback.get("due_on")),
            ("/outcome/feedback/given_on", v.feedback.get("given_on")),
            ("/recording/recorded_on", v.recording.get("recorded_on")),
            ("/recording/minutes_circulated_on", v.recording.get("minutes_circulated_on")),
        ):
            if day and day < held_on:
                yield path, None, f"{day} is before the panel of {held_on}."
    for i, action in enumerate(v.actions):
        agreed = action.get("agreed_on")
        if agreed:
            done = action.get("done_on")
            if done and done < agreed:
                yield f"/actions/{i}/done_on", action["id"], f"Done on {done}, agreed on {agreed}."
            due = (action.get("due") or {}).get("on")
            if due and due < agreed and not action.get("carried_from"):
                yield f"/actions/{i}/due/on", action["id"], f"Due on {due}, agreed on {agreed}."


@rule("SP105", "warning", "P")
def profile_not_in_force(v: View) -> Found:
    first, last = v.council.get("valid_from"), v.council.get("valid_to")
    if v.held_on and ((first and v.held_on < first) or (last and v.held_on > last)):
        yield "/profile/version", None, f"The profile was not in force on {v.held_on}."


@rule("SP106", "error", "R")
def blank_text(v: View) -> Found:
    said = "It says nothing."
    if any(v.referral.values()):
        if blank(v.referral.get("reason")):
            yield "/referral/reason", None, said
        scale = v.referral.get("scale")
        if scale:
            if blank(scale.get("prompt")):
                yield "/referral/scale/prompt", None, said
            anchors = scale.get("anchors") or {}
            for end in ("min", "max"):
                if blank(anchors.get(end)):
                    yield f"/referral/scale/anchors/{end}", None, said
    for i, entry in v.on_map:
        if blank(entry.get("text")):
            yield f"/mapping/{i}/text", entry["id"], said
        for j, change in enumerate(entry.get("amended") or ()):
            text = change.get("text")
            if blank(text) and (text or not change.get("category")):
                yield f"/mapping/{i}/amended/{j}/text", entry["id"], said
            if blank(change.get("why")):
                yield f"/mapping/{i}/amended/{j}/why", entry["id"], said
    for i, sitting in enumerate(v.scaling):
        for j, rating in enumerate(sitting.get("ratings") or ()):
            for k, change in enumerate(rating.get("amended") or ()):
                if blank(change.get("why")):
                    yield f"/scaling/{i}/ratings/{j}/amended/{k}/why", rating["by"], said
        for j, abstention in enumerate(sitting.get("abstentions") or ()):
            if blank(abstention.get("reason")):
                yield f"/scaling/{i}/abstentions/{j}/reason", abstention["by"], said
    for i, action in enumerate(v.actions):
        if blank(action.get("text")):
            yield f"/actions/{i}/text", action["id"], said
    for i, dissent in enumerate(v.outcome.get("dissent") or ()):
        if blank(dissent.get("view")):
            yield f"/outcome/dissent/{i}/view", dissent["by"], said


@rule("SP107", "warning", "R")
def not_yet_happened(v: View) -> Found:
    as_of = v.as_of
    if not as_of:
        return
    for path, subject, day in _happened(v):
        # An instant counts by the day as written.
        if day and day[:10] > as_of:
            yield path, subject, f"{day[:10]} is after {as_of}."


def _happened(v: View) -> Iterator[tuple[str, str | None, str | None]]:
    for i, item in enumerate(v.people):
        yield f"/case/people/{i}/date_of_birth", item["id"], item.get("date_of_birth")
        yield f"/case/people/{i}/views_on", item["id"], item.get("views_on")
    yield "/referral/received_on", None, v.referral.get("received_on")
    yield "/referral/mapping_received_on", None, v.referral.get("mapping_received_on")
    yield "/agreement/service/on", None, v.service.get("on")
    for i, item in enumerate(v.service.get("history") or ()):
        yield f"/agreement/service/history/{i}/on", None, item.get("on")
    if v.status != "planned":
        yield "/meeting/held_on", None, v.held_on
    yield "/meeting/opened_on", None, v.meeting.get("opened_on")
    for i, item in enumerate(v.participants):
        yield f"/participants/{i}/arrived_at", item["id"], item.get("arrived_at")
        yield f"/participants/{i}/left_at", item["id"], item.get("left_at")
    for i, item in enumerate(v.agenda):
        yield f"/agenda/{i}/started_at", item["stage"], item.get("started_at")
        yield f"/agenda/{i}/ended_at", item["stage"], item.get("ended_at")
    for i, item in v.on_map:
        yield f"/mapping/{i}/settled/on", item["id"], (item.get("settled") or {}).get("on")
        for j, change in enumerate(item.get("amended") or ()):
            yield f"/mapping/{i}/amended/{j}/at", item["id"], change["at"]
    for i, sitting in enumerate(v.scaling):
        yield f"/scaling/{i}/revealed_at", sitting["scale"], sitting.get("revealed_at")
        for j, rating in enumerate(sitting.get("ratings") or ()):
            yield f"/scaling/{i}/ratings/{j}/at", rating["by"], rating.get("at")
            for k, change in enumerate(rating.get("amended") or ()):
                yield f"/scaling/{i}/ratings/{j}/amended/{k}/at", rating["by"], change.get("at")
    for i, item in enumerate(v.actions):
        for name in ("agreed_on", "accepted_on", "done_on"):
            yield f"/actions/{i}/{name}", item["id"], item.get(name)
    yield "/outcome/feedback/given_on", None, v.feedback.get("given_on")
    yield "/recording/recorded_on", None, v.recording.get("recorded_on")
    yield "/recording/minutes_circulated_on", None, v.recording.get("minutes_circulated_on")


@rule("SP108", "error", "R")
def wrong_nhs_number(v: View) -> Found:
    for i, person in enumerate(v.people):
        number = person.get("nhs_number")
        if number and not _is_nhs_number(number):
            yield (
                f"/case/people/{i}/nhs_number",
                person["id"],
                f"The NHS number of {person['id']} is not one.",
            )


def _is_nhs_number(text: str) -> bool:
    if len(text) != 10 or len(set(text)) == 1 or not (text.isascii() and text.isdecimal()):
        return False
    return (
        sum(int(digit) * weight for digit, weight in zip(text, range(10, 1, -1), strict=False))
        + int(text[9])
    ) % 11 == 0


@rule("SP109", "warning", "R")
def not_this_panels_case(v: View) -> Found:
    status = v.council.statuses.get(v.case.get("status"))
    if status is not None and not status.get("eligible"):
        yield "/case/status", None, f"This panel does not take {status['id']}."


@rule("SP110", "warning", "M")
def said_to_have_attended(v: View) -> Found:
    came = {participant.get("person") for participant in v.attending}
    for i, person in enumerate(v.people):
        if person.get("views") == "attended" and person["id"] not in came:
            yield f"/case/people/{i}/views", person["id"], f"Nobody who attended is {person['id']}."


@rule("SP111", "warning", "M")
def uncertain_times(v: View) -> Found:
    opened_on = v.meeting.get("opened_on")
    if opened_on and v.held_on and opened_on != v.held_on:
        yield "/meeting/held_on", None, f"It was opened on {opened_on}; its day is {v.held_on}."
    seconds = v.meeting.get("clock_set_back")
    if seconds is not None:
        yield "/meeting/clock_set_back", None, f"A clock was {seconds} seconds behind."


SIX_WEEKS = timedelta(weeks=6)


@rule("SP112", "warning", "R")
def implausible_birth(v: View) -> Found:
    days = [day for day in (v.held_on, v.as_of) if day]
    judged_on = max(days) if days else None
    for i, person in enumerate(v.people):
        at, who = f"/case/people/{i}", person["id"]
        born, expected = person.get("date_of_birth"), person.get("expected_on")
        earliest = earliest_birth(person)
        if earliest and expected:
            yield f"{at}/expected_on", who, f"{who} is born and still expected."
        elif (
            expected
            and judged_on
            and date.fromisoformat(judged_on) - date.fromisoformat(expected) > SIX_WEEKS
        ):
            yield f"{at}/date_of_birth", who, f"{who} was expected on {expected}."
        views_on = person.get("views_on")
        if earliest and views_on and views_on < earliest:
            yield f"{at}/views_on", who, f"The views of {who} were gathered before their birth."
        birth = person.get("birth", {})
        if "year" in birth or "month" in birth:
            if born:
                fits = birth.get("year", int(born[:4])) == int(born[:4])
                fits = fits and birth.get("month", int(born[5:7])) == int(born[5:7])
            else:
                fits = earliest is not None
            if not fits:
                yield f"{at}/birth", who, f"The year and month of the birth of {who} do not fit."
        if not born and earliest and v.held_on and earliest > v.held_on:
            yield f"{at}/birth", who, f"{who} is born after the meeting."
