"""Answers part by part are those over everything at once."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from support_panel import analysis, read_ndjson, stream_ndjson
from synthetic import lines_of

AS_OF = "2026-06-30"


@pytest.fixture(scope="module")
def file():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "panels.ndjson"
        path.write_text(lines_of(600, seed=4), encoding="utf-8")
        yield path


@pytest.mark.parametrize("by", [None, "quarter"])
def test_the_answers_are_those_of_the_whole(file, by):
    whole = read_ndjson(file, as_of=AS_OF)
    names = sorted({name for needs in analysis.NEEDS.values() for name in needs})
    questions = [*analysis.NEEDS]
    for threshold in (0, 5):
        stream = stream_ndjson(file, as_of=AS_OF, tables=names)
        found = analysis.in_parts(stream, *questions, by=by, threshold=threshold, library="polars")
        for question, added in zip(questions, found, strict=True):
            by_itself = by or ("owner_kind" if question is analysis.actions else None)
            expected = question(whole, by=by_itself, threshold=threshold, library="polars")
            assert added.equals(expected), question.__name__
            assert added.height > 0


def test_parts_may_be_frames_of_any_library(file):
    whole = read_ndjson(file, as_of=AS_OF)
    days = whole.panels.to_polars()["held_on"].drop_nulls().sort()
    middle = days[len(days) // 2]
    parts = [
        analysis.part(whole, held_until=middle),
        analysis.part(whole, held_from=middle + timedelta(days=1)),
    ]
    dated = analysis.part(whole, held_from=days[0])
    for question, added in zip(
        analysis.NEEDS,
        analysis.in_parts(parts, *analysis.NEEDS, by="year", threshold=0, library="polars"),
        strict=True,
    ):
        expected = question(dated, by="year", threshold=0, library="polars")
        assert added.equals(expected), question.__name__


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


def test_what_is_no_fold_is_not_asked_in_parts(file):
    with pytest.raises(ValueError, match="agreement cannot be answered in parts"):
        analysis.in_parts(stream_ndjson(file), analysis.agreement)
    with pytest.raises(ValueError, match="nothing to read"):
        analysis.in_parts([], analysis.overruns)
