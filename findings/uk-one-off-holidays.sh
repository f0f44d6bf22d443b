#!/usr/bin/env bash
# The bank holidays of 2011, 2012 and 2023 in England depend on which of three libraries is asked.
#
# Versions: holidays 0.109, workalendar 17.0.0 (Python); date-holidays 3.37.0 (npm).
# Behaviour: date-holidays does not know the royal wedding of 29 April 2011, and in 2012 has the
#   spring holiday on its usual 28 May, though it was moved to 4 June. workalendar does not know the
#   coronation of 8 May 2023. All three have the moved holidays of 2020 and 2022. For Scotland only
#   `holidays` has 15 June 2026.
# Expected: the days that were proclaimed under the Banking and Financial Dealings Act 1971, as
#   published by the government; `holidays` has all that are tried here.
# Why it matters: "within ten working days" is counted back over years in returns and complaints.
#   One holiday more or less decides whether a plan was in time.
# support-panel: has all of these days, as published, and asks no library for them.
#
# Output seen, line by line; the script fails where it prints anything else:
# > holidays: 2011-04-29 2012-06-04 2012-06-05 2020-05-08 2022-06-02 2022-06-03 2022-09-19 2023-05-08
# > workalendar: 2011-04-29 2012-06-04 2012-06-05 2020-05-08 2022-06-02 2022-06-03 2022-09-19
# > holidays, Scotland, 2026-06-15: True
# > workalendar, Scotland, 2026-06-15: False
# > date-holidays: 2012-05-28 2012-06-05 2020-05-08 2022-06-02 2022-06-03 2022-09-19 2023-05-08
# > date-holidays, Scotland, 2026-06-15: false
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check holidays==0.109 workalendar==17.0.0
npm install --silent --no-audit --no-fund date-holidays@3.37.0

cat >days.json <<'JSON'
["2011-04-29", "2012-05-28", "2012-06-04", "2012-06-05", "2020-05-04", "2020-05-08", "2022-06-02",
 "2022-06-03", "2022-09-19", "2023-05-08"]
JSON
seen=$(
  venv/bin/python - <<'PY'
import json, warnings
from datetime import date
import holidays
from workalendar.europe import Scotland, UnitedKingdom

days = [date.fromisoformat(day) for day in json.load(open("days.json"))]
england = holidays.country_holidays("GB", subdiv="ENG", years=range(2011, 2024))
print("holidays:", *(day for day in days if day in england))
kingdom = UnitedKingdom()
print("workalendar:", *(day for day in days if kingdom.is_holiday(day)))
football = date(2026, 6, 15)
warnings.simplefilter("ignore")  # workalendar says that its Scotland is an experiment
print("holidays, Scotland, 2026-06-15:", football in holidays.country_holidays("GB", subdiv="SCT"))
print("workalendar, Scotland, 2026-06-15:", Scotland().is_holiday(football))
PY
  cat > read.mjs <<'JS'
import fs from "node:fs";
import Holidays from "date-holidays";

const free = (part) => (day) =>
  new Holidays("GB", part)
    .getHolidays(day.slice(0, 4))
    .some((holiday) => holiday.date.startsWith(day) && /^(public|bank)$/.test(holiday.type));
console.log("date-holidays:", ...JSON.parse(fs.readFileSync("days.json")).filter(free("ENG")));
console.log("date-holidays, Scotland, 2026-06-15:", free("SCT")("2026-06-15"));
JS
  node read.mjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
