#!/usr/bin/env bash
# Whether three engines find a NaN in a Parquet file depends on where its writer cut the row groups.
#
# Versions: duckdb 2.0.1, datafusion 55.0.0, pyarrow 25.0.1, polars 2.1.0 (Python).
# Behaviour: to DuckDB, DataFusion and polars a NaN is greater than any number, and to pyarrow
#   `~(x <= 10)` holds of it. In memory all find rows 3 and 4. In a Parquet file DuckDB, DataFusion and
#   pyarrow first skip the groups whose greatest value is 10 or less, and a NaN is in no such value.
#   The same four rows, cut into groups of three and not of two, lose row 3. DuckDB's `max` is then a
#   NaN only if the group holds nothing else. polars finds row 3 each time.
# Expected: an answer that does not depend on the row groups. parquet.thrift says of `min` and
#   `max`: "When looking for NaN values, min and max should be ignored."
# Why it matters: files are compacted at night and rows sorted before they are written. The query,
#   the rows and the versions stay the same; the count does not.
# support-panel: its tables hold numbers and nulls, and never a NaN.
#
# Output seen, line by line; the script fails where it prints anything else:
# > in memory: DuckDB [3, 4], DataFusion [3, 4], pyarrow [3, 4], polars [3, 4]
# > groups of 4: DuckDB [3, 4], DataFusion [3, 4], pyarrow [3, 4], polars [3, 4]
# > groups of 3: DuckDB [4], DataFusion [4], pyarrow [4], polars [3, 4]
# > groups of 2: DuckDB [3, 4], DataFusion [3, 4], pyarrow [3, 4], polars [3, 4]
# > DuckDB's max: in memory nan, groups of 4 12.0, groups of 1 nan
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check duckdb==2.0.1 datafusion==55.0.0 \
  pyarrow==25.0.1 polars==2.1.0

seen=$(
  venv/bin/python - <<'PY'
import math
import datafusion, duckdb, polars
import pyarrow as pa, pyarrow.compute as pc, pyarrow.dataset as ds, pyarrow.parquet as pq

scores = pa.table({"id": [1, 2, 3, 4], "x": [2.0, 5.0, math.nan, 12.0]})
not_below = ~(pc.field("x") <= 10)
above = polars.col("x") > 10

def answers(file=None):
    context = datafusion.SessionContext()
    if file:
        context.register_parquet("t", file)
        source, frame, rows = f"'{file}'", polars.scan_parquet(file), ds.dataset(file)
    else:
        context.from_arrow(scores, "t")
        source, frame, rows = "scores", polars.from_arrow(scores).lazy(), ds.dataset(scores)
    by_duckdb = duckdb.sql(f"select id from {source} where x > 10").fetchall()
    by_datafusion = context.sql("select id from t where x > 10").to_pylist()
    by_pyarrow = rows.to_table(filter=not_below)["id"].to_pylist()
    found = {"DuckDB": [row[0] for row in by_duckdb],
             "DataFusion": [row["id"] for row in by_datafusion],
             "pyarrow": by_pyarrow, "polars": frame.filter(above).collect()["id"].to_list()}
    return ", ".join(f"{engine} {sorted(ids)}" for engine, ids in found.items())

print("in memory:", answers())
for size in (4, 3, 2):
    pq.write_table(scores, f"{size}.parquet", row_group_size=size)
    print(f"groups of {size}:", answers(f"{size}.parquet"))
pq.write_table(scores, "1.parquet", row_group_size=1)
greatest = lambda source: duckdb.sql(f"select max(x) from {source}").fetchall()[0][0]
print(f"DuckDB's max: in memory {greatest('scores')}, groups of 4 {greatest(repr('4.parquet'))},",
      f"groups of 1 {greatest(repr('1.parquet'))}")
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
