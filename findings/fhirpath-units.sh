#!/usr/bin/env bash
# 2 cm are not more than 10 mm, and a week is not seven days, in Medplum's FHIRPath.
#
# Versions: @medplum/core 5.2.13, fhirpath 5.2.2 (npm); fhirpathpy 2.2.4 (Python).
# Behaviour: Medplum compares two quantities of different units to false, whatever the numbers.
#   fhirpathpy has the equalities right and raises an error of its own for "more than" and "at
#   least". A year of the calendar is the year of UCUM to Medplum, and is another to fhirpathpy.
# Expected: true for the first six; or an empty result, which says that the answer is not known. An
#   engine need not convert units, but has to notice that they differ (FHIRPath, "Quantity Equality"
#   and "Comparison"). For the last, empty: these years are not comparable (same place).
# Why it matters: a rule says "at least 14 days", and the resource says 2 weeks. The rule runs, and
#   the answer is no.
# support-panel: hands over resources, not expressions; its durations are counts of days.
#
# Output seen, line by line; the script fails where it prints anything else:
# > 1 week = 7 days: medplum [false], fhirpath.js [true], fhirpathpy [true]
# > 2 weeks >= 14 days: medplum [false], fhirpath.js [true], fhirpathpy TypeError
# > 4 days = 96 hours: medplum [false], fhirpath.js [true], fhirpathpy [true]
# > 2 'cm' > 10 'mm': medplum [false], fhirpath.js [true], fhirpathpy TypeError
# > 1 'g' < 1 'kg': medplum [false], fhirpath.js [true], fhirpathpy TypeError
# > Goal.target.detail >= 14 days: medplum [false], fhirpath.js [true], fhirpathpy Exception
# > 1 year = 1 'a': medplum [true], fhirpath.js [], fhirpathpy [false]
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check fhirpathpy==2.2.4
npm install --silent --no-audit --no-fund @medplum/core@5.2.13 fhirpath@5.2.2

cat >expressions.json <<'JSON'
["1 week = 7 days", "2 weeks >= 14 days", "4 days = 96 hours", "2 'cm' > 10 'mm'", "1 'g' < 1 'kg'",
 "Goal.target.detail >= 14 days", "1 year = 1 'a'"]
JSON
cat >resource.json <<'JSON'
{"resourceType": "Goal", "lifecycleStatus": "active", "description": {"text": "Settled"},
 "subject": {"reference": "Patient/1"},
 "target": [{"detailQuantity": {"value": 2, "unit": "weeks", "system": "http://unitsofmeasure.org",
   "code": "wk"}}]}
JSON
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
