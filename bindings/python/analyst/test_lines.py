"""Records on several lines, and lines that cannot be read: nothing counts twice, and what is missing is told."""

from __future__ import annotations

import copy
import json
import warnings

import pytest
from support_panel import analysis, read_ndjson, stream_ndjson
from synthetic import records_of

AS_OF = "2026-06-30"
POOL = records_of(120, seed=31, defects=0.3)
NAMES = ("panels", "participants", "entries", "ratings", "actions", "stages", "findings")
QUESTIONS = [
    getattr(analysis, name)
    for name in (
        "actions agreement attendance completeness decisions deviations family_and_professionals movement overruns quorum "
        "spread timing voice_of_the_child volumes"
    ).split()
]


def text(records):
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def corrected():
    """Records, some of them corrected by later lines; and what they are in the end."""
    first, later = copy.deepcopy(POOL), []
    for record in first[::3]:
        new = copy.deepcopy(record)
        new["actions"] = new.get("actions", [])[:1]
        new["mapping"] = []
        new["meeting"]["status"] = "concluded"
        later.append(new)
    ids = {record["id"] for record in later}
    return first, later, [r for r in first if r["id"] not in ids] + later


def rows_of(tables, name):
    columns = getattr(tables, name).to_pyarrow().to_pylist()
    return [{k: v for k, v in row.items() if k not in ("file", "line")} for row in columns]


@pytest.mark.parametrize("parts", ["one", "several"])
def test_of_several_lines_the_last_is_kept(parts):
    first, later, last = corrected()
    source = text(first + later) if parts == "one" else [text(first), text(later)]
    kept = read_ndjson(source, as_of=AS_OF, keep="last")
    expected = read_ndjson(text(last), as_of=AS_OF)
    for name in NAMES:
        assert rows_of(kept, name) == rows_of(expected, name)
        file = {*getattr(kept, name).to_pyarrow()["line"].to_pylist()}
        assert len(file) > 3
    assert len(read_ndjson(source, as_of=AS_OF).panels) == len(first) + len(later)


def test_a_month_may_correct_another(tmp_path):
    first, later, last = corrected()
    months = [read_ndjson(text(part), as_of=AS_OF) for part in (first, later)]
    expected = read_ndjson(text(last), as_of=AS_OF)
    for whole in (months[0].append(months[1], keep="last"), saved(tmp_path, months)):
        for name in NAMES:
            assert rows_of(whole, name) == rows_of(expected, name)
    with pytest.raises(ValueError, match="keep: found another word"):
        read_ndjson(b"", keep="first")


def saved(folder, months):
    from support_panel import Tables

    for month in months:
        month.save(folder)
    assert len(Tables.load(folder).panels) == sum(len(month.panels) for month in months)
    return Tables.load(folder, keep="last")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.__name__)
def test_nothing_counts_twice(question):
    tables = read_ndjson(text(POOL[:40] + POOL[:2]), as_of=AS_OF)
    with pytest.raises(ValueError, match=r'2 lines carry a record id .* keep="last"'):
        question(tables)
    frames = {name: getattr(tables, name).to_polars() for name in NAMES}
    with pytest.raises(ValueError, match="2 lines carry a record id"):
        question(frames)


@pytest.mark.parametrize("question", [*analysis.NEEDS], ids=lambda question: question.__name__)
def test_nothing_counts_twice_in_parts_that_are_far_from_each_other(question):
    needed = analysis.NEEDS[question]
    # More than one batch of a stream.
    many = records_of(1100, seed=5, defects=0.0)
    with pytest.raises(ValueError, match="lines carry a record id"):
        analysis.in_parts(stream_ndjson(text([*many, many[0]]), tables=needed), question)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.__name__)
def test_lines_that_could_not_be_read_are_told_of(question):
    source = text(POOL[:30]) + b'{"format":"support-panel/1","id":7}\nno record\n'
    tables = read_ndjson(source, as_of=AS_OF)
    with pytest.warns(UserWarning, match="2 lines could not be read") as told:
        answer = question(tables, library="pyarrow")
    assert len(told) == 1 and told[0].filename == __file__
    assert {*answer["missing_records"].to_pylist()} == {2}
    clean = read_ndjson(text(POOL[:30]), as_of=AS_OF)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        whole = question(clean, library="pyarrow")
        assert {*whole["missing_records"].to_pylist()} == {0}
        # Without the table, no one knows.
        frames = {name: getattr(clean, name).to_pyarrow() for name in NAMES}
        assert {*question(frames)["missing_records"].to_pylist()} == {None}
    assert whole.drop_columns("missing_records") == answer.drop_columns("missing_records")


def test_lines_that_could_not_be_read_are_told_of_in_parts():
    source = text(POOL[:30]) + b"no record\n"
    stream = stream_ndjson(source, as_of=AS_OF, tables=["panels", "participants"])
    with pytest.warns(UserWarning, match="1 lines could not be read"):
        (answer,) = analysis.in_parts(stream, analysis.attendance, library="pyarrow")
    assert {*answer["missing_records"].to_pylist()} == {1}
