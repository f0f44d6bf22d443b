"""Answers that are worked out while the tables go by, by the folds of the library: the counts and figures of one pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from .._native import Fold, Table, Tables
from ._answer import Shape, answer
from ._frames import columns_of, given, handed_over, table_of
from ._panels import By, by_of


@dataclass(frozen=True)
class Question:
    """What a fold is asked, and the columns of its answer, but for what it is asked by."""

    name: str
    shape: Shape
    options: Mapping[str, Any] = field(default_factory=dict)
    own: str | None = None
    """The table that has columns of its own to be asked by."""

    def where(self, **options: Any) -> Question:
        """The same with options, of which those that are `None` are as they are where nothing is said."""
        return replace(self, options={**self.options, **options})

    def asked_by(self, tables: Any, by: str | None) -> tuple[Question, By]:
        """The same, where it may be asked by a column of its own table."""
        if self.own is None or by is None:
            return self, by_of(tables, by)
        columns = columns_of(table_of(tables, self.own))
        column = "owner_agency" if by == "agency" and by not in columns else by
        if column in columns:
            return self.where(own=column), By(by, None)
        return self, by_of(tables, by)

    def shown(
        self,
        tables: Any,
        by: By,
        found: tuple[Sequence[str], Sequence[Sequence[Any]]],
        titles: Mapping[str, Mapping[Any, str]],
        *,
        threshold: int,
        base: int | None,
        library: str | None,
        stacklevel: int,
    ) -> Any:
        """The frame of what was found."""
        keys = self.shape.keys if by.name is None else (by.name, *self.shape.keys)
        names, rows = found
        shape = replace(
            self.shape,
            keys=keys,
            by=by.name,
            within=by.within,
            titles={key: titles.get(key, {}) for key in self.shape.titles if key in titles},
        )
        columns = (*keys, *names[len(keys) :])
        lines = [dict(zip(columns, row, strict=True)) for row in rows]
        return answer(
            tables,
            shape,
            lines,
            threshold=threshold,
            base=base,
            library=library,
            # Whoever called the question, or `in_parts`, which called this.
            stacklevel=stacklevel,
        )


def ask(
    tables: Any,
    question: Question,
    *,
    by: str | None,
    threshold: int,
    base: int | None,
    library: str | None,
) -> Any:
    """The answer to one question over tables that are there."""
    question, where = question.asked_by(tables, by)
    fold = Fold([(question.name, {**question.options})], where.column)
    update(fold, tables)
    (found,), titles = fold.finish()
    return question.shown(
        tables,
        where,
        found,
        titles,
        threshold=threshold,
        base=base,
        library=library,
        stacklevel=6,
    )


def update(fold: Fold, tables: Any) -> None:
    """Counts what tables say that are ours, or a mapping of names to frames of any library."""
    if isinstance(tables, Tables):
        fold.update(tables)
        return
    needs = {"panels": (["record_id"], []), **fold.needs()}
    there = {name: table for name in needs if (table := given(tables, name)) is not None}
    fold.update_from([(name, _form(table, *needs[name])) for name, table in there.items()])


def _form(table: Any, needed: Sequence[str], welcome: Sequence[str]) -> Any:
    if isinstance(table, Table):
        return table
    columns = {*columns_of(table)} - {*needed}
    return handed_over(table, [*needed, *(name for name in welcome if name in columns)])
