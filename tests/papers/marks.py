"""Marks planted at random in a record: who may see what, and who may not."""

from __future__ import annotations

import random
from typing import Any

Json = dict[str, Any]


def plant(rng: random.Random, record: Json, often: float = 0.15) -> Json:
    """Marks of every kind in every place that can have one, each as often as said."""
    people = record["case"].get("people", [])
    participants = record.get("participants", [])
    ids = [thing["id"] for thing in [*people, *participants]] + ["nobody-known"]

    def some() -> list[str]:
        # An id that is no one's withholds from everyone: often it would leave nothing to compare.
        named = rng.sample(ids[:-1], min(len(ids) - 1, rng.choice([1, 1, 2])))
        return [ids[-1]] if rng.random() < 0.05 else named

    def mark(thing: Json, often: float = often) -> None:
        if rng.random() < often:
            thing["visible_to"] = rng.choice(["everyone", "everyone", "professionals"])
        if rng.random() < often:
            thing["withheld_from"] = some()

    for person in people:
        mark(person)
        if rng.random() < often / 3:
            person["unlisted_for"] = some()
    for participant in participants:
        mark(participant, often / 2)
    for round in record.get("scaling", []):
        for said in [*round.get("ratings", []), *round.get("abstentions", [])]:
            mark(said)
    for entry in record.get("mapping", []):
        mark(entry)
        if "settled" in entry:
            mark(entry["settled"])
    outcome, meeting = record.setdefault("outcome", {}), record.setdefault("meeting", {})
    agreement = record.setdefault("agreement", {})
    for thing in [
        *record.get("actions", []),
        *outcome.get("children", []),
        *outcome.get("dissent", []),
        *record.get("agenda", []),
    ]:
        mark(thing, 2 * often)
    for whole, part in [
        (record, "referral"),
        (agreement, "service"),
        (agreement, "sharing"),
        (outcome, "feedback"),
    ]:
        mark(whole.setdefault(part, {}), 2 * often)
    for whole, texts in [
        (outcome, ["reason", "contingency"]),
        (meeting, ["place", "inquorate_reason", "adjourned_reason"]),
    ]:
        for text in texts:
            marks = whole.setdefault("marks", {})
            mark(marks.setdefault(text, {}), 2 * often)
    return record
