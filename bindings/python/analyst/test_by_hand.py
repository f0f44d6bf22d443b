"""The rules and tables written by an independent hand, against the library: over the corpus, and over synthetic records with slips."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache

import corpus
import pyarrow as pa
import pytest
import support_panel
from by_hand import RULES, Council, check
from by_hand.tables import COLUMNS, tables
from support_panel import Profile, read_ndjson

AS_OF = "2026-06-30"


@cache
def council(profile_id: str) -> Council:
    return Council(Profile.built_in(profile_id).to_dict())


def test_every_rule_is_asked():
    assert sorted(rule.code for rule in RULES) == sorted(
        rule["code"] for rule in support_panel.rules()
    )
    severities = {rule["code"]: rule["severity"] for rule in support_panel.rules()}
    assert {rule.code: rule.severity for rule in RULES} == severities


@pytest.mark.parametrize("file", corpus.files(), ids=lambda file: file.stem)
def test_the_corpus(file):
    asked = [
        case
        for case in corpus.cases(file)
        if case["operation"] == "check" and isinstance(case["expect"], list)
    ]
    # A moment of Python's has microseconds.
    for case in (case for case in asked if "nanosecond" not in case["name"]):
        record = json.loads(corpus.given(case))
        profile = corpus.profile(case) or Profile.built_in(record["profile"]["id"])
        previous = corpus.previous(case)
        found = check(
            record, Council(profile.to_dict()), case.get("as_of"), previous and previous.to_dict()
        )
        assert [[f.code, f.severity, f.path, f.subject] for f in found] == case["expect"], case[
            "name"
        ]


@pytest.fixture(scope="module", params=[(1, 0.25), (2, 1.0)], ids=["some slips", "slips in all"])
def both(request, tmp_path_factory):
    seed, defects = request.param
    file = tmp_path_factory.mktemp("records") / "panels.ndjson"
    command = [
        sys.executable,
        "-m",
        "support_panel",
        "synth",
        "500",
        "--seed",
        str(seed),
        "--defects",
        str(defects),
    ]
    file.write_bytes(subprocess.run(command, check=True, capture_output=True).stdout)
    records = map(json.loads, file.read_bytes().splitlines())
    theirs = [*tables(records, lambda record: council(record["profile"]["id"]), AS_OF, str(file))]
    ours = read_ndjson(file, as_of=AS_OF)
    return {
        name: (
            plain(getattr(ours, name).to_pyarrow()),
            plain(pa.concat_tables(part[name] for part in theirs)),
        )
        for name in COLUMNS
    }


def plain(table: pa.Table) -> pa.Table:
    """Words as text, in one piece: how a dictionary is numbered is nobody's business."""
    columns = {}
    for name, column in zip(table.column_names, table.columns, strict=False):
        words = pa.types.is_dictionary(column.type)
        columns[name] = (column.cast(pa.utf8()) if words else column).combine_chunks()
    return pa.table(columns)


@pytest.mark.parametrize("name", COLUMNS)
def test_the_tables_agree_cell_by_cell(both, name):
    ours, theirs = both[name]
    assert ours.num_rows > 0
    assert [(f.name, f.type) for f in ours.schema] == [(f.name, f.type) for f in theirs.schema]
    assert ours.num_rows == theirs.num_rows
    for column in ours.column_names:
        one, other = ours[column].to_pylist(), theirs[column].to_pylist()
        if (name, column) == ("findings", "message"):
            assert all(other)
        elif (name, column) == ("ratings", "scale_key"):
            assert len({*zip(one, other, strict=False)}) == len({*one}) == len({*other})
        else:
            different = [
                (row, a, b) for row, (a, b) in enumerate(zip(one, other, strict=False)) if a != b
            ]
            assert not different, f"{name}.{column}: {len(different)} differ, first {different[:3]}"


def test_many_rules_found_something(both):
    """Agreement about nothing would be no agreement."""
    found = {*both["findings"][0]["code"].to_pylist()}
    assert len(found) > 30, sorted(found)
