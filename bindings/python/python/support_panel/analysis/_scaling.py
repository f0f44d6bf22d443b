"""Questions about the numbers that people gave.

All of them count from the worried end of the scale, so that more is better on every scale, and none of them ever puts
numbers of different `scale_key` together. Guesses are left out: they are someone's number for someone else. A number outside
its scale (SP501) is no one's place on it, and counts as one that is not known.
"""

from __future__ import annotations

from typing import Any

from ._answer import QUARTILES, THRESHOLD, Shape
from ._folds import Question, ask

SCALE = ("scale", "scale_key", "round")


MOVEMENT = Question(
    "movement",
    Shape(
        (*SCALE, "side"),
        ("n", "missing", "better", "same", "worse"),
        dict.fromkeys(("mean_change", *QUARTILES), ("n",)),
        (("n", ("better", "same", "worse")),),
        titles={"scale": {}},
    ),
)


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
    return ask(
        tables, MOVEMENT.where(scale=scale), by=by, threshold=threshold, base=base, library=library
    )


FAMILY_AND_PROFESSIONALS = Question(
    "family_and_professionals",
    Shape(
        SCALE,
        ("n", "missing", "family_lower", "same", "family_higher"),
        {"median_gap": ("n",), "median_lowest_gap": ("n",)},
        # `spread` has the sittings of a scale as well.
        (("n", ("family_lower", "same", "family_higher")), (None, ("n", "missing"))),
        titles={"scale": {}},
    ),
)


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
    return ask(
        tables,
        FAMILY_AND_PROFESSIONALS.where(scale=scale),
        by=by,
        threshold=threshold,
        base=base,
        library=library,
    )


DEVIATIONS = Question(
    "deviations",
    Shape(
        (*SCALE, "kind", "seat"),
        ("n", "missing", "lower", "same", "higher"),
        dict.fromkeys(("mean_deviation", *QUARTILES), ("n",)),
        (("n", ("lower", "same", "higher")),),
        titles={"scale": {}, "seat": {}},
    ),
)


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

    Some families worry everyone; that is their level, not a rater's habit. Each number is therefore held against the mean
    of the *other* own numbers of the same sitting. One row for each scale, round, kind of rater and seat that they hold. `n` counts
    numbers, `missing` those with no other to hold them against; `lower`, `same` and `higher` count how they lie, lower being
    nearer the worried end; the figures are in points of the scale.

    A seat that scores lower may see what others do not. This says where to ask, not who is right.
    """
    return ask(
        tables,
        DEVIATIONS.where(scale=scale),
        by=by,
        threshold=threshold,
        base=base,
        library=library,
    )


DIRECTIONS = ("close", "step_down", "stay", "step_up", "defer")
"""Which way a decision takes the family's support."""


def _points(difference: float) -> float:
    # A number has at most six decimal places, so that differences are exact once rounded to them.
    return round(difference, 6)


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


SPREAD = Question(
    "spread",
    Shape(
        (*SCALE, "pattern"),
        ("n", "missing", *DIRECTIONS, "dissent", "asked_again", "narrower", "as_before", "wider"),
        {"share": ("n",)},
        (
            ("n", (*DIRECTIONS, "missing")),
            ("asked_again", ("narrower", "as_before", "wider")),
        ),
        titles={"scale": {}},
        across="pattern",
    ),
)


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
    if by in ("decision", "direction"):
        raise ValueError(f"by: {by} is what this answer counts, expected another column")
    return ask(
        tables,
        SPREAD.where(scale=scale, wide=wide),
        by=by,
        threshold=threshold,
        base=base,
        library=library,
    )
