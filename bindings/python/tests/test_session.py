"""A sitting: what is taken, what is refused, and how it comes back."""

from __future__ import annotations

import datetime
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import corpus
import pytest
from support_panel import PanelError, Record, Session

BY = {"at": "2026-03-12T09:30:00+00:00", "by": "p-chair"}
OPEN: dict[str, Any] = {"type": "open_meeting", "chair": "p-chair", "note_taker": "p-bso"}


@pytest.fixture
def sitting() -> Session:
    """A sitting that has been opened."""
    opened = Session.open(Record.from_json(corpus.stored("records", "leicester-referral", "json")))
    opened.apply(OPEN, BY)
    return opened


def entry(place: int) -> dict[str, Any]:
    return {
        "type": "add_entry",
        "id": f"n{place}",
        "category": "existing_strength",
        "text": "They ring each other",
    }


def test_a_command_gives_its_event(sitting: Session) -> None:
    event = sitting.apply(entry(1), BY)
    assert (event["seq"], event["by"], event["event"]["type"]) == (2, "p-chair", "add_entry")
    assert [event["seq"] for event in sitting.events()] == [1, 2]
    assert sitting.standing == "between"
    assert sitting.record().to_dict()["mapping"][-1]["id"] == "n1"
    assert repr(sitting) == f"<Session on {sitting.record().id}, between, 2 events>"


def test_text_bytes_and_datetimes_will_do(sitting: Session) -> None:
    at = datetime.datetime(2026, 3, 12, 9, 31, tzinfo=datetime.UTC)
    sitting.apply(
        json.dumps({"type": "start_stage", "stage": "introductions"}).encode(),
        {"at": at, "by": "p-chair"},
    )
    timer = sitting.timer(at + datetime.timedelta(seconds=90))
    assert timer is not None
    assert (timer["stage"], timer["elapsed_seconds"], timer["paused"]) == (
        "introductions",
        90,
        False,
    )
    assert sitting.timer("2026-03-12T09:32:30+00:00") == timer
    with pytest.raises(PanelError) as caught:
        sitting.timer("half past nine")
    assert (caught.value.code, caught.value.path) == ("bad_instant", "/at")


def test_a_refusal_changes_nothing(sitting: Session) -> None:
    before = sitting.journal()
    with pytest.raises(PanelError) as caught:
        sitting.apply(OPEN, BY)
    assert caught.value.code == "already_open"
    with pytest.raises(PanelError):
        sitting.apply({"type": "no_such_command"}, BY)
    assert sitting.journal() == before
    refused = {
        choice["type"]: choice["why"]["code"]
        for choice in sitting.allowed()
        if not choice["allowed"]
    }
    assert refused["open_meeting"] == "already_open"


def test_undo_redo_and_going_back(sitting: Session) -> None:
    before = sitting.record()
    sitting.apply(entry(1), BY)
    after = sitting.record()
    assert sitting.undo(BY)["event"]["type"] == "undo"
    assert sitting.record() == before
    sitting.redo(BY)
    assert sitting.record() == after == sitting.at(2)
    assert sitting.at(1) == before
    assert sitting.at(99) is None


def test_a_cut_journal_says_what_was_lost(sitting: Session) -> None:
    sitting.apply(entry(1), BY)
    journal = sitting.journal()
    whole = Session.replay(journal)
    assert (whole.lost, whole.record()) == (None, sitting.record())
    cut = Session.replay(journal.encode()[:-10])
    assert cut.lost is not None
    assert cut.lost["line"] == 3
    assert cut.record() == sitting.at(1)
    with pytest.raises(PanelError) as caught:
        Session.replay("")
    assert caught.value.code == "no_opening"


def test_two_hands_are_joined(sitting: Session) -> None:
    other = Session.replay(sitting.journal())
    sitting.apply(entry(1), BY)
    other.apply(entry(2), BY)
    other.apply({**entry(1), "text": "Something else"}, BY)
    joined, conflicts = sitting.merge(other)
    assert {"n1", "n2"} <= {entry["id"] for entry in joined.record().to_dict()["mapping"]}
    [theirs] = [conflict["theirs"]["event"] for conflict in conflicts]
    assert theirs["type"] == "add_entry"
    assert theirs["id"] == "n1"
    assert sitting.merge(sitting)[1] == []


def test_outstanding_are_findings(sitting: Session) -> None:
    outstanding = sitting.outstanding()
    assert "SP701" in {finding["code"] for finding in outstanding["panel"]}
    assert outstanding["stage"] is None
    assert {question["column"] for question in sitting.questions("worries")} == {"worries"}
    assert sitting.sealed() == outstanding["to_reveal"] == []


def test_sealed_numbers_need_their_key() -> None:
    record = Record.from_json(corpus.stored("records", "leicester-referral", "json"))
    opened = Session.open(record, key=b"k" * 32)
    assert opened.profile().id == record.to_dict()["profile"]["id"]
    assert Session.replay(opened.journal(), key=b"k" * 32).record() == record


def test_threads_take_turns(sitting: Session) -> None:
    with ThreadPoolExecutor(8) as pool:
        events = list(pool.map(lambda place: sitting.apply(entry(place), BY), range(100)))
    assert sorted(event["seq"] for event in events) == list(range(2, 102))
    assert Session.replay(sitting.journal()).record() == sitting.record()
