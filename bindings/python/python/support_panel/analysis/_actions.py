"""Questions about who does what by when."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from ._answer import QUARTILES, THRESHOLD, Shape, answer, in_order, median, quartiles, share
from ._episodes import episodes_of
from ._frames import columns_of, rows, table_of
from ._panels import grouping, of_panels, panels_of

_Action = tuple[str, str]
_COUNTS = (
    *("n", "missing", "on_time", "late", "overdue", "not_yet_due"),
    *("carried_never", "carried", "carried_again", "cancelled"),
)

# Whether they were done or not: what is late and open is no less late.
_FELL_DUE = ("on_time", "late", "overdue")


def actions(
    tables: Any,
    *,
    by: str = "owner_kind",
    again: int = 2,
    threshold: int = THRESHOLD,
    base: int | None = None,
    library: str | None = None,
) -> Any:
    """What became of actions, by kind of owner, the owner's `"agency"`, any other column of the table `actions`, or of their panel.

    An action that a later panel carried on stands in both records; it is counted once, as the last of them has it. One row
    for each value of `by`. `n` counts actions that were not `cancelled`: `on_time` and `late` are done, `overdue` and `not_yet_due`
    are live and need tables that were read with `as_of`, and of the `missing` it is not known. `carried` and `carried_again` count
    those carried on at least once and at least `again` times, `carried_never` the others. `share_on_time` is of all that
    fell due: done on time, done late, or overdue. `median_days_late` is of the `late` ones.
    """
    tables = of_panels(tables)
    panels_of(tables)
    table = table_of(tables, "actions")
    columns = columns_of(table)
    own = "owner_agency" if by == "agency" and by not in columns else by
    is_own = own in columns
    groups = grouping(tables, None if is_own else by)
    stated: list[tuple[_Action, Any, str, bool, int | None]] = []
    came_from: dict[_Action, _Action] = {}
    names = (
        "record_id",
        "action_id",
        own if is_own else "status",
        "status",
        "live",
        "days_late",
        "carried_from_record",
        "carried_from_action",
    )
    for record, action, group, status, live, late, old_record, old_action in rows(table, *names):
        if not is_own:
            (group,) = groups.group(record)
        stated.append(((record, action), group, status, live, late))
        if old_record is not None:
            came_from[record, action] = (old_record, old_action)
    carried_on = {*came_from.values()}
    tallies: dict[Any, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    lateness: dict[Any, list[float]] = defaultdict(list)
    for place, group, status, live, late in stated:
        if place in carried_on:
            continue
        tally = tallies[group]
        if status == "cancelled":
            tally["cancelled"] += 1
            continue
        times = _times_carried(place, came_from)
        tally["n"] += 1
        tally["carried" if times else "carried_never"] += 1
        tally["carried_again"] += times >= again
        if late is None:
            tally["missing"] += 1
        elif live:
            tally["overdue" if late > 0 else "not_yet_due"] += 1
        else:
            tally["late" if late > 0 else "on_time"] += 1
            if late > 0:
                lateness[group].append(late)
    shape = Shape(
        (by,),
        _COUNTS,
        {"share_on_time": _FELL_DUE, "median_days_late": ("late",)},
        (
            ("n", ("on_time", "late", "overdue", "not_yet_due", "missing")),
            ("n", ("carried_never", "carried")),
        ),
        by=by,
        within=groups.within,
        shares={"share_on_time": ("on_time", _FELL_DUE)},
    )
    found = []
    for (group,) in in_order((group,) for group in tallies):
        tally = tallies[group]
        found.append(
            {
                by: group,
                **{name: tally.get(name, 0) for name in shape.counts},
                "share_on_time": share(tally["on_time"], sum(tally[name] for name in _FELL_DUE)),
                "median_days_late": median(lateness.get(group, [])),
            }
        )
    return answer(tables, shape, found, threshold=threshold, base=base, library=library)


def _times_carried(place: _Action, came_from: dict[_Action, _Action]) -> int:
    seen = {place}
    while (place := came_from.get(place, place)) not in seen:
        seen.add(place)
    return len(seen) - 1


STEPS = ("referral_to_panel", "panel_to_first_action", "referral_to_first_action")
"""The ways of which `timing` tells how long they took."""


def timing(
    tables: Any,
    *,
    by: str | None = None,
    threshold: int = THRESHOLD,
    base: int | None = None,
    library: str | None = None,
) -> Any:
    """How many days from referral to panel, and on to the first action that was done.

    Each referral is counted once, also of a family that comes back: with the panel that it led to, which is the first of the family's
    panels that have a day, or a later one that is no review, follows no other, and of which the referral came in after the panel
    before. Where the panel that a referral led to is not among the records, as at the edge of an extract, or has no day, it counts as
    `missing`. The first action is the earliest done on or after that day, and before the family is referred again, in whichever of
    their records it stands. One row for each of `STEPS`. `n` counts referrals of which both days are known, `missing` the others,
    `before` those of `n` whose days stand in the wrong order: they are left out of the quartiles.
    """
    tables = of_panels(tables)
    panels, groups = panels_of(tables), grouping(tables, by)
    received = dict(rows(table_of(tables, "panels"), "record_id", "received_on"))
    done: dict[str, list[Any]] = defaultdict(list)
    for record, day in rows(table_of(tables, "actions"), "record_id", "done_on"):
        if day is not None:
            done[panels[record].case].append(day)
    counted: dict[tuple[Any, ...], int] = defaultdict(int)
    days: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for episode, until in episodes_of(tables):
        record = episode.panels[0]
        held = episode.held_on if episode.is_whole else None
        referred, first_done = None, None
        if held is not None:
            referred = received[record]
            after = (
                day
                for day in done[panels[record].case]
                if day >= held and (until is None or day < until)
            )
            first_done = min(after, default=None)
        ends = ((referred, held), (held, first_done), (referred, first_done))
        for step, (start, end) in zip(STEPS, ends, strict=True):
            group = (*groups.group(record), step)
            counted[group] += 1
            if start is not None and end is not None:
                days[group].append((end - start).days)
    shape = Shape(
        (*groups.keys, "step"),
        ("n", "missing", "before"),
        dict.fromkeys(QUARTILES, ("n",)),
        ((None, ("n", "missing")),),
        by=groups.by,
        within=groups.within,
    )
    found = []
    asked = in_order({group[:-1] for group in counted}) if groups.by else [()]
    for group in ((*one, step) for one in asked for step in STEPS):
        taken = days.get(group, [])
        in_turn = [count for count in taken if count >= 0]
        found.append(
            {
                **dict(zip(shape.keys, group, strict=True)),
                "n": len(taken),
                "missing": counted.get(group, 0) - len(taken),
                "before": len(taken) - len(in_turn),
                **quartiles(in_turn),
            }
        )
    return answer(tables, shape, found, threshold=threshold, base=base, library=library)
