#!/usr/bin/env bash
# A debt of 1.25 is a fortune of 3.4 × 10^36 in nanoarrow.
#
# Versions: nanoarrow 0.9.0, pyarrow 25.0.1, duckdb 2.0.1, polars 2.1.0 (Python).
# Behaviour: nanoarrow reads the bytes of a decimal as a number without a sign, so that every
#   negative one comes out as 2 to the 128th less its amount, rounded to the precision of the column.
#   Nothing is raised. It is so for 256 bits too, and for what DuckDB and polars hand over. Its
#   integers, floats and durations keep their sign.
# Expected: -1.25. The Arrow format (Schema.fbs, Decimal) has the value "as a twos complement".
# Why it matters: nanoarrow is the small library to take where pyarrow is too large, and money is
#   what decimals are for. An underspend, a refund or a change of a score is the one value in the
#   column that is wrong, and a test with amounts above zero does not show it.
# support-panel: the numbers of its tables are integers.
#
# Output seen, line by line; the script fails where it prints anything else:
# > decimal128(5, 2), pyarrow: 3.50, -1.25, -0.01
# > decimal128(5, 2), nanoarrow: 3.50, 3.4028E+36, 3.4028E+36
# > decimal256(50, 2), pyarrow: 3.50, -1.25, -0.01
# > decimal256(50, 2), nanoarrow: 3.50, 1.1579208923731619542357098500868790785326998466564E+75, 1.1579208923731619542357098500868790785326998466564E+75
# > from DuckDB, nanoarrow: 3.50, 3.4028E+36, 3.4028E+36
# > from polars, nanoarrow: 3.50, 3.4028E+36, 3.4028E+36
# > int8, nanoarrow: 3, -1
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check nanoarrow==0.9.0 pyarrow==25.0.1 \
  duckdb==2.0.1 polars==2.1.0

seen=$(
  venv/bin/python - <<'PY'
from decimal import Decimal
import duckdb, nanoarrow, polars
import pyarrow as pa

amounts = [Decimal("3.50"), Decimal("-1.25"), Decimal("-0.01")]
show = lambda values: ", ".join(map(str, values))
for kind in (pa.decimal128(5, 2), pa.decimal256(50, 2)):
    column = pa.array(amounts, kind)
    print(f"{kind}, pyarrow:", show(column.to_pylist()))
    print(f"{kind}, nanoarrow:", show(nanoarrow.Array(column).to_pylist()))
ledger = pa.table({"amount": pa.array(amounts, pa.decimal128(5, 2))})
for name, source in (("DuckDB", duckdb.sql("from ledger")), ("polars", polars.from_arrow(ledger))):
    rows = nanoarrow.ArrayStream(source).read_all().to_pylist()
    print(f"from {name}, nanoarrow:", show(row["amount"] for row in rows))
print("int8, nanoarrow:", show(nanoarrow.Array(pa.array([3, -1], pa.int8())).to_pylist()))
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
