"""How far the numbers of one sitting agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from .._errors import PanelError
from .._native import alpha, average_deviation
from ._answer import QUARTILES, THRESHOLD, Shape, answer, in_order, quartiles
from ._panels import grouping, of_one_line, of_panels
from ._scaling import SCALE, sittings_of, titles_of_scales


def agreement(
    tables: Any,
    *,
    scale: str | None = None,
    by: str | None = None,
    threshold: int = THRESHOLD,
    base: int | None = None,
    library: str | None = None,
) -> Any:
    """How far people agree who give a number in the same sitting, about the same family.

    One row for each scale and round. `n` counts sittings with two own numbers or more, `missing` those with fewer. `alpha` is
    Krippendorff's, of ordinal numbers, with sittings as the units; it is missing where no number differs. The quartiles are of each
    sitting's average deviation from its middle, in points of the scale.

    Look at `spread` first: an index can hide one worried person, and people may agree and be wrong.
    """
    tables = of_panels(tables)
    of_one_line(tables, "ratings")
    groups = grouping(tables, by)
    units: dict[tuple[Any, ...], list[list[float]]] = defaultdict(list)
    missing: dict[tuple[Any, ...], int] = defaultdict(int)
    for numbers in sittings_of(tables, scale).values():
        group = (*groups.group(numbers[0].record), *numbers[0].scale)
        values = [number.value for number in numbers if number.value is not None]
        if len(values) < 2:
            missing[group] += 1
        else:
            units[group].append(values)
    shape = Shape(
        (*groups.keys, *SCALE),
        ("n", "missing"),
        dict.fromkeys(("alpha", *QUARTILES), ("n",)),
        # `spread` has the sittings of a scale as well.
        ((None, ("n", "missing")),),
        by=groups.by,
        within=groups.within,
        titles=titles_of_scales(tables),
    )
    found = []
    for group in in_order({*units, *missing}):
        sittings = units.get(group, [])
        found.append(
            {
                **dict(zip(shape.keys, group, strict=True)),
                "n": len(sittings),
                "missing": missing.get(group, 0),
                "alpha": _alpha(sittings),
                **quartiles([average_deviation(values, "median") for values in sittings]),
            }
        )
    return answer(tables, shape, found, threshold=threshold, base=base, library=library)


def _alpha(sittings: Sequence[Sequence[float]]) -> float | None:
    """Who gave which number makes no difference to alpha: a row has one number of each sitting."""
    most = max(map(len, sittings), default=0)
    rows = [
        [numbers[at] if at < len(numbers) else None for numbers in sittings] for at in range(most)
    ]
    try:
        return alpha(rows, "ordinal")
    except PanelError as error:
        if error.code in ("no_variation", "too_few_values"):
            return None
        raise
