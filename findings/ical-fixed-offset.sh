#!/usr/bin/env bash
# A moment with the offset +01:00, written by icalendar, is a floating time when it is read again.
#
# Versions: icalendar 7.3.2 (Python), ical.js 2.2.1 and node-ical 0.27.2 (npm).
# Behaviour: `datetime.fromisoformat("2026-07-01T10:00:00+01:00")` is written as
#   DTSTART;TZID="UTC+01:00" without a VTIMEZONE, and `add_missing_timezones()`, called to add it,
#   adds none. icalendar itself then reads a datetime without a zone, ical.js a floating time, and
#   node-ical gives a text in place of a Date, with "00:" in it from the quoted TZID.
# Expected: 20260701T090000Z, a VTIMEZONE with the offset, or an error when it is written; and
#   that the library reads back the moment it wrote.
# Why it matters: JSON carries times with an offset, so this is what a program that turns JSON into
#   an invitation hands over. Outside the writer's zone the meeting stands at another hour, and
#   nothing reports an error.
# support-panel: the rule for its calendars is moments in UTC, with `Z` and without TZID.
#
# Output seen, line by line; the script fails where it prints anything else:
# > written: DTSTART;TZID="UTC+01:00":20260701T100000
# > zones in the file: 0
# > icalendar reads: 2026-07-01T10:00:00 zone None
# > ical.js reads: 2026-07-01T10:00:00 zone floating
# > node-ical reads: string 00:20260701T100000
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check icalendar==7.3.2
npm install --silent --no-audit --no-fund --prefix . ical.js@2.2.1 node-ical@0.27.2

seen=$(
  venv/bin/python - <<'PY'
from datetime import datetime, timezone
from pathlib import Path
import icalendar

panel = icalendar.Event.new(
    uid="panel-1@example.org",
    stamp=datetime(2026, 6, 1, tzinfo=timezone.utc),
    start=datetime.fromisoformat("2026-07-01T10:00:00+01:00"),
    end=datetime.fromisoformat("2026-07-01T11:00:00+01:00"),
)
calendar = icalendar.Calendar.new(subcomponents=[panel])
calendar.add_missing_timezones()
text = calendar.to_ical()
Path("panel.ics").write_bytes(text)
print("written:", next(l for l in text.decode().splitlines() if l.startswith("DTSTART")))
again = icalendar.Calendar.from_ical(text)
print("zones in the file:", len(again.timezones))
print("icalendar reads:", again.events[0].start.isoformat(), "zone", again.events[0].start.tzinfo)
PY
  cat > read.mjs <<'JS'
import fs from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";

const text = fs.readFileSync("panel.ics", "utf8");
const start = new ICAL.Component(ICAL.parse(text))
  .getFirstSubcomponent("vevent").getFirstPropertyValue("dtstart");
console.log("ical.js reads:", start.toString(), "zone", start.zone.tzid);
const event = Object.values(nodeIcal.sync.parseICS(text)).find((c) => c.type === "VEVENT");
console.log("node-ical reads:", typeof event.start, String(event.start));
JS
  node read.mjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
