"""Which counts are hidden so that no small one can be worked out.

A small count is hidden, and with it others, so that a *move* stays possible: a change of hidden counts by one up or down that
leaves every total as it is. Whoever knows all that is shown, and every total that another answer over the same records could show,
still cannot tell the counts before a move from those after it. Totals are known on several levels: of everything, of each year, of
each quarter. A move of a level is carried on to the levels below it, so that no level gives away what another hides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

Sum = tuple[str | None, tuple[str, ...]]
"""A total and its parts; without a total, one that is known though no answer shows it."""

_Signs = Mapping[str, int]
_Move = list[tuple["Row", _Signs]]

_MOST_WAYS = 60
"""So many ways to make up for one change are looked at."""


@dataclass(eq=False)
class Row:
    """Counts of one group, and the group of the level above that it is part of."""

    counts: dict[str, int]
    parent: Row | None = None
    hidden: set[str] = field(default_factory=set)
    group: object = None
    fixed: tuple[str, ...] = ()
    """Counts that no move changes, since other rows show them too."""
    is_hidden: bool = False
    """Whether nothing of the group is shown in any row, but what is known to be 0."""

    def size(self) -> int:
        """Orders groups, alike in every part of an answer."""
        return self.counts.get("n", sum(self.counts.values()))


def total_of(rows: Iterable[Row]) -> Row:
    """The group that some groups make up; they become part of it."""
    whole = Row({})
    for row in rows:
        row.parent = whole
        for name, count in row.counts.items():
            whole.counts[name] = whole.counts.get(name, 0) + count
    return whole


def too_small(levels: Sequence[Sequence[Row]], common: Iterable[str], threshold: int) -> list[Row]:
    """The groups of each level that are hidden whole: where one of the `common` counts is small, and others beside them.

    Of a group that is shown, none or two of its parts are hidden. Of one that is hidden, so many are that what they have in common
    with it does not stand in the others alone.
    """
    found: list[Row] = []
    for rows in levels[1:]:
        siblings: dict[int, list[Row]] = {}
        for row in rows:
            siblings.setdefault(id(row.parent), []).append(row)
        for theirs in siblings.values():
            parent = theirs[0].parent
            by_size = sorted(theirs, key=Row.size)
            hidden = [
                row
                for row in by_size
                if any(0 < row.counts.get(name, 0) < threshold for name in common)
            ]
            if any(parent is row for row in found) and parent is not None:
                for name, count in parent.counts.items():
                    if count and not any(row.counts.get(name) for row in hidden):
                        hidden.append(next(row for row in by_size if row.counts.get(name)))
            elif len(hidden) == 1:
                hidden += [row for row in by_size if row is not hidden[0]][:1]
            found += hidden
    return found


def suppress(
    levels: Sequence[Sequence[Row]],
    sums: Sequence[Sum],
    threshold: int,
    unseen: Iterable[str] = (),
) -> None:
    """Hides counts of the rows of each level; the first level has the total of everything. `unseen` are shown in no case."""
    above: list[_Move] = []
    for depth, rows in enumerate(levels):
        level = _Level(rows, sums, threshold, frozenset(unseen))
        above = level.suppress(above)
        if level.has_failed:
            # Where one count could not be kept apart by a move, nothing is shown but what is known to be 0.
            for row in (row for below in levels[depth:] for row in below):
                row.hidden.update(
                    name
                    for name, count in row.counts.items()
                    if count or _may_have(row.parent, name)
                )
            return


def _may_have(parent: Row | None, name: str) -> bool:
    """Whether a part of a group may have a count that the group is not known to be without."""
    return parent is not None and (bool(parent.counts.get(name)) or name in parent.hidden)


class _Level:
    def __init__(
        self, rows: Sequence[Row], sums: Sequence[Sum], threshold: int, unseen: frozenset[str]
    ) -> None:
        self._unseen = unseen
        self.has_failed = False
        # What is hidden anyway first, then the smallest that is no small group: it is least missed.
        self._rows = sorted(
            rows, key=lambda row: (not row.is_hidden, row.size() < threshold, row.size())
        )
        self._sums = sums
        self._threshold = threshold
        names = dict.fromkeys(name for row in rows for name in row.counts)
        overall = {name: sum(row.counts.get(name, 0) for row in rows) for name in names}
        self._names = sorted(names, key=lambda name: (overall[name] < threshold, overall[name]))
        self._covered: set[tuple[int, str]] = set()
        self._moves: list[_Move] = []

    def suppress(self, above: list[_Move]) -> list[_Move]:
        small = [
            (row, name)
            for row in self._rows
            for name in self._names
            if 0 < row.counts.get(name, 0) < self._threshold and name not in self._unseen
        ]
        for row, name in small:
            row.hidden.add(name)
        for row in self._rows:
            if row.is_hidden:
                row.hidden.update(name for name in row.counts if self._is_open(row, name))
                self._covered.update((id(row), name) for name in row.hidden)
        for move in above:
            self._hide(self._carried(move, None))
        for row, name in small:
            if (id(row), name) not in self._covered:
                self._hide(self._move_of(row, name, above))
        self._show_known_zeros()
        return self._moves

    def _show_known_zeros(self) -> None:
        """Shows the counts of hidden groups that whoever adds up what is shown knows to be 0.

        What is left of a total without what is shown of it is known, for a group and for the shown groups within it: where nothing
        is left for the hidden groups, each of the counts that may be in it is 0 there.
        """
        siblings: dict[int, list[Row]] = {}
        for row in self._rows:
            siblings.setdefault(id(row.parent), []).append(row)
        for rows in siblings.values():
            parent = rows[0].parent
            if parent is None:
                continue
            for total, parts in self._sums:
                if total is None or total in parent.hidden:
                    continue
                told = [row for row in rows if total not in row.hidden]
                untold = [row for row in rows if total in row.hidden]
                left = [
                    name
                    for name in parts
                    if name in self._unseen or any(name in row.hidden for row in (parent, *told))
                ]
                if _added(parent, left) == sum(_added(row, left) for row in told):
                    for row in untold:
                        row.hidden.difference_update(left)

    def _is_open(self, row: Row, name: str) -> bool:
        """Whether a count of a hidden group may be another: where the hidden groups beside it have none, all are known to be 0."""
        parent = row.parent
        return (parent is not None and name in parent.hidden) or any(
            other.counts.get(name)
            for other in self._rows
            if other.is_hidden and other.parent is parent
        )

    def _hide(self, move: _Move | None) -> None:
        if move is None:
            self.has_failed = True
            return
        self._moves.append(move)
        for row, signs in move:
            row.hidden.update(signs)
            self._covered.update((id(row), name) for name in signs)

    def _move_of(self, row: Row, name: str, above: list[_Move]) -> _Move | None:
        for move in above:
            if any(part is row.parent and name in signs for part, signs in move):
                carried = self._carried(move, row)
                if carried is not None:
                    return carried
        ways = [*self._ways(row, name)]
        for strict in (True, False):
            for signs in ways:
                if row.parent is None:
                    for turned in (signs, _turned(signs)):
                        if _is_possible(row, turned, strict):
                            return [(row, turned)]
                    continue
                for other in self._rows:
                    if other is row or other.parent is not row.parent:
                        continue
                    for turned in (signs, _turned(signs)):
                        if _is_possible(row, turned, strict) and _is_possible(
                            other, _turned(turned), strict
                        ):
                            return [(row, turned), (other, _turned(turned))]
        return None

    def _carried(self, move: _Move, first: Row | None) -> _Move | None:
        """A move of the level above, by one group of this level for each that it changes: `first` where it is one of theirs."""
        for strict in (True, False):
            for turn in (dict, _turned):
                carried: _Move = []
                for parent, signs in move:
                    turned = turn(signs)
                    own = [first] if first is not None and first.parent is parent else self._rows
                    found = next(
                        (
                            row
                            for row in own
                            if row.parent is parent and _is_possible(row, turned, strict)
                        ),
                        None,
                    )
                    if found is None:
                        break
                    carried.append((found, turned))
                else:
                    return carried
        return None

    def _ways(self, row: Row, name: str) -> Iterator[_Signs]:
        """Changes of one row that hold its sums, by one more of a count."""
        sums = [
            (total, parts)
            for total, parts in self._sums
            # What is known though no answer shows it, is known where it is not small.
            if total is not None
            or sum(row.counts.get(part, 0) for part in parts) >= self._threshold
        ]
        left = _MOST_WAYS
        waiting: list[dict[str, int]] = [{name: 1}]
        while waiting and left:
            signs = waiting.pop(0)
            open_sum = next((one for one in sums if _open(one, signs)), None)
            if open_sum is None:
                left -= 1
                yield signs
                continue
            if len(signs) > 8:
                continue
            total, parts = open_sum
            missing = _open(open_sum, signs)
            waiting += [
                signs | {other: missing}
                for other in self._names
                if other in parts and other not in signs and other in row.counts
            ]
            if total is not None and total not in signs and total in row.counts:
                waiting.append(signs | {total: -missing})


def _added(row: Row, names: Iterable[str]) -> int:
    return sum(row.counts.get(name, 0) for name in names)


def _open(one: Sum, signs: _Signs) -> int:
    """By how much a sum does not hold any more."""
    total, parts = one
    return signs.get(total or "", 0) - sum(signs.get(part, 0) for part in parts)


def _turned(signs: _Signs) -> dict[str, int]:
    return {name: -sign for name, sign in signs.items()}


def _is_possible(row: Row, signs: _Signs, strict: bool) -> bool:
    """Whether no count falls below 0; strictly, whether none comes from 0 or falls to it, since a 0 would have been shown."""
    least = 1 if strict else 0
    for name, sign in signs.items():
        count = row.counts.get(name)
        if (
            count is None
            or (name in row.fixed and not row.is_hidden)
            or count < least
            or count + sign < least
        ):
            return False
    return True
