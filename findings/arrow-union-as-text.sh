#!/usr/bin/env bash
# An Arrow column of numbers and texts, cast to text by DataFusion, has a null for every number.
#
# Versions: datafusion 55.0.0, pyarrow 25.0.1, nanoarrow 0.9.0 (Python).
# Behaviour: in a union column each value has one of the column's types. `cast(answer as varchar)` gives
#   the texts and makes a null of each number, `cast(answer as bigint)` does it the other way round,
#   and `concat` gives an empty text. Nothing is raised; `count(answer)` of the same rows counts all
#   three. Dense and sparse unions do alike, and `try_cast` does as `cast` does.
# Expected: '6', 'unsure' and '2', as a cast of a column of numbers gives '6' and '2', or the error
#   that pyarrow raises. A null says that there was no answer.
# Why it matters: "a number from 0 to 10, or a word" is what a union is for, and a cast to text is
#   the way to write it to CSV. All the scores are gone, and the words that remain look right.
# support-panel: its tables have a column for each type, and no unions.
#
# Output seen, line by line; the script fails where it prints anything else:
# > dense, read by nanoarrow: [6, 'unsure', 2]
# > dense, as it is: [6, 'unsure', 2]
# > dense, cast(answer as varchar): [None, 'unsure', None]
# > dense, cast(answer as bigint): [6, None, 2]
# > dense, concat(answer, ''): ['', 'unsure', '']
# > dense, count(answer): [3]
# > sparse, cast(answer as varchar): [None, 'unsure', None]
# > numbers only, cast(answer as varchar): ['6', '2']
# > dense, pyarrow: ArrowNotImplementedError
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check datafusion==55.0.0 pyarrow==25.0.1 \
  nanoarrow==0.9.0

seen=$(
  venv/bin/python - <<'PY'
import datafusion, nanoarrow
import pyarrow as pa, pyarrow.compute as pc

types, names = pa.array([0, 1, 0], pa.int8()), ["number", "text"]
dense = pa.UnionArray.from_dense(
    types, pa.array([0, 0, 1], pa.int32()), [pa.array([6, 2]), pa.array(["unsure"])], names)
sparse = pa.UnionArray.from_sparse(
    types, [pa.array([6, None, 2]), pa.array([None, "unsure", None])], names)
for union in (dense, sparse):
    union.validate(full=True)

def select(column, expression):
    context = datafusion.SessionContext()
    context.from_arrow(pa.table({"answer": column}), "t")
    return [row["r"] for row in context.sql(f"select {expression} as r from t").to_pylist()]

TEXT = "cast(answer as varchar)"
print("dense, read by nanoarrow:", nanoarrow.Array(dense).to_pylist())
print("dense, as it is:", select(dense, "answer"))
for expression in (TEXT, "cast(answer as bigint)", "concat(answer, '')", "count(answer)"):
    print(f"dense, {expression}:", select(dense, expression))
assert select(dense, "try_" + TEXT) == select(dense, TEXT)
print(f"sparse, {TEXT}:", select(sparse, TEXT))
print(f"numbers only, {TEXT}:", select(pa.array([6, 2]), TEXT))
try:
    print("dense, pyarrow:", pc.cast(dense, pa.string()).to_pylist())
except pa.ArrowException as error:
    print("dense, pyarrow:", type(error).__name__)
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
