#!/usr/bin/env bash
# Of 12 examples of the calendar standard itself ts-ics has 9 on other days, and ical.js 2.
#
# Versions: python-dateutil 2.9.0.post0, ical 14.3.1 (Python); ical.js 2.2.1, rrule 2.8.1, rrule-
#   temporal 2.2.8, ts-ics 2.4.6 (npm).
# Behaviour: the standard lists, beside rules for repeating meetings, the days that they mean.
#   Twelve of these are asked of six libraries, most of them shortened by COUNT. Four give all
#   twelve. ical.js has "the 20th Monday of the year" and "the Monday of week 20" as three Mondays
#   of one year. ts-ics has nine on other days: it leaves out the first meeting, and counts
#   positions and weeks otherwise.
# Expected: RFC 5545, 3.8.5.3, the examples.
# Why it matters: "the last but one working day of the month" is when a report is due. A calendar
#   program that is built on one of these shows another day, or leaves the first meeting out.
# support-panel: writes single dates, and no rule that a reader must work out.
#
# Output seen, line by line; the script fails where it prints anything else:
# > dateutil: 12 of 12
# > ical: 12 of 12
# >   ical.js, FREQ=YEARLY;BYDAY=20MO;COUNT=3: 05-19 05-26 06-02
# >   ical.js, FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3: 05-19 05-26 06-02
# > ical.js: 10 of 12
# > rrule: 12 of 12
# > rrule-temporal: 12 of 12
# >   ts-ics, FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3: 09-09 09-16 09-23
# >   ts-ics, FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=4: 10-29 11-26 12-29 01-28
# >   ts-ics, FREQ=MONTHLY;INTERVAL=2;COUNT=6;BYDAY=1SU,-1SU: 09-28 11-02 11-30 01-04 01-25 03-01
# >   ts-ics, FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=4: 10-28 11-27 12-28 01-28
# >   ts-ics, FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1,-1: 10-01 10-30 11-01 11-29
# >   ts-ics, FREQ=YEARLY;BYDAY=20MO;COUNT=3: 05-18 05-17 05-15
# >   ts-ics, FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3: 05-12 05-11 05-10
# >   ts-ics, FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=4: 03-20 03-27 03-05 03-12
# >   ts-ics, FREQ=YEARLY;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA;COUNT=3: 01-02 01-03 01-04
# > ts-ics: 3 of 12
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-dateutil==2.9.0.post0 ical==14.3.1
npm install --silent --no-audit --no-fund ical.js@2.2.1 rrule@2.8.1 rrule-temporal@2.2.8 ts-ics@2.4.6

seen=$(
  # RFC 5545, 3.8.5.3: the first day, the rule, and the first days that the standard lists.
  cat >examples.json <<'JSON'
[
  ["1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "08-05 08-10 08-19 08-24"],
  ["1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "08-05 08-17 08-19 08-31"],
  ["1997-09-04", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "09-04 10-07 11-06"],
  ["1997-09-29", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=4", "09-29 10-30 11-27 12-30"],
  ["1997-09-07", "FREQ=MONTHLY;INTERVAL=2;COUNT=6;BYDAY=1SU,-1SU", "09-07 09-28 11-02 11-30 01-04 01-25"],
  ["1997-09-28", "FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=4", "09-28 10-29 11-28 12-29"],
  ["1997-09-30", "FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1,-1", "09-30 10-01 10-31 11-01"],
  ["1997-01-01", "FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200", "01-01 04-10 07-19 01-01"],
  ["1997-05-19", "FREQ=YEARLY;BYDAY=20MO;COUNT=3", "05-19 05-18 05-17"],
  ["1997-05-12", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3", "05-12 05-11 05-17"],
  ["1997-03-13", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=4", "03-13 03-20 03-27 03-05"],
  ["1998-01-01", "FREQ=YEARLY;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA;COUNT=3", "01-01 01-02 01-03"]
]
JSON
  venv/bin/python - <<'PY'
import json
from datetime import datetime
from dateutil.rrule import rrulestr
from ical.calendar_stream import IcsCalendarStream

def with_ical(start, rule):
    day = start.replace("-", "")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//x", "BEGIN:VEVENT", "UID:1", "DTSTAMP:19970101T000000Z",
             f"DTSTART:{day}T090000", f"DTEND:{day}T100000", "SUMMARY:x", f"RRULE:{rule}", "END:VEVENT", "END:VCALENDAR", ""]
    return [event.dtstart for event in IcsCalendarStream.calendar_from_ics("\r\n".join(lines)).timeline]

WAYS = {"dateutil": lambda start, rule: rrulestr(rule, dtstart=datetime.fromisoformat(start + "T09:00")), "ical": with_ical}
for name, way in WAYS.items():
    right = 0
    for start, rule, listed in json.load(open("examples.json")):
        found = " ".join(f"{moment:%m-%d}" for moment in way(start, rule))
        right += found == listed
        if found != listed:
            print(f"  {name}, {rule}: {found}")
    print(f"{name}: {right} of 12")
PY
  cat >ask.mjs <<'JS'
import fs from "node:fs";
import ICAL from "ical.js";
import rrule from "rrule";
import { RRuleTemporal } from "rrule-temporal";
import { convertIcsRecurrenceRule, extendByRecurrenceRule } from "ts-ics";

const two = (number) => String(number).padStart(2, "0");
const ofDate = (date) => `${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
const ofTime = ({ month, day }) => `${two(month)}-${two(day)}`;
const text = (start, rule) => `DTSTART:${start.replaceAll("-", "")}T090000Z\nRRULE:${rule}`;
const ways = {
  "ical.js": (start, rule) => {
    const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString(`${start}T09:00:00`));
    return [...Array(rule.match(/COUNT=(\d+)/)[1] * 1)].map(() => ofTime(iterator.next()));
  },
  rrule: (start, rule) => rrule.rrulestr(text(start, rule)).all().map(ofDate),
  "rrule-temporal": (start, rule) => new RRuleTemporal({ rruleString: text(start, rule) }).all().map(ofTime),
  "ts-ics": (start, rule) =>
    extendByRecurrenceRule(convertIcsRecurrenceRule(undefined, { value: rule }), {
      start: new Date(`${start}T09:00:00Z`),
      end: new Date("2020-01-01T00:00:00Z"),
    }).map(ofDate),
};
for (const [name, way] of Object.entries(ways)) {
  let right = 0;
  for (const [start, rule, listed] of JSON.parse(fs.readFileSync("examples.json"))) {
    const found = way(start, rule).join(" ");
    if (found === listed) right += 1;
    else console.log(`  ${name}, ${rule}: ${found}`);
  }
  console.log(`${name}: ${right} of 12`);
}
JS
  TZ=UTC node ask.mjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
