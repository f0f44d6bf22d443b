"""The panels that the other tables belong to."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from ._frames import rows, table_of


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

    Raises `ValueError` where one id stands on two lines: the other tables could not say which of them they mean.
    """
    panels: dict[str, Panel] = {}
    again = 0
    columns = rows(table_of(tables, "panels"), "record_id", "case_reference", "held_on")
    for place, (record, case, held_on) in enumerate(columns):
        again += record in panels
        panels[record] = Panel(case, held_on, place)
    if again:
        raise ValueError(
            f"{again} lines carry a record id that an earlier line carries: keep one line for each record, since the "
            "tables are joined by it"
        )
    return panels
