"""Records as lines of NDJSON."""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any, cast

from ._native import Record, _quotable_path

_COMPRESSED = {".gz": gzip.open, ".xz": lzma.open, ".bz2": bz2.open}


def write_ndjson(target: str | os.PathLike[str] | IO[bytes], records: Iterable[Record]) -> int:
    """Write records to a path or an open binary file, one a line; gives their number.

    A path that ends in `.gz`, `.xz` or `.bz2` is compressed. A file is there under its name only once all of it is written: where
    the records end in an error, what was there before stays.

        >>> import io
        >>> from support_panel import iter_records, write_ndjson
        >>> file = io.BytesIO()
        >>> write_ndjson(file, iter_records(b""))
        0
    """
    if not isinstance(target, str | os.PathLike):
        return _lines(target, records)
    path = Path(target)
    # Text of records given for a path is refused, and not quoted.
    _quotable_path(os.fspath(path))
    opened = _COMPRESSED.get(path.suffix.lower(), open)
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        with cast("Any", opened)(unfinished, "wb") as file:
            count = _lines(file, records)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def _lines(file: IO[bytes], records: Iterable[Record]) -> int:
    count = 0
    for record in records:
        file.write(record.to_json().encode() + b"\n")
        count += 1
    return count


write_ndjson.__module__ = "support_panel"
