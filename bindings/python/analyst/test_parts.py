"""Answers part by part are those over everything at once."""

from __future__ import annotations

import tempfile
from pathlib import Path

import polars
import pytest
from support_panel import analysis, read_ndjson, stream_ndjson
from support_panel.analysis import _parts
from synthetic import lines_of

AS_OF = "2026-06-30"


@pytest.fixture(scope="module")
def file():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "panels.ndjson"
        path.write_text(lines_of(600, seed=4), encoding="utf-8")
        yield path


@pytest.mark.parametrize(("rows", "by"), [(1, None), (20_000, None), (10**9, "quarter")])
def test_counts_are_those_of_the_whole(file, rows, by, monkeypatch):
    monkeypatch.setattr(_parts, "_ROWS", rows)
    whole = read_ndjson(file, as_of=AS_OF)
    names = sorted({name for needs in analysis.NEEDS.values() for name in needs})
    stream = stream_ndjson(file, as_of=AS_OF, tables=names)
    questions = [*analysis.NEEDS]
    for question, added in zip(
        questions,
        analysis.in_parts(stream, *questions, by=by, threshold=0, library="polars"),
        strict=True,
    ):
        expected = question(whole, by=by, threshold=0, library="polars")
        counts = [column for column in expected.columns if column in added.columns]
        assert set(expected.columns) - set(counts) == {
            c for c, kind in expected.schema.items() if kind == polars.Float64
        }
        keys = [column for column in counts if expected.schema[column] == polars.String]
        assert added.sort(keys).equals(expected.select(counts).sort(keys)), question.__name__
        assert added.height > 0


def test_small_counts_are_hidden_once_they_are_added_up(file):
    added = analysis.in_parts(
        stream_ndjson(file), analysis.overruns, threshold=10**6, library="polars"
    )[0]
    assert set(added["n"].to_list()) <= {None, 0}
    hidden = [marks for marks, n in zip(added["suppressed"], added["n"], strict=True) if n is None]
    assert hidden and all("n" in marks.split() for marks in hidden)


def test_only_the_tables_that_are_needed_are_looked_at(file):
    stream = stream_ndjson(file, as_of=AS_OF, tables=["stages"])
    assert analysis.in_parts(stream, analysis.overruns, library="polars")[0].height > 3


def test_what_follows_a_family_is_not_asked_in_parts(file):
    with pytest.raises(ValueError, match="movement cannot be answered in parts"):
        analysis.in_parts(stream_ndjson(file), analysis.movement)
    with pytest.raises(ValueError, match="nothing to read"):
        analysis.in_parts([], analysis.overruns)
