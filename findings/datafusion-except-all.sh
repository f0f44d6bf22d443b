#!/usr/bin/env bash
# Three visits planned and one made leave none to make in DataFusion, and two in duckdb and Polars.
#
# Versions: datafusion 55.0.0, duckdb 2.0.1, polars 2.1.0 (Python).
# Behaviour: `EXCEPT ALL` takes away a row for each row of the second table, `INTERSECT ALL` keeps
#   as many as both have (ISO/IEC 9075-2, query expression). DataFusion's `EXCEPT ALL` takes away
#   all rows that have an equal in the other table, and its `INTERSECT ALL` keeps all of those.
# Expected: visit, visit, letter; and visit.
# Why it matters: "what was planned less what was done" is `EXCEPT ALL`. A task that has to be done
#   several times is off the list after the first.
# support-panel: its own analysis has no SQL.
#
# Output seen, line by line; the script fails where it prints anything else:
# > except all, duckdb: letter, visit, visit
# > except all, datafusion: letter
# > except all, polars: letter, visit, visit
# > intersect all, duckdb: visit
# > intersect all, datafusion: visit, visit, visit
# > intersect all, polars: visit
# > except, duckdb: letter
# > except, datafusion: letter
# > except, polars: letter
# > intersect, duckdb: visit
# > intersect, datafusion: visit
# > intersect, polars: visit
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  polars==2.1.0 duckdb==2.0.1 datafusion==55.0.0 pyarrow==25.0.1

seen=$(
  venv/bin/python - <<'PY'
import datafusion, duckdb, polars
import pyarrow as pa

planned = pa.table({"task": ["letter", "visit", "visit", "visit"]})
done = pa.table({"task": ["visit"]})
context = datafusion.SessionContext()
context.from_arrow(planned, "planned")
context.from_arrow(done, "done")
tables = polars.SQLContext(planned=polars.from_arrow(planned), done=polars.from_arrow(done))
for words in ("except all", "intersect all", "except", "intersect"):
    query = f"select task from planned {words} select task from done"
    for engine, rows in {
        "duckdb": [row[0] for row in duckdb.sql(query).fetchall()],
        "datafusion": [row["task"] for row in context.sql(query).to_pylist()],
        "polars": tables.execute(query, eager=True)["task"].to_list(),
    }.items():
        print(f"{words}, {engine}:", ", ".join(sorted(rows)) or "none")
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
