"""Days: working days of England and Wales, timescales, and the day by which an action is due.

Days are texts, `YYYY-MM-DD`, which sort as they should; only arithmetic makes dates of them.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import cache
from typing import Any

# Days that a proclamation added, or put in place of the usual one.
ADDED = {
    *(date(1999, 12, 31), date(2002, 6, 3), date(2011, 4, 29), date(2012, 6, 5)),
    *(date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)),
}
MOVED = {
    date(1995, 5, 1): date(1995, 5, 8),
    date(2002, 5, 27): date(2002, 6, 4),
    date(2012, 5, 28): date(2012, 6, 4),
    date(2020, 5, 4): date(2020, 5, 8),
    date(2022, 5, 30): date(2022, 6, 2),
}


def easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian method."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    rest = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * rest) // 451
    month, day = divmod(h + rest - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _monday(year: int, month: int, last: bool = False) -> date:
    if last:
        day = date(year, month, calendar.monthrange(year, month)[1])
        return day - timedelta(day.weekday())
    day = date(year, month, 1)
    return day + timedelta(-day.weekday() % 7)


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of England and Wales, by the rules of today and what was proclaimed."""
    sunday = easter(year)
    days = {
        sunday - timedelta(2),
        sunday + timedelta(1),
        _monday(year, 5),
        _monday(year, 5, True),
        _monday(year, 8, True),
    }
    days = {MOVED.get(day, day) for day in days} | {day for day in ADDED if day.year == year}
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        while fixed.weekday() > 4 or fixed in days:
            fixed += timedelta(1)
        days.add(fixed)
    return frozenset(days)


@cache
def working_days_after(
    start: str, count: int, closures: frozenset[str], openings: frozenset[str], holidays: bool
) -> str:
    """The day on which so many working days after `start` are over."""
    day = date.fromisoformat(start)
    while count:
        day += timedelta(1)
        closed = (
            day.weekday() > 4
            or (holidays and day in bank_holidays(day.year))
            or day.isoformat() in closures
        )
        count -= not closed or day.isoformat() in openings
    return day.isoformat()


def months_after(start: str, count: int) -> str:
    """The same day so many months on, or the last of a shorter month."""
    year, month, day = map(int, start.split("-"))
    year, month = year + (month - 1 + count) // 12, (month - 1 + count) % 12 + 1
    return f"{year:04}-{month:02}-{min(day, calendar.monthrange(year, month)[1]):02}"


def days_after(start: str, count: int) -> str:
    return (date.fromisoformat(start) + timedelta(count)).isoformat()


def after(start: str, within: dict[str, int], council: Any) -> str:
    """The last day of a timescale of one unit that runs from `start`."""
    ((unit, count),) = ((unit, count) for unit, count in within.items() if count is not None)
    match unit:
        case "working_days":
            return working_days_after(
                start, count, council.closures, council.openings, council.bank_holidays
            )
        case "months":
            return months_after(start, count)
        case "weeks":
            return days_after(start, 7 * count)
        case "hours":
            return days_after(start, -(-count // 24))
        case _:
            return days_after(start, count)


def due_on(
    action: dict[str, Any], held_on: str | None, review_on: str | None, council: Any
) -> str | None:
    """The day by which an action is due, where it can be told."""
    due = action.get("due")
    if not due:
        return None
    if "on" in due:
        return due["on"]
    if "by_review" in due:
        return review_on
    start = action.get("agreed_on") or held_on
    return after(start, due["within"], council) if start else None


def age_on(born: str, day: str) -> int:
    """Whole years; of one born on 29 February they are full on 1 March of other years."""
    return int(day[:4]) - int(born[:4]) - (day[5:] < born[5:])
