#!/usr/bin/env bash
# "March 2026", made a date, is midnight on 1 March in fhirpathpy, and 2.345 is rounded to 2.34.
#
# Versions: @medplum/core 5.2.13, fhirpath 5.2.2 (npm); fhirpathpy 2.2.4 (Python).
# Behaviour: `toDate` of a text keeps what is known: a month is a month. fhirpathpy makes a day and
#   an hour of it. Half a hundredth is rounded to the even one, `round()` without a place raises an
#   error, and the remainder of a negative number is positive. Medplum and fhirpathpy make a date
#   with an hour of a text that has one.
# Expected: @2026-03, 2.35, 3 and -1, and nothing for the text with an hour. FHIRPath, under the
#   name of each function: `toDate` takes the form of a date only, halves are rounded away from
#   zero, and `mod` is the remainder of the truncated division.
# Why it matters: "born in March 2026" becomes a day on which nobody was born, with which ages are
#   then worked out, and a mean of ratings depends on the engine.
# support-panel: its FHIR has a date as exactly as it is known, and rounds no ratings.
#
# Output seen, line by line; the script fails where it prints anything else:
# > '2026-03'.toDate(): medplum ["2026-03"], fhirpath.js ["2026-03"], fhirpathpy ["2026-03-01T00:00:00"]
# > '2026-03-26T10:00'.toDate(): medplum ["2026-03-26T10:00:00.000Z"], fhirpath.js [], fhirpathpy ["2026-03-26T10:00:00"]
# > '10:30'.toTime(): medplum ["T10:30:00.000Z"], fhirpath.js ["10:30"], fhirpathpy ["10:30:00"]
# > 2.345.round(2): medplum [2.35], fhirpath.js [2.35], fhirpathpy ["2.34"]
# > 2.5.round(): medplum [3], fhirpath.js [3], fhirpathpy Exception
# > (-5) mod 2: medplum [-1], fhirpath.js [-1], fhirpathpy [1]
# > (-5) div 2: medplum [-2], fhirpath.js [-2], fhirpathpy [-2]
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check fhirpathpy==2.2.4
npm install --silent --no-audit --no-fund @medplum/core@5.2.13 fhirpath@5.2.2

cat >expressions.json <<'JSON'
["'2026-03'.toDate()", "'2026-03-26T10:00'.toDate()", "'10:30'.toTime()", "2.345.round(2)",
 "2.5.round()", "(-5) mod 2", "(-5) div 2"]
JSON
echo '{"resourceType": "Patient"}' >resource.json
cat >evaluate.py <<'PY'
import json
from fhirpathpy import evaluate
from fhirpathpy.models import models

resource = json.load(open("resource.json"))
for expression in json.load(open("expressions.json")):
    try:
        found = evaluate(resource, expression, {}, models["r4"])
        found = [getattr(value, "data", value) for value in found]
        print(json.dumps(found, default=str, separators=(",", ":")))
    except Exception as error:
        print(type(error).__name__)
PY
venv/bin/python evaluate.py >python.txt
cat >evaluate.mjs <<'JS'
import fs from "node:fs";
import fhirpath from "fhirpath";
import r4 from "fhirpath/fhir-context/r4/index.js";

globalThis.WebSocket ??= class {}; // Medplum's module names it when loaded; Node has it from 22 on
const { evalFhirPath } = await import("@medplum/core");
const resource = JSON.parse(fs.readFileSync("resource.json"));
const python = fs.readFileSync("python.txt", "utf8").split("\n");
const show = (run) => {
  try {
    return JSON.stringify(run());
  } catch (error) {
    return error.constructor.name;
  }
};
JSON.parse(fs.readFileSync("expressions.json")).forEach((expression, index) => {
  const medplum = show(() => evalFhirPath(expression, resource));
  const other = show(() => fhirpath.evaluate(resource, expression, {}, r4));
  const third = python[index];
  console.log(`${expression}: medplum ${medplum}, fhirpath.js ${other}, fhirpathpy ${third}`);
});
JS
seen=$(TZ=UTC node evaluate.mjs)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
