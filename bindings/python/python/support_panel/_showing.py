"""Tables as a notebook shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from html import escape
from typing import TYPE_CHECKING, Any, cast

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
    texts = zip(*(_texts(kind, values, there) for _, kind, values, there in columns), strict=True)
    shown = _html([name for name, *_ in columns], texts)
    count = len(one)
    return f"<p>{escape(one.name)}: {count:,} rows</p>{shown}" + (
        f"<p>… {count - rows:,} more</p>" if count > rows else ""
    )


def _texts(kind: str, values: Any, there: bytes | None) -> list[str]:
    return ["" if cell is None else _said(cell) for cell in cells(kind, values, there)]


def cells(kind: str, values: Any, there: bytes | None) -> Iterator[Any]:
    """The values of a column of `Table._columns` as Python's own, None for what is missing.

    A day or a moment that Python cannot hold is its text.
    """
    if kind == "words":
        indexes, words = values
        return (words[at] if at >= 0 else None for at in memoryview(indexes).cast("i"))
    if kind in ("text", "ids"):
        return iter(values)
    formats = {"bool": "B", "int16": "h", "int32": "i", "day": "i", "float64": "d"}
    numbers: Any = cast("Any", memoryview(values)).cast(formats.get(kind, "q"))
    if there is None:
        return (_cell(kind, number) for number in numbers)
    return (
        _cell(kind, n) if is_there else None for n, is_there in zip(numbers, there, strict=True)
    )


def _cell(kind: str, number: Any) -> Any:
    try:
        if kind == "day":
            return _EPOCH_DAY + timedelta(days=number)
        if kind == "moment":
            return _EPOCH + timedelta(microseconds=number)
    except OverflowError:
        return "out of range"
    if kind == "duration":
        return timedelta(microseconds=number)
    return bool(number) if kind == "bool" else number


def _said(cell: Any) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, list):
        return " ".join(cell)
    if isinstance(cell, datetime):
        return f"{cell} UTC"
    return f"{cell:g}" if isinstance(cell, float) else str(cell)


def _html(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    top = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
