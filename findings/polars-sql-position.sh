#!/usr/bin/env bash
# Where the surname begins in "Seán Bell" is one place further in Polars' SQL, which counts bytes.
#
# Versions: polars 2.1.0, duckdb 2.0.1, datafusion 55.0.0 (Python).
# Behaviour: `strpos` and `position` count the bytes before what is found; `length`, `substr` and
#   `left` of the same SQL count characters. For a null they give 0, which is "not found".
# Expected: characters, and null for a null, as in ISO/IEC 9075-2 (POSITION) and in duckdb and
#   datafusion.
# Why it matters: a name cut at the place that was found is wrong for people with an accent in their
#   name and right for all others: "ell" for Bell. Initials and keys for matching are made so.
# support-panel: its own analysis and its recipe for Polars have no SQL.
#
# Output seen, line by line; the script fails where it prints anything else:
# > duckdb, Ann Bell: strpos 4, position 4, length 8, rest Bell
# > duckdb, Seán Bell: strpos 5, position 5, length 9, rest Bell
# > duckdb, Zoë Björk Owen: strpos 4, position 4, length 14, rest Björk Owen
# > duckdb, None: strpos None, position None, length None, rest None
# > datafusion, Ann Bell: strpos 4, position 4, length 8, rest Bell
# > datafusion, Seán Bell: strpos 5, position 5, length 9, rest Bell
# > datafusion, Zoë Björk Owen: strpos 4, position 4, length 14, rest Björk Owen
# > datafusion, None: strpos None, position None, length None, rest None
# > polars, Ann Bell: strpos 4, position 4, length 8, rest Bell
# > polars, Seán Bell: strpos 6, position 6, length 9, rest ell
# > polars, Zoë Björk Owen: strpos 5, position 5, length 14, rest jörk Owen
# > polars, None: strpos 0, position 0, length None, rest None
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

people = pa.table({"name": ["Ann Bell", "Seán Bell", "Zoë Björk Owen", None]})
QUERY = """select name, strpos(name, ' ') as p, position(' ' in name) as q, length(name) as n,
  substr(name, strpos(name, ' ') + 1) as rest from people"""
context = datafusion.SessionContext()
context.from_arrow(people, "people")
for engine, rows in {
    "duckdb": duckdb.sql(QUERY).fetchall(),
    "datafusion": [tuple(row.values()) for row in context.sql(QUERY).to_pylist()],
    "polars": polars.SQLContext(people=polars.from_arrow(people)).execute(QUERY, eager=True).rows(),
}.items():
    for name, strpos, position, length, rest in rows:
        print(f"{engine}, {name}: strpos {strpos}, position {position}, length {length}, rest {rest}")
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
