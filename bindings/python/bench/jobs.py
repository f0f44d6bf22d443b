"""One job in a process of its own: `python jobs.py NAME FILE` prints seconds, peak memory in MiB, and what was counted."""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from shapes import SHAPE, TAKEN, is_day, is_moment

AS_OF = "2026-06-30"


def ours(file: str, threads: int) -> Counter[str]:
    from support_panel import stream_ndjson

    rows: Counter[str] = Counter()
    for tables in stream_ndjson(file, as_of=AS_OF, threads=threads):
        rows.update({name: len(getattr(tables, name)) for name in (*TAKEN, "findings")})
    return rows


def _by_hand(records: Iterable[Any], file: str) -> Counter[str]:
    """Every rule and every table, by the rules in `by_hand`, to Arrow by thousands."""
    import gc

    from by_hand import Council
    from by_hand.tables import tables
    from support_panel import Profile

    # Nothing that they make refers to itself: collecting cycles would cost them a quarter of their time.
    gc.disable()
    councils: dict[str, Council] = {}

    def council(record: Any) -> Council:
        name = record["profile"]["id"]
        if name not in councils:
            councils[name] = Council(Profile.built_in(name).to_dict())
        return councils[name]

    rows: Counter[str] = Counter()
    for part in tables(records, council, AS_OF, file):
        rows.update({name: table.num_rows for name, table in part.items()})
    return rows


def _lines(file: str, read: Callable[[bytes], Any]) -> Iterator[Any]:
    with open(file, "rb") as lines:
        for line in lines:
            yield read(line)


def with_msgspec(file: str) -> Counter[str]:
    # Dicts: the rules look up members that may be missing, and making Structs of the whole record takes longer.
    import msgspec

    return _by_hand(_lines(file, msgspec.json.Decoder().decode), file)


def with_pydantic(file: str) -> Counter[str]:
    from models import Record
    from pydantic import TypeAdapter

    return _by_hand(_lines(file, TypeAdapter(Record).validate_json), file)


def with_duckdb(file: str) -> Counter[str]:
    import duckdb

    def of(shape: Any) -> str:
        if isinstance(shape, dict):
            members = ", ".join(f'"{name}" {of(part)}' for name, part in shape.items())
            return f"struct({members})"
        if isinstance(shape, list):
            return of(shape[0]) + "[]"
        return {"text": "varchar", "flag": "boolean", "count": "integer", "number": "double"}[shape]

    def member(source: str, path: str) -> str:
        if path.startswith("#"):
            return f"coalesce(len({member(source, path[1:])}), 0)"
        value = ".".join([source, *(f'"{step}"' for step in path.split("."))])
        return (
            f"cast({value} as date)"
            if is_day(path)
            else f"cast({value} as timestamptz)"
            if is_moment(path)
            else value
        )

    session = duckdb.connect()
    session.execute("set threads = 1")
    columns = "{" + ", ".join(f"'{name}': '{of(part)}'" for name, part in SHAPE.items()) + "}"
    session.execute(
        f"create table r as from read_ndjson('{file}', columns = {columns}, maximum_object_size = 4194304)"
    )
    rows: Counter[str] = Counter()
    for table, (lists, taken) in TAKEN.items():
        source = "r"
        if lists:
            source = f'(select id, unnest("{lists[0]}") as "{lists[0]}" from r)'
        if len(lists) > 1:
            source = f'(select id, "{lists[0]}", unnest("{lists[0]}"."{lists[1]}") as "{lists[1]}" from {source})'
        inner = lists[-1] if lists else "r"
        chosen = [
            member("t", path)
            if path.lstrip("#").split(".")[0] in lists[:-1]
            else member(f't."{inner}"' if lists else "t", path)
            for path in taken.split()
        ]
        named = ", ".join(f"{value} as c{place}" for place, value in enumerate(chosen))
        rows[table] = (
            session.sql(f"select t.id as record_id, {named} from {source} t")
            .to_arrow_table()
            .num_rows
        )
    return rows


def with_polars(file: str) -> Counter[str]:
    os.environ["POLARS_MAX_THREADS"] = "1"
    import polars as pl

    def of(shape: Any) -> Any:
        if isinstance(shape, dict):
            return pl.Struct({name: of(part) for name, part in shape.items()})
        if isinstance(shape, list):
            return pl.List(of(shape[0]))
        return {"text": pl.String, "flag": pl.Boolean, "count": pl.Int32, "number": pl.Float64}[
            shape
        ]

    def member(path: str, inner: str | None) -> Any:
        first, *steps = path.lstrip("#").split(".")
        value = pl.col(first) if inner is None else pl.col(inner).struct.field(first)
        for step in steps:
            value = value.struct.field(step)
        if path.startswith("#"):
            return value.list.len().fill_null(0)
        return (
            value.str.to_date()
            if is_day(path)
            else value.str.to_datetime(time_zone="UTC")
            if is_moment(path)
            else value
        )

    frame = pl.read_ndjson(file, schema={name: of(part) for name, part in SHAPE.items()})
    rows: Counter[str] = Counter()
    for table, (lists, taken) in TAKEN.items():
        items = frame
        if lists:
            items = (
                frame.select(pl.col("id").alias("record_id"), lists[0])
                .explode(lists[0])
                .drop_nulls(lists[0])
            )
        if len(lists) > 1:
            second = pl.col(lists[0]).struct.field(lists[1]).alias(lists[1])
            items = items.with_columns(second).explode(lists[1]).drop_nulls(lists[1])
        chosen = [
            member(
                path,
                None if not lists or path.lstrip("#").split(".")[0] in lists[:-1] else lists[-1],
            ).alias(f"c{place}")
            for place, path in enumerate(taken.split())
        ]
        rows[table] = (
            items.select(pl.col("record_id" if lists else "id"), *chosen).to_arrow().num_rows
        )
    return rows


JOBS: dict[str, Callable[[str], Counter[str]]] = {
    "support-panel, one thread": lambda file: ours(file, 1),
    "support-panel, two threads": lambda file: ours(file, 2),
    "msgspec, the same rules by hand": with_msgspec,
    "pydantic, the same rules by hand": with_pydantic,
    "DuckDB, one thread, no rules": with_duckdb,
    "polars, one thread, no rules": with_polars,
}


def peak() -> int:
    """MiB that this process had at most. What started it does not count, as it does in `getrusage`."""
    most = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(most[1]) // 1024 if most else 0


if __name__ == "__main__":
    name, file = sys.argv[1:]
    if "two threads" not in name and hasattr(os, "sched_setaffinity"):
        # One thread is one core, for everyone.
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    began = time.perf_counter()
    counted = JOBS[name](file)
    seconds = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, "peak": peak(), "rows": counted}))
