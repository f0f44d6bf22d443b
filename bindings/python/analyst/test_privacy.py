"""What is hidden stays hidden, what is kept stays right, and everything that comes out can be read."""

from __future__ import annotations

import json
import re
import traceback
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support_panel import Record, schema, trajectory
from support_panel.privacy import degrade, pseudonymise
from synthetic import records_of

KEY = bytes(range(32))
POOL = [Record.from_dict(record) for record in records_of(120, seed=5, defects=0.6)]
MARK = "Zebedee"


def leaves(value, path=()):
    """Every value of a record with its path, list places left out."""
    if isinstance(value, dict):
        for name, member in value.items():
            yield from leaves(member, (*path, name))
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item, path)
    else:
        yield path, value


def marked() -> Record:
    """A record whose every free text, name and council's own member holds the mark, in whichever schema member it stands."""
    texts = {"text"}
    kept = {("profile", "version"), ("case", "reference"), ("scaling", "round")}
    kept |= {
        ("agreement", "sharing", name) for name in ("lawful_basis", "special_category_condition")
    }
    definitions = schema("record")["$defs"]
    richest = max(
        POOL, key=lambda record: len({path for path, _ in leaves(record.to_dict())})
    ).to_dict()

    def fill(value, node, path):
        names = re.findall(r'"#/\$defs/(\w+)"', json.dumps(node))
        if isinstance(value, str):
            return f"{value} {MARK}" if texts & {*names} and path not in kept else value
        if isinstance(value, list):
            return [fill(item, node, path) for item in value]
        if isinstance(value, dict):
            members = {}
            for name in names:
                for option in (definitions[name], *definitions[name].get("oneOf", ())):
                    members |= option.get("properties", {})
            if not members.keys() >= value.keys():
                members |= node.get("properties", {})
            return {k: fill(v, members.get(k, {}), (*path, k)) for k, v in value.items()}
        return value

    filled = fill(richest, {"$ref": "#/$defs/record"}, ())
    filled["extensions"] = {"note": MARK}
    filled["participants"][0]["extensions"] = {MARK: 1}
    return Record.from_dict(filled)


def test_the_mark_is_planted_where_texts_are():
    assert marked().to_json().count(MARK) > 60


@pytest.mark.parametrize("profile", ["research", "regional"])
def test_no_free_text_is_left(profile):
    [record], report = degrade([marked()], profile)
    assert MARK not in record.to_json() and MARK not in repr(report)
    free = [
        value for path, value in leaves(record.to_dict()) if isinstance(value, str) and " " in value
    ]
    assert free == []


def test_names_that_the_record_knows_are_replaced_in_texts_whole_and_in_part():
    record = json.loads(POOL[0].to_json())
    record["case"]["people"][0]["name"] = "Zebedee Quill"
    record["mapping"][0]["text"] = (
        "ZEBEDEE's gran rings Quill; zebedee Quill has 07700 900123, a@b.example and LE1 6ZZ"
    )
    [new], report = degrade([record], "training")
    words = new.to_dict()["mapping"][0]["text"]
    assert (
        words
        == "Child 1's gran rings Child 1; Child 1 has (number), (e-mail address) and (postcode)"
    )
    assert new.to_dict()["case"]["people"][0]["name"] == "Child 1"
    assert any("nicknames" in line for line in report.may_remain)
    [other] = pseudonymise([record], key=KEY)
    assert "quill" not in other.to_json().casefold() and "zebedee" not in other.to_json().casefold()


def family_of(name, *texts):
    """Two records of one family: the first lists someone of that name, the second says the texts."""
    start = {
        "format": "support-panel/1",
        "profile": {"id": "leicester-masp", "version": "2017.1"},
        "case": {"reference": "EHA-1"},
    }
    entries = [
        {"id": f"m{place}", "category": "past_harm", "text": text}
        for place, text in enumerate(texts)
    ]
    first = {
        **start,
        "id": "panel-1",
        "participants": [{"id": "p-1", "kind": "network", "name": name}],
    }
    return [
        Record.from_dict(first),
        Record.from_dict({**start, "id": "panel-2", "mapping": entries}),
    ]


HIDERS = {
    "degrade": lambda records: degrade(records, "training", key=KEY).records,
    "pseudonymise": lambda records: pseudonymise(records, key=KEY),
}


@pytest.mark.parametrize("how", HIDERS)
@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        (
            "Anne-Marie Smith-Jones",
            "Marie rang; Mrs Jones was out, and so were the Smith-Joneses",
            "rang; Mrs was out, and so were the",
        ),
        (
            "Zo\u00eb O\u2019Neill",
            "Zoe and zo\u00eb's friend saw the O\u2019Neills",
            "and 's friend saw the",
        ),
        ("Kai", "KAI said that the Kaiser was not him", "said that the Kaiser was not him"),
    ],
)
def test_a_name_is_hidden_however_it_is_written_and_in_every_record_of_the_family(
    how, name, text, left
):
    _, other = HIDERS[how](family_of(name, text))
    said = other.to_dict()["mapping"][0]["text"]
    assert re.sub(r"\s+", " ", re.sub(r"Network 1|i-[0-9a-f]{32}", "", said)).strip() == left


def test_a_name_is_no_name_in_another_family():
    listed, _ = family_of("Kai")
    stranger = Record.from_dict(
        {**family_of("", "Kai the dog")[1].to_dict(), "case": {"reference": "EHA-2"}}
    )
    _, other = degrade([listed, stranger], "training", key=KEY).records
    assert other.to_dict()["mapping"][0]["text"] == "Kai the dog"


@settings(max_examples=25, deadline=None)
@given(st.integers(0, len(POOL) - 1), st.sampled_from(["research", "regional", "training"]))
def test_dates_keep_their_intervals_and_weekdays(place, profile):
    old = POOL[place].to_dict()
    new = degrade([POOL[place]], profile).records[0].to_dict()
    days = [
        p
        for p, v in leaves(old)
        if isinstance(v, str) and re.match(r"\d{4}-\d\d-\d\d", v) and "date_of" not in p[-1]
    ]
    assert days
    shifts = set()
    for path in {*days} - {("case", "people", "expected_on")}:
        before, after = (
            [
                date.fromisoformat(v[:10])
                for p, v in leaves(record)
                if p == path and isinstance(v, str)
            ]
            for record in (old, new)
        )
        shifts |= {(b - a).days for a, b in zip(before, after, strict=True)}
    assert len(shifts) == 1
    [shift] = shifts
    assert shift % 7 == 0 and 0 < abs(shift) <= 26 * 7
    for one, two in zip(old["case"]["people"], new["case"]["people"], strict=True):
        if "date_of_birth" in one:
            day = date.fromordinal(date.fromisoformat(one["date_of_birth"]).toordinal() + shift)
            assert date.fromisoformat(two["date_of_birth"]) == day.replace(
                day=1, **({"month": 1} if profile == "regional" else {})
            )


def test_a_family_shifts_as_one_and_families_apart():
    shifts = {}
    for old, new in zip(POOL, degrade(POOL, key=KEY).records, strict=True):
        before, after = (
            record.to_dict().get("meeting", {}).get("held_on") for record in (old, new)
        )
        if before:
            days = (date.fromisoformat(after) - date.fromisoformat(before)).days
            shifts.setdefault(old.to_dict()["case"]["reference"], set()).add(days)
    assert all(len(days) == 1 for days in shifts.values())
    assert len({days for [days] in shifts.values()}) > len(shifts) / 4
    again = degrade(POOL[::-1], key=KEY).records[::-1]
    assert [r.to_json() for r in again] == [r.to_json() for r in degrade(POOL, key=KEY).records]


def test_pseudonyms_keep_what_records_say_of_one_another():
    new = pseudonymise(POOL, key=KEY)
    for old, record in zip(POOL, new, strict=True):
        found, expected = (
            [(f.code, f.path) for f in r.check(as_of="2026-06-30")] for r in (record, old)
        )
        # Numbers are left out, and the plain words of a text may have been a name.
        assert [f for f in found if f[0] != "SP406"] == [
            f for f in expected if f[0] not in ("SP108", "SP406")
        ]
    references = [record.to_dict()["case"]["reference"] for record in POOL]
    history = [
        record
        for record, case in zip(POOL, references, strict=True)
        if case == max(references, key=references.count)
    ]
    assert len(history) > 1
    lines, other = (
        trajectory(records)["lines"] for records in (history, pseudonymise(history, key=KEY))
    )
    assert [[p["held_on"] for p in line["points"]] for line in lines] == [
        [p["held_on"] for p in line["points"]] for line in other
    ]
    assert [[r["n"] for r in line["raters"]] for line in lines] == [
        [r["n"] for r in line["raters"]] for line in other
    ]


def test_pseudonyms_differ_by_key_purpose_field_and_family():
    def ids(**options):
        return {
            v
            for r in pseudonymise(POOL[:40], **{"key": KEY, **options})
            for v in re.findall(r"[a-z]-[0-9a-f]{32}", r.to_json())
        }

    same = ids()
    assert same == ids()
    assert same.isdisjoint(ids(key=bytes(32))) and same.isdisjoint(ids(purpose="audit"))
    one = {
        "format": "support-panel/1",
        "id": "same",
        "profile": {"id": "leicester-masp", "version": "2017.1"},
    }
    one |= {"case": {"reference": "same", "people": [{"id": "same", "kind": "child"}]}}
    [record] = pseudonymise([one], key=KEY)
    found = record.to_dict()
    tokens = [found["id"], found["case"]["reference"], found["case"]["people"][0]["id"]]
    assert len({token[2:] for token in tokens}) == 3
    two = json.loads(json.dumps(one))
    two["case"]["reference"] = "other"
    assert pseudonymise([two], key=KEY)[0].to_dict()["case"]["people"][0]["id"] != tokens[2]


def test_old_identifiers_are_gone():
    for old, new in zip(POOL, pseudonymise(POOL, key=KEY), strict=True):
        record, text = old.to_dict(), new.to_json()
        gone = {record["id"], record["case"]["reference"]} | {
            p["nhs_number"] for p in record["case"]["people"] if "nhs_number" in p
        }
        gone |= {p["id"] for p in record.get("participants", [])}
        values = {v for _, v in leaves(new.to_dict()) if isinstance(v, str)}
        assert gone.isdisjoint(values) and not any(f'"{g}"' in text for g in gone)


def withheld_everywhere(record):
    """The record with a mark on everything that may have one, and ids of each kind in it."""
    people = [person["id"] for person in record["case"]["people"]]
    coming = [participant["id"] for participant in record["participants"]]
    listed = [people[-1], coming[0], "nobody-here"]
    definitions = schema("record")["$defs"]

    def mark(value, node):
        if isinstance(value, list):
            return [mark(item, node) for item in value]
        if not isinstance(value, dict):
            return value
        members = dict(node.get("properties", {}))
        for name in re.findall(r'"#/\$defs/(\w+)"', json.dumps(node)):
            for option in (definitions[name], *definitions[name].get("oneOf", ())):
                members |= option.get("properties", {})
        new = {k: mark(v, members.get(k, {})) for k, v in value.items() if k != "extensions"}
        return new | ({"withheld_from": listed} if "withheld_from" in members else {})

    record = json.loads(json.dumps(record))
    record["meeting"] |= {
        "place": f"{MARK} House",
        "starts_at": "2026-05-19T14:00:00+01:00",
        "marks": {name: {} for name in ("place", "inquorate_reason", "adjourned_reason")},
    }
    record.setdefault("outcome", {})["marks"] = {"reason": {}, "contingency": {}}
    record["outcome"]["dissent"] = [{"by": coming[0], "view": "I saw it otherwise"}]
    child = next(p["id"] for p in record["case"]["people"] if p["kind"] == "child")
    record["outcome"]["children"] = [{"child": child, "decision": "close"}]
    record["mapping"][0]["settled"] = {"how": "It was asked"}
    marked = mark(record, {"$ref": "#/$defs/record"})
    marked["case"]["separate_copies"] = people
    marked["case"]["people"][0]["unlisted_for"] = [coming[-1]]
    return marked


def marks_in(record):
    names = ("withheld_from", "unlisted_for", "separate_copies")
    return [(path, value) for path, value in leaves(record) if path[-1] in names]


@pytest.fixture(scope="module")
def withheld():
    record = withheld_everywhere(max(POOL, key=lambda record: len(record.to_json())).to_dict())
    # As the library writes it.
    return Record.from_dict(record).to_dict()


def test_marks_are_planted_wherever_they_may_stand(withheld):
    places = {path for path, _ in marks_in(withheld)}
    definitions = schema("record")["$defs"]
    may = sum("withheld_from" in d.get("properties", {}) for d in definitions.values())
    # Five texts share one kind of mark.
    assert len(places) >= may + 4 + 2, (may, sorted(places))


def test_pseudonyms_stand_in_marks_too(withheld):
    [new] = pseudonymise([withheld], key=KEY)
    record = new.to_dict()
    old_ids, new_ids = (
        [item["id"] for item in (*r["case"]["people"], *r["participants"])]
        for r in (withheld, record)
    )
    renamed = dict(zip(old_ids, new_ids, strict=True))
    old, new_marks = marks_in(withheld), marks_in(record)
    assert [path for path, _ in old] == [path for path, _ in new_marks]
    for (path, before), (_, after) in zip(old, new_marks, strict=True):
        if before == "nobody-here":
            assert re.fullmatch("i-[0-9a-f]{32}", after) and after not in new_ids
        else:
            assert after == renamed[before], path
    assert MARK not in new.to_json() and "place" not in record["meeting"]
    assert not {*old_ids, "nobody-here"} & {v for _, v in leaves(record) if isinstance(v, str)}


def test_a_copy_under_pseudonyms_shows_what_the_copy_itself_would(withheld):
    # Who is named, in whatever way, is the same.
    for person in withheld["case"]["people"]:
        person.pop("unlisted_for", None)
    [new] = pseudonymise([withheld], key=KEY)
    old = Record.from_dict(withheld)
    readers = zip(withheld["participants"], new.to_dict()["participants"], strict=True)
    hidden = 0
    for one, other in readers:
        before, after = (
            {line["path"]: line["shown"] for line in record.disclosures(reader["id"])}
            for record, reader in ((old, one), (new, other))
        )
        assert {path: before[path] for path in after} == after
        hidden += list(after.values()).count(False)
    assert hidden > 100


@pytest.mark.parametrize("profile", ["research", "regional", "training"])
def test_less_detail_leaves_marks_and_no_place(withheld, profile):
    [record], report = degrade([withheld], profile, key=KEY)
    new = record.to_dict()
    assert marks_in(new) == marks_in(withheld)
    assert "place" not in new["meeting"] and MARK not in record.to_json()
    assert report.changed["left out meeting.place"] == 1
    starts = new["meeting"]["starts_at"]
    held = {"old": withheld["meeting"]["held_on"], "new": new["meeting"]["held_on"]}
    shift = date.fromisoformat(held["new"]) - date.fromisoformat(held["old"])
    assert starts != withheld["meeting"]["starts_at"]
    assert date.fromisoformat(starts[:10]) - date(2026, 5, 19) == shift


@pytest.mark.parametrize("key", [b"short", bytes(31), "x" * 40, None, 7])
def test_a_poor_key_is_refused(key):
    with pytest.raises((ValueError, TypeError)) as refused:
        pseudonymise([POOL[0]], key=key)
    assert "short" not in str(refused.value) and "xxx" not in str(refused.value)


def test_the_key_is_never_printed():
    key = b"a-key-that-nobody-ought-to-see-in-a-log"
    try:
        pseudonymise([POOL[0], "{}"], key=key, on_error="raise")
    except ValueError as error:
        told = traceback.TracebackException.from_exception(error, capture_locals=True)
        # Below this test, which holds the key itself.
        inner = [line for frame in told.stack[1:] for line in (frame.locals or {}).values()]
        assert inner and not any("nobody-ought" in line for line in inner)
    else:
        pytest.fail("a record that cannot be read is an error")


def test_an_unknown_purpose_is_refused():
    with pytest.raises(ValueError, match="one of research, regional, training"):
        degrade([POOL[0]], "secret")
