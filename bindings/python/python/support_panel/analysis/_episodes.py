"""Families that are referred, and referred again."""

from __future__ import annotations

import datetime
import itertools
from typing import Any, NamedTuple

from ._frames import rows, table_of
from ._panels import panels_of


class Episode(NamedTuple):
    """A family's panels from one referral on, until it is referred again."""

    panels: tuple[str, ...]
    """In time; an episode of a family whose panels have no day has them in the order of the table, and no day."""
    held_on: datetime.date | None
    is_first: bool
    """Whether the family has no earlier one among the records."""
    is_whole: bool
    """Whether it begins with the panel that the referral led to; else that panel is not among the records, as at the edge of an
    extract."""


def episodes_of(tables: Any) -> list[tuple[Episode, datetime.date | None]]:
    """Every referral of every family, with the day of the panel that their next one led to.

    A referral begins with a family's first panel, and again with one that is no review and follows none, unless it was referred
    before the panel before was held: then that is the same referral, put again.
    """
    columns = ("record_id", "received_on", "kind", "previous")
    facts = {
        record: (received, kind == "review" or previous is not None)
        for record, received, kind, previous in rows(table_of(tables, "panels"), *columns)
    }
    families: dict[str, list[tuple[Any, str]]] = {}
    undated: dict[str, list[str]] = {}
    for record, panel in panels_of(tables).items():
        when = panel.when()
        if when is None:
            undated.setdefault(panel.case, []).append(record)
        else:
            families.setdefault(panel.case, []).append((when, record))
    episodes: list[tuple[Episode, datetime.date | None]] = [
        (Episode((*records,), None, True, False), None)
        for case, records in undated.items()
        if case not in families
    ]
    for panels in families.values():
        panels.sort()
        begins: list[int] = []
        for place, (_, record) in enumerate(panels):
            received, follows = facts[record]
            before = panels[place - 1][0][0] if place else None
            if not place or not (follows or (received is not None and received <= before)):
                begins.append(place)
        for number, (start, end) in enumerate(itertools.pairwise([*begins, len(panels)])):
            (held, _), record = panels[start]
            theirs = tuple(record for _, record in panels[start:end])
            until = panels[end][0][0] if end < len(panels) else None
            episodes.append((Episode(theirs, held, number == 0, not facts[record][1]), until))
    return episodes
