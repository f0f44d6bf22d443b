#!/usr/bin/env bash
# Half past midnight on 2 June, cast to a date by Polars, is 1 June, and its `dt.date()` is 2 June.
#
# Versions: polars 2.1.0, pyarrow 25.0.1, datafusion 55.0.0, duckdb 2.0.1 (Python).
# Behaviour: for a column of moments in Europe/London, `dt.date()`, `dt.day()`, `extract(day ...)`,
#   `date_trunc` and the cast to text give the local day. `cast(pl.Date)`, `cast(... as date)` of
#   its SQL and the cast to a time give the day and the time in UTC. A comparison with a date is in
#   UTC too.
# Expected: one day. pyarrow, datafusion, and duckdb with its session in London, cast to 2 June.
# Why it matters: in an English summer all from midnight to one o'clock go to the day before: night
#   calls, and all that was entered as a day without an hour. Counts by day differ by how the day
#   was taken.
# support-panel: its tables hold a day as a date, and moments in UTC.
#
# Output seen, line by line; the script fails where it prints anything else:
# > polars, cast(pl.String): 2026-06-02 00:30
# > polars, dt.date(): 2026-06-02
# > polars, cast(pl.Date): 2026-06-01
# > polars, dt.time(): 00:30:00
# > polars, cast(pl.Time): 23:30:00
# > polars, moment >= date(2026, 6, 2): False
# > polars, dt.date() >= date(2026, 6, 2): True
# > polars, select cast(moment as date) as r from calls: 2026-06-01
# > polars, select extract(day from moment) as r from calls: 2
# > pyarrow, cast: 2026-06-02
# > datafusion, select cast(moment as date) as r from calls: 2026-06-02
# > duckdb, select cast(moment as date) as r from calls: 2026-06-02
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  polars==2.1.0 duckdb==2.0.1 datafusion==55.0.0 pyarrow==25.0.1 pytz==2026.6

seen=$(
  venv/bin/python - <<'PY'
from datetime import date, datetime, timezone
import datafusion, duckdb, polars as pl
import pyarrow as pa, pyarrow.compute as pc

calls = pl.DataFrame({"moment": [datetime(2026, 6, 1, 23, 30, tzinfo=timezone.utc)]})
calls = calls.with_columns(pl.col("moment").dt.convert_time_zone("Europe/London"))
for name, expression in {
    "cast(pl.String)": pl.col("moment").cast(pl.String).str.slice(0, 16),
    "dt.date()": pl.col("moment").dt.date(),
    "cast(pl.Date)": pl.col("moment").cast(pl.Date),
    "dt.time()": pl.col("moment").dt.time(),
    "cast(pl.Time)": pl.col("moment").cast(pl.Time),
    "moment >= date(2026, 6, 2)": pl.col("moment") >= date(2026, 6, 2),
    "dt.date() >= date(2026, 6, 2)": pl.col("moment").dt.date() >= date(2026, 6, 2),
}.items():
    print(f"polars, {name}: {calls.select(expression).item()}")

CAST, PART = "select cast(moment as date) as r from calls", "select extract(day from moment) as r from calls"
for query in (CAST, PART):
    print(f"polars, {query}:", pl.SQLContext(calls=calls).execute(query, eager=True).item())
table = calls.to_arrow()
print("pyarrow, cast:", pc.cast(table["moment"], pa.date32())[0])
context = datafusion.SessionContext()
context.from_arrow(table, "calls")
print(f"datafusion, {CAST}:", context.sql(CAST).to_pylist()[0]["r"])
session = duckdb.connect()
session.execute("set timezone = 'Europe/London'")
session.register("calls", table)
print(f"duckdb, {CAST}:", session.execute(CAST).fetchone()[0])
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
