#!/usr/bin/env bash
# The rule that says "or else the last day of the month" is read by none of six libraries.
#
# Versions: icalendar 7.3.2 with recurring-ical-events 3.8.2, ical 14.3.1, vobject 0.9.9 (Python);
#   ical.js 2.2.1, node-ical 0.27.2, ts-ics 2.4.6 (npm).
# Behaviour: RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD from 31 January. ical and ical.js drop
#   both parts in silence and leave February out; ts-ics drops them and stays on the 28th.
#   node-ical takes RSCALE away and then refuses the rule because "SKIP MUST NOT be present unless
#   RSCALE is present", though it is. recurring-ical-events complains of a missing UNTIL, which the
#   rule does not need. Only vobject names the part that it does not know.
# Expected: 31 January, 28 February, 31 March (RFC 7529, the standard's own answer to months of
#   unequal length), or an error that names RSCALE.
# Why it matters: "monthly, at the month's end" has one standard spelling, and it may not be used.
#   icalendar writes and reads the parts, so a program has no warning until the dates are wrong.
# support-panel: the rule for its calendars is an event for each meeting, without RDATE or RRULE.
#
# Output seen, line by line; the script fails where it prints anything else:
# > recurring-ical-events: BadRuleStringFormat: UNTIL parameter is missing
# > ical: 2026-01-31 2026-03-31 2026-05-31
# > vobject: ValueError: unknown parameter 'RSCALE'
# > ical.js: 2026-01-31 2026-03-31 2026-05-31
# > node-ical: Error: SKIP MUST NOT be present unless RSCALE is present
# > ts-ics: 2026-01-31 2026-02-28 2026-03-28
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  icalendar==7.3.2 recurring-ical-events==3.8.2 ical==14.3.1 vobject==0.9.9
npm install --silent --no-audit --no-fund ical.js@2.2.1 node-ical@0.27.2 ts-ics@2.4.6

printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//example.org//panels//EN BEGIN:VEVENT \
  UID:panel-1@example.org DTSTAMP:20260101T000000Z 'DTSTART;VALUE=DATE:20260131' \
  'RRULE:RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;COUNT=3' SUMMARY:Panel END:VEVENT \
  END:VCALENDAR >panel.ics

seen=$(
  venv/bin/python - <<'PY'
from datetime import date
from pathlib import Path
import icalendar, recurring_ical_events, vobject
from ical.calendar_stream import IcsCalendarStream

text = Path("panel.ics").read_bytes().decode()
def expand():
    events = recurring_ical_events.of(icalendar.Calendar.from_ical(text))
    return [e.start for e in events.between(date(2026, 1, 1), date(2027, 1, 1))]
for name, dates in {
    "recurring-ical-events": expand,
    "ical": lambda: [e.start for e in IcsCalendarStream.calendar_from_ics(text).timeline],
    "vobject": lambda: list(vobject.readOne(text).vevent.getrruleset()),
}.items():
    try:
        print(f"{name}:", *sorted(str(d)[:10] for d in dates()))
    except Exception as error:
        print(f"{name}: {type(error).__name__}: {str(error).partition(':')[0]}")
PY
  cat > read.mjs <<'JS'
import fs from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { convertIcsCalendar, extendByRecurrenceRule } from "ts-ics";

const text = fs.readFileSync("panel.ics", "utf8");
const years = { from: new Date("2026-01-01"), to: new Date("2028-01-01") };
for (const [name, dates] of Object.entries({
  "ical.js": () => {
    const event = new ICAL.Event(
      new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent"));
    const [found, iterator] = [[], event.iterator()];
    for (let next; found.length < 9 && (next = iterator.next()); ) found.push(next.toString());
    return found;
  },
  "node-ical": () => {
    const event = Object.values(nodeIcal.sync.parseICS(text)).find((c) => c.type === "VEVENT");
    return nodeIcal.expandRecurringEvent(event, years).map((e) => e.start.toISOString());
  },
  "ts-ics": () => {
    const [event] = convertIcsCalendar(undefined, text).events;
    const range = { start: event.start.date, end: years.to };
    return extendByRecurrenceRule(event.recurrenceRule, range).map((d) => d.toISOString());
  },
})) {
  try {
    console.log(`${name}:`, dates().map((d) => d.slice(0, 10)).join(" "));
  } catch (error) {
    console.log(`${name}: ${error.name}: ${error.message}`);
  }
}
JS
  TZ=UTC node read.mjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
