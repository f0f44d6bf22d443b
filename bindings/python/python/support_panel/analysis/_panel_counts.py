"""Questions about panels themselves: how many there were, whether they could decide, what they decided, and what came of it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import Any

from ._answer import THRESHOLD, Shape, answer, in_order, share, titles_of
from ._episodes import episodes_of
from ._folds import Question, ask
from ._frames import rows, table_of
from ._panels import day_of, grouping, of_panels, panels_of

_STATUSES = ("planned", "in_progress", "adjourned", "concluded")


def volumes(
    tables: Any,
    *,
    by: str | None = None,
    threshold: int = THRESHOLD,
    base: int | None = None,
    library: str | None = None,
) -> Any:
    """How many panels there were, how far they came, and how many families were referred, or referred again.

    `n` counts panels: `planned`, `in_progress`, `adjourned` or `concluded`; and `initial` ones, `review`s, and those that do not say
    which (`missing`). `families` counts families with their first panel among the records, and `returned` further referrals, each with
    the panel that it led to; `children` counts children at these two, so that no child of one referral counts again at a review.
    """
    tables = of_panels(tables)
    panels_of(tables)
    groups = grouping(tables, by)
    tallies: dict[tuple[Any, ...], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    if groups.by is None:
        tallies[()]["n"] = 0
    children: dict[str, int] = {}
    columns = ("record_id", "meeting_status", "kind", "children")
    for record, status, kind, count in rows(table_of(tables, "panels"), *columns):
        tally = tallies[groups.group(record)]
        tally["n"] += 1
        tally[status] += 1
        tally[kind or "missing"] += 1
        children[record] = count
    for episode, _ in episodes_of(tables):
        tally = tallies[groups.group(episode.panels[0])]
        tally["families" if episode.is_first else "returned"] += 1
        tally["children"] += children[episode.panels[0]]
    shape = Shape(
        groups.keys,
        ("n", "missing", "initial", "review", *_STATUSES, "families", "returned", "children"),
        {},
        (("n", ("missing", "initial", "review")), ("n", _STATUSES)),
        by=groups.by,
        within=groups.within,
    )
    found = [
        {
            **dict(zip(shape.keys, group, strict=True)),
            **{name: tallies[group].get(name, 0) for name in shape.counts},
        }
        for group in in_order(tallies)
    ]
    return answer(tables, shape, found, threshold=threshold, base=base, library=library)


QUORUM = Question(
    "quorum",
    Shape(
        (),
        ("n", "missing", "quorate", "inquorate"),
        {"share_quorate": ("n", "quorate")},
        (("n", ("quorate", "inquorate")),),
        shares={"share_quorate": ("quorate", ("n",))},
    ),
)


def quorum(
    tables: Any,
    *,
    by: str | None = None,
    threshold: int = THRESHOLD,
    base: int | None = None,
    library: str | None = None,
) -> Any:
    """Whether enough agencies, and the seats that the council asks for, were at the table.

    `n` counts panels that have begun, of councils that ask for a quorum: `quorate` ones and `inquorate` ones, with or without a reason
    to go on. `missing` counts those of councils that ask for none.
    """
    return ask(tables, QUORUM, by=by, threshold=threshold, base=base, library=library)


def decisions(
    tables: Any,
    *,
    within: int = 183,
    until: datetime.date | str | None = None,
    by: str | None = None,
    threshold: int = THRESHOLD,
    base: int | None = None,
    library: str | None = None,
) -> Any:
    """What panels decided, and whether the family was stepped up or came back within so many days.

    One row for each decision and direction. `n` counts concluded panels. `followed` counts those of them of which `within` days are over
    by `until` (where none is said, by the last day on which a panel of the records was held), `missing` the others, and those without a
    day. Of those followed, `stepped_up` counts those after which another panel of the family decided to step up, `returned` those after
    which the family was referred again (see `timing`), `either` those of which one holds or both, and `neither` the others.
    """
    tables = of_panels(tables)
    if by in ("decision", "direction"):
        raise ValueError(f"by: {by} is what this answer counts, expected another column")
    panels, groups = panels_of(tables), grouping(tables, by)
    period = datetime.timedelta(days=within)
    held = [panel.held_on for panel in panels.values() if panel.held_on is not None]
    last = day_of(until) or max(held, default=None)
    returns: dict[str, list[Any]] = defaultdict(list)
    for episode, _ in episodes_of(tables):
        if not episode.is_first:
            returns[panels[episode.panels[0]].case].append(episode.held_on)
    ups: dict[str, list[Any]] = defaultdict(list)
    columns = ("record_id", "meeting_status", "decision", "direction")
    decided = [*rows(table_of(tables, "panels"), *columns)]
    for record, _, _, direction in decided:
        if direction == "step_up" and panels[record].held_on is not None:
            ups[panels[record].case].append(panels[record].held_on)
    tallies: dict[tuple[Any, ...], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for record, status, decision, direction in decided:
        if status != "concluded":
            continue
        case, day, _ = panels[record]
        tally = tallies[*groups.group(record), decision, direction]
        tally["n"] += 1
        if day is None or last is None or (last - day) < period:
            tally["missing"] += 1
            continue
        tally["followed"] += 1
        stepped_up, returned = (
            any(datetime.timedelta() < later - day <= period for later in days[case])
            for days in (ups, returns)
        )
        tally["stepped_up"] += stepped_up
        tally["returned"] += returned
        tally["either" if stepped_up or returned else "neither"] += 1
    shape = Shape(
        (*groups.keys, "decision", "direction"),
        ("n", "missing", "followed", "stepped_up", "returned", "either", "neither"),
        {
            "share_stepped_up": ("followed", "stepped_up"),
            "share_returned": ("followed", "returned"),
        },
        (("n", ("followed", "missing")), ("followed", ("either", "neither"))),
        by=groups.by,
        within=groups.within,
        shares={
            "share_stepped_up": ("stepped_up", ("followed",)),
            "share_returned": ("returned", ("followed",)),
        },
        titles=titles_of(tables, "panels", ("decision", "decision_label", "decision")),
    )
    found = []
    for group in in_order(tallies):
        tally = tallies[group]
        found.append(
            {
                **dict(zip(shape.keys, group, strict=True)),
                **{name: tally.get(name, 0) for name in shape.counts},
                "share_stepped_up": share(tally["stepped_up"], tally["followed"]),
                "share_returned": share(tally["returned"], tally["followed"]),
            }
        )
    return answer(tables, shape, found, threshold=threshold, base=base, library=library)
