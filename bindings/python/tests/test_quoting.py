"""No error says what the caller handed over: a marker in every text, and whatever an error holds."""

from __future__ import annotations

import json
import logging
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import corpus
import pytest
import support_panel
from support_panel import (
    PanelError,
    Profile,
    Record,
    Session,
    agreement,
    analysis,
    privacy,
    read_ndjson,
    stream_ndjson,
    tracker,
)

MARKER = "Zzyzx"

DOCUMENT = {**json.loads(corpus.stored("records", "clean", "json")), "id": MARKER}
DOCUMENT["case"]["people"][0]["name"] = f"{MARKER} O'Neill"
LINE = json.dumps(DOCUMENT)

TEXTS = {
    "a record": LINE,
    "a record over several lines": json.dumps(DOCUMENT, indent=1),
    "a record after white space": f"\ufeff \n\t{LINE}",
    "a list of records": f"[{LINE}]",
    "lines of records": f"{LINE}\n{LINE}\n",
    "text in quotes": json.dumps(f"{MARKER} was not heard"),
    "a note of two lines": f"{MARKER} was not heard.\nWhy?",
    "a note of two lines, in Unicode's way": f"{MARKER} was not heard.\u2028Why?",
    "a long note": f"{MARKER} was not heard. " * 100,
    "text that ends in NUL": f"{MARKER}\0",
    "half a surrogate pair": f"{MARKER}\ud800",
}
"""What someone may hand over where a word or a path was expected."""


def said(error: BaseException | None) -> Iterator[str]:
    """Everything that an error, and what led to it, holds."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        error = waiting.pop()
        if error is None or id(error) in seen:
            continue
        seen.add(id(error))
        yield from (str(error), repr(error), repr(error.args))
        yield from map(repr, getattr(error, "__notes__", ()))
        yield from (repr(value) for value in vars(error).values())
        for name in ("filename", "filename2", "object", "doc", "obj", "name"):
            yield repr(getattr(error, name, None))
        waiting += [error.__cause__, error.__context__]


def refused(call: Callable[[], object], caplog: Any, capfd: Any) -> BaseException | None:
    """The error of a call, if it gives one; nothing that it says or prints holds the marker."""
    error: BaseException | None = None
    with warnings.catch_warnings(record=True) as warned, caplog.at_level(logging.DEBUG):
        warnings.simplefilter("always")
        try:
            call()
        except Exception as caught:
            error = caught
    printed = capfd.readouterr()
    heard = [*said(error), *(str(warning.message) for warning in warned), caplog.text]
    assert not [text for text in (*heard, printed.out, printed.err) if MARKER in text]
    return error


def clean() -> Record:
    return Record.from_json(corpus.stored("records", "clean", "json"))


def tables() -> Any:
    return read_ndjson(corpus.stored("records", "clean", "json"))


PATHS: dict[str, Callable[[str], object]] = {
    "read_ndjson": read_ndjson,
    "stream_ndjson": stream_ndjson,
    "a list": lambda text: read_ndjson([text]),
    "a list after a record": lambda text: read_ndjson([clean(), text]),
    "a path object": lambda text: read_ndjson(Path(text)),
}

SPARK_PATHS: Callable[[str], object] = lambda text: _spark()._paths([text])  # noqa: E731


def _spark() -> Any:
    from support_panel import spark

    return spark


WORDS: dict[str, Callable[[str], object]] = {
    "Record.from_json": Record.from_json,
    "Record.from_dict": lambda text: Record.from_dict({**DOCUMENT, "format": text}),
    "Record.from_dict, as a key": lambda text: Record.from_dict({**DOCUMENT, text: 1}),
    "Record.from_dict, beside what JSON has not": lambda text: Record.from_dict({text: object()}),
    "as_of": lambda text: clean().check(as_of=text),
    "allocation, action": lambda text: clean().allocation(text, "p-mother"),
    "allocation, owner": lambda text: clean().allocation("a1", text),
    "due_on": lambda text: clean().due_on(text),
    "follow_on, held_on": lambda text: clean().follow_on("next", text),
    "Profile.from_toml": Profile.from_toml,
    "Profile.from_json": Profile.from_json,
    "Session.replay": Session.replay,
    "Session.apply": lambda text: Session.open(clean()).apply(text, text),
    "Session.apply, a dict": lambda text: Session.open(clean()).apply({"type": text}, {"at": text}),
    "Session.undo": lambda text: Session.open(clean()).undo(text),
    "Session.redo": lambda text: Session.open(clean()).redo({"at": text, "by": text}),
    "Session.timer": lambda text: Session.open(clean()).timer(text),
    "minutes": lambda text: clean().minutes(text),
    "map": lambda text: clean().map(text),
    "action_plan": lambda text: clean().action_plan(text),
    "paper, reader": lambda text: clean().paper("letter", text),
    "papers, reader": lambda text: clean().papers(text),
    "papers": lambda text: clean().papers("family", papers=[text]),  # type: ignore[list-item]
    "calendar, reader": lambda text: clean().calendar(text),
    "calendar, stamp": lambda text: clean().calendar("family", stamp=text),
    "tracker, as_of": lambda text: tracker([], as_of=text),
    "paper, confirmed": lambda text: clean().paper("letter", "family", confirmed=[text]),
    "paper, handed_over_by": lambda text: clean().paper("letter", "family", handed_over_by=text),
    "disclosures": lambda text: clean().disclosures(text),
    "fhir": lambda text: clean().fhir(text),
    "html": lambda text: clean().html(text),
    "explain": support_panel.explain,
    "schema": support_panel.schema,  # type: ignore[dict-item]
    "tables": lambda text: read_ndjson(b"", tables=[text]),  # type: ignore[list-item]
    "read_ndjson, as_of": lambda text: read_ndjson(b"", as_of=text),
    "progress": lambda text: read_ndjson(b"", progress=text),
    "library": lambda text: analysis.attendance(tables(), library=text),
    "by": lambda text: analysis.actions(tables(), by=text),
    "in_parts": lambda text: analysis.in_parts(iter([]), text),  # type: ignore[arg-type]
    "tables of an answer": lambda text: analysis.attendance(text),
    "degrade, profile": lambda text: privacy.degrade([clean()], text),  # type: ignore[arg-type]
    "pseudonymise, key": lambda text: privacy.pseudonymise([], key=text),  # type: ignore[arg-type]
    "Session.open, key": lambda text: Session.open(clean(), key=text),  # type: ignore[arg-type]
    "check, profile": lambda text: clean().check(profile=text),  # type: ignore[arg-type]
    "trajectory": lambda text: support_panel.trajectory([text]),  # type: ignore[list-item]
    "spark, table": lambda text: _spark()._Asked(text),
    "spark, profile": lambda text: _spark()._Asked("findings", (text,)).options(),
    "spark, split": lambda text: _spark()._split({"split": text}),
    "alpha": lambda text: agreement.alpha([[text]]),
}
"""Functions that take text, which fail or not; each without the text."""

SOURCES: dict[str, Callable[[str], object]] = {
    "degrade": lambda text: privacy.degrade([text]),
    "degrade, one text": lambda text: privacy.degrade(text),
    "pseudonymise": lambda text: privacy.pseudonymise([text], key=bytes(32)),
}
"""Functions that take a record's text as well as a path. A word is the path of a file, which is named where it is not there."""

CHOICES: dict[str, Callable[[str], object]] = {
    "Profile.built_in": Profile.built_in,
    "minutes, format": lambda text: clean().minutes("family", text),  # type: ignore[arg-type]
    "paper": lambda text: clean().paper(text, "family"),  # type: ignore[call-overload]
    "Profile.paper": lambda text: Profile.built_in().paper(text),  # type: ignore[call-overload]
    "tracker, format": lambda text: tracker([], text),  # type: ignore[call-overload]
    "tracker, by": lambda text: tracker([], by=text),  # type: ignore[call-overload]
    "on_error": lambda text: read_ndjson(b"", on_error=text),  # type: ignore[arg-type]
    "level": lambda text: agreement.alpha([[1.0]], level=text),  # type: ignore[arg-type]
    "about": lambda text: agreement.average_deviation([1.0], about=text),  # type: ignore[arg-type]
}
"""One word of a few, with a default. Python's own error at half a surrogate pair holds the word."""


@pytest.mark.parametrize("shape", TEXTS)
@pytest.mark.parametrize("where", [*PATHS, "Spark's paths"])
def test_text_that_is_no_path_is_refused(where: str, shape: str, caplog: Any, capfd: Any) -> None:
    call = PATHS.get(where, SPARK_PATHS)
    error = refused(lambda: call(TEXTS[shape]), caplog, capfd)
    assert isinstance(error, PanelError)
    assert error.code in ("wrong_type", "lone_surrogate")
    assert "expected" in error.message
    assert error.file is None


@pytest.mark.parametrize("shape", ["a word", *TEXTS])
@pytest.mark.parametrize("where", WORDS)
def test_no_text_is_quoted(where: str, shape: str, caplog: Any, capfd: Any) -> None:
    refused(lambda: WORDS[where](TEXTS.get(shape, MARKER)), caplog, capfd)


@pytest.mark.parametrize("shape", TEXTS)
@pytest.mark.parametrize("where", SOURCES)
def test_no_text_of_a_source_is_quoted(where: str, shape: str, caplog: Any, capfd: Any) -> None:
    refused(lambda: SOURCES[where](TEXTS[shape]), caplog, capfd)


@pytest.mark.parametrize(
    "shape", ["a word", *[shape for shape in TEXTS if "surrogate" not in shape]]
)
@pytest.mark.parametrize("where", CHOICES)
def test_no_word_of_a_choice_is_quoted(where: str, shape: str, caplog: Any, capfd: Any) -> None:
    error = refused(lambda: CHOICES[where](TEXTS.get(shape, MARKER)), caplog, capfd)
    assert isinstance(error, PanelError)


def test_what_is_refused_says_what_to_do() -> None:
    for text in (LINE, f"[{LINE}]"):
        with pytest.raises(
            PanelError, match="give records as Record or dict, or their text as bytes"
        ):
            read_ndjson(text)
    with pytest.raises(PanelError, match="line end"):
        read_ndjson(f"panels\n{LINE}")
    with pytest.raises(
        PanelError, match="found text of 2000 characters, expected a path of at most"
    ):
        read_ndjson("x" * 2000)


def test_a_path_that_is_not_there_is_named_and_a_long_one_shortened(tmp_path: Path) -> None:
    with pytest.raises(PanelError) as caught:
        read_ndjson("no-such-file.ndjson")
    assert (caught.value.code, caught.value.file) == ("unreadable", "no-such-file.ndjson")
    with pytest.raises(PanelError) as caught:
        read_ndjson("/".join([MARKER * 10, *["part"] * 100, "panels.ndjson"]))
    assert caught.value.file is not None
    assert len(caught.value.file) == 201
    assert caught.value.file.endswith("/part/panels.ndjson")
    assert MARKER not in str(caught.value)
    # A file may begin as JSON does; then it says where it is.
    odd = tmp_path / "{2026}.ndjson"
    odd.write_text(clean().to_json(), encoding="utf-8")
    assert len(read_ndjson(odd).panels) == 1


def test_records_and_dicts_are_sources() -> None:
    record = clean()
    other = Record.from_dict({**record.to_dict(), "id": "panel-2", "extensions": {"a": [1]}})
    odd = Record.from_json(other.to_json().replace("[1]", "[\n 1,\r\n 2]"))
    mixed = iter([other, record.to_json().encode(), odd.to_dict(), other.to_dict()])
    for count, source in ((1, record), (1, record.to_dict()), (1, [record]), (4, mixed)):
        found = read_ndjson(source)  # type: ignore[arg-type]
        assert (len(found.panels), len(found.errors)) == (count, 0)
    three = read_ndjson([record.to_dict(), other, odd])
    assert three.panels.to_pyarrow()["line"].to_pylist() == [1, 2, 3]
    assert three.panels.to_pyarrow()["record_id"].to_pylist() == [record.id, "panel-2", "panel-2"]
    expected = read_ndjson(record.to_json().encode())
    assert read_ndjson(record).entries.to_pyarrow() == expected.entries.to_pyarrow()
    [row] = read_ndjson([record, {"id": MARKER}]).errors.to_pyarrow().to_pylist()
    assert (row["line"], row["code"]) == (2, "missing_key")
    assert len([*stream_ndjson(record)]) == 1
    assert (
        len(privacy.degrade(record).records) == len(privacy.degrade(record.to_dict()).records) == 1
    )
