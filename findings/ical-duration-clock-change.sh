#!/usr/bin/env bash
# Twelve hours of duty end at eight or at nine on the night when the clocks change.
#
# Versions: icalendar 7.3.2, ical 14.3.1, ics 0.7.3, vobject 0.9.9 (Python); ical.js 2.2.1,
#   node-ical 0.27.2 (npm).
# Behaviour: DTSTART;TZID=Europe/London:20260328T200000 with DURATION:PT12H ends at 08:00 in
#   icalendar, ical, ics and ical.js, eleven hours later. node-ical counts twelve hours, and counts
#   the 24 hours of a P1D too, so that a day from ten o'clock ends at eleven. Nobody keeps the two
#   apart. The four Python libraries also write PT24H back as P1D, another length in two nights of
#   the year: reading and writing a file changes what it says.
# Expected: RFC 5545 (3.3.6) holds days and hours apart. PT12H is exact and ends at 09:00 BST; P1D
#   keeps the time of day; PT24H stays PT24H.
# Why it matters: out-of-hours social work is rostered in such nights. With one library on each
#   side, an hour has two people or nobody, and a file that only passed through is changed.
# support-panel: the rule for its calendars is DTSTART and DTEND in UTC, never a DURATION.
#
# Output seen, line by line; the script fails where it prints anything else:
# > icalendar: PT12H 08:00 BST, P1D 10:00 BST, PT24H is written as P1D
# > ical: PT12H 08:00 BST, P1D 10:00 BST, PT24H is written as P1D
# > ics: PT12H 08:00 BST, P1D 10:00 BST, PT24H is written as P1D
# > vobject: PT24H is written as P1D
# > ical.js: PT12H 08:00 BST, P1D 10:00 BST, PT24H is written as PT24H
# > node-ical: PT12H 09:00 BST, P1D 11:00 BST
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  icalendar==7.3.2 ical==14.3.1 ics==0.7.3 vobject==0.9.9 tzdata==2026.6
npm install --silent --no-audit --no-fund ical.js@2.2.1 node-ical@0.27.2

calendar() { # start, duration
  printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//example.org//duty//EN \
    BEGIN:VTIMEZONE TZID:Europe/London \
    BEGIN:DAYLIGHT TZOFFSETFROM:+0000 TZOFFSETTO:+0100 TZNAME:BST DTSTART:19810329T010000 \
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU' END:DAYLIGHT \
    BEGIN:STANDARD TZOFFSETFROM:+0100 TZOFFSETTO:+0000 TZNAME:GMT DTSTART:19961027T020000 \
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU' END:STANDARD END:VTIMEZONE \
    BEGIN:VEVENT UID:duty-1@example.org DTSTAMP:20260101T000000Z \
    "DTSTART;TZID=Europe/London:20260328T$1" "DURATION:$2" SUMMARY:Duty END:VEVENT END:VCALENDAR
}
calendar 200000 PT12H >PT12H.ics
calendar 100000 P1D >P1D.ics
calendar 100000 PT24H >PT24H.ics

seen=$(
  venv/bin/python - <<'PY' 2>/dev/null
from pathlib import Path
import icalendar, ics, vobject
from ical.calendar_stream import IcsCalendarStream as Ical

read = lambda name: Path(name + ".ics").read_bytes().decode()
libraries = {
    "icalendar": (lambda t: icalendar.Calendar.from_ical(t).events[0].end,
                  lambda t: icalendar.Calendar.from_ical(t).to_ical().decode()),
    "ical": (lambda t: Ical.calendar_from_ics(t).events[0].end,
             lambda t: Ical.calendar_to_ics(Ical.calendar_from_ics(t))),
    "ics": (lambda t: list(ics.Calendar(t).events)[0].end.to("Europe/London").datetime,
            lambda t: ics.Calendar(t).serialize()),
    "vobject": (None, lambda t: vobject.readOne(t).serialize()),
}
for name, (end, rewrite) in libraries.items():
    ends = [f"{d} {end(read(d)):%H:%M} BST" for d in ("PT12H", "P1D") if end]
    written = next(l for l in rewrite(read("PT24H")).splitlines() if l.startswith("DURATION"))
    print(f"{name}:", ", ".join([*ends, f"PT24H is written as {written.partition(':')[2]}"]))
PY
  cat > read.mjs <<'JS'
import fs from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";

const read = (name) => fs.readFileSync(name + ".ics", "utf8");
const clock = (date) =>
  date.toLocaleTimeString("en-GB", { timeZone: "Europe/London", timeStyle: "short" }) + " BST";
const parse = (name) => new ICAL.Component(ICAL.parse(read(name)));
const end = (name) => {
  const zone = parse(name).getFirstSubcomponent("vtimezone");
  ICAL.TimezoneService.register(zone);
  return new ICAL.Event(parse(name).getFirstSubcomponent("vevent")).endDate.toJSDate();
};
const written = parse("PT24H").toString().match(/DURATION:(\S+)/)[1];
console.log(`ical.js: PT12H ${clock(end("PT12H"))}, P1D ${clock(end("P1D"))},` +
  ` PT24H is written as ${written}`);
const node = (name) => Object.values(nodeIcal.sync.parseICS(read(name))).find((c) => c.start).end;
console.log(`node-ical: PT12H ${clock(node("PT12H"))}, P1D ${clock(node("P1D"))}`);
JS
  node read.mjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
