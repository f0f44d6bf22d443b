#!/usr/bin/env bash
# A series that is moved "from now on" is moved once and goes back to the old day in two libraries.
#
# Versions: icalendar 7.3.2 with recurring-ical-events 3.8.2, ical 14.3.1 (Python); ical.js 2.2.1,
#   node-ical 0.27.2 (npm).
# Behaviour: a weekly meeting, and a component with RECURRENCE-ID;RANGE=THISANDFUTURE that moves the
#   third and all later ones by a day and four hours. recurring-ical-events and ical.js move three
#   meetings. ical and node-ical move one and leave the rest on the old day, and nothing is raised.
#   With times in UTC, ical also keeps the meeting that was moved, so that there are six.
# Expected: 16 and 23 March at ten, then 31 March, 7 and 14 April at two (RFC 5545, 3.2.13).
# Why it matters: "after the holidays we meet on Tuesdays" is this in a file. The first new date is
#   right in all four, so nobody doubts the next, and half of the people come on Monday.
# support-panel: the rule for its calendars is an event for each meeting, without RDATE or RRULE.
#
# Output seen, line by line; the script fails where it prints anything else:
# > recurring-ical-events: 16.03. 10:00, 23.03. 10:00, 31.03. 14:00, 07.04. 14:00, 14.04. 14:00
# > ical: 16.03. 10:00, 23.03. 10:00, 30.03. 10:00, 31.03. 14:00, 06.04. 10:00, 13.04. 10:00
# > ical.js: 16.03. 10:00, 23.03. 10:00, 31.03. 14:00, 07.04. 14:00, 14.04. 14:00
# > node-ical: 16.03. 10:00, 23.03. 10:00, 31.03. 14:00, 06.04. 10:00, 13.04. 10:00
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  icalendar==7.3.2 recurring-ical-events==3.8.2 ical==14.3.1
npm install --silent --no-audit --no-fund ical.js@2.2.1 node-ical@0.27.2

event() {
  printf '%s\r\n' BEGIN:VEVENT UID:panel-1@example.org DTSTAMP:20260101T000000Z "$@" \
    SUMMARY:Panel END:VEVENT
}
{
  printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//example.org//panels//EN
  event DTSTART:20260316T100000Z DTEND:20260316T110000Z 'RRULE:FREQ=WEEKLY;COUNT=5'
  event 'RECURRENCE-ID;RANGE=THISANDFUTURE:20260330T100000Z' DTSTART:20260331T140000Z \
    DTEND:20260331T150000Z
  printf '%s\r\n' END:VCALENDAR
} >panel.ics

seen=$(
  venv/bin/python - <<'PY'
from datetime import date
from pathlib import Path
import icalendar, recurring_ical_events
from ical.calendar_stream import IcsCalendarStream

text = Path("panel.ics").read_bytes().decode()
show = lambda starts: ", ".join(start.strftime("%d.%m. %H:%M") for start in sorted(starts))
found = recurring_ical_events.of(icalendar.Calendar.from_ical(text))
found = found.between(date(2026, 1, 1), date(2027, 1, 1))
print("recurring-ical-events:", show(event.start for event in found))
timeline = IcsCalendarStream.calendar_from_ics(text).timeline
print("ical:", show(event.start for event in timeline))
PY
  cat > read.mjs <<'JS'
import fs from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";

const text = fs.readFileSync("panel.ics", "utf8");
const show = (starts) => starts.map((start) => start.toISOString())
  .sort().map((s) => `${s.slice(8, 10)}.${s.slice(5, 7)}. ${s.slice(11, 16)}`).join(", ");
const [first, ...others] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
const series = new ICAL.Event(first);
others.forEach((other) => series.relateException(other));
const [starts, iterator] = [[], series.iterator()];
for (let next; starts.length < 9 && (next = iterator.next()); )
  starts.push(series.getOccurrenceDetails(next).startDate.toJSDate());
console.log("ical.js:", show(starts));
const event = Object.values(nodeIcal.sync.parseICS(text)).find((c) => c.type === "VEVENT");
const year = { from: new Date("2026-01-01"), to: new Date("2027-01-01") };
console.log("node-ical:", show(nodeIcal.expandRecurringEvent(event, year).map((e) => e.start)));
JS
  TZ=UTC node read.mjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
