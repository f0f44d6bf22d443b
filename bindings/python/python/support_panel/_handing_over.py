"""Tables as frames of pandas, polars and pyarrow; and in a plain form, for what takes no more than text and numbers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ._libraries import library

if TYPE_CHECKING:
    from ._native import Table

_NUMPY = {
    "int16": "int16",
    "int32": "int32",
    "int64": "int64",
    "float64": "float64",
    "bool": "bool",
    "day": "datetime64[D]",
    "moment": "datetime64[us]",
    "duration": "timedelta64[us]",
}
_SECOND = 1_000_000


def to_pandas(table: Table, plain: bool, rows: int | None = None) -> Any:
    """A DataFrame, made without pyarrow: what it holds does not depend on which other libraries are there."""
    pd, np = library("pandas", "to_pandas()"), _numpy()
    columns = {}
    for name, kind, values, there in table._columns(rows):
        missing = None if there is None else np.frombuffer(there, dtype="uint8") == 0
        if kind == "words":
            columns[name] = _words(pd, np, values, plain)
        elif kind in ("text", "ids"):
            texts = values if kind == "text" else [_ids(ids, plain) for ids in values]
            columns[name] = pd.Series(texts, dtype="str" if kind == "text" or plain else "object")
            if missing is not None:
                columns[name] = columns[name].mask(missing)
        else:
            columns[name] = _numbers(pd, np, kind, values, missing, plain)
    return pd.DataFrame(columns)


def _numpy() -> Any:
    import numpy

    return numpy


def _ids(ids: list[str], plain: bool) -> Any:
    return json.dumps(ids, ensure_ascii=False) if plain else ids


def _words(pd: Any, np: Any, values: tuple[bytes, list[str]], plain: bool) -> Any:
    indexes, words = values
    codes = np.frombuffer(indexes, dtype="int32")
    if plain:
        texts = np.array([*words, None], dtype="object")[codes]
        return pd.Series(texts, dtype="str")
    return pd.Series(pd.Categorical.from_codes(codes, categories=words))


def _numbers(pd: Any, np: Any, kind: str, values: bytes, missing: Any, plain: bool) -> Any:
    if kind == "day":
        days = np.frombuffer(values, dtype="int32").astype("int64")
        array = days.view("datetime64[D]").astype("datetime64[us]")
    elif kind == "bool":
        array = np.frombuffer(values, dtype="uint8").astype("bool")
    else:
        array = np.frombuffer(values, dtype="int64" if kind in ("moment", "duration") else kind)
        array = array.astype(_NUMPY[kind]) if kind in ("moment", "duration") else array.copy()
    if plain and kind == "duration":
        array, kind = array.astype("int64") // _SECOND, "int64"
    if kind in ("day", "moment", "duration"):
        if missing is not None:
            array = array.copy()
            array[missing] = np.array("NaT", dtype=array.dtype)
        series = pd.Series(array)
        return series.dt.tz_localize("UTC") if kind == "moment" and not plain else series
    if missing is None and kind != "bool":
        return pd.Series(array)
    absent = np.zeros(len(array), dtype="bool") if missing is None else missing
    if kind == "float64":
        array = array.copy()
        array[absent] = np.nan
        return pd.Series(array)
    if kind == "bool":
        if missing is None:
            return pd.Series(array)
        return pd.Series(pd.arrays.BooleanArray(array, absent))
    return pd.Series(pd.arrays.IntegerArray(array, absent))


def to_polars(table: Table, plain: bool) -> Any:
    """A DataFrame of polars, as long as the table."""
    pl = library("polars", "to_polars()")
    frame = pl.DataFrame(table)
    if frame.height != len(table):
        raise ImportError(
            f"polars took {frame.height} of {len(table)} rows: this version cannot read tables in several parts; "
            "install a later one"
        )
    if not plain:
        return frame
    changed = []
    for name, kind in frame.schema.items():
        column = pl.col(name)
        if isinstance(kind, pl.Categorical | pl.Enum):
            changed.append(column.cast(pl.String))
        elif isinstance(kind, pl.Duration):
            changed.append(column.dt.total_seconds())
        elif isinstance(kind, pl.List):
            texts = [_ids(ids, plain) for ids in frame[name].to_list()]
            changed.append(pl.Series(name, texts, dtype=pl.String))
        elif isinstance(kind, pl.Datetime):
            changed.append(column.dt.replace_time_zone(None))
    return frame.with_columns(changed)


def to_pyarrow(table: Table, plain: bool) -> Any:
    """A Table of pyarrow."""
    pa = library("pyarrow", "to_pyarrow()")
    # Older ones take a schema and a stream only by their own reader.
    whole = pa.RecordBatchReader.from_stream(table).read_all()
    if not plain:
        return whole
    compute = __import__("pyarrow.compute", fromlist=["compute"])
    columns = {}
    for name, column in zip(whole.column_names, whole.columns, strict=True):
        if pa.types.is_dictionary(column.type):
            column = column.cast(pa.string())
        elif pa.types.is_duration(column.type):
            column = compute.divide(column.cast(pa.int64()), _SECOND)
        elif pa.types.is_list(column.type):
            column = pa.array(_texts(column.to_pylist()), pa.string())
        elif pa.types.is_timestamp(column.type):
            column = column.cast(pa.timestamp("us"))
        columns[name] = column
    return pa.table(columns)


def _texts(lists: Iterable[list[str] | None]) -> list[str | None]:
    return [None if ids is None else _ids(ids, True) for ids in lists]
