#!/usr/bin/env bash
# One working day after a Saturday is Monday or Tuesday, by the library that is asked.
#
# Versions: numpy 2.4.6, pandas 3.1.1, polars 2.1.0, workalendar 17.0.0 (Python); date-fns 4.4.0,
#   moment-business-days 1.2.0, luxon-business-days 3.0.1 (npm).
# Behaviour: one, five and minus one working days from Saturday 14 March 2026. numpy and polars go
#   to a working day first and count from there, and want to be told which way: told "forward"
#   they count from Monday, so that one day is Tuesday; told "backward" they count from Friday, so
#   that one day back is Thursday. The five others count the next working day as the first.
# Expected: one meaning of "within five working days". There is no standard; the five agree with
#   each other, and neither `roll` agrees with them in both directions.
# Why it matters: a panel sits on a Saturday, or a letter arrives on one. Code that is moved from
#   a web page or pandas to polars gives everyone a day more.
# support-panel: counts the days after the day itself, so that the first working day after a
#   Saturday is Monday, in its own calendar; it asks no library.
#
# Output seen, line by line; the script fails where it prints anything else:
# > numpy, forward: 2026-03-17 2026-03-23 2026-03-13
# > polars, forward: 2026-03-17 2026-03-23 2026-03-13
# > numpy, backward: 2026-03-16 2026-03-20 2026-03-12
# > polars, backward: 2026-03-16 2026-03-20 2026-03-12
# > pandas: 2026-03-16 2026-03-20 2026-03-13
# > workalendar: 2026-03-16 2026-03-20 2026-03-13
# > date-fns: 2026-03-16 2026-03-20 2026-03-13
# > moment-business-days: 2026-03-16 2026-03-20 2026-03-13
# > luxon-business-days: 2026-03-16 2026-03-20 2026-03-13
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check numpy==2.4.6 pandas==3.1.1 polars==2.1.0 workalendar==17.0.0
npm install --silent --no-audit --no-fund date-fns@4.4.0 moment@2.31.0 moment-business-days@1.2.0 luxon@3.7.2 luxon-business-days@3.0.1

seen=$(
  venv/bin/python - <<'PY'
from datetime import date
import numpy as np, pandas as pd, polars as pl
from workalendar.europe import UnitedKingdom

day = date(2026, 3, 14)
DAYS = (1, 5, -1)
told = lambda name, way: print(f"{name}:", *(str(way(n))[:10] for n in DAYS))
for roll in ("forward", "backward"):
    told(f"numpy, {roll}", lambda n: np.busday_offset(day, n, roll=roll))
    told(f"polars, {roll}", lambda n: pl.select(pl.lit(day).dt.add_business_days(n, roll=roll)).item())
told("pandas", lambda n: pd.Timestamp(day) + pd.offsets.BDay(n))
calendar = UnitedKingdom()
told("workalendar", lambda n: calendar.add_working_days(day, n) if n > 0 else calendar.sub_working_days(day, -n))
PY
  cat >days.mjs <<'JS'
import { addBusinessDays } from "date-fns";
import moment from "moment-business-days";
import luxon from "luxon-business-days";

const iso = (day) => day.toISOString().slice(0, 10);
const told = (name, way) => console.log(`${name}:`, ...[1, 5, -1].map(way));
told("date-fns", (n) => iso(addBusinessDays(new Date("2026-03-14T12:00:00Z"), n)));
told("moment-business-days", (n) => moment("2026-03-14").businessAdd(n).format("YYYY-MM-DD"));
told("luxon-business-days", (n) => luxon.DateTime.fromISO("2026-03-14").plusBusiness({ days: n }).toISODate());
JS
  node days.mjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
