"""A record and a journal without one person."""

from __future__ import annotations

import json

import corpus
import pytest
from support_panel import PanelError, Record, Session

RECORD = Record.from_json(corpus.stored("records", "everything", "json"))


def test_a_record_without_somebody_says_what_is_left() -> None:
    without, report = RECORD.redact("a-mum")
    assert isinstance(without, Record)
    assert "/case/people/3" in report["removed"]
    assert {left["because"] for left in report["remains"]} >= {"covered", "unread", "case"}
    # An unborn child is called after her: that is the child's own name, and is told of.
    assert {"path": "/case/people/2/name", "because": "namesake"} in report["remains"]
    assert without.to_json().count("Ines") == 1
    with pytest.raises(PanelError) as refused:
        without.redact("a-mum")
    assert (refused.value.code, refused.value.path) == ("unknown_person", "/person")


def test_a_journal_without_somebody_opens_with_the_record_without_them() -> None:
    session = Session.open(RECORD)
    journal, report, left_out = Session.redact_journal(session.journal(), "a-mum")
    assert left_out == 0
    without, expected = RECORD.redact("a-mum")
    assert Session.replay(journal).record() == without
    assert report == expected
    assert len(journal.splitlines()) == 1
    assert json.loads(journal)["record"] == without.to_dict()
