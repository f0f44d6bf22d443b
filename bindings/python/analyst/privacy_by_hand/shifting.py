"""Days and instants, moved so that their distances stay and their place in the calendar goes."""

from __future__ import annotations

import datetime
import re

_LAST = datetime.date.max.toordinal()
_INSTANT = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))"
)
_DAY = 24 * 60


def shifted_day(value: str, days: int) -> datetime.date:
    """The day so many days later; at the ends of the calendar the last there is."""
    return _day(datetime.date.fromisoformat(value).toordinal() + days)


def shifted_instant(value: str, days: int) -> str:
    """The instant so many days later, as the clock on an English wall has it, without its offset.

    An offset of an hour tells summer from winter, and so does a panel that always begins at nine: either would give away
    which of the possible shifts this one is.
    """
    found = _INSTANT.fullmatch(value)
    if found is None:
        raise ValueError("found text of another form, expected an instant")
    day, hours, minutes, seconds, fraction, sign, ahead, and_minutes = found.groups(default="")
    offset = int(ahead or 0) * 60 + int(and_minutes or 0)
    universal = datetime.date.fromisoformat(day).toordinal() * _DAY + int(hours) * 60 + int(minutes)
    universal += offset if sign == "-" else -offset
    local = universal + (60 if _is_summer(universal) else 0)
    moved, minute = divmod(local, _DAY)
    return f"{_day(moved + days)}T{minute // 60:02}:{minute % 60:02}:{seconds}{fraction}+00:00"


def _is_summer(universal: int) -> bool:
    """Whether England's clocks are an hour ahead: from 01:00 on the last Sunday of March to that of October."""
    year = _day(universal // _DAY).year
    start, end = (
        (last := datetime.date(year, month, 31)).toordinal() - last.isoweekday() % 7
        for month in (3, 10)
    )
    return start * _DAY + 60 <= universal < end * _DAY + 60


def _day(ordinal: int) -> datetime.date:
    return datetime.date.fromordinal(min(max(ordinal, 1), _LAST))
