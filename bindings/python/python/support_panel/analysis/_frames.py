"""Rows out of whatever table the caller has, and a frame into whatever library the caller has.

The questions are worked out over plain Python values, a batch at a time: the answers are small, one pass over the columns
is enough for each, and what a missing value, a tie or a quartile comes to does not depend on which library is installed.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Container, Iterator, Mapping, Sequence
from enum import Enum
from importlib import import_module
from typing import Any, Literal

from .._native import Table
from .._showing import cells

Library = Literal["pandas", "polars", "pyarrow"]
LIBRARIES: tuple[Library, ...] = ("pandas", "polars", "pyarrow")
_BATCH = 1 << 16


class Kind(Enum):
    """What a column of an answer holds."""

    TEXT = "text"
    COUNT = "count"
    FIGURE = "figure"


def given(tables: Any, name: str) -> Any:
    """The table of that name: of what `read_ndjson` gave, of a mapping, or of anything with such an attribute; None without one."""
    return tables.get(name) if isinstance(tables, Mapping) else getattr(tables, name, None)


def of_records(table: Any, records: Container[str]) -> Any:
    """The rows of some records, in the library that the table came in, or else in whichever is there."""
    if type(table).__module__.partition(".")[0] == "pandas":
        return table[[record in records for record in table["record_id"]]]
    if isinstance(table, Table) and not (_has("polars") or _has("pyarrow")):
        return of_records(table.to_pandas(), records)
    mask = [record in records for (record,) in rows(table, "record_id")]
    if _has("polars") and type(table).__module__.partition(".")[0] != "pyarrow":
        pl, frame = import_module("polars"), _polars(table)
        return frame.filter(pl.Series(mask, dtype=pl.Boolean))
    pa = import_module("pyarrow")
    return pa.table(table).filter(pa.array(mask, pa.bool_()))


def table_of(tables: Any, name: str) -> Any:
    """The table of that name, which is needed."""
    table = given(tables, name)
    if table is None:
        raise ValueError(f"the table {name!r} is needed and was not given")
    return table


def columns_of(table: Any) -> list[str]:
    """The names of a table's columns."""
    names = getattr(table, "column_names", None)
    if names is None:
        names = (
            table.collect_schema().names() if hasattr(table, "collect_schema") else table.columns
        )
    return [*names]


def rows(table: Any, *names: str) -> Iterator[tuple[Any, ...]]:
    """The rows of the named columns, with `None` for what is missing."""
    # One column may be wanted twice.
    unique = [*dict.fromkeys(names)]
    places = [unique.index(name) for name in names]
    for columns in _batches(table, unique):
        yield from zip(*(columns[place] for place in places), strict=True)


def distinct(table: Any, *names: str) -> Iterator[tuple[Any, ...]]:
    """The values that the named columns have beside each other, each once, in no order."""
    if _has("polars"):
        frame = _polars(table)
        _expect(names, frame.columns)
        yield from frame.select(names).unique().iter_rows()
    else:
        yield from {*rows(table, *names)}


def _polars(table: Any) -> Any:
    pl = import_module("polars")
    frame = table.collect() if isinstance(table, pl.LazyFrame) else table
    return frame if isinstance(frame, pl.DataFrame) else pl.DataFrame(frame)


def _batches(table: Any, names: Sequence[str]) -> Iterator[list[list[Any]]]:
    if _has("polars"):
        frame = _polars(table)
        _expect(names, frame.columns)
        for part in frame.select(names).iter_slices(_BATCH):
            # pandas has no type for a day: a moment without a zone is one.
            yield [
                (column.dt.date() if column.dtype in _moments() else column).to_list()
                for column in part
            ]
    elif _has("pyarrow"):
        pa = import_module("pyarrow")
        reader = pa.RecordBatchReader.from_stream(table)
        _expect(names, reader.schema.names)
        for batch in reader:
            yield [_values(batch.column(name)) for name in names]
    else:
        yield _without_arrow(table, names)


def _without_arrow(table: Any, names: Sequence[str]) -> list[list[Any]]:
    """The columns where there is neither polars nor pyarrow: of a table of ours, or of a frame of pandas."""
    if isinstance(table, Table):
        columns = {name: column for name, *column in table._columns(None)}
        _expect(names, [*columns])
        return [[*cells(*columns[name])] for name in names]
    _expect(names, [*table.columns])
    return [[_python(value) for value in table[name].astype(object)] for name in names]


def _python(value: Any) -> Any:
    """A value of pandas as Python's own; None for what is missing."""
    kind = type(value).__name__
    if value is None or kind in ("NAType", "NaTType") or (kind == "float" and value != value):
        return None
    if kind == "Timestamp":
        moment = value.to_pydatetime()
        # A day has no time of its own in pandas.
        return moment if moment.tzinfo else moment.date()
    return value.to_pytimedelta() if kind == "Timedelta" else value


def handed_over(table: Any, names: Sequence[str]) -> Any:
    """The named columns as the library's folds take them: Arrow's stream in bytes, or where nothing writes it, plain values."""
    if _has("polars"):
        frame = _polars(table)
        _expect(names, frame.columns)
        return frame.select(names).write_ipc_stream(None).getvalue()
    if _has("pyarrow"):
        pa = import_module("pyarrow")
        reader = pa.RecordBatchReader.from_stream(table)
        _expect(names, reader.schema.names)
        out = pa.BufferOutputStream()
        some = reader.read_all().select(names).unify_dictionaries()
        with pa.ipc.new_stream(out, some.schema) as writer:
            writer.write_table(some)
        return out.getvalue().to_pybytes()
    return [*zip(names, _without_arrow(table, names), strict=True)]


def _moments() -> list[Any]:
    pl = import_module("polars")
    return [pl.Datetime(unit) for unit in ("ms", "us", "ns")]


def _expect(names: Sequence[str], columns: Sequence[str]) -> None:
    """Refuses a table without a column that is needed; whose name may be the caller's, and is not quoted."""
    missing = len({*names} - {*columns})
    if missing:
        raise ValueError(f"{missing} columns are missing; the table has {', '.join(columns)}")


def _values(column: Any) -> list[Any]:
    pa = import_module("pyarrow")
    if isinstance(column, pa.DictionaryArray):
        words = [*column.dictionary.to_pylist()]
        return [None if index is None else words[index] for index in column.indices.to_pylist()]
    if pa.types.is_timestamp(column.type) and column.type.tz is None:
        column = column.cast(pa.date32(), safe=False)
    values: list[Any] = column.to_pylist()
    return values


def _has(library: str) -> bool:
    return library in sys.modules or importlib.util.find_spec(library) is not None


def library_for(tables: Any, asked: str | None) -> str:
    """The library asked for; else that of the caller's own frames; else one already imported, or installed."""
    if asked is not None:
        if asked not in LIBRARIES:
            raise ValueError(f"library: found another word, expected one of {', '.join(LIBRARIES)}")
        return asked
    if isinstance(tables, Mapping):
        for table in tables.values():
            owner = type(table).__module__.partition(".")[0]
            if owner in LIBRARIES:
                return owner
    for library in LIBRARIES:
        if library in sys.modules:
            return library
    for library in LIBRARIES:
        if _has(library):
            return library
    raise ImportError(f"an answer is a frame of {', '.join(LIBRARIES)}: install one of them")


def frame(columns: Mapping[str, tuple[Kind, list[Any]]], library: str) -> Any:
    """A frame whose types depend on the columns, never on what is in them."""
    module = import_module(library)
    if library == "pandas":
        dtypes = {Kind.TEXT: "str", Kind.COUNT: "Int64", Kind.FIGURE: "float64"}
        return module.DataFrame(
            {n: module.Series(v, dtype=dtypes[k]) for n, (k, v) in columns.items()}
        )
    if library == "polars":
        types = {Kind.TEXT: module.String, Kind.COUNT: module.Int64, Kind.FIGURE: module.Float64}
        return module.DataFrame(
            [module.Series(n, v, dtype=types[k]) for n, (k, v) in columns.items()]
        )
    types = {Kind.TEXT: module.string(), Kind.COUNT: module.int64(), Kind.FIGURE: module.float64()}
    return module.table({n: module.array(v, types[k]) for n, (k, v) in columns.items()})
