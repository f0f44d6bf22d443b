#!/usr/bin/env bash
# A date with an extension is two dates, and two names are four, to fhirpathpy.
#
# Versions: fhirpathpy 2.2.4 (Python), fhirpath 5.2.2 (npm).
# Behaviour: FHIR puts the extension of a primitive beside it, under the name with an underscore.
#   fhirpathpy gives the primitive once for its value and once for that. `count()` is two for one
#   date, `single()` and `is` fail, and two given names of which one has an extension count as four.
#   Comparisons and `exists()` are right, so most expressions give no sign of it.
# Expected: one element, with its value and its extension, as FHIR's mapping to FHIRPath says.
# Why it matters: the usual reasons for such an extension are that a value is masked, estimated or
#   given in another form. An invariant on how many there may be refuses a valid record because it is
#   careful, and a count over records is too high in just those.
# support-panel: nothing; its FHIR is to carry no extensions of primitives.
#
# Output seen, line by line; the script fails where it prints anything else:
# > Patient.birthDate.count(): fhirpathpy [2], fhirpath.js [1]
# > Patient.birthDate.count() <= 1: fhirpathpy [false], fhirpath.js [true]
# > Patient.birthDate = @2012-03-01: fhirpathpy [true], fhirpath.js [true]
# > Patient.birthDate is date: fhirpathpy ValueError, fhirpath.js [true]
# > Patient.name.given.count(): fhirpathpy [4], fhirpath.js [2]
# > Patient.name.given.count(), no extensions: fhirpathpy [2], fhirpath.js [2]
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check fhirpathpy==2.2.4
npm install --silent --no-audit --no-fund fhirpath@5.2.2

cat >cases.json <<'JSON'
{"full": {"resourceType": "Patient", "birthDate": "2012-03-01",
   "_birthDate": {"extension": [{"url": "https://example.org/estimated", "valueBoolean": true}]},
   "name": [{"given": ["Ada", "Bea"],
     "_given": [null, {"extension": [{"url": "https://example.org/said", "valueString": "Bee"}]}]}]},
 "plain": {"resourceType": "Patient", "name": [{"given": ["Ada", "Bea"]}]},
 "expressions": ["Patient.birthDate.count()", "Patient.birthDate.count() <= 1",
   "Patient.birthDate = @2012-03-01", "Patient.birthDate is date", "Patient.name.given.count()"]}
JSON
cat >evaluate.py <<'PY'
import json
from fhirpathpy import evaluate
from fhirpathpy.models import models

cases = json.load(open("cases.json"))
for expression in cases["expressions"]:
    try:
        print(json.dumps(evaluate(cases["full"], expression, {}, models["r4"])))
    except Exception as error:
        print(type(error).__name__)
print(json.dumps(evaluate(cases["plain"], cases["expressions"][-1], {}, models["r4"])))
PY
venv/bin/python evaluate.py >python.txt
cat >evaluate.mjs <<'JS'
import fs from "node:fs";
import fhirpath from "fhirpath";
import r4 from "fhirpath/fhir-context/r4/index.js";

const { full, plain, expressions } = JSON.parse(fs.readFileSync("cases.json"));
const python = fs.readFileSync("python.txt", "utf8").split("\n");
const show = (record, expression) =>
  JSON.stringify(fhirpath.evaluate(record, expression, {}, r4));
expressions.forEach((expression, index) =>
  console.log(`${expression}: fhirpathpy ${python[index]}, fhirpath.js ${show(full, expression)}`));
const last = expressions.at(-1);
console.log(`${last}, no extensions: fhirpathpy ${python[expressions.length]},` +
  ` fhirpath.js ${show(plain, last)}`);
JS
seen=$(node evaluate.mjs)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
