#!/usr/bin/env bash
# "PT1H30S" is a duration to three validators of five, and to the standard it is none.
#
# Versions: jsonschema 4.26.0 with isoduration 20.11.0, jsonschema-rs 0.61.2 (Python); ajv 8.20.0
#   with ajv-formats 3.0.1, @cfworker/json-schema 4.1.6, @exodus/schemasafe 1.3.0 (npm).
# Behaviour: the five agree on a day and a half, on a week, and that "PT" is nothing. Three take
#   PT1H30S and P1Y1D, which leave out a unit in the middle; two take a fraction of an hour, and
#   one weeks with hours. Only jsonschema-rs and cfworker take and refuse what the grammar does.
# Expected: JSON Schema, validation 7.3.1: the grammar of RFC 3339, appendix A. There each unit is
#   followed by the next smaller one or by none, weeks stand alone, and numbers are whole.
# Why it matters: ISO 8601 allows PT1H30S, and programs write it. One service takes what the other
#   refuses, by the same schema.
# support-panel: writes lengths of time as whole seconds, in its schemas as numbers.
#
# Output seen, line by line; the script fails where it prints anything else:
# > P1DT12H: jsonschema valid; jsonschema-rs valid;
# > P1W: jsonschema valid; jsonschema-rs valid;
# > PT1H30S: jsonschema valid; jsonschema-rs invalid;
# > P1Y1D: jsonschema valid; jsonschema-rs invalid;
# > PT1.5H: jsonschema valid; jsonschema-rs invalid;
# > P1WT1H: jsonschema valid; jsonschema-rs invalid;
# > P1Y2W: jsonschema invalid; jsonschema-rs invalid;
# > PT: jsonschema invalid; jsonschema-rs invalid;
# > P1DT12H: ajv valid; cfworker valid; schemasafe valid;
# > P1W: ajv valid; cfworker valid; schemasafe valid;
# > PT1H30S: ajv valid; cfworker invalid; schemasafe valid;
# > P1Y1D: ajv valid; cfworker invalid; schemasafe valid;
# > PT1.5H: ajv invalid; cfworker invalid; schemasafe valid;
# > P1WT1H: ajv invalid; cfworker invalid; schemasafe invalid;
# > P1Y2W: ajv invalid; cfworker invalid; schemasafe invalid;
# > PT: ajv invalid; cfworker invalid; schemasafe invalid;
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jsonschema==4.26.0 isoduration==20.11.0 jsonschema-rs==0.61.2 fastjsonschema==2.22.3
npm install --silent --no-audit --no-fund ajv@8.20.0 ajv-formats@3.0.1 @cfworker/json-schema@4.1.6 @exodus/schemasafe@1.3.0

seen=$(
  cat >texts.json <<'JSON'
["P1DT12H", "P1W", "PT1H30S", "P1Y1D", "PT1.5H", "P1WT1H", "P1Y2W", "PT"]
JSON
  venv/bin/python - <<'PY'
import json
import jsonschema, jsonschema_rs

checker = jsonschema.FormatChecker()
asked = {"format": "duration"}
by_python = jsonschema.Draft202012Validator(asked, format_checker=checker)
by_rust = jsonschema_rs.Draft202012Validator(asked, validate_formats=True)
for text in json.load(open("texts.json")):
    verdicts = {"jsonschema": by_python.is_valid(text), "jsonschema-rs": by_rust.is_valid(text)}
    print(f"{text}:", *(f"{name} {'valid' if valid else 'invalid'};" for name, valid in verdicts.items()))
PY
  cat >ask.mjs <<'JS'
import fs from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { Validator } from "@cfworker/json-schema";
import { validator } from "@exodus/schemasafe";

const asked = { $schema: "https://json-schema.org/draft/2020-12/schema", format: "duration" };
const ajv = new Ajv.default();
addFormats.default(ajv);
const verdicts = {
  ajv: ajv.compile(asked),
  cfworker: (text) => new Validator(asked, "2020-12").validate(text).valid,
  schemasafe: validator(asked, { formatAssertion: true }),
};
for (const text of JSON.parse(fs.readFileSync("texts.json")))
  console.log(`${text}:`, ...Object.entries(verdicts).map(([name, is]) => `${name} ${is(text) ? "valid" : "invalid"};`));
JS
  node ask.mjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
