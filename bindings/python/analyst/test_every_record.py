"""Every record that reads can be degraded and pseudonymised: whatever the schema allows, at both ends of the calendar."""

from __future__ import annotations

import gzip
import io
import json
import re
import warnings

import corpus
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support_panel import PanelError, Record, iter_records, privacy, schema, write_ndjson
from support_panel.privacy import degrade, pseudonymise, stream_degrade, stream_pseudonymise
from synthetic import lines_of

KEY = bytes(range(32))
PURPOSES = ("research", "regional", "training")
DEFINITIONS = schema("record")["$defs"]
REPOSITORY = corpus.FOLDER.parent

DAYS = [
    "0001-01-01",
    "0001-03-01",
    "1900-02-28",
    "2024-02-29",
    "2026-03-29",
    "9999-07-01",
    "9999-12-31",
]
TIMES = [
    "00:00:00Z",
    "23:59:59.999999999+00:00",
    "00:30:00+23:59",
    "23:30:00-23:59",
    "01:30:00+01:00",
    "12:00:00z",
]
TEXTS = [
    "x",
    "Zoë O\u2019Neill",
    "9434765919",
    "a@b.example",
    "\u0301\u200b",
    "on 31/12/9999",
    "\U0001f600 " * 3,
]


def values(node, depth=0):
    """Any value that a node of the schema describes."""
    if "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        leaves = {
            "date": st.sampled_from(DAYS),
            "instant": st.builds("{}T{}".format, st.sampled_from(DAYS), st.sampled_from(TIMES)),
            "id": st.sampled_from(["a", "b", "p-1", "EHA-30977", "\u00e9"]),
            "text": st.sampled_from(TEXTS),
            "extensions": st.dictionaries(
                st.sampled_from(["a", "b"]), st.sampled_from(TEXTS), max_size=2
            ),
            "decimal": st.sampled_from([0, 1, 2.5, 10]),
        }
        return leaves[name] if name in leaves else values(DEFINITIONS[name], depth)
    if "const" in node:
        return st.just(node["const"])
    if "enum" in node:
        return st.sampled_from(node["enum"])
    for word in ("allOf", "anyOf", "oneOf"):
        if word in node:
            return st.one_of([values(option, depth) for option in node[word]])
    if node["type"] == "array":
        return st.lists(st.deferred(lambda: values(node["items"], depth + 1)), max_size=2)
    if node["type"] == "object":
        required = {*node.get("required", ())}
        return st.fixed_dictionaries(
            {name: values(node["properties"][name], depth + 1) for name in required},
            optional={
                name: values(member, depth + 1)
                for name, member in node["properties"].items()
                if name not in required
            },
        )
    if node["type"] == "integer":
        return st.integers(node.get("minimum", 0), node.get("maximum", 1000))
    return {
        "boolean": st.booleans(),
        "number": st.sampled_from([0, 2.5]),
        "string": st.sampled_from(TEXTS),
        "null": st.none(),
    }[node["type"]]


PARTS = [
    name
    for name in DEFINITIONS["record"]["properties"]
    if name not in ("format", "id", "profile", "case")
]


@st.composite
def records(draw):
    """A record with a few of its members in full: one draw of the whole would seldom be read."""
    record = {
        "format": "support-panel/1",
        "id": draw(st.sampled_from(["r-1", "r-2"])),
        "profile": {"id": "leicester-masp", "version": "2017.1"},
        "case": draw(values(DEFINITIONS["case"])),
    }
    for name in draw(st.lists(st.sampled_from(PARTS), max_size=3, unique=True)):
        record[name] = draw(values(DEFINITIONS["record"]["properties"][name]))
    return record


def reads(record):
    try:
        return Record.from_dict(record)
    except PanelError:
        return None


def in_full(some):
    """Nothing is lost, and what comes out reads as what it was."""
    for purpose in PURPOSES:
        given_back, report = degrade(some, purpose, key=KEY)
        assert (
            len(given_back) == len(some) and not given_back.errors and report.records == len(some)
        )
        for old, new in zip(some, given_back, strict=True):
            assert Record.from_json(new.to_json()) == new
            assert places(old.to_dict()) >= places(new.to_dict())
    assert len(pseudonymise(some, key=KEY)) == len(some)


def places(value, path=()):
    """The members that hold something, list places left out."""
    if isinstance(value, dict):
        return {path}.union(*(places(member, (*path, name)) for name, member in value.items()))
    if isinstance(value, list):
        return {path}.union(*(places(item, path) for item in value))
    return {path}


read = 0


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(records(), min_size=1, max_size=3))
def test_whatever_reads_can_be_degraded(drawn):
    global read
    some = [record for record in map(reads, drawn) if record]
    read += len(some)
    in_full(some)


def test_most_of_what_was_drawn_was_a_record():
    assert read > 100


def of_the_corpus():
    """Every record of the corpus that reads, and those that are stored beside it."""
    texts = [
        path.read_text(encoding="utf-8")
        for path in (REPOSITORY / "tests").rglob("*.json")
        if path.parent.name in ("records", "v1")
    ]
    for file in corpus.files():
        # Of cases that hold many records their reading is not asked here.
        asked = [case for case in corpus.cases(file) if {"record", "text", "hex"} & case.keys()]
        texts += map(corpus.given, asked)
    some = set()
    for text in {*texts}:
        try:
            some.add(Record.from_json(text))
        except PanelError:
            continue
    return some


def test_the_stored_records_and_those_of_the_corpus():
    some = of_the_corpus()
    assert len(some) > 200
    in_full([*some])


def test_questions_that_follow_a_number_keep_their_place_without_words():
    record = json.loads((REPOSITORY / "tests/records/everything.json").read_text(encoding="utf-8"))
    [new], _ = degrade([record])
    asked = new.to_dict()["referral"]["scale"]["follow_ups"]
    assert [question["text"] for question in asked] == ["(withheld)"] * 3


def test_a_file_that_is_written_and_read_again_is_the_same(tmp_path):
    some = [*dict.fromkeys(of_the_corpus())]
    assert len(some) > 200 and all("\n" not in record.to_json() for record in some)
    for name in ("panels.ndjson", "panels.ndjson.gz"):
        assert write_ndjson(tmp_path / name, some) == len(some)
        assert [*iter_records(tmp_path / name)] == some
    again = io.BytesIO()
    write_ndjson(again, iter_records(tmp_path / "panels.ndjson"))
    assert again.getvalue() == (tmp_path / "panels.ndjson").read_bytes()


def test_equal_records_are_equal_bytes_whichever_text_they_were_read_from():
    text = (REPOSITORY / "tests/records/everything.json").read_text(encoding="utf-8")
    record = Record.from_json(text)
    line = record.to_json()
    assert '{"booked":true,"hours":[1.50,2e0]}' in line and "1.20e+3" in line
    assert Record.from_json(text.replace("\n", "\r\n\t")) == record == Record.from_json(line)
    assert Record.from_json(line).to_json() == line


def test_what_was_there_stays_where_writing_fails(tmp_path):
    file = tmp_path / "panels.ndjson"
    file.write_text("before", encoding="utf-8")
    with pytest.raises(PanelError):
        write_ndjson(file, iter_records(b"no record"))
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [
        ("panels.ndjson", "before")
    ]


def test_a_pointer_leads_to_what_stands_there():
    record = Record.from_json(
        (REPOSITORY / "tests/records/everything.json").read_text(encoding="utf-8")
    )
    whole = record.to_dict()
    assert record.at("") == whole and record.at("/case/people/1") == whole["case"]["people"][1]
    assert record.at("/case/people/0/name") == whole["case"]["people"][0]["name"]
    for nowhere in ("/nothing", "/case/people/99", "/case/people/01", "/case/people/-", "/id/x"):
        assert record.at(nowhere) is None
    for finding in record.check():
        record.at(finding.path)
    with pytest.raises(ValueError, match="no JSON Pointer"):
        record.at("case")
    other = Record.from_dict({**whole, "extensions": {"a/b": {"m~n": [5]}}})
    assert other.at("/extensions/a~1b/m~0n/0") == 5


@pytest.fixture(scope="module")
def lines():
    return lines_of(40, seed=3, defects=0.5).splitlines()


BAD = ["{", '{"format": "support-panel/1", "id": 7}', "no record", '{"format":"support-panel/2"}']


@pytest.mark.parametrize(
    "how",
    [
        lambda source, **how: degrade(source, key=KEY, **how)[0],
        lambda source, **how: pseudonymise(source, key=KEY, **how),
    ],
)
def test_one_bad_line_never_ends_a_batch(how, lines, tmp_path):
    file = tmp_path / "panels.ndjson.gz"
    mixed = [*lines[:20], *BAD, *lines[20:]]
    file.write_bytes(gzip.compress("\n".join(mixed).encode()))
    plain = [record.to_json() for record in how(lines)]
    assert len(plain) == 40
    sources = {
        "a path": file,
        "its text": str(file),
        "bytes": "\n".join(mixed).encode(),
        "lines": [line for line in mixed if line != "no record"],
        "two files": [file, file],
    }
    for name, source in sources.items():
        with pytest.warns(UserWarning, match="could not be read and are left out"):
            got = how(source)
        times = 2 if name == "two files" else 1
        assert [record.to_json() for record in got] == plain * times, name
        assert len(got.errors) == times * len(
            [line for line in BAD if name != "lines" or line != "no record"]
        )
        with pytest.raises(PanelError):
            how(source, on_error="raise")
    with pytest.warns(UserWarning):
        errors = how(file).errors
    assert [error.line for error in errors] == [21, 22, 23, 24]


def test_a_stream_gives_what_the_whole_gives(lines, tmp_path):
    file = tmp_path / "panels.ndjson"
    file.write_text("\n".join(lines), encoding="utf-8")
    whole, report = degrade(file, "training", key=KEY)
    stream = stream_degrade(file, "training", key=KEY)
    assert [*stream] == whole and stream.report == report and stream.families == report.families
    assert [*stream_pseudonymise(file, key=KEY)] == pseudonymise(file, key=KEY)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert [*stream_pseudonymise(iter(lines), key=KEY)] == pseudonymise(lines, key=KEY)


def test_times_are_in_one_offset_and_a_panel_at_nine_stays_at_nine():
    record = {
        "format": "support-panel/1",
        "id": "r",
        "profile": {"id": "leicester-masp", "version": "2017.1"},
        "case": {"reference": "EHA-1"},
    }
    started = {
        "winter": "2026-01-14T09:00:00.25+00:00",
        "summer": "2026-07-15T09:00:00+01:00",
        "summer, by a machine": "2026-07-15T08:00:00Z",
        "far away": "2026-07-15T13:30:00+05:30",
        "before the clocks change": "2026-03-29T00:59:59Z",
        "after": "2026-03-29T01:00:00Z",
        "in autumn": "2026-10-25T00:59:00Z",
        "an hour later": "2026-10-25T01:59:00Z",
    }
    record["agenda"] = [{"stage": "s", "started_at": at} for at in started.values()]
    [new], _ = degrade([record], key=KEY)
    times = [stage["started_at"][11:] for stage in new.to_dict()["agenda"]]
    assert times == [
        "09:00:00.25+00:00",
        *["09:00:00+00:00"] * 3,
        "00:59:59+00:00",
        "02:00:00+00:00",
        "01:59:00+00:00",
        "01:59:00+00:00",
    ]


@settings(max_examples=100, deadline=None)
@given(st.datetimes(), st.sampled_from(["Z", "+01:00", "-11:30"]), st.integers(0, 10**6))
def test_an_offset_never_tells_the_shift(moment, offset, family):
    record = {
        "format": "support-panel/1",
        "id": "r",
        "profile": {"id": "leicester-masp", "version": "2017.1"},
        "case": {"reference": f"EHA-{family}"},
        "agenda": [
            {"stage": "s", "started_at": f"{moment:%Y-%m-%dT%H:%M:%S}{offset}".rjust(19, "0")}
        ],
    }
    record["agenda"][0]["started_at"] = f"{moment.year:04}{moment:-%m-%dT%H:%M:%S}{offset}"
    [new], _ = degrade([record], key=KEY)
    assert new.to_dict()["agenda"][0]["started_at"].endswith("+00:00")


def test_tokens_of_a_column_join_the_records(lines):
    some = [json.loads(line) for line in lines]
    new = [record.to_dict() for record in pseudonymise(some, key=KEY)]
    cases = [record["case"]["reference"] for record in some]
    assert privacy.token(cases, KEY, "case") == [record["case"]["reference"] for record in new]
    ids = [record["id"] for record in some]
    assert privacy.token(ids, KEY, "record") == [record["id"] for record in new]
    people = [record["case"]["people"][0]["id"] for record in some]
    assert privacy.token(people, KEY, "id", family=cases) == [
        record["case"]["people"][0]["id"] for record in new
    ]
    assert privacy.token(people[0], KEY, "id", family=cases[0]) == new[0]["case"]["people"][0]["id"]
    assert privacy.token(cases, KEY, "case", purpose="audit") != privacy.token(cases, KEY, "case")
    assert privacy.token([None, float("nan")], KEY, "case") == [None, None]


def test_a_column_stays_a_column():
    pandas, polars, pyarrow = map(pytest.importorskip, ("pandas", "polars", "pyarrow"))
    values = ["EHA-1", None, "EHA-2"]
    expected = privacy.token(values, KEY, "case")
    assert expected[1] is None and re.fullmatch("c-[0-9a-f]{32}", expected[0])
    column = pandas.Series(values, index=[5, 6, 7], name="ref", dtype="str")
    got = privacy.token(column, KEY, "case")
    assert (
        got.where(got.notna(), None).tolist() == expected
        and [*got.index] == [5, 6, 7]
        and got.name == "ref"
    )
    assert privacy.token(polars.Series("ref", values), KEY, "case").to_list() == expected
    assert privacy.token(pyarrow.array(values), KEY, "case").to_pylist() == expected
    assert privacy.token(pyarrow.chunked_array([values]), KEY, "case").to_pylist() == expected


@pytest.mark.parametrize(("field", "family"), [("id", None), ("case", ["x"]), ("name", None)])
def test_a_token_says_what_it_needs(field, family):
    with pytest.raises(ValueError, match=r"family is needed|expected one of record, case"):
        privacy.token(["x"], KEY, field, family=family)
