#!/usr/bin/env bash
# Three dates listed by DTSTART and RDATE are three meetings in one library, and one or two in four.
#
# Versions: icalendar 7.3.2 with recurring-ical-events 3.8.2, ical 14.3.1 (Python); ical.js 2.2.1,
#   node-ical 0.27.2, ts-ics 2.4.6 (npm).
# Behaviour: an event with DTSTART on 26 March and RDATE on 27 and 30 March, and no RRULE. ical and
#   ical.js give the RDATEs and lose the first date; node-ical and ts-ics give the first date and
#   lose the RDATEs. The two faults are each other's complement, and none is reported. With the
#   RDATEs as VALUE=PERIOD, ical.js raises an error.
# Expected: three meetings. RFC 5545 (3.8.5.2) counts DTSTART and every RDATE into the series.
# Why it matters: panels fall on dates that no rule describes, around school terms and court days.
#   A list of dates is the form for that, and which meetings people see depends on their program.
# support-panel: the rule for its calendars is an event for each meeting, without RDATE or RRULE.
#
# Output seen, line by line; the script fails where it prints anything else:
# > recurring-ical-events: 2026-03-26 2026-03-27 2026-03-30
# > ical: 2026-03-27 2026-03-30
# > ical.js: 2026-03-27 2026-03-30
# > node-ical: 2026-03-26
# > ts-ics: 2026-03-26, keys with a repetition: none
# > ical.js, as periods: occurrence.convertToZone is not a function
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  icalendar==7.3.2 recurring-ical-events==3.8.2 ical==14.3.1
npm install --silent --no-audit --no-fund ical.js@2.2.1 node-ical@0.27.2 ts-ics@2.4.6

event() {
  printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//example.org//panels//EN BEGIN:VEVENT \
    UID:panels-1@example.org DTSTAMP:20260101T000000Z \
    DTSTART:20260326T100000Z DTEND:20260326T110000Z "$1" SUMMARY:Panel END:VEVENT END:VCALENDAR
}
event RDATE:20260327T100000Z,20260330T100000Z >dates.ics
event 'RDATE;VALUE=PERIOD:20260327T100000Z/PT1H,20260330T100000Z/PT1H' >periods.ics

seen=$(
  venv/bin/python - <<'PY'
from datetime import date
from pathlib import Path
import icalendar, recurring_ical_events
from ical.calendar_stream import IcsCalendarStream

text = Path("dates.ics").read_bytes().decode()
found = recurring_ical_events.of(icalendar.Calendar.from_ical(text))
found = found.between(date(2026, 1, 1), date(2027, 1, 1))
print("recurring-ical-events:", *sorted(str(e.start.date()) for e in found))
print("ical:", *(str(e.start.date()) for e in IcsCalendarStream.calendar_from_ics(text).timeline))
PY
  cat > read.mjs <<'JS'
import fs from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { convertIcsCalendar } from "ts-ics";

const read = (name) => fs.readFileSync(name, "utf8");
const days = (list) => list.map((d) => d.toISOString().slice(0, 10)).join(" ");
const expand = (text) => {
  const found = [];
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent"));
  const iterator = event.iterator();
  for (let next; found.length < 9 && (next = iterator.next()); )
    found.push(event.getOccurrenceDetails(next).startDate.toJSDate());
  return found;
};
console.log("ical.js:", days(expand(read("dates.ics"))));
const event = Object.values(nodeIcal.sync.parseICS(read("dates.ics"))).find((c) => c.start);
const year = { from: new Date("2026-01-01"), to: new Date("2027-01-01") };
console.log("node-ical:", days(nodeIcal.expandRecurringEvent(event, year).map((e) => e.start)));
const [other] = convertIcsCalendar(undefined, read("dates.ics")).events;
const keys = Object.keys(other).filter((k) => /rdate|recur/i.test(k));
console.log("ts-ics:", days([other.start.date]) + ", keys with a repetition:", keys.join() || "none");
try {
  console.log("ical.js, as periods:", days(expand(read("periods.ics"))));
} catch (error) {
  console.log("ical.js, as periods:", error.message);
}
JS
  node read.mjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
