#!/usr/bin/env bash
# A list of actions with owners is refused by Ajv, and one without owners is taken by cfworker.
#
# Versions: ajv 8.20.0, @cfworker/json-schema 4.1.6, @exodus/schemasafe 1.3.0,
#   @hyperjump/json-schema 1.18.0 (npm); jsonschema 4.26.0, jsonschema-rs 0.61.2 (Python).
# Behaviour: in JSON Schema 2020-12 a schema for lists leaves open what an entry is (`$dynamicRef`),
#   and a schema for lists of actions says it (`$dynamicAnchor`; core, 8.2.3.2). cfworker applies
#   the open one. Ajv applies the whole schema to each entry, so that entries have to be lists
#   themselves. A second keyword of that edition: with `contains`, Ajv takes every item of a list
#   for known to `unevaluatedItems`, though only those count that match (core, 11.2). Both compile
#   without a word.
# Expected: valid, invalid, invalid; and valid, invalid, as the other four say.
# Why it matters: a list of something is what `$dynamicRef` is for. The page in the browser refuses
#   what the service takes, or the other way round, and the schema is right.
# support-panel: its schemas use neither keyword, and are tried with Ajv and jsonschema in its
#   tests.
#
# Output seen, line by line; the script fails where it prints anything else:
# > a list of actions with owners, jsonschema: valid, invalid, invalid
# > a list of actions with owners, jsonschema-rs: valid, invalid, invalid
# > names only, jsonschema: valid, invalid
# > names only, jsonschema-rs: valid, invalid
# > a list of actions with owners, ajv: invalid, invalid, valid
# > a list of actions with owners, cfworker: valid, valid, valid
# > a list of actions with owners, schemasafe: valid, invalid, invalid
# > a list of actions with owners, hyperjump: valid, invalid, invalid
# > names only, ajv: valid, valid
# > names only, cfworker: valid, invalid
# > names only, schemasafe: valid, invalid
# > names only, hyperjump: valid, invalid
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jsonschema==4.26.0 jsonschema-rs==0.61.2
npm install --silent --no-audit --no-fund ajv@8.20.0 @cfworker/json-schema@4.1.6 \
  @exodus/schemasafe@1.3.0 @hyperjump/json-schema@1.18.0

cat >cases.json <<'JSON'
[{"name": "a list of actions with owners",
  "schema": {"$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "https://example.org/actions", "$ref": "list",
    "$defs": {
      "action": {"$dynamicAnchor": "entry", "type": "object", "required": ["owner"]},
      "list": {"$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://example.org/list", "type": "array", "items": {"$dynamicRef": "#entry"},
        "$defs": {"anything": {"$dynamicAnchor": "entry"}}}}},
  "data": [[{"owner": "Ann"}], [{"due": "2026-03-26"}], [[]]]},
 {"name": "names only",
  "schema": {"$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "https://example.org/names", "contains": {"type": "string"}, "unevaluatedItems": false},
  "data": [["Ann", "Ruth"], ["Ann", 7]]}]
JSON
cat >check.py <<'PY'
import json
import jsonschema, jsonschema_rs

for case in json.load(open("cases.json")):
    schema, data = case["schema"], case["data"]
    jsonschema.Draft202012Validator.check_schema(schema)
    for name, check in {
        "jsonschema": jsonschema.Draft202012Validator(schema).is_valid,
        "jsonschema-rs": jsonschema_rs.validator_for(schema).is_valid,
    }.items():
        words = ("valid" if check(value) else "invalid" for value in data)
        print(f"{case['name']}, {name}:", ", ".join(words))
PY
cat >check.mjs <<'JS'
import fs from "node:fs";
import Ajv from "ajv/dist/2020.js";
import { Validator } from "@cfworker/json-schema";
import { validator } from "@exodus/schemasafe";
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";

for (const { name, schema, data } of JSON.parse(fs.readFileSync("cases.json"))) {
  registerSchema(structuredClone(schema));
  const byCfworker = new Validator(schema, "2020-12");
  const byHyperjump = await validate(schema.$id);
  for (const [title, check] of Object.entries({
    ajv: new Ajv.default({ strictTypes: false }).compile(schema),
    cfworker: (value) => byCfworker.validate(value).valid,
    schemasafe: validator(schema, { mode: "lax" }),
    hyperjump: (value) => byHyperjump(value).valid,
  }))
    console.log(`${name}, ${title}:`, data.map((v) => (check(v) ? "valid" : "invalid")).join(", "));
}
JS
seen=$(
  venv/bin/python check.py
  node check.mjs
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
