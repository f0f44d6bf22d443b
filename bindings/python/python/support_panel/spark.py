"""Panels past one machine: the same tables, row for row, from Spark.

    from support_panel import spark as panels

    panels.register(session)
    session.read.format("support_panel").option("table", "findings").load("panels/*.ndjson.gz")

    panels.map_lines(session.read.text("panels"), "actions", as_of="2026-06-30")

Needs pyspark 4 and pyarrow, and this package, on every worker. A profile is compiled once for each partition. What Spark cannot hold
comes as its nearest: words are plain text, and any column may be empty.
"""

from __future__ import annotations

import glob
import io
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import Any, TypeAlias

from . import Profile, read_ndjson, stream_ndjson
from ._native import _quotable_path

__all__ = ["TABLES", "map_lines", "register", "table_schema"]

# What Spark and Arrow bring is named, not imported: without them this module says so when it is used.
DataFrame: TypeAlias = Any
SparkSession: TypeAlias = Any
StructType: TypeAlias = Any
Batch: TypeAlias = Any
Schema: TypeAlias = Any
Array: TypeAlias = Any

TABLES = ("panels", "participants", "entries", "ratings", "actions", "stages", "findings", "errors")
"""The tables, by the names that the options take."""

_SPLIT_BYTES = 64 << 20
_COMPRESSED = (b"\x1f\x8b", b"\x28\xb5\x2f\xfd")


@dataclass(frozen=True)
class _Asked:
    """What is wanted, in words that travel to a worker."""

    table: str
    profiles: tuple[str, ...] = ()
    as_of: str | None = None
    text: bool = False

    def __post_init__(self) -> None:
        if self.table not in TABLES:
            raise ValueError(f"table: found another word, expected one of {', '.join(TABLES)}")

    def options(self) -> dict[str, Any]:
        profiles = [Profile.from_json(profile) for profile in self.profiles]
        return {"profile": profiles, "as_of": self.as_of, "text": self.text, "threads": 1}

    def schema(self) -> Schema:
        pa = _arrow()
        empty = pa.table(getattr(read_ndjson(b"", text=self.text), self.table))
        return pa.schema([pa.field(field.name, _plain(field.type)) for field in empty.schema])


def _plain(kind: Any) -> Any:
    """Without a dictionary, which Spark does not take."""
    return kind.value_type if _arrow().types.is_dictionary(kind) else kind


def _batches(table: Any, schema: Schema, placed: Callable[[Batch], Batch]) -> Iterator[Any]:
    pa = _arrow()
    for batch in pa.RecordBatchReader.from_stream(table):
        arrays = []
        for field in schema:
            array = batch.column(field.name)
            array = array.dictionary_decode() if pa.types.is_dictionary(array.type) else array
            arrays.append(array.cast(field.type))
        yield placed(pa.RecordBatch.from_arrays(arrays, schema=schema))


def table_schema(table: str, *, text: bool = False) -> StructType:
    """The columns of a table as Spark has them."""
    return _spark_schema(_Asked(table, text=text))


def _spark_schema(asked: _Asked) -> StructType:
    return import_module("pyspark.sql.pandas.types").from_arrow_schema(asked.schema())


def map_lines(
    frame: DataFrame,
    table: str = "findings",
    *,
    profile: Profile | Iterable[Profile] | None = None,
    as_of: str | None = None,
    text: bool = False,
    column: str = "value",
) -> DataFrame:
    """One of the tables, from a frame with one record in each row of `column`, by `DataFrame.mapInArrow`.

    Rows stay in the order of the lines within each partition. Where the frame has columns `file` and `line`, findings, panels and
    errors say these, so that a person finds the place; else theirs are empty, and `byte_offset` always is: a frame does not know
    where its lines stood. Lines that cannot be read are rows of the table `errors`. `profile` is one or several, each record being
    judged under the one that it names.
    """
    several = () if profile is None else (profile,) if isinstance(profile, Profile) else profile
    asked = _Asked(table, tuple(one.to_json() for one in several), as_of, text)
    places = [name for name in ("file", "line") if name in frame.columns]
    mapped = _mapper(asked, column)
    return frame.select(column, *places).mapInArrow(mapped, _spark_schema(asked))


def _mapper(asked: _Asked, column: str) -> Callable[[Iterable[Batch]], Iterator[Batch]]:
    def mapped(batches: Iterable[Batch]) -> Iterator[Batch]:
        options, schema = asked.options(), asked.schema()
        for batch in batches:
            lines = [value or "" for value in batch.column(column).to_pylist()]
            if any("\n" in line for line in lines):
                raise ValueError(
                    "a row of the column holds more than one line; one record in each row was expected"
                )
            tables = read_ndjson("\n".join(lines).encode("utf-8", "surrogatepass"), **options)
            yield from _batches(getattr(tables, asked.table), schema, partial(_placed, batch))

    return mapped


def _placed(lines: Batch, found: Batch) -> Batch:
    """With where each line came from, in the place of where it stood in the batch."""
    if "line" not in found.schema.names:
        return found
    rows = _compute().subtract(found.column("line"), 1)
    known = {
        name: lines.column(name).take(rows)
        for name in ("file", "line")
        if name in lines.schema.names
    }
    return _with(found, {name: known.get(name) for name in ("file", "line", "byte_offset")})


def _with(found: Batch, columns: Mapping[str, Array | None]) -> Batch:
    pa = _arrow()

    def column(field: Any) -> Array:
        if field.name not in columns:
            return found.column(field.name)
        new = columns[field.name]
        return pa.nulls(len(found), field.type) if new is None else new.cast(field.type)

    arrays = [column(field) for field in found.schema]
    return pa.RecordBatch.from_arrays(arrays, schema=found.schema)


class _Range(io.RawIOBase):
    """Some of the bytes of a file, as a file of that name."""

    def __init__(self, path: str, start: int, length: int | None) -> None:
        self._file = open(path, "rb")  # noqa: SIM115
        self._file.seek(start)
        self._left = length
        self.name = path

    def readable(self) -> bool:
        return True

    def readinto(self, room: Any) -> int:
        wanted = len(room) if self._left is None else min(len(room), self._left)
        chunk = self._file.read(wanted)
        room[: len(chunk)] = chunk
        if self._left is not None:
            self._left -= len(chunk)
        return len(chunk)

    def close(self) -> None:
        self._file.close()
        super().close()


def _split(options: Mapping[str, str]) -> int:
    split = options.get("split", str(_SPLIT_BYTES))
    if not (split.isascii() and split.isdecimal()):
        raise ValueError("split: found another text, expected a whole number of bytes")
    return int(split)


def _paths(given: Sequence[str]) -> list[str]:
    paths = []
    for path in given:
        quotable, local = _quotable_path(path), path.removeprefix("file://")
        found = [*_inside(local)] if os.path.isdir(local) else _matching(local)
        if not found:
            raise FileNotFoundError(f"no file was found at {quotable}")
        paths += found
    return paths


def _matching(pattern: str) -> list[str]:
    """The files that fit a pattern, and those in the folders that fit it."""
    found = sorted(glob.glob(pattern, recursive=True))
    inside = [[*_inside(name)] if os.path.isdir(name) else [name] for name in found]
    return [*dict.fromkeys(name for names in inside for name in names)]


def _inside(folder: str) -> Iterator[str]:
    """Every file of a folder and of the partitions in it, but for what is hidden or a note of Spark's own, such as `_SUCCESS`."""
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if not name.startswith((".", "_")):
            if os.path.isdir(path):
                yield from _inside(path)
            elif os.path.isfile(path):
                yield path


@dataclass(frozen=True)
class _Part:
    """Whole lines of one file: all of it, or from one byte on for so many, with so many lines before."""

    path: str
    start: int = 0
    length: int | None = None
    lines_before: int = 0

    def batches(self, asked: _Asked) -> Iterator[Batch]:
        schema = asked.schema()
        with _Range(self.path, self.start, self.length) as file:
            for tables in stream_ndjson(file, **asked.options()):
                yield from _batches(getattr(tables, asked.table), schema, self._placed)

    def _placed(self, found: Batch) -> Batch:
        before = {"line": self.lines_before, "byte_offset": self.start}
        names = before.keys() & set(found.schema.names)
        return _with(
            found, {name: _compute().add(found.column(name), before[name]) for name in names}
        )


def _parts(path: str, split: int) -> Iterator[_Part]:
    """Parts of a plain file that end where lines end; the whole of a compressed or a short one."""
    size = os.path.getsize(path)
    with open(path, "rb") as file:
        if size <= split or file.peek(4)[:4].startswith(_COMPRESSED):
            yield _Part(path)
            return
        start = lines = 0
        while start < size:
            block = file.read(split) + file.readline()
            yield _Part(path, start, len(block), lines)
            start += len(block)
            lines += block.count(b"\n")


def _profiles(option: str | None) -> tuple[str, ...]:
    """The JSON of a profile, or of a list of profiles, as the JSON of each."""
    if option is None:
        return ()
    given = json.loads(option)
    return tuple(map(json.dumps, given)) if isinstance(given, list) else (option,)


def _source() -> type:
    """The data source, made when it is first wanted: its bases are Spark's."""
    bases = import_module("pyspark.sql.datasource")

    class Partition(bases.InputPartition):  # type: ignore[misc, name-defined]
        def __init__(self, part: _Part) -> None:
            super().__init__(part)
            self.part = part

    class Reader(bases.DataSourceReader):  # type: ignore[misc, name-defined]
        def __init__(self, asked: _Asked, paths: Sequence[str], split: int) -> None:
            self.asked, self.paths, self.split = asked, paths, split

        def partitions(self) -> Sequence[Partition]:
            return [Partition(part) for path in self.paths for part in _parts(path, self.split)]

        def read(self, partition: Partition) -> Iterator[Batch]:
            return partition.part.batches(self.asked)

    class Source(bases.DataSource):  # type: ignore[misc, name-defined]
        @classmethod
        def name(cls) -> str:
            return "support_panel"

        def _asked(self) -> _Asked:
            get = self.options.get
            text = get("text", "false").lower() == "true"
            table, profiles = get("table", "findings"), _profiles(get("profile"))
            return _Asked(table, profiles, get("as_of"), text)

        def schema(self) -> StructType:
            return _spark_schema(self._asked())

        def reader(self, schema: StructType) -> Reader:
            options = self.options
            given = (
                json.loads(options["paths"])
                if "paths" in options
                else [options[n] for n in ("path",) if n in options]
            )
            if not given:
                raise ValueError(
                    "load() was given no path; a file, a folder or a pattern was expected"
                )
            return Reader(self._asked(), _paths(given), _split(options))

    return Source


def register(session: SparkSession) -> None:
    """Tells a session of `spark.read.format("support_panel")`.

    Options: `table` (`findings` where none is said), `as_of`, `text` (`true` for columns of free text), `profile` (its JSON, or a list of
    several), and
    `split` (bytes; plain files longer than this are read in parts of about as much, compressed ones always whole). Paths may be
    files, folders (every file in them and in their partitions, but for `_SUCCESS` and what is hidden) and patterns, on a file system that driver and workers share.
    """
    session.dataSource.register(_source())


def _arrow() -> Any:
    return import_module("pyarrow")


def _compute() -> Any:
    return import_module("pyarrow.compute")
