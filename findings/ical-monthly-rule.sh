#!/usr/bin/env bash
# "The first Monday of the month at ten" is midnight in ts-ics, and the first meeting is missing.
#
# Versions: ts-ics 2.4.6 and node-ical 0.26.1 and 0.27.2 (npm).
# Behaviour: a rule with BYDAY=1MO loses the hour and the first date in ts-ics and runs one month
#   longer to make up for it. BYMONTHDAY=-1, the last day of the month, is the day before it. A
#   monthly rule from 31 January falls back to 28 February and stays on the 28th for good. node-ical
#   0.26.1 drifts in the same way and 0.27.2 does not, but 0.27.2 asks for Node 22, so `npm install
#   node-ical` on Node 20 gives 0.26.1 and with it the drift, without a word. The process runs in
#   UTC here; in another zone ts-ics moves the hour of a time in UTC as well.
# Expected: RFC 5545 (3.3.10): the time of day comes from DTSTART, which is the first of COUNT; -1
#   is the last day; a date that does not exist, such as 31 February, is left out.
# Why it matters: panels sit monthly, and these are the two usual ways to say so. A page that shows
#   the series from ts-ics sends people on the wrong day or leaves out the next meeting.
# support-panel: the rule for its calendars is an event for each meeting, without RDATE or RRULE.
#
# Output seen, line by line; the script fails where it prints anything else:
# > rule: first Monday from 2 March, three times
# > ts-ics 2.4.6: 2026-04-06T00:00 2026-05-04T00:00 2026-06-01T00:00
# > node-ical 0.26.1: 2026-03-02T10:00 2026-04-06T10:00 2026-05-04T10:00
# > node-ical 0.27.2: 2026-03-02T10:00 2026-04-06T10:00 2026-05-04T10:00
# > rule: last day of the month from 31 January, three times
# > ts-ics 2.4.6: 2026-02-27T10:00 2026-03-30T10:00 2026-04-29T10:00
# > node-ical 0.26.1: 2026-01-31T10:00 2026-02-28T10:00 2026-03-31T10:00
# > node-ical 0.27.2: 2026-01-31T10:00 2026-02-28T10:00 2026-03-31T10:00
# > rule: monthly from 31 January, three times
# > ts-ics 2.4.6: 2026-01-31T10:00 2026-02-28T10:00 2026-03-28T10:00
# > node-ical 0.26.1: 2026-01-31T10:00 2026-02-28T10:00 2026-03-28T10:00
# > node-ical 0.27.2: 2026-01-31T10:00 2026-03-31T10:00 2026-05-31T10:00
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund \
  ts-ics@2.4.6 node-ical-old@npm:node-ical@0.26.1 node-ical@npm:node-ical@0.27.2

cat > read.mjs <<'JS'
import { convertIcsCalendar, extendByRecurrenceRule } from "ts-ics";
import nodeIcalOld from "node-ical-old";
import nodeIcal from "node-ical";

const calendar = (start, rule) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example.org//panels//EN", "BEGIN:VEVENT",
    "UID:panel-1@example.org", "DTSTAMP:20260101T000000Z", `DTSTART:${start}`, `RRULE:${rule}`,
    "SUMMARY:Panel", "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");
const years = { from: new Date("2026-01-01"), to: new Date("2028-01-01") };
const expand = (library) => (text) => {
  const event = Object.values(library.sync.parseICS(text)).find((c) => c.type === "VEVENT");
  return library.expandRecurringEvent(event, years).map((e) => e.start);
};
const libraries = {
  "ts-ics 2.4.6": (text) => {
    const [event] = convertIcsCalendar(undefined, text).events;
    const range = { start: event.start.date, end: years.to };
    return extendByRecurrenceRule(event.recurrenceRule, range);
  },
  "node-ical 0.26.1": expand(nodeIcalOld),
  "node-ical 0.27.2": expand(nodeIcal),
};
for (const [name, start, rule] of [
  ["first Monday from 2 March", "20260302T100000Z", "FREQ=MONTHLY;BYDAY=1MO;COUNT=3"],
  ["last day of the month from 31 January", "20260131T100000Z",
    "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3"],
  ["monthly from 31 January", "20260131T100000Z", "FREQ=MONTHLY;COUNT=3"],
]) {
  console.log(`rule: ${name}, three times`);
  for (const [library, dates] of Object.entries(libraries)) {
    const found = dates(calendar(start, rule)).map((d) => d.toISOString().slice(0, 16));
    console.log(`${library}: ${found.join(" ")}`);
  }
}
JS
seen=$(TZ=UTC node read.mjs)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
