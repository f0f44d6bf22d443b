#!/usr/bin/env bash
# "Has anything in this plan the extension?" is always no in Medplum's FHIRPath.
#
# Versions: @medplum/core 5.2.13, fhirpath 5.2.2 (npm); fhirpathpy 2.2.4 (Python).
# Behaviour: a function that Medplum does not have raises an error, as `aggregate` does. Some that
#   it has give an empty result whatever they are asked: `children`, `descendants`, `repeat`, `trim`
#   and `split`, and every condition with `$index`. `take` of a negative number takes some in the
#   other two.
# Expected: what the other two give, or an error as for `aggregate`. FHIRPath describes each of them
#   under its name; of `take` it says that zero or less takes nothing.
# Why it matters: "no extension anywhere" and "no text that is blank" are rules for which an empty
#   result means that all is well. A check of a resource passes because nothing was looked at.
# support-panel: hands over resources, not expressions.
#
# Output seen, line by line; the script fails where it prints anything else:
# > CarePlan.descendants().where(url = 'http://example.org/agreed').exists(): medplum [false], fhirpath.js [true], fhirpathpy [true]
# > CarePlan.children().exists(): medplum [false], fhirpath.js [true], fhirpathpy [true]
# > CarePlan.repeat(activity).count(): medplum [0], fhirpath.js [2], fhirpathpy [2]
# > CarePlan.activity.detail.description.where($index = 0): medplum [], fhirpath.js ["Call school"], fhirpathpy ["Call school"]
# > '  Call school '.trim(): medplum [], fhirpath.js ["Call school"], fhirpathpy ["Call school"]
# > 'health,schools'.split(','): medplum [], fhirpath.js ["health","schools"], fhirpathpy ["health","schools"]
# > (1 | 2 | 3).take(-1): medplum [], fhirpath.js [1,2], fhirpathpy [1,2]
# > (1 | 2).aggregate($this + $total, 0): medplum Error, fhirpath.js [3], fhirpathpy [3]
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check fhirpathpy==2.2.4
npm install --silent --no-audit --no-fund @medplum/core@5.2.13 fhirpath@5.2.2

cat >expressions.json <<'JSON'
["CarePlan.descendants().where(url = 'http://example.org/agreed').exists()",
 "CarePlan.children().exists()", "CarePlan.repeat(activity).count()",
 "CarePlan.activity.detail.description.where($index = 0)", "'  Call school '.trim()",
 "'health,schools'.split(',')", "(1 | 2 | 3).take(-1)", "(1 | 2).aggregate($this + $total, 0)"]
JSON
cat >resource.json <<'JSON'
{"resourceType": "CarePlan", "status": "active", "intent": "plan",
 "subject": {"reference": "Patient/1"},
 "activity": [
   {"detail": {"status": "scheduled", "description": "Call school",
     "extension": [{"url": "http://example.org/agreed", "valueBoolean": true}]}},
   {"detail": {"status": "scheduled", "description": "Visit"}}]}
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
