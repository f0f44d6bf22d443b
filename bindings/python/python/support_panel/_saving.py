"""Tables kept as a folder of Parquet: one folder for each table, in it one file for each time that something was saved.

    tables.save("panels-2026")          # panels-2026/panels/0001.parquet, panels-2026/actions/0001.parquet, …
    next_month.save("panels-2026")      # …/0002.parquet
    Tables.load("panels-2026", keep="last")

DuckDB, polars and pandas read the same files: `select * from 'panels-2026/actions/*.parquet'`.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from ._libraries import library
from ._native import Tables, _quotable_path

if TYPE_CHECKING:
    from os import PathLike

_META = b"support_panel.text"


def save(tables: Tables, folder: str | PathLike[str], name: str | None) -> str:
    """Writes every table behind what is there; gives the name of the files. All of them appear at once, or none does."""
    pa, parquet = _pyarrow()
    root = Path(folder)
    _quotable_path(os.fspath(root))
    root.mkdir(parents=True, exist_ok=True)
    if name is None:
        name = f"{_last_number(root) + 1:04}"
    elif not name or name != Path(name).name or name.startswith((".", "_")):
        raise ValueError("name: expected the name of a file, without a folder or an ending")
    file = f"{name}.parquet"
    there = {path.name for path in root.iterdir() if path.is_dir() and _files(path)}
    now = {table.name for table in tables}
    if there and there != now:
        raise ValueError(
            f"the folder has {' '.join(sorted(there))}, and these are {' '.join(sorted(now))}: the same tables were expected"
        )
    if any((root / table / file).exists() for table in now):
        raise FileExistsError(f"{file} is there already: give another name")
    with tempfile.TemporaryDirectory(prefix=".unfinished-", dir=root) as unfinished:
        for table in tables:
            whole = pa.RecordBatchReader.from_stream(table).read_all()
            metadata = {_META: b"1" if tables.text else b"0"}
            whole = whole.replace_schema_metadata(metadata)
            parquet.write_table(
                whole, Path(unfinished) / f"{table.name}.parquet", compression="zstd"
            )
        # What could not be written has failed by now.
        for table_name in sorted(now):
            (root / table_name).mkdir(exist_ok=True)
            shutil.move(Path(unfinished) / f"{table_name}.parquet", root / table_name / file)
    return name


def load(folder: str | PathLike[str], keep: Literal["all", "last"]) -> Tables:
    """Reads what was saved, in the order of the files' names."""
    _pa, parquet = _pyarrow()
    root = Path(folder)
    quotable = _quotable_path(os.fspath(root))
    if not root.is_dir():
        raise FileNotFoundError(f"no folder was found at {quotable}")
    files: dict[str, list[Path]] = {}
    for path in sorted(root.iterdir()):
        for file in _files(path) if path.is_dir() else ():
            files.setdefault(file.name, []).append(file)
    if not files:
        raise FileNotFoundError(f"no saved table was found in {quotable}")
    every: Tables | None = None
    for name in sorted(files):
        read = [(file.parent.name, parquet.read_table(file)) for file in files[name]]
        texts = {
            table.schema.metadata.get(_META) if table.schema.metadata else None for _, table in read
        }
        if texts - {b"0", b"1"}:
            raise ValueError(f"{name}: found a file that save() did not write, expected its own")
        streams = [(table_name, [_stream(table)]) for table_name, table in read]
        part = Tables._from_ipc(streams, b"1" in texts, "all")
        every = part if every is None else every.append(part)
    assert every is not None
    # An empty month is behind the others, and `keep` sees all of them.
    return (
        every
        if keep == "all"
        else every.append(Tables._from_ipc([(t.name, []) for t in every], every.text, "all"), keep)
    )


def _pyarrow() -> tuple[Any, Any]:
    pa = library("pyarrow", "a folder of Parquet")
    from importlib import import_module

    return pa, import_module("pyarrow.parquet")


def _stream(table: Any) -> bytes:
    pa = library("pyarrow", "a folder of Parquet")
    sink = pa.BufferOutputStream()
    unified = table.replace_schema_metadata(None).unify_dictionaries()
    with pa.ipc.new_stream(sink, unified.schema) as writer:
        writer.write_table(unified)
    return bytes(sink.getvalue())


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.parquet")) if path.is_file()]


def _last_number(root: Path) -> int:
    numbers = [int(path.stem) for path in root.glob("*/*.parquet") if path.stem.isdecimal()]
    return max(numbers, default=0)
