#!/usr/bin/env bash
# A plan on which nobody has decided is "agreed" in Polars if it is asked for with IS NOT TRUE.
#
# Versions: polars 2.1.0, duckdb 2.0.1, datafusion 55.0.0 (Python).
# Behaviour: SQL has `IS TRUE` and `IS NOT TRUE` so that a null is asked for as well: the answer to
#   either is true or false, never null (ISO/IEC 9075-2, boolean test). In Polars all four such
#   tests of a null give null. `WHERE agreed IS NOT TRUE` then leaves the row out, and a CASE goes
#   to its ELSE. `IS NOT DISTINCT FROM true`, another spelling of `IS TRUE`, is right.
# Expected: what duckdb and datafusion give.
# Why it matters: yes, no and not yet answered is what panels record, and `IS NOT TRUE` is how to
#   ask for "all that are still open". Those not yet answered are left out, or are counted as
#   agreed.
# support-panel: its own analysis and its recipe for Polars have no SQL.
#
# Output seen, line by line; the script fails where it prints anything else:
# > select plan from plans where agreed is not true order by plan
# >   duckdb: B; C;
# >   datafusion: B; C;
# >   polars: B;
# > select plan from plans where agreed is distinct from true order by plan
# >   duckdb: B; C;
# >   datafusion: B; C;
# >   polars: B; C;
# > select plan, case when agreed is not true then 'open' else 'agreed' end as r from plans order by plan
# >   duckdb: A agreed; B open; C open;
# >   datafusion: A agreed; B open; C open;
# >   polars: A agreed; B open; C agreed;
# > select agreed is true as a, agreed is not true as b, agreed is false as c, agreed is not false as d from plans where plan = 'C'
# >   duckdb: False True False True;
# >   datafusion: False True False True;
# >   polars: None None None None;
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

plans = pa.table({"plan": ["A", "B", "C"], "agreed": pa.array([True, False, None])})
context = datafusion.SessionContext()
context.from_arrow(plans, "plans")
engines = {
    "duckdb": lambda query: duckdb.sql(query).fetchall(),
    "datafusion": lambda query: [tuple(row.values()) for row in context.sql(query).to_pylist()],
    "polars": lambda query: polars.SQLContext(plans=polars.from_arrow(plans)).execute(
        query, eager=True).rows(),
}
for query in (
    "select plan from plans where agreed is not true order by plan",
    "select plan from plans where agreed is distinct from true order by plan",
    "select plan, case when agreed is not true then 'open' else 'agreed' end as r "
    "from plans order by plan",
    "select agreed is true as a, agreed is not true as b, agreed is false as c, "
    "agreed is not false as d from plans where plan = 'C'",
):
    print(query)
    for name, run in engines.items():
        print(f"  {name}:", *(" ".join(map(str, row)) + ";" for row in run(query)))
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
