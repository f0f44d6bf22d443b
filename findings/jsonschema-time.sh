#!/usr/bin/env bash
# "At 10:30:00" is a valid time to two validators of seven, and one of them refuses 10:30:00Z.
#
# Versions: jsonschema 4.26.0 with rfc3339-validator 0.1.4 and isoduration 20.11.0, jsonschema-rs
#   0.61.2 (Python); ajv 8.20.0 with ajv-formats 3.0.1, @cfworker/json-schema 4.1.6,
#   @exodus/schemasafe 1.3.0, @hyperjump/json-schema 1.18.0, jsonschema 1.5.0 (npm).
# Behaviour: seven validators that check formats are asked about the same texts, with a schema of
#   draft-07, which all of them know. schemasafe takes times with and without an offset. jsonschema
#   of npm takes them only without, and takes 29 February 2026 for a date. The last second of a year
#   with a leap second is a time to four and a moment to six, and hyperjump has it one way for the
#   one and the other way for the other.
# Expected: `time`, `date-time`, `date` (validation, 7.3.1) are the `full-time`, `date-time` and
#   `full-date` of RFC 3339 (5.6): a time has an offset, a date exists, and a minute may have 60
#   seconds where a leap second is.
# Why it matters: a form in the browser and the service behind it check the same record with the
#   same schema. `format: time` looks as if made for "starts at", and the answer depends on the
#   library.
# support-panel: its schemas describe dates and times by patterns, and name no format.
#
# Output seen, line by line; the script fails where it prints anything else:
# > time 10:30:00Z: valid jsonschema, jsonschema-rs, ajv, cfworker, schemasafe, hyperjump; invalid jsonschema of npm;
# > time 10:30:00: valid schemasafe, jsonschema of npm; invalid jsonschema, jsonschema-rs, ajv, cfworker, hyperjump;
# > time 23:59:60Z: valid jsonschema-rs, ajv, cfworker, schemasafe; invalid jsonschema, hyperjump, jsonschema of npm;
# > date 2026-03-26: valid jsonschema, jsonschema-rs, ajv, cfworker, schemasafe, hyperjump, jsonschema of npm;
# > date 2026-02-29: valid jsonschema of npm; invalid jsonschema, jsonschema-rs, ajv, cfworker, schemasafe, hyperjump;
# > date-time 2026-03-26T10:30:00Z: valid jsonschema, jsonschema-rs, ajv, cfworker, schemasafe, hyperjump, jsonschema of npm;
# > date-time 2026-03-26T10:30:00: invalid jsonschema, jsonschema-rs, ajv, cfworker, schemasafe, hyperjump, jsonschema of npm;
# > date-time 2016-12-31T23:59:60Z: valid jsonschema-rs, ajv, cfworker, schemasafe, hyperjump, jsonschema of npm; invalid jsonschema;
set -euo pipefail
self=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  jsonschema==4.26.0 rfc3339-validator==0.1.4 isoduration==20.11.0 jsonschema-rs==0.61.2
npm install --silent --no-audit --no-fund ajv@8.20.0 ajv-formats@3.0.1 @cfworker/json-schema@4.1.6 \
  @exodus/schemasafe@1.3.0 @hyperjump/json-schema@1.18.0 jsonschema@1.5.0

cat >texts.json <<'JSON'
[["time", "10:30:00Z"], ["time", "10:30:00"], ["time", "23:59:60Z"],
 ["date", "2026-03-26"], ["date", "2026-02-29"],
 ["date-time", "2026-03-26T10:30:00Z"], ["date-time", "2026-03-26T10:30:00"],
 ["date-time", "2016-12-31T23:59:60Z"]]
JSON
cat >check.py <<'PY'
import json
import jsonschema, jsonschema_rs

Draft = jsonschema.Draft7Validator
for format, text in json.load(open("texts.json")):
    schema = {"$schema": "http://json-schema.org/draft-07/schema#", "format": format}
    for name, valid in {
        "jsonschema": Draft(schema, format_checker=Draft.FORMAT_CHECKER).is_valid(text),
        "jsonschema-rs": jsonschema_rs.validator_for(schema, validate_formats=True).is_valid(text),
    }.items():
        print(f"{format} {text}|{name}|{'valid' if valid else 'invalid'}")
PY
cat >check.mjs <<'JS'
import fs from "node:fs";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { Validator as Cfworker } from "@cfworker/json-schema";
import { validator } from "@exodus/schemasafe";
import { registerSchema, setShouldValidateFormat, validate } from "@hyperjump/json-schema/draft-07";
import "@hyperjump/json-schema/formats";
import { Validator as Tdegrunt } from "jsonschema";

setShouldValidateFormat?.(true);
let number = 0;
for (const [format, text] of JSON.parse(fs.readFileSync("texts.json"))) {
  const $schema = "http://json-schema.org/draft-07/schema#";
  const schema = { $schema, $id: `https://example.org/${(number += 1)}`, format };
  registerSchema(structuredClone(schema));
  for (const [name, valid] of Object.entries({
    ajv: addFormats.default(new Ajv.default({ strictTypes: false })).compile(schema)(text),
    cfworker: new Cfworker(schema, "7").validate(text).valid,
    schemasafe: validator(schema, { mode: "lax" })(text),
    hyperjump: (await validate(schema.$id))(text).valid,
    "jsonschema of npm": new Tdegrunt().validate(text, schema).valid,
  }))
    console.log(`${format} ${text}|${name}|${valid ? "valid" : "invalid"}`);
}
JS
cat >show.py <<'PY'
import sys

found = {}
for line in sys.stdin:
    text, name, word = line.rstrip("\n").split("|")
    found.setdefault(text, {}).setdefault(word, []).append(name)
for text, words in found.items():
    parts = (f"{word} {', '.join(words[word])};" for word in ("valid", "invalid") if word in words)
    print(f"{text}:", *parts)
PY
seen=$(
  {
    venv/bin/python check.py
    node check.mjs
  } | python3 show.py
)
printf '%s\n' "$seen"
diff <(sed -n 's/^# > //p' "$self") <(printf '%s\n' "$seen") ||
  { echo "changed: the libraries print something else now"; exit 1; }
