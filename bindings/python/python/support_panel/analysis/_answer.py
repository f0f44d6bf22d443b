"""What every answer is made of: named columns, counts that may be too small to show, and figures that rest on them."""

from __future__ import annotations

import statistics
import warnings
from collections.abc import Iterable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from ._frames import Kind, frame, library_for

SUPPRESSED = "c"
"""Stands in place of a count that is too small to show."""

THRESHOLD = 5
"""Counts from 1 to below this are not shown, unless another threshold is asked for."""

QUARTILES = ("q1", "median", "q3")


class DisclosureWarning(UserWarning):
    """A count that was suppressed can be worked out from others that are shown."""


@dataclass(frozen=True)
class Shape:
    """The columns of an answer, in order.

    `figures` names the counts that each figure rests on: it is shown only where they are. `sums` names the counts that
    make up another count, from which a single suppressed one could be worked out.
    """

    keys: tuple[str, ...]
    counts: tuple[str, ...]
    figures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sums: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass
class Whole:
    """The counts of an answer, added up over parts; figures cannot be added."""

    shape: Shape | None = None
    lines: dict[tuple[Any, ...], dict[str, int]] = field(default_factory=dict)

    def add(self, shape: Shape, lines: Iterable[Mapping[str, Any]]) -> None:
        self.shape = shape
        for line in lines:
            counts = self.lines.setdefault(
                tuple(line[name] for name in shape.keys), dict.fromkeys(shape.counts, 0)
            )
            for name in shape.counts:
                counts[name] += line[name]


ADDING_UP: ContextVar[Whole | None] = ContextVar("ADDING_UP", default=None)
"""Where an answer goes that is one of many parts."""


def answer(
    tables: Any,
    shape: Shape,
    found: Iterable[Mapping[str, Any]],
    *,
    threshold: int,
    library: str | None,
) -> Any:
    """The frame of an answer, its small counts suppressed."""
    if threshold < 0:
        raise ValueError(f"threshold is {threshold}; 0 or more was expected")
    lines = list(found)
    whole = ADDING_UP.get()
    if whole is not None:
        whole.add(shape, lines)
        return None
    target = library_for(tables, library)
    hidden = [{name for name in shape.counts if 0 < line[name] < threshold} for line in lines]
    columns: dict[str, tuple[Kind, list[Any]]] = {}
    for name in shape.keys:
        columns[name] = (Kind.TEXT, [line[name] for line in lines])
    for name in shape.counts:
        if threshold:
            counts = [
                SUPPRESSED if name in small else str(line[name])
                for line, small in zip(lines, hidden, strict=True)
            ]
            columns[name] = (Kind.TEXT, counts)
        else:
            columns[name] = (Kind.COUNT, [line[name] for line in lines])
    for name, basis in shape.figures.items():
        shown = [
            None if small.intersection(basis) else line[name]
            for line, small in zip(lines, hidden, strict=True)
        ]
        columns[name] = (Kind.FIGURE, shown)
    _warn(shape, lines, hidden, threshold)
    return frame(columns, target)


def _warn(
    shape: Shape, lines: Sequence[Mapping[str, Any]], hidden: Sequence[set[str]], threshold: int
) -> None:
    for total, parts in shape.sums.items():
        given_away = sum(
            total not in small
            and is_given_away(
                line[total], [None if part in small else line[part] for part in parts], threshold
            )
            for line, small in zip(lines, hidden, strict=True)
        )
        if given_away:
            warnings.warn(
                f"in {given_away} of {len(lines)} rows a suppressed count can be worked out from {total} and the others "
                f"of {', '.join(parts)}: leave one of them out, or join groups, before the answer is passed on",
                DisclosureWarning,
                stacklevel=4,
            )


def is_given_away(total: int, parts: Sequence[int | None], threshold: int) -> bool:
    """Whether the suppressed parts (`None`) of a total that is shown can only be one set of numbers.

    A suppressed part is from 1 to below the threshold. One alone is the difference; several are known where each must be
    the least, or the most, that it can be.
    """
    suppressed = parts.count(None)
    rest = total - sum(part for part in parts if part is not None)
    return suppressed == 1 or (
        suppressed > 1 and rest in (suppressed, suppressed * (threshold - 1))
    )


def share(part: int, whole: int) -> float | None:
    """A share from 0 to 1; none of nothing."""
    return part / whole if whole else None


def median(values: Sequence[float]) -> float | None:
    """The middle; none of nothing."""
    return float(statistics.median(values)) if values else None


def mean(values: Sequence[float]) -> float | None:
    """The mean; none of nothing."""
    return statistics.fmean(values) if values else None


def quartiles(values: Sequence[float]) -> dict[str, float | None]:
    """The quartiles and the middle, by linear interpolation between neighbours (type 7), as in a sitting's summary."""
    if not values:
        return dict.fromkeys(QUARTILES)
    if len(values) == 1:
        return dict.fromkeys(QUARTILES, float(values[0]))
    return dict(
        zip(
            QUARTILES,
            map(float, statistics.quantiles(values, n=4, method="inclusive")),
            strict=True,
        )
    )


def in_order(keys: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Keys in order, with what is missing last."""
    return sorted(keys, key=lambda key: tuple((part is None, str(part or "")) for part in key))
