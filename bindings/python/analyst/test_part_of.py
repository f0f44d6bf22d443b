"""An answer over a part of the panels is the answer over the records of that part alone."""

from __future__ import annotations

import json

import pytest
from support_panel import analysis, read_ndjson
from synthetic import records_of

AS_OF = "2026-06-30"
POOL = records_of(150, seed=23, defects=0.5)
PARTS = {
    "reviews": lambda record: record.get("meeting", {}).get("kind") == "review",
    "a period": lambda record: (
        "2025-01" <= record.get("meeting", {}).get("held_on", "") < "2025-10"
    ),
    "none": lambda record: False,
}
QUESTIONS = [
    getattr(analysis, name)
    for name in (
        "actions agreement attendance completeness decisions deviations family_and_professionals movement overruns quorum "
        "spread timing voice_of_the_child volumes"
    ).split()
]


def tables_of(records):
    return read_ndjson("\n".join(map(json.dumps, records)).encode(), as_of=AS_OF)


def rows_of(answer):
    """The rows, without how many lines could not be read: a mapping need not have the table that says so."""
    if hasattr(answer, "to_pylist"):
        rows = answer.to_pylist()
    elif hasattr(answer, "to_dicts"):
        rows = answer.to_dicts()
    else:
        rows = answer.astype(object).where(answer.notna(), None).to_dict("records")
    return [{k: v for k, v in row.items() if k != "missing_records"} for row in rows]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.__name__)
@pytest.mark.parametrize("name", PARTS)
def test_a_part_is_what_its_records_alone_give(name, question):
    whole = tables_of(POOL)
    some = [record for record in POOL if PARTS[name](record)]
    expected = rows_of(question(tables_of(some), threshold=0, library="pyarrow"))
    ids = [record["id"] for record in some]
    panels = whole.panels.to_polars()
    panels = panels.filter(panels["record_id"].is_in(ids))
    mask = whole.panels.to_pandas()["record_id"].isin(ids)
    asked = {
        "ids": analysis.part(whole, ids),
        "a frame": analysis.part(whole, panels),
        "panels of another library than the rest": {
            **{n: getattr(whole, n).to_pyarrow() for n in analysis._panels._TABLES},
            "panels": whole.panels.to_pandas()[mask],
        },
    }
    if name == "a period":
        asked["days"] = analysis.part(whole, held_from="2025-01-01", held_until="2025-09-30")
    for how, tables in asked.items():
        assert rows_of(question(tables, threshold=0, library="pyarrow")) == expected, how


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.__name__)
def test_every_share_is_one(question):
    whole = tables_of(POOL)
    few = whole.panels.to_polars().head(12)
    names = [n for n in analysis._panels._TABLES if n != "panels"]
    tables = {"panels": few, **{n: getattr(whole, n) for n in names}}
    for row in rows_of(question(tables, threshold=0, library="pyarrow")):
        for name, value in row.items():
            if name.startswith("share") and value is not None:
                assert 0 <= value <= 1
            if isinstance(value, int):
                assert value >= 0


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_days_are_days_whatever_the_library(library):
    """pandas has no type for a day."""
    whole = tables_of(POOL)
    frames = {table.name: getattr(table, f"to_{library}")() for table in whole}
    part = {"held_from": "2025-01-01", "held_until": "2025-09-30"}
    expected = rows_of(analysis.volumes(analysis.part(whole, **part), library="pyarrow"))
    assert rows_of(analysis.volumes(analysis.part(frames, **part), library="pyarrow")) == expected
    asked = {"until": "2026-01-01", "by": "year", "threshold": 0, "library": "pyarrow"}
    assert rows_of(analysis.decisions(frames, **asked)) == rows_of(
        analysis.decisions(whole, **asked)
    )


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.__name__)
def test_no_other_library_than_pandas_is_needed(question, monkeypatch):
    from support_panel.analysis import _frames

    whole = tables_of(POOL[:60])
    expected = rows_of(question(whole, threshold=0, library="pyarrow"))
    frames = {table.name: table.to_pandas() for table in whole}
    monkeypatch.setattr(_frames, "_has", lambda library: library == "pandas")
    for given in (whole, frames, analysis.part(whole), analysis.part(frames)):
        assert rows_of(question(given, threshold=0, library="pandas")) == expected
