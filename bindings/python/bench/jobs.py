"""One job in a process of its own: `python jobs.py NAME FILE` prints seconds and peak memory."""

from __future__ import annotations

import resource
import sys
import time
from typing import Any

# What the peers make of each list: the members that stand in the record itself.
PARTS = {
    "participants": ("id", "kind", "seat", "person", "attendance", "deputy_for", "written_update"),
    "mapping": ("id", "category", "origin"),
    "actions": ("id", "owner", "acceptance", "accepted_by", "chaser", "agreed_on", "status", "done_on"),
    "agenda": ("stage", "led_by", "started_at", "ended_at", "paused_seconds"),
}
RATING = ("by", "value", "at")


def ours(file: str, threads: int) -> int:
    from support_panel import stream_ndjson

    return sum(len(t.findings) + len(t.ratings) for t in stream_ndjson(file, as_of="2026-06-30", threads=threads))


def _tables(records: Any) -> int:
    """Rows from parsed records (dicts), to Arrow by thousands, and five easy rules: 101, 501, 601, 602 and 701."""
    import pyarrow as pa

    findings = total = 0
    rows: dict[str, dict[str, list[Any]]] = {n: {c: [] for c in ("record_id", *cs)} for n, cs in PARTS.items()}
    rows["ratings"] = {c: [] for c in ("record_id", "scale", "round", *RATING)}
    for number, record in enumerate(records, 1):
        name = record["id"]
        for part, columns in PARTS.items():
            table = rows[part]
            for item in record.get(part, ()):
                table["record_id"].append(name)
                for column in columns:
                    table[column].append(item.get(column))
        table = rows["ratings"]
        for sitting in record.get("scaling", ()):
            for rating in sitting.get("ratings", ()):
                table["record_id"].append(name)
                table["scale"].append(sitting["scale"])
                table["round"].append(sitting.get("round"))
                for column in RATING:
                    table[column].append(rating.get(column))
                findings += not 0 <= rating["value"] <= 10
        ids = [i["id"] for p in ("participants", "mapping", "actions") for i in record.get(p, ())]
        findings += len(ids) - len(set(ids))
        if record.get("meeting", {}).get("status") == "concluded":
            findings += sum((not a.get("owner")) + (not a.get("due")) for a in record.get("actions", ()))
            findings += not record.get("outcome", {}).get("decision")
        if number % 1000 == 0:
            total += sum(pa.table(t).num_rows for t in rows.values())
            for t in rows.values():
                for values in t.values():
                    values.clear()
    return total + sum(pa.table(t).num_rows for t in rows.values()) + findings


def with_msgspec(file: str) -> int:
    import msgspec

    decode = msgspec.json.Decoder().decode
    with open(file, "rb") as lines:
        return _tables(decode(line) for line in lines)


def with_pydantic(file: str) -> int:
    from pydantic import TypeAdapter
    from typing_extensions import TypedDict

    rating = TypedDict("rating", {"by": str, "value": float, "at": str}, total=False)
    sitting = TypedDict("sitting", {"scale": str, "round": str, "ratings": list[rating]}, total=False)
    lists = {n: TypedDict(n, dict.fromkeys(cs, Any) | {"due": dict}, total=False) for n, cs in PARTS.items()}
    fields = {"id": str, "meeting": dict[str, Any], "outcome": dict[str, Any], "scaling": list[sitting]}
    record = TypedDict("record", fields | {n: list[t] for n, t in lists.items()}, total=False)
    validate = TypeAdapter(record).validate_json
    with open(file, "rb") as lines:
        return _tables(validate(line) for line in lines)


def with_duckdb(file: str) -> int:
    import duckdb

    session = duckdb.connect()
    session.execute("set threads = 1")
    session.execute(f"create view r as from read_ndjson('{file}', maximum_object_size=4194304)")
    total = 0
    for part, columns in PARTS.items():
        chosen = ", ".join(f"x.{c}" for c in columns)
        session.execute(f"create table t_{part} as select id as record_id, {chosen} from (select id, unnest({part}) as x from r)")
        total += session.execute(f"select count(*) from t_{part}").fetchone()[0]
    chosen = ", ".join(f"x.{c}" for c in RATING)
    session.execute(
        f"create table t as select id, s.scale, s.round, {chosen} from (select id, s, unnest(s.ratings) as x from "
        "(select id, unnest(scaling) as s from r))"
    )
    return total + session.execute("select count(*) from t").fetchone()[0]


def with_polars(file: str) -> int:
    import os

    os.environ["POLARS_MAX_THREADS"] = "1"
    import polars as pl

    # Numbers are now whole, now not: the shape of every line is looked at first, since a shape from a few lines fails later.
    frame = pl.read_ndjson(file, infer_schema_length=None)
    total = 0
    for part, columns in PARTS.items():
        items = frame.select(pl.col("id").alias("record_id"), part).explode(part).drop_nulls(part)
        total += items.select("record_id", *(pl.col(part).struct.field(c).alias(f"{part}.{c}") for c in columns)).height
    sittings = frame.select(pl.col("id").alias("record_id"), "scaling").explode("scaling").unnest("scaling").explode("ratings")
    return total + sittings.select("record_id", "scale", *(pl.col("ratings").struct.field(c) for c in RATING)).height


JOBS = {
    "support-panel, one thread": lambda file: ours(file, 1),
    "support-panel, two threads": lambda file: ours(file, 2),
    "msgspec, untyped, five rules": with_msgspec,
    "pydantic, five rules": with_pydantic,
    "polars, one thread, no rules": with_polars,
    "DuckDB, one thread, no rules": with_duckdb,
}

if __name__ == "__main__":
    began = time.perf_counter()
    counted = JOBS[sys.argv[1]](sys.argv[2])
    seconds = time.perf_counter() - began
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, counted)
