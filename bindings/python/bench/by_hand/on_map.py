"""Rules about the map (SP401 to SP410)."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from .engine import Found, rule
from .view import Council, Json, View, bare, blank


@rule("SP401", "warning", "C")
def empty_column(v: View) -> Found:
    there = {v.council.column_of.get(entry["category"]) for _, entry in v.on_map}
    for column in v.council.columns:
        if column["id"] not in there and not column.get("may_be_empty"):
            yield "/mapping", column["id"], f"Column {column['id']} is empty."


@rule("SP402", "warning", "C")
def danger_without_goal(v: View) -> Found:
    answered = {
        one
        for _, entry in v.on_map
        if entry["category"] == "goal"
        for one in entry.get("answers") or ()
    }
    for i, entry in v.on_map:
        if (
            entry["category"] == "future_danger"
            and not entry.get("settled")
            and entry["id"] not in answered
        ):
            yield f"/mapping/{i}", entry["id"], f"No goal answers {entry['id']}."


@rule("SP403", "warning", "M")
def safety_or_strength(v: View) -> Found:
    for i, entry in v.on_map:
        if entry["category"] == "existing_safety":
            if not v.given(entry.get("answers")):
                yield (
                    f"/mapping/{i}/answers",
                    entry["id"],
                    f"{entry['id']} answers no danger or harm.",
                )
            if blank(entry.get("evidence")):
                yield f"/mapping/{i}/evidence", entry["id"], f"{entry['id']} has no evidence."


@rule("SP404", "advice", "M")
def danger_not_said_in_full(v: View) -> Found:
    for i, entry in v.on_map:
        if entry["category"] == "future_danger":
            said = entry.get("statement") or {}
            if not said.get("worried") or blank(said.get("about")) or blank(said.get("impact")):
                yield (
                    f"/mapping/{i}/statement",
                    entry["id"],
                    f"{entry['id']} does not say who is worried, about what, and what could come.",
                )


@rule("SP405", "advice", "C")
def too_many(v: View) -> Found:
    limits = v.council.get("limits") or {}
    if not limits:
        return
    counts = Counter(entry["category"] for _, entry in v.on_map if not entry.get("settled"))
    for category, name in (("future_danger", "future_dangers"), ("goal", "goals")):
        limit = limits.get(name)
        if limit is not None and counts[category] > limit:
            yield "/mapping", category, f"{counts[category]} of {category}; the limit is {limit}."


@lru_cache(16)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    # A term in capitals is an acronym, and matches exactly.
    parts = [
        re.escape(term) if term.isupper() else f"(?i:{re.escape(term)})"
        for term in sorted(terms, key=len, reverse=True)
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


def _terms(council: Council) -> re.Pattern[str] | None:
    if "terms" not in council.__dict__:
        listed = tuple(item["term"] for item in council.get("plain_language") or ())
        council.__dict__["terms"] = _pattern(listed) if listed else None
    return council.__dict__["terms"]


@rule("SP406", "advice", "M")
def word_not_plain(v: View) -> Found:
    terms = _terms(v.council)
    if terms is None:
        return
    search = terms.search

    def read(holder: Json, path: str, names: tuple[str, ...], subject: str | None) -> Found:
        for name in names:
            text = holder.get(name)
            if text and search(text):
                yield f"{path}/{name}", subject, "A term in it may not be known to the family."

    for i, entry in v.on_map:
        if entry.get("visible_to") != "professionals":
            yield from read(entry, f"/mapping/{i}", ("text", "evidence"), entry["id"])
            said = entry.get("statement")
            if said:
                yield from read(said, f"/mapping/{i}/statement", ("about", "impact"), entry["id"])
    for i, action in enumerate(v.actions):
        if action.get("status") != "cancelled" and action.get("visible_to") != "professionals":
            yield from read(action, f"/actions/{i}", ("text", "outcome"), action["id"])
    yield from read(v.feedback, "/outcome/feedback", ("how",), None)


@rule("SP407", "advice", "M")
def nobody_raised_it(v: View) -> Found:
    for i, entry in v.on_map:
        if not entry.get("raised_by"):
            yield (
                f"/mapping/{i}/raised_by",
                entry["id"],
                f"Nobody is recorded as raising {entry['id']}.",
            )


@rule("SP408", "advice", "M")
def said_twice(v: View) -> Found:
    seen: set[tuple[str, str]] = set()
    for i, entry in v.on_map:
        text = bare(entry.get("text") or "")
        if text:
            if (entry["category"], text) in seen:
                yield (
                    f"/mapping/{i}/text",
                    entry["id"],
                    f"{entry['id']} says what an earlier entry says.",
                )
            seen.add((entry["category"], text))


@rule("SP409", "advice", "C")
def goal_answers_nothing(v: View) -> Found:
    for i, entry in v.on_map:
        if (
            entry["category"] == "goal"
            and not entry.get("settled")
            and not v.given(entry.get("answers"))
        ):
            yield f"/mapping/{i}/answers", entry["id"], f"{entry['id']} answers nothing."


@rule("SP410", "warning", "C")
def not_a_set(v: View) -> Found:
    limits = v.council.get("limits") or {}
    most_goals, most_dangers = limits.get("goals_per_danger"), limits.get("dangers_per_goal")
    if most_goals is None and most_dangers is None:
        return
    open_dangers = {
        entry["id"]
        for _, entry in v.on_map
        if entry["category"] == "future_danger" and not entry.get("settled")
    }
    goals: Counter[str] = Counter()
    for i, entry in v.on_map:
        if entry["category"] == "goal" and not entry.get("settled"):
            answered = open_dangers.intersection(entry.get("answers") or ())
            goals.update(answered)
            if most_dangers is not None and len(answered) > most_dangers:
                yield f"/mapping/{i}/answers", entry["id"], f"It answers {len(answered)} dangers."
    for i, entry in v.on_map:
        if (
            entry["id"] in open_dangers
            and most_goals is not None
            and goals[entry["id"]] > most_goals
        ):
            yield f"/mapping/{i}", entry["id"], f"{goals[entry['id']]} goals answer it."
