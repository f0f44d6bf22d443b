"""Records and profiles as Python's own: what goes in, what comes out, and what must not."""

from __future__ import annotations

import copy
import datetime
import html
import json
import pickle
import re
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal, get_args

import corpus
import pytest
import support_panel
from hypothesis import given
from hypothesis import strategies as st
from support_panel import Finding, PanelError, Profile, Record, types
from support_panel.papers import PaperName

SMALLEST = {
    "format": "support-panel/1",
    "id": "panel-1",
    "profile": {"id": "leicester-masp", "version": "2017.1"},
    "case": {"reference": "EHA-1"},
}


def test_text_bytes_and_dicts_are_read_alike() -> None:
    text = json.dumps(SMALLEST)
    records = [
        Record.from_json(text),
        Record.from_json(text.encode()),
        Record.from_json(bytearray(text.encode())),
        Record.from_dict(SMALLEST),
    ]
    assert len(set(records)) == 1
    assert records[0].id == "panel-1"
    assert records[0].to_dict() == SMALLEST


@pytest.mark.parametrize("name", ["clean", "leicester-initial", "leicester-review", "smallest"])
def test_a_dict_gives_the_record_back(name: str) -> None:
    record = Record.from_json(corpus.stored("records", name, "json"))
    again = Record.from_dict(record.to_dict())
    assert again == record
    assert again.to_json() == record.to_json()


def test_dates_in_a_dict_are_written_as_iso() -> None:
    record = Record.from_dict({**SMALLEST, "meeting": {"held_on": datetime.date(2026, 3, 12)}})
    assert record.to_dict()["meeting"] == {"held_on": "2026-03-12"}
    with pytest.raises(TypeError, match="set has no place in JSON"):
        Record.from_dict({**SMALLEST, "participants": {"p-1"}})


@pytest.mark.parametrize("value", [None, 7, [], object()])
def test_what_is_no_text_is_a_type_error(value: object) -> None:
    with pytest.raises(TypeError, match="expected str or bytes"):
        Record.from_json(value)  # type: ignore[arg-type]


def test_half_a_surrogate_pair_is_refused_by_the_core() -> None:
    with pytest.raises(PanelError) as caught:
        Record.from_json('{"id": "\ud83d"}')
    assert (caught.value.code, caught.value.line, caught.value.column) == ("invalid_utf8", 1, 9)
    with pytest.raises(PanelError) as caught:
        Record.from_dict({**SMALLEST, "id": "\ud83d"})
    assert caught.value.code == "lone_surrogate"


def test_an_error_says_where_and_what() -> None:
    with pytest.raises(PanelError) as caught:
        Record.from_json('{\n "format": "support-panel/1", "id": 7}')
    error = caught.value
    assert isinstance(error, ValueError)
    assert (error.code, error.path, error.line, error.column) == ("wrong_type", "/id", 2, 37)
    assert str(error) == "/id, line 2 column 37: found a number, expected an id (wrong_type)"
    assert error.message == "found a number, expected an id"
    again = pickle.loads(pickle.dumps(error))
    assert (again.code, str(again)) == (error.code, str(error))


def test_checking_gives_findings(initial: Record) -> None:
    findings = initial.check(as_of=datetime.date(2026, 12, 1))
    assert findings == initial.check(as_of="2026-12-01", profile=Profile.built_in())
    assert findings, "this record has something to find on that day"
    for finding in findings:
        assert isinstance(finding, Finding)
        assert hash(finding) == hash(copy.copy(finding))
        assert set(finding.to_dict()) == set(
            support_panel.schema("finding")["$defs"]["finding"]["properties"]
        )
        explained = support_panel.explain(finding)
        assert explained["code"] == finding.code
        assert explained["finding"] == finding.to_dict()
        assert explained["why"]
    assert any(finding.read for finding in findings)
    with pytest.raises(AttributeError):
        findings[0].code = "SP101"  # type: ignore[misc]


def test_a_finding_explains_what_its_rule_read(initial: Record) -> None:
    document = initial.to_dict()
    document["scaling"][0]["ratings"][0]["value"] = 10.5
    finding = next(f for f in Record.from_dict(document).check() if f.code == "SP501")
    read = support_panel.explain(finding)["read"]
    assert 10.5 in read.values()
    assert all(str(value) in finding.message or value in (0, 10, 1) for value in read.values())


@pytest.mark.parametrize("day", ["2026-13-01", "yesterday", datetime.datetime(2026, 3, 12, 9)])
def test_a_day_that_is_none_is_refused(initial: Record, day: str) -> None:
    with pytest.raises(PanelError) as caught:
        initial.check(as_of=day)
    assert (caught.value.code, caught.value.path) == ("bad_date", "/as_of")


def test_a_day_of_another_type_is_a_type_error(initial: Record) -> None:
    with pytest.raises(TypeError, match=r"expected datetime\.date or text"):
        initial.check(as_of=20260312)  # type: ignore[arg-type]


def test_due_dates_are_dates(initial: Record) -> None:
    due = {action["id"]: initial.due_on(action["id"]) for action in initial.to_dict()["actions"]}
    assert datetime.date(2026, 3, 26) in due.values()
    with pytest.raises(PanelError) as caught:
        initial.due_on("no-such-action")
    assert caught.value.code == "unknown_action"


def test_the_next_panel(initial: Record) -> None:
    following = initial.follow_on("panel-2", datetime.date(2026, 6, 12))
    assert following == initial.follow_on("panel-2", "2026-06-12")
    assert following.to_dict()["meeting"]["previous"] == initial.id
    for day in ("", "soon"):
        with pytest.raises(PanelError) as caught:
            initial.follow_on("panel-2", day)
        assert (caught.value.code, caught.value.path) == ("bad_date", "/held_on")


ENDINGS: dict[Literal["markdown", "html", "text"], str] = {
    "markdown": "md",
    "html": "html",
    "text": "txt",
}


def printed(name: str) -> str:
    return (corpus.FOLDER / "reports" / name).read_text(encoding="utf-8")


def test_papers_are_those_of_the_core(initial: Record, review: Record) -> None:
    written = {"minutes": initial.minutes, "map": initial.map, "plan": initial.action_plan}
    papers: tuple[PaperName, ...] = ("minutes", "map", "plan", "agenda", "letter")
    for paper in papers:
        for reader in ("professionals", "family", "p-parent", "child-1"):
            if (paper, reader) == ("letter", "professionals"):
                continue
            for format, ending in ENDINGS.items():
                expected = printed(f"leicester-initial.{paper}.{reader}.{ending}")
                assert initial.paper(paper, reader, format) == expected
                if paper in written:
                    assert written[paper](reader, format=format) == expected
    beside = review.paper("review", "family", previous=initial)
    assert beside == printed("leicester-review.review.family.md")


def test_a_paper_is_refused_by_what_is_wrong_with_it(initial: Record, review: Record) -> None:
    refusals: list[tuple[Callable[[], object], tuple[str, str]]] = [
        (lambda: initial.minutes("family", format="docx"), ("unknown_word", "/format")),  # type: ignore[arg-type]
        (lambda: initial.minutes("nobody"), ("unknown_reader", "/reader")),
        (lambda: initial.map("the press"), ("unknown_reader", "/reader")),
        (lambda: initial.paper("essay", "family"), ("unknown_word", "/paper")),  # type: ignore[call-overload]
        (lambda: initial.paper("letter", "professionals"), ("wrong_reader", "")),
        (lambda: review.paper("review", "family"), ("needs_previous", "/previous")),
        (lambda: initial.disclosures("nobody"), ("unknown_reader", "/reader")),
        (lambda: initial.disclosures("the press"), ("unknown_reader", "/reader")),
        (lambda: initial.fhir("nobody"), ("unknown_reader", "/reader")),
    ]
    for call, expected in refusals:
        with pytest.raises(PanelError) as caught:
            call()
        assert (caught.value.code, caught.value.path) == expected
    with pytest.raises(TypeError):
        initial.minutes()  # type: ignore[call-arg]


def test_the_papers_are_listed_as_the_core_lists_them(initial: Record) -> None:
    with pytest.raises(PanelError) as caught:
        initial.paper("essay", "family")  # type: ignore[call-overload]
    assert caught.value.message.split("expected one of ")[1].split() == [
        *get_args(PaperName),
        "calendar",
    ]


def test_a_copy_discloses_what_its_lines_say(initial: Record) -> None:
    marked = json.loads(initial.to_json())
    marked["mapping"][3]["withheld_from"] = ["p-parent"]
    record = Record.from_dict(marked)
    # A goal answers the first entry, and may tell of it.
    marked["mapping"][0]["withheld_from"] = ["p-parent"]
    with pytest.raises(PanelError) as caught:
        Record.from_dict(marked).map("p-parent")
    assert caught.value.code == "unconfirmed"
    left = caught.value.message.split("confirmed: ")[1].removesuffix(" (unconfirmed)").split(", ")
    read_once_more = Record.from_dict(marked).map("p-parent", confirmed=left)
    assert read_once_more == Record.from_dict(marked).paper("map", "p-parent", confirmed=left)
    assert marked["mapping"][0]["text"] not in read_once_more
    lines = {line["path"]: line for line in record.disclosures("p-parent")}
    told = lines["/mapping/3/text"]
    assert (told["shown"], told["because"]) == (False, "withheld_from")
    assert {line["because"] for line in lines.values()} == {
        "own_words",
        "withheld_from",
        "by_default",
    }
    said = marked["mapping"][3]["text"]
    assert said in record.map("professionals")
    assert said in initial.map("p-parent")
    assert said not in record.map("p-parent")
    assert all(line["shown"] for line in record.disclosures("professionals"))
    of_plan = {line["because"] for line in record.disclosures("p-parent", "plan")}
    assert "not_in_this_paper" in of_plan


def test_a_bundle_is_made_for_a_reader(initial: Record) -> None:
    working, parent = (json.loads(initial.fhir(reader)) for reader in ("professionals", "p-parent"))
    kinds = [{entry["resource"]["resourceType"] for entry in b["entry"]} for b in (working, parent)]
    assert {"Goal", "Task", "Observation", "QuestionnaireResponse", "CareTeam"} <= kinds[0]
    assert kinds[1] <= kinds[0]
    assert len(parent["entry"]) < len(working["entry"])


def test_a_trajectory_takes_any_order(initial: Record, review: Record) -> None:
    there = support_panel.trajectory(record for record in (initial, review))
    assert there == support_panel.trajectory([review, initial], profile=Profile.built_in())
    assert [panel["record"] for panel in there["panels"]] == [initial.id, review.id]
    with pytest.raises(TypeError):
        support_panel.trajectory([initial, "review"])  # type: ignore[list-item]


def test_rules_codes_and_schemas() -> None:
    rules = support_panel.rules()
    assert [rule["code"] for rule in rules] == sorted(rule["code"] for rule in rules)
    for rule in [*rules, *support_panel.codes()]:
        assert support_panel.explain(rule["code"]) == rule
    with pytest.raises(PanelError) as caught:
        support_panel.explain("SP999")
    assert caught.value.code == "unknown_code"
    for name in get_args(types.SchemaName):
        assert support_panel.schema(name)["$schema"].endswith("2020-12/schema")
    with pytest.raises(PanelError) as caught:
        support_panel.schema("nothing")  # type: ignore[arg-type]
    assert caught.value.code == "unknown_schema"


def test_versions() -> None:
    assert support_panel.__version__ == support_panel.VERSION
    assert support_panel.FORMAT == "support-panel/1"
    assert support_panel.RULES_EDITION


def test_records_compare_hash_pickle_and_cannot_change(initial: Record, review: Record) -> None:
    assert initial != review
    assert initial != "a record"
    for again in (pickle.loads(pickle.dumps(initial)), copy.deepcopy(initial), copy.copy(initial)):
        assert again == initial
        assert hash(again) == hash(initial)
    assert len({initial, review, Record.from_json(initial.to_json())}) == 2
    with pytest.raises(AttributeError):
        initial.id = "other"  # type: ignore[misc]


def test_a_notebook_shows_the_map_without_names(initial: Record) -> None:
    document = initial.to_dict()
    named = [
        person["name"]
        for person in [*document["case"].get("people", []), *document.get("participants", [])]
        if "name" in person
    ]
    words = {word for name in named for word in re.findall(r"\w{3,}", name)}
    assert len(words) > 5
    soft_hyphens = "\u00ad".join(named[0])
    spelt = f"{named[0].upper()}, {named[0].lower()} and {soft_hyphens}"
    entry = {
        **document["mapping"][0],
        "id": "m-new",
        "text": f"{named[0]} said <script>alert(1)</script> & more to {spelt}; ring 07700 900123",
    }
    # What was said in the room is shown where the whole family was in it.
    came = [
        {"id": f"p-{i}", "kind": "child", "person": person["id"], "attendance": "present"}
        for i, person in enumerate(document["case"]["people"])
        if person["kind"] == "child"
    ]
    record = Record.from_dict(
        {
            **document,
            "participants": [*document["participants"], *came],
            "mapping": [*document["mapping"], entry],
        }
    )
    plain, named_page = record.html("family"), record.html("family", names=True)
    assert "Professionals gave numbers from 3 to 6" in plain
    assert "<svg" not in plain
    assert "<script" not in plain + named_page
    assert (
        "[name] said &lt;script&gt;alert(1)&lt;/script&gt; &amp; more to"
        " [name] and [name]; ring (number)"
    ) in plain
    assert any(word in named_page for word in words)
    seen = set(
        re.findall(r"\w{3,}", re.sub(r"<style>.*?</style>|<[^>]*>", " ", plain, flags=re.DOTALL))
    )
    assert not seen & words
    frame = record._repr_html_()
    assert frame is not None
    page = re.fullmatch(r'<iframe sandbox style="[^"]*" srcdoc="([^"]*)"></iframe>', frame)
    assert page is not None
    assert html.unescape(page[1]) == plain


def test_a_record_of_an_unknown_profile_has_no_picture() -> None:
    record = Record.from_dict({**SMALLEST, "profile": {"id": "elsewhere", "version": "1"}})
    assert record._repr_html_() is None
    own = Profile.from_toml('extends = "leicester-masp"\nid = "elsewhere"\nversion = "1"\n')
    assert "<h1>" in record.html("family", profile=own)


MARKER = "Zzyzx"
FREE_TEXT = frozenset(
    (
        "name",
        "text",
        "reason",
        "view",
        "note",
        "how",
        "why",
        "evidence",
        "outcome",
        "best_hopes",
        "background",
    )
)


def test_nothing_personal_is_shown() -> None:
    document = json.loads(corpus.stored("records", "everything", "json"))
    planted = 0

    def plant(value: object) -> None:
        nonlocal planted
        if isinstance(value, dict):
            for key, member in value.items():
                if key in FREE_TEXT and isinstance(member, str):
                    value[key], planted = f"{MARKER} {member}", planted + 1
                plant(member)
        elif isinstance(value, list):
            for member in value:
                plant(member)

    plant(document)
    assert planted > 30
    record = Record.from_dict(document)
    assert MARKER in record.to_json()
    shown = [
        repr(record),
        str(record),
        repr(record.check(as_of="2030-01-01")),
        str(record.summaries()),
    ]
    for broken in ({"mapping": 7}, {"meeting": {"held_on": MARKER}}, {MARKER: 1}):
        with pytest.raises(PanelError) as caught:
            Record.from_dict({**document, **broken})
        shown += [str(caught.value), repr(caught.value)]
    assert not [text for text in shown if MARKER in text]


def test_a_panic_is_an_error_and_python_goes_on(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(PanelError) as caught:
        support_panel._native._fail()
    assert caught.value.code == "internal"
    assert "lib.rs" in caught.value.message
    assert "a fault, for a test" not in str(caught.value)
    assert Record.from_dict(SMALLEST).check() == []
    assert capfd.readouterr().err == ""


def test_other_threads_run_while_the_library_works(initial: Record) -> None:
    """With threads that never take turns by themselves, this one gets on beside a call only if the call lets it."""
    record = initial.to_dict()
    rows = [{**record["mapping"][0], "id": f"m-{n}"} for n in range(9000)]
    text = json.dumps({**record, "mapping": [*record["mapping"], *rows]})

    def steps_beside_a_call() -> int:
        begun, ended = threading.Event(), threading.Event()

        def work() -> None:
            begun.set()
            Record.from_json(text).check()
            ended.set()

        worker = threading.Thread(target=work)
        worker.start()
        begun.wait()
        steps = 0
        while not ended.is_set():
            steps += 1
            # Lets the call come back.
            time.sleep(0.001)
        worker.join()
        return steps

    interval = sys.getswitchinterval()
    sys.setswitchinterval(10)
    try:
        # On a busy machine this thread may sleep through a whole call, but not through all of them.
        assert any(steps_beside_a_call() for _ in range(20)), "nothing ran beside any call"
    finally:
        sys.setswitchinterval(interval)


def test_threads_may_share_everything(initial: Record) -> None:
    profile = Profile.built_in()
    expected = initial.check(profile)
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda _: initial.check(profile), range(200)))
    assert all(found == expected for found in results)


@given(st.binary(max_size=200) | st.text(max_size=200))
def test_any_text_is_read_or_refused_with_a_code(text: bytes | str) -> None:
    known = {code["code"] for code in support_panel.codes()}
    for read in (Record.from_json, Profile.from_json, Profile.from_toml):
        try:
            read(text)
        except PanelError as error:
            assert error.code in known - {"internal"}


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda kids: (
            st.lists(kids, max_size=3) | st.dictionaries(st.text(max_size=5), kids, max_size=3)
        ),
        max_leaves=8,
    )
)
def test_extensions_come_back(value: object) -> None:
    try:
        record = Record.from_dict({**SMALLEST, "extensions": {"ours": value}})
    except PanelError as error:
        assert error.code in ("lone_surrogate", "too_deep")
    else:
        assert record.to_dict()["extensions"] == {"ours": value}
        assert Record.from_json(record.to_json()) == record


def test_types_are_what_the_schemas_say() -> None:
    """What `to_dict` gives has members that the generated types know."""
    for name in ("clean", "everything", "leicester-review"):
        record = Record.from_json(corpus.stored("records", name, "json")).to_dict()
        assert set(record) <= set(types.RecordDict.__annotations__)
        for entry in record.get("mapping", []):
            assert set(entry) <= set(types.EntryDict.__annotations__)
    assert Path(support_panel.__file__).with_name("py.typed").is_file()


class Word(str):
    """A class of the caller's own."""


@pytest.mark.parametrize(
    "value",
    [
        {"a": [True, False, None, -1, 2**63 - 1, '"\\/\n\x1f\x7f\u2028é🙂'], "": {}, "b": []},
        [2**63, -(2**63), -(2**70)],
        [0.1, 1e300, -0.0],
        (1, ("two",)),
        Word("own"),
        {Word("key"): 1, 7: 2, None: 3, True: 4},
    ],
    ids=lambda value: type(value).__name__,
)
def test_objects_are_read_as_their_json_is(value: object) -> None:
    document = {**SMALLEST, "extensions": {"ours": value}}
    assert Record.from_dict(document) == Record.from_json(
        json.dumps(document, separators=(",", ":"), ensure_ascii=False)
    )


def test_objects_too_deep_or_without_an_end_are_refused() -> None:
    circle: list[object] = []
    circle.append(circle)
    deep: list[object] = []
    for _ in range(500):
        deep = [deep]
    with pytest.raises(PanelError) as caught:
        Record.from_dict({**SMALLEST, "extensions": {"ours": deep}})
    assert caught.value.code == "too_deep"
    with pytest.raises(ValueError, match="Circular reference"):
        Record.from_dict({**SMALLEST, "extensions": {"ours": circle}})
