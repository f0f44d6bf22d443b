"""The rules and tables written by an independent hand, against the library: over the corpus, and over synthetic records with slips."""

from __future__ import annotations

import importlib.util
import json
import random
import subprocess
import sys
from collections import Counter
from functools import cache

import corpus
import pyarrow as pa
import pytest
import support_panel
from by_hand import RULES, Council, check
from by_hand.tables import COLUMNS, tables
from support_panel import Profile, Record, read_ndjson

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
        # A council's own rules are written by no one's hand here.
        expected = [finding for finding in case["expect"] if finding[0].startswith("SP")]
        told = [[f.code, f.severity, f.path, f.subject] for f in found]
        assert told == expected, case["name"]


def synthetic(count: int, seed: int, defects: float) -> bytes:
    asked = ["synth", str(count), "--seed", str(seed), "--defects", str(defects)]
    command = [sys.executable, "-m", "support_panel", *asked]
    return subprocess.run(command, check=True, capture_output=True).stdout


def planting():
    """What plants marks at random, for the papers' own tests."""
    spec = importlib.util.spec_from_file_location("planting", corpus.FOLDER / "papers" / "marks.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.plant


def test_marks_planted_at_random():
    plant, chance = planting(), random.Random(6)
    found = Counter()
    for line in synthetic(400, 6, 0.3).splitlines():
        record = plant(chance, json.loads(line))
        names = [p["name"] for p in record.get("participants", ()) if "name" in p]
        for item in [*record.get("mapping", ()), *record.get("actions", ())]:
            # Texts name people as people do: whole, or by a part; and agencies.
            if names and chance.random() < 0.5:
                name = chance.choice([chance.choice(names), *chance.choice(names).split()])
                item["text"] = f"{name} said so. {item.get('text', '')}"
        ours = Record.from_dict(record).check(as_of=AS_OF)
        theirs = check(record, council(record["profile"]["id"]), AS_OF)
        assert [[f.code, f.severity, f.path, f.subject] for f in theirs] == [
            [f.code, f.severity, f.path, f.subject] for f in ours
        ]
        found.update(f.code for f in ours)
    assert min(found[code] for code in ("SP102", "SP801", "SP802", "SP803", "SP804")) > 50, found


@pytest.fixture(scope="module", params=[(1, 0.25), (2, 1.0)], ids=["some slips", "slips in all"])
def both(request, tmp_path_factory):
    seed, defects = request.param
    file = tmp_path_factory.mktemp("records") / "panels.ndjson"
    file.write_bytes(synthetic(500, seed, defects))
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
    """Words as text, in one piece: how a dictionary is numbered is no one's business."""
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
