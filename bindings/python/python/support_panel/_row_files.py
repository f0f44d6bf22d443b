"""Rows of a table in a file of text."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING

from ._native import _quotable_path

if TYPE_CHECKING:
    from os import PathLike

    from ._native import Table

_EXCEL_MARK = b"\xef\xbb\xbf"


def to_csv(table: Table, path: str | PathLike[str], excel: bool) -> None:
    """Every field is quoted, none acts as a formula, lists are ids with spaces between, and lengths of time are seconds."""

    def rows(file: IO[bytes]) -> None:
        if excel:
            file.write(_EXCEL_MARK)
        table._write_rows("csv", file.write)

    written(path, rows)


def to_ndjson(table: Table, path: str | PathLike[str]) -> None:
    """One JSON object a line."""
    written(path, lambda file: table._write_rows("ndjson", file.write))


def written(path: str | PathLike[str], write: Callable[[IO[bytes]], object]) -> None:
    """A file that is there under its name only once all of it is written."""
    target = Path(path)
    _quotable_path(os.fspath(target))
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        with open(unfinished, "wb") as file:
            write(file)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
