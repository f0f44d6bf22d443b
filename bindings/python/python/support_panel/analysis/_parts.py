"""Answers over more records than fit in memory: part by part, their counts added up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from typing import Any

from ._answer import ADDING_UP, THRESHOLD, Whole, answer
from ._frames import distinct
from ._panel_counts import quorum
from ._panels import refuse
from ._scaling import deviations, family_and_professionals
from ._sitting import attendance, completeness, overruns, voice_of_the_child

NEEDS: Mapping[Callable[..., Any], tuple[str, ...]] = {
    attendance: ("panels", "participants"),
    completeness: ("panels", "actions", "findings"),
    overruns: ("stages",),
    quorum: ("panels",),
    voice_of_the_child: ("panels", "participants", "entries", "ratings"),
    family_and_professionals: ("ratings",),
    deviations: ("participants", "ratings"),
}
"""The questions that look at one record at a time, and the tables that each reads."""

_ROWS = 100_000


def in_parts(
    stream: Iterable[Any],
    *questions: Callable[..., Any],
    by: str | None = None,
    threshold: int = THRESHOLD,
    base: int | None = None,
    library: str | None = None,
) -> list[Any]:
    """The answers to some of `NEEDS` over a stream of any length, in bounded memory: one frame for each question, in their order.

        stream = support_panel.stream_ndjson("panels.ndjson.zst", as_of="2026-06-30", tables=["panels", "participants", "stages"])
        who_came, how_long = analysis.in_parts(stream, analysis.attendance, analysis.overruns)

    `by`, `threshold` and `base` are those of every question. The counts are those of the question itself over all the tables at once, except that `attendance` counts a seat at the panels
    of the parts in which somebody holds it. Figures are left out, since quartiles of parts cannot be put together: a share is one count
    by another. Beside the part at hand, a number for each record stays in memory, so that no record id counts on two lines, and for
    `completeness` each late action.

    Questions that follow a family from panel to panel (`movement`, `actions`, `timing`, `spread`) need all of its panels at once. For
    them, read only the tables that they need: `read_ndjson(..., tables=["panels", "ratings"])`.
    """
    for question in questions:
        if question not in NEEDS:
            name = getattr(question, "__name__", type(question).__name__)
            raise ValueError(
                f"{name} cannot be answered in parts; one of {', '.join(q.__name__ for q in NEEDS)} was expected"
            )
    names = {name for question in questions for name in NEEDS[question]}
    if by is not None:
        names.add("panels")
    wholes = [Whole() for _ in questions]
    seen: set[int] = set()
    missing = 0
    for part in _parts(stream, sorted(names)):
        missing += len(part.pop("errors"))
        ids = {
            hash(record) for table in part.values() for (record,) in distinct(table, "record_id")
        }
        refuse(len(ids & seen))
        seen |= ids
        for question, whole in zip(questions, wholes, strict=True):
            token = ADDING_UP.set(whole)
            try:
                question(part, by=by)
            finally:
                ADDING_UP.reset(token)
    return [_finished(whole, missing, threshold, base, library) for whole in wholes]


def _parts(stream: Iterable[Any], names: list[str]) -> Iterator[dict[str, Any]]:
    """Several batches at a time: each is small, and a question takes a moment to begin with. The last part is no smaller."""
    pa = import_module("pyarrow")
    waiting: list[dict[str, Any]] = []
    held: list[dict[str, Any]] = []
    rows = 0
    for tables in stream:
        held.append({name: pa.table(getattr(tables, name)) for name in (*names, "errors")})
        rows += sum(table.num_rows for table in held[-1].values())
        if rows >= _ROWS:
            if waiting:
                yield _joined(waiting, names)
            waiting, held, rows = held, [], 0
    if waiting or held:
        yield _joined(waiting + held, names)


def _joined(parts: list[dict[str, Any]], names: list[str]) -> dict[str, Any]:
    pa = import_module("pyarrow")
    return {name: pa.concat_tables(part[name] for part in parts) for name in (*names, "errors")}


def _finished(
    whole: Whole, missing: int, threshold: int, base: int | None, library: str | None
) -> Any:
    if whole.shape is None:
        raise ValueError("there was nothing to read")
    shape = replace(whole.shape, figures={}, titles=whole.titles)
    found = [
        {**dict(zip(shape.keys, key, strict=True)), **counts} for key, counts in whole.lines.items()
    ]
    if whole.later is not None:
        whole.later(found)
    # Of the lines that could not be read, an answer asks how many there are.
    errors = {"errors": range(missing)}
    return answer(errors, shape, found, threshold=threshold, base=base, library=library)
