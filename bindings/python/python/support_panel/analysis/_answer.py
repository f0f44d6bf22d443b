"""What every answer is made of: named columns, counts that may be too small to show, and figures that rest on them."""

from __future__ import annotations

import statistics
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ._frames import Kind, columns_of, distinct, frame, given, library_for
from ._suppression import Row, Sum, suppress, too_small, total_of

MISSING_RECORDS = "missing_records"
"""The column that says how many lines could not be read: what they hold is missing from every row. Empty where no one knows."""

SUPPRESSED = "suppressed"
"""The column that names what is hidden in a row; what is missing and not named there does not apply."""

THRESHOLD = 5
"""Counts from 1 to below this are not shown, unless another threshold is asked for."""

QUARTILES = ("q1", "median", "q3")


@dataclass(frozen=True)
class Shape:
    """The columns of an answer, in order.

    `figures` names the counts that each figure rests on: it is shown only where they are. `sums` says which counts make up
    another, or a total that is known elsewhere. `by` is the key whose rows make up an answer without it, and `within` gives
    for a value of it the greater part that it belongs to, of which an answer could be had too (the year of a quarter).
    `across` is a key whose rows, with the same other keys, make up a total of `n` that is known elsewhere. `common` names counts
    that are the same in many rows of one group: where one is small, the group is shown nowhere.
    """

    keys: tuple[str, ...]
    counts: tuple[str, ...]
    figures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sums: tuple[Sum, ...] = ()
    by: str | None = None
    within: Callable[[Any], Any] | None = None
    across: str | None = None
    common: tuple[str, ...] = ()
    unseen: Mapping[str, Callable[[Mapping[str, Any]], int]] = field(default_factory=dict)
    """Parts of a sum that no column shows."""
    shares: Mapping[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    """Of the figures that are shares of counts, the part and what the whole is made of."""
    titles: Mapping[str, Mapping[Any, str]] = field(default_factory=dict)
    """What the profile calls the ids of a key."""


def answer(
    tables: Any,
    shape: Shape,
    found: Iterable[Mapping[str, Any]],
    *,
    threshold: int,
    library: str | None,
    base: int | None = None,
    stacklevel: int = 4,
) -> Any:
    """The frame of an answer, its small counts suppressed or all counts rounded. `stacklevel` is that of whoever asked."""
    if threshold < 0:
        raise ValueError(f"threshold is {threshold}; 0 or more was expected")
    if base is not None and base < 2:
        raise ValueError(f"base is {base}; 2 or more was expected")
    if len({*shape.keys}) < len(shape.keys):
        raise ValueError(f"by: {shape.by} is a column of this answer already, expected another")
    lines = [{**line} for line in found]
    target = library_for(tables, library)
    hidden = [set[str]() for _ in lines]
    weak = hidden
    if base is not None:
        # A share is told as the rounded counts make it; what else rests on few is not told at all.
        weak = [{name for name in shape.counts if 0 < line[name] < threshold} for line in lines]
        lines = [_rounded(line, shape, base) for line in lines]
    elif threshold:
        weak = hidden = _suppressed(lines, shape, threshold)
    columns: dict[str, tuple[Kind, list[Any]]] = {}
    for name in shape.keys:
        columns[name] = (Kind.TEXT, [line[name] for line in lines])
        if name in shape.titles:
            titles = shape.titles[name]
            columns[f"{name}_title"] = (Kind.TEXT, [titles.get(line[name]) for line in lines])
    for name in shape.counts:
        counts = [
            None if name in names else line[name] for line, names in zip(lines, hidden, strict=True)
        ]
        columns[name] = (Kind.COUNT, counts)
    for name, basis in shape.figures.items():
        for line, names, small in zip(lines, hidden, weak, strict=True):
            told_by_counts = base is not None and name in shape.shares
            if line[name] is not None and not told_by_counts and small.intersection(basis):
                names.add(name)
        shown = [
            None if name in names else line[name] for line, names in zip(lines, hidden, strict=True)
        ]
        columns[name] = (Kind.FIGURE, shown)
    columns[MISSING_RECORDS] = (Kind.COUNT, [_missing_records(tables, stacklevel)] * len(lines))
    if threshold or base is not None:
        order = (*shape.counts, *shape.figures)
        marks = [" ".join(name for name in order if name in names) or None for names in hidden]
        columns[SUPPRESSED] = (Kind.TEXT, marks)
    return frame(columns, target)


def _missing_records(tables: Any, stacklevel: int) -> int | None:
    """How many lines could not be read, where the tables say; whoever asks is told once."""
    errors = given(tables, "errors")
    if errors is None:
        return None
    missing = len(errors)
    if missing:
        warnings.warn(
            f"{missing} lines could not be read, and what they hold is missing from this answer: the table errors says why",
            stacklevel=stacklevel,
        )
    return missing


def titles_of(tables: Any, name: str, column: tuple[str, str, str]) -> dict[str, dict[Any, str]]:
    """For a key of an answer, what the profile calls its ids: a table has the titles in one column, and the ids in another."""
    key, titles, ids = column
    table = given(tables, name)
    if table is None or titles not in columns_of(table):
        return {}
    found = sorted(pair for pair in distinct(table, titles, ids) if None not in pair)
    return {key: {id_: title for title, id_ in found}}


def _suppressed(lines: Sequence[Mapping[str, Any]], shape: Shape, threshold: int) -> list[set[str]]:
    """The counts that each line hides."""
    hidden = [set[str]() for _ in lines]
    # What is asked together: the lines that differ in `by` alone, and in `across`, which then is part of a count's name.
    strata: dict[tuple[Any, ...], dict[Any, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, line in enumerate(lines):
        others = tuple(line[key] for key in shape.keys if key not in (shape.by, shape.across))
        strata[others][line[shape.by] if shape.by else None].append(place)
    hidden_groups = _too_small(lines, shape, threshold)
    for groups in strata.values():
        rows: dict[Any, Row] = {}
        names: dict[Any, None] = {}
        for group, places in groups.items():
            rows[group] = Row({}, is_hidden=group in hidden_groups, fixed=shape.common)
            for place in places:
                prefix = _prefix(lines[place], shape)
                names[prefix] = None
                line = lines[place]
                rows[group].counts |= {prefix + name: line[name] for name in shape.counts}
                rows[group].counts |= {prefix + n: part(line) for n, part in shape.unseen.items()}
        levels = _levels(rows, shape)
        for row in levels[1] if len(levels) == 3 else ():
            row.is_hidden = (_BETWEEN, row.group) in hidden_groups
            row.fixed = shape.common
        unseen = [prefix + name for prefix in names for name in shape.unseen]
        suppress(levels, _sums(shape, names), threshold, unseen)
        for group, places in groups.items():
            for place in places:
                prefix = _prefix(lines[place], shape)
                hidden[place] = {
                    name for name in shape.counts if prefix + name in rows[group].hidden
                }
    return hidden


_BETWEEN = "between"


def _too_small(lines: Sequence[Mapping[str, Any]], shape: Shape, threshold: int) -> set[Any]:
    """The groups that are shown nowhere, since a count that many of their rows share is small."""
    if shape.by is None or not shape.common:
        return set()
    rows: dict[Any, Row] = {}
    common: dict[str, None] = {}
    for line in lines:
        row = rows.setdefault(line[shape.by], Row({}))
        others = ",".join(str(line[key]) for key in shape.keys if key != shape.by)
        row.counts |= {f"{others} {name}": line[name] for name in shape.counts}
        common |= {f"{others} {name}": None for name in shape.common}
    small = too_small(_levels(rows, shape), common, threshold)
    names = {id(row): group for group, row in rows.items()}
    return {names.get(id(row), (_BETWEEN, row.group)) for row in small}


def _prefix(line: Mapping[str, Any], shape: Shape) -> str:
    return f"{line[shape.across]} " if shape.across else ""


def _sums(shape: Shape, prefixes: Iterable[str]) -> list[Sum]:
    sums: list[Sum] = [
        (None if total is None else prefix + total, tuple(prefix + part for part in parts))
        for prefix in prefixes
        for total, parts in shape.sums
    ]
    if shape.across:
        sums.append((None, tuple(f"{prefix}n" for prefix in prefixes)))
    return sums


def _levels(rows: Mapping[Any, Row], shape: Shape) -> list[list[Row]]:
    """Everything first, then what is between it and the rows, then the rows."""
    if shape.by is None:
        return [[*rows.values()]]
    if shape.within is None:
        return [[total_of(rows.values())], [*rows.values()]]
    parts: dict[Any, list[Row]] = defaultdict(list)
    for group, row in rows.items():
        parts[shape.within(group)].append(row)
    between = [total_of(theirs) for theirs in parts.values()]
    for group, row in zip(parts, between, strict=True):
        row.group = group
    return [[total_of(between)], between, [*rows.values()]]


def _rounded(line: Mapping[str, Any], shape: Shape, base: int) -> dict[str, Any]:
    """Counts to the nearest multiple, totals of a sum as their parts make them up, and shares as the counts shown make them."""
    rounded = {**line}
    for name in shape.counts:
        rounded[name] = (2 * line[name] + base) // (2 * base) * base
    for total, parts in shape.sums:
        if total is not None and shape.unseen.keys().isdisjoint(parts):
            rounded[total] = sum(rounded[part] for part in parts)
    for name in shape.figures:
        if name in shape.shares:
            part, of = shape.shares[name]
            rounded[name] = share(rounded[part], sum(rounded[other] for other in of))
    return rounded


def share(part: int, whole: int) -> float | None:
    """A share from 0 to 1; none of nothing."""
    return part / whole if whole else None


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
