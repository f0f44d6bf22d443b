#!/usr/bin/env bash
# A yearly date of 29 February is 1 March or 28 February in the years between, and a month end drifts to the 28th.
#
# Versions: python-dateutil 2.9.0.post0 (Python); ical.js 2.2.1, rrule 2.8.1, rrule-temporal
#   2.2.8, ts-ics 2.4.6 (npm).
# Behaviour: a rule without parts repeats the day on which the series starts. For 29 February,
#   every year, three libraries give leap years alone; ical.js gives 1 March for the years
#   between, and ts-ics 28 February. For the 31st, every month, ts-ics gives the 28th of February
#   and from then on the 28th of every month.
# Expected: RFC 5545, 3.3.10: dates that do not exist are ignored, and do not count.
# Why it matters: a child who was born on 29 February has a review on their birthday, and a
#   payment falls due on the last day; in what the family sees on their phones the days are
#   others.
# support-panel: writes single dates, each worked out by itself.
#
# Output seen, line by line; the script fails where it prints anything else:
# > dateutil, FREQ=YEARLY;COUNT=3: 2024-02-29 2028-02-29 2032-02-29
# > dateutil, FREQ=MONTHLY;COUNT=4: 2026-01-31 2026-03-31 2026-05-31 2026-07-31
# > ical.js, FREQ=YEARLY;COUNT=3: 2024-02-29 2025-03-01 2026-03-01
# > ical.js, FREQ=MONTHLY;COUNT=4: 2026-01-31 2026-03-31 2026-05-31 2026-07-31
# > rrule, FREQ=YEARLY;COUNT=3: 2024-02-29 2028-02-29 2032-02-29
# > rrule, FREQ=MONTHLY;COUNT=4: 2026-01-31 2026-03-31 2026-05-31 2026-07-31
# > rrule-temporal, FREQ=YEARLY;COUNT=3: 2024-02-29 2028-02-29 2032-02-29
# > rrule-temporal, FREQ=MONTHLY;COUNT=4: 2026-01-31 2026-03-31 2026-05-31 2026-07-31
# > ts-ics, FREQ=YEARLY;COUNT=3: 2024-02-29 2025-02-28 2026-02-28
# > ts-ics, FREQ=MONTHLY;COUNT=4: 2026-01-31 2026-02-28 2026-03-28 2026-04-28
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-dateutil==2.9.0.post0
npm install --silent --no-audit --no-fund ical.js@2.2.1 rrule@2.8.1 rrule-temporal@2.2.8 ts-ics@2.4.6

seen=$(
  venv/bin/python - <<'PY'
from datetime import datetime
from dateutil.rrule import rrulestr

for start, rule in (("2024-02-29", "FREQ=YEARLY;COUNT=3"), ("2026-01-31", "FREQ=MONTHLY;COUNT=4")):
    print(f"dateutil, {rule}:", *(f"{day:%Y-%m-%d}" for day in rrulestr(rule, dtstart=datetime.fromisoformat(start))))
PY
  cat >ask.mjs <<'JS'
import ICAL from "ical.js";
import rrule from "rrule";
import { RRuleTemporal } from "rrule-temporal";
import { convertIcsRecurrenceRule, extendByRecurrenceRule } from "ts-ics";

const iso = (date) => date.toISOString().slice(0, 10);
const text = (start, rule) => `DTSTART:${start.replaceAll("-", "")}T090000Z\nRRULE:${rule}`;
const ways = {
  "ical.js": (start, rule) => {
    const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString(`${start}T09:00:00`));
    return [...Array(rule.match(/COUNT=(\d+)/)[1] * 1)].map(() => String(iterator.next()).slice(0, 10));
  },
  rrule: (start, rule) => rrule.rrulestr(text(start, rule)).all().map(iso),
  "rrule-temporal": (start, rule) => new RRuleTemporal({ rruleString: text(start, rule) }).all().map((time) => String(time).slice(0, 10)),
  "ts-ics": (start, rule) =>
    extendByRecurrenceRule(convertIcsRecurrenceRule(undefined, { value: rule }), {
      start: new Date(`${start}T09:00:00Z`),
      end: new Date("2050-01-01T00:00:00Z"),
    }).map(iso),
};
for (const [name, way] of Object.entries(ways))
  for (const [start, rule] of [["2024-02-29", "FREQ=YEARLY;COUNT=3"], ["2026-01-31", "FREQ=MONTHLY;COUNT=4"]])
    console.log(`${name}, ${rule}:`, ...way(start, rule));
JS
  TZ=UTC node ask.mjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
