"""How many panels there were, what they decided and what came of it, against plain loops over the records."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support_panel import Profile, analysis, read_ndjson
from test_analysis import (
    BUILT_IN,
    POOL,
    as_lines,
    by_family,
    checked,
    council,
    direction_of,
    lines_of,
    some_records,
    tables_of,
)

LABELS = {decision["id"]: decision.get("label") for decision in BUILT_IN.to_dict()["decisions"]}


def day(record):
    return record.get("meeting", {}).get("held_on")


def openings(dated):
    """The panels to which a referral led, in time; the first may be another."""
    for place, record in enumerate(dated):
        meeting = record["meeting"]
        received = record.get("referral", {}).get("received_on", "9999")
        if place == 0 or (
            meeting.get("kind") != "review"
            and "previous" not in meeting
            and received > day(dated[place - 1])
        ):
            yield record


@checked
@given(some_records())
def test_volumes(records):
    tally = Counter(n=len(records))
    for record in records:
        meeting = record.get("meeting", {})
        tally[meeting.get("status", "planned")] += 1
        tally[meeting.get("kind") or "missing"] += 1
    for history, dated in by_family(records):
        first, *later = [*openings(dated)] or [next(r for r in records if r in history)]
        tally["families"] += 1
        tally["returned"] += len(later)
        tally["children"] += sum(
            person["kind"] == "child"
            for record in (first, *later)
            for person in record["case"].get("people", [])
        )
    names = (
        "n missing initial review planned in_progress adjourned concluded families returned children"
    ).split()
    expected = [{name: tally[name] for name in names}]
    answer = analysis.volumes(tables_of(records), threshold=0, library="pyarrow")
    assert lines_of(answer) == as_lines(expected)


@checked
@given(some_records(), st.sampled_from([30, 183, 400]))
def test_decisions(records, within):
    last = max(filter(None, map(day, records)), default=None)
    tallies = defaultdict(Counter)
    for history, dated in by_family(records):
        back = {day(record) for record in [*openings(dated)][1:]}
        ups = {day(record) for record in dated if direction_of(record) == "step_up"}
        for record in history:
            if record["meeting"].get("status") != "concluded":
                continue
            decision = record.get("outcome", {}).get("decision")
            tally = tallies[decision, direction_of(record)]
            tally["n"] += 1
            held = day(record)
            if not held or (date.fromisoformat(last) - date.fromisoformat(held)).days < within:
                tally["missing"] += 1
                continue
            until = (date.fromisoformat(held) + timedelta(days=within)).isoformat()
            stepped_up, returned = (any(held < d <= until for d in days) for days in (ups, back))
            tally["followed"] += 1
            tally["stepped_up"] += stepped_up
            tally["returned"] += returned
            tally["either" if stepped_up or returned else "neither"] += 1
    names = "n missing followed stepped_up returned either neither".split()
    expected = [
        {
            "decision": decision,
            "decision_title": LABELS.get(decision),
            "direction": direction,
            **{name: tally[name] for name in names},
            "share_stepped_up": tally["stepped_up"] / tally["followed"]
            if tally["followed"]
            else None,
            "share_returned": tally["returned"] / tally["followed"] if tally["followed"] else None,
        }
        for (decision, direction), tally in tallies.items()
    ]
    answer = analysis.decisions(tables_of(records), within=within, threshold=0, library="pyarrow")
    assert lines_of(answer) == as_lines(expected)


@checked
@given(some_records())
def test_quorum(records):
    tally = Counter()
    for record in records:
        asked = council(record).get("quorum") or {}
        seats = {seat["id"]: seat.get("agency") for seat in council(record)["seats"]}
        meeting = record.get("meeting", {})
        if meeting.get("status", "planned") == "planned":
            continue
        if not asked:
            tally["missing"] += 1
            continue
        tally["n"] += 1
        who = {p["id"]: p for p in record.get("participants", [])}
        agencies, held = set(), set()
        for one in who.values():
            if one.get("attendance") not in ("present", "remote"):
                continue
            instead = who.get(one.get("deputy_for"), {}).get("seat")
            held |= {one.get("seat"), instead}
            if one["kind"] == "professional" or one["id"] == meeting.get("chair"):
                written = one.get("agency")
                own = one.get("seat") and (seats.get(one["seat"]) or written)
                agency = own or seats.get(instead) or written
                if agency:
                    agencies.add("".join(filter(str.isalnum, agency.lower())))
        enough = len(agencies) >= asked.get("min_agencies", 0) and held >= {
            *asked.get("must_include", [])
        }
        tally["quorate" if enough else "inquorate"] += 1
    expected = [
        {
            **{name: tally[name] for name in ("n", "missing", "quorate", "inquorate")},
            "share_quorate": tally["quorate"] / tally["n"] if tally["n"] else None,
        }
    ]
    answer = analysis.quorum(tables_of(records), threshold=0, library="pyarrow")
    assert lines_of(answer) == as_lines(expected)


def test_a_council_that_asks_for_a_quorum():
    """The profile of the synthetic records asks for none: another does."""
    ours = Profile.from_toml(
        'extends = "leicester-masp"\nid = "ours"\nversion = "1"\n[quorum]\nmin_agencies = 9\n'
    )
    records = [{**record, "profile": {"id": "ours", "version": "1"}} for record in POOL[:60]]
    tables = read_ndjson(records, profile=ours)
    rows = analysis.quorum(tables, threshold=0, library="pyarrow").to_pylist()
    assert rows[0]["n"] == rows[0]["quorate"] + rows[0]["inquorate"] > 40
    assert rows[0]["quorate"] and rows[0]["inquorate"]


def test_what_it_counts_is_no_group():
    with pytest.raises(ValueError, match="direction is what this answer counts"):
        analysis.decisions(tables_of(POOL[:3]), by="direction")
