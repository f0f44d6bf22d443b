"""Questions about the numbers that people gave.

All of them count from the worried end of the scale, so that more is better on every scale, and none of them ever puts
numbers of different `scale_key` together. Guesses are left out: they are somebody's number for somebody else. A number outside
its scale (SP501) is nobody's place on it, and counts as one that is not known.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from ._answer import (
    QUARTILES,
    THRESHOLD,
    Shape,
    answer,
    in_order,
    mean,
    median,
    quartiles,
    share,
    titles_of,
)
from ._frames import rows, table_of
from ._panels import grouping, of_one_line, of_panels, panels_of

_PLACES = 6
"""A number has at most six decimal places, so that differences are exact once rounded to them."""

SCALE = ("scale", "scale_key", "round")
_Scale = tuple[str, str | None, str | None]


def _points(difference: float) -> float:
    # A middle of two numbers has one place more.
    return round(difference, _PLACES + 1)


class _Own(NamedTuple):
    """One person's own number."""

    record: str
    sitting: int
    scale: _Scale
    about: str | None
    by: str
    kind: str | None
    side: str
    value: float | None
    length: float | None
    """How long the scale is, from one end to the other."""


def _own_numbers(tables: Any, scale: str | None) -> Iterator[_Own]:
    names = (
        "record_id sitting scale scale_key round about rated_by rater_kind side value from_worried_end scale_min scale_max own"
    ).split()
    for (
        record,
        sitting,
        name,
        key,
        turn,
        about,
        by,
        kind,
        side,
        number,
        value,
        low,
        high,
        own,
    ) in rows(table_of(tables, "ratings"), *names):
        if own and scale in (None, name):
            if key is None or not low <= number <= high:
                value = None
            length = None if key is None else high - low
            yield _Own(record, sitting, (name, key, turn), about, by, kind, side, value, length)


def movement(
    tables: Any,
    *,
    scale: str | None = None,
    by: str | None = None,
    threshold: int = THRESHOLD,
    base: int | None = None,
    library: str | None = None,
) -> Any:
    """How the same rater moved on the same scale, from the number they gave before to the next.

    One row for each scale, round and side. `n` counts pairs of numbers by one participant of one family about the same
    thing; `missing` counts numbers that could have been compared and cannot: their rater gave none before at a panel that was
    not the first to ask, the panel has no day, or the number has no place on a scale that is known. `better`, `same` and `worse` are away from the worried
    end, not at all and towards it; `mean_change`, `q1`, `median` and `q3` are in points of the scale, better above 0.
    """
    tables = of_panels(tables)
    panels, groups = panels_of(tables), grouping(tables, by)
    lines: dict[tuple[Any, ...], dict[tuple[Any, int], dict[str, _Own]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    missing: dict[tuple[Any, ...], int] = defaultdict(int)
    for number in _own_numbers(tables, scale):
        panel = panels[number.record]
        when = panel.when()
        if number.value is None or when is None:
            missing[*groups.group(number.record), *number.scale, number.side] += 1
        else:
            # Of two own numbers in one record the first is the one that is compared, as in a summary.
            lines[panel.case, number.scale, number.about][when].setdefault(number.by, number)
    changes: dict[tuple[Any, ...], list[float]] = defaultdict(list)
    for points in lines.values():
        before: dict[str, float] = {}
        for place, when in enumerate(sorted(points)):
            for by, number in points[when].items():
                group = (*groups.group(number.record), *number.scale, number.side)
                value = number.value or 0.0
                if by in before:
                    changes[group].append(_points(value - before[by]))
                else:
                    # So that a scale which was asked but once has its row, with nothing to compare.
                    missing[group] += place > 0
                before[by] = value
    shape = Shape(
        (*groups.keys, *SCALE, "side"),
        ("n", "missing", "better", "same", "worse"),
        dict.fromkeys(("mean_change", *QUARTILES), ("n",)),
        (("n", ("better", "same", "worse")),),
        by=groups.by,
        within=groups.within,
        titles=titles_of_scales(tables),
    )
    found = []
    for group in in_order({*changes, *missing}):
        moved = changes.get(group, [])
        found.append(
            {
                **dict(zip(shape.keys, group, strict=True)),
                "n": len(moved),
                "missing": missing.get(group, 0),
                "better": sum(change > 0 for change in moved),
                "same": sum(change == 0 for change in moved),
                "worse": sum(change < 0 for change in moved),
                "mean_change": mean(moved),
                **quartiles(moved),
            }
        )
    return answer(tables, shape, found, threshold=threshold, base=base, library=library)


def titles_of_scales(tables: Any) -> dict[str, dict[Any, str]]:
    return titles_of(tables, "ratings", ("scale", "scale_title", "scale"))


def sittings_of(tables: Any, scale: str | None) -> dict[tuple[str, int], list[_Own]]:
    sittings: dict[tuple[str, int], list[_Own]] = defaultdict(list)
    for number in _own_numbers(tables, scale):
        sittings[number.record, number.sitting].append(number)
    return sittings


def family_and_professionals(
    tables: Any,
    *,
    scale: str | None = None,
    by: str | None = None,
    threshold: int = THRESHOLD,
    base: int | None = None,
    library: str | None = None,
) -> Any:
    """Where the family stands beside the professionals of the same sitting.

    One row for each scale and round. `n` counts sittings in which both sides gave numbers of their own, `missing` those with
    numbers of which one side gave none. `family_lower`, `same` and `family_higher` compare the middle of each side, lower
    being nearer the worried end; `median_gap` is the middle of family less professionals, and `median_lowest_gap` the same of
    the lowest number on each side.
    """
    tables = of_panels(tables)
    of_one_line(tables, "ratings")
    groups = grouping(tables, by)
    middle: dict[tuple[Any, ...], list[float]] = defaultdict(list)
    lowest: dict[tuple[Any, ...], list[float]] = defaultdict(list)
    missing: dict[tuple[Any, ...], int] = defaultdict(int)
    for numbers in sittings_of(tables, scale).values():
        group = (*groups.group(numbers[0].record), *numbers[0].scale)
        family, professional = (
            [number.value for number in numbers if number.side == side and number.value is not None]
            for side in ("family", "professional")
        )
        if not (family and professional):
            missing[group] += 1
            continue
        middle[group].append(_points((median(family) or 0.0) - (median(professional) or 0.0)))
        lowest[group].append(_points(min(family) - min(professional)))
    shape = Shape(
        (*groups.keys, *SCALE),
        ("n", "missing", "family_lower", "same", "family_higher"),
        {"median_gap": ("n",), "median_lowest_gap": ("n",)},
        # `spread` has the sittings of a scale as well.
        (("n", ("family_lower", "same", "family_higher")), (None, ("n", "missing"))),
        by=groups.by,
        within=groups.within,
        titles=titles_of_scales(tables),
    )
    found = []
    for group in in_order({*middle, *missing}):
        gaps = middle.get(group, [])
        found.append(
            {
                **dict(zip(shape.keys, group, strict=True)),
                "n": len(gaps),
                "missing": missing.get(group, 0),
                "family_lower": sum(gap < 0 for gap in gaps),
                "same": sum(gap == 0 for gap in gaps),
                "family_higher": sum(gap > 0 for gap in gaps),
                "median_gap": median(gaps),
                "median_lowest_gap": median(lowest.get(group, [])),
            }
        )
    return answer(tables, shape, found, threshold=threshold, base=base, library=library)


def deviations(
    tables: Any,
    *,
    scale: str | None = None,
    by: str | None = None,
    threshold: int = THRESHOLD,
    base: int | None = None,
    library: str | None = None,
) -> Any:
    """Who scores low or high beyond the family's own level.

    Some families worry everybody; that is their level, not a rater's habit. Each number is therefore held against the mean
    of the *other* own numbers of the same sitting. One row for each scale, round, kind of rater and seat that they hold. `n` counts
    numbers, `missing` those with no other to hold them against; `lower`, `same` and `higher` count how they lie, lower being
    nearer the worried end; the figures are in points of the scale.

    A seat that scores lower may see what others do not. This says where to ask, not who is right.
    """
    tables = of_panels(tables)
    of_one_line(tables, "ratings")
    groups = grouping(tables, by)
    seats = {
        (record, participant): seat
        for record, participant, seat in rows(
            table_of(tables, "participants"), "record_id", "participant_id", "seat_held"
        )
        if seat is not None
    }
    found: dict[tuple[Any, ...], list[float]] = defaultdict(list)
    missing: dict[tuple[Any, ...], int] = defaultdict(int)
    for numbers in sittings_of(tables, scale).values():
        known = [number.value for number in numbers if number.value is not None]
        total = sum(known)
        for number in numbers:
            seat = seats.get((number.record, number.by))
            group = (*groups.group(number.record), *number.scale, number.kind, seat)
            if number.value is None or len(known) < 2:
                missing[group] += 1
            else:
                others = len(known) - 1
                found[group].append(
                    _points(number.value * others - (total - number.value)) / others
                )
    shape = Shape(
        (*groups.keys, *SCALE, "kind", "seat"),
        ("n", "missing", "lower", "same", "higher"),
        dict.fromkeys(("mean_deviation", *QUARTILES), ("n",)),
        (("n", ("lower", "same", "higher")),),
        by=groups.by,
        within=groups.within,
        titles=titles_of_scales(tables)
        | titles_of(tables, "participants", ("seat", "seat_title", "seat_held")),
    )
    lines = []
    for group in in_order({*found, *missing}):
        gaps = found.get(group, [])
        lines.append(
            {
                **dict(zip(shape.keys, group, strict=True)),
                "n": len(gaps),
                "missing": missing.get(group, 0),
                "lower": sum(gap < 0 for gap in gaps),
                "same": sum(gap == 0 for gap in gaps),
                "higher": sum(gap > 0 for gap in gaps),
                "mean_deviation": mean(gaps),
                **quartiles(gaps),
            }
        )
    return answer(tables, shape, lines, threshold=threshold, base=base, library=library)


DIRECTIONS = ("close", "step_down", "stay", "step_up", "defer")
"""Which way a decision takes the family's support."""


def pattern_of(values: list[float], wide: float) -> str:
    """How the own numbers of one sitting lie: `wide`, `lone_low`, `wide_and_lone_low`, `close` or `too_few`.

    As rule SP508 has it: as far apart as `wide`; or three or more, of which one lowest stands alone and its gap to the next
    is at least half of that.
    """
    if len(values) < 2:
        return "too_few"
    ordered = sorted(values)
    gap = _points(ordered[1] - ordered[0])
    is_wide = _points(ordered[-1] - ordered[0]) >= wide
    is_lone = len(ordered) > 2 and gap > 0 and gap * 2 >= wide
    return {
        (True, True): "wide_and_lone_low",
        (True, False): "wide",
        (False, True): "lone_low",
    }.get((is_wide, is_lone), "close")


def spread(
    tables: Any,
    *,
    wide: float | None = None,
    scale: str | None = None,
    by: str | None = None,
    threshold: int = THRESHOLD,
    base: int | None = None,
    library: str | None = None,
) -> Any:
    """In which share of sittings people stood far apart, or one alone was low, and what followed.

    `wide` is how many points apart is far: where none is said, two fifths of the scale's length, which on 0 to 10 is the 4 of the
    built-in profile (a suggestion, not a standard). One row for each scale, round and `pattern` (see `pattern_of`). `n` counts
    sittings, and `share` is theirs of all of that scale and round. What followed: the direction of the panel's decision
    (`missing`: none is recorded), `dissent` (one was recorded), and, of sittings after which the same question was put at a
    later panel (`asked_again`), whether people then stood `narrower`, `as_before` or `wider`.
    """
    tables = of_panels(tables)
    if by in ("decision", "direction"):
        raise ValueError(f"by: {by} is what this answer counts, expected another column")
    panels, by_group = panels_of(tables), grouping(tables, by)
    decided = {
        record: (direction, dissents)
        for record, direction, dissents in rows(
            table_of(tables, "panels"), "record_id", "direction", "dissents"
        )
    }
    sittings = sittings_of(tables, scale)
    spans: dict[tuple[str, int], float] = {}
    lines: dict[tuple[Any, ...], list[tuple[Any, tuple[str, int]]]] = defaultdict(list)
    for place, numbers in sittings.items():
        values = [number.value for number in numbers if number.value is not None]
        panel = panels[place[0]]
        if len(values) > 1 and panel.held_on is not None:
            spans[place] = _points(max(values) - min(values))
            lines[panel.case, numbers[0].scale, numbers[0].about].append((panel.when(), place))
    later: dict[tuple[str, int], tuple[str, int]] = {}
    for points in lines.values():
        points.sort()
        later.update(
            (this[1], following[1])
            for this, following in itertools.pairwise(points)
            if this[1][0] != following[1][0]
        )
    groups: dict[tuple[Any, ...], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    totals: dict[tuple[Any, ...], int] = defaultdict(int)
    for place, numbers in sittings.items():
        group = (*by_group.group(place[0]), *numbers[0].scale)
        values = [number.value for number in numbers if number.value is not None]
        length = numbers[0].length or 0.0
        tally = groups[*group, pattern_of(values, _points(length * 0.4) if wide is None else wide)]
        totals[group] += 1
        direction, dissents = decided[place[0]]
        tally["n"] += 1
        tally[direction or "missing"] += 1
        tally["dissent"] += dissents > 0
        if place in later:
            tally["asked_again"] += 1
            before, after = spans[place], spans[later[place]]
            tally["narrower" if after < before else "wider" if after > before else "as_before"] += 1
    shape = Shape(
        (*by_group.keys, *SCALE, "pattern"),
        ("n", "missing", *DIRECTIONS, "dissent", "asked_again", "narrower", "as_before", "wider"),
        {"share": ("n",)},
        (
            ("n", (*DIRECTIONS, "missing")),
            ("asked_again", ("narrower", "as_before", "wider")),
        ),
        by=by_group.by,
        within=by_group.within,
        titles=titles_of_scales(tables),
        across="pattern",
    )
    found = [
        {
            **dict(zip(shape.keys, group, strict=True)),
            **{name: groups[group].get(name, 0) for name in shape.counts},
            "share": share(groups[group]["n"], totals[group[:-1]]),
        }
        for group in in_order(groups)
    ]
    return answer(tables, shape, found, threshold=threshold, base=base, library=library)
