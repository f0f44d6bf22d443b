"""Records that are read, changed one by one, and given on: whole lists, or files of any length."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, cast

from ._errors import PanelError
from ._native import Record, RecordStream, Rewriter, iter_records

OnError = Literal["collect", "raise"]
Source = Record | Mapping[str, Any] | str | bytes | os.PathLike[str]


class Records(list[Record]):
    """Records, and an error for each that could not be read."""

    errors: list[PanelError]

    def __init__(self, records: Iterable[Record] = (), errors: Iterable[PanelError] = ()) -> None:
        super().__init__(records)
        self.errors = [*errors]


class Rewriting(Iterator[Record]):
    """Every record of a source, changed. The source is gone through twice: a name that one record knows is hidden in all."""

    errors: list[PanelError]
    """An error for each record that could not be read; they are known before the first is given. One that is too large once it is
    changed joins them."""

    def __init__(self, source: Any, on_error: OnError, rewriter: Rewriter) -> None:
        if on_error not in ("collect", "raise"):
            raise ValueError("on_error: found another word, expected one of collect raise")
        self.errors = []
        self._rewriter = rewriter
        self._raises = on_error == "raise"
        # Files are read again rather than kept.
        self._stream: RecordStream | None = None
        self._kept: Iterator[Record] = iter(())
        if _is_stored(source):
            stream = iter_records(source, on_error=on_error)
            rewriter.learn_all(stream)
            self.errors += stream.errors
            self._stream = iter_records(source, on_error="collect")
        else:
            kept = [*_records(source, on_error, self.errors)]
            for record in kept:
                rewriter.learn(record)
            self._kept = iter(kept)
        if self.errors:
            warnings.warn(
                f"{len(self.errors)} records could not be read and are left out: their errors are in `errors`",
                stacklevel=4,
            )

    @property
    def families(self) -> int:
        """How many families there are."""
        return self._rewriter.families()

    def __next__(self) -> Record:
        while True:
            try:
                if self._stream is None:
                    return self._rewriter.rewrite(next(self._kept))
                record = self._rewriter.next_of(self._stream)
            except PanelError as error:
                if self._raises:
                    raise
                self.errors.append(error)
                continue
            if record is None:
                raise StopIteration
            return record


def _is_stored(source: Any) -> bool:
    """Whether a source is files alone, which can be read again, and need not stay in memory."""
    if isinstance(source, str):
        return not _is_json(source)
    if isinstance(source, list | tuple):
        return bool(source) and all(map(_is_stored, source))
    return hasattr(source, "__fspath__")


def _is_json(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n").startswith("{")


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
        stream = iter_records(source, on_error=on_error)
        yield from stream
        errors += stream.errors
    else:
        for part in source:
            yield from _records(part, on_error, errors)
