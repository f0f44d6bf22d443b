"""Between which days somebody may be born, of whose birth a day, a year and month, or an estimate is known."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Any


def earliest_birth(person: dict[str, Any]) -> str | None:
    """The first day on which they may be born: of an estimate, a year before it."""
    return _a_year_off(person, _first_day(person), -366)


def latest_birth(person: dict[str, Any]) -> str | None:
    """The last day on which they may be born: of an estimate, a year after it."""
    first, birth = _first_day(person), person.get("birth", {})
    if first and not person.get("date_of_birth"):
        year, month = birth["year"], birth.get("month", 12)
        first = f"{year:04}-{month:02}-{monthrange(year, month)[1]:02}"
    return _a_year_off(person, first, 366)


def _first_day(person: dict[str, Any]) -> str | None:
    if person.get("date_of_birth"):
        return str(person["date_of_birth"])
    birth = person.get("birth", {})
    year, month = birth.get("year"), birth.get("month", 1)
    if year is None or not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    return f"{year:04}-{month:02}-01"


def _a_year_off(person: dict[str, Any], day: str | None, days: int) -> str | None:
    if day is None or not person.get("birth", {}).get("estimated"):
        return day
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        return day
