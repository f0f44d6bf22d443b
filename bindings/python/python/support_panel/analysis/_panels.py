"""The panels that the other tables belong to."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from ._frames import columns_of, given, of_records, rows, table_of


class Panel(NamedTuple):
    """Which family, and where in their history: panels of one day keep the order of the table."""

    case: str
    held_on: datetime.date | None
    place: int

    def when(self) -> tuple[datetime.date, int] | None:
        """Its place in time, where that is known."""
        return None if self.held_on is None else (self.held_on, self.place)


def panels_of(tables: Any) -> dict[str, Panel]:
    """Every panel by its record's id.

    Raises `ValueError` where one id stands on two lines.
    """
    columns = rows(table_of(tables, "panels"), "record_id", "case_reference", "held_on")
    panels: dict[str, Panel] = {}
    again = 0
    for place, (record, case, held_on) in enumerate(columns):
        again += record in panels
        panels[record] = Panel(case, held_on, place)
    refuse(again)
    return panels


def refuse(again: int) -> None:
    """Refuses lines whose record stands on an earlier line too: what both say would be counted twice."""
    if again:
        raise ValueError(
            f"{again} lines carry a record id that an earlier line carries: keep one line for each record, for example by "
            'read_ndjson(..., keep="last"), since nothing may be counted twice'
        )


def of_one_line(tables: Any, name: str) -> None:
    """As `panels_of` for an answer that needs the table `name` alone: refuses a record id that stands on two lines."""
    if given(tables, "panels") is not None:
        panels_of(tables)
        return
    table = table_of(tables, name)
    if not {"file", "line"} <= {*columns_of(table)}:
        return
    stood: dict[str, tuple[Any, Any]] = {}
    again = set()
    for record, file, line in rows(table, "record_id", "file", "line"):
        place = (file, line)
        if stood.setdefault(record, place) != place:
            again.add((record, place))
    refuse(len(again))


class Grouping(NamedTuple):
    """Into which groups an answer falls, beside those that it always has."""

    by: str | None
    """What it is asked by, and what the column is called; None where all are one group."""
    of: Mapping[str, Any]
    """The group of each record."""
    within: Callable[[Any], Any] | None = None
    """The greater group that a group is part of, where answers by that can be had too."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The key that comes before an answer's own."""
        return () if self.by is None else (self.by,)

    def group(self, record: str) -> tuple[Any, ...]:
        """The value of that key."""
        return () if self.by is None else (self.of.get(record),)


def part(
    tables: Any,
    panels: Any = None,
    *,
    held_from: datetime.date | str | None = None,
    held_until: datetime.date | str | None = None,
) -> dict[str, Any]:
    """The tables of some panels alone, to ask an answer of.

    `panels` is a frame of them, such as one that was filtered, or an iterable of record ids; `held_from` and `held_until` are the
    first day and the last. Every table is restricted to these panels.

        reviews = tables.panels.to_polars().filter(kind="review")
        analysis.attendance(analysis.part(tables, reviews))
        analysis.attendance(analysis.part(tables, held_from="2026-01-01", held_until="2026-03-31"))
    """
    kept = dict(rows(table_of(tables, "panels"), "record_id", "held_on"))
    if panels is not None:
        is_frame = hasattr(panels, "columns") or hasattr(panels, "column_names")
        ids = {row[0] for row in rows(panels, "record_id")} if is_frame else {*panels}
        kept = {record: held for record, held in kept.items() if record in ids}
    first, last = (day_of(day) for day in (held_from, held_until))
    if first or last:
        kept = {
            record: held
            for record, held in kept.items()
            if held is not None and (first or held) <= held <= (last or held)
        }
    some = {
        name: of_records(table, kept)
        for name in _TABLES
        if (table := given(tables, name)) is not None
    }
    # A line that could not be read may have been one of them.
    errors = given(tables, "errors")
    return some if errors is None else {**some, "errors": errors}


_TABLES = ("panels", "participants", "entries", "ratings", "actions", "stages", "findings")


def day_of(day: datetime.date | str | None) -> datetime.date | None:
    """A day, as one or as text."""
    return datetime.date.fromisoformat(day) if isinstance(day, str) else day


def of_panels(tables: Any) -> Any:
    """The tables as they were given, where they are of one reading; else each restricted to the panels among them."""
    if not isinstance(tables, Mapping) or tables.get("panels") is None:
        return tables
    ids = {record for (record,) in rows(tables["panels"], "record_id")}
    return {
        name: of_records(table, ids) if name in _TABLES and name != "panels" else table
        for name, table in tables.items()
    }


class By(NamedTuple):
    """What an answer is asked by."""

    name: str | None = None
    """What its column is called."""
    column: str | None = None
    """`"year"`, `"quarter"`, or a column of `panels`."""
    within: Callable[[Any], Any] | None = None
    """The greater group that a group is part of, where answers by that can be had too."""


def by_of(tables: Any, by: str | None) -> By:
    """By the day on which a panel was held (`"year"`, `"quarter"`), by the referrer's agency, or by any column of `panels`."""
    if by is None:
        return By()
    columns = columns_of(table_of(tables, "panels"))
    if by in ("year", "quarter"):
        return By(by, by, None if by == "year" else _year_of)
    column = "referrer_agency" if by == "agency" and by not in columns else by
    if column not in columns:
        raise ValueError(
            "by: found another word, expected year, quarter, agency or a column of panels (join one of your own, such as a "
            f"team, to that table): {', '.join(columns)}"
        )
    return By(by, column)


def grouping(tables: Any, by: str | None) -> Grouping:
    """The group of each record."""
    _, column, within = by_of(tables, by)
    if column is None:
        return Grouping(None, {})
    panels = table_of(tables, "panels")
    if column in ("year", "quarter"):
        held = rows(panels, "record_id", "held_on")
        name = _year if column == "year" else _quarter
        return Grouping(by, {record: day and name(day) for record, day in held}, within)
    values = ((record, _word(value)) for record, value in rows(panels, "record_id", column))
    return Grouping(by, dict(values))


def _year(day: datetime.date) -> str:
    return f"{day.year:04}"


def _quarter(day: datetime.date) -> str:
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def _year_of(quarter: str | None) -> str | None:
    return quarter and quarter[:4]


def _word(value: Any) -> str | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return None if value is None else str(value)
