"""Records that are changed one by one, once all of them have been looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar, cast

from support_panel import Record

from .hiding import Known

_Context = TypeVar("_Context")


class Rewriting(Iterator[Record], Generic[_Context]):
    """Every record, changed: a name that one record of a family knows is hidden in all of them."""

    def __init__(
        self,
        records: Iterable[Record],
        context: Callable[[str, Known], _Context],
        rewrite: Callable[[dict[str, Any], _Context], dict[str, Any]],
    ) -> None:
        self._families: dict[str, Known] = {}
        self._contexts: dict[str, _Context] = {}
        self._context = context
        self._rewrite = rewrite
        kept = [record.to_dict() for record in records]
        for record in kept:
            self._families.setdefault(family_of(record), Known()).add(record)
        self._records = iter(kept)

    def __next__(self) -> Record:
        return self._changed(next(self._records))

    def _changed(self, record: dict[str, Any]) -> Record:
        family = family_of(record)
        if family not in self._contexts:
            self._contexts[family] = self._context(family, self._families[family])
        return Record.from_dict(self._rewrite(record, self._contexts[family]))


def family_of(record: Mapping[str, Any]) -> str:
    """What a family's records have in common."""
    return cast("str", record["case"]["reference"])
