#!/usr/bin/env bash
# To icalendar and vobject a meeting is an hour late because another calendar was read before it.
#
# Versions: icalendar 7.3.2, ical 14.3.1, ics 0.7.3, vobject 0.9.9 (Python); ical.js 2.2.1,
#   ts-ics 2.4.6, node-ical 0.27.2 (npm).
# Behaviour: two calendars each define a time zone "Panel time" of their own, one hour and two hours
#   ahead of UTC, for a meeting at ten. icalendar and vobject read each right alone, and the second an
#   hour late: they keep the first definition for the life of the process. ical and ics take the zone
#   for UTC, and node-ical for that of the machine. ical.js and ts-ics are right each time.
# Expected: 08:00 UTC. RFC 5545 (3.6.5, 3.8.3.1) lets a TZID name the definition in its own
#   calendar, and no other.
# Why it matters: case systems export names such as "Custom" or "Office". A server that reads files of
#   several agencies is right in its tests, which read one, and depends on who came first.
# support-panel: the rule for its calendars is times in UTC, without a VTIMEZONE.
#
# Output seen, line by line; the script fails where it prints anything else:
# > icalendar: alone 08:00, second 09:00
# > ical: alone 10:00, second 10:00
# > ics: alone 10:00, second 10:00
# > vobject: alone 08:00, second 09:00
# > ical.js: alone 08:00, second 08:00
# > ts-ics: alone 08:00, second 08:00
# > node-ical, process in UTC: alone 10:00, second 10:00
# > node-ical, process in Tokyo: alone 01:00, second 01:00
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  icalendar==7.3.2 ical==14.3.1 ics==0.7.3 vobject==0.9.9
npm install --silent --no-audit --no-fund ical.js@2.2.1 ts-ics@2.4.6 node-ical@0.27.2

calendar() {
  printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//example.org//panels//EN BEGIN:VTIMEZONE \
    'TZID:Panel time' BEGIN:STANDARD DTSTART:19700101T000000 "TZOFFSETFROM:$1" "TZOFFSETTO:$1" \
    END:STANDARD END:VTIMEZONE BEGIN:VEVENT UID:panel-1@example.org DTSTAMP:20260101T000000Z \
    'DTSTART;TZID=Panel time:20260601T100000' 'DTEND;TZID=Panel time:20260601T110000' \
    SUMMARY:Panel END:VEVENT END:VCALENDAR
}
calendar +0100 >first.ics
calendar +0200 >second.ics

cat >read.py <<'PY'
import sys
from datetime import timezone
from pathlib import Path

def by_icalendar(text):
    import icalendar
    return icalendar.Calendar.from_ical(text).events[0].start

def by_ical(text):
    from ical.calendar_stream import IcsCalendarStream
    return IcsCalendarStream.calendar_from_ics(text).events[0].start

def by_ics(text):
    import ics
    return next(iter(ics.Calendar(text).events)).begin.datetime

def by_vobject(text):
    import vobject
    return vobject.readOne(text).vevent.dtstart.value

read = {"icalendar": by_icalendar, "ical": by_ical, "ics": by_ics, "vobject": by_vobject}
for file in sys.argv[2:]:
    start = read[sys.argv[1]](Path(file).read_bytes().decode())
print(start.astimezone(timezone.utc).strftime("%H:%M"))
PY
cat >read.mjs <<'JS'
import fs from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { convertIcsCalendar } from "ts-ics";

const read = {
  "ical.js": (text) => new ICAL.Event(new ICAL.Component(ICAL.parse(text))
    .getFirstSubcomponent("vevent")).startDate.toJSDate(),
  "ts-ics": (text) => convertIcsCalendar(undefined, text).events[0].start.date,
  "node-ical": (text) =>
    Object.values(nodeIcal.sync.parseICS(text)).find((c) => c.type === "VEVENT").start,
};
const [name, ...files] = process.argv.slice(2);
const starts = files.map((file) => read[name](fs.readFileSync(file, "utf8")));
console.log(starts.at(-1).toISOString().slice(11, 16));
JS
hours() { # name, command
  echo "$1: alone $("${@:2}" second.ics), second $("${@:2}" first.ics second.ics)"
}
seen=$(
  for name in icalendar ical ics vobject; do hours $name venv/bin/python read.py $name; done
  for name in ical.js ts-ics; do hours $name node read.mjs $name; done
  TZ=UTC hours "node-ical, process in UTC" node read.mjs node-ical
  TZ=Asia/Tokyo hours "node-ical, process in Tokyo" node read.mjs node-ical
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
