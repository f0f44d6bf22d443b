#!/usr/bin/env bash
# 31 January and one month is "2026-01-311" in Medplum's FHIRPath.
#
# Versions: @medplum/core 5.2.13, fhirpath 5.2.2 (npm); fhirpathpy 2.2.4 (Python).
# Behaviour: a date plus a duration joins the two as texts in Medplum, and a date minus one is not a
#   number. Such a text then takes part in comparisons without an error: a child born in 2012 has
#   turned 18 before 2026. Dates that are known to the month are compared as texts too, where FHIRPath says
#   that the answer is unknown (an empty result).
# Expected: the dates that fhirpath.js and fhirpathpy give, or an error that the operator is missing.
# Why it matters: rules on due dates and ages are written once as FHIRPath and run in more than one
#   engine. Here the rule runs, gives a truth value, and it is the wrong one.
# support-panel: computes its due dates itself and hands over dates, not expressions.
#
# Output seen, line by line; the script fails where it prints anything else:
# > @2026-01-31 + 1 month: medplum ["2026-01-311"], fhirpath.js ["2026-02-28"], fhirpathpy ["2026-02-28"]
# > @2026-03-31 - 1 month: medplum [NaN], fhirpath.js ["2026-02-28"], fhirpathpy ["2026-02-28"]
# > @2026-03-31 + 2 weeks: medplum ["2026-03-312"], fhirpath.js ["2026-04-14"], fhirpathpy ["2026-04-14"]
# > (Patient.birthDate + 18 years) > @2026: medplum [false], fhirpath.js [true], fhirpathpy [true]
# > @2026-03 < @2026-03-15: medplum [true], fhirpath.js [], fhirpathpy []
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check fhirpathpy==2.2.4
npm install --silent --no-audit --no-fund @medplum/core@5.2.13 fhirpath@5.2.2

cat >expressions.json <<'JSON'
["@2026-01-31 + 1 month", "@2026-03-31 - 1 month", "@2026-03-31 + 2 weeks",
 "(Patient.birthDate + 18 years) > @2026", "@2026-03 < @2026-03-15"]
JSON
cat >patient.json <<'JSON'
{"resourceType": "Patient", "birthDate": "2012-03-01"}
JSON
cat >evaluate.py <<'PY'
import json
from fhirpathpy import evaluate
from fhirpathpy.models import models

patient = json.load(open("patient.json"))
for expression in json.load(open("expressions.json")):
    print(json.dumps(evaluate(patient, expression, {}, models["r4"]), default=str))
PY
venv/bin/python evaluate.py >python.txt
cat >evaluate.mjs <<'JS'
import fs from "node:fs";
import fhirpath from "fhirpath";
import r4 from "fhirpath/fhir-context/r4/index.js";

globalThis.WebSocket ??= class {}; // Medplum's module names it when loaded; Node has it from 22 on
const { evalFhirPath } = await import("@medplum/core");
const patient = JSON.parse(fs.readFileSync("patient.json"));
const python = fs.readFileSync("python.txt", "utf8").split("\n");
const show = (result) =>
  "[" + result.map((v) => (Number.isNaN(v) ? "NaN" : JSON.stringify(v))).join() + "]";
JSON.parse(fs.readFileSync("expressions.json")).forEach((expression, index) => {
  const medplum = show(evalFhirPath(expression, patient));
  const other = show(fhirpath.evaluate(patient, expression, {}, r4));
  console.log(`${expression}: medplum ${medplum}, fhirpath.js ${other}, fhirpathpy ${python[index]}`);
});
JS
seen=$(node evaluate.mjs)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
