"""Papers as files of other people's programs, a panel's calendar, and the tracker of many panels."""

from __future__ import annotations

import csv
import datetime
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import corpus
import pytest
from support_panel import PanelError, Profile, Record, iter_records, tracker


def stored(name: str) -> Record:
    return Record.from_json(corpus.stored("records", name, "json"))


@pytest.fixture(scope="module")
def initial() -> Record:
    return stored("leicester-initial")


@pytest.fixture(scope="module")
def review() -> Record:
    return stored("leicester-review")


def parts(file: bytes) -> dict[str, str]:
    """The parts of an Office file, as text."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_file_holds_the_paper_of_its_reader(initial: Record) -> None:
    plan = parts(initial.paper("plan", "p-parent", "word"))
    assert "word/document.xml" in plan
    assert "the panel" not in plan["docProps/core.xml"]
    pdf = initial.paper("plan", "p-parent", "pdf")
    assert pdf.startswith(b"%PDF-1.7")
    assert initial.paper("plan", "p-parent", "pdf") == pdf, "the same record, the same bytes"
    sheets = parts(initial.paper("plan", "p-parent", "excel"))
    assert "xl/workbook.xml" in sheets


def test_the_papers_of_a_reader_are_all_that_there_are(initial: Record, review: Record) -> None:
    made = initial.papers("family", "word")
    assert all(name.endswith(("-2026-03-12-family.docx", ".ics")) for name in made)
    names = {name.split("-2026")[0] for name in made}
    assert {"letter", "plan", "minutes", "map", "calendar"} <= names
    assert names.isdisjoint({"review", "case-system", "before-you-send", "scoring-slips"})
    assert isinstance(made["calendar-2026-03-12-family.ics"], str)
    for name, content in initial.papers("family", "text").items():
        assert isinstance(content, str)
        if not name.startswith("calendar"):
            assert content == initial.paper(name.split("-2026")[0], "family", "text")  # type: ignore[call-overload]
    with_review = review.papers("professionals", previous=initial)
    assert "review-2026-04-30-professionals.md" in with_review
    with_tables = initial.papers("professionals", "excel")
    assert "plan-2026-03-12-professionals.xlsx" in with_tables
    assert not any(name.startswith("case-system") for name in with_tables)


def test_papers_that_are_named_are_owed(initial: Record) -> None:
    assert list(initial.papers("family", "html", ["letter", "plan"])) == [
        "letter-2026-03-12-family.html",
        "plan-2026-03-12-family.html",
    ]
    refusals: list[tuple[Any, tuple[str, str]]] = [
        (lambda: initial.papers("family", papers=["case-system"]), ("wrong_reader", "")),
        (lambda: initial.papers("family", papers=["essay"]), ("unknown_word", "/papers")),  # type: ignore[list-item]
        (lambda: initial.papers("family", "odt"), ("unknown_word", "/format")),  # type: ignore[arg-type]
        (lambda: initial.papers("nobody"), ("unknown_reader", "/reader")),
        (
            lambda: initial.papers("professionals", "excel", ["case-system"]),
            ("wrong_paper_format", ""),
        ),
        (lambda: initial.paper("plan", "family", as_of="x"), ("bad_date", "/as_of")),
        (lambda: initial.paper("plan", "family", "pdf", fonts=(b"", b"")), ("bad_font", "/fonts")),
        (lambda: initial.calendar("nobody"), ("unknown_reader", "/reader")),
        (lambda: initial.calendar("family", stamp="x"), ("bad_instant", "/stamp")),
    ]
    for call, expected in refusals:
        with pytest.raises(PanelError) as caught:
            call()
        assert (caught.value.code, caught.value.path) == expected


def test_what_was_read_once_more_may_be_printed(initial: Record) -> None:
    marked = json.loads(initial.to_json())
    # A goal answers the first entry, and may tell of it.
    marked["mapping"][0]["withheld_from"] = ["p-parent"]
    record = Record.from_dict(marked)
    with pytest.raises(PanelError) as caught:
        record.paper("map", "p-parent", "pdf")
    assert caught.value.code == "unconfirmed"
    listed = [entry["id"] for entry in marked["mapping"]]
    assert record.paper("map", "p-parent", "pdf", confirmed=listed).startswith(b"%PDF")
    with pytest.raises(PanelError) as caught:
        record.calendar("p-parent")
    assert caught.value.code == "unconfirmed"
    assert record.calendar("p-parent", confirmed=listed).startswith("BEGIN:VCALENDAR")


def test_forms_are_made_of_a_profile_alone() -> None:
    profile = Profile.built_in()
    slips = profile.paper("scoring-slips", "text")
    assert "0" in slips and "10" in slips
    assert profile.paper("scoring-slips", "pdf").startswith(b"%PDF")
    with pytest.raises(PanelError) as caught:
        profile.paper("letter")  # type: ignore[call-overload]
    assert caught.value.code == "needs_record"


def test_letters_that_no_font_has_are_named_by_their_numbers(initial: Record) -> None:
    document = json.loads(initial.to_json())
    document["outcome"]["reason"] = "\u0a97\u0ac1"
    with pytest.raises(PanelError) as caught:
        Record.from_dict(document).paper("minutes", "professionals", "pdf")
    assert caught.value.code == "missing_characters"
    assert "U+0A97, U+0AC1" in str(caught.value)
    font = (corpus.FOLDER / "../crates/support-panel-export/fonts/NotoSans-Bold.ttf").read_bytes()
    assert initial.paper("plan", "family", "pdf", fonts=(font, font)) != initial.paper(
        "plan", "family", "pdf"
    )


def test_a_calendar_keeps_its_uids_and_takes_a_sequence(initial: Record) -> None:
    first, second = (initial.calendar("p-gran", sequence) for sequence in (0, 1))
    assert first != second
    assert first.replace("SEQUENCE:0", "SEQUENCE:1") == second
    assert first.startswith("BEGIN:VCALENDAR\r\n")
    at = datetime.datetime(2026, 3, 13, 9, tzinfo=datetime.UTC)
    assert "DTSTAMP:20260313T090000Z\r\n" in initial.calendar("p-gran", stamp=at)


def test_a_tracker_takes_any_source(initial: Record, review: Record, tmp_path: Path) -> None:
    path = tmp_path / "panels.ndjson"
    path.write_text(initial.to_json() + "\n" + review.to_json() + "\n", encoding="utf-8")
    expected = tracker([initial, review], as_of="2026-05-01")
    sources: list[Any] = [
        path,
        path.read_bytes(),
        [initial.to_dict(), review],
        iter_records(path),
    ]
    for source in sources:
        assert tracker(source, as_of=datetime.date(2026, 5, 1)) == expected
    actions = {(row["Panel"], row["Action"]) for row in rows(expected)}
    carried = {
        (action["carried_from"]["record"], action["carried_from"]["action"])
        for action in review.to_dict()["actions"]
        if "carried_from" in action
    }
    everything = {(r.id, a["id"]) for r in (initial, review) for a in r.to_dict()["actions"]}
    assert carried, "the review carries actions on"
    assert actions == everything - carried


def test_a_tracker_names_people_only_where_it_is_asked_to(initial: Record) -> None:
    ids, names = (tracker(initial, names=names) for names in (False, True))
    assert "H. Amin" in names and "H. Amin" not in ids
    assert tracker(initial, "excel", names=True).startswith(b"PK")
    by_case = tracker(initial, by="case").splitlines()[0]
    assert by_case.startswith('"Case","Panel","Action","Owner"')
    with pytest.raises(PanelError) as caught:
        tracker(initial, "odt")  # type: ignore[call-overload]
    assert (caught.value.code, caught.value.path) == ("unknown_word", "/format")
    with pytest.raises(PanelError) as caught:
        tracker(b"{}\n")
    assert (caught.value.code, caught.value.line) == ("missing_key", 1)
