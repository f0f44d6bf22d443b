#!/usr/bin/env bash
# A list of which one item was looked at counts as looked at as a whole to Ajv, and an `if` counts for nothing.
#
# Versions: jsonschema 4.26.0, jsonschema-rs 0.61.2 (Python); ajv 8.20.0, @cfworker/json-schema
#   4.1.6, @exodus/schemasafe 1.3.0, @hyperjump/json-schema 1.18.0 (npm).
# Behaviour: `contains` looks at the items that fit, and the others stay for `unevaluatedItems`.
#   Ajv takes the list as wholly looked at where `contains` stands, and where `minContains` is 0
#   as not looked at at all; an `if` without `then` or `else` looks at nothing. The five others
#   agree with each other.
# Expected: JSON Schema 2020-12, core 11.2: the items to which `contains` applied are evaluated
#   and no others; 10.2.2.1: annotations of an `if` that holds are kept, also without a `then`.
# Why it matters: "names, and nothing else" lets a number in on the web page that the service
#   behind it refuses, and the other way round.
# support-panel: its schemas close objects and lists where they stand, and use none of these
#   keywords.
#
# Output seen, line by line; the script fails where it prints anything else:
# > names, and a number: jsonschema invalid; jsonschema-rs invalid;
# > names alone: jsonschema valid; jsonschema-rs valid;
# > names, and numbers allowed: jsonschema valid; jsonschema-rs valid;
# > agreed, by an if alone: jsonschema valid; jsonschema-rs valid;
# > names, and a number: ajv valid; cfworker invalid; schemasafe invalid; hyperjump invalid;
# > names alone: ajv valid; cfworker valid; schemasafe valid; hyperjump valid;
# > names, and numbers allowed: ajv invalid; cfworker valid; schemasafe valid; hyperjump valid;
# > agreed, by an if alone: ajv invalid; cfworker valid; schemasafe valid; hyperjump valid;
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jsonschema==4.26.0 jsonschema-rs==0.61.2
npm install --silent --no-audit --no-fund ajv@8.20.0 @cfworker/json-schema@4.1.6 @exodus/schemasafe@1.3.0 @hyperjump/json-schema@1.18.0

seen=$(
  cat >cases.json <<'JSON'
{
  "names, and a number": [{"contains": {"type": "string"}, "unevaluatedItems": false}, ["Ann", 7]],
  "names alone": [{"contains": {"type": "string"}, "unevaluatedItems": false}, ["Ann", "Ben"]],
  "names, and numbers allowed": [{"contains": {"type": "string"}, "minContains": 0, "unevaluatedItems": {"type": "integer"}}, ["Ann", 7]],
  "agreed, by an if alone": [{"if": {"properties": {"agreed": {"const": true}}, "required": ["agreed"]}, "unevaluatedProperties": false}, {"agreed": true}]
}
JSON
  venv/bin/python - <<'PY'
import json
import jsonschema, jsonschema_rs

for what, (asked, given) in json.load(open("cases.json")).items():
    verdicts = {"jsonschema": jsonschema.Draft202012Validator(asked).is_valid(given),
                "jsonschema-rs": jsonschema_rs.Draft202012Validator(asked).is_valid(given)}
    print(f"{what}:", *(f"{name} {'valid' if valid else 'invalid'};" for name, valid in verdicts.items()))
PY
  cat >ask.mjs <<'JS'
import fs from "node:fs";
import Ajv from "ajv/dist/2020.js";
import { Validator } from "@cfworker/json-schema";
import { validator } from "@exodus/schemasafe";
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";

const $schema = "https://json-schema.org/draft/2020-12/schema";
for (const [what, [rest, given]] of Object.entries(JSON.parse(fs.readFileSync("cases.json")))) {
  const asked = { $schema, ...rest };
  const id = `https://example.org/${what.replaceAll(/[ ,]+/g, "-")}`;
  registerSchema(asked, id);
  const verdicts = {
    ajv: new Ajv.default({ strict: false }).validate(asked, given),
    cfworker: new Validator(asked, "2020-12").validate(given).valid,
    schemasafe: validator(asked, { mode: "spec" })(given),
    hyperjump: (await validate(id, given)).valid,
  };
  console.log(`${what}:`, ...Object.entries(verdicts).map(([name, is]) => `${name} ${is ? "valid" : "invalid"};`));
}
JS
  node ask.mjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
