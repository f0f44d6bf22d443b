"""Excel workbooks: what has to be put right, and any answer.

    from support_panel import analysis, read_ndjson, workbook

    tables = read_ndjson("panels.ndjson", as_of="2026-06-30")
    workbook.findings("to-do.xlsx", tables)
    workbook.answers("answers.xlsx", {"Attendance": analysis.attendance(tables)})

Days are days, ids are text, and nothing acts as a formula. Needs XlsxWriter: `pip install support-panel[excel]`.
"""

from __future__ import annotations

import datetime
import io
import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ._libraries import library
from ._native import Table, codes, rules
from ._row_files import written

if TYPE_CHECKING:
    from os import PathLike

    from ._native import Tables

__all__ = ["answers", "findings"]

_MOST_ROWS = 1_048_575
"""So many rows a sheet has, beside its head."""
_MOST_CHARACTERS = 32_767
_FIRST_YEAR = 1900
"""Excel knows no day before this year: it is written as text."""
_WIDEST = 60

Rows = Iterable[Sequence[Any]]


def findings(path: str | PathLike[str], tables: Tables) -> None:
    """Write what rules found, and the lines that could not be read, each with what to do; and each rule with how often it spoke."""
    by_code: dict[str, Any] = {rule["code"]: rule for rule in rules()}
    meaning: dict[str, Any] = {code["code"]: code for code in codes()}
    names = ("file", "line", "record_id", "severity", "code", "subject", "path", "message")
    found = [*_rows(tables.findings, names)]
    spoken: dict[str, int] = {}
    for row in found:
        spoken[row[4]] = spoken.get(row[4], 0) + 1
    to_do = (
        (*row[:5], by_code[row[4]]["title"], *row[5:], by_code[row[4]]["remedy"]) for row in found
    )
    head = (*names[:5], "title", *names[5:], "what to do")
    unread = ("file", "line", "column", "path", "code", "message")
    lines = ((*row, meaning[row[4]]["remedy"]) for row in _rows(tables.errors, unread))
    summed = (
        (code, by_code[code]["title"], by_code[code]["severity"], count, by_code[code]["why"])
        for code, count in sorted(spoken.items(), key=lambda item: (-item[1], item[0]))
    )
    _write(
        path,
        {
            "To put right": (head, to_do),
            "Lines not read": ((*unread, "what to do"), lines),
            "Rules": (("code", "title", "severity", "findings", "why"), summed),
        },
    )


def answers(path: str | PathLike[str], sheets: Mapping[str, Any]) -> None:
    """Write answers, or tables, each on a sheet of its name: frames of pandas, polars or pyarrow."""
    _write(path, {name: _of(frame) for name, frame in sheets.items()})


def _of(frame: Any) -> tuple[Sequence[str], Rows]:
    if isinstance(frame, Table):
        names = [*frame.columns]
        return names, _rows(frame, names)
    from .analysis._frames import columns_of, rows

    names = columns_of(frame)
    return names, rows(frame, *names)


def _rows(table: Table, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    from ._showing import cells

    columns = {
        name: cells(kind, values, there) for name, kind, values, there in table._columns(None)
    }
    return zip(*(columns[name] for name in names), strict=True)


def _write(path: str | PathLike[str], sheets: Mapping[str, tuple[Sequence[str], Rows]]) -> None:
    xlsxwriter = library("xlsxwriter", "an Excel workbook")
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    # The same sheets are the same bytes whenever they are written.
    workbook.set_properties({"created": datetime.datetime(2000, 1, 1)})
    formats = _Formats(workbook)
    for name, (head, rows) in sheets.items():
        formats.fill(workbook.add_worksheet(name), head, rows)
    workbook.close()
    written(path, lambda file: file.write(buffer.getvalue()))


class _Formats:
    """How each kind of value is shown."""

    def __init__(self, workbook: Any) -> None:
        self._head = workbook.add_format({"bold": True, "bottom": 1})
        self._text = workbook.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
        self._day = workbook.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        self._moment = workbook.add_format({"num_format": "yyyy-mm-dd hh:mm:ss", "valign": "top"})
        self._length = workbook.add_format({"num_format": "[h]:mm:ss", "valign": "top"})
        self._number = workbook.add_format({"valign": "top"})

    def fill(self, sheet: Any, head: Sequence[str], rows: Rows) -> None:
        widths = [len(name) for name in head]
        for place, name in enumerate(head):
            sheet.write_string(0, place, name, self._head)
        last = 0
        for last, row in enumerate(rows, 1):
            if last > _MOST_ROWS:
                raise ValueError(
                    f"a sheet of Excel has {_MOST_ROWS:,} rows, and there are more: part the records by year, or write CSV"
                )
            for place, value in enumerate(row):
                widths[place] = max(widths[place], self._cell(sheet, last, place, value))
        for place, width in enumerate(widths):
            sheet.set_column(place, place, min(width + 2, _WIDEST))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, max(len(head) - 1, 0))

    def _cell(self, sheet: Any, row: int, place: int, value: Any) -> int:
        """Writes one cell; gives how wide it is."""
        if value is None or (isinstance(value, float) and not math.isfinite(value)):
            return 0
        # Some frames give their own subclasses of numbers and times.
        if isinstance(value, bool):
            sheet.write_boolean(row, place, value, self._number)
        elif isinstance(value, int | float):
            sheet.write_number(row, place, value, self._number)
        elif isinstance(value, datetime.date) and value.year < _FIRST_YEAR:
            sheet.write_string(row, place, value.isoformat(), self._text)
            return 10
        elif isinstance(value, datetime.datetime):
            naive = value.astimezone(datetime.UTC).replace(tzinfo=None) if value.tzinfo else value
            sheet.write_datetime(row, place, naive, self._moment)
            return 19
        elif isinstance(value, datetime.date):
            sheet.write_datetime(row, place, value, self._day)
            return 10
        elif isinstance(value, datetime.timedelta):
            sheet.write_datetime(row, place, value, self._length)
            return 9
        else:
            text = " ".join(value) if isinstance(value, list | tuple) else str(value)
            if len(text) > _MOST_CHARACTERS:
                text = text[: _MOST_CHARACTERS - 1] + "…"
            sheet.write_string(row, place, text, self._text)
            return max(map(len, itertools.chain(text.split("\n"), [""])))
        return len(str(value))
