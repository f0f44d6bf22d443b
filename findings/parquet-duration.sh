#!/usr/bin/env bash
# A duration that DuckDB and pyarrow hand each other by Parquet is twelve bytes or a bare number.
#
# Versions: duckdb 2.0.1, pyarrow 25.0.1, polars 2.1.0, fastparquet 2026.9.0 (Python).
# Behaviour: over Arrow in memory a `duration[us]` keeps its value. DuckDB writes it to Parquet
#   as the format's INTERVAL, which pyarrow reads as twelve bytes without a type. pyarrow
#   writes it as a plain integer, with its type in Arrow's own metadata: polars reads that, DuckDB
#   and fastparquet see a BIGINT. INTERVAL counts milliseconds and has no sign, so DuckDB's own file
#   loses what is below a millisecond without a word, and refuses an action done three days early.
# Expected: what passes in memory passes in a file; at least an error where a value changes.
# Why it matters: days late and minutes of a stage are durations. The file is written by one tool of
#   the pair and read by the other every night, and both are right by their own book.
# support-panel: nothing yet; `planned`, `paused` and `actual` of its stages are such columns.
#
# Output seen, line by line; the script fails where it prints anything else:
# > in memory, DuckDB to pyarrow: month_day_nano_interval, 90061.0015 seconds
# > DuckDB's file, pyarrow: fixed_size_binary[12] b'\x00\x00\x00\x00\x00\x00\x00\x00\xc9\x38\x5e\x05'
# > DuckDB's file, DuckDB: 90061.001000 seconds
# > DuckDB writes three days early: Parquet files do not support negative intervals
# > pyarrow's file, pyarrow: 90061.001500 seconds
# > pyarrow's file, polars: 90061.001500 seconds
# > pyarrow's file, DuckDB: BIGINT 90061001500
# > pyarrow's file, fastparquet: int64 90061001500
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check duckdb==2.0.1 pyarrow==25.0.1 \
  polars==2.1.0 fastparquet==2026.9.0 pandas==3.1.1 numpy==2.4.6

seen=$(
  venv/bin/python - <<'PY'
from datetime import timedelta
import duckdb, fastparquet, polars
import pyarrow as pa, pyarrow.parquet as pq

seconds = lambda value: f"{value.total_seconds():.6f} seconds"
stage = timedelta(days=1, hours=1, minutes=1, seconds=1, microseconds=1500)
stages = pa.table({"took": pa.array([stage], pa.duration("us"))})
passed = duckdb.sql("from stages").to_arrow_table()["took"]
print(f"in memory, DuckDB to pyarrow: {passed.type},",
      passed[0].as_py().nanoseconds / 1e9, "seconds")
duckdb.sql("copy (from stages) to 'duckdb.parquet'")
read = pq.read_table("duckdb.parquet")["took"]
print(f"DuckDB's file, pyarrow: {read.type}",
      "b'" + "".join(f"\\x{byte:02x}" for byte in read[0].as_py()) + "'")
print("DuckDB's file, DuckDB:", seconds(duckdb.sql("from 'duckdb.parquet'").fetchall()[0][0]))
early = pa.table({"late": pa.array([timedelta(days=-3)], pa.duration("us"))})
try:
    duckdb.sql("copy (from early) to 'early.parquet'")
except duckdb.IOException as error:
    print("DuckDB writes three days early:", str(error).removeprefix("IO Error: "))
pq.write_table(stages, "pyarrow.parquet")
print("pyarrow's file, pyarrow:", seconds(pq.read_table("pyarrow.parquet")["took"][0].as_py()))
print("pyarrow's file, polars:", seconds(polars.read_parquet("pyarrow.parquet")["took"][0]))
print("pyarrow's file, DuckDB:",
      *duckdb.sql("select typeof(took), took from 'pyarrow.parquet'").fetchall()[0])
column = fastparquet.ParquetFile("pyarrow.parquet").to_pandas()["took"]
print("pyarrow's file, fastparquet:", column.dtype, column[0])
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
