#!/usr/bin/env bash
# A name with a semicolon is cut off by two calendar libraries, and two others split or join lists.
#
# Versions: icalendar 7.3.2, ical 14.3.1, vobject 0.9.9 (Python); ical.js 2.2.1, node-ical 0.27.2,
#   ts-ics 2.4.6 (npm).
# Behaviour: in a quoted parameter a semicolon is text (RFC 5545, 3.2), and `^'` is a quotation mark
#   (RFC 6868). node-ical and ts-ics end the name at the semicolon and keep the quotation mark before
#   it; with vobject they hand `^'` on to people. ical makes two categories of one that has an escaped
#   comma, and writes the first of them back with a backslash. icalendar writes two resources back as
#   one.
# Expected: Ann "Bea" Owen; "Health: Owen; Team"; the category "Panel, first"; two resources.
# Why it matters: case systems put agency and role into the name, and rooms into resources. Who was
#   asked is cut short, and a file that was only read and written means something else.
# support-panel: its calendar is read back by icalendar and ical.js in its tests.
#
# Output seen, line by line; the script fails where it prints anything else:
# > icalendar: Ann "Bea" Owen | Health: Owen; Team
# > icalendar writes: CATEGORIES:Panel\, first,Review RESOURCES:Room\, large\,Screen
# > ical: Ann "Bea" Owen | Health: Owen; Team
# > ical writes: CATEGORIES:Panel\\ CATEGORIES: first CATEGORIES:Review RESOURCES:Room\\ RESOURCES: large RESOURCES:Screen
# > vobject: Ann ^'Bea^' Owen | Health: Owen; Team
# > vobject writes: CATEGORIES:Panel\, first,Review RESOURCES:Room\, large,Screen
# > ical.js: Ann "Bea" Owen | Health: Owen; Team
# > ical.js writes: CATEGORIES:Panel\, first,Review RESOURCES:Room\, large,Screen
# > node-ical: Ann ^'Bea^' Owen | "Health: Owen
# > ts-ics: Ann ^'Bea^' Owen | "Health: Owen
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check icalendar==7.3.2 ical==14.3.1 vobject==0.9.9
npm install --silent --no-audit --no-fund ical.js@2.2.1 node-ical@0.27.2 ts-ics@2.4.6

printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//example.org//panels//EN BEGIN:VEVENT \
  UID:panel-1@example.org DTSTAMP:20260101T000000Z DTSTART:20260326T100000Z \
  DTEND:20260326T110000Z SUMMARY:Panel "ATTENDEE;CN=\"Ann ^'Bea^' Owen\":mailto:ann@example.org" \
  'ATTENDEE;CN="Health: Owen; Team":mailto:team@example.org' 'CATEGORIES:Panel\, first,Review' \
  'RESOURCES:Room\, large,Screen' END:VEVENT END:VCALENDAR >panel.ics

seen=$(
  venv/bin/python - <<'PY'
from pathlib import Path
import icalendar, vobject
from ical.calendar_stream import IcsCalendarStream as Stream

text = Path("panel.ics").read_bytes().decode()
def show(name, attendees, written):
    print(f"{name}:", " | ".join(attendees))
    lines = written.replace("\r\n", "\n").replace("\n ", "").split("\n")
    print(f"{name} writes:", *(line for line in lines if line.startswith(("CATEG", "RESOUR"))))
event = icalendar.Calendar.from_ical(text).events[0]
show("icalendar", (a.params["CN"] for a in event["ATTENDEE"]), event.to_ical().decode())
calendar = Stream.calendar_from_ics(text)
show("ical", (a.common_name for a in calendar.events[0].attendees), Stream.calendar_to_ics(calendar))
read = vobject.readOne(text)
show("vobject", (a.params["CN"][0] for a in read.vevent.attendee_list), read.serialize())
PY
  cat > read.mjs <<'JS'
import fs from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { convertIcsCalendar } from "ts-ics";

const text = fs.readFileSync("panel.ics", "utf8");
const show = (name, attendees) => console.log(`${name}:`, attendees.join(" | "));
const first = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent");
show("ical.js", first.getAllProperties("attendee").map((a) => a.getParameter("cn")));
const lines = first.toString().split("\r\n").filter((line) => /^(CATEG|RESOUR)/.test(line));
console.log("ical.js writes:", lines.join(" "));
const event = Object.values(nodeIcal.sync.parseICS(text)).find((c) => c.type === "VEVENT");
show("node-ical", [event.attendee].flat().map((a) => a.params.CN));
show("ts-ics", convertIcsCalendar(undefined, text).events[0].attendees.map((a) => a.name));
JS
  node read.mjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
