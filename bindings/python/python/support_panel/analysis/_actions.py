"""Questions about who does what by when."""

from __future__ import annotations

from typing import Any

from ._answer import QUARTILES, THRESHOLD, Shape
from ._folds import Question, ask

# Whether they were done or not: what is late and open is no less late.
_FELL_DUE = ("on_time", "late", "overdue")


ACTIONS = Question(
    "actions",
    Shape(
        (),
        (
            *("n", "missing", "on_time", "late", "overdue", "not_yet_due"),
            *("carried_never", "carried", "carried_again", "cancelled"),
        ),
        {"share_on_time": _FELL_DUE, "median_days_late": ("late",)},
        (
            ("n", ("on_time", "late", "overdue", "not_yet_due", "missing")),
            ("n", ("carried_never", "carried")),
        ),
        shares={"share_on_time": ("on_time", _FELL_DUE)},
    ),
    own="actions",
)


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
    return ask(
        tables, ACTIONS.where(again=again), by=by, threshold=threshold, base=base, library=library
    )


STEPS = ("referral_to_panel", "panel_to_first_action", "referral_to_first_action")
"""The ways of which `timing` tells how long they took."""


TIMING = Question(
    "timing",
    Shape(
        ("step",),
        ("n", "missing", "before"),
        dict.fromkeys(QUARTILES, ("n",)),
        ((None, ("n", "missing")),),
    ),
)


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
    return ask(tables, TIMING, by=by, threshold=threshold, base=base, library=library)
