"""Records that are read, changed one by one, and given on: whole lists, or files of any length."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Generic, Literal, TypeVar, cast

from support_panel import PanelError, Record, iter_records

from .hiding import Known

OnError = Literal["collect", "raise"]
Source = Record | Mapping[str, Any] | str | bytes | os.PathLike[str]

_Context = TypeVar("_Context")
_KEPT = 1024
"""Families of which it is kept at hand what becomes of theirs."""


class Records(list[Record]):
    """Records, and an error for each that could not be read."""

    errors: list[PanelError]

    def __init__(self, records: Iterable[Record] = (), errors: Iterable[PanelError] = ()) -> None:
        super().__init__(records)
        self.errors = [*errors]


class Rewriting(Iterator[Record], Generic[_Context]):
    """Every record of a source, changed. The source is gone through twice: a name that one record knows is hidden in all."""

    errors: list[PanelError]
    """An error for each record that could not be read; they are known before the first is given."""

    def __init__(
        self,
        source: Any,
        on_error: OnError,
        context: Callable[[str, Known], _Context],
        rewrite: Callable[[dict[str, Any], _Context], dict[str, Any]],
    ) -> None:
        if on_error not in ("collect", "raise"):
            raise ValueError("on_error: found another word, expected one of collect raise")
        self.errors = []
        self._families: dict[str, Known] = {}
        self._contexts: dict[str, _Context] = {}
        self._context = context
        self._rewrite = rewrite
        again = _is_stored(source)
        kept: list[dict[str, Any]] = []
        for record in _dicts(source, on_error, self.errors):
            self._families.setdefault(family_of(record), Known()).add(record)
            if not again:
                kept.append(record)
        if self.errors:
            warnings.warn(
                f"{len(self.errors)} records could not be read and are left out: their errors are in `errors`",
                stacklevel=4,
            )
        self._records = _dicts(source, "collect", []) if again else iter(kept)

    @property
    def families(self) -> int:
        """How many families there are."""
        return len(self._families)

    def __next__(self) -> Record:
        return self._changed(next(self._records))

    def _changed(self, record: dict[str, Any]) -> Record:
        family = family_of(record)
        if family not in self._contexts:
            if len(self._contexts) >= _KEPT:
                self._contexts.pop(next(iter(self._contexts)))
            # A file that grew meanwhile has families that the first time nobody saw.
            known = self._families.setdefault(family, Known())
            self._contexts[family] = self._context(family, known)
        return Record.from_dict(self._rewrite(record, self._contexts[family]))


def family_of(record: Mapping[str, Any]) -> str:
    """What a family's records have in common."""
    return cast("str", record["case"]["reference"])


def _is_stored(source: Any) -> bool:
    """Whether a source is files alone, which can be read again, and need not stay in memory."""
    if isinstance(source, str):
        return not _is_json(source)
    if isinstance(source, list | tuple):
        return bool(source) and all(map(_is_stored, source))
    return hasattr(source, "__fspath__")


def _is_json(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n").startswith("{")


def _dicts(source: Any, on_error: OnError, errors: list[PanelError]) -> Iterator[dict[str, Any]]:
    for record in _records(source, on_error, errors):
        yield cast("dict[str, Any]", record.to_dict())


def _records(source: Any, on_error: OnError, errors: list[PanelError]) -> Iterator[Record]:
    if isinstance(source, Record):
        yield source
    elif isinstance(source, Mapping) or (isinstance(source, str) and _is_json(source)):
        read = Record.from_dict if isinstance(source, Mapping) else Record.from_json
        try:
            yield read(cast("Any", source))
        except PanelError as error:
            if on_error == "raise":
                raise
            errors.append(error)
    elif (
        isinstance(source, str | bytes | bytearray)
        or hasattr(source, "__fspath__")
        or hasattr(source, "read")
    ):
        yield from _lines(source, on_error, errors)
    else:
        for part in source:
            yield from _records(part, on_error, errors)


def _lines(source: Any, on_error: OnError, errors: list[PanelError]) -> Iterator[Record]:
    stream = iter_records(source, on_error=on_error)
    yield from stream
    errors += stream.errors
