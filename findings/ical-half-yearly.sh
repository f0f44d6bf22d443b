#!/usr/bin/env bash
# "The last day of June and of December" is 1 July in ical.js from the second year on.
#
# Versions: ical.js 2.2.1, rrule-temporal 2.2.8 (npm); python-dateutil 2.9.0.post0 (Python).
# Behaviour: ical.js reads five kinds of rule otherwise than RFC 5545 (3.3.10) says. Days counted
#   from the end of two months of different length move into the next month. A yearly rule for "the
#   1st" comes in one month only, and one for a week of the year comes every week. In a daily rule
#   the last day of the month is left out. BYSETPOS, "the first of these", is not obeyed in a yearly
#   rule. Nothing is raised, and the first date is right in four of the five.
# Expected: the dates that rrule-temporal and dateutil give, which agree on all five. In the table
#   of 3.3.10, BYMONTHDAY and BYWEEKNO expand a yearly rule and BYMONTHDAY limits a daily one, with
#   negative days; BYSETPOS is for every frequency.
# Why it matters: returns and reviews fall on the ends of half-years and on weeks of the year.
#   People whose calendar is built on ical.js see another day than those who sent the rule.
# support-panel: the rule for its calendars is an event for each meeting, without RDATE or RRULE.
#
# Output seen, line by line; the script fails where it prints anything else:
# > Monday of week 2, ical.js: 2026-01-12 2026-01-19 2026-01-26 2026-02-02 2026-02-09
# > Monday of week 2, rrule-temporal: 2026-01-05 2027-01-11 2028-01-10 2029-01-08 2030-01-07
# > Monday of week 2, dateutil: 2026-01-05 2027-01-11 2028-01-10 2029-01-08 2030-01-07
# > first Saturday of the year, ical.js: 2026-01-03 2026-01-10 2026-01-17 2026-01-24 2026-01-31
# > first Saturday of the year, rrule-temporal: 2026-01-03 2027-01-02 2028-01-01 2029-01-06 2030-01-05
# > first Saturday of the year, dateutil: 2026-01-03 2027-01-02 2028-01-01 2029-01-06 2030-01-05
# > last day of June and December, ical.js: 2026-06-30 2026-12-31 2027-07-01 2027-12-31 2028-07-01
# > last day of June and December, rrule-temporal: 2026-06-30 2026-12-31 2027-06-30 2027-12-31 2028-06-30
# > last day of June and December, dateutil: 2026-06-30 2026-12-31 2027-06-30 2027-12-31 2028-06-30
# > the 15th and the last, said daily, ical.js: 2026-01-15 2026-02-15 2026-03-15 2026-04-15 2026-05-15
# > the 15th and the last, said daily, rrule-temporal: 2026-01-15 2026-01-31 2026-02-15 2026-02-28 2026-03-15
# > the 15th and the last, said daily, dateutil: 2026-01-15 2026-01-31 2026-02-15 2026-02-28 2026-03-15
# > the 1st, said yearly, ical.js: 2026-03-01 2027-03-01 2028-03-01 2029-03-01 2030-03-01
# > the 1st, said yearly, rrule-temporal: 2026-03-01 2026-04-01 2026-05-01 2026-06-01 2026-07-01
# > the 1st, said yearly, dateutil: 2026-03-01 2026-04-01 2026-05-01 2026-06-01 2026-07-01
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-dateutil==2.9.0.post0
npm install --silent --no-audit --no-fund ical.js@2.2.1 rrule-temporal@2.2.8

cat >rules.json <<'JSON'
[["last day of June and December", "2026-06-30", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1;COUNT=5"],
 ["the 1st, said yearly", "2026-03-01", "FREQ=YEARLY;BYMONTHDAY=1;COUNT=5"],
 ["Monday of week 2", "2026-01-05", "FREQ=YEARLY;BYWEEKNO=2;BYDAY=MO;COUNT=5"],
 ["the 15th and the last, said daily", "2026-01-15", "FREQ=DAILY;BYMONTHDAY=15,-1;COUNT=5"],
 ["first Saturday of the year", "2026-01-03", "FREQ=YEARLY;BYDAY=SA;BYSETPOS=1;COUNT=5"]]
JSON
cat >expand.mjs <<'JS'
import fs from "node:fs";
import ICAL from "ical.js";
import { RRuleTemporal } from "rrule-temporal";

for (const [name, start, rule] of JSON.parse(fs.readFileSync("rules.json"))) {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString(`${start}T10:00:00`));
  const days = [];
  for (let next; days.length < 9 && (next = iterator.next()); ) days.push(next.toString().slice(0, 10));
  const lines = `DTSTART:${start.replaceAll("-", "")}T100000Z\nRRULE:${rule}`;
  const other = new RRuleTemporal({ rruleString: lines }).all();
  console.log(`${name}, ical.js: ${days.join(" ")}`);
  console.log(`${name}, rrule-temporal: ${other.map((d) => d.toString().slice(0, 10)).join(" ")}`);
}
JS
cat >expand.py <<'PY'
import json
from datetime import datetime
from dateutil.rrule import rrulestr

for name, start, rule in json.load(open("rules.json")):
    days = rrulestr(rule, dtstart=datetime.fromisoformat(start))
    print(f"{name}, dateutil:", *(f"{day:%Y-%m-%d}" for day in days))
PY
seen=$(
  node expand.mjs
  venv/bin/python expand.py
)
seen=$(LC_ALL=C sort -s -t, -k1,1 <<<"$seen")
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
