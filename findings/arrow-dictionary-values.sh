#!/usr/bin/env bash
# In a dictionary column that names a value twice, pyarrow counts one group as two; others do not.
#
# Versions: pyarrow 25.0.1, polars 2.1.0, duckdb 2.0.1, datafusion 55.0.0, pandas 3.1.1 (Python).
# Behaviour: the Arrow format lets a dictionary hold a value twice, or a null (Columnar Format,
#   "Dictionary-encoded Layout"). pyarrow groups and counts by the index: "open" is two groups. A
#   null in the dictionary is no null to `is_null`, `drop_null` and `fill_null`, but `count` leaves
#   it out, and grouped `count` takes it in. polars, DuckDB and DataFusion go by the value in all of
#   these. pandas refuses both columns, and pyarrow's writer of Parquet refuses the null.
# Expected: one group a value; one answer within a library to whether a row is null.
# Why it matters: any producer may hand over the first, and `dictionary_encode` with
#   `null_encoding="encode"` makes the second. One column, and two numbers of open actions.
# support-panel: its dictionaries hold each word once and no null; a null stands in the index.
#
# Output seen, line by line; the script fails where it prints anything else:
# > twice, pyarrow: [('open', 1), ('open', 1), ('done', 1)]
# > twice, polars: [('open', 2), ('done', 1)]
# > twice, DuckDB: [('open', 2), ('done', 1)]
# > twice, DataFusion: [('open', 2), ('done', 1)]
# > twice, pandas: ValueError: Categorical categories must be unique
# > null, pyarrow: null_count 0, count 2, grouped count of the null row 1, rows after drop_null 3
# > null, polars: null_count 1, rows after drop_nulls 2
# > null, DuckDB: count 2, rows that are null 1
# > null, DataFusion: count 2, rows that are null 1
# > null, pandas: ValueError: Categorical categories cannot be null
# > null, pyarrow to Parquet: ArrowNotImplementedError
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyarrow==25.0.1 polars==2.1.0 \
  duckdb==2.0.1 datafusion==55.0.0 pandas==3.1.1 numpy==2.4.6

seen=$(
  venv/bin/python - <<'PY'
import datafusion, duckdb, polars
import pyarrow as pa, pyarrow.compute as pc, pyarrow.parquet as pq

def column(values):
    indices = pa.array([0, 1, 2], pa.int8())
    made = pa.DictionaryArray.from_arrays(indices, pa.array(values))
    made.validate(full=True)
    return pa.table({"state": made})

def pandas_error(table):
    try:
        return table.to_pandas()
    except ValueError as error:
        return f"ValueError: {error}"

def by_datafusion(table, query):
    context = datafusion.SessionContext()
    context.from_arrow(table, "t")
    return [tuple(row.values()) for row in context.sql(query).to_pylist()]

def by_duckdb(t, query):
    return duckdb.sql(query).fetchall()

table = column(["open", "open", "done"])
grouped = table.group_by("state").aggregate([("state", "count")]).to_pylist()
print("twice, pyarrow:", [(row["state"], row["state_count"]) for row in grouped])
frame = polars.DataFrame(table).group_by("state", maintain_order=True).len()
print("twice, polars:", frame.rows())
query = "select state, count(*) from t group by state order by count(*) desc"
print("twice, DuckDB:", by_duckdb(table, query))
print("twice, DataFusion:", by_datafusion(table, query))
print("twice, pandas:", pandas_error(table))

table = column(["open", None, "done"])
grouped = table.group_by("state").aggregate([("state", "count")]).to_pylist()
count = next(row["state_count"] for row in grouped if row["state"] is None)
print(f"null, pyarrow: null_count {table['state'].null_count}, count {pc.count(table['state'])},",
      f"grouped count of the null row {count}, rows after drop_null {table.drop_null().num_rows}")
frame = polars.DataFrame(table)
print(f"null, polars: null_count {frame['state'].null_count()},",
      f"rows after drop_nulls {frame.drop_nulls().height}")
query = "select count(state), sum(case when state is null then 1 else 0 end) from t"
for name, run in (("DuckDB", by_duckdb), ("DataFusion", by_datafusion)):
    print("null, {}: count {}, rows that are null {}".format(name, *run(table, query)[0]))
print("null, pandas:", pandas_error(table))
try:
    pq.write_table(table, "t.parquet")
except pa.ArrowException as error:
    print("null, pyarrow to Parquet:", type(error).__name__)
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
