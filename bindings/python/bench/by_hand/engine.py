"""Which rules there are, which of them a record is asked, and in what order its findings stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from .view import Council, Json, View

# Path, subject, and one plain sentence; a severity where it is not the rule's own.
Found = Iterator[tuple[str, str | None, str] | tuple[str, str | None, str, str]]
Rule = Callable[[View], Found]


class Finding(NamedTuple):
    code: str
    severity: str
    path: str
    subject: str | None
    message: str


class _Definition(NamedTuple):
    code: str
    severity: str
    phase: str
    ask: Rule


RULES: list[_Definition] = []
PHASES = {None: "R", "planned": "RP", "adjourned": "RP", "in_progress": "RPM", "concluded": "RPMC"}


def rule(code: str, severity: str, phase: str) -> Callable[[Rule], Rule]:
    def keep(ask: Rule) -> Rule:
        RULES.append(_Definition(code, severity, phase, ask))
        return ask

    return keep


def check(
    record: Json, council: Council, as_of: str | None = None, previous: Json | None = None
) -> list[Finding]:
    """Every finding of one record, in the order of the record."""
    return findings(View(record, council, as_of, previous))


def findings(view: View) -> list[Finding]:
    found = [
        Finding(code, own[0] if own else severity, path, subject, message)
        for code, severity, ask in _asked(view.council, view.status)
        for path, subject, message, *own in ask(view)
    ]
    if len(found) > 1:
        found.sort(key=_place)
    return found


def _asked(council: Council, status: str | None) -> list[tuple[str, str, Rule]]:
    """The rules for a meeting that has come so far, with the severities that the council gives them."""
    asked = council.__dict__.setdefault("asked", {})
    if status not in asked:
        listed = []
        for code, severity, phase, ask in sorted(RULES, key=lambda each: each.code):
            setting = council.rules.get(code) or {}
            if setting != "off" and phase in PHASES[status]:
                listed.append((code, setting.get("severity") or severity, ask))
        asked[status] = listed
    return asked[status]


# The keys of each object in the order of the format, under the key that holds it.
_KEYS = {
    "": "format id profile case referral agreement meeting participants agenda mapping scaling actions outcome recording",
    "profile": "id version",
    "case": "reference status people separate_copies identifiers",
    "people": (
        "id kind name date_of_birth birth expected_on nhs_number views views_on views_note visible_to withheld_from "
        "unlisted_for"
    ),
    "referral": (
        "received_on referrer reason best_hopes background mapping_received_on scale visible_to withheld_from"
    ),
    "scale": "id prompt min max step higher_is anchors",
    "anchors": "min max",
    "agreement": "service sharing",
    "service": "status given_by on reason history visible_to withheld_from",
    "history": "status on",
    "sharing": (
        "lawful_basis special_category_condition family_told note visible_to withheld_from"
    ),
    "meeting": (
        "status kind held_on opened_on starts_at place chair note_taker previous inquorate_reason adjourned_reason "
        "reconvene_on clock_set_back marks"
    ),
    "participants": (
        "id kind name agency seat person attendance deputy_for written_update arrived_at left_at visible_to "
        "withheld_from"
    ),
    "agenda": (
        "stage led_by started_at ended_at paused_seconds skipped_reason note visible_to withheld_from"
    ),
    "mapping": (
        "id category text about raised_by origin answers evidence statement settled visible_to withheld_from "
        "amended withdrawn"
    ),
    "statement": "worried about impact",
    "settled": "on how visible_to withheld_from",
    "amended": "at by category text value why",
    "scaling": "scale round about revealed_at ratings abstentions",
    "ratings": "by on_behalf_of value reason one_point_higher at amended visible_to withheld_from",
    "on_behalf_of": "person participant other",
    "abstentions": "by reason visible_to withheld_from",
    "actions": (
        "id text serves owner supporting acceptance accepted_by accepted_on chaser agreed_on due status done_on outcome "
        "cancelled_reason carried_from visible_to withheld_from"
    ),
    "due": "on within by_review",
    "carried_from": "record action",
    "outcome": "decision reason children decided_by dissent lead_practitioner review_on contingency feedback marks",
    "children": "child decision reason visible_to withheld_from",
    "dissent": "by view visible_to withheld_from",
    "feedback": "owner due_on given_on how visible_to withheld_from",
    # Of the sitting and of the outcome, which share no name.
    "marks": "place inquorate_reason adjourned_reason reason contingency",
    "recording": "system reference recorded_on recorded_by minutes_circulated_on circulated_to",
}
_ORDER = {
    holder: {key: place for place, key in enumerate(keys.split())} for holder, keys in _KEYS.items()
}
# The marks of each text hold this alone that a finding leads to.
_ORDER |= {text: {"withheld_from": 0} for text in _KEYS["marks"].split()}


def _place(finding: Finding) -> tuple[Any, ...]:
    steps, holder = [], ""
    for step in finding.path.split("/")[1:]:
        if step.isdecimal():
            steps.append(int(step))
        else:
            steps.append(_ORDER[holder][step])
            holder = step
    return (steps, finding.code)
