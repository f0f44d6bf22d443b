"""Tables as a notebook shows them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._native import Table, Tables

_EPOCH_DAY, _EPOCH = date(1970, 1, 1), datetime(1970, 1, 1)


def tables(all_of_them: Tables) -> str:
    """Each table by its name, how long it is, and what a row is."""
    rows = [(table.name, f"{len(table):,}", ", ".join(table.columns)) for table in all_of_them]
    return _html(("table", "rows", "columns"), rows)


def table(one: Table, rows: int) -> str:
    """The first rows."""
    columns = one._columns(rows)
    cells = zip(*(_texts(kind, values, there) for _, kind, values, there in columns), strict=True)
    shown = _html([name for name, *_ in columns], cells)
    count = len(one)
    return f"<p>{escape(one.name)}: {count:,} rows</p>{shown}" + (
        f"<p>… {count - rows:,} more</p>" if count > rows else ""
    )


def _texts(kind: str, values: Any, there: bytes | None) -> list[str]:
    texts = [*_each(kind, values)]
    return texts if there is None else [t if h else "" for t, h in zip(texts, there, strict=True)]


def _each(kind: str, values: Any) -> Iterable[str]:
    if kind == "words":
        indexes, words = values
        return (words[at] if at >= 0 else "" for at in memoryview(indexes).cast("i"))
    if kind == "text":
        return (text or "" for text in values)
    if kind == "ids":
        return (" ".join(ids) for ids in values)
    formats = {"bool": "B", "int16": "h", "int32": "i", "day": "i", "float64": "d"}
    numbers = memoryview(values).cast(formats.get(kind, "q"))
    return (_said(kind, number) for number in numbers)


def _said(kind: str, number: Any) -> str:
    try:
        if kind == "day":
            return (_EPOCH_DAY + timedelta(days=number)).isoformat()
        if kind == "moment":
            return f"{_EPOCH + timedelta(microseconds=number)} UTC"
    except OverflowError:
        return "out of range"
    if kind == "duration":
        return str(timedelta(microseconds=number))
    if kind == "bool":
        return "yes" if number else "no"
    return f"{number:g}" if kind == "float64" else str(number)


def _html(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    top = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
