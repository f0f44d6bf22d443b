#!/usr/bin/env bash
# Someone who is invited to one meeting of a series sees no meeting at all in ical-expander.
#
# Versions: ical-expander 3.2.0, node-ical 0.27.2, ts-ics 2.4.6 (npm); icalendar 7.3.2 with
#   recurring-ical-events 3.8.2, ical 14.3.1 (Python).
# Behaviour: an invitation to a single meeting of a series holds that meeting only, with its
#   RECURRENCE-ID (RFC 5546, 3.2.2). ical-expander looks for such a component only among the
#   exceptions to a series that is in the same file, and gives neither an event nor an occurrence.
#   With the series in the file it has the meeting.
# Expected: one meeting on 30 March at two, as the other four give.
# Why it matters: a school or a health visitor is asked to the one meeting that is about their
#   child. Their calendar page, if it is built on ical-expander, stays empty, and no error is
#   raised.
# support-panel: its calendars have an event for each meeting, without RECURRENCE-ID.
#
# Output seen, line by line; the script fails where it prints anything else:
# > one.ics, recurring-ical-events: 2026-03-30T14:00
# > one.ics, ical: 2026-03-30T14:00
# > one.ics, node-ical: 2026-03-30T14:00
# > one.ics, ts-ics: 2026-03-30T14:00
# > one.ics, ical-expander: none
# > series.ics, ical-expander: 2026-03-23T10:00 2026-03-30T14:00 2026-04-06T10:00
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  icalendar==7.3.2 recurring-ical-events==3.8.2 ical==14.3.1
npm install --silent --no-audit --no-fund ical-expander@3.2.0 node-ical@0.27.2 ts-ics@2.4.6

head=$(printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//example.org//panels//EN METHOD:REQUEST)
one=$(printf '%s\r\n' BEGIN:VEVENT UID:panel-1@example.org DTSTAMP:20260101T000000Z \
  RECURRENCE-ID:20260330T100000Z DTSTART:20260330T140000Z DTEND:20260330T150000Z \
  ORGANIZER:mailto:chair@example.org ATTENDEE:mailto:ruth@example.org SUMMARY:Panel END:VEVENT)
series=$(printf '%s\r\n' BEGIN:VEVENT UID:panel-1@example.org DTSTAMP:20260101T000000Z \
  DTSTART:20260323T100000Z DTEND:20260323T110000Z 'RRULE:FREQ=WEEKLY;COUNT=3' \
  ORGANIZER:mailto:chair@example.org ATTENDEE:mailto:ruth@example.org SUMMARY:Panel END:VEVENT)
printf '%s\n%s\nEND:VCALENDAR\r\n' "$head" "$one" >one.ics
printf '%s\n%s\n%s\nEND:VCALENDAR\r\n' "$head" "$series" "$one" >series.ics

seen=$(
  venv/bin/python - <<'PY'
from datetime import date
from pathlib import Path
import icalendar, recurring_ical_events
from ical.calendar_stream import IcsCalendarStream

text = Path("one.ics").read_bytes().decode()
found = recurring_ical_events.of(icalendar.Calendar.from_ical(text))
found = found.between(date(2026, 1, 1), date(2027, 1, 1))
print("one.ics, recurring-ical-events:", *(f"{e.start:%Y-%m-%dT%H:%M}" for e in found))
events = IcsCalendarStream.calendar_from_ics(text).timeline
print("one.ics, ical:", *(f"{e.start:%Y-%m-%dT%H:%M}" for e in events))
PY
  cat > read.mjs <<'JS'
import fs from "node:fs";
import IcalExpander from "ical-expander";
import nodeIcal from "node-ical";
import { convertIcsCalendar } from "ts-ics";

const from = new Date("2026-01-01");
const to = new Date("2027-01-01");
const show = (dates) => dates.map((d) => d.toISOString().slice(0, 16)).sort().join(" ") || "none";
const text = fs.readFileSync("one.ics", "utf8");
const event = Object.values(nodeIcal.sync.parseICS(text)).find((c) => c.type === "VEVENT");
const expanded = nodeIcal.expandRecurringEvent(event, { from, to });
console.log("one.ics, node-ical:", show(expanded.map((e) => e.start)));
const { events: plain } = convertIcsCalendar(undefined, text);
console.log("one.ics, ts-ics:", show(plain.map((e) => e.start.date)));
for (const name of ["one.ics", "series.ics"]) {
  const expander = new IcalExpander({ ics: fs.readFileSync(name, "utf8") });
  const { events, occurrences } = expander.between(from, to);
  const dates = [...events, ...occurrences].map((e) => e.startDate.toJSDate());
  console.log(`${name}, ical-expander: ${show(dates)}`);
}
JS
  node read.mjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
