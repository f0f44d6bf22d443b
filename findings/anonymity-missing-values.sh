#!/usr/bin/env bash
# A table in which one child is alone is said to hide each among three, if their district is empty.
#
# Versions: pycanon 1.0.1.post2 with pandas 3.1.1 (Python).
# Behaviour: six children of two districts are three and three: k is 3. A seventh of a third
#   district makes k 1. A seventh whose district is missing is in none of the groups that are
#   counted, and k stays 3; where it is an empty text, k is 1.
# Expected: whoever differs from all others in what is known of them is a group of one, and not to
#   know the district is such a difference: k is the size of the smallest group of rows that are
#   alike (Samarati and Sweeney, 1998).
# Why it matters: values are missing first where something is unusual. The number that is to say
#   how well people are hidden leaves out those who stand alone, and says that all is well.
# support-panel: gives no such number, and promises no anonymity: what may still tell who someone
#   is stands in the report of `degrade`, by kind.
#
# Output seen, line by line; the script fails where it prints anything else:
# > no seventh row: 6 rows, k = 3, l = 3
# > a district of its own: 7 rows, k = 1, l = 1
# > no district: 7 rows, k = 3, l = 3
# > an empty district: 7 rows, k = 1, l = 1
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pycanon==1.0.1.post2 pandas==3.1.1

seen=$(
  venv/bin/python - <<'PY'
import pandas as pd
from pycanon import anonymity

ROWS = [("Abbey", need) for need in "abc"] + [("Eyres", need) for need in "abc"]
for what, alone in {"no seventh row": [], "a district of its own": [("Belgrave", "a")], "no district": [(None, "a")],
                    "an empty district": [("", "a")]}.items():
    table = pd.DataFrame([*ROWS, *alone], columns=["district", "need"])
    k = anonymity.k_anonymity(table, ["district"])
    print(f"{what}: {len(table)} rows, k = {k}, l = {anonymity.l_diversity(table, ['district'], ['need'])}")
PY
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
