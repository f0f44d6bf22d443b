"""How far the numbers of one sitting agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from .._errors import PanelError
from .._native import alpha, average_deviation
from ._answer import QUARTILES, THRESHOLD, Shape, answer, in_order, quartiles, titles_of
from ._frames import rows, table_of
from ._panels import grouping, of_one_line, of_panels
from ._scaling import SCALE


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
    for record, of, values in _sittings(tables, scale):
        group = (*groups.group(record), *of)
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
        titles=titles_of(tables, "ratings", ("scale", "scale_title", "scale")),
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


def _sittings(tables: Any, scale: str | None) -> Iterator[tuple[str, tuple[Any, ...], list[float]]]:
    """The record, the scale and the known own numbers of each sitting."""
    names = (
        "record_id sitting scale scale_key round value from_worried_end scale_min scale_max own"
    ).split()
    sittings: dict[tuple[str, int], tuple[tuple[Any, ...], list[float]]] = {}
    for record, sitting, name, key, turn, number, value, low, high, own in rows(
        table_of(tables, "ratings"), *names
    ):
        if own and scale in (None, name):
            _, values = sittings.setdefault((record, sitting), ((name, key, turn), []))
            # A number outside its scale is no one's place on it.
            if value is not None and key is not None and low <= number <= high:
                values.append(value)
    for (record, _), (of, values) in sittings.items():
        yield record, of, values


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
